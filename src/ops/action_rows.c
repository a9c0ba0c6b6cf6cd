/* How actions look in a reply. */
#include "rows.h"

#include "replife/action_store.h"

/* The keys that scripts know come first, in CONTRACT.md's order. */
const struct column action_columns[] = {
	{ "id", "Action", V_REF, SHOW_ALL, 'A', false },
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },
	{ "title", "What changes", V_TEXT, SHOW_ALL, 0, true },
	{ "area", "Area", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "owner", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "owner_name", "Owner", V_TEXT, SHOW_PEOPLE | SHOW_SPARE, 0, true },
	{ "due", "Due", V_DAY, SHOW_ALL, 0, false },
	{ "state", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "state_said", "State", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "themes", "Themes", V_LIST, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "outcome", "What came of it", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	{ "reason", "We won't, because", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	{ "done", "Done", V_INSTANT, SHOW_DATA | SHOW_RECORD, 0, false },
	{ "overdue", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

static enum rc put_themes(struct call *c, struct value *row, int64_t action_id, struct err *err)
{
	struct action_theme *links;
	const char **refs;
	size_t n;
	enum rc rc = action_themes(c->st, c->arena, action_id, &links, &n, err);

	if (rc)
		return rc;
	refs = arena_array(c->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		refs[i] = ref_of(c, 'T', links[i].theme_id);
	put_list(c->reply, row, "themes", refs, n);
	return RC_OK;
}

enum rc put_action(struct call *c, const struct action_view *v, struct err *err)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const struct action *a = &v->action;
	bool overdue = action_is_open(a->state) && a->due_day &&
		       a->due_day < day_of(c->zone, c->now_s);

	put_ref(r, row, "id", a->id);
	put_uuid(r, row, "uuid", &a->uuid);
	put_text(r, row, "title", a->title);
	put_text(r, row, "area", area_words[a->area].code);
	put_text(r, row, "owner", v->owner);
	put_text(r, row, "owner_name", v->owner_name);
	if (a->due_day)
		put_day(r, row, "due", a->due_day);
	put_text(r, row, "state", action_state_words[a->state].code);
	put_text(r, row, "state_said", arena_printf(c->arena, "%s%s",
		 action_state_words[a->state].plain, overdue ? ", overdue" : ""));
	put_text(r, row, "outcome", a->outcome);
	put_text(r, row, "reason", a->reason);
	if (a->done_s)
		put_instant(r, row, "done", a->done_s);
	put_bool(r, row, "overdue", overdue);
	return put_themes(c, row, a->id, err);
}
