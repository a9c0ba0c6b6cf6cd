/*
 * A search: what is typed, over the list of what it leaves. The palette, the
 * help, and one of many are such.
 */
#ifndef TUI_SEARCH_H
#define TUI_SEARCH_H

#include "edit.h"
#include "list.h"
#include "view.h"

struct search {
	struct edit typed;
	struct list list;
};

void search_init(struct search *s, struct arena *a, size_t max);
/* Text is typed, other keys move in the list. False: not its key. *changed:
 * what is typed has changed. */
bool search_input(struct search *s, const struct event *e, bool *changed);
/* So many rows are left; the first is selected. */
void search_found(struct search *s, int n);

/*
 * Words match a text where each begins one of its own, in any order, whatever
 * the case and the accents. They are folded once for many texts.
 */
const char *search_words(const struct search *s, struct arena *a);
bool search_matches(const char *words, struct arena *a, const char *text);
/* The same of one word, `text` folded. */
bool search_begins(const char *word, size_t n, const char *text);

/* The rows that fit: `row` draws the i-th from its third cell on. */
void search_draw_list(struct search *s, struct canvas *c, struct box a, const void *ctx,
		      void (*row)(const void *ctx, struct canvas *c, struct box a, int i));
/* What is typed, in one row; `empty` stands there while that is nothing. */
void search_draw_typed(struct search *s, struct canvas *c, struct box a, const char *empty);

#endif
