/* Examining a store: SQLite's own checks, and the rules as questions. */
#include "replife/care.h"

#include <string.h>
#include <unistd.h>

#include "derive.h"
#include "store_i.h"

#define LIVE "state IN ('offered', 'confirmed')"

/* Each gives the number of things that break it. */
static const struct rule_check {
	const char *what, *sql;
	bool by_ops;	/* no table sees to it, so that what a file brings is asked, too */
} rules[] = {
	{ "Keys lead somewhere", "SELECT count(*) FROM pragma_foreign_key_check", false },
	{ "Seats are counted right",
	  "SELECT count(*) FROM slot s WHERE s.taken <> (SELECT count(*) FROM booking b "
	  "WHERE b.slot_id = s.id AND b.state NOT IN ('waiting', 'cancelled')) "
	  "OR s.waiting <> (SELECT count(*) FROM booking b WHERE b.slot_id = s.id "
	  "AND b.state = 'waiting')", false },
	{ "No session has more visitors than seats",
	  "SELECT count(*) FROM slot WHERE taken > seats", false },
	{ "What themes count is counted right",
	  "SELECT (SELECT count(*)" CODING_UP CODING_PERIOD "WHERE "
	  "(c.said_s, c.period_id, c.counted) IS NOT (n.said_s, p.id, " IS_COUNTED ")) + "
	  "(SELECT count(*) FROM (SELECT p, t, what, key FROM (SELECT ifnull(c.period_id, 0) AS p, "
	  "c.theme_id AS t, what, key, 1 AS n FROM coding c JOIN (" CODING_BRINGS("WHERE true") ") USING (id) WHERE c.counted "
	  "UNION ALL SELECT period_id, theme_id, what, key, -n FROM heard) "
	  "GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0)) + "
	  "(SELECT count(*) FROM (SELECT p, t FROM (SELECT period_id AS p, theme_id AS t, "
	  "what = 'remark' AS o, what = 'session' AS s, what = 'rep' AS r, what = 'marketer' AS m FROM heard "
	  "UNION ALL SELECT period_id, theme_id, -remarks, -sessions, -reps, -marketers FROM theme_count) "
	  "GROUP BY 1, 2 HAVING sum(o) OR sum(s) OR sum(r) OR sum(m)))", false },
	{ "Nobody sits in two sessions at once",
	  "SELECT count(*) FROM booking a JOIN booking b ON b.marketer_id = a.marketer_id "
	  "AND b.slot_id <> a.slot_id AND b.begin_s < a.end_s AND b.begin_s > a.begin_s - 86400 "
	  "AND b.end_s > a.begin_s WHERE a." LIVE " AND b." LIVE, false },
	{ "No rep hosts two sessions at once",
	  "SELECT count(*) FROM slot a JOIN slot b ON b.rep_id = a.rep_id AND b.id <> a.id "
	  "AND b.begin_s < a.end_s AND b.begin_s > a.begin_s - 86400 AND b.end_s > a.begin_s "
	  "WHERE a.state <> 'cancelled' AND b.state <> 'cancelled'", false },
	{ "Nobody hosts one session and visits another at once",
	  "SELECT count(*) FROM booking b JOIN slot h ON h.rep_id = b.marketer_id "
	  "AND h.begin_s < b.end_s AND h.begin_s > b.begin_s - 86400 AND h.end_s > b.begin_s "
	  "WHERE b." LIVE " AND h.taken > 0 AND h.state <> 'cancelled'", false },
	{ "Bookings lie in sessions that take place",
	  "SELECT count(*) FROM booking b JOIN slot s ON s.id = b.slot_id "
	  "WHERE s.state <> 'open' AND b." LIVE, false },
	{ "Bookings have their session's times",
	  "SELECT count(*) FROM booking b JOIN slot s ON s.id = b.slot_id "
	  "WHERE b.begin_s <> s.begin_s OR b.end_s <> s.end_s", false },
	{ "Periods of a program do not overlap",
	  "SELECT count(*) FROM period a JOIN period b ON b.program_id = a.program_id "
	  "AND b.id <> a.id AND b.begin_s < a.end_s AND b.end_s > a.begin_s", false },
	{ "Somebody holds the lifecycle role",
	  "SELECT NOT EXISTS (SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id "
	  "WHERE g.role = 'lifecycle' AND p.status = 'active')", false },
	{ "The log has no gap", "SELECT ifnull(max(seq), 0) - count(*) FROM audit", false },
	{ "Closed periods have their report",
	  "SELECT count(*) FROM period p WHERE p.closed_s IS NOT NULL AND NOT EXISTS "
	  "(SELECT 1 FROM snapshot x WHERE x.period_id = p.id AND x.revision = p.revision)", false },
	{ "Of a remark in a theme one word stands",
	  "SELECT count(*) FROM (SELECT 1 FROM (SELECT observation_id AS o, theme_id AS t FROM coding "
	  "GROUP BY 1, 2 HAVING count(*) > 1) JOIN coding c ON c.observation_id = o AND c.theme_id = t "
	  "WHERE c.state IN ('active', 'removed') GROUP BY o, t HAVING count(*) > 1)", true },
	{ "A person's word on a theme says whose it is",
	  "SELECT count(*) FROM coding WHERE (state IN ('said_in', 'said_out') AND person_id IS NULL) "
	  "OR (by_whom <> 'person' AND (person_id IS NOT NULL OR state IN ('said_in', 'said_out')))", true },
	{ "Remarks are in themes of their own program",
	  "SELECT count(*) FROM coding c JOIN theme t ON t.id = c.theme_id "
	  "JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id "
	  "WHERE t.program_id <> n.program_id", true },
	{ "No theme is a part of itself",
	  "WITH RECURSIVE up (id, at) AS (SELECT id, parent_id FROM theme WHERE parent_id IS NOT NULL "
	  "UNION SELECT up.id, t.parent_id FROM up JOIN theme t ON t.id = up.at WHERE t.parent_id IS NOT NULL) "
	  "SELECT count(*) FROM up WHERE id = at", true },
	{ "Merged themes lead to those of their program that stand",
	  "SELECT count(*) FROM theme t JOIN theme m ON m.id = t.merged_into "
	  "WHERE m.state = 'merged' OR m.program_id <> t.program_id", true },
	{ "A week's free seats are counted right",
	  "SELECT count(*) FROM (SELECT p, b FROM (SELECT program_id AS p, begin_s AS b, 1 AS n, seats - taken AS f, "
	  "taken >= seats AS u, waiting AS w FROM slot WHERE state = 'open' "
	  "UNION ALL SELECT program_id, begin_s, -sessions, -free, -full, -waiting FROM slot_tally) "
	  "GROUP BY 1, 2 HAVING sum(n) OR sum(f) OR sum(u) OR sum(w))", false },
};

#define RULES (sizeof rules / sizeof *rules)

/* Each question reads for itself, so that a writer need not wait for all. */
static void wait_anew(struct store *st)
{
	st->busy_until_ms = wait_now_ms() + WAIT_MS;
}

/* "ok", or the first thing that SQLite finds. */
static enum rc check_pages(struct store *st, struct arena *a, struct care_check *c, struct err *err)
{
	struct stmt *s = stmt(st, "PRAGMA integrity_check(10)");

	c->what = "The file is whole";
	wait_anew(st);
	while (stmt_row(s)) {
		const char *said = col_text(s, 0, a);

		if (!strcmp(said, "ok"))
			continue;
		c->wrong++;
		if (!c->why)
			c->why = said;
	}
	return stmt_done(s, err);
}

enum rc store_examine(struct store *st, struct arena *a, struct care_check **out, size_t *n,
		      struct err *err)
{
	struct care_check *c = arena_array(a, struct care_check, RULES + 1);
	enum rc rc = check_schema(st, migrate_latest(), 0, true, err);

	if (!rc)
		rc = check_pages(st, a, &c[0], err);
	for (size_t i = 0; !rc && i < RULES; i++) {
		wait_anew(st);
		c[i + 1].what = rules[i].what;
		rc = stmt_int(stmt(st, rules[i].sql), 0, &c[i + 1].wrong, err);
	}
	*out = c;
	*n = RULES + 1;
	return rc;
}

enum rc store_check_brought(struct store *st, const char **broken, int64_t *wrong, struct err *err)
{
	enum rc rc = RC_OK;

	*broken = NULL;
	for (size_t i = 0; !rc && !*broken && i < RULES; i++) {
		if (!rules[i].by_ops)
			continue;
		rc = stmt_int(stmt(st, rules[i].sql), 0, wrong, err);
		if (!rc && *wrong)
			*broken = rules[i].what;
	}
	return rc;
}

/* ---- replay ---- */

/* Tables are compared row by row, by key; derived columns too. */
static enum rc compare_table(struct store *st, const struct entity *e, struct err *err)
{
	int64_t differ = 0;
	struct out sql;
	enum rc rc;

	out_to_mem(&sql, &st->arena);
	out_printf(&sql, "SELECT count(*) FROM (SELECT * FROM main.\"%s\" EXCEPT "
		   "SELECT * FROM replayed.\"%s\") ", e->table, e->table);
	rc = stmt_int(stmt(st, out_text(&sql)), 0, &differ, err);
	if (!rc && !differ) {
		out_to_mem(&sql, &st->arena);
		out_printf(&sql, "SELECT count(*) FROM (SELECT * FROM replayed.\"%s\" EXCEPT "
			   "SELECT * FROM main.\"%s\")", e->table, e->table);
		rc = stmt_int(stmt(st, out_text(&sql)), 0, &differ, err);
	}
	if (!rc && differ)
		rc = err_set(err, RC_BAD_DATA, "%lld row%s of %s differ from what the log says",
			     (long long)differ, differ == 1 ? "" : "s", e->noun);
	return rc;
}

static enum rc compare(struct store *st, const char *replayed, struct err *err)
{
	enum rc rc = stmt_run(bind_text(stmt(st, "ATTACH :file AS replayed"), ":file", replayed), err);

	if (rc)
		return rc;
	for (size_t i = 0; !rc && entities[i]; i++)
		rc = compare_table(st, entities[i], err);
	sqlite3_exec(st->db, "DETACH replayed", NULL, NULL, NULL);
	return rc;
}

static void forget(struct arena *a, const char *path)
{
	unlink(path);
	unlink(arena_printf(a, "%s-lock", path));
	unlink(arena_printf(a, "%s-journal", path));
}

static enum rc replay_and_compare(struct store *st, struct arena *a, const char *path,
				  struct err *err)
{
	struct store *to;
	enum rc rc;

	unlink(path);
	rc = store_open(a, path, STORE_CREATE, NULL, NULL, &to, err);
	if (rc)
		return rc;
	/* What is replayed records changes again, which get no entry. */
	rc = store_exec(to, "PRAGMA foreign_keys = OFF", err);
	if (!rc)
		rc = txn_write(to, err);
	if (!rc)
		rc = audit_replay(st, to, err);
	if (!rc)
		rc = txn_commit(to, err);
	store_close(to);
	return rc ? rc : compare(st, path, err);
}

enum rc store_check_log(struct store *st, struct arena *a, int64_t *entries, struct err *err)
{
	const char *picture = arena_printf(a, "%s.check-%ld", st->path, (long)getpid());
	const char *replayed = arena_printf(a, "%s.replay-%ld", st->path, (long)getpid());
	struct store *copy;
	enum rc rc = copy_to(st, picture, err);

	if (rc)
		return rc;
	rc = store_open(a, picture, STORE_READ, NULL, NULL, &copy, err);
	if (!rc) {
		rc = audit_verify(copy, entries, err);
		if (!rc)
			rc = replay_and_compare(copy, a, replayed, err);
		store_close(copy);
	}
	forget(a, picture);
	forget(a, replayed);
	return rc;
}

/* ---- for doctor ---- */

static const char
sql_ahead[] = "SELECT id, begin_s, wall, zone FROM slot WHERE begin_s > :now "
	"AND state <> 'cancelled'",
sql_no_outcome[] = "SELECT count(*), min(id) FROM booking WHERE begin_s < :before "
	"AND end_s < :before AND state = 'confirmed' "
	"AND state IN ('waiting', 'offered', 'confirmed')",	/* booking_live_by_time's words */
sql_accounts[] = "SELECT login, ifnull(uid, 0) FROM person WHERE status = 'active' ORDER BY login",
sql_last[] = "SELECT at_s FROM audit ORDER BY seq DESC LIMIT 1";

struct stmt *care_accounts(struct store *st)
{
	return stmt(st, sql_accounts);
}

struct stmt *care_slots_ahead(struct store *st, int64_t now_s)
{
	return bind_int(stmt(st, sql_ahead), ":now", now_s);
}

enum rc care_no_outcome(struct store *st, int64_t before_s, int64_t *n, int64_t *first,
			struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_no_outcome), ":before", before_s);

	*n = *first = 0;
	if (stmt_row(s)) {
		*n = col_int(s, 0);
		*first = col_int(s, 1);
	}
	return stmt_done(s, err);
}

enum rc care_last_entry(struct store *st, int64_t *at_s, struct err *err)
{
	return stmt_int(stmt(st, sql_last), 0, at_s, err);
}

int store_format(void)
{
	return migrate_latest();
}

int store_migrated_from(const struct store *st)
{
	return st->migrated_from;
}

const char *store_engine(void)
{
	return "SQLite " SQLITE_VERSION;
}
