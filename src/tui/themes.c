/* Themes: remarks that are in none, the themes, and what was said in each. */
#include "themes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"
#include "screens.h"

#define REMARKS_MAX 300

/* ---- reading ---- */

static void select_again(struct list *l, const char *ref, int n, const char *(*ref_of)(struct themes *, int),
			 struct themes *t)
{
	list_set(l, n);
	for (int i = 0; *ref && i < n; i++)
		if (!strcmp(ref_of(t, i), ref))
			list_select(l, i);
}

static const char *remark_ref(struct themes *t, int i)
{
	return row_ref(&t->v.data, &t->remarks, (size_t)i, "id");
}

static const char *theme_ref(struct themes *t, int i)
{
	return row_ref(&t->v.data, &t->themes, (size_t)i, "id");
}

static const char *said_ref(struct themes *t, int i)
{
	return json_str(t->said[i], "id", "");
}

static void selection_moved(struct themes *t)
{
	static const char *(*const refs[PANES])(struct themes *, int) = { remark_ref, theme_ref, said_ref };

	for (int p = 0; p < PANES; p++)
		snprintf(t->refs[p], sizeof t->refs[p], "%s",
			 t->lists[p].at >= 0 ? refs[p](t, t->lists[p].at) : "");
}

static enum rc load_said(struct app *app, struct themes *t, struct err *err)
{
	struct arena *a = &t->v.data;
	struct reply r = { 0 };
	struct json *said = NULL;
	struct value *cell;
	enum rc rc = RC_OK;

	t->said = NULL;
	t->n_said = 0;
	if (t->lists[THEMES].at < 0)
		return RC_OK;
	rc = app_call(app, a, "theme show", ARGS({ "theme", theme_ref(t, t->lists[THEMES].at), NULL }),
		      &r, err);
	if (rc)
		return rc;
	cell = reply_cell(&r, 0, "said");
	if (cell->type == V_JSON)
		rc = json_parse(a, cell->u.s.p, cell->u.s.n, &said, err);
	for (const struct json *j = json_first(said); j; j = j->next)
		t->n_said++;
	t->said = arena_array(a, const struct json *, (size_t)t->n_said + 1);
	t->n_said = 0;
	for (const struct json *j = json_first(said); j; j = j->next)
		t->said[t->n_said++] = j;
	return rc;
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct themes *t = (struct themes *)v;
	struct reply remarks = { 0 }, themes = { 0 };
	struct request rq = { .op = "note remarks", .limit = REMARKS_MAX };
	enum rc rc;

	rq.args = (struct arg[]){ { "uncoded", NULL, NULL }, { "period", app->period, NULL } };
	rq.n_args = app->period && !t->ever ? 2 : 1;
	rc = app_request(app, &v->data, &rq, &remarks, err);
	if (!rc)
		rc = app_call(app, &v->data, "theme list", NULL, 0, &themes, err);
	if (rc)
		return rc;
	t->remarks = remarks;
	t->themes = themes;
	t->period = app->period ? arena_strdup(&v->data, app->period) : "";
	select_again(&t->lists[REMARKS], t->refs[REMARKS], (int)remarks.n_rows, remark_ref, t);
	select_again(&t->lists[THEMES], t->refs[THEMES], (int)themes.n_rows, theme_ref, t);
	rc = load_said(app, t, err);
	if (rc)
		return rc;
	select_again(&t->lists[QUOTES], t->refs[QUOTES], t->n_said, said_ref, t);
	selection_moved(t);
	return RC_OK;
}

bool themes_marked(const struct themes *t, int64_t remark)
{
	for (size_t i = 0; i < t->n_marks; i++)
		if (t->marks[i] == remark)
			return true;
	return false;
}

/* ---- what can be done ---- */

static struct themes *of(struct view *v)
{
	return (struct themes *)v;
}

static bool in_pane(const struct view *v, enum pane pane)
{
	const struct themes *t = (const struct themes *)v;

	return t->pane == pane && t->lists[pane].at >= 0;
}

static bool on_remark(const struct app *app, const struct view *v)
{
	(void)app;
	return in_pane(v, REMARKS);
}

static bool on_theme(const struct app *app, const struct view *v)
{
	(void)app;
	return in_pane(v, THEMES);
}

static bool on_quote(const struct app *app, const struct view *v)
{
	(void)app;
	return in_pane(v, QUOTES);
}

static bool has_uncoded(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct themes *)v)->remarks.n_rows > 0;
}

static void pick_theme(struct app *app, struct view *v, const char *title,
		       void (*picked)(struct app *, struct view *, const char *))
{
	struct themes *t = of(v);
	struct arena a = { .parent = app->arena };
	struct choice *all = arena_array(&a, struct choice, t->themes.n_rows + 1);

	for (size_t i = 0; i < t->themes.n_rows; i++)
		all[i] = (struct choice){ row_ref(&a, &t->themes, i, "id"), row_text(&t->themes, i, "name") };
	open_pick(app, title, all, (int)t->themes.n_rows, picked);
	arena_free(&a);
}

/* The marked remarks, or the one under the cursor: each in its own step, as
 * each can be taken back alone. */
static void assign_to(struct app *app, struct view *v, const char *theme)
{
	struct themes *t = of(v);
	char ref[32];
	bool good = true;

	if (!t->n_marks)
		app_do(app, "theme assign", ARGS({ "remark", t->refs[REMARKS], NULL }, { "theme", theme, NULL }));
	for (size_t i = 0; good && i < t->n_marks; i++) {
		snprintf(ref, sizeof ref, "O-%lld", (long long)t->marks[i]);
		good = app_do(app, "theme assign", ARGS({ "remark", ref, NULL }, { "theme", theme, NULL }));
	}
	if (good)
		t->n_marks = 0;
}

static void assign(struct app *app, struct view *v)
{
	pick_theme(app, v, "Into which theme?", assign_to);
}

static void set_aside(struct app *app, struct view *v)
{
	app_do(app, "theme set-aside", ARGS({ "remark", of(v)->refs[REMARKS], NULL }));
}

static void mark(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	int64_t id = row_int(&t->remarks, (size_t)t->lists[REMARKS].at, "id");
	size_t i = 0;

	(void)app;
	while (i < t->n_marks && t->marks[i] != id)
		i++;
	if (i < t->n_marks)
		t->marks[i] = t->marks[--t->n_marks];
	else if (t->n_marks < MARKS_MAX)
		t->marks[t->n_marks++] = id;
	list_key(&t->lists[REMARKS], K_DOWN);
	selection_moved(t);
}

static void merge_into(struct app *app, struct view *v, const char *theme)
{
	app_do(app, "theme merge", ARGS({ "from", of(v)->refs[THEMES], NULL }, { "into", theme, NULL }));
}

static void merge(struct app *app, struct view *v)
{
	pick_theme(app, v, "Merge it into which theme?", merge_into);
}

static void move_to(struct app *app, struct view *v, const char *theme)
{
	app_do(app, "theme move", ARGS({ "remark", of(v)->refs[QUOTES], NULL },
				       { "from", of(v)->refs[THEMES], NULL }, { "into", theme, NULL }));
}

static void move_it(struct app *app, struct view *v)
{
	pick_theme(app, v, "Move it into which theme?", move_to);
}

static void take_out(struct app *app, struct view *v)
{
	app_do(app, "theme unassign", ARGS({ "remark", of(v)->refs[QUOTES], NULL },
					   { "theme", of(v)->refs[THEMES], NULL }));
}

static void star(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	bool starred = json_bool(t->said[t->lists[QUOTES].at], "starred", false);

	app_do(app, starred ? "quote unstar" : "quote star", ARGS({ "remark", t->refs[QUOTES], NULL }));
}

static void hold_back(struct app *app, struct view *v)
{
	app_do(app, "quote hold-back", ARGS({ "remark", of(v)->refs[QUOTES], NULL }));
}

static void why(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	const struct json *said = t->said[t->lists[QUOTES].at];
	const struct json *because = json_first(json_get(said, "because"));
	struct arena a = { .parent = app->arena };
	const char *words = "";

	for (; because; because = because->next)
		words = arena_printf(&a, "%s%s\"%s\"", words, *words ? ", " : "", because->u.s.p);
	if (*words)
		app_say(app, "The codebook put it here, for %s", words);
	else
		app_say(app, "Somebody put it here by hand");
	arena_free(&a);
}

static void new_theme(struct app *app, struct view *v)
{
	(void)v;
	open_op(app, op_find("theme add"), NULL);
}

static void edit(struct app *app, struct view *v)
{
	open_op(app, op_find("theme edit"), of(v)->refs[THEMES]);
}

static void decline(struct app *app, struct view *v)
{
	open_op(app, op_find("theme decline"), of(v)->refs[THEMES]);
}

static void retire(struct app *app, struct view *v)
{
	app_do(app, "theme retire", ARGS({ "theme", of(v)->refs[THEMES], NULL }));
}

static void new_action(struct app *app, struct view *v)
{
	open_op(app, op_find("action add"), of(v)->refs[THEMES]);
}

static void code(struct app *app, struct view *v)
{
	(void)v;
	app_do(app, "theme code", NULL, 0);
}

static void show(struct app *app, struct view *v)
{
	struct themes *t = of(v);

	if (t->pane == REMARKS && t->lists[REMARKS].at >= 0)
		assign(app, v);
	else if (t->lists[THEMES].at >= 0)
		open_result(app, op_find("theme show"), ARGS({ "theme", t->refs[THEMES], NULL }));
}

static void all_periods(struct app *app, struct view *v)
{
	of(v)->ever = !of(v)->ever;
	v->stale = true;
	app_say(app, of(v)->ever ? "Remarks of all periods" : "Remarks of this period");
}

static void next_pane(struct app *app, struct view *v)
{
	(void)app;
	of(v)->pane = (of(v)->pane + 1) % PANES;
}

static void pane_before(struct app *app, struct view *v)
{
	(void)app;
	of(v)->pane = (of(v)->pane + PANES - 1) % PANES;
}

static bool input(struct app *app, struct view *v, const struct event *e)
{
	struct themes *t = of(v);

	(void)app;
	if (e->type != EV_KEY || !list_key(&t->lists[t->pane], e->key))
		return false;
	selection_moved(t);
	if (t->pane == THEMES)
		v->stale = true;	/* another theme's quotes */
	return true;
}

static void choose(struct app *app, struct view *v, int item, bool again)
{
	struct themes *t = of(v);

	t->pane = (enum pane)(item / 1000000);
	list_select(&t->lists[t->pane], item % 1000000);
	selection_moved(t);
	v->stale = t->pane == THEMES;
	if (again)
		show(app, v);
}

static const char *hint(struct app *app, struct view *v)
{
	struct themes *t = of(v);

	(void)app;
	if (t->n_marks)
		return "Enter puts all that are marked into one theme.";
	if (t->pane == QUOTES)
		return "Counts are of this period; what may not be quoted is marked x.";
	return NULL;
}

static const char *selected(const struct view *v)
{
	const struct themes *t = (const struct themes *)v;

	return *t->refs[t->pane] ? t->refs[t->pane] : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Into a theme", "Put the remark, or all that are marked, into a theme", show, 0, on_remark, "theme assign % THEME" },
	{ K_ENTER, "Open", "All of the theme", show, 0, on_theme, "theme show %" },
	{ ' ', "Mark", "Mark it, to do the same with several", mark, 0, on_remark, NULL },
	{ '=', "Set aside", "It belongs to no theme", set_aside, 0, on_remark, "theme set-aside %" },
	{ 'm', "Move", "Into another theme", move_it, 0, on_quote, "theme move % FROM INTO" },
	{ 'x', "Take out", "It does not belong to this theme", take_out, 0, on_quote, "theme unassign % THEME" },
	{ '*', "Star", "A good quote, or not so good after all", star, 0, on_quote, "quote star %" },
	{ '!', "Hold back", "Never quote it", hold_back, 0, on_quote, "quote hold-back %" },
	{ 'i', "Why", "Why it is in this theme", why, 0, on_quote, "theme show THEME" },
	{ 'n', "New", "A new theme", new_theme, 0, NULL, "theme add NAME" },
	{ 'e', "Edit", "Its definition, its words, its area", edit, 0, on_theme, "theme edit %" },
	{ '+', "Merge", "All of it into another theme", merge, 0, on_theme, "theme merge % INTO" },
	{ 'd', "Action", "Something that Marketing will change because of it", new_action, 0, on_theme, "action add TITLE --theme %" },
	{ 'w', "We won't", "Say why nothing will change", decline, 0, on_theme, "theme decline % --reason TEXT" },
	{ 'x', "Retire", "It is over; u takes it back", retire, 0, on_theme, "theme retire %" },
	{ 'c', "Codebook", "Let the themes' words sort what is in none", code, 0, has_uncoded, "theme code" },
	{ 'v', "View", "Remarks of this period, or of all", all_periods, KEY_QUIET, NULL, "note remarks --uncoded" },
	{ 's', "Share", "The theme report, as a file", open_export, 0, NULL, "report themes -o FILE" },
	{ K_TAB, NULL, "The next pane", next_pane, KEY_QUIET, NULL, NULL },
	{ K_BACKTAB, NULL, "The pane before", pane_before, KEY_QUIET, NULL, NULL },
	{ K_RIGHT, NULL, "The next pane", next_pane, KEY_HIDDEN, NULL, NULL },
	{ K_LEFT, NULL, "The pane before", pane_before, KEY_HIDDEN, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type themes_view = {
	.name = "Themes", .keys = keys, .size = sizeof (struct themes), .load = load, .draw = themes_draw,
	.input = input, .choose = choose, .hint = hint, .selected = selected,
};
