/* Periods: their columns. */
#include "rows.h"

const struct column period_columns[] = {
	{ "id", "Period", V_REF, SHOW_ALL, 'P', false },
	{ "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "program", "Program", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, false },
	{ "name", "Name", V_TEXT, SHOW_ALL, 0, false },
	{ "start", "", V_INSTANT, SHOW_DATA, 0, false },
	{ "end", "", V_INSTANT, SHOW_DATA, 0, false },
	{ "from_day", "From", V_DAY, SHOW_PEOPLE, 0, false },
	{ "to_day", "To", V_DAY, SHOW_PEOPLE, 0, false },
	{ "due", "", V_INSTANT, SHOW_DATA, 0, false },
	{ "due_day", "Write-ups until", V_DAY, SHOW_PEOPLE | SHOW_SPARE, 0, false },
	{ "state", "", V_TEXT, SHOW_DATA, 0, false },
	{ "state_said", "State", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "revision", "Report", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

enum rc put_period(struct call *c, const struct period *p, struct err *err)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const struct zone *z;
	enum period_state state = period_state_at(p->begin_s, p->end_s, p->closed_s, p->reopened,
						  c->now_s);
	enum rc rc = zone_load(c->program.zone, &z, err);

	if (rc)
		return rc;
	put_ref(r, row, "id", p->id);
	put_uuid(r, row, "uuid", &p->uuid);
	put_text(r, row, "program", c->program.name);
	put_text(r, row, "name", p->name);
	put_instant(r, row, "start", p->begin_s);
	put_instant(r, row, "end", p->end_s);
	put_day(r, row, "from_day", day_of(z, p->begin_s));
	put_day(r, row, "to_day", day_of(z, p->end_s - 1));
	put_instant(r, row, "due", p->due_s);
	put_day(r, row, "due_day", day_of(z, p->due_s - 1));
	put_text(r, row, "state", period_state_words[state].code);
	put_text(r, row, "state_said", period_state_words[state].plain);
	put_int(r, row, "revision", p->revision);
	return RC_OK;
}
