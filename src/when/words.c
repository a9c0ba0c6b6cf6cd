/* Words of a typed text. */
#include "words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum rc words_split(const char *text, struct words *out, struct err *err)
{
	size_t n = strlen(text);
	char *p = out->buf, *save = NULL;

	out->n = out->at = 0;
	if (n >= sizeof out->buf)
		return err_set(err, RC_USAGE, "'%.40s…' is too long for a date", text);
	for (size_t i = 0; i <= n; i++)
		out->buf[i] = text[i] == ',' ? ' ' : (char)tolower((unsigned char)text[i]);
	for (p = strtok_r(p, " \t\n", &save); p; p = strtok_r(NULL, " \t\n", &save)) {
		if (out->n == WORDS_MAX)
			return err_set(err, RC_USAGE, "'%.40s…' has too many words for a date", text);
		out->w[out->n++] = p;
	}
	out->w[out->n] = "";
	if (out->n)
		return RC_OK;
	err_set(err, RC_USAGE, "the date is empty");
	return err_todo(err, "Write it as tomorrow 10am, 24 nov 10:00 or 2026-11-24T10:00");
}

const char *words_peek(const struct words *w, size_t ahead)
{
	return w->at + ahead < w->n ? w->w[w->at + ahead] : "";
}

bool words_take(struct words *w, const char *word)
{
	if (w->at == w->n || strcmp(w->w[w->at], word))
		return false;
	w->at++;
	return true;
}

enum rc words_refuse(const struct words *w, const char *examples, struct err *err)
{
	if (w->at < w->n)
		err_set(err, RC_USAGE, "'%s' is not understood", words_peek(w, 0));
	else
		err_set(err, RC_USAGE, "something is missing after '%s'", w->n ? w->w[w->n - 1] : "");
	return err_todo(err, "Write it as %s", examples);
}

/* Does `word` abbreviate `full` with at least three letters? */
static bool short_for(const char *word, const char *full, bool plural)
{
	size_t n = strlen(word);

	if (n < 3)
		return false;
	if (!strncasecmp(word, full, n))
		return true;
	return plural && word[n - 1] == 's' && n > 3 && !strncasecmp(word, full, n - 1);
}

int weekday_of(const char *word)
{
	for (int i = 0; i < 7; i++)
		if (short_for(word, weekday_names[i], true))
			return i;
	return -1;
}

int month_of(const char *word)
{
	for (int i = 0; i < 12; i++)
		if (short_for(word, month_names[i], false))
			return i + 1;
	return 0;
}

struct unit {
	const char *name;
	int64_t days, secs;
};

static const struct unit *unit_of(const char *s)
{
	static const struct unit units[] = {
		{ "d", 1, 0 }, { "day", 1, 0 }, { "days", 1, 0 },
		{ "w", 7, 0 }, { "week", 7, 0 }, { "weeks", 7, 0 },
		{ "h", 0, 3600 }, { "hour", 0, 3600 }, { "hours", 0, 3600 },
		{ "min", 0, 60 }, { "mins", 0, 60 }, { "minutes", 0, 60 },
		{ "minute", 0, 60 }, { NULL, 0, 0 } };

	for (const struct unit *u = units; u->name; u++)
		if (!strcmp(s, u->name))
			return u;
	return NULL;
}

static bool count(const char *word, const char **end, int64_t *n)
{
	char *e;

	if (*word < '0' || *word > '9')
		return false;
	*n = strtoll(word, &e, 10);
	*end = e;
	return e - word <= 5;
}

bool relative_of(const char *word, int64_t *days, int64_t *secs)
{
	int sign = *word == '-' ? -1 : 1;
	const struct unit *u;
	const char *end;
	int64_t n;

	if (*word != '+' && *word != '-')
		return false;
	if (!count(word + 1, &end, &n))
		return false;
	u = unit_of(end);
	if (!u)
		return false;
	*days = sign * n * u->days;
	*secs = sign * n * u->secs;
	return true;
}

/* ---- days ---- */

/* Without a year: the one nearest to today; with a weekday (else -1) this
 * year's, since that is how we write it ourselves, if it is one. */
static bool nearest(int64_t today, int wday, int month, int mday, int64_t *day)
{
	int y, m, d;
	int64_t best = INT64_MAX;

	date_of_day(today, &y, &m, &d);
	for (int year = y - 1; year <= y + 1; year++) {
		int64_t at;

		if (!date_is_valid(year, month, mday))
			continue;
		at = day_of_date(year, month, mday);
		if (wday >= 0 && (year != y || day_weekday(at) != wday))
			continue;
		if (llabs(at - today) < best) {
			best = llabs(at - today);
			*day = at;
		}
	}
	return best != INT64_MAX;
}

static enum rc no_such_day(const char *said, struct err *err)
{
	err_set(err, RC_USAGE, "there is no day '%s'", said);
	return err_todo(err, "Look at the calendar, and write it as 24 nov or 2026-11-24");
}

/* "24" or "24th" or "24." */
static bool day_number(const char *w, int *out)
{
	char *end;
	long v;

	if (*w < '0' || *w > '9')
		return false;
	v = strtol(w, &end, 10);
	if (*end && strcmp(end, ".") && strcmp(end, "st") && strcmp(end, "nd") &&
	    strcmp(end, "rd") && strcmp(end, "th"))
		return false;
	*out = (int)v;
	return end - w <= 2 && v >= 1;
}

static bool year_word(const char *w, int *year)
{
	if (strlen(w) != 4 || strspn(w, "0123456789") != 4)
		return false;
	*year = atoi(w);
	return *year >= 1900;
}

static enum rc month_day(struct words *w, int64_t today, int wday, int64_t *day, bool *found,
			 struct err *err)
{
	int month = 0, mday = 0, year = 0;
	const char *a = words_peek(w, 0), *b = words_peek(w, 1);
	char said[32];

	if (day_number(a, &mday) && (month = month_of(b)))
		;
	else if ((month = month_of(a)) && day_number(b, &mday))
		;
	else
		return RC_OK;
	w->at += 2;
	*found = true;
	snprintf(said, sizeof said, "%d %s", mday, month_names[month - 1]);
	if (year_word(words_peek(w, 0), &year)) {
		w->at++;
		if (!date_is_valid(year, month, mday))
			return no_such_day(said, err);
		*day = day_of_date(year, month, mday);
		return RC_OK;
	}
	if (nearest(today, wday, month, mday, day) || (wday >= 0 && nearest(today, -1, month, mday, day)))
		return RC_OK;
	return no_such_day(said, err);
}

/* "24.11.", "24.11.2026", "24/11/2026", "2026-11-24" */
static enum rc numeric(struct words *w, int64_t today, int wday, int64_t *day, bool *found,
		       struct err *err)
{
	const char *s = words_peek(w, 0);
	int a = 0, b = 0, c = 0, used = 0;

	if (sscanf(s, "%4d-%2d-%2d%n", &a, &b, &c, &used) == 3 && !s[used] && a >= 1000) {
		*found = true;
	} else if (used = 0, sscanf(s, "%2d.%2d.%n", &c, &b, &used) == 2 && used) {
		*found = true;
		a = s[used] ? atoi(s + used) : 0;
		if (s[used] && !year_word(s + used, &a))
			return no_such_day(s, err);
	} else if (used = 0, sscanf(s, "%2d/%2d%n", &c, &b, &used) == 2 && used) {
		*found = true;
		a = s[used] == '/' ? atoi(s + used + 1) : 0;
		if (s[used] && (s[used] != '/' || !year_word(s + used + 1, &a)))
			return no_such_day(s, err);
		if (c >= 1 && b >= 1 && c <= 12 && b <= 12 && c != b) {
			err_set(err, RC_AMBIGUOUS, "'%s' could be %d %.3s or %d %.3s", s, c,
				month_names[b > 0 ? b - 1 : 0], b, month_names[c > 0 ? c - 1 : 0]);
			return err_todo(err, "Write the month's name: %d %.3s", c, month_names[b > 0 ? b - 1 : 0]);
		}
		if (b > 12) {
			int swap = b;

			b = c;
			c = swap;
		}
	} else {
		return RC_OK;
	}
	w->at++;
	if (!a)
		return nearest(today, wday, b, c, day) || nearest(today, -1, b, c, day)
			? RC_OK : no_such_day(s, err);
	if (!date_is_valid(a, b, c))
		return no_such_day(s, err);
	*day = day_of_date(a, b, c);
	return RC_OK;
}

/* "Tue 24 Nov", as replife itself writes days: both must agree. */
static enum rc weekday_date(struct words *w, int64_t today, int wday, int64_t *day, struct err *err)
{
	bool found = false;
	int y, m, d;
	enum rc rc = month_day(w, today, wday, day, &found, err);

	if (!rc && !found)
		rc = numeric(w, today, wday, day, &found, err);
	if (rc || !found || day_weekday(*day) == wday)
		return rc;
	date_of_day(*day, &y, &m, &d);
	err_set(err, RC_USAGE, "%d %.3s %d is a %s, not a %s", d, month_names[m - 1], y,
		weekday_names[day_weekday(*day)], weekday_names[wday]);
	return err_todo(err, "Write the day without its weekday, or look at the calendar");
}

static int64_t next_weekday(int64_t today, int wday)
{
	return today + 1 + (wday - day_weekday(today + 1) + 7) % 7;
}

static enum rc ambiguous_next(int64_t today, int wday, struct err *err)
{
	int64_t a = next_weekday(today, wday), b = a + 7;
	int y, ma, mb, da, db;

	date_of_day(a, &y, &ma, &da);
	date_of_day(b, &y, &mb, &db);
	err_set(err, RC_AMBIGUOUS, "'next %s' could be %d %.3s or %d %.3s", weekday_names[wday],
		da, month_names[ma - 1], db, month_names[mb - 1]);
	return err_todo(err, "Write %d %.3s or %d %.3s", da, month_names[ma - 1], db,
			month_names[mb - 1]);
}

static bool in_or_ago(struct words *w, int64_t today, int64_t *day)
{
	const struct unit *u;
	const char *end;
	bool in = !strcmp(words_peek(w, 0), "in");
	int64_t n;

	if (!count(words_peek(w, in), &end, &n) || *end)
		return false;
	u = unit_of(words_peek(w, in + 1u));
	if (!u || !u->days || (!in && strcmp(words_peek(w, 2), "ago")))
		return false;
	*day = today + (in ? 1 : -1) * n * u->days;
	w->at += 3;
	return true;
}

enum rc day_words(struct words *w, const struct zone *z, int64_t now_s,
		  int64_t *day, bool *found, struct err *err)
{
	int64_t today = day_of(z, now_s), days, secs;
	int wday;
	enum rc rc;

	*found = true;
	if (words_take(w, "today")) {
		*day = today;
		return RC_OK;
	}
	if (words_take(w, "tomorrow")) {
		*day = today + 1;
		return RC_OK;
	}
	if (words_take(w, "yesterday")) {
		*day = today - 1;
		return RC_OK;
	}
	wday = weekday_of(words_peek(w, 0));
	if (wday >= 0) {
		w->at++;
		*day = next_weekday(today, wday);
		return weekday_date(w, today, wday, day, err);
	}
	wday = weekday_of(words_peek(w, 1));
	if (wday >= 0 && words_take(w, "next"))
		return ambiguous_next(today, wday, err);
	if (wday >= 0 && words_take(w, "this")) {
		w->at++;
		*day = today - day_weekday(today) + wday;
		return RC_OK;
	}
	if (wday >= 0 && words_take(w, "last")) {
		w->at++;
		*day = next_weekday(today, wday) - (day_weekday(today) == wday ? 14 : 7);
		return RC_OK;
	}
	if (relative_of(words_peek(w, 0), &days, &secs) && !secs) {
		w->at++;
		*day = today + days;
		return RC_OK;
	}
	if (in_or_ago(w, today, day))
		return RC_OK;
	*found = false;
	rc = month_day(w, today, -1, day, found, err);
	if (!rc && !*found)
		rc = numeric(w, today, -1, day, found, err);
	return rc;
}
