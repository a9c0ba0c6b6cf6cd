/* Clock times as people type them. */
#include "words.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool typed_clock(const char *s, size_t n, int *min)
{
	int h = 0, m = 0;
	size_t i = 0;
	bool pm, am;

	if (n == 4 && !memcmp(s, "noon", 4)) {
		*min = 720;
		return true;
	}
	if (n == 8 && !memcmp(s, "midnight", 8)) {
		*min = 0;
		return true;
	}
	for (; i < n && i < 2 && isdigit((unsigned char)s[i]); i++)
		h = h * 10 + (s[i] - '0');
	if (!i)
		return false;
	if (i < n && (s[i] == ':' || s[i] == '.')) {
		if (n - i < 3 || !isdigit((unsigned char)s[i + 1]) || !isdigit((unsigned char)s[i + 2]))
			return false;
		m = (s[i + 1] - '0') * 10 + (s[i + 2] - '0');
		i += 3;
	}
	am = n - i == 2 && !memcmp(s + i, "am", 2);
	pm = n - i == 2 && !memcmp(s + i, "pm", 2);
	if (i != n && !am && !pm)
		return false;
	if ((am || pm) && (h < 1 || h > 12))
		return false;
	if (am || pm)
		h = h % 12 + (pm ? 12 : 0);
	*min = h * 60 + m;
	return m < 60 && *min <= 1440;
}

bool clock_words(struct words *w, bool bare, int *min)
{
	const char *a = words_peek(w, 0), *b = words_peek(w, 1);
	bool at = !strcmp(a, "at");
	char joined[16];

	if (at) {
		a = b;
		b = words_peek(w, 2);
	}
	if ((!strcmp(b, "am") || !strcmp(b, "pm")) && strlen(a) <= 5) {
		snprintf(joined, sizeof joined, "%s%s", a, b);
		if (typed_clock(joined, strlen(joined), min)) {
			w->at += 2u + at;
			return true;
		}
	}
	if (!bare && !at && strspn(a, "0123456789") == strlen(a))
		return false;
	if (!*a || !typed_clock(a, strlen(a), min))
		return false;
	w->at += 1u + at;
	return true;
}

enum rc at_wall(const struct zone *z, int64_t day, int min, int64_t *utc_s, struct err *err)
{
	struct wall w = { .hour = min / 60, .min = min % 60 }, next;

	date_of_day(day, &w.year, &w.month, &w.day);
	if (zone_to_utc(z, &w, utc_s, NULL) != WALL_GAP)
		return RC_OK;
	zone_to_wall(z, *utc_s, &next);
	err_conflict(err, REASON_GAP, "%02d:%02d on %d %.3s does not exist in %s: the clocks go forward",
		     w.hour, w.min, w.day, month_names[w.month - 1], zone_name(z));
	return err_todo(err, "The next time that exists is %02d:%02d", next.hour, next.min);
}
