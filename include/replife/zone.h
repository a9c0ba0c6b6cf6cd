/*
 * Time zones and calendar days, from the system's TZif files (RFC 8536).
 * A loaded zone never changes, so that threads may share it.
 */
#ifndef REPLIFE_ZONE_H
#define REPLIFE_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/date.h"
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

int64_t day_of(const struct zone *z, int64_t utc_s);	/* the local day */
int64_t day_begin_s(const struct zone *z, int64_t day);	/* its first instant */

#endif
