/* Opening, settings, transactions. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store_i.h"

/* Short naps until the deadline that txn_* set; the queue of writers waits
 * elsewhere (lock.c), so this is only for readers against a commit. */
static int on_busy(void *ctx, int tries)
{
	struct store *st = ctx;
	struct timespec nap = { 0, tries < 10 ? 200000 : 2000000 };

	if (wait_now_ms() >= st->busy_until_ms)
		return 0;
	nanosleep(&nap, NULL);
	return 1;
}

static void free_store(void *p)
{
	store_close(p);
}

static struct store *store_new(struct arena *a, const char *path)
{
	struct store *st = arena_new(a, struct store);

	st->owner = a;
	st->lock_fd = -1;
	st->wait_ms = WAIT_MS;
	st->arena.parent = a;
	st->scratch.parent = a;
	st->path = arena_strdup(a, path);
	st->busy_until_ms = wait_now_ms() + st->wait_ms;
	arena_defer(a, free_store, st);
	return st;
}

/* Counting what SQLite allocates costs a fifth of opening a store, and nobody
 * asks for it. Once a process, before SQLite's first use. */
static void configure_once(void)
{
	static bool done;

	if (!done) {
		sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
		alloc_use();
	}
	done = true;
}

/* Opens the file as it is: no check, no change. */
static enum rc open_file(struct store *st, bool create, struct err *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
		    (create ? SQLITE_OPEN_CREATE : 0);
	int code;

	configure_once();
	code = sqlite3_open_v2(st->path, &st->db, flags, "unix");

	if (code == SQLITE_NOMEM || !st->db)
		arena_oom(st->owner);
	if (code)
		return store_error(st, code, err);
	sqlite3_busy_handler(st->db, on_busy, st);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	return RC_OK;
}

enum rc make_folders(const char *path, struct err *err)
{
	char dir[4096];
	size_t n = strlen(path);

	if (n >= sizeof dir)
		return err_set(err, RC_CANNOT_CREATE, "%s: the path is too long", path);
	memcpy(dir, path, n + 1);
	for (char *p = dir + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		if (mkdir(dir, 0700) && errno != EEXIST) {
			err_set(err, RC_CANNOT_CREATE, "cannot make the folder %s: %s", dir,
				strerror(errno));
			return err_todo(err, "Name another place with --db PATH");
		}
		*p = '/';
	}
	return RC_OK;
}

void sync_folder(const char *path)
{
	char dir[4096] = ".";
	const char *slash = strrchr(path, '/');
	int fd;

	if (slash && (size_t)(slash - path) + 2 > sizeof dir)
		return;
	if (slash) {
		memcpy(dir, path, (size_t)(slash - path) + 1);
		dir[slash - path + 1] = '\0';
	}
	fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* Into place without replacing what somebody else put there meanwhile. */
static enum rc put_in_place(const char *tmp, const char *path, struct err *err)
{
	if (link(tmp, path) && errno != EEXIST)
		return err_set(err, RC_CANNOT_CREATE, "cannot create %s: %s", path, strerror(errno));
	unlink(tmp);
	sync_folder(path);
	return RC_OK;
}

/* A new store is made whole beside its place, then put there: nobody ever
 * sees half of one. */
static enum rc create(struct arena *a, const char *path,
		      enum rc (*seed)(struct store *, void *, struct err *), void *ctx,
		      struct err *err)
{
	struct store *st;
	const char *tmp = arena_printf(a, "%s.new-%ld", path, (long)getpid());
	const char *lock = arena_printf(a, "%s-lock", tmp);
	enum rc rc = make_folders(path, err);
	int fd;

	if (rc)
		return rc;
	unlink(tmp);
	fd = open(tmp, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0) {
		err_set(err, RC_CANNOT_CREATE, "cannot create %s: %s", path, strerror(errno));
		return err_todo(err, "Name another place with --db PATH");
	}
	close(fd);
	st = store_new(a, tmp);
	rc = open_file(st, false, err);
	if (!rc)
		rc = migrate_create(st, err);
	if (!rc && seed)
		rc = seed(st, ctx, err);
	store_close(st);
	unlink(lock);
	unlink(arena_printf(a, "%s-journal", tmp));
	if (!rc)
		rc = put_in_place(tmp, path, err);
	if (rc)
		unlink(tmp);
	return rc;
}

enum rc store_open(struct arena *a, const char *path, enum store_open how,
		   enum rc (*seed)(struct store *st, void *ctx, struct err *err), void *ctx,
		   struct store **out, struct err *err)
{
	struct stat sb;
	struct store *st;
	bool made = false;
	int version = 0;
	uint32_t cookie = 0;
	enum rc rc;

	if (stat(path, &sb)) {
		if (errno != ENOENT && errno != ENOTDIR)
			return err_set(err, RC_IO, "cannot look at %s: %s", path, strerror(errno));
		if (how != STORE_CREATE) {
			err_set(err, RC_NOT_FOUND, "there is no store at %s", path);
			return err_todo(err, "Make one: replife --db %s init", path);
		}
		rc = create(a, path, seed, ctx, err);
		if (rc)
			return rc;
		made = true;
	} else if (!S_ISREG(sb.st_mode)) {
		return err_set(err, RC_BAD_DATA, "%s is not a file", path);
	}
	st = store_new(a, path);
	st->is_new = made;
	st->looked_closely = how != STORE_READ;
	rc = open_file(st, false, err);
	if (!rc)
		rc = check_header(st, &version, &cookie, err);
	if (!rc)
		rc = check_schema(st, version, cookie, how != STORE_READ, err);
	if (!rc && version < migrate_latest())
		rc = migrate_up(st, st->migrated_from = version, err);
	if (rc) {
		store_close(st);
		return rc;
	}
	*out = st;
	return RC_OK;
}

void store_abandon(struct store *st)
{
	st->abandoned = true;
}

void store_close(struct store *st)
{
	if (!st || st->abandoned)
		return;
	for (size_t i = 0; i < st->cap_stmts; i++)
		if (st->stmts[i])
			sqlite3_finalize(st->stmts[i]->h);
	st->n_stmts = st->cap_stmts = 0;
	if (st->db)
		sqlite3_close_v2(st->db);
	st->db = NULL;
	if (st->lock_fd >= 0)
		close(st->lock_fd);
	st->lock_fd = -1;
	st->wait_ms = WAIT_MS;
	arena_free(&st->scratch);
	arena_free(&st->arena);
}

const char *store_path(const struct store *st)
{
	return st->path;
}

/* A statement of its own, outside of any transaction: it reads the file's
 * counter, and nothing else. Until this connection has written it is the number
 * that the latest read left, and the first picture need not wait for it. */
bool store_changed(struct store *st)
{
	int64_t was = st->data_version;
	sqlite3_stmt *h = NULL;
	unsigned seen = 0;

	if (!was && !st->prepared_write) {
		sqlite3_file_control(st->db, "main", SQLITE_FCNTL_DATA_VERSION, &seen);
		st->data_version = seen;
		return false;
	}
	if (sqlite3_prepare_v2(st->db, "PRAGMA data_version", -1, &h, NULL) == SQLITE_OK &&
	    sqlite3_step(h) == SQLITE_ROW)
		st->data_version = sqlite3_column_int64(h, 0);
	sqlite3_finalize(h);
	return was && was != st->data_version;
}

bool store_is_new(const struct store *st)
{
	return st->is_new;
}

/* ---- transactions ---- */

static const char sql_begin[] = "BEGIN", sql_immediate[] = "BEGIN IMMEDIATE",
	sql_commit[] = "COMMIT", sql_version[] = "PRAGMA user_version";

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
	rc = store_exec(st, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
			    "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY", err);
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
static enum rc check_moved(struct store *st, struct err *err)
{
	if (!store_moved(st))
		return RC_OK;
	err_set(err, RC_BUSY, "another file was put in the place of %s", st->path);
	return err_todo(err, "Nothing was changed; try again");
}

enum rc txn_write(struct store *st, struct err *err)
{
	int64_t version = 0;
	enum rc rc = lock_take(st, err);

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

/* A statement that still has a row to give holds the file past the end of the
 * transaction, and nobody could write while this program waits for a key. */
static void let_go(struct store *st)
{
	for (size_t i = 0; i < st->cap_stmts; i++)
		if (st->stmts[i])
			sqlite3_reset(st->stmts[i]->h);
}

enum rc txn_commit(struct store *st, struct err *err)
{
	enum rc rc;
	struct err ignored = { 0 };

	if (!st->in_read && !st->in_write)
		return RC_OK;
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
		if (store_exec(st, "ROLLBACK", &ignored))
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

void store_patience(struct store *st, int wait_ms)
{
	st->wait_ms = wait_ms < 0 ? WAIT_MS : wait_ms;
}

void txn_rollback(struct store *st)
{
	if (!st || !st->db)
		return;
	let_go(st);
	if (!sqlite3_get_autocommit(st->db))
		sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	st->in_read = st->in_write = false;
	rules_settle(st, false);
	pending_clear(st);
	lock_drop(st);
}
