/* Everything that can be done, by its words: the keys of the screen beneath,
 * and each operation. The right column is the same thing in the shell. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "list.h"
#include "replife/utf8.h"
#include "screens.h"
#include "twin.h"

#define ROWS_MAX 200

struct row {
	const struct key *key;		/* or an op */
	const struct op *op;
};

struct palette {
	struct view v;
	struct view *of;
	const char *selected;
	struct edit typed;
	struct list list;
	struct row rows[ROWS_MAX];
	int n;
};

/* Each word that is typed begins one of the row's. */
static bool matches(const char *typed, const char *row)
{
	for (size_t n;; typed += n) {
		const char *p = row;

		typed += strspn(typed, " ");
		n = strcspn(typed, " ");
		if (!n)
			return true;
		while (strncmp(p, typed, n)) {
			p = strchr(p, ' ');
			if (!p++)
				return false;
		}
	}
}

static const char *folded(struct arena *a, const char *s)
{
	size_t n;

	return utf8_fold(a, s, strlen(s), &n);
}

static void add(struct palette *p, const struct key *key, const struct op *op)
{
	if (p->n < ROWS_MAX)
		p->rows[p->n++] = (struct row){ key, op };
}

static bool may(const struct app *app, const struct op *op)
{
	unsigned roles = (app->roles & ROLE_BIT(ROLE_REP) ? WHO_REP : 0u) |
			 (app->roles & ROLE_BIT(ROLE_MARKETER) ? WHO_MARKETER : 0u) |
			 (app->roles & ROLE_BIT(ROLE_LIFECYCLE) ? WHO_LIFECYCLE : 0u);

	if (op->flags & (OP_HIDDEN | OP_NO_STORE))
		return false;
	return (op->who & WHO_ANYBODY) == WHO_ANYBODY || op->who & roles ||
	       (app->roles & ROLE_BIT(ROLE_LIFECYCLE) && op->who != WHO_OWNER) || app->owner;
}

static void find_rows(struct app *app, struct palette *p)
{
	struct arena a = { .parent = app->arena };
	const char *typed = folded(&a, p->typed.text);
	const struct key *const tables[] = { p->of->type->keys, app_keys };

	p->n = 0;
	for (size_t t = 0; t < 2; t++)
		for (const struct key *k = tables[t]; k && k->code; k++)
			if (!(k->flags & KEY_HIDDEN) && k->run && k->help && k->run != open_palette &&
			    (!k->can || k->can(app, p->of)) &&
			    matches(typed, folded(&a, arena_printf(&a, "%s %s", k->label ? k->label : "",
								   k->help))))
				add(p, k, NULL);
	for (size_t i = 0; op_table[i]; i++)
		if (may(app, op_table[i]) &&
		    matches(typed, folded(&a, arena_printf(&a, "%s %s", op_table[i]->name,
							   op_table[i]->summary))))
			add(p, NULL, op_table[i]);
	list_set(&p->list, p->n);
	p->list.at = p->n ? 0 : -1;
	arena_free(&a);
}

static void draw_row(struct palette *p, struct canvas *c, struct box a, int i, struct arena *m)
{
	const struct row *r = &p->rows[i];
	const char *twin = r->op ? arena_printf(m, "replife %s", r->op->name)
		: r->key->twin ? twin_of_key(m, r->key->twin, p->selected) : NULL;
	bool on = i == p->list.at, wide = a.cols >= 60;
	int half = wide ? a.cols * 55 / 100 : a.cols - 2;

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, half - 8, STYLE_PLAIN, r->op ? r->op->summary : r->key->help);
	if (r->key)
		put(c, a, 0, half - 5, 6, STYLE_KEY, c->plain ? key_word(r->key->code) : key_name(r->key->code));
	if (wide && twin)
		put(c, a, 0, half + 2, 0, STYLE_DIM, twin);
	if (on)
		restyle(c, a, STYLE_SELECTED);
	hot(c, a, HOT_ITEM, i);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct palette *p = (struct palette *)v;
	struct arena m = { .parent = app->arena };
	int rows = body.rows < 16 ? body.rows - 4 : 12;
	struct box a = dialog_frame(c, body, rows + 2, 92, "Do anything");

	put(c, a, 0, 0, 0, STYLE_STRONG, "> ");
	put_right(c, a, 0, a.cols - 14, 14, STYLE_DIM,
		  arena_printf(&m, "%d match%s", p->n, p->n == 1 ? "" : "es"));
	rows = a.rows - 2;
	list_fit(&p->list, rows);
	for (int i = 0; i < rows && p->list.top + i < p->n; i++)
		draw_row(p, c, box_part(a, 2 + i, 0, 1, a.cols), p->list.top + i, &m);
	if (!p->n)
		put_wrapped_text(c, box_part(a, 2, 0, rows, a.cols), 0, 2, STYLE_PLAIN,
				 "Nothing has all these words. Take some away, or type others.");
	edit_draw(&p->typed, c, box_part(a, 0, 2, 1, a.cols - 17), true, "what do you want to do?");
	arena_free(&m);
}

static bool input(struct app *app, struct view *v, const struct event *e)
{
	struct palette *p = (struct palette *)v;

	if (e->type == EV_KEY && (e->key < ' ' || e->key >= K_UP) && e->key != K_HOME &&
	    e->key != K_END && list_key(&p->list, e->key))
		return true;
	if (e->type == EV_TEXT)
		edit_insert(&p->typed, e->text, strlen(e->text));
	else if (!edit_key(&p->typed, e->key))
		return false;
	find_rows(app, p);
	return true;
}

static const char *hint(struct app *app, struct view *v)
{
	(void)app;
	(void)v;
	return "Type words in any order. The right column is the same thing in the shell.";
}

static void do_it(struct app *app, struct view *v)
{
	struct palette *p = (struct palette *)v;
	struct row r = p->list.at >= 0 ? p->rows[p->list.at] : (struct row){ 0 };
	struct view *of = p->of;
	char selected[32];

	snprintf(selected, sizeof selected, "%s", p->selected ? p->selected : "");
	app_close(app);
	if (r.key)
		r.key->run(app, of);
	else if (r.op)
		open_op(app, r.op, *selected ? selected : NULL);
}

static const struct key keys[] = {
	{ K_ENTER, "Do it", "Do what the row says", do_it, 0, NULL, NULL },
	{ K_DOWN, "Choose", "The next row", NULL, 0, NULL, NULL },
	{ K_ESC, "Close", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ K_CTRL('p'), NULL, "Back", app_back, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Palette", .keys = keys, .size = sizeof (struct palette), .dialog = true,
	.draw = draw, .input = input, .list = offsetof(struct palette, list), .letters = true, .hint = hint,
};

void open_palette(struct app *app, struct view *v)
{
	const char *selected = v->type->selected ? v->type->selected(v) : NULL;
	struct palette *p = (struct palette *)app_open(app, &type);

	if (!p)
		return;
	p->of = v;
	p->selected = arena_strdup(&p->v.own, selected);
	edit_init(&p->typed, &p->v.own, 120, false);
	find_rows(app, p);
}
