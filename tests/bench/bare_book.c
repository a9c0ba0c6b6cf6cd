/*
 * bare_book STORE N: the rows that `replife book` writes, written by SQLite
 * alone into the same tables and indexes, with the same journal and sync, and
 * without the rules. Session and marketer come from N.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The key of the first marketer in the store that `bench` makes. */
#define MARKETERS 1002

static void must(sqlite3 *db, int code, const char *what)
{
	if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
		return;
	fprintf(stderr, "bare_book: %s: %s\n", what, sqlite3_errmsg(db));
	exit(1);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *s;

	must(db, sqlite3_prepare_v2(db, sql, -1, &s, NULL), sql);
	return s;
}

static void run(sqlite3 *db, sqlite3_stmt *s)
{
	must(db, sqlite3_step(s), sqlite3_sql(s));
	sqlite3_finalize(s);
}

static void write_rows(sqlite3 *db, sqlite3_int64 slot, sqlite3_int64 marketer)
{
	static const char payload[] =
		"{\"id\":123456,\"uuid\":\"0198d1c2-7a3b-7c4d-8e5f-0123456789ab\",\"new\":{\"slot\":123,"
		"\"marketer\":456,\"state\":\"confirmed\",\"queued\":1795425000}}\n";
	sqlite3_int64 id;
	sqlite3_stmt *s = prepare(db, "INSERT INTO booking (uuid, slot_id, marketer_id, state, queued_s, begin_s, end_s) "
				  "SELECT randomblob(16), id, ?2, 'confirmed', ?3, begin_s, end_s FROM slot WHERE id = ?1");

	sqlite3_bind_int64(s, 1, slot);
	sqlite3_bind_int64(s, 2, marketer);
	sqlite3_bind_int64(s, 3, time(NULL));
	run(db, s);
	id = sqlite3_last_insert_rowid(db);
	s = prepare(db, "UPDATE slot SET taken = taken + 1 WHERE id = ?1");
	sqlite3_bind_int64(s, 1, slot);
	run(db, s);
	s = prepare(db, "UPDATE slot_tally SET free = free - 1 WHERE (program_id, begin_s) = "
		    "(SELECT program_id, begin_s FROM slot WHERE id = ?1)");
	sqlite3_bind_int64(s, 1, slot);
	run(db, s);
	s = prepare(db, "INSERT INTO change (seq, n, tbl, row_id, rows, payload, salt, digest) "
		    "VALUES ((SELECT max(seq) + 1 FROM audit), 1, 'booking', ?1, 1, ?2, randomblob(16), "
		    "randomblob(32))");
	sqlite3_bind_int64(s, 1, id);
	sqlite3_bind_text(s, 2, payload, -1, SQLITE_STATIC);
	run(db, s);
	s = prepare(db, "INSERT INTO audit (at_s, actor_id, op, undoable, hash) "
		    "VALUES (?1, 1, 'book', 1, randomblob(32))");
	sqlite3_bind_int64(s, 1, time(NULL));
	run(db, s);
}

int main(int argc, char **argv)
{
	sqlite3 *db;
	long n = argc == 3 ? atol(argv[2]) : -1;

	if (n < 0)
		return 2;
	must(NULL, sqlite3_open(argv[1], &db), "open");
	must(db, sqlite3_exec(db, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; "
			      "PRAGMA foreign_keys = ON; BEGIN IMMEDIATE", NULL, NULL, NULL), "begin");
	write_rows(db, n + 1, MARKETERS + n);
	must(db, sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), "commit");
	sqlite3_close(db);
	return 0;
}
