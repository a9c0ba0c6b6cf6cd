/* Looking after a store: examining it, copying it away, putting a copy back. */
#ifndef REPLIFE_CARE_H
#define REPLIFE_CARE_H

#include "replife/entity.h"

/* What is looked at: SQLite's own checks and the rules that always hold. Each
 * answers with how many things are wrong, and in words. */
struct care_check {
	const char *what;	/* "Seats are counted right" */
	int64_t wrong;
	const char *why;	/* the first that is wrong; NULL: how many says it */
};
/* Run them all; the array lies in `a`. Outside of a transaction. RC_BAD_DATA:
 * the tables or triggers are not as they were made. */
enum rc store_examine(struct store *st, struct arena *a, struct care_check **out, size_t *n,
		      struct err *err) __attribute__((warn_unused_result));
/*
 * Inside a write that brought rows as a file has them: do those rules hold that
 * no table sees to, since the ops keep them? *broken is the first that does not,
 * *wrong how often; NULL: all hold.
 */
enum rc store_check_brought(struct store *st, const char **broken, int64_t *wrong, struct err *err)
	__attribute__((warn_unused_result));
/*
 * Go through the whole log: does each entry fit the one before, and does
 * replaying them into an empty store give what is there? Both are asked of one
 * picture of the store, copied beside it for the while, so that others can go
 * on writing. RC_BAD_DATA names the entry, or the first table that differs.
 * *entries counts them.
 */
enum rc store_check_log(struct store *st, struct arena *a, int64_t *entries, struct err *err)
	__attribute__((warn_unused_result));

/* Where a copy's log ends: a chain alone cannot show that its tail was cut. */
struct log_end {
	int64_t entries;
	const char *hash;	/* hex; "" for an empty log */
};
/* A whole copy in a new file, mode 0600, on disk when it returns. `end` is the
 * copy's, whatever was written to the store meanwhile; its hash lies in `a`.
 * RC_CANNOT_CREATE: the file exists, or cannot be made. */
enum rc store_backup(struct store *st, struct arena *a, const char *file, struct log_end *end,
		     struct err *err) __attribute__((warn_unused_result));
/*
 * Put a copy of `file` where the store is (or will be). The copy is examined
 * before; RC_BAD_DATA says what is wrong with it, and nothing is changed. What
 * was there is kept as *kept ("PATH.before-restore-1"), NULL if nothing was.
 * RC_USAGE: `file` is the store. RC_CANNOT_CREATE, RC_BUSY, RC_IO.
 */
enum rc store_restore(struct arena *a, const char *file, const char *path, const char **kept,
		      struct err *err) __attribute__((warn_unused_result));

/* The format that it had before this open brought it up to date; 0: none. */
int store_migrated_from(const struct store *st);
int store_format(void);			/* of this program */
const char *store_engine(void);		/* "SQLite 3.40.1" */

/* The file that writers queue on. */
enum care_lock {
	CARE_LOCK_NONE,		/* nobody wrote yet */
	CARE_LOCK_FREE,
	CARE_LOCK_HELD,
	CARE_LOCK_SERVER,	/* a server has the store */
	CARE_LOCK_SHUT,		/* cannot be opened */
};
enum care_lock care_lock(struct arena *a, const char *path);
/* Copies beside the store at `path` that belong to commands which no longer
 * run, since they were killed; whole paths, in `a`. Returns how many. */
size_t care_left_behind(struct arena *a, const char *path, const char ***out);

/* Sessions ahead, for a look whether their zones still say the same: key,
 * begin_s, wall, zone; step with stmt_row(). */
struct stmt *care_slots_ahead(struct store *st, int64_t now_s);
/* Bookings of sessions that ended before `before_s` and have no outcome; the
 * key of the earliest, or 0. */
enum rc care_no_outcome(struct store *st, int64_t before_s, int64_t *n, int64_t *first,
			struct err *err) __attribute__((warn_unused_result));
/* Everybody who is active: login, uid (0: none is known yet). */
struct stmt *care_accounts(struct store *st);
/* The newest entry's time; 0: none. */
enum rc care_last_entry(struct store *st, int64_t *at_s, struct err *err)
	__attribute__((warn_unused_result));

#endif
