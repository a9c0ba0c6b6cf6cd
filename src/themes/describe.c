#include "describe.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "id_map.h"

#define LAMBDA 0.7f
#define QUOTES_FROM 60		/* the nearest of a group that are looked at */
#define SPELLED_FROM 400	/* texts in which ways to write a term are counted */
#define CANDIDATES 40
#define TERM_BYTES 60

/* ---- terms ---- */

struct candidate {
	double score;
	/* The ways it is written, and how often each. */
	struct spelling {
		uint64_t hash;
		const char *text;
		struct spelling *next;
		unsigned times;
	} *spellings;
	uint32_t id, parts[2];
};

static int by_score(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;

	if (a->score > b->score || a->score < b->score)
		return a->score > b->score ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static void count(const struct features *f, struct vector v, uint32_t *have)
{
	for (size_t k = 0; k < v.n; k++)
		if (features_is_word(f, v.terms[k].id))
			have[v.terms[k].id]++;
}

uint32_t *describe_count(struct arena *a, const struct grouped *all)
{
	uint32_t *have = arena_array(a, uint32_t, features_size(all->features) + 1);

	for (size_t i = 0; i < all->n; i++)
		count(all->features, all->v[i], have);
	return have;
}

static size_t best(const struct grouped *all, struct arena *a, const uint32_t *members, size_t n,
		   struct candidate *out)
{
	size_t n_ids = features_size(all->features), k = 0;
	uint32_t *in_group = arena_array(a, uint32_t, n_ids + 1);
	struct candidate *c;

	for (size_t i = 0; i < n; i++)
		count(all->features, all->v[members[i]], in_group);
	for (size_t id = 0; id < n_ids; id++)
		k += in_group[id] >= 2 || (in_group[id] && n < 3);
	c = arena_array(a, struct candidate, k + 1);
	k = 0;
	for (uint32_t id = 0; id < n_ids; id++) {
		double share = (double)in_group[id] / (double)n;

		if (!(in_group[id] >= 2 || (in_group[id] && n < 3)))
			continue;
		c[k] = (struct candidate){ .id = id };
		c[k++].score = sqrt(share) * log(share * (double)all->n / (double)all->have[id]);
	}
	qsort(c, k, sizeof *c, by_score);
	k = k < CANDIDATES ? k : CANDIDATES;
	memcpy(out, c, k * sizeof *c);
	return k;
}

struct spelling_ctx {
	struct arena *a;
	const char *text;
	struct candidate *c;
	size_t n;
};

/* Small letters, one blank between words. */
static char *tidy(struct arena *a, const char *p, size_t n)
{
	char *s = arena_dup(a, p, n), *to = s;

	for (size_t i = 0; i < n; i++) {
		unsigned char ch = (unsigned char)s[i];

		if (ch <= ' ') {
			if (to > s && to[-1] != ' ')
				*to++ = ' ';
		} else {
			*to++ = (char)((unsigned char)(ch - 'A') < 26 ? ch | 32 : ch);
		}
	}
	*to = '\0';
	return s;
}

/* "Furnish a account", "sent a letter": what is one letter between words tells nothing. */
static const char *without_letters(char *s)
{
	char *to = s;

	for (const char *p = s; *p; p++) {
		if (p > s && p[-1] == ' ' && (unsigned char)*p < 0x80 && p[1] == ' ')
			p++;
		else
			*to++ = *p;
	}
	*to = '\0';
	return s;
}

/* "U", "b of something": a letter names nothing; and commas part the terms. */
static bool names_something(const char *s)
{
	size_t n = strlen(s);

	return n > 1 && s[1] != ' ' && s[n - 2] != ' ' && !strchr(s, ',');
}

static bool spell(void *ctx, const struct spelled *s)
{
	struct spelling_ctx *x = ctx;
	struct candidate *c = NULL;
	struct spelling **p;
	const char *text;
	uint64_t hash;

	for (size_t i = 0; !c && i < x->n; i++)
		if (x->c[i].id == s->id)
			c = &x->c[i];
	if (!c || s->len > TERM_BYTES)
		return true;
	memcpy(c->parts, s->parts, sizeof c->parts);
	text = without_letters(tidy(x->a, x->text + s->at, s->len));
	if (!names_something(text))
		return true;
	hash = hash_bytes(text, strlen(text), 0);
	for (p = &c->spellings; *p && (*p)->hash != hash; p = &(*p)->next)
		;
	if (!*p) {
		*p = arena_new(x->a, struct spelling);
		(*p)->hash = hash;
		(*p)->text = text;
	}
	(*p)->times++;
	return true;
}

static bool shares_word(const struct candidate *x, const struct candidate *y)
{
	return x->parts[0] == y->parts[0] || x->parts[0] == y->parts[1] || x->parts[1] == y->parts[0] ||
	       x->parts[1] == y->parts[1];
}

size_t describe_terms(struct arena *a, const struct grouped *all, const uint32_t *members, size_t n,
		      const char *terms[DISCOVER_TERMS])
{
	struct arena *own = arena_child(a);
	struct candidate c[CANDIDATES], *chosen[DISCOVER_TERMS];
	struct spelling_ctx x = { own, NULL, c, 0 };
	size_t k = 0;

	x.n = best(all, own, members, n, c);
	for (size_t i = 0; i < n && i < SPELLED_FROM; i++) {
		x.text = all->texts[members[i]].p;
		features_spell(all->features, x.text, all->texts[members[i]].n, spell, &x);
	}
	for (size_t i = 0; i < x.n && k < DISCOVER_TERMS; i++) {
		const struct spelling *most = c[i].spellings;
		bool known = !most || c[i].score <= 0;

		for (size_t j = 0; !known && j < k; j++)
			known = shares_word(chosen[j], &c[i]);
		if (known)
			continue;
		for (const struct spelling *s = most; s; s = s->next)
			if (s->times > most->times)
				most = s;
		terms[k] = arena_strdup(a, most->text);
		chosen[k++] = &c[i];
	}
	arena_free(own);
	return k;
}

/* ---- quotes ---- */

static float like(const float *dense, struct vector v)
{
	float s = 0;

	for (size_t t = 0; t < v.n; t++)
		s += dense[v.terms[t].id] * v.terms[t].weight;
	return s;
}

size_t describe_quotes(struct arena *a, const struct grouped *all, const struct centres *c, uint32_t group,
		       const uint32_t *members, size_t n, uint32_t quotes[DISCOVER_QUOTES])
{
	struct arena *own = arena_child(a);
	size_t from = n < QUOTES_FROM ? n : QUOTES_FROM, k = 0;
	float *dense = arena_array(own, float, c->n_ids + 1);
	float *typical = arena_array(own, float, from + 1), *said = arena_array(own, float, from + 1);

	for (size_t i = 0; i < from; i++)
		typical[i] = centres_like(c, all->v[members[i]], group);
	while (k < DISCOVER_QUOTES && k < from) {
		size_t next = from;
		float worth = 0;

		for (size_t i = 0; i < from; i++) {
			float w = LAMBDA * typical[i] - (1 - LAMBDA) * said[i];
			bool taken = false;

			for (size_t j = 0; j < k; j++)
				taken |= quotes[j] == members[i];
			if (!taken && (next == from || w > worth)) {
				next = i;
				worth = w;
			}
		}
		quotes[k++] = members[next];
		memset(dense, 0, c->n_ids * sizeof *dense);
		for (size_t t = 0; t < all->v[members[next]].n; t++)
			dense[all->v[members[next]].terms[t].id] = all->v[members[next]].terms[t].weight;
		for (size_t i = 0; i < from; i++) {
			float s = like(dense, all->v[members[i]]);

			said[i] = s > said[i] ? s : said[i];
		}
	}
	arena_free(own);
	return k;
}
