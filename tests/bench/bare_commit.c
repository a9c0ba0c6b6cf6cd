/*
 * bare_commit STORE RULES N: N times the rows that one `book --key` writes, each in a
 * transaction of its own, by SQLite alone: WAL, synchronous=FULL, statements
 * prepared once. Prints p50 and p99 in microseconds, and commits a second.
 *
 * What is in it: the booking with its session's times and its indices,
 * sqlite_sequence by its AUTOINCREMENT, the session's count of seats, the moment's
 * tally, the log's change and header, and the kept answer, each value as long as
 * replife's. Checks, foreign keys and the triggers in the file hold, and so do the
 * two rules of RULES (data/rules/booking.sql), made on this connection as replife
 * makes them: whoever writes a booking, with whatever program, is held to those.
 * What is not: who calls and may, what else would be refused and in which words,
 * hashes (random bytes stand for them), and the reply.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MARKETERS 1002		/* the first one's key, in the store that `bench` makes */
#define N_MARKETERS 10000

static const char payload[] =
	"{\"id\":123456,\"uuid\":\"01a216b9-5772-7590-b655-25d3a154faa6\",\"new\":{\"slot_id\":123456,"
	"\"marketer_id\":5323,\"state\":\"confirmed\",\"queued_s\":1795424400}}\n",
reply[] = "{\"message\":\"Booked B-123456: Tue 22 Dec 14:00-14:30 with Rep 100, room 0\",\"record\":true,"
	"\"undo\":123456,\"warnings\":[],\"rows\":[[123456,[1797948000,1797949800],\"Rep 100\",\"Marketer 4321\","
	"\"Crew 1\",\"UTC\",\"01a216b9-5772-7590-b655-25d3a154faa6\",150001,\"r100\",\"m4321\",1797948000,"
	"1797949800,\"UTC\",\"confirmed\",\"confirmed\",null,\"room 0\",null,null,null,\"discovery\",null,null,"
	"null,null,null]]}";

static const char *const texts[] = {
	"BEGIN IMMEDIATE",
	"INSERT INTO booking (uuid, slot_id, marketer_id, state, queued_s, begin_s, end_s)"
	" SELECT ?1, id, ?3, 'confirmed', ?4, begin_s, end_s FROM slot WHERE id = ?2",
	"UPDATE slot SET taken = taken + 1 WHERE id = ?1",
	"UPDATE slot_tally SET free = free - 1 WHERE (program_id, begin_s) ="
	" (SELECT program_id, begin_s FROM slot WHERE id = ?1)",
	"INSERT INTO change (seq, n, tbl, row_id, rows, payload, salt, digest) VALUES (?1, 0, 'booking', ?2, 1, ?3, ?4, ?5)",
	"INSERT INTO audit (seq, at_s, actor_id, acting_for_id, op, undoable, hash) VALUES (?1, ?2, 1, ?3, 'book', 1, ?4)",
	"INSERT INTO answer (person_id, key, op, args_hash, at_s, reply) VALUES (?1, ?2, 'book', ?3, ?4, ?5)",
	"COMMIT",
};
enum { BEGIN, BOOKING, SLOT, TALLY, CHANGE, AUDIT, ANSWER, COMMIT, N_TEXTS };

static sqlite3 *db;
static sqlite3_stmt *st[N_TEXTS];
static sqlite3_int64 seq;

static void must(int code, const char *what)
{
	if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
		return;
	fprintf(stderr, "bare_commit: %s: %s\n", what, sqlite3_errmsg(db));
	exit(1);
}

static void run(sqlite3_stmt *s)
{
	must(sqlite3_step(s), sqlite3_sql(s));
	must(sqlite3_reset(s), sqlite3_sql(s));
}

/* A uuid whose front grows, as replife's do: they lie side by side in an index. */
static void next_uuid(unsigned char u[16])
{
	struct timespec t;
	unsigned long long ms;

	clock_gettime(CLOCK_REALTIME, &t);
	sqlite3_randomness(16, u);
	ms = (unsigned long long)t.tv_sec * 1000000 + (unsigned long long)t.tv_nsec / 1000;
	for (int i = 0; i < 7; i++)
		u[i] = (unsigned char)(ms >> (48 - 8 * i));
}

static void write_log(sqlite3_int64 booking, sqlite3_int64 who, sqlite3_int64 now_s)
{
	unsigned char random[64];

	sqlite3_randomness(sizeof random, random);
	seq++;
	sqlite3_bind_int64(st[CHANGE], 1, seq);
	sqlite3_bind_int64(st[CHANGE], 2, booking);
	sqlite3_bind_text(st[CHANGE], 3, payload, -1, SQLITE_STATIC);
	sqlite3_bind_blob(st[CHANGE], 4, random, 16, SQLITE_STATIC);
	sqlite3_bind_blob(st[CHANGE], 5, random, 32, SQLITE_STATIC);
	run(st[CHANGE]);
	sqlite3_bind_int64(st[AUDIT], 1, seq);
	sqlite3_bind_int64(st[AUDIT], 2, now_s);
	sqlite3_bind_int64(st[AUDIT], 3, who);
	sqlite3_bind_blob(st[AUDIT], 4, random + 32, 32, SQLITE_STATIC);
	run(st[AUDIT]);
}

static void keep_answer(sqlite3_int64 who, sqlite3_int64 now_s)
{
	unsigned char random[32];
	char key[40];

	sqlite3_randomness(sizeof random, random);
	snprintf(key, sizeof key, "%02x%02x%02x%02x-1111-4111-8111-%02x%02x%02x%02x%02x%02x", random[0], random[1],
		 random[2], random[3], random[4], random[5], random[6], random[7], random[8], random[9]);
	sqlite3_bind_int64(st[ANSWER], 1, who);
	sqlite3_bind_text(st[ANSWER], 2, key, -1, SQLITE_STATIC);
	sqlite3_bind_blob(st[ANSWER], 3, random, 32, SQLITE_STATIC);
	sqlite3_bind_int64(st[ANSWER], 4, now_s);
	sqlite3_bind_text(st[ANSWER], 5, reply, -1, SQLITE_STATIC);
	run(st[ANSWER]);
}

static void book(sqlite3_int64 slot, sqlite3_int64 who)
{
	sqlite3_int64 now_s = time(NULL), id;
	unsigned char uuid[16];

	next_uuid(uuid);
	run(st[BEGIN]);
	sqlite3_bind_blob(st[BOOKING], 1, uuid, 16, SQLITE_STATIC);
	sqlite3_bind_int64(st[BOOKING], 2, slot);
	sqlite3_bind_int64(st[BOOKING], 3, who);
	sqlite3_bind_int64(st[BOOKING], 4, now_s);
	run(st[BOOKING]);
	id = sqlite3_last_insert_rowid(db);
	sqlite3_bind_int64(st[SLOT], 1, slot);
	run(st[SLOT]);
	sqlite3_bind_int64(st[TALLY], 1, slot);
	run(st[TALLY]);
	write_log(id, who, now_s);
	keep_answer(who, now_s);
	run(st[COMMIT]);
}

static char *text_of(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = calloc(1, 65536);

	if (!f || !text || !fread(text, 1, 65535, f)) {
		fprintf(stderr, "bare_commit: cannot read %s\n", path);
		exit(1);
	}
	fclose(f);
	return text;
}

static void open_store(const char *path, const char *rules)
{
	char *text = text_of(rules);

	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);	/* as replife does */
	must(sqlite3_open(path, &db), "open");
	must(sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
			  "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY", NULL, NULL, NULL), "settings");
	must(sqlite3_exec(db, text, NULL, NULL, NULL), "rules");
	free(text);
	for (int i = 0; i < N_TEXTS; i++)
		must(sqlite3_prepare_v3(db, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &st[i], NULL), texts[i]);
}

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

int main(int argc, char **argv)
{
	long n = argc == 4 ? atol(argv[3]) : 0;
	double *took = calloc((size_t)n + 1, sizeof *took), begin, all;
	sqlite3_stmt *last;

	if (n < 1 || !took)
		return fprintf(stderr, "usage: bare_commit STORE RULES N\n"), 2;
	open_store(argv[1], argv[2]);
	must(sqlite3_prepare_v2(db, "SELECT ifnull(max(seq), 0) FROM audit", -1, &last, NULL), "log");
	must(sqlite3_step(last), "log");
	seq = sqlite3_column_int64(last, 0);
	sqlite3_finalize(last);
	all = now_us();
	for (long i = 0; i < n; i++) {
		begin = now_us();
		book(i + 1, MARKETERS + i % N_MARKETERS);
		took[i] = now_us() - begin;
	}
	all = now_us() - all;
	qsort(took, (size_t)n, sizeof *took, by_value);
	printf("%.1f %.1f %.0f\n", took[n / 2], took[n * 99 / 100], (double)n / all * 1e6);
	return 0;
}
