/* Periods: their columns. */
#include "replife/lookup_store.h"
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

enum rc say_program_day(struct call *c, int64_t at_s, const char **out, struct err *err)
{
	const struct zone *z;
	enum rc rc = zone_load(c->program.zone, &z, err);

	if (!rc)
		*out = say_day(c, day_of(z, at_s));
	return rc;
}

/* The day six months on; the last of shorter months. */
static int64_t half_year_on(int64_t day)
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	m += 6;
	y += m > 12;
	m -= m > 12 ? 12 : 0;
	while (!date_is_valid(y, m, d))
		d--;
	return day_of_date(y, m, d);
}

const char *say_open_period(struct call *c)
{
	struct period last = { 0 }, same = { .id = 1 };
	struct err ignored = { 0 };
	const struct zone *z;
	int64_t today, from, to;
	int y, m, d, y2, m2, d2;
	const char *name;

	if (zone_load(c->program.zone, &z, &ignored) ||
	    period_before(c->st, c->arena, c->program.id, INT64_MAX, &last, &ignored))
		return "replife period open NAME --from DAY --to DAY";
	today = day_of(z, c->now_s);
	date_of_day(today, &y, &m, &d);
	from = day_of_date(y, m <= 6 ? 1 : 7, 1);	/* the half-year that we are in */
	if (last.id && day_of(z, last.end_s) > from)	/* or what follows the last one */
		from = day_of(z, last.end_s);
	to = half_year_on(from) - 1;
	date_of_day(from, &y, &m, &d);
	date_of_day(to, &y2, &m2, &d2);
	name = arena_printf(c->arena, "%d-H%d", y, m <= 6 ? 1 : 2);
	if (period_named(c->st, c->arena, c->program.id, name, &same, &ignored) || same.id)
		name = "NAME";
	return arena_printf(c->arena, "replife period open %s --from %d-%02d-%02d --to %d-%02d-%02d",
			    name, y, m, d, y2, m2, d2);
}
