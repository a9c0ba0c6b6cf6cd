/* Moving about in a list. */
#include "list.h"

#include <string.h>

#include "keys.h"

#define WHEEL_ROWS 3

static bool skips(const struct list *l, int i)
{
	return l->skip && l->skip(l->ctx, i);
}

/* The nearest row that can be selected, first in the direction of `by`. */
static int settle(const struct list *l, int i, int by)
{
	for (int turn = 0; turn < 2; turn++, by = -by)
		for (int k = i; k >= 0 && k < l->n; k += by)
			if (!skips(l, k))
				return k;
	return -1;
}

static int clamp(int i, int n)
{
	return i < 0 ? 0 : i >= n ? n - 1 : i;
}

void list_set(struct list *l, int n)
{
	l->n = n;
	l->at = n ? settle(l, clamp(l->at, n), 1) : -1;
}

void list_set_at(struct list *l, int n, const char *(*ref_of)(const void *ctx, int i), const char *ref)
{
	list_set(l, n);
	for (int i = 0; *ref && i < n; i++)
		if (!skips(l, i) && !strcmp(ref_of(l->ctx, i), ref)) {
			list_select(l, i);
			return;
		}
}

void list_first(struct list *l)
{
	l->top = l->at = 0;
	list_set(l, l->n);
}

void list_select(struct list *l, int i)
{
	if (i >= 0 && i < l->n && !skips(l, i))
		l->at = i;
}

void list_fit(struct list *l, int shown)
{
	l->shown = shown;
	if (l->top > l->n - shown)
		l->top = l->n - shown;
	if (l->at >= 0 && l->top > l->at)
		l->top = l->at;
	if (l->at >= l->top + shown)
		l->top = l->at - shown + 1;
	/* A heading above the first row is part of it. */
	if (l->top == 1 && skips(l, 0) && l->at < shown)
		l->top = 0;
	if (l->top < 0)
		l->top = 0;
}

/* The first of those that fit and end with `last`. */
static int first_with(int last, int rows, int (*rows_of)(const void *ctx, int i), const void *ctx)
{
	int i = last, used = rows_of(ctx, last);

	while (i > 0 && used + rows_of(ctx, i - 1) <= rows)
		used += rows_of(ctx, --i);
	return i;
}

void list_fit_rows(struct list *l, int rows, int (*rows_of)(const void *ctx, int i), const void *ctx)
{
	int used = 0, first;

	l->shown = 0;
	if (l->at < 0)
		return;
	/* Below the last one nothing stays empty. */
	first = first_with(l->n - 1, rows, rows_of, ctx);
	l->top = l->top > first ? first : l->top;
	first = first_with(l->at, rows, rows_of, ctx);
	l->top = l->top < first ? first : l->top > l->at ? l->at : l->top;
	for (int i = l->top; i < l->n && used + rows_of(ctx, i) <= rows; i++, l->shown++)
		used += rows_of(ctx, i);
	l->shown += !l->shown;
}

static void move_by(struct list *l, int by)
{
	int i;

	if (l->at < 0)
		return;
	i = settle(l, clamp(l->at + by, l->n), by < 0 ? -1 : 1);
	if (i >= 0)
		l->at = i;
}

bool list_key(struct list *l, int code)
{
	int page = l->shown > 1 ? l->shown - 1 : 1;

	if (code == K_UP || code == 'k')
		move_by(l, -1);
	else if (code == K_DOWN || code == 'j')
		move_by(l, 1);
	else if (code == K_PGUP)
		move_by(l, -page);
	else if (code == K_PGDN)
		move_by(l, page);
	else if (code == K_HOME)
		move_by(l, -l->n);
	else if (code == K_END)
		move_by(l, l->n);
	else if (code == K_WHEEL_UP)
		move_by(l, -WHEEL_ROWS);
	else if (code == K_WHEEL_DOWN)
		move_by(l, WHEEL_ROWS);
	else
		return false;
	return true;
}
