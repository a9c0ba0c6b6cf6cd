/* Days in somebody's words become months: "on 24 November" would tell at which
 * call it was said. What may be no date ("in March 12 reps") stays. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "replife/date.h"
#include "report_fit.h"
#include "report_names.h"

/* Up to `most` digits at `p`; *n how many there are, 0 where there are more. */
static int digits(const char *p, size_t most, size_t *n)
{
	int v = 0;
	size_t k = 0;

	while (k <= most && isdigit((unsigned char)p[k]))
		v = v * 10 + p[k++] - '0';
	*n = k > most ? 0 : k;
	return v;
}

/* "T10:00:00Z" after a day: its bytes. */
static size_t time_length(const char *p)
{
	return p[0] == 'T' && isdigit((unsigned char)p[1]) ? 1 + strspn(p + 1, "0123456789:.Z") : 0;
}

/* "2026-11-24", "24.11.2026", "11/24/2026", "24/11/26": its bytes; *month 0: it
 * could be either. */
static size_t number_date(const char *p, int *month, int *year)
{
	size_t n[3], at = 0;
	int v[3], day;
	char mark = 0;

	for (size_t i = 0; i < 3; i++) {
		v[i] = digits(p + at, 4, &n[i]);
		at += n[i];
		if (!n[i] || (i == 1 && p[at] != mark))
			return 0;
		if (i < 2)
			mark = p[at++];
	}
	if (!strchr("-./", mark) || isdigit((unsigned char)p[at]))
		return 0;
	if (n[0] == 4 && n[1] <= 2 && n[2] <= 2) {
		*year = v[0];
		*month = v[1];
		day = v[2];
	} else if (n[0] <= 2 && n[1] <= 2 && (n[2] == 4 || (n[2] == 2 && mark == '/'))) {
		*year = n[2] == 2 ? 2000 + v[2] : v[2];
		*month = mark != '/' || v[0] > 12 ? v[1] : v[1] > 12 ? v[0] : 0;
		day = *month == v[0] ? v[1] : v[0];
	} else {
		return 0;
	}
	if (day < 1 || day > 31 || *month > 12 || (!*month && mark != '/'))
		return 0;
	return at + time_length(p + at);
}

/* Blanks that stand between a day and its month, broken at or not. */
static size_t blank_length(const char *p)
{
	return *p == ' ' ? 1 : !strncmp(p, "\u00A0", 2) ? 2 : !strncmp(p, "\u202F", 3) ? 3 : 0;
}

/* "November" and "Nov", as names are written: their bytes. Small letters where
 * a day goes before, but "24 may come" and "12 march in". */
static size_t month_name(const char *p, bool small)
{
	for (int m = 0; m < 12; m++) {
		size_t n = strlen(month_names[m]);
		bool any = small && m != 2 && m != 4;

		if (!(any ? strncasecmp : strncmp)(p, month_names[m], n) && !isalpha((unsigned char)p[n]))
			return n;
		if (!(any ? strncasecmp : strncmp)(p, month_names[m], 3) && !isalpha((unsigned char)p[3]))
			return 3;
	}
	return 0;
}

/* "24", "24th": its bytes; *ordinal. */
static size_t day_length(const char *p, bool *ordinal)
{
	static const char ends[] = "st nd rd th";
	size_t n;
	int v = digits(p, 2, &n);

	*ordinal = false;
	if (!n || v < 1 || v > 31)
		return 0;
	for (size_t i = 0; i < sizeof ends; i += 3)
		if (!strncmp(p + n, ends + i, 2) && !isalpha((unsigned char)p[n + 2]))
			*ordinal = true;
	if (*ordinal)
		return n + 2;
	return isalnum((unsigned char)p[n]) ? 0 : n;
}

/* "24 and 25", "24th-26th": the bytes of all these days. */
static size_t days_length(const char *p, bool *ordinal)
{
	static const char *const between[] = { " and ", " or ", " to ", " & ", " - ", " \u2013 ", "-", "\u2013", "\u2014", "/" };
	size_t at = day_length(p, ordinal), i = 0;
	bool any;

	while (at && i < sizeof between / sizeof *between) {
		size_t sep = strlen(between[i]), n = strncmp(p + at, between[i], sep) ? 0 : day_length(p + at + sep, &any);

		at += n ? sep + n : 0;
		i = n ? 0 : i + 1;
	}
	return at;
}

/* "24 November", "24th of Nov", "24-26 Nov", "November 24th", "Nov 24,": bytes of it;
 * what stays of it are `keep` bytes at `from`. */
static size_t word_date(const char *p, size_t *from, size_t *keep)
{
	bool ordinal;
	size_t n = days_length(p, &ordinal), at = n;

	if (n) {
		at += p[at] == '.' || (ordinal && p[at] == ',');
		if (!blank_length(p + at) && p[at] != '-')
			return 0;
		at += !strncmp(p + at, " of ", 4) ? 4 : p[at] == '-' ? 1 : blank_length(p + at);
		*from = at;
		*keep = month_name(p + at, true);
		return *keep ? at + *keep : 0;
	}
	*from = 0;
	*keep = month_name(p, false);
	if (!*keep)
		return 0;
	at = *keep + (p[*keep] == '.');
	if (!blank_length(p + at))
		return 0;
	at += blank_length(p + at);
	at += strncasecmp(p + at, "the ", 4) ? 0 : 4;
	n = days_length(p + at, &ordinal);
	/* "March 24 reps", "May 5 of them": those two are words besides. */
	if (!n || (*p == 'M' && !ordinal && p[at + n] && !strchr(",.;:!?)\n", p[at + n])))
		return 0;
	return at + n;
}

/* word_date(), and "the 3rd of March" as a whole. */
static size_t said_date(const char *p, size_t *from, size_t *keep)
{
	size_t the = !strncasecmp(p, "the ", 4) ? 4 : 0, n = word_date(p + the, from, keep);

	if (!n)
		return 0;
	*from += the;
	return n + the;
}

const char *days_to_months(struct arena *a, const char *text, size_t *days)
{
	struct out o;
	size_t found = 0;
	bool begins = true;	/* no letter or digit goes before */

	out_to_mem(&o, a);
	for (const char *p = text; *p;) {
		size_t n = 0, from, keep, mark = name_mark_length(p);
		int month, year;

		if (begins && (n = number_date(p, &month, &year)))
			out_printf(&o, "%s%d", month ? arena_printf(a, "%s ", month_names[month - 1]) : "", year);
		else if (begins && (n = said_date(p, &from, &keep)))
			out_bytes(&o, p + from, keep);
		found += n > 0;
		if (!n) {
			n = mark ? mark : 1;
			out_bytes(&o, p, n);
		}
		begins = mark || (!isalnum((unsigned char)p[n - 1]) && (unsigned char)p[n - 1] < 0x80);
		p += n;
	}
	*days += found;
	return found ? out_text(&o) : text;
}
