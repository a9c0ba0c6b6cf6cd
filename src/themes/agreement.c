#include "replife/agreement.h"

#include <stdlib.h>

/* What two people said of one remark and theme; theme 0: that both looked at it. */
struct seen {
	int64_t a, b, theme;
	bool in_a, in_b;
};

struct seens {
	struct arena *arena;
	struct seen *all;
	size_t n, cap;
};

static int by_key(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

static int by_remark(const void *px, const void *py)
{
	const struct judgement *x = px, *y = py;
	int d = by_key(x->remark, y->remark);

	d = d ? d : by_key(x->coder, y->coder);
	return d ? d : by_key(x->theme, y->theme);
}

static int by_pair(const void *px, const void *py)
{
	const struct seen *x = px, *y = py;
	int d = by_key(x->a, y->a);

	d = d ? d : by_key(x->b, y->b);
	return d ? d : by_key(x->theme, y->theme);
}

static void add(struct seens *s, struct seen one)
{
	if (s->n == s->cap) {
		size_t more = s->cap ? s->cap * 2 : 64;

		s->all = arena_grow(s->arena, s->all, s->cap * sizeof *s->all, more * sizeof *s->all);
		s->cap = more;
	}
	s->all[s->n++] = one;
}

/* One remark, two coders: both lists are by theme. */
static void pair_up(struct seens *s, const struct judgement *a, const struct judgement *end_a,
		    const struct judgement *b, const struct judgement *end_b)
{
	struct seen one = { .a = a->coder, .b = b->coder };

	add(s, one);
	while (a < end_a || b < end_b) {
		bool from_a = b == end_b || (a < end_a && a->theme <= b->theme);
		bool from_b = a == end_a || (b < end_b && b->theme <= a->theme);

		one.theme = from_a ? a->theme : b->theme;
		one.in_a = from_a && a->in;
		one.in_b = from_b && b->in;
		a += from_a;
		b += from_b;
		if (one.in_a || one.in_b)
			add(s, one);
	}
}

static const struct judgement *end_of_coder(const struct judgement *at, const struct judgement *end)
{
	const struct judgement *p = at;

	while (p < end && p->coder == at->coder)
		p++;
	return p;
}

/* Each two who looked at this remark. */
static void pairs_of_remark(struct seens *s, const struct judgement *from, const struct judgement *end)
{
	for (const struct judgement *a = from; a < end; a = end_of_coder(a, end)) {
		const struct judgement *end_a = end_of_coder(a, end);

		for (const struct judgement *b = end_a; b < end; b = end_of_coder(b, end))
			pair_up(s, a, end_a, b, end_of_coder(b, end));
	}
}

static struct seens all_seen(struct arena *a, struct judgement *all, size_t n)
{
	struct seens s = { .arena = arena_child(a) };

	if (n)
		qsort(all, n, sizeof *all, by_remark);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && all[end].remark == all[i].remark; end++)
			;
		pairs_of_remark(&s, all + i, all + end);
	}
	if (s.n)
		qsort(s.all, s.n, sizeof *s.all, by_pair);
	return s;
}

/* What chance gives two people who put these shares of the remarks in. */
static double by_chance(const struct agreement *g)
{
	double n = (double)g->remarks;
	double a = (double)(g->both + g->only_a) / n, b = (double)(g->both + g->only_b) / n;

	return a * b + (1 - a) * (1 - b);
}

static void set_kappa(struct agreement *g, double share, double chance)
{
	g->share = share;
	g->known = chance < 1 - 1e-12;
	g->kappa = g->known ? (share - chance) / (1 - chance) : 0;
}

static int by_differences(const void *px, const void *py)
{
	const struct agreement *x = px, *y = py;
	size_t dx = x->only_a + x->only_b, dy = y->only_a + y->only_b;

	return dx != dy ? (dx < dy) - (dx > dy) : by_key(x->theme, y->theme);
}

/* A pair and its n themes, which stand after it. */
static void settle(struct agreement *pair, size_t n)
{
	double share = 0, chance = 0;

	for (size_t i = 1; i <= n; i++) {
		struct agreement *g = &pair[i];

		g->remarks = pair->remarks;
		g->neither = g->remarks - g->both - g->only_a - g->only_b;
		set_kappa(g, (double)(g->both + g->neither) / (double)g->remarks, by_chance(g));
		share += g->share;
		chance += by_chance(g);
		pair->both += g->both;
		pair->only_a += g->only_a;
		pair->only_b += g->only_b;
		pair->neither += g->neither;
	}
	if (n)
		set_kappa(pair, share / (double)n, chance / (double)n);
	else
		set_kappa(pair, 1, 1);	/* both took out what they looked at, and put nothing in */
	if (n)
		qsort(pair + 1, n, sizeof *pair, by_differences);
}

int agreement_in_100(const struct agreement *g)
{
	int n = (int)(g->share * 100 + 0.5);

	return n == 100 && g->only_a + g->only_b ? 99 : !n && g->both + g->neither ? 1 : n;
}

size_t agreement_of(struct arena *a, struct judgement *all, size_t n, struct agreement **out)
{
	struct seens s = all_seen(a, all, n);
	struct agreement *rows = arena_array(a, struct agreement, s.n + 1);
	size_t n_rows = 0, pair = 0;

	for (size_t i = 0; i < s.n; i++) {
		const struct seen *x = &s.all[i];
		struct agreement *g = n_rows ? &rows[n_rows - 1] : NULL;

		if (!g || g->a != x->a || g->b != x->b || g->theme != x->theme) {
			if (!x->theme && n_rows)
				settle(&rows[pair], n_rows - 1 - pair);
			if (!x->theme)
				pair = n_rows;
			g = &rows[n_rows++];
			*g = (struct agreement){ .a = x->a, .b = x->b, .theme = x->theme };
		}
		if (!x->theme)
			g->remarks++;
		g->both += x->in_a && x->in_b;
		g->only_a += x->in_a && !x->in_b;
		g->only_b += x->in_b && !x->in_a;
	}
	if (n_rows)
		settle(&rows[pair], n_rows - 1 - pair);
	*out = rows;
	return n_rows;
}
