/* The workbench's picture: three panes, two, or one, as there is room. */
#include <string.h>

#include "say.h"
#include "themes.h"

#define THREE 96
#define TWO 72
#define TEXT_ROWS 2		/* of a remark in its list */
#define WHOLE_FROM 16		/* rows of a pane that has room for all of the selected text */
#define WHOLE_ROWS 8
#define ONE_ROW 54		/* cells of a theme's name, area, count and answer in one row */

static struct box below(struct box a, int rows)
{
	return box_part(a, rows, 0, a.rows - rows, a.cols);
}

/* ---- all of the selected text ---- */

/* Over a rule at the pane's end, where there is room and the list does not hold
 * all of it anyway. What is left of the pane. */
static struct box draw_whole(struct canvas *c, struct box a, const char *text, int indent)
{
	int end, rows = wrapped_rows(text, a.cols, &end);

	if (a.rows < WHOLE_FROM || c->plain || wrapped_rows(text, a.cols - indent, &end) <= TEXT_ROWS)
		return a;
	rows = rows > WHOLE_ROWS ? WHOLE_ROWS : rows;
	rule_across(c, box_part(a, a.rows - rows - 1, 0, 1, a.cols), 0);
	put_wrapped_text(c, a, a.rows - rows, rows, STYLE_PLAIN, text);
	return box_part(a, 0, 0, a.rows - rows - 1, a.cols);
}

/* ---- remarks in no theme ---- */

static void draw_remark(struct app *app, struct themes *t, struct canvas *c, struct box a, int i,
			struct arena *m)
{
	const struct reply *r = &t->remarks;
	bool on = i == t->lists[REMARKS].at, marked = marks_has(&t->marks, row_int(r, (size_t)i, "id"));
	const char *rep = row_text(r, (size_t)i, "rep_name");

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 1, 1, STYLE_WARN, marked ? "*" : " ");
	put(c, a, 0, 2, 0, on && t->pane == REMARKS ? STYLE_SELECTED : STYLE_DIM,
	    arena_printf(m, "%s %s%s%s, %s", row_ref(m, r, (size_t)i, "id"), rep, *rep ? ", " : "",
			 row_text(r, (size_t)i, "area"),
			 tell_day(app, m, day_of(app->zone, row_int(r, (size_t)i, "said")))));
	put_wrapped_text(c, box_part(a, 1, 2, TEXT_ROWS, a.cols - 2), 0, TEXT_ROWS, STYLE_PLAIN,
			 row_text(r, (size_t)i, "text"));
	if (on && t->pane == REMARKS)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, REMARKS * PANE_ITEMS + i);
}

static const char *remarks_title(const struct themes *t, struct arena *m)
{
	const char *count = arena_printf(m, "%zu%s", t->remarks.n_rows, t->remarks.next ? "+" : "");

	if (t->second)
		return arena_printf(m, "For a second reading  %s%s", count, !t->marks.n ? "" :
				    arena_printf(m, ", %zu marked", t->marks.n));
	return t->marks.n ? arena_printf(m, "In no theme  %s, %zu marked", count, t->marks.n)
			  : arena_printf(m, "Remarks in no theme  %s", count);
}

static void draw_remarks(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	struct list *l = &t->lists[REMARKS];
	struct box body = below(a, 1);
	int rows;

	put(c, a, 0, 0, 0, t->pane == REMARKS ? STYLE_TAB : STYLE_HEAD, remarks_title(t, m));
	if (!l->n) {
		put_wrapped_text(c, a, 2, 3, STYLE_GOOD, t->second ?
				 "You have read all that others have coded here. b: back to what is in no theme." :
				 arena_printf(m, "Every remark of %s is in a theme or set aside.", *t->period
					      ? t->period : "the periods that are not closed"));
		if (t->pane == REMARKS)
			cursor_at(c, a, 2, 0);
		return;
	}
	body = draw_whole(c, body, row_text(&t->remarks, (size_t)l->at, "text"), 2);
	rows = app->plain ? l->n : body.rows / (1 + TEXT_ROWS);
	list_fit(l, rows);
	for (int i = 0, at = l->top; i < rows && at < l->n; i++, at++)
		draw_remark(app, t, c, box_part(body, i * (1 + TEXT_ROWS), 0, 1 + TEXT_ROWS, a.cols), at, m);
}

/* ---- themes ---- */

static const char *short_area(const char *area)
{
	return *area == 'i' ? "info" : *area == 'a' ? "alert" : *area == 'c' ? "camp" : "other";
}

/* How the rows of the list are laid out: a name takes what it needs. */
struct columns {
	const struct themes *t;
	struct arena *m;
	int name, answer;		/* cells; answer 0: in the row below the count */
};

/* As the list sets it in beneath what it is part of. */
static int theme_indent(const struct columns *k, int i)
{
	int in = (int)strspn(row_text(&k->t->themes, (size_t)i, "name_said"), " ");

	return in < k->name / 2 ? in : k->name / 2;
}

static const char *theme_name(const struct columns *k, int i)
{
	const char *name = row_text(&k->t->themes, (size_t)i, "name");

	return strcmp(row_text(&k->t->themes, (size_t)i, "state"), "proposed") ? name
		: arena_printf(k->m, "? %s", name);
}

static int theme_rows(const void *ctx, int i)
{
	const struct columns *k = ctx;
	int end, rows = wrapped_rows(theme_name(k, i), k->name - theme_indent(k, i), &end);
	bool wanted, answered = *themes_answer(k->t, k->m, i, &wanted);

	return rows < 2 && !k->answer && (answered || wanted) ? 2 : rows < 1 ? 1 : rows;
}

static struct columns columns_of(const struct themes *t, int cols, struct arena *m)
{
	struct columns k = { .t = t, .m = m, .answer = cols < ONE_ROW ? 0 : 7 };

	k.name = cols - 2 - 10 - (k.answer ? k.answer + 1 : 0);
	return k;
}

static void draw_theme(const struct columns *k, struct canvas *c, struct box a, int i)
{
	const struct themes *t = k->t;
	const struct reply *r = &t->themes;
	bool on = i == t->lists[THEMES].at, wanted;
	const char *answer = themes_answer(t, k->m, i, &wanted);
	int at = 2 + k->name, in = theme_indent(k, i);

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put_wrapped_text(c, box_part(a, 0, 2 + in, a.rows, k->name - in), 0, a.rows, STYLE_PLAIN, theme_name(k, i));
	put(c, a, 0, at + 1, 5, STYLE_DIM, short_area(row_text(r, (size_t)i, "area")));
	put_right(c, a, 0, at + 6, 4, STYLE_STRONG,
		  arena_printf(k->m, "%lld", (long long)row_int(r, (size_t)i, "observations")));
	if (wanted)
		answer = "!!";
	if (k->answer)
		put(c, a, 0, at + 11, k->answer, wanted ? STYLE_WARN : STYLE_PLAIN, answer);
	else
		put_right(c, a, 1, at + 1, 9, wanted ? STYLE_WARN : STYLE_PLAIN, answer);
	if (on) {
		restyle(c, a, t->pane == THEMES ? STYLE_SELECTED : STYLE_SELECTED_DIM);
		if (t->pane == THEMES)
			cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, THEMES * PANE_ITEMS + i);
}

static void draw_themes(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	struct columns k = columns_of(t, a.cols, m);
	struct list *l = &t->lists[THEMES];
	int row = 0;

	(void)app;
	put(c, a, 0, 0, 0, t->pane == THEMES ? STYLE_TAB : STYLE_HEAD, arena_printf(m, "Themes  %d", l->n));
	if (l->n && a.cols > 24)
		put_right(c, a, 0, k.name, 12, STYLE_DIM, "remarks");
	if (l->n && k.answer)
		put(c, a, 0, k.name + 13, k.answer, STYLE_DIM, "answer");
	if (!l->n) {
		put_wrapped_text(c, a, 2, 3, STYLE_PLAIN, "No theme yet: n makes one.");
		if (t->pane == THEMES)
			cursor_at(c, a, 2, 0);
	}
	a = below(a, 1);
	list_fit_rows(l, a.rows, theme_rows, &k);
	for (int i = l->top; i < l->top + l->shown; i++) {
		int rows = theme_rows(&k, i);

		draw_theme(&k, c, box_part(a, row, 0, rows, a.cols), i);
		row += rows;
	}
}

/* ---- quotes ---- */

static const char *quote_sign(const struct json *q)
{
	if (json_bool(q, "held_back", false) || !json_bool(q, "may_quote", false))
		return "x";
	return json_bool(q, "starred", false) ? "\xE2\x98\x85" : "\xE2\x98\x86";
}

static void draw_quote(struct themes *t, struct canvas *c, struct box a, int i, struct arena *m)
{
	const struct json *q = t->said[i];
	bool on = i == t->lists[QUOTES].at;
	const char *whose = json_str(q, "words_of", "own");

	put(c, a, 0, 0, 1, STYLE_STRONG, on && t->pane == QUOTES ? ">" : " ");
	put(c, a, 0, 2, 1, *quote_sign(q) == 'x' ? STYLE_WARN : STYLE_GOOD, quote_sign(q));
	put(c, a, 0, 4, 0, on && t->pane == QUOTES ? STYLE_SELECTED : STYLE_DIM,
	    arena_printf(m, "%s%s%s, by %s", json_str(q, "id", ""), strcmp(whose, "own") ? ", the " : "",
			 !strcmp(whose, "own") ? "" : whose, json_str(q, "coder", json_str(q, "by", "person"))));
	put_wrapped_text(c, box_part(a, 1, 4, TEXT_ROWS, a.cols - 4), 0, TEXT_ROWS, STYLE_PLAIN,
			 json_str(q, "text", ""));
	if (on && t->pane == QUOTES)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, QUOTES * PANE_ITEMS + i);
}

/* The theme's name, and how much was said by how many. The rows used. */
static int draw_quotes_head(struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	const struct reply *r = &t->themes;
	size_t at = (size_t)t->lists[THEMES].at;
	enum style s = t->pane == QUOTES ? STYLE_TAB : STYLE_HEAD;
	int row;

	if (t->lists[THEMES].at < 0)
		return put_wrapped_text(c, a, 0, 1, s, "Said in it");
	row = put_wrapped_text(c, a, 0, 2, s, row_text(r, at, "name"));
	return row + put_wrapped_text(c, a, row, 2, STYLE_DIM,
			arena_printf(m, "%s, %s, %s",
				plural(m, row_int(r, at, "observations"), "remark", "remarks"),
				plural(m, row_int(r, at, "reps"), "rep", "reps"),
				plural(m, row_int(r, at, "marketers"), "marketer", "marketers")));
}

static void draw_quotes(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	struct list *l = &t->lists[QUOTES];
	struct box body = below(a, draw_quotes_head(t, c, a, m));
	int rows;

	if (!l->n) {
		put_wrapped_text(c, body, 1, 2, STYLE_PLAIN, t->lists[THEMES].at < 0 ? "" :
				 *t->period ? arena_printf(m, "Nothing was said in it in %s.", t->period)
				 : "Nothing was ever said in it.");
		if (t->pane == QUOTES)
			cursor_at(c, body, 1, 0);
		return;
	}
	if (t->pane == QUOTES)
		body = draw_whole(c, body, json_str(t->said[l->at], "text", ""), 4);
	rows = app->plain ? l->n : body.rows / (1 + TEXT_ROWS);
	list_fit(l, rows);
	for (int i = 0, k = l->top; i < rows && k < l->n; i++, k++)
		draw_quote(t, c, box_part(body, i * (1 + TEXT_ROWS), 0, 1 + TEXT_ROWS, a.cols), k, m);
}

/* ---- layouts ---- */

static void draw_pane(struct app *app, struct themes *t, enum pane pane, struct canvas *c, struct box a,
		      struct arena *m)
{
	switch (pane) {
	case REMARKS: draw_remarks(app, t, c, a, m); break;
	case THEMES: draw_themes(app, t, c, a, m); break;
	case QUOTES:
	case PANES: draw_quotes(app, t, c, a, m); break;
	}
}

/* Panes beside each other, `cells` of them; the last takes the rest. */
static void draw_panes(struct app *app, struct themes *t, enum pane first, const int *cells, int n,
		       struct canvas *c, struct box a, struct arena *m)
{
	int col = 0;

	for (int i = 0; i < n; i++) {
		int cols = i < n - 1 ? cells[i] : a.cols - col;

		draw_pane(app, t, first + (enum pane)i, c, box_part(a, 0, col, a.rows, cols), m);
		col += cols + 3;
		if (i < n - 1)
			rule_down(c, a, col - 2);
	}
}

static void draw_head(struct themes *t, struct canvas *c, struct box a, bool one, struct arena *m)
{
	int used = put(c, a, 0, 0, 0, STYLE_STRONG, !*t->period ? "All periods"
		       : arena_printf(m, "%s, %s", t->period, t->period_said));

	if (one && !c->plain && a.cols - used > 11)
		put_right(c, a, 0, a.cols - 10, 10, STYLE_DIM, "Tab: next");
}

void themes_draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct themes *t = (struct themes *)v;
	struct arena m = { .parent = app->arena };
	struct box body = below(a, 1);
	bool one = a.cols < TWO || app->plain;

	draw_head(t, c, a, one, &m);
	if (one)
		draw_pane(app, t, t->pane, c, body, &m);
	else if (a.cols >= THREE)
		draw_panes(app, t, REMARKS, (int[]){ a.cols * 29 / 100, a.cols * 36 / 100 }, 3, c, body, &m);
	else
		draw_panes(app, t, t->pane == REMARKS ? REMARKS : THEMES,
			   (int[]){ t->pane == REMARKS ? a.cols * 45 / 100 : a.cols * 52 / 100 }, 2, c, body, &m);
	arena_free(&m);
}
