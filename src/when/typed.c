/* Dates as people type them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

#define EXAMPLES "tomorrow 10am, 24 nov 10:00 or 2026-11-24T10:00"
#define DAY_EXAMPLES "tomorrow, fri, 24 nov or 2026-11-24"

/* "2026-11-24T10:00" in the zone at hand. */
static bool local_iso(const char *s, int64_t *day, int *min)
{
	int y, mo, d, h, mi, sec = 0, used = 0;

	if (sscanf(s, "%4d-%2d-%2d%*1[tT]%2d:%2d%n", &y, &mo, &d, &h, &mi, &used) != 5 || !used)
		return false;
	if (s[used] == ':' && sscanf(s + used, ":%2d", &sec) == 1)
		used += 3;
	if (s[used] || !date_is_valid(y, mo, d) || h > 23 || mi > 59 || sec)
		return false;
	*day = day_of_date(y, mo, d);
	*min = h * 60 + mi;
	return true;
}

/* What one text says: an instant outright, or a day, a time, or both. */
struct said {
	bool exact, has_day, has_time;
	int64_t at_s, day;
	int min;
};

/* "+90min", "in 2 hours", "+3d" without a time. */
static bool from_now(struct words *w, const struct zone *z, int64_t now_s, struct said *out)
{
	int64_t days, secs, n;
	struct wall wall;
	char *end;

	if (w->n == 3 && !strcmp(w->w[0], "in")) {
		char joined[32];

		n = strtoll(w->w[1], &end, 10);
		if (*end || end == w->w[1] || n < 0 || n > 99999)
			return false;
		snprintf(joined, sizeof joined, "+%lld%.12s", (long long)n, w->w[2]);
		if (!relative_of(joined, &days, &secs) || !secs)
			return false;
	} else if (w->n != 1 || !relative_of(w->w[0], &days, &secs)) {
		return false;
	}
	out->exact = true;
	out->at_s = now_s + secs;
	if (days) {	/* the same time of another day */
		zone_to_wall(z, now_s, &wall);
		wall.day += (int)days;
		zone_to_utc(z, &wall, &out->at_s, NULL);
		out->has_day = true;
		out->day = day_of(z, now_s) + days;
	}
	w->at = w->n;
	return true;
}

static enum rc read_said(const char *text, const struct zone *z, int64_t now_s,
			 struct said *out, struct err *err)
{
	struct words w;
	bool found;
	enum rc rc = words_split(text, &w, err);

	memset(out, 0, sizeof *out);
	if (rc)
		return rc;
	if (w.n == 1 && rfc3339_parse(w.w[0], &out->at_s)) {
		out->exact = true;
		return RC_OK;
	}
	if (w.n == 1 && !strcmp(w.w[0], "now")) {
		out->exact = true;
		out->at_s = now_s;
		return RC_OK;
	}
	if (w.n == 1 && local_iso(w.w[0], &out->day, &out->min)) {
		out->has_day = out->has_time = true;
		return RC_OK;
	}
	if (from_now(&w, z, now_s, out))
		return RC_OK;
	while (w.at < w.n) {
		if (!out->has_day) {
			if (words_take(&w, "on"))
				continue;
			rc = day_words(&w, z, now_s, &out->day, &found, err);
			if (rc)
				return rc;
			out->has_day = found;
			if (found)
				continue;
		}
		if (out->has_time || !clock_words(&w, out->has_day, &out->min))
			return words_refuse(&w, EXAMPLES, err);
		out->has_time = true;
	}
	if (!out->has_day && !out->has_time)
		return words_refuse(&w, EXAMPLES, err);
	if (!out->has_day)
		out->day = day_of(z, now_s);
	return RC_OK;
}

enum rc typed_instant(const char *text, const struct zone *z, int64_t now_s,
		      int64_t *utc_s, bool *is_day, struct err *err)
{
	struct said s;
	enum rc rc = read_said(text, z, now_s, &s, err);

	if (rc)
		return rc;
	*is_day = !s.exact && !s.has_time;
	*utc_s = s.at_s;
	if (s.exact)
		return RC_OK;
	if (*is_day) {
		*utc_s = day_begin_s(z, s.day);
		return RC_OK;
	}
	return at_wall(z, s.day, s.min, utc_s, err);
}

enum rc typed_instant_end(const char *text, const struct zone *z, int64_t now_s,
			  int64_t *utc_s, bool *is_day, struct err *err)
{
	struct said s;
	enum rc rc = read_said(text, z, now_s, &s, err);

	if (rc)
		return rc;
	*is_day = s.has_day && !s.has_time;	/* "+3d" too */
	*utc_s = s.at_s;
	if (*is_day) {
		*utc_s = day_begin_s(z, s.day + 1);
		return RC_OK;
	}
	return s.exact ? RC_OK : at_wall(z, s.day, s.min, utc_s, err);
}

enum rc typed_day(const char *text, const struct zone *z, int64_t now_s,
		  int64_t *day, struct err *err)
{
	struct said s;
	enum rc rc = read_said(text, z, now_s, &s, err);

	if (rc && strstr(err->todo, EXAMPLES))	/* of a day, not of a time */
		return err_todo(err, "Write it as %s", DAY_EXAMPLES);
	if (rc)
		return rc;
	if (s.has_time || (s.exact && !s.has_day && strcmp(text, "now"))) {
		err_set(err, RC_USAGE, "'%.60s' names a time where a day is wanted", text);
		return err_todo(err, "Write the day alone, as %s", DAY_EXAMPLES);
	}
	*day = s.has_day ? s.day : day_of(z, s.at_s);
	return RC_OK;
}

/* ---- spans ---- */

#define SPAN_EXAMPLES "tomorrow, this week, week 48, nov, 24 nov or 24 nov..28 nov"

/* The Monday of ISO week `week`; the year is the nearest where none is said. */
static int64_t iso_monday(int year, int week)
{
	int64_t jan4 = day_of_date(year, 1, 4);

	return jan4 - day_weekday(jan4) + (week - 1) * 7;
}

static bool week_words(struct words *w, int64_t today, int64_t *from, int64_t *to)
{
	int64_t monday = today - day_weekday(today);
	int year, month, mday, n;

	if (w->n == 1 && words_take(w, "week")) {
		*from = monday;
	} else if (w->n == 2 && !strcmp(w->w[1], "week") && !strcmp(w->w[0], "this")) {
		*from = monday;
	} else if (w->n == 2 && !strcmp(w->w[1], "week") && !strcmp(w->w[0], "next")) {
		*from = monday + 7;
	} else if (w->n == 2 && !strcmp(w->w[1], "week") && !strcmp(w->w[0], "last")) {
		*from = monday - 7;
	} else if (w->n == 2 && !strcmp(w->w[0], "week") && (n = atoi(w->w[1])) >= 1 && n <= 53) {
		date_of_day(today, &year, &month, &mday);
		*from = iso_monday(year, n);
		if (*from - today > 183)
			*from = iso_monday(year - 1, n);
		else if (today - *from > 183)
			*from = iso_monday(year + 1, n);
	} else {
		return false;
	}
	*to = *from + 7;
	w->at = w->n;
	return true;
}

static bool month_words(struct words *w, int64_t today, int64_t *from, int64_t *to)
{
	int year, month, mday, y = 0, m = 0, used = 0;

	date_of_day(today, &year, &month, &mday);
	if (w->n == 2 && !strcmp(w->w[1], "month") &&
	    (!strcmp(w->w[0], "this") || !strcmp(w->w[0], "next") || !strcmp(w->w[0], "last"))) {
		m = month + (*w->w[0] == 'n' ? 1 : *w->w[0] == 'l' ? -1 : 0);
		y = year + (m > 12) - (m < 1);
		m = (m + 11) % 12 + 1;
	} else if (w->n == 1 && sscanf(w->w[0], "%4d-%2d%n", &y, &m, &used) == 2 && !w->w[0][used]) {
		;
	} else if (w->n && (m = month_of(w->w[0])) && (w->n == 1 || (w->n == 2 && (y = atoi(w->w[1])) > 1900))) {
		if (w->n == 1)
			y = year + (m - month > 6 ? -1 : month - m > 6 ? 1 : 0);
	} else {
		return false;
	}
	if (!date_is_valid(y, m, 1))
		return false;
	*from = day_of_date(y, m, 1);
	*to = m == 12 ? day_of_date(y + 1, 1, 1) : day_of_date(y, m + 1, 1);
	w->at = w->n;
	return true;
}

/* "24 nov..28 nov", "24 nov to 28 nov": the two halves, or false. */
static bool halves(const char *text, char a[128], char b[128])
{
	const char *sep = strstr(text, ".."), *after = sep ? sep + 2 : NULL;

	if (!sep) {
		sep = strstr(text, " to ");
		after = sep ? sep + 4 : NULL;
	}
	if (!sep || (size_t)(sep - text) >= 128 || strlen(after) >= 128)
		return false;
	snprintf(a, 128, "%.*s", (int)(sep - text), text);
	snprintf(b, 128, "%s", after);
	return true;
}

enum rc typed_span(const char *text, const struct zone *z, int64_t now_s,
		   int64_t *begin_s, int64_t *end_s, struct err *err)
{
	struct words w;
	char a[128], b[128];
	int64_t from = 0, to = 0, today = day_of(z, now_s);
	bool is_day;
	enum rc rc = words_split(text, &w, err);

	if (rc)
		return rc;
	if (halves(text, a, b)) {
		rc = typed_instant(a, z, now_s, begin_s, &is_day, err);
		if (!rc)
			rc = typed_instant_end(b, z, now_s, end_s, &is_day, err);
		if (!rc && *end_s <= *begin_s) {
			err_set(err, RC_USAGE, "'%.80s' ends before it begins", text);
			return err_todo(err, "Write the earlier day first");
		}
		return rc;
	}
	if (!week_words(&w, today, &from, &to) && !month_words(&w, today, &from, &to)) {
		rc = typed_day(text, z, now_s, &from, err);
		if (rc == RC_USAGE && strstr(err->what, "not understood"))
			return err_todo(err, "Write it as %s", SPAN_EXAMPLES);
		to = from + 1;
	}
	if (!rc) {
		*begin_s = day_begin_s(z, from);
		*end_s = day_begin_s(z, to);
	}
	return rc;
}

enum rc typed_minutes(const char *text, int64_t *min, struct err *err)
{
	int64_t total = 0;
	const char *p = text;
	bool any = false;

	while (*p) {
		char *end;
		int64_t n;

		while (*p == ' ')
			p++;
		n = strtoll(p, &end, 10);
		if (end == p || n < 0 || n > 100000)
			break;
		p = end;
		while (*p == ' ')
			p++;
		if (*p == 'h') {
			total += n * 60;
			p += !strncmp(p, "hours", 5) ? 5 : !strncmp(p, "hour", 4) ? 4 : 1;
		} else if (*p == 'd') {
			total += n * 1440;
			p += !strncmp(p, "days", 4) ? 4 : !strncmp(p, "day", 3) ? 3 : 1;
		} else {
			total += n;
			p += !strncmp(p, "minutes", 7) ? 7 : !strncmp(p, "min", 3) ? 3 : *p == 'm';
		}
		any = true;
	}
	*min = total;
	if (any && !*p)
		return RC_OK;
	err_set(err, RC_USAGE, "'%.60s' is not understood as a length of time", text);
	return err_todo(err, "Write it as 30min, 1h or 1h30");
}
