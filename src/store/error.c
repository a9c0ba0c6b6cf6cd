/* SQLite's errors as ours: what happened, and what to do. */
#include <stdio.h>
#include <string.h>

#include "store_i.h"

/* "rule:overlap:the marketer has a session then" from a trigger. */
static enum rc rule_error(const char *msg, struct err *err)
{
	const char *why = msg + 5, *words = strchr(why, ':');

	if (!words)
		return err_set(err, RC_CONFLICT, "%s", msg);
	return err_conflict(err, reason_parse(why, (size_t)(words - why)), "%s", words + 1);
}

static enum rc constraint_error(const char *msg, int code, struct err *err)
{
	if (!strncmp(msg, "rule:", 5))
		return rule_error(msg, err);
	if (strstr(msg, "seats_held"))
		return err_conflict(err, REASON_BELOW_BOOKINGS,
				    "more seats are booked than there would be");
	if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
		return err_conflict(err, REASON_DUPLICATE, "that is there already (%s)", msg);
	if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
		return err_conflict(err, REASON_STATE, "something else refers to it");
	return err_conflict(err, REASON_STATE, "the store refuses it (%s)", msg);
}

static enum rc io_error(struct store *st, int code, struct err *err)
{
	switch (code & 0xff) {
	case SQLITE_FULL:
		err_set(err, RC_IO, "the disk is full");
		return err_todo(err, "Nothing was changed; make room and try again");
	case SQLITE_READONLY:
		err_set(err, RC_IO, "%s is read-only", st->path);
		return err_todo(err, "Give yourself the right to write to it and to its folder");
	case SQLITE_CANTOPEN:
		err_set(err, RC_IO, "cannot open %s", st->path);
		return err_todo(err, "Look at its permissions and its folder's");
	default:
		err_set(err, RC_IO, "reading or writing %s failed (%s)", st->path,
			sqlite3_errstr(code));
		return err_todo(err, "Nothing was changed; look at the disk, then `replife db check`");
	}
}

enum rc store_error(struct store *st, int code, struct err *err)
{
	const char *msg = sqlite3_errmsg(st->db);

	switch (code & 0xff) {
	case SQLITE_NOMEM:
		arena_oom(st->owner);
	case SQLITE_CONSTRAINT:
		return constraint_error(msg, code, err);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		err_set(err, RC_BUSY, "the store is in use by another program");
		return err_todo(err, "Nothing was changed; try again");
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
		return io_error(st, code, err);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		err_set(err, RC_BAD_DATA, "%s is damaged", st->path);
		return err_todo(err, "Put a backup in its place: replife db restore FILE");
	case SQLITE_ABORT:
		err_set(err, RC_FAILED, "the write was taken back: memory or the disk failed");
		return err_todo(err, "Nothing was changed; try again");
	case SQLITE_INTERRUPT:
		return err_set(err, RC_INTERRUPTED, "interrupted");
	default:
		return err_set(err, RC_FAILED, "the store failed: %s", msg);
	}
}

enum rc store_exec(struct store *st, const char *sql, struct err *err)
{
	int code = sqlite3_exec(st->db, sql, NULL, NULL, NULL);

	return code ? store_error(st, code, err) : RC_OK;
}
