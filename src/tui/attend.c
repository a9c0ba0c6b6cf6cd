/* Attendance: who was sat with, week by week, and who took part. */
#include <stdio.h>
#include <string.h>

#include "chart.h"
#include "list.h"
#include "periods.h"
#include "replife/json.h"
#include "roster.h"
#include "say.h"
#include "screens.h"

enum count { TAKEN, FREE, MISSED, COUNTS };
static const char *const count_words[COUNTS] = { "seats taken", "seats free", "visits missed" };

struct attend {
	struct view v;
	struct list list;
	char rep[210];
	enum count count;
	char name[210];			/* the period that was chosen; "": the one to work on */
	struct reply periods;
	struct rep_lines lines;
	/* Of the period's report, which takes longer: read once, and with F5. */
	struct arena slow_in;
	const struct json *seats, *marketers, *coverage;
	const char *period;
};

/* Without a period: of the last one. As the team sees it: this is a screen of
 * lifecycle's, and small teams stand in it too. */
static const struct json *report_of(struct app *app, struct arena *a, const char *op, const char *period,
				    struct err *err)
{
	struct arg of[] = { { "audience", "team", NULL }, { "period", period, NULL } };
	struct reply r = { 0 };

	return app_call(app, a, op, of, period ? 2 : 1, &r, err) ? NULL : r.model;
}

static enum rc load_slow(struct app *app, struct attend *w, struct err *err)
{
	struct arena fresh = { .parent = app->arena };
	int at = *w->name ? period_row(&w->periods, w->name) : period_to_work_on(&w->periods);
	const char *period = at < 0 ? NULL : row_text(&w->periods, (size_t)at, "name");
	const struct json *who = report_of(app, &fresh, "report participation", period, err);
	const struct json *what = who ? report_of(app, &fresh, "report coverage", period, err) : NULL;

	if (!what) {
		arena_free(&fresh);
		/* No period: there is nothing to sum up. */
		return err->rc == RC_NOT_FOUND ? RC_OK : err->rc;
	}
	arena_free(&w->slow_in);
	w->slow_in = fresh;
	who = json_get(who, "participation") ? who : what;
	w->seats = json_get(json_get(who, "participation"), "seats");
	w->marketers = json_get(json_get(who, "participation"), "marketers");
	w->coverage = json_get(what, "coverage");
	w->period = json_str(json_get(who, "period"), "name", "");
	return RC_OK;
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct attend *w = (struct attend *)v;
	enum rc rc = read_reps(app, &v->data, &w->lines, err);

	if (!rc)
		rc = app_call(app, &v->data, "period list", NULL, 0, &w->periods, err);
	if (!rc && !w->seats)
		rc = load_slow(app, w, err);
	if (rc)
		return rc;
	list_set(&w->list, w->lines.n);
	for (int i = 0; i < w->lines.n; i++)
		if (!strcmp(w->lines.reps[i].login, w->rep))
			list_select(&w->list, i);
	return RC_OK;
}

static int64_t counted(const struct attend *w, const struct rep_line *r, int week)
{
	switch (w->count) {
	case TAKEN: return r->taken[week];
	case FREE: return r->seats[week] - r->taken[week];
	case MISSED: return r->missed[week];
	case COUNTS: break;
	}
	return 0;
}

/* ---- the picture ---- */

static int first_week(int cols)
{
	return cols >= 72 ? 0 : cols >= 56 ? 2 : 4;
}

static void draw_rep(struct attend *w, struct canvas *c, struct box a, int i, struct arena *m)
{
	const struct rep_line *r = &w->lines.reps[i];
	int name = a.cols >= 90 ? 22 : 16, from = first_week(a.cols), col = name + 3;
	bool on = i == w->list.at;
	int64_t total = 0;

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, name, on ? STYLE_SELECTED : STYLE_PLAIN, r->name);
	for (int k = 0; k < WEEKS; k++) {
		total += counted(w, r, k);
		if (k >= from) {
			heat_cell(c, a, 0, col, counted(w, r, k));
			col += 5 + (a.cols >= 90);
		}
	}
	put_right(c, a, 0, col, 6, STYLE_STRONG, arena_printf(m, "%lld", (long long)total));
	if (on)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, i);
}

static void draw_weeks(struct attend *w, struct canvas *c, struct box a, struct arena *m)
{
	int name = a.cols >= 90 ? 22 : 16, col = name + 3;

	for (int k = first_week(a.cols); k < WEEKS; k++) {
		put(c, a, 0, col, 0, k == THIS_WEEK ? STYLE_TAB : STYLE_DIM,
		    arena_printf(m, "w%02d", iso_week(w->lines.monday + k * 7)));
		col += 5 + (a.cols >= 90);
	}
	put_right(c, a, 0, col, 6, STYLE_DIM, "total");
}

static int draw_funnel(struct attend *w, struct canvas *c, struct box a, int row, struct arena *m)
{
	static const struct { const char *key, *said; } steps[] = {
		{ "offered", "offered" }, { "taken", "taken" }, { "attended", "sat in" },
		{ "written_up", "written up" } };
	int64_t most = json_int(w->seats, "offered", 0), ahead = json_int(w->seats, "seats_ahead", 0);
	int col = put(c, a, row, 0, 0, STYLE_HEAD, "Funnel") + 2;

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		int64_t n = json_int(w->seats, steps[i].key, 0);

		if (i && a.cols < 90)
			col += put(c, a, row, col, 0, STYLE_DIM, "\xE2\x80\xBA ");
		col += put(c, a, row, col, 0, STYLE_PLAIN,
			   arena_printf(m, "%s %lld ", steps[i].said, (long long)n));
		if (a.cols >= 90)
			col += bar(c, a, row, col, 10, n, most, STYLE_GOOD) + 1;
	}
	if (ahead && a.cols >= 72)
		put(c, a, row, col, 0, STYLE_DIM, arena_printf(m, "(ahead: %lld)", (long long)ahead));
	return row + 1;
}

static int draw_people(struct attend *w, struct canvas *c, struct box a, int row, struct arena *m)
{
	int64_t people = json_int(w->marketers, "people", 0), sat = json_int(w->marketers, "sat_in", 0);
	int64_t goal = json_int(w->marketers, "goal", 0);

	put(c, a, row, 0, 0, STYLE_PLAIN,
	    arena_printf(m, "%lld of %lld marketers have taken part (%lld%%)", (long long)sat,
			 (long long)people, people ? (long long)(sat * 100 / people) : 0));
	if (goal && a.cols >= 72)
		put_right(c, a, row, 0, a.cols, STYLE_DIM,
			  arena_printf(m, "%lld reached the goal of %lld",
				       (long long)json_int(w->marketers, "met_goal", 0), (long long)goal));
	return row + 1;
}

static int draw_coverage(struct attend *w, struct canvas *c, struct box a, int row, struct arena *m)
{
	int col = put(c, a, row, 0, 0, STYLE_HEAD, "Coverage") + 2;

	for (const struct json *g = json_first(w->coverage); g && row < a.rows; g = g->next) {
		int64_t held = json_int(g, "held", 0);
		const char *text = arena_printf(m, "%s %lld", json_str(g, "name", "?"), (long long)held);
		int room = (int)strlen(text) + 4;

		if (!strcmp(json_str(g, "group", ""), "kind"))
			continue;
		if (col + room > a.cols) {
			row++;
			col = 10;
			if (row >= a.rows)
				break;
		}
		col += put(c, a, row, col, 0, held ? STYLE_PLAIN : STYLE_WARN, text) + 1;
		col += bar(c, a, row, col, 3, held, 12, STYLE_GOOD) + 2;
	}
	return row + 1;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct attend *w = (struct attend *)v;
	struct arena m = { .parent = app->arena };
	int below = w->seats && a.rows > 12 ? 6 : 0, rows = app->plain ? w->lines.n : a.rows - 3 - below, row;

	put(c, a, 0, 0, 0, STYLE_STRONG, "Attendance");
	put(c, a, 0, 12, 0, STYLE_PLAIN, arena_printf(&m, "%s per week   v: %s", count_words[w->count],
						       count_words[(w->count + 1) % COUNTS]));
	if (!w->lines.n) {
		put(c, a, 2, 2, 0, STYLE_PLAIN, "Nobody hosts yet: the Roster invites reps.");
		cursor_at(c, a, 2, 2);
	} else {
		draw_weeks(w, c, box_part(a, 2, 0, 1, a.cols), &m);
	}
	list_fit(&w->list, rows);
	for (int i = 0, at = w->list.top; i < rows && at < w->lines.n; i++, at++)
		draw_rep(w, c, box_part(a, 3 + i, 0, 1, a.cols), at, &m);
	if (below) {
		row = 4 + (w->lines.n < rows ? w->lines.n : rows);
		if (row > a.rows - below + 1)
			row = a.rows - below + 1;
		put(c, a, row - 1, 0, 0, STYLE_DIM, w->period);
		row = draw_funnel(w, c, a, row, &m);
		row = draw_people(w, c, a, row, &m);
		draw_coverage(w, c, a, row, &m);
	}
	arena_free(&m);
}

/* ---- keys ---- */

static void next_count(struct app *app, struct view *v)
{
	struct attend *w = (struct attend *)v;

	w->count = (w->count + 1) % COUNTS;
	app_say(app, "Shown: %s", count_words[w->count]);
}

static void read_again(struct app *app, struct view *v)
{
	((struct attend *)v)->seats = NULL;
	app_reload(app);
}

static void people(struct app *app, struct view *v)
{
	struct attend *w = (struct attend *)v;

	open_result(app, op_find("report participation"),
		    (struct arg[]){ { "audience", "team", NULL }, { "period", w->period, NULL } },
		    w->seats ? 2 : 1);
}

static bool has_period(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct attend *)v)->seats != NULL;
}

/* The sums of the next period that has begun, and after the last of the first. */
static void next_period(struct app *app, struct view *v)
{
	struct attend *w = (struct attend *)v;
	int at = period_row(&w->periods, w->period), n = (int)w->periods.n_rows;

	for (int i = 0; at >= 0 && i < n; i++) {
		at = (at + n - 1) % n;
		if (strcmp(row_text(&w->periods, (size_t)at, "state"), "planned"))
			break;
	}
	if (at < 0)
		return;
	snprintf(w->name, sizeof w->name, "%s", row_text(&w->periods, (size_t)at, "name"));
	w->seats = NULL;
	v->stale = true;
	app_say(app, "The sums are of %s", w->name);
}

static void share(struct app *app, struct view *v)
{
	open_export(app, v, has_period(app, v) ? ((struct attend *)v)->period : NULL);
}

static const char *hint(struct app *app, struct view *v)
{
	(void)app;
	(void)v;
	return "Every cell shows its number; shade only repeats it.";
}

static void moved(struct app *app, struct view *v)
{
	struct attend *w = (struct attend *)v;

	(void)app;
	snprintf(w->rep, sizeof w->rep, "%s", w->list.at >= 0 ? w->lines.reps[w->list.at].login : "");
}

static const char *selected(const struct view *v)
{
	const struct attend *w = (const struct attend *)v;

	return *w->rep ? w->rep : NULL;
}

static void leave(struct app *app, struct view *v)
{
	(void)app;
	arena_free(&((struct attend *)v)->slow_in);
}

static const struct key keys[] = {
	{ K_ENTER, "Who", "Who took part, by name", people, 0, NULL, "report participation --audience team" },
	{ 'v', "View", "Taken, free, or missed", next_count, 0, NULL, "attendance" },
	{ 'p', "Period", "The sums of the next period", next_period, 0, has_period, "report participation --period PERIOD" },
	{ 's', "Share", "The period's report, as a file", share, 0, NULL, "report participation -o FILE" },
	{ K_F5, "Count again", "Read everything again, the sums too", read_again, KEY_QUIET, NULL, "attendance" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type attend_view = {
	.name = "Attend", .keys = keys, .size = sizeof (struct attend), .load = load, .draw = draw,
	.list = offsetof(struct attend, list), .moved = moved, .hint = hint, .selected = selected, .leave = leave,
};
