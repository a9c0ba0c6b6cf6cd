/* Documents: building one. */
#include "doc.h"

#include <stdarg.h>
#include <string.h>

void doc_init(struct doc *d, struct arena *a, const struct look *look)
{
	*d = (struct doc){ .a = a, .look = look };
}

static struct block *push(struct doc *d, enum block_kind kind, const char *text)
{
	struct block *b = arena_new(d->a, struct block);

	b->kind = kind;
	b->text = text;
	if (d->last)
		d->last->next = b;
	else
		d->first = b;
	d->last = b;
	return b;
}

void doc_add(struct doc *d, enum block_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	push(d, kind, arena_vprintf(d->a, fmt, ap));
	va_end(ap);
}

void doc_quote(struct doc *d, const char *text, const char *by)
{
	push(d, BLOCK_QUOTE, text)->by = by;
}

void doc_number(struct doc *d, const char *id, int64_t n, int64_t of, const char *what)
{
	struct block *b = push(d, BLOCK_NUMBER, of < 0 ? doc_int(d, n)
			       : arena_printf(d->a, "%lld of %lld", (long long)n, (long long)of));

	b->id = id;
	b->by = what;
	b->n = n;
	b->of = of;
}

void doc_table(struct doc *d, const char *caption, const char *heads)
{
	struct block *b = push(d, BLOCK_TABLE, heads);

	b->caption = caption;
	b->n_cols = 1;
	for (const char *p = heads; (p = strchr(p, '\t')); p++)
		b->n_cols++;
}

/* Room for rows up to `n`, of `size` each. */
static void *room(struct doc *d, void *rows, size_t n, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 16;

	if (n <= *cap)
		return rows;
	rows = arena_grow(d->a, rows, *cap * size, more * size);
	*cap = more;
	return rows;
}

void doc_row(struct doc *d, const char *const *cells)
{
	struct block *b = d->last;
	size_t row = b->n_cols * sizeof *b->cells;

	b->cells = room(d, b->cells, ++b->n_rows, &b->cap, row);
	memcpy(b->cells + (b->n_rows - 1) * b->n_cols, cells, row);
}

void doc_bar(struct doc *d, const struct bar *bar)
{
	struct block *b = d->last;

	b->bars = room(d, b->bars, b->n_rows, &b->cap_bars, sizeof *bar);
	b->bars[b->n_rows - 1] = *bar;
}

void doc_shade(struct doc *d, const unsigned char *shades)
{
	struct block *b = d->last;

	b->shades = room(d, b->shades, b->n_rows, &b->cap_shades, b->n_cols);
	memcpy(b->shades + (b->n_rows - 1) * b->n_cols, shades, b->n_cols);
}

const char *doc_int(struct doc *d, int64_t v)
{
	return arena_printf(d->a, "%lld", (long long)v);
}
