/*
 * Migrations: data/migrations/NNNN_name.sql, applied in order in one
 * transaction. A file that has shipped is never edited; what follows is
 * appended as a new one.
 */
#include <string.h>
#include <unistd.h>

#include "replife/embed.h"
#include "store_i.h"

static bool is_migration(const struct embedded *e)
{
	return !strncmp(e->name, "migrations/", 11);
}

int migrate_latest(void)
{
	int n = 0;

	for (const struct embedded *e = embedded_files; e->name; e++)
		n += is_migration(e);
	return n;
}

/* The files after the `from`th, inside an open transaction. */
static enum rc apply(struct store *st, int from, struct err *err)
{
	int n = 0;
	enum rc rc = RC_OK;

	for (const struct embedded *e = embedded_files; !rc && e->name; e++)
		if (is_migration(e) && n++ >= from)
			rc = store_exec(st, e->text, err);
	if (!rc)
		rc = store_exec(st, arena_printf(&st->arena, "PRAGMA user_version = %d", n), err);
	return rc;
}

enum rc migrate_create(struct store *st, struct err *err)
{
	enum rc rc = store_exec(st, arena_printf(&st->arena,
		"PRAGMA journal_mode = TRUNCATE; PRAGMA application_id = %d; BEGIN IMMEDIATE",
		STORE_APPLICATION_ID), err);

	if (!rc)
		rc = apply(st, 0, err);
	if (!rc)
		rc = store_exec(st, "COMMIT", err);
	return rc;
}

enum rc migrate_up(struct store *st, int from, struct err *err)
{
	const char *backup = arena_printf(&st->arena, "%s.v%d", st->path, from);
	int64_t version = 0;
	struct stmt *s;
	enum rc rc = lock_take(st, err);

	if (rc)
		return rc;
	/* Somebody else may have been quicker. */
	rc = stmt_int(stmt(st, "PRAGMA user_version"), 0, &version, err);
	if (!rc && version == from) {
		unlink(backup);
		s = bind_text(stmt(st, "VACUUM INTO :to"), ":to", backup);
		rc = stmt_run(s, err);
		if (!rc)
			rc = store_exec(st, "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = TRUNCATE;"
					    "BEGIN IMMEDIATE", err);
		if (!rc)
			rc = apply(st, from, err);
		if (!rc)
			rc = store_exec(st, "COMMIT; PRAGMA foreign_keys = ON", err);
		if (rc && !sqlite3_get_autocommit(st->db))
			sqlite3_exec(st->db, "ROLLBACK", NULL, NULL, NULL);
	}
	lock_drop(st);
	return rc;
}
