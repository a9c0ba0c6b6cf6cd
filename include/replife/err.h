/* Errors: what went wrong, why a rule refused, and what to do next. */
#ifndef REPLIFE_ERR_H
#define REPLIFE_ERR_H

#include <stddef.h>

/* Name, exit status, the code that scripts see. The exit statuses are an
 * interface: they never change. */
#define RC_LIST(X)                                  \
	X(OK,            0,   "ok")                 \
	X(FAILED,        1,   "failed")             \
	X(USAGE,         2,   "usage")              \
	X(AMBIGUOUS,     2,   "ambiguous")          \
	X(NOT_FOUND,     3,   "not_found")          \
	X(CONFLICT,      4,   "conflict")           \
	X(DENIED,        5,   "denied")             \
	X(CONFIRM,       6,   "confirm")            \
	X(BUSY,          7,   "busy")               \
	X(UNKNOWN,       9,   "unknown")            \
	X(BAD_DATA,      65,  "bad_data")           \
	X(CANNOT_CREATE, 73,  "cannot_create")      \
	X(IO,            74,  "io")                 \
	X(INTERRUPTED,   130, "interrupted")

enum rc {
#define X(name, status, code) RC_##name,
	RC_LIST(X)
#undef X
};

/* Which rule refused: the typed reason that goes with RC_CONFLICT. */
#define REASON_LIST(X)                                                   \
	X(NONE, "") X(FULL, "full") X(OVERLAP, "overlap")                \
	X(PAST, "past") X(NOTICE, "notice") X(LIMIT, "limit")            \
	X(NOT_OPEN, "not_open") X(NOT_ACTIVE, "not_active")              \
	X(DUPLICATE, "duplicate") X(PERIOD_CLOSED, "period_closed")      \
	X(BELOW_BOOKINGS, "below_bookings") X(STATE, "state")            \
	X(LAST_LIFECYCLE, "last_lifecycle") X(GAP, "gap")                \
	X(KEY_REUSED, "key_reused")

enum reason {
#define X(name, text) REASON_##name,
	REASON_LIST(X)
#undef X
};

/* The caller owns it, zeroed; it is untouched while all goes well. */
struct err {
	enum rc rc;
	enum reason reason;
	const char *param;	/* the op's parameter that it is about; NULL: none */
	char what[600];		/* a sentence without its full stop */
	char todo[600];		/* what to do next; may be empty */
};

int rc_status(enum rc rc);		/* the exit status */
const char *rc_code(enum rc rc);	/* "not_found" */
enum rc rc_parse(const char *code);	/* RC_FAILED where it is none */
const char *reason_code(enum reason r);	/* "overlap"; "" for none */
enum reason reason_parse(const char *s, size_t n);	/* REASON_NONE if unknown */

/* Record and return: `return err_set(err, RC_USAGE, "…", …);`. An earlier
 * error in `err` is replaced. Texts that do not fit are cut at a character. */
enum rc err_set(struct err *err, enum rc rc, const char *what, ...)
	__attribute__((format(printf, 3, 4)));
enum rc err_conflict(struct err *err, enum reason why, const char *what, ...)
	__attribute__((format(printf, 3, 4)));
/* Add what to do next; returns err->rc, so that it can end the sentence. */
enum rc err_todo(struct err *err, const char *todo, ...)
	__attribute__((format(printf, 2, 3)));
/* Put words before what is there ("people.csv:7: login: …"). */
enum rc err_prefix(struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
