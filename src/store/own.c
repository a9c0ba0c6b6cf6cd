/*
 * A store that one process has to itself, a server: a write-ahead log, so that
 * its other connections read beside a write, and groups of writes that share a
 * commit.
 *
 * SQLite 3.7.0 to 3.51.2 may damage such a log where two connections meet at its
 * start (https://www.sqlite.org/wal.html, "WAL-reset bug"). Here one connection
 * alone writes and moves the log into the file; the others only read, and nobody
 * else may open it at all. When it is closed the file is an ordinary one again.
 */
#include <sys/stat.h>

#include "store_i.h"

/* Pages of the log at which it goes into the file. Each 4 KiB; a booking writes about
 * a dozen, and bookings write the same ones again and again. An import's pages lie all
 * over the file: hundreds of them take as long as thousands do, so it is better seldom. */
static const int tidy_pages[] = { [TIDY_IDLE] = 100, [TIDY_BETWEEN] = 16000, [TIDY_LATEST] = 2000 };

/* ---- opening and closing ---- */

/* The file says of itself that its log lies beside it. */
static bool has_log(struct store *st)
{
	unsigned char h[20] = { 0 };
	sqlite3_file *f = NULL;

	return sqlite3_file_control(st->db, "main", SQLITE_FCNTL_FILE_POINTER, &f) == SQLITE_OK &&
	       f->pMethods && f->pMethods->xRead(f, h, sizeof h, 0) == SQLITE_OK && h[18] == 2;
}

/* A server was killed: what it had promised lies in the log, and is brought into
 * the file before anybody looks at it. The file says that it has a log until
 * own_leave(), so that whoever is killed in between leaves it to the next. */
enum rc own_settle(struct store *st, bool *cut_off, struct err *err)
{
	struct stat sb;
	enum rc rc;

	/* Half of a change back to an ordinary file may lie there. */
	if (!stat(arena_printf(&st->arena, "%s-journal", st->path), &sb) && sb.st_size)
		sqlite3_exec(st->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
	if (!has_log(st))
		return RC_OK;
	*cut_off = true;
	rc = lock_take(st, err);
	if (rc)
		return rc;
	rc = store_exec(st, "PRAGMA wal_checkpoint(TRUNCATE)", err);
	lock_drop(st);
	st->prepared_write = !rc;	/* it stays as it is, for now */
	return rc;
}

/* All is settled: an ordinary file again. */
enum rc own_leave(struct store *st, struct err *err)
{
	enum rc rc = lock_take(st, err);

	if (rc)
		return rc;
	st->prepared_write = false;
	rc = store_exec(st, "PRAGMA journal_mode = TRUNCATE", err);
	lock_drop(st);
	return rc;
}

static int on_pages(void *ctx, sqlite3 *db, const char *name, int pages)
{
	struct store *st = ctx;

	(void)db;
	(void)name;
	st->wal_pages = pages;
	return SQLITE_OK;
}

enum rc own_begin(struct store *st, struct err *err)
{
	enum rc rc = store_exec(st, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
				    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY", err);

	sqlite3_wal_hook(st->db, on_pages, st);
	st->prepared_write = !rc;
	/* The log is opened by the first look; whoever has it takes it away at the end. */
	if (!rc)
		rc = store_exec(st, "SELECT count(*) FROM sqlite_schema", err);
	if (!rc && !has_log(st)) {
		err_set(err, RC_BUSY, "the store %s is in use", st->path);
		return err_todo(err, "Close what has it open, then start the server again");
	}
	return rc;
}

enum rc own_beside(struct store *st, struct err *err)
{
	st->beside = true;
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	return store_exec(st, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;"
			      "PRAGMA cache_size = -16384", err);
}

void own_end(struct store *st)
{
	/* Where somebody reads still, the next who opens it does this; who does it knows
	 * that there may be parts to take back. */
	if (!st->in_parts)
		sqlite3_exec(st->db, "PRAGMA journal_mode = TRUNCATE", NULL, NULL, NULL);
}

/* ---- groups ---- */

static const char sql_savepoint[] = "SAVEPOINT op", sql_release[] = "RELEASE op",
	sql_back[] = "ROLLBACK TO op";

/* Who asks waits for others besides, and asks again. */
#define GROUP_WAIT_MS 50

enum rc group_begin(struct store *st, struct err *err)
{
	enum rc rc = check_moved(st, err);

	st->busy_until_ms = wait_now_ms() + GROUP_WAIT_MS;
	if (!rc)
		rc = stmt_run(stmt(st, sql_immediate), err);
	if (rc)
		return rc;
	st->group = true;
	st->lost = false;
	st->kept = 0;
	st->rules_before = st->rules_kept;
	return RC_OK;
}

static enum rc is_lost(struct err *err)
{
	err_set(err, RC_IO, "the disk failed, or memory ran out, while this and others were written");
	return err_todo(err, "Nothing was changed; try again");
}

/* Until one is kept there is nothing to save; a group is often of one. */
static enum rc begin_op(struct store *st, struct err *err)
{
	st->bare = !st->kept;
	if (!st->bare)
		return stmt_run(stmt(st, sql_savepoint), err);
	/* The one before it took the whole back. */
	return sqlite3_get_autocommit(st->db) ? stmt_run(stmt(st, sql_immediate), err) : RC_OK;
}

enum rc group_savepoint(struct store *st, struct err *err)
{
	enum rc rc = st->lost ? is_lost(err) : begin_op(st, err);

	st->in_write = !rc;
	if (!rc)
		rc = pending_start(st, err);
	return rc;
}

static void op_over(struct store *st, bool done)
{
	st->in_read = st->in_write = false;
	rules_settle(st, done);
	pending_clear(st);
}

enum rc group_release(struct store *st, struct err *err)
{
	enum rc rc = RC_OK;

	st->lost |= sqlite3_get_autocommit(st->db) != 0;
	if (st->lost)
		rc = is_lost(err);
	else if (!st->bare)
		rc = stmt_run(stmt(st, sql_release), err);
	st->kept += !rc;
	op_over(st, !rc);
	return rc;
}

void group_take_back(struct store *st)
{
	struct err ignored = { 0 };
	bool gone = sqlite3_get_autocommit(st->db) != 0;

	if (!st->in_write) {
		/* nothing was begun */
	} else if (st->bare) {
		if (!gone)
			sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	} else {
		/* An error may have taken the whole of it back already. */
		st->lost |= gone;
		if (!st->lost)
			st->lost = stmt_run(stmt(st, sql_back), &ignored) || stmt_run(stmt(st, sql_release), &ignored);
	}
	op_over(st, false);
}

enum rc group_end(struct store *st, struct err *err)
{
	uint32_t before = st->rules_before;
	enum rc rc;

	st->group = false;
	if (!st->kept && sqlite3_get_autocommit(st->db))
		return RC_OK;	/* all of it was taken back, one by one */
	st->lost |= sqlite3_get_autocommit(st->db) != 0;
	if (st->lost) {
		txn_rollback(st);
		rc = is_lost(err);
	} else {
		st->in_write = true;
		rc = commit_all(st, err);
	}
	if (rc)
		st->rules = st->rules_kept = before;
	return rc;
}

/* ---- between them ---- */

bool store_tidy(struct store *st, enum tidy when)
{
	if (st->wal_pages < tidy_pages[when])
		return false;
	sqlite3_wal_checkpoint_v2(st->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	st->wal_pages = 0;
	return true;
}

bool store_rescue(struct store *st)
{
	bool moved = store_moved(st);

	/* The log keeps the old name: without it, the file is whole where it is now. */
	if (moved && !st->rescued)
		sqlite3_wal_checkpoint_v2(st->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	st->rescued = moved;
	return moved;
}

void store_interrupt(struct store *st)
{
	sqlite3_interrupt(st->db);
}
