/* What the keys do, of the screen beneath and everywhere. */
#include <stdio.h>

#include "dialog.h"
#include "screens.h"
#include "search.h"

#define ROWS_MAX 80

struct help {
	struct view v;
	struct view *of;
	struct search search;
	/* The rows that the search leaves; NULL: a heading. */
	const struct key *keys[ROWS_MAX];
	const char *heads[ROWS_MAX];
	int n;
};

static bool skips(const void *ctx, int i)
{
	return !((const struct help *)ctx)->keys[i];
}

/* Where letters are typed, only what works besides; else each key by its
 * better name. */
static bool works(const struct view *of, const struct key *k)
{
	bool typing = view_typing(of);
	bool letter = k->code >= ' ' && k->code < 127;

	if (!k->help)
		return false;
	return typing ? !letter || k->flags & KEY_IN_TEXT : !(k->flags & KEY_HIDDEN);
}

static void add_rows(struct help *h, const struct app *app, const struct key *keys, const char *head)
{
	struct arena a = { .parent = app->arena };
	const char *words;
	int before = h->n;

	if (h->n + 1 >= ROWS_MAX)
		return;
	words = search_words(&h->search, &a);
	if (head) {
		h->keys[h->n] = NULL;
		h->heads[h->n++] = head;
	}
	for (const struct key *k = keys; k && k->code && h->n < ROWS_MAX; k++)
		if (works(h->of, k) && key_works(app, h->of, keys, k) && (keys != app_keys || !key_find(app, h->of, h->of->type->keys, k->code)) &&
		    search_matches(words, &a, arena_printf(&a, "%s %s", key_name(k->code), k->help)))
			h->keys[h->n++] = k;
	if (head && h->n == before + 1)
		h->n = before;
	arena_free(&a);
}

static void find_rows(struct app *app, struct view *v)
{
	struct help *h = (struct help *)v;
	h->n = 0;
	add_rows(h, app, h->of->type->keys, h->of->type->name);
	if (h->of->type->form)
		add_rows(h, app, form_keys, NULL);
	add_rows(h, app, app_keys, "Everywhere");
	h->search.list.skip = skips;
	h->search.list.ctx = h;
	search_found(&h->search, h->n);
}

static void draw_row(const void *ctx, struct canvas *c, struct box a, int i)
{
	const struct help *h = ctx;
	const struct key *k = h->keys[i];

	if (!k) {
		put(c, a, 0, 0, 0, STYLE_HEAD, h->heads[i]);
		return;
	}
	put(c, a, 0, 2, 8, STYLE_KEY, c->plain ? k->code == '1' ? "screen 1" : key_word(k->code)
					       : k->code == '1' ? "1-9" : key_name(k->code));
	put(c, a, 0, 10, 0, STYLE_PLAIN, k->help);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct help *h = (struct help *)v;
	char title[64];
	struct box a;

	(void)app;
	snprintf(title, sizeof title, "Help: %s", h->of->type->name);
	a = dialog_frame(c, body, h->n + 2 < 8 ? 8 : h->n + 2, 64, title);
	search_draw_list(&h->search, c, box_part(a, 0, 0, a.rows - 2, a.cols), h, draw_row);
	if (!h->n)
		put(c, a, 0, 0, 0, STYLE_PLAIN, "No key does that. Backspace takes letters away.");
	search_draw_typed(&h->search, c, box_part(a, a.rows - 1, 0, 1, a.cols),
			  "type a word to see which key does it");
}

static void run_it(struct app *app, struct view *v)
{
	struct help *h = (struct help *)v;
	const struct key *k = h->search.list.at >= 0 ? h->keys[h->search.list.at] : NULL;
	struct view *of = h->of;

	app_close(app);
	if (k)
		app_run_key(app, of, k);
}

static const struct key keys[] = {
	{ K_ENTER, "Do it", "Do what the row says", run_it, 0, NULL, NULL },
	{ K_ESC, "Close", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ K_F1, NULL, "Back", app_back, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Help", .keys = keys, .size = sizeof (struct help), .dialog = true, .draw = draw,
	.search = offsetof(struct help, search), .found = find_rows, .letters = true,
};

void open_help(struct app *app, struct view *v)
{
	struct help *h = (struct help *)app_open(app, &type);

	if (!h)
		return;
	h->of = v;
	search_init(&h->search, &h->v.own, 60);
	find_rows(app, &h->v);
}
