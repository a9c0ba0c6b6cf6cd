/* Looking after a store: examining it, copying it away, putting a copy back. */
#ifndef REPLIFE_CARE_H
#define REPLIFE_CARE_H

#include "replife/entity.h"

/* What is looked at. Each answers with how many things are wrong, and in
 * words; SQLite's own checks and the rules that always hold. */
struct care_check {
	const char *what;	/* "Seats are counted right" */
	int64_t wrong;
	const char *why;	/* the first that is wrong; NULL: how many says it */
};
/* Run them all; the array lies in `a`. Outside of a transaction. */
enum rc store_examine(struct store *st, struct arena *a, struct care_check **out, size_t *n,
		      struct err *err) __attribute__((warn_unused_result));
/* Replay the whole log into an empty store, and compare it with what is
 * there. RC_BAD_DATA names the first table that differs. */
enum rc store_replay_check(struct store *st, struct arena *a, struct err *err)
	__attribute__((warn_unused_result));

/* A whole copy in a new file, mode 0600, on disk when it returns.
 * RC_CANNOT_CREATE: the file exists, or cannot be made. */
enum rc store_backup(struct store *st, struct arena *a, const char *file, struct err *err)
	__attribute__((warn_unused_result));
/*
 * Put a copy of `file` where the store is (or will be). The copy is examined
 * before; RC_BAD_DATA says what is wrong with it, and nothing is changed. What
 * was there is kept as *kept ("PATH.before-restore-1"), NULL if nothing was.
 */
enum rc store_restore(struct arena *a, const char *file, const char *path, const char **kept,
		      struct err *err) __attribute__((warn_unused_result));

/* The format that it had before this open brought it up to date; 0: none. */
int store_migrated_from(const struct store *st);
int store_format(void);			/* of this program */
const char *store_engine(void);		/* "SQLite 3.40.1" */

/* Sessions ahead, for a look whether their zones still say the same: key,
 * begin_s, wall, zone; step with stmt_row(). */
struct stmt *care_slots_ahead(struct store *st, int64_t now_s);
/* The newest entry's time; 0: none. */
enum rc care_last_entry(struct store *st, int64_t *at_s, struct err *err)
	__attribute__((warn_unused_result));

#endif
