/* Actions: what Marketing changes, in its three areas, and how far it is. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "say.h"
#include "screens.h"

#define AREAS 4
#define TITLE_ROWS 4		/* at most */
#define AREA_ITEMS 100000	/* what a click chooses: area * AREA_ITEMS + row */
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

/* How the cards of an area are laid out: each takes the rows that it needs. */
struct cards {
	struct app *app;
	const struct actions *w;
	struct arena *m;
	int area, cols;
};

static size_t card_row(const struct cards *k, int i)
{
	return (size_t)k->w->rows[k->area][i];
}

static const char *card_title(const struct cards *k, int i)
{
	return arena_printf(k->m, "%s %s", row_ref(k->m, &k->w->r, card_row(k, i), "id"),
			    row_text(&k->w->r, card_row(k, i), "title"));
}

/* "! agreed, overdue, Emily Carter, Fri 30 Oct" */
static const char *card_state(const struct cards *k, int i)
{
	const struct reply *r = &k->w->r;
	size_t row = card_row(k, i);
	const char *owner = row_text(r, row, "owner_name");

	if (!*owner)
		owner = row_text(r, row, "owner");
	return arena_printf(k->m, "%s%s, %s%s", row_int(r, row, "overdue") ? "! " : "",
			    row_text(r, row, "state_said"), *owner ? owner : "nobody's",
			    row_null(r, row, "due") ? ""
			    : arena_printf(k->m, ", %s", tell_day(k->app, k->m, row_int(r, row, "due"))));
}

static int title_rows(const struct cards *k, int i)
{
	int end, rows = wrapped_rows(card_title(k, i), k->cols - 2, &end);

	return rows < TITLE_ROWS ? rows : TITLE_ROWS;
}

/* With a blank row after it. */
static int card_rows(const void *ctx, int i)
{
	const struct cards *k = ctx;
	int end;

	return title_rows(k, i) + wrapped_rows(card_state(k, i), k->cols - 2, &end) + 1;
}

static void draw_card(const struct cards *k, struct canvas *c, struct box a, int i)
{
	const struct actions *w = k->w;
	bool on = k->area == w->area && i == w->lists[k->area].at;
	int used = title_rows(k, i);

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put_wrapped_text(c, box_part(a, 0, 2, used, a.cols - 2), 0, used, STYLE_PLAIN, card_title(k, i));
	if (on)
		restyle(c, box_part(a, 0, 2, used, a.cols - 2), STYLE_SELECTED);
	put_wrapped_text(c, box_part(a, used, 2, a.rows - used, a.cols - 2), 0, a.rows - used,
			 state_style(row_text(&w->r, card_row(k, i), "state"),
				     row_int(&w->r, card_row(k, i), "overdue")), card_state(k, i));
	if (on)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, k->area * AREA_ITEMS + i);
}

static void draw_area(struct app *app, struct actions *w, struct canvas *c, struct box a, int area,
		      struct arena *m)
{
	struct cards k = { app, w, m, area, a.cols };
	struct list *l = &w->lists[area];
	int row = 0;

	put(c, a, 0, 0, 0, area == w->area ? STYLE_TAB : STYLE_HEAD,
	    arena_printf(m, "%s %d", area_names[area], l->n));
	/* The blank row of the last card may lie below. */
	list_fit_rows(l, a.rows, card_rows, &k);
	for (int i = l->top; i < l->top + l->shown; i++) {
		int rows = card_rows(&k, i);

		draw_card(&k, c, box_part(a, 1 + row, 0, rows - 1, a.cols), i);
		row += rows;
	}
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
		if (!app->plain)
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

static struct list *list_of(struct view *v)
{
	struct actions *w = (struct actions *)v;

	return &w->lists[w->area];
}

static void moved(struct app *app, struct view *v)
{
	(void)app;
	selection_moved((struct actions *)v);
}

static void choose(struct app *app, struct view *v, int item, bool again)
{
	((struct actions *)v)->area = item / AREA_ITEMS;
	view_choose_row(app, v, item % AREA_ITEMS, again);
}

static void share(struct app *app, struct view *v)
{
	open_export(app, v, NULL);
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
	{ 'm', "Begin", "Somebody works on it", start, 0, is_agreed, "action start %" },
	{ 'd', "Done", "It is done: say what came of it", done, 0, is_open, "action done %" },
	{ 'a', "Verify", "Do later sessions still speak of it?", verify, 0, is_done, "action verify %" },
	{ 'e', "Edit", "Its words, its owner, its day", edit, 0, is_any, "action edit %" },
	{ 'x', "Decline", "It will not be done: say why", decline, 0, is_open, "action decline % --reason TEXT" },
	{ 'v', "View", "What is over, too", show_all, 0, NULL, "action list --all" },
	{ 's', "Share", "The theme report, as a file", share, 0, NULL, "report themes -o FILE" },
	{ K_TAB, NULL, "The next area", next_area, KEY_QUIET, NULL, NULL },
	{ K_BACKTAB, NULL, "The area before", area_before, KEY_QUIET, NULL, NULL },
	{ K_RIGHT, NULL, "The next area", next_area, KEY_HIDDEN, NULL, NULL },
	{ K_LEFT, NULL, "The area before", area_before, KEY_HIDDEN, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type actions_view = {
	.name = "Actions", .keys = keys, .size = sizeof (struct actions), .load = load, .draw = draw,
	.list_of = list_of, .moved = moved, .choose = choose, .hint = hint, .selected = selected,
};
