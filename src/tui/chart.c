#include "chart.h"

#include <stdio.h>

void heat_cell(struct canvas *c, struct box a, int row, int col, int64_t n)
{
	static const char *const shades[] = { "\xE2\x96\x91\xE2\x96\x91", "\xE2\x96\x92\xE2\x96\x92",
					      "\xE2\x96\x93\xE2\x96\x93", "\xE2\x96\x88\xE2\x96\x88" };
	int level = c->plain ? 0 : n >= 6 ? 3 : n >= 3 ? 2 : n == 2 ? 1 : 0;
	char text[40];

	if (c->plain) {
		snprintf(text, sizeof text, "%lld", (long long)n);
		put(c, a, row, col, 0, STYLE_PLAIN, text);
		return;
	}
	if (n <= 0) {
		put(c, a, row, col, 0, STYLE_DIM, "\xC2\xB7");
		return;
	}
	snprintf(text, sizeof text, "%s%lld", shades[level], (long long)n);
	put(c, a, row, col, 0, (enum style)(STYLE_HEAT1 + level), text);
}

void spark(struct canvas *c, struct box a, int row, int col, const int64_t *values, int n,
	   int64_t most)
{
	static const char *const steps[] = { "\xE2\x96\x81", "\xE2\x96\x83", "\xE2\x96\x85", "\xE2\x96\x87" };

	for (int i = 0; i < n && !c->plain; i++) {
		int64_t level = most > 0 ? (values[i] * 4 + most - 1) / most - 1 : 0;

		put(c, a, row, col + i, 1, values[i] > 0 ? STYLE_GOOD : STYLE_DIM,
		    values[i] > 0 ? steps[level > 3 ? 3 : level < 0 ? 0 : level] : "\xC2\xB7");
	}
}

int bar(struct canvas *c, struct box a, int row, int col, int cells, int64_t n, int64_t most,
	enum style s)
{
	int used = most > 0 && n > 0 ? (int)((n * cells + most - 1) / most) : 0;

	if (c->plain)
		return 0;
	for (int i = 0; i < used && i < cells; i++)
		put(c, a, row, col + i, 1, s, "\xE2\x96\x88");
	return used;
}
