/* Weekly hours in the store: rules, days off, extra hours, and the sessions
 * that came of them. */
#ifndef REPLIFE_HOURS_STORE_H
#define REPLIFE_HOURS_STORE_H

#include "replife/entity.h"

struct rule_view {
	struct rule rule;
	const char *rep, *rep_name;
};
/* The active rules of a rep, or of the program where rep_id is 0, behind the
 * key `after`; `limit` 0: all. Step with hours_next(), end with stmt_done(). */
struct stmt *hours_rules(struct store *st, int64_t program_id, int64_t rep_id,
			 int64_t after, int64_t limit);
bool hours_next(struct stmt *s, struct arena *a, struct rule_view *out);

/* What differs on days in [from_day, to_day]: the rep's days off and extra
 * hours, and the holidays of everybody, in day order. rep_id 0: holidays
 * only. Step with hours_next_day(), end with stmt_done(). */
struct stmt *hours_days(struct store *st, int64_t program_id, int64_t rep_id,
			int64_t from_day, int64_t to_day);
bool hours_next_day(struct stmt *s, struct arena *a, struct dayoff *out);

/* Every session of the rep that begins after `from_s`, cancelled ones too, by
 * begin. Step with hours_next_slot(), end with stmt_done(). */
struct stmt *hours_slots(struct store *st, int64_t rep_id, int64_t from_s);
bool hours_next_slot(struct stmt *s, struct arena *a, struct slot *out);

/* The same day off, holiday or extra hours, if it is there already:
 * out->id 0 where not. Compares kind, day, rep, program, zone, sentence. */
enum rc hours_same_day(struct store *st, struct arena *a, const struct dayoff *like,
		       struct dayoff *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
