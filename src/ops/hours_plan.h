/*
 * What publishing would do: the difference between what a rep's rules, extra
 * hours and days off say, and the sessions that are there. Private to the ops
 * layer.
 */
#ifndef OPS_HOURS_PLAN_H
#define OPS_HOURS_PLAN_H

#include "call.h"
#include "replife/hours_store.h"

enum plan_action { PLAN_ADD, PLAN_KEEP, PLAN_REMOVE, PLAN_DECIDE };
extern const struct word plan_action_words[];

/* What was said of a booked session that falls away. */
enum decision { DECIDE_OPEN, DECIDE_KEEP, DECIDE_CANCEL, DECIDE_MOVE };

struct plan_item {
	enum plan_action action;
	enum decision decision;
	struct slot slot;	/* id 0: to be added */
	struct span to;		/* DECIDE_MOVE: where to */
	bool matched;		/* a rule still wants it */
	const char *why;	/* in a few words; may be NULL */
};

struct plan {
	int64_t rep_id;
	const struct zone *zone;	/* the rep's */
	int64_t until_s;
	struct plan_item *items;	/* by begin once it is made */
	size_t n, cap;
	struct slot *others;		/* what stands in the way besides: added by hand */
	size_t n_others, cap_others;
	struct slot *away;		/* occurrences that somebody called off */
	size_t n_away, cap_away;
	size_t n_rules;
};

/* A decision on one session, as the options said it. */
struct choice {
	int64_t slot_id;
	enum decision decision;
	int64_t to_s;			/* DECIDE_MOVE */
	bool used;
};

/* Make the plan from now until plan->until_s. What is skipped (a gap of the
 * clock, an overlap, the weekly cap) becomes a warning of the reply. */
enum rc plan_make(struct call *c, struct plan *p, struct choice *choices, size_t n_choices,
		  struct err *err) __attribute__((warn_unused_result));

/* The planner's parts: the sessions wanted (hours_want.c), a growing list. */
enum rc plan_wants(struct call *c, struct plan *p, struct slot **out, size_t *n,
		   struct err *err) __attribute__((warn_unused_result));
void plan_slot(struct call *c, struct slot **list, size_t *n, size_t *cap,
	       const struct slot *s);

#define PLAN_CHANGED "hours changed"	/* why a session fell away; it may come back */

/* ---- what the ops of hours share ---- */

#define HOURS_NEXT "See what that changes: replife hours preview"

#define HOURS_NONE "No weekly hours yet. Add some: " \
	"replife hours add 'every tue 10-12 30min 2 seats'"

struct recur;
/* Whose hours, if the caller may and they host; and the zone they are in. */
enum rc hosting_rep(struct call *c, int64_t *rep_id, const struct zone **z, struct err *err)
	__attribute__((warn_unused_result));
/* RC_USAGE: not one session of the length fits. */
enum rc check_length(struct call *c, const struct recur *r, struct err *err)
	__attribute__((warn_unused_result));
/* Insert it unless it is there; put its row. */
enum rc add_day(struct call *c, struct dayoff *d, struct err *err)
	__attribute__((warn_unused_result));

extern const struct column plan_columns[];
void put_plan_item(struct call *c, const struct plan_item *item);

#endif
