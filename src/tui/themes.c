/* Themes: remarks that are in none, the themes, and what was said in each. */
#include "themes.h"

#include <stdio.h>
#include <string.h>

#include "periods.h"
#include "say.h"
#include "screens.h"

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

/* `but`: this one is not offered; may be NULL. */
static void pick_theme(struct app *app, struct view *v, const char *title, const char *but,
		       void (*picked)(struct app *, struct view *, const char *))
{
	struct themes *t = of(v);
	struct arena a = { .parent = app->arena };
	struct choice *all = arena_array(&a, struct choice, t->themes.n_rows + 1);
	int n = 0;

	for (size_t i = 0; i < t->themes.n_rows; i++) {
		const char *ref = row_ref(&a, &t->themes, i, "id");

		if (!but || strcmp(ref, but))
			all[n++] = (struct choice){ ref, row_text(&t->themes, i, "name") };
	}
	/* Another process may move the selection while one chooses. */
	memcpy(t->subject, t->refs, sizeof t->subject);
	open_pick(app, title, all, n, picked);
	arena_free(&a);
}

/* With the marked remarks, or the one under the cursor: all of them or none. */
static void do_marked(struct app *app, struct view *v, const char *op, const char *remark,
		      const char *theme)
{
	struct themes *t = of(v);
	struct arena a = { .parent = app->arena };
	struct arg *args = arena_array(&a, struct arg, t->marks.n + 2);
	size_t n = 0;

	if (theme)
		args[n++] = (struct arg){ "theme", theme, NULL };
	if (!t->marks.n)
		args[n++] = (struct arg){ "remark", remark, NULL };
	for (size_t i = 0; i < t->marks.n; i++)
		args[n++] = (struct arg){ i ? "also" : "remark",
					  arena_printf(&a, "O-%lld", (long long)t->marks.ids[i]), NULL };
	if (app_do(app, op, args, n))
		t->marks.n = 0;
	arena_free(&a);
}

static void assign_to(struct app *app, struct view *v, const char *theme)
{
	do_marked(app, v, "theme assign", of(v)->subject[REMARKS], theme);
}

static void assign(struct app *app, struct view *v)
{
	pick_theme(app, v, "Into which theme?", NULL, assign_to);
}

static void set_aside(struct app *app, struct view *v)
{
	do_marked(app, v, "theme set-aside", of(v)->refs[REMARKS], NULL);
}

static void mark(struct app *app, struct view *v)
{
	struct themes *t = of(v);

	if (!marks_turn(&t->marks, row_int(&t->remarks, (size_t)t->lists[REMARKS].at, "id")))
		app_say(app, "No more than %d can be marked", MARKS_MAX);
	list_key(&t->lists[REMARKS], K_DOWN);
	themes_selected(t);
}

static void merge_into(struct app *app, struct view *v, const char *theme)
{
	struct themes *t = of(v);

	struct arg args[] = { { "from", t->subject[THEMES], NULL }, { "into", theme, NULL },
			      { "period", t->period, NULL } };

	/* What both became is selected then. */
	if (app_do(app, "theme merge", args, *t->period ? 3 : 2))
		snprintf(t->refs[THEMES], sizeof t->refs[THEMES], "%s", theme);
}

static void merge(struct app *app, struct view *v)
{
	pick_theme(app, v, "Merge it into which theme?", of(v)->refs[THEMES], merge_into);
}

static void move_to(struct app *app, struct view *v, const char *theme)
{
	app_do(app, "theme move", ARGS({ "remark", of(v)->subject[QUOTES], NULL },
				       { "from", of(v)->subject[THEMES], NULL }, { "into", theme, NULL }));
}

static void move_it(struct app *app, struct view *v)
{
	pick_theme(app, v, "Move it into which theme?", of(v)->refs[THEMES], move_to);
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
	app_do(app, "theme code", (struct arg[]){ { "period", of(v)->period, NULL } }, *of(v)->period ? 1 : 0);
}

static void group(struct app *app, struct view *v)
{
	open_groups(app, of(v)->period);
}

static void suggest(struct app *app, struct view *v)
{
	app_do(app, "theme suggest", (struct arg[]){ { "period", of(v)->period, NULL } }, *of(v)->period ? 1 : 0);
}

/* Somebody else's remarks, without where they are; and back. */
static void second_reading(struct app *app, struct view *v)
{
	struct themes *t = of(v);

	t->second = !t->second;
	t->pane = REMARKS;
	t->marks.n = 0;
	list_first(&t->lists[REMARKS]);
	t->refs[REMARKS][0] = '\0';
	v->stale = true;
	app_say(app, t->second ? "Remarks that others have coded and you have not; b: back to those in no theme"
			       : "Remarks in no theme");
}

static void agreement(struct app *app, struct view *v)
{
	const char *period = of(v)->period;

	open_result(app, op_find("theme agreement"), ARGS({ *period ? "period" : "ever", *period ? period : NULL, NULL }));
}

static bool on_suggested(const struct app *app, const struct view *v)
{
	const struct themes *t = (const struct themes *)v;

	return on_quote(app, v) && !strcmp(json_str(t->said[t->lists[QUOTES].at], "by", ""), "suggested");
}

static void accept(struct app *app, struct view *v)
{
	app_do(app, "theme accept", ARGS({ "remark", of(v)->refs[QUOTES], NULL }, { "theme", of(v)->refs[THEMES], NULL }));
}

static void split(struct app *app, struct view *v)
{
	open_op_with(app, op_find("theme split"), NULL,
		     ARGS({ "theme", of(v)->refs[THEMES], NULL }, { "remark", of(v)->refs[QUOTES], NULL }));
}

static void show_theme(struct app *app, struct view *v)
{
	struct themes *t = of(v);

	open_result(app, op_find("theme show"),
		    ARGS({ "theme", t->refs[THEMES], NULL },
			 { *t->period ? "period" : "ever", *t->period ? t->period : NULL, NULL }));
}

/* The write-up that the selected remark, or quote, is of. */
static void show_note(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	struct arena a = { .parent = app->arena };
	size_t at = (size_t)t->lists[t->pane].at;

	open_result(app, op_find("note show"),
		    ARGS({ "note", t->pane == REMARKS ? row_ref(&a, &t->remarks, at, "note")
						      : json_str(t->said[at], "note", ""), NULL }));
	arena_free(&a);
}

/* From the one to work on to each other that is not closed, then to all. */
static void next_period(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	int next = period_next(&t->periods, t->ever ? -1 : period_row(&t->periods, t->period));

	t->ever = next < 0;
	snprintf(t->name, sizeof t->name, "%s", next < 0 ? "" : row_text(&t->periods, (size_t)next, "name"));
	v->stale = true;
	if (t->ever)
		app_say(app, "All periods; a closed report's remarks stay as they are");
	else
		app_say(app, "What was said in %s", t->name);
}

void themes_go(struct app *app, const char *period, bool themes)
{
	struct arena a = { .parent = app->arena };
	struct themes *t;

	period = arena_strdup(&a, period);	/* what it stands in may be read again */
	if (!app_go_to(app, &themes_view)) {
		arena_free(&a);
		return;
	}
	t = of(app_top(app));
	snprintf(t->name, sizeof t->name, "%s", period);
	arena_free(&a);
	t->pane = themes ? THEMES : REMARKS;
	t->ever = false;
	t->v.stale = true;
}

static void share(struct app *app, struct view *v)
{
	open_export(app, v, *of(v)->period ? of(v)->period : NULL);
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

static struct list *list_of(struct view *v)
{
	return &of(v)->lists[of(v)->pane];
}

static void moved(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	struct err err = { 0 };

	themes_selected(t);
	if (t->pane != THEMES)
		return;
	/* Another theme's quotes, from the first on. */
	list_first(&t->lists[QUOTES]);
	t->refs[QUOTES][0] = '\0';
	if (themes_load_said(app, t, &err)) {
		t->n_said = 0;		/* they are another theme's */
		list_set(&t->lists[QUOTES], 0);
		app_say_err(app, &err);
		app_read_again(app, v);
	}
}

static void choose(struct app *app, struct view *v, int item, bool again)
{
	of(v)->pane = (enum pane)(item / PANE_ITEMS);
	view_choose_row(app, v, item % PANE_ITEMS, again);
}

static const char *hint(struct app *app, struct view *v)
{
	struct themes *t = of(v);
	struct arena a = { .parent = app->arena };
	bool wanted = false;

	if (t->pane == REMARKS && t->marks.n)
		return "Enter puts all that are marked into one theme, = sets them aside.";
	if (in_pane(v, THEMES))
		themes_answer(t, &a, t->lists[THEMES].at, &wanted);
	arena_free(&a);
	if (wanted)
		return "!! In front, without an answer: d plans an action, = says why not.";
	return t->pane == QUOTES ? "What may not be quoted is marked x." : NULL;
}

static void leave(struct app *app, struct view *v)
{
	(void)app;
	arena_free(&of(v)->said_in);
}

static const char *selected(const struct view *v)
{
	const struct themes *t = (const struct themes *)v;

	return *t->refs[t->pane] ? t->refs[t->pane] : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Into a theme", "Put the remark, or all that are marked, into a theme", assign, 0, on_remark, "theme assign % THEME" },
	{ K_ENTER, "Open", "All of the theme", show_theme, 0, on_theme, "theme show %" },
	{ K_ENTER, "Open", "All of it: the write-up that it is of", show_note, 0, on_quote, "note show NOTE" },
	{ ' ', "Mark", "Mark it, to do the same with several", mark, 0, on_remark, NULL },
	{ '=', "Set aside", "It, or all that are marked, belong to no theme", set_aside, 0, on_remark, "theme set-aside %" },
	{ 'o', "Open", "All of it: the write-up that it is of", show_note, 0, on_remark, "note show NOTE" },
	{ 'a', "Accept", "It was suggested, and belongs here", accept, 0, on_suggested, "theme accept % THEME" },
	{ 'm', "Move", "Into another theme", move_it, 0, on_quote, "theme move % FROM INTO" },
	{ 'x', "Take out", "It does not belong to this theme", take_out, 0, on_quote, "theme unassign % THEME" },
	{ '-', "Split", "It, and others if you like, into a new theme", split, 0, on_quote, "theme split THEME NAME --remark %" },
	{ '*', "Star", "A good quote, or not so good after all", star, 0, on_quote, "quote star %" },
	{ '!', "Hold back", "Never quote it", hold_back, 0, on_quote, "quote hold-back %" },
	{ 'i', "Why", "Why it is in this theme", why, 0, on_quote, "theme show THEME" },
	{ 'd', "Action", "Something that Marketing will change because of it", new_action, 0, on_theme, "action add TITLE --theme %" },
	{ '=', "We won't", "Say why nothing will change", decline, 0, on_theme, "theme decline % --reason TEXT" },
	{ 'n', "New", "A new theme", new_theme, 0, NULL, "theme add NAME" },
	{ 'e', "Edit", "Its definition, its words, its area", edit, 0, on_theme, "theme edit %" },
	{ '+', "Merge", "All of it into another theme", merge, 0, on_theme, "theme merge % INTO" },
	{ 'x', "Retire", "It is over; u takes it back", retire, 0, on_theme, "theme retire %" },
	{ 'c', "Codebook", "Let the themes' words sort what is in none", code, 0, has_uncoded, "theme code" },
	{ 'g', "Groups", "Group what is in no theme, to make themes of it", group, 0, has_uncoded, "theme discover" },
	{ 'y', "Suggest", "Themes for what is in none, by what people put where", suggest, 0, has_uncoded, "theme suggest" },
	{ 'b', "Second", "Code what others have coded, without seeing where they put it; and back", second_reading, 0, NULL, "note remarks --second" },
	{ 'w', "Alike", "How alike two people code, theme by theme", agreement, 0, NULL, "theme agreement" },
	{ 'v', "View", "This period, each other that is not closed, all of them", next_period, 0, NULL, "note remarks --uncoded --open" },
	{ 's', "Share", "The theme report, as a file", share, 0, NULL, "report themes -o FILE" },
	{ K_TAB, NULL, "The next pane", next_pane, KEY_QUIET, NULL, NULL },
	{ K_BACKTAB, NULL, "The pane before", pane_before, KEY_QUIET, NULL, NULL },
	{ K_RIGHT, NULL, "The next pane", next_pane, KEY_HIDDEN, NULL, NULL },
	{ K_LEFT, NULL, "The pane before", pane_before, KEY_HIDDEN, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type themes_view = {
	.name = "Themes", .keys = keys, .size = sizeof (struct themes), .load = themes_load, .draw = themes_draw,
	.list_of = list_of, .moved = moved, .choose = choose, .hint = hint, .selected = selected, .leave = leave,
};
