/* week: how many seats are free when, day by day and hour by hour; progress:
 * how far somebody is with the period's goal. */
#include "replife/slot_store.h"
#include "replife/booking_store.h"
#include "replife/zone.h"
#include "rows.h"

#define DAY_S (24 * 3600)
#define MAX_DAYS 42

static const struct param week_params[] = {
	{ .name = "when", .type = P_SPAN, .flags = REST,
	  .help = "a week, or up to six of them; this week if left out" },
	{ .name = "rep", .type = P_PERSON, .help = "with this rep" },
	{ .name = "team", .type = P_NAME, .help = "with reps of this team" },
	{ .name = "segment", .type = P_NAME, .help = "with reps of this segment" },
	{ .name = NULL }
};

static const struct column week_columns[] = {
	{ "day", "Day", V_DAY, SHOW_ALL, 0, false },
	{ "hours", "Begins", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "start", "From", V_INSTANT, SHOW_DATA, 0, false },
	{ "end", "To", V_INSTANT, SHOW_DATA, 0, false },
	{ "sessions", "Sessions", V_INT, SHOW_ALL, 0, false },
	{ "free", "Free seats", V_INT, SHOW_ALL, 0, false },
	{ "full", "Full", V_INT, SHOW_ALL, 0, false },
	{ "waiting", "Waiting", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

/* Two hours of a local day, from an even one. A day with a clock change has one
 * that is shorter, or longer. */
struct band {
	int64_t day;
	int hour;
	struct slot_count sum;
};

static int64_t band_edge(struct call *c, const struct band *b, int hours)
{
	struct wall w = { .hour = b->hour + hours };
	int64_t at_s;

	date_of_day(b->day, &w.year, &w.month, &w.day);
	zone_to_utc(c->zone, &w, &at_s, NULL);
	return at_s;
}

static struct band band_of(struct call *c, int64_t at_s)
{
	struct wall w;

	zone_to_wall(c->zone, at_s, &w);
	return (struct band){ .day = day_of(c->zone, at_s), .hour = w.hour / 2 * 2 };
}

static bool in_band(struct call *c, const struct band *b, int64_t at_s)
{
	struct band at = band_of(c, at_s);

	return b->sum.sessions && at.day == b->day && at.hour == b->hour;
}

static void put_band(struct call *c, const struct band *b)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_day(r, row, "day", b->day);
	put_text(r, row, "hours", arena_printf(c->arena, "%02d:00-%02d:00", b->hour, b->hour + 2));
	put_instant(r, row, "start", band_edge(c, b, 0));
	put_instant(r, row, "end", band_edge(c, b, 2));
	put_int(r, row, "sessions", b->sum.sessions);
	put_int(r, row, "free", b->sum.free);
	put_int(r, row, "full", b->sum.full);
	put_int(r, row, "waiting", b->sum.waiting);
}

static enum rc week_span(struct call *c, struct slot_query *q, struct err *err)
{
	const struct bound *when = arg_get(c, "when");
	int64_t today = day_of(c->zone, c->now_s);
	int64_t monday = today - day_weekday(today);

	q->from_s = when ? when->i : day_begin_s(c->zone, monday);
	q->to_s = when ? when->end : day_begin_s(c->zone, monday + 7);
	if (q->to_s - q->from_s > (MAX_DAYS + 1) * (int64_t)DAY_S) {
		err_set(err, RC_USAGE, "a grid of that many days is no grid");
		return err_todo(err, "Ask for a week or a month: replife week next week");
	}
	if (q->from_s <= c->now_s)
		q->from_s = c->now_s + 1;
	return RC_OK;
}

static enum rc run_week(struct call *c, struct err *err)
{
	struct slot_query q = {
		.program_id = c->program.id, .rep_id = arg_int(c, "rep", 0),
		.team = arg_text(c, "team"), .segment = arg_text(c, "segment"),
	};
	struct band b = { 0 };
	struct slot_count n;
	int64_t free = 0, sessions = 0, at_s = INT64_MIN;
	struct stmt *s;
	enum rc rc = week_span(c, &q, err);

	if (rc)
		return rc;
	s = slot_counts_query(c->st, &q);
	while (slot_counts_next(s, &n)) {
		/* Most begin when the one before does. */
		if (n.begin_s != at_s && !in_band(c, &b, n.begin_s)) {
			if (b.sum.sessions)
				put_band(c, &b);
			b = band_of(c, n.begin_s);
		}
		at_s = n.begin_s;
		b.sum.sessions += n.sessions;
		b.sum.free += n.free;
		b.sum.full += n.full;
		b.sum.waiting += n.waiting;
		free += n.free;
		sessions += n.sessions;
	}
	if (b.sum.sessions)
		put_band(c, &b);
	c->reply->empty = "No session is open then. Look further ahead: replife find";
	if (sessions)
		reply_message(c->reply, "%lld free seat%s in %lld session%s", (long long)free,
			      free == 1 ? "" : "s", (long long)sessions, sessions == 1 ? "" : "s");
	return stmt_done(s, err);
}

const struct op op_week = {
	.name = "week", .summary = "Count the free seats of a week, by day and hour",
	.details = "What is over is left out. The sessions themselves: replife find.",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = week_params,
	.result = week_columns, .example = "week next week", .run = run_week,
};

/* ---- progress ---- */

static const struct column progress_columns[] = {
	{ "period", "Period", V_TEXT, SHOW_ALL, 0, false },
	{ "ends", "Runs until", V_DAY, SHOW_ALL, 0, false },
	{ "goal", "Goal", V_INT, SHOW_ALL, 0, false },
	{ "held", "Sat in", V_INT, SHOW_ALL, 0, false },
	{ "ahead", "Booked", V_INT, SHOW_ALL, 0, false },
	{ "to_write", "To write up", V_INT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

static enum rc run_progress(struct call *c, struct err *err)
{
	struct reply *r = c->reply;
	struct booking_tally n = { 0 };
	const struct zone *z;
	struct period p = { 0 };
	struct value *row;
	enum rc rc = period_at(c, c->program.id, c->now_s, &p, err);

	r->record = true;
	r->empty = "No period runs now";
	if (rc || !p.id)
		return rc;
	rc = booking_tally(c->st, c->me.id, c->program.id, (struct span){ p.begin_s, p.end_s },
			   c->now_s, &n, err);
	if (rc)
		return rc;
	rc = zone_load(c->program.zone, &z, err);
	if (rc)
		return rc;
	row = reply_row(r);
	put_text(r, row, "period", p.name);
	put_day(r, row, "ends", day_of(z, p.end_s - 1));
	put_int(r, row, "goal", c->program.goal);
	put_int(r, row, "held", n.held);
	put_int(r, row, "ahead", n.ahead);
	put_int(r, row, "to_write", n.to_write);
	return RC_OK;
}

const struct op op_progress = {
	.name = "progress", .summary = "See how far you are with this period's goal",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = progress_columns,
	.example = "progress", .run = run_progress,
};
