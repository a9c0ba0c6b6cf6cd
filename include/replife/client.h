/* A session with a server. */
#ifndef REPLIFE_CLIENT_H
#define REPLIFE_CLIENT_H

#include "replife/op.h"

/*
 * `socket` is the server's. Nothing is opened yet; the first call connects, and
 * one after the connection was lost does so again. A write goes out with a key of
 * its own where the request has none, so that asking again after a lost answer
 * does it once. RC_BUSY: no server answers, or it is not root's, ours, nor of the
 * account `trusted` (NULL: "replife"). RC_UNKNOWN: the answer was lost for good; the
 * key stands in what to do.
 */
enum rc client_open(struct arena *a, const char *socket, const char *trusted,
		    const char *who, struct session **out, struct err *err)
	__attribute__((warn_unused_result));

#endif
