/*
 * What an op's run() sees: its checked arguments, who calls, and the store
 * inside the transaction. Private to the ops layer.
 */
#ifndef OPS_CALL_H
#define OPS_CALL_H

#include "replife/core.h"
#include "replife/db.h"
#include "replife/entity.h"
#include "replife/op.h"
#include "replife/zone.h"

struct bound {
	const struct param *param;
	const char *text;		/* as cleaned */
	int64_t i, end;			/* number, key, instant, day, word; span's end */
	const struct table *table;
	bool is_day;			/* P_INSTANT: no clock time was given */
};

struct local;

struct call {
	struct local *session;
	struct arena *arena;
	const struct op *op;
	const struct request *rq;
	struct bound *bound;
	size_t n_bound;
	struct store *st;
	struct reply *reply;
	int64_t now_s;
	const struct zone *zone;	/* times are read and shown in it */
	struct person actor;		/* whose process this is */
	struct person me;		/* whose rights count: the actor, or --as */
	unsigned roles;			/* ROLE_BITs of `me` in the program */
	bool owner;			/* of the store's file, and not acting for another */
	struct program program;
	bool named;			/* the answer names people: the access log notes it */
	const struct stopwords *stops;	/* looked up when asked for (report_names.c) */
	int64_t ticket;			/* undo and redo: what they reversed */
	bool begun;			/* what its arena holds since … */
	struct arena_mark begun_at;	/* … goes if memory runs out */
	int64_t first_part;		/* the log's number of it; 0: it is not in parts so far */
};

/* Arguments by name. The name must be one of the op's parameters. */
bool arg_has(const struct call *c, const char *name);
const char *arg_text(const struct call *c, const char *name);	/* NULL if absent */
/* Where a MADE file is to lie: a server makes it in a place of its own first, and
 * arg_text() is what the caller calls it. */
const char *arg_made(const struct call *c, const char *name);
int64_t arg_int(const struct call *c, const char *name, int64_t fallback);
const struct bound *arg_get(const struct call *c, const char *name);	/* or NULL */
/* The nth value of a REPEATED one, or NULL. */
const struct bound *arg_nth(const struct call *c, const char *name, size_t n);

/* Between two rows of a write that may take long: others may be let in, and what was
 * written so far is committed before (parts.c). No statement may be open.
 * *others: they were, and what was read before may be old. */
enum rc call_pause(struct call *c, bool *others, struct err *err) __attribute__((warn_unused_result));
/* RC_BUSY: one is between two of its parts, and what is meant to be whole would be half. */
enum rc not_while_imported(struct call *c, struct err *err) __attribute__((warn_unused_result));

/* ---- who may ---- */
bool may_act_for_others(const struct call *c);	/* --as: the owner, where no server is between */
bool is_lifecycle(const struct call *c);	/* or the owner */
bool has_role(const struct call *c, enum role r);	/* or the owner */
/* What is acted on, and who stands how to it. */
struct object {
	enum object_kind on;
	int64_t id;
	int64_t program_id;		/* 0: of none */
	int64_t who[N_RELATIONS];	/* by the relation's bit; 0: nobody */
	bool open;			/* this one is there for everybody */
	const struct acts *by;		/* what the op's row says; NULL: who sees it may */
};
/*
 * May `me` use the op on the object? `o` NULL: may they call it at all? The one
 * place where that is decided, inside the op's transaction.
 * RC_DENIED: they see it, and may not; says whose it is and who may.
 * RC_NOT_FOUND: not there, or not for them to see, in the same words; or where
 * else they could see it.
 */
enum rc may(struct call *c, const struct op *op, const struct object *o, struct err *err)
	__attribute__((warn_unused_result));
/* The same for everything that the call's arguments name. Before each run(). */
enum rc may_named(struct call *c, struct err *err) __attribute__((warn_unused_result));
/* May they see the thing that no argument names by itself: in a file, behind --after? */
enum rc see(struct call *c, enum object_kind on, int64_t id, struct err *err)
	__attribute__((warn_unused_result));
/* For lists: is it for them to see? A row that is not there hides nothing. */
bool may_see(struct call *c, const struct object *o);
bool may_see_row(struct call *c, enum object_kind on, int64_t id);
/* For lists that reach over all programs: the owner, and whose lifecycle role
 * holds in each. */
enum rc runs_all(struct call *c, bool *yes, struct err *err) __attribute__((warn_unused_result));
/* RC_NOT_FOUND: not_there()'s words. */
enum rc object_find(struct call *c, enum object_kind on, int64_t id, struct object *o,
		    struct err *err) __attribute__((warn_unused_result));
enum rc not_there(struct call *c, const struct object *o, struct err *err)
	__attribute__((warn_unused_result));

/* ---- common lookups (lookup.c) ---- */
enum rc person_by_login(struct call *c, const char *login, struct person *out, struct err *err)
	__attribute__((warn_unused_result));
/* The program's period that holds `at_s`; out->id is 0 where none does. */
enum rc period_at(struct call *c, int64_t program_id, int64_t at_s,
		  struct period *out, struct err *err)
	__attribute__((warn_unused_result));
/* --period, else the period that holds now, else the latest before it. */
enum rc period_wanted(struct call *c, const char *param, struct period *out, struct err *err)
	__attribute__((warn_unused_result));

/* ---- words for people, in the arena ---- */
const char *say_when(struct call *c, int64_t begin_s, int64_t end_s); /* "Tue 24 Nov 10:00-10:30"; end 0: no end */
const char *say_day(struct call *c, int64_t day);		/* "Tue 24 Nov 2026" */
const char *say_word(struct call *c, const char *s);	/* as a shell takes it: 'H1 2026' */
const char *ref_of(struct call *c, char letter, int64_t id);	/* "S-214" */

#endif
