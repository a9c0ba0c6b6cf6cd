/* Opening, settings, closing. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "replife/folders.h"
#include "replife/parts_store.h"
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
static void configure_once(bool threads)
{
	static bool done;

	if (!done) {
		sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
		alloc_use(threads);
	}
	done = true;
}

void store_threads(void)
{
	configure_once(true);
}

/* Opens the file as it is: no check, no change. */
static enum rc open_file(struct store *st, enum store_open how, struct err *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	const char *by = NULL;
	int code;

	configure_once(false);
	if (how == STORE_OWN && !sqlite3_initialize())
		by = log_file_use();
	code = sqlite3_open_v2(st->path, &st->db, flags, by ? by : "unix");
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

static bool folder_of(const char *path, char dir[4096])
{
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) + 1 : 1;

	if (n >= 4096)
		return false;
	memcpy(dir, slash ? path : ".", n);
	dir[n] = '\0';
	return true;
}

void sync_folder(const char *path)
{
	char dir[4096];
	int fd = folder_of(path, dir) ? open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

/* Root may look after the store of a server's account: what it makes there is that
 * account's, or the server could not open it. */
int open_private(const char *path, int flags)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
	struct stat at, in;
	char dir[4096];

	if (fd >= 0 && !geteuid() && folder_of(path, dir) && !stat(dir, &in) && in.st_uid &&
	    !fstat(fd, &at) && at.st_uid != in.st_uid && fchown(fd, in.st_uid, in.st_gid)) {
		close(fd);
		return -1;
	}
	return fd;
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
	fd = open_private(tmp, O_EXCL);
	if (fd < 0) {
		err_set(err, RC_CANNOT_CREATE, "cannot create %s: %s", path, strerror(errno));
		return err_todo(err, "Name another place with --db PATH");
	}
	close(fd);
	st = store_new(a, tmp);
	rc = open_file(st, STORE_CREATE, err);
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

/* As ours, whole, of today's format; a server's from here on, if it is to be. */
static enum rc open_alone(struct store *st, enum store_open how, struct err *err)
{
	int version = 0;
	uint32_t cookie = 0;
	bool cut_off = how == STORE_OWN || how == STORE_SCRATCH, left = false;
	enum rc rc = how == STORE_OWN ? lock_own(st, err) : RC_OK;

	if (!rc)
		rc = own_settle(st, &left, err);
	if (!rc)
		rc = check_header(st, &version, &cookie, err);
	if (!rc)
		rc = check_schema(st, version, cookie, how != STORE_READ, err);
	if (!rc && version < migrate_latest())
		rc = migrate_up(st, st->migrated_from = version, err);
	if (!rc && how == STORE_OWN)
		rc = own_begin(st, err);
	if (!rc && (cut_off || left))
		rc = parts_settle(st, SETTLE_ALL, err);
	if (!rc && left && how != STORE_OWN)
		rc = own_leave(st, err);
	return rc;
}

static enum rc cannot_look(const char *path, struct err *err)
{
	int e = errno;

	err_set(err, e == EACCES ? RC_DENIED : RC_IO, "cannot look at %s: %s", path, strerror(e));
	return err_todo(err, e == EACCES ? "It is another account's: call the server that has it, with "
			"--socket PATH, or name a store of your own" : "Look at its name, and at the disk");
}

enum rc store_open(struct arena *a, const char *path, enum store_open how,
		   enum rc (*seed)(struct store *st, void *ctx, struct err *err), void *ctx,
		   struct store **out, struct err *err)
{
	struct stat sb;
	struct store *st;
	bool made = false;
	enum rc rc;

	if (stat(path, &sb)) {
		if (errno != ENOENT && errno != ENOTDIR)
			return cannot_look(path, err);
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
	st->scratch_copy = how == STORE_SCRATCH;
	rc = open_file(st, how, err);
	if (!rc && how == STORE_BESIDE)
		rc = own_beside(st, err);
	else if (!rc)
		rc = open_alone(st, how, err);
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
	if (st->own)
		own_end(st);
	if (st->db)
		sqlite3_close_v2(st->db);
	st->db = NULL;
	if (st->lock_fd >= 0)
		close(st->lock_fd);
	st->lock_fd = -1;
	st->wait_ms = WAIT_MS;
	arena_free(&st->scratch);
	arena_free(&st->settling);
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
