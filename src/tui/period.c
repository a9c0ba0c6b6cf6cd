/* Period: what is still to do before it is closed, closing it, and those that
 * were. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "periods.h"
#include "say.h"
#include "screens.h"

struct period {
	struct view v;
	struct list list;
	char name[210];			/* whose checks; "": of the one to work on */
	bool looked;			/* it was chosen just now: its row is selected */
	struct reply checks, periods;
	const char *shown, *state, *from, *to, *message;
};

/* Rows: the checks, a heading, the periods. */
static bool is_check(const struct period *w, int i)
{
	return i >= 0 && i < (int)w->checks.n_rows;
}

static bool is_head(const void *ctx, int i)
{
	return i == (int)((const struct period *)ctx)->checks.n_rows;
}

static size_t period_of(const struct period *w, int i)
{
	return (size_t)i - w->checks.n_rows - 1;
}

/* ---- reading ---- */

static void find_period(struct app *app, struct period *w)
{
	struct arena *a = &w->v.data;
	int at = *w->name ? period_row(&w->periods, w->name) : -1;

	w->shown = w->state = w->from = w->to = "";
	if (at < 0)
		at = period_to_work_on(&w->periods);
	if (at < 0)
		return;
	w->shown = row_text(&w->periods, (size_t)at, "name");
	w->state = row_text(&w->periods, (size_t)at, "state");
	w->from = tell_day(app, a, row_int(&w->periods, (size_t)at, "from_day"));
	w->to = tell_day(app, a, row_int(&w->periods, (size_t)at, "to_day"));
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct period *w = (struct period *)v;
	struct reply checks = { 0 };
	enum rc rc = app_call(app, &v->data, "period list", NULL, 0, &w->periods, err);

	if (!rc)
		find_period(app, w);
	if (!rc && *w->shown && strcmp(w->state, "closed"))
		rc = app_call(app, &v->data, "period check", ARGS({ "period", w->shown, NULL }), &checks, err);
	if (rc)
		return rc;
	/* What was just closed stays selected, to be shared. */
	w->looked |= w->checks.n_rows && !checks.n_rows;
	w->checks = checks;
	w->message = checks.message;
	w->list.skip = is_head;
	w->list.ctx = w;
	list_set(&w->list, w->periods.n_rows ? (int)(checks.n_rows + 1 + w->periods.n_rows) : 0);
	if (w->looked)
		list_select(&w->list, checks.n_rows ? 0 : 1 + period_row(&w->periods, w->shown));
	w->looked = false;
	return RC_OK;
}

/* ---- the picture ---- */

static void draw_check(struct period *w, struct canvas *c, struct box a, int i, struct arena *m)
{
	const struct reply *r = &w->checks;
	const char *state = row_text(r, (size_t)i, "state"), *which = row_text(r, (size_t)i, "which");
	int64_t n = row_int(r, (size_t)i, "count");
	bool on = i == w->list.at, ok = !strcmp(state, "ok");

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, 4, ok ? STYLE_GOOD : STYLE_WARN, ok ? "ok" : !strcmp(state, "blocks") ? "!!" : "!");
	put(c, a, 0, 6, 0, STYLE_PLAIN,
	    arena_printf(m, "%s%s%s%s", row_text(r, (size_t)i, "check"),
			 n ? arena_printf(m, ": %lld", (long long)n) : "",
			 *which && !ok ? "  " : "", ok ? "" : which));
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

/* Cells of the longest name. */
static int name_cells(const struct period *w)
{
	int most = 4, end;

	for (size_t i = 0; i < w->periods.n_rows; i++)
		if (wrapped_rows(row_text(&w->periods, i, "name"), 200, &end) && end > most)
			most = end;
	return most < 24 ? most : 24;
}

static void draw_period(struct app *app, struct period *w, struct canvas *c, struct box a, int i,
			struct arena *m)
{
	const struct reply *r = &w->periods;
	size_t row = period_of(w, i);
	bool on = i == w->list.at;
	int col = 2 + name_cells(w) + 2;

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, col - 4, STYLE_STRONG, row_text(r, row, "name"));
	col += put(c, a, 0, col, 0, STYLE_PLAIN,
		   arena_printf(m, "%s \xE2\x80\x93 %s", tell_day(app, m, row_int(r, row, "from_day")),
				tell_day(app, m, row_int(r, row, "to_day")))) + 2;
	put_right(c, a, 0, col, a.cols - col, STYLE_DIM,
		  arena_printf(m, "%s%s", row_text(r, row, "state_said"), row_int(r, row, "revision") > 1
			       ? arena_printf(m, ", report %lld", (long long)row_int(r, row, "revision")) : ""));
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

/* The first check that keeps it open, or -1. */
static int in_the_way(const struct period *w)
{
	for (size_t i = 0; i < w->checks.n_rows; i++)
		if (!strcmp(row_text(&w->checks, i, "state"), "blocks"))
			return (int)i;
	return -1;
}

static bool is_ready(const struct period *w)
{
	return in_the_way(w) < 0;
}

static void draw_title(struct period *w, struct canvas *c, struct box a, struct arena *m)
{
	static const char legend[] = "!! must be done first, ! may stay open";

	put(c, a, 0, 0, 0, STYLE_STRONG,
	    arena_printf(m, "%s %s  (%s \xE2\x80\x93 %s)", !strcmp(w->state, "closed") ? "Closed:"
			 : "To close", w->shown, w->from, w->to));
	if (!w->checks.n_rows)
		return;
	put(c, a, 1, 0, 0, STYLE_DIM, c->plain ? "In the way: must be done first. Mind: may stay open." : legend);
	if (a.cols >= 58)
		put(c, a, 1, (int)sizeof legend + 1, 0, is_ready(w) ? STYLE_GOOD : STYLE_WARN,
		    is_ready(w) ? "c closes it" : "not ready yet");
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct period *w = (struct period *)v;
	struct arena m = { .parent = app->arena };
	struct box body = box_part(a, *w->shown ? 2 : 0, 0, a.rows - (*w->shown ? 2 : 0), a.cols);
	int row = 0;

	if (*w->shown)
		draw_title(w, c, a, &m);
	if (!w->periods.n_rows) {
		put(c, a, 1, 2, 0, STYLE_STRONG, "No period yet: nothing can be booked.");
		put(c, a, 3, 2, 0, STYLE_KEY, "n");
		put(c, a, 3, 5, 0, STYLE_PLAIN, "Open the first one");
		cursor_at(c, a, 3, 2);
	}
	list_fit(&w->list, body.rows);
	for (int i = w->list.top; i < w->list.n && row < body.rows; i++, row++) {
		struct box line = box_part(body, row, 0, 1, a.cols);

		if (is_check(w, i)) {
			draw_check(w, c, line, i, &m);
		} else if (!is_head(w, i)) {
			draw_period(app, w, c, line, i, &m);
		} else {
			/* A blank above it, where all has room. */
			row += i && w->list.n < body.rows;
			put(c, body, row, 0, 0, STYLE_HEAD, "Periods");
		}
	}
	if (w->checks.n_rows && body.rows - row > 2)
		put_wrapped_text(c, body, row + 1, body.rows - row - 1, STYLE_DIM,
			"Closing freezes write-ups, themes and figures. It opens nothing and stops no "
			"booking; it can be reopened, with a reason.");
	arena_free(&m);
}

/* ---- keys ---- */

static const struct period *of(const struct view *v)
{
	return (const struct period *)v;
}

static const char *check_at(const struct view *v)
{
	const struct period *w = of(v);

	return is_check(w, w->list.at) ? row_text(&w->checks, (size_t)w->list.at, "code") : "";
}

static const char *period_at(const struct view *v)
{
	const struct period *w = of(v);

	return w->list.at > (int)w->checks.n_rows
		? row_text(&w->periods, period_of(w, w->list.at), "name") : w->shown;
}

/* The half year after the latest, or that of today, is proposed. */
static void open_next(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	const struct period *w = of(v);
	int64_t from = day_of(app->zone, app->now_s), to;
	int y, m, d, half;

	if (w->periods.n_rows)
		from = row_int(&w->periods, 0, "to_day") + 1;
	date_of_day(from, &y, &m, &d);
	if (!w->periods.n_rows)
		from = day_of_date(y, m > 6 ? 7 : 1, 1);
	date_of_day(from, &y, &m, &d);
	half = m > 6 ? 2 : 1;
	m += 6;
	to = day_of_date(y + (m > 12), m > 12 ? m - 12 : m, d > 28 ? 28 : d) - 1;
	open_op_with(app, op_find("period open"), NULL,
		     ARGS({ "name", arena_printf(&a, "%d-H%d", y, half), NULL },
			  { "from", iso_day(&a, from), NULL }, { "to", iso_day(&a, to), NULL }));
	arena_free(&a);
}

/* Where the row is worked on. */
static void act(struct app *app, struct view *v)
{
	const struct period *w = of(v);
	const char *check = check_at(v);

	if (!is_check(w, w->list.at))
		open_result(app, op_find("report themes"), ARGS({ "period", period_at(v), NULL }));
	else if (!strcmp(check, "write_up") || !strcmp(check, "outcome"))
		open_missing(app, w->shown, !strcmp(check, "outcome"));
	else if (!strcmp(check, "next"))
		open_next(app, v);
	else if (!strcmp(check, "over") || !strcmp(check, "due"))
		app_say(app, "That comes with time");
	else
		themes_go(app, w->shown, strcmp(check, "remark") != 0);
}

static void look_at(struct app *app, struct view *v)
{
	struct period *w = (struct period *)v;

	(void)app;
	snprintf(w->name, sizeof w->name, "%s", period_at(v));
	w->looked = v->stale = true;
}

static void close_period(struct app *app, struct view *v)
{
	struct period *w = (struct period *)v;
	int first = in_the_way(w);

	if (first >= 0) {
		const char *which = row_text(&w->checks, (size_t)first, "which");

		list_select(&w->list, first);
		app_say(app, "%s. %s%s%s%s", w->message, row_text(&w->checks, (size_t)first, "check"),
			*which ? " (" : "", which, *which ? ")" : "");
		return;
	}
	/* Afterwards it is still the one that is looked at. */
	snprintf(w->name, sizeof w->name, "%s", w->shown);
	open_close(app, w->name);
}

static void reopen(struct app *app, struct view *v)
{
	open_op(app, op_find("period reopen"), period_at(v));
}

static void share(struct app *app, struct view *v)
{
	open_export(app, v, *period_at(v) ? period_at(v) : NULL);
}

static bool has_row(const struct app *app, const struct view *v)
{
	(void)app;
	return of(v)->list.at >= 0;
}

static bool on_period(const struct app *app, const struct view *v)
{
	const struct period *w = of(v);

	(void)app;
	return w->list.at > (int)w->checks.n_rows;
}

static bool is_closed(const struct app *app, const struct view *v)
{
	const struct period *w = of(v);

	return on_period(app, v) &&
	       !strcmp(row_text(&w->periods, period_of(w, w->list.at), "state"), "closed");
}

static bool may_close(const struct app *app, const struct view *v)
{
	(void)app;
	return of(v)->checks.n_rows > 0;
}

static bool not_ready(const struct app *app, const struct view *v)
{
	(void)app;
	return !is_ready(of(v));
}

static const char *hint(struct app *app, struct view *v)
{
	const struct period *w = of(v);
	const char *todo;

	(void)app;
	if (w->list.at < 0)
		return NULL;
	if (!is_check(w, w->list.at))
		return "Enter shows its report; v looks at its list.";
	if (row_null(&w->checks, (size_t)w->list.at, "todo"))
		return NULL;
	todo = row_text(&w->checks, (size_t)w->list.at, "todo");
	/* here a key does it; the command is for a shell */
	return strstr(todo, "replife ") ? "Enter works on it." : todo;
}

static const char *selected(const struct view *v)
{
	return *period_at(v) ? period_at(v) : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Open", "Work on it; on a period, its report", act, 0, has_row, "report themes --period %" },
	/* Where the bar has no room for all: what can be done now stands first. */
	{ 's', "Share", "The theme report, as a file", share, 0, not_ready, "report themes -o FILE" },
	{ 'c', "Close it", "Freeze the period's report", close_period, 0, may_close, "period close %" },
	{ 'n', "Open next", "Open a period, so that sessions in it can be booked", open_next, 0, NULL, "period open NAME --from DAY --to DAY" },
	{ 's', "Share", "The theme report, as a file", share, 0, NULL, "report themes -o FILE" },
	{ 'v', "Look at", "What is still to do in this period", look_at, 0, on_period, "period check %" },
	{ 'r', "Reopen", "Go on with a closed period, with a reason", reopen, 0, is_closed, "period reopen % --reason TEXT" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type period_view = {
	.name = "Period", .keys = keys, .size = sizeof (struct period), .load = load, .draw = draw,
	.list = offsetof(struct period, list), .hint = hint, .selected = selected,
};
