/* Small charts of characters; each figure stands beside its shape. */
#ifndef TUI_CHART_H
#define TUI_CHART_H

#include "canvas.h"

/* A cell of a heat map: its shade, and the number. */
void heat_cell(struct canvas *c, struct box a, int row, int col, int64_t n);
/* "▁▃▅▇", "·" for none: n values against the largest of all, `most`. */
void spark(struct canvas *c, struct box a, int row, int col, const int64_t *values, int n,
	   int64_t most);
/* A bar of at most `cells`, as long as n is of `most`. */
int bar(struct canvas *c, struct box a, int row, int col, int cells, int64_t n, int64_t most,
	enum style s);

#endif
