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

static bool did(const struct disclose_doer *d, const bool *of, size_t kinds)
{
	for (size_t k = 0; k < kinds; k++)
		if (of[k] && d->kinds[k])
			return true;
	return false;
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

/* Whether in some row few did one of these kinds; `did_one`: room for the rows. */
static bool any_few(const struct disclose_doer *d, size_t n, size_t rows, const bool *of, size_t kinds,
		    size_t *did_one)
{
	bool few = false;

	for (size_t r = 0; r < rows; r++)
		did_one[r] = 0;
	for (size_t i = 0; i < n; i++)
		did_one[d[i].row] += did(&d[i], of, kinds);
	for (size_t r = 0; r < rows; r++)
		few |= is_few(did_one[r]);
	return few;
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
	size_t *did_one = arena_array(a, size_t, rows + 1), next = kinds;

	for (size_t k = 0; k < kinds; k++)
		joined[k] = false;
	for (size_t i = 0; i < rows * kinds && rows > 1; i++)
		if (is_few(cell[i])) {
			joined[i % kinds] = true;
			next = 0;
		}
	while (next < kinds) {
		next = any_few(doers, n, rows, joined, kinds, did_one) ? rarest(cell, rows, kinds, joined) : kinds;
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
struct edge {
	size_t row, block, doer;	/* doer: one who is in both */
	size_t people;			/* of the column that is looked at */
	size_t room;			/* who may still flow from the row to the block */
	size_t back;			/* and who flow against it, beside no end */
};

struct graph {
	size_t rows, blocks, n;
	struct edge *edge;		/* n of them */
	const size_t *edge_of;		/* of a doer */
	size_t *begin, *at;		/* edges of a node: at[begin[i]] to at[begin[i + 1] - 1] */
	size_t *by, *queue;		/* by node: the edge that led there */
	size_t doubtful;		/* the doer whose edge was not safe last */
};

#define NO_EDGE SIZE_MAX

/* Blocks stand behind the rows. */
static size_t other_end(const struct graph *g, size_t e, size_t node)
{
	return node < g->rows ? g->rows + g->edge[e].block : g->edge[e].row;
}

static void list_edges(struct arena *a, struct graph *g)
{
	size_t nodes = g->rows + g->blocks, *next = arena_array(a, size_t, nodes + 1);

	g->begin = arena_array(a, size_t, nodes + 2);
	g->at = arena_array(a, size_t, g->n * 2 + 1);
	g->by = arena_array(a, size_t, nodes + 1);
	g->queue = arena_array(a, size_t, nodes + 1);
	for (size_t e = 0; e < g->n; e++) {
		g->begin[g->edge[e].row + 1]++;
		g->begin[g->rows + g->edge[e].block + 1]++;
	}
	for (size_t i = 0; i < nodes; i++) {
		g->begin[i + 1] += g->begin[i];
		next[i] = g->begin[i];
	}
	for (size_t e = 0; e < g->n; e++) {
		g->at[next[g->edge[e].row]++] = e;
		g->at[next[g->rows + g->edge[e].block]++] = e;
	}
}

/* An edge for each row and block that somebody is in. */
static void graph_of(struct arena *a, struct graph *g, const struct disclose_group *groups,
		     const struct disclose_doer *d, size_t n)
{
	size_t *first = arena_array(a, size_t, g->rows + 1), *next = arena_array(a, size_t, n + 1);
	size_t *edge_of = arena_array(a, size_t, n + 1), *seen = arena_array(a, size_t, g->blocks + 1);

	g->n = 0;
	g->edge = arena_array(a, struct edge, n + 1);
	for (size_t i = 0; i < n; i++) {	/* doers row by row */
		next[i] = first[d[i].row];
		first[d[i].row] = i + 1;
	}
	for (size_t r = 0; r < g->rows; r++) {
		size_t before = g->n;		/* an edge of the row comes after it */

		for (size_t i = first[r]; i; i = next[i - 1]) {
			size_t block = groups[d[i - 1].side].block;

			if (seen[block] <= before) {
				g->edge[g->n] = (struct edge){ .row = r, .block = block, .doer = i - 1 };
				seen[block] = ++g->n;
			}
			edge_of[i - 1] = seen[block] - 1;
		}
	}
	g->edge_of = edge_of;
	list_edges(a, g);
}

/* One more person from a row to a block, if there is a way. */
static bool augment(struct graph *g, size_t row, size_t block)
{
	size_t head = 0, tail = 0, to = g->rows + block;

	for (size_t i = 0; i < g->rows + g->blocks; i++)
		g->by[i] = NO_EDGE;
	g->queue[tail++] = row;
	while (head < tail && g->by[to] == NO_EDGE) {
		size_t node = g->queue[head++];

		for (size_t k = g->begin[node]; k < g->begin[node + 1]; k++) {
			const struct edge *e = &g->edge[g->at[k]];
			size_t next = other_end(g, g->at[k], node);

			if (next == row || g->by[next] != NO_EDGE || (node < g->rows && !e->room && !e->back))
				continue;
			g->by[next] = g->at[k];
			g->queue[tail++] = next;
		}
	}
	if (g->by[to] == NO_EDGE)
		return false;
	for (size_t node = to; node != row; node = other_end(g, g->by[node], node)) {
		struct edge *e = &g->edge[g->by[node]];

		if (node < g->rows)
			e->back++;
		else if (e->back)
			e->back--;
		else
			e->room--;
	}
	return true;
}

/* Of people by row and block, whether no difference is of one to four. What was
 * not safe in another column, or with a block less, is looked at first. */
static bool is_safe(struct graph *g)
{
	size_t e = g->n ? g->edge_of[g->doubtful] : 0;

	for (size_t k = 0; k < g->n; k++, e = (e + 1) % g->n) {
		size_t flow = 0;

		if (g->edge[e].people >= DISCLOSE_LEAST)
			continue;
		for (size_t i = 0; i < g->n; i++) {
			g->edge[i].room = g->edge[i].people;
			g->edge[i].back = 0;
		}
		while (flow < DISCLOSE_LEAST && augment(g, g->edge[e].row, g->edge[e].block))
			flow++;
		if (flow < DISCLOSE_LEAST) {
			g->doubtful = g->edge[e].doer;
			return false;
		}
	}
	return true;
}

/* Those who did one of the kinds of a column, by row and block; false: a row
 * has nobody there, of whom this column says nothing. */
static bool count_column(struct graph *g, const struct disclose_doer *d, size_t n, const bool *of, size_t kinds)
{
	for (size_t e = 0; e < g->n; e++)
		g->edge[e].people = 0;
	for (size_t i = 0; i < n; i++)
		g->edge[g->edge_of[i]].people += did(&d[i], of, kinds);
	for (size_t r = 0; r < g->rows; r++) {
		bool here = g->begin[r] == g->begin[r + 1];

		for (size_t k = g->begin[r]; k < g->begin[r + 1]; k++)
			here |= g->edge[g->at[k]].people > 0;
		if (!here)
			return false;
	}
	return true;
}

/* A mixed difference is one of blocks and rows in each column of the map: it is
 * of five people if in one column each is. */
static bool beside_is_safe(struct arena *a, struct graph *g, const struct disclose_group *groups,
			   const struct disclose_doer *d, size_t n, size_t kinds, const bool *joined)
{
	bool *of = arena_array(a, bool, kinds + 1);

	graph_of(a, g, groups, d, n);
	/* Column `kinds` is that of the joined ones; of one row, of all. */
	for (size_t c = g->rows > 1 ? 0 : kinds; c <= kinds; c++) {
		if (c < kinds && joined[c])
			continue;
		for (size_t k = 0; k < kinds; k++)
			of[k] = c < kinds ? k == c : joined[k] || g->rows == 1;
		if (count_column(g, d, n, of, kinds) && is_safe(g))
			return true;
	}
	return false;
}

size_t disclose_beside(struct arena *a, struct disclose_group *groups, size_t n,
		       const struct disclose_doer *doers, size_t n_doers, size_t rows, size_t kinds,
		       const bool *joined)
{
	struct arena *own = arena_child(a);
	struct arena_mark m = arena_mark(own);
	struct graph g = { .rows = rows };
	bool *in = small_ones(a, groups, n);

	for (;;) {
		size_t next;

		fill(groups, in, n);
		g.blocks = number(groups, in, n);
		if (g.blocks < 2 || beside_is_safe(own, &g, groups, doers, n_doers, kinds, joined))
			return g.blocks;
		arena_release(own, m);
		next = smallest(groups, in, n, false);
		if (next == n)
			return 0;
		in[next] = true;
	}
}
