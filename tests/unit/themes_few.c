/* Few remarks: a group says something in common. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "group_of.h"
#include "replife/discover.h"

#define N(a) (sizeof (a) / sizeof *(a))

static void run(struct arena *a, const char *const *texts, size_t n, struct discovery *d)
{
	struct discover_text *t = arena_array(a, struct discover_text, n + 1);
	struct discover_options o = { .seed = 1 };

	for (size_t i = 0; i < n; i++)
		t[i] = (struct discover_text){ texts[i], strlen(texts[i]) };
	discover(a, t, n, &o, d);
}

static const char *const unrelated[] = {
	"The price list is out of date", "Alert came too late", "Coffee was cold", "Two screens would be nice",
	"Parking is full by nine", "Customer laughed about the logo", "Headset broke during the demo",
	"Nobody knows who owns the newsletter", "Rep prefers mornings", "The contract template has a typo",
	"We should celebrate wins more", "Discounts need three approvals", "Case studies are all about banks",
	"Lead scoring feels random", "The office was freezing", "Competitor showed up with a free trial",
};

/* However many of them there are, and wherever they begin. */
static void unrelated_remarks_fit_nowhere(void **state)
{
	(void)state;
	for (size_t n = 1; n <= N(unrelated); n++)
		for (size_t from = 0; from + n <= N(unrelated); from++) {
			struct arena a = { 0 };
			struct discovery d;

			run(&a, unrelated + from, n, &d);
			assert_int_equal(d.n_groups, 0);
			assert_int_equal(d.n_nowhere, n);
			arena_free(&a);
		}
}

static void what_is_said_by_two_is_found_among_them(void **state)
{
	const char *texts[N(unrelated) + 2];
	struct arena a = { 0 };
	struct discovery d;
	int group;

	(void)state;
	memcpy(texts, unrelated, sizeof unrelated);
	texts[N(unrelated)] = "Old price list was sent to the customer";
	texts[N(unrelated) + 1] = "A price list from last year, again";
	run(&a, texts, N(texts), &d);
	group = group_of(&d, 0);
	assert_true(group >= 0);
	assert_int_equal(group_of(&d, N(unrelated)), group);
	assert_int_equal(group_of(&d, N(unrelated) + 1), group);
	assert_int_equal(group_of(&d, 2), -1);
	arena_free(&a);
}

static void what_was_said_twice_is_a_group(void **state)
{
	static const char *const texts[] = { "Coffee was cold", "Two screens would be nice", "Coffee was cold" };
	struct arena a = { 0 };
	struct discovery d;

	(void)state;
	run(&a, texts, N(texts), &d);
	assert_int_equal(d.n_groups, 1);
	assert_int_equal(d.groups[0].n, 2);
	assert_int_equal(group_of(&d, 1), -1);
	arena_free(&a);
}

/* Words that are not parted by blanks, and one that is spelled in two ways. */
static void letters_that_are_alike_will_do(void **state)
{
	static const char *const texts[] = { "新しい価格表を知らなかった", "古い価格表を知らなかった", "Coffee was cold" };
	struct arena a = { 0 };
	struct discovery d;

	(void)state;
	run(&a, texts, N(texts), &d);
	assert_true(group_of(&d, 0) >= 0);
	assert_int_equal(group_of(&d, 0), group_of(&d, 1));
	assert_int_equal(group_of(&d, 2), -1);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unrelated_remarks_fit_nowhere),
		cmocka_unit_test(what_is_said_by_two_is_found_among_them),
		cmocka_unit_test(what_was_said_twice_is_a_group),
		cmocka_unit_test(letters_that_are_alike_will_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
