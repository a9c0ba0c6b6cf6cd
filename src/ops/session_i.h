/* The session's parts. Private to the ops layer. */
#ifndef OPS_SESSION_I_H
#define OPS_SESSION_I_H

#include "call.h"
#include "replife/answer_store.h"
#include "replife/clock.h"
#include "replife/person_store.h"
#include "replife/session.h"

/* A session on a store's file. */
struct local {
	struct session base;
	struct arena *arena;
	struct store *st;
	bool own_path;			/* named with --db: never made unasked */
	enum store_open as;		/* STORE_OWN, STORE_BESIDE: a server's; else the op says */
	int64_t fixed_now_s;
	bool hold, reading;		/* reads share one transaction; it is open */
	bool told_back;			/* what opening it took back was said, in an answer */
	const struct zone *zone_loaded;
	struct answer_walk walk;	/* a server's, over kept answers */
	int64_t walk_s;			/* not before then */
	bool unbound;			/* the last call was refused for want of person bind */
	void (*note)(void *ctx, const struct access *x);	/* NULL: written here */
	void *note_ctx;
	const struct session_turns *turns;	/* NULL: a write is never in parts */
};

extern const struct op op_person_bind;

/* actor.c: who calls: the store's owner, for whom --as says; or whom the system
 * says, on a server */
enum rc find_actor(struct call *c, struct err *err) __attribute__((warn_unused_result));

/* session.c: who calls, where and by which clock; and may they? */
enum rc find_caller(struct call *c, struct err *err) __attribute__((warn_unused_result));
/* parts.c: the call's last part is called so, where it has parts */
enum rc parts_name(struct call *c, struct audit_head *head, struct err *err)
	__attribute__((warn_unused_result));
/* It failed: returns err->rc, having added what became of the parts. */
enum rc parts_take_back(struct call *c, struct err *err) __attribute__((warn_unused_result));
/* That opening the store took one back: once, where no server says it. */
void parts_tell(struct local *s, struct call *c);

/* bind.c: the request's texts to the op's parameters */
enum rc bind_args(struct call *c, struct err *err) __attribute__((warn_unused_result));

/* seed.c: what a new store begins with: its owner, the program Rep Life */
enum rc seed_store(struct store *st, struct arena *a, int64_t now_s, struct err *err)
	__attribute__((warn_unused_result));

/* lookup.c: a period or theme as people name it */
enum rc period_typed(struct call *c, const char *text, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
enum rc theme_typed(struct call *c, const char *text, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));

/* answer.c: idempotency keys. answer_watch() comes before the op reads any
 * file, answer_keep() when it has read them all. */
void answer_watch(struct call *c);
enum rc answer_find(struct call *c, bool *answered, struct err *err)
	__attribute__((warn_unused_result));
enum rc answer_keep(struct call *c, struct err *err) __attribute__((warn_unused_result));

#endif
