/* Find's picture: the week's grid, the day's sessions, the selected one. */
#include <stdio.h>
#include <string.h>

#include "chart.h"
#include "find.h"
#include "replife/utf8.h"
#include "say.h"
#include "screens.h"

#define WIDE 96
#define TWO_PANES 72
#define ZONES_MAX 8

/* ---- the grid ---- */

/* What all cells are compared with. */
struct grid {
	int day, band;			/* of the selected session; -1: none */
	int64_t today;
	int hour;
};

static struct grid grid_of(const struct app *app, const struct find *f)
{
	struct grid g = { .day = -1, .band = -1, .today = day_of(app->zone, app->now_s) };
	struct wall w;

	zone_to_wall(app->zone, app->now_s, &w);
	g.hour = w.hour;
	if (f->list.at >= 0) {
		int64_t at = row_int(&f->sessions, (size_t)f->list.at, "start");

		zone_to_wall(app->zone, at, &w);
		g.day = (int)(day_of(app->zone, at) - f->monday);
		g.band = w.hour / 2;
	}
	return g;
}

static bool is_past(const struct grid *g, const struct find *f, int day, int band)
{
	return f->monday + day < g->today || (f->monday + day == g->today && band * 2 + 2 <= g->hour);
}

/* Cells of what a band shows: shades and a digit, a star where one is mine; or
 * a word. */
static int band_cells(const struct band *b)
{
	int digits = b->free > 99 ? 3 : b->free > 9 ? 2 : 1;

	if (b->free > 0)
		return 2 + digits + (b->mine && digits < 3);
	return b->mine ? 5 : b->queued ? 6 : 4;
}

static void draw_cell(const struct grid *g, const struct find *f, struct canvas *c, struct box a,
		      int day, int band)
{
	const struct band *b = &f->bands[day][band];
	int col = 1;

	if (g->day == day && g->band == band) {
		put(c, a, 0, 0, 1, STYLE_STRONG, "[");
		put(c, a, 0, 1 + band_cells(b), 1, STYLE_STRONG, "]");
	}
	if (b->free > 0) {
		heat_cell(c, a, 0, col, b->free > 999 ? 999 : b->free);
		if (b->mine && b->free < 100)
			put(c, a, 0, band_cells(b), 1, STYLE_GOOD, "*");
	} else if (b->mine) {
		put(c, a, 0, col, 5, STYLE_GOOD, "yours");
	} else if (b->queued) {
		put(c, a, 0, col, 6, STYLE_GOOD, "queued");
	} else if (b->sessions) {
		put(c, a, 0, col, 4, STYLE_WARN, "wait");
	} else if (is_past(g, f, day, band)) {
		put(c, a, 0, col, 4, STYLE_DIM, "past");
	} else {
		put(c, a, 0, col, 0, STYLE_DIM, f->off[day] ? "off" : "\xC2\xB7");
	}
}

static void draw_heads(struct app *app, struct find *f, struct canvas *c, struct box a, int row,
		       int left, int cell, struct arena *m)
{
	for (int d = 0; d < f->n_days; d++) {
		struct box h = box_part(a, row, left + d * cell, 1, cell);
		int y, mo, day;
		const char *text;

		date_of_day(f->monday + d, &y, &mo, &day);
		text = arena_printf(m, cell >= 9 ? "%.3s %d" : cell >= 7 ? "%.2s %d" : "%.2s%d",
				    weekday_names[day_weekday(f->monday + d)], day);
		put(c, h, 0, f->monday + d == f->day ? 0 : 1, 0,
		    f->monday + d == f->day ? STYLE_TAB : STYLE_PLAIN,
		    f->monday + d == f->day ? arena_printf(m, "[%s]", text) : text);
		hot(c, box_part(a, row, left + d * cell, 2 + f->last_band - f->first_band + 1, cell),
		    HOT_ITEM, -1 - d);
	}
	(void)app;
}

static int draw_grid(struct app *app, struct find *f, struct canvas *c, struct box a, int row,
		     struct arena *m)
{
	int left = 7, cell = (a.cols - left) / f->n_days, step;
	int bands = f->last_band - f->first_band + 1;
	struct grid g = grid_of(app, f);

	cell = cell > 9 ? 9 : cell;
	step = a.rows - row >= bands * 2 + 6 ? 2 : 1;
	draw_heads(app, f, c, a, row++, left, cell, m);
	for (int b = f->first_band; b <= f->last_band; b++, row += step) {
		putf(c, a, row, 0, STYLE_PLAIN, "%02d\xE2\x80\x93%02d", b * 2, b * 2 + 2);
		for (int d = 0; d < f->n_days; d++)
			draw_cell(&g, f, c, box_part(a, row, left + d * cell, 1, cell), d, b);
	}
	return row;
}

static int draw_goal(const struct app *app, struct canvas *c, struct box a, int row)
{
	int col;

	if (!app->goal)
		return row;
	col = putf(c, a, row, 0, STYLE_PLAIN, "Your goal: %lld of %lld done  ", (long long)app->held,
		   (long long)app->goal);
	for (int64_t i = 0; i < app->goal && i < 10 && !c->plain; i++)
		put(c, a, row, col + (int)i, 1, i < app->held ? STYLE_GOOD : STYLE_DIM,
		    i < app->held ? "\xE2\x96\x88" : "\xE2\x96\x91");
	return row + 1;
}

static int64_t day_free(const struct find *f)
{
	int64_t n = 0, d = f->day - f->monday;

	for (int b = 0; b < BANDS && d >= 0 && d < DAYS; b++)
		n += f->bands[d][b].free;
	return n;
}

/* Of whom is shown, and of whoever looks: over the week, and from the day before
 * it on, since most clocks change on a Sunday; or over the list. */
static int put_changes(struct app *app, struct find *f, struct canvas *c, struct box a, int row, struct arena *m)
{
	const char *zones[ZONES_MAX], *said;
	int64_t from = f->all_days ? f->day : f->monday - 1, to = f->monday + 6;
	size_t n = 0, k;

	for (size_t i = 0; i < f->sessions.n_rows && n < ZONES_MAX; i++) {
		zones[n] = row_text(&f->sessions, i, "zone");
		for (k = 0; k < n && strcmp(zones[k], zones[n]); k++)
			;
		n += k == n && *zones[n];
		if (f->all_days)
			to = day_of(app->zone, row_int(&f->sessions, i, "start"));
	}
	said = tell_changes(app, m, zones, n, from, to);
	return *said && row < a.rows ? put_wrapped_text(c, a, row, 2, STYLE_WARN, arena_printf(m, "! %s", said)) : 0;
}

static const char *week_said(const struct app *app, const struct find *f)
{
	int64_t today = day_of(app->zone, app->now_s), weeks = (f->monday - (today - day_weekday(today))) / 7;

	return !weeks ? "this week" : weeks == 1 ? "next week" : "in that week";
}

static void draw_left(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	int row = draw_grid(app, f, c, a, a.rows > 16 ? 1 : 0, m);

	if (a.rows - row > 4) {
		row += row + 5 < a.rows;
		put(c, a, row++, 0, 0, STYLE_DIM, "Digit = free seats. Darker = more.");
		put(c, a, row++, 0, 0, STYLE_DIM, "wait = full, you can queue. * = yours");
	}
	row += put_changes(app, f, c, a, row, m);
	row += a.rows - row > 3;
	if (row < a.rows)
		putf(c, a, row++, 0, STYLE_PLAIN, "%lld free on %.3s, %lld %s",
		     (long long)day_free(f), weekday_names[day_weekday(f->day)], (long long)f->week_free,
		     week_said(app, f));
	draw_goal(app, c, a, row);
}

/* ---- nothing there ---- */

static const char *nothing_ahead(struct app *app, const struct find *f, struct arena *m)
{
	if (f->day > day_of(app->zone, app->now_s) + 7)
		return arena_printf(m, "Nothing is free from %s on: t goes back to today.",
				    tell_day(app, m, f->day));
	if (*find_filter_said(f, m))
		return "Nothing of this is free ahead.";
	return app->roles & ROLE_BIT(ROLE_LIFECYCLE)
		? arena_printf(m, "Nothing is free ahead. To begin: %s opens a period; %s adds people, asks "
			       "reps to host and notes their yes; %s says their hours and publishes them.",
			       tell_screen(app, m, &period_view), tell_screen(app, m, &roster_view),
			       tell_screen(app, m, &hours_view))
		: "Nothing is free ahead. Reps publish their hours; the people who run the program "
		  "ask reps to host.";
}

static void draw_empty(struct app *app, struct find *f, struct canvas *c, struct box a, bool week,
		       struct arena *m)
{
	const char *said = find_filter_said(f, m);
	int row = a.rows > 8 ? 1 : 0;

	row += put_wrapped_text(c, a, row, 2, STYLE_STRONG,
		arena_printf(m, "No session %s%s%s.", week ? week_said(app, f) : arena_printf(m, "on %s",
			     tell_day(app, m, f->day)), *said ? " for " : "", said));
	row++;
	if (f->next) {
		put(c, a, row, 0, 0, STYLE_KEY, "Enter");
		row += put_wrapped_text(c, box_part(a, 0, 7, a.rows, a.cols - 7), row, 2, STYLE_PLAIN,
					arena_printf(m, "Next free: %s", f->next_said));
	} else {
		row += put_wrapped_text(c, a, row, 4, STYLE_PLAIN, nothing_ahead(app, f, m));
	}
	if (*said) {
		put(c, a, row, 0, 0, STYLE_KEY, "F");
		put(c, a, row++, 7, 0, STYLE_PLAIN, "Clear the filter");
	}
	cursor_at(c, a, row < a.rows ? row : a.rows - 1, 0);
}

/* ---- layouts ---- */

/* Read yet or not. Of the list of all days nobody has counted those that are not. */
static int64_t sessions_in_all(const struct find *f)
{
	int64_t day = f->day - f->monday, n = f->list.n, all = 0;

	for (int b = 0; !f->all_days && day >= 0 && day < DAYS && b < BANDS; b++)
		all += f->bands[day][b].sessions;
	return all > n ? all : n;
}

/* Below the list: that there are more sessions than it shows. */
static void put_more(struct app *app, struct find *f, struct canvas *c, struct box a, int row, struct arena *m)
{
	int64_t below = sessions_in_all(f) - f->list.top - f->list.shown;
	const char *text = NULL;

	/* Room for some that were not read: it has grown. */
	if (f->list.shown > f->list.n && f->sessions.next && !session_away(app->session)) {
		f->want = f->list.shown;
		app_read_again(app, &f->v);
	}
	if (below > 0)
		text = arena_printf(m, " \xE2\x86\x93 %lld more ", (long long)below);
	else if (f->sessions.next)
		text = " \xE2\x86\x93 more ";
	else if (f->list.top > 0)
		text = arena_printf(m, " \xE2\x86\x91 %d more ", f->list.top);
	if (text && !c->plain)
		put_right(c, a, row, 0, a.cols, STYLE_DIM, text);
}

static void draw_right(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	int rows, details = 8;

	put(c, a, 0, 0, 0, STYLE_HEAD, f->all_days ? "Ahead" : tell_day(app, m, f->day));
	put_right(c, a, 0, a.cols - 6, 6, STYLE_DIM, "free");
	if (!f->sessions.n_rows) {
		draw_empty(app, f, c, box_part(a, 2, 0, a.rows - 2, a.cols), false, m);
		return;
	}
	rows = a.rows - 2 - details;
	if (rows < 4)
		rows = 4;
	rows = find_draw_list(app, f, c, box_part(a, 2, 0, rows, a.cols), m) + 2;
	rule_across(c, box_part(a, rows, 0, 1, a.cols), 0);
	put(c, a, rows, 2, 0, STYLE_DIM, " selected ");
	put_more(app, f, c, a, rows, m);
	find_draw_selected(app, f, c, box_part(a, rows + 1, 0, a.rows - rows - 1, a.cols), m);
}

/* One row: the days of the week, each with what is free. */
static int draw_strip(struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	bool tight = f->n_days > 5 || a.cols < 50;
	int col = 0;

	for (int d = 0; d < f->n_days; d++) {
		int64_t free = 0, sessions = 0;
		bool on = f->monday + d == f->day;
		const char *text;
		int w;

		for (int b = 0; b < BANDS; b++) {
			free += f->bands[d][b].free;
			sessions += f->bands[d][b].sessions;
		}
		text = arena_printf(m, f->n_days > 5 ? "%.2s" : "%.3s",
				    weekday_names[day_weekday(f->monday + d)]);
		/* No number stands as a date would. */
		text = free ? arena_printf(m, c->plain ? "%s %lld free" : tight ? "%s(%lld)" : "%s (%lld)", text,
					   (long long)free)
		     : arena_printf(m, "%s %s", text, sessions ? "wait"
				    : f->off[d] ? "off" : c->plain ? "none" : "\xC2\xB7");
		w = put(c, a, 0, col, 0, on ? STYLE_TAB : STYLE_PLAIN,
			arena_printf(m, !on ? " %s " : c->plain ? " %s, chosen " : "[%s]", text));
		hot(c, box_part(a, 0, col, 1, w), HOT_ITEM, -1 - d);
		col += w;
	}
	return 1;
}

static void draw_narrow(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	bool roomy = a.rows >= 12;
	int row = 0, details = roomy ? 6 : a.rows >= 7 ? 1 : 0;

	if (!f->all_days && roomy)
		row += draw_strip(f, c, a, m);
	row += put_changes(app, f, c, a, row, m);
	row += !f->all_days && roomy;
	if (!f->sessions.n_rows) {
		draw_empty(app, f, c, box_part(a, row, 0, a.rows - row, a.cols), find_is_empty(f), m);
		return;
	}
	row += find_draw_list(app, f, c, box_part(a, row, 0, app->plain ? f->list.n : a.rows - row - details,
					     a.cols), m);
	if (roomy)
		put_more(app, f, c, a, row++, m);
	if (row < a.rows)
		row += find_draw_selected(app, f, c, box_part(a, row, 0, a.rows - row, a.cols), m);
	if (row + 1 < a.rows)
		draw_goal(app, c, a, row + 1);
}

static void draw_title(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	const char *said = find_filter_said(f, m), *week, *first;
	int y, this_y, mo, first_mo, d, col;

	date_of_day(day_of(app->zone, app->now_s), &this_y, &mo, &d);
	date_of_day(f->monday, &y, &mo, &d);
	first_mo = mo;
	first = arena_printf(m, "%d", d);
	date_of_day(f->monday + f->n_days - 1, &y, &mo, &d);
	if (mo != first_mo)
		first = arena_printf(m, "%s %.3s", first, month_names[first_mo - 1]);
	week = arena_printf(m, "Week %d, %s\xE2\x80\x93%d %.3s%s", iso_week(f->monday), first, d,
			    month_names[mo - 1], y != this_y ? arena_printf(m, " %d", y) : "");
	if (a.cols < TWO_PANES)
		week = tell_day(app, m, f->day);
	if (f->all_days)
		week = arena_printf(m, "from %s on", tell_day(app, m, f->day));
	col = put(c, a, 0, 0, 0, STYLE_STRONG, a.cols >= WIDE ? "Find a session" : "Find") + 2;
	col += put(c, a, 0, col, 0, STYLE_PLAIN, week) + 2;
	if (*said)
		said = arena_printf(m, "Filter: %s  (F clears it)", said);
	else
		said = a.cols >= TWO_PANES ? "Filter: none  (f)" : "";
	put(c, a, 0, col, 0, *said && f->v.type ? STYLE_DIM : STYLE_PLAIN, said);
}

void find_draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct find *f = (struct find *)v;
	struct arena m = { .parent = app->arena };
	struct box body;
	int left = a.cols >= WIDE ? 53 : 43;

	draw_title(app, f, c, a, &m);
	body = box_part(a, 1, 0, a.rows - 1, a.cols);
	if (!f->all_days && find_is_empty(f) && a.cols >= TWO_PANES) {
		draw_empty(app, f, c, box_part(body, 1, 3, body.rows - 1, body.cols - 6), true, &m);
	} else if (a.cols >= TWO_PANES && !f->all_days && !app->plain) {
		rule_down(c, body, left);
		draw_left(app, f, c, box_part(body, 0, 0, body.rows, left - 1), &m);
		draw_right(app, f, c, box_part(body, 0, left + 2, body.rows, body.cols - left - 2), &m);
	} else {
		draw_narrow(app, f, c, body, &m);
	}
	arena_free(&m);
}

const char *find_hint(struct app *app, struct view *v)
{
	static char text[80];
	struct arena a = { .parent = app->arena };

	(void)v;
	if (!app->to_write)
		return NULL;
	snprintf(text, sizeof text, "You have a write-up to do: %s opens %s.", tell_screen(app, &a, &mine_view),
		 app->plain ? "it" : mine_view.name);
	arena_free(&a);
	return text;
}
