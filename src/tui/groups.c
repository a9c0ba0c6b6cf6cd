/* Groups of what no theme holds: look at them, make a theme of one. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "replife/out.h"
#include "say.h"
#include "screens.h"

#define DETAILS 9		/* rows for what is said in the selected one */

struct groups {
	struct view v;
	const char *period;	/* "": everything that was ever said */
	int64_t seed;
	struct list list;
	struct reply r;		/* the last row: what fits nowhere */
};

static size_t which(struct groups *g, struct arena *a, struct arg args[2])
{
	args[0] = *g->period ? (struct arg){ "period", g->period, NULL } : (struct arg){ "all", NULL, NULL };
	args[1] = (struct arg){ "seed", arena_printf(a, "%lld", (long long)g->seed), NULL };
	return 2;
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct groups *g = (struct groups *)v;
	struct reply r = { 0 };
	struct arg args[2];
	size_t n = which(g, &v->data, args);
	enum rc rc = app_call(app, &v->data, "theme discover", args, n, &r, err);

	if (rc)
		return rc;
	g->r = r;
	list_set(&g->list, r.n_rows ? (int)r.n_rows - 1 : 0);
	return RC_OK;
}

/* The texts of a list that the selected row has. */
static const struct value *list_in(struct groups *g, const char *key)
{
	return g->list.at >= 0 ? reply_cell(&g->r, (size_t)g->list.at, key) : NULL;
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

static void draw_list(struct groups *g, struct canvas *c, struct box a, struct arena *m)
{
	int rows = c->plain ? g->list.n : a.rows;

	list_fit(&g->list, rows);
	for (int i = 0, at = g->list.top; i < rows && at < g->list.n; i++, at++) {
		struct box row = box_part(a, i, 0, 1, a.cols);
		bool on = at == g->list.at;

		put(c, row, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
		put(c, row, 0, 2, a.cols - 14, STYLE_PLAIN, row_text(&g->r, (size_t)at, "label"));
		put_right(c, row, 0, a.cols - 12, 12, STYLE_PLAIN,
			  arena_printf(m, "%lld remarks", (long long)row_int(&g->r, (size_t)at, "size")));
		if (on) {
			restyle(c, row, STYLE_SELECTED);
			cursor_at(c, row, 0, 0);
		}
		hot(c, row, HOT_ITEM, at);
	}
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct groups *g = (struct groups *)v;
	struct arena m = { .parent = app->arena };
	int details = a.rows >= 16 ? DETAILS : a.rows >= 10 ? 5 : 0;
	int64_t nowhere = g->r.n_rows ? row_int(&g->r, g->r.n_rows - 1, "size") : 0;
	struct box body;

	put(c, a, 0, 0, 0, STYLE_STRONG, arena_printf(&m, "What is in no theme, grouped%s%s", *g->period ? ", " : "",
						      g->period));
	put(c, a, 1, 0, 0, STYLE_DIM, !g->r.n_rows ? "" : arena_printf(&m, "%d group%s%s", g->list.n,
	    g->list.n == 1 ? "" : "s", !nowhere ? "" : arena_printf(&m, ", and %lld that fit%s nowhere",
								   (long long)nowhere, nowhere == 1 ? "s" : "")));
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

static void adopt(struct app *app, struct view *v)
{
	struct groups *g = (struct groups *)v;
	struct arena a = { .parent = app->arena };
	const char *label = arena_strdup(&a, row_text(&g->r, (size_t)g->list.at, "label"));
	struct arg args[3] = { { "group", label, NULL } };
	size_t n = which(g, &a, args + 1);

	open_op_with(app, op_find("theme adopt"), NULL, args, 1 + n);
	arena_free(&a);
}

static void anew(struct app *app, struct view *v)
{
	((struct groups *)v)->seed++;
	v->stale = true;
	app_say(app, "Grouped another way; what holds together stays together");
}

static void members(struct app *app, struct view *v)
{
	struct groups *g = (struct groups *)v;
	const struct value *quotes = list_in(g, "quotes");
	const struct value *refs = list_in(g, "observations");
	struct arena a = { .parent = app->arena };
	struct out text;

	out_to_mem(&text, &a);
	for (size_t i = 0; quotes && quotes->type == V_LIST && i < quotes->u.list.n; i++)
		out_printf(&text, "%s\n\n", quotes->u.list.p[i]);
	for (size_t i = 0; refs && refs->type == V_LIST && i < refs->u.list.n; i++)
		out_printf(&text, "%s%s", i ? ", " : "Its remarks: ", refs->u.list.p[i]);
	open_page(app, row_text(&g->r, (size_t)g->list.at, "label"), out_text(&text));
	arena_free(&a);
}

static const struct key keys[] = {
	{ K_ENTER, "Make a theme", "A theme of this group; you give it its name", adopt, 0, on_group, "theme adopt GROUP --name NAME" },
	{ 'o', "Open", "What is said in it, in full", members, 0, on_group, "theme discover --json" },
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
