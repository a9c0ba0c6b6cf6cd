/*
 * A document between a report and a format: what a report says is written
 * down once, and each format shows it. Private to the report layer.
 */
#ifndef REPORT_DOC_H
#define REPORT_DOC_H

#include "replife/formats.h"

enum block_kind {
	BLOCK_TITLE,
	BLOCK_HEADING,
	BLOCK_SUB,		/* a heading below one: what follows stays on one page */
	BLOCK_PARA, BLOCK_ITEM, BLOCK_MORE, BLOCK_QUOTE,
	BLOCK_NUMBER,		/* a figure to be seen from afar; `by`: what it counts */
	BLOCK_TABLE,
};

#define DOC_COLS 10

/* A bar: `n` of `of`; then_of 0: none of an earlier period. `said` stands
 * beside it. */
struct bar {
	const char *label, *said, *then_said;
	int64_t n, of, then, then_of;
};

/* A chart is drawn from a table, so that no chart is without its words. */
struct block {
	enum block_kind kind;
	const char *text;		/* of a table: its heads by tabs */
	const char *by;			/* of a quote, a number; may be NULL */
	const char *id;			/* of a number, for programs */
	const char *caption;		/* of a table */
	const char *now, *then;		/* of bars: which period they are of */
	int64_t n, of;			/* of a number */
	size_t n_cols, n_rows, cap, cap_bars, cap_shades;
	const char **cells;		/* of a table; numbers are set to the right */
	struct bar *bars;		/* one a row, or NULL */
	unsigned char *shades;		/* one a cell, 0 to SHADES, or NULL */
	struct block *next;
};

#define SHADES 4

struct doc {
	struct arena *a;
	struct block *first, *last;
	const struct look *look;
	bool one_page;			/* set closely, to print on one */
};

void doc_init(struct doc *d, struct arena *a, const struct look *look);
/* A piece of text, printf-like. Texts of fields come in as they are: the
 * format escapes them. */
void doc_add(struct doc *d, enum block_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_quote(struct doc *d, const char *text, const char *by);
/* of < 0: the number alone. `id` is the same in every report, whatever words `what`
 * has. */
void doc_number(struct doc *d, const char *id, int64_t n, int64_t of, const char *what);
/* Heads by tabs; then rows of as many cells (texts of any length). A head
 * with a blank at its end is a column of words, which goes on in the next line
 * where it is tight. */
void doc_table(struct doc *d, const char *caption, const char *heads);
void doc_row(struct doc *d, const char *const *cells);
/* After doc_row(), for each row or for none: its bar, or how dark each of its
 * cells is. */
void doc_bar(struct doc *d, const struct bar *bar);
void doc_shade(struct doc *d, const unsigned char *shades);
const char *doc_int(struct doc *d, int64_t v);		/* "12", for a cell */

void doc_text(struct out *o, const struct doc *d);
void doc_md(struct out *o, const struct doc *d);
/* One file that asks for nothing: style inside, no script, no address. */
void doc_html(struct out *o, const struct doc *d);
/* The table's chart as SVG; `n` makes its names unlike those of others. */
void svg_chart(struct out *o, struct arena *a, const struct block *b, unsigned n);

#endif
