/* Every zone's clock changes of 2022 to 2028, against the C library. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "replife/zone.h"

#define FROM_S 1640995200	/* 2022-01-01 */
#define TO_S 1861920000		/* 2029-01-01 */

static void set_tz(const char *name)
{
	setenv("TZ", name, 1);
	tzset();
}

static struct wall libc_wall(int64_t at_s)
{
	time_t t = (time_t)at_s;
	struct tm tm;

	localtime_r(&t, &tm);
	return (struct wall){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
			      tm.tm_sec };
}

static long libc_offset(int64_t at_s)
{
	time_t t = (time_t)at_s;
	struct tm tm;

	localtime_r(&t, &tm);
	return tm.tm_gmtoff;
}

/* Instants within two days whose wall time, by the C library, is this one. */
static size_t libc_instants(const struct wall *w, int64_t around_s, int64_t out[4])
{
	size_t n = 0;

	around_s -= around_s % 900;	/* offsets are whole quarters since long */
	for (int64_t at = around_s - 3600 * 8; at <= around_s + 3600 * 8 && n < 4; at += 900) {
		struct wall got = libc_wall(at);

		if (!memcmp(&got, w, sizeof got))
			out[n++] = at;
	}
	return n;
}

static void check_wall(const char *name, const struct zone *z, const struct wall *w, int64_t around_s)
{
	int64_t want[4], at = 0, other = 0;
	size_t n = libc_instants(w, around_s, want);
	enum wall_kind kind = zone_to_utc(z, w, &at, &other);

	if ((kind == WALL_GAP) != (n == 0) || (kind == WALL_FOLD) != (n == 2))
		fail_msg("%s: %04d-%02d-%02d %02d:%02d: kind %d, %zu instants", name, w->year, w->month,
			 w->day, w->hour, w->min, (int)kind, n);
	if (n && at != want[0])
		fail_msg("%s: %04d-%02d-%02d %02d:%02d: %lld, not %lld", name, w->year, w->month, w->day,
			 w->hour, w->min, (long long)at, (long long)want[0]);
	if (n == 2 && other != want[1])
		fail_msg("%s: the second %02d:%02d", name, w->hour, w->min);
}

/* Around one change: instants there and back, and all quarters of the wall. */
static void check_change(const char *name, const struct zone *z, int64_t at_s)
{
	for (int64_t at = at_s - 3; at <= at_s + 3; at++) {
		struct wall mine, theirs = libc_wall(at);

		zone_to_wall(z, at, &mine);
		if (memcmp(&mine, &theirs, sizeof mine))
			fail_msg("%s: %lld is not %02d:%02d:%02d", name, (long long)at, mine.hour, mine.min,
				 mine.sec);
		if (zone_offset_s(z, at) != libc_offset(at))
			fail_msg("%s: offset at %lld", name, (long long)at);
	}
	for (int64_t at = at_s - 10800; at <= at_s + 10800; at += 900) {
		struct wall w = libc_wall(at - at_s % 900);

		if (w.sec == 0 && w.min % 15 == 0)
			check_wall(name, z, &w, at_s);
	}
	/* the wall times that the change jumps over, or gives twice */
	for (int64_t k = -8; k <= 8; k++) {
		struct wall w = libc_wall(at_s - 1);
		int minutes = w.hour * 60 + w.min + 1 + (int)k * 15;

		minutes -= minutes % 15;
		if (minutes < 0 || minutes >= 1440)
			continue;
		w.hour = minutes / 60;
		w.min = minutes % 60;
		w.sec = 0;
		check_wall(name, z, &w, at_s);
	}
}

static size_t check_zone(const char *name)
{
	const struct zone *z;
	struct err err = { 0 };
	size_t n = 0;
	long was;

	if (zone_load(name, &z, &err))
		fail_msg("%s: %s", name, err.what);
	set_tz(name);
	was = libc_offset(FROM_S);
	for (int64_t at = FROM_S; at < TO_S; at += 3600 * 6) {
		long now = libc_offset(at);
		int64_t lo = at - 3600 * 6, hi = at;

		if (now == was)
			continue;
		while (hi - lo > 1) {	/* the second of the change */
			int64_t mid = lo + (hi - lo) / 2;

			if (libc_offset(mid) == was)
				lo = mid;
			else
				hi = mid;
		}
		check_change(name, z, hi);
		was = now;
		n++;
	}
	for (int64_t at = FROM_S; at < TO_S; at += 86400 * 11 + 1800) {
		struct wall mine, theirs = libc_wall(at);

		zone_to_wall(z, at, &mine);
		assert_memory_equal(&mine, &theirs, sizeof mine);
	}
	return n;
}

static void all_zones(void **state)
{
	FILE *f = fopen("/usr/share/zoneinfo/tzdata.zi", "r");
	char line[512], name[128];
	size_t zones = 0, changes = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof line, f)) {
		char target[128];

		if (sscanf(line, "Z %127s", name) != 1 && sscanf(line, "L %127s %127s", target, name) != 2)
			continue;
		changes += check_zone(name);
		zones++;
	}
	fclose(f);
	printf("%zu zones, %zu changes\n", zones, changes);
	assert_true(zones > 400);
	assert_true(changes > 1000);
}

/* Days that begin later than midnight, and one that does not exist. */
static void days(void **state)
{
	static const struct { const char *zone; int y, m, d; const char *first; } t[] = {
		{ "Europe/Berlin", 2026, 3, 29, "2026-03-28T23:00:00Z" },
		{ "America/Sao_Paulo", 2017, 10, 15, "2017-10-15T03:00:00Z" },	/* 01:00 local */
		{ "Asia/Beirut", 2027, 3, 28, "2027-03-27T22:00:00Z" },
		{ "Africa/Cairo", 2026, 4, 24, "2026-04-23T22:00:00Z" },
		{ "America/St_Johns", 2026, 11, 1, "2026-11-01T02:30:00Z" },
		{ "Pacific/Apia", 2011, 12, 31, "2011-12-30T10:00:00Z" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		const struct zone *z;
		struct err err = { 0 };
		char buf[RFC3339_SIZE];

		assert_int_equal(zone_load(t[i].zone, &z, &err), RC_OK);
		assert_string_equal(rfc3339(day_begin_s(z, day_of_date(t[i].y, t[i].m, t[i].d)), buf),
				    t[i].first);
	}
}

static void wrong_names(void **state)
{
	static const char *const bad[] = { "Europe/Atlantis", "", "../../etc/passwd", "/etc/passwd",
					   "Europe", "posixrules/../Europe/Berlin", "tzdata.zi" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const struct zone *z;
		struct err err = { 0 };

		if (!zone_load(bad[i], &z, &err))
			fail_msg("'%s' is taken for a zone", bad[i]);
		assert_true(err.what[0]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_zones), cmocka_unit_test(days), cmocka_unit_test(wrong_names),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
