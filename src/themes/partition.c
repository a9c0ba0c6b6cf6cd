#include "partition.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "louvain.h"
#include "neighbours.h"
#include "quantile.h"

#define NEAR_LEAST 15		/* nearest texts: 1.4 sqrt(n), within these */
#define NEAR_MOST 70
#define SHARPEN 1.3f		/* weights of the graph: a near text counts for more than two far ones */
#define TRIES 8			/* of few texts, where luck plays a part; of many, 1 */
#define MANY 2000
#define SMALLEST 200		/* groups under 1/200 of the texts are dissolved */
#define ROUNDS 5
#define SIZED_FROM 40		/* of fewer texts there are as many groups as there are */
#define STEPS 16
#define STEP 1.06		/* of the resolution */
#define SUPPORT 3		/* how near a text is: its 3 nearest, against the median of all */
/* What speaks for a text, in nats: NEAR if it is as near as the median, and what
 * the order of its words tells. It has to be LEAST, and OF_USUAL of what the order
 * tells of a usual text, up to ENOUGH. Measured on questions to a bank and to an
 * assistant and on complaints, 50 to 3,000 of each, with words at random mixed in. */
#define NEAR 4
#define LEAST 0.8
#define OF_USUAL 0.3
#define ENOUGH 8

static size_t near_count(size_t n)
{
	size_t k = (size_t)(1.4 * sqrt((double)n));

	k = k < NEAR_LEAST ? NEAR_LEAST : k > NEAR_MOST ? NEAR_MOST : k;
	return k < n ? k : n ? n - 1 : 0;
}

static void to_graph(struct arena *a, const struct neighbours *nb, struct graph *g)
{
	size_t *next;

	*g = (struct graph){ .n = nb->n };
	g->begin = arena_array(a, size_t, nb->n + 1);
	g->self = arena_array(a, double, nb->n + 1);
	for (size_t i = 0; i < nb->n; i++)
		for (size_t k = 0; k < nb->count[i]; k++) {
			g->begin[i + 1]++;
			g->begin[nb->near[i * nb->k + k].text + 1]++;
		}
	for (size_t i = 0; i < nb->n; i++)
		g->begin[i + 1] += g->begin[i];
	g->to = arena_array(a, uint32_t, g->begin[nb->n] + 1);
	g->weight = arena_array(a, float, g->begin[nb->n] + 1);
	next = arena_array(a, size_t, nb->n + 1);
	memcpy(next, g->begin, nb->n * sizeof *next);
	for (size_t i = 0; i < nb->n; i++)
		for (size_t k = 0; k < nb->count[i]; k++) {
			struct near x = nb->near[i * nb->k + k];
			float w = powf(x.like, SHARPEN);

			g->to[next[i]] = x.text;
			g->weight[next[i]++] = w;
			g->to[next[x.text]] = (uint32_t)i;
			g->weight[next[x.text]++] = w;
			g->total += 2 * (double)w;
		}
}

/* Groups that are too small are none: their texts go where they are nearest. */
static size_t dissolve(struct arena *a, uint32_t *group, const uint32_t *times, size_t n, size_t k)
{
	size_t *size = arena_array(a, size_t, k + 1), all = 0, least;
	uint32_t *number = arena_array(a, uint32_t, k + 1), left = 0;

	for (size_t i = 0; i < n; i++) {
		all += times[i];
		if (group[i] != NO_GROUP)
			size[group[i]] += times[i];
	}
	least = all / SMALLEST < 2 ? 2 : all / SMALLEST;
	for (size_t g = 0; g < k; g++)
		number[g] = size[g] >= least ? left++ : NO_GROUP;
	for (size_t i = 0; i < n; i++)
		if (group[i] != NO_GROUP)
			group[i] = number[group[i]];
	return left;
}

/* How near the nearest of each are. */
static float *supports(struct arena *a, const struct neighbours *nb)
{
	float *support = arena_array(a, float, nb->n + 1);

	for (size_t i = 0; i < nb->n; i++) {
		for (size_t k = 0; k < SUPPORT && k < nb->count[i]; k++)
			support[i] += nb->near[i * nb->k + k].like;
		support[i] /= SUPPORT;
	}
	return support;
}

static float median(struct arena *a, const float *p, size_t n)
{
	float *sorted = arena_array(a, float, n + 1);

	memcpy(sorted, p, n * sizeof *sorted);
	return quantile(sorted, n, 0.5);
}

/* Who speaks like somebody else? */
static bool *with_others(struct arena *a, const struct neighbours *nb, const struct partition_options *o)
{
	bool *yes = arena_array(a, bool, nb->n + 1);
	float *support = supports(a, nb), typical = median(a, support, nb->n);

	for (size_t i = 0; i < nb->n; i++) {
		double near = typical > 0 ? (double)support[i] / (double)typical : 1;
		struct order order = o->order ? o->order[i] : (struct order){ 0 };
		yes[i] = o->everybody || o->times[i] > 1 ||
			 (support[i] > 0 && NEAR * fmin(near, 1) + (double)order.told >=
			  LEAST + OF_USUAL * fmin((double)order.usual, ENOUGH));
	}
	return yes;
}

/* The communities at this resolution, but for who speaks like nobody. */
static size_t communities(struct arena *a, const struct graph *g, const struct partition_options *o, const bool *part,
			  double resolution, struct random *r, uint32_t *group)
{
	size_t k = louvain(a, g, resolution, g->n < MANY ? TRIES : 1, r, group);

	for (size_t i = 0; i < g->n; i++)
		if (!part[i])
			group[i] = NO_GROUP;
	return dissolve(a, group, o->times, g->n, k);
}

/* How many groups people can take in at once: 4 to 8 of 50 texts, 7 to 15 of 500,
 * between them in between, as the logarithm goes. */
static void can_be_taken_in(size_t n, size_t *least, size_t *most)
{
	double tens = log10((double)n / 50);

	*least = n < 50 ? 4 : (size_t)(4 + 3 * tens + 0.5);
	*most = n < 50 ? 8 : (size_t)(8 + 7 * tens + 0.5);
}

/* Finer where they are too few, coarser where too many; as they were where neither
 * helps, as of texts that all say one thing. */
static size_t of_a_size(struct arena *a, const struct graph *g, const struct partition_options *o, const bool *part,
			size_t k, struct random *r, uint32_t *group)
{
	uint32_t *other = arena_array(a, uint32_t, g->n + 1);
	double resolution = o->resolution;
	size_t least, most, n = k;
	bool few;

	if (o->everybody || g->n < SIZED_FROM || g->n >= MANY)
		return k;
	can_be_taken_in(g->n, &least, &most);
	few = k < least;
	for (int i = 0; i < STEPS && (few ? n < least : n > most); i++) {
		resolution *= few ? STEP : 1 / STEP;
		n = communities(a, g, o, part, resolution, r, other);
	}
	if (n == k || n < least || n > most)
		return k;
	memcpy(group, other, g->n * sizeof *group);
	return n;
}

size_t partition(struct arena *a, const struct vector *v, size_t n, size_t n_ids,
		 const struct partition_options *o, struct random *r, uint32_t *group, struct centres *c)
{
	struct arena *own = arena_child(a);
	struct neighbours nb;
	struct graph g;
	bool *part;
	size_t k;

	neighbours_find(own, v, n, n_ids, o->n_shared, near_count(n), &nb);
	part = with_others(own, &nb, o);
	to_graph(own, &nb, &g);
	k = communities(own, &g, o, part, o->resolution, r, group);
	k = of_a_size(own, &g, o, part, k, r, group);
	if (!k) {
		for (size_t i = 0; i < n; i++)
			group[i] = part[i] ? 0 : NO_GROUP;
		k = 1;
	}
	centres_init(a, c, k, n_ids);
	centres_settle(c, v, n, group, part, ROUNDS);
	arena_free(own);
	return k;
}
