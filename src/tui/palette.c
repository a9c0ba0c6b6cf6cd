/* Everything that can be done, by its words: the keys of the screen beneath,
 * sessions, reps and days, and each operation. The right column is the same
 * thing in the shell. */
#include <string.h>

#include "dialog.h"
#include "palette.h"
#include "replife/utf8.h"

#define WIDE_FROM 60		/* cells for two columns */
#define KEY_CELLS 6

static const struct palette_row *row_at(const struct palette *p)
{
	return p->search.list.at >= 0 ? &p->rows[p->search.list.at] : NULL;
}

/* ---- the picture ---- */

static void draw_row(const void *ctx, struct canvas *c, struct box a, int i)
{
	const struct palette *p = ctx;
	const struct palette_row *r = &p->rows[i];
	int left = a.cols - 2 - (p->twin_cells ? p->twin_cells + 1 : 0);

	if (c->plain) {		/* read aloud, without the gaps */
		putf(c, a, 0, 2, STYLE_PLAIN, "%s  %s%s%s", r->text, r->code ? key_word(r->code) : "",
		     r->code ? "  " : "", r->twin);
		return;
	}
	put(c, a, 0, 2, left - (r->code ? KEY_CELLS + 1 : 0), STYLE_PLAIN, r->text);
	if (r->code)
		put(c, a, 0, 2 + left - KEY_CELLS, KEY_CELLS, STYLE_KEY, key_name(r->code));
	if (p->twin_cells)
		put(c, a, 0, a.cols - p->twin_cells, 0, STYLE_DIM, r->twin);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct palette *p = (struct palette *)v;
	struct arena m = { .parent = app->arena };
	int rows = body.rows < 16 ? body.rows - 4 : 12;
	struct box a = dialog_frame(c, body, rows + 2, 92, "Do anything"), list;

	put(c, a, 0, 0, 0, STYLE_STRONG, "> ");
	put_right(c, a, 0, a.cols - 14, 14, STYLE_DIM,
		  arena_printf(&m, "%d match%s", p->n, p->n == 1 ? "" : "es"));
	list = box_part(a, 2, 0, a.rows - 2, a.cols);
	p->twin_cells = a.cols >= WIDE_FROM ? a.cols - a.cols * 55 / 100 - 2 : 0;
	search_draw_list(&p->search, c, list, p, draw_row);
	if (!p->n)
		put_wrapped_text(c, list, 0, 2, STYLE_PLAIN,
				 "Nothing has all these words. Take some away, or type others.");
	search_draw_typed(&p->search, c, box_part(a, 0, 2, 1, a.cols - 17), "what do you want to do?");
	arena_free(&m);
}

/* The selected row's twin, where the right column has not all of it. */
static const char *hint(struct app *app, struct view *v)
{
	struct palette *p = (struct palette *)v;
	const struct palette_row *r = row_at(p);

	if (!r)
		return palette_has(app, &find_view)
			? "Type what you want to do, a rep's name, a day, or a command of the shell."
			: "Type what you want to do, or a command of the shell.";
	if (utf8_width(r->twin, strlen(r->twin)) > (size_t)p->twin_cells)
		return r->hint;
	return "Type words in any order. The right column is the same thing in the shell.";
}

/* ---- keys ---- */

static void do_it(struct app *app, struct view *v)
{
	struct palette *p = (struct palette *)v;
	struct view *of = p->of;
	struct palette_row r;
	struct arena found;

	if (!row_at(p)) {
		app_say(app, "Nothing has all these words: %s",
			app->plain ? "type others" : "Backspace takes letters away, Ctrl-U all of them");
		return;
	}
	r = *row_at(p);
	found = p->found;	/* the row's texts stay until it is done */
	p->found = (struct arena){ .parent = app->arena };
	app_close(app);
	r.run(app, of, &r);
	arena_free(&found);
}

static const struct key keys[] = {
	{ K_ENTER, "Do it", "Do what the row says", do_it, 0, NULL, NULL },
	{ K_DOWN, "Choose", "The next row", NULL, 0, NULL, NULL },
	{ K_ESC, "Close", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ K_CTRL('p'), NULL, "Back", app_back, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

/* ---- reading ---- */

/* The same row stays selected, where it is still there. */
static void find_again(struct app *app, struct palette *p)
{
	struct arena a = { .parent = app->arena };
	const char *twin = row_at(p) ? arena_strdup(&a, row_at(p)->twin) : NULL;

	palette_find(app, &p->v);
	for (int i = 0; twin && i < p->n; i++)
		if (!strcmp(p->rows[i].twin, twin)) {
			list_select(&p->search.list, i);
			break;
		}
	arena_free(&a);
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct palette *p = (struct palette *)v;
	enum rc rc = palette_read(app, p, err);

	if (!rc)
		find_again(app, p);
	return rc;
}

static void leave(struct app *app, struct view *v)
{
	(void)app;
	arena_free(&((struct palette *)v)->found);
}

static const struct view_type type = {
	.name = "Palette", .keys = keys, .size = sizeof (struct palette), .dialog = true, .load = load, .partial = true,
	.draw = draw, .search = offsetof(struct palette, search), .found = palette_find, .letters = true,
	.hint = hint, .leave = leave,
};

void open_palette(struct app *app, struct view *v)
{
	struct palette *p;

	if (app_top(app)->type == &type)
		return;		/* it is open */
	p = (struct palette *)app_open(app, &type);
	if (!p)
		return;
	p->of = v;
	search_init(&p->search, &p->v.own, 200);
	palette_find(app, &p->v);
}
