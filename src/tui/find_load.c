/* What Find shows: a week's free seats, a day's sessions, what is mine. */
#include "find.h"

#include <stdio.h>
#include <string.h>

#include "say.h"

#define MANY_ROWS 64
#define AHEAD_DAYS 60		/* of the list without the grid */

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

static void count_mine(struct find *f, const struct app *app)
{
	for (size_t i = 0; i < f->mine.n_rows; i++) {
		int64_t start = row_int(&f->mine, i, "start"), day = day_of(app->zone, start) - f->monday;
		struct wall w;

		zone_to_wall(app->zone, start, &w);
		if (day >= 0 && day < DAYS)
			(*(strcmp(row_text(&f->mine, i, "state"), "waiting")
				? &f->bands[day][w.hour / 2].mine : &f->bands[day][w.hour / 2].queued))++;
	}
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
	args[0].text = arena_printf(a, "%s..%s", iso_day(a, f->monday), iso_day(a, f->monday + 6));
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

	args[0].text = arena_printf(a, "%s..%s", iso_day(a, f->day), iso_day(a, to));
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
	struct arg args[6] = { { "free", NULL, NULL }, { "from", iso_day(a, from), NULL },
			       { "to", iso_day(a, from + 366), NULL } };
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
	enum rc rc = app_call(app, &f->v.data, "mine", NULL, 0, &f->mine, err);

	if (!rc)
		count_mine(f, app);
	return rc;
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

/* As many as can be seen: of a long day each one costs. Where more can, or
 * somebody goes there, more are read. */
int find_rows(const struct app *app)
{
	return app->plain ? MANY_ROWS : app->canvas.rows > 26 ? app->canvas.rows - 16 : 10;
}

/* The first look is at the first day with a free seat: of this week as it was
 * counted, else of a later one. */
static enum rc begin(struct app *app, struct find *f, struct err *err)
{
	int64_t today = day_of(app->zone, app->now_s);
	enum rc rc;

	f->began = f->first_free = true;
	f->want = find_rows(app);
	f->day = today;
	rc = load_week(app, f, err);
	for (int64_t d = today - f->monday; !rc && d < DAYS; d++)
		for (int b = 0; b < BANDS; b++)
			if (f->bands[d][b].free) {
				f->day = f->monday + d;
				return RC_OK;
			}
	if (!rc)
		rc = load_next(app, f, f->monday + DAYS, err);
	if (rc || !f->next)
		return rc;
	f->day = day_of(app->zone, f->next_s);
	return load_week(app, f, err);
}

static void select_slot(struct find *f)
{
	list_set(&f->list, (int)f->sessions.n_rows);
	for (size_t i = 0; f->first_free && i < f->sessions.n_rows; i++)
		if (row_int(&f->sessions, i, "free") > 0) {
			list_select(&f->list, (int)i);
			break;
		}
	f->first_free = false;
	for (size_t i = 0; *f->slot && i < f->sessions.n_rows; i++) {
		char ref[24];

		snprintf(ref, sizeof ref, "S-%lld", (long long)row_int(&f->sessions, i, "id"));
		if (!strcmp(ref, f->slot))
			list_select(&f->list, (int)i);
	}
}

void find_moved(struct find *f)
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
	find_moved(f);
}

enum rc find_load(struct app *app, struct view *v, struct err *err)
{
	struct find *f = (struct find *)v;
	enum rc rc = f->began ? load_week(app, f, err) : begin(app, f, err);

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

void find_read_day(struct app *app, struct find *f)
{
	struct err err = { 0 };

	if (load_sessions(app, f, &err)) {
		f->sessions.n_rows = 0;	/* they are another day's */
		app_say_err(app, &err);
		app_read_again(app, &f->v);
	}
	show_sessions(app, f);
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
