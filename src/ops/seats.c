/* What the ops of sessions and seats share: look-ups and checks. */
#include "seats.h"

#include "replife/person_store.h"
#include "rows.h"

/* ---- the checks ---- */

/* A pause ends by itself where an end was given. */
static bool hosts_at(const struct membership *m, int64_t day)
{
	if (m->id && m->state == MEMBER_PAUSED && m->paused_until_day)
		return day > m->paused_until_day;
	return m->id && m->state == MEMBER_ACTIVE;
}

enum rc find_host(struct call *c, int64_t rep_id, int64_t at_s, struct person *rep, struct err *err)
{
	struct membership m;
	const struct zone *z;
	enum rc rc = ent_get(c->st, &ent_person, rep_id, c->arena, rep, err);

	if (!rc)
		rc = zone_load(rep->zone ? rep->zone : c->program.zone, &z, err);
	if (!rc)
		rc = membership_of(c->st, c->arena, rep_id, c->program.id, &m, err);
	if (rc)
		return rc;
	if (rep->status == PERSON_LEFT) {
		err_conflict(err, REASON_NOT_ACTIVE, "%s has left", rep->name);
		return err_todo(err, "See who hosts: replife roster list");
	}
	if (hosts_at(&m, day_of(z, at_s)))
		return RC_OK;
	if (!m.id || m.state == MEMBER_LEFT || m.state == MEMBER_DECLINED) {
		err_conflict(err, REASON_NOT_ACTIVE, "%s is not on the roster of %s",
			     rep->name, c->program.name);
		return err_todo(err, "Lifecycle can invite: replife roster invite %s", rep->login);
	}
	if (m.state == MEMBER_INVITED) {
		err_conflict(err, REASON_NOT_ACTIVE, "%s has not yet accepted the invitation",
			     rep->name);
		return err_todo(err, "%s does that with: replife roster accept", rep->name);
	}
	err_conflict(err, REASON_NOT_ACTIVE, "%s takes a break from hosting", rep->name);
	return err_todo(err, "%s ends it with: replife roster resume", rep->name);
}

enum rc check_rep(struct call *c, int64_t rep_id, int64_t at_s, struct err *err)
{
	struct person rep;

	return find_host(c, rep_id, at_s, &rep, err);
}

enum rc find_open_period(struct call *c, int64_t at_s, bool needs_one, struct period *p, struct err *err)
{
	enum rc rc = period_at(c, c->program.id, at_s, p, err);

	if (rc)
		return rc;
	if (p->id && !p->closed_s)
		return RC_OK;
	if (p->id) {
		err_conflict(err, REASON_PERIOD_CLOSED, "the period %s is closed", p->name);
		return err_todo(err, "Lifecycle can open it again: "
				"replife period reopen %s --reason WHY",
				say_word(c, p->name));
	}
	if (!needs_one)
		return RC_OK;
	err_conflict(err, REASON_PERIOD_CLOSED, "no period is open for %s", say_when(c, at_s, 0));
	return err_todo(err, "Lifecycle opens one: %s", say_open_period(c));
}

enum rc check_period(struct call *c, int64_t at_s, bool needs_one, struct err *err)
{
	struct period p;

	return find_open_period(c, at_s, needs_one, &p, err);
}

/* Another's is not named, only said to be there. */
static const char *name_booking(struct call *c, const struct booking *b)
{
	if (!may_see_row(c, ON_BOOKING, b->id))
		return say_when(c, b->begin_s, b->end_s);
	return arena_printf(c->arena, "%s, %s", ref_of(c, 'B', b->id),
			    say_when(c, b->begin_s, b->end_s));
}

enum rc clash_of(struct call *c, int64_t person_id, const struct slot *slot,
		 const char **why, struct err *err)
{
	struct span when = { slot->begin_s, slot->end_s };
	struct booking b;
	struct slot hosted = { 0 };
	enum rc rc = booking_then(c->st, c->arena, person_id, when, slot->id, &b, err);

	*why = NULL;
	if (!rc && !b.id)
		rc = slot_hosted_then(c->st, c->arena, person_id, when, slot->id, true,
				      &hosted, err);
	if (rc)
		return rc;
	if (b.id)
		*why = name_booking(c, &b);
	else if (hosted.id)
		*why = arena_printf(c->arena, "%s, %s", ref_of(c, 'S', hosted.id),
				    say_when(c, hosted.begin_s, hosted.end_s));
	return RC_OK;
}

enum rc at_limit(struct call *c, int64_t person_id, bool *yes, struct err *err)
{
	int64_t n = 0;
	enum rc rc = RC_OK;

	if (c->program.active_limit)
		rc = booking_live_count(c->st, person_id, c->program.id, c->now_s, &n, err);
	*yes = c->program.active_limit && n >= c->program.active_limit;
	return rc;
}

/* ---- words ---- */

const char *say_minutes(struct call *c, int64_t minutes)
{
	static const struct { int64_t min; const char *one, *many; } units[] = {
		{ 24 * 60, "day", "days" }, { 60, "hour", "hours" }, { 1, "minute", "minutes" },
	};
	size_t i = 0;

	while (i < 2 && (minutes < units[i].min || minutes % units[i].min))
		i++;
	minutes /= units[i].min;
	return arena_printf(c->arena, "%lld %s", (long long)minutes,
			    minutes == 1 ? units[i].one : units[i].many);
}

const char *say_login(struct call *c, int64_t person_id)
{
	struct person p;
	struct err gone = { 0 };

	if (person_id == c->me.id)
		return c->me.login;
	return ent_get(c->st, &ent_person, person_id, c->arena, &p, &gone) ? "?" : p.login;
}

const char *say_name(struct call *c, int64_t person_id)
{
	struct person p;
	struct err gone = { 0 };

	if (person_id == c->me.id)
		return c->me.name;
	return ent_get(c->st, &ent_person, person_id, c->arena, &p, &gone) ? "?" : p.name;
}

const char *say_next_free(struct call *c, int64_t rep_id, int64_t who_id,
			  int64_t after_s, int64_t *id, int64_t *begin_s)
{
	struct slot_view v = { 0 };
	struct err none = { 0 };

	*id = 0;
	if (slot_next_free(c->st, c->arena, c->program.id, rep_id, who_id, after_s, &v, &none) ||
	    !v.slot.id)
		return NULL;
	*id = v.slot.id;
	if (begin_s)
		*begin_s = v.slot.begin_s;
	return arena_printf(c->arena, "%s, %s with %s", ref_of(c, 'S', v.slot.id),
			    say_when(c, v.slot.begin_s, v.slot.end_s), v.rep_name);
}

const char *say_iso_day(struct call *c, int64_t at_s)
{
	struct wall w;

	zone_to_wall(c->zone, at_s, &w);
	return arena_printf(c->arena, "%04d-%02d-%02d", w.year, w.month, w.day);
}

/* ---- zones ---- */

enum rc zone_of(struct call *c, int64_t person_id, const struct zone **out, struct err *err)
{
	struct person p = c->me;
	enum rc rc = RC_OK;

	if (person_id != c->me.id)
		rc = ent_get(c->st, &ent_person, person_id, c->arena, &p, err);
	if (rc)
		return rc;
	return zone_load(p.zone ? p.zone : c->program.zone, out, err);
}

const char *wall_text(struct call *c, const struct zone *z, int64_t at_s)
{
	struct wall w;

	zone_to_wall(z, at_s, &w);
	return arena_printf(c->arena, "%04d-%02d-%02dT%02d:%02d", w.year, w.month, w.day,
			    w.hour, w.min);
}

/* ---- pages ---- */

enum rc page_after(struct call *c, char letter, int64_t *id, struct err *err)
{
	enum object_kind on = object_of_letter(letter);

	*id = c->rq->after ? ref_parse(letter, c->rq->after) : 0;
	if (!c->rq->after || *id)
		return *id && on ? see(c, on, *id, err) : RC_OK;
	err_set(err, RC_USAGE, "--after: '%.100s' is not a row of this list", c->rq->after);
	if (!letter)
		return err_todo(err, "Give the number of the last row that you have");
	return err_todo(err, "Give the last row that you have, as %c-214", letter);
}

int64_t page_rows(const struct call *c)
{
	return c->rq->limit ? c->rq->limit + 1 : 0;
}

bool page_full(struct call *c, char letter, int64_t last_id)
{
	if (!c->rq->limit || c->reply->n_rows < (size_t)c->rq->limit)
		return false;
	c->reply->next = ref_of(c, letter, last_id);
	return true;
}
