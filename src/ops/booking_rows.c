/* How a booking looks in a reply. */
#include "replife/booking_store.h"
#include "rows.h"

#define IN_MINE 1	/* a marketer's list: whom do I sit with? */
#define IN_VISITS 2	/* a rep's list: who comes? */

/* The keys that scripts know come first, in CONTRACT.md's order. */
#define BOOKING_COLUMNS(LISTS, DUE_SHOW)                                        \
	{ "id", "Booking", V_REF, SHOW_ALL, 'B', false },                      \
	{ "when", "When", V_SPAN, SHOW_PEOPLE, 0, false },                     \
	{ "rep_name", "Rep", V_TEXT,                                           \
	  (LISTS) & IN_MINE ? SHOW_PEOPLE : SHOW_RECORD, 0, true },            \
	{ "marketer_name", "Visitor", V_TEXT,                                  \
	  (LISTS) & IN_VISITS ? SHOW_PEOPLE : SHOW_RECORD, 0, true },          \
	{ "marketer_team", "Team", V_TEXT,                                     \
	  (LISTS) & IN_VISITS ? SHOW_PEOPLE | SHOW_SPARE : 0, 0, true },       \
	{ "marketer_zone", "Their time zone", V_TEXT, 0, 0, false },           \
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },                         \
	{ "slot", "Session", V_REF, SHOW_ALL | SHOW_SPARE, 'S', false },       \
	{ "rep", "Rep", V_TEXT, SHOW_DATA, 0, false },                         \
	{ "marketer", "Visitor", V_TEXT, SHOW_DATA, 0, false },                \
	{ "start", "Start", V_INSTANT, SHOW_DATA, 0, false },                  \
	{ "end", "End", V_INSTANT, SHOW_DATA, 0, false },                      \
	{ "zone", "Time zone", V_TEXT, SHOW_DATA, 0, false },                  \
	{ "state", "State", V_TEXT, SHOW_DATA, 0, false },                     \
	{ "state_said", "State", V_TEXT, SHOW_PEOPLE, 0, true },               \
	{ "queue", "Place in the queue", V_INT, SHOW_DATA, 0, false },         \
	{ "place", "Place", V_TEXT,                                            \
	  (LISTS) & IN_MINE ? SHOW_ALL | SHOW_SPARE : SHOW_DATA | SHOW_RECORD, 0, true }, \
	{ "message", "Message", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },    \
	{ "hope", "Hopes to hear", V_TEXT,                                     \
	  (LISTS) & IN_VISITS ? SHOW_ALL | SHOW_SPARE : SHOW_DATA | SHOW_RECORD, 0, true }, \
	{ "reason", "Why", V_TEXT,                                             \
	  (LISTS) & IN_MINE ? SHOW_ALL | SHOW_SPARE : SHOW_DATA | SHOW_RECORD, 0, true }, \
	{ "kind", "Kind", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },          \
	{ "offer_until", "Offered until", V_INSTANT, SHOW_DATA, 0, false },    \
	{ "note", "Write-up", V_REF, DUE_SHOW, 'N', false },                   \
	{ "due", "Write-up due", V_INSTANT, DUE_SHOW | SHOW_SPARE, 0, false }, \
	{ "days_left", "Days left", V_INT, DUE_SHOW | SHOW_SPARE, 0, false },  \
	{ "excused", "Excused", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },    \
	{ NULL, NULL, V_NULL, 0, 0, false }

const struct column booking_columns[] = { BOOKING_COLUMNS(IN_MINE | IN_VISITS, SHOW_DATA) };
const struct column mine_columns[] = { BOOKING_COLUMNS(IN_MINE, SHOW_ALL) };
const struct column visitor_columns[] = { BOOKING_COLUMNS(IN_VISITS, SHOW_DATA) };

static const char *nth(struct call *c, int64_t n)
{
	static const char *const ends[] = { "th", "st", "nd", "rd" };
	int64_t i = n % 100 / 10 == 1 || n % 10 > 3 ? 0 : n % 10;

	return arena_printf(c->arena, "%lld%s", (long long)n, ends[i]);
}

static const char *say_state(struct call *c, const struct booking_view *v)
{
	const struct booking *b = &v->booking;
	const char *plain = booking_state_words[b->state].plain;

	if (b->state == BOOKING_WAITING)
		return arena_printf(c->arena, "%s in the queue", nth(c, v->queue));
	if (b->state == BOOKING_OFFERED && b->offer_until_s < c->now_s)
		return "offer is over";
	if (b->state == BOOKING_OFFERED)
		return arena_printf(c->arena, "%s until %s", plain,
				    say_when(c, b->offer_until_s, 0));
	return plain;
}

/* Whole days, rounded down: -1 is "since yesterday". */
static int64_t days_left(int64_t due_s, int64_t now_s)
{
	int64_t s = due_s - now_s;

	return s >= 0 ? s / 86400 : -((-s + 86399) / 86400);
}

static bool owes_note(const struct call *c, const struct booking_view *v)
{
	enum booking_state s = v->booking.state;

	return v->due_s && !v->note_id && !v->booking.excused &&
	       v->booking.end_s <= c->now_s && (s == BOOKING_CONFIRMED || booking_was_held(s));
}

static void put_dues(struct call *c, struct value *row, const struct booking_view *v)
{
	struct reply *r = c->reply;

	put_ref(r, row, "note", v->note_id);
	if (owes_note(c, v)) {
		put_instant(r, row, "due", v->due_s);
		put_int(r, row, "days_left", days_left(v->due_s, c->now_s));
	}
}

void put_booking(struct call *c, const struct booking_view *v)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const struct booking *b = &v->booking;

	put_ref(r, row, "id", b->id);
	put_span(r, row, "when", b->begin_s, b->end_s);
	put_text(r, row, "rep_name", v->rep_name);
	put_text(r, row, "marketer_name", v->marketer_name);
	put_text(r, row, "marketer_team", v->team);
	put_text(r, row, "marketer_zone", v->marketer_zone ? v->marketer_zone : c->program.zone);
	put_uuid(r, row, "uuid", &b->uuid);
	put_ref(r, row, "slot", b->slot_id);
	put_text(r, row, "rep", v->rep);
	put_text(r, row, "marketer", v->marketer);
	put_instant(r, row, "start", b->begin_s);
	put_instant(r, row, "end", b->end_s);
	put_text(r, row, "zone", v->zone);
	put_text(r, row, "state", booking_state_words[b->state].code);
	put_text(r, row, "state_said", say_state(c, v));
	if (v->queue)
		put_int(r, row, "queue", v->queue);
	put_text(r, row, "place", v->place);
	put_text(r, row, "message", v->message);
	put_text(r, row, "hope", b->hope);
	put_text(r, row, "reason", b->reason);
	put_text(r, row, "excused", b->excused);
	put_text(r, row, "kind", v->kind);
	if (b->state == BOOKING_OFFERED)
		put_instant(r, row, "offer_until", b->offer_until_s);
	put_dues(c, row, v);
}

enum rc put_booking_now(struct call *c, int64_t id, struct booking_view *out, struct err *err)
{
	enum rc rc = booking_view_get(c->st, c->arena, id, out, err);

	if (!rc)
		put_booking(c, out);
	return rc;
}

const char *say_booking(struct call *c, const struct booking_view *v)
{
	return arena_printf(c->arena, "%s: %s with %s%s%s", ref_of(c, 'B', v->booking.id),
			    say_when(c, v->booking.begin_s, v->booking.end_s), v->rep_name,
			    v->place ? ", " : "", v->place ? v->place : "");
}
