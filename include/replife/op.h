/*
 * The operation table: everything that the program can do.
 *
 * An op is data beside its function: what it is called, its parameters, who
 * may do it, what it answers. The command line, --help, completion, output,
 * the palette, the wire and the authorization matrix all come from here.
 * A new capability is one file in src/ops/ and a line in src/ops/table.c.
 */
#ifndef REPLIFE_OP_H
#define REPLIFE_OP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/access.h"
#include "replife/arena.h"
#include "replife/err.h"
#include "replife/reply.h"
#include "replife/table.h"

struct call;

enum ptype {
	P_NAME,		/* one short line (TEXT_NAME) */
	P_LINE,		/* one line (TEXT_LINE) */
	P_LONG,		/* a text, newlines allowed */
	P_INT,		/* with min and max */
	P_FLAG,		/* there or not */
	P_WORD,		/* one of `words` */
	P_LOGIN,	/* a person's login, as typed for a new one */
	P_PERSON,	/* a person who exists: by login */
	P_REF,		/* "S-214": `letter` says of what; one that the caller may see */
	P_PERIOD,	/* by name or P-2; "this" and "last" too */
	P_THEME,	/* by name or T-4 */
	P_PROGRAM,	/* by name */
	P_INSTANT,	/* a moment, as people type it, in the session's zone */
	P_DAY,		/* a day */
	P_SPAN,		/* a moment, a day, a week, a month: begin and end */
	P_MINUTES,	/* a duration: "30min", "1h30" */
	P_ZONE,		/* "Europe/Berlin" */
	P_TABLE,	/* rows of a file: the front end parses it */
	P_FILE,		/* a path on the caller's side, made absolute */
};

enum pflag {
	REQUIRED = 1,
	POSITIONAL = 2,	/* by place; the rest are --options */
	REPEATED = 4,	/* may be given more than once */
	REST = 8,	/* takes all remaining words, joined by blanks (implies POSITIONAL) */
	UNTIL = 16,	/* P_INSTANT: a typed day includes the day */
	CLEARS = 32,	/* an empty text clears the field */
	LOCAL = 128,	/* the command line's own: a file, an editor */
	LARGE = 64,	/* P_LONG of up to 1 MiB: several texts in one */
	MADE = 256,	/* P_FILE: the op makes it; a server's comes back to the caller */
};

/* Tables of these end with name NULL. */
struct param {
	const char *name;		/* "may-quote"; option --may-quote */
	enum ptype type;
	unsigned flags;
	const char *help;		/* "the session to join, as S-214" */
	const struct word *words;	/* P_WORD */
	char letter;			/* P_REF */
	int64_t min, max;		/* P_INT; both 0: any */
	const char *meta;		/* as shown, "LOGIN"; NULL: from the type */
};

enum effect { EFFECT_NONE, EFFECT_READ, EFFECT_WRITE };

/* Who may call it at all; `acts` says on what. Lifecycle and a solo store's
 * owner may call everything. */
enum who {
	WHO_LIFECYCLE = 1,
	WHO_REP = 2,
	WHO_MARKETER = 4,
	WHO_ANYBODY = 7,	/* any known person */
	WHO_OWNER = 8,		/* of the store's file: solo, or the admin */
};

enum op_flag {
	OP_NO_UNDO = 1,		/* a WRITE that undo passes over */
	OP_FRESH_STORE = 2,	/* makes a store that is not there: init, db restore */
	OP_HIDDEN = 4,		/* not in help */
	OP_NO_STORE = 8,	/* needs none: db path, config, help */
	OP_OWN_TXN = 16,	/* run() opens its own transactions */
	OP_UNLOGGED = 32,	/* a WRITE outside of audit and undo: drafts */
	OP_LONG = 64,		/* may take seconds: a server does it beside the others */
	OP_AHEAD = 128,		/* of sessions ahead: undone before they begin, or never */
};

struct op {
	const char *name;		/* "book", "theme merge" */
	const char *summary;		/* one line, no full stop */
	const char *details;		/* for --help; may be NULL */
	enum effect effect;
	unsigned who;			/* enum who, or-ed */
	unsigned flags;			/* enum op_flag, or-ed */
	const struct acts *acts;	/* NULL: whoever sees what it names may */
	const struct param *params;	/* may be NULL: none */
	const struct column *result;	/* may be NULL: a message only */
	const char *example;		/* "book S-214"; runs in the demo */
	/* One atomic unit: on any error nothing is written. */
	enum rc (*run)(struct call *c, struct err *err);
};

/* The `acts` of a row: ACTS({ .param = … }, …). */
#define ACTS(...) .acts = (const struct acts[]){ __VA_ARGS__, { .param = NULL } }

/* Sorted by noun, as help shows them; ends with NULL. */
extern const struct op *const op_table[];
const struct op *op_find(const char *name);		/* exact; or NULL */
const struct param *op_param(const struct op *op, const char *name);	/* or NULL */
const char *param_meta(const struct param *p);		/* "LOGIN", "WHEN", "N" */
bool param_is_positional(const struct param *p);
char param_letter(const struct param *p);		/* of "-o"; '\0': it has none */
const struct param *op_param_by_letter(const struct op *op, char letter);	/* or NULL */
/*
 * The words behind an op's name go to its parameters by place, each in its
 * turn to `take`. Returns how many had one: fewer than `n` are too many.
 */
size_t op_place(struct arena *a, const struct op *op, const char *const *words, size_t n,
		void (*take)(void *ctx, const struct param *p, const char *text), void *ctx);

/* One argument as the front end hands it over: still text, not yet checked. */
struct arg {
	const char *name;
	const char *text;		/* NULL for a flag or a table */
	const struct table *table;
};

/* Who calls a server, as the system says. */
struct caller {
	int64_t uid;
	const char *login;
	bool by_key;		/* a kiosk's: the key that they came with says who they are */
};

/* How a server is, for doctor. */
struct serving {
	const char *socket;
	int64_t since_s;
	size_t conns, accounts, waiting;	/* waiting: calls that are not answered yet */
};

/* What goes with each call besides its arguments. */
struct request {
	const char *op;
	const struct arg *args;
	size_t n_args;
	const char *program;		/* --program; NULL: config's, else Rep Life */
	const char *as;			/* --as; NULL */
	const struct caller *caller;	/* a server's; NULL: the store's owner sits here */
	const struct serving *serving;	/* a server's; NULL */
	const char *key;		/* --key; NULL */
	const char *who;		/* from a kiosk: whose key it is; NULL */
	const char *made;		/* a server's place for a MADE file; NULL: where it says */
	const char *zone;		/* --tz, environment, config; NULL: person's */
	const char *vectors;		/* word vectors: the file, "none"; NULL: where they usually lie */
	int64_t limit;			/* --limit; 0: all */
	const char *after;		/* --after; NULL */
	bool dry_run, yes;
	bool ask;			/* only whether they may call it: nothing is read or done */
	int wait_ms;			/* for a store in use; 0: the ten seconds */
	/* Rows of a file that the program carries ("demo/people.csv"), for ops
	 * that begin with one. */
	enum rc (*shipped)(struct arena *a, const char *name, const struct table **out,
			   struct err *err);
};

struct session;

/* `db` NULL: the default store, made on first use. `now_s` fixed when not 0
 * (REPLIFE_NOW). Opens nothing yet. */
enum rc session_open(struct arena *a, const char *db, int64_t now_s,
		     struct session **out, struct err *err)
	__attribute__((warn_unused_result));
void session_close(struct session *s);		/* NULL is fine */
/* For a process that ends at once: nothing is given back. */
void session_abandon(struct session *s);
/*
 * Carry out one op. The reply lies in `a`. On error nothing was written and
 * `err` says why; out of memory is an error like any other.
 */
enum rc session_call(struct session *s, struct arena *a, const struct request *rq,
		     struct reply *reply, struct err *err)
	__attribute__((warn_unused_result));
/*
 * What is read from here to session_release() is of one moment, and takes the
 * store's lock once. A write ends it. Nothing in between may wait for a person
 * or a terminal.
 */
void session_hold(struct session *s);
void session_release(struct session *s);
/* Has another process, or session, committed something since this was asked
 * last? False before the first call. */
bool session_changed(struct session *s);
/* Why the server of an open app does not answer, as session_changed() and calls have
 * found it; NULL: it does. While it is away calls are refused at once, and
 * session_changed() is what tries again; when it is back, that is a change. */
const struct err *session_away(const struct session *s);
/* The zone that the last call read and showed times in. */
const char *session_zone(const struct session *s);
const char *session_path(const struct session *s);

#endif
