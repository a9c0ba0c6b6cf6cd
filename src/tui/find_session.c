/* The sessions of a day, and all of the selected one. */
#include <string.h>

#include "find.h"
#include "say.h"

static const char *free_said(const struct find *f, size_t row, struct arena *m)
{
	int mine = find_mine(f, row);
	int64_t free = row_int(&f->sessions, row, "free");

	if (mine >= 0)
		return strcmp(row_text(&f->mine, (size_t)mine, "state"), "waiting") ? "yours"
										     : "queued";
	if (free <= 0)
		return "0 + wait";
	return arena_printf(m, "%lld of %lld", (long long)free,
			    (long long)row_int(&f->sessions, row, "seats"));
}

static const char *shown_clock(struct app *app, const struct find *f, size_t row, struct arena *m)
{
	int64_t start = row_int(&f->sessions, row, "start");
	const struct zone *z;
	struct err ignored = { 0 };
	struct wall w;

	if (app->clock != CLOCK_REP || zone_load(row_text(&f->sessions, row, "zone"), &z, &ignored))
		return tell_clock(app, m, start);
	zone_to_wall(z, start, &w);
	return arena_printf(m, "%02d:%02d %s", w.hour, w.min, zone_abbrev(z, start));
}

static void draw_session(struct app *app, struct find *f, struct canvas *c, struct box a, size_t row,
			 struct arena *m)
{
	bool on = (int)row == f->list.at;
	int64_t start = row_int(&f->sessions, row, "start");
	const char *kind = row_text(&f->sessions, row, "kind");
	const char *free = free_said(f, row, m);
	int col = 2, room, name;

	put(c, a, 0, 0, 0, STYLE_STRONG, on ? ">" : " ");
	if (f->all_days)
		col += put(c, a, 0, col, 0, STYLE_PLAIN, tell_day(app, m, day_of(app->zone, start))) + 1;
	col += put(c, a, 0, col, 0, STYLE_PLAIN, shown_clock(app, f, row, m)) + 2;
	room = a.cols - col - 9;
	name = room > 40 ? room - 16 : room > 24 ? room - 10 : room;
	put(c, a, 0, col, name, STYLE_PLAIN, row_text(&f->sessions, row, "rep_name"));
	if (room > name)
		put(c, a, 0, col + name + 1, room - name - 1, STYLE_DIM, kind);
	put_right(c, a, 0, a.cols - 9, 9, find_clash(f, row) >= 0 ? STYLE_DIM : STYLE_PLAIN, free);
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, (int)row);
}

int find_draw_list(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	int rows = f->list.n < a.rows ? f->list.n : a.rows;

	list_fit(&f->list, a.rows);
	for (int i = 0, row = f->list.top; i < rows; i++, row++)
		draw_session(app, f, c, box_part(a, i, 0, 1, a.cols), (size_t)row, m);
	return rows;
}

/* ---- the selected one ---- */

static const char *verdict(struct app *app, const struct find *f, size_t row, struct arena *m,
			   enum style *s)
{
	int mine = find_mine(f, row), clash = find_clash(f, row);

	*s = STYLE_GOOD;
	if (mine >= 0)
		return strcmp(row_text(&f->mine, (size_t)mine, "state"), "waiting")
			? "You have this one: Enter shows yours." : "You wait for a seat: Enter shows your place.";
	*s = STYLE_WARN;
	if (clash >= 0)
		return arena_printf(m, "Clashes with yours at %s, %s.",
				    tell_clock(app, m, row_int(&f->mine, (size_t)clash, "start")),
				    row_text(&f->mine, (size_t)clash, "rep_name"));
	*s = STYLE_PLAIN;
	if (row_int(&f->sessions, row, "free") <= 0)
		return arena_printf(m, "Full, %lld in the queue. No clash with yours.",
				    (long long)row_int(&f->sessions, row, "waiting"));
	return "No clash with yours.";
}

int find_draw_selected(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m)
{
	const struct reply *r = &f->sessions;
	size_t at = (size_t)f->list.at;
	int64_t start = row_int(r, at, "start");
	const char *other, *team, *place, *message, *kind, *said;
	enum style s;
	int row = 0;

	if (f->list.at < 0)
		return 0;
	other = tell_other(app, m, start, row_text(r, at, "zone"));
	team = row_text(r, at, "rep_team");
	kind = row_text(r, at, "kind");
	place = row_text(r, at, "place");
	message = row_text(r, at, "message");
	put(c, a, row++, 0, 0, STYLE_STRONG,
	    arena_printf(m, "%s%s%s %s%s%s%s", f->all_days ? tell_day(app, m, day_of(app->zone, start)) : "",
			 f->all_days ? " " : "", tell_hours(app, m, start, row_int(r, at, "end")),
			 zone_abbrev(app->zone, start), other ? "  (" : "", other ? other : "",
			 other ? ")" : ""));
	put(c, a, row++, 0, 0, STYLE_PLAIN,
	    arena_printf(m, "%s%s%s%s%s", row_text(r, at, "rep_name"), *team ? ", " : "", team,
			 *kind ? ", " : "", kind));
	if (*place)
		put(c, a, row++, 0, 0, STYLE_PLAIN, place);
	if (*message)
		row += put_wrapped_text(c, a, row, 2, STYLE_PLAIN,
					arena_printf(m, "\xE2\x80\x9C%s\xE2\x80\x9D", message));
	said = verdict(app, f, at, m, &s);
	return row + put_wrapped_text(c, a, row, 2, s, said);
}
