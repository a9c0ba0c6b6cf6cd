/* One cell of a canvas, and how a text can look. */
#ifndef TUI_CELL_H
#define TUI_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "replife/grapheme.h"

/* What a text is; how that looks, the terminal decides. */
enum style {
	STYLE_PLAIN,
	STYLE_DIM,		/* can be done without */
	STYLE_STRONG,
	STYLE_HEAD,		/* of a list, a section */
	STYLE_RULE,
	STYLE_TAB,		/* the screen that is shown */
	STYLE_SELECTED,		/* the row or cell under the cursor */
	STYLE_SELECTED_DIM,	/* the same, in a pane that keys do not go to */
	STYLE_KEY,		/* a key's name in the hint bar */
	STYLE_GOOD,
	STYLE_WARN,
	STYLE_FIELD,		/* what can be typed into */
	STYLE_FIELD_ON,
	STYLE_HEAT1, STYLE_HEAT2, STYLE_HEAT3, STYLE_HEAT4,
	STYLES
};

/* Of eight bytes: a picture is compared with the one before cell by cell, and
 * both are the larger part of what the first one touches. */
struct cell {
	uint32_t base;
	uint16_t marks;		/* above it: 0, or as cell_marks() has them */
	uint8_t cells;		/* 1 or 2; 0: the right half of the one before */
	uint8_t style;		/* enum style */
};

static inline bool cell_same(const struct cell *a, const struct cell *b)
{
	return a->base == b->base && a->marks == b->marks && a->cells == b->cells && a->style == b->style;
}

static inline bool cell_is_blank(const struct cell *x)
{
	return x->base == ' ' && x->style == STYLE_PLAIN && !x->marks;
}

/* Does a blank in this style look as one in plain style does? */
bool style_hides(enum style s);

/* The number of these marks, ended by 0 where there are fewer than GLYPH_MARKS;
 * the same each time. 0: there are none, or no room for more kinds. */
uint16_t cell_marks_id(const uint32_t marks[GLYPH_MARKS]);
const uint32_t *cell_marks(const struct cell *x);	/* GLYPH_MARKS of them */

#endif
