/* How alike two people code. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replife/agreement.h"

/* n remarks, from number `at` on, on which the two say this of theme 1. */
static size_t say(struct judgement *all, size_t n, int64_t *at, int times, bool a, bool b)
{
	while (times--) {
		++*at;
		all[n++] = (struct judgement){ 1, *at, 1, a };
		all[n++] = (struct judgement){ 2, *at, 1, b };
	}
	return n;
}

static void kappa_is_what_textbooks_say(void **state)
{
	/* both in, only the first, only the second, neither; share and kappa in
	 * thousandths. The first is the example of 50 grant proposals. */
	static const struct { int both, a, b, none, share, kappa; } t[] = {
		{ 20, 5, 10, 15, 700, 400 }, { 45, 15, 25, 15, 600, 130 }, { 25, 35, 5, 35, 600, 259 },
		{ 10, 0, 0, 10, 1000, 1000 }, { 0, 10, 10, 0, 0, -1000 }, { 5, 5, 5, 5, 500, 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct arena a = { 0 };
		struct judgement all[400];
		struct agreement *g;
		int64_t at = 0;
		size_t n = say(all, 0, &at, t[i].both, true, true);

		n = say(all, n, &at, t[i].a, true, false);
		n = say(all, n, &at, t[i].b, false, true);
		n = say(all, n, &at, t[i].none, false, false);
		assert_int_equal(agreement_of(&a, all, n, &g), 2);
		assert_int_equal(g[0].theme, 0);
		assert_int_equal(g[1].theme, 1);
		for (int k = 0; k < 2; k++) {
			assert_true(g[k].known);
			assert_int_equal(g[k].remarks, t[i].both + t[i].a + t[i].b + t[i].none);
			assert_int_equal(lround(g[k].share * 1000), t[i].share);
			assert_int_equal(lround(g[k].kappa * 1000), t[i].kappa);
			assert_int_equal(g[k].neither, t[i].none);
		}
		arena_free(&a);
	}
}

static void who_always_says_yes_tells_nothing(void **state)
{
	struct judgement all[8];
	struct arena a = { 0 };
	struct agreement *g;
	int64_t at = 0;
	size_t n = say(all, 0, &at, 4, true, true);

	(void)state;
	assert_int_equal(agreement_of(&a, all, n, &g), 2);
	assert_false(g[0].known);
	assert_false(g[1].known);
	assert_int_equal(lround(g[0].share * 100), 100);
	arena_free(&a);
}

static void only_what_both_looked_at(void **state)
{
	struct judgement all[] = {
		{ 7, 1, 10, true }, { 3, 1, 10, true },		/* alike */
		{ 7, 2, 10, true }, { 3, 2, 20, true },		/* each another theme */
		{ 7, 3, 10, true }, { 3, 4, 10, true },		/* nobody else looked */
		{ 7, 5, 30, false }, { 3, 5, 30, false },	/* both: it is not there */
		{ 9, 6, 10, true },
	};
	struct arena a = { 0 };
	struct agreement *g;

	(void)state;
	assert_int_equal(agreement_of(&a, all, sizeof all / sizeof *all, &g), 3);
	assert_int_equal(g[0].a, 3);
	assert_int_equal(g[0].b, 7);
	assert_int_equal(g[0].remarks, 3);
	assert_int_equal(g[0].both, 1);
	assert_int_equal(g[0].only_a, 1);
	assert_int_equal(g[0].only_b, 1);
	assert_int_equal(g[0].neither, 3);	/* once of theme 10, twice of theme 20 */
	assert_int_equal(g[1].theme, 10);
	assert_int_equal(g[2].theme, 20);
	arena_free(&a);
}

static void nothing_gives_nothing(void **state)
{
	struct judgement one = { 1, 1, 1, true };
	struct arena a = { 0 };
	struct agreement *g;

	(void)state;
	assert_int_equal(agreement_of(&a, NULL, 0, &g), 0);
	assert_int_equal(agreement_of(&a, &one, 1, &g), 0);
	arena_free(&a);
}

/* Counted the slow way. */
static void check_pair(const struct judgement *all, size_t n, const struct agreement *g)
{
	size_t both = 0, only_a = 0, only_b = 0, remarks = 0;

	for (int64_t r = 1; r <= 12; r++) {
		bool a = false, b = false, in_a = false, in_b = false;

		for (size_t i = 0; i < n; i++) {
			if (all[i].remark != r)
				continue;
			a |= all[i].coder == g->a;
			b |= all[i].coder == g->b;
			in_a |= all[i].coder == g->a && all[i].theme == g->theme && all[i].in;
			in_b |= all[i].coder == g->b && all[i].theme == g->theme && all[i].in;
		}
		if (!a || !b)
			continue;
		remarks++;
		both += in_a && in_b;
		only_a += in_a && !in_b;
		only_b += in_b && !in_a;
	}
	assert_int_equal(g->remarks, remarks);
	if (!g->theme)
		return;
	assert_int_equal(g->both, both);
	assert_int_equal(g->only_a, only_a);
	assert_int_equal(g->only_b, only_b);
	assert_int_equal(g->neither, remarks - both - only_a - only_b);
	assert_true(g->kappa >= -1.0001 && g->kappa <= 1.0001);
}

static void counts_are_those_of_the_slow_way(void **state)
{
	const char *given = getenv("SEED");
	unsigned seed = given ? (unsigned)atoi(given) : 7;

	(void)state;
	print_message("SEED=%u\n", seed);
	for (int round = 0; round < 300; round++) {
		struct arena a = { 0 };
		struct judgement all[200];
		struct agreement *g;
		size_t n = 0, rows;

		for (int64_t r = 1; r <= 12; r++)
			for (int64_t who = 1; who <= 4; who++)
				for (int64_t t = 1; t <= 4; t++)
					if (rand_r(&seed) % 4 == 0)
						all[n++] = (struct judgement){ who, r, t, rand_r(&seed) % 3 != 0 };
		rows = agreement_of(&a, all, n, &g);
		for (size_t i = 0; i < rows; i++)
			check_pair(all, n, &g[i]);
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kappa_is_what_textbooks_say), cmocka_unit_test(who_always_says_yes_tells_nothing),
		cmocka_unit_test(only_what_both_looked_at), cmocka_unit_test(nothing_gives_nothing),
		cmocka_unit_test(counts_are_those_of_the_slow_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
