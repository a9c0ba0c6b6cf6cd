/* Sums: a week's free seats, a person's sessions of a period. */
#include "replife/booking_store.h"
#include "replife/slot_store.h"

/* By the moment that they begin, in the index's order: an expression would be
 * sorted first. */
#define SUMS                                                                 \
	"SELECT s.begin_s, count(*), sum(s.seats - s.taken), "   \
	"sum(s.taken >= s.seats), sum(s.waiting) FROM slot s "
#define WHEN                                                                 \
	"AND s.begin_s >= :from AND s.begin_s < :to AND s.state = 'open' "   \
	"GROUP BY 1 ORDER BY 1"
#define HELD "b.state IN ('attended', 'customer_absent', 'stepped_out')"

static const char
sql_sums[] = SUMS "WHERE s.program_id = :program AND s.state <> 'cancelled' " WHEN,
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
sql_tally[] =
	"SELECT count(*) FILTER (WHERE " HELD "), "
	"count(*) FILTER (WHERE b.end_s > :now AND b.state IN ('offered', 'confirmed')), "
	"count(*) FILTER (WHERE b.end_s <= :now AND b.excused IS NULL "
	"AND (" HELD " OR b.state = 'confirmed') AND NOT EXISTS (SELECT 1 FROM note n "
	"WHERE n.booking_id = b.id AND n.side = 'marketer' AND n.state <> 'withdrawn' "
	"AND n.state = 'submitted')) "
	"FROM booking b JOIN slot s ON s.id = b.slot_id "
	"WHERE b.marketer_id = :person AND b.begin_s >= :from AND b.begin_s < :to "
	"AND s.program_id = :program";

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

	bind_int(bind_int(s, ":program", program_id), ":now", now_s);
	bind_int(bind_int(s, ":from", when.begin_s), ":to", when.end_s);
	*out = (struct booking_tally){ 0 };
	if (stmt_row(s))
		*out = (struct booking_tally){ .held = col_int(s, 0), .ahead = col_int(s, 1),
					       .to_write = col_int(s, 2) };
	return stmt_done(s, err);
}
