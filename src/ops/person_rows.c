/* People, the roster, programs: their columns. */
#include <string.h>

#include "rows.h"

const struct column person_columns[] = {
	{ "id", "Id", V_INT, SHOW_DATA, 0, false },
	{ "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "login", "Login", V_TEXT, SHOW_ALL, 0, false },
	{ "name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "email", "Mail", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	{ "team", "Team", V_TEXT, SHOW_ALL, 0, true },
	{ "segment", "Segment", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "zone", "Time zone", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "status", "Status", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, false },
	{ "roles", "Roles", V_LIST, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void put_words(struct call *c, struct value *row, const char *key, const char *words)
{
	const char **list;
	size_t n = 0, max = 1;
	char *save = NULL, *copy = arena_strdup(c->arena, words ? words : "");

	for (const char *p = copy; *p; p++)
		max += *p == ' ';
	list = arena_array(c->arena, const char *, max);
	for (char *w = strtok_r(copy, " ", &save); w; w = strtok_r(NULL, " ", &save))
		list[n++] = w;
	put_list(c->reply, row, key, list, n);
}

void put_person(struct call *c, const struct person *p, const char *roles)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_int(r, row, "id", p->id);
	put_uuid(r, row, "uuid", &p->uuid);
	put_text(r, row, "login", p->login);
	put_text(r, row, "name", p->name);
	put_text(r, row, "email", p->email);
	put_text(r, row, "team", p->team);
	put_text(r, row, "segment", p->segment);
	put_text(r, row, "zone", p->zone);
	put_text(r, row, "status", person_status_words[p->status].code);
	put_words(c, row, "roles", roles);
}

const struct column member_columns[] = {
	{ "rep", "Rep", V_TEXT, SHOW_ALL, 0, false },
	{ "rep_name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "team", "Team", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "state", "State", V_TEXT, SHOW_ALL, 0, false },
	{ "recruited_by", "Recruited by", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "weekly_cap", "A week", V_INT, SHOW_ALL, 0, false },
	{ "paused_until", "Until", V_DAY, SHOW_ALL, 0, false },
	{ "upcoming", "Coming up", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "held", "Hosted lately", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "segment", "Segment", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

void put_member(struct call *c, const struct membership *m, const struct member_said *said)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "rep", said->login);
	put_text(r, row, "rep_name", said->name);
	put_text(r, row, "team", said->team);
	put_text(r, row, "state", member_state_words[m->state].code);
	put_text(r, row, "recruited_by", said->recruiter);
	if (m->weekly_cap)
		put_int(r, row, "weekly_cap", m->weekly_cap);
	if (m->paused_until_day)
		put_day(r, row, "paused_until", m->paused_until_day);
	put_int(r, row, "upcoming", said->upcoming);
	put_int(r, row, "held", said->held);
	put_uuid(r, row, "uuid", &m->uuid);
	put_text(r, row, "segment", said->segment);
}

const struct column program_columns[] = {
	{ "id", "Id", V_INT, SHOW_DATA, 0, false },
	{ "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "name", "Program", V_TEXT, SHOW_ALL, 0, true },
	{ "kind", "Kind", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "zone", "Time zone", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "length_min", "Minutes", V_INT, SHOW_ALL, 0, false },
	{ "seats", "Seats", V_INT, SHOW_ALL, 0, false },
	{ "notice_min", "Notice", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "cancel_min", "Cancel", V_INT, SHOW_DATA | SHOW_RECORD, 0, false },
	{ "active_limit", "At once", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "goal", "Goal", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "offer_min", "Offer kept", V_INT, SHOW_DATA | SHOW_RECORD, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

void put_program(struct call *c, const struct program *p)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_int(r, row, "id", p->id);
	put_uuid(r, row, "uuid", &p->uuid);
	put_text(r, row, "name", p->name);
	put_text(r, row, "kind", program_kind_words[p->kind].code);
	put_text(r, row, "zone", p->zone);
	put_int(r, row, "length_min", p->length_min);
	put_int(r, row, "seats", p->seats);
	put_int(r, row, "notice_min", p->notice_min);
	put_int(r, row, "cancel_min", p->cancel_min);
	put_int(r, row, "active_limit", p->active_limit);
	put_int(r, row, "goal", p->goal);
	put_int(r, row, "offer_min", p->offer_min);
}
