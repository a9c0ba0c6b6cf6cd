/* Groups of what no theme holds: look at them, make a theme of one. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "say.h"
#include "screens.h"

#define DETAILS 9		/* rows for what is said in the selected one */

struct groups {
	struct view v;
	const char *period;	/* "": everything that was ever said */
	int64_t seed;
	struct list list;	/* of what is shown */
	struct reply r;		/* with what is within; the last row: what fits nowhere */
	size_t *shown;		/* rows of it */
	int n_groups;		/* not within others */
	bool inside;		/* what is within is shown, too */
};

static bool within(const struct groups *g, size_t row)
{
	return *row_text(&g->r, row, "part_of") != '\0';
}

static bool has_parts(const struct groups *g, size_t row)
{
	return row + 1 < g->r.n_rows && !within(g, row) && within(g, row + 1);
}

/* The row of what is selected. */
static size_t selected(const struct groups *g)
{
	return g->shown[g->list.at];
}

static size_t which(struct groups *g, struct arena *a, bool inside, struct arg args[3])
{
	args[0] = *g->period ? (struct arg){ "period", g->period, NULL } : (struct arg){ "all", NULL, NULL };
	args[1] = (struct arg){ "seed", arena_printf(a, "%lld", (long long)g->seed), NULL };
	args[2] = (struct arg){ "inside", NULL, NULL };
	return inside ? 3 : 2;
}

/* The selected one, as the operations are told of it. */
static size_t selected_args(struct groups *g, struct arena *a, struct arg args[4])
{
	size_t row = selected(g);
	const char *label = row_text(&g->r, row, "label");

	args[0] = (struct arg){ "group", within(g, row) ? arena_printf(a, "%s (within %s)", label, row_text(&g->r, row, "part_of"))
							: arena_strdup(a, label), NULL };
	return 1 + which(g, a, within(g, row), args + 1);
}

/* Which rows are shown; the selection stays at `row`, or at what that is within. */
static void show_rows(struct groups *g, size_t row)
{
	int n = 0, at = 0;

	g->n_groups = 0;
	for (size_t i = 0; i + 1 < g->r.n_rows; i++) {
		g->n_groups += !within(g, i);
		if (within(g, i) && !g->inside)
			continue;
		if (i <= row)
			at = n;
		g->shown[n++] = i;
	}
	list_set(&g->list, n);
	list_select(&g->list, at);
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct groups *g = (struct groups *)v;
	struct reply r = { 0 };
	size_t row = g->list.at >= 0 && g->shown ? selected(g) : 0;
	struct arg args[3];
	size_t n = which(g, &v->data, true, args);
	enum rc rc = app_call(app, &v->data, "theme discover", args, n, &r, err);

	if (rc)
		return rc;
	g->r = r;
	g->shown = arena_array(&v->data, size_t, r.n_rows + 1);
	show_rows(g, row);
	return RC_OK;
}

/* The texts of a list that the selected row has. */
static const struct value *list_in(struct groups *g, const char *key)
{
	return g->list.at >= 0 ? reply_cell(&g->r, selected(g), key) : NULL;
}

static void draw_said(struct groups *g, struct canvas *c, struct box a)
{
	const struct value *quotes = list_in(g, "quotes");
	int row = 1;

	rule_across(c, a, 0);
	put(c, a, 0, 2, 0, STYLE_DIM, " for instance ");
	for (size_t i = 0; quotes && quotes->type == V_LIST && i < quotes->u.list.n && row < a.rows; i++) {
		int end, rows = wrapped_rows(quotes->u.list.p[i], a.cols - 2, &end);

		rows = rows > 3 ? 3 : rows;
		put(c, a, row, 0, 1, STYLE_DIM, c->plain ? "" : "\xC2\xB7");
		put_wrapped_text(c, box_part(a, 0, 2, a.rows, a.cols - 2), row, rows < a.rows - row ? rows : a.rows - row,
				 STYLE_PLAIN, quotes->u.list.p[i]);
		row += rows;
	}
}

static void draw_row(struct groups *g, struct canvas *c, struct box a, int at, struct arena *m)
{
	size_t row = g->shown[at];
	int in = within(g, row) ? 2 : 0;

	put(c, a, 0, 0, 1, STYLE_STRONG, at == g->list.at ? ">" : " ");
	put(c, a, 0, 2 + in, a.cols - 14 - in, STYLE_PLAIN, arena_printf(m, "%s%s", in && c->plain ? "within it: " : "",
									  row_text(&g->r, row, "label")));
	put_right(c, a, 0, a.cols - 12, 12, in ? STYLE_DIM : STYLE_PLAIN,
		  arena_printf(m, "%lld remarks", (long long)row_int(&g->r, row, "size")));
	if (at == g->list.at) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, at);
}

static void draw_list(struct groups *g, struct canvas *c, struct box a, struct arena *m)
{
	int rows = c->plain ? g->list.n : a.rows;

	list_fit(&g->list, rows);
	for (int i = 0, at = g->list.top; i < rows && at < g->list.n; i++, at++)
		draw_row(g, c, box_part(a, i, 0, 1, a.cols), at, m);
}

/* "8 groups, 14 more within them, and 2 that fit nowhere" */
static const char *counts(struct groups *g, struct arena *m)
{
	int64_t nowhere = row_int(&g->r, g->r.n_rows - 1, "size");
	int more = (int)g->r.n_rows - 1 - g->n_groups;

	return arena_printf(m, "%s%s%s", plural(m, g->n_groups, "group", "groups"),
			    more ? arena_printf(m, ", %d more within them", more) : "",
			    nowhere ? arena_printf(m, ", and %lld that fit%s nowhere", (long long)nowhere,
						   nowhere == 1 ? "s" : "") : "");
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct groups *g = (struct groups *)v;
	struct arena m = { .parent = app->arena };
	int details = a.rows >= 16 ? DETAILS : a.rows >= 10 ? 5 : 0;
	struct box body;

	put(c, a, 0, 0, 0, STYLE_STRONG, arena_printf(&m, "What is in no theme, grouped%s%s", *g->period ? ", " : "",
						      g->period));
	put(c, a, 1, 0, 0, STYLE_DIM, g->r.n_rows ? counts(g, &m) : "");
	if (!g->list.n) {
		put_wrapped_text(c, box_part(a, 3, 2, a.rows - 3, a.cols - 4), 0, 3, STYLE_PLAIN, g->r.n_rows
				 ? "No two of them speak of the same thing." : "Every remark is in a theme or set aside.");
		cursor_at(c, a, 3, 2);
		arena_free(&m);
		return;
	}
	body = box_part(a, 3, 0, a.rows - 3 - details, a.cols);
	draw_list(g, c, body, &m);
	if (details)
		draw_said(g, c, box_part(a, a.rows - details, 0, details, a.cols));
	arena_free(&m);
}

static bool on_group(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct groups *)v)->list.at >= 0;
}

static bool any_within(const struct app *app, const struct view *v)
{
	const struct groups *g = (const struct groups *)v;

	(void)app;
	for (size_t i = 0; i < g->r.n_rows; i++)
		if (within(g, i))
			return true;
	return false;
}

static void adopt(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct arg args[4];
	size_t n = selected_args((struct groups *)v, &a, args);

	open_op_with(app, op_find("theme adopt"), NULL, args, n);
	arena_free(&a);
}

/* From a large group to the first that is within it. */
static void inside(struct app *app, struct view *v)
{
	struct groups *g = (struct groups *)v;
	size_t row = selected(g);

	g->inside = !g->inside;
	show_rows(g, row + (g->inside && has_parts(g, row)));
	if (g->inside)
		app_say(app, "The groups within each large group, too; i: without them");
}

static void anew(struct app *app, struct view *v)
{
	((struct groups *)v)->seed++;
	v->stale = true;
	app_say(app, "Grouped another way; what holds together stays together");
}

static void in_full(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct arg args[4];
	size_t n = selected_args((struct groups *)v, &a, args);

	open_result(app, op_find("theme discover"), args, n);
	arena_free(&a);
}

static const struct key keys[] = {
	{ K_ENTER, "Make a theme", "A theme of this group; you give it its name", adopt, 0, on_group, "theme adopt GROUP --name NAME" },
	{ 'o', "Open", "All that is said in it, in full", in_full, 0, on_group, "theme discover --group GROUP" },
	{ 'i', "Inside", "The groups within each large group, too, or without them", inside, 0, any_within, "theme discover --inside" },
	{ 'n', "Anew", "Group them another way", anew, 0, NULL, "theme discover --seed N" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Groups", .keys = keys, .size = sizeof (struct groups), .load = load, .draw = draw,
	.list = offsetof(struct groups, list),
};

void open_groups(struct app *app, const char *period)
{
	struct groups *g = (struct groups *)app_open(app, &type);

	if (!g)
		return;
	g->period = arena_strdup(&g->v.own, period);
	g->seed = 1;
}
