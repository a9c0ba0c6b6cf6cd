/* slot add, list, show: single sessions. */
#include "replife/person_store.h"
#include "rows.h"
#include "seats.h"

/* ---- add ---- */

static const struct param add_params[] = {
	{ .name = "rep", .type = P_PERSON, .help = "whose session it is; yours if you host" },
	{ .name = "start", .type = P_INSTANT, .flags = REQUIRED,
	  .help = "when it begins, as 'tue 10:00'" },
	{ .name = "end", .type = P_INSTANT,
	  .help = "when it ends; else the program's usual length" },
	{ .name = "seats", .type = P_INT, .min = 1, .max = 1000,
	  .help = "how many may sit in; else the program's" },
	{ .name = "kind", .type = P_NAME,
	  .help = "discovery, demo, renewal, follow-up block, …" },
	{ .name = "place", .type = P_LINE, .help = "a room, or the link to the call" },
	{ .name = "message", .type = P_LINE,
	  .help = "what visitors should know, as 'come 2 min early'" },
	{ .name = "zone", .type = P_ZONE,
	  .help = "the session's own time zone; else the rep's" },
	{ .name = NULL }
};

enum rc wanted_rep(struct call *c, int64_t *rep_id, struct err *err)
{
	struct membership m;
	enum rc rc;

	*rep_id = arg_int(c, "rep", 0);
	if (*rep_id)
		return RC_OK;
	*rep_id = c->me.id;
	rc = membership_of(c->st, c->arena, c->me.id, c->program.id, &m, err);
	if (rc || m.id || !is_lifecycle(c))
		return rc;
	err_set(err, RC_USAGE, "you are not on the roster yourself");
	return err_todo(err, "Say whose it is: --rep LOGIN");
}

enum rc check_span(struct call *c, int64_t begin_s, int64_t end_s, struct err *err)
{
	if (end_s <= begin_s) {
		err_set(err, RC_USAGE, "a session must end after it starts");
		return err_todo(err, "It would be %s to %s", say_when(c, begin_s, 0),
				say_when(c, end_s, 0));
	}
	if (end_s - begin_s > SLOT_MAX_S) {
		err_set(err, RC_USAGE, "a session lasts at most 24 hours");
		return err_todo(err, "Split it, or look at --end again");
	}
	return RC_OK;
}

enum rc check_free(struct call *c, int64_t rep_id, struct span when, int64_t except_id,
		   struct err *err)
{
	struct slot other;
	enum rc rc = slot_hosted_then(c->st, c->arena, rep_id, when, except_id, false,
				      &other, err);

	if (rc || !other.id)
		return rc;
	err_conflict(err, REASON_OVERLAP, "%s already has a session then: %s, %s",
		     say_name(c, rep_id), ref_of(c, 'S', other.id),
		     say_when(c, other.begin_s, other.end_s));
	return err_todo(err, "Choose another time, or move that one: "
			"replife slot move S-%lld --start TIME",
			(long long)other.id);
}

/* What was typed, as instants. */
static enum rc add_times(struct call *c, struct slot *s, struct err *err)
{
	const struct bound *start = arg_get(c, "start");

	s->begin_s = start->i;
	s->end_s = arg_int(c, "end", s->begin_s + c->program.length_min * 60);
	if (start->is_day) {
		err_set(err, RC_USAGE, "--start names a day and no time");
		return err_todo(err, "Say it as '%s 10:00'", start->text);
	}
	return check_span(c, s->begin_s, s->end_s, err);
}

static enum rc add_zone(struct call *c, struct slot *s, struct err *err)
{
	const struct zone *z;
	enum rc rc = arg_has(c, "zone") ? zone_load(arg_text(c, "zone"), &z, err)
					: zone_of(c, s->rep_id, &z, err);

	if (rc)
		return rc;
	s->zone = zone_name(z);
	s->wall = wall_text(c, z, s->begin_s);
	return RC_OK;
}

static enum rc check_add(struct call *c, const struct slot *s, struct err *err)
{
	struct span when = { s->begin_s, s->end_s };
	enum rc rc;

	if (s->begin_s <= c->now_s) {
		if (!is_lifecycle(c)) {
			err_conflict(err, REASON_PAST, "%s is over",
				     say_when(c, s->begin_s, s->end_s));
			return err_todo(err, "Give a time ahead; lifecycle can add what has "
					"been, and import who sat in");
		}
		reply_warn(c->reply, "%s is over already: who sat in comes by replife import csv bookings FILE",
			   say_when(c, s->begin_s, s->end_s));
	}
	rc = check_rep(c, s->rep_id, s->begin_s, err);
	if (!rc)
		rc = check_period(c, s->begin_s, false, err);
	return rc ? rc : check_free(c, s->rep_id, when, 0, err);
}

void warn_no_period(struct call *c, const struct slot_view *v)
{
	if (!v->period_id)
		reply_warn(c->reply, "no period holds %s: nobody can book it until lifecycle opens "
			   "one (%s)", say_when(c, v->slot.begin_s, 0), say_open_period(c));
}

static enum rc run_add(struct call *c, struct err *err)
{
	struct slot s = {
		.program_id = c->program.id, .seats = arg_int(c, "seats", c->program.seats),
		.kind = arg_text(c, "kind"), .place = arg_text(c, "place"),
		.message = arg_text(c, "message"), .state = SLOT_OPEN,
	};
	struct slot_view v;
	enum rc rc = wanted_rep(c, &s.rep_id, err);

	if (!rc)
		rc = add_times(c, &s, err);
	if (!rc)
		rc = add_zone(c, &s, err);
	if (!rc)
		rc = check_add(c, &s, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_slot, &s, err);
	if (!rc)
		rc = put_slot_now(c, s.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	warn_no_period(c, &v);
	reply_message(c->reply, "Added %s: %s", ref_of(c, 'S', s.id), say_slot(c, &v));
	return RC_OK;
}

const struct op op_slot_add = {
	.name = "slot add", .summary = "Offer a session for somebody to sit in on",
	.details = "One session. For times that come back every week see replife hours add.",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "what is offered there" }),
	.params = add_params,
	.result = slot_columns, .run = run_add,
	.example = "slot add --rep priya --start 'tomorrow 10:00' --end 'tomorrow 10:30'",
};

/* ---- list ---- */

static const struct param list_params[] = {
	{ .name = "when", .type = P_SPAN, .flags = REST,
	  .help = "a day, a week, a month; all ahead if left out" },
	{ .name = "rep", .type = P_PERSON, .help = "this rep's" },
	{ .name = "from", .type = P_INSTANT, .help = "not before" },
	{ .name = "to", .type = P_INSTANT, .flags = UNTIL, .help = "not after" },
	{ .name = "cancelled", .type = P_FLAG, .help = "cancelled ones too, of one rep" },
	{ .name = NULL }
};

static enum rc run_list(struct call *c, struct err *err)
{
	const struct bound *when = arg_get(c, "when");
	struct slot_query q = {
		.program_id = c->program.id, .rep_id = arg_int(c, "rep", 0),
		.from_s = arg_int(c, "from", arg_has(c, "to") ? INT64_MIN : c->now_s),
		.to_s = arg_int(c, "to", INT64_MAX), .cancelled = arg_has(c, "cancelled"),
		.drafts_of = is_lifecycle(c) ? -1 : c->me.id,
	};

	if (!q.rep_id && has_role(c, ROLE_REP) && !is_lifecycle(c))
		q.rep_id = c->me.id;
	if (when) {
		q.from_s = when->i;
		q.to_s = when->end;
	}
	if (q.cancelled && !q.rep_id) {
		err_set(err, RC_USAGE, "--cancelled goes with one rep");
		return err_todo(err, "Add --rep LOGIN");
	}
	c->reply->empty = q.rep_id == c->me.id
		? "You offer no sessions then. Add one: replife slot add --start TIME, or "
		  "weekly hours: replife hours add"
		: "No sessions then. See what is ahead: replife find";
	return put_slots(c, &q, err);
}

const struct op op_slot_list = {
	.name = "slot list", .summary = "List sessions: a rep's own, or everybody's",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = slot_columns, .example = "slot list this week", .run = run_list,
};

/* ---- show ---- */

static const struct param show_params[] = {
	{ .name = "slot", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'S',
	  .help = "the session, as S-214" },
	{ .name = NULL }
};

/* Who comes is for the rep and lifecycle; a marketer hears of their own seat. */
static enum rc say_visitors(struct call *c, const struct slot_view *v, struct err *err)
{
	struct stmt *s = bookings_of_slot(c->st, v->slot.id);
	const char *said = NULL;
	struct booking_view b;

	while (bookings_next(s, c->arena, &b)) {
		if (!may_see_row(c, ON_BOOKING, b.booking.id))
			continue;
		said = arena_printf(c->arena, "%s%s%s (%s, %s%s%s)", said ? said : "",
				    said ? "; " : "", b.marketer_name,
				    ref_of(c, 'B', b.booking.id),
				    booking_state_words[b.booking.state].plain,
				    b.booking.hope ? "; hopes to hear: " : "",
				    b.booking.hope ? b.booking.hope : "");
	}
	if (said)
		reply_message(c->reply, "Who sits in: %s", said);
	return stmt_done(s, err);
}

static enum rc run_show(struct call *c, struct err *err)
{
	struct slot_view v;
	enum rc rc = slot_view_get(c->st, c->arena, arg_int(c, "slot", 0), &v, err);

	if (rc)
		return rc;
	put_slot(c, &v);
	c->reply->record = true;
	return say_visitors(c, &v, err);
}

const struct op op_slot_show = {
	.name = "slot show", .summary = "Show one session",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = show_params,
	.result = slot_columns, .example = "slot show S-214", .run = run_show,
};
