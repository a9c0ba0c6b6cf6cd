/* A file that an op made on the server, into one of the caller's. */
#ifndef SERVE_FETCH_H
#define SERVE_FETCH_H

#include "link.h"

struct fetch {
	const char *path;	/* NULL: the call makes none */
	const char *temp;
	int fd;
};
/* Before the call: RC_CANNOT_CREATE where `path` exists or cannot be made. */
enum rc fetch_begin(struct arena *a, const struct op *op, const struct request *rq, struct fetch *f,
		    struct err *err) __attribute__((warn_unused_result));
/* After an answer: the file's bytes, mode 0600, on disk when it returns; the place is
 * given up where it fails. RC_IO, RC_CANNOT_CREATE, RC_BUSY. */
enum rc fetch_end(struct link *l, struct fetch *f, struct err *err) __attribute__((warn_unused_result));
void fetch_drop(struct fetch *f);

#endif
