/* Names and their numbers, against a list that is gone through. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "replife/name_map.h"

static size_t at(struct name_map *m, const char *s)
{
	return name_map_at(m, s, strlen(s));
}

static size_t find(const struct name_map *m, const char *s)
{
	return name_map_find(m, s, strlen(s));
}

static void an_empty_one_has_none(void **state)
{
	struct arena a = { 0 };
	struct name_map m = { .arena = &a };

	(void)state;
	assert_true(find(&m, "") == NO_NAME);
	assert_true(find(&m, "x") == NO_NAME);
	assert_int_equal(m.n, 0);
	arena_free(&a);
}

static void each_has_its_number(void **state)
{
	struct arena a = { 0 };
	struct name_map m = { .arena = &a };
	char name[32];

	(void)state;
	for (size_t i = 0; i < 5000; i++) {
		snprintf(name, sizeof name, "Team %zu", i * 7919 % 5000);
		assert_int_equal(at(&m, name), i);
		assert_int_equal(at(&m, name), i);
	}
	assert_int_equal(m.n, 5000);
	for (size_t i = 0; i < 5000; i++) {
		snprintf(name, sizeof name, "Team %zu", i * 7919 % 5000);
		assert_int_equal(find(&m, name), i);
		assert_string_equal(m.name[i], name);
	}
	assert_true(find(&m, "Team 5000") == NO_NAME);
	arena_free(&a);
}

/* A part of a name, one that goes on, none at all: three others. */
static void a_name_is_all_of_its_bytes(void **state)
{
	struct arena a = { 0 };
	struct name_map m = { .arena = &a };

	(void)state;
	assert_int_equal(name_map_at(&m, "North East", 5), 0);
	assert_string_equal(m.name[0], "North");
	assert_int_equal(at(&m, "North"), 0);
	assert_int_equal(at(&m, "North East"), 1);
	assert_int_equal(at(&m, "Nort"), 2);
	assert_int_equal(at(&m, ""), 3);
	assert_int_equal(find(&m, ""), 3);
	assert_int_equal(at(&m, "n\xC3\xB6rd"), 4);
	assert_int_equal(find(&m, "n\xC3\xB6rd"), 4);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_one_has_none),
		cmocka_unit_test(each_has_its_number),
		cmocka_unit_test(a_name_is_all_of_its_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
