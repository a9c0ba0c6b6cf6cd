/* undo and redo: what an entry of the log did, turned round, where nothing has come
 * since that stands on it. */
#include <string.h>

#include "replife/log_store.h"
#include "replife/parts_store.h"
#include "rows.h"
#include "seats.h"

static const struct column undo_columns[] = {
	{ "seq", "No.", V_INT, SHOW_DATA, 0, false },
	{ "op", "Op", V_TEXT, SHOW_DATA, 0, false },
	{ "touched", "Touched", V_TEXT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static const struct param undo_params[] = {
	{ .name = "ticket", .type = P_INT, .flags = POSITIONAL, .min = 1, .max = INT64_MAX,
	  .help = "which op, by its number in the log; your latest if left out", .meta = "N" },
	{ .name = NULL } };

struct freed {
	int64_t *slots;
	size_t n;
};

/* The sessions that the entry is about, of those there are: what it made is gone once it
 * is undone. */
static enum rc find_freed(struct call *c, int64_t seq, struct freed *f, struct err *err)
{
	struct stmt *s = log_slots(c->st, seq);

	while (stmt_row(s)) {
		f->slots = arena_grow(c->arena, f->slots, f->n * sizeof *f->slots, (f->n + 1) * sizeof *f->slots);
		f->slots[f->n++] = col_int(s, 0);
	}
	return stmt_done(s, err);
}

/* A seat that came free goes to the first in the queue, whatever freed it. */
static enum rc serve_queues(struct call *c, const struct freed *f, struct moved *moved, struct err *err)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < f->n; i++)
		rc = queue_serve(c, f->slots[i], moved, err);
	return rc;
}

/* What a report holds stays as it holds it. */
static enum rc not_closed_since(struct call *c, const struct log_entry *e, struct err *err)
{
	const char *period;
	enum rc rc = log_frozen(c->st, c->arena, e->seq, &period, err);

	if (rc || !period)
		return rc;
	err_conflict(err, REASON_PERIOD_CLOSED, "%s has been closed since, and its report has it", period);
	return err_todo(err, "Lifecycle can open the period again: replife period reopen %s --reason TEXT",
			say_word(c, period));
}

/* A slip is taken back in a moment in which nobody has told their day yet. */
static bool is_slip(const struct call *c, const struct log_entry *e)
{
	enum { SLIP_S = 10 };

	return c->now_s >= e->at_s && c->now_s - e->at_s <= SLIP_S;
}

/* Whoever got a seat through it keeps it, but for that moment. */
static enum rc keeps_seats(struct call *c, const struct log_entry *e, struct err *err)
{
	int64_t booking;
	enum rc rc;

	if (is_slip(c, e))
		return RC_OK;
	rc = log_seated(c->st, e->seq, c->me.id, &booking, err);
	if (rc || !booking)
		return rc;
	err_conflict(err, REASON_FULL, "the seat has gone to %s, and stays theirs", may_see_row(c, ON_BOOKING, booking)
		     ? ref_of(c, 'B', booking) : "the next in the queue");
	return err_todo(err, "Who wants one can wait for it: replife book S-N --wait");
}

/* ---- what would be refused is not done by an undo either ---- */

static enum rc refuse_begun(struct call *c, const struct slot *s, struct err *err)
{
	err_conflict(err, REASON_PAST, "%s began already: %s", ref_of(c, 'S', s->id), say_when(c, s->begin_s, s->end_s));
	return err_todo(err, "Say what happened instead: replife session held, no-show, host-absent or called-off");
}

/* A seat that is had again is as one that is booked: within the limit, and where it is
 * no slip, in time and not before those who wait by now. */
static enum rc check_had_again(struct call *c, const struct booking *b, bool slip, struct err *err)
{
	enum reason why = booking_time((struct span){ b->begin_s, b->end_s }, c->program.notice_min * 60, c->now_s);
	struct slot s;
	bool full = false;
	enum rc rc = ent_get(c->st, &ent_slot, b->slot_id, c->arena, &s, err);

	if (!rc)
		rc = at_limit(c, b->marketer_id, &full, err);
	if (rc || s.state != SLOT_OPEN)		/* called off: they come back with it */
		return rc;
	if (full) {
		err_conflict(err, REASON_LIMIT, "%s has as many bookings ahead as %s allows", say_name(c, b->marketer_id),
			     c->program.name);
		return err_todo(err, "Give one back first: replife mine, then replife cancel BOOKING");
	}
	if (!slip && why != REASON_NONE) {
		err_conflict(err, why, "%s begins too soon for a seat to be taken", ref_of(c, 'S', s.id));
		return err_todo(err, "See what is free: replife find");
	}
	if (slip || !s.waiting)
		return RC_OK;
	err_conflict(err, REASON_FULL, "others wait for %s by now", ref_of(c, 'S', s.id));
	return err_todo(err, "Wait for it, too: replife book %s --wait", ref_of(c, 'S', s.id));
}

/* When the sessions of an entry began before it was reversed. */
struct begins {
	struct freed of;
	int64_t *begin_s;
};

static enum rc before_it_began(struct call *c, const struct log_entry *e, struct begins *ahead, struct err *err)
{
	struct booking b = { 0 };
	struct slot s;
	int64_t booking = 0;
	enum rc rc = find_freed(c, e->seq, &ahead->of, err);

	ahead->begin_s = arena_array(c->arena, int64_t, ahead->of.n + 1);
	for (size_t i = 0; !rc && i < ahead->of.n; i++) {
		rc = ent_get(c->st, &ent_slot, ahead->of.slots[i], c->arena, &s, err);
		if (!rc && s.begin_s <= c->now_s)
			rc = refuse_begun(c, &s, err);
		ahead->begin_s[i] = rc ? 0 : s.begin_s;
	}
	if (!rc)
		rc = log_given_back(c->st, e->seq, &booking, err);
	if (!rc && booking)
		rc = ent_get(c->st, &ent_booking, booking, c->arena, &b, err);
	return rc || !booking ? rc : check_had_again(c, &b, is_slip(c, e), err);
}

static bool is_moved(const struct begins *before, const struct slot *s)
{
	for (size_t i = 0; i < before->of.n; i++)
		if (before->of.slots[i] == s->id)
			return before->begin_s[i] != s->begin_s;
	return false;
}

/* Whoever sits in came for the time that it has had. */
static enum rc begins_still(struct call *c, const struct log_entry *e, const struct begins *before, struct err *err)
{
	struct freed now = { 0 };
	struct slot s;
	enum rc rc = find_freed(c, e->seq, &now, err);

	for (size_t i = 0; !rc && i < now.n; i++) {
		rc = ent_get(c->st, &ent_slot, now.slots[i], c->arena, &s, err);
		if (!rc && s.begin_s <= c->now_s)
			return refuse_begun(c, &s, err);
		if (rc || !is_moved(before, &s) || !s.taken || is_slip(c, e))
			continue;
		err_conflict(err, REASON_STATE, "somebody sits in on %s, when it is now", ref_of(c, 'S', s.id));
		return err_todo(err, "Move it: replife slot move %s --start WHEN", ref_of(c, 'S', s.id));
	}
	return rc;
}

static const struct op *op_of(struct call *c, const struct log_entry *e)
{
	enum part part;
	int64_t first;

	return e->op ? op_find(part_op(c->arena, e->op, &part, &first)) : NULL;
}

/* What was done in parts is undone as a whole, the last part first. */
static enum rc find_parts(struct call *c, const struct log_entry *e, int64_t **seq, size_t *n, struct err *err)
{
	enum part part = PART;
	int64_t first, *parts;
	const char *op = part_op(c->arena, e->op, &part, &first);
	bool whole = first && part == PART_LAST && !e->undoes;
	enum rc rc = RC_OK;

	*n = 0;
	if (whole)
		rc = parts_of(c->st, c->arena, op, PART, first, &parts, n, err);
	*seq = arena_array(c->arena, int64_t, *n + 1);
	(*seq)[0] = e->seq;
	if (*n)
		memcpy(*seq + 1, parts, *n * sizeof *parts);
	++*n;
	return rc;
}

static enum rc reverse_one(struct call *c, const struct log_entry *whole, int64_t seq, struct freed *freed,
			   struct err *err)
{
	struct log_entry e = *whole;
	enum rc rc = find_freed(c, seq, freed, err);

	e.seq = seq;
	if (!rc)
		rc = keeps_seats(c, &e, err);
	if (!rc)
		rc = not_closed_since(c, &e, err);
	if (!rc)
		rc = audit_reverse(c->st, c->arena, seq, err);
	if (!rc)		/* of what was not there before */
		rc = not_closed_since(c, &e, err);
	if (!rc)
		rc = find_freed(c, seq, freed, err);
	return rc ? err_prefix(err, "`%s` cannot be taken back: ", e.op) : RC_OK;
}

static enum rc reverse(struct call *c, const struct log_entry *e, const char *verb, struct err *err)
{
	const struct op *op = op_of(c, e);
	struct value *row;
	int64_t *seq;
	size_t n;
	struct freed freed = { 0 };
	struct moved moved = { 0 };
	struct begins begins = { 0 };
	bool ahead = op && op->flags & OP_AHEAD;
	enum rc rc = find_parts(c, e, &seq, &n, err);

	if (!rc && ahead)
		rc = before_it_began(c, e, &begins, err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = reverse_one(c, e, seq[i], &freed, err);
	if (!rc && ahead)
		rc = begins_still(c, e, &begins, err);
	if (rc)
		return rc;
	c->ticket = e->seq;
	rc = serve_queues(c, &freed, &moved, err);
	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_int(c->reply, row, "seq", e->seq);
	put_text(c->reply, row, "op", e->op);
	rc = put_touched(c, row, e->seq, e->op, err);
	reply_message(c->reply, "%s `%s`%s%s (no. %lld: %s)%s", verb, e->op, op ? ": " : "", op ? op->summary : "",
		      (long long)e->seq, reply_cell(c->reply, 0, "touched")->u.s.p, moved.said ? moved.said : "");
	return rc;
}

/* A part goes with the whole, whose number is its last part's. */
static enum rc not_a_part(struct call *c, const struct log_entry *e, struct err *err)
{
	enum part part = PART_LAST;
	int64_t first = 0, *last;
	const char *op = part_op(c->arena, e->op, &part, &first);
	size_t n = 0;
	enum rc rc = first && part == PART ? parts_of(c->st, c->arena, op, PART_LAST, first, &last, &n, err) : RC_OK;

	if (rc || !n)
		return rc;
	err_conflict(err, REASON_STATE, "no. %lld is a part of something whole", (long long)e->seq);
	return err_todo(err, "Take back all of it: replife undo %lld", (long long)last[0]);
}

/* Redo brings back what was undone last, which may be another change. */
static enum rc undone_already(struct call *c, const struct log_entry *e, struct err *err)
{
	struct log_entry last = { 0 };
	int64_t ticket;
	enum rc rc = log_redoable(c->st, c->me.id, &ticket, err);

	if (!rc && ticket)
		rc = log_get(c->st, c->arena, ticket, &last, err);
	if (rc)
		return rc;
	err_conflict(err, REASON_STATE, "no. %lld has been undone already", (long long)e->seq);
	return err_todo(err, last.undoes == e->seq ? "Bring it back with replife redo"
			: "Where it is wanted after all, do it again");
}

static enum rc may_undo(struct call *c, const struct log_entry *e, struct err *err)
{
	const struct op *op = op_of(c, e);
	enum rc rc = not_a_part(c, e, err);

	if (rc)
		return rc;
	if (!e->undoable) {
		err_conflict(err, REASON_STATE, "`%s` cannot be undone", e->op);
		return err_todo(err, "See replife log for what can");
	}
	if (e->reversed)
		return undone_already(c, e, err);
	return op ? may(c, op, NULL, err) : RC_OK;	/* a role may have ended since */
}

static enum rc run_undo(struct call *c, struct err *err)
{
	int64_t ticket = arg_int(c, "ticket", 0);
	struct log_entry e = { 0 };
	enum rc rc = RC_OK;

	if (!ticket) {
		rc = log_undoable(c->st, c->me.id, &ticket, err);
		if (!rc && !ticket) {
			err_set(err, RC_NOT_FOUND, "you have done nothing that can be undone");
			rc = err_todo(err, "See replife log");
		}
	}
	if (!rc)
		rc = log_get(c->st, c->arena, ticket, &e, err);
	if (!rc)
		rc = may_undo(c, &e, err);
	return rc ? rc : reverse(c, &e, "Undid", err);
}

const struct op op_undo = {
	.name = "undo", .summary = "Take back your latest change, or the one that you name",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_NO_UNDO | OP_LONG,
	ACTS({ .param = "ticket", .on = ON_ENTRY, .by = REL_AUTHOR }),
	.params = undo_params, .result = undo_columns, .example = "undo", .run = run_undo,
};

static enum rc run_redo(struct call *c, struct err *err)
{
	int64_t ticket;
	struct log_entry e, first;
	enum rc rc = log_redoable(c->st, c->me.id, &ticket, err);

	if (rc)
		return rc;
	if (!ticket) {
		err_set(err, RC_NOT_FOUND, "there is nothing to redo");
		return err_todo(err, "Redo comes right after undo");
	}
	rc = log_get(c->st, c->arena, ticket, &e, err);
	if (!rc)
		rc = log_get(c->st, c->arena, e.undoes, &first, err);
	if (rc)
		return rc;
	e.op = first.op;
	if (op_of(c, &e))
		rc = may(c, op_of(c, &e), NULL, err);
	return rc ? rc : reverse(c, &e, "Brought back", err);
}

const struct op op_redo = {
	.name = "redo", .summary = "Bring back what you just undid",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_NO_UNDO | OP_LONG,
	.result = undo_columns, .example = "redo", .run = run_redo,
};
