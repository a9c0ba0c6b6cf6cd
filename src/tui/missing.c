/* Sessions that nobody has written up, or whose outcome nobody said. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "marks.h"
#include "say.h"
#include "screens.h"

struct missing {
	struct view v;
	const char *period;
	bool outcome;
	struct list list;
	char ref[24];
	struct marks marks;		/* of bookings */
	struct reply r;
};

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct missing *w = (struct missing *)v;
	struct arg args[2] = { { "period", w->period, NULL }, { "outcome", NULL, NULL } };
	struct reply r = { 0 };
	enum rc rc = app_call(app, &v->data, "note missing", args, w->outcome ? 2 : 1, &r, err);

	if (rc)
		return rc;
	w->r = r;
	marks_keep(&w->marks, &r);
	list_set(&w->list, (int)r.n_rows);
	for (size_t i = 0; *w->ref && i < r.n_rows; i++)
		if (!strcmp(w->ref, row_ref(&v->data, &r, i, "id")))
			list_select(&w->list, (int)i);
	snprintf(w->ref, sizeof w->ref, "%s",
		 w->list.at >= 0 ? row_ref(&v->data, &r, (size_t)w->list.at, "id") : "");
	return RC_OK;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct missing *w = (struct missing *)v;
	struct arena m = { .parent = app->arena };
	int rows = app->plain ? w->list.n : a.rows - 2;

	put(c, a, 0, 0, 0, STYLE_STRONG,
	    arena_printf(&m, "%s, %s  (%d%s)", w->outcome ? "Nobody said what became of them"
			 : "Write-ups that are missing", w->period, w->list.n,
			 w->marks.n ? arena_printf(&m, ", %zu marked", w->marks.n) : ""));
	if (!w->list.n) {
		put(c, a, 2, 2, 0, STYLE_GOOD, "Nothing is missing.");
		cursor_at(c, a, 2, 2);
	}
	list_fit(&w->list, rows);
	for (int i = 0, at = w->list.top; i < rows && at < w->list.n; i++, at++) {
		struct box row = box_part(a, 2 + i, 0, 1, a.cols);
		bool on = at == w->list.at;

		put(c, row, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
		put(c, row, 0, 1, 1, STYLE_WARN,
		    marks_has(&w->marks, row_int(&w->r, (size_t)at, "id")) ? "*" : " ");
		put(c, row, 0, 2, 17, STYLE_PLAIN, tell_at(app, &m, row_int(&w->r, (size_t)at, "start")));
		put(c, row, 0, 20, (a.cols - 20) / 2, STYLE_STRONG, row_text(&w->r, (size_t)at, "marketer_name"));
		put(c, row, 0, 21 + (a.cols - 20) / 2, 0, STYLE_PLAIN,
		    arena_printf(&m, "with %s", row_text(&w->r, (size_t)at, "rep_name")));
		if (on) {
			restyle(c, row, STYLE_SELECTED);
			cursor_at(c, row, 0, 0);
		}
		hot(c, row, HOT_ITEM, at);
	}
	arena_free(&m);
}

static void moved(struct app *app, struct view *v)
{
	struct missing *w = (struct missing *)v;

	(void)app;
	snprintf(w->ref, sizeof w->ref, "%s",
		 w->list.at >= 0 ? row_ref(&v->data, &w->r, (size_t)w->list.at, "id") : "");
}

static void write_to(struct app *app, struct view *v)
{
	struct missing *w = (struct missing *)v;

	open_letter(app, row_text(&w->r, (size_t)w->list.at, "marketer"), LETTER_WRITE_UP);
}

static void excuse(struct app *app, struct view *v)
{
	open_op(app, op_find("note excuse"), ((struct missing *)v)->ref);
}

static void mark(struct app *app, struct view *v)
{
	struct missing *w = (struct missing *)v;

	if (!marks_turn(&w->marks, row_int(&w->r, (size_t)w->list.at, "id")))
		app_say(app, "No more than %d can be marked", MARKS_MAX);
	list_key(&w->list, K_DOWN);
	moved(app, v);
}

/* All that are marked, one after the other: what was refused stays marked, and
 * the first of them is said. */
static void say_each(struct app *app, struct missing *w, const char *op)
{
	struct arena a = { .parent = app->arena };
	struct marks todo = w->marks;
	struct err first = { 0 };
	int64_t undo = 0;
	size_t done = 0;

	for (size_t i = 0; i < todo.n; i++) {
		const char *ref = arena_printf(&a, "B-%lld", (long long)todo.ids[i]);
		struct arg of = { "booking", ref, NULL };
		struct reply r = { 0 };
		struct err err = { 0 };

		if (!app_call(app, &a, op, &of, 1, &r, &err)) {
			marks_turn(&w->marks, todo.ids[i]);
			undo = r.undo;
			done++;
		} else if (!first.rc) {
			first = err;
			if (!strstr(err.what, ref))
				err_prefix(&first, "%s: ", ref);
		}
	}
	if (done < todo.n) {
		err_prefix(&first, "%zu done, %zu not: ", done, todo.n - done);
		app_say_err(app, &first);
	} else {
		app_say(app, "%zu done; u takes them back one by one", done);
		app->undo = undo;
	}
	arena_free(&a);
}

static void say_what(struct app *app, struct view *v, const char *op)
{
	struct missing *w = (struct missing *)v;
	struct arg of = { "booking", w->ref, NULL };

	if (w->marks.n)
		say_each(app, w, op);
	else
		app_do(app, op, &of, 1);
}

static void held(struct app *app, struct view *v)
{
	say_what(app, v, "session held");
}

static void no_show(struct app *app, struct view *v)
{
	say_what(app, v, "session no-show");
}

static void host_absent(struct app *app, struct view *v)
{
	say_what(app, v, "session host-absent");
}

static void show(struct app *app, struct view *v)
{
	struct missing *w = (struct missing *)v;

	open_result(app, op_find("slot show"),
		    ARGS({ "slot", row_ref(&v->data, &w->r, (size_t)w->list.at, "slot"), NULL }));
}

static bool has_row(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct missing *)v)->list.at >= 0;
}

static bool is_note(const struct app *app, const struct view *v)
{
	const struct missing *w = (const struct missing *)v;

	(void)app;
	return !w->outcome && w->list.at >= 0;
}

static bool is_outcome(const struct app *app, const struct view *v)
{
	const struct missing *w = (const struct missing *)v;

	(void)app;
	return w->outcome && w->list.at >= 0;
}

static const char *selected(const struct view *v)
{
	const struct missing *w = (const struct missing *)v;

	return *w->ref ? w->ref : NULL;
}

static const struct key keys[] = {
	{ 'w', "Write to", "A message to the visitor, drafted, to copy", write_to, 0, is_note, "person show LOGIN" },
	{ '=', "Excuse", "No write-up is needed: say why", excuse, 0, is_note, "note excuse % --reason TEXT" },
	{ ' ', "Mark", "Mark it, to say the same of several", mark, 0, is_outcome, NULL },
	{ 'd', "Held", "It took place", held, 0, is_outcome, "session held %" },
	{ 'x', "Missed", "The visitor did not come", no_show, 0, is_outcome, "session no-show %" },
	{ 'm', "Rep couldn't", "The rep couldn't make it", host_absent, 0, is_outcome, "session host-absent %" },
	{ K_ENTER, "Show", "Show all of the session", show, 0, has_row, "slot show SESSION" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Missing", .keys = keys, .size = sizeof (struct missing), .load = load, .draw = draw,
	.list = offsetof(struct missing, list), .moved = moved, .selected = selected,
};

void open_missing(struct app *app, const char *period, bool outcome)
{
	struct missing *w = (struct missing *)app_open(app, &type);

	if (!w)
		return;
	w->period = arena_strdup(&w->v.own, period);
	w->outcome = outcome;
}
