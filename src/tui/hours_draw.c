/* Hours' picture: the hours, the next weeks, what publishing changes. */
#include <string.h>

#include "hours.h"
#include "say.h"
#include "screens.h"

#define TWO_PANES 72
#define KIND_LEAST 6		/* cells; less says nothing */

static void draw_row(struct hours *h, struct canvas *c, struct box a, int i)
{
	const struct hours_row *r = &h->rows[i];
	bool on = i == h->list.at;

	if (r->kind == HOURS_HEAD) {
		put(c, a, 0, 0, 0, STYLE_HEAD, r->ref);
		return;
	}
	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	if (r->kind == HOURS_DECIDE || r->kind == HOURS_STANDS) {
		int end, most = a.cols >= 50 ? 22 : 18, more;

		wrapped_rows(r->more, most, &end);
		more = end < 2 ? 2 : end < most ? end : most;

		put(c, a, 0, 2, 2, STYLE_WARN, "!");
		put(c, a, 0, 4, a.cols - 5 - more, STYLE_PLAIN, r->text);
		put(c, a, 0, a.cols - more, more, *r->more == '?' ? STYLE_WARN : STYLE_GOOD, r->more);
	} else {
		int used = put(c, a, 0, 2, a.cols - 2, r->kind == HOURS_ADD ? STYLE_DIM : STYLE_PLAIN, r->text);

		/* Its kind has what its time leaves, at the right. */
		if (r->kind == HOURS_RULE && a.cols - used - 4 >= KIND_LEAST)
			put_right(c, a, 0, used + 4, a.cols - used - 4, STYLE_DIM, r->more);
	}
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

static int draw_list(struct app *app, struct hours *h, struct canvas *c, struct box a)
{
	int rows = app->plain || h->n < a.rows ? h->n : a.rows;

	list_fit(&h->list, app->plain ? h->n : a.rows);
	for (int i = 0, row = h->list.top; i < rows && row < h->n; i++, row++)
		draw_row(h, c, box_part(a, i, 0, 1, a.cols), row);
	return rows;
}

/* "4", "4+1" with what is new, "2-1" with what goes, "!" where one is to decide. */
static const char *day_said(const struct hours_day *d, struct arena *m)
{
	const char *s = d->kept ? arena_printf(m, "%d", d->kept) : "";

	if (!d->kept && !d->added && !d->removed && !d->decide)
		return "\xC2\xB7";
	if (d->added)
		s = arena_printf(m, "%s+%d", s, d->added);
	if (d->removed)
		s = arena_printf(m, "%s-%d", s, d->removed);
	return d->decide ? arena_printf(m, "%s!", s) : s;
}

/* In these weeks: the rep's clock, and that of whoever looks. */
static int put_changes(struct app *app, struct hours *h, struct canvas *c, struct box a, int row, struct arena *m)
{
	const char *said = tell_changes(app, m, &h->zone, *h->zone != 0, h->monday, h->monday + WEEKS * 7 - 1);

	return *said ? put_wrapped_text(c, a, row, 2, STYLE_WARN, arena_printf(m, "! %s", said)) : 0;
}

static int draw_weeks(struct app *app, struct hours *h, struct canvas *c, struct box a, struct arena *m)
{
	int days = h->weekend ? 7 : 5, left = 8, cell = (a.cols - left) / days, row = 0;

	cell = cell > 6 ? 6 : cell;
	put(c, a, row++, 0, 0, STYLE_HEAD, "Next 4 weeks");
	for (int d = 0; d < days; d++)
		put_right(c, a, row, left + d * cell, cell - 1, STYLE_DIM,
			  arena_printf(m, "%.2s", weekday_names[d]));
	row++;
	for (int w = 0; w < WEEKS; w++, row++) {
		int y, mo, day;

		date_of_day(h->monday + w * 7, &y, &mo, &day);
		put(c, a, row, 0, left - 1, STYLE_PLAIN, arena_printf(m, "%2d %.3s", day, month_names[mo - 1]));
		for (int d = 0; d < days; d++) {
			const struct hours_day *x = &h->days[w][d];

			put_right(c, a, row, left + d * cell, cell - 1,
				  x->decide || x->removed ? STYLE_WARN : x->added ? STYLE_GOOD
				  : x->kept ? STYLE_PLAIN : STYLE_DIM, day_said(x, m));
		}
	}
	return row + put_changes(app, h, c, a, row, m);
}

static const char *why_nothing(struct app *app, const struct hours *h, struct arena *m)
{
	bool any = false;

	for (int i = 0; i < h->n; i++)
		any |= h->rows[i].kind == HOURS_RULE;
	if (!any)
		return "Nothing to publish yet: n adds hours.";
	if (app->period)
		return "Nothing to publish: these hours make no session in the time ahead.";
	return app->roles & ROLE_BIT(ROLE_LIFECYCLE)
		? arena_printf(m, "Nothing to publish: no period is open. %s%s, n opens one.",
			       tell_screen(app, m, &period_view), app->plain ? "" : " Period")
		: "Nothing to publish: no period is open. Lifecycle opens one: Period, n.";
}

static int draw_sum(struct app *app, struct hours *h, struct canvas *c, struct box a, int row, struct arena *m)
{
	bool changes = h->added || h->removed || h->undecided || h->n_decisions;

	if (h->by_hand)
		row += put_wrapped_text(c, a, row, 2, STYLE_DIM,
			arena_printf(m, "%s one by one, not by these hours.",
				     plural(m, h->by_hand, "session was offered", "sessions were offered")));
	if (!changes) {
		return row + put_wrapped_text(c, a, row, 3, STYLE_GOOD, h->kept > h->by_hand
					      ? "Published: all as the hours say." : why_nothing(app, h, m));
	}
	put(c, a, row++, 0, 0, STYLE_HEAD, "If you publish now:");
	if (h->added)
		put(c, a, row++, 0, 0, STYLE_GOOD,
		    arena_printf(m, "  + %s", plural(m, h->added, "new session", "new sessions")));
	if (h->kept > h->by_hand)
		put(c, a, row++, 0, 0, STYLE_PLAIN, arena_printf(m, "  = %d stay", h->kept - h->by_hand));
	if (h->removed)
		put(c, a, row++, 0, 0, STYLE_PLAIN, arena_printf(m, "  - %d go, nobody booked them", h->removed));
	if (h->undecided)
		put(c, a, row++, 0, 0, STYLE_WARN,
		    arena_printf(m, "  ! %d booked: = keep  m move  x call off", h->undecided));
	return row;
}

static int draw_warnings(struct hours *h, struct canvas *c, struct box a, int row)
{
	for (size_t i = 0; i < h->n_warnings && row < a.rows; i++) {
		size_t left = h->n_warnings - i;

		/* The last row says how many more there are. */
		if (left > 1 && row + 4 >= a.rows) {
			putf(c, a, row++, 0, STYLE_WARN, "... and %zu more warnings", left);
			break;
		}
		row += put_wrapped_text(c, a, row, 4, STYLE_WARN, h->warnings[i]);
	}
	return row;
}

static void draw_title(struct app *app, struct hours *h, struct canvas *c, struct box a, struct arena *m)
{
	const char *other = h->zone && *h->zone && strcmp(h->zone, zone_name(app->zone)) ? h->zone : "";
	int col = put(c, a, 0, 0, 0, STYLE_STRONG, !strcmp(h->rep, app->login) ? "My hours"
		      : arena_printf(m, "Hours of %s", h->rep_name)) + 3;

	if (*other)
		put(c, a, 0, col, 0, STYLE_WARN,
		    arena_printf(m, "said in %s time, shown in %s", zone_city(m, other),
				 zone_city(m, zone_name(app->zone))));
}

void hours_draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct hours *h = (struct hours *)v;
	struct arena m = { .parent = app->arena };
	struct box body = box_part(a, 2, 0, a.rows - 2, a.cols), right;
	int left = a.cols >= 96 ? 52 : 42, row;

	if (!h->rep && !(app->roles & ROLE_BIT(ROLE_LIFECYCLE))) {
		put_wrapped_text(c, box_part(a, 1, 2, 2, a.cols - 4), 0, 2, STYLE_STRONG, h->hosting.missing);
		put_wrapped_text(c, box_part(a, 4, 2, 4, a.cols - 4), 0, 4, STYLE_PLAIN, h->hosting.todo);
		cursor_at(c, a, 4, 2);
		arena_free(&m);
		return;
	}
	if (!h->rep) {
		put(c, a, 1, 2, 0, STYLE_STRONG, "Whose hours?");
		put(c, a, 3, 2, 0, STYLE_KEY, "Enter");
		put(c, a, 3, 9, 0, STYLE_PLAIN, "Choose a rep of the roster");
		cursor_at(c, a, 3, 2);
		arena_free(&m);
		return;
	}
	draw_title(app, h, c, a, &m);
	if (a.cols >= TWO_PANES && !app->plain) {
		draw_list(app, h, c, box_part(body, 0, 0, body.rows, left - 1));
		rule_down(c, body, left);
		right = box_part(body, 0, left + 2, body.rows, body.cols - left - 2);
		row = draw_weeks(app, h, c, right, &m);
		row = draw_sum(app, h, c, right, row + 1, &m);
		draw_warnings(h, c, right, row + 1);
	} else {
		body = box_part(a, 1, 0, a.rows - 1, a.cols);
		row = put_changes(app, h, c, body, 0, &m);
		body = box_part(body, row, 0, body.rows - row, body.cols);
		row = body.rows > 9 ? body.rows - 6 : body.rows;
		row = draw_list(app, h, c, box_part(body, 0, 0, app->plain ? h->n : row, body.cols)) + 1;
		if (row < body.rows)
			draw_sum(app, h, c, body, row, &m);
	}
	arena_free(&m);
}
