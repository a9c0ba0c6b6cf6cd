/* Team mode: a server that has a store to itself and answers for it. */
#ifndef REPLIFE_SERVE_H
#define REPLIFE_SERVE_H

#include "replife/op.h"

struct serve_options {
	const char *db;			/* the store's file; must be there */
	const char *socket;		/* where to listen; not if systemd hands over a socket */
	const char *vectors;		/* see struct request */
	int64_t now_s;			/* for tests; 0: the clock's */
	int per_account;		/* connections that one account may have */
	const char *kiosk;		/* the account that speaks for those with keys; NULL: none */
	/* SIGHUP: what the config files say now. NULL: nothing to read again. */
	enum rc (*reload)(struct serve_options *o, void *ctx, struct err *err);
	void *ctx;
	/* A line for whoever runs it. */
	void (*say)(void *ctx, const char *line);
};

#define SERVE_SOCKET "/run/replife/socket"
#define SERVE_PER_ACCOUNT 256

/*
 * Until SIGTERM or SIGINT: then nobody new is let in, what was begun is finished,
 * and RC_OK is returned. RC_BUSY: the store, or the socket, is another server's.
 */
enum rc serve_run(struct arena *a, struct serve_options *o, struct err *err)
	__attribute__((warn_unused_result));

#endif
