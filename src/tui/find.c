/* Find: a week's free seats, a day's sessions, and the way to book one. */
#include "find.h"

#include <stdio.h>
#include <string.h>

#include "say.h"
#include "screens.h"

/* ---- keys ---- */

static void go_day(struct app *app, struct find *f, int64_t day)
{
	bool same_week = day >= f->monday && day < f->monday + 7 && !f->v.stale;

	f->day = day;
	f->want = find_rows(app);
	f->slot[0] = '\0';
	list_first(&f->list);
	if (same_week)
		find_read_day(app, f);
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

static bool books(const struct app *app, const struct view *v)
{
	(void)v;
	return app->roles & ROLE_BIT(ROLE_MARKETER);
}

static bool only_looks(const struct app *app, const struct view *v)
{
	return !books(app, v) && ((const struct find *)v)->list.at >= 0;
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
	if (find_mine(f, row) >= 0) {
		struct arena a = { .parent = app->arena };

		open_mine_at(app, row_ref(&a, &f->mine, (size_t)find_mine(f, row), "id"));
		arena_free(&a);
	} else if (books(app, v)) {
		open_booking(app, f->slot);
	} else {
		open_result(app, op_find("slot show"), ARGS({ "slot", f->slot, NULL }));
	}
}

static bool on_mine(const struct app *app, const struct view *v)
{
	const struct find *f = (const struct find *)v;

	(void)app;
	return f->list.at >= 0 && find_mine(f, (size_t)f->list.at) >= 0;
}

static bool on_full(const struct app *app, const struct view *v)
{
	const struct find *f = (const struct find *)v;

	(void)app;
	return f->list.at >= 0 && row_int(&f->sessions, (size_t)f->list.at, "free") <= 0;
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
	find_moved(f);
	/* The rest of a long day is read when somebody gets there. */
	if (f->list.at == f->list.n - 1 && f->sessions.next) {
		f->want *= 2;
		find_read_day(app, f);
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
	find_moved(f);
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
	{ K_ENTER, "Show mine", "Show your booking of it", act, 0, on_mine, "mine" },
	{ K_ENTER, "Show", "Show all of the selected session", act, 0, only_looks, "slot show %" },
	{ K_ENTER, "Queue", "Wait for a seat in the selected session", act, 0, on_full, "book % --wait" },
	{ K_ENTER, "Book", "Take a seat in the selected session", act, 0, has_row, "book %" },
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
	.name = "Find", .keys = find_keys, .size = sizeof (struct find), .load = find_load,
	.draw = find_draw, .input = input, .choose = choose, .hint = find_hint, .selected = selected,
	.leave = leave,
};
