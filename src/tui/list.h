/*
 * A list that one moves about in: which row is selected and which are shown.
 * Rows that cannot be selected (headings) are skipped.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>

struct list {
	int n, at;		/* at: -1 where nothing can be selected */
	int top, shown;		/* first row on the screen; how many fit */
	bool (*skip)(const void *ctx, int i);	/* NULL: none is skipped */
	const void *ctx;
};

/* After new data: `at` stays where it can. */
void list_set(struct list *l, int n);
/* The same, and where a row with this name is still there it is selected.
 * `ref_of` gets the list's ctx; "" is no row's name. */
void list_set_at(struct list *l, int n, const char *(*ref_of)(const void *ctx, int i), const char *ref);
void list_first(struct list *l);		/* its first row, or none */
void list_select(struct list *l, int i);
/* Before drawing `shown` rows: scrolls so that the selection is there. */
void list_fit(struct list *l, int shown);
/* The same for items of several rows: `rows_of` each, into `rows`. */
void list_fit_rows(struct list *l, int rows, int (*rows_of)(const void *ctx, int i), const void *ctx);
/* Up, down, k, j, PgUp, PgDn, Home, End, wheel. False: not a move. */
bool list_key(struct list *l, int code);

#endif
