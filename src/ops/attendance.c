/* attendance: each rep's seats, week by week. For who runs the program: reps
 * are not set against each other. */
#include "replife/slot_store.h"
#include "replife/zone.h"
#include "rows.h"

#define WEEKS_BACK 4
#define WEEKS 8
#define WEEKS_MAX 60

static const struct param attendance_params[] = {
	{ .name = "when", .type = P_SPAN, .flags = REST,
	  .help = "from when to when; four weeks back and four ahead if left out" },
	{ .name = NULL }
};

static const struct column attendance_columns[] = {
	{ "rep", "Rep", V_TEXT, SHOW_ALL, 0, false },
	{ "rep_name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "team", "Team", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "segment", "Segment", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "week", "Week of", V_DAY, SHOW_ALL, 0, false },
	{ "sessions", "Sessions", V_INT, SHOW_ALL, 0, false },
	{ "seats", "Seats", V_INT, SHOW_ALL, 0, false },
	{ "taken", "Taken", V_INT, SHOW_ALL, 0, false },
	{ "held", "Held", V_INT, SHOW_ALL, 0, false },
	{ "missed", "Missed", V_INT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

static enum rc put_week(struct call *c, int64_t monday, struct err *err)
{
	struct span week = { day_begin_s(c->zone, monday), day_begin_s(c->zone, monday + 7) };
	struct stmt *s = rep_weeks_query(c->st, c->program.id, week);
	struct reply *r = c->reply;
	struct rep_week w;

	while (rep_weeks_next(s, c->arena, &w)) {
		struct value *row = reply_row(r);

		put_text(r, row, "rep", w.rep);
		put_text(r, row, "rep_name", w.rep_name);
		put_text(r, row, "team", w.team);
		put_text(r, row, "segment", w.segment);
		put_day(r, row, "week", monday);
		put_int(r, row, "sessions", w.sessions);
		put_int(r, row, "seats", w.seats);
		put_int(r, row, "taken", w.taken);
		put_int(r, row, "held", w.held);
		put_int(r, row, "missed", w.missed);
	}
	return stmt_done(s, err);
}

static enum rc run_attendance(struct call *c, struct err *err)
{
	const struct bound *when = arg_get(c, "when");
	int64_t today = day_of(c->zone, c->now_s), from, to;
	enum rc rc = RC_OK;

	from = when ? day_of(c->zone, when->i) : today - WEEKS_BACK * 7;
	to = when ? day_of(c->zone, when->end - 1) : today + (WEEKS - WEEKS_BACK - 1) * 7;
	from -= day_weekday(from);
	if (to - from > WEEKS_MAX * 7) {
		err_set(err, RC_USAGE, "more than %d weeks are too many", WEEKS_MAX);
		return err_todo(err, "Ask for a year at most");
	}
	c->named = true;
	c->reply->empty = "No session was open then";
	for (; !rc && from <= to; from += 7)
		rc = put_week(c, from, err);
	return rc;
}

const struct op op_attendance = {
	.name = "attendance", .summary = "Count each rep's seats, week by week",
	.details = "Seats offered and taken, sessions held with a visitor, visits missed.",
	.effect = EFFECT_READ, .who = WHO_LIFECYCLE, .params = attendance_params,
	.result = attendance_columns, .example = "attendance last week", .run = run_attendance,
};
