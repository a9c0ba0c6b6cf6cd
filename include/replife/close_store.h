/* What is still open at a period's end. */
#ifndef REPLIFE_CLOSE_STORE_H
#define REPLIFE_CLOSE_STORE_H

#include "replife/entity.h"

struct close_counts {
	int64_t no_outcome, no_outcome_first;	/* bookings; the first one's key */
	int64_t missing, missing_first;		/* write-ups; the first booking's key */
	int64_t uncoded;			/* remarks in no theme, not set aside */
	int64_t suggested;			/* codings that nobody decided */
	int64_t to_clear;			/* reps' words, not cleared, not held back */
};

enum rc close_counts(struct store *st, int64_t program_id, const struct period *p,
		     int64_t now_s, struct close_counts *out, struct err *err)
	__attribute__((warn_unused_result));
/* The bookings whose write-up is missing, or whose outcome nobody said: the
 * oldest first; a statement of their keys. */
struct stmt *close_bookings(struct store *st, int64_t program_id, const struct period *p,
			    int64_t now_s, bool no_outcome, int64_t limit);
/* The same at a glance: only the latest CLOSE_GLANCE sessions and write-ups of
 * the period until now are looked at; *more: there are others before them.
 * missing_first and to_clear stay 0. */
#define CLOSE_GLANCE 3000
enum rc close_glance(struct store *st, int64_t program_id, const struct period *p,
		     int64_t now_s, struct close_counts *out, bool *more, struct err *err)
	__attribute__((warn_unused_result));

#endif
