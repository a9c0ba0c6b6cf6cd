/* Which texts fit nowhere: by how near others are, and by the order of the words. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/themes/partition.h"

#define TEXTS 24

/* Two groups of texts. Each text has its group's term, and one of its own; the
 * first has so much of its own that it is `near` the others, against how near
 * they are to each other. Does it have a place, if the order of its words tells this? */
static bool has_a_place(double near, struct order of)
{
	static struct term terms[TEXTS][2];
	struct vector v[TEXTS];
	struct order order[TEXTS];
	uint32_t times[TEXTS], group[TEXTS];
	struct partition_options o = { .resolution = 1, .order = order, .times = times };
	struct random r = { .state = 1 };
	struct arena a = { 0 };
	struct centres c;
	bool yes;

	for (uint32_t i = 0; i < TEXTS; i++) {
		/* The others are at .5 (cosine) from each other: .707 of what they have is shared. */
		double share = i ? 0.70710678 : near * 0.5 / 0.70710678;

		terms[i][0] = (struct term){ i % 2, (float)share };
		terms[i][1] = (struct term){ 2 + i, (float)sqrt(1 - share * share) };
		v[i] = (struct vector){ near > 0 || i ? terms[i] : terms[i] + 1, near > 0 || i ? 2 : 1 };
		times[i] = 1;
		order[i] = (struct order){ 10, 10 };
	}
	order[0] = of;
	partition(&a, v, TEXTS, TEXTS + 2, &o, &r, group, &c);
	yes = group[0] != NO_GROUP;
	for (size_t i = 1; i < TEXTS; i++)
		assert_int_not_equal(group[i], NO_GROUP);
	arena_free(&a);
	return yes;
}

static void nearness_and_order_are_weighed(void **state)
{
	static const struct { double near; float told, usual; bool place; } of[] = {
		{ 1, -3.1f, 0, true }, { 1, -3.3f, 0, false },		/* as near as all: 4; 0.8 is asked */
		{ 0.5, -1.1f, 0, true }, { 0.5, -1.3f, 0, false },	/* half as near: 2 */
		{ 1.4, -3.1f, 0, true }, { 1.4, -3.3f, 0, false },	/* nearer than all is not more */
		{ 1, 1, 8, true }, { 1, -0.7f, 8, true }, { 1, -0.9f, 8, false },	/* 0.3 of the usual is asked, too */
		{ 1, -1.9f, 4, true }, { 1, -2.1f, 4, false },
		{ 1, -0.7f, 100, true }, { 1, -0.9f, 100, false },	/* but of a long text not more than of 8 */
		{ 0.05, 3.1f, 8, true }, { 0.05, 2.9f, 8, false },
		{ 0, 100, 8, false },					/* nobody says anything of it */
	};

	(void)state;
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		bool place = has_a_place(of[i].near, (struct order){ of[i].told, of[i].usual });

		if (place != of[i].place)
			print_message("near %.2f, told %.1f of %.1f\n", of[i].near, (double)of[i].told, (double)of[i].usual);
		assert_int_equal(place, of[i].place);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(nearness_and_order_are_weighed) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
