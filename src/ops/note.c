/* note add, edit, withdraw, excuse: what somebody saw and heard. */
#include "notes.h"
#include "rows.h"
#include "seats.h"

#define FEW 6	/* bookings that a message names */

/* ---- add ---- */

/* The bookings that wait for a write-up of mine: as visitor, else as rep. */
static enum rc waiting(struct call *c, int64_t ids[FEW], size_t *n, struct err *err)
{
	struct booking_query q = {
		.list = BOOKINGS_TODO, .program_id = c->program.id,
		.person_id = c->me.id, .now_s = c->now_s, .limit = FEW,
	};
	struct booking_view v;
	struct stmt *s = bookings_query(c->st, &q);
	enum rc rc;

	*n = 0;
	while (*n < FEW && bookings_next(s, c->arena, &v))
		ids[(*n)++] = v.booking.id;
	rc = stmt_done(s, err);
	if (rc || *n)
		return rc;
	s = rep_todo(c->st, c->me.id, c->program.id, c->now_s, FEW);
	while (*n < FEW && stmt_row(s))
		ids[(*n)++] = col_int(s, 0);
	return stmt_done(s, err);
}

static enum rc ask_which(struct call *c, const int64_t *ids, size_t n, struct err *err)
{
	const char *all = "";
	struct booking_view v;

	for (size_t i = 0; i < n && i < FEW - 1; i++) {
		enum rc rc = booking_view_get(c->st, c->arena, ids[i], &v, err);

		if (rc)
			return rc;
		all = arena_printf(c->arena, "%s%s%s (%s)", all, i ? ", " : "",
				   ref_of(c, 'B', ids[i]),
				   say_when(c, v.booking.begin_s, v.booking.end_s));
	}
	err_set(err, RC_AMBIGUOUS, "more than one session waits to be written up: %s%s", all,
		n == FEW ? ", …" : "");
	return err_todo(err, "Say which: replife note add %s", ref_of(c, 'B', ids[0]));
}

static enum rc booking_of_note(struct call *c, int64_t *id, struct err *err)
{
	int64_t ids[FEW];
	size_t n;
	enum rc rc;

	*id = arg_int(c, "booking", 0);
	if (*id)
		return RC_OK;
	rc = waiting(c, ids, &n, err);
	if (rc)
		return rc;
	if (n > 1)
		return ask_which(c, ids, n, err);
	if (!n) {
		err_set(err, RC_NOT_FOUND, "no session of yours waits to be written up");
		return err_todo(err, "Name the booking: replife note add B-12 (see replife mine --past)");
	}
	*id = ids[0];
	return RC_OK;
}

static enum rc check_booking(struct call *c, const struct booking_view *v, enum note_side side,
			     struct err *err)
{
	const struct booking *b = &v->booking;
	const char *ref = ref_of(c, 'B', b->id);
	struct note had;
	enum rc rc;

	if (b->state != BOOKING_CONFIRMED && !booking_may(b->state, BOOKING_ATTENDED)) {
		err_conflict(err, REASON_STATE, "%s has no seat to write up: it is %s", ref,
			     booking_state_words[b->state].plain);
		return err_todo(err, "See what waits: replife mine --todo");
	}
	if (b->begin_s > c->now_s) {
		err_conflict(err, REASON_STATE, "%s has not begun yet: %s", ref,
			     say_when(c, b->begin_s, b->end_s));
		return err_todo(err, "Write it up then: replife note add %s", ref);
	}
	rc = note_same(c->st, c->arena, b->id, side, &had, err);
	if (rc || !had.id)
		return rc;
	err_conflict(err, REASON_DUPLICATE, "%s is written up already: %s", ref,
		     ref_of(c, 'N', had.id));
	return err_todo(err, "Change that: replife note edit %s", ref_of(c, 'N', had.id));
}

/* "I" is who writes: a rep who couldn't is a host who was absent. */
static enum booking_state outcome_of(const struct note *n)
{
	if (n->side == SIDE_REP && n->happened == HAPPENED_I_COULD_NOT)
		return BOOKING_HOST_ABSENT;
	return booking_outcome(n->happened);
}

/* The first word on what happened sets the outcome; a second one that differs
 * stays beside it. */
static enum rc set_outcome(struct call *c, const struct note *n, struct err *err)
{
	enum booking_state said = outcome_of(n);
	struct booking b;
	enum rc rc = ent_get(c->st, &ent_booking, n->booking_id, c->arena, &b, err);

	if (rc || b.state == said)
		return rc;
	if (b.state == BOOKING_CONFIRMED) {
		b.state = said;
		return ent_update(c->st, &ent_booking, &b, err);
	}
	reply_warn(c->reply, "%s stands as '%s', and you say otherwise: both answers stay, and "
		   "lifecycle decides", ref_of(c, 'B', b.id), booking_state_words[b.state].plain);
	return RC_OK;
}

static enum rc say_note(struct call *c, const char *verb, int64_t id, struct err *err)
{
	struct note_view v;
	struct observation *o;
	size_t n;
	enum rc rc = put_note_now(c, id, &v, err);

	if (!rc)
		rc = observations_of(c->st, c->arena, id, &o, &n, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "%s %s: %s%s%s, %zu remark%s", verb, ref_of(c, 'N', id),
		      say_when(c, v.note.said_s, 0), v.rep_name ? " with " : "",
		      v.rep_name ? v.rep_name : "", n, PLURAL(n));
	return RC_OK;
}

static enum rc nothing_said(struct err *err)
{
	err_set(err, RC_USAGE, "nothing to hand in: say what happened");
	return err_todo(err, "For example: replife note add B-12 --happened yes "
			     "--alerts 'It came after the call'");
}

static enum rc run_add(struct call *c, struct err *err)
{
	struct note n = { .program_id = c->program.id, .author_id = c->me.id,
			  .state = NOTE_SUBMITTED, .happened = HAPPENED_YES };
	struct booking_view v;
	const char *closed = NULL;
	enum rc rc = booking_of_note(c, &n.booking_id, err);

	if (!rc)
		rc = booking_view_get(c->st, c->arena, n.booking_id, &v, err);
	if (!rc && !form_answered(c))
		rc = nothing_said(err);
	if (rc)
		return rc;
	n.side = v.rep_id == c->me.id ? SIDE_REP : SIDE_MARKETER;
	rc = check_booking(c, &v, n.side, err);
	if (rc)
		return rc;
	n.said_s = v.booking.begin_s;
	form_note(c, &n);
	rc = note_time(c, &n, &closed, err);
	if (!rc && closed)
		reply_warn(c->reply, "%s is closed: this counts as an addendum in the next "
			   "period's report", closed);
	if (!rc)
		rc = ent_insert(c->st, &ent_note, &n, err);
	if (!rc)
		rc = form_write(c, &n, err);
	if (!rc && !closed)
		rc = set_outcome(c, &n, err);
	return rc ? rc : say_note(c, "Handed in", n.id, err);
}

const struct op op_note_add = {
	.name = "note add", .summary = "Write up a session: what the rep needed from Marketing",
	.details = "Only what happened must be answered, and counts as yes where anything else is. "
		   "Without answers, on a terminal, the questions come one at a time. Handing it in "
		   "says what became of the session, unless somebody said so before.",
	.effect = EFFECT_WRITE, .who = WHO_MARKETER | WHO_REP,
	ACTS({ .param = "booking", .on = ON_BOOKING, .by = REL_MARKETER | REL_REP, .flags = ACTS_ALONE,
	       .says = "only who sat in and who hosted write up a session" }),
	.params = note_add_params,
	.result = note_columns, .run = run_add,
	.example = "--as leila note add B-148 --alerts 'It came after the call'",
};

/* ---- edit, withdraw ---- */

static const struct param withdraw_params[] = {
	{ .name = "note", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'N',
	  .help = "the write-up, as N-31" },
	{ .name = NULL } };

static enum rc note_to_change(struct call *c, struct note *n, struct err *err)
{
	struct note_view v;
	enum rc rc = note_view_get(c->st, c->arena, arg_int(c, "note", 0), &v, err);

	if (rc)
		return rc;
	*n = v.note;
	if (n->state == NOTE_WITHDRAWN) {
		err_conflict(err, REASON_STATE, "%s was withdrawn", ref_of(c, 'N', n->id));
		return err_todo(err, n->booking_id ? "Write it up anew: replife note add B-%lld"
						   : "Bring it back with replife undo, if it was just now",
				(long long)n->booking_id);
	}
	return check_frozen(c, n, err);
}

static enum rc run_edit(struct call *c, struct err *err)
{
	struct note n;
	enum rc rc = note_to_change(c, &n, err);

	if (rc)
		return rc;
	if (!form_answered(c)) {
		err_set(err, RC_USAGE, "nothing to change in %s", ref_of(c, 'N', n.id));
		return err_todo(err, "Give the answers that are new, as --alerts 'TEXT'; they take "
				     "the place of the old ones");
	}
	form_note(c, &n);
	rc = ent_update(c->st, &ent_note, &n, err);
	if (!rc)
		rc = form_write(c, &n, err);
	if (!rc && arg_has(c, "happened") && n.booking_id)
		rc = set_outcome(c, &n, err);
	return rc ? rc : say_note(c, "Changed", n.id, err);
}

const struct op op_note_edit = {
	.name = "note edit", .summary = "Change a write-up until its period closes",
	.details = "An answer takes the place of what stood there; the other answers stay. "
		   "A remark with the same text keeps its number and its themes. An empty text "
		   "takes the answer away.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY,
	ACTS({ .param = "note", .on = ON_NOTE, .by = REL_AUTHOR }),
	.params = note_edit_params,
	.result = note_columns, .example = "note edit N-89 --worth 5", .run = run_edit,
};

static enum rc run_withdraw(struct call *c, struct err *err)
{
	struct note n;
	enum rc rc = note_to_change(c, &n, err);

	if (rc)
		return rc;
	n.state = NOTE_WITHDRAWN;
	rc = ent_update(c->st, &ent_note, &n, err);
	return rc ? rc : say_note(c, "Withdrew", n.id, err);
}

const struct op op_note_withdraw = {
	.name = "note withdraw", .summary = "Take a write-up back until its period closes",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY,
	ACTS({ .param = "note", .on = ON_NOTE, .by = REL_AUTHOR }),
	.params = withdraw_params,
	.result = note_columns, .example = "note withdraw N-89", .run = run_withdraw,
};

/* ---- excuse ---- */

static const struct param excuse_params[] = {
	{ .name = "booking", .type = P_REF, .flags = REQUIRED | POSITIONAL, .letter = 'B',
	  .help = "the booking, as B-12" },
	{ .name = "reason", .type = P_LINE, .flags = REQUIRED, .help = "why no write-up is needed" },
	{ .name = NULL } };

static enum rc run_excuse(struct call *c, struct err *err)
{
	struct booking_view v;
	struct booking b;
	const char *ref = ref_of(c, 'B', arg_int(c, "booking", 0));
	enum rc rc = booking_view_get(c->st, c->arena, arg_int(c, "booking", 0), &v, err);

	if (rc)
		return rc;
	b = v.booking;
	if (v.note_id) {
		err_conflict(err, REASON_STATE, "%s is written up: %s", ref,
			     ref_of(c, 'N', v.note_id));
		return err_todo(err, "Nothing is left to excuse: replife note show N-%lld",
				(long long)v.note_id);
	}
	if (!booking_holds_seat(b.state)) {
		err_conflict(err, REASON_STATE, "%s has no seat to write up: it is %s", ref,
			     booking_state_words[b.state].plain);
		return err_todo(err, "Nothing is owed for it");
	}
	if (!*arg_text(c, "reason")) {
		err_set(err, RC_USAGE, "--reason is empty");
		return err_todo(err, "Say why no write-up of %s is needed", ref);
	}
	b.excused = arg_text(c, "reason");
	rc = check_period(c, b.begin_s, false, err);
	if (!rc)
		rc = ent_update(c->st, &ent_booking, &b, err);
	if (!rc)
		rc = put_booking_now(c, b.id, &v, err);
	c->reply->record = true;
	if (!rc)
		reply_message(c->reply, "Excused %s, %s: no write-up is needed",
			      say_booking(c, &v), v.marketer_name);
	return rc;
}

const struct op op_note_excuse = {
	.name = "note excuse", .summary = "Say that a session needs no write-up",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = excuse_params,
	.result = booking_columns, .run = run_excuse,
	.example = "note excuse B-147 --reason 'on parental leave'",
};
