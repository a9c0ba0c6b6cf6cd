/*
 * The canvas in plain mode: texts and where they stand, for ears. Nothing is
 * cut, since there are no cells to run out of, and columns are told apart by
 * commas.
 */
#include <stdlib.h>
#include <string.h>

#include "canvas.h"
#include "replife/out.h"
#include "replife/utf8.h"

/* Signs that stand alone, as words. */
static const char *spoken(const char *text)
{
	static const char *const words[][2] = {
		{ "\xC2\xB7", "none" }, { "!!", "in the way" }, { "!", "mind" }, { "*", "marked" },
		{ "\xE2\x98\x85", "starred" }, { "\xE2\x98\x86", "not starred" },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(words[i][0], text))
			return words[i][1];
	return text;
}

static const char *to_ascii(struct arena *a, const char *text)
{
	size_t n = strlen(text), used = 0, k;
	char *out = arena_alloc(a, n + 1);

	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(text + i, n - i, &k);

		out[used++] = cp >= 0 && cp < 0x7F ? (char)cp : ascii_twin((uint32_t)cp);
	}
	return out;
}

int plain_put(struct canvas *c, int row, int col, int cells, const char *p, size_t n)
{
	int width = (int)utf8_width(p, n), before = 0;
	struct piece *x;

	while (n && p[n - 1] == ' ')
		n--;
	for (; n && *p == ' '; p++, n--)
		before++;
	if (!n)
		return width;
	if (c->n_pieces == c->cap_pieces) {
		c->pieces = arena_grow(&c->plain_in, c->pieces, c->cap_pieces * sizeof *c->pieces,
				       (c->cap_pieces + 256) * sizeof *c->pieces);
		c->cap_pieces += 256;
	}
	x = &c->pieces[c->n_pieces++];
	*x = (struct piece){ row, col + before, (int)utf8_width(p, n), (int)c->n_pieces, width >= cells,
			     spoken(arena_dup(&c->plain_in, p, n)) };
	if (c->ascii)
		x->text = to_ascii(&c->plain_in, x->text);
	return width;
}

void plain_clear(struct canvas *c)
{
	arena_free(&c->plain_in);
	c->pieces = NULL;
	c->n_pieces = c->cap_pieces = 0;
}

static int by_place(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	return x->nth - y->nth;
}

/* Between two texts of a row: as close as they were put, or a comma. */
static const char *between(const struct piece *left, const struct piece *right)
{
	int gap = right->col - left->col - left->width;
	char last = left->text[strlen(left->text) - 1];

	if (!left->over && gap == 0)
		return "";
	if ((!left->over && gap == 1) || strchr(".,:;!?", last))
		return " ";
	return ", ";
}

/* ">" before a row is how a list shows which one is selected. */
static bool is_mark(const struct piece *x)
{
	return x->col == 0 && !strcmp(x->text, ">");
}

size_t plain_lines(struct canvas *c, struct arena *a, struct plain_line **out)
{
	struct plain_line *lines = arena_array(a, struct plain_line, c->n_pieces + 1);
	size_t n = 0;

	if (c->n_pieces)
		qsort(c->pieces, c->n_pieces, sizeof *c->pieces, by_place);
	for (size_t i = 0; i < c->n_pieces;) {
		struct plain_line *line = &lines[n];
		const struct piece *left = NULL;
		struct out o;
		int row = c->pieces[i].row;

		out_to_mem(&o, a);
		*line = (struct plain_line){ .row = row };
		for (; i < c->n_pieces && c->pieces[i].row == row; i++) {
			const struct piece *x = &c->pieces[i];

			if (is_mark(x)) {
				line->marked = true;
				continue;
			}
			if (left)
				out_str(&o, between(left, x));
			out_str(&o, x->text);
			left = x;
		}
		line->text = arena_strdup(a, out_text(&o));
		n += left != NULL;
	}
	*out = lines;
	return n;
}
