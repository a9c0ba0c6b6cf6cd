#include "louvain.h"

#include <stdbool.h>
#include <string.h>

#define PASSES 50		/* over one level; they settle long before */
#define LEAST_GAIN 1e-12

/* One level: nodes, and the communities that they move between. */
struct level {
	const struct graph *g;
	double resolution;
	double *degree, *total;		/* of a node; of a community */
	uint32_t *of;			/* the community of a node */
	double *weight;			/* from the node that moves to each community met */
	uint32_t *met;
};

static void level_init(struct arena *a, struct level *l, const struct graph *g, double resolution)
{
	*l = (struct level){ .g = g, .resolution = resolution };
	l->degree = arena_array(a, double, g->n + 1);
	l->total = arena_array(a, double, g->n + 1);
	l->weight = arena_array(a, double, g->n + 1);
	l->of = arena_array(a, uint32_t, g->n + 1);
	l->met = arena_array(a, uint32_t, g->n + 1);
	for (size_t i = 0; i < g->n; i++) {
		l->degree[i] = g->self[i];
		for (size_t e = g->begin[i]; e < g->begin[i + 1]; e++)
			l->degree[i] += (double)g->weight[e];
		l->total[i] = l->degree[i];
		l->of[i] = (uint32_t)i;
	}
}

/* To where modularity gains most. */
static bool move(struct level *l, uint32_t i)
{
	const struct graph *g = l->g;
	uint32_t old = l->of[i], best = old;
	size_t n_met = 0;
	double gain;

	for (size_t e = g->begin[i]; e < g->begin[i + 1]; e++) {
		uint32_t c = l->of[g->to[e]];

		if (g->to[e] == i)
			continue;
		if (l->weight[c] <= 0)
			l->met[n_met++] = c;
		l->weight[c] += (double)g->weight[e];
	}
	l->total[old] -= l->degree[i];
	gain = l->weight[old] - l->resolution * l->degree[i] * l->total[old] / g->total;
	for (size_t k = 0; k < n_met; k++) {
		uint32_t c = l->met[k];
		double q = l->weight[c] - l->resolution * l->degree[i] * l->total[c] / g->total;

		if (q > gain + LEAST_GAIN) {
			gain = q;
			best = c;
		}
		l->weight[c] = 0;
	}
	l->weight[old] = 0;
	l->total[best] += l->degree[i];
	l->of[i] = best;
	return best != old;
}

static bool settle(struct arena *a, struct level *l, struct random *r)
{
	uint32_t *order = arena_array(a, uint32_t, l->g->n + 1);
	size_t moved = l->g->n;
	bool any = false;

	for (size_t i = 0; i < l->g->n; i++)
		order[i] = (uint32_t)i;
	random_shuffle(r, order, l->g->n);
	/* The last few of a thousand go back and forth for long. */
	for (int pass = 0; moved * 500 > l->g->n && pass < PASSES; pass++) {
		moved = 0;
		for (size_t i = 0; i < l->g->n; i++)
			moved += move(l, order[i]);
		any |= moved > 0;
	}
	return any;
}

/* Numbers from 0 without a gap; how many. */
static size_t renumber(struct arena *a, uint32_t *of, size_t n)
{
	uint32_t *number = arena_array(a, uint32_t, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (!number[of[i]])
			number[of[i]] = (uint32_t)++k;
		of[i] = number[of[i]] - 1;
	}
	return k;
}

/* Each community as one node. */
static void fold(struct arena *a, const struct level *l, size_t k, struct graph *out)
{
	const struct graph *g = l->g;
	uint32_t *first = arena_array(a, uint32_t, k + 1), *next = arena_array(a, uint32_t, g->n + 1);
	uint32_t *met = arena_array(a, uint32_t, k + 1);
	double *sum = arena_array(a, double, k + 1);
	size_t edges = 0;

	*out = (struct graph){ .n = k, .total = g->total };
	out->begin = arena_array(a, size_t, k + 1);
	out->self = arena_array(a, double, k + 1);
	out->to = arena_array(a, uint32_t, g->begin[g->n] + 1);
	out->weight = arena_array(a, float, g->begin[g->n] + 1);
	for (size_t i = g->n; i-- > 0;) {
		next[i] = first[l->of[i]];
		first[l->of[i]] = (uint32_t)i + 1;
	}
	for (size_t c = 0; c < k; c++) {
		size_t n_met = 0;

		for (uint32_t i = first[c]; i; i = next[i - 1]) {
			out->self[c] += g->self[i - 1];
			for (size_t e = g->begin[i - 1]; e < g->begin[i]; e++) {
				uint32_t to = l->of[g->to[e]];

				if (to == c) {
					out->self[c] += (double)g->weight[e];
					continue;
				}
				if (sum[to] <= 0)
					met[n_met++] = to;
				sum[to] += (double)g->weight[e];
			}
		}
		for (size_t m = 0; m < n_met; m++) {
			out->to[edges] = met[m];
			out->weight[edges++] = (float)sum[met[m]];
			sum[met[m]] = 0;
		}
		out->begin[c + 1] = edges;
	}
}

static double modularity(struct arena *a, const struct graph *g, const uint32_t *label, size_t k,
			 double resolution)
{
	double *total = arena_array(a, double, k + 1), q = 0;

	for (size_t i = 0; i < g->n; i++) {
		q += g->self[i];
		total[label[i]] += g->self[i];
		for (size_t e = g->begin[i]; e < g->begin[i + 1]; e++) {
			total[label[i]] += (double)g->weight[e];
			if (label[g->to[e]] == label[i])
				q += (double)g->weight[e];
		}
	}
	q /= g->total;
	for (size_t c = 0; c < k; c++)
		q -= resolution * (total[c] / g->total) * (total[c] / g->total);
	return q;
}

static size_t one_try(struct arena *a, const struct graph *whole, double resolution, struct random *r,
		      uint32_t *label)
{
	struct graph g = *whole, folded;
	size_t k;

	for (size_t i = 0; i < whole->n; i++)
		label[i] = (uint32_t)i;
	for (;;) {
		struct level l;
		bool any;

		level_init(a, &l, &g, resolution);
		any = settle(a, &l, r);
		k = renumber(a, l.of, g.n);
		for (size_t i = 0; i < whole->n; i++)
			label[i] = l.of[label[i]];
		if (!any || k == g.n)
			return k;
		fold(a, &l, k, &folded);
		g = folded;
	}
}

size_t louvain(struct arena *a, const struct graph *g, double resolution, unsigned tries,
	       struct random *r, uint32_t *label)
{
	struct arena *own = arena_child(a);
	uint32_t *now = arena_array(a, uint32_t, g->n + 1);
	size_t best_k = 0;
	double best = 0;

	if (g->total <= 0) {
		for (size_t i = 0; i < g->n; i++)
			label[i] = (uint32_t)i;
		return g->n;
	}
	for (unsigned i = 0; i < tries; i++) {
		size_t k = one_try(own, g, resolution, r, now);
		double q = modularity(own, g, now, k, resolution);

		if (!i || q > best) {
			best = q;
			best_k = k;
			memcpy(label, now, g->n * sizeof *label);
		}
		arena_free(own);
	}
	return best_k;
}
