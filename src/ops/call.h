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

/* ---- who may ---- */
bool is_lifecycle(const struct call *c);	/* or the owner */
bool has_role(const struct call *c, enum role r);	/* or the owner */
/* May `me` call this op at all? RC_DENIED says whom to ask. */
enum rc may_use(struct call *c, const struct op *op, struct err *err)
	__attribute__((warn_unused_result));
/* For what reaches over all programs: their common log, everything's export.
 * The owner's, and whose lifecycle role holds in each program. */
enum rc runs_all(struct call *c, bool *yes, struct err *err) __attribute__((warn_unused_result));
/*
 * May `me` act on something that belongs to `person_id`? Lifecycle may always.
 * RC_DENIED says whose it is and who may.
 */
enum rc may_touch(struct call *c, int64_t person_id, const char *what, struct err *err)
	__attribute__((warn_unused_result));
/* For things that only their people may see: RC_NOT_FOUND like a missing row. */
enum rc may_see(struct call *c, int64_t person_id, const char *ref, struct err *err)
	__attribute__((warn_unused_result));
/* A row of another program is not there: RC_NOT_FOUND says where it is. */
enum rc check_program(struct call *c, int64_t program_id, const struct entity *e, int64_t id,
		      struct err *err) __attribute__((warn_unused_result));

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
