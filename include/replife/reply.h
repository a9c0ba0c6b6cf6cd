/*
 * What an operation answers: a table of typed columns, a message, warnings,
 * the undo ticket. Renderers know replies, not features.
 */
#ifndef REPLIFE_REPLY_H
#define REPLIFE_REPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"
#include "replife/id.h"

enum vtype {
	V_NULL,
	V_BOOL,
	V_INT,
	V_REAL,
	V_TEXT,
	V_INSTANT,	/* UTC seconds; data: RFC 3339 in UTC; people: local */
	V_DAY,		/* days since 1970-01-01; data: "2026-11-24" */
	V_REF,		/* "S-214": the column's letter and a key */
	V_UUID,
	V_LIST,		/* an array of texts */
	V_SPAN,		/* begin and end; people only: "Tue 24 Nov 10:00-10:30" */
	V_JSON,		/* JSON text, embedded as it is */
};

struct value {
	enum vtype type;
	union {
		bool b;
		int64_t i;		/* INT, INSTANT, DAY, REF */
		double r;
		struct { const char *p; size_t n; } s;	/* TEXT, JSON; NUL-terminated */
		struct { const char *const *p; size_t n; } list;
		struct { int64_t begin_s, end_s; } span;
		struct uuid uuid;
	} u;
};

enum show {
	SHOW_DATA = 1,		/* JSON, CSV, TSV */
	SHOW_LIST = 2,		/* people, in a list */
	SHOW_RECORD = 4,	/* people, where one thing is shown */
	SHOW_BELOW = 8,		/* people, in a list: on a line beneath the row */
	SHOW_SPARE = 16,	/* a narrow list leaves it out, the rightmost first */
	SHOW_PEOPLE = SHOW_LIST | SHOW_RECORD,
	SHOW_ALL = SHOW_DATA | SHOW_PEOPLE,
};

/* A column of a reply. Tables of these are constant and end with key NULL. */
struct column {
	const char *key;	/* snake_case, as scripts see it */
	const char *head;	/* as people see it, "Free seats" */
	enum vtype type;
	unsigned show;		/* enum show, or-ed */
	char letter;		/* V_REF: 'S' for "S-214" */
	bool flex;		/* a list cuts this one first when space is short */
};

struct reply {
	struct arena *arena;
	const struct column *cols;
	size_t n_cols, n_rows, cap_rows, next_col;
	struct value *cells;		/* n_rows x n_cols */
	bool record;			/* one thing is shown, not a list */
	const char *message;		/* one line for people, or NULL */
	const char *heading;		/* above the list, or NULL */
	const char *empty;		/* what to say and do where no row came */
	const char **warnings;
	size_t n_warnings;
	int64_t undo;			/* ticket; 0: nothing to undo */
	const char *next;		/* --after for the next page, or NULL */
	bool dry_run;
	/* A report (its model, see report_model.h), or a text that is the
	 * whole output (an exported file). */
	struct json *model;
	const char *audience, *format;	/* how a report is wanted; may be NULL */
	const char *body;
	size_t body_len;
};

void reply_init(struct reply *r, struct arena *a, const struct column *cols);
/* A new row of NULLs; set the cells by column key. The key must exist. */
struct value *reply_row(struct reply *r);
void reply_message(struct reply *r, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void reply_warn(struct reply *r, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
struct value *reply_cell(struct reply *r, size_t row, const char *key);

/* Set a cell of `row` (as reply_row returned it). Texts are not copied. */
void put_text(struct reply *r, struct value *row, const char *key, const char *s);
void put_int(struct reply *r, struct value *row, const char *key, int64_t v);
void put_real(struct reply *r, struct value *row, const char *key, double v);
void put_bool(struct reply *r, struct value *row, const char *key, bool v);
void put_instant(struct reply *r, struct value *row, const char *key, int64_t at_s);
void put_day(struct reply *r, struct value *row, const char *key, int64_t day);
void put_ref(struct reply *r, struct value *row, const char *key, int64_t id); /* 0: null */
void put_uuid(struct reply *r, struct value *row, const char *key, const struct uuid *u);
void put_list(struct reply *r, struct value *row, const char *key,
	      const char *const *items, size_t n);
void put_span(struct reply *r, struct value *row, const char *key,
	      int64_t begin_s, int64_t end_s);
void put_json(struct reply *r, struct value *row, const char *key, const char *json);

/*
 * A reply as one JSON text and back: what an idempotency key stores, and
 * what will cross the wire. Decoding needs the same columns.
 */
const char *reply_encode(struct arena *a, const struct reply *r);
enum rc reply_decode(struct arena *a, const char *json, const struct column *cols,
		     struct reply *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
