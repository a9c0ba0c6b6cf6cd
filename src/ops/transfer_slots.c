/* Sessions and seats as files. */
#include <stdio.h>
#include <string.h>

#include "replife/person_store.h"
#include "replife/transfer_store.h"
#include "seats.h"
#include "transfer.h"

#define TEXT_COL(k) { k, k, V_TEXT, SHOW_ALL, 0, false }
#define END_COL { NULL, NULL, V_NULL, 0, 0, false }

/* What one import remembers of reps and periods, so that a million rows ask
 * once. */
struct seen {
	int64_t rep_id;
	bool active;
	struct span open;	/* of the period that was met last, and not closed */
};

static enum rc begin(struct import *im, struct err *err)
{
	(void)err;
	im->state = arena_new(im->c->arena, struct seen);
	return RC_OK;
}

static void forget(struct import *im)
{
	*(struct seen *)im->state = (struct seen){ 0 };
}

/* A file may bring the sessions of reps who have paused or left since; who
 * was never asked cannot host. */
static enum rc check_host(struct import *im, const struct person *rep, struct err *err)
{
	struct seen *seen = im->state;
	struct membership m;
	enum rc rc;

	if (seen->rep_id == rep->id && seen->active)
		return RC_OK;
	rc = membership_of(im->c->st, im->row, rep->id, im->c->program.id, &m, err);
	if (rc)
		return rc;
	if (!m.id || m.state == MEMBER_INVITED || m.state == MEMBER_DECLINED) {
		import_bad(im, "rep", err, "%s is not on the roster", rep->login);
		return err_todo(err, "Import the roster first, or `replife roster invite %s`", rep->login);
	}
	seen->rep_id = rep->id;
	seen->active = true;
	return RC_OK;
}

static enum rc check_closed(struct import *im, const char *col, int64_t at_s, struct err *err)
{
	struct seen *seen = im->state;
	struct period p;
	enum rc rc;

	if (at_s >= seen->open.begin_s && at_s < seen->open.end_s)
		return RC_OK;
	rc = period_at(im->c, im->c->program.id, at_s, &p, err);
	if (rc)
		return rc;
	if (p.id && p.closed_s) {
		import_bad(im, col, err, "the period %s is closed", p.name);
		return err_todo(err, "Open it again first: replife period reopen %s --reason WHY",
				say_word(im->c, p.name));
	}
	if (p.id)
		seen->open = (struct span){ p.begin_s, p.end_s };
	return RC_OK;
}

/* ---- slots ---- */

enum { S_REF, S_REP, S_START, S_END, S_ZONE, S_SEATS, S_KIND, S_PLACE, S_MESSAGE };

static bool text_differs(const char *said, const char *have)
{
	return said && (!have || strcmp(said, have));
}

static enum rc known_slot(struct import *im, int64_t id, const struct slot *s,
			  const char *const *cell, bool by_ref, bool *known, struct err *err)
{
	struct slot have;
	enum rc rc = ent_get(im->c->st, &ent_slot, id, im->row, &have, err);

	if (rc)
		return rc;
	/* Without a ref of its own the content decides; our own export names
	 * such a row S-12. */
	*known = (by_ref || !s->ref || !have.ref) && have.rep_id == s->rep_id && have.begin_s == s->begin_s && have.end_s == s->end_s &&
		 (!cell[S_SEATS] || have.seats == s->seats) && !text_differs(s->kind, have.kind) &&
		 !text_differs(s->place, have.place) && !text_differs(s->message, have.message);
	if (*known || !by_ref)
		return RC_OK;
	import_bad(im, "ref", err, "'%s' is there already as S-%lld, and differs", cell[S_REF],
		   (long long)id);
	return err_todo(err, "Give it another ref, or change S-%lld with `replife slot edit`",
			(long long)id);
}

static enum rc slot_cells(struct import *im, const char *const *cell, struct slot *s, struct err *err)
{
	struct person *rep;
	const struct zone *z = NULL;
	struct wall w;
	enum rc rc = cell_person(im, "rep", cell[S_REP], &rep, err);

	if (!rc)
		rc = cell_zone(im, "zone", cell[S_ZONE], &z, err);
	if (!rc && !z && rep->zone)
		rc = cell_zone(im, "rep", rep->zone, &z, err);
	if (!rc && !z)
		rc = cell_zone(im, "zone", im->c->program.zone, &z, err);
	if (!rc)
		rc = cell_instant(im, "start", cell[S_START], z, &s->begin_s, err);
	if (!rc)
		rc = cell_instant(im, "end", cell[S_END], z, &s->end_s, err);
	if (!rc)
		rc = cell_int(im, "seats", 1, 1000, cell[S_SEATS], &s->seats, err);
	if (!rc)
		rc = cell_text(im, "kind", false, cell[S_KIND], &s->kind, err);
	if (!rc)
		rc = cell_text(im, "place", false, cell[S_PLACE], &s->place, err);
	if (!rc)
		rc = cell_text(im, "message", true, cell[S_MESSAGE], &s->message, err);
	if (!rc)
		rc = cell_text(im, "ref", false, cell[S_REF], &s->ref, err);
	if (rc)
		return rc;
	if (s->end_s <= s->begin_s)
		return import_bad(im, "end", err, "it is not after the start");
	if (s->end_s - s->begin_s > SLOT_MAX_S)
		return import_bad(im, "end", err, "a session lasts at most 24 hours");
	s->rep_id = rep->id;
	s->zone = zone_name(z);
	zone_to_wall(z, s->begin_s, &w);
	s->wall = arena_printf(im->row, "%04d-%02d-%02dT%02d:%02d", w.year, w.month, w.day, w.hour, w.min);
	return check_host(im, rep, err);
}

static enum rc slot_row(struct import *im, const char *const *cell, struct err *err)
{
	struct call *c = im->c;
	struct slot s = { .program_id = c->program.id, .seats = c->program.seats, .state = SLOT_OPEN };
	int64_t id = 0;
	bool known = false, by_ref;
	enum rc rc = slot_cells(im, cell, &s, err);

	if (!rc && s.ref)
		rc = slot_by_ref(c->st, s.ref, &id, err);
	by_ref = id != 0;
	if (!rc && !id)
		rc = slot_begins(c->st, s.rep_id, s.begin_s, &id, err);
	if (!rc && id)
		rc = known_slot(im, id, &s, cell, by_ref, &known, err);
	if (rc)
		return rc;
	if (known) {
		im->known++;
		return RC_OK;
	}
	rc = check_closed(im, "start", s.begin_s, err);
	if (rc)
		return rc;
	im->added++;
	return ent_insert(c->st, &ent_slot, &s, err) ? import_refuse(im, "start", err) : RC_OK;
}

static enum rc slots_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_slot_rows(c->st, c->program.id);
	struct reply *r = c->reply;

	while (stmt_row(s)) {
		struct value *row = reply_row(r);
		const char *ref = col_text(s, 0, c->arena);

		put_text(r, row, "ref", ref ? ref : ref_of(c, 'S', col_int(s, 9)));
		put_text(r, row, "rep", col_text(s, 1, c->arena));
		put_instant(r, row, "start", col_int(s, 2));
		put_instant(r, row, "end", col_int(s, 3));
		put_text(r, row, "zone", col_text(s, 4, c->arena));
		put_int(r, row, "seats", col_int(s, 5));
		put_text(r, row, "kind", col_text(s, 6, c->arena));
		put_text(r, row, "place", col_text(s, 7, c->arena));
		put_text(r, row, "message", col_text(s, 8, c->arena));
	}
	return stmt_done(s, err);
}

static const struct column slots_columns[] = {
	TEXT_COL("ref"), TEXT_COL("rep"), { "start", "start", V_INSTANT, SHOW_ALL, 0, false },
	{ "end", "end", V_INSTANT, SHOW_ALL, 0, false }, TEXT_COL("zone"),
	{ "seats", "seats", V_INT, SHOW_ALL, 0, false }, TEXT_COL("kind"), TEXT_COL("place"),
	TEXT_COL("message"), END_COL };

const struct transfer transfer_slots = {
	.what = "slots", .n_cols = 9, .begin = begin, .forget = forget, .row = slot_row, .export = slots_export,
	.cols = { { "ref", false }, { "rep", true }, { "start", true }, { "end", true },
		  { "zone", false }, { "seats", false }, { "kind", false }, { "place", false },
		  { "message", false } },
	.columns = slots_columns,
};

/* ---- bookings ---- */

enum { B_REF, B_SLOT_REF, B_REP, B_START, B_MARKETER, B_STATE };

enum rc slot_named(struct import *im, const char *col, const char *ref, int64_t *id, struct err *err)
{
	enum rc rc = slot_by_ref(im->c->st, ref, id, err);

	if (!rc && !*id && (*ref == 'S' || *ref == 's'))
		*id = ref_parse('S', ref);
	if (!rc && *id)
		rc = import_sees(im, col, ON_SESSION, id, err);
	if (rc || *id)
		return rc;
	import_bad(im, col, err, "there is no session '%.100s'", ref);
	return err_todo(err, "Import the sessions first, with the same ref");
}

static enum rc booked_slot(struct import *im, const char *const *cell, struct slot *s, struct err *err)
{
	struct person *rep;
	int64_t id = 0, begin_s = 0;
	enum rc rc;

	if (cell[B_SLOT_REF]) {
		rc = slot_named(im, "slot_ref", cell[B_SLOT_REF], &id, err);
	} else if (!cell[B_REP] || !cell[B_START]) {
		import_bad(im, "slot_ref", err, "it is empty");
		return err_todo(err, "Name the session by slot_ref, or by rep and start");
	} else {
		const struct zone *z = NULL;

		rc = cell_person(im, "rep", cell[B_REP], &rep, err);
		if (!rc && rep->zone)
			rc = cell_zone(im, "rep", rep->zone, &z, err);
		if (!rc)
			rc = cell_instant(im, "start", cell[B_START], z, &begin_s, err);
		if (!rc)
			rc = slot_begins(im->c->st, rep->id, begin_s, &id, err);
		if (!rc && id)
			rc = import_sees(im, "start", ON_SESSION, &id, err);
		if (!rc && !id)
			return import_bad(im, "start", err, "%s has no session then", rep->login);
	}
	return rc ? rc : ent_get(im->c->st, &ent_slot, id, im->row, s, err);
}

/* The rules of a seat that the tables cannot see: who, when, how many. */
static enum rc seat_rules(struct import *im, const struct booking *b, const struct slot *s,
			  struct err *err)
{
	struct call *c = im->c;
	unsigned roles;
	bool full = false;
	enum rc rc = roles_of(c->st, b->marketer_id, c->program.id, &roles, err);

	if (!rc && !(roles & ROLE_BIT(ROLE_MARKETER))) {
		import_bad(im, "marketer", err, "this person is no marketer");
		return err_todo(err, "Give them the role: replife person grant LOGIN marketer");
	}
	if (!rc)
		rc = check_closed(im, "slot_ref", s->begin_s, err);
	if (!rc && s->begin_s > c->now_s && booking_is_live(b->state))
		rc = at_limit(c, b->marketer_id, &full, err);
	if (!rc && full)
		return import_bad(im, "marketer", err, "this person is at the limit of %lld coming sessions",
				  (long long)c->program.active_limit);
	if (!rc && s->begin_s > c->now_s && !booking_is_live(b->state))
		return import_bad(im, "state", err, "the session has not begun");
	return rc;
}

static enum rc booking_row(struct import *im, const char *const *cell, struct err *err)
{
	struct call *c = im->c;
	struct booking b = { .queued_s = c->now_s }, have;
	struct slot s = { 0 };
	struct person *marketer;
	int state = BOOKING_CONFIRMED;
	int64_t id = 0;
	enum rc rc = booked_slot(im, cell, &s, err);

	if (!rc)
		rc = cell_person(im, "marketer", cell[B_MARKETER], &marketer, err);
	if (!rc)
		rc = cell_word(im, "state", booking_state_words, cell[B_STATE], &state, err);
	if (!rc)
		rc = cell_text(im, "ref", false, cell[B_REF], &b.ref, err);
	if (rc)
		return rc;
	b.slot_id = s.id;
	b.marketer_id = marketer->id;
	b.state = (enum booking_state)state;
	if (b.ref)
		rc = booking_by_ref(c->st, b.ref, &id, err);
	if (!rc && !id)
		rc = booking_of(c->st, s.id, marketer->id, &id, err);
	if (!rc && id)
		rc = ent_get(c->st, &ent_booking, id, im->row, &have, err);
	if (rc)
		return rc;
	if (id) {
		if (have.slot_id == b.slot_id && have.marketer_id == b.marketer_id &&
		    (!cell[B_STATE] || have.state == b.state)) {
			im->known++;
			return RC_OK;
		}
		return import_bad(im, b.ref ? "ref" : "marketer", err,
				  "B-%lld is there already, and differs", (long long)id);
	}
	rc = seat_rules(im, &b, &s, err);
	if (rc)
		return rc;
	im->added++;
	return ent_insert(c->st, &ent_booking, &b, err) ? import_refuse(im, "slot_ref", err) : RC_OK;
}

static enum rc bookings_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_booking_rows(c->st, c->program.id);
	struct reply *r = c->reply;

	while (stmt_row(s)) {
		struct value *row = reply_row(r);
		const char *ref = col_text(s, 0, c->arena), *slot = col_text(s, 1, c->arena);

		put_text(r, row, "ref", ref ? ref : ref_of(c, 'B', col_int(s, 6)));
		put_text(r, row, "slot_ref", slot ? slot : ref_of(c, 'S', col_int(s, 7)));
		put_text(r, row, "rep", col_text(s, 2, c->arena));
		put_instant(r, row, "start", col_int(s, 3));
		put_text(r, row, "marketer", col_text(s, 4, c->arena));
		put_text(r, row, "state", col_text(s, 5, c->arena));
	}
	return stmt_done(s, err);
}

static const struct column bookings_columns[] = {
	TEXT_COL("ref"), TEXT_COL("slot_ref"), TEXT_COL("rep"),
	{ "start", "start", V_INSTANT, SHOW_ALL, 0, false }, TEXT_COL("marketer"), TEXT_COL("state"),
	END_COL };

const struct transfer transfer_bookings = {
	.what = "bookings", .n_cols = 6, .begin = begin, .forget = forget, .row = booking_row, .export = bookings_export,
	.cols = { { "ref", false }, { "slot_ref", false }, { "rep", false }, { "start", false },
		  { "marketer", true }, { "state", false } },
	.columns = bookings_columns,
};
