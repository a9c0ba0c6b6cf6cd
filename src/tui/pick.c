/* One of many, by typing words of its name. */
#include "dialog.h"
#include "screens.h"
#include "search.h"

struct pick {
	struct view v;
	const char *title;
	const struct choice *all;
	int n_all, n;
	int *rows;			/* those that match: indices in `all` */
	struct search search;
	void (*picked)(struct app *app, struct view *of, const char *value);
};

static void find_rows(struct app *app, struct view *v)
{
	struct pick *p = (struct pick *)v;
	struct arena a = { .parent = app->arena };
	const char *words = search_words(&p->search, &a);

	p->n = 0;
	for (int i = 0; i < p->n_all; i++)
		if (search_matches(words, &a, p->all[i].label))
			p->rows[p->n++] = i;
	search_found(&p->search, p->n);
	arena_free(&a);
}

static void draw_row(const void *ctx, struct canvas *c, struct box a, int i)
{
	const struct pick *p = ctx;

	put(c, a, 0, 2, 0, STYLE_PLAIN, p->all[p->rows[i]].label);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct pick *p = (struct pick *)v;
	int rows = p->n_all < 12 ? p->n_all : 12;
	struct box a = dialog_frame(c, body, rows + 2, 56, p->title);

	(void)app;
	search_draw_list(&p->search, c, box_part(a, 2, 0, a.rows - 2, a.cols), p, draw_row);
	if (!p->n)
		put(c, a, 2, 0, 0, STYLE_PLAIN, p->n_all ? "None has these letters." : "There is none yet.");
	put(c, a, 0, 0, 0, STYLE_STRONG, "> ");
	search_draw_typed(&p->search, c, box_part(a, 0, 2, 1, a.cols - 2), "type words of its name");
}

static void take(struct app *app, struct view *v)
{
	struct pick *p = (struct pick *)v;
	struct view *of = app_beneath(app, v);
	void (*picked)(struct app *, struct view *, const char *) = p->picked;
	struct arena a = { .parent = app->arena };
	const char *value;

	if (p->search.list.at < 0)
		return;
	value = arena_strdup(&a, p->all[p->rows[p->search.list.at]].value);
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
	.search = offsetof(struct pick, search), .found = find_rows, .letters = true,
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
	search_init(&p->search, &p->v.own, 60);
	find_rows(app, &p->v);
}
