/*
 * Communities of a weighted graph by modularity: V. D. Blondel, J.-L. Guillaume,
 * R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large networks"
 * (2008). Private to src/themes.
 */
#ifndef THEMES_LOUVAIN_H
#define THEMES_LOUVAIN_H

#include "random.h"
#include "replife/arena.h"

/* Undirected: each edge stands at both of its ends. */
struct graph {
	size_t n;
	size_t *begin;			/* n + 1, in `to` and `weight` */
	uint32_t *to;
	float *weight;
	double *self;			/* of the edges within a node, twice */
	double total;			/* of all weights, twice */
};

/* label[n]: the community of each node, from 0; returns their number. The best
 * of `tries` by modularity at this resolution. */
size_t louvain(struct arena *a, const struct graph *g, double resolution, unsigned tries,
	       struct random *r, uint32_t *label);

#endif
