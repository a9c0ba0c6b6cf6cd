#include "replife/suggest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "centres.h"
#include "quantile.h"
#include "text_features.h"

#define LIKE_CASES 40		/* known texts that are as clear, around a new one */
#define FAR 0.05		/* a text farther than the farthest of these is like none */

/* A known text, put as if it were new. */
struct trial {
	float clear;			/* how much nearer the first is than the second, 0 to 1 */
	bool right;
};

struct suggest {
	struct features *features;
	struct centres c;
	struct trial *trials;		/* by how clear */
	size_t n;
	float least;
};

/* ---- what is known ---- */

static double square(struct vector v)
{
	double s = 0;

	for (size_t i = 0; i < v.n; i++)
		s += (double)v.terms[i].weight * (double)v.terms[i].weight;
	return s;
}

/* The nearest and how clearly, of what centres_nearest() left in c->like; `own`,
 * where given, without the text itself in it. */
static uint32_t first_of(const struct centres *c, uint32_t own, double self, float *like, float *clear)
{
	double best = 0, second = 0;
	uint32_t at = NO_GROUP;

	for (size_t g = 0; g < c->k; g++) {
		double dot = (double)c->like[g], x = dot * (double)c->by[g];

		if (g == own) {
			double length = c->by[g] > 0 ? 1 / (double)c->by[g] : 0;
			double left = length * length - 2 * dot + self;

			x = left > 1e-9 ? (dot - self) / sqrt(left) : 0;
		}
		if (x > best) {
			second = best;
			best = x;
			at = (uint32_t)g;
		} else if (x > second) {
			second = x;
		}
	}
	*like = (float)best;
	*clear = best > 0 ? (float)((best - second) / best) : 0;
	return at;
}

static int by_clear(const void *x, const void *y)
{
	const struct trial *a = x, *b = y;

	if (a->clear < b->clear || a->clear > b->clear)
		return a->clear < b->clear ? -1 : 1;
	return a->right - b->right;
}

static void try_all(struct arena *a, struct suggest *s, const struct vector *v, const uint32_t *theme)
{
	float *likes = arena_array(a, float, s->n + 1), ignored;

	for (size_t i = 0; i < s->n; i++) {
		uint32_t at;

		centres_nearest(&s->c, v[i], &ignored);
		at = first_of(&s->c, theme[i], square(v[i]), &likes[i], &s->trials[i].clear);
		s->trials[i].right = at == theme[i];
	}
	qsort(s->trials, s->n, sizeof *s->trials, by_clear);
	s->least = quantile(likes, s->n, FAR);
}

struct suggest *suggest_new(struct arena *a, const struct discover_text *texts, const uint32_t *theme, size_t n,
			    size_t n_themes, const struct vectors *vectors)
{
	struct suggest *s = arena_new(a, struct suggest);
	struct vector *v = arena_array(a, struct vector, n + 1);

	s->n = n;
	s->features = features_new(a, n <= SUGGEST_MEANT ? vectors : NULL);
	s->trials = arena_array(a, struct trial, n + 1);
	for (size_t i = 0; i < n; i++)
		features_learn(s->features, texts[i].p, texts[i].n, 1);
	features_weigh(s->features);
	for (size_t i = 0; i < n; i++)
		v[i] = features_learned(s->features, i);
	centres_init(a, &s->c, n_themes, features_size(s->features));
	centres_set(&s->c, v, n, theme);
	try_all(a, s, v, theme);
	return s;
}

void suggest_free(struct suggest *s)
{
	if (s)
		features_free(s->features);
}

/* ---- a new text ---- */

/* Laplace's rule over the known texts that were about as clear. */
static float confidence(const struct suggest *s, float clear)
{
	size_t at = 0, past = s->n, begin, end, right = 0;

	while (at < past) {		/* the first that is as clear */
		size_t mid = at + (past - at) / 2;

		if (s->trials[mid].clear < clear)
			at = mid + 1;
		else
			past = mid;
	}
	begin = at > LIKE_CASES / 2 ? at - LIKE_CASES / 2 : 0;
	end = begin + LIKE_CASES < s->n ? begin + LIKE_CASES : s->n;
	begin = end > LIKE_CASES ? end - LIKE_CASES : 0;
	for (size_t i = begin; i < end; i++)
		right += s->trials[i].right;
	return (float)((double)(right + 1) / (double)(end - begin + 2));
}

/* Of the words and pairs of the text, those that bring it nearest. */
struct because {
	float worth;
	uint32_t parts[2];
	size_t at, len;
};

struct reasons {
	struct suggest *s;
	struct vector v;
	uint32_t theme;
	size_t n;
	struct because all[64];
};

static float worth_of(const struct reasons *r, uint32_t id)
{
	for (size_t i = 0; i < r->v.n; i++)
		if (r->v.terms[i].id == id)
			return r->v.terms[i].weight * r->s->c.sum[(size_t)id * r->s->c.row + r->theme];
	return 0;
}

static bool weigh_word(void *ctx, const struct spelled *w)
{
	struct reasons *r = ctx;
	struct because x = { worth_of(r, w->id), { w->parts[0], w->parts[1] }, w->at, w->len };

	if (x.worth > 0)
		r->all[r->n++] = x;
	return r->n < sizeof r->all / sizeof *r->all;
}

static int by_worth(const void *x, const void *y)
{
	const struct because *a = x, *b = y;

	if (a->worth > b->worth || a->worth < b->worth)
		return a->worth > b->worth ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static bool shares_word(const struct because *x, const struct because *y)
{
	return x->parts[0] == y->parts[0] || x->parts[1] == y->parts[1] || x->parts[0] == y->parts[1] ||
	       x->parts[1] == y->parts[0];
}

/* Each word is told once. */
static void tell_why(struct arena *a, struct reasons *r, const char *text, struct suggestion *out)
{
	const struct because *told[SUGGEST_WORDS] = { NULL };
	size_t n = 0;

	qsort(r->all, r->n, sizeof *r->all, by_worth);
	for (size_t i = 0; i < r->n && n < SUGGEST_WORDS; i++) {
		bool known = false;

		for (size_t k = 0; k < n && told[k]; k++)
			known |= shares_word(told[k], &r->all[i]);
		if (known)
			continue;
		told[n] = &r->all[i];
		out->words[n++] = arena_dup(a, text + r->all[i].at, r->all[i].len);
	}
	out->n_words = n;
}

bool suggest_for(struct suggest *s, struct arena *a, const char *text, size_t n, struct suggestion *out)
{
	struct reasons r = { .s = s };
	float like, clear;

	*out = (struct suggestion){ 0 };
	r.v = features_of(s->features, text, n);
	centres_nearest(&s->c, r.v, &like);
	out->theme = r.theme = first_of(&s->c, NO_GROUP, 0, &like, &clear);
	if (out->theme == NO_GROUP || like < s->least)
		return false;
	out->confidence = confidence(s, clear);
	features_spell(s->features, text, n, weigh_word, &r);
	tell_why(a, &r, text, out);
	return true;
}
