/* Small groups put together, so that no number is of fewer than five people. */
#include "replife/disclose.h"

#include <stdint.h>

bool disclose_may(size_t members, size_t doers)
{
	return doers >= DISCLOSE_LEAST || (!doers && members >= DISCLOSE_LEAST);
}

/* ---- one breakdown ---- */

/* The next to go to those that are together, `n`: there is none. One in which
 * somebody did it, where that is what they lack. */
static size_t smallest(const struct disclose_group *g, const bool *in, size_t n, bool doers)
{
	size_t best = n;

	for (size_t i = 0; i < n; i++)
		if (!in[i] && (!doers || g[i].doers) &&
		    (best == n || g[i].doers < g[best].doers ||
		     (g[i].doers == g[best].doers && g[i].members < g[best].members)))
			best = i;
	return best;
}

static size_t number(struct disclose_group *g, const bool *in, size_t n)
{
	size_t blocks = 0, together = n;

	for (size_t i = 0; i < n; i++) {
		if (in[i] && together < n) {
			g[i].block = g[together].block;
			continue;
		}
		g[i].block = blocks++;
		if (in[i])
			together = i;
	}
	return blocks;
}

/* Adds to those that are together until they may be shown. */
static void fill(const struct disclose_group *g, bool *in, size_t n)
{
	size_t members = 0, doers = 0, any = 0, next;

	for (size_t i = 0; i < n; i++)
		if (in[i]) {
			members += g[i].members;
			doers += g[i].doers;
			any++;
		}
	while (any && !disclose_may(members, doers)) {
		next = smallest(g, in, n, doers > 0);
		if (next == n)
			next = smallest(g, in, n, false);
		if (next == n)
			return;
		in[next] = true;
		members += g[next].members;
		doers += g[next].doers;
	}
}

/* Those that may not stand alone. */
static bool *small_ones(struct arena *a, const struct disclose_group *g, size_t n)
{
	bool *in = arena_array(a, bool, n + 1);

	for (size_t i = 0; i < n; i++)
		in[i] = !disclose_may(g[i].members, g[i].doers);
	return in;
}

size_t disclose_join(struct arena *a, struct disclose_group *groups, size_t n)
{
	bool *in = small_ones(a, groups, n);

	fill(groups, in, n);
	return number(groups, in, n);
}

/* ---- by kind ---- */

/* Of a row, who did one of these kinds. */
static size_t doers_of(const struct disclose_doer *d, size_t n, size_t row, const bool *of, size_t kinds)
{
	size_t doers = 0;

	for (size_t i = 0; i < n; i++) {
		bool does = false;

		for (size_t k = 0; k < kinds && !does && d[i].row == row; k++)
			does = of[k] && d[i].kinds[k];
		doers += does;
	}
	return doers;
}

static bool is_few(size_t doers)
{
	return doers && doers < DISCLOSE_LEAST;
}

/* doers[row x kind] */
static size_t *count_kinds(struct arena *a, const struct disclose_doer *d, size_t n, size_t rows, size_t kinds)
{
	size_t *doers = arena_array(a, size_t, rows * kinds + 1);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < kinds; k++)
			doers[d[i].row * kinds + k] += d[i].kinds[k];
	return doers;
}

/* The kind that the fewest did and that stands alone yet; `kinds`: there is none. */
static size_t rarest(const size_t *doers, size_t rows, size_t kinds, const bool *joined)
{
	size_t best = kinds, least = SIZE_MAX;

	for (size_t k = 0; k < kinds; k++) {
		size_t sum = 0;

		for (size_t r = 0; r < rows; r++)
			sum += doers[r * kinds + k];
		if (!joined[k] && sum < least) {
			least = sum;
			best = k;
		}
	}
	return best;
}

/*
 * What is joined leaves the map as a full rectangle, all rows by some kinds, of
 * which the sums along both sides are published. Of those, only sums of whole
 * rows of it and of whole kinds can be had: each of the first is of five people
 * here, and the second are the kinds' own totals.
 */
void disclose_kinds(struct arena *a, const struct disclose_doer *doers, size_t n, size_t rows,
		    size_t kinds, bool *joined)
{
	const size_t *cell = count_kinds(a, doers, n, rows, kinds);
	size_t next = kinds;

	for (size_t k = 0; k < kinds; k++)
		joined[k] = false;
	for (size_t i = 0; i < rows * kinds && rows > 1; i++)
		if (is_few(cell[i])) {
			joined[i % kinds] = true;
			next = 0;
		}
	while (next < kinds) {
		size_t r = 0;

		while (r < rows && !is_few(doers_of(doers, n, r, joined, kinds)))
			r++;
		next = r < rows ? rarest(cell, rows, kinds, joined) : kinds;
		if (next < kinds)
			joined[next] = true;
	}
}

/* ---- two breakdowns of the same people ---- */

/*
 * Rows and blocks as the two sides of a graph: an edge where somebody is in
 * both. Of sums of rows and of blocks, the groups that can be had are rows A
 * less blocks B, where all who are in B are in A. The smallest of those that
 * hold one edge is the smallest cut between its row and its block, if a block
 * may not stay without all of its rows: at least five people flow, or it is
 * too small (Ford and Fulkerson; five augmentations are enough).
 */
struct graph {
	size_t rows, blocks;
	size_t *room;		/* row x block: people who may still flow */
	size_t *back;		/* and those who flow against it, beside no end */
	const bool *edge;
	size_t *from, *queue;	/* by node: blocks behind the rows */
};

#define NOBODY SIZE_MAX

/* One more person from a row to a block, if there is a way. */
static bool augment(struct graph *g, size_t row, size_t block)
{
	size_t n = g->rows + g->blocks, head = 0, tail = 0, to = g->rows + block;

	for (size_t i = 0; i < n; i++)
		g->from[i] = NOBODY;
	g->from[row] = row;
	g->queue[tail++] = row;
	while (head < tail && g->from[to] == NOBODY) {
		size_t at = g->queue[head++];
		bool is_row = at < g->rows;

		for (size_t k = 0; k < (is_row ? g->blocks : g->rows); k++) {
			size_t next = is_row ? g->rows + k : k;
			size_t e = is_row ? at * g->blocks + k : k * g->blocks + at - g->rows;

			if (g->from[next] != NOBODY || !g->edge[e] || (is_row && !g->room[e] && !g->back[e]))
				continue;
			g->from[next] = at;
			g->queue[tail++] = next;
		}
	}
	if (g->from[to] == NOBODY)
		return false;
	for (size_t at = to; at != row; at = g->from[at]) {
		size_t by = g->from[at];

		if (by >= g->rows)
			g->back[at * g->blocks + by - g->rows]++;
		else if (g->back[by * g->blocks + at - g->rows])
			g->back[by * g->blocks + at - g->rows]--;
		else
			g->room[by * g->blocks + at - g->rows]--;
	}
	return true;
}

/* Of people by row and block, whether no difference is of one to four. */
static bool is_safe(struct graph *g, const size_t *people)
{
	size_t n = g->rows * g->blocks;

	for (size_t e = 0; e < n; e++) {
		size_t flow = 0;

		if (!g->edge[e] || people[e] >= DISCLOSE_LEAST)
			continue;
		for (size_t i = 0; i < n; i++) {
			g->room[i] = people[i];
			g->back[i] = 0;
		}
		while (flow < DISCLOSE_LEAST && augment(g, e / g->blocks, e % g->blocks))
			flow++;
		if (flow < DISCLOSE_LEAST)
			return false;
	}
	return true;
}

/* Those who did one of the kinds of a column, by row and block; false: a row
 * has nobody there, of whom this column says nothing. */
static bool count_column(const struct disclose_doer *d, size_t n, const struct disclose_group *groups,
			 const bool *of, size_t kinds, struct graph *g, size_t *people)
{
	for (size_t i = 0; i < g->rows * g->blocks; i++)
		people[i] = 0;
	for (size_t i = 0; i < n; i++) {
		bool does = false;

		for (size_t k = 0; k < kinds && !does; k++)
			does = of[k] && d[i].kinds[k];
		people[d[i].row * g->blocks + groups[d[i].side].block] += does;
	}
	for (size_t r = 0; r < g->rows; r++) {
		bool any = false, here = false;

		for (size_t b = 0; b < g->blocks; b++) {
			any |= g->edge[r * g->blocks + b];
			here |= people[r * g->blocks + b] > 0;
		}
		if (any && !here)
			return false;
	}
	return true;
}

/* A mixed difference is one of blocks and rows in each column of the map: it is
 * of five people if in one column each is. */
static bool beside_is_safe(struct arena *a, struct graph *g, const struct disclose_group *groups,
			   const struct disclose_doer *d, size_t n, size_t kinds, const bool *joined)
{
	size_t *people = arena_array(a, size_t, g->rows * g->blocks + 1);
	bool *edge = arena_array(a, bool, g->rows * g->blocks + 1), *of = arena_array(a, bool, kinds + 1);

	for (size_t i = 0; i < n; i++)
		edge[d[i].row * g->blocks + groups[d[i].side].block] = true;
	g->edge = edge;
	/* Column `kinds` is that of the joined ones; of one row, of all. */
	for (size_t c = g->rows > 1 ? 0 : kinds; c <= kinds; c++) {
		if (c < kinds && joined[c])
			continue;
		for (size_t k = 0; k < kinds; k++)
			of[k] = c < kinds ? k == c : joined[k] || g->rows == 1;
		if (count_column(d, n, groups, of, kinds, g, people) && is_safe(g, people))
			return true;
	}
	return false;
}

size_t disclose_beside(struct arena *a, struct disclose_group *groups, size_t n,
		       const struct disclose_doer *doers, size_t n_doers, size_t rows, size_t kinds,
		       const bool *joined)
{
	struct graph g = { .rows = rows };
	bool *in = small_ones(a, groups, n);

	for (;;) {
		size_t next;

		fill(groups, in, n);
		g.blocks = number(groups, in, n);
		g.room = arena_array(a, size_t, rows * g.blocks + 1);
		g.back = arena_array(a, size_t, rows * g.blocks + 1);
		g.from = arena_array(a, size_t, rows + g.blocks);
		g.queue = arena_array(a, size_t, rows + g.blocks);
		if (g.blocks < 2 || beside_is_safe(a, &g, groups, doers, n_doers, kinds, joined))
			return g.blocks;
		next = smallest(groups, in, n, false);
		if (next == n)
			return 0;
		in[next] = true;
	}
}
