/* The footer of a TZif file: a POSIX TZ string, for what lies beyond the last
 * transition. RFC 8536 lets its times run from -167 to 167 hours. */
#include <string.h>

#include "tzif.h"

static bool number(const char **s, int *out)
{
	int v = 0, n = 0;

	for (; **s >= '0' && **s <= '9' && n < 6; ++*s, n++)
		v = v * 10 + (**s - '0');
	*out = v;
	return n > 0;
}

/* "[+-]hh[:mm[:ss]]" in seconds. */
static bool hms(const char **s, int32_t *out)
{
	int h = 0, m = 0, sec = 0, sign = 1;

	if (**s == '+' || **s == '-')
		sign = *(*s)++ == '-' ? -1 : 1;
	if (!number(s, &h) || h > 167)
		return false;
	if (**s == ':') {
		++*s;
		if (!number(s, &m))
			return false;
		if (**s == ':') {
			++*s;
			if (!number(s, &sec))
				return false;
		}
	}
	*out = sign * (h * 3600 + m * 60 + sec);
	return true;
}

static bool abbrev(const char **s, char out[12])
{
	const char *p = *s, *end;
	size_t n;

	if (*p == '<') {
		end = strchr(++p, '>');
		if (!end)
			return false;
		*s = end + 1;
	} else {
		end = p;
		while ((*end | 32) >= 'a' && (*end | 32) <= 'z')
			end++;
		*s = end;
	}
	n = (size_t)(end - p);
	if (n < 3 || n > 11)
		return false;
	memcpy(out, p, n);
	out[n] = '\0';
	return true;
}

static bool rule(const char **s, struct tz_rule *r)
{
	r->at_s = 2 * 3600;
	if (**s == 'M') {
		r->kind = 'M';
		++*s;
		if (!number(s, &r->month) || *(*s)++ != '.' || !number(s, &r->week) ||
		    *(*s)++ != '.' || !number(s, &r->wday) || r->month < 1 || r->month > 12 ||
		    r->week < 1 || r->week > 5 || r->wday > 6)
			return false;
	} else {
		r->kind = '0';
		if (**s == 'J') {
			r->kind = 'J';
			++*s;
		}
		if (!number(s, &r->day) || r->day > 365)
			return false;
	}
	if (**s == '/') {
		++*s;
		return hms(s, &r->at_s);
	}
	return true;
}

bool tzif_footer(struct zone *z, const char *s)
{
	int32_t west;

	if (!abbrev(&s, z->std.abbrev) || !hms(&s, &west))
		return false;
	z->std.offset_s = -west;
	if (!*s)
		return true;
	if (!abbrev(&s, z->dst.abbrev))
		return false;
	z->dst.dst = true;
	z->dst.offset_s = z->std.offset_s + 3600;
	if (*s && *s != ',') {
		if (!hms(&s, &west))
			return false;
		z->dst.offset_s = -west;
	}
	return *s++ == ',' && rule(&s, &z->start) && *s++ == ',' && rule(&s, &z->end) && !*s;
}

/* Seconds since 1970 of the rule's local moment in `year`, as if UTC. */
static int64_t moment(const struct tz_rule *r, int year)
{
	int64_t day;
	bool leap = date_is_valid(year, 2, 29);

	if (r->kind == 'M') {
		int64_t first = day_of_date(year, r->month, 1);
		int wday = (day_weekday(first) + 1) % 7;	/* POSIX: 0 Sunday */
		int64_t next = r->month == 12 ? day_of_date(year + 1, 1, 1)
					      : day_of_date(year, r->month + 1, 1);

		day = first + (r->wday - wday + 7) % 7 + 7 * (r->week - 1);
		while (day >= next)
			day -= 7;
	} else {
		day = day_of_date(year, 1, 1) + r->day;
		if (r->kind == 'J')	/* counts from 1, never 29 February */
			day -= leap && r->day >= 60 ? 0 : 1;
	}
	return day * 86400 + r->at_s;
}

const struct local_type *tzif_footer_type(const struct zone *z, int64_t utc_s)
{
	int year, month, mday;
	int64_t on, off, local = utc_s + z->std.offset_s;

	if (!z->start.kind)
		return &z->std;
	date_of_day((local >= 0 ? local : local - 86399) / 86400, &year, &month, &mday);
	on = moment(&z->start, year) - z->std.offset_s;
	off = moment(&z->end, year) - z->dst.offset_s;
	if (on < off)
		return utc_s >= on && utc_s < off ? &z->dst : &z->std;
	return utc_s >= off && utc_s < on ? &z->std : &z->dst;
}
