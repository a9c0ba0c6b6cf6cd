/* session held, customer-absent, no-show, host-absent, stepped-out: what
 * became of a booked session. */
#include "rows.h"
#include "seats.h"

static const struct param outcome_params[] = {
	{ .name = "booking", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'B',
	  .help = "the booking, as B-148" },
	{ .name = NULL }
};

static enum rc check_outcome(struct call *c, const struct booking_view *v,
			     enum booking_state to, struct err *err)
{
	const struct booking *b = &v->booking;
	const char *ref = ref_of(c, 'B', b->id);

	if (b->begin_s > c->now_s) {
		err_conflict(err, REASON_STATE, "%s has not begun yet: %s", ref,
			     say_when(c, b->begin_s, b->end_s));
		return err_todo(err, "If it will not take place: replife cancel %s", ref);
	}
	if (b->state != to && !booking_may(b->state, to)) {
		err_conflict(err, REASON_STATE, "%s had no seat: it is %s", ref,
			     booking_state_words[b->state].plain);
		return err_todo(err, "Look at it: replife slot show S-%lld", (long long)b->slot_id);
	}
	return check_period(c, b->begin_s, false, err);
}

static enum rc outcome(struct call *c, enum booking_state to, struct err *err)
{
	struct booking_view v;
	struct booking b;
	enum rc rc = booking_view_get(c->st, c->arena, arg_int(c, "booking", 0), &v, err);

	if (!rc)
		rc = check_outcome(c, &v, to, err);
	if (rc)
		return rc;
	b = v.booking;
	b.state = to;
	rc = ent_update(c->st, &ent_booking, &b, err);
	if (!rc)
		rc = put_booking_now(c, b.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "%s, %s with %s, %s: %s", ref_of(c, 'B', b.id), v.marketer_name,
		      v.rep_name, say_when(c, b.begin_s, b.end_s),
		      booking_state_words[to].plain);
	return RC_OK;
}

#define OUTCOME(var, to, words, said)                                          \
	static enum rc run_##var(struct call *c, struct err *err)              \
	{                                                                      \
		return outcome(c, to, err);                                    \
	}                                                                      \
	const struct op op_session_##var = {                                   \
		.name = "session " words, .summary = said,                     \
		.details = "From the session's start on; may be corrected until its period closes.", \
		.effect = EFFECT_WRITE, .who = WHO_ANYBODY,                    \
		ACTS({ .param = "booking", .on = ON_BOOKING, .by = REL_MARKETER | REL_REP }), \
		.params = outcome_params, .result = booking_columns,           \
		.example = "session " words " B-148", .run = run_##var,         \
	}

OUTCOME(held, BOOKING_ATTENDED, "held", "Say that a session took place");
OUTCOME(customer_absent, BOOKING_CUSTOMER_ABSENT, "customer-absent",
	"Say that the customer did not come");
OUTCOME(no_show, BOOKING_NO_SHOW, "no-show", "Say that the visitor missed it");
OUTCOME(host_absent, BOOKING_HOST_ABSENT, "host-absent", "Say that the rep couldn't make it");
OUTCOME(stepped_out, BOOKING_STEPPED_OUT, "stepped-out",
	"Say that the visitor stepped out at the customer's wish");
