/* hours list, add, remove: what a rep offers week by week. It becomes
 * sessions with hours publish. */
#include <string.h>

#include "hours_plan.h"
#include "replife/recur.h"
#include "rows.h"
#include "seats.h"

#define END { .name = NULL }
#define REP_PARAM { .name = "rep", .type = P_PERSON, .help = "whose hours; yours if left out" }

/* ---- list ---- */

static const struct param list_params[] = {
	{ .name = "rep", .type = P_PERSON,
	  .help = "whose hours; yours if you host, else everybody's" },
	END
};

/* The days that differ, behind the rules; only with one rep's, on the last page. */
static enum rc list_days(struct call *c, int64_t rep_id, struct err *err)
{
	int64_t today = day_of(c->zone, c->now_s);
	struct stmt *s = hours_days(c->st, c->program.id, rep_id, today, today + 366);
	struct dayoff d;

	while (hours_next_day(s, c->arena, &d))
		if (d.rep_id)
			put_dayoff(c, &d);
	return stmt_done(s, err);
}

static enum rc run_list(struct call *c, struct err *err)
{
	int64_t rep_id = arg_int(c, "rep", 0), after, last = 0;
	bool full = false;
	struct rule_view v;
	struct stmt *s;
	enum rc rc = page_after(c, ent_rule.letter, &after, err);

	if (rc)
		return rc;
	if (!rep_id && has_role(c, ROLE_REP) && !is_lifecycle(c))
		rep_id = c->me.id;
	s = hours_rules(c->st, c->program.id, rep_id, after, page_rows(c));
	while (hours_next(s, c->arena, &v) && !(full = page_full(c, ent_rule.letter, last))) {
		put_hours(c, &v.rule, v.rep, v.rep_name);
		last = v.rule.id;
	}
	rc = stmt_done(s, err);
	if (!rc && rep_id && !full)
		rc = list_days(c, rep_id, err);
	c->reply->empty = HOURS_NONE;
	return rc;
}

const struct op op_hours_list = {
	.name = "hours list", .summary = "List weekly hours, days off and extra hours",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = hours_columns, .example = "hours list --rep priya", .run = run_list,
};

/* ---- add ---- */

static const struct param add_params[] = {
	{ .name = "sentence", .type = P_LINE, .flags = REQUIRED | REST, .meta = "HOURS",
	  .help = "as 'every tue 10-12 30min 2 seats'" },
	{ .name = "kind", .type = P_NAME,
	  .help = "discovery, demo, renewal, follow-up block, …" },
	{ .name = "place", .type = P_LINE, .help = "a room, or the link to the call" },
	{ .name = "message", .type = P_LINE,
	  .help = "what visitors should know, as 'come 2 min early'" },
	REP_PARAM,
	END
};

enum rc hosting_rep(struct call *c, int64_t *rep_id, const struct zone **z, struct err *err)
{
	enum rc rc = wanted_rep(c, rep_id, err);

	if (!rc)
		rc = check_rep(c, *rep_id, c->now_s, err);
	return rc ? rc : zone_of(c, *rep_id, z, err);
}

enum rc check_length(struct call *c, const struct recur *r, struct err *err)
{
	int64_t len_min = r->len_min ? r->len_min : c->program.length_min;

	if (len_min <= r->end_min - r->begin_min)
		return RC_OK;
	err_set(err, RC_USAGE, "no session of %s fits into those hours", say_minutes(c, len_min));
	return err_todo(err, "Make them longer, or say a length: 30min");
}

/* The same sentence twice would want every session twice. */
static enum rc check_once(struct call *c, const struct rule *rule, struct err *err)
{
	struct stmt *s = hours_rules(c->st, rule->program_id, rule->rep_id, 0, 0);
	struct rule_view v;
	int64_t same = 0;
	enum rc rc;

	while (hours_next(s, c->arena, &v))
		if (!strcmp(v.rule.sentence, rule->sentence))
			same = v.rule.id;
	rc = stmt_done(s, err);
	if (rc || !same)
		return rc;
	err_conflict(err, REASON_DUPLICATE, "those hours are there already: %s",
		     ref_of(c, ent_rule.letter, same));
	return err_todo(err, "See them: replife hours list");
}

static enum rc run_add(struct call *c, struct err *err)
{
	struct rule rule = {
		.program_id = c->program.id, .kind = arg_text(c, "kind"),
		.place = arg_text(c, "place"), .message = arg_text(c, "message"),
		.state = RULE_ACTIVE,
	};
	const struct zone *z = NULL;
	struct recur r;
	enum rc rc = hosting_rep(c, &rule.rep_id, &z, err);

	if (!rc) {
		rc = recur_parse(arg_text(c, "sentence"), z, c->now_s, &r, err);
		if (rc)
			err->param = "sentence";
	}
	if (!rc)
		rc = check_length(c, &r, err);
	if (rc)
		return rc;
	rule.sentence = recur_text(c->arena, &r);
	rule.zone = zone_name(z);
	rc = check_once(c, &rule, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_rule, &rule, err);
	if (rc)
		return rc;
	c->reply->record = true;
	put_hours(c, &rule, say_login(c, rule.rep_id), say_name(c, rule.rep_id));
	reply_message(c->reply, "Added %s: %s (%s). " HOURS_NEXT ", then: replife hours publish",
		      ref_of(c, ent_rule.letter, rule.id), rule.sentence, rule.zone);
	return RC_OK;
}

const struct op op_hours_add = {
	.name = "hours add", .summary = "Say weekly hours in one sentence",
	.details = "In the rep's time zone: 'every tue 10-12 30min 2 seats', 'weekdays 9-10 until "
		   "24 dec'. Nothing can be booked until: replife hours publish.",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "what is offered there" }),
	.params = add_params,
	.result = hours_columns, .run = run_add,
	.example = "hours add 'every tue 10-12 30min 2 seats' --rep priya",
};

/* ---- remove ---- */

static const struct param remove_params[] = {
	{ .name = "rule", .type = P_NAME, .flags = REQUIRED | POSITIONAL,
	  .help = "the hours, as R-3; or a day off, as H-5" },
	END
};

static enum rc remove_day(struct call *c, int64_t id, struct err *err)
{
	struct dayoff d;
	enum rc rc = ent_get(c->st, &ent_dayoff, id, c->arena, &d, err);

	if (!rc && !d.rep_id) {
		err_set(err, RC_USAGE, "%s is a holiday", ref_of(c, ent_dayoff.letter, id));
		return err_todo(err, "Take it away with: replife holiday remove DATE");
	}
	if (!rc)
		rc = ent_delete(c->st, &ent_dayoff, id, err);
	if (rc)
		return rc;
	c->reply->record = true;
	put_dayoff(c, &d);
	reply_message(c->reply, "Took back %s, %s. " HOURS_NEXT, ref_of(c, ent_dayoff.letter, id),
		      say_day(c, d.day));
	return RC_OK;
}

static enum rc run_remove(struct call *c, struct err *err)
{
	const char *text = arg_text(c, "rule");
	int64_t id = ref_parse(ent_rule.letter, text);
	struct rule rule;
	enum rc rc;

	if (!id && ref_parse(ent_dayoff.letter, text))
		return remove_day(c, ref_parse(ent_dayoff.letter, text), err);
	if (!id) {
		err_set(err, RC_USAGE, "'%s' is not an entry of the hours", text);
		return err_todo(err, "Give it as R-3: replife hours list");
	}
	rc = ent_get(c->st, &ent_rule, id, c->arena, &rule, err);
	if (rc)
		return rc;
	if (rule.state == RULE_REMOVED) {
		err_conflict(err, REASON_STATE, "%s is removed already",
			     ref_of(c, ent_rule.letter, id));
		return err_todo(err, HOURS_NEXT);
	}
	rule.state = RULE_REMOVED;
	rc = ent_update(c->st, &ent_rule, &rule, err);
	if (rc)
		return rc;
	c->reply->record = true;
	put_hours(c, &rule, say_login(c, rule.rep_id), say_name(c, rule.rep_id));
	reply_message(c->reply, "Removed %s: %s. Its sessions stand until you publish. " HOURS_NEXT,
		      ref_of(c, ent_rule.letter, id), rule.sentence);
	return RC_OK;
}

const struct op op_hours_remove = {
	.name = "hours remove", .summary = "Take weekly hours, a day off or extra hours back",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "rule", .on = ON_HOURS, .by = REL_REP },
	     { .param = "rule", .on = ON_DAY, .by = REL_REP }),
	.params = remove_params,
	.result = hours_columns, .example = "hours remove R-1", .run = run_remove,
};
