/* Sums: a week's free seats, a person's sessions of a period. */
#include "replife/booking_store.h"
#include "replife/slot_store.h"

#include "derive.h"

/* Row by row, in the index's order: SQLite's sums would cost twice as much. */
#define SUMS "SELECT s.begin_s, 1, s.seats - s.taken, s.taken >= s.seats, s.waiting FROM slot s "
#define WHEN                                                                 \
	"AND s.begin_s >= :from AND s.begin_s < :to AND s.state = 'open' "   \
	"ORDER BY s.begin_s"
#define HELD "b.state IN ('attended', 'customer_absent', 'stepped_out')"

static const char
sql_sums[] = "SELECT begin_s, sessions, free, full, waiting FROM slot_tally "
	"WHERE program_id = :program AND begin_s >= :from AND begin_s < :to AND sessions > 0 "
	"ORDER BY begin_s",
sql_sums_of_group[] = SUMS "JOIN person p ON p.id = s.rep_id "
	"WHERE s.program_id = :program AND s.state <> 'cancelled' "
	"AND (CAST(:team AS TEXT) IS NULL OR lower(p.team) = lower(:team)) "
	"AND (CAST(:segment AS TEXT) IS NULL OR lower(p.segment) = lower(:segment)) " WHEN,
sql_sums_of_rep[] = SUMS "WHERE s.rep_id = :rep AND s.program_id = :program " WHEN,
sql_rep_weeks[] =
	"SELECT p.login, p.name, p.team, p.segment, count(*), sum(s.seats), sum(s.taken), "
	"sum(EXISTS (SELECT 1 FROM booking b WHERE b.slot_id = s.id AND " HELD ")), "
	"sum((SELECT count(*) FROM booking b WHERE b.slot_id = s.id AND b.state = 'no_show')) "
	"FROM slot s JOIN person p ON p.id = s.rep_id "
	"WHERE s.program_id = :program AND s.state <> 'cancelled' AND s.state = 'open' "
	"AND s.begin_s >= :from AND s.begin_s < :to GROUP BY s.rep_id ORDER BY p.name, p.id",
/* Counted row by row, too: a marketer's are few, and sums with conditions take
 * longer to prepare than to be done without. */
sql_tally[] =
	"SELECT b.state, b.end_s, b.excused IS NULL, b.id FROM booking b JOIN slot s ON s.id = b.slot_id "
	"WHERE b.marketer_id = :person AND b.begin_s >= :from AND b.begin_s < :to "
	"AND s.program_id = :program",
sql_written[] =
	HANDED_IN("1", ":booking");

struct stmt *slot_counts_query(struct store *st, const struct slot_query *q)
{
	bool group = !q->rep_id && (q->team || q->segment);
	struct stmt *s = stmt(st, q->rep_id ? sql_sums_of_rep : group ? sql_sums_of_group : sql_sums);

	if (q->rep_id)
		bind_int(s, ":rep", q->rep_id);
	if (group)
		bind_text(bind_text(s, ":team", q->team), ":segment", q->segment);
	bind_int(s, ":program", q->program_id);
	return bind_int(bind_int(s, ":from", q->from_s), ":to", q->to_s);
}

bool slot_counts_next(struct stmt *s, struct slot_count *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct slot_count){ .begin_s = col_int(s, 0), .sessions = col_int(s, 1),
				    .free = col_int(s, 2), .full = col_int(s, 3),
				    .waiting = col_int(s, 4) };
	return true;
}

struct stmt *rep_weeks_query(struct store *st, int64_t program_id, struct span when)
{
	struct stmt *s = bind_int(stmt(st, sql_rep_weeks), ":program", program_id);

	return bind_int(bind_int(s, ":from", when.begin_s), ":to", when.end_s);
}

bool rep_weeks_next(struct stmt *s, struct arena *a, struct rep_week *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct rep_week){ .rep = col_text(s, 0, a), .rep_name = col_text(s, 1, a),
				  .team = col_text(s, 2, a), .segment = col_text(s, 3, a),
				  .sessions = col_int(s, 4), .seats = col_int(s, 5),
				  .taken = col_int(s, 6), .held = col_int(s, 7),
				  .missed = col_int(s, 8) };
	return true;
}

enum rc booking_tally(struct store *st, int64_t marketer_id, int64_t program_id, struct span when,
		      int64_t now_s, struct booking_tally *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_tally), ":person", marketer_id);

	bind_int(s, ":program", program_id);
	bind_int(bind_int(s, ":from", when.begin_s), ":to", when.end_s);
	*out = (struct booking_tally){ 0 };
	while (stmt_row(s)) {
		size_t len;
		enum booking_state state = (enum booking_state)word_find(booking_state_words, col_peek(s, 0, &len));
		bool held = booking_was_held(state), over = col_int(s, 1) <= now_s;

		out->held += held;
		out->ahead += !over && (state == BOOKING_OFFERED || state == BOOKING_CONFIRMED);
		if (over && col_int(s, 2) && (held || state == BOOKING_CONFIRMED))
			out->to_write += !stmt_within(s, bind_int(stmt(st, sql_written), ":booking", col_int(s, 3)));
	}
	return stmt_done(s, err);
}
