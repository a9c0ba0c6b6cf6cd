/* hours preview, publish: what the weekly hours would change, and changing it. */
#include "replife/lookup_store.h"
#include <string.h>

#include "hours_plan.h"
#include "replife/typed.h"
#include "rows.h"
#include "seats.h"

#define WEEKS_4_S (28 * 86400)
#define AHEAD_S (2 * 366 * 86400)	/* nobody plans a day that is further off */
#define END { .name = NULL }
#define UNTIL_PARAM \
	{ .name = "until", .type = P_INSTANT, .flags = UNTIL, \
	  .help = "how far ahead; else to the period's end" }
#define REP_PARAM { .name = "rep", .type = P_PERSON, .help = "whose hours; yours if left out" }

const struct column plan_columns[] = {
	{ "action", "What", V_TEXT, SHOW_ALL, 0, false },
	{ "id", "Session", V_REF, SHOW_ALL, 'S', false },
	{ "when", "When", V_SPAN, SHOW_PEOPLE, 0, false },
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },
	{ "rep", "Rep", V_TEXT, SHOW_DATA, 0, false },
	{ "start", "Start", V_INSTANT, SHOW_DATA, 0, false },
	{ "end", "End", V_INSTANT, SHOW_DATA, 0, false },
	{ "zone", "Time zone", V_TEXT, SHOW_DATA, 0, false },
	{ "seats", "Seats", V_INT, SHOW_ALL, 0, false },
	{ "taken", "Taken", V_INT, SHOW_ALL, 0, false },
	{ "state", "State", V_TEXT, SHOW_DATA, 0, false },
	{ "rule", "Hours", V_REF, SHOW_ALL | SHOW_SPARE, 'R', false },
	{ "kind", "Kind", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "place", "Place", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "why", "Note", V_TEXT, SHOW_ALL, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

void put_plan_item(struct call *c, const struct plan_item *it)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const struct slot *s = &it->slot;

	put_text(r, row, "action", plan_action_words[it->action].plain);
	put_ref(r, row, "id", s->id);
	put_span(r, row, "when", s->begin_s, s->end_s);
	if (s->id)
		put_uuid(r, row, "uuid", &s->uuid);
	put_text(r, row, "rep", say_login(c, s->rep_id));
	put_instant(r, row, "start", s->begin_s);
	put_instant(r, row, "end", s->end_s);
	put_text(r, row, "zone", s->zone);
	put_int(r, row, "seats", s->seats);
	put_int(r, row, "taken", s->taken);
	put_text(r, row, "state", slot_state_words[s->state].code);
	put_ref(r, row, "rule", s->rule_id);
	put_text(r, row, "kind", s->kind);
	put_text(r, row, "place", s->place);
	put_text(r, row, "why", it->why);
}

/* --until, else the end of the period that runs or comes next, else four weeks. */
static enum rc plan_until(struct call *c, struct plan *p, struct err *err)
{
	struct period period;
	enum rc rc;

	p->until_s = arg_int(c, "until", 0);
	if (p->until_s > c->now_s + AHEAD_S) {
		err_set(err, RC_USAGE, "--until is more than two years ahead: %s", say_when(c, p->until_s, 0));
		return err_todo(err, "Name an earlier day");
	}
	if (p->until_s > c->now_s)
		return RC_OK;
	if (arg_has(c, "until")) {
		err_set(err, RC_USAGE, "--until is over: %s", say_when(c, p->until_s, 0));
		return err_todo(err, "Give a day ahead");
	}
	rc = period_ahead(c->st, c->arena, c->program.id, c->now_s, &period, err);
	p->until_s = !rc && period.id ? period.end_s : c->now_s + WEEKS_4_S;
	if (p->until_s > c->now_s + AHEAD_S)
		p->until_s = c->now_s + AHEAD_S;
	return rc;
}

static size_t count(const struct plan *p, enum plan_action what)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += p->items[i].action == what;
	return n;
}

/* ---- preview ---- */

static const struct param preview_params[] = { UNTIL_PARAM, REP_PARAM, END };

static enum rc say_deciders(struct call *c, struct plan *p, struct err *err)
{
	const char *who;
	size_t n;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < p->n; i++) {
		struct plan_item *it = &p->items[i];

		if (it->action != PLAN_DECIDE)
			continue;
		rc = say_seated(c, it->slot.id, &who, &n, err);
		if (!rc && who)
			it->why = arena_printf(c->arena, "booked: %s", who);
	}
	return rc;
}

static enum rc run_preview(struct call *c, struct err *err)
{
	struct plan p = { 0 };
	enum rc rc = wanted_rep(c, &p.rep_id, err);

	if (!rc)
		rc = plan_until(c, &p, err);
	if (!rc)
		rc = plan_make(c, &p, NULL, 0, err);
	if (!rc)
		rc = say_deciders(c, &p, err);
	for (size_t i = 0; !rc && i < p.n; i++)
		put_plan_item(c, &p.items[i]);
	c->reply->empty = p.n_rules
		? "The hours give no session until then"
		: HOURS_NONE;
	if (!rc && p.n)
		reply_message(c->reply, "Until %s: %zu to add, %zu to keep, %zu to remove, %zu to "
			      "decide. Go on with: replife hours publish",
			      say_day(c, day_of(c->zone, p.until_s - 1)), count(&p, PLAN_ADD),
			      count(&p, PLAN_KEEP), count(&p, PLAN_REMOVE), count(&p, PLAN_DECIDE));
	return rc;
}

const struct op op_hours_preview = {
	.name = "hours preview", .summary = "See what publishing the weekly hours would change",
	.effect = EFFECT_READ, .who = WHO_REP | WHO_LIFECYCLE, .flags = OP_LONG,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "what is offered there" }),
	.params = preview_params,
	.result = plan_columns, .example = "hours preview --rep priya", .run = run_preview,
};

/* ---- publish ---- */

static const struct param publish_params[] = {
	UNTIL_PARAM, REP_PARAM,
	{ .name = "keep", .type = P_REF, .flags = REPEATED, .letter = 'S',
	  .help = "a booked session that stays as it is" },
	{ .name = "cancel", .type = P_REF, .flags = REPEATED, .letter = 'S',
	  .help = "a booked session to call off" },
	{ .name = "move", .type = P_LINE, .flags = REPEATED, .meta = "SLOT=TIME",
	  .help = "a booked session and its new time" },
	END
};

static enum rc parse_move(struct call *c, const char *text, struct choice *out, struct err *err)
{
	const char *eq = strchr(text, '=');
	bool is_day = false;
	enum rc rc;

	out->decision = DECIDE_MOVE;
	out->slot_id = eq ? ref_parse('S', arena_dup(c->arena, text, (size_t)(eq - text))) : 0;
	if (!out->slot_id) {
		err_set(err, RC_USAGE, "--move cannot be '%s'", text);
		return err_todo(err, "Say it as --move 'S-214=tue 11:00'");
	}
	rc = typed_instant(eq + 1, c->zone, c->now_s, &out->to_s, &is_day, err);
	if (rc)
		return rc;
	if (is_day) {
		err_set(err, RC_USAGE, "--move %s names a day and no time", text);
		return err_todo(err, "Say it as --move '%s 10:00'", text);
	}
	if (out->to_s > c->now_s)
		return RC_OK;
	err_conflict(err, REASON_PAST, "%s is over", say_when(c, out->to_s, 0));
	return err_todo(err, "Give a time ahead");
}

static enum rc parse_choices(struct call *c, struct choice **out, size_t *n, struct err *err)
{
	struct choice *v = arena_array(c->arena, struct choice, c->n_bound + 1);
	const struct bound *b;
	enum rc rc = RC_OK;

	*n = 0;
	for (size_t i = 0; (b = arg_nth(c, "keep", i)); i++)
		v[(*n)++] = (struct choice){ .slot_id = b->i, .decision = DECIDE_KEEP };
	for (size_t i = 0; (b = arg_nth(c, "cancel", i)); i++)
		v[(*n)++] = (struct choice){ .slot_id = b->i, .decision = DECIDE_CANCEL };
	for (size_t i = 0; !rc && (b = arg_nth(c, "move", i)); i++)
		rc = parse_move(c, b->text, &v[(*n)++], err);
	for (size_t i = 0; !rc && i < *n; i++)
		for (size_t k = 0; k < i; k++)
			if (v[i].slot_id == v[k].slot_id) {
				err_set(err, RC_USAGE, "two decisions on %s",
					ref_of(c, 'S', v[i].slot_id));
				return err_todo(err, "Give one: --keep, --cancel or --move");
			}
	*out = v;
	return rc;
}

/* Every booked session that falls away needs a word. */
static enum rc check_decided(struct call *c, const struct plan *p, struct err *err)
{
	const char *open = NULL, *who, *first = NULL;
	size_t n;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < p->n; i++) {
		const struct plan_item *it = &p->items[i];

		if (it->action != PLAN_DECIDE || it->decision != DECIDE_OPEN)
			continue;
		rc = say_seated(c, it->slot.id, &who, &n, err);
		if (!first)
			first = ref_of(c, 'S', it->slot.id);
		open = arena_printf(c->arena, "%s%s%s, %s, booked by %s", open ? open : "",
				    open ? "; " : "", ref_of(c, 'S', it->slot.id),
				    say_when(c, it->slot.begin_s, it->slot.end_s),
				    who ? who : "somebody");
	}
	if (rc || !open)
		return rc;
	err_set(err, RC_CONFIRM, "no longer in the weekly hours, but booked: %s", open);
	return err_todo(err, "Decide on each: --keep %s, --cancel %s, or --move '%s=TIME'", first,
			first, first);
}

/* Out of the rules' hands: the next publishing leaves it alone. */
static void let_go(struct slot *s)
{
	s->rule_id = 0;
	s->occurrence = NULL;
}

static enum rc apply_decision(struct call *c, struct plan_item *it, struct err *err)
{
	size_t n;

	switch (it->decision) {
	case DECIDE_OPEN:
		return RC_OK;
	case DECIDE_KEEP:
		let_go(&it->slot);
		it->action = PLAN_KEEP;
		return ent_update(c->st, &ent_slot, &it->slot, err);
	case DECIDE_CANCEL:
		it->action = PLAN_REMOVE;
		return slot_call_off(c, &it->slot, PLAN_CHANGED, &n, err);
	case DECIDE_MOVE:
		let_go(&it->slot);
		it->action = PLAN_KEEP;
		it->why = arena_printf(c->arena, "moved from %s",
				       say_when(c, it->slot.begin_s, it->slot.end_s));
		return slot_move_to(c, &it->slot, it->to, err);
	}
	return RC_OK;
}

/* First what goes, then what moves, then what is new: so that nothing stands
 * in the way of what comes. */
static enum rc apply(struct call *c, struct plan *p, struct err *err)
{
	enum rc rc = RC_OK;
	size_t n;

	for (size_t i = 0; !rc && i < p->n; i++) {
		struct plan_item *it = &p->items[i];

		if (it->action == PLAN_REMOVE)
			rc = slot_call_off(c, &it->slot, PLAN_CHANGED, &n, err);
		else if (it->action == PLAN_KEEP)	/* taken over from another rule */
			rc = ent_update(c->st, &ent_slot, &it->slot, err);
		else if (it->decision == DECIDE_CANCEL)
			rc = apply_decision(c, it, err);
	}
	for (size_t i = 0; !rc && i < p->n; i++)
		if (p->items[i].action == PLAN_DECIDE)
			rc = apply_decision(c, &p->items[i], err);
	for (size_t i = 0; !rc && i < p->n; i++)
		if (p->items[i].action == PLAN_ADD)
			rc = ent_insert(c->st, &ent_slot, &p->items[i].slot, err);
	return rc;
}

static void say_published(struct call *c, const struct plan *p, const bool *changed)
{
	size_t kept = 0, added = count(p, PLAN_ADD), removed = count(p, PLAN_REMOVE);

	for (size_t i = 0; i < p->n; i++) {
		if (changed[i])
			put_plan_item(c, &p->items[i]);
		kept += p->items[i].action == PLAN_KEEP;
	}
	c->reply->empty = p->n_rules
		? "Nothing to change: the sessions are as the hours say"
		: HOURS_NONE;
	if (c->reply->n_rows)
		reply_message(c->reply, "Published until %s: %zu added, %zu removed, %zu kept",
			      say_day(c, day_of(c->zone, p->until_s - 1)), added, removed, kept);
}

static enum rc warn_periods(struct call *c, const struct plan *p, struct err *err)
{
	struct period period;
	size_t n = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < p->n; i++) {
		if (p->items[i].action != PLAN_ADD)
			continue;
		rc = period_at(c, c->program.id, p->items[i].slot.begin_s, &period, err);
		n += !rc && !period.id;
	}
	if (!rc && n)
		reply_warn(c->reply, "%zu of them lie in no period: nobody can book those until "
			   "lifecycle opens one (%s)", n, say_open_period(c));
	return rc;
}

static enum rc run_publish(struct call *c, struct err *err)
{
	struct plan p = { 0 };
	struct choice *choices = NULL;
	size_t n_choices = 0;
	bool *changed;
	enum rc rc = wanted_rep(c, &p.rep_id, err);

	if (!rc)
		rc = check_rep(c, p.rep_id, c->now_s, err);
	if (!rc)
		rc = plan_until(c, &p, err);
	if (!rc)
		rc = parse_choices(c, &choices, &n_choices, err);
	if (!rc)
		rc = plan_make(c, &p, choices, n_choices, err);
	if (!rc)
		rc = check_decided(c, &p, err);
	if (rc)
		return rc;
	for (size_t i = 0; choices && i < n_choices; i++)
		if (!choices[i].used)
			reply_warn(c->reply, "%s needs no decision",
				   ref_of(c, 'S', choices[i].slot_id));
	changed = arena_array(c->arena, bool, p.n + 1);
	for (size_t i = 0; i < p.n; i++)
		changed[i] = p.items[i].action != PLAN_KEEP;
	rc = apply(c, &p, err);
	if (!rc)
		rc = warn_periods(c, &p, err);
	if (!rc)
		say_published(c, &p, changed);
	return rc;
}

const struct op op_hours_publish = {
	.name = "hours publish", .summary = "Turn the weekly hours into sessions to book",
	.details = "Adds what is missing and takes back what nobody booked and the hours no longer "
		   "say. A booked session that falls away needs a word: --keep, --cancel or --move. "
		   "Past sessions never change; publishing twice adds nothing.",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE, .flags = OP_LONG,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "what is offered there" }),
	.params = publish_params,
	.result = plan_columns, .example = "hours publish --rep priya", .run = run_publish,
};
