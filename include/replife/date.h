/* Calendar days and RFC 3339. */
#ifndef REPLIFE_DATE_H
#define REPLIFE_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01 (proleptic Gregorian; Howard Hinnant's algorithms). */
int64_t day_of_date(int year, int month, int day);
void date_of_day(int64_t day, int *year, int *month, int *mday);
bool date_is_valid(int year, int month, int day);
/* Of what comes from elsewhere: the years 0 to 9999 and some thousands around them,
 * so that it can be shown, and added to. */
#define DAY_MOST ((int64_t)10000000)
static inline bool day_is_sane(int64_t day)
{
	return day >= -DAY_MOST && day <= DAY_MOST;
}
static inline bool instant_is_sane(int64_t utc_s)
{
	return utc_s >= -DAY_MOST * 86400 && utc_s <= DAY_MOST * 86400;
}
int day_weekday(int64_t day);			/* 0 Monday .. 6 Sunday */
int iso_week(int64_t day);			/* 1 .. 53 (ISO 8601) */

extern const char *const weekday_names[7];	/* "Monday" */
extern const char *const month_names[12];	/* "January" */

/* "2026-11-24T09:00:00Z"; 20 characters and a NUL (years 0-9999). */
#define RFC3339_SIZE 32
const char *rfc3339(int64_t utc_s, char buf[RFC3339_SIZE]);
/* "2026-11-24T09:00:00Z", "+02:00" offsets, seconds and fractions optional.
 * False: not of this form, or no such date. */
bool rfc3339_parse(const char *s, int64_t *utc_s);

#endif
