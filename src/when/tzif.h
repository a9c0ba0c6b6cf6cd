/* What a TZif file says. Private to src/when. */
#ifndef TZIF_H
#define TZIF_H

#include "replife/zone.h"

struct local_type {
	int32_t offset_s;
	bool dst;
	char abbrev[12];
};

/* A rule of the footer: "M3.5.0/2". */
struct tz_rule {
	char kind;		/* 'M', 'J', '0'; 0: none */
	int month, week, wday, day;
	int32_t at_s;
};

struct zone {
	char name[64];
	size_t n_times, n_types;
	int64_t *times;		/* transitions, rising */
	unsigned char *to;	/* the type that begins there */
	struct local_type *types;
	bool has_footer;
	struct local_type std, dst;
	struct tz_rule start, end;	/* of daylight saving; kind 0: none */
};

/* The footer's POSIX TZ string (RFC 8536 3.3.1). False: not understood. */
bool tzif_footer(struct zone *z, const char *s);
/* The type that holds at `utc_s` by the footer. */
const struct local_type *tzif_footer_type(const struct zone *z, int64_t utc_s);

#endif
