/* Weekly hours as a sentence, and the sessions that come of them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/recur.h"

static const struct zone *berlin;
static int64_t now_s;

static int set_up(void **state)
{
	struct err err = { 0 };

	(void)state;
	assert_true(rfc3339_parse("2026-11-23T08:30:00Z", &now_s));
	return zone_load("Europe/Berlin", &berlin, &err);
}

static const struct {
	const char *typed, *canonical;
} good[] = {
	{ "every tue 10-12 30min 2 seats", "every tue 10:00-12:00 30min 2 seats" },
	{ "every tue 10-12, 30 min, 2 seats", "every tue 10:00-12:00 30min 2 seats" },
	{ "tue and thu 9:30-11", "every tue and thu 09:30-11:00" },
	{ "mon-fri 9-10", "weekdays 09:00-10:00" },
	{ "weekdays 9-10 until 24 dec", "weekdays 09:00-10:00 until 2026-12-24" },
	{ "daily 9am-5pm 1h", "daily 09:00-17:00 60min" },
	{ "every friday 14:00-15:30 45min 1 seat from 1 dec until 2027-01-31",
	  "every fri 14:00-15:30 45min 1 seat from 2026-12-01 until 2027-01-31" },
};

static void sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct recur r, again;
		const char *text;

		if (recur_parse(good[i].typed, berlin, now_s, &r, &err))
			fail_msg("'%s': %s", good[i].typed, err.what);
		text = recur_text(&a, &r);
		if (recur_parse(text, berlin, now_s, &again, &err) || memcmp(&r, &again, sizeof r))
			fail_msg("'%s' does not lead back: %s", good[i].typed, text);
		if (strcmp(text, good[i].canonical))
			fail_msg("'%s' is '%s'", good[i].typed, text);
		arena_free(&a);
	}
}

static void refused(void **state)
{
	static const struct { const char *typed, *what; } bad[] = {
		{ "", "" }, { "every tue", "" }, { "10-12", "" }, { "every foo 10-12", "foo" },
		{ "every tue 12-10", "" }, { "every tue 10-12 0min", "" }, { "every tue 10-12 0 seats", "" },
		{ "every tue 10-12 3h", "" }, { "every tue 10-12 2 chairs", "" },
		{ "every tue 10-12 until", "" },
		{ "every tue 25-26", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err err = { 0 };
		struct recur r;

		if (!recur_parse(bad[i].typed, berlin, now_s, &r, &err)) {
			struct arena a = { 0 };

			fail_msg("'%s' is taken for '%s'", bad[i].typed, recur_text(&a, &r));
		}
		if (!*err.todo || !strstr(err.what, bad[i].what))
			fail_msg("'%s': '%s', '%s'", bad[i].typed, err.what, err.todo);
	}
}

static void expands(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct recur r;
	struct occurrence *o;
	int64_t from, to;
	char buf[RFC3339_SIZE];
	size_t n;

	(void)state;
	assert_int_equal(recur_parse("every tue and thu 10-12 30min 2 seats", berlin, now_s, &r, &err), RC_OK);
	assert_int_equal(r.seats, 2);
	assert_true(rfc3339_parse("2026-11-23T00:00:00Z", &from));
	n = recur_expand(&a, &r, berlin, 60, from, from + 14 * 86400, &o);
	assert_int_equal(n, 4 * 4);
	assert_string_equal(rfc3339(o[0].begin_s, buf), "2026-11-24T09:00:00Z");
	assert_string_equal(o[0].key, "2026-11-24T10:00");
	assert_string_equal(rfc3339(o[3].end_s, buf), "2026-11-24T11:00:00Z");
	for (size_t i = 1; i < n; i++)
		assert_true(o[i].begin_s >= o[i - 1].end_s);
	/* The wall time stays when the clocks change: 10:00 is 08:00Z in summer. */
	assert_true(rfc3339_parse("2027-03-23T00:00:00Z", &from));
	n = recur_expand(&a, &r, berlin, 60, from, from + 9 * 86400, &o);
	assert_string_equal(rfc3339(o[0].begin_s, buf), "2027-03-23T09:00:00Z");
	assert_string_equal(rfc3339(o[n - 1].begin_s, buf), "2027-03-30T09:30:00Z");
	/* half-open, and a session is there once however the span is cut */
	assert_true(rfc3339_parse("2026-11-24T09:30:00Z", &to));
	assert_int_equal(recur_expand(&a, &r, berlin, 60, to - 1800, to, &o), 1);
	assert_int_equal(recur_expand(&a, &r, berlin, 60, to, to + 1800, &o), 1);
	assert_int_equal(recur_expand(&a, &r, berlin, 60, to, to, &o), 0);
	arena_free(&a);
}

static void clock_changes(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct recur r;
	struct occurrence *o;
	int64_t from;
	char buf[RFC3339_SIZE];
	size_t n;

	(void)state;
	assert_int_equal(recur_parse("daily 2:30-3:30 60min", berlin, now_s, &r, &err), RC_OK);
	assert_true(rfc3339_parse("2027-03-26T12:00:00Z", &from));
	n = recur_expand(&a, &r, berlin, 60, from, from + 3 * 86400, &o);
	assert_int_equal(n, 3);
	assert_int_equal(o[1].kind, WALL_GAP);		/* 28 Mar: there is no 02:30 */
	assert_string_equal(rfc3339(o[1].begin_s, buf), "2027-03-28T01:00:00Z");
	assert_int_equal(o[2].kind, WALL_ONE);		/* and it does not stick */
	assert_string_equal(rfc3339(o[2].begin_s, buf), "2027-03-29T00:30:00Z");
	assert_true(rfc3339_parse("2026-10-24T12:00:00Z", &from));
	n = recur_expand(&a, &r, berlin, 60, from, from + 86400, &o);
	assert_int_equal(n, 1);
	assert_int_equal(o[0].kind, WALL_FOLD);		/* 02:30 comes twice: the first */
	assert_string_equal(rfc3339(o[0].begin_s, buf), "2026-10-25T00:30:00Z");
	arena_free(&a);
}

static void bounds_and_extras(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct recur r;
	struct occurrence *o;
	int64_t from;
	size_t n;

	(void)state;
	assert_int_equal(recur_parse("every tue 10-11 until 1 dec", berlin, now_s, &r, &err), RC_OK);
	assert_true(rfc3339_parse("2026-11-23T00:00:00Z", &from));
	n = recur_expand(&a, &r, berlin, 60, from, from + 60 * 86400, &o);
	assert_int_equal(n, 2);				/* 24 Nov and, included, 1 Dec */
	assert_int_equal(recur_parse_extra("2 dec 15-16", berlin, now_s, &r, &err), RC_OK);
	n = recur_expand(&a, &r, berlin, 30, from, from + 60 * 86400, &o);
	assert_int_equal(n, 2);
	assert_string_equal(o[0].key, "2026-12-02T15:00");
	assert_int_equal(recur_parse_extra("every tue 15-16", berlin, now_s, &r, &err), RC_USAGE);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences), cmocka_unit_test(refused), cmocka_unit_test(expands),
		cmocka_unit_test(clock_changes), cmocka_unit_test(bounds_and_extras),
	};

	return !!cmocka_run_group_tests(tests, set_up, NULL);
}
