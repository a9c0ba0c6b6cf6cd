/*
 * Time zones and calendar days, from the system's TZif files (RFC 8536).
 * A loaded zone never changes, so that threads may share it.
 */
#ifndef REPLIFE_ZONE_H
#define REPLIFE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"

struct zone;

/* Wall clock time; month and day count from 1. */
struct wall {
	int year, month, day, hour, min, sec;
};

/* RC_USAGE: no such zone. Loaded once a process, then found again. */
enum rc zone_load(const char *name, const struct zone **out, struct err *err)
	__attribute__((warn_unused_result));
const char *zone_name(const struct zone *z);
/* The system's zone: TZ, /etc/timezone, /etc/localtime, else "UTC". In `a`. */
const char *zone_system_name(struct arena *a);

int32_t zone_offset_s(const struct zone *z, int64_t utc_s);	/* east of UTC */
const char *zone_abbrev(const struct zone *z, int64_t utc_s);	/* "CET" */
void zone_to_wall(const struct zone *z, int64_t utc_s, struct wall *out);

/* ONE: it happens once. GAP: the clock jumps over it. FOLD: it happens twice. */
enum wall_kind { WALL_ONE, WALL_GAP, WALL_FOLD };
/* ONE: *utc_s. GAP: *utc_s is the first instant after the jump. FOLD: the
 * first of the two, *other_s (may be NULL) the second. Fields out of range
 * (day 32, hour 24) carry over. */
enum wall_kind zone_to_utc(const struct zone *z, const struct wall *w,
			   int64_t *utc_s, int64_t *other_s);

/* Days since 1970-01-01 (proleptic Gregorian; Howard Hinnant's algorithms). */
int64_t day_of_date(int year, int month, int day);
void date_of_day(int64_t day, int *year, int *month, int *mday);
bool date_is_valid(int year, int month, int day);
int day_weekday(int64_t day);			/* 0 Monday .. 6 Sunday */
int64_t day_of(const struct zone *z, int64_t utc_s);	/* the local day */
int64_t day_begin_s(const struct zone *z, int64_t day);	/* its first instant */

extern const char *const weekday_names[7];	/* "Monday" */
extern const char *const month_names[12];	/* "January" */

/* "2026-11-24T09:00:00Z"; 20 characters and a NUL (years 0-9999). */
#define RFC3339_SIZE 32
const char *rfc3339(int64_t utc_s, char buf[RFC3339_SIZE]);
/* "2026-11-24T09:00:00Z", "+02:00" offsets, seconds and fractions optional.
 * False: not of this form, or no such date. */
bool rfc3339_parse(const char *s, int64_t *utc_s);

#endif
