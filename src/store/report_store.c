/* What a report counts. */
#include "replife/report_store.h"

#include "derive.h"

#define IN_PERIOD "s.program_id = :program AND s.begin_s >= :from AND s.begin_s < :to "
/* That it was not withdrawn is said besides: the index by booking knows none
 * that were. */
#define SAID SAID_IN "AND n.state = 'submitted' "
#define HELD "b.state IN ('attended', 'customer_absent', 'stepped_out')"
#define WRITTEN                                                               \
	"EXISTS (SELECT 1 FROM note n WHERE n.booking_id = b.id "             \
	"AND n.side = 'marketer' AND n.state <> 'withdrawn' AND n.state = 'submitted')"
/* It was held, or something was seen all the same. */
#define HEARD                                                                 \
	"(" HELD " OR EXISTS (SELECT 1 FROM observation o WHERE o.note_id = n.id))"
#define COUNTED "c.state = 'active' AND c.by_whom <> 'suggested'"

static const char
sql_sessions[] = "SELECT s.rep_id, s.kind, s.begin_s, s.seats, s.taken, "
	"EXISTS (SELECT 1 FROM booking b WHERE b.slot_id = s.id AND " HELD "), "
	"EXISTS (SELECT 1 FROM booking b JOIN note n ON n.booking_id = b.id "
	"WHERE b.slot_id = s.id AND n.state <> 'withdrawn' AND n.state = 'submitted' AND " HEARD ") "
	"FROM slot s WHERE " IN_PERIOD "AND s.state <> 'cancelled' AND s.state = 'open' "
	"ORDER BY s.begin_s, s.id",
sql_seats[] = "SELECT b.marketer_id, b.state, count(*), sum(" WRITTEN "), "
	"sum(b.excused IS NOT NULL AND NOT " WRITTEN ") FROM slot s JOIN booking b ON b.slot_id = s.id "
	"WHERE " IN_PERIOD "AND s.state <> 'cancelled' GROUP BY b.marketer_id, b.state",
sql_people[] = "SELECT p.id, p.login, p.name, p.team, p.segment, "
	"EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = 'marketer' "
	"AND ifnull(g.program_id, :program) = :program), "
	"EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id "
	"AND m.program_id = :program AND m.state IN ('active', 'paused')) "
	"FROM person p WHERE p.status = 'active' AND p.owner = 0 ORDER BY p.id",
sql_person[] = "SELECT p.id, p.login, p.name, p.team, p.segment, 0, 0 "
	"FROM person p WHERE p.id = :id",
/* What changed is a row's JSON a line, which has no line's end within. */
sql_names[] = "SELECT p.name, p.login FROM person p UNION SELECT ifnull(row.value ->> '$.new.name', ''),"
	" ifnull(row.value ->> '$.new.login', '') FROM change c,"
	" json_each('[' || replace(rtrim(c.payload, char(10)), char(10), ',') || ']') row"
	" WHERE c.tbl = 'person' AND c.payload IS NOT NULL"
	" AND EXISTS (SELECT 1 FROM person q WHERE q.id = row.value ->> '$.id')",
sql_notes[] = "SELECT count(*), count(DISTINCT CASE WHEN " HEARD " THEN b.slot_id END), "
	"count(DISTINCT CASE WHEN n.side <> 'rep' THEN n.author_id END), "
	"count(DISTINCT s.rep_id) FROM note n "
	"LEFT JOIN booking b ON b.id = n.booking_id LEFT JOIN slot s ON s.id = b.slot_id "
	"WHERE " SAID,
sql_remarks[] = "SELECT o.area, count(*), sum(o.set_aside IS NULL AND EXISTS "
	"(SELECT 1 FROM coding c WHERE c.observation_id = o.id AND " COUNTED ")), "
	"sum(o.set_aside IS NOT NULL) FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE " SAID "GROUP BY o.area",
sql_quotes[] = "SELECT c.theme_id, o.id, o.text, w.name, o.words_of, n.side FROM note n "
	"JOIN observation o ON o.note_id = n.id JOIN coding c ON c.observation_id = o.id "
	"LEFT JOIN person w ON w.id = n.author_id "
	"WHERE " SAID "AND o.may_quote AND NOT o.held_back AND o.set_aside IS NULL "
	"AND (o.words_of <> 'rep' OR o.cleared) AND " COUNTED " "
	"ORDER BY c.theme_id, o.starred DESC, length(o.text) BETWEEN 40 AND 240 DESC, "
	"n.said_s DESC, o.id",
sql_quotes_left[] = "SELECT sum(NOT o.may_quote), sum(o.may_quote AND o.held_back), "
	"sum(o.may_quote AND NOT o.held_back AND o.words_of = 'rep' AND NOT o.cleared) "
	"FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE " SAID "AND o.set_aside IS NULL AND EXISTS "
	"(SELECT 1 FROM coding c WHERE c.observation_id = o.id AND " COUNTED ")",
sql_leads[] = "SELECT l.alerted, l.followed, count(*) FROM note n "
	"JOIN lead l ON l.note_id = n.id WHERE " SAID "GROUP BY l.alerted, l.followed",
sql_late[] = "SELECT c.theme_id, t.name, count(DISTINCT o.id) FROM note n "
	"JOIN observation o ON o.note_id = n.id JOIN coding c ON c.observation_id = o.id "
	"JOIN theme t ON t.id = c.theme_id "
	"WHERE " SAID "AND n.submitted_s > :closed AND o.set_aside IS NULL AND " COUNTED " "
	"GROUP BY c.theme_id ORDER BY 3 DESC, t.name",
sql_late_count[] = "SELECT count(*) FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE " SAID "AND n.submitted_s > :closed",
sql_coders[] = "SELECT c.by_whom, count(*) FROM note n "
	"JOIN observation o ON o.note_id = n.id JOIN coding c ON c.observation_id = o.id "
	"WHERE " SAID "AND o.set_aside IS NULL AND c.state = 'active' GROUP BY c.by_whom",
sql_heard[] = "SELECT max(n.said_s) FROM note n JOIN booking b ON b.id = n.booking_id "
	"WHERE " SAID "AND " HEARD " GROUP BY b.slot_id",
sql_spoken[] = "SELECT count(DISTINCT CASE WHEN n.said_s <= :since THEN b.slot_id END), "
	"count(DISTINCT CASE WHEN n.said_s > :since THEN b.slot_id END), "
	"count(DISTINCT CASE WHEN n.said_s > :since THEN o.id END) "
	"FROM action_theme x JOIN coding c ON c.theme_id = x.theme_id AND c.period_id = :period "
	"JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id "
	"LEFT JOIN booking b ON b.id = n.booking_id WHERE x.action_id = :action "
	"AND o.set_aside IS NULL AND n.state = 'submitted' AND " COUNTED,
sql_snapshot[] = "SELECT x.id, x.uuid, x.period_id, x.revision, x.at_s, x.by_id, x.reason, "
	"x.hash, x.model, x.audit_hash FROM snapshot x WHERE x.period_id = :period "
	"ORDER BY x.revision DESC LIMIT 1",
sql_snapshot_at[] = "SELECT x.id, x.uuid, x.period_id, x.revision, x.at_s, x.by_id, x.reason, "
	"x.hash, x.model, x.audit_hash FROM snapshot x WHERE x.period_id = :period "
	"AND x.revision = :revision";

static struct stmt *spanned(struct store *st, const char *sql, int64_t program_id,
			    struct span when)
{
	struct stmt *s = bind_int(stmt(st, sql), ":program", program_id);

	return bind_int(bind_int(s, ":from", when.begin_s), ":to", when.end_s);
}

struct stmt *report_sessions(struct store *st, int64_t program_id, struct span when)
{
	return spanned(st, sql_sessions, program_id, when);
}

bool report_session_next(struct stmt *s, struct arena *a, struct session_fact *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct session_fact){
		.rep_id = col_int(s, 0), .kind = col_text(s, 1, a), .begin_s = col_int(s, 2),
		.seats = col_int(s, 3), .taken = col_int(s, 4), .held = col_int(s, 5) != 0,
		.written_up = col_int(s, 6) != 0,
	};
	return true;
}

/* A word of the store's own: it is always in its table. */
static int word_at(struct stmt *s, int i, const struct word *words)
{
	size_t n;
	const char *code = col_peek(s, i, &n);
	int w = code ? word_find(words, code) : -1;

	return w < 0 ? 0 : w;
}

struct stmt *report_seats(struct store *st, int64_t program_id, struct span when)
{
	return spanned(st, sql_seats, program_id, when);
}

bool report_seat_next(struct stmt *s, struct seat_fact *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct seat_fact){
		.marketer_id = col_int(s, 0),
		.state = (enum booking_state)word_at(s, 1, booking_state_words),
		.seats = col_int(s, 2), .written_up = col_int(s, 3), .excused = col_int(s, 4),
	};
	return true;
}

struct stmt *report_people(struct store *st, int64_t program_id)
{
	return bind_int(stmt(st, sql_people), ":program", program_id);
}

bool report_person_next(struct stmt *s, struct arena *a, struct person_fact *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct person_fact){
		.id = col_int(s, 0), .login = col_text(s, 1, a), .name = col_text(s, 2, a),
		.team = col_text(s, 3, a), .segment = col_text(s, 4, a),
		.marketer = col_int(s, 5) != 0, .rep = col_int(s, 6) != 0,
	};
	return true;
}

enum rc report_person(struct store *st, struct arena *a, int64_t id, struct person_fact *out,
		      struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_person), ":id", id);

	*out = (struct person_fact){ 0 };
	report_person_next(s, a, out);
	return stmt_done(s, err);
}

struct stmt *report_names(struct store *st)
{
	return stmt(st, sql_names);
}

enum rc report_notes(struct store *st, int64_t program_id, struct span when,
		     struct note_counts *out, struct err *err)
{
	struct stmt *s = spanned(st, sql_notes, program_id, when);

	*out = (struct note_counts){ 0 };
	if (stmt_row(s))
		*out = (struct note_counts){ col_int(s, 0), col_int(s, 1), col_int(s, 2),
					     col_int(s, 3) };
	return stmt_done(s, err);
}

enum rc report_remarks(struct store *st, int64_t program_id, struct span when,
		       struct remark_counts *by_area, struct err *err)
{
	struct stmt *s = spanned(st, sql_remarks, program_id, when);

	while (stmt_row(s))
		by_area[word_at(s, 0, area_words)] = (struct remark_counts){
			col_int(s, 1), col_int(s, 2), col_int(s, 3) };
	return stmt_done(s, err);
}

struct stmt *report_quotes(struct store *st, int64_t program_id, struct span when)
{
	return spanned(st, sql_quotes, program_id, when);
}

bool report_quote_next(struct stmt *s, struct arena *a, struct quote_fact *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct quote_fact){
		.theme_id = col_int(s, 0), .observation_id = col_int(s, 1),
		.text = col_text(s, 2, a), .by = col_text(s, 3, a),
		.words_of = (enum words_of)word_at(s, 4, words_of_words),
		.side = (enum note_side)word_at(s, 5, note_side_words),
	};
	return true;
}

enum rc report_quotes_left(struct store *st, int64_t program_id, struct span when,
			   struct quotes_left *out, struct err *err)
{
	struct stmt *s = spanned(st, sql_quotes_left, program_id, when);

	*out = (struct quotes_left){ 0 };
	if (stmt_row(s))
		*out = (struct quotes_left){ col_int(s, 0), col_int(s, 1), col_int(s, 2) };
	return stmt_done(s, err);
}

struct stmt *report_leads(struct store *st, int64_t program_id, struct span when)
{
	return spanned(st, sql_leads, program_id, when);
}

bool report_lead_next(struct stmt *s, struct lead_fact *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct lead_fact){
		(enum alerted)word_at(s, 0, alerted_words),
		(enum followed)word_at(s, 1, followed_words), col_int(s, 2),
	};
	return true;
}

struct stmt *report_late(struct store *st, int64_t program_id, struct span when,
			 int64_t closed_s)
{
	return bind_int(spanned(st, sql_late, program_id, when), ":closed", closed_s);
}

enum rc report_late_count(struct store *st, int64_t program_id, struct span when,
			  int64_t closed_s, int64_t *n, struct err *err)
{
	struct stmt *s = bind_int(spanned(st, sql_late_count, program_id, when), ":closed",
				  closed_s);

	return stmt_int(s, 0, n, err);
}

enum rc snapshot_at(struct store *st, struct arena *a, int64_t period_id, int64_t revision,
		    struct snapshot *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_snapshot_at), ":period", period_id);

	bind_int(s, ":revision", revision);
	*out = (struct snapshot){ 0 };
	if (stmt_row(s))
		ent_read(s, &ent_snapshot, 0, a, out);
	return stmt_done(s, err);
}

enum rc report_coders(struct store *st, int64_t program_id, struct span when, int64_t *by,
		      struct err *err)
{
	struct stmt *s = spanned(st, sql_coders, program_id, when);

	while (stmt_row(s))
		by[word_at(s, 0, coding_by_words)] = col_int(s, 1);
	return stmt_done(s, err);
}

struct stmt *report_heard(struct store *st, int64_t program_id, struct span when)
{
	return spanned(st, sql_heard, program_id, when);
}

enum rc report_spoken(struct store *st, int64_t action_id, int64_t period_id, int64_t since_s,
		      struct spoken *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_spoken), ":action", action_id);

	bind_int(bind_int(s, ":period", period_id), ":since", since_s);
	*out = (struct spoken){ 0 };
	if (stmt_row(s))
		*out = (struct spoken){ col_int(s, 0), col_int(s, 1), col_int(s, 2) };
	return stmt_done(s, err);
}

enum rc snapshot_latest(struct store *st, struct arena *a, int64_t period_id,
			struct snapshot *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_snapshot), ":period", period_id);

	*out = (struct snapshot){ 0 };
	if (stmt_row(s))
		ent_read(s, &ent_snapshot, 0, a, out);
	return stmt_done(s, err);
}
