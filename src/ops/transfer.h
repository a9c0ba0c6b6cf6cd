/*
 * CSV in and out: one table says which columns each kind of thing has; the
 * reader checks a file against it, the writer prints them in that order.
 * Private to the ops layer.
 */
#ifndef OPS_TRANSFER_H
#define OPS_TRANSFER_H

#include "call.h"

#define TRANSFER_COLS 12

struct import {
	struct call *c;
	const struct transfer *what;
	const struct table *table;
	struct arena *row;		/* what one row needs; emptied after it */
	unsigned line;
	int64_t added, known;
	struct people *people;		/* cell_person() remembers; NULL: nobody yet */
	void *state;			/* of the kind's own, in the call's arena */
};

/* The cells of one row, in the order of the kind's columns; NULL: empty. */
typedef enum rc import_row(struct import *im, const char *const *cell, struct err *err);

struct transfer_col {
	const char *name;
	bool required;
};

struct transfer {
	const char *what;		/* "slots" */
	struct transfer_col cols[TRANSFER_COLS];
	size_t n_cols;
	enum rc (*begin)(struct import *im, struct err *err);	/* may be NULL */
	import_row *row;
	void (*forget)(struct import *im);	/* what `state` holds of the store; NULL: nothing */
	/* Fills the reply, whose columns are the kind's. */
	enum rc (*export)(struct call *c, struct err *err);
	const struct column *columns;
};

extern const struct transfer transfer_people, transfer_roster, transfer_slots,
	transfer_bookings, transfer_notes, transfer_leads, transfer_themes,
	transfer_codings, transfer_customers;
extern const struct transfer *const transfers[];	/* ends with NULL */

/* Read `table` as `what`; c, what, table (and state, where the kind has no
 * begin) are set. Counts what was added and what was known. */
enum rc import_rows(struct import *im, struct err *err) __attribute__((warn_unused_result));
/* "people.csv:7: login: why" as RC_BAD_DATA, whatever err was. */
enum rc import_refuse(struct import *im, const char *col, struct err *err);
/* What the row refers to, if it is of the program; *id is 0 where it is not there, or
 * not for the caller to see. */
enum rc import_sees(struct import *im, const char *col, enum object_kind on, int64_t *id, struct err *err);
/* The same, with the words given. */
enum rc import_bad(struct import *im, const char *col, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Cells as what they mean; an empty one leaves *out as it is. */
enum rc cell_text(struct import *im, const char *col, bool is_long, const char *cell,
		  const char **out, struct err *err);
enum rc cell_word(struct import *im, const char *col, const struct word *words,
		  const char *cell, int *out, struct err *err);
enum rc cell_int(struct import *im, const char *col, int64_t min, int64_t max,
		 const char *cell, int64_t *out, struct err *err);
enum rc cell_bool(struct import *im, const char *col, const char *cell, bool *out, struct err *err);
enum rc cell_zone(struct import *im, const char *col, const char *cell,
		  const struct zone **out, struct err *err);
/* RFC 3339 with an offset, or wall time in `z` (NULL: the call's zone). */
enum rc cell_instant(struct import *im, const char *col, const char *cell,
		     const struct zone *z, int64_t *out, struct err *err);
/* A login that must be known. Looked up once, then remembered. */
enum rc cell_person(struct import *im, const char *col, const char *cell,
		    struct person **out, struct err *err);
void forget_people(struct import *im);	/* they may have changed */

/* A session by the ref of its file, or as S-214. */
enum rc slot_named(struct import *im, const char *col, const char *ref, int64_t *id, struct err *err);

/* All the words of a theme, ';' between them. */
enum rc check_terms(struct arena *a, const char *terms, struct err *err)
	__attribute__((warn_unused_result));

/* How often a content was met: for rows without a ref. Keys are hashed. */
struct tally;
struct tally *tally_new(struct arena *a);
int64_t *tally_at(struct tally *t, const char *content);	/* 0 at first */
/* "a\x1fb\x1fc": fields as one content. NULL counts as empty. */
const char *content_of(struct arena *a, const char *const *fields, size_t n);

#endif
