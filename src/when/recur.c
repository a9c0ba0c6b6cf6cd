/* Weekly hours typed as a sentence, and the sessions that they make. */
#include "replife/recur.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

#define EXAMPLES "every tue 10-12 30min 2 seats"

/* "mon-fri" */
static bool day_range(const char *w, unsigned *days)
{
	char first[16];
	const char *dash = strchr(w, '-');
	int a, b;

	if (!dash || (size_t)(dash - w) >= sizeof first)
		return false;
	memcpy(first, w, (size_t)(dash - w));
	first[dash - w] = '\0';
	a = weekday_of(first);
	b = weekday_of(dash + 1);
	if (a < 0 || b < 0)
		return false;
	for (int i = a;; i = (i + 1) % 7) {
		*days |= 1u << i;
		if (i == b)
			return true;
	}
}

static bool days_words(struct words *w, unsigned *days)
{
	*days = 0;
	for (;;) {
		const char *word = words_peek(w, 0);
		int d = weekday_of(word);

		if (d >= 0)
			*days |= 1u << d;
		else if (!strcmp(word, "weekday") || !strcmp(word, "weekdays"))
			*days |= 0x1F;
		else if (!strcmp(word, "daily") || !strcmp(word, "day"))
			*days |= 0x7F;
		else if (!day_range(word, days) && strcmp(word, "every") && strcmp(word, "and") &&
			 strcmp(word, "on") && strcmp(word, "&"))
			return *days != 0;
		w->at++;
	}
}

/* "10-12", "9:30-11am", "10am to 12pm": in "2-4pm" the pm is for both. */
static bool range_words(struct words *w, struct recur *r)
{
	char joined[64];
	const char *a = words_peek(w, 0), *dash;
	size_t n = 1, na, nb;

	if (!strcmp(words_peek(w, 1), "-") || !strcmp(words_peek(w, 1), "to")) {
		snprintf(joined, sizeof joined, "%.20s-%.20s", a, words_peek(w, 2));
		n = 3;
	} else {
		snprintf(joined, sizeof joined, "%.40s", a);
	}
	dash = strchr(joined, '-');
	if (!dash)
		return false;
	na = (size_t)(dash - joined);
	nb = strlen(dash + 1);
	if (!typed_clock(joined, na, &r->begin_min) || !typed_clock(dash + 1, nb, &r->end_min))
		return false;
	if (nb > 2 && !strcmp(dash + 1 + nb - 2, "pm") && isdigit((unsigned char)joined[na - 1]) &&
	    r->begin_min < 720 && r->begin_min + 720 < r->end_min)
		r->begin_min += 720;
	w->at += n;
	return true;
}

static bool length_words(struct words *w, int64_t *min)
{
	struct err ignored = { 0 };
	char joined[64];
	const char *a = words_peek(w, 0), *b = words_peek(w, 1);
	bool unit = strpbrk(a, "hm") != NULL;

	if (*a < '0' || *a > '9')
		return false;
	snprintf(joined, sizeof joined, "%.20s%.20s", a, unit ? "" : b);
	if (!unit && strncmp(b, "min", 3) && strcmp(b, "h") && strncmp(b, "hour", 4))
		return false;
	if (typed_minutes(joined, min, &ignored) || *min < 1)
		return false;
	w->at += unit ? 1 : 2;
	return true;
}

static bool seats_words(struct words *w, int64_t *seats)
{
	const char *a = words_peek(w, 0), *b = words_peek(w, 1);
	char *end;

	if ((strcmp(b, "seat") && strcmp(b, "seats")) || *a < '0' || *a > '9')
		return false;
	*seats = strtoll(a, &end, 10);
	if (*end || *seats < 1 || *seats > 1000)
		return false;
	w->at += 2;
	return true;
}

static enum rc more_words(struct words *w, const struct zone *z, int64_t now_s,
			  struct recur *r, struct err *err)
{
	bool found = true;
	enum rc rc = RC_OK;

	while (!rc && w->at < w->n) {
		if (length_words(w, &r->len_min) || seats_words(w, &r->seats) ||
		    words_take(w, "each"))
			continue;
		if (words_take(w, "until") || words_take(w, "till"))
			rc = day_words(w, z, now_s, &r->until_day, &found, err);
		else if (words_take(w, "from"))
			rc = day_words(w, z, now_s, &r->from_day, &found, err);
		else
			return words_refuse(w, EXAMPLES, err);
		if (!rc && !found)
			return words_refuse(w, EXAMPLES, err);
	}
	return rc;
}

static enum rc check(const struct recur *r, struct err *err)
{
	if (r->end_min <= r->begin_min) {
		err_set(err, RC_USAGE, "the hours end before they begin");
		return err_todo(err, "Write them as 10-12 or 22:00-24:00");
	}
	if (r->len_min > r->end_min - r->begin_min) {
		err_set(err, RC_USAGE, "a session of %lld minutes does not fit into the hours",
			(long long)r->len_min);
		return err_todo(err, "Make the hours longer, or the sessions shorter");
	}
	if (r->from_day && r->until_day && r->until_day < r->from_day) {
		err_set(err, RC_USAGE, "the hours end before their first day");
		return err_todo(err, "Write the earlier day after 'from'");
	}
	return RC_OK;
}

enum rc recur_parse(const char *sentence, const struct zone *z, int64_t now_s,
		    struct recur *out, struct err *err)
{
	struct words w;
	enum rc rc = words_split(sentence, &w, err);

	memset(out, 0, sizeof *out);
	if (rc)
		return rc;
	if (!days_words(&w, &out->weekdays) || !range_words(&w, out))
		return words_refuse(&w, EXAMPLES, err);
	rc = more_words(&w, z, now_s, out, err);
	return rc ? rc : check(out, err);
}

enum rc recur_parse_extra(const char *sentence, const struct zone *z, int64_t now_s,
			  struct recur *out, struct err *err)
{
	struct words w;
	bool found;
	enum rc rc = words_split(sentence, &w, err);

	memset(out, 0, sizeof *out);
	if (!rc)
		rc = day_words(&w, z, now_s, &out->from_day, &found, err);
	if (rc)
		return rc;
	if (!found || !range_words(&w, out))
		return words_refuse(&w, "2 dec 15-16", err);
	out->until_day = out->from_day;
	out->weekdays = 1u << day_weekday(out->from_day);
	rc = more_words(&w, z, now_s, out, err);
	return rc ? rc : check(out, err);
}

static void put_day(struct out *o, const char *word, int64_t day)
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	out_printf(o, " %s %04d-%02d-%02d", word, y, m, d);
}

const char *recur_text(struct arena *a, const struct recur *r)
{
	struct out o;
	const char *sep = "every ";

	out_to_mem(&o, a);
	if (r->weekdays == 0x7F) {
		out_str(&o, "daily");
	} else if (r->weekdays == 0x1F) {
		out_str(&o, "weekdays");
	} else {
		for (int i = 0; i < 7; i++)
			if (r->weekdays & 1u << i) {
				out_printf(&o, "%s%c%.2s", sep,
					   tolower((unsigned char)weekday_names[i][0]),
					   weekday_names[i] + 1);
				sep = " and ";
			}
	}
	out_printf(&o, " %02d:%02d-%02d:%02d", r->begin_min / 60, r->begin_min % 60,
		   r->end_min / 60, r->end_min % 60);
	if (r->len_min)
		out_printf(&o, " %lldmin", (long long)r->len_min);
	if (r->seats)
		out_printf(&o, " %lld seat%s", (long long)r->seats, r->seats == 1 ? "" : "s");
	if (r->from_day)
		put_day(&o, "from", r->from_day);
	if (r->until_day)
		put_day(&o, "until", r->until_day);
	return out_text(&o);
}

/* ---- the sessions ---- */

static void one(const struct zone *z, int64_t day, int begin_min, int64_t len_min,
		struct occurrence *o)
{
	struct wall w = { .hour = begin_min / 60, .min = begin_min % 60 };

	date_of_day(day, &w.year, &w.month, &w.day);
	o->day = day;
	o->begin_min = begin_min;
	o->kind = zone_to_utc(z, &w, &o->begin_s, NULL);
	o->end_s = o->begin_s + len_min * 60;
	snprintf(o->key, sizeof o->key, "%04d-%02d-%02dT%02d:%02d", w.year % 10000, w.month, w.day,
		 w.hour, w.min);
}

size_t recur_expand(struct arena *a, const struct recur *r, const struct zone *z,
		    int64_t len_min, int64_t from_s, int64_t to_s, struct occurrence **out)
{
	int64_t first = day_of(z, from_s), last = day_of(z, to_s - 1);
	size_t n = 0, cap = 16;

	len_min = r->len_min ? r->len_min : len_min;
	if (r->from_day && r->from_day > first)
		first = r->from_day;
	if (r->until_day && r->until_day < last)
		last = r->until_day;
	*out = arena_array(a, struct occurrence, cap);
	for (int64_t day = first; day <= last && len_min > 0; day++) {
		if (!(r->weekdays & 1u << day_weekday(day)))
			continue;
		for (int64_t m = r->begin_min; m + len_min <= r->end_min; m += len_min) {
			struct occurrence o;

			one(z, day, (int)m, len_min, &o);
			if (o.begin_s < from_s || o.begin_s >= to_s)
				continue;
			if (n == cap) {
				*out = arena_grow(a, *out, cap * sizeof o, cap * 2 * sizeof o);
				cap *= 2;
			}
			(*out)[n++] = o;
		}
	}
	return n;
}
