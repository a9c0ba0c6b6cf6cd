/* Seats: a person's list, a session's, the queue, and what overlaps. */
#include "replife/booking_store.h"

#include "derive.h"

#define BOOKING_COLS                                                          \
	"b.id, b.uuid, b.slot_id, b.marketer_id, b.state, b.begin_s, b.end_s, " \
	"b.queued_s, b.offer_until_s, b.hope, b.reason, b.excused, b.ref"
#define PERIOD_OF(what)                                                       \
	"(SELECT " what " FROM period d WHERE d.program_id = s.program_id "   \
	"AND d.begin_s <= s.begin_s AND d.end_s > s.begin_s "                 \
	"ORDER BY d.begin_s DESC LIMIT 1)"
#define NOTE "(" HANDED_IN("n.id", "b.id") ")"
/* Until when it is to be written up; 0: its period is closed, or there is none. */
#define DUE PERIOD_OF("iif(d.closed_s IS NULL, d.due_s, 0)")
#define VIEW_WITH(note, due)                                                  \
	"SELECT " BOOKING_COLS ", s.program_id, s.rep_id, s.zone, s.kind, "   \
	"s.place, s.message, r.login, r.name, m.login, m.name, m.team, m.zone, "      \
	note ", " due                                                         \
	" FROM booking b JOIN slot s ON s.id = b.slot_id "                    \
	"JOIN person r ON r.id = s.rep_id JOIN person m ON m.id = b.marketer_id "
#define VIEW VIEW_WITH(NOTE, DUE)
/* Each start of the app asks for what lies ahead, and half of the words take
 * half of the time to prepare. Nothing of it is due, and only what has begun
 * can have a write-up: those are looked up one by one (ASK). */
#define ASK (-1)
#define VIEW_AHEAD VIEW_WITH("-(b.begin_s <= :now)", "0")
#define OF_MARKETER                                                           \
	"WHERE b.marketer_id = :person AND s.program_id = :program "
/* The plus: no index serves the rest of a page's start, and SQLite need not
 * look for one. */
#define FORWARD                                                               \
	"AND b.begin_s >= :after_s AND (+b.begin_s > :after_s OR +b.id > :after_id) " \
	"ORDER BY b.begin_s, b.id LIMIT :limit"
#define SEATED "('offered', 'confirmed', 'attended')"

static const char
sql_place[] = "SELECT count(*) FROM booking q JOIN booking b ON b.slot_id = q.slot_id "
	"WHERE b.id = :id AND q.state = 'waiting' "
	"AND (q.queued_s < b.queued_s OR (q.queued_s = b.queued_s AND q.id <= b.id))",
sql_note[] = HANDED_IN("n.id", ":id"),
sql_view[] = VIEW "WHERE b.id = :id",
sql_ahead[] = VIEW_AHEAD OF_MARKETER
	"AND b.begin_s > :now - 86400 AND b.end_s > :now "
	"AND b.state IN ('waiting', 'offered', 'confirmed') " FORWARD,
sql_any_ahead[] =
	"SELECT 1 FROM booking b WHERE b.marketer_id = :person AND b.begin_s > :now - 86400 LIMIT 1",
sql_past[] = VIEW OF_MARKETER
	"AND b.begin_s < :now AND b.end_s <= :now AND b.begin_s <= :after_s "
	"AND (+b.begin_s < :after_s OR +b.id < :after_id) "
	"AND b.state NOT IN ('waiting', 'offered', 'cancelled') "
	"ORDER BY b.begin_s DESC, b.id DESC LIMIT :limit",
sql_todo[] = VIEW OF_MARKETER
	"AND b.begin_s < :now AND b.end_s <= :now "
	"AND b.state IN ('confirmed', 'attended', 'customer_absent', 'stepped_out') "
	"AND b.excused IS NULL AND " NOTE " IS NULL "
	"AND " PERIOD_OF("d.closed_s") " IS NULL " FORWARD,
sql_called_off[] = VIEW_AHEAD OF_MARKETER
	"AND b.begin_s > :now - 86400 AND b.end_s > :now AND b.state = 'cancelled' "
	"AND (b.reason LIKE '" SESSION_CANCELLED "%' OR b.reason LIKE '" SEAT_CANCELLED "%') "
	"AND NOT EXISTS (SELECT 1 FROM booking again WHERE again.slot_id = b.slot_id "
	"AND again.marketer_id = b.marketer_id AND again.id > b.id) " FORWARD,
sql_visits[] = VIEW_AHEAD
	"WHERE s.rep_id = :person AND s.program_id = :program "
	"AND s.begin_s > :now - 86400 AND s.end_s > :now AND s.begin_s >= :after_s "
	"AND s.state = 'open' AND b.state IN ('waiting', 'offered', 'confirmed') "
	"AND (+s.begin_s > :after_s OR +b.id > :after_id) "
	"ORDER BY s.begin_s, b.id LIMIT :limit",
sql_of_slot[] = VIEW
	"WHERE b.slot_id = :slot AND b.state <> 'cancelled' "
	"ORDER BY b.state = 'waiting', b.queued_s, b.id",
sql_same[] =
	"SELECT " BOOKING_COLS " FROM booking b WHERE b.slot_id = :slot "
	"AND b.marketer_id = :person AND b.state <> 'cancelled'",
sql_then[] =
	"SELECT " BOOKING_COLS " FROM booking b WHERE b.marketer_id = :person "
	"AND b.begin_s < :end AND b.begin_s > :begin - 86400 AND b.end_s > :begin "
	"AND b.slot_id <> :except AND b.state IN " SEATED " ORDER BY b.begin_s LIMIT 1",
sql_live_count[] =
	"SELECT count(*) FROM booking b JOIN slot s ON s.id = b.slot_id "
	"WHERE b.marketer_id = :person AND b.begin_s > :now - 86400 AND b.end_s > :now "
	"AND b.state IN ('waiting', 'offered', 'confirmed') AND s.program_id = :program",
sql_queue_next[] =
	"SELECT " BOOKING_COLS " FROM booking b WHERE b.slot_id = :slot "
	"AND b.state = 'waiting' AND (b.queued_s > :after_s "
	"OR (b.queued_s = :after_s AND b.id > :after_id)) "
	"ORDER BY b.queued_s, b.id LIMIT 1",
sql_next_wait[] =
	"SELECT " BOOKING_COLS " FROM booking b WHERE b.marketer_id = :person "
	"AND b.begin_s > :now AND b.state = 'waiting' AND b.id > :after "
	"ORDER BY b.id LIMIT 1",
sql_lapsed[] =
	"SELECT " BOOKING_COLS " FROM booking b WHERE b.slot_id = :slot "
	"AND b.state = 'offered' AND b.offer_until_s < :now ORDER BY b.id LIMIT 1";

static void read_view(struct stmt *s, struct arena *a, struct booking_view *out)
{
	int at = ent_read(s, &ent_booking, 0, a, &out->booking);

	out->program_id = col_int(s, at++);
	out->rep_id = col_int(s, at++);
	out->zone = col_text(s, at++, a);
	out->kind = col_text(s, at++, a);
	out->place = col_text(s, at++, a);
	out->message = col_text(s, at++, a);
	out->rep = col_text(s, at++, a);
	out->rep_name = col_text(s, at++, a);
	out->marketer = col_text(s, at++, a);
	out->marketer_name = col_text(s, at++, a);
	out->team = col_text(s, at++, a);
	out->marketer_zone = col_text(s, at++, a);
	out->queue = 0;
	out->note_id = col_int(s, at++);
	out->due_s = col_int(s, at++);
	if (out->booking.state == BOOKING_WAITING)
		out->queue = stmt_within(s, bind_int(stmt_beside(s, sql_place), ":id", out->booking.id));
	if (out->note_id == ASK)
		out->note_id = stmt_within(s, bind_int(stmt_beside(s, sql_note), ":id", out->booking.id));
}

enum rc booking_view_get(struct store *st, struct arena *a, int64_t id,
			 struct booking_view *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_view), ":id", id);
	bool found = stmt_row(s);
	enum rc rc;

	*out = (struct booking_view){ 0 };
	if (found)
		read_view(s, a, out);
	rc = stmt_done(s, err);
	if (rc || found)
		return rc;
	return err_set(err, RC_NOT_FOUND, "there is no %s B-%lld", ent_booking.noun,
		       (long long)id);
}

/* Who has nothing ahead is told so for a tenth of what the list takes to prepare:
 * a statement without rows. NULL: there may be something. */
static struct stmt *none_ahead(struct store *st, const struct booking_query *q)
{
	struct stmt *s = bind_int(stmt(st, sql_any_ahead), ":person", q->person_id);
	struct err none = { 0 };

	if (!stmt_row(bind_int(s, ":now", q->now_s)))
		return s;
	/* Left at its row it would keep every writer out. */
	return stmt_done(s, &none) ? s : NULL;
}

struct stmt *bookings_query(struct store *st, const struct booking_query *q)
{
	static const char *const sql[] = {
		[BOOKINGS_AHEAD] = sql_ahead, [BOOKINGS_PAST] = sql_past,
		[BOOKINGS_TODO] = sql_todo, [BOOKINGS_VISITS] = sql_visits,
		[BOOKINGS_CALLED_OFF] = sql_called_off,
	};
	struct stmt *s = q->list == BOOKINGS_AHEAD ? none_ahead(st, q) : NULL;
	bool back = q->list == BOOKINGS_PAST;

	if (s)
		return s;
	s = bind_int(stmt(st, sql[q->list]), ":person", q->person_id);
	bind_int(s, ":program", q->program_id);
	bind_int(s, ":now", q->now_s);
	bind_int(s, ":after_s", q->after_id ? q->after_s : back ? INT64_MAX : INT64_MIN);
	bind_int(s, ":after_id", q->after_id);
	return bind_int(s, ":limit", q->limit ? q->limit : INT64_MAX);
}

bool bookings_next(struct stmt *s, struct arena *a, struct booking_view *out)
{
	if (!stmt_row(s))
		return false;
	read_view(s, a, out);
	return true;
}

struct stmt *bookings_of_slot(struct store *st, int64_t slot_id)
{
	return bind_int(stmt(st, sql_of_slot), ":slot", slot_id);
}

static enum rc one(struct stmt *s, struct arena *a, struct booking *out, struct err *err)
{
	*out = (struct booking){ 0 };
	if (stmt_row(s))
		ent_read(s, &ent_booking, 0, a, out);
	return stmt_done(s, err);
}

enum rc booking_same(struct store *st, struct arena *a, int64_t slot_id,
		     int64_t marketer_id, struct booking *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_same), ":slot", slot_id);

	return one(bind_int(s, ":person", marketer_id), a, out, err);
}

enum rc booking_then(struct store *st, struct arena *a, int64_t person_id,
		     struct span when, int64_t except_slot, struct booking *out,
		     struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_then), ":person", person_id);

	bind_int(bind_int(s, ":begin", when.begin_s), ":end", when.end_s);
	return one(bind_int(s, ":except", except_slot), a, out, err);
}

enum rc booking_live_count(struct store *st, int64_t marketer_id, int64_t program_id,
			   int64_t now_s, int64_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_live_count), ":person", marketer_id);

	bind_int(bind_int(s, ":program", program_id), ":now", now_s);
	return stmt_int(s, 0, n, err);
}

enum rc booking_queue_next(struct store *st, struct arena *a, int64_t slot_id,
			   int64_t after_s, int64_t after_id, struct booking *out,
			   struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_queue_next), ":slot", slot_id);

	bind_int(s, ":after_s", after_id ? after_s : INT64_MIN);
	return one(bind_int(s, ":after_id", after_id), a, out, err);
}

enum rc booking_next_wait(struct store *st, struct arena *a, int64_t marketer_id,
			  int64_t now_s, int64_t after, struct booking *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_next_wait), ":person", marketer_id);

	return one(bind_int(bind_int(s, ":now", now_s), ":after", after), a, out, err);
}

enum rc booking_lapsed(struct store *st, struct arena *a, int64_t slot_id,
		       int64_t now_s, struct booking *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_lapsed), ":slot", slot_id);

	return one(bind_int(s, ":now", now_s), a, out, err);
}
