/* How weekly hours and days that differ look in a reply. */
#include "rows.h"
#include "seats.h"

const struct column hours_columns[] = {
	{ "id", "Hours", V_TEXT, SHOW_ALL, 0, false },
	{ "rep_name", "Rep", V_TEXT, SHOW_PEOPLE | SHOW_SPARE, 0, true },
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },
	{ "rep", "Rep", V_TEXT, SHOW_DATA, 0, false },
	{ "type", "What", V_TEXT, SHOW_DATA, 0, false },
	{ "type_said", "What", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "sentence", "When", V_TEXT, SHOW_DATA, 0, false },
	{ "day", "Day", V_DAY, SHOW_DATA, 0, false },
	{ "said", "When", V_TEXT, SHOW_PEOPLE, 0, true },
	{ "zone", "Time zone", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "kind", "Kind", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "place", "Place", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "message", "Message", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	{ "state", "State", V_TEXT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

void put_hours(struct call *c, const struct rule *rule, const char *rep, const char *rep_name)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "id", ref_of(c, ent_rule.letter, rule->id));
	put_text(r, row, "rep_name", rep_name);
	put_uuid(r, row, "uuid", &rule->uuid);
	put_text(r, row, "rep", rep);
	put_text(r, row, "type", "rule");
	put_text(r, row, "type_said", "weekly");
	put_text(r, row, "sentence", rule->sentence);
	put_text(r, row, "said", rule->sentence);
	put_text(r, row, "zone", rule->zone);
	put_text(r, row, "kind", rule->kind);
	put_text(r, row, "place", rule->place);
	put_text(r, row, "message", rule->message);
	put_text(r, row, "state", rule_state_words[rule->state].code);
}

void put_dayoff(struct call *c, const struct dayoff *d)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "id", ref_of(c, ent_dayoff.letter, d->id));
	if (d->rep_id) {
		put_text(r, row, "rep_name", say_name(c, d->rep_id));
		put_text(r, row, "rep", say_login(c, d->rep_id));
	}
	put_uuid(r, row, "uuid", &d->uuid);
	put_text(r, row, "type", dayoff_kind_words[d->kind].code);
	put_text(r, row, "type_said", dayoff_kind_words[d->kind].plain);
	put_text(r, row, "sentence", d->sentence);
	put_day(r, row, "day", d->day);
	put_text(r, row, "said", d->sentence ? d->sentence :
		 d->name ? arena_printf(c->arena, "%s, %s", say_day(c, d->day), d->name) :
		 say_day(c, d->day));
	put_text(r, row, "zone", d->zone);
}
