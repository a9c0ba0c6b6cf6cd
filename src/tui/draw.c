/* The picture: tabs above, the views, what was said, the keys below. */
#include <stdio.h>
#include <string.h>

#include "replife/utf8.h"
#include "say.h"
#include "screens.h"

#define RULES_FROM_ROWS 16	/* fewer: each row counts */
#define LEAST_ROWS 8
#define LEAST_COLS 30

static int width(const char *s)
{
	return (int)utf8_width(s, strlen(s));
}

/* ---- tabs ---- */

static const char *tab_text(struct app *app, size_t i, bool names, struct arena *a)
{
	const char *name = app->mains[i]->type->name;

	if (i == app->main_at)
		return app->n_mains > 1 ? arena_printf(a, "[%zu %s]", i + 1, name)
					: arena_printf(a, "[%s]", name);
	return names ? arena_printf(a, " %zu %s ", i + 1, name) : arena_printf(a, " %zu ", i + 1);
}

static int tabs_width(struct app *app, bool names, struct arena *a)
{
	int w = 8;

	for (size_t i = 0; i < app->n_mains; i++)
		w += width(tab_text(app, i, names, a));
	return w;
}

/* "Dana Weber · 2026-H2 · CET", as much of it as fits. */
static void draw_who(struct app *app, struct canvas *c, int from, struct arena *a)
{
	const char *zone = app->clock == CLOCK_REP ? "rep's time"
						   : zone_abbrev(app->zone, app->now_s);
	const char *all[] = {
		app->period ? arena_printf(a, "%s \xC2\xB7 %s \xC2\xB7 %s", app->name, app->period, zone)
			    : NULL,
		arena_printf(a, "%s \xC2\xB7 %s", app->name, zone), zone, NULL
	};

	for (size_t i = 0; i < 3; i++)
		if (all[i] && width(all[i]) + from + 2 <= c->cols) {
			put_right(c, canvas_all(c), 0, from, c->cols - from, STYLE_DIM, all[i]);
			return;
		}
}

static void draw_tabs(struct app *app, struct canvas *c, struct arena *a)
{
	struct box all = canvas_all(c);
	bool names = tabs_width(app, true, a) <= c->cols;
	int col = 8;

	put(c, all, 0, 0, 0, STYLE_STRONG, "replife");
	for (size_t i = 0; i < app->n_mains; i++) {
		const char *text = tab_text(app, i, names, a);
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

static bool in_bar(const struct app *app, const struct view *v, const struct key *k, bool keep)
{
	return k->label && !(k->flags & (KEY_QUIET | KEY_HIDDEN)) &&
	       !!(k->flags & KEY_KEEP) == keep && (!k->can || k->can(app, v));
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
		if (in_bar(app, v, k, false) && b->col + key_width(k) + right <= b->c->cols)
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
		if (in_bar(app, v, k, true)) {
			bool hidden = shadowed(app, v, k);

			if (hidden && k->code != '?')
				continue;
			kept[n_kept++] = hidden ? &help : k;
		}
	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (in_bar(app, v, k, true) && n_kept < 8)
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

static void draw_said(struct app *app, struct canvas *c, struct view *v)
{
	struct box all = canvas_all(c);
	const char *text = app->said;
	enum style s = app->said_bad ? STYLE_WARN : STYLE_GOOD;
	int row = c->rows - 2, used;

	if (!text) {
		text = view_hint(app, v);
		s = STYLE_PLAIN;
	}
	if (!text)
		return;
	if (app->said && app->undo && width(text) + 10 <= c->cols) {
		used = put(c, all, row, 0, c->cols - 10, s, text) + 2;
		used += put(c, all, row, used, 0, STYLE_KEY, "u");
		put(c, all, row, used, 0, STYLE_PLAIN, " Undo");
		hot(c, box_part(all, row, used - 1, 1, 6), HOT_KEY, 'u');
		return;
	}
	/* A refusal says what to do: it may take a second row. */
	if (app->said && width(text) > c->cols) {
		fill(c, box_part(all, row - 1, 0, 2, c->cols), STYLE_PLAIN);
		put_wrapped_text(c, all, row - 1, 2, s, text);
		return;
	}
	put(c, all, row, 0, 0, s, text);
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

/* Only the uppermost view; the rest is the driver's to say. */
static void draw_plain(struct app *app, struct canvas *c)
{
	struct view *v = app_top(app);

	app_fresh_period(app);
	app_fresh(app, v);
	c->cursor_row = c->cursor_col = -1;
	v->type->draw(app, v, c, canvas_all(c));
}

void app_draw(struct app *app)
{
	struct canvas *c = &app->canvas;
	struct arena a = { .parent = app->arena };
	bool rules = c->rows >= RULES_FROM_ROWS;
	struct box body = box_part(canvas_all(c), rules ? 2 : 1, 0, c->rows - (rules ? 5 : 3), c->cols);
	size_t from = app->n_views - 1;

	canvas_clear(c);
	if (app->plain) {
		draw_plain(app, c);
		return;
	}
	if (c->rows < LEAST_ROWS || c->cols < LEAST_COLS) {
		draw_too_small(app);
		return;
	}
	app_fresh_period(app);
	while (from > 0 && app->views[from]->type->dialog)
		from--;
	draw_tabs(app, c, &a);
	if (rules) {
		rule_across(c, canvas_all(c), 1);
		rule_across(c, canvas_all(c), c->rows - 3);
	}
	for (size_t i = from; i < app->n_views; i++) {
		struct view *v = app->views[i];

		app_fresh(app, v);
		if (i + 1 == app->n_views && v->type->dialog)
			c->n_hots = 0;		/* what lies beneath cannot be clicked */
		c->cursor_row = c->cursor_col = -1;
		v->type->draw(app, v, c, body);
	}
	draw_said(app, c, app_top(app));
	draw_bar(app, c, app_top(app));
	arena_free(&a);
}
