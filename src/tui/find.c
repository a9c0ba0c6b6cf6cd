/* Find: a week's free seats, a day's sessions, and the way to book one. */
#include "find.h"

#include <stdio.h>
#include <string.h>

#include "say.h"
#include "screens.h"

#define DAY_S (24 * 3600)
#define AHEAD_DAYS 60		/* of the list without the grid */
#define ROWS 64			/* sessions read at a time */

/* ---- reading ---- */

static const char *iso(struct arena *a, int64_t day)
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02d", y, m, d);
}

static size_t add_filter(const struct find *f, struct arg *args, size_t n)
{
	if (f->rep)
		args[n++] = (struct arg){ "rep", f->rep, NULL };
	if (f->team)
		args[n++] = (struct arg){ "team", f->team, NULL };
	if (f->segment)
		args[n++] = (struct arg){ "segment", f->segment, NULL };
	return n;
}

static void count(struct find *f, const struct app *app, const struct reply *r)
{
	int first = BANDS, last = -1, days = 5;

	for (size_t i = 0; i < r->n_rows; i++) {
		int64_t start = row_int(r, i, "start"), day = row_int(r, i, "day") - f->monday;
		struct wall w;
		struct band *b;

		zone_to_wall(app->zone, start, &w);
		if (day < 0 || day >= DAYS)
			continue;
		b = &f->bands[day][w.hour / 2];
		b->sessions += row_int(r, i, "sessions");
		b->free += row_int(r, i, "free");
		b->full += row_int(r, i, "full");
		f->week_free += row_int(r, i, "free");
		first = w.hour / 2 < first ? w.hour / 2 : first;
		last = w.hour / 2 > last ? w.hour / 2 : last;
		days = day + 1 > days ? (int)day + 1 : days;
	}
	f->first_band = first < 4 ? first : 4;
	f->last_band = last > 8 ? last : 8;
	f->n_days = days;
}

static enum rc load_week(struct app *app, struct find *f, struct err *err)
{
	struct arena *a = &f->v.data;
	struct reply r = { 0 };
	struct arg args[4] = { { "when", NULL, NULL } };
	enum rc rc;

	memset(f->bands, 0, sizeof f->bands);
	f->week_free = 0;
	f->monday = f->day - day_weekday(f->day);
	args[0].text = arena_printf(a, "%s..%s", iso(a, f->monday), iso(a, f->monday + 6));
	rc = app_call(app, a, "week", args, add_filter(f, args, 1), &r, err);
	if (!rc)
		count(f, app, &r);
	return rc;
}

static enum rc load_sessions(struct app *app, struct find *f, struct err *err)
{
	struct arena fresh = { .parent = app->arena }, *a = &fresh;
	struct reply sessions = { 0 };
	enum rc rc;
	int64_t to = f->day + (f->all_days ? AHEAD_DAYS : 0);
	struct arg args[4] = { { "when", NULL, NULL } };
	struct request rq = { .op = "find", .args = args, .limit = f->want };

	args[0].text = arena_printf(a, "%s..%s", iso(a, f->day), iso(a, to));
	rq.n_args = add_filter(f, args, 1);
	rc = app_request(app, a, &rq, &sessions, err);
	if (rc) {
		arena_free(&fresh);
		return rc;
	}
	arena_free(&f->day_in);
	f->day_in = fresh;
	f->sessions = sessions;
	f->sessions.arena = &f->day_in;
	return RC_OK;
}

/* The first session with a free seat from a day on. */
static enum rc load_next(struct app *app, struct find *f, int64_t from, struct err *err)
{
	struct arena *a = &f->v.data;
	struct arg args[6] = { { "free", NULL, NULL }, { "from", iso(a, from), NULL },
			       { "to", iso(a, from + 366), NULL } };
	struct request rq = { .op = "find", .args = args, .limit = 1 };
	struct reply r = { 0 };
	enum rc rc;

	f->next = NULL;
	rq.n_args = add_filter(f, args, 3);
	rc = app_request(app, a, &rq, &r, err);
	if (rc || !r.n_rows)
		return rc;
	f->next = row_ref(a, &r, 0, "id");
	f->next_s = row_int(&r, 0, "start");
	f->next_said = arena_printf(a, "%s, %s%s%s", tell_at(app, a, f->next_s),
				    row_text(&r, 0, "rep_name"), *row_text(&r, 0, "rep_team") ? ", " : "",
				    row_text(&r, 0, "rep_team"));
	return RC_OK;
}

/* What is mine: to show it as such, and what would clash. */
static enum rc load_mine(struct app *app, struct find *f, struct err *err)
{
	struct reply r = { 0 };
	enum rc rc = app_call(app, &f->v.data, "mine", NULL, 0, &f->mine, err);

	if (!rc)
		rc = app_call(app, &f->v.data, "progress", NULL, 0, &r, err);
	f->goal = 0;
	if (rc || !r.n_rows)
		return rc;
	f->goal = row_int(&r, 0, "goal");
	f->held = row_int(&r, 0, "held");
	f->to_write = row_int(&r, 0, "to_write");
	return RC_OK;
}

static enum rc load_holidays(struct app *app, struct find *f, struct err *err)
{
	struct reply r = { 0 };
	enum rc rc = app_call(app, &f->v.data, "holiday list", NULL, 0, &r, err);

	memset(f->off, 0, sizeof f->off);
	for (size_t i = 0; !rc && i < r.n_rows; i++) {
		int64_t day = row_int(&r, i, "day") - f->monday;

		if (day >= 0 && day < DAYS)
			f->off[day] = row_text(&r, i, "name");
	}
	return rc;
}

/* The first look is at the first day that has something. */
static enum rc begin(struct app *app, struct find *f, struct err *err)
{
	enum rc rc;

	f->began = true;
	f->day = day_of(app->zone, app->now_s);
	f->want = ROWS;
	rc = load_next(app, f, f->day, err);
	if (!rc && f->next)
		f->day = day_of(app->zone, f->next_s);
	if (!rc && f->next)
		snprintf(f->slot, sizeof f->slot, "%s", f->next);
	return rc;
}

static void select_slot(struct find *f)
{
	list_set(&f->list, (int)f->sessions.n_rows);
	for (size_t i = 0; *f->slot && i < f->sessions.n_rows; i++) {
		char ref[24];

		snprintf(ref, sizeof ref, "S-%lld", (long long)row_int(&f->sessions, i, "id"));
		if (!strcmp(ref, f->slot))
			list_select(&f->list, (int)i);
	}
}

static void selection_moved(struct find *f)
{
	f->slot[0] = '\0';
	if (f->list.at >= 0)
		snprintf(f->slot, sizeof f->slot, "S-%lld",
			 (long long)row_int(&f->sessions, (size_t)f->list.at, "id"));
}

/* Of a day without any, the next one that is free. */
static void show_sessions(struct app *app, struct find *f)
{
	struct err err = { 0 };

	f->next = NULL;
	if (!f->sessions.n_rows && load_next(app, f, f->day + 1, &err))
		app_say_err(app, &err);
	select_slot(f);
	selection_moved(f);
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct find *f = (struct find *)v;
	enum rc rc = f->began ? RC_OK : begin(app, f, err);

	if (!rc)
		rc = load_week(app, f, err);
	if (!rc)
		rc = load_mine(app, f, err);
	if (!rc)
		rc = load_holidays(app, f, err);
	if (!rc)
		rc = load_sessions(app, f, err);
	if (rc)
		return rc;
	show_sessions(app, f);
	return RC_OK;
}

/* ---- what the picture asks ---- */

bool find_is_empty(const struct find *f)
{
	for (int d = 0; d < DAYS; d++)
		for (int b = 0; b < BANDS; b++)
			if (f->bands[d][b].sessions)
				return false;
	return !f->sessions.n_rows;
}

int find_mine(const struct find *f, size_t row)
{
	for (size_t i = 0; i < f->mine.n_rows; i++)
		if (row_int(&f->mine, i, "slot") == row_int(&f->sessions, row, "id"))
			return (int)i;
	return -1;
}

int find_clash(const struct find *f, size_t row)
{
	struct span a = { row_int(&f->sessions, row, "start"), row_int(&f->sessions, row, "end") };

	for (size_t i = 0; i < f->mine.n_rows; i++) {
		struct span b = { row_int(&f->mine, i, "start"), row_int(&f->mine, i, "end") };

		if (strcmp(row_text(&f->mine, i, "state"), "waiting") && span_overlaps(a, b) &&
		    row_int(&f->mine, i, "slot") != row_int(&f->sessions, row, "id"))
			return (int)i;
	}
	return -1;
}

const char *find_filter_said(const struct find *f, struct arena *a)
{
	const char *said = "";

	if (f->rep)
		said = arena_printf(a, "rep %s", f->rep_name ? f->rep_name : f->rep);
	if (f->team)
		said = arena_printf(a, "%s%steam %s", said, *said ? " \xC2\xB7 " : "", f->team);
	if (f->segment)
		said = arena_printf(a, "%s%ssegment %s", said, *said ? " \xC2\xB7 " : "", f->segment);
	return said;
}

/* ---- keys ---- */

/* Within a week only the day's sessions are read. */
static void read_day(struct app *app, struct find *f)
{
	struct err err = { 0 };

	if (load_sessions(app, f, &err))
		app_say_err(app, &err);
	show_sessions(app, f);
}

static void go_day(struct app *app, struct find *f, int64_t day)
{
	bool same_week = day >= f->monday && day < f->monday + 7 && !f->v.stale;

	f->day = day;
	f->want = ROWS;
	f->slot[0] = '\0';
	f->list.at = f->list.top = 0;
	if (same_week)
		read_day(app, f);
	else
		f->v.stale = true;
}

static void day_before(struct app *app, struct view *v)
{
	go_day(app, (struct find *)v, ((struct find *)v)->day - 1);
}

static void day_after(struct app *app, struct view *v)
{
	go_day(app, (struct find *)v, ((struct find *)v)->day + 1);
}

static void week_before(struct app *app, struct view *v)
{
	go_day(app, (struct find *)v, ((struct find *)v)->day - 7);
}

static void week_after(struct app *app, struct view *v)
{
	go_day(app, (struct find *)v, ((struct find *)v)->day + 7);
}

static void today(struct app *app, struct view *v)
{
	go_day(app, (struct find *)v, day_of(app->zone, app->now_s));
}

static void other_view(struct app *app, struct view *v)
{
	struct find *f = (struct find *)v;

	f->all_days = !f->all_days;
	v->stale = true;
	app_say(app, f->all_days ? "All that is ahead, in one list" : "Day by day");
}

static void clear_filter(struct app *app, struct view *v)
{
	struct find *f = (struct find *)v;

	f->rep = f->rep_name = f->team = f->segment = NULL;
	arena_free(&f->filter_in);
	f->filter_in.parent = app->arena;
	v->stale = true;
}

static void act(struct app *app, struct view *v)
{
	struct find *f = (struct find *)v;
	size_t row = (size_t)f->list.at;

	if (f->list.at < 0) {
		if (f->next)
			go_day(app, f, day_of(app->zone, f->next_s));
		else
			app_say(app, "There is nothing to book");
		return;
	}
	if (find_mine(f, row) >= 0)
		app_go_to(app, &mine_view);
	else
		open_booking(app, f->slot);
}

static bool has_row(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct find *)v)->list.at >= 0;
}

static bool no_row(const struct app *app, const struct view *v)
{
	return !has_row(app, v) && ((const struct find *)v)->next;
}

static bool is_filtered(const struct app *app, const struct view *v)
{
	const struct find *f = (const struct find *)v;

	(void)app;
	return f->rep || f->team || f->segment;
}

static bool input(struct app *app, struct view *v, const struct event *e)
{
	struct find *f = (struct find *)v;

	if (e->type != EV_KEY || e->key == K_PGUP || e->key == K_PGDN || !list_key(&f->list, e->key))
		return false;
	selection_moved(f);
	/* The rest of a long day is read when somebody gets there. */
	if (f->list.at == f->list.n - 1 && f->sessions.next) {
		f->want *= 2;
		read_day(app, f);
	}
	return true;
}

static void choose(struct app *app, struct view *v, int item, bool again)
{
	struct find *f = (struct find *)v;

	if (item < 0) {
		go_day(app, f, f->monday - item - 1);
		return;
	}
	list_select(&f->list, item);
	selection_moved(f);
	if (again)
		act(app, v);
}

static const char *selected(const struct view *v)
{
	const struct find *f = (const struct find *)v;

	return *f->slot ? f->slot : NULL;
}

static void leave(struct app *app, struct view *v)
{
	(void)app;
	arena_free(&((struct find *)v)->day_in);
	arena_free(&((struct find *)v)->filter_in);
}

const struct key find_keys[] = {
	{ K_ENTER, "Book", "Book the selected session, or queue for it", act, 0, has_row, "book %" },
	{ K_ENTER, "Next free", "Go to the next free seat", act, 0, no_row, "find --free" },
	{ 'f', "Filter", "Show only some reps, a team, a segment", open_filter, 0, NULL, "find --team NAME" },
	{ 'F', "Clear filter", "Show all sessions again", clear_filter, 0, is_filtered, "find" },
	{ 't', "Today", "Go to today", today, 0, NULL, "find today" },
	{ 'g', "Go to date", "Go to a day that you type", open_goto, 0, NULL, "find WHEN" },
	{ 'v', "View", "The week's grid, or one list of all that is ahead", other_view, 0, NULL, "week" },
	{ '/', NULL, "Search for a rep", open_filter, KEY_QUIET, NULL, "find --rep LOGIN" },
	{ K_LEFT, NULL, "The day before", day_before, KEY_QUIET, NULL, NULL },
	{ K_RIGHT, NULL, "The day after", day_after, KEY_QUIET, NULL, NULL },
	{ 'h', NULL, "The day before", day_before, KEY_HIDDEN, NULL, NULL },
	{ 'l', NULL, "The day after", day_after, KEY_HIDDEN, NULL, NULL },
	{ K_PGUP, NULL, "The week before", week_before, KEY_QUIET, NULL, NULL },
	{ K_PGDN, NULL, "The week after", week_after, KEY_QUIET, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type find_view = {
	.name = "Find", .keys = find_keys, .size = sizeof (struct find), .load = load,
	.draw = find_draw, .input = input, .choose = choose, .hint = find_hint, .selected = selected,
	.leave = leave,
};
