/* status: what matters now, to whoever asks. */
#include "notes.h"
#include "replife/action_store.h"
#include "replife/close_store.h"
#include "replife/lookup_store.h"
#include "replife/person_store.h"
#include "rows.h"
#include "seats.h"

#define AHEAD 3			/* sessions that are shown */
#define MANY 100		/* counted no further */

static const struct column status_columns[] = {
	{ "item", "", V_TEXT, SHOW_DATA, 0, false },
	{ "id", "", V_TEXT, SHOW_DATA, 0, false },
	{ "at", "", V_INSTANT, SHOW_DATA, 0, false },
	{ "text", "Now", V_TEXT, SHOW_ALL, 0, true },
	{ "todo", "What to do", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void put(struct call *c, const char *item, const char *id, int64_t at_s, const char *text,
		const char *todo)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "item", item);
	put_text(r, row, "id", id);
	if (at_s)
		put_instant(r, row, "at", at_s);
	put_text(r, row, "text", text);
	put_text(r, row, "todo", todo);
}

/* ---- the period ---- */

static enum rc put_time(struct call *c, struct period *p, struct err *err)
{
	const char *day = "";
	bool ahead;
	enum rc rc = period_ahead(c->st, c->arena, c->program.id, c->now_s, p, err);

	ahead = p->begin_s > c->now_s;
	if (!rc && p->id)
		rc = say_program_day(c, ahead ? p->begin_s : p->end_s - 1, &day, err);
	if (rc)
		return rc;
	if (!p->id)
		put(c, "period", NULL, 0, "No period runs: nothing can be booked",
		    is_lifecycle(c) ? say_open_period(c) : "ask somebody of lifecycle to open one");
	else
		put(c, "period", p->name, ahead ? p->begin_s : p->end_s,
		    arena_printf(c->arena, "%s %s %s", p->name, ahead ? "begins" : "runs until", day),
		    NULL);
	return RC_OK;
}

/* One that is over and not closed: its report is awaited. */
static enum rc put_to_close(struct call *c, struct err *err)
{
	struct period p = { .begin_s = c->now_s };
	const char *day;
	enum rc rc = RC_OK;

	for (int i = 0; !rc && i < AHEAD; i++) {
		rc = period_before(c->st, c->arena, c->program.id, p.begin_s, &p, err);
		if (rc || !p.id)
			break;
		if (p.closed_s || p.end_s > c->now_s)
			continue;
		rc = say_program_day(c, p.due_s - 1, &day, err);
		if (rc)
			break;
		put(c, "close", p.name, p.due_s,
		    arena_printf(c->arena, "%s is over, write-ups %s due until %s", p.name,
				 p.due_s > c->now_s ? "are" : "were", day),
		    arena_printf(c->arena, "replife period check %s", say_word(c, p.name)));
	}
	return rc;
}

/* ---- a marketer's ---- */

static void put_free(struct call *c)
{
	int64_t id = 0, begin_s = 0;
	const char *said = say_next_free(c, 0, c->me.id, c->now_s, &id, &begin_s);

	if (!said && is_lifecycle(c))
		put(c, "free", NULL, 0, "No seat is free in what is ahead",
		    "replife roster invite REP; reps: replife hours add, then hours publish");
	else if (said && c->roles & ROLE_BIT(ROLE_MARKETER))
		put(c, "free", ref_of(c, 'S', id), begin_s,
		    arena_printf(c->arena, "The next free seat: %s", said),
		    arena_printf(c->arena, "replife book %s; all: replife find", ref_of(c, 'S', id)));
}

static enum rc put_ahead(struct call *c, struct err *err)
{
	struct booking_query q = { .list = BOOKINGS_AHEAD, .program_id = c->program.id,
				   .person_id = c->me.id, .now_s = c->now_s, .limit = MANY };
	struct stmt *s = bookings_query(c->st, &q);
	struct booking_view v;
	int shown = 0;

	while (bookings_next(s, c->arena, &v)) {
		const char *ref = ref_of(c, 'B', v.booking.id);

		if (v.booking.state == BOOKING_OFFERED)
			put(c, "offer", ref, v.booking.offer_until_s,
			    arena_printf(c->arena, "A seat is offered to you until %s: %s",
					 say_when(c, v.booking.offer_until_s, 0), say_booking(c, &v)),
			    arena_printf(c->arena, "replife offer accept %s, or offer decline", ref));
		else if (shown++ < AHEAD)
			put(c, "next", ref, v.booking.begin_s,
			    arena_printf(c->arena, "You %s, %s", v.booking.state == BOOKING_WAITING
					 ? "wait for a seat" : "sit in", say_booking(c, &v)), NULL);
	}
	if (shown > AHEAD)
		put(c, "next", NULL, 0, arena_printf(c->arena, "And %d more", shown - AHEAD),
		    "replife mine");
	if (!shown)
		put_free(c);
	return stmt_done(s, err);
}

static enum rc put_called_off(struct call *c, struct err *err)
{
	struct booking_query q = { .list = BOOKINGS_CALLED_OFF, .program_id = c->program.id,
				   .person_id = c->me.id, .now_s = c->now_s, .limit = AHEAD };
	struct stmt *s = bookings_query(c->st, &q);
	struct booking_view v;

	while (bookings_next(s, c->arena, &v))
		put(c, "called_off", ref_of(c, 'B', v.booking.id), v.booking.begin_s,
		    arena_printf(c->arena, "Called off, %s (%s)", say_booking(c, &v), v.booking.reason),
		    "replife find");
	return stmt_done(s, err);
}

static enum rc put_write_ups(struct call *c, struct err *err)
{
	struct booking_query q = { .list = BOOKINGS_TODO, .program_id = c->program.id,
				   .person_id = c->me.id, .now_s = c->now_s, .limit = MANY };
	struct stmt *s = bookings_query(c->st, &q);
	struct booking_view v, first = { 0 };
	size_t n = 0;

	while (bookings_next(s, c->arena, &v))
		if (!n++)
			first = v;
	if (n)
		put(c, "write_up", ref_of(c, 'B', first.booking.id), first.due_s,
		    arena_printf(c->arena, "%zu session%s wait%s for your write-up; the first: %s", n,
				 PLURAL(n), n == 1 ? "s" : "", say_booking(c, &first)),
		    arena_printf(c->arena, "replife note add %s", ref_of(c, 'B', first.booking.id)));
	return stmt_done(s, err);
}

/* ---- a rep's ---- */

/* Who is not on the roster has no visitors to wait for. */
static enum rc put_place(struct call *c, bool *hosts, struct err *err)
{
	struct membership m;
	enum rc rc = membership_of(c->st, c->arena, c->me.id, c->program.id, &m, err);

	*hosts = !rc && m.id && (m.state == MEMBER_ACTIVE || m.state == MEMBER_PAUSED);
	if (rc || !m.id)
		return rc;
	if (m.state == MEMBER_INVITED)
		put(c, "invited", c->program.name, 0, "You are asked to let Marketing sit in with you",
		    "replife roster accept, or roster decline");
	else if (m.state == MEMBER_PAUSED)
		put(c, "paused", c->program.name, 0, "You take no new visitors for now",
		    "replife roster resume");
	return RC_OK;
}

static enum rc put_visitors(struct call *c, struct err *err)
{
	struct booking_query q = { .list = BOOKINGS_VISITS, .program_id = c->program.id,
				   .person_id = c->me.id, .now_s = c->now_s, .limit = MANY };
	struct stmt *s = bookings_query(c->st, &q);
	struct booking_view v;
	size_t n = 0;
	enum rc rc;

	while (bookings_next(s, c->arena, &v)) {
		if (v.booking.state == BOOKING_WAITING || n++ >= AHEAD)
			continue;
		put(c, "visitor", ref_of(c, 'B', v.booking.id), v.booking.begin_s,
		    arena_printf(c->arena, "%s comes %s", v.marketer_name,
				 say_when(c, v.booking.begin_s, v.booking.end_s)), NULL);
	}
	rc = stmt_done(s, err);
	if (!rc && !n)
		put(c, "visitor", NULL, 0, "Nobody comes to you yet",
		    "replife hours list; more hours: replife hours add 'every tue 10-12 30min'");
	return rc;
}

/* Quotes of a rep's words are shown once the rep has cleared them. */
static enum rc put_quotes(struct call *c, struct err *err)
{
	struct note_query q = { .program_id = c->program.id, .to_clear_by = c->me.id,
				.from_s = INT64_MIN, .to_s = INT64_MAX, .limit = MANY };
	struct stmt *s = notes_query(c->st, &q);
	struct note_view v;
	size_t n = 0;

	while (notes_next(s, c->arena, &v))
		n++;
	if (n)
		put(c, "quote", NULL, 0,
		    arena_printf(c->arena, "%zu write-up%s quote%s you: may your words be shown?", n,
				 PLURAL(n), n == 1 ? "s" : ""),
		    "replife note list --to-clear, then replife quote clear REMARK");
	return stmt_done(s, err);
}

/* ---- lifecycle's ---- */

/* `more`: of long ago there may be others. */
static void put_count(struct call *c, const char *item, int64_t n, bool more, const char *one,
		      const char *many, const char *todo)
{
	if (n)
		put(c, item, NULL, 0, arena_printf(c->arena, "%s%lld %s", more ? "At least " : "",
						   (long long)n, n == 1 ? one : many), todo);
}

static enum rc put_overdue(struct call *c, struct err *err)
{
	struct action_query q = { .program_id = c->program.id, .limit = MANY };
	struct stmt *s = actions_query(c->st, &q);
	int64_t today = day_of(c->zone, c->now_s);
	struct action_view v;
	size_t n = 0;

	while (actions_next(s, c->arena, &v) && v.action.due_day && v.action.due_day < today)
		if (n++ < AHEAD)
			put(c, "action", ref_of(c, 'A', v.action.id), 0,
			    arena_printf(c->arena, "%s is late since %s: %s", ref_of(c, 'A', v.action.id),
					 say_day(c, v.action.due_day), v.action.title),
			    arena_printf(c->arena, "replife action done %s --outcome TEXT, or action edit",
					 ref_of(c, 'A', v.action.id)));
	return stmt_done(s, err);
}

static enum rc put_open_ends(struct call *c, const struct period *p, struct err *err)
{
	struct close_counts n = { 0 };
	bool more = false;
	enum rc rc = RC_OK;

	if (p->id && p->begin_s <= c->now_s)
		rc = close_glance(c->st, c->program.id, p, c->now_s, &n, &more, err);
	if (rc)
		return rc;
	put_count(c, "no_outcome", n.no_outcome, more, "booking whose outcome nobody has said",
		  "bookings whose outcome nobody has said",
		  arena_printf(c->arena, "replife session held %s, or no-show, …",
			       ref_of(c, 'B', n.no_outcome_first)));
	put_count(c, "missing", n.missing, more, "write-up is missing", "write-ups are missing",
		  "replife report participation --audience team");
	put_count(c, "uncoded", n.uncoded, more, "remark is in no theme", "remarks are in no theme",
		  "replife theme code, then replife note list --uncoded");
	put_count(c, "suggested", n.suggested, more, "suggested theme waits for a yes or no",
		  "suggested themes wait for a yes or no",
		  "replife note list --period this");
	return put_overdue(c, err);
}

/* ---- the op ---- */

static void put_first_steps(struct call *c)
{
	bool as = may_act_for_others(c);

	put(c, "start", NULL, 0, "Nobody is here yet but you", "look around first: "
	    "replife --db demo.db init --demo");
	put(c, "start", NULL, 0, "1. Add the people", "replife person add ana --name 'Ana Ruiz' "
	    "--role rep, or replife import csv people FILE");
	put(c, "start", NULL, 0, "2. Open a period", say_open_period(c));
	put(c, "start", NULL, 0, "3. Ask a rep to host", as
	    ? "replife roster invite ana, then replife --as ana roster accept"
	    : "replife roster invite ana; from her account: replife roster accept");
	put(c, "start", NULL, 0, "4. Reps publish hours", as
	    ? "replife --as ana hours add 'every tue 10-12 30min', then replife --as ana hours publish"
	    : "from theirs: replife hours add 'every tue 10-12 30min', then replife hours publish");
	put(c, "start", NULL, 0, "5. Marketers book", "replife find, then replife book SESSION");
}

static enum rc run_status(struct call *c, struct err *err)
{
	struct period p = { 0 };
	bool only_me = false, hosts = false;
	enum rc rc = person_is_alone(c->st, &only_me, err);

	c->reply->heading = c->program.name;
	if (!rc && only_me)
		put_first_steps(c);
	if (rc || only_me)
		return rc;
	rc = put_time(c, &p, err);
	if (!rc)
		rc = put_called_off(c, err);
	if (!rc)
		rc = put_ahead(c, err);
	if (!rc)
		rc = put_write_ups(c, err);
	if (!rc && c->roles & ROLE_BIT(ROLE_REP) && !c->owner)
		rc = put_place(c, &hosts, err);
	if (!rc && hosts)
		rc = put_visitors(c, err);
	if (!rc && hosts)
		rc = put_quotes(c, err);
	if (!rc && is_lifecycle(c))
		rc = put_to_close(c, err);
	if (!rc && is_lifecycle(c))
		rc = put_open_ends(c, &p, err);
	return rc;
}

const struct op op_status = {
	.name = "status", .summary = "What is ahead, and what waits for you",
	.details = "The command that runs where none is given.",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = status_columns, .example = "status",
	.run = run_status,
};
