/* What a rep's rules and extra hours want, day by day. */
#include <string.h>

#include "hours_plan.h"
#include "replife/recur.h"
#include "seats.h"

#define WANTED_MAX 10000	/* sessions at once: each is held against all others */
#define KEY_TIME 11		/* in "2027-03-14T02:00", where the time begins */

struct wants {
	struct slot *v;
	size_t n, cap;
	struct dayoff *days;	/* what differs, in day order */
	size_t n_days, cap_days;
};

static enum rc load_days(struct call *c, struct plan *p, struct wants *w, struct err *err)
{
	struct stmt *s = hours_days(c->st, c->program.id, p->rep_id,
				    day_of(p->zone, c->now_s) - 1,
				    day_of(p->zone, p->until_s) + 1);
	struct dayoff d;

	while (hours_next_day(s, c->arena, &d)) {
		if (w->n_days == w->cap_days) {
			size_t cap = w->cap_days ? w->cap_days * 2 : 16;

			w->days = arena_grow(c->arena, w->days, w->cap_days * sizeof d,
					     cap * sizeof d);
			w->cap_days = cap;
		}
		w->days[w->n_days++] = d;
	}
	return stmt_done(s, err);
}

static bool is_off(const struct wants *w, int64_t day, const char *zone)
{
	for (size_t i = 0; i < w->n_days; i++)
		if (w->days[i].day == day && w->days[i].kind != DAYOFF_EXTRA &&
		    (!w->days[i].zone || !strcmp(w->days[i].zone, zone)))
			return true;
	return false;
}

static enum rc too_many(struct err *err)
{
	err_set(err, RC_USAGE, "the hours give over %d sessions until then", WANTED_MAX);
	return err_todo(err, "Name an earlier day: --until DAY");
}

/* The sessions of one rule, or of one day's extra hours (`rule` NULL). */
static enum rc want_all(struct call *c, struct plan *p, struct wants *w, const struct recur *r,
			const struct rule *rule, const struct dayoff *extra,
			const struct zone *z, struct err *err)
{
	struct occurrence *o;
	size_t n = recur_expand(c->arena, r, z, c->program.length_min, c->now_s + 1,
				p->until_s, &o);

	if (w->n + n > WANTED_MAX)
		return too_many(err);
	for (size_t i = 0; i < n; i++) {
		struct slot s = {
			.program_id = c->program.id, .rep_id = p->rep_id,
			.begin_s = o[i].begin_s, .end_s = o[i].end_s, .zone = zone_name(z),
			.wall = o[i].key, .occurrence = o[i].key,
			.seats = r->seats ? r->seats : c->program.seats, .state = SLOT_OPEN,
		};

		if (rule && is_off(w, o[i].day, zone_name(z)))
			continue;
		if (o[i].kind == WALL_GAP) {
			/* Both as they were said: on the rep's clock. */
			reply_warn(c->reply, "%s on %s does not exist in %s: the clock is set forward "
				   "then; the next time that exists there is %s", o[i].key + KEY_TIME,
				   say_day(c, o[i].day), zone_name(z),
				   wall_text(c, z, o[i].begin_s) + KEY_TIME);
			continue;
		}
		if (rule) {
			s.rule_id = rule->id;
			s.kind = rule->kind;
			s.place = rule->place;
			s.message = rule->message;
		} else {
			s.occurrence = arena_printf(c->arena, "%s %s",
						    ref_of(c, ent_dayoff.letter, extra->id),
						    o[i].key);
		}
		plan_slot(c, &w->v, &w->n, &w->cap, &s);
	}
	return RC_OK;
}

static enum rc want_rules(struct call *c, struct plan *p, struct wants *w, struct err *err)
{
	struct stmt *s = hours_rules(c->st, c->program.id, p->rep_id, 0, 0);
	const struct zone *z;
	struct rule_view v;
	struct recur r;
	enum rc rc = RC_OK;

	while (!rc && hours_next(s, c->arena, &v)) {
		p->n_rules++;
		rc = zone_load(v.rule.zone, &z, err);
		if (!rc)
			rc = recur_parse(v.rule.sentence, z, c->now_s, &r, err);
		if (!rc)
			rc = want_all(c, p, w, &r, &v.rule, NULL, z, err);
	}
	return rc ? rc : stmt_done(s, err);
}

static enum rc want_extras(struct call *c, struct plan *p, struct wants *w, struct err *err)
{
	const struct zone *z;
	struct recur r;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < w->n_days; i++) {
		struct dayoff *d = &w->days[i];

		if (d->kind != DAYOFF_EXTRA)
			continue;
		p->n_rules++;
		rc = zone_load(d->zone ? d->zone : zone_name(p->zone), &z, err);
		if (!rc)
			rc = recur_parse_extra(d->sentence, z, c->now_s, &r, err);
		if (!rc)
			rc = want_all(c, p, w, &r, NULL, d, z, err);
	}
	return rc;
}

enum rc plan_wants(struct call *c, struct plan *p, struct slot **out, size_t *n,
		   struct err *err)
{
	struct wants w = { 0 };
	enum rc rc = load_days(c, p, &w, err);

	if (!rc)
		rc = want_rules(c, p, &w, err);
	if (!rc)
		rc = want_extras(c, p, &w, err);
	*out = w.v;
	*n = w.n;
	return rc;
}
