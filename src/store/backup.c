/* Copying a store away, and putting a copy back. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "replife/care.h"
#include "replife/folders.h"
#include "store_i.h"

static enum rc cannot_make(const char *file, struct err *err)
{
	err_set(err, errno == ENOSPC || errno == EIO ? RC_IO : RC_CANNOT_CREATE,
		"cannot create %s: %s", file, strerror(errno));
	return err_todo(err, "Name a file in a folder that you can write to");
}

static enum rc is_there(const char *file, struct err *err)
{
	err_set(err, RC_CANNOT_CREATE, "%s exists already", file);
	return err_todo(err, "Name a file that does not exist yet");
}

/* What VACUUM INTO counts up is set back, so that a reader of the copy knows
 * its schema at a glance (check.c). */
static int set_cookie(const char *path, uint32_t cookie)
{
	char sql[64];
	sqlite3 *db = NULL;
	int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, "unix");

	sqlite3_snprintf(sizeof sql, sql, "PRAGMA schema_version = %u", cookie);
	if (!code)
		code = sqlite3_exec(db, sql, NULL, NULL, NULL);
	sqlite3_close(db);
	return code;
}

enum rc copy_to(struct store *st, const char *to, struct err *err)
{
	int fd;
	enum rc rc;

	unlink(to);
	fd = open_private(to, O_EXCL);
	if (fd < 0)
		return cannot_make(to, err);
	close(fd);
	st->busy_until_ms = wait_now_ms() + WAIT_MS;
	rc = st->beside ? store_exec(st, "PRAGMA query_only = OFF", err) : RC_OK;
	if (!rc)
		rc = stmt_run(bind_text(stmt(st, "VACUUM INTO :to"), ":to", to), err);
	if (st->beside)
		sqlite3_exec(st->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
	if (!rc && set_cookie(to, check_cookie()))
		rc = err_set(err, RC_IO, "cannot write %s", to);
	unlink(arena_printf(&st->arena, "%s-journal", to));
	if (rc)
		unlink(to);
	return rc;
}

/* Page by page, which is quicker than VACUUM INTO; read and dropped by this process. */
static int copy_pages(struct store *st, const char *to)
{
	sqlite3 *db = NULL;
	sqlite3_backup *b;
	int code = sqlite3_open_v2(to, &db, SQLITE_OPEN_READWRITE, "unix");

	if (!code)
		code = sqlite3_exec(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL);
	if (!code) {
		b = sqlite3_backup_init(db, "main", st->db, "main");
		if (b)
			sqlite3_backup_step(b, -1);
		code = b ? sqlite3_backup_finish(b) : sqlite3_errcode(db);
	}
	sqlite3_close(db);
	return code;
}

enum rc store_copy(struct store *st, const char *to, struct err *err)
{
	int fd = open_private(to, O_EXCL), code;

	if (fd < 0)
		return cannot_make(to, err);
	close(fd);
	code = copy_pages(st, to);
	if (!code)
		return RC_OK;
	unlink(to);
	err_set(err, RC_IO, "there is no room for a copy of the store: %s", sqlite3_errstr(code));
	return err_todo(err, "Nothing was changed; ask who looks after it to make room");
}

/* Read from the copy: the store may have gone on since it was made. */
static enum rc read_end(const char *path, struct arena *a, struct log_end *end, struct err *err)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *s = NULL;
	int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, "unix");

	*end = (struct log_end){ .hash = "" };
	if (!code)
		code = sqlite3_prepare_v2(db, "SELECT seq, lower(hex(hash)) FROM audit "
					      "ORDER BY seq DESC LIMIT 1", -1, &s, NULL);
	if (!code)
		code = sqlite3_step(s);
	if (code == SQLITE_ROW) {
		end->entries = sqlite3_column_int64(s, 0);
		end->hash = arena_strdup(a, (const char *)sqlite3_column_text(s, 1));
	}
	sqlite3_finalize(s);
	sqlite3_close(db);
	return code == SQLITE_ROW || code == SQLITE_DONE ? RC_OK
							 : err_set(err, RC_IO, "cannot read %s", path);
}

static enum rc sync_file(const char *path, struct err *err)
{
	int fd = open(path, O_RDWR | O_CLOEXEC);
	bool good = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return good ? RC_OK : err_set(err, RC_IO, "cannot write %s: %s", path, strerror(errno));
}

static void take_away(void *temp)
{
	unlink(temp);
}

/* It may have been taken between the parts of an import, which is none in a copy. */
static enum rc settle_copy(struct arena *a, const char *temp, struct err *err)
{
	struct store *copy;
	enum rc rc = store_open(a, temp, STORE_SCRATCH, NULL, NULL, &copy, err);

	if (!rc)
		store_close(copy);
	unlink(arena_printf(a, "%s-lock", temp));
	unlink(arena_printf(a, "%s-journal", temp));
	return rc;
}

enum rc store_backup(struct store *st, struct arena *a, const char *file, struct log_end *end,
		     struct err *err)
{
	char *temp = arena_printf(a, "%s.new-%ld", file, (long)getpid());
	struct stat sb;
	enum rc rc;

	if (!lstat(file, &sb))
		return is_there(file, err);
	arena_defer(a, take_away, temp);	/* where memory runs out */
	rc = copy_to(st, temp, err);
	if (!rc)
		rc = settle_copy(a, temp, err);
	if (!rc)
		rc = read_end(temp, a, end, err);
	if (!rc)
		rc = sync_file(temp, err);
	if (!rc && link(temp, file))
		rc = errno == EEXIST ? is_there(file, err) : cannot_make(file, err);
	unlink(temp);
	if (!rc)
		sync_folder(file);
	return rc;
}

/* ---- putting one back ---- */

static enum rc copy_bytes(int from, int to, const char *file, struct err *err)
{
	char buf[65536];
	ssize_t n, k;

	while ((n = read(from, buf, sizeof buf)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, RC_IO, "cannot read %s: %s", file, strerror(errno));
		for (ssize_t at = 0; at < n; at += k) {
			k = write(to, buf + at, (size_t)(n - at));
			if (k < 0 && errno == EINTR)
				k = 0;
			else if (k < 0)
				return err_set(err, RC_IO, "cannot copy %s: %s", file, strerror(errno));
		}
	}
	return fsync(to) ? err_set(err, RC_IO, "cannot copy %s: %s", file, strerror(errno)) : RC_OK;
}

static enum rc copy_file(const char *file, const char *to, const char *path, struct err *err)
{
	int in = open(file, O_RDONLY | O_CLOEXEC), out;
	struct stat sb, after;
	enum rc rc;

	if (in < 0 || fstat(in, &sb) || !S_ISREG(sb.st_mode)) {
		err_set(err, in < 0 && errno == ENOENT ? RC_NOT_FOUND : RC_BAD_DATA, "%s cannot be read: %s",
			file, in < 0 ? strerror(errno) : "it is no file");
		if (in >= 0)
			close(in);
		return err_todo(err, "Name the file that `replife db backup` wrote");
	}
	unlink(to);
	out = open_private(to, O_EXCL);
	if (out < 0) {
		close(in);
		return cannot_make(path, err);
	}
	rc = copy_bytes(in, out, file, err);
	if (!rc && (fstat(in, &after) || after.st_size != sb.st_size ||
		    after.st_mtim.tv_sec != sb.st_mtim.tv_sec ||
		    after.st_mtim.tv_nsec != sb.st_mtim.tv_nsec)) {
		err_set(err, RC_BAD_DATA, "%s was written to while it was read", file);
		rc = err_todo(err, "Nothing was changed. Copy it whole: replife --db %s db backup "
				   "NEWFILE, then restore that", file);
	}
	close(in);
	close(out);
	return rc;
}

/* Messages name the file that was given, not its copy. */
static enum rc about(const char *file, const char *temp, struct err *err)
{
	struct err was = *err;
	char *at = strstr(was.what, temp);

	if (at)
		err_set(err, was.rc, "%.*s%s%s", (int)(at - was.what), was.what, file,
			at + strlen(temp));
	else
		err_set(err, was.rc, "%s cannot be restored: %s", file, was.what);
	return err_todo(err, "Nothing was changed; restore another file");
}

/* A file alone is half of a store while a journal lies beside it: without what
 * is in there, a write that was cut off would pass for done, or one that was
 * done be lost. */
static enum rc check_alone(struct arena *a, const char *file, struct err *err)
{
	static const char *const beside[] = { "-journal", "-wal" };
	struct stat sb;

	for (size_t i = 0; i < 2; i++) {
		if (stat(arena_printf(a, "%s%s", file, beside[i]), &sb) || !sb.st_size)
			continue;
		err_set(err, RC_BAD_DATA, "%s has an unfinished write beside it, %s%s", file, file,
			beside[i]);
		return err_todo(err, "Nothing was changed. Copy it whole: replife --db %s db backup "
				     "NEWFILE, then restore that", file);
	}
	return RC_OK;
}

static enum rc check_other(const char *file, const char *path, struct err *err)
{
	struct stat one, two;

	if (stat(file, &one) || stat(path, &two) || one.st_dev != two.st_dev || one.st_ino != two.st_ino)
		return RC_OK;
	err_set(err, RC_USAGE, "%s is the store itself", file);
	return err_todo(err, "Name the file that `replife db backup` wrote");
}

/* Whole, ours, of a format that we know, and with all rules kept. */
static enum rc examine(struct arena *a, const char *temp, struct err *err)
{
	struct care_check *c;
	struct store *st;
	int64_t entries;
	size_t n;
	enum rc rc = store_open(a, temp, STORE_WRITE, NULL, NULL, &st, err);

	if (rc)
		return rc;
	rc = store_examine(st, a, &c, &n, err);
	for (size_t i = 0; !rc && i < n; i++)
		if (c[i].wrong)
			rc = err_set(err, RC_BAD_DATA, "%s is damaged, this is not so: %s", temp, c[i].what);
	if (!rc)
		rc = audit_verify(st, &entries, err);
	store_close(st);
	return rc;
}

/* What a crash left half-written is undone before the file gets another name,
 * since the journal is found by name. A store that cannot be opened keeps its
 * journal beside it, under the new name. */
static void settle(struct arena *a, const char *path)
{
	struct err ignored = { 0 };
	struct store *st;
	int64_t n;

	if (store_open(a, path, STORE_READ, NULL, NULL, &st, &ignored))
		return;
	if (stmt_int(stmt(st, "PRAGMA user_version"), 0, &n, &ignored))
		n = 0;
	store_close(st);
}

static enum rc keep_journal(struct arena *a, const char *path, const char *kept, struct err *err)
{
	const char *journal = arena_printf(a, "%s-journal", path);
	struct stat sb;

	if (stat(journal, &sb))
		return RC_OK;
	if (sb.st_size ? rename(journal, arena_printf(a, "%s-journal", kept)) : unlink(journal))
		return cannot_make(kept, err);
	return RC_OK;
}

static enum rc keep_old(struct arena *a, const char *path, const char **kept, struct err *err)
{
	for (int i = 1; i < 10000; i++) {
		*kept = arena_printf(a, "%s.before-restore-%d", path, i);
		if (link(path, *kept) == 0)
			return keep_journal(a, path, *kept, err);
		if (errno == ENOENT) {
			*kept = NULL;
			return RC_OK;
		}
		if (errno != EEXIST)
			break;
	}
	return cannot_make(*kept, err);
}

static enum rc swap(struct arena *a, const char *temp, const char *path, const char **kept,
		    struct err *err)
{
	struct store lock = { .path = path, .lock_fd = -1, .arena = { .parent = a } };
	enum rc rc = lock_take(&lock, err);

	if (!rc) {
		settle(a, path);
		rc = keep_old(a, path, kept, err);
		if (!rc && rename(temp, path))
			rc = cannot_make(path, err);
		if (!rc)
			sync_folder(path);
		lock_drop(&lock);
	}
	if (lock.lock_fd >= 0)
		close(lock.lock_fd);
	arena_free(&lock.arena);
	return rc;
}

enum rc store_restore(struct arena *a, const char *file, const char *path, const char **kept,
		      struct err *err)
{
	const char *temp = arena_printf(a, "%s.restore-%ld", path, (long)getpid());
	enum rc rc = check_other(file, path, err);

	*kept = NULL;
	if (!rc)
		rc = check_alone(a, file, err);
	if (!rc)
		rc = make_folders(path, err);
	if (!rc)
		rc = copy_file(file, temp, path, err);
	if (!rc)
		rc = check_alone(a, file, err);
	if (!rc && (rc = examine(a, temp, err)))
		about(file, temp, err);
	if (!rc)
		rc = swap(a, temp, path, kept, err);
	if (rc)
		unlink(temp);
	for (int v = 1; v < migrate_latest(); v++)
		unlink(arena_printf(a, "%s.v%d", temp, v));
	unlink(arena_printf(a, "%s-lock", temp));
	unlink(arena_printf(a, "%s-journal", temp));
	return rc;
}
