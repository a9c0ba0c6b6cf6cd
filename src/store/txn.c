/* Transactions: a picture to read, a turn to write, and what a commit says. */
#include "store_i.h"

const char sql_immediate[] = "BEGIN IMMEDIATE";
static const char sql_begin[] = "BEGIN", sql_commit[] = "COMMIT",
	sql_version[] = "PRAGMA user_version";

enum rc txn_read(struct store *st, struct err *err)
{
	enum rc rc;

	st->busy_until_ms = wait_now_ms() + st->wait_ms;
	rc = stmt_run(stmt(st, sql_begin), err);
	st->in_read = !rc;
	return rc;
}

/* A rollback journal that is synced before and after: what was acknowledged
 * is on disk. TRUNCATE spares the folder's sync that DELETE would need. A page
 * that does not fit into the cache costs a sync of its own, so an import gets
 * room; what is not needed is not taken. */
static enum rc prepare_write(struct store *st, struct err *err)
{
	enum rc rc;

	if (st->prepared_write)
		return RC_OK;
	rc = store_exec(st, "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY",
			err);
	if (!rc)
		rc = store_exec(st, st->scratch_copy ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = FULL", err);
	st->prepared_write = !rc;
	return rc;
}

bool store_moved(struct store *st)
{
	int moved = 0;

	return sqlite3_file_control(st->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

/* Somebody put another file in its place while this one waited: what would be
 * written here would go to a file that nobody reads. */
enum rc check_moved(struct store *st, struct err *err)
{
	if (!store_moved(st))
		return RC_OK;
	err_set(err, RC_BUSY, "another file was put in the place of %s, or it was taken away", st->path);
	return err_todo(err, st->own ? "Nothing was changed; tell who looks after the server to start it anew"
				     : "Nothing was changed; try again");
}

enum rc txn_write(struct store *st, struct err *err)
{
	int64_t version = 0;
	enum rc rc;

	if (st->group)
		return group_savepoint(st, err);
	rc = lock_take(st, err);
	if (rc)
		return rc;
	st->busy_until_ms = wait_now_ms() + st->wait_ms;
	rc = check_moved(st, err);
	if (!rc)
		rc = prepare_write(st, err);
	if (!rc)
		rc = stmt_run(stmt(st, sql_immediate), err);
	if (rc) {
		lock_drop(st);
		return rc;
	}
	st->in_write = true;
	/* A newer program may have migrated it while this one was open. */
	rc = stmt_int(stmt(st, sql_version), 0, &version, err);
	if (!rc && !st->looked_closely)
		rc = check_schema(st, (int)version, 0, true, err);
	st->looked_closely = !rc;
	if (!rc && version != migrate_latest())
		rc = err_set(err, RC_BUSY, "the store was upgraded by a newer replife");
	if (!rc)
		rc = pending_start(st, err);
	if (rc)
		txn_rollback(st);
	return rc;
}

/* A page that could not be written: the journal is whole then, and takes all
 * of it back, now or when the store is opened next. */
static bool is_before_the_end(int code)
{
	return code == SQLITE_FULL || code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_READ;
}

/* An interrupt that comes late, for what is over already, hits this: once. */
static int roll_back(struct store *st)
{
	int code = SQLITE_INTERRUPT;

	for (int i = 0; i < 100 && code == SQLITE_INTERRUPT && !sqlite3_get_autocommit(st->db); i++)
		code = sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL) & 0xff;
	return sqlite3_get_autocommit(st->db) ? SQLITE_OK : code;
}

enum rc commit_all(struct store *st, struct err *err)
{
	enum rc rc;

	if (st->in_write && sqlite3_get_autocommit(st->db)) {
		rc = store_error(st, SQLITE_ABORT_ROLLBACK, err);
		txn_rollback(st);
		return rc;
	}
	st->busy_until_ms = wait_now_ms() + st->wait_ms;
	let_go(st);
	rc = stmt_run(stmt(st, sql_commit), err);
	if (rc && !sqlite3_get_autocommit(st->db)) {
		/* Rolled back in full: nothing was changed. */
		if (roll_back(st))
			rc = err_set(err, RC_UNKNOWN, "the disk failed while writing %s", st->path);
	} else if (rc && rc != RC_BUSY && rc != RC_CONFLICT && st->in_write &&
		   !is_before_the_end(sqlite3_extended_errcode(st->db))) {
		rc = err_set(err, RC_UNKNOWN, "the disk failed at the very end of writing %s", st->path);
	}
	st->in_read = st->in_write = false;
	rules_settle(st, !rc);
	pending_clear(st);
	lock_drop(st);
	return rc;
}

enum rc txn_commit(struct store *st, struct err *err)
{
	if (!st->in_read && !st->in_write)
		return RC_OK;
	return st->group ? group_release(st, err) : commit_all(st, err);
}

void store_patience(struct store *st, int wait_ms)
{
	st->wait_ms = wait_ms < 0 ? WAIT_MS : wait_ms;
}

void txn_rollback(struct store *st)
{
	if (!st || !st->db)
		return;
	let_go(st);
	if (st->group) {
		group_take_back(st);
		return;
	}
	roll_back(st);
	st->in_read = st->in_write = false;
	rules_settle(st, false);
	pending_clear(st);
	lock_drop(st);
}
