/* Grouping: what is the same, a sample of what is not, its groups, where the
 * others belong, and how the groups are told. */
#include "replife/discover.h"

#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "few.h"
#include "id_map.h"
#include "order.h"
#include "partition.h"
#include "quantile.h"

#ifndef SAMPLE		/* `make fuzz` has it small */
#define SAMPLE 10000		/* more different texts than that, and a sample is grouped */
#endif
#define WITHIN 0.5		/* resolution inside a large group: few parts */
#define FAR 0.03		/* a text beyond the sample fits nowhere if it is as far from its
				 * centre as the farthest of these of the sample are */

/* Texts that are the same to the letter count as one. */
struct same {
	uint32_t *number;		/* of a text: its place in `first` */
	uint32_t *first;		/* the text that says it first */
	uint32_t *times;		/* how often that was said */
	size_t n;
};

/* Those that are grouped, by their places in `first`. */
struct sample {
	uint32_t *place;
	struct discover_text *texts;
	struct vector *v;
	uint32_t *group;
	uint32_t *times;
	size_t n;
};

struct work {
	struct arena *a;		/* of the result */
	struct arena *own;		/* of the work */
	const struct discover_text *texts;
	size_t n;
	struct random random;
	struct features *features;
	struct same same;
	struct sample sample;
	uint32_t *group;		/* of each different text, and … */
	float *like;			/* … the cosine to its centre */
};

static void find_same(struct work *w)
{
	struct same *s = &w->same;
	struct id_map *m = id_map_new(w->own);

	s->number = arena_array(w->own, uint32_t, w->n + 1);
	s->first = arena_array(w->own, uint32_t, w->n + 1);
	s->times = arena_array(w->own, uint32_t, w->n + 1);
	for (size_t i = 0; i < w->n; i++) {
		uint64_t h = hash_bytes(w->texts[i].p, w->texts[i].n, 0);
		uint32_t *at = id_map_at(m, h, (uint32_t)s->n);

		s->number[i] = *at;
		if (*at == s->n)
			s->first[s->n++] = (uint32_t)i;
		s->times[*at]++;
	}
	id_map_free(m);
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

static struct sample sample_of(struct work *w, const uint32_t *places, size_t n)
{
	struct sample s = { .n = n };

	s.place = arena_array(w->own, uint32_t, n + 1);
	s.texts = arena_array(w->own, struct discover_text, n + 1);
	s.v = arena_array(w->own, struct vector, n + 1);
	s.group = arena_array(w->own, uint32_t, n + 1);
	s.times = arena_array(w->own, uint32_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		s.place[i] = places[i];
		s.texts[i] = w->texts[w->same.first[places[i]]];
		s.times[i] = w->same.times[places[i]];
	}
	return s;
}

static void take_sample(struct work *w)
{
	size_t n = w->same.n < SAMPLE ? w->same.n : SAMPLE;
	uint32_t *places = arena_array(w->own, uint32_t, w->same.n + 1);

	for (size_t i = 0; i < w->same.n; i++)
		places[i] = (uint32_t)i;
	if (n < w->same.n) {
		random_shuffle(&w->random, places, w->same.n);
		qsort(places, n, sizeof *places, by_number);
	}
	w->sample = sample_of(w, places, n);
	for (size_t i = 0; i < n; i++)
		features_learn(w->features, w->sample.texts[i].p, w->sample.texts[i].n, w->sample.times[i]);
	features_weigh(w->features);
	for (size_t i = 0; i < n; i++)
		w->sample.v[i] = features_learned(w->features, i);
}

/* The texts of a sample get their groups, and those that `in` names beside it go
 * where they are nearest; nearer than `least`, or nowhere. */
static void place(struct work *w, const struct sample *s, struct centres *c, const uint32_t *in, size_t n_in,
		  double share)
{
	float *likes = arena_array(w->own, float, s->n + 1), least, like;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		w->group[s->place[i]] = s->group[i];
		if (s->group[i] == NO_GROUP)
			continue;
		w->like[s->place[i]] = likes[n++] = centres_like(c, s->v[i], s->group[i]);
	}
	least = quantile(likes, n, share);
	for (size_t i = 0, k = 0; i < n_in; i++) {
		const struct discover_text *t = &w->texts[w->same.first[in[i]]];
		uint32_t g;

		if (k < s->n && s->place[k] == in[i]) {
			k++;
			continue;
		}
		g = centres_nearest(c, features_of(w->features, t->p, t->n), &like);
		w->group[in[i]] = like >= least || (share > 0 && w->same.times[in[i]] > 1) ? g : NO_GROUP;
		w->like[in[i]] = like;
	}
}

/* ---- how they are told ---- */

struct member {
	uint32_t text;
	float like;
};

static int by_nearness(const void *x, const void *y)
{
	const struct member *a = x, *b = y;

	if (a->like > b->like || a->like < b->like)
		return a->like > b->like ? -1 : 1;
	return (a->text > b->text) - (a->text < b->text);
}

static int by_size(const void *x, const void *y)
{
	const struct discover_group *a = x, *b = y;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return (a->texts[0] > b->texts[0]) - (a->texts[0] < b->texts[0]);
}

/* What describes it comes from the sample, in which each text stands once. */
static void describe(struct work *w, const struct sample *s, const uint32_t *have, struct centres *c,
		     uint32_t group, struct discover_group *out)
{
	struct grouped all = { w->features, s->texts, s->v, s->n, s->group, have };
	struct member *m = arena_array(w->own, struct member, s->n + 1);
	uint32_t *members = arena_array(w->own, uint32_t, s->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->group[i] == group)
			m[n++] = (struct member){ (uint32_t)i, w->like[s->place[i]] };
	qsort(m, n, sizeof *m, by_nearness);
	for (size_t i = 0; i < n; i++)
		members[i] = m[i].text;
	out->n_terms = describe_terms(w->a, &all, members, n, out->terms);
	out->n_quotes = describe_quotes(w->a, &all, c, group, members, n, out->quotes);
	for (size_t i = 0; i < out->n_quotes; i++)
		out->quotes[i] = w->same.first[s->place[out->quotes[i]]];
}

/* Each group of the different texts that have one. */
static size_t tell(struct work *w, const struct sample *s, struct centres *c, struct discover_group **out)
{
	size_t *n = arena_array(w->own, size_t, c->k + 1), k = 0;
	struct member **m = arena_array(w->own, struct member *, c->k + 1);
	struct grouped all = { .features = w->features, .v = s->v, .n = s->n };
	uint32_t *have = describe_count(w->own, &all);

	for (size_t i = 0; i < w->n; i++)
		if (w->group[w->same.number[i]] != NO_GROUP)
			n[w->group[w->same.number[i]]]++;
	for (size_t g = 0; g < c->k; g++) {
		m[g] = arena_array(w->own, struct member, n[g] + 1);
		n[g] = 0;
	}
	for (size_t i = 0; i < w->n; i++) {
		uint32_t at = w->same.number[i], g = w->group[at];

		if (g != NO_GROUP)
			m[g][n[g]++] = (struct member){ (uint32_t)i, w->like[at] };
	}
	*out = arena_array(w->a, struct discover_group, c->k + 1);
	for (uint32_t g = 0; g < c->k; g++) {
		uint32_t *texts;
		double sum = 0;

		if (!n[g])
			continue;
		qsort(m[g], n[g], sizeof *m[g], by_nearness);
		texts = arena_array(w->a, uint32_t, n[g]);
		for (size_t i = 0; i < n[g]; i++) {
			texts[i] = m[g][i].text;
			sum += (double)m[g][i].like;
		}
		(*out)[k] = (struct discover_group){ .n = n[g], .texts = texts, .cohesion = (float)(sum / (double)n[g]) };
		describe(w, s, have, c, g, &(*out)[k++]);
	}
	qsort(*out, k, sizeof **out, by_size);
	return k;
}

/* ---- inside a large group ---- */

/* The different texts of a group, rising. */
static size_t places_of(struct work *w, const struct discover_group *g, uint32_t *out)
{
	size_t n = 0, k = 0;

	for (size_t i = 0; i < g->n; i++)
		out[n++] = w->same.number[g->texts[i]];
	qsort(out, n, sizeof *out, by_number);
	for (size_t i = 0; i < n; i++)
		if (!i || out[i] != out[i - 1])
			out[k++] = out[i];
	return k;
}

static void look_inside(struct work *w, struct discover_group *g)
{
	struct partition_options o = { .resolution = WITHIN, .everybody = true,
				       .n_shared = features_shared(w->features) };
	uint32_t *in = arena_array(w->own, uint32_t, g->n + 1), *sampled = arena_array(w->own, uint32_t, g->n + 1);
	size_t n_in = places_of(w, g, in), n = 0;
	uint32_t *from = arena_array(w->own, uint32_t, g->n + 1);
	struct sample s;
	struct centres c;

	for (size_t i = 0, k = 0; i < n_in; i++) {
		while (k < w->sample.n && w->sample.place[k] < in[i])
			k++;
		if (k < w->sample.n && w->sample.place[k] == in[i]) {
			from[n] = (uint32_t)k;
			sampled[n++] = in[i];
		}
	}
	if (n < DISCOVER_LARGE)
		return;
	s = sample_of(w, sampled, n);
	for (size_t i = 0; i < n; i++)
		s.v[i] = w->sample.v[from[i]];
	o.times = s.times;
	partition(w->own, s.v, n, features_size(w->features), &o, &w->random, s.group, &c);
	memset(w->group, 0xFF, w->same.n * sizeof *w->group);
	place(w, &s, &c, in, n_in, 0);
	g->n_parts = tell(w, &s, &c, &g->parts);
	if (g->n_parts < 2)
		g->n_parts = 0;
}

/* Of few texts near is not enough. */
static void together(struct work *w, struct centres *c)
{
	struct sample *s = &w->sample;
	size_t k = few_together(w->features, s->v, s->times, s->n, s->group);

	centres_init(w->own, c, k, features_size(w->features));
	centres_set(c, s->v, s->n, s->group);
}

void discover(struct arena *a, const struct discover_text *texts, size_t n,
	      const struct discover_options *o, struct discovery *out)
{
	struct work w = { .a = a, .own = arena_child(a), .texts = texts, .n = n, .random.state = o->seed };
	struct partition_options p = { .resolution = 1 };
	struct centres c;
	uint32_t *nowhere = arena_array(a, uint32_t, n + 1), *every;

	*out = (struct discovery){ .nowhere = nowhere };
	if (!n)
		return;
	w.features = features_new(w.own, o->vectors);
	find_same(&w);
	take_sample(&w);
	w.group = arena_array(w.own, uint32_t, w.same.n + 1);
	w.like = arena_array(w.own, float, w.same.n + 1);
	p.times = w.sample.times;
	p.n_shared = features_shared(w.features);
	p.order = order_read(w.own, w.sample.texts, w.sample.n);
	partition(w.own, w.sample.v, w.sample.n, features_size(w.features), &p, &w.random, w.sample.group, &c);
	if (w.same.n < FEW)
		together(&w, &c);
	every = arena_array(w.own, uint32_t, w.same.n + 1);
	for (size_t i = 0; i < w.same.n; i++)
		every[i] = (uint32_t)i;
	place(&w, &w.sample, &c, every, w.same.n, FAR);
	for (size_t i = 0; i < n; i++)
		if (w.group[w.same.number[i]] == NO_GROUP)
			nowhere[out->n_nowhere++] = (uint32_t)i;
	out->n_groups = tell(&w, &w.sample, &c, &out->groups);
	for (size_t i = 0; o->parts && i < out->n_groups; i++)
		if (out->groups[i].n >= DISCOVER_LARGE)
			look_inside(&w, &out->groups[i]);
	features_free(w.features);
	arena_free(w.own);
}
