#include "centres.h"

#include <math.h>
#include <string.h>

void centres_init(struct arena *a, struct centres *c, size_t k, size_t n_ids)
{
	*c = (struct centres){ .k = k, .n_ids = n_ids, .row = (k + LANES - 1) / LANES * LANES };
	c->sum = arena_array(a, float, c->row * n_ids + 1);
	c->by = arena_array(a, float, c->row + 1);
	c->like = arena_array(a, float, c->row + 1);
}

void centres_set(struct centres *c, const struct vector *v, size_t n, const uint32_t *group)
{
	memset(c->sum, 0, c->row * c->n_ids * sizeof *c->sum);
	memset(c->by, 0, c->k * sizeof *c->by);
	for (size_t i = 0; i < n; i++) {
		if (group[i] == NO_GROUP)
			continue;
		for (size_t t = 0; t < v[i].n; t++)
			c->sum[v[i].terms[t].id * c->row + group[i]] += v[i].terms[t].weight;
	}
	for (size_t id = 0; id < c->n_ids; id++)
		for (size_t g = 0; g < c->k; g++)
			c->by[g] += c->sum[id * c->row + g] * c->sum[id * c->row + g];
	for (size_t g = 0; g < c->k; g++)
		c->by[g] = c->by[g] > 0 ? 1 / sqrtf(c->by[g]) : 0;
}

static inline void add_lanes(float *restrict to, const float *restrict from, float w)
{
	for (int i = 0; i < LANES; i++)
		to[i] += w * from[i];
}

uint32_t centres_nearest(struct centres *c, struct vector v, float *like)
{
	uint32_t best = NO_GROUP;

	*like = 0;
	memset(c->like, 0, c->row * sizeof *c->like);
	for (size_t t = 0; t < v.n; t++)
		for (size_t g = 0; g < c->row; g += LANES)
			add_lanes(c->like + g, c->sum + v.terms[t].id * c->row + g, v.terms[t].weight);
	for (size_t g = 0; g < c->k; g++)
		if (c->like[g] * c->by[g] > *like) {
			*like = c->like[g] * c->by[g];
			best = (uint32_t)g;
		}
	return best;
}

float centres_like(const struct centres *c, struct vector v, uint32_t group)
{
	float like = 0;

	for (size_t t = 0; t < v.n; t++)
		like += v.terms[t].weight * c->sum[v.terms[t].id * c->row + group];
	return like * c->by[group];
}

void centres_settle(struct centres *c, const struct vector *v, size_t n, uint32_t *group,
		    const bool *takes_part, unsigned rounds)
{
	size_t moved = n;

	/* One in a thousand that still moves changes no centre to speak of. */
	for (unsigned i = 0; moved * 1000 > n && i < rounds; i++) {
		moved = 0;
		centres_set(c, v, n, group);
		for (size_t t = 0; t < n; t++) {
			float like;
			uint32_t to = takes_part[t] ? centres_nearest(c, v[t], &like) : NO_GROUP;

			moved += to != group[t];
			group[t] = to;
		}
	}
	centres_set(c, v, n, group);
}
