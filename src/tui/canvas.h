/*
 * What a screen is drawn on: cells, without any terminal. Text from a field
 * is made harmless here, once, and cut at the area that it may fill.
 */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cell.h"
#include "replife/arena.h"

/* Rows and columns count from 0. */
struct box {
	int row, col, rows, cols;
};

/* A place that the mouse, or a number in lines mode, stands for: what a click
 * on it means. */
enum hot_kind { HOT_KEY, HOT_ITEM };
struct hot {
	struct box area;
	enum hot_kind kind;
	int value;		/* a key's code, or the item's index */
};

#define HOTS_MAX 2048

/* A text as it was put in plain mode. */
struct piece {
	int row, col, width, nth;	/* nth: of all that were put */
	bool over;			/* its column was too narrow for it */
	const char *text;
};

struct canvas {
	int rows, cols;
	struct cell *cells;
	int cursor_row, cursor_col;	/* -1: hidden */
	bool ascii;			/* nothing beyond ASCII */
	bool plain;			/* read aloud: no frames, rules, shades; and no cells */
	struct arena plain_in;		/* of these (plain.c) */
	struct piece *pieces;
	size_t n_pieces, cap_pieces;
	struct hot *hots;		/* the heap's */
	size_t n_hots, cap_hots;
};

/* False: no memory. The cells are the heap's; a zeroed canvas is empty. */
bool canvas_resize(struct canvas *c, int rows, int cols);
void canvas_free(struct canvas *c);
void canvas_clear(struct canvas *c);
struct box canvas_all(const struct canvas *c);

/* A part of an area; what lies outside of it is cut away. */
struct box box_part(struct box a, int row, int col, int rows, int cols);
bool box_holds(struct box a, int row, int col);

/* One line at a place of the area, in at most `cells` cells (up to the area's
 * edge where 0). What does not fit ends with "…". Returns the cells used. */
int put(struct canvas *c, struct box a, int row, int col, int cells, enum style s,
	const char *text);
int put_bytes(struct canvas *c, struct box a, int row, int col, int cells, enum style s,
	      const char *p, size_t n);
int putf(struct canvas *c, struct box a, int row, int col, enum style s, const char *fmt, ...)
	__attribute__((format(printf, 6, 7)));
/* At the right edge of `cells`. */
void put_right(struct canvas *c, struct box a, int row, int col, int cells, enum style s,
	       const char *text);
/* Long text, broken at blanks, over at most `rows` rows; the rows used. */
int put_wrapped_text(struct canvas *c, struct box a, int row, int rows, enum style s,
		     const char *text);
/* The same text with its lines broken at `cols`. */
const char *wrap_text(struct arena *a, const char *text, int cols);
/* Rows that it would take, and in *end the cells of the last of them. */
int wrapped_rows(const char *text, int cols, int *end);
void fill(struct canvas *c, struct box a, enum style s);	/* with blanks */
void restyle(struct canvas *c, struct box a, enum style s);	/* the text stays */
void rule_across(struct canvas *c, struct box a, int row);
void rule_down(struct canvas *c, struct box a, int col);
/* A frame around the area, blank within; the area within. */
struct box frame(struct canvas *c, struct box a, const char *title);
void cursor_at(struct canvas *c, struct box a, int row, int col);

void hot(struct canvas *c, struct box a, enum hot_kind kind, int value);
/* The last one drawn there, or NULL. */
const struct hot *hot_at(const struct canvas *c, int row, int col);

/* A row as UTF-8 without its trailing blanks. */
const char *canvas_line(const struct canvas *c, int row, struct arena *a);

/* ---- plain mode ---- */

/* In the order in which they are read. */
struct plain_line {
	int row;
	bool marked;			/* ">" stands before it: the selected one */
	const char *text;		/* newlines in a long one are its own */
};

/* What put() does in plain mode. Returns the cells that it would take. */
int plain_put(struct canvas *c, int row, int col, int cells, const char *p, size_t n);
void plain_clear(struct canvas *c);
/* The lines, in `a`; their number. */
size_t plain_lines(struct canvas *c, struct arena *a, struct plain_line **out);
/* Our own signs where there is nothing but ASCII; "?" for a person's letters. */
char ascii_twin(uint32_t cp);

#endif
