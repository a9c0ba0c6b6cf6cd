/* The caller's end of a connection: frames there and back, with deadlines. */
#ifndef SERVE_LINK_H
#define SERVE_LINK_H

#include "wire.h"

struct link {
	int fd;			/* -1: none */
	bool welcome;		/* the server has greeted */
	bool following, news;	/* FOLLOW was sent; NEWS came */
	bool silent;		/* it is gone since nothing came, though nobody hung up */
	bool garbled;		/* or since what came was no part of an answer */
	bool watched;		/* somebody sits and waits: patience is shorter; kept when it closes */
	int64_t begun_ms, heard_ms;	/* connected; its latest frame */
	int64_t patience_ms;	/* with a server that says that it is at it, and no more */
};

/* interrupt.c: between these Ctrl-C ends no more than the waiting for the server. */
bool interrupt_begin(void);
void interrupt_end(bool begun);
bool interrupt_came(void);

/* RC_BUSY where nobody answers within `wait_ms`, or somebody who may not. */
enum rc link_connect(struct link *l, const char *path, const char *trusted, int wait_ms,
		     struct err *err) __attribute__((warn_unused_result));
void link_close(struct link *l);
/* False: the connection is gone. */
bool link_send(struct link *l, const void *p, size_t n);
/*
 * The next message of the server but BEAT, NEWS and WELCOME, which are dealt
 * with; its text ends with a NUL and lies in `a`. False: the connection is gone,
 * was silent for too long, or cannot be read; where the greeting says why, `err` does.
 */
bool link_receive(struct link *l, struct arena *a, enum frame *kind, char **p, size_t *n,
		  struct err *err);
/* DATA up to its end. False: the connection is gone, or `fd` takes no more. */
bool link_receive_file(struct link *l, int fd);
/* What has come without being asked for; false: the connection is gone, and `err`
 * says why where the server did. */
bool link_look(struct link *l, struct err *err);
int64_t link_ms(void);		/* a clock that only goes forward */

/* In the place of what else could be done about it, where somebody sits. */
#define TRIED_AGAIN "The app keeps trying to connect"

#endif
