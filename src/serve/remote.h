/* A session with a server, as its own parts see it. */
#ifndef SERVE_REMOTE_H
#define SERVE_REMOTE_H

#include "link.h"
#include "replife/session.h"

/* Somebody sits before it (watch.c): an app that is open. */
struct watch {
	bool on;
	bool news;		/* something may have changed that nobody has read yet */
	struct err away;	/* rc: the server does not answer, and why */
	int64_t away_ms;	/* since then */
	int64_t try_ms;		/* not before then again */
	int64_t asked_ms;	/* whether it is there, and it has not said so yet; 0 */
	int pause_ms;
};

/* A write of which nobody knows whether it was done. */
struct unsure {
	struct arena in;
	const char *call;	/* its bytes, without its key; NULL: there is none */
	size_t len;
	const char *key;
};

struct remote {
	struct session base;
	struct arena *arena;
	const char *path, *trusted, *who;
	struct link link;
	char zone[80];
	struct watch watch;
	struct unsure unsure;
};

/* ---- watch.c ---- */
bool watch_changed(struct remote *r);
/* Before a call: RC_BUSY, at once, where the server does not answer. */
enum rc watch_reach(struct remote *r, struct err *err) __attribute__((warn_unused_result));
/* A call had no answer. */
void watch_lost(struct remote *r, const struct err *why);

#endif
