/*
 * What follows from a row: entity.c asks here before it writes one, and says
 * so after. A row that a closed report holds stays as it is; what a theme
 * counts in a period is kept as codings come, change and go, so that a list of
 * themes costs the same however much was said.
 *
 * A session knows how many hold a seat in it, a booking its session's times; and
 * how many seats are free at a moment is kept in slot_tally, so that a week's grid
 * costs the same however many reps host.
 *
 * `heard` says how often each remark, session, rep and marketer stands in a
 * theme and period; `theme_count` how many of each do.
 */
#include <string.h>

#include "derive.h"
#include "store_i.h"

static const char
sql_note_closed[] = "SELECT 1 FROM note n WHERE n.id = :note AND EXISTS (SELECT 1" CLOSED_REPORT_OF_N ")",
sql_slot_closed[] = "SELECT 1 FROM slot s JOIN period p ON p.program_id = s.program_id"
	" AND p.begin_s <= s.begin_s AND p.end_s > s.begin_s"
	" WHERE s.id = :slot AND p.closed_s IS NOT NULL",
sql_was[] = "SELECT theme_id, ifnull(period_id, 0), counted, said_s FROM coding WHERE id = :id",
sql_is[] = "SELECT c.theme_id, ifnull(p.id, 0), " IS_COUNTED ", n.said_s" CODING_UP CODING_PERIOD
	"WHERE c.id = :id",
sql_settle[] = "UPDATE coding SET period_id = :period, counted = :counted, said_s = :said WHERE id = :id",
sql_hear[] = "INSERT INTO heard (period_id, theme_id, what, key, n)"
	" SELECT :period, :theme, what, key, :by FROM (" CODING_BRINGS("WHERE c.id = :id") ") WHERE true"
	" ON CONFLICT DO UPDATE SET n = n + excluded.n RETURNING what, key, n",
sql_unhear[] = "DELETE FROM heard WHERE period_id = :period AND theme_id = :theme AND what = :what"
	" AND key = :key",
sql_count[] = "INSERT INTO theme_count (period_id, theme_id, remarks, sessions, reps, marketers)"
	" VALUES (:period, :theme, :remark, :session, :rep, :marketer) ON CONFLICT DO UPDATE SET"
	" remarks = remarks + excluded.remarks, sessions = sessions + excluded.sessions,"
	" reps = reps + excluded.reps, marketers = marketers + excluded.marketers",
sql_uncount[] = "DELETE FROM theme_count WHERE theme_id = :theme",
sql_of_observation[] = "SELECT id FROM coding WHERE observation_id = :id",
sql_of_note[] = "SELECT c.id FROM observation o JOIN coding c ON c.observation_id = o.id WHERE o.note_id = :id",
sql_of_span[] = "SELECT c.id FROM note n JOIN observation o ON o.note_id = n.id"
	" JOIN coding c ON c.observation_id = o.id"
	" WHERE n.program_id = :program AND n.said_s >= :from AND n.said_s < :to",
sql_times[] = "UPDATE booking SET (begin_s, end_s) = (SELECT begin_s, end_s FROM slot WHERE id = slot_id)"
	" WHERE id = :booking",
sql_move[] = "UPDATE booking SET begin_s = :begin, end_s = :end WHERE slot_id = :slot",
sql_seats[] = "UPDATE slot SET taken = taken + :taken, waiting = waiting + :waiting WHERE id = :slot"
	" RETURNING program_id, begin_s, state = 'open', seats, taken, waiting",
sql_tally[] = "INSERT INTO slot_tally (program_id, begin_s, sessions, free, full, waiting)"
	" VALUES (:program, :begin, :sessions, :free, :full, :waiting) ON CONFLICT DO UPDATE SET"
	" sessions = sessions + excluded.sessions, free = free + excluded.free,"
	" full = full + excluded.full, waiting = waiting + excluded.waiting RETURNING sessions",
sql_untally[] = "DELETE FROM slot_tally WHERE program_id = :program AND begin_s = :begin";

/* ---- what a closed report holds ---- */

static enum rc refuse(struct stmt *s, const char *what, struct err *err)
{
	bool closed = stmt_row(s);
	enum rc rc = stmt_done(s, err);

	if (rc || !closed)
		return rc;
	err_conflict(err, REASON_PERIOD_CLOSED, "a closed report holds the %s", what);
	return err_todo(err, "Lifecycle can open the period again: replife period reopen PERIOD "
			     "--reason WHY");
}

static enum rc check_note(struct store *st, int64_t note_id, const char *what, struct err *err)
{
	return refuse(bind_int(stmt(st, sql_note_closed), ":note", note_id), what, err);
}

static enum rc check_slot(struct store *st, int64_t slot_id, const char *what, struct err *err)
{
	return refuse(bind_int(stmt(st, sql_slot_closed), ":slot", slot_id), what, err);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static enum rc note_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct note *old = ch->old;

	return old ? check_note(st, old->id, "write-up", err) : RC_OK;
}

static enum rc observation_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct observation *a = ch->old, *b = ch->row;

	if (a && b && a->area == b->area && a->words_of == b->words_of && same_text(a->text, b->text) &&
	    same_text(a->set_aside, b->set_aside))
		return RC_OK;	/* how it may be quoted can change at any time */
	return check_note(st, a ? a->note_id : b->note_id, "remark", err);
}

static enum rc lead_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct lead *a = ch->old, *b = ch->row;

	return check_note(st, a ? a->note_id : b->note_id, "lead", err);
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

/* ---- seats ---- */

struct seats {
	int64_t sessions, free, full, waiting;	/* 1, or by how much they change */
};

static struct seats seats_of(int64_t seats, int64_t taken, int64_t waiting)
{
	return (struct seats){ 1, seats - taken, taken >= seats, waiting };
}

/* They come (1) to a moment, or leave it (-1). */
static enum rc tally(struct store *st, int64_t program_id, int64_t begin_s, struct seats by, int sign,
		     struct err *err)
{
	struct stmt *s = bind_int(bind_int(stmt(st, sql_tally), ":program", program_id), ":begin", begin_s);
	int64_t sessions = 1;
	enum rc rc;

	bind_int(bind_int(s, ":sessions", by.sessions * sign), ":free", by.free * sign);
	bind_int(bind_int(s, ":full", by.full * sign), ":waiting", by.waiting * sign);
	if (stmt_row(s))
		sessions = col_int(s, 0);
	rc = stmt_done(s, err);
	if (rc || sessions)
		return rc;
	s = bind_int(bind_int(stmt(st, sql_untally), ":program", program_id), ":begin", begin_s);
	return stmt_run(s, err);
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

/* In its session, and at its time. */
static enum rc count_seat(struct store *st, int64_t slot_id, int64_t taken, int64_t waiting, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_seats), ":slot", slot_id);
	struct seats was, is = { 0 };	/* then: by how much it changed */
	int64_t program_id = 0, begin_s = 0;
	enum rc rc;

	bind_int(bind_int(s, ":taken", taken), ":waiting", waiting);
	if (stmt_row(s) && col_int(s, 2)) {
		program_id = col_int(s, 0);
		begin_s = col_int(s, 1);
		is = seats_of(col_int(s, 3), col_int(s, 4), col_int(s, 5));
		was = seats_of(col_int(s, 3), col_int(s, 4) - taken, col_int(s, 5) - waiting);
		is = (struct seats){ 0, is.free - was.free, is.full - was.full, is.waiting - was.waiting };
	}
	rc = stmt_done(s, err);
	return rc || !program_id ? rc : tally(st, program_id, begin_s, is, 1, err);
}

static enum rc booking_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct booking *a = ch->old, *b = ch->row;
	int64_t taken = takes_seat(b) - takes_seat(a), waiting = waits(b) - waits(a);
	enum rc rc = RC_OK;

	if (!a)
		rc = stmt_run(bind_int(stmt(st, sql_times), ":booking", b->id), err);
	if (rc || (!taken && !waiting))
		return rc;
	return count_seat(st, a ? a->slot_id : b->slot_id, taken, waiting, err);
}

/* ---- what themes count ---- */

static const char *const whats[] = { "remark", "session", "rep", "marketer" };

struct heard {
	int what;
	int64_t key, n;
};

static struct stmt *at_place(struct stmt *s, const struct counted *at)
{
	return bind_int(bind_int(s, ":period", at->period_id), ":theme", at->theme_id);
}

static enum rc add_counts(struct store *st, const struct counted *at, const int64_t by[4],
			  struct err *err)
{
	struct stmt *s = at_place(stmt(st, sql_count), at);

	bind_int(bind_int(s, ":remark", by[0]), ":session", by[1]);
	return stmt_run(bind_int(bind_int(s, ":rep", by[2]), ":marketer", by[3]), err);
}

/* The coding comes (1) to its place, or leaves it (-1). */
static enum rc hear(struct store *st, int64_t coding_id, const struct counted *at, int by,
		    struct err *err)
{
	struct stmt *s = bind_int(at_place(stmt(st, sql_hear), at), ":id", coding_id);
	struct heard all[4];
	int64_t change[4] = { 0 };
	size_t n = 0, len;
	enum rc rc;

	bind_int(s, ":by", by);
	while (stmt_row(s) && n < 4) {
		const char *what = col_peek(s, 0, &len);

		all[n].what = 0;
		while (all[n].what < 3 && strcmp(what, whats[all[n].what]))
			all[n].what++;
		all[n].key = col_int(s, 1);
		all[n++].n = col_int(s, 2);
	}
	rc = stmt_done(s, err);
	for (size_t i = 0; !rc && i < n; i++) {
		if (by > 0 ? all[i].n != 1 : all[i].n)
			continue;
		change[all[i].what] += by;
		if (by > 0)
			continue;
		s = at_place(stmt(st, sql_unhear), at);
		rc = stmt_run(bind_int(bind_text(s, ":what", whats[all[i].what]), ":key", all[i].key), err);
	}
	return rc ? rc : add_counts(st, at, change, err);
}

static enum rc look(struct store *st, const char *sql, int64_t id, struct counted *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql), ":id", id);

	*out = (struct counted){ 0 };
	if (stmt_row(s))
		*out = (struct counted){ col_int(s, 0), col_int(s, 1), col_int(s, 3), col_int(s, 2) != 0 };
	return stmt_done(s, err);
}

/* From what the coding was counted as to what it is. */
static enum rc settle(struct store *st, int64_t id, const struct counted *was, struct err *err)
{
	struct counted is;
	struct stmt *s;
	bool moved;
	enum rc rc = look(st, sql_is, id, &is, err);

	moved = is.theme_id != was->theme_id || is.period_id != was->period_id || is.yes != was->yes;
	if (!rc && moved && is.yes)
		rc = hear(st, id, &is, 1, err);
	if (!rc && moved && was->yes)
		rc = hear(st, id, was, -1, err);
	if (rc || (!moved && is.said_s == was->said_s))
		return rc;
	s = bind_opt(bind_int(stmt(st, sql_settle), ":id", id), ":period", is.period_id);
	return stmt_run(bind_int(bind_int(s, ":counted", is.yes), ":said", is.said_s), err);
}

/* Each coding that the statement names. */
static enum rc settle_all(struct store *st, struct stmt *ids, struct err *err)
{
	struct arena_mark m = arena_mark(&st->scratch);
	int64_t *id = NULL;
	size_t n = 0, cap = 0;
	struct counted was;
	enum rc rc;

	while (stmt_row(ids)) {
		if (n == cap) {
			id = arena_grow(&st->scratch, id, cap * sizeof *id, (cap * 2 + 16) * sizeof *id);
			cap = cap * 2 + 16;
		}
		id[n++] = col_int(ids, 0);
	}
	rc = stmt_done(ids, err);
	for (size_t i = 0; !rc && i < n; i++) {
		rc = look(st, sql_was, id[i], &was, err);
		if (!rc)
			rc = settle(st, id[i], &was, err);
	}
	arena_release(&st->scratch, m);
	return rc;
}

static enum rc coding_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct coding *old = ch->old;
	enum rc rc = old ? look(st, sql_was, old->id, &ch->was, err) : RC_OK;

	if (rc || !old || ch->row || !ch->was.yes)
		return rc;
	return hear(st, old->id, &ch->was, -1, err);
}

static enum rc coding_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct coding *row = ch->row;

	return row ? settle(st, row->id, &ch->was, err) : RC_OK;
}

static enum rc observation_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct observation *a = ch->old, *b = ch->row;

	if (!a || !b || same_text(a->set_aside, b->set_aside))
		return RC_OK;
	return settle_all(st, bind_int(stmt(st, sql_of_observation), ":id", b->id), err);
}

static enum rc note_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct note *a = ch->old, *b = ch->row;

	if (!a || !b || (a->state == b->state && a->said_s == b->said_s))
		return RC_OK;
	return settle_all(st, bind_int(stmt(st, sql_of_note), ":id", b->id), err);
}

static enum rc settle_span(struct store *st, const struct period *p, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_of_span), ":program", p->program_id);

	return settle_all(st, bind_int(bind_int(s, ":from", p->begin_s), ":to", p->end_s), err);
}

static enum rc period_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct period *a = ch->old, *b = ch->row;
	enum rc rc = RC_OK;

	if (a && b && a->begin_s == b->begin_s && a->end_s == b->end_s)
		return RC_OK;
	if (a)
		rc = settle_span(st, a, err);
	return rc || !b ? rc : settle_span(st, b, err);
}

static enum rc theme_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct theme *old = ch->old;

	if (ch->row)
		return RC_OK;
	return stmt_run(bind_int(stmt(st, sql_uncount), ":theme", old->id), err);
}

const struct ent_hooks
	hooks_note = { note_before, note_after },
	hooks_observation = { observation_before, observation_after },
	hooks_lead = { lead_before, NULL },
	hooks_booking = { booking_before, booking_after },
	hooks_slot = { slot_before, slot_after },
	hooks_coding = { coding_before, coding_after },
	hooks_period = { NULL, period_after },
	hooks_theme = { NULL, theme_after };
