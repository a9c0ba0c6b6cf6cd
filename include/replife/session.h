/*
 * The kinds of session there are: a store of one's own (src/ops), a server
 * (src/serve). Who holds one calls session_call() and cannot tell which.
 */
#ifndef REPLIFE_SESSION_H
#define REPLIFE_SESSION_H

#include "replife/db.h"
#include "replife/op.h"

/* See op.h for what each means; those that are NULL do nothing. */
struct session_kind {
	enum rc (*call)(struct session *s, struct arena *a, const struct request *rq,
			struct reply *reply, struct err *err);
	void (*hold)(struct session *s);
	void (*release)(struct session *s);
	bool (*changed)(struct session *s);
	void (*close)(struct session *s);
	void (*abandon)(struct session *s);
	const struct err *(*away)(const struct session *s);
};

/* Each kind begins with it. */
struct session {
	const struct session_kind *kind;
	const char *path;	/* of the store's file; NULL: it is not here */
	const char *zone;	/* of the last call; NULL: there was none */
};

/* ---- what a server does with the sessions on its store ---- */

/*
 * Like session_open(), but the store is this process's alone until it is closed,
 * and comes as it is: it is never made. Opens it at once. RC_BUSY: somebody has it.
 */
enum rc session_own(struct arena *a, const char *db, int64_t now_s, struct session **out,
		    struct err *err) __attribute__((warn_unused_result));
/* Another on the store that session_own() has, for one more thread: it only reads. */
enum rc session_beside(struct arena *a, const char *db, int64_t now_s, struct session **out,
		       struct err *err) __attribute__((warn_unused_result));
/* A session on a copy of what session_beside() reads, made at `path`, to try a call
 * out on; session_copy_close() takes the copy away. */
enum rc session_copy(struct session *s, struct arena *a, const char *path, int64_t now_s,
		     struct session **out, struct err *err) __attribute__((warn_unused_result));
void session_copy_close(struct session *s);	/* NULL is fine */
/* The calls in between share a commit; see group_begin() in db.h. */
enum rc session_group(struct session *s, struct err *err) __attribute__((warn_unused_result));
enum rc session_group_end(struct session *s, struct err *err) __attribute__((warn_unused_result));
/* How a long write lets others in: it asks between two rows whether it should, and
 * pause() comes back when it is its turn again. Of the session's thread. */
struct session_turns {
	bool (*due)(void *ctx);
	void (*pause)(void *ctx);
	bool (*gone)(void *ctx);	/* it is to end at once, and to leave its parts; NULL: never */
	void *ctx;
};
void session_take_turns(struct session *s, const struct session_turns *turns);
/* A long write that was cut off between its parts: is there one, and the next part of
 * it is taken back. */
bool session_unsettled(struct session *s);
enum rc session_settle(struct session *s, struct err *err) __attribute__((warn_unused_result));
/* See parts_taken_back(). In the session's arena. */
const char *session_taken_back(struct session *s);
bool session_tidy(struct session *s, enum tidy when);
/* Now and then: some of the answers that are kept for too long go. Beside no group. */
void session_prune(struct session *s);
bool session_rescue(struct session *s);		/* see store_rescue() in db.h */
void session_interrupt(struct session *s);	/* from another thread */

/* The last call was refused only since nobody has come from this account yet: when
 * `person bind` was called for them, it may be asked again. */
bool session_unbound(const struct session *s);

/* What the access log is to hold: one who only reads hands it to who writes. */
struct access {
	int64_t at_s, person_id;	/* 0: whoever has the login, if anybody has */
	const char *op, *outcome;	/* constants */
	char login[65];
};
void session_on_access(struct session *s, void (*note)(void *ctx, const struct access *x), void *ctx);
void session_access(struct session *s, const struct access *x);	/* written, with the group */

#endif
