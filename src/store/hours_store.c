/* Weekly hours: rules, days that differ, and a rep's sessions ahead. */
#include "replife/hours_store.h"

#define RULE_COLS                                                            \
	"r.id, r.uuid, r.rep_id, r.program_id, r.sentence, r.zone, r.kind, " \
	"r.place, r.message, r.state"
#define DAYOFF_COLS                                                          \
	"d.id, d.uuid, d.kind, d.rep_id, d.program_id, d.day, d.zone, d.name, d.sentence"
#define OF_PROGRAM "AND (d.program_id IS NULL OR d.program_id = :program) "
#define HOLIDAYS                                                              \
	"SELECT " DAYOFF_COLS " FROM dayoff d WHERE d.rep_id IS NULL "        \
	"AND d.day BETWEEN :from AND :to " OF_PROGRAM

static const char
sql_rules_of_rep[] =
	"SELECT " RULE_COLS ", p.login, p.name FROM rule r JOIN person p ON p.id = r.rep_id "
	"WHERE r.rep_id = :rep AND r.program_id = :program AND r.state = 'active' "
	"AND r.id > :after ORDER BY r.id LIMIT :limit",
sql_rules[] =
	"SELECT " RULE_COLS ", p.login, p.name FROM rule r JOIN person p ON p.id = r.rep_id "
	"WHERE r.program_id = :program AND r.state = 'active' AND r.id > :after "
	"ORDER BY r.id LIMIT :limit",
sql_holidays[] = HOLIDAYS "ORDER BY 6, 1",
sql_days[] = HOLIDAYS
	"UNION ALL SELECT " DAYOFF_COLS " FROM dayoff d WHERE d.rep_id = :rep "
	"AND d.day BETWEEN :from AND :to " OF_PROGRAM "ORDER BY 6, 1",
sql_slots[] =
	"SELECT s.id, s.uuid, s.program_id, s.rep_id, s.begin_s, s.end_s, s.wall, s.zone, "
	"s.seats, s.taken, s.waiting, s.kind, s.place, s.message, s.state, s.reason, "
	"s.rule_id, s.occurrence, s.sequence, s.ref FROM slot s "
	"WHERE s.rep_id = :rep AND s.begin_s > :from ORDER BY s.begin_s, s.id",
sql_same_day[] =
	"SELECT " DAYOFF_COLS " FROM dayoff d WHERE d.day = :day AND d.kind = :kind "
	"AND coalesce(d.rep_id, 0) = :rep AND coalesce(d.program_id, 0) = :program "
	"AND coalesce(d.zone, '') = :zone AND coalesce(d.sentence, '') = :sentence";

struct stmt *hours_rules(struct store *st, int64_t program_id, int64_t rep_id,
			 int64_t after, int64_t limit)
{
	struct stmt *s = stmt(st, rep_id ? sql_rules_of_rep : sql_rules);

	if (rep_id)
		bind_int(s, ":rep", rep_id);
	bind_int(bind_int(s, ":program", program_id), ":after", after);
	return bind_int(s, ":limit", limit ? limit : INT64_MAX);
}

bool hours_next(struct stmt *s, struct arena *a, struct rule_view *out)
{
	int at;

	if (!stmt_row(s))
		return false;
	at = ent_read(s, &ent_rule, 0, a, &out->rule);
	out->rep = col_text(s, at++, a);
	out->rep_name = col_text(s, at, a);
	return true;
}

struct stmt *hours_days(struct store *st, int64_t program_id, int64_t rep_id,
			int64_t from_day, int64_t to_day)
{
	struct stmt *s = stmt(st, rep_id ? sql_days : sql_holidays);

	if (rep_id)
		bind_int(s, ":rep", rep_id);
	bind_int(s, ":program", program_id);
	return bind_int(bind_int(s, ":from", from_day), ":to", to_day);
}

bool hours_next_day(struct stmt *s, struct arena *a, struct dayoff *out)
{
	if (!stmt_row(s))
		return false;
	ent_read(s, &ent_dayoff, 0, a, out);
	return true;
}

struct stmt *hours_slots(struct store *st, int64_t rep_id, int64_t from_s)
{
	return bind_int(bind_int(stmt(st, sql_slots), ":rep", rep_id), ":from", from_s);
}

bool hours_next_slot(struct stmt *s, struct arena *a, struct slot *out)
{
	if (!stmt_row(s))
		return false;
	ent_read(s, &ent_slot, 0, a, out);
	return true;
}

enum rc hours_same_day(struct store *st, struct arena *a, const struct dayoff *like,
		       struct dayoff *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_same_day), ":day", like->day);

	bind_text(s, ":kind", dayoff_kind_words[like->kind].code);
	bind_int(bind_int(s, ":rep", like->rep_id), ":program", like->program_id);
	bind_text(s, ":zone", like->zone ? like->zone : "");
	bind_text(s, ":sentence", like->sentence ? like->sentence : "");
	*out = (struct dayoff){ 0 };
	if (stmt_row(s))
		ent_read(s, &ent_dayoff, 0, a, out);
	return stmt_done(s, err);
}
