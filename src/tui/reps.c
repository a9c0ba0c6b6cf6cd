/* Reps and their weeks: the roster, and what attendance counts. */
#include <string.h>

#include "roster.h"
#include "say.h"

int64_t sum_of(const int64_t *weeks, int from, int to)
{
	int64_t n = 0;

	for (int i = from; i < to; i++)
		n += weeks[i];
	return n;
}

int64_t free_next(const struct rep_line *r)
{
	return r->seats[THIS_WEEK + 1 < WEEKS ? THIS_WEEK + 1 : THIS_WEEK] -
	       r->taken[THIS_WEEK + 1 < WEEKS ? THIS_WEEK + 1 : THIS_WEEK];
}

static struct rep_line *line_of(struct rep_lines *l, const char *login)
{
	for (int i = 0; i < l->n; i++)
		if (!strcmp(l->reps[i].login, login))
			return &l->reps[i];
	return NULL;
}

static void take_roster(struct app *app, struct arena *a, struct rep_lines *l, const struct reply *r)
{
	for (size_t i = 0; i < r->n_rows; i++)
		l->reps[l->n++] = (struct rep_line){
			.login = row_text(r, i, "rep"), .name = row_text(r, i, "rep_name"),
			.team = row_text(r, i, "team"), .segment = row_text(r, i, "segment"),
			.state = row_text(r, i, "state"), .ahead = row_int(r, i, "upcoming"),
			.until = row_null(r, i, "paused_until") ? ""
				: tell_day(app, a, row_int(r, i, "paused_until")),
			.on_roster = true,
		};
}

/* Whoever has left the roster may still have hosted. */
static void take_weeks(struct rep_lines *l, const struct reply *r)
{
	for (size_t i = 0; i < r->n_rows; i++) {
		int64_t week = (row_int(r, i, "week") - l->monday) / 7;
		struct rep_line *line = line_of(l, row_text(r, i, "rep"));

		if (!line) {
			line = &l->reps[l->n++];
			*line = (struct rep_line){ .login = row_text(r, i, "rep"), .name = row_text(r, i, "rep_name"),
						   .team = row_text(r, i, "team"), .segment = row_text(r, i, "segment"),
						   .state = "left", .until = "" };
		}
		if (week < 0 || week >= WEEKS)
			continue;
		line->seats[week] += row_int(r, i, "seats");
		line->taken[week] += row_int(r, i, "taken");
		line->held[week] += row_int(r, i, "held");
		line->missed[week] += row_int(r, i, "missed");
	}
}

enum rc read_reps(struct app *app, struct arena *a, struct rep_lines *out, struct err *err)
{
	struct reply roster = { 0 }, weeks = { 0 };
	enum rc rc = app_call(app, a, "roster list", NULL, 0, &roster, err);

	if (!rc)
		rc = app_call(app, a, "attendance", NULL, 0, &weeks, err);
	if (rc)
		return rc;
	*out = (struct rep_lines){ 0 };
	out->reps = arena_array(a, struct rep_line, roster.n_rows + weeks.n_rows + 1);
	out->monday = day_of(app->zone, app->now_s) - THIS_WEEK * 7;
	out->monday -= day_weekday(out->monday);
	take_roster(app, a, out, &roster);
	take_weeks(out, &weeks);
	return RC_OK;
}
