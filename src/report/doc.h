/*
 * A document between a report and a format: what a report says is written
 * down once, and each format shows it. Private to the report layer.
 */
#ifndef REPORT_DOC_H
#define REPORT_DOC_H

#include "replife/formats.h"

enum block_kind {
	BLOCK_TITLE, BLOCK_HEADING, BLOCK_PARA, BLOCK_ITEM, BLOCK_MORE, BLOCK_QUOTE, BLOCK_TABLE,
};

#define DOC_COLS 10

struct block {
	enum block_kind kind;
	const char *text;		/* of a table: its heads by tabs */
	const char *by;			/* of a quote; may be NULL */
	size_t n_cols, n_rows, cap;
	const char **cells;		/* of a table; numbers are set to the right */
	struct block *next;
};

struct doc {
	struct arena *a;
	struct block *first, *last;
	const struct look *look;
};

void doc_init(struct doc *d, struct arena *a, const struct look *look);
/* A piece of text, printf-like. Texts of fields come in as they are: the
 * format escapes them. */
void doc_add(struct doc *d, enum block_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_quote(struct doc *d, const char *text, const char *by);
/* Heads by tabs; then rows of as many cells (texts of any length). A head
 * with a blank at its end is a column of words, which goes on in the next line
 * where it is tight. */
void doc_table(struct doc *d, const char *heads);
void doc_row(struct doc *d, const char *const *cells);
const char *doc_int(struct doc *d, int64_t v);		/* "12", for a cell */

void doc_text(struct out *o, const struct doc *d);
void doc_md(struct out *o, const struct doc *d);

#endif
