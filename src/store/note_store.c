/* Write-ups: lists by time and by author, remarks, leads, what is frozen. */
#include "replife/note_store.h"

#include "derive.h"

#define NOTE_COLS                                                             \
	"n.id, n.uuid, n.program_id, n.booking_id, n.author_id, n.side, "     \
	"n.state, n.happened, n.kind, n.worth, n.said_s, n.submitted_s, "     \
	"n.late, n.ref"
#define OBSERVATION_COLS                                                      \
	"o.id, o.uuid, o.note_id, o.area, o.text, o.words_of, o.may_quote, "  \
	"o.starred, o.held_back, o.cleared, o.set_aside, o.ref"
#define LEAD_COLS                                                             \
	"l.id, l.uuid, l.note_id, l.source, l.alerted, l.followed, l.outcome, " \
	"l.said_s, l.ref"
#define PEOPLE                                                                \
	" LEFT JOIN booking b ON b.id = n.booking_id "                        \
	"LEFT JOIN slot s ON s.id = b.slot_id "                               \
	"LEFT JOIN person r ON r.id = s.rep_id "                              \
	"LEFT JOIN person w ON w.id = n.author_id "
#define VIEW                                                                  \
	"SELECT " NOTE_COLS ", s.id, s.rep_id, s.kind, w.login, w.name, "     \
	"r.login, r.name, (SELECT d.name FROM period d "                      \
	"WHERE d.program_id = n.program_id AND d.begin_s <= n.said_s "        \
	"AND d.end_s > n.said_s ORDER BY d.begin_s DESC LIMIT 1) "            \
	"FROM note n" PEOPLE
#define BACKWARD(id)                                                          \
	"AND n.said_s >= :from AND n.said_s < :to "                           \
	"AND n.said_s <= :after_s AND (n.said_s < :after_s OR " id " < :after_id) "
#define LEADS_BACKWARD                                                        \
	"AND l.said_s >= :from AND l.said_s < :to AND l.said_s <= :after_s "  \
	"AND (l.said_s < :after_s OR l.id < :after_id) "                      \
	"ORDER BY l.said_s DESC, l.id DESC LIMIT :limit"
#define UNCODED                                                               \
	"AND (:uncoded = 0 OR EXISTS (SELECT 1 FROM observation o "           \
	"WHERE o.note_id = n.id AND o.set_aside IS NULL "                     \
	"AND NOT EXISTS (SELECT 1 FROM coding c WHERE c.observation_id = o.id " \
	"AND c.state = 'active' AND c.by_whom <> 'suggested'))) "
#define NEWEST "ORDER BY n.said_s DESC, n.id DESC LIMIT :limit"
#define TO_CLEAR                                                              \
	"n.id IN (SELECT m.id FROM slot t JOIN booking g ON g.slot_id = t.id " \
	"JOIN note m ON m.booking_id = g.id JOIN observation o ON o.note_id = m.id " \
	"WHERE t.rep_id = :rep AND m.state <> 'withdrawn' AND m.state = 'submitted' " \
	"AND o.words_of = 'rep' AND o.may_quote = 1 AND o.cleared = 0 "       \
	"AND o.held_back = 0) "

static const char
sql_view[] = VIEW "WHERE n.id = :id",
sql_same[] = "SELECT " NOTE_COLS " FROM note n WHERE n.booking_id = :booking "
	"AND n.side = :side AND n.state <> 'withdrawn'",
sql_frozen[] = "SELECT (SELECT d.name" CLOSED_REPORT_OF_N "ORDER BY d.begin_s LIMIT 1)"
	" FROM note n WHERE n.id = :note",
sql_by_time[] = VIEW "WHERE n.program_id = :program AND n.state <> 'withdrawn' "
	BACKWARD("n.id") UNCODED NEWEST,
sql_by_author[] = VIEW "WHERE n.author_id = :author AND n.program_id = :program "
	"AND n.state <> 'withdrawn' " BACKWARD("n.id") UNCODED NEWEST,
sql_to_clear[] = VIEW "WHERE " TO_CLEAR "AND n.program_id = :program "
	BACKWARD("n.id") UNCODED NEWEST,
sql_observation[] = "SELECT " OBSERVATION_COLS ", " NOTE_COLS ", s.rep_id "
	"FROM observation o JOIN note n ON n.id = o.note_id "
	"LEFT JOIN booking b ON b.id = n.booking_id "
	"LEFT JOIN slot s ON s.id = b.slot_id WHERE o.id = :id",
sql_observations[] = "SELECT " OBSERVATION_COLS " FROM observation o "
	"WHERE o.note_id = :note ORDER BY o.id",
sql_leads[] = "SELECT " LEAD_COLS " FROM lead l WHERE l.note_id = :note ORDER BY l.id",
sql_themes[] = "SELECT t.id, t.name FROM coding c JOIN theme t ON t.id = c.theme_id "
	"WHERE c.observation_id = :observation AND c.state = 'active' "
	"AND c.by_whom <> 'suggested' GROUP BY t.id, t.name ORDER BY t.id",
sql_rep_todo[] = "SELECT b.id FROM slot s JOIN booking b ON b.slot_id = s.id "
	"WHERE s.rep_id = :rep AND s.program_id = :program AND s.begin_s < :now "
	"AND s.end_s <= :now AND b.state IN ('confirmed', 'attended', "
	"'customer_absent', 'stepped_out') AND NOT EXISTS (SELECT 1 FROM note n "
	"WHERE n.booking_id = b.id AND n.side = 'rep' AND n.state <> 'withdrawn') "
	"ORDER BY s.begin_s DESC, b.id LIMIT :limit",
sql_lead_list[] = "SELECT " LEAD_COLS ", l.said_s, w.name, r.name "
	"FROM lead l CROSS JOIN note n ON n.id = l.note_id" PEOPLE
	"WHERE n.program_id = :program AND n.state = 'submitted' " LEADS_BACKWARD,
sql_lead_mine[] = "SELECT " LEAD_COLS ", l.said_s, w.name, r.name "
	"FROM note n CROSS JOIN lead l ON l.note_id = n.id" PEOPLE
	"WHERE n.author_id = :author AND n.program_id = :program "
	"AND n.state = 'submitted' " LEADS_BACKWARD,
sql_lead_said[] = "SELECT l.said_s FROM lead l WHERE l.id = :id";

static void read_view(struct stmt *s, struct arena *a, struct note_view *out)
{
	int at = ent_read(s, &ent_note, 0, a, &out->note);

	out->slot_id = col_int(s, at++);
	out->rep_id = col_int(s, at++);
	out->slot_kind = col_text(s, at++, a);
	out->author = col_text(s, at++, a);
	out->author_name = col_text(s, at++, a);
	out->rep = col_text(s, at++, a);
	out->rep_name = col_text(s, at++, a);
	out->period = col_text(s, at++, a);
}

enum rc note_view_get(struct store *st, struct arena *a, int64_t id,
		      struct note_view *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_view), ":id", id);
	bool found = stmt_row(s);
	enum rc rc;

	*out = (struct note_view){ 0 };
	if (found)
		read_view(s, a, out);
	rc = stmt_done(s, err);
	if (rc || found)
		return rc;
	return err_set(err, RC_NOT_FOUND, "there is no %s N-%lld", ent_note.noun, (long long)id);
}

enum rc note_same(struct store *st, struct arena *a, int64_t booking_id,
		  enum note_side side, struct note *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_same), ":booking", booking_id);

	bind_text(s, ":side", note_side_words[side].code);
	*out = (struct note){ 0 };
	if (stmt_row(s))
		ent_read(s, &ent_note, 0, a, out);
	return stmt_done(s, err);
}

enum rc note_frozen_in(struct store *st, struct arena *a, const struct note *n,
		       const char **period, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_frozen), ":note", n->id);

	*period = NULL;
	if (stmt_row(s))
		*period = col_text(s, 0, a);
	return stmt_done(s, err);
}

static struct stmt *bind_page(struct stmt *s, int64_t from_s, int64_t to_s,
			      int64_t after_s, int64_t after_id, int64_t limit)
{
	bind_int(bind_int(s, ":from", from_s), ":to", to_s);
	bind_int(s, ":after_s", after_id ? after_s : INT64_MAX);
	bind_int(s, ":after_id", after_id);
	return bind_int(s, ":limit", limit ? limit : INT64_MAX);
}

struct stmt *notes_query(struct store *st, const struct note_query *q)
{
	struct stmt *s;

	if (q->to_clear_by)
		s = bind_int(stmt(st, sql_to_clear), ":rep", q->to_clear_by);
	else if (q->author_id)
		s = bind_int(stmt(st, sql_by_author), ":author", q->author_id);
	else
		s = stmt(st, sql_by_time);
	bind_int(s, ":program", q->program_id);
	bind_int(s, ":uncoded", q->uncoded);
	return bind_page(s, q->from_s, q->to_s, q->after_s, q->after_id, q->limit);
}

bool notes_next(struct stmt *s, struct arena *a, struct note_view *out)
{
	if (!stmt_row(s))
		return false;
	read_view(s, a, out);
	return true;
}

enum rc observation_view_get(struct store *st, struct arena *a, int64_t id,
			     struct observation_view *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_observation), ":id", id);
	bool found = stmt_row(s);
	enum rc rc;

	*out = (struct observation_view){ 0 };
	if (found) {
		int at = ent_read(s, &ent_observation, 0, a, &out->o);

		at = ent_read(s, &ent_note, at, a, &out->note);
		out->rep_id = col_int(s, at);
	}
	rc = stmt_done(s, err);
	if (rc || found)
		return rc;
	return err_set(err, RC_NOT_FOUND, "there is no %s O-%lld", ent_observation.noun,
		       (long long)id);
}

/* All rows of `e` that the statement gives, as an array of its structs. */
static enum rc read_all(struct stmt *s, const struct entity *e, struct arena *a,
			void **out, size_t *n, struct err *err)
{
	size_t cap = 0;
	char *rows = NULL;

	*n = 0;
	while (stmt_row(s)) {
		if (*n == cap) {
			rows = arena_grow(a, rows, cap * e->size, (cap + 8) * e->size);
			cap += 8;
		}
		ent_read(s, e, 0, a, rows + (*n)++ * e->size);
	}
	*out = rows;
	return stmt_done(s, err);
}

enum rc observations_of(struct store *st, struct arena *a, int64_t note_id,
			struct observation **out, size_t *n, struct err *err)
{
	void *rows;
	enum rc rc = read_all(bind_int(stmt(st, sql_observations), ":note", note_id),
			      &ent_observation, a, &rows, n, err);

	*out = rows;
	return rc;
}

enum rc leads_of(struct store *st, struct arena *a, int64_t note_id,
		 struct lead **out, size_t *n, struct err *err)
{
	void *rows;
	enum rc rc = read_all(bind_int(stmt(st, sql_leads), ":note", note_id),
			      &ent_lead, a, &rows, n, err);

	*out = rows;
	return rc;
}

struct stmt *observation_themes(struct store *st, int64_t observation_id)
{
	return bind_int(stmt(st, sql_themes), ":observation", observation_id);
}

struct stmt *rep_todo(struct store *st, int64_t rep_id, int64_t program_id,
		      int64_t now_s, int64_t limit)
{
	struct stmt *s = bind_int(stmt(st, sql_rep_todo), ":rep", rep_id);

	bind_int(bind_int(s, ":program", program_id), ":now", now_s);
	return bind_int(s, ":limit", limit);
}

struct stmt *leads_query(struct store *st, const struct lead_query *q)
{
	struct stmt *s = stmt(st, q->author_id ? sql_lead_mine : sql_lead_list);

	if (q->author_id)
		bind_int(s, ":author", q->author_id);
	bind_int(s, ":program", q->program_id);
	return bind_page(s, q->from_s, q->to_s, q->after_s, q->after_id, q->limit);
}

bool leads_next(struct stmt *s, struct arena *a, struct lead_view *out)
{
	int at;

	if (!stmt_row(s))
		return false;
	at = ent_read(s, &ent_lead, 0, a, &out->lead);
	out->said_s = col_int(s, at++);
	out->author_name = col_text(s, at++, a);
	out->rep_name = col_text(s, at, a);
	return true;
}

enum rc lead_said(struct store *st, int64_t lead_id, int64_t *said_s, struct err *err)
{
	return stmt_int(bind_int(stmt(st, sql_lead_said), ":id", lead_id), 0, said_s, err);
}
