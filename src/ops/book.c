/* book, cancel: a seat taken and a seat given back. */
#include "replife/person_store.h"
#include "rows.h"
#include "seats.h"

/* ---- book ---- */

static const struct param book_params[] = {
	{ .name = "slot", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'S',
	  .help = "the session to sit in on, as S-214" },
	{ .name = "for", .type = P_PERSON, .help = "book for somebody else (lifecycle only)" },
	{ .name = "note", .type = P_LINE, .help = "what you hope to hear; the rep sees it" },
	{ .name = "wait", .type = P_FLAG, .help = "join the queue where every seat is taken" },
	{ .name = NULL }
};

static const struct acts book_acts[] = {
	{ .param = "for", .on = ON_PERSON, .by = REL_SELF, .holds = ROLE_BIT(ROLE_MARKETER),
	  .says = "only lifecycle may book for somebody else",
	  .todo = "Leave --for out to book for yourself" },
	{ .param = NULL }
};

/* What a seat is about, as it is read on the way. */
struct seat {
	struct slot slot;
	struct person who, rep;
	struct period period;
};

/* Who sits down: the caller, or whom lifecycle books for. */
static enum rc sitter(struct call *c, struct person *who, struct err *err)
{
	*who = c->me;
	if (!arg_has(c, "for") || arg_int(c, "for", 0) == c->me.id)
		return RC_OK;
	return ent_get(c->st, &ent_person, arg_int(c, "for", 0), c->arena, who, err);
}

/* The next free session with this rep, else with anybody. */
static enum rc todo_next(struct call *c, const struct seat *s, struct err *err)
{
	int64_t from_s = c->now_s + c->program.notice_min * 60, id = 0;
	const char *next = say_next_free(c, s->slot.rep_id, s->who.id, from_s, &id, NULL);

	if (!next)
		next = say_next_free(c, 0, s->who.id, from_s, &id, NULL);
	if (next)
		return err_todo(err, "The next free one is %s: replife book S-%lld", next,
				(long long)id);
	return err_todo(err, "See what is free: replife find");
}

static enum rc check_open(struct call *c, const struct seat *s, struct err *err)
{
	const char *ref, *reason = s->slot.reason;

	if (s->slot.state == SLOT_OPEN)
		return RC_OK;
	ref = ref_of(c, 'S', s->slot.id);
	if (s->slot.state == SLOT_DRAFT) {
		err_conflict(err, REASON_NOT_OPEN, "%s is not open yet", ref);
		return err_todo(err, "Its rep opens it: replife hours publish");
	}
	err_conflict(err, REASON_NOT_OPEN, "%s was cancelled%s%s", ref, reason ? ": " : "",
		     reason ? reason : "");
	return todo_next(c, s, err);
}

static enum rc check_time(struct call *c, const struct seat *s, struct err *err)
{
	struct span when = { s->slot.begin_s, s->slot.end_s };
	enum reason why = booking_time(when, c->program.notice_min * 60, c->now_s);

	if (why == REASON_NONE)
		return RC_OK;
	if (why == REASON_PAST)
		err_conflict(err, why, "%s began already: %s", ref_of(c, 'S', s->slot.id),
			     say_when(c, when.begin_s, when.end_s));
	else
		err_conflict(err, why, "%s begins too soon: seats are taken until %s before",
			     ref_of(c, 'S', s->slot.id), say_minutes(c, c->program.notice_min));
	return todo_next(c, s, err);
}

static enum rc check_here(const struct person *who, struct err *err)
{
	if (who->status != PERSON_LEFT)
		return RC_OK;
	err_conflict(err, REASON_NOT_ACTIVE, "%s has left", who->name);
	return err_todo(err, "See who is here: replife person list");
}

static const char *has(const struct call *c, const struct person *who)
{
	return who->id == c->me.id ? "you have" :
	       arena_printf(c->arena, "%s has", who->name);
}

static enum rc check_twice(struct call *c, const struct seat *s, struct err *err)
{
	const struct person *who = &s->who;
	struct booking b;
	enum rc rc;

	if (s->slot.rep_id == who->id) {
		err_conflict(err, REASON_OVERLAP, "%s is %s own session",
			     ref_of(c, 'S', s->slot.id),
			     who->id == c->me.id ? "your" : "their");
		return err_todo(err, "See what others offer: replife find");
	}
	rc = booking_same(c->st, c->arena, s->slot.id, who->id, &b, err);
	if (rc || !b.id || (b.state == BOOKING_OFFERED && b.offer_until_s < c->now_s))
		return rc;	/* an offer that is over lapses before the seat is taken */
	err_conflict(err, REASON_DUPLICATE, "%s %s in %s already: %s", has(c, who),
		     b.state == BOOKING_WAITING ? "a place in the queue" : "a seat",
		     ref_of(c, 'S', s->slot.id), ref_of(c, 'B', b.id));
	if (b.state == BOOKING_OFFERED)
		return err_todo(err, "Take the seat: replife offer accept B-%lld", (long long)b.id);
	return err_todo(err, "To give it back: replife cancel B-%lld", (long long)b.id);
}

static enum rc check_limit(struct call *c, const struct person *who, struct err *err)
{
	bool full = false;
	enum rc rc = at_limit(c, who->id, &full, err);

	if (rc || !full)
		return rc;
	err_conflict(err, REASON_LIMIT, "%s %lld bookings ahead, and %s allows no more",
		     has(c, who), (long long)c->program.active_limit, c->program.name);
	return err_todo(err, "Give one back first: replife mine, then replife cancel BOOKING");
}

static enum rc check_clash(struct call *c, const struct seat *s, struct err *err)
{
	const char *other = NULL;
	enum rc rc = clash_of(c, s->who.id, &s->slot, &other, err);

	if (rc)
		return rc;
	if (other) {
		err_conflict(err, REASON_OVERLAP, "%s another session then: %s", has(c, &s->who),
			     other);
		return err_todo(err, "Choose another time with replife find, or cancel that one");
	}
	rc = clash_of(c, s->slot.rep_id, &s->slot, &other, err);
	if (rc || !other)
		return rc;
	err_conflict(err, REASON_OVERLAP, "%s sits in on another session then", s->rep.name);
	return todo_next(c, s, err);
}

/* In the order in which a person would want to know. */
static enum rc check_seat(struct call *c, struct seat *s, struct err *err)
{
	enum rc rc = check_open(c, s, err);

	if (!rc)
		rc = check_time(c, s, err);
	if (!rc)
		rc = find_host(c, s->slot.rep_id, s->slot.begin_s, &s->rep, err);
	if (!rc)
		rc = find_open_period(c, s->slot.begin_s, true, &s->period, err);
	if (!rc)
		rc = check_here(&s->who, err);
	if (!rc)
		rc = check_twice(c, s, err);
	if (!rc)
		rc = check_limit(c, &s->who, err);
	return rc;
}

static enum rc refuse_full(struct call *c, const struct seat *s, struct err *err)
{
	int64_t from_s = c->now_s + c->program.notice_min * 60, id, slot = s->slot.id;
	const char *next = say_next_free(c, s->slot.rep_id, s->who.id, from_s, &id, NULL);
	const char *whose = "with this rep";

	if (!next) {
		next = say_next_free(c, 0, s->who.id, from_s, &id, NULL);
		whose = "of all reps";
	}
	if (!next) {
		err_conflict(err, REASON_FULL, "%s is full, and nothing else is free",
			     ref_of(c, 'S', slot));
		return err_todo(err, "Join its queue: replife book S-%lld --wait", (long long)slot);
	}
	err_conflict(err, REASON_FULL, "%s is full; the next free one %s is %s",
		     ref_of(c, 'S', slot), whose, next);
	return err_todo(err, "Take that: replife book S-%lld, or join the queue: "
			"replife book S-%lld --wait",
			(long long)id, (long long)slot);
}

static void say_booked(struct call *c, const struct booking_view *v, const struct moved *m)
{
	const char *for_whom = v->booking.marketer_id == c->me.id ? "" :
		arena_printf(c->arena, ", for %s", v->marketer_name);

	if (v->booking.state == BOOKING_WAITING)
		reply_message(c->reply, "In the queue at place %lld with %s%s%s",
			      (long long)v->queue, say_booking(c, v), for_whom,
			      m->said ? m->said : "");
	else
		reply_message(c->reply, "Booked %s%s%s", say_booking(c, v), for_whom,
			      m->said ? m->said : "");
}

/* That nobody is in two places the store itself sees to; which other session it
 * would be, it does not say. */
static enum rc take_seat(struct call *c, const struct seat *s, struct booking *b, struct err *err)
{
	enum rc rc = ent_insert(c->st, &ent_booking, b, err);
	struct err why = { 0 };

	if (rc == RC_CONFLICT && err->reason == REASON_OVERLAP && check_clash(c, s, &why))
		*err = why;
	return rc ? err->rc : RC_OK;
}

/* A seat that was just taken: all of it has been read on the way. */
static void put_taken(struct call *c, const struct seat *s, const struct booking *b,
		      struct booking_view *out)
{
	*out = (struct booking_view){
		.booking = *b, .program_id = s->slot.program_id, .rep_id = s->slot.rep_id,
		.zone = s->slot.zone, .kind = s->slot.kind, .place = s->slot.place,
		.message = s->slot.message, .rep = s->rep.login, .rep_name = s->rep.name,
		.marketer = s->who.login, .marketer_name = s->who.name, .team = s->who.team,
		.marketer_zone = s->who.zone, .due_s = s->period.due_s,
	};
	out->booking.begin_s = s->slot.begin_s;
	out->booking.end_s = s->slot.end_s;
	put_booking(c, out);
}

static enum rc run_book(struct call *c, struct err *err)
{
	int64_t slot_id = arg_int(c, "slot", 0);
	struct booking b = { .slot_id = slot_id, .state = BOOKING_CONFIRMED,
			     .queued_s = c->now_s, .hope = arg_text(c, "note") };
	struct moved moved = { 0 };
	struct booking_view made;
	struct seat s = { 0 };
	enum rc rc = ent_get(c->st, &ent_slot, slot_id, c->arena, &s.slot, err);

	if (!rc)
		rc = sitter(c, &s.who, err);
	if (!rc)
		rc = check_seat(c, &s, err);
	if (!rc)	/* a seat that was offered in vain may be free, or another's */
		rc = queue_serve_slot(c, &s.slot, &moved, err);
	if (rc)
		return rc;
	if (s.slot.taken >= s.slot.seats) {
		rc = check_clash(c, &s, err);
		if (!rc && !arg_has(c, "wait"))
			rc = refuse_full(c, &s, err);
		b.state = BOOKING_WAITING;
	}
	b.marketer_id = s.who.id;
	if (!rc)
		rc = take_seat(c, &s, &b, err);
	if (!rc && b.state == BOOKING_WAITING)	/* at which place? */
		rc = put_booking_now(c, b.id, &made, err);
	else if (!rc)
		put_taken(c, &s, &b, &made);
	if (rc)
		return rc;
	c->reply->record = true;
	say_booked(c, &made, &moved);
	return put_moved(c, &moved, err);
}

const struct op op_book = {
	.name = "book", .summary = "Take a seat in a rep's session",
	.details = "Sit in on a call. Where every seat is taken, --wait joins the queue: a seat "
		   "that becomes free goes to the first in it.",
	.effect = EFFECT_WRITE, .who = WHO_MARKETER | WHO_LIFECYCLE, .flags = OP_AHEAD,
	.acts = book_acts, .params = book_params,
	.result = booking_columns, .example = "book S-214", .run = run_book,
};

/* ---- cancel ---- */

static const struct param cancel_params[] = {
	{ .name = "booking", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'B',
	  .help = "the booking to give back, as B-12" },
	{ .name = "reason", .type = P_LINE, .help = "why; a rep must say" },
	{ .name = NULL }
};

static enum rc check_cancel(struct call *c, const struct booking_view *v, struct err *err)
{
	const struct booking *b = &v->booking;
	const char *ref = ref_of(c, 'B', b->id);

	if (b->state == BOOKING_CANCELLED) {
		err_conflict(err, REASON_STATE, "%s is cancelled already", ref);
		return err_todo(err, "To take a seat again: replife book S-%lld",
				(long long)b->slot_id);
	}
	if (b->begin_s <= c->now_s || !booking_may(b->state, BOOKING_CANCELLED)) {
		err_conflict(err, REASON_PAST, "%s began already: %s", ref,
			     say_when(c, b->begin_s, b->end_s));
		return err_todo(err, "Say what happened: replife session no-show %s, or held, "
				"host-absent, …",
				ref);
	}
	if (b->marketer_id != c->me.id && v->rep_id == c->me.id && !arg_text(c, "reason")) {
		err_set(err, RC_USAGE, "%s wants to know why", v->marketer_name);
		return err_todo(err, "Add --reason 'what came up'");
	}
	return RC_OK;
}

static enum rc run_cancel(struct call *c, struct err *err)
{
	struct moved moved = { 0 };
	struct booking_view v;
	struct booking b;
	bool held;
	enum rc rc = booking_view_get(c->st, c->arena, arg_int(c, "booking", 0), &v, err);

	if (!rc)
		rc = check_cancel(c, &v, err);
	if (rc)
		return rc;
	b = v.booking;
	moved.slot_id = b.slot_id;
	held = b.state == BOOKING_CONFIRMED;
	b.state = BOOKING_CANCELLED;
	b.offer_until_s = 0;
	b.reason = arg_text(c, "reason");
	if (b.marketer_id != c->me.id)
		b.reason = arena_printf(c->arena, SEAT_CANCELLED "%s%s", b.reason ? ": " : "",
					b.reason ? b.reason : "");
	rc = ent_update(c->st, &ent_booking, &b, err);
	if (!rc)
		rc = queue_serve(c, b.slot_id, &moved, err);
	if (!rc)
		rc = queue_serve_person(c, b.marketer_id, &moved, err);
	if (!rc)
		rc = put_booking_now(c, b.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	if (held && b.begin_s - c->now_s < c->program.cancel_min * 60)
		reply_warn(c->reply, "that is late: %s asks for %s", c->program.name,
			   say_minutes(c, c->program.cancel_min));
	reply_message(c->reply, "Cancelled %s%s", say_booking(c, &v),
		      moved.said ? moved.said : "");
	return put_moved(c, &moved, err);
}

const struct op op_cancel = {
	.name = "cancel", .summary = "Give a seat back",
	.details = "The seat goes to the first in the queue who can take it: at once, or as an "
		   "offer where the session is near.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_AHEAD,
	ACTS({ .param = "booking", .on = ON_BOOKING, .by = REL_MARKETER | REL_REP }),
	.params = cancel_params,
	.result = booking_columns, .example = "cancel B-160", .run = run_cancel,
};
