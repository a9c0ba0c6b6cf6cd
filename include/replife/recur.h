/*
 * Weekly hours typed as a sentence: "every tue 10-12 30min 2 seats".
 */
#ifndef REPLIFE_RECUR_H
#define REPLIFE_RECUR_H

#include "replife/out.h"
#include "replife/typed.h"

struct recur {
	unsigned weekdays;	/* bit 0 Monday */
	int begin_min, end_min;	/* after local midnight */
	int64_t len_min;	/* of one session; 0: the program's */
	int64_t seats;		/* 0: the program's */
	int64_t from_day, until_day;	/* both included; 0: open */
};

/*
 * Days ("every tue and thu", "mon-fri", "weekdays", "daily"), a range of
 * times, then in any order a length ("30min"), "2 seats", "from DAY",
 * "until DAY". Commas are blanks. RC_USAGE names what was not understood.
 */
enum rc recur_parse(const char *sentence, const struct zone *z, int64_t now_s,
		    struct recur *out, struct err *err) __attribute__((warn_unused_result));
/* The canonical sentence; it parses to the same. */
const char *recur_text(struct arena *a, const struct recur *r);

/* One day's extra hours, "2 dec 15-16": the day goes to from_day and
 * until_day, weekdays is its bit. */
enum rc recur_parse_extra(const char *sentence, const struct zone *z, int64_t now_s,
			  struct recur *out, struct err *err)
	__attribute__((warn_unused_result));

struct occurrence {
	int64_t begin_s, end_s;
	int64_t day;
	int begin_min;			/* after local midnight */
	enum wall_kind kind;		/* GAP: begin_s is the next that exists */
	char key[20];			/* "2026-11-24T10:00", local */
};

/* The sessions that begin in [from_s, to_s), in order, in `a`. `len_min` is
 * the program's, for a rule that names none. */
size_t recur_expand(struct arena *a, const struct recur *r, const struct zone *z,
		    int64_t len_min, int64_t from_s, int64_t to_s,
		    struct occurrence **out);

#endif
