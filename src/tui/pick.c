/* One of many, by typing a part of its name. */
#include <string.h>

#include "dialog.h"
#include "list.h"
#include "replife/utf8.h"
#include "screens.h"

struct pick {
	struct view v;
	const char *title;
	const struct choice *all;
	int n_all, n;
	int *rows;			/* those that match: indices in `all` */
	struct edit typed;
	struct list list;
	void (*picked)(struct app *app, struct view *of, const char *value);
};

static void find_rows(struct app *app, struct pick *p)
{
	struct arena a = { .parent = app->arena };
	size_t n;
	const char *typed = utf8_fold(&a, p->typed.text, p->typed.len, &n);

	p->n = 0;
	for (int i = 0; i < p->n_all; i++)
		if (strstr(utf8_fold(&a, p->all[i].label, strlen(p->all[i].label), &n), typed))
			p->rows[p->n++] = i;
	list_set(&p->list, p->n);
	p->list.at = p->n ? 0 : -1;
	arena_free(&a);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct pick *p = (struct pick *)v;
	int rows = p->n_all < 12 ? p->n_all : 12;
	struct box a = dialog_frame(c, body, rows + 2, 56, p->title);

	(void)app;
	rows = a.rows - 2;
	list_fit(&p->list, rows);
	for (int i = 0, at = p->list.top; i < rows && at < p->n; i++, at++) {
		struct box row = box_part(a, 2 + i, 0, 1, a.cols);

		put(c, row, 0, 0, 1, STYLE_STRONG, at == p->list.at ? ">" : " ");
		put(c, row, 0, 2, 0, STYLE_PLAIN, p->all[p->rows[at]].label);
		if (at == p->list.at)
			restyle(c, row, STYLE_SELECTED);
		hot(c, row, HOT_ITEM, at);
	}
	if (!p->n)
		put(c, a, 2, 0, 0, STYLE_PLAIN, p->n_all ? "None has these letters." : "There is none yet.");
	put(c, a, 0, 0, 0, STYLE_STRONG, "> ");
	edit_draw(&p->typed, c, box_part(a, 0, 2, 1, a.cols - 2), true, "type a part of its name");
}

static bool input(struct app *app, struct view *v, const struct event *e)
{
	struct pick *p = (struct pick *)v;

	if (e->type == EV_KEY && (e->key < ' ' || e->key >= K_UP) && list_key(&p->list, e->key))
		return true;
	if (e->type == EV_TEXT)
		edit_insert(&p->typed, e->text, strlen(e->text));
	else if (!edit_key(&p->typed, e->key))
		return false;
	find_rows(app, p);
	return true;
}

static void take(struct app *app, struct view *v)
{
	struct pick *p = (struct pick *)v;
	struct view *of = app_beneath(app, v);
	void (*picked)(struct app *, struct view *, const char *) = p->picked;
	struct arena a = { .parent = app->arena };
	const char *value;

	if (p->list.at < 0)
		return;
	value = arena_strdup(&a, p->all[p->rows[p->list.at]].value);
	app_close(app);		/* p is gone */
	picked(app, of, value);
	arena_free(&a);
}

static const struct key keys[] = {
	{ K_ENTER, "Take it", "Take this one", take, 0, NULL, NULL },
	{ K_DOWN, "Choose", "The next one", NULL, 0, NULL, NULL },
	{ K_ESC, "Not now", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Choose", .keys = keys, .size = sizeof (struct pick), .dialog = true, .draw = draw,
	.input = input, .list = offsetof(struct pick, list), .letters = true,
};

void open_pick(struct app *app, const char *title, const struct choice *all, int n,
	       void (*picked)(struct app *app, struct view *of, const char *value))
{
	struct pick *p = (struct pick *)app_open(app, &type);
	struct choice *copy;

	if (!p)
		return;
	copy = arena_array(&p->v.own, struct choice, (size_t)n + 1);
	for (int i = 0; i < n; i++)
		copy[i] = (struct choice){ arena_strdup(&p->v.own, all[i].value),
					   arena_strdup(&p->v.own, all[i].label) };
	p->title = title;
	p->all = copy;
	p->n_all = n;
	p->rows = arena_array(&p->v.own, int, (size_t)n + 1);
	p->picked = picked;
	edit_init(&p->typed, &p->v.own, 60, false);
	find_rows(app, p);
}
