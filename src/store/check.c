/* Is this file a store of ours, whole, and as we made it? */
#include <stdio.h>
#include <string.h>

#include "schema_hash.h"
#include "store_i.h"

/* Generated: schema_hashes[v] is the sum over version v's schema. */
#include "schema_hashes.h"

static uint32_t be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static enum rc not_a_store(struct store *st, const char *why, struct err *err)
{
	err_set(err, RC_BAD_DATA, "%s is not a replife store: %s", st->path, why);
	return err_todo(err, "Name another file with --db PATH, or put a backup in place "
			     "with `replife db restore FILE`");
}

/* Size and header must agree. They are looked at under SQLite's own lock,
 * since a commit in the middle shows a file between two sizes. */
static enum rc check_whole(struct store *st, struct err *err)
{
	sqlite3_file *f = NULL;
	sqlite3_int64 size = 0;
	int64_t pages = 0, page_size = 0;
	enum rc rc;

	rc = store_exec(st, "BEGIN; SELECT count(*) FROM sqlite_schema", err);
	if (!rc)
		rc = stmt_int(stmt(st, "PRAGMA page_count"), 0, &pages, err);
	if (!rc)
		rc = stmt_int(stmt(st, "PRAGMA page_size"), 0, &page_size, err);
	if (!rc && sqlite3_file_control(st->db, "main", SQLITE_FCNTL_FILE_POINTER, &f) == SQLITE_OK &&
	    f->pMethods->xFileSize(f, &size) == SQLITE_OK && size < pages * page_size) {
		err_set(err, RC_BAD_DATA, "%s is cut short: %lld of %lld bytes are there",
			st->path, (long long)size, (long long)pages * (long long)page_size);
		rc = err_todo(err, "Put a backup in its place: replife db restore FILE");
	}
	sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	return rc;
}

uint32_t check_cookie(void)
{
	return schema_cookies[migrate_latest()];
}

enum rc check_header(struct store *st, int *version, uint32_t *cookie, struct err *err)
{
	unsigned char h[100];
	sqlite3_file *f = NULL;
	sqlite3_int64 size = 0;
	uint32_t page_size;

	if (sqlite3_file_control(st->db, "main", SQLITE_FCNTL_FILE_POINTER, &f) != SQLITE_OK ||
	    !f->pMethods || f->pMethods->xFileSize(f, &size) != SQLITE_OK)
		return err_set(err, RC_IO, "cannot read %s", st->path);
	if (size < (sqlite3_int64)sizeof h)
		return not_a_store(st, size ? "it is too short" : "it is empty", err);
	if (f->pMethods->xRead(f, h, sizeof h, 0) != SQLITE_OK)
		return err_set(err, RC_IO, "cannot read %s", st->path);
	if (memcmp(h, "SQLite format 3", 16))
		return not_a_store(st, "its content is something else", err);
	if (be32(h + 68) != STORE_APPLICATION_ID)
		return not_a_store(st, "it belongs to another program", err);
	*version = (int)be32(h + 60);
	*cookie = be32(h + 40);
	if (*version > migrate_latest()) {
		err_set(err, RC_BAD_DATA, "%s was made by a newer replife (format %d; this one knows %d)",
			st->path, *version, migrate_latest());
		return err_todo(err, "Install the newer replife");
	}
	if (*version < 1)
		return not_a_store(st, "it has no format number", err);
	page_size = (uint32_t)h[16] << 8 | h[17];
	if (page_size == 1)
		page_size = 65536;
	if (size != (sqlite3_int64)be32(h + 28) * page_size)
		return check_whole(st, err);
	return RC_OK;
}

/*
 * SQLite counts each change of a schema. Where the count is that of a store as
 * we make it, a reader need not look closer: only writing runs triggers, and
 * then `closely` is asked for.
 */
enum rc check_schema(struct store *st, int version, uint32_t cookie, bool closely, struct err *err)
{
	int code;
	uint64_t sum;

	if (!closely && cookie == schema_cookies[version])
		return RC_OK;
	sum = schema_hash(st->db, &code);
	if (code)
		return store_error(st, code, err);
	if (sum == schema_hashes[version])
		return RC_OK;
	err_set(err, RC_BAD_DATA, "somebody changed the tables or triggers of %s", st->path);
	return err_todo(err, "Put a backup in its place: replife db restore FILE");
}
