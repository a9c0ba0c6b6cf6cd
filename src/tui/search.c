/* What is typed, over the list of what it leaves. */
#include "search.h"

#include <ctype.h>
#include <string.h>

#include "replife/utf8.h"

void search_init(struct search *s, struct arena *a, size_t max)
{
	edit_init(&s->typed, a, max, false);
}

/* Home and End are the text's as long as there is one. */
static bool moves(const struct search *s, const struct event *e)
{
	if (e->type != EV_KEY || (e->key >= ' ' && e->key < K_UP))
		return false;
	return !s->typed.len || (e->key != K_HOME && e->key != K_END);
}

bool search_input(struct search *s, const struct event *e, bool *changed)
{
	size_t before = s->typed.len;

	*changed = false;
	if (moves(s, e) && list_key(&s->list, e->key))
		return true;
	if (e->type == EV_TEXT)
		edit_insert(&s->typed, e->text, strlen(e->text));
	else if (!edit_key(&s->typed, e->key))
		return false;
	*changed = s->typed.len != before;
	return true;
}

void search_found(struct search *s, int n)
{
	list_first(&s->list);
	list_set(&s->list, n);
}

/* ---- matching ---- */

static const char *folded(struct arena *a, const char *text)
{
	size_t n;

	return utf8_fold(a, text, strlen(text), &n);
}

const char *search_words(const struct search *s, struct arena *a)
{
	return folded(a, s->typed.text);
}

/* "up" begins a word of "write-up", and "164" one of "S-164". */
bool search_begins(const char *word, size_t n, const char *text)
{
	bool within = false;

	for (; *text; text++) {
		unsigned char ch = (unsigned char)*text;

		if (!within && !strncmp(text, word, n))
			return true;
		within = ch >= 0x80 || isalnum(ch);
	}
	return false;
}

bool search_matches(const char *words, struct arena *a, const char *text)
{
	const char *in = folded(a, text);

	for (size_t n;; words += n) {
		words += strspn(words, " ");
		n = strcspn(words, " ");
		if (!n || !search_begins(words, n, in))
			return !n;
	}
}

/* ---- the picture ---- */

void search_draw_list(struct search *s, struct canvas *c, struct box a, const void *ctx,
		      void (*row)(const void *ctx, struct canvas *c, struct box a, int i))
{
	struct list *l = &s->list;

	list_fit(l, a.rows);
	for (int k = 0, i = l->top; k < a.rows && i < l->n; k++, i++) {
		struct box b = box_part(a, k, 0, 1, a.cols);

		row(ctx, c, b, i);
		if (l->skip && l->skip(l->ctx, i))
			continue;
		put(c, b, 0, 0, 1, STYLE_STRONG, i == l->at ? ">" : " ");
		if (i == l->at)
			restyle(c, b, STYLE_SELECTED);
		hot(c, b, HOT_ITEM, i);
	}
}

void search_draw_typed(struct search *s, struct canvas *c, struct box a, const char *empty)
{
	edit_draw(&s->typed, c, a, true, empty);
}
