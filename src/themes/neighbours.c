#include "neighbours.h"

#include <stdlib.h>
#include <string.h>

/* What most texts have says least and costs most. Of many texts those ids are left
 * out that more than COMMON of them have, and of long ones more, until the work is
 * COSTS looks a text: but none that fewer than RARE of them have. */
#define COMMON 0.35
#define COMMON_FROM 1000
#define COSTS 30000.0
#define RARE 0.05
#define WHOLE 65000.0f		/* a weight of 1, as the index has it; below 2^16, for rounding */

#define SHARED_WHOLE 32500.0f	/* half of that, for weights with a sign */
#define AT_ONCE 32

/* The texts of each id, rising. */
struct index {
	struct place {
		uint16_t text, weight;
	} *at;
	size_t *next, *end;		/* of an id: where its texts begin that are still to come */
};

/* Of each text, the weights of what every text has. */
struct shared {
	int16_t *at;
	size_t row;			/* of a text, filled up to AT_ONCE with 0 */
};

static uint16_t in_whole(float weight)
{
	return (uint16_t)(weight * WHOLE + 0.5f);
}

/* Ids that more texts have are left out. have: of each id. */
static size_t too_common(struct arena *a, const size_t *have, size_t n_ids, size_t n)
{
	size_t *ids = arena_array(a, size_t, n + 1), most, least = (size_t)(RARE * (double)n);
	double cost = 0;

	if (n < COMMON_FROM)
		return n;
	for (size_t id = 0; id < n_ids; id++)
		ids[have[id]]++;
	for (most = 1; most < (size_t)(COMMON * (double)n); most++) {
		cost += (double)ids[most] * (double)most * (double)most / 2;
		if (cost > COSTS * (double)n && most >= least)
			break;
	}
	return most;
}

static void build(struct arena *a, const struct vector *v, size_t n, size_t n_ids, size_t n_shared,
		  struct index *x)
{
	size_t sum = 0, most;

	x->next = arena_array(a, size_t, n_ids + 1);
	x->end = arena_array(a, size_t, n_ids + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v[i].n - n_shared; k++)
			x->end[v[i].terms[k].id]++;
	most = too_common(a, x->end, n_ids, n);
	for (size_t id = 0; id < n_ids; id++) {
		size_t size = x->end[id] > most ? 0 : x->end[id];

		x->next[id] = size ? sum : SIZE_MAX;
		x->end[id] = size ? sum : 0;
		sum += size;
	}
	x->at = arena_array(a, struct place, sum + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v[i].n - n_shared; k++) {
			uint32_t id = v[i].terms[k].id;

			if (x->next[id] != SIZE_MAX)
				x->at[x->end[id]++] = (struct place){ (uint16_t)i, in_whole(v[i].terms[k].weight) };
		}
}

static void build_shared(struct arena *a, const struct vector *v, size_t n, size_t n_shared, struct shared *s)
{
	s->row = (n_shared + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
	s->at = arena_array(a, int16_t, n * s->row + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n_shared; k++) {
			float w = v[i].terms[v[i].n - n_shared + k].weight * SHARED_WHOLE;

			s->at[i * s->row + k] = (int16_t)(w < 0 ? w - 0.5f : w + 0.5f);
		}
}

static bool before(struct near x, struct near y)
{
	return x.like > y.like || (x.like >= y.like && x.text < y.text);
}

static int by_likeness(const void *x, const void *y)
{
	return before(*(const struct near *)y, *(const struct near *)x) -
	       before(*(const struct near *)x, *(const struct near *)y);
}

/* A heap of the k nearest so far, the farthest of them on top. */
static void sift_down(struct near *h, size_t n, struct near x)
{
	size_t i = 0, child;

	while ((child = 2 * i + 1) < n) {
		child += child + 1 < n && before(h[child], h[child + 1]);
		if (!before(x, h[child]))
			break;
		h[i] = h[child];
		i = child;
	}
	h[i] = x;
}

/* floor[to]: what is not nearer than that is no news to it. */
static void offer(struct neighbours *nb, uint32_t *floor, uint32_t to, uint32_t text, uint32_t like)
{
	struct near x = { text, (float)like };
	struct near *h = nb->near + (size_t)to * nb->k;
	size_t i = nb->count[to];

	if (i == nb->k) {
		if (!before(x, h[0]))
			return;
		sift_down(h, i, x);
		floor[to] = (uint32_t)h[0].like;
		return;
	}
	nb->count[to]++;
	while (i && before(h[(i - 1) / 2], x)) {
		h[i] = h[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	h[i] = x;
	if (nb->count[to] == nb->k)
		floor[to] = (uint32_t)h[0].like;
}

/* How like the ith each text after it is, in WHOLE x WHOLE: no two vectors are
 * longer than 1, so that the sum has room. */
static void compare(struct index *x, struct vector v, size_t n_shared, uint32_t *like)
{
	for (size_t t = 0; t < v.n - n_shared; t++) {
		uint32_t id = v.terms[t].id, w = in_whole(v.terms[t].weight);
		const struct place *e, *end;

		if (x->next[id] == SIZE_MAX)
			continue;
		e = x->at + ++x->next[id];
		end = x->at + x->end[id];
		/* Different texts: four at once, none waits for another. */
		for (; end - e >= 4; e += 4) {
			uint32_t a = like[e[0].text] + w * e[0].weight, b = like[e[1].text] + w * e[1].weight;
			uint32_t c = like[e[2].text] + w * e[2].weight, d = like[e[3].text] + w * e[3].weight;

			like[e[0].text] = a;
			like[e[1].text] = b;
			like[e[2].text] = c;
			like[e[3].text] = d;
		}
		for (; e < end; e++)
			like[e->text] += w * e->weight;
	}
}

static int32_t product(const int16_t *restrict x, const int16_t *restrict y, size_t n)
{
	int32_t sum = 0;

	for (size_t i = 0; i < n; i += AT_ONCE)
		for (size_t k = 0; k < AT_ONCE; k++)
			sum += x[i + k] * y[i + k];
	return sum;
}

/* Two that mean opposite things have less in common, but never less than nothing. */
static void compare_shared(const struct shared *s, size_t i, size_t n, uint32_t *like)
{
	for (size_t j = i + 1; j < n; j++) {
		int64_t both = (int64_t)like[j] + 4 * (int64_t)product(s->at + i * s->row, s->at + j * s->row, s->row);

		like[j] = both > 0 ? (uint32_t)both : 0;
	}
}

/* Each pair is looked at once, from its first text: the index gives up a text
 * when its turn has come. */
void neighbours_find(struct arena *a, const struct vector *v, size_t n, size_t n_ids, size_t n_shared,
		     size_t k, struct neighbours *out)
{
	struct arena *own = arena_child(a);
	struct shared shared;
	struct index x;
	uint32_t *like = arena_array(own, uint32_t, n + 1), *floor = arena_array(own, uint32_t, n + 1);

	*out = (struct neighbours){ .n = n, .k = k };
	out->count = arena_array(a, uint32_t, n + 1);
	out->near = arena_array(a, struct near, n * k + 1);
	build(own, v, n, n_ids - n_shared, n_shared, &x);
	build_shared(own, v, n, n_shared, &shared);
	for (size_t i = 0; k && i < n; i++) {
		compare(&x, v[i], n_shared, like);
		if (n_shared)
			compare_shared(&shared, i, n, like);
		for (size_t j = i + 1; j < n; j++) {
			if (like[j] > floor[i])
				offer(out, floor, (uint32_t)i, (uint32_t)j, like[j]);
			if (like[j] > floor[j])
				offer(out, floor, (uint32_t)j, (uint32_t)i, like[j]);
		}
		memset(like + i, 0, (n - i) * sizeof *like);
	}
	for (size_t i = 0; i < n; i++) {
		qsort(out->near + i * k, out->count[i], sizeof *out->near, by_likeness);
		for (size_t e = 0; e < out->count[i]; e++)
			out->near[i * k + e].like /= WHOLE * WHOLE;
	}
	arena_free(own);
}
