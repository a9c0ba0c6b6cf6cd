/*
 * Dates as people type them. Each reads the whole text; words that are not
 * understood are errors that name them. Times that a clock change skips are
 * RC_CONFLICT (gap) and name the next one that exists; times that come twice
 * are the first.
 *
 * A date without a year is the one nearest to now. "tue" is the next Tuesday
 * ahead (on a Tuesday, in seven days); "next tue" is RC_AMBIGUOUS.
 */
#ifndef REPLIFE_TYPED_H
#define REPLIFE_TYPED_H

#include "replife/zone.h"

/* "tomorrow 10am", "24 nov 10:00", "2026-11-24T10:00", "+3d", "now". A day
 * alone is its first instant, and *is_day says so. */
enum rc typed_instant(const char *text, const struct zone *z, int64_t now_s,
		      int64_t *utc_s, bool *is_day, struct err *err)
	__attribute__((warn_unused_result));
/* The same for an end: a day alone includes the day. */
enum rc typed_instant_end(const char *text, const struct zone *z, int64_t now_s,
			  int64_t *utc_s, bool *is_day, struct err *err)
	__attribute__((warn_unused_result));
/* A day; a clock time is refused. */
enum rc typed_day(const char *text, const struct zone *z, int64_t now_s,
		  int64_t *day, struct err *err) __attribute__((warn_unused_result));
/* A day, "this week", "next week", "week 48", "nov", "2026-11", or two days
 * with ".." or "to" between: half-open instants. */
enum rc typed_span(const char *text, const struct zone *z, int64_t now_s,
		   int64_t *begin_s, int64_t *end_s, struct err *err)
	__attribute__((warn_unused_result));
/* "30min", "1h", "1h30", "90". */
enum rc typed_minutes(const char *text, int64_t *min, struct err *err)
	__attribute__((warn_unused_result));
/* "10", "10:30", "10am", "noon": minutes after midnight, "24:00" is 1440.
 * False: not a time. */
bool typed_clock(const char *word, size_t n, int *min);

#endif
