/* Period: what is still to do before it is closed, closing it, and those that
 * were. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "list.h"
#include "say.h"
#include "screens.h"

struct period {
	struct view v;
	struct list list;
	char name[210];			/* whose checks; "": the running one's */
	struct reply checks, periods;
	const char *shown, *state, *from, *to, *message;
};

/* Rows: the checks, then the periods. */
static bool is_check(const struct period *w, int i)
{
	return i >= 0 && i < (int)w->checks.n_rows;
}

/* ---- reading ---- */

static void take_period(struct app *app, struct period *w, size_t i)
{
	struct arena *a = &w->v.data;

	w->shown = row_text(&w->periods, i, "name");
	w->state = row_text(&w->periods, i, "state");
	w->from = tell_day(app, a, row_int(&w->periods, i, "from_day"));
	w->to = tell_day(app, a, row_int(&w->periods, i, "to_day"));
}

/* The one that is over and not closed, before the one that runs. */
static void find_period(struct app *app, struct period *w)
{
	size_t at = w->periods.n_rows;

	w->shown = w->state = w->from = w->to = "";
	for (size_t i = w->periods.n_rows; i-- > 0;) {
		const char *state = row_text(&w->periods, i, "state");

		if (*w->name ? !strcmp(w->name, row_text(&w->periods, i, "name"))
			     : strcmp(state, "closed") && strcmp(state, "planned") && at == w->periods.n_rows)
			at = i;
	}
	if (at < w->periods.n_rows)
		take_period(app, w, at);
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
	w->checks = checks;
	w->message = checks.message;
	list_set(&w->list, (int)(checks.n_rows + w->periods.n_rows));
	return RC_OK;
}

/* ---- the picture ---- */

static int draw_check(struct period *w, struct canvas *c, struct box a, int i, struct arena *m)
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
	return 1;
}

static void draw_period(struct app *app, struct period *w, struct canvas *c, struct box a, int i,
			struct arena *m)
{
	const struct reply *r = &w->periods;
	size_t row = (size_t)i - w->checks.n_rows;
	bool on = i == w->list.at;

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, 12, STYLE_STRONG, row_text(r, row, "name"));
	put(c, a, 0, 15, a.cols - 15 - 18, STYLE_PLAIN,
	    arena_printf(m, "%s \xE2\x80\x93 %s", tell_day(app, m, row_int(r, row, "from_day")),
			 tell_day(app, m, row_int(r, row, "to_day"))));
	put_right(c, a, 0, a.cols - 18, 18, STYLE_DIM,
		  arena_printf(m, "%s%s", row_text(r, row, "state_said"), row_int(r, row, "revision") > 1
			       ? arena_printf(m, ", report %lld", (long long)row_int(r, row, "revision")) : ""));
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

static int draw_words(struct period *w, struct canvas *c, struct box a, int row)
{
	bool ready = w->message && strstr(w->message, "can be closed");

	if (!w->checks.n_rows || row + 2 > a.rows)
		return row;
	row += put_wrapped_text(c, a, row, 2, STYLE_DIM,
		"Closing freezes write-ups, themes and figures. It opens nothing and stops no booking; "
		"it can be reopened, with a reason.");
	put(c, a, row, 0, 0, ready ? STYLE_GOOD : STYLE_WARN,
	    ready ? "c closes it." : c->plain ? "It cannot be closed yet: see what is in the way."
					      : "It cannot be closed yet: see !!");
	return row + 2;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct period *w = (struct period *)v;
	struct arena m = { .parent = app->arena };
	int n = (int)w->checks.n_rows, all = w->list.n, row = 2, i;

	if (!w->periods.n_rows) {
		put(c, a, 1, 2, 0, STYLE_STRONG, "No period yet: nothing can be booked.");
		put(c, a, 3, 2, 0, STYLE_KEY, "n");
		put(c, a, 3, 5, 0, STYLE_PLAIN, "Open the first one");
		cursor_at(c, a, 3, 2);
	} else if (*w->shown) {
		put(c, a, 0, 0, 0, STYLE_STRONG,
		    arena_printf(&m, "%s %s  (%s \xE2\x80\x93 %s)", !strcmp(w->state, "closed") ? "Closed:"
				 : "To close", w->shown, w->from, w->to));
	}
	for (i = 0; i < n && row < a.rows; i++)
		row += draw_check(w, c, box_part(a, row, 0, 1, a.cols), i, &m);
	if (a.rows - row > all - n + 4)
		row = draw_words(w, c, box_part(a, 0, 2, a.rows, a.cols - 2), row + 1);
	if (row + 1 < a.rows && w->periods.n_rows) {
		put(c, a, row++, 0, 0, STYLE_HEAD, "Periods");
		/* At the end of a long list, its end. */
		if (w->list.at >= n && w->list.at - n > a.rows - row - 1)
			i += w->list.at - n - (a.rows - row - 1);
		for (; i < all && row < a.rows; i++, row++)
			draw_period(app, w, c, box_part(a, row, 0, 1, a.cols), i, &m);
	}
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

	return is_check(w, w->list.at) ? row_text(&w->checks, (size_t)w->list.at, "check") : "";
}

static const char *period_at(const struct view *v)
{
	const struct period *w = of(v);

	return w->list.at >= (int)w->checks.n_rows
		? row_text(&w->periods, (size_t)w->list.at - w->checks.n_rows, "name") : w->shown;
}

static const char *iso(struct arena *a, int64_t day)
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02d", y, m, d);
}

/* The half year after the latest, or that of today, as a beginning. */
static void propose(struct app *app, const struct period *w, struct arena *a, struct form *f)
{
	int64_t from = day_of(app->zone, app->now_s);
	int y, m, d, half;

	if (w->periods.n_rows)
		from = row_int(&w->periods, 0, "to_day") + 1;
	date_of_day(from, &y, &m, &d);
	if (!w->periods.n_rows)
		from = day_of_date(y, m > 6 ? 7 : 1, 1);
	date_of_day(from, &y, &m, &d);
	half = m > 6 ? 2 : 1;
	field_set(form_field(f, "name"), arena_printf(a, "%d-H%d", y, half));
	field_set(form_field(f, "from"), iso(a, from));
	m += 6;
	field_set(form_field(f, "to"), iso(a, day_of_date(y + (m > 12), m > 12 ? m - 12 : m, d > 28 ? 28 : d) - 1));
}

static void open_next(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct view *form;

	open_op(app, op_find("period open"), NULL);
	form = app_top(app);
	if (form != v && view_form(form))
		propose(app, of(v), &a, view_form(form));
	arena_free(&a);
}

/* Where the row is worked on. */
static void act(struct app *app, struct view *v)
{
	const struct period *w = of(v);
	const char *check = check_at(v);

	if (!is_check(w, w->list.at))
		open_result(app, op_find("report themes"), ARGS({ "period", period_at(v), NULL }));
	else if (strstr(check, "Write-ups") || strstr(check, "outcome"))
		open_missing(app, w->shown, strstr(check, "outcome"));
	else if (strstr(check, "next period"))
		open_next(app, v);
	else if (strstr(check, "heme") || strstr(check, "uote"))
		app_go_to(app, &themes_view);
	else
		app_say(app, "That comes with time");
}

static void look_at(struct app *app, struct view *v)
{
	struct period *w = (struct period *)v;

	(void)app;
	snprintf(w->name, sizeof w->name, "%s", period_at(v));
	v->stale = true;
	w->list.at = 0;
}

static void close_period(struct app *app, struct view *v)
{
	const struct period *w = of(v);

	open_close(app, w->shown);
}

static void reopen(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };

	(void)v;
	open_op(app, op_find("period reopen"), NULL);
	arena_free(&a);
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
	return w->list.at >= (int)w->checks.n_rows;
}

static bool may_close(const struct app *app, const struct view *v)
{
	(void)app;
	return of(v)->checks.n_rows > 0;
}

static const char *hint(struct app *app, struct view *v)
{
	const struct period *w = of(v);

	(void)app;
	if (w->list.at < 0)
		return NULL;
	if (!is_check(w, w->list.at))
		return "Enter shows its report; v looks at its list.";
	return row_null(&w->checks, (size_t)w->list.at, "todo") ? NULL
		: row_text(&w->checks, (size_t)w->list.at, "todo");
}

static const char *selected(const struct view *v)
{
	return *of(v)->shown ? period_at(v) : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Open", "Work on it; on a period, its report", act, 0, has_row, "report themes --period %" },
	{ 'c', "Close it", "Freeze the period's report", close_period, 0, may_close, "period close %" },
	{ 'v', "Look at", "What is still to do in this period", look_at, 0, on_period, "period check %" },
	{ 'n', "Open next", "Open a period, so that sessions in it can be booked", open_next, 0, NULL, "period open NAME --from DAY --to DAY" },
	{ 'r', "Reopen", "Go on with a closed period, with a reason", reopen, 0, on_period, "period reopen % --reason TEXT" },
	{ 's', "Share", "The theme report, as a file", open_export, 0, NULL, "report themes -o FILE" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type period_view = {
	.name = "Period", .keys = keys, .size = sizeof (struct period), .load = load, .draw = draw,
	.list = offsetof(struct period, list), .hint = hint, .selected = selected,
};
