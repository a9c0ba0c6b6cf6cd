/* slot edit, move, cancel. */
#include "rows.h"
#include "seats.h"

#include <string.h>

#define SLOT_PARAM \
	{ .name = "slot", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'S', \
	  .help = "the session, as S-214" }
#define END { .name = NULL }

enum rc say_seated(struct call *c, int64_t slot_id, const char **said, size_t *n,
		   struct err *err)
{
	struct stmt *s = bookings_of_slot(c->st, slot_id);
	struct booking_view v;

	*said = NULL;
	*n = 0;
	while (bookings_next(s, c->arena, &v)) {
		if (!booking_holds_seat(v.booking.state))
			continue;
		*said = arena_printf(c->arena, "%s%s%s (%s)", *said ? *said : "",
				     *said ? ", " : "", v.marketer_name,
				     ref_of(c, 'B', v.booking.id));
		++*n;
	}
	return stmt_done(s, err);
}

/* The session of the first argument, if the caller may change it now. */
static enum rc changeable(struct call *c, struct slot_view *v, bool past_too, struct err *err)
{
	const char *ref;
	enum rc rc = slot_view_get(c->st, c->arena, arg_int(c, "slot", 0), v, err);

	if (rc)
		return rc;
	ref = ref_of(c, 'S', v->slot.id);
	if (v->slot.state == SLOT_CANCELLED) {
		err_conflict(err, REASON_STATE, "%s is cancelled", ref);
		return err_todo(err, "Offer another: replife slot add --rep %s --start TIME",
				v->rep);
	}
	if (!past_too && v->slot.begin_s <= c->now_s) {
		err_conflict(err, REASON_PAST, "%s began already: %s", ref,
			     say_when(c, v->slot.begin_s, v->slot.end_s));
		return err_todo(err, "Say what happened at each booking: "
				"replife session host-absent BOOKING, or held, …");
	}
	return check_period(c, v->slot.begin_s, false, err);
}

/* ---- edit ---- */

static const struct param edit_params[] = {
	SLOT_PARAM,
	{ .name = "seats", .type = P_INT, .min = 1, .max = 1000,
	  .help = "how many may sit in" },
	{ .name = "kind", .type = P_NAME, .flags = CLEARS,
	  .help = "discovery, demo, renewal, follow-up block, …" },
	{ .name = "place", .type = P_LINE, .flags = CLEARS,
	  .help = "a room, or the link to the call" },
	{ .name = "message", .type = P_LINE, .flags = CLEARS,
	  .help = "what visitors should know" },
	END
};

static void edit_text(struct call *c, const char *name, const char **field)
{
	const char *s = arg_text(c, name);

	if (s)
		*field = *s ? s : NULL;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static enum rc check_seats(struct call *c, const struct slot *s, int64_t seats, struct err *err)
{
	const char *who;
	size_t n;
	enum rc rc;

	if (seats >= s->taken)
		return RC_OK;
	rc = say_seated(c, s->id, &who, &n, err);
	if (rc)
		return rc;
	err_conflict(err, REASON_BELOW_BOOKINGS, "%s has %zu %s: %s", ref_of(c, 'S', s->id), n,
		     n == 1 ? "booking" : "bookings", who ? who : "");
	return err_todo(err, "Cancel one first: replife cancel BOOKING --reason …");
}

static enum rc run_edit(struct call *c, struct err *err)
{
	struct moved moved = { 0 };
	struct slot_view v;
	struct slot s;
	enum rc rc = changeable(c, &v, true, err);

	if (rc)
		return rc;
	if (c->n_bound < 2) {
		err_set(err, RC_USAGE, "nothing to change was named");
		return err_todo(err, "Add --seats, --kind, --place or --message; "
				"times change with replife slot move");
	}
	s = v.slot;
	s.seats = arg_int(c, "seats", s.seats);
	edit_text(c, "kind", &s.kind);
	edit_text(c, "place", &s.place);
	edit_text(c, "message", &s.message);
	s.sequence += !same_text(s.place, v.slot.place);
	rc = check_seats(c, &v.slot, s.seats, err);
	if (!rc)
		rc = ent_update(c->st, &ent_slot, &s, err);
	if (!rc && s.seats > v.slot.seats)
		rc = queue_serve(c, s.id, &moved, err);
	if (!rc)
		rc = put_slot_now(c, s.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "Changed %s: %s%s", ref_of(c, 'S', s.id), say_slot(c, &v),
		      moved.said ? moved.said : "");
	return RC_OK;
}

const struct op op_slot_edit = {
	.name = "slot edit", .summary = "Change a session's seats, kind, place or message",
	.details = "An empty text takes one away. Times change with replife slot move.",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "slot", .on = ON_SESSION, .by = REL_REP }),
	.params = edit_params,
	.result = slot_columns, .example = "slot edit S-214 --place 'Room 4'", .run = run_edit,
};

/* ---- move ---- */

static const struct param move_params[] = {
	SLOT_PARAM,
	{ .name = "time", .type = P_INSTANT, .flags = REST,
	  .help = "when it begins now, as 'tue 11:00'" },
	{ .name = "start", .type = P_INSTANT, .help = "the same, as an option" },
	{ .name = "end", .type = P_INSTANT, .help = "when it ends; else it stays as long" },
	END
};

/* Somebody who booked, or the rep, may be elsewhere at the new time. */
static enum rc check_people(struct call *c, const struct slot *to, struct err *err)
{
	struct stmt *all = bookings_of_slot(c->st, to->id);
	const char *other = NULL, *who = NULL;
	struct booking_view v;
	bool seated = false;
	enum rc rc = RC_OK, done;

	while (!rc && !other && bookings_next(all, c->arena, &v)) {
		if (!booking_holds_seat(v.booking.state))
			continue;
		seated = true;
		who = arena_printf(c->arena, "%s (%s)", v.marketer_name,
				   ref_of(c, 'B', v.booking.id));
		rc = clash_of(c, v.booking.marketer_id, to, &other, err);
	}
	done = rc ? rc : stmt_done(all, err);
	if (!done && seated && !other) {
		who = say_name(c, to->rep_id);
		done = clash_of(c, to->rep_id, to, &other, err);
	}
	if (done || !other)
		return done;
	err_conflict(err, REASON_OVERLAP, "%s has another session then: %s", who, other);
	return err_todo(err, "Choose another time, or cancel that one first");
}

enum rc slot_move_to(struct call *c, struct slot *s, struct span when, struct err *err)
{
	const struct zone *z;
	bool stays = s->begin_s == when.begin_s && s->end_s == when.end_s;
	enum rc rc = zone_load(s->zone, &z, err);

	if (rc)
		return rc;
	/* Newer zone data may call the same instant by another time: doctor. */
	s->wall = wall_text(c, z, when.begin_s);
	if (stays)
		return ent_update(c->st, &ent_slot, s, err);
	s->begin_s = when.begin_s;
	s->end_s = when.end_s;
	s->sequence++;
	rc = check_span(c, s->begin_s, s->end_s, err);
	if (!rc)
		rc = check_rep(c, s->rep_id, s->begin_s, err);
	if (!rc)
		rc = check_period(c, s->begin_s, s->taken > 0, err);
	if (!rc)
		rc = check_free(c, s->rep_id, when, s->id, err);
	if (!rc)
		rc = check_people(c, s, err);
	return rc ? rc : ent_update(c->st, &ent_slot, s, err);
}

static enum rc move_times(struct call *c, const struct slot *s, struct span *when,
			  struct err *err)
{
	const struct bound *b = arg_get(c, "start");

	if (!b)
		b = arg_get(c, "time");
	if (!b || (arg_get(c, "start") && arg_get(c, "time"))) {
		err_set(err, RC_USAGE, "to when?");
		return err_todo(err, "Say it once: replife slot move S-%lld 'tue 11:00'",
				(long long)s->id);
	}
	if (b->is_day) {
		err_set(err, RC_USAGE, "'%s' names a day and no time", b->text);
		return err_todo(err, "Say it as '%s 10:00'", b->text);
	}
	when->begin_s = b->i;
	when->end_s = arg_int(c, "end", b->i + s->end_s - s->begin_s);
	if (b->i > c->now_s)
		return RC_OK;
	err_conflict(err, REASON_PAST, "%s is over", say_when(c, b->i, 0));
	return err_todo(err, "Give a time ahead");
}

/* Whoever moved along may have time now for what they wait for. */
static enum rc serve_seated(struct call *c, int64_t slot_id, struct moved *moved,
			    struct err *err)
{
	struct stmt *all = bookings_of_slot(c->st, slot_id);
	int64_t *who = NULL;
	struct booking_view v;
	size_t n = 0;
	enum rc rc;

	while (bookings_next(all, c->arena, &v)) {
		who = arena_grow(c->arena, who, n * sizeof *who, (n + 1) * sizeof *who);
		who[n++] = v.booking.marketer_id;
	}
	rc = stmt_done(all, err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = queue_serve_person(c, who[i], moved, err);
	return rc;
}

static enum rc run_move(struct call *c, struct err *err)
{
	struct moved moved = { 0 };
	const char *who = NULL;
	struct slot_view v;
	struct slot s;
	struct span when = { 0, 0 };
	size_t n = 0;
	enum rc rc = changeable(c, &v, false, err);

	if (!rc)
		rc = move_times(c, &v.slot, &when, err);
	if (rc)
		return rc;
	s = v.slot;
	rc = slot_move_to(c, &s, when, err);
	if (!rc)
		rc = say_seated(c, s.id, &who, &n, err);
	if (rc)
		return rc;
	if (n && !c->rq->yes) {
		err_set(err, RC_CONFIRM, "%s is booked by %s", ref_of(c, 'S', s.id), who);
		return err_todo(err, "They move along with it: add --yes");
	}
	moved.slot_id = s.id;
	rc = queue_serve(c, s.id, &moved, err);
	if (!rc)
		rc = serve_seated(c, s.id, &moved, err);
	if (!rc)
		rc = put_slot_now(c, s.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	warn_no_period(c, &v);
	reply_message(c->reply, "Moved %s to %s%s%s%s", ref_of(c, 'S', s.id), say_slot(c, &v),
		      n ? "; along with it " : "", n ? who : "", moved.said ? moved.said : "");
	return RC_OK;
}

const struct op op_slot_move = {
	.name = "slot move", .summary = "Give a session another time",
	.details = "Whoever booked it moves along; it is refused where one of them has another "
		   "session then.",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE, .flags = OP_AHEAD,
	ACTS({ .param = "slot", .on = ON_SESSION, .by = REL_REP }),
	.params = move_params,
	.result = slot_columns, .example = "slot move S-214 --start 'tomorrow 11:00'",
	.run = run_move,
};

/* ---- cancel ---- */

static const struct param cancel_params[] = {
	SLOT_PARAM,
	{ .name = "reason", .type = P_LINE, .help = "why; whoever booked reads it" },
	END
};

enum rc slot_call_off(struct call *c, struct slot *s, const char *reason, size_t *n,
		      struct err *err)
{
	size_t want = (size_t)(s->taken + s->waiting), have = 0;
	struct booking *all = arena_array(c->arena, struct booking, want + 1);
	struct stmt *list = bookings_of_slot(c->st, s->id);
	struct moved moved = { .slot_id = s->id };
	struct booking_view v;
	enum rc rc;

	*n = 0;
	while (have < want && bookings_next(list, c->arena, &v))
		if (booking_is_live(v.booking.state))
			all[have++] = v.booking;
	rc = stmt_done(list, err);
	for (size_t i = 0; !rc && i < have; i++) {
		*n += booking_holds_seat(all[i].state);
		all[i].state = BOOKING_CANCELLED;
		all[i].offer_until_s = 0;
		all[i].reason = reason ? arena_printf(c->arena, SESSION_CANCELLED ": %s", reason)
				       : SESSION_CANCELLED;
		rc = ent_update(c->st, &ent_booking, &all[i], err);
	}
	if (rc)
		return rc;
	s->state = SLOT_CANCELLED;
	s->reason = reason;
	s->sequence++;
	rc = ent_update(c->st, &ent_slot, s, err);
	for (size_t i = 0; !rc && i < have; i++)
		rc = queue_serve_person(c, all[i].marketer_id, &moved, err);
	if (!rc && moved.said)
		reply_warn(c->reply, "%s", moved.said + 2);
	return rc;
}

static enum rc run_cancel(struct call *c, struct err *err)
{
	const char *who;
	struct slot_view v;
	size_t n;
	enum rc rc = changeable(c, &v, false, err);

	if (!rc)
		rc = say_seated(c, v.slot.id, &who, &n, err);
	if (rc)
		return rc;
	if (n && !c->rq->yes) {
		err_set(err, RC_CONFIRM, "%zu %s booked %s: %s", n,
			n == 1 ? "person has" : "people have", ref_of(c, 'S', v.slot.id), who);
		return err_todo(err, "Their bookings are cancelled too: add --yes, or give it "
				"another time: replife slot move S-%lld --start TIME",
				(long long)v.slot.id);
	}
	rc = slot_call_off(c, &v.slot, arg_text(c, "reason"), &n, err);
	if (!rc)
		rc = put_slot_now(c, v.slot.id, &v, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "Cancelled %s: %s%s%s", ref_of(c, 'S', v.slot.id),
		      say_slot(c, &v), n ? "; with it the bookings of " : "", n ? who : "");
	return RC_OK;
}

const struct op op_slot_cancel = {
	.name = "slot cancel", .summary = "Call a session off",
	.details = "Its bookings are cancelled with it; --yes where somebody has booked.",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE, .flags = OP_AHEAD,
	ACTS({ .param = "slot", .on = ON_SESSION, .by = REL_REP }),
	.params = cancel_params,
	.result = slot_columns, .example = "slot cancel S-214 --reason 'ill' --yes",
	.run = run_cancel,
};
