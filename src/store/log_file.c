/*
 * The write-ahead log of a server's store, written at one go.
 *
 * SQLite writes each page of a commit in two calls, a head of 24 bytes and the
 * page, and a booking changes more than a dozen pages: the calls cost as much as the
 * disk's own work. Here what follows on itself is kept, and written when SQLite
 * wants it on disk, wants to read, or there is much of it. Nothing of a commit
 * is told to anybody before the sync has come back without an error (synchronous
 * = FULL), so what others read, and what is promised, is in the file as before.
 *
 * All other files are SQLite's own, as they are.
 */
#include <stdlib.h>

#include "store_i.h"

#define KEEP (124 * 1024)	/* SQLite's own files take less than 128 KiB at a time */

/* What SQLite opens lies behind it, in the same piece of memory. */
struct log_file {
	sqlite3_file base;
	char *kept;		/* not written yet: `n` bytes, for `at` */
	sqlite3_int64 at;
	int n;
};

static sqlite3_vfs log_vfs;

static struct log_file *log_of(sqlite3_file *f)
{
	return (struct log_file *)(void *)f;
}

static sqlite3_file *real_of(sqlite3_file *f)
{
	return (sqlite3_file *)(void *)(log_of(f) + 1);
}

/* An error tells SQLite that the commit failed; it writes in the same place again. */
static int flush(sqlite3_file *f)
{
	struct log_file *l = log_of(f);
	int rc = l->n ? real_of(f)->pMethods->xWrite(real_of(f), l->kept, l->n, l->at) : SQLITE_OK;

	if (!rc)
		l->n = 0;	/* else it is tried again: what comes after must not stand on a hole */
	return rc;
}

static int log_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	struct log_file *l = log_of(f);
	int rc = SQLITE_OK;

	if (l->n && (at != l->at + l->n || n > KEEP - l->n))
		rc = flush(f);
	if (rc)
		return rc;
	if (!l->kept)
		l->kept = malloc(KEEP);
	if (!l->kept || n > KEEP)
		return real_of(f)->pMethods->xWrite(real_of(f), p, n, at);
	if (!l->n)
		l->at = at;
	memcpy(l->kept + l->n, p, (size_t)n);
	l->n += n;
	return SQLITE_OK;
}

static int log_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	int rc = flush(f);

	return rc ? rc : real_of(f)->pMethods->xRead(real_of(f), to, n, at);
}

static int log_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc;

	if (size <= log_of(f)->at)
		log_of(f)->n = 0;
	rc = flush(f);
	return rc ? rc : real_of(f)->pMethods->xTruncate(real_of(f), size);
}

static int log_sync(sqlite3_file *f, int flags)
{
	int rc = flush(f);

	return rc ? rc : real_of(f)->pMethods->xSync(real_of(f), flags);
}

static int log_size(sqlite3_file *f, sqlite3_int64 *out)
{
	int rc = flush(f);

	return rc ? rc : real_of(f)->pMethods->xFileSize(real_of(f), out);
}

/* What is kept still is of no commit. */
static int log_close(sqlite3_file *f)
{
	free(log_of(f)->kept);
	return real_of(f)->pMethods->xClose(real_of(f));
}

static int log_lock(sqlite3_file *f, int level)
{
	return real_of(f)->pMethods->xLock(real_of(f), level);
}

static int log_unlock(sqlite3_file *f, int level)
{
	return real_of(f)->pMethods->xUnlock(real_of(f), level);
}

static int log_reserved(sqlite3_file *f, int *out)
{
	return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}

static int log_control(sqlite3_file *f, int op, void *arg)
{
	return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int log_sector(sqlite3_file *f)
{
	return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int log_device(sqlite3_file *f)
{
	return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static const sqlite3_io_methods log_methods = {
	.iVersion = 1, .xClose = log_close, .xRead = log_read, .xWrite = log_write,
	.xTruncate = log_truncate, .xSync = log_sync, .xFileSize = log_size, .xLock = log_lock,
	.xUnlock = log_unlock, .xCheckReservedLock = log_reserved, .xFileControl = log_control,
	.xSectorSize = log_sector, .xDeviceCharacteristics = log_device,
};

static int open_any(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	sqlite3_vfs *unix_vfs = sqlite3_vfs_find("unix");
	int rc;

	(void)vfs;
	if (!(flags & SQLITE_OPEN_WAL))
		return unix_vfs->xOpen(unix_vfs, name, f, flags, out);
	*log_of(f) = (struct log_file){ 0 };
	rc = unix_vfs->xOpen(unix_vfs, name, real_of(f), flags, out);
	if (!rc)
		f->pMethods = &log_methods;
	return rc;
}

const char *log_file_use(void)
{
	sqlite3_vfs *unix_vfs = sqlite3_vfs_find("unix");

	if (log_vfs.xOpen || !unix_vfs)
		return log_vfs.zName;
	log_vfs = *unix_vfs;
	log_vfs.pNext = NULL;
	log_vfs.zName = "unix-log";
	log_vfs.szOsFile += (int)sizeof(struct log_file);
	log_vfs.xOpen = open_any;
	return sqlite3_vfs_register(&log_vfs, 0) ? NULL : log_vfs.zName;
}
