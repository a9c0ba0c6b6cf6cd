/* Sessions: the agenda by time, a rep's own, and what is free next. */
#include "replife/slot_store.h"

#define SLOT_COLS                                                            \
	"s.id, s.uuid, s.program_id, s.rep_id, s.begin_s, s.end_s, s.wall, " \
	"s.zone, s.seats, s.taken, s.waiting, s.kind, s.place, s.message, "  \
	"s.state, s.reason, s.rule_id, s.occurrence, s.sequence, s.ref"
#define PERIOD_OF(what)                                                      \
	"(SELECT d." what " FROM period d WHERE d.program_id = s.program_id " \
	"AND d.begin_s <= s.begin_s AND d.end_s > s.begin_s "                \
	"ORDER BY d.begin_s DESC LIMIT 1)"
#define VIEW                                                                 \
	"SELECT " SLOT_COLS ", g.name, p.login, p.name, p.team, "            \
	PERIOD_OF("id") ", " PERIOD_OF("name")                               \
	" FROM slot s JOIN person p ON p.id = s.rep_id "                     \
	"JOIN program g ON g.id = s.program_id "
/* What a list asks for: it knows its program, and looks periods up itself. */
#define LISTED                                                               \
	"SELECT " SLOT_COLS ", p.login, p.name, p.team "                     \
	"FROM slot s JOIN person p ON p.id = s.rep_id "
#define WHERE_REP                                                            \
	"AND (CAST(:team AS TEXT) IS NULL OR lower(p.team) = lower(:team)) " \
	"AND (CAST(:segment AS TEXT) IS NULL OR lower(p.segment) = lower(:segment)) "
#define WHERE_SEEN                                                           \
	"AND (s.state <> 'draft' OR :drafts = -1 OR s.rep_id = :drafts) "
#define WHERE_TIME                                                           \
	"AND s.begin_s >= :from AND s.begin_s < :to "                        \
	"AND (+s.begin_s > :after_s OR +s.id > :after_id) "
#define WHERE_FREE "AND (:free = 0 OR s.taken < s.seats) "
/* Nobody sits in with who has left the roster; whoever does still is shown. */
#define HOSTED                                                               \
	"AND (s.taken + s.waiting > 0 OR NOT EXISTS (SELECT 1 FROM membership m " \
	"WHERE m.person_id = s.rep_id AND m.program_id = s.program_id "      \
	"AND m.state IN ('left', 'declined'))) "
#define BY_TIME "ORDER BY s.begin_s, s.id LIMIT :limit"

/* A free seat that would not be refused to :who. */
#define CAN_BE_BOOKED                                                        \
	"AND s.state = 'open' AND s.taken < s.seats AND s.rep_id <> :who "   \
	"AND EXISTS (SELECT 1 FROM period d WHERE d.program_id = s.program_id " \
	"AND d.begin_s <= s.begin_s AND d.end_s > s.begin_s AND d.closed_s IS NULL) " \
	"AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = s.rep_id " \
	"AND m.program_id = s.program_id AND m.state = 'active') "           \
	"AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.marketer_id = :who " \
	"AND b.begin_s < s.end_s AND b.begin_s > s.begin_s - 86400 "         \
	"AND b.end_s > s.begin_s AND b.state IN ('offered', 'confirmed', 'attended')) " \
	"ORDER BY s.begin_s LIMIT 1"

static const char
sql_view[] = VIEW "WHERE s.id = :id",
sql_by_time[] = LISTED
	"WHERE s.program_id = :program AND s.state <> 'cancelled' "
	HOSTED WHERE_TIME WHERE_SEEN WHERE_REP WHERE_FREE BY_TIME,
/* What most ask for: preparing the filters would take as long as the rest. */
sql_open_by_time[] = LISTED
	"WHERE s.program_id = :program AND s.state <> 'cancelled' AND s.state = 'open' "
	HOSTED WHERE_TIME BY_TIME,
sql_by_rep[] = LISTED
	"WHERE s.rep_id = :rep AND s.program_id = :program "
	"AND (s.state <> 'cancelled' OR :cancelled = 1) "
	WHERE_TIME WHERE_SEEN WHERE_REP WHERE_FREE BY_TIME,
sql_hosted_then[] =
	"SELECT " SLOT_COLS " FROM slot s WHERE s.rep_id = :rep "
	"AND s.begin_s < :end AND s.begin_s > :begin - 86400 AND s.end_s > :begin "
	"AND s.state <> 'cancelled' AND s.id <> :except "
	"AND (:taken = 0 OR s.taken > 0) ORDER BY s.begin_s LIMIT 1",
sql_free_by_rep[] = VIEW
	"WHERE s.rep_id = :rep AND s.program_id = :program AND s.begin_s > :after "
	CAN_BE_BOOKED,
sql_free_by_time[] = VIEW
	"WHERE s.program_id = :program AND s.state <> 'cancelled' AND s.begin_s > :after "
	CAN_BE_BOOKED;

static void read_view(struct stmt *s, struct arena *a, struct slot_view *out)
{
	int at = ent_read(s, &ent_slot, 0, a, &out->slot);

	out->program = col_text(s, at++, a);
	out->rep = col_text(s, at++, a);
	out->rep_name = col_text(s, at++, a);
	out->team = col_text(s, at++, a);
	out->period_id = col_int(s, at++);
	out->period = col_text(s, at++, a);
}

static enum rc one_view(struct stmt *s, struct arena *a, struct slot_view *out, struct err *err)
{
	*out = (struct slot_view){ 0 };
	if (stmt_row(s))
		read_view(s, a, out);
	return stmt_done(s, err);
}

enum rc slot_view_get(struct store *st, struct arena *a, int64_t id,
		      struct slot_view *out, struct err *err)
{
	enum rc rc = one_view(bind_int(stmt(st, sql_view), ":id", id), a, out, err);

	if (rc || out->slot.id)
		return rc;
	return err_set(err, RC_NOT_FOUND, "there is no session S-%lld", (long long)id);
}

struct stmt *slots_query(struct store *st, const struct slot_query *q)
{
	bool plain = q->open_only && !q->rep_id && !q->team && !q->segment && !q->free_only;
	struct stmt *s = stmt(st, plain ? sql_open_by_time : q->rep_id ? sql_by_rep : sql_by_time);
	/* The range begins where the page does. */
	int64_t from_s = q->after_s > q->from_s ? q->after_s : q->from_s;

	if (q->rep_id) {
		bind_int(s, ":rep", q->rep_id);
		bind_int(s, ":cancelled", q->cancelled);
	}
	if (!plain) {
		bind_int(s, ":drafts", q->open_only ? 0 : q->drafts_of);
		bind_text(s, ":team", q->team);
		bind_text(s, ":segment", q->segment);
		bind_int(s, ":free", q->free_only);
	}
	bind_int(s, ":program", q->program_id);
	bind_int(s, ":from", from_s);
	bind_int(s, ":to", q->to_s);
	bind_int(s, ":after_s", q->after_id ? q->after_s : INT64_MIN);
	bind_int(s, ":after_id", q->after_id);
	return bind_int(s, ":limit", q->limit ? q->limit : INT64_MAX);
}

bool slots_next(struct stmt *s, struct arena *a, struct slot_view *out)
{
	int at;

	if (!stmt_row(s))
		return false;
	*out = (struct slot_view){ 0 };
	at = ent_read(s, &ent_slot, 0, a, &out->slot);
	out->rep = col_text(s, at++, a);
	out->rep_name = col_text(s, at++, a);
	out->team = col_text(s, at++, a);
	return true;
}

enum rc slot_hosted_then(struct store *st, struct arena *a, int64_t rep_id,
			 struct span when, int64_t except_id, bool taken_only,
			 struct slot *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_hosted_then), ":rep", rep_id);

	bind_int(bind_int(s, ":begin", when.begin_s), ":end", when.end_s);
	bind_int(bind_int(s, ":except", except_id), ":taken", taken_only);
	*out = (struct slot){ 0 };
	if (stmt_row(s))
		ent_read(s, &ent_slot, 0, a, out);
	return stmt_done(s, err);
}

enum rc slot_next_free(struct store *st, struct arena *a, int64_t program_id,
		       int64_t rep_id, int64_t who_id, int64_t after_s,
		       struct slot_view *out, struct err *err)
{
	struct stmt *s = stmt(st, rep_id ? sql_free_by_rep : sql_free_by_time);

	if (rep_id)
		bind_int(s, ":rep", rep_id);
	bind_int(bind_int(s, ":who", who_id), ":program", program_id);
	bind_int(s, ":after", after_s);
	return one_view(s, a, out, err);
}
