#include "neighbours.h"

#include <stdlib.h>
#include <string.h>

#define COMMON 0.35		/* an id that more of the texts have says little of any, and …  */
#define COMMON_FROM 1000	/* … of many texts it costs most: it is left out */
#define WHOLE 65535.0f		/* a weight of 1, as the index has it */

/* The texts of each id, rising. */
struct index {
	struct place {
		uint16_t text, weight;
	} *at;
	size_t *next, *end;		/* of an id: where its texts begin that are still to come */
};

static void build(struct arena *a, const struct vector *v, size_t n, size_t n_ids, struct index *x)
{
	size_t sum = 0, most = n < COMMON_FROM ? n : (size_t)(COMMON * (double)n);

	x->next = arena_array(a, size_t, n_ids + 1);
	x->end = arena_array(a, size_t, n_ids + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v[i].n; k++)
			x->end[v[i].terms[k].id]++;
	for (size_t id = 0; id < n_ids; id++) {
		size_t size = x->end[id] > most ? 0 : x->end[id];

		x->next[id] = size ? sum : SIZE_MAX;
		x->end[id] = size ? sum : 0;
		sum += size;
	}
	x->at = arena_array(a, struct place, sum + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v[i].n; k++) {
			uint32_t id = v[i].terms[k].id;

			if (x->next[id] != SIZE_MAX)
				x->at[x->end[id]++] = (struct place){ (uint16_t)i, (uint16_t)(v[i].terms[k].weight * WHOLE + 0.5f) };
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
static void offer(struct neighbours *nb, float *floor, uint32_t to, struct near x)
{
	struct near *h = nb->near + (size_t)to * nb->k;
	size_t i = nb->count[to];

	if (i == nb->k) {
		if (!before(x, h[0]))
			return;
		sift_down(h, i, x);
		floor[to] = h[0].like;
		return;
	}
	nb->count[to]++;
	while (i && before(h[(i - 1) / 2], x)) {
		h[i] = h[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	h[i] = x;
	if (nb->count[to] == nb->k)
		floor[to] = h[0].like;
}

/* How like the ith each text after it is. */
static void compare(struct index *x, struct vector v, float *like)
{
	for (size_t t = 0; t < v.n; t++) {
		uint32_t id = v.terms[t].id;
		float w = v.terms[t].weight / WHOLE;
		const struct place *e, *end;

		if (x->next[id] == SIZE_MAX)
			continue;
		e = x->at + ++x->next[id];
		end = x->at + x->end[id];
		for (; e < end; e++)
			like[e->text] += w * (float)e->weight;
	}
}

/* Each pair is looked at once, from its first text: the index gives up a text
 * when its turn has come. */
void neighbours_find(struct arena *a, const struct vector *v, size_t n, size_t n_ids, size_t k,
		     struct neighbours *out)
{
	struct arena own = { .parent = a };
	struct index x;
	float *like = arena_array(&own, float, n + 1), *floor = arena_array(&own, float, n + 1);

	*out = (struct neighbours){ .n = n, .k = k };
	out->count = arena_array(a, uint32_t, n + 1);
	out->near = arena_array(a, struct near, n * k + 1);
	build(&own, v, n, n_ids, &x);
	for (size_t i = 0; k && i < n; i++) {
		compare(&x, v[i], like);
		for (size_t j = i + 1; j < n; j++) {
			if (like[j] > floor[i])
				offer(out, floor, (uint32_t)i, (struct near){ (uint32_t)j, like[j] });
			if (like[j] > floor[j])
				offer(out, floor, (uint32_t)j, (struct near){ (uint32_t)i, like[j] });
		}
		memset(like + i, 0, (n - i) * sizeof *like);
	}
	for (size_t i = 0; i < n; i++)
		qsort(out->near + i * k, out->count[i], sizeof *out->near, by_likeness);
	arena_free(&own);
}
