/*
 * What follows from a seat: a session knows how many hold one in it, a booking
 * its session's times (entities.c); and how many seats are free at a moment is
 * kept in slot_tally, so that a week's grid costs the same however many reps host.
 */
#include "derive.h"
#include "store_i.h"

static const char
sql_slot_closed[] = "SELECT 1 FROM slot s JOIN period p ON p.program_id = s.program_id"
	" AND p.begin_s <= s.begin_s AND p.end_s > s.begin_s"
	" WHERE s.id = :slot AND p.closed_s IS NOT NULL",
sql_move[] = "UPDATE booking SET begin_s = :begin, end_s = :end WHERE slot_id = :slot",
/* A statement that gives rows back (RETURNING) keeps them in a table of its own:
 * looking first costs a third of that. */
sql_held[] = "SELECT program_id, begin_s, state = 'open', seats, taken, waiting FROM slot WHERE id = :slot",
sql_seats[] = "UPDATE slot SET taken = taken + :taken, waiting = waiting + :waiting WHERE id = :slot",
sql_free[] = "UPDATE slot_tally SET free = free + :free, full = full + :full, waiting = waiting + :waiting"
	" WHERE program_id = :program AND begin_s = :begin",
sql_tally[] = "INSERT INTO slot_tally (program_id, begin_s, sessions, free, full, waiting)"
	" VALUES (:program, :begin, :sessions, :free, :full, :waiting) ON CONFLICT DO UPDATE SET"
	" sessions = sessions + excluded.sessions, free = free + excluded.free,"
	" full = full + excluded.full, waiting = waiting + excluded.waiting",
sql_untally[] = "DELETE FROM slot_tally WHERE program_id = :program AND begin_s = :begin AND sessions = 0";

static enum rc check_slot(struct store *st, int64_t slot_id, const char *what, struct err *err)
{
	return refuse_closed(bind_int(stmt(st, sql_slot_closed), ":slot", slot_id), what, err);
}

static enum rc booking_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct booking *a = ch->old, *b = ch->row;

	if (!a || (b && a->state == b->state && same_text(a->excused, b->excused)))
		return RC_OK;
	return check_slot(st, a->slot_id, "seat", err);
}

static enum rc slot_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct slot *a = ch->old, *b = ch->row;

	if (!a || (b && a->begin_s == b->begin_s && a->end_s == b->end_s && a->state == b->state &&
		   a->seats == b->seats && a->rep_id == b->rep_id))
		return RC_OK;
	return check_slot(st, a->id, "session", err);
}

struct seats {
	int64_t sessions, free, full, waiting;	/* 1, or by how much they change */
};

static struct seats seats_of(int64_t seats, int64_t taken, int64_t waiting)
{
	return (struct seats){ 1, seats - taken, taken >= seats, waiting };
}

static struct stmt *at_moment(struct stmt *s, int64_t program_id, int64_t begin_s)
{
	return bind_int(bind_int(s, ":program", program_id), ":begin", begin_s);
}

/* They come (1) to a moment, or leave it (-1). */
static enum rc tally(struct store *st, int64_t program_id, int64_t begin_s, struct seats by, int sign,
		     struct err *err)
{
	struct stmt *s = at_moment(stmt(st, sql_tally), program_id, begin_s);
	enum rc rc;

	bind_int(bind_int(s, ":sessions", by.sessions * sign), ":free", by.free * sign);
	bind_int(bind_int(s, ":full", by.full * sign), ":waiting", by.waiting * sign);
	rc = stmt_run(s, err);
	if (rc || sign > 0)
		return rc;
	return stmt_run(at_moment(stmt(st, sql_untally), program_id, begin_s), err);
}

static enum rc tally_slot(struct store *st, const struct slot *s, const struct slot *held, int sign,
			  struct err *err)
{
	int64_t taken = held ? held->taken : 0, waiting = held ? held->waiting : 0;

	if (!s || s->state != SLOT_OPEN)
		return RC_OK;
	return tally(st, s->program_id, s->begin_s, seats_of(s->seats, taken, waiting), sign, err);
}

/* Who holds seats in a session does not change with its row. */
static enum rc slot_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct slot *a = ch->old, *b = ch->row;
	enum rc rc = RC_OK;

	if (a && b && (a->begin_s != b->begin_s || a->end_s != b->end_s)) {
		struct stmt *s;

		rc = rules_make(st, &ent_booking, err);
		if (rc)
			return rc;
		s = bind_int(bind_int(stmt(st, sql_move), ":slot", b->id), ":begin", b->begin_s);
		rc = stmt_run(bind_int(s, ":end", b->end_s), err);
	}
	if (rc || (a && b && a->program_id == b->program_id && a->begin_s == b->begin_s &&
		   a->state == b->state && a->seats == b->seats))
		return rc;
	rc = tally_slot(st, a, a, -1, err);
	return rc ? rc : tally_slot(st, b, a, 1, err);
}

static bool takes_seat(const struct booking *b)
{
	return b && b->state != BOOKING_WAITING && b->state != BOOKING_CANCELLED;
}

static bool waits(const struct booking *b)
{
	return b && b->state == BOOKING_WAITING;
}

/* By how much the seats at a moment change, as one session's do. */
static enum rc tally_seats(struct store *st, int64_t program_id, int64_t begin_s, struct seats was,
			   struct seats is, struct err *err)
{
	struct stmt *s = at_moment(stmt(st, sql_free), program_id, begin_s);

	bind_int(bind_int(s, ":free", is.free - was.free), ":full", is.full - was.full);
	return stmt_run(bind_int(s, ":waiting", is.waiting - was.waiting), err);
}

/* In its session, and at its time. */
static enum rc count_seat(struct store *st, int64_t slot_id, int64_t taken, int64_t waiting, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_held), ":slot", slot_id);
	int64_t program_id = 0, begin_s = 0;
	struct seats was = { 0 }, is = { 0 };
	enum rc rc;

	if (stmt_row(s) && col_int(s, 2)) {
		program_id = col_int(s, 0);
		begin_s = col_int(s, 1);
		was = seats_of(col_int(s, 3), col_int(s, 4), col_int(s, 5));
		is = seats_of(col_int(s, 3), col_int(s, 4) + taken, col_int(s, 5) + waiting);
	}
	rc = stmt_done(s, err);
	if (rc)
		return rc;
	s = bind_int(stmt(st, sql_seats), ":slot", slot_id);
	rc = stmt_run(bind_int(bind_int(s, ":taken", taken), ":waiting", waiting), err);
	return rc || !program_id ? rc : tally_seats(st, program_id, begin_s, was, is, err);
}

static enum rc booking_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct booking *a = ch->old, *b = ch->row;
	int64_t taken = takes_seat(b) - takes_seat(a), waiting = waits(b) - waits(a);

	if (!taken && !waiting)
		return RC_OK;
	return count_seat(st, a ? a->slot_id : b->slot_id, taken, waiting, err);
}

const struct ent_hooks
	hooks_booking = { booking_before, booking_after },
	hooks_slot = { slot_before, slot_after };
