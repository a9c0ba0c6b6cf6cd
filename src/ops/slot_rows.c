/* How a session looks in a reply. */
#include "replife/slot_store.h"
#include "rows.h"

/* The keys that scripts know come first, in CONTRACT.md's order. */
#define SLOT_COLUMNS(STATE_SHOW, TEAM_SHOW)                                     \
	{ "id", "Session", V_REF, SHOW_ALL, 'S', false },                      \
	{ "when", "When", V_SPAN, SHOW_PEOPLE, 0, false },                     \
	{ "rep_name", "Rep", V_TEXT, SHOW_PEOPLE, 0, true },                   \
	{ "rep_team", "Team", V_TEXT, TEAM_SHOW | SHOW_SPARE, 0, true },       \
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },                         \
	{ "program", "Program", V_TEXT, SHOW_DATA, 0, false },                 \
	{ "rep", "Rep", V_TEXT, SHOW_DATA, 0, false },                         \
	{ "start", "Start", V_INSTANT, SHOW_DATA, 0, false },                  \
	{ "end", "End", V_INSTANT, SHOW_DATA, 0, false },                      \
	{ "zone", "Time zone", V_TEXT, SHOW_DATA, 0, false },                  \
	{ "seats", "Seats", V_INT, SHOW_DATA, 0, false },                      \
	{ "taken", "Taken", V_INT, SHOW_DATA, 0, false },                      \
	{ "waiting", "Waiting", V_INT, SHOW_DATA, 0, false },                  \
	{ "free", "Free", V_INT, SHOW_DATA, 0, false },                        \
	{ "free_of", "Free", V_TEXT, SHOW_PEOPLE, 0, false },                  \
	{ "state", "State", V_TEXT, SHOW_DATA, 0, false },                     \
	{ "state_said", "State", V_TEXT, STATE_SHOW | SHOW_SPARE, 0, false },  \
	{ "kind", "Kind", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },            \
	{ "place", "Place", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },          \
	{ "period", "Period", V_REF, SHOW_DATA, 'P', false },                  \
	{ "period_name", "Period", V_TEXT, SHOW_RECORD, 0, false },            \
	{ "message", "Message", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },    \
	{ "reason", "Why", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },         \
	{ "rule", "Weekly hours", V_REF, SHOW_DATA | SHOW_RECORD, 'R', false },  \
	{ "sequence", "Changes", V_INT, SHOW_DATA, 0, false },                 \
	{ NULL, NULL, V_NULL, 0, 0, false }

const struct column slot_columns[] = { SLOT_COLUMNS(SHOW_PEOPLE, SHOW_RECORD) };
/* What can be found is open: its state says nothing. */
const struct column find_columns[] = { SLOT_COLUMNS(SHOW_RECORD, SHOW_PEOPLE) };

static const char *say_free(struct call *c, const struct slot *s)
{
	if (s->taken >= s->seats && s->waiting)
		return arena_printf(c->arena, "full, %lld wait%s", (long long)s->waiting,
				    s->waiting == 1 ? "s" : "");
	if (s->taken >= s->seats)
		return "full";
	return arena_printf(c->arena, "%lld of %lld", (long long)(s->seats - s->taken),
			    (long long)s->seats);
}

/* "full" and "over" are not states: they are seen. */
static const char *say_state(struct call *c, const struct slot *s)
{
	if (s->state != SLOT_OPEN)
		return slot_state_words[s->state].plain;
	if (s->end_s <= c->now_s)
		return "over";
	return s->taken >= s->seats ? "full" : slot_state_words[s->state].plain;
}

void put_slot(struct call *c, const struct slot_view *v)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const struct slot *s = &v->slot;

	put_ref(r, row, "id", s->id);
	put_span(r, row, "when", s->begin_s, s->end_s);
	put_text(r, row, "rep_name", v->rep_name);
	put_text(r, row, "rep_team", v->team);
	put_uuid(r, row, "uuid", &s->uuid);
	put_text(r, row, "program", v->program);
	put_text(r, row, "rep", v->rep);
	put_instant(r, row, "start", s->begin_s);
	put_instant(r, row, "end", s->end_s);
	put_text(r, row, "zone", s->zone);
	put_int(r, row, "seats", s->seats);
	put_int(r, row, "taken", s->taken);
	put_int(r, row, "waiting", s->waiting);
	put_int(r, row, "free", s->seats - s->taken);
	put_text(r, row, "free_of", say_free(c, s));
	put_text(r, row, "state", slot_state_words[s->state].code);
	put_text(r, row, "state_said", say_state(c, s));
	put_text(r, row, "kind", s->kind);
	put_text(r, row, "place", s->place);
	put_ref(r, row, "period", v->period_id);
	put_text(r, row, "period_name", v->period);
	put_text(r, row, "message", s->message);
	put_text(r, row, "reason", s->reason);
	put_ref(r, row, "rule", s->rule_id);
	put_int(r, row, "sequence", s->sequence);
}

enum rc put_slot_now(struct call *c, int64_t id, struct slot_view *out, struct err *err)
{
	enum rc rc = slot_view_get(c->st, c->arena, id, out, err);

	if (!rc)
		put_slot(c, out);
	return rc;
}

const char *say_slot(struct call *c, const struct slot_view *v)
{
	return arena_printf(c->arena, "%s with %s%s%s",
			    say_when(c, v->slot.begin_s, v->slot.end_s), v->rep_name,
			    v->slot.place ? ", " : "", v->slot.place ? v->slot.place : "");
}
