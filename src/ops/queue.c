/*
 * The queue of a session: who gets the seat that became free. Before the
 * notice window the first in the queue is seated at once; inside it the seat
 * is offered, with an end, so that nobody is seated unaware.
 */
#include "replife/person_store.h"
#include "rows.h"
#include "seats.h"

static void note_moved(struct call *c, struct moved *m, const struct booking *b)
{
	if (m->n == m->cap) {
		size_t cap = m->cap ? m->cap * 2 : 4;

		m->ids = arena_grow(c->arena, m->ids, m->cap * sizeof *m->ids,
				    cap * sizeof *m->ids);
		m->cap = cap;
	}
	m->ids[m->n++] = b->id;
}

/* Who sits in is for the rep and lifecycle to know. */
static const char *say_taker(struct call *c, const struct booking *b)
{
	if (!may_see_row(c, ON_BOOKING, b->id))
		return "the next in the queue";
	return arena_printf(c->arena, "%s (%s)", say_name(c, b->marketer_id), ref_of(c, 'B', b->id));
}

static void say_moved(struct call *c, struct moved *m, const struct booking *b)
{
	int64_t slot_id = m->slot_id ? m->slot_id : b->slot_id;
	const char *how = b->state == BOOKING_CONFIRMED ? "went to" : "is offered to";
	const char *where = slot_id == b->slot_id ? "" :
		arena_printf(c->arena, " in %s", ref_of(c, 'S', b->slot_id));
	const char *until = b->state == BOOKING_CONFIRMED ? "" :
		arena_printf(c->arena, " until %s", say_when(c, b->offer_until_s, 0));

	m->said = arena_printf(c->arena, "%s; the seat%s %s %s%s", m->said ? m->said : "", where, how,
			       say_taker(c, b), until);
}

static enum rc lapse(struct call *c, int64_t slot_id, struct moved *moved, struct err *err)
{
	struct booking b;
	enum rc rc;

	for (;;) {
		rc = booking_lapsed(c->st, c->arena, slot_id, c->now_s, &b, err);
		if (rc || !b.id)
			return rc;
		b.state = BOOKING_CANCELLED;
		b.reason = "offer lapsed";
		b.offer_until_s = 0;
		rc = ent_update(c->st, &ent_booking, &b, err);
		if (rc)
			return rc;
		note_moved(c, moved, &b);
		if (may_see_row(c, ON_BOOKING, b.id))
			reply_warn(c->reply, "the seat offered to %s was not taken in time", say_taker(c, &b));
	}
}

/* Does the session still take people? Its refusals only end the serving. */
static enum rc takes_people(struct call *c, const struct slot *s, bool *yes, struct err *err)
{
	struct err no = { 0 };
	enum rc rc;

	*yes = false;
	if (s->state != SLOT_OPEN || s->begin_s <= c->now_s)
		return RC_OK;
	rc = check_rep(c, s->rep_id, s->begin_s, &no);
	if (!rc)
		rc = check_period(c, s->begin_s, true, &no);
	if (rc == RC_CONFLICT)
		return RC_OK;
	if (rc)
		*err = no;
	*yes = !rc;
	return rc;
}

static enum rc can_take(struct call *c, const struct slot *s, int64_t person_id,
			bool *yes, struct err *err)
{
	struct person p;
	const char *clash = NULL;
	enum rc rc = ent_get(c->st, &ent_person, person_id, c->arena, &p, err);

	if (!rc && p.status == PERSON_ACTIVE)
		rc = clash_of(c, person_id, s, &clash, err);
	*yes = !rc && p.status == PERSON_ACTIVE && !clash;
	return rc;
}

/* A booking in the queue counts as live already, so that its own limit holds
 * as long as the program's has not been lowered since. */
static enum rc over_limit(struct call *c, int64_t person_id, bool *yes, struct err *err)
{
	int64_t n = 0;
	enum rc rc = RC_OK;

	if (c->program.active_limit)
		rc = booking_live_count(c->st, person_id, c->program.id, c->now_s, &n, err);
	*yes = c->program.active_limit && n > c->program.active_limit;
	return rc;
}

static enum rc first_able(struct call *c, const struct slot *s, struct booking *b, struct err *err)
{
	int64_t after_s = 0, after_id = 0;
	bool able = false, over = false;
	enum rc rc;

	for (;;) {
		rc = booking_queue_next(c->st, c->arena, s->id, after_s, after_id, b, err);
		if (rc || !b->id)
			return rc;
		rc = can_take(c, s, b->marketer_id, &able, err);
		if (!rc)
			rc = over_limit(c, b->marketer_id, &over, err);
		if (rc || (able && !over))
			return rc;
		after_s = b->queued_s;
		after_id = b->id;
	}
}

static enum rc seat(struct call *c, const struct slot *s, struct booking *b,
		    struct moved *moved, struct err *err)
{
	int64_t until_s = c->now_s + c->program.offer_min * 60;
	enum rc rc;

	if (c->now_s <= s->begin_s - c->program.notice_min * 60) {
		b->state = BOOKING_CONFIRMED;
	} else {
		b->state = BOOKING_OFFERED;
		b->offer_until_s = until_s < s->begin_s ? until_s : s->begin_s;
	}
	rc = ent_update(c->st, &ent_booking, b, err);
	if (rc)
		return rc;
	note_moved(c, moved, b);
	say_moved(c, moved, b);
	return RC_OK;
}

/* Seats of a session of the call's program. */
static enum rc serve(struct call *c, const struct slot *s, struct moved *moved, struct err *err)
{
	struct booking b;
	const char *clash = NULL;
	bool open;
	enum rc rc = takes_people(c, s, &open, err);

	if (!rc && open)	/* a rep who sits elsewhere then hosts nobody new */
		rc = clash_of(c, s->rep_id, s, &clash, err);
	if (rc || !open || clash)
		return rc;
	for (int64_t free = s->seats - s->taken; free > 0; free--) {
		rc = first_able(c, s, &b, err);
		if (rc || !b.id)
			return rc;
		rc = seat(c, s, &b, moved, err);
		if (rc)
			return rc;
	}
	return RC_OK;
}

/* By the rules of its own program. */
static enum rc serve_free(struct call *c, const struct slot *s, struct moved *moved, struct err *err)
{
	struct program own = c->program;
	unsigned own_roles = c->roles;
	enum rc rc = RC_OK;

	if (s->taken >= s->seats || !s->waiting)
		return RC_OK;
	if (s->program_id != own.id)
		rc = ent_get(c->st, &ent_program, s->program_id, c->arena, &c->program, err);
	if (!rc && s->program_id != own.id && !c->owner)
		rc = roles_of(c->st, c->me.id, s->program_id, &c->roles, err);
	if (!rc)
		rc = serve(c, s, moved, err);
	c->program = own;
	c->roles = own_roles;
	return rc;
}

enum rc queue_serve(struct call *c, int64_t slot_id, struct moved *moved, struct err *err)
{
	struct err gone = { 0 };
	struct slot s;
	enum rc rc = lapse(c, slot_id, moved, err);

	if (rc)
		return rc;
	rc = ent_get(c->st, &ent_slot, slot_id, c->arena, &s, &gone);
	if (rc == RC_NOT_FOUND)		/* an undone session has no queue */
		return RC_OK;
	if (rc)
		*err = gone;
	return rc ? rc : serve_free(c, &s, moved, err);
}

enum rc queue_serve_slot(struct call *c, struct slot *s, struct moved *moved, struct err *err)
{
	size_t before = moved->n, lapsed;
	enum rc rc = lapse(c, s->id, moved, err);

	lapsed = moved->n;
	if (!rc && lapsed != before)
		rc = ent_get(c->st, &ent_slot, s->id, c->arena, s, err);
	if (!rc)
		rc = serve_free(c, s, moved, err);
	if (!rc && moved->n != lapsed)
		rc = ent_get(c->st, &ent_slot, s->id, c->arena, s, err);
	return rc;
}

enum rc queue_serve_person(struct call *c, int64_t person_id, struct moved *moved,
			   struct err *err)
{
	struct booking b = { 0 };
	enum rc rc;

	for (;;) {
		rc = booking_next_wait(c->st, c->arena, person_id, c->now_s, b.id, &b, err);
		if (rc || !b.id)
			return rc;
		rc = queue_serve(c, b.slot_id, moved, err);
		if (rc)
			return rc;
	}
}

/* That the seat went on shows; whose it is now does not. */
static void hide_taker(struct reply *r)
{
	static const char *const keys[] = {
		"id", "uuid", "marketer", "marketer_name", "marketer_team", "marketer_zone", "queue", "hope",
		"reason", "excused", "note",
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		reply_cell(r, r->n_rows - 1, keys[i])->type = V_NULL;
}

enum rc put_moved(struct call *c, const struct moved *moved, struct err *err)
{
	struct booking_view v;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < moved->n; i++) {
		rc = booking_view_get(c->st, c->arena, moved->ids[i], &v, err);
		if (rc)
			break;
		put_booking(c, &v);
		if (!may_see_row(c, ON_BOOKING, moved->ids[i]))
			hide_taker(c->reply);
	}
	if (c->reply->n_rows > 1)
		c->reply->record = false;
	return rc;
}
