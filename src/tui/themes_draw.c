/* The workbench's picture: three panes, two, or one, as there is room. */
#include <string.h>

#include "say.h"
#include "chart.h"
#include "themes.h"

#define THREE 96
#define TWO 72
#define REMARK_ROWS 3

/* ---- remarks in no theme ---- */

static void draw_remark(struct app *app, struct themes *t, struct canvas *c, struct box a, int i,
			struct arena *m)
{
	const struct reply *r = &t->remarks;
	bool on = i == t->lists[REMARKS].at, marked = themes_marked(t, row_int(r, (size_t)i, "id"));
	const char *rep = row_text(r, (size_t)i, "rep_name");

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 1, 1, STYLE_WARN, marked ? "*" : " ");
	put(c, a, 0, 2, 0, on && t->pane == REMARKS ? STYLE_SELECTED : STYLE_DIM,
	    arena_printf(m, "%s %s%s%s, %s", row_ref(m, r, (size_t)i, "id"), rep, *rep ? ", " : "",
			 row_text(r, (size_t)i, "area"),
			 tell_day(app, m, day_of(app->zone, row_int(r, (size_t)i, "said")))));
	put_wrapped_text(c, box_part(a, 1, 2, 2, a.cols - 2), 0, 2, STYLE_PLAIN,
			 row_text(r, (size_t)i, "text"));
	if (on && t->pane == REMARKS)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, REMARKS * 1000000 + i);
}

static void draw_remarks(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	int n = (int)t->remarks.n_rows, rows = app->plain ? n : (a.rows - 1) / REMARK_ROWS;

	put(c, a, 0, 0, 0, t->pane == REMARKS ? STYLE_TAB : STYLE_HEAD,
	    arena_printf(m, "Remarks in no theme  %d%s", n, t->remarks.next ? "+" : ""));
	if (!n) {
		put_wrapped_text(c, a, 2, 3, STYLE_GOOD, "Every remark is in a theme or set aside.");
		if (t->pane == REMARKS)
			cursor_at(c, a, 2, 0);
	}
	list_fit(&t->lists[REMARKS], rows);
	for (int i = 0, at = t->lists[REMARKS].top; i < rows && at < n; i++, at++)
		draw_remark(app, t, c, box_part(a, 1 + i * REMARK_ROWS, 0, REMARK_ROWS, a.cols), at, m);
}

/* ---- themes ---- */

static const char *short_area(const char *area)
{
	return *area == 'i' ? "info" : *area == 'a' ? "alert" : *area == 'c' ? "camp" : "other";
}

static void draw_theme(struct themes *t, struct canvas *c, struct box a, int i, int64_t most,
		       struct arena *m)
{
	const struct reply *r = &t->themes;
	bool on = i == t->lists[THEMES].at;
	int64_t n = row_int(r, (size_t)i, "observations");
	const char *state = row_text(r, (size_t)i, "state");
	int room = a.cols - 2 - 14;

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, room, STYLE_PLAIN, strcmp(state, "proposed") ? row_text(r, (size_t)i, "name")
	    : arena_printf(m, "? %s", row_text(r, (size_t)i, "name")));
	put(c, a, 0, 2 + room + 1, 5, STYLE_DIM, short_area(row_text(r, (size_t)i, "area")));
	put_right(c, a, 0, 2 + room + 6, 4, STYLE_STRONG, arena_printf(m, "%lld", (long long)n));
	spark(c, a, 0, 2 + room + 11, &n, 1, most);
	if (on) {
		restyle(c, a, t->pane == THEMES ? STYLE_SELECTED : STYLE_SELECTED_DIM);
		if (t->pane == THEMES)
			cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, THEMES * 1000000 + i);
}

static void draw_themes(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	int n = (int)t->themes.n_rows, rows = app->plain ? n : a.rows - 1;
	int64_t most = 1;

	for (int i = 0; i < n; i++)
		if (row_int(&t->themes, (size_t)i, "observations") > most)
			most = row_int(&t->themes, (size_t)i, "observations");
	put(c, a, 0, 0, 0, t->pane == THEMES ? STYLE_TAB : STYLE_HEAD,
	    arena_printf(m, "Themes  %d   remarks in %s", n, t->period));
	if (!n)
		put_wrapped_text(c, a, 2, 3, STYLE_PLAIN, "No theme yet: n makes one.");
	list_fit(&t->lists[THEMES], rows);
	for (int i = 0, at = t->lists[THEMES].top; i < rows && at < n; i++, at++)
		draw_theme(t, c, box_part(a, 1 + i, 0, 1, a.cols), at, most, m);
	if (t->pane == THEMES && !n)
		cursor_at(c, a, 2, 0);
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
			 !strcmp(whose, "own") ? "" : whose, json_str(q, "by", "person")));
	put_wrapped_text(c, box_part(a, 1, 4, 2, a.cols - 4), 0, 2, STYLE_PLAIN, json_str(q, "text", ""));
	if (on && t->pane == QUOTES)
		cursor_at(c, a, 0, 0);
	hot(c, a, HOT_ITEM, QUOTES * 1000000 + i);
}

static void draw_quotes(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	int at = t->lists[THEMES].at, rows = app->plain ? t->n_said : (a.rows - 3) / REMARK_ROWS;
	const struct reply *r = &t->themes;

	put(c, a, 0, 0, 0, t->pane == QUOTES ? STYLE_TAB : STYLE_HEAD,
	    at < 0 ? "Said in it" : row_text(r, (size_t)at, "name"));
	if (at >= 0)
		put(c, a, 1, 0, 0, STYLE_DIM,
		    arena_printf(m, "%s, %s, %s",
				 plural(m, row_int(r, (size_t)at, "observations"), "remark", "remarks"),
				 plural(m, row_int(r, (size_t)at, "reps"), "rep", "reps"),
				 plural(m, row_int(r, (size_t)at, "marketers"), "marketer", "marketers")));
	if (!t->n_said && at >= 0)
		put(c, a, 3, 0, 0, STYLE_PLAIN, "Nothing was said in it in this period.");
	list_fit(&t->lists[QUOTES], rows);
	for (int i = 0, k = t->lists[QUOTES].top; i < rows && k < t->n_said; i++, k++)
		draw_quote(t, c, box_part(a, 3 + i * REMARK_ROWS, 0, REMARK_ROWS, a.cols), k, m);
	if (t->pane == QUOTES && !t->n_said)
		cursor_at(c, a, 3, 0);
}

/* ---- layouts ---- */

static void draw_one(struct app *app, struct themes *t, struct canvas *c, struct box a, struct arena *m)
{
	switch (t->pane) {
	case REMARKS: draw_remarks(app, t, c, a, m); break;
	case THEMES: draw_themes(app, t, c, a, m); break;
	case QUOTES:
	case PANES: draw_quotes(app, t, c, a, m); break;
	}
}

void themes_draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct themes *t = (struct themes *)v;
	struct arena m = { .parent = app->arena };
	int third = a.cols / 3;

	if (a.cols >= THREE && !app->plain) {
		draw_remarks(app, t, c, box_part(a, 0, 0, a.rows, third - 3), &m);
		rule_down(c, a, third - 2);
		draw_themes(app, t, c, box_part(a, 0, third, a.rows, third + 7), &m);
		rule_down(c, a, 2 * third + 8);
		draw_quotes(app, t, c, box_part(a, 0, 2 * third + 10, a.rows, a.cols - 2 * third - 10), &m);
	} else if (a.cols >= TWO && !app->plain) {
		int half = a.cols / 2;
		struct box left = box_part(a, 0, 0, a.rows, half - 1);
		struct box right = box_part(a, 0, half + 2, a.rows, a.cols - half - 2);

		rule_down(c, a, half);
		if (t->pane == REMARKS) {
			draw_remarks(app, t, c, left, &m);
			draw_themes(app, t, c, right, &m);
		} else {
			draw_themes(app, t, c, left, &m);
			draw_quotes(app, t, c, right, &m);
		}
	} else {
		if (a.cols >= 44)
			put_right(c, a, 0, a.cols - 10, 10, STYLE_DIM, "Tab: next");
		draw_one(app, t, c, box_part(a, 0, 0, a.rows, a.cols - (a.rows > 1 ? 0 : 10)), &m);
	}
	arena_free(&m);
}
