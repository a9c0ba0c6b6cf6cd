/*
 * The store's driver seam: one SQLite file, statements, transactions.
 * Only src/store includes <sqlite3.h>.
 *
 * Statements belong to the store: they are prepared once, kept, and reset by
 * stmt_done() or the transaction's end, so that leaving an op through the
 * arena's recovery point leaks nothing.
 */
#ifndef REPLIFE_DB_H
#define REPLIFE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"
#include "replife/id.h"

struct store;
struct stmt;

#define STORE_APPLICATION_ID 0x52504c46	/* "RPLF" */

enum store_open {
	STORE_READ,	/* must be there */
	STORE_WRITE,	/* must be there */
	STORE_CREATE,	/* made where it is not; directory 0700, file 0600 */
	STORE_OWN,	/* a server's: must be there, and is nobody else's until it is
			 * closed; others see that at once. Reads go on beside a write. */
	STORE_BESIDE,	/* reads only, beside the STORE_OWN of this process; a thread each */
	STORE_SCRATCH,	/* a copy to try something out on: what is written need not stay */
};

/*
 * Open and check: application id, version (an older store is backed up beside
 * itself and migrated, a newer one refused), schema as shipped, whole pages.
 * RC_NOT_FOUND: no such file. RC_BAD_DATA: not a store, or damaged, or changed
 * by somebody. RC_BUSY, RC_IO. Nothing is changed where it is refused.
 */
enum rc store_open(struct arena *a, const char *path, enum store_open how,
		   enum rc (*seed)(struct store *st, void *ctx, struct err *err), void *ctx,
		   struct store **out, struct err *err)
	__attribute__((warn_unused_result));
/* A copy of a STORE_BESIDE, as it is now, at `to`, which must not be there. RC_IO: there
 * is no room, and nothing is left. */
enum rc store_copy(struct store *st, const char *to, struct err *err) __attribute__((warn_unused_result));
void store_close(struct store *st);	/* NULL is fine */
/* Instead of closing, where the process ends right after: a transaction that
 * is still open is as if it had been killed. */
void store_abandon(struct store *st);
const char *store_path(const struct store *st);
/* Has another connection committed since this was asked last? */
bool store_changed(struct store *st);
/* Is another file in its place, or none? */
bool store_moved(struct store *st);
bool store_is_new(const struct store *st);	/* made by this open */

/* ---- transactions ---- */

/* A read transaction: one picture. Nests nowhere. */
enum rc txn_read(struct store *st, struct err *err) __attribute__((warn_unused_result));
/* Waits its turn in the lock file's queue (ten seconds, then RC_BUSY), then
 * BEGIN IMMEDIATE. */
enum rc txn_write(struct store *st, struct err *err) __attribute__((warn_unused_result));
/* On disk when it returns RC_OK. RC_UNKNOWN: a sync failed at the end. */
enum rc txn_commit(struct store *st, struct err *err) __attribute__((warn_unused_result));
void txn_rollback(struct store *st);	/* safe where none is open */
/* How long txn_* wait from now on; negative: the ten seconds again. */
void store_patience(struct store *st, int wait_ms);

/*
 * Several writes that share one COMMIT, in a STORE_OWN: between these two each
 * txn_write() begins a savepoint, txn_commit() ends it and txn_rollback() takes
 * it back alone. Nothing of it is on disk, and nobody may be told, before
 * group_end() says RC_OK; on an error nothing of the whole group was changed, but
 * after RC_UNKNOWN it may have been. group_begin() hardly waits where another
 * program has the file: RC_BUSY, and it is for the caller to ask again.
 */
enum rc group_begin(struct store *st, struct err *err) __attribute__((warn_unused_result));
enum rc group_end(struct store *st, struct err *err) __attribute__((warn_unused_result));
/* Between groups: what they wrote goes from the log into the file, if it is time: soon
 * where nobody waits, seldom where a long write fills the log beside the others. True:
 * it took a moment. */
enum tidy { TIDY_IDLE, TIDY_BETWEEN, TIDY_LATEST };
bool store_tidy(struct store *st, enum tidy when);
/* True: its file was moved or taken away. What was promised is then brought into it,
 * wherever it is now. */
bool store_rescue(struct store *st);
/* From another thread: what the store does at the moment ends with an error. */
void store_interrupt(struct store *st);
/* Before the first store is opened: threads will share this process. */
void store_threads(void);

/* ---- statements ---- */

/* `sql` is a constant; prepared on first use and found again by its address. */
struct stmt *stmt(struct store *st, const char *sql);
/* Parameters by name, ":slot", a constant. Each returns `s`, so that they chain. A text
 * must stay until the statement is done. NULL text binds NULL. */
struct stmt *bind_int(struct stmt *s, const char *name, int64_t v);
struct stmt *bind_text(struct stmt *s, const char *name, const char *v);
struct stmt *bind_uuid(struct stmt *s, const char *name, const struct uuid *v);
struct stmt *bind_blob(struct stmt *s, const char *name, const void *p, size_t n);
struct stmt *bind_null(struct stmt *s, const char *name);
/* Like bind_int, but 0 binds NULL. */
struct stmt *bind_opt(struct stmt *s, const char *name, int64_t v);

/* One step: true for a row. False at the end and on error; then stmt_done()
 * tells which. */
bool stmt_row(struct stmt *s);
/* Reset; the error of the steps, if any. A rule that a trigger or constraint
 * refused comes back as RC_CONFLICT with its reason. */
enum rc stmt_done(struct stmt *s, struct err *err) __attribute__((warn_unused_result));
/* For statements without rows: step and done. */
enum rc stmt_run(struct stmt *s, struct err *err) __attribute__((warn_unused_result));
/* First column of the only row; `fallback` where there is none. */
enum rc stmt_int(struct stmt *s, int64_t fallback, int64_t *out, struct err *err)
	__attribute__((warn_unused_result));
/* For a row of `s`: another statement of its store, and the first number that it
 * gives, 0 for none. Its error is that of `s`. */
struct stmt *stmt_beside(struct stmt *s, const char *sql);
int64_t stmt_within(struct stmt *s, struct stmt *inner);

int64_t col_int(struct stmt *s, int i);		/* NULL gives 0 */
double col_real(struct stmt *s, int i);
bool col_is_null(struct stmt *s, int i);
const char *col_text(struct stmt *s, int i, struct arena *a);	/* copied; NULL for NULL */
const char *col_peek(struct stmt *s, int i, size_t *n);	/* until the next step */
/* Copies at most `n` bytes. */
void col_blob(struct stmt *s, int i, void *to, size_t n);
struct uuid col_uuid(struct stmt *s, int i);

int64_t store_changes(struct store *st);	/* rows of the last statement */

#endif
