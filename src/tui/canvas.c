/* Cells to draw on. */
#include "canvas.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replife/out.h"
#include "replife/utf8.h"

#define BLANK ((struct cell){ .base = ' ', .cells = 1 })

bool canvas_resize(struct canvas *c, int rows, int cols)
{
	struct cell *cells;

	if (rows == c->rows && cols == c->cols && c->cells)
		return true;
	if (c->plain) {
		c->rows = rows;
		c->cols = cols;
		return true;
	}
	cells = calloc((size_t)rows * (size_t)cols, sizeof *cells);
	if (!cells)
		return false;
	free(c->cells);
	c->cells = cells;
	c->rows = rows;
	c->cols = cols;
	canvas_clear(c);
	return true;
}

void canvas_free(struct canvas *c)
{
	free(c->cells);
	free(c->hots);
	c->cells = NULL;
	c->hots = NULL;
	c->n_hots = c->cap_hots = 0;
	c->rows = c->cols = 0;
	plain_clear(c);
}

void canvas_clear(struct canvas *c)
{
	for (int i = 0; c->cells && i < c->rows * c->cols; i++)
		c->cells[i] = BLANK;
	plain_clear(c);
	c->cursor_row = c->cursor_col = -1;
	c->n_hots = 0;
}

struct box canvas_all(const struct canvas *c)
{
	return (struct box){ 0, 0, c->rows, c->cols };
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

struct box box_part(struct box a, int row, int col, int rows, int cols)
{
	struct box p = { a.row + row, a.col + col, smaller(rows, a.rows - row),
			  smaller(cols, a.cols - col) };

	if (p.rows < 0)
		p.rows = 0;
	if (p.cols < 0)
		p.cols = 0;
	return p;
}

bool box_holds(struct box a, int row, int col)
{
	return row >= a.row && row < a.row + a.rows && col >= a.col && col < a.col + a.cols;
}

/* ---- characters ---- */

char ascii_twin(uint32_t cp)
{
	static const struct { uint32_t from; char to; } twins[] = {
		{ 0x2500, '-' }, { 0x2502, '|' }, { 0x250C, '+' }, { 0x2510, '+' },
		{ 0x2514, '+' }, { 0x2518, '+' }, { 0x251C, '+' }, { 0x2524, '+' },
		{ 0x2013, '-' }, { 0x2014, '-' }, { 0x2026, '~' }, { 0xB7, '.' },
		{ 0x2191, '^' }, { 0x2193, 'v' }, { 0x2190, '<' }, { 0x2192, '>' },
		{ 0x2022, '*' }, { 0x2605, '*' }, { 0x2606, 'o' }, { 0x25CF, '*' },
		{ 0x25CB, 'o' }, { 0x2591, '.' }, { 0x2592, ':' }, { 0x2593, '+' },
		{ 0x2588, '#' }, { 0x2581, '_' }, { 0x2582, '_' }, { 0x2583, '-' },
		{ 0x2584, '-' }, { 0x2585, '=' }, { 0x2586, '=' }, { 0x2587, '#' },
		{ 0x201C, '"' }, { 0x201D, '"' }, { 0x2019, '\'' }, { 0xD7, 'x' },
		{ 0x25B2, '^' }, { 0x25BC, 'v' }, { 0x2212, '-' }, { 0x203A, '>' },
	};

	for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
		if (twins[i].from == cp)
			return twins[i].to;
	return utf8_plain_letter(cp);
}

static struct cell *cell_at(struct canvas *c, int row, int col)
{
	return c->cells && row >= 0 && row < c->rows && col >= 0 && col < c->cols
		? &c->cells[row * c->cols + col] : NULL;
}

/* Half of a wide character that is drawn over leaves a blank. */
static void part_wide(struct canvas *c, int row, int col)
{
	struct cell *x = cell_at(c, row, col), *left = cell_at(c, row, col - 1);
	struct cell *right = cell_at(c, row, col + 1);

	if (x && !x->cells && left)
		*left = (struct cell){ .base = ' ', .cells = 1, .style = left->style };
	if (x && x->cells == 2 && right)
		*right = (struct cell){ .base = ' ', .cells = 1, .style = x->style };
}

static void set_cell(struct canvas *c, int row, int col, const struct glyph *g, enum style s)
{
	struct cell *x = cell_at(c, row, col), *right;

	if (!x)
		return;
	/* The terminal is spared two changes. */
	if (g->base == ' ' && !g->marks[0] && style_hides(s))
		s = STYLE_PLAIN;
	/* Most of what is drawn: one cell over one cell, without marks. */
	if (x->cells == 1 && g->cells == 1 && !x->marks && !g->marks[0] &&
	    (g->base < 0x7F || !c->ascii)) {
		x->base = g->base;
		x->style = (uint8_t)s;
		return;
	}
	right = cell_at(c, row, col + 1);
	part_wide(c, row, col);
	x->base = g->base;
	x->marks = cell_marks_id(g->marks);
	if (c->ascii && x->base > 0x7E) {
		x->base = (unsigned char)ascii_twin(x->base);
		x->marks = 0;
	}
	x->cells = 1;
	x->style = (uint8_t)s;
	if (g->cells == 2 && right) {
		part_wide(c, row, col + 1);
		*right = (struct cell){ .base = ' ', .cells = 1, .style = (uint8_t)s };
		if (x->base > 0x7E) {
			x->cells = 2;
			right->cells = 0;
		}
	}
}

int put_bytes(struct canvas *c, struct box a, int row, int col, int cells, enum style s,
	      const char *p, size_t n)
{
	static const struct glyph dots = { .base = 0x2026, .cells = 1 };
	int room = a.cols - col, used = 0;
	struct glyph g;
	size_t k;

	if (cells > 0 && cells < room)
		room = cells;
	if (row < 0 || row >= a.rows || col < 0 || room <= 0)
		return 0;
	if (c->plain)
		return plain_put(c, a.row + row, a.col + col, room, p, n);
	for (size_t i = 0; (k = glyph_at(p + i, n - i, &g)); i += k) {
		/* The last cell is for the dots, unless this is the end. */
		if (used + g.cells > room - 1 &&
		    (used + g.cells > room || i + k < n)) {
			set_cell(c, a.row + row, a.col + col + used, &dots, s);
			return used + 1;
		}
		set_cell(c, a.row + row, a.col + col + used, &g, s);
		used += g.cells;
	}
	return used;
}

int put(struct canvas *c, struct box a, int row, int col, int cells, enum style s,
	const char *text)
{
	return text ? put_bytes(c, a, row, col, cells, s, text, strlen(text)) : 0;
}

int putf(struct canvas *c, struct box a, int row, int col, enum style s, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	return put(c, a, row, col, 0, s, text);
}

void put_right(struct canvas *c, struct box a, int row, int col, int cells, enum style s,
	       const char *text)
{
	int w = (int)utf8_width(text, strlen(text));

	put(c, a, row, w < cells ? col + cells - w : col, cells, s, text);
}

/* Bytes of `p` that fit into a line: up to the last blank before its end, or a
 * newline. At least one character. */
static size_t line_bytes(const char *p, size_t n, int cells)
{
	size_t i = 0, blank = 0, k;
	struct glyph g;
	int used = 0;

	while (i < n && p[i] != '\n') {
		k = glyph_at(p + i, n - i, &g);
		if (used + g.cells > cells)
			return blank ? blank : i ? i : k;
		if (p[i] == ' ')
			blank = i + 1;
		used += g.cells;
		i += k;
	}
	return i;
}

int put_wrapped_text(struct canvas *c, struct box a, int row, int rows, enum style s,
		     const char *text)
{
	size_t n = text ? strlen(text) : 0, i = 0, k;
	int used = 0;

	if (c->plain)
		return n ? plain_put(c, a.row + row, a.col, a.cols, text, n), 1 : 0;
	if (rows > a.rows - row)
		rows = a.rows - row;
	while (i < n && used < rows) {
		k = line_bytes(text + i, n - i, a.cols);
		/* The last row shows that there is more. */
		if (used + 1 == rows && i + k < n && text[i + k] != '\n')
			put_bytes(c, a, row + used, 0, 0, s, text + i, n - i);
		else
			put_bytes(c, a, row + used, 0, 0, s, text + i, k);
		i += k;
		if (i < n && text[i] == '\n')
			i++;
		used++;
	}
	return used;
}

const char *wrap_text(struct arena *a, const char *text, int cols)
{
	size_t n = strlen(text), k;
	struct out o;

	out_to_mem(&o, a);
	for (size_t i = 0; i < n; i += k) {
		k = line_bytes(text + i, n - i, cols);
		out_bytes(&o, text + i, k);
		k += i + k < n && text[i + k] == '\n';
		out_char(&o, '\n');
	}
	return out_text(&o);
}

int wrapped_rows(const char *text, int cols, int *end)
{
	size_t n = strlen(text), i = 0, k = 0;
	int rows = 0;

	for (*end = 0; i < n && cols > 0; rows++) {
		k = line_bytes(text + i, n - i, cols);
		*end = (int)utf8_width(text + i, k);
		i += k;
		if (i < n && text[i] == '\n')
			i++;
	}
	return rows;
}

/* ---- shapes ---- */

void fill(struct canvas *c, struct box a, enum style s)
{
	static const struct glyph blank = { .base = ' ', .cells = 1 };

	for (int r = 0; c->cells && r < a.rows; r++)
		for (int k = 0; k < a.cols; k++)
			set_cell(c, a.row + r, a.col + k, &blank, s);
}

void restyle(struct canvas *c, struct box a, enum style s)
{
	for (int r = 0; c->cells && r < a.rows; r++)
		for (int k = 0; k < a.cols; k++) {
			struct cell *x = cell_at(c, a.row + r, a.col + k);

			if (x)
				x->style = (uint8_t)s;
		}
}

static void sign(struct canvas *c, struct box a, int row, int col, uint32_t cp, enum style s)
{
	struct glyph g = { .base = cp, .cells = 1 };

	if (row >= 0 && row < a.rows && col >= 0 && col < a.cols)
		set_cell(c, a.row + row, a.col + col, &g, s);
}

void rule_across(struct canvas *c, struct box a, int row)
{
	if (c->plain)
		return;
	for (int k = 0; k < a.cols; k++)
		sign(c, a, row, k, 0x2500, STYLE_RULE);
}

void rule_down(struct canvas *c, struct box a, int col)
{
	if (c->plain)
		return;
	for (int r = 0; r < a.rows; r++)
		sign(c, a, r, col, 0x2502, STYLE_RULE);
}

struct box frame(struct canvas *c, struct box a, const char *title)
{
	int w = title ? (int)utf8_width(title, strlen(title)) : 0;

	fill(c, a, STYLE_PLAIN);
	if (c->plain) {
		put(c, a, 0, 0, 0, STYLE_STRONG, title);
		return box_part(a, 1, 0, a.rows - 1, a.cols);
	}
	rule_across(c, a, 0);
	rule_across(c, a, a.rows - 1);
	rule_down(c, a, 0);
	rule_down(c, a, a.cols - 1);
	sign(c, a, 0, 0, 0x250C, STYLE_RULE);
	sign(c, a, 0, a.cols - 1, 0x2510, STYLE_RULE);
	sign(c, a, a.rows - 1, 0, 0x2514, STYLE_RULE);
	sign(c, a, a.rows - 1, a.cols - 1, 0x2518, STYLE_RULE);
	if (title && a.cols > 6) {
		if (w > a.cols - 6)
			w = a.cols - 6;
		put(c, a, 0, 2, 1, STYLE_STRONG, " ");
		put(c, a, 0, 3, w, STYLE_STRONG, title);
		put(c, a, 0, 3 + w, 1, STYLE_STRONG, " ");
	}
	return box_part(a, 1, 2, a.rows - 2, a.cols - 4);
}

void cursor_at(struct canvas *c, struct box a, int row, int col)
{
	if (row < 0 || row >= a.rows || col < 0 || a.cols <= 0)
		return;
	c->cursor_row = a.row + row;
	c->cursor_col = a.col + smaller(col, a.cols - 1);
}

/* ---- places ---- */

static bool room_for_hot(struct canvas *c)
{
	size_t cap = c->cap_hots ? c->cap_hots * 2 : 64;
	struct hot *more;

	if (c->n_hots < c->cap_hots)
		return true;
	more = cap <= HOTS_MAX ? realloc(c->hots, cap * sizeof *more) : NULL;
	if (!more)
		return false;
	c->hots = more;
	c->cap_hots = cap;
	return true;
}

void hot(struct canvas *c, struct box a, enum hot_kind kind, int value)
{
	if (a.rows <= 0 || a.cols <= 0 || !room_for_hot(c))
		return;
	c->hots[c->n_hots++] = (struct hot){ a, kind, value };
}

const struct hot *hot_at(const struct canvas *c, int row, int col)
{
	for (size_t i = c->n_hots; i-- > 0;)
		if (box_holds(c->hots[i].area, row, col))
			return &c->hots[i];
	return NULL;
}

static void out_cp(struct out *o, uint32_t cp)
{
	char s[4];

	out_bytes(o, s, utf8_encode(cp, s));
}

const char *canvas_line(const struct canvas *c, int row, struct arena *a)
{
	struct out o;
	size_t end = 0;

	out_to_mem(&o, a);
	for (int k = 0; k < c->cols; k++) {
		const struct cell *x = &c->cells[row * c->cols + k];

		if (!x->cells)
			continue;
		out_cp(&o, x->base);
		for (size_t m = 0; m < GLYPH_MARKS && cell_marks(x)[m]; m++)
			out_cp(&o, cell_marks(x)[m]);
		if (x->base != ' ' || x->marks)
			end = o.len;
	}
	return arena_dup(a, out_text(&o), end);
}
