/* The picture: tabs above, the views, what was said, the keys below. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "list.h"
#include "replife/utf8.h"
#include "say.h"
#include "screens.h"
#include "who.h"

#define RULES_FROM_ROWS 16	/* fewer: each row counts */
#define SAID_ROWS 4
#define UNDO_CELLS 10
#define LEAST_ROWS 8
#define LEAST_COLS 30
#define UNREAD_ROWS 3
#define UNREAD_COLS 52

static int width(const char *s)
{
	return (int)utf8_width(s, strlen(s));
}

/* ---- tabs ---- */

enum tabs { TABS_ROOMY, TABS_CLOSE, TABS_NUMBERS };	/* with names and the program's; without; numbers */

static const char *tab_text(struct app *app, size_t i, enum tabs how, struct arena *a)
{
	const char *name = app->mains[i]->type->name;

	if (i == app->main_at)
		return app->n_mains > 1 ? arena_printf(a, "[%zu %s]", i + 1, name)
					: arena_printf(a, "[%s]", name);
	if (how == TABS_NUMBERS)
		return arena_printf(a, " %zu ", i + 1);
	return arena_printf(a, how == TABS_ROOMY ? " %zu %s " : i == app->main_at + 1 ? "%zu %s" : " %zu %s",
			    i + 1, name);
}

static int tabs_begin(enum tabs how)
{
	return how == TABS_CLOSE ? 0 : 8;
}

static enum tabs tabs_fit(struct app *app, int cols, struct arena *a)
{
	for (enum tabs how = TABS_ROOMY; how < TABS_NUMBERS; how++) {
		int w = tabs_begin(how);

		for (size_t i = 0; i < app->n_mains; i++)
			w += width(tab_text(app, i, how, a));
		if (w <= cols)
			return how;
	}
	return TABS_NUMBERS;
}

/* "Dana Weber · 2026-H2 · CET", as much of it as fits. */
static void draw_who(struct app *app, struct canvas *c, int from, struct arena *a)
{
	const char *zone = app->clock == CLOCK_REP ? "rep's time"
						   : zone_abbrev(app->zone, app->now_s);
	const char *all[] = {
		app->period ? arena_printf(a, "%s \xC2\xB7 %s \xC2\xB7 %s", app->name, app->period, zone)
			    : NULL,
		arena_printf(a, "%s \xC2\xB7 %s", app->name, zone),
		app->period ? arena_printf(a, "%s \xC2\xB7 %s", app->period, zone) : NULL, zone
	};
	bool away = session_away(app->session);

	if (away) {
		all[0] = arena_printf(a, "no server since %s",
				      tell_clock(app, a, app->away_s ? app->away_s : app->now_s));
		all[1] = all[2] = all[3] = "no server";
	}

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] && width(all[i]) + from + 2 <= c->cols) {
			put_right(c, canvas_all(c), 0, from, c->cols - from, away ? STYLE_WARN : STYLE_DIM, all[i]);
			return;
		}
}

static void draw_tabs(struct app *app, struct canvas *c, struct arena *a)
{
	struct box all = canvas_all(c);
	enum tabs how = tabs_fit(app, c->cols, a);
	int col = tabs_begin(how);

	if (col)
		put(c, all, 0, 0, 0, STYLE_STRONG, "replife");
	for (size_t i = 0; i < app->n_mains; i++) {
		const char *text = tab_text(app, i, how, a);
		int w = put(c, all, 0, col, 0, i == app->main_at ? STYLE_TAB : STYLE_PLAIN, text);

		hot(c, box_part(all, 0, col, 1, w), HOT_KEY, '1' + (int)i);
		col += w;
	}
	draw_who(app, c, col, a);
}

/* ---- the keys ---- */

struct bar {
	struct canvas *c;
	int row, col;
};

static int key_width(const struct key *k)
{
	return width(key_name(k->code)) + 1 + width(k->label);
}

static void put_key(struct bar *b, const struct key *k)
{
	struct box all = canvas_all(b->c);
	int from = b->col;

	b->col += put(b->c, all, b->row, b->col, 0, STYLE_KEY, key_name(k->code)) + 1;
	b->col += put(b->c, all, b->row, b->col, 0, STYLE_PLAIN, k->label);
	hot(b->c, box_part(all, b->row, from, 1, b->col - from), HOT_KEY, k->code);
	b->col += 2;
}

/* The first row of its table that answers to its key, and is shown. */
static bool in_bar(const struct app *app, const struct view *v, const struct key *table,
		   const struct key *k, bool keep)
{
	return k->label && !(k->flags & (KEY_QUIET | KEY_HIDDEN)) &&
	       !!(k->flags & KEY_KEEP) == keep && key_works(app, v, table, k);
}

/* Does the view answer to the key itself, or take letters as text? */
static bool shadowed(const struct app *app, const struct view *v, const struct key *k)
{
	return key_find(app, v, v->type->keys, k->code) ||
	       (view_typing(v) && k->code > ' ' && k->code < 127);
}

/* As many as leave room for those that stay. */
static void put_keys(struct app *app, struct view *v, struct bar *b, const struct key *keys, int right)
{
	for (const struct key *k = keys; k && k->code; k++)
		if (in_bar(app, v, keys, k, false) && b->col + key_width(k) + right <= b->c->cols)
			put_key(b, k);
}

static void draw_bar(struct app *app, struct canvas *c, struct view *v)
{
	static const struct key help = { K_F1, "Help", NULL, NULL, KEY_KEEP, NULL, NULL };
	struct bar b = { c, c->rows - 1, 0 };
	const struct key *kept[8];
	size_t n_kept = 0;
	int right = 0;

	for (const struct key *k = app_keys; k->code; k++)
		if (in_bar(app, v, app_keys, k, true)) {
			bool hidden = shadowed(app, v, k);

			if (hidden && k->code != '?')
				continue;
			kept[n_kept++] = hidden ? &help : k;
		}
	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (in_bar(app, v, v->type->keys, k, true) && n_kept < 8)
			kept[n_kept++] = k;
	for (size_t i = 0; i < n_kept; i++)
		right += key_width(kept[i]) + 2;
	put_keys(app, v, &b, v->type->keys, right);
	if (v->type->form)
		put_keys(app, v, &b, form_keys, right);
	b.col = c->cols - right + 2;
	if (b.col < 0)
		b.col = 0;
	for (size_t i = 0; i < n_kept; i++)
		put_key(&b, kept[i]);
}

/* ---- the line above them ---- */

/* What is said may be taken back with one key. */
static void put_undo(struct canvas *c, int row, int col)
{
	struct box all = canvas_all(c);

	put(c, all, row, col, 0, STYLE_KEY, "u");
	put(c, all, row, col + 1, 0, STYLE_PLAIN, " Undo");
	hot(c, box_part(all, row, col, 1, 6), HOT_KEY, 'u');
}

/* One row, or as many as the words take: a refusal says what to do, and a
 * question is read to its end. */
struct line {
	const char *text;	/* NULL: nothing is said */
	enum style style;
	int rows, cols;
	int end;		/* cells of its last row */
};

static struct line line_above(struct app *app, const struct canvas *c, struct view *v, struct arena *a)
{
	const char *away = away_notice(app, a);
	const char *text = app->said ? app->said : away ? away : view_hint(app, v);
	struct line l = { .style = app->said ? app->said_bad ? STYLE_WARN : STYLE_GOOD : away ? STYLE_WARN : STYLE_PLAIN,
			  .rows = 1, .cols = app->said && app->undo ? c->cols - UNDO_CELLS : c->cols };
	int most = c->rows >= RULES_FROM_ROWS ? SAID_ROWS : 2, all;

	if (!text)
		return l;
	l.text = tell_here(a, text);
	all = wrapped_rows(l.text, l.cols, &l.end);
	while (l.rows < most && l.rows < c->rows - 3 && all > l.rows)
		l.rows++;
	return l;
}

static void draw_said(struct app *app, struct canvas *c, const struct line *l)
{
	struct box all = canvas_all(c);

	if (!l->text)
		return;
	fill(c, box_part(all, c->rows - 1 - l->rows, 0, l->rows, c->cols), STYLE_PLAIN);
	put_wrapped_text(c, box_part(all, 0, 0, all.rows, l->cols), c->rows - 1 - l->rows, l->rows, l->style, l->text);
	if (app->said && app->undo)
		put_undo(c, c->rows - 2, l->rows == 1 ? l->end + 2 : l->cols + 2);
}

/* In the rule below a list: that there is more than is shown. */
static void draw_more(struct canvas *c, struct view *v, bool rules)
{
	const struct list *l = view_is_unread(v) ? NULL : view_list(v);
	int above = l ? l->top : 0, below = l ? l->n - l->top - l->shown : 0;
	char text[64];

	if (!l || l->shown <= 0 || c->plain || !rules || (above <= 0 && below <= 0))
		return;
	if (below > 0)
		snprintf(text, sizeof text, " \xE2\x86\x93 %d more below ", below);
	else
		snprintf(text, sizeof text, " \xE2\x86\x91 %d more above ", above);
	put_right(c, canvas_all(c), c->rows - 3, 0, c->cols - 1, STYLE_DIM, text);
}

/* ---- all of it ---- */

static void draw_too_small(struct app *app)
{
	struct canvas *c = &app->canvas;
	struct box all = canvas_all(c);

	put(c, all, 0, 0, 0, STYLE_PLAIN, "replife needs 30 x 8");
	putf(c, all, 1, 0, STYLE_PLAIN, "This is %d x %d.", c->cols, c->rows);
	put(c, all, 2, 0, 0, STYLE_PLAIN, "q quits.");
	cursor_at(c, all, 0, 0);
}

/* Of one that could not be read yet there is nothing but that. */
static void draw_view(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	const char *why = session_away(app->session)
		? "This cannot be read before the server answers again. F5 tries it at once."
		: "This cannot be read now. F5 tries again; what others do in the store may take a moment.";

	if (!view_is_unread(v)) {
		v->type->draw(app, v, c, a);
		return;
	}
	a = v->type->dialog ? dialog_frame(c, a, UNREAD_ROWS, UNREAD_COLS, v->type->name)
			    : box_part(a, 1, 2, a.rows - 1, a.cols - 4);
	put_wrapped_text(c, a, 0, UNREAD_ROWS, STYLE_WARN, why);
	cursor_at(c, a, 0, 0);
}

/* Only the uppermost view; the rest is the driver's to say. */
static void draw_plain(struct app *app, struct canvas *c)
{
	struct view *v = app_top(app);

	app_fresh_period(app);
	app_fresh(app, v);
	c->cursor_row = c->cursor_col = -1;
	draw_view(app, v, c, canvas_all(c));
}

/* The views' part. What is said takes the rule below it, and where it is longer no part
 * of a view lies beneath it; on few rows it covers one. */
static struct box body_of(struct app *app, const struct canvas *c, bool rules, struct arena *a)
{
	struct box all = canvas_all(c);
	int said = line_above(app, c, app_top(app), a).rows;

	if (!rules)
		return box_part(all, 1, 0, c->rows - 3, c->cols);
	return box_part(all, 2, 0, c->rows - (said > 2 ? said + 3 : 5), c->cols);
}

static void draw(struct app *app)
{
	struct canvas *c = &app->canvas;
	struct arena a = { .parent = app->arena };
	bool rules = c->rows >= RULES_FROM_ROWS;
	size_t from = app_lowest(app);
	struct line said;
	struct box body;

	canvas_clear(c);
	app->in_use = false;
	if (app->plain) {
		draw_plain(app, c);
		return;
	}
	if (c->rows < LEAST_ROWS || c->cols < LEAST_COLS) {
		draw_too_small(app);
		return;
	}
	app_fresh_period(app);
	draw_tabs(app, c, &a);
	if (rules) {
		rule_across(c, canvas_all(c), 1);
		rule_across(c, canvas_all(c), c->rows - 3);
	}
	for (size_t i = from; i < app->n_views; i++)
		app_fresh(app, app->views[i]);
	body = body_of(app, c, rules, &a);
	for (size_t i = from; i < app->n_views; i++) {
		struct view *v = app->views[i];

		if (i + 1 == app->n_views && v->type->dialog)
			c->n_hots = 0;		/* what lies beneath cannot be clicked */
		c->cursor_row = c->cursor_col = -1;
		draw_view(app, v, c, body);
	}
	draw_more(c, app_top(app), rules);
	said = line_above(app, c, app_top(app), &a);
	draw_said(app, c, &said);
	draw_bar(app, c, app_top(app));
	arena_free(&a);
}

/* What a picture shows is of one moment. */
void app_draw(struct app *app)
{
	session_hold(app->session);
	draw(app);
	session_release(app->session);
}
