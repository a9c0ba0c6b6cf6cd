/* Actions: what Marketing changes, in its three areas, and how far it is. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "say.h"
#include "screens.h"

#define AREAS 4
#define CARD_ROWS 4
#define ALL_PANES 72

struct actions {
	struct view v;
	struct reply r;
	int *rows[AREAS];		/* indices into r, of each area */
	struct list lists[AREAS];
	int area;
	char ref[24];
	bool all;			/* also what is over */
	int n_late, n_done;
};

static const char *const area_codes[AREAS] = { "information", "alerts", "campaigns", "other" };
static const char *const area_names[AREAS] = { "Information to Sales", "Alerts to reps",
					       "Campaign news", "Other" };

/* ---- reading ---- */

static int area_of(const char *code)
{
	for (int i = 0; i < AREAS; i++)
		if (!strcmp(area_codes[i], code))
			return i;
	return AREAS - 1;
}

static const char *ref_at(const struct actions *w, struct arena *a)
{
	const struct list *l = &w->lists[w->area];

	return l->at >= 0 ? row_ref(a, &w->r, (size_t)w->rows[w->area][l->at], "id") : "";
}

static void selection_moved(struct actions *w)
{
	snprintf(w->ref, sizeof w->ref, "%s", ref_at(w, &w->v.data));
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct actions *w = (struct actions *)v;
	struct arena *a = &v->data;
	struct reply r = { 0 };
	int n[AREAS] = { 0 };
	enum rc rc = app_call(app, a, "action list", ARGS({ "all", NULL, NULL }), &r, err);

	if (rc)
		return rc;
	w->r = r;
	w->n_late = w->n_done = 0;
	for (int i = 0; i < AREAS; i++)
		w->rows[i] = arena_array(a, int, r.n_rows + 1);
	for (size_t i = 0; i < r.n_rows; i++) {
		const char *state = row_text(&r, i, "state");
		bool over = !strcmp(state, "verified") || !strcmp(state, "ineffective") || !strcmp(state, "declined");
		int area = area_of(row_text(&r, i, "area"));

		w->n_late += (int)row_int(&r, i, "overdue");
		w->n_done += !strcmp(state, "done");
		if (!over || w->all)
			w->rows[area][n[area]++] = (int)i;
	}
	for (int i = 0; i < AREAS; i++) {
		list_set(&w->lists[i], n[i]);
		for (int k = 0; *w->ref && k < n[i]; k++)
			if (!strcmp(w->ref, row_ref(a, &r, (size_t)w->rows[i][k], "id"))) {
				w->area = i;
				list_select(&w->lists[i], k);
			}
	}
	while (w->area < AREAS - 1 && !n[w->area] && !*w->ref)
		w->area++;
	selection_moved(w);
	return RC_OK;
}

/* ---- the picture ---- */

static enum style state_style(const char *state, bool late)
{
	if (late)
		return STYLE_WARN;
	return !strcmp(state, "done") || !strcmp(state, "verified") ? STYLE_GOOD : STYLE_DIM;
}

static void draw_card(struct app *app, struct actions *w, struct canvas *c, struct box a, int area,
		      int i, struct arena *m)
{
	size_t row = (size_t)w->rows[area][i];
	bool on = area == w->area && i == w->lists[area].at, late = row_int(&w->r, row, "overdue");
	const char *owner = row_text(&w->r, row, "owner_name"), *state = row_text(&w->r, row, "state");
	int used;

	if (!*owner)
		owner = row_text(&w->r, row, "owner");
	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	used = put_wrapped_text(c, box_part(a, 0, 2, 2, a.cols - 2), 0, 2, STYLE_PLAIN,
				arena_printf(m, "%s %s", row_ref(m, &w->r, row, "id"),
					     row_text(&w->r, row, "title")));
	if (on)
		restyle(c, box_part(a, 0, 2, used, a.cols - 2), STYLE_SELECTED);
	put(c, a, used, 2, 0, state_style(state, late),
	    arena_printf(m, "%s%s%s%s%s", late ? "! late, " : "", row_text(&w->r, row, "state_said"),
			 *owner ? ", " : "", *owner ? owner : ", nobody's", row_null(&w->r, row, "due") ? ""
			 : arena_printf(m, ", %s", tell_day(app, m, row_int(&w->r, row, "due")))));
	if (on)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, area * 100000 + i);
}

static void draw_area(struct app *app, struct actions *w, struct canvas *c, struct box a, int area,
		      struct arena *m)
{
	struct list *l = &w->lists[area];
	int rows = app->plain ? l->n : (a.rows - 1) / CARD_ROWS;

	put(c, a, 0, 0, 0, area == w->area ? STYLE_TAB : STYLE_HEAD,
	    arena_printf(m, "%s %d", area_names[area], l->n));
	list_fit(l, rows < 1 ? 1 : rows);
	for (int i = 0, at = l->top; i < rows && at < l->n; i++, at++)
		draw_card(app, w, c, box_part(a, 2 + i * CARD_ROWS, 0, CARD_ROWS - 1, a.cols), area, at, m);
	if (!l->n && area == w->area) {
		put_wrapped_text(c, box_part(a, 2, 2, 3, a.cols - 2), 0, 3, STYLE_DIM,
				 "Nothing here. n writes down what will change.");
		cursor_at(c, a, 2, 0);
	}
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct actions *w = (struct actions *)v;
	struct arena m = { .parent = app->arena };
	/* "Other" stands there only where something is in it. */
	int panes = w->lists[AREAS - 1].n || w->area == AREAS - 1 ? AREAS : AREAS - 1;

	if (a.cols >= ALL_PANES && !app->plain) {
		int cell = a.cols / panes;

		for (int i = 0; i < panes; i++) {
			draw_area(app, w, c, box_part(a, 0, i * cell, a.rows, cell - 2), i, &m);
			if (i)
				rule_down(c, a, i * cell - 1);
		}
	} else {
		put_right(c, a, 0, a.cols - 10, 10, STYLE_DIM, "Tab: next");
		draw_area(app, w, c, a, w->area, &m);
	}
	arena_free(&m);
}

/* ---- keys ---- */

static const char *state_at(const struct view *v)
{
	const struct actions *w = (const struct actions *)v;
	const struct list *l = &w->lists[w->area];

	return l->at >= 0 ? row_text(&w->r, (size_t)w->rows[w->area][l->at], "state") : "";
}

#define STATE(name, test)                                                      \
	static bool name(const struct app *app, const struct view *v)          \
	{                                                                      \
		const char *s = state_at(v);                                   \
									       \
		(void)app;                                                     \
		return test;                                                   \
	}
STATE(is_any, *s)
STATE(is_proposed, !strcmp(s, "proposed"))
STATE(is_agreed, !strcmp(s, "agreed"))
STATE(is_open, !strcmp(s, "proposed") || !strcmp(s, "agreed") || !strcmp(s, "doing"))
STATE(is_done, !strcmp(s, "done"))
#undef STATE

static const char *ref(const struct view *v)
{
	return ((const struct actions *)v)->ref;
}

static void show(struct app *app, struct view *v)
{
	open_result(app, op_find("action show"), ARGS({ "action", ref(v), NULL }));
}

static void add(struct app *app, struct view *v)
{
	(void)v;
	open_op(app, op_find("action add"), NULL);
}

static void edit(struct app *app, struct view *v)
{
	open_op(app, op_find("action edit"), ref(v));
}

static void agree(struct app *app, struct view *v)
{
	app_do(app, "action agree", ARGS({ "action", ref(v), NULL }));
}

static void start(struct app *app, struct view *v)
{
	app_do(app, "action start", ARGS({ "action", ref(v), NULL }));
}

static void done(struct app *app, struct view *v)
{
	open_op(app, op_find("action done"), ref(v));
}

static void verify(struct app *app, struct view *v)
{
	open_op(app, op_find("action verify"), ref(v));
}

static void decline(struct app *app, struct view *v)
{
	open_op(app, op_find("action decline"), ref(v));
}

static void show_all(struct app *app, struct view *v)
{
	struct actions *w = (struct actions *)v;

	w->all = !w->all;
	v->stale = true;
	app_say(app, w->all ? "What is over is shown too" : "What is over is left out");
}

static void next_area(struct app *app, struct view *v)
{
	struct actions *w = (struct actions *)v;

	(void)app;
	w->area = (w->area + 1) % AREAS;
	selection_moved(w);
}

static void area_before(struct app *app, struct view *v)
{
	struct actions *w = (struct actions *)v;

	(void)app;
	w->area = (w->area + AREAS - 1) % AREAS;
	selection_moved(w);
}

static bool input(struct app *app, struct view *v, const struct event *e)
{
	struct actions *w = (struct actions *)v;

	(void)app;
	if (e->type != EV_KEY || !list_key(&w->lists[w->area], e->key))
		return false;
	selection_moved(w);
	return true;
}

static void choose(struct app *app, struct view *v, int item, bool again)
{
	struct actions *w = (struct actions *)v;

	w->area = item / 100000;
	list_select(&w->lists[w->area], item % 100000);
	selection_moved(w);
	if (again)
		show(app, v);
}

static const char *hint(struct app *app, struct view *v)
{
	struct actions *w = (struct actions *)v;

	(void)app;
	if (w->n_late)
		return w->n_late == 1 ? "1 action is late." : "Some actions are late.";
	return w->n_done ? "What is done waits to be verified: do later sessions still speak of it?" : NULL;
}

static const char *selected(const struct view *v)
{
	return *ref(v) ? ref(v) : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Open", "All of the action", show, 0, is_any, "action show %" },
	{ 'n', "New", "Write down what will change", add, 0, NULL, "action add TITLE" },
	{ 'a', "Agree", "It is agreed", agree, 0, is_proposed, "action agree %" },
	{ 'b', "Begin", "Somebody works on it", start, 0, is_agreed, "action start %" },
	{ 'd', "Done", "It is done: say what came of it", done, 0, is_open, "action done %" },
	{ 'd', "Verify", "Do later sessions still speak of it?", verify, 0, is_done, "action verify %" },
	{ 'e', "Edit", "Its words, its owner, its day", edit, 0, is_any, "action edit %" },
	{ 'x', "Decline", "It will not be done: say why", decline, 0, is_open, "action decline % --reason TEXT" },
	{ 'v', "View", "What is over, too", show_all, 0, NULL, "action list --all" },
	{ 's', "Share", "The theme report, as a file", open_export, 0, NULL, "report themes -o FILE" },
	{ K_TAB, NULL, "The next area", next_area, KEY_QUIET, NULL, NULL },
	{ K_BACKTAB, NULL, "The area before", area_before, KEY_QUIET, NULL, NULL },
	{ K_RIGHT, NULL, "The next area", next_area, KEY_HIDDEN, NULL, NULL },
	{ K_LEFT, NULL, "The area before", area_before, KEY_HIDDEN, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type actions_view = {
	.name = "Actions", .keys = keys, .size = sizeof (struct actions), .load = load, .draw = draw,
	.input = input, .choose = choose, .hint = hint, .selected = selected,
};
