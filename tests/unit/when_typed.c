/* Dates, times, spans and lengths as people type them. Now is Monday,
 * 2026-11-23 09:30 in Berlin. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/typed.h"

static const struct zone *berlin, *new_york;
static int64_t now_s;

static int set_up(void **state)
{
	struct err err = { 0 };

	(void)state;
	assert_true(rfc3339_parse("2026-11-23T08:30:00Z", &now_s));
	return zone_load("Europe/Berlin", &berlin, &err) || zone_load("America/New_York", &new_york, &err);
}

static const struct {
	const char *typed, *utc;
	bool is_day;
} instants[] = {
	{ "2026-11-24T10:00", "2026-11-24T09:00:00Z", false },
	{ "2026-11-24t10:00:00", "2026-11-24T09:00:00Z", false },
	{ "2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z", false },
	{ "2026-11-24T10:00:00-05:00", "2026-11-24T15:00:00Z", false },
	{ "2026-11-24 10:00", "2026-11-24T09:00:00Z", false },
	{ "24 nov 10:00", "2026-11-24T09:00:00Z", false },
	{ "24 November 2026 at 10am", "2026-11-24T09:00:00Z", false },
	{ "nov 24, 10:00", "2026-11-24T09:00:00Z", false },
	{ "24th nov 10.30", "2026-11-24T09:30:00Z", false },
	{ "10:00 24 nov", "2026-11-24T09:00:00Z", false },
	{ "Tue 24 Nov 10:00", "2026-11-24T09:00:00Z", false },
	{ "tue, 24 nov 2026 10:00", "2026-11-24T09:00:00Z", false },
	{ "Tue 24.11. 10:00", "2026-11-24T09:00:00Z", false },
	{ "Tue 3 Feb", "2026-02-02T23:00:00Z", true },		/* as we write this year's days */
	{ "3 feb", "2027-02-02T23:00:00Z", true },		/* the nearest */
	{ "tomorrow 10am", "2026-11-24T09:00:00Z", false },
	{ "tomorrow at 10 am", "2026-11-24T09:00:00Z", false },
	{ "Tomorrow 22:15", "2026-11-24T21:15:00Z", false },
	{ "today 12pm", "2026-11-23T11:00:00Z", false },
	{ "today 12am", "2026-11-22T23:00:00Z", false },
	{ "yesterday noon", "2026-11-22T11:00:00Z", false },
	{ "tue 10", "2026-11-24T09:00:00Z", false },
	{ "tuesday 10:00", "2026-11-24T09:00:00Z", false },
	{ "mon 10:00", "2026-11-30T09:00:00Z", false },		/* on a Monday, in seven days */
	{ "this fri 10:00", "2026-11-27T09:00:00Z", false },
	{ "last fri 10:00", "2026-11-20T09:00:00Z", false },
	{ "last mon 10:00", "2026-11-16T09:00:00Z", false },
	{ "14:00", "2026-11-23T13:00:00Z", false },		/* today */
	{ "tomorrow", "2026-11-23T23:00:00Z", true },
	{ "24 nov", "2026-11-23T23:00:00Z", true },
	{ "2026-11-24", "2026-11-23T23:00:00Z", true },
	{ "24.11.2026", "2026-11-23T23:00:00Z", true },
	{ "24/11/2026", "2026-11-23T23:00:00Z", true },
	{ "11/24/2026", "2026-11-23T23:00:00Z", true },
	{ "+3d", "2026-11-26T08:30:00Z", false },		/* the same time of that day */
	{ "+2h", "2026-11-23T10:30:00Z", false },
	{ "in 90 minutes", "2026-11-23T10:00:00Z", false },
	{ "in 3 days 10:00", "2026-11-26T09:00:00Z", false },
	{ "2 weeks ago 10:00", "2026-11-09T09:00:00Z", false },
	{ "+1w 10:00", "2026-11-30T09:00:00Z", false },
	{ "now", "2026-11-23T08:30:00Z", false },
	{ "25 oct 02:30", "2026-10-25T00:30:00Z", false },	/* comes twice: the first */
	{ "28 mar 2027 03:00", "2027-03-28T01:00:00Z", false },
	{ "29 feb 2028 10:00", "2028-02-29T09:00:00Z", false },
};

static void read_instants(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof instants / sizeof *instants; i++) {
		char buf[RFC3339_SIZE];
		struct err err = { 0 };
		int64_t at_s;
		bool is_day;

		if (typed_instant(instants[i].typed, berlin, now_s, &at_s, &is_day, &err))
			fail_msg("'%s': %s", instants[i].typed, err.what);
		if (strcmp(rfc3339(at_s, buf), instants[i].utc) || is_day != instants[i].is_day)
			fail_msg("'%s' is %s", instants[i].typed, buf);
	}
}

static const struct {
	const char *typed;
	enum rc rc;
	const char *what, *todo;
} refused[] = {
	{ "", RC_USAGE, "empty", "tomorrow 10am" },
	{ "   ", RC_USAGE, "empty", "" },
	{ "soonish", RC_USAGE, "'soonish' is not understood", "2026-11-24T10:00" },
	{ "24 nov soon", RC_USAGE, "'soon' is not understood", "" },
	{ "tomorrow 25:00", RC_USAGE, "'25:00' is not understood", "" },
	{ "tomorrow 10:60", RC_USAGE, "'10:60' is not understood", "" },
	{ "tomorrow 13pm", RC_USAGE, "'13pm' is not understood", "" },
	{ "31 nov", RC_USAGE, "no day '31 November'", "calendar" },
	{ "29 feb 2027", RC_USAGE, "no day '29 February'", "" },
	{ "2026-02-30", RC_USAGE, "no day '2026-02-30'", "" },
	{ "2026-11-24T24:30", RC_USAGE, "not understood", "" },
	{ "Wed 24 Nov", RC_USAGE, "24 Nov 2026 is a Tuesday, not a Wednesday", "" },
	{ "mon 2026-11-24", RC_USAGE, "24 Nov 2026 is a Tuesday, not a Monday", "" },
	{ "next tue", RC_AMBIGUOUS, "'next Tuesday' could be 24 Nov or 1 Dec", "24 Nov or 1 Dec" },
	{ "next tue 10:00", RC_AMBIGUOUS, "24 Nov or 1 Dec", "" },
	{ "3/4", RC_AMBIGUOUS, "'3/4' could be 3 Apr or 4 Mar", "3 Apr" },
	{ "0/4", RC_USAGE, "", "" },
	{ "28 mar 2027 02:30", RC_CONFLICT, "02:30 on 28 Mar does not exist in Europe/Berlin",
	  "The next time that exists is 03:00" },
	{ "tomorrow 10am 11am", RC_USAGE, "'11am' is not understood", "" },
	{ "24 nov 25 nov", RC_USAGE, "'25' is not understood", "" },
	{ "+99999999d", RC_USAGE, "not understood", "" },
	{ "tue tue", RC_USAGE, "'tue' is not understood", "" },
	{ "10", RC_USAGE, "'10' is not understood", "" },
};

static void refuse_instants(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct err err = { 0 };
		int64_t at_s;
		bool is_day;
		enum rc rc = typed_instant(refused[i].typed, berlin, now_s, &at_s, &is_day, &err);

		if (rc != refused[i].rc || !strstr(err.what, refused[i].what) ||
		    !strstr(err.todo, refused[i].todo) || !*err.todo)
			fail_msg("'%s': %d '%s', '%s'", refused[i].typed, (int)rc, err.what, err.todo);
	}
}

static void ends_include_the_day(void **state)
{
	static const struct { const char *typed, *utc; } t[] = {
		{ "24 nov", "2026-11-24T23:00:00Z" }, { "tomorrow", "2026-11-24T23:00:00Z" },
		{ "tomorrow 10:00", "2026-11-24T09:00:00Z" }, { "+3d", "2026-11-26T23:00:00Z" },
		{ "25 oct", "2026-10-25T23:00:00Z" },	/* a day of 25 hours */
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		char buf[RFC3339_SIZE];
		struct err err = { 0 };
		int64_t at_s;
		bool is_day;

		assert_int_equal(typed_instant_end(t[i].typed, berlin, now_s, &at_s, &is_day, &err), RC_OK);
		assert_string_equal(rfc3339(at_s, buf), t[i].utc);
	}
}

static const struct {
	const char *typed, *begin, *end;
} spans[] = {
	{ "this week", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z" },
	{ "week", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z" },
	{ "next week", "2026-11-29T23:00:00Z", "2026-12-06T23:00:00Z" },
	{ "last week", "2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z" },
	{ "week 48", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z" },
	{ "week 1", "2027-01-03T23:00:00Z", "2027-01-10T23:00:00Z" },
	{ "week 53", "2026-12-27T23:00:00Z", "2027-01-03T23:00:00Z" },
	{ "nov", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z" },
	{ "feb", "2027-01-31T23:00:00Z", "2027-02-28T23:00:00Z" },
	{ "2026-10", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z" },	/* the clock changes in it */
	{ "this month", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z" },
	{ "next month", "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z" },
	{ "december 2026", "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z" },
	{ "tomorrow", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z" },
	{ "24 nov..28 nov", "2026-11-23T23:00:00Z", "2026-11-28T23:00:00Z" },
	{ "24 nov to 28 nov", "2026-11-23T23:00:00Z", "2026-11-28T23:00:00Z" },
	{ "tomorrow 10:00..tomorrow 12:00", "2026-11-24T09:00:00Z", "2026-11-24T11:00:00Z" },
	{ "Tue 24 Nov", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z" },
};

static void read_spans(void **state)
{
	struct err err = { 0 };
	int64_t b, e;

	(void)state;
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		char bb[RFC3339_SIZE], eb[RFC3339_SIZE];

		memset(&err, 0, sizeof err);
		if (typed_span(spans[i].typed, berlin, now_s, &b, &e, &err))
			fail_msg("'%s': %s", spans[i].typed, err.what);
		if (strcmp(rfc3339(b, bb), spans[i].begin) || strcmp(rfc3339(e, eb), spans[i].end))
			fail_msg("'%s' is %s to %s", spans[i].typed, bb, rfc3339(e, eb));
	}
	assert_int_equal(typed_span("28 nov..24 nov", berlin, now_s, &b, &e, &err), RC_USAGE);
	assert_non_null(strstr(err.what, "ends before it begins"));
	memset(&err, 0, sizeof err);
	assert_int_equal(typed_span("whenever", berlin, now_s, &b, &e, &err), RC_USAGE);
	assert_non_null(strstr(err.todo, "this week"));
	memset(&err, 0, sizeof err);
	assert_int_equal(typed_span("week 54", berlin, now_s, &b, &e, &err), RC_USAGE);
}

/* The same words, elsewhere: the zone decides which day today is. */
static void zones_differ(void **state)
{
	struct err err = { 0 };
	int64_t at_s, day;
	char buf[RFC3339_SIZE];
	bool is_day;

	(void)state;
	assert_true(rfc3339_parse("2026-11-24T02:30:00Z", &now_s));	/* still Monday in New York */
	assert_int_equal(typed_instant("tomorrow 10am", new_york, now_s, &at_s, &is_day, &err), RC_OK);
	assert_string_equal(rfc3339(at_s, buf), "2026-11-24T15:00:00Z");
	assert_int_equal(typed_instant("tomorrow 10am", berlin, now_s, &at_s, &is_day, &err), RC_OK);
	assert_string_equal(rfc3339(at_s, buf), "2026-11-25T09:00:00Z");
	assert_int_equal(typed_day("today", new_york, now_s, &day, &err), RC_OK);
	assert_int_equal(day, day_of_date(2026, 11, 23));
	assert_int_equal(typed_day("24 nov 10:00", berlin, now_s, &day, &err), RC_USAGE);
	assert_true(rfc3339_parse("2026-11-23T08:30:00Z", &now_s));
}

static void lengths(void **state)
{
	static const struct { const char *typed; int64_t min; } good[] = {
		{ "30min", 30 }, { "30 min", 30 }, { "1h", 60 }, { "1h30", 90 }, { "1h 30min", 90 },
		{ "90", 90 }, { "2 hours", 120 }, { "1 day", 1440 }, { "2d", 2880 }, { "45m", 45 },
	};
	static const char *const bad[] = { "", "soon", "1x", "-5", "min", "1h30x", "99999999999" };
	struct err err = { 0 };
	int64_t min;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		if (typed_minutes(good[i].typed, &min, &err) || min != good[i].min)
			fail_msg("'%s' is %lld", good[i].typed, (long long)min);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!typed_minutes(bad[i], &min, &err))
			fail_msg("'%s' is taken for %lld", bad[i], (long long)min);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_instants), cmocka_unit_test(refuse_instants),
		cmocka_unit_test(ends_include_the_day), cmocka_unit_test(read_spans),
		cmocka_unit_test(zones_differ), cmocka_unit_test(lengths),
	};

	return !!cmocka_run_group_tests(tests, set_up, NULL);
}
