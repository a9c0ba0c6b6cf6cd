/*
 * Entities: each table that people's work lives in, described once.
 *
 * The description maps a C struct to a row. From it come insert, update and
 * delete, the audit's change records, undo and redo, replay, and the whole
 * export and import. A column is written down here and in the migration,
 * nowhere else.
 */
#ifndef REPLIFE_ENTITY_H
#define REPLIFE_ENTITY_H

#include "replife/core.h"
#include "replife/db.h"

enum ent_type {
	T_INT,		/* int64_t */
	T_OPT,		/* int64_t, 0 is NULL: other rows' keys, instants */
	T_BOOL,		/* bool, 0 or 1 */
	T_TEXT,		/* const char *, NULL is NULL */
	T_WORD,		/* an enum, stored as its code */
	T_UUID,		/* struct uuid; made at insertion when null */
};

/* What a column's value must be besides its type: what comes from elsewhere
 * (import json all) is held against it. */
enum ent_means {
	MEANS_ANY,	/* a text: clean (utf8.h) */
	MEANS_INSTANT, MEANS_DAY, MEANS_LOGIN, MEANS_ZONE,
	MEANS_HOURS,	/* a sentence of weekly or extra hours */
	MEANS_TERMS,	/* of a codebook */
	MEANS_MODEL,	/* a closed report, as JSON */
};

struct ent_col {
	const char *name;
	enum ent_type type;
	size_t offset;			/* in the struct */
	const struct word *words;	/* T_WORD */
	bool derived;			/* follows from others: read, never given */
	enum ent_means means;
	const char *first;		/* a derived one's value in a new row, as SQL: ?3 is the first
					 * column; NULL: the table's own default */
};

#define ENT_MAX_COLS 32

struct ent_hooks;

/* Each struct begins with `int64_t id; struct uuid uuid;`. */
struct entity {
	const char *table;
	const char *noun;	/* as people say it: "session" */
	char letter;		/* of its refs; 0: none */
	size_t size;
	size_t n_cols;
	const struct ent_col *cols;	/* without id and uuid */
	const struct ent_hooks *hooks;	/* what follows from a row (derive.c); or NULL */
};

#include "replife/nouns.h"

/* Where the ith column lies in the struct. */
void *ent_field(const struct entity *e, const void *row, size_t i);

/* RC_NOT_FOUND names the thing by its ref. Texts lie in `a`. */
enum rc ent_get(struct store *st, const struct entity *e, int64_t id,
		struct arena *a, void *out, struct err *err)
	__attribute__((warn_unused_result));
/* Fill a struct from the current row of a statement that selects
 * ENT_COLUMNS(e) starting at column `at`; returns the next column. */
int ent_read(struct stmt *s, const struct entity *e, int at, struct arena *a, void *out);
/* Sets id and uuid in `row`. */
enum rc ent_insert(struct store *st, const struct entity *e, void *row,
		   struct err *err) __attribute__((warn_unused_result));
/* Writes the columns that differ from what is stored, if any. */
enum rc ent_update(struct store *st, const struct entity *e, const void *row,
		   struct err *err) __attribute__((warn_unused_result));
enum rc ent_delete(struct store *st, const struct entity *e, int64_t id,
		   struct err *err) __attribute__((warn_unused_result));
/* Has a row with this key (by its ref's letter), or with this uuid, been
 * stored in any of the tables? */
bool ent_ref_exists(struct store *st, char letter, int64_t id);
bool ent_uuid_exists(struct store *st, const struct uuid *u);

/* ---- the audit: one header an op, its changes beneath ---- */

struct audit_head {
	int64_t at_s, actor_id, acting_for_id;
	const char *op;		/* "book" */
	int64_t undoes;		/* the ticket that this op reverses, or 0 */
	bool undoable;
};
/* Write the header and all changes recorded since txn_write(), chained by
 * hash. An op without changes writes no header: *ticket is 0 then. */
enum rc audit_write(struct store *st, const struct audit_head *h,
		    int64_t *ticket, struct err *err)
	__attribute__((warn_unused_result));
bool audit_pending(const struct store *st);	/* anything recorded so far? */
/* The number that the open transaction's entry will have; from here on it is written
 * though nothing was changed. */
enum rc audit_number(struct store *st, int64_t *seq, struct err *err) __attribute__((warn_unused_result));

/* Reverse the changes of `ticket`, newest first, in the open transaction;
 * recorded as changes of their own. RC_CONFLICT (state): a row that it touched
 * has changed since; the message names it. */
enum rc audit_reverse(struct store *st, struct arena *a, int64_t ticket,
		      struct err *err) __attribute__((warn_unused_result));
/* The same, but what has changed since, or is in use, stays: so many rows. */
enum rc audit_reverse_most(struct store *st, struct arena *a, int64_t ticket, int64_t *stayed,
			   struct err *err) __attribute__((warn_unused_result));
/* Recompute the chain. RC_BAD_DATA names the first entry that does not fit.
 * *n counts the entries. */
enum rc audit_verify(struct store *st, int64_t *n, struct err *err)
	__attribute__((warn_unused_result));
/* Apply every change of `from` in order to the empty tables of `to`. */
enum rc audit_replay(struct store *from, struct store *to, struct err *err)
	__attribute__((warn_unused_result));

#endif
