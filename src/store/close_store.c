/* What is still open at a period's end. */
#include "replife/close_store.h"

#include "derive.h"

#define SEATS                                                                 \
	"FROM slot s JOIN booking b ON b.slot_id = s.id "                     \
	"WHERE s.program_id = :program AND s.begin_s >= :from AND s.begin_s < :to " \
	"AND s.state <> 'cancelled' "
/* That it was not withdrawn is said besides: the index by booking knows none
 * that were. */
#define SAID SAID_IN "AND n.state = 'submitted' "

#define NO_OUTCOME SEATS "AND b.state = 'confirmed' AND b.end_s <= :now"
#define MISSING SEATS                                                         \
	"AND b.state IN ('attended', 'customer_absent', 'stepped_out') AND b.excused IS NULL " \
	"AND NOT EXISTS (SELECT 1 FROM note n WHERE n.booking_id = b.id "     \
	"AND n.side = 'marketer' AND n.state <> 'withdrawn' AND n.state = 'submitted') " \
	"AND b.end_s <= :now"
#define FIRST "ORDER BY b.begin_s, b.id LIMIT :limit"

static const char
sql_no_outcome[] = "SELECT count(*), min(b.id) " NO_OUTCOME,
sql_missing[] = "SELECT count(*), min(b.id) " MISSING,
sql_list_no_outcome[] = "SELECT b.id " NO_OUTCOME " " FIRST,
sql_list_missing[] = "SELECT b.id " MISSING " " FIRST,
sql_remarks[] = "SELECT sum(NOT EXISTS (SELECT 1 FROM coding c WHERE c.observation_id = o.id "
	"AND c.state = 'active' AND c.by_whom <> 'suggested')), "
	"sum((SELECT count(*) FROM coding c WHERE c.observation_id = o.id "
	"AND c.state = 'active' AND c.by_whom = 'suggested')), "
	"sum(o.words_of = 'rep' AND o.may_quote AND NOT o.cleared AND NOT o.held_back) "
	"FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE " SAID "AND o.set_aside IS NULL";

/* `status` takes no longer where millions of sessions are stored. */
static const char
sql_seats_glance[] =
	"WITH s AS MATERIALIZED (SELECT id FROM slot WHERE program_id = :program "
	"AND begin_s >= :from AND begin_s < :to AND state <> 'cancelled' "
	"ORDER BY begin_s DESC LIMIT :glance) "
	"SELECT (SELECT count(*) FROM s), sum(b.state = 'confirmed'), "
	"min(CASE WHEN b.state = 'confirmed' THEN b.id END), "
	"sum(b.state <> 'confirmed' AND b.excused IS NULL AND NOT EXISTS (SELECT 1 FROM note n "
	"WHERE n.booking_id = b.id AND n.side = 'marketer' AND n.state <> 'withdrawn' AND n.state = 'submitted')) "
	"FROM s JOIN booking b ON b.slot_id = s.id AND b.end_s <= :to "
	"AND b.state IN ('confirmed', 'attended', 'customer_absent', 'stepped_out')",
sql_remarks_glance[] =
	"WITH s AS MATERIALIZED (SELECT id, state FROM note WHERE program_id = :program "
	"AND said_s >= :from AND said_s < :to ORDER BY said_s DESC LIMIT :glance) "
	"SELECT (SELECT count(*) FROM s), "
	"sum(NOT EXISTS (SELECT 1 FROM coding c WHERE c.observation_id = o.id "
	"AND c.state = 'active' AND c.by_whom <> 'suggested')), "
	"sum((SELECT count(*) FROM coding c WHERE c.observation_id = o.id "
	"AND c.state = 'active' AND c.by_whom = 'suggested')) "
	"FROM s JOIN observation o ON o.note_id = s.id "
	"WHERE s.state = 'submitted' AND o.set_aside IS NULL";

static struct stmt *spanned(struct store *st, const char *sql, int64_t program_id,
			    const struct period *p)
{
	struct stmt *s = bind_int(stmt(st, sql), ":program", program_id);

	return bind_int(bind_int(s, ":from", p->begin_s), ":to", p->end_s);
}

struct stmt *close_bookings(struct store *st, int64_t program_id, const struct period *p,
			    int64_t now_s, bool no_outcome, int64_t limit)
{
	struct stmt *s = spanned(st, no_outcome ? sql_list_no_outcome : sql_list_missing, program_id, p);

	return bind_int(bind_int(s, ":now", now_s), ":limit", limit);
}

static enum rc count_first(struct stmt *s, int64_t *n, int64_t *first, struct err *err)
{
	if (stmt_row(s)) {
		*n = col_int(s, 0);
		*first = col_int(s, 1);
	}
	return stmt_done(s, err);
}

enum rc close_counts(struct store *st, int64_t program_id, const struct period *p,
		     int64_t now_s, struct close_counts *out, struct err *err)
{
	struct stmt *s;
	enum rc rc;

	*out = (struct close_counts){ 0 };
	s = bind_int(spanned(st, sql_no_outcome, program_id, p), ":now", now_s);
	rc = count_first(s, &out->no_outcome, &out->no_outcome_first, err);
	if (rc)
		return rc;
	s = bind_int(spanned(st, sql_missing, program_id, p), ":now", now_s);
	rc = count_first(s, &out->missing, &out->missing_first, err);
	if (rc)
		return rc;
	s = spanned(st, sql_remarks, program_id, p);
	if (stmt_row(s)) {
		out->uncoded = col_int(s, 0);
		out->suggested = col_int(s, 1);
		out->to_clear = col_int(s, 2);
	}
	return stmt_done(s, err);
}

enum rc close_glance(struct store *st, int64_t program_id, const struct period *p,
		     int64_t now_s, struct close_counts *out, bool *more, struct err *err)
{
	struct period until = { .begin_s = p->begin_s, .end_s = now_s < p->end_s ? now_s : p->end_s };
	struct stmt *s = spanned(st, sql_seats_glance, program_id, &until);
	enum rc rc;

	*out = (struct close_counts){ 0 };
	*more = false;
	if (stmt_row(bind_int(s, ":glance", CLOSE_GLANCE))) {
		*more = col_int(s, 0) == CLOSE_GLANCE;
		out->no_outcome = col_int(s, 1);
		out->no_outcome_first = col_int(s, 2);
		out->missing = col_int(s, 3);
	}
	rc = stmt_done(s, err);
	if (rc)
		return rc;
	s = spanned(st, sql_remarks_glance, program_id, &until);
	if (stmt_row(bind_int(s, ":glance", CLOSE_GLANCE))) {
		*more = *more || col_int(s, 0) == CLOSE_GLANCE;
		out->uncoded = col_int(s, 1);
		out->suggested = col_int(s, 2);
	}
	return stmt_done(s, err);
}
