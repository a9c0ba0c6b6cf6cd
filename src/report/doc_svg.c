/* Charts of tables, as SVG inside HTML. Lengths are in hundredths of the
 * width, so that a chart fits a telephone and a page alike; no colour says
 * what no word says. */
#include <string.h>

#include "doc.h"
#include "replife/utf8.h"

#define BAR_ROW 44		/* a bar with its label above */
#define BAR_THEN 18		/* more where a second one stands below */
#define LINE 16			/* of a label that has two */
#define THIN_CELLS 36		/* of a label's line on a telephone, */
#define WIDE_CELLS 56		/* and on a page */
#define LONGEST 70		/* hundredths that all of it takes, where what is said has room beside it */
#define LONGEST_LEAST 40
#define THIN_PIXELS 288		/* across, on a telephone */
#define CELL_PIXELS 8		/* of what is said, in a wide font */
#define BARS 12		/* the table has them all */
#define CELL 34
#define HEAD_CELLS 90	/* of a map, across: for names of columns */
#define FIRST 26		/* hundredths for the names of rows, and what they take */
#define NAME_CELLS 15
#define FIRST_WIDE 46
#define NAME_CELLS_WIDE 34

static void open_svg(struct out *o, unsigned n, size_t height, const char *title, const char *what)
{
	out_printf(o, "<svg width=\"100%%\" height=\"%zu\" role=\"img\" aria-labelledby=\"c%ut c%ud\">\n"
		   "<title id=\"c%ut\">", height, n, n, n);
	html_escape(o, title);
	out_printf(o, "</title>\n<desc id=\"c%ud\">%s The table below it has the same numbers.</desc>\n", n, what);
}

/* At most `cells` of it. */
static void put_short(struct out *o, struct arena *a, const char *s, size_t cells)
{
	struct out some;

	out_to_mem(&some, a);
	utf8_put_safe(&some, s, strlen(s), cells, false);
	html_escape(o, out_text(&some));
}

/* The bytes of a label's first line: up to a blank where there is one. */
static size_t first_line(const char *s, size_t cells)
{
	size_t n = strlen(s), fits = 0;

	if (utf8_width(s, n) <= cells)
		return n;
	for (size_t i = 1; i < n && utf8_width(s, i) <= cells; i++)
		if (s[i] == ' ')
			fits = i;
	return fits ? fits : n;
}

static size_t lines_of(const char *label, size_t cells)
{
	return label[first_line(label, cells)] ? 2 : 1;
}

/* The last line ends right above the bar. */
static void put_lines(struct out *o, struct arena *a, const char *label, size_t cells, size_t y, const char *class)
{
	size_t n = first_line(label, cells);

	if (label[n]) {
		out_printf(o, "<text class=\"%s\" x=\"0\" y=\"%zu\">", class, y - LINE);
		put_short(o, a, arena_dup(a, label, n), cells);
		out_str(o, "</text>\n");
		label += n + 1;
	}
	out_printf(o, "<text class=\"%s\" x=\"0\" y=\"%zu\">", class, y);
	put_short(o, a, label, cells);
	out_str(o, "</text>\n");
}

/* A telephone has two lines for what a page has in one; report.css shows one of them. */
static void put_label(struct out *o, struct arena *a, const char *label, size_t y)
{
	if (lines_of(label, THIN_CELLS) == 1) {
		put_lines(o, a, label, THIN_CELLS, y, "label");
		return;
	}
	put_lines(o, a, label, WIDE_CELLS, y, "wide");
	put_lines(o, a, label, THIN_CELLS, y, "thin");
}

/* Hundredths of the rail, so that the longest of what is said stands whole beside it. */
static int rail_of(const struct block *b, size_t rows)
{
	size_t most = 0;
	int room;

	for (size_t i = 0; i < rows; i++) {
		const char *said[] = { b->bars[i].said, b->bars[i].then_of ? b->bars[i].then_said : "" };

		for (size_t k = 0; k < 2; k++) {
			size_t cells = utf8_width(said[k], strlen(said[k]));

			most = cells > most ? cells : most;
		}
	}
	room = 100 - (int)(((most + 1) * CELL_PIXELS * 100 + THIN_PIXELS - 1) / THIN_PIXELS);
	return room > LONGEST ? LONGEST : room < LONGEST_LEAST ? LONGEST_LEAST : room;
}

/* The rail is all of it, so that bars of two charts can be held side by side. */
static void put_length(struct out *o, int rail, int64_t n, int64_t of)
{
	int64_t tenths = of > 0 ? (n < of ? n : of) * rail * 10 / of : 0;

	out_printf(o, "%lld.%lld%%", (long long)(tenths / 10), (long long)(tenths % 10));
}

static void put_bar(struct out *o, const char *class, int rail, size_t y, size_t h, int64_t n, int64_t of,
		    const char *said)
{
	out_printf(o, "<rect class=\"rail\" x=\"0\" y=\"%zu\" width=\"%d%%\" height=\"%zu\"/>"
		   "<rect class=\"%s\" x=\"0\" y=\"%zu\" width=\"", y, rail, h, class, y);
	put_length(o, rail, n, of);
	out_printf(o, "\" height=\"%zu\"/><text class=\"s\" x=\"%d%%\" dx=\"8\" y=\"%zu\">", h, rail,
		   y + h / 2 + 4);
	html_escape(o, said);
	out_str(o, "</text>\n");
}

static size_t row_height(const struct bar *x)
{
	return BAR_ROW + (lines_of(x->label, THIN_CELLS) - 1) * LINE + (x->then_of ? BAR_THEN : 0);
}

static void put_bars(struct out *o, struct arena *a, const struct block *b, unsigned n)
{
	size_t y = b->then ? 26 : 0, height = y, rows = b->n_rows < BARS ? b->n_rows : BARS;
	int rail = rail_of(b, rows);

	for (size_t i = 0; i < rows; i++)
		height += row_height(&b->bars[i]);
	open_svg(o, n, height, b->caption, rows < b->n_rows ? "The first twelve, a bar each." : "A bar a row.");
	if (b->then) {
		out_str(o, "<rect class=\"now\" x=\"0\" y=\"3\" width=\"14\" height=\"12\"/><text class=\"s\" x=\"20\" y=\"13\">");
		put_short(o, a, b->now, 18);
		out_str(o, "</text><rect class=\"then\" x=\"52%\" y=\"6\" width=\"14\" height=\"6\"/>"
			"<text class=\"s\" x=\"52%\" dx=\"20\" y=\"13\">");
		put_short(o, a, b->then, 18);
		out_str(o, "</text>\n");
	}
	for (size_t i = 0; i < rows; i++) {
		const struct bar *x = &b->bars[i];
		size_t at = y + (lines_of(x->label, THIN_CELLS) - 1) * LINE;

		put_label(o, a, x->label, at + 14);
		put_bar(o, "now", rail, at + 20, 14, x->n, x->of, x->said);
		if (x->then_of)
			put_bar(o, "then", rail, at + 37, 7, x->then, x->then_of, x->then_said);
		y += row_height(x);
	}
	out_str(o, "</svg>\n");
}

/* A map of cells: the names of its rows take `first` hundredths. */
struct map {
	struct arena *a;
	const struct block *b;
	size_t first, name_cells;
};

static struct map map_of(struct arena *a, const struct block *b)
{
	size_t widest = 0;

	for (size_t i = 0; i < b->n_rows; i++) {
		const char *s = b->cells[i * b->n_cols];
		size_t w = utf8_width(s, strlen(s));

		widest = w > widest ? w : widest;
	}
	if (widest > NAME_CELLS)
		return (struct map){ a, b, FIRST_WIDE, NAME_CELLS_WIDE };
	return (struct map){ a, b, FIRST, NAME_CELLS };
}

static size_t column_width(const struct map *m)		/* in tenths of a hundredth */
{
	return (100 - m->first) * 10 / (m->b->n_cols - 1);
}

/* Where a column begins, or its middle. */
static void put_at(struct out *o, const struct map *m, size_t column, bool middle)
{
	size_t wide = column_width(m), k = m->first * 10 + (column - 1) * wide + (middle ? wide / 2 : 0);

	out_printf(o, "%zu.%zu%%", k / 10, k % 10);
}

static void put_heat_row(struct out *o, const struct map *m, size_t row)
{
	const struct block *b = m->b;
	size_t y = 24 + row * CELL, wide = column_width(m) - 8;

	out_printf(o, "<text x=\"0\" y=\"%zu\">", y + CELL / 2 + 4);
	put_short(o, m->a, b->cells[row * b->n_cols], m->name_cells);
	out_str(o, "</text>\n");
	for (size_t i = 1; i < b->n_cols; i++) {
		out_printf(o, "<rect class=\"h%u\" x=\"", b->shades[row * b->n_cols + i] % (SHADES + 1u));
		put_at(o, m, i, false);
		out_printf(o, "\" y=\"%zu\" width=\"%zu.%zu%%\" height=\"%d\"/><text class=\"m\" x=\"", y + 2,
			   wide / 10, wide % 10, CELL - 4);
		put_at(o, m, i, true);
		out_printf(o, "\" y=\"%zu\">", y + CELL / 2 + 4);
		put_short(o, m->a, b->cells[row * b->n_cols + i], 12);
		out_str(o, "</text>\n");
	}
}

static void put_heat(struct out *o, struct arena *a, const struct block *b, unsigned n)
{
	const char *s = b->text + strcspn(b->text, "\t");
	struct map m = map_of(a, b);
	size_t cells = (100 - m.first) * HEAD_CELLS / 100 / (b->n_cols - 1);

	open_svg(o, n, 24 + b->n_rows * CELL, b->caption, "The darker a cell, the more; each says its number.");
	for (size_t i = 1; i < b->n_cols; i++) {
		size_t k = strcspn(++s, "\t");

		out_str(o, "<text class=\"s m\" x=\"");
		put_at(o, &m, i, true);
		out_str(o, "\" y=\"15\">");
		put_short(o, a, arena_dup(a, s, k), cells);
		out_str(o, "</text>\n");
		s += k;
	}
	for (size_t i = 0; i < b->n_rows; i++)
		put_heat_row(o, &m, i);
	out_str(o, "</svg>\n");
}

void svg_chart(struct out *o, struct arena *a, const struct block *b, unsigned n)
{
	if (b->bars)
		put_bars(o, a, b, n);
	else if (b->n_cols > 1)
		put_heat(o, a, b, n);
}
