/* offer accept, decline: a seat that became free shortly before the session. */
#include "rows.h"
#include "seats.h"

static const struct param offer_params[] = {
	{ .name = "booking", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'B',
	  .help = "the booking that has the offer, as B-12" },
	{ .name = NULL }
};

static enum rc offered(struct call *c, struct booking_view *v, struct err *err)
{
	const char *ref;
	enum rc rc = booking_view_get(c->st, c->arena, arg_int(c, "booking", 0), v, err);

	if (rc || v->booking.state == BOOKING_OFFERED)
		return rc;
	ref = ref_of(c, 'B', v->booking.id);
	err_conflict(err, REASON_STATE, "%s has no offer: it is %s", ref,
		     booking_state_words[v->booking.state].plain);
	if (v->booking.state == BOOKING_WAITING)
		return err_todo(err, "You hear when a seat becomes free; see replife mine");
	return err_todo(err, "See yours: replife mine");
}

static enum rc check_accept(struct call *c, const struct booking_view *v, struct err *err)
{
	const struct booking *b = &v->booking;
	const char *clash = NULL;
	struct slot_view s;
	enum rc rc;

	if (b->begin_s <= c->now_s) {
		err_conflict(err, REASON_PAST, "%s began already: %s", ref_of(c, 'B', b->id),
			     say_when(c, b->begin_s, b->end_s));
		return err_todo(err, "Find another: replife find");
	}
	if (b->offer_until_s < c->now_s) {
		err_conflict(err, REASON_NOT_OPEN, "the offer ended at %s",
			     say_when(c, b->offer_until_s, 0));
		return err_todo(err, "Find another: replife find");
	}
	rc = slot_view_get(c->st, c->arena, b->slot_id, &s, err);
	if (!rc)
		rc = check_rep(c, v->rep_id, b->begin_s, err);
	if (!rc)
		rc = check_period(c, b->begin_s, true, err);
	if (!rc)
		rc = clash_of(c, b->marketer_id, &s.slot, &clash, err);
	if (rc || !clash)
		return rc;
	err_conflict(err, REASON_OVERLAP, "there is another session then: %s", clash);
	return err_todo(err, "Cancel that one first, or: replife offer decline B-%lld",
			(long long)b->id);
}

static enum rc run_accept(struct call *c, struct err *err)
{
	struct booking_view v;
	struct booking b;
	enum rc rc = offered(c, &v, err);

	if (!rc)
		rc = check_accept(c, &v, err);
	if (rc)
		return rc;
	b = v.booking;
	b.state = BOOKING_CONFIRMED;
	b.offer_until_s = 0;
	rc = ent_update(c->st, &ent_booking, &b, err);
	if (!rc)
		rc = put_booking_now(c, b.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "Booked %s", say_booking(c, &v));
	return RC_OK;
}

const struct op op_offer_accept = {
	.name = "offer accept", .summary = "Take the seat that is offered to you",
	.effect = EFFECT_WRITE, .who = WHO_MARKETER | WHO_LIFECYCLE, .flags = OP_AHEAD,
	ACTS({ .param = "booking", .on = ON_BOOKING, .by = REL_MARKETER }),
	.params = offer_params,
	.result = booking_columns, .example = "offer accept B-156", .run = run_accept,
};

static enum rc run_decline(struct call *c, struct err *err)
{
	struct moved moved = { 0 };
	struct booking_view v;
	struct booking b;
	enum rc rc = offered(c, &v, err);

	if (rc)
		return rc;
	b = v.booking;
	b.state = BOOKING_CANCELLED;
	b.offer_until_s = 0;
	b.reason = "offer declined";
	moved.slot_id = b.slot_id;
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
	reply_message(c->reply, "Declined %s%s", say_booking(c, &v),
		      moved.said ? moved.said : "");
	return put_moved(c, &moved, err);
}

const struct op op_offer_decline = {
	.name = "offer decline", .summary = "Let the next in the queue have the offered seat",
	.effect = EFFECT_WRITE, .who = WHO_MARKETER | WHO_LIFECYCLE, .flags = OP_AHEAD,
	ACTS({ .param = "booking", .on = ON_BOOKING, .by = REL_MARKETER }),
	.params = offer_params,
	.result = booking_columns, .example = "offer decline B-156", .run = run_decline,
};
