/* A view as lines: all of a new one; of one that was said before, what is new. */
#include <string.h>
#include <strings.h>

#include "lines.h"

#define MANY 20			/* rows of a search; more are not read unasked */
#define A_FEW 9

/* ---- the view, as lines ---- */

/* The item that begins on a row; -1: none. */
static int item_on(const struct canvas *c, int row)
{
	for (size_t i = 0; i < c->n_hots; i++)
		if (c->hots[i].kind == HOT_ITEM && c->hots[i].area.row == row && c->hots[i].value >= 0)
			return c->hots[i].value;
	return -1;
}

static void add(struct said *s, int number, bool chosen, const char *text, size_t n)
{
	if (n)
		s->lines[s->n++] = (struct line){ number, chosen, arena_dup(&s->in, text, n) };
}

/* A text of several lines is as many; the first has its number. */
static void add_text(struct said *s, int number, bool chosen, const char *text)
{
	for (const char *end; text; text = end ? end + 1 : NULL) {
		size_t n;

		end = strchr(text, '\n');
		n = end ? (size_t)(end - text) : strlen(text);
		add(s, number, chosen, text, n);
		if (n)
			number = chosen = 0;
	}
}

static const char *hint(struct app *app, struct view *v)
{
	return v->type->hint ? v->type->hint(app, v) : NULL;
}

static struct said read_view(struct lines *l)
{
	struct app *app = &l->app;
	struct view *v = app_top(app);
	struct said s = { .v = v, .nth = v->nth, .in.parent = app->arena };
	const char *below = hint(app, v);
	struct plain_line *all;
	size_t n = plain_lines(&app->canvas, &s.in, &all), max = n + 2;

	for (size_t i = 0; i < n; i++)
		for (const char *p = all[i].text; *p; p++)
			max += *p == '\n';
	for (const char *p = below; p && *p; p++)
		max += *p == '\n';
	s.lines = arena_array(&s.in, struct line, max);
	s.items = arena_array(&s.in, int, n + 1);
	for (size_t i = 0; i < n; i++) {
		int item = item_on(&app->canvas, all[i].row);

		if (item >= 0)
			s.items[s.numbered++] = item;
		add_text(&s, item >= 0 ? s.numbered : 0, item >= 0 && all[i].marked, all[i].text);
	}
	add_text(&s, 0, false, below);
	return s;
}

struct said *lines_said(struct lines *l)
{
	return &l->said[l->app.n_views - 1];
}

/* ---- what is new ---- */

static void say_line(struct lines *l, const struct line *x)
{
	if (x->number)
		lines_sayf(l, "%d%s %s", x->number, x->chosen ? ", chosen:" : ".", x->text);
	else
		lines_say(l, x->text);
}

static void say_all(struct lines *l, const struct said *s, bool long_ones)
{
	bool some = !long_ones && app_top(&l->app)->type->letters && s->numbered > MANY;

	for (int i = 0; i < s->n; i++)
		if (!some || s->lines[i].number <= A_FEW)
			say_line(l, &s->lines[i]);
	if (some)
		lines_sayf(l, "And %d more: words find fewer, .list reads all.", s->numbered - A_FEW);
}

/* For each line, where it stood before; -1: it is new. */
static int *match(const struct said *before, const struct said *now, struct arena *a)
{
	int *at = arena_array(a, int, (size_t)now->n + 1), from = 0;
	bool *used = arena_array(a, bool, (size_t)before->n + 1);

	for (int i = 0; i < now->n; i++) {
		at[i] = -1;
		/* Most follow the one before; so the search begins there. */
		for (int k = 0; k < before->n && at[i] < 0; k++) {
			int j = (from + k) % before->n;

			if (!used[j] && !before->lines[j].number == !now->lines[i].number &&
			    !strcmp(before->lines[j].text, now->lines[i].text))
				at[i] = j;
		}
		if (at[i] >= 0) {
			used[at[i]] = true;
			from = at[i] + 1;
		}
	}
	return at;
}

static const struct line *chosen(const struct said *s)
{
	for (int i = 0; i < s->n; i++)
		if (s->lines[i].chosen)
			return &s->lines[i];
	return NULL;
}

static bool same_choice(const struct line *a, const struct line *b)
{
	return a && b ? a->number == b->number && !strcmp(a->text, b->text) : a == b;
}

/* The lines that are new, where the selection is, and whether numbers mean
 * other rows now. */
static void say_changes(struct lines *l, const struct said *before, const struct said *now, bool came_back)
{
	struct arena a = { .parent = l->app.arena };
	int *at = match(before, now, &a), fresh = 0;
	const struct line *on = chosen(now);
	bool moved = before->numbered != now->numbered, said_on = false;

	for (int i = 0; i < now->n; i++) {
		fresh += at[i] < 0;
		moved |= at[i] >= 0 && before->lines[at[i]].number != now->lines[i].number;
	}
	/* What a search leaves is another list each time. */
	if (fresh * 2 > now->n || (moved && now->v->type->letters)) {
		say_all(l, now, false);
	} else {
		for (int i = 0; i < now->n; i++)
			if (at[i] < 0) {
				said_on |= now->lines[i].chosen;
				say_line(l, &now->lines[i]);
			}
		if (moved)
			lines_sayf(l, "The list is renumbered: %d row%s; list reads it all", now->numbered,
				   now->numbered == 1 ? "" : "s");
		if (on && !said_on && (came_back || fresh || moved || !l->spoke ||
				       !same_choice(chosen(before), on)))
			say_line(l, on);
	}
	arena_free(&a);
}

/* A screen's name, unless its first line begins with it. What else there is
 * has its name in that line. */
static void say_title(struct lines *l, const struct said *s, bool came_back)
{
	const char *name = s->v->type->name, *first = s->n ? s->lines[0].text : "";

	if (came_back)
		lines_sayf(l, "Back on %s", l->app.n_views == 1 ? name : first);
	else if (l->app.n_views == 1 && strncasecmp(first, name, strlen(name)))
		lines_say(l, name);
}

static void forget(struct said *s)
{
	arena_free(&s->in);
	*s = (struct said){ 0 };
}

void lines_show(struct lines *l, bool all)
{
	struct app *app = &l->app;
	struct said *before = lines_said(l), now;
	bool came_back, new_view;

	for (size_t i = 0; i < VIEWS_MAX; i++)
		if (l->said[i].v && (i >= app->n_views || l->said[i].v != app->views[i] ||
				     l->said[i].nth != app->views[i]->nth))
			forget(&l->said[i]);
	now = read_view(l);
	new_view = !before->v;
	came_back = !new_view && (l->on != now.v || l->on_nth != now.nth);
	if (new_view || came_back) {
		out_char(&l->out, '\n');
		say_title(l, &now, came_back);
	}
	if (new_view || all)
		say_all(l, &now, all);
	else
		say_changes(l, before, &now, came_back);
	forget(before);
	*before = now;
	l->on = now.v;
	l->on_nth = now.nth;
}

void lines_forget(struct lines *l)
{
	for (size_t i = 0; i < VIEWS_MAX; i++)
		forget(&l->said[i]);
	arena_free(&l->keys_in);
	l->keys = NULL;
}

/* ---- its keys ---- */

static const char *key_list(struct lines *l, struct arena *a)
{
	struct view *v = app_top(&l->app);
	const char *text = "Keys: ";

	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (k->label && !(k->flags & KEY_HIDDEN) && key_works(&l->app, v, v->type->keys, k) && k->code != K_ESC)
			text = arena_printf(a, "%s%s %s; ", text, key_word(k->code), k->label);
	if (view_typing(v))
		return arena_printf(a, "%swords search; a number takes a row; .list; back", text);
	return arena_printf(a, "%slist; keys; help; back; quit", text);
}

static void say_more_keys(struct lines *l)
{
	struct app *app = &l->app;
	struct arena a = { .parent = app->arena };
	const char *text = "";

	for (size_t i = 0; i < app->n_mains; i++)
		text = arena_printf(&a, "%s%s%zu. %s", text, i ? ", " : "", i + 1, app->mains[i]->type->name);
	lines_sayf(l, "Screens: %s. Go there with the number and its dot, with \"screen %zu\", or by name.",
		   text, app->n_mains);
	lines_say(l, "A number without a dot chooses a row. Enter alone is the key Enter. list reads all again.");
	arena_free(&a);
}

void lines_keys(struct lines *l, bool all)
{
	struct arena fresh = { .parent = l->app.arena };
	const char *text = key_list(l, &fresh);

	if (!all && l->keys && !strcmp(l->keys, text)) {
		arena_free(&fresh);
		return;
	}
	lines_say(l, text);
	if (all)
		say_more_keys(l);
	arena_free(&l->keys_in);
	l->keys_in = fresh;
	l->keys = text;
}
