/* The plan behind hours preview and publish: see hours_plan.h. */
#include "hours_plan.h"

#include <stdlib.h>
#include <string.h>

#include "replife/person_store.h"
#include "seats.h"

#define LOOK_BACK_S (31 * 86400)	/* a moved session may lie before its time */

const struct word plan_action_words[] = {
	{ "add", "add" }, { "keep", "keep" }, { "remove", "remove" },
	{ "decide", "decide" }, { NULL, NULL } };

static struct plan_item *add_item(struct call *c, struct plan *p)
{
	if (p->n == p->cap) {
		size_t cap = p->cap ? p->cap * 2 : 64;

		p->items = arena_grow(c->arena, p->items, p->cap * sizeof *p->items,
				      cap * sizeof *p->items);
		p->cap = cap;
	}
	memset(&p->items[p->n], 0, sizeof *p->items);
	return &p->items[p->n++];
}

void plan_slot(struct call *c, struct slot **list, size_t *n, size_t *cap,
	       const struct slot *s)
{
	if (*n == *cap) {
		size_t more = *cap ? *cap * 2 : 16;

		*list = arena_grow(c->arena, *list, *cap * sizeof **list, more * sizeof **list);
		*cap = more;
	}
	(*list)[(*n)++] = *s;
}

/* ---- what is there ---- */

/* Sessions of rules and extra hours become items, for now as falling away. */
static enum rc load_slots(struct call *c, struct plan *p, struct err *err)
{
	struct stmt *list = hours_slots(c->st, p->rep_id, c->now_s - LOOK_BACK_S);
	struct slot s;

	while (hours_next_slot(list, c->arena, &s)) {
		bool ours = s.occurrence && s.program_id == c->program.id;
		bool off = s.state == SLOT_CANCELLED;

		if (off && ours && (!s.reason || strcmp(s.reason, PLAN_CHANGED)))
			plan_slot(c, &p->away, &p->n_away, &p->cap_away, &s);
		else if (!off && !ours)
			plan_slot(c, &p->others, &p->n_others, &p->cap_others, &s);
		else if (!off) {
			struct plan_item *it = add_item(c, p);

			it->slot = s;
			it->action = PLAN_REMOVE;
		}
	}
	return stmt_done(list, err);
}

static bool same_occurrence(const struct slot *a, const struct slot *b)
{
	return a->rule_id == b->rule_id && !strcmp(a->occurrence, b->occurrence);
}

/* Is the wanted session there? One of another rule at the very same time is
 * taken over. */
static bool match(struct plan *p, const struct slot *want, size_t n_there)
{
	for (size_t i = 0; i < n_there; i++)
		if (same_occurrence(&p->items[i].slot, want)) {
			p->items[i].matched = true;
			p->items[i].action = PLAN_KEEP;
			return true;
		}
	for (size_t i = 0; i < p->n_away; i++)
		if (same_occurrence(&p->away[i], want))
			return true;
	return false;
}

static bool take_over(struct plan *p, const struct slot *want, size_t n_there)
{
	for (size_t i = 0; i < n_there; i++) {
		struct plan_item *it = &p->items[i];

		if (it->matched || it->slot.begin_s != want->begin_s ||
		    it->slot.end_s != want->end_s)
			continue;
		it->matched = true;
		it->action = PLAN_KEEP;
		it->slot.rule_id = want->rule_id;
		it->slot.occurrence = want->occurrence;
		return true;
	}
	return false;
}

static int slot_order(const void *a, const void *b)
{
	const struct slot *x = a, *y = b;

	if (x->begin_s != y->begin_s)
		return x->begin_s < y->begin_s ? -1 : 1;
	return (x->rule_id > y->rule_id) - (x->rule_id < y->rule_id);
}

/* ---- the difference ---- */

static struct choice *choice_of(struct choice *all, size_t n, int64_t slot_id)
{
	for (size_t i = 0; i < n; i++)
		if (all[i].slot_id == slot_id)
			return &all[i];
	return NULL;
}

/* The past never changes; behind the plan's end only what a removed rule left. */
static enum rc in_plan(struct call *c, const struct plan *p, const struct plan_item *it,
		       bool *ours, struct err *err)
{
	struct rule rule;
	enum rc rc;

	*ours = it->slot.begin_s > c->now_s && (it->matched || it->slot.begin_s < p->until_s);
	if (*ours || it->slot.begin_s <= c->now_s || !it->slot.rule_id)
		return RC_OK;
	rc = ent_get(c->st, &ent_rule, it->slot.rule_id, c->arena, &rule, err);
	*ours = !rc && rule.state == RULE_REMOVED;
	return rc;
}

/* What no rule wants any more: gone, or to be decided where somebody booked. */
static enum rc fall_away(struct call *c, struct plan *p, struct choice *all, size_t n_all,
			 struct err *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct plan_item it = p->items[i];
		struct choice *said = choice_of(all, n_all, it.slot.id);
		bool ours;
		enum rc rc = in_plan(c, p, &it, &ours, err);

		if (rc)
			return rc;
		if (!ours) {
			plan_slot(c, &p->others, &p->n_others, &p->cap_others, &it.slot);
			continue;
		}
		if (!it.matched && it.slot.taken) {
			it.action = PLAN_DECIDE;
			if (said) {
				said->used = true;
				it.decision = said->decision;
				it.to.begin_s = said->to_s;
				it.to.end_s = said->to_s + it.slot.end_s - it.slot.begin_s;
			}
		}
		p->items[kept++] = it;
	}
	p->n = kept;
	return RC_OK;
}

/* Where the session will be, if it will be. */
static bool stands(const struct plan_item *it, struct span *when)
{
	when->begin_s = it->slot.begin_s;
	when->end_s = it->slot.end_s;
	if (it->action == PLAN_REMOVE || it->decision == DECIDE_CANCEL)
		return false;
	if (it->decision == DECIDE_MOVE)
		*when = it->to;
	return true;
}

static const struct slot *in_the_way(const struct plan *p, struct span when)
{
	struct span s;

	for (size_t i = 0; i < p->n; i++)
		if (stands(&p->items[i], &s) && span_overlaps(s, when))
			return &p->items[i].slot;
	for (size_t i = 0; i < p->n_others; i++) {
		s = (struct span){ p->others[i].begin_s, p->others[i].end_s };
		if (span_overlaps(s, when))
			return &p->others[i];
	}
	return NULL;
}

/* Weeks begin on Monday; 1970-01-01 was a Thursday. */
static int64_t week_of(const struct plan *p, int64_t at_s)
{
	int64_t day = day_of(p->zone, at_s) + 3;

	return (day >= 0 ? day : day - 6) / 7;
}

static int64_t in_week(const struct plan *p, int64_t week)
{
	struct span s;
	int64_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += stands(&p->items[i], &s) && week_of(p, s.begin_s) == week;
	for (size_t i = 0; i < p->n_others; i++)
		n += week_of(p, p->others[i].begin_s) == week;
	return n;
}

static enum rc add_wanted(struct call *c, struct plan *p, const struct slot *want,
			  int64_t cap, struct err *err)
{
	struct span when = { want->begin_s, want->end_s };
	const struct slot *other = in_the_way(p, when);
	struct plan_item *it;
	struct period period;
	enum rc rc;

	if (other) {
		reply_warn(c->reply, "%s is left out: %s is then",
			   say_when(c, when.begin_s, when.end_s),
			   other->id ? ref_of(c, 'S', other->id) : "another of these sessions");
		return RC_OK;
	}
	rc = period_at(c, c->program.id, when.begin_s, &period, err);
	if (rc || (period.id && period.closed_s))
		return rc;
	if (cap && in_week(p, week_of(p, when.begin_s)) >= cap) {
		reply_warn(c->reply, "%s is left out: at most %lld sessions a week",
			   say_when(c, when.begin_s, when.end_s), (long long)cap);
		return RC_OK;
	}
	it = add_item(c, p);
	it->action = PLAN_ADD;
	it->slot = *want;
	it->matched = true;
	return RC_OK;
}

static int item_order(const void *a, const void *b)
{
	return slot_order(&((const struct plan_item *)a)->slot,
			  &((const struct plan_item *)b)->slot);
}

enum rc plan_make(struct call *c, struct plan *p, struct choice *choices, size_t n_choices,
		  struct err *err)
{
	struct membership m = { 0 };
	struct slot *want = NULL;
	size_t n_there, n = 0, n_new = 0;
	enum rc rc = zone_of(c, p->rep_id, &p->zone, err);

	if (!rc)
		rc = membership_of(c->st, c->arena, p->rep_id, c->program.id, &m, err);
	if (!rc)
		rc = load_slots(c, p, err);
	if (!rc)
		rc = plan_wants(c, p, &want, &n, err);
	if (rc)
		return rc;
	n_there = p->n;
	if (n)
		qsort(want, n, sizeof *want, slot_order);
	for (size_t i = 0; i < n; i++)
		if (!match(p, &want[i], n_there))
			want[n_new++] = want[i];
	for (size_t i = n = 0; i < n_new; i++)
		if (!take_over(p, &want[i], n_there))
			want[n++] = want[i];
	rc = fall_away(c, p, choices, n_choices, err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = add_wanted(c, p, &want[i], m.weekly_cap, err);
	if (p->n)
		qsort(p->items, p->n, sizeof *p->items, item_order);
	return rc;
}
