/* Wall time and instants. */
#include <string.h>
#include <stdlib.h>
#include <fcntl.h>
#include <unistd.h>

#include "tzif.h"

const char *zone_name(const struct zone *z)
{
	return z->name;
}

static const struct local_type *type_at(const struct zone *z, int64_t utc_s)
{
	size_t lo = 0, hi = z->n_times;

	if (hi && utc_s >= z->times[hi - 1] && z->has_footer)
		return tzif_footer_type(z, utc_s);
	if (!hi && z->has_footer)
		return tzif_footer_type(z, utc_s);
	if (!hi || utc_s < z->times[0])
		return &z->types[0];
	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (z->times[mid] <= utc_s)
			lo = mid;
		else
			hi = mid;
	}
	return &z->types[z->to[lo]];
}

int32_t zone_offset_s(const struct zone *z, int64_t utc_s)
{
	return type_at(z, utc_s)->offset_s;
}

const char *zone_abbrev(const struct zone *z, int64_t utc_s)
{
	return type_at(z, utc_s)->abbrev;
}

static int64_t floor_day(int64_t s)
{
	return (s >= 0 ? s : s - 86399) / 86400;
}

void zone_to_wall(const struct zone *z, int64_t utc_s, struct wall *out)
{
	int64_t local = utc_s + zone_offset_s(z, utc_s), day = floor_day(local);
	int64_t s = local - day * 86400;

	date_of_day(day, &out->year, &out->month, &out->day);
	out->hour = (int)(s / 3600);
	out->min = (int)(s / 60 % 60);
	out->sec = (int)(s % 60);
}

/* The first instant in (lo, hi] whose offset is that of hi. */
static int64_t jump_between(const struct zone *z, int64_t lo, int64_t hi)
{
	int32_t after = zone_offset_s(z, hi);

	while (hi - lo > 1) {
		int64_t mid = lo + (hi - lo) / 2;

		if (zone_offset_s(z, mid) == after)
			hi = mid;
		else
			lo = mid;
	}
	return hi;
}

enum wall_kind zone_to_utc(const struct zone *z, const struct wall *w,
			   int64_t *utc_s, int64_t *other_s)
{
	int64_t wall = day_of_date(w->year, w->month, 1) * 86400 +
		       (w->day - 1) * (int64_t)86400 +
		       w->hour * (int64_t)3600 + w->min * (int64_t)60 + w->sec;
	/* No zone is more than 26 hours away from UTC, nor changes twice in
	 * so short a time. */
	int32_t before = zone_offset_s(z, wall - 93600), after = zone_offset_s(z, wall + 93600);
	int64_t a = wall - before, b = wall - after;
	bool a_ok = zone_offset_s(z, a) == before, b_ok = zone_offset_s(z, b) == after;

	if (other_s)
		*other_s = b;
	*utc_s = a;
	if (before == after)
		return WALL_ONE;
	if (a_ok && b_ok) {
		if (a < b)
			return WALL_FOLD;
		*utc_s = b;
		if (other_s)
			*other_s = a;
		return WALL_FOLD;
	}
	if (a_ok)
		return WALL_ONE;
	*utc_s = b;
	if (b_ok)
		return WALL_ONE;
	/* Skipped: b lies before the jump, a after it. */
	*utc_s = jump_between(z, b < a ? b : a, b < a ? a : b);
	return WALL_GAP;
}

int64_t day_of(const struct zone *z, int64_t utc_s)
{
	return floor_day(utc_s + zone_offset_s(z, utc_s));
}

int64_t day_begin_s(const struct zone *z, int64_t day)
{
	struct wall w = { 0 };
	int64_t at;

	date_of_day(day, &w.year, &w.month, &w.day);
	zone_to_utc(z, &w, &at, NULL);
	return at;
}

static const char *known(struct arena *a, const char *name)
{
	const struct zone *z;
	struct err ignored = { 0 };

	return name && *name && !zone_load(name, &z, &ignored) ? arena_strdup(a, name) : NULL;
}

const char *zone_system_name(struct arena *a)
{
	static const char dir[] = "/zoneinfo/";
	char buf[256];
	const char *name = getenv("TZ"), *at;
	ssize_t n;
	int fd;

	name = known(a, name && *name == ':' ? name + 1 : name);
	if (name)
		return name;
	n = readlink("/etc/localtime", buf, sizeof buf - 1);
	if (n > 0) {
		buf[n] = '\0';
		at = strstr(buf, dir);
		name = known(a, at ? at + sizeof dir - 1 : NULL);
		if (name)
			return name;
	}
	fd = open("/etc/timezone", O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, buf, sizeof buf - 1);
	if (fd >= 0)
		close(fd);
	if (n > 0) {
		buf[n] = '\0';
		buf[strcspn(buf, "\r\n ")] = '\0';
		name = known(a, buf);
	}
	return name ? name : "UTC";
}
