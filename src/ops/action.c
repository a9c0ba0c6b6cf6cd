/* action add, list, show, edit, agree, start, done, verify, decline: what
 * Marketing will change because of what was heard. */
#include "notes.h"
#include "replife/action_store.h"
#include "rows.h"
#include "seats.h"

static enum rc put_action_now(struct call *c, int64_t id, const char *done, struct err *err)
{
	struct action_view v;
	enum rc rc = action_view_get(c->st, c->arena, id, &v, err);

	c->reply->record = true;
	if (rc)
		return rc;
	if (done)
		reply_message(c->reply, "%s %s: %s%s%s", done, ref_of(c, 'A', id), v.action.title,
			      v.owner_name ? ", " : "", v.owner_name ? v.owner_name : "");
	return put_action(c, &v, err);
}

/* ---- themes ---- */

/* Make the action's themes those of --theme. */
static enum rc link_themes(struct call *c, int64_t action_id, struct err *err)
{
	struct action_theme *had;
	const struct bound *b;
	struct theme t;
	size_t n;
	enum rc rc = action_themes(c->st, c->arena, action_id, &had, &n, err);

	for (size_t i = 0; !rc && (b = arg_nth(c, "theme", i)); i++) {
		struct action_theme link = { .action_id = action_id, .theme_id = b->i };
		bool there = false;

		for (size_t k = 0; k < i; k++)	/* said twice */
			there |= arg_nth(c, "theme", k)->i == b->i;
		for (size_t k = 0; k < n; k++)
			if (had[k].theme_id == b->i) {
				there = true;
				had[k].action_id = 0;	/* stays */
			}
		if (there)
			continue;
		rc = ent_get(c->st, &ent_theme, b->i, c->arena, &t, err);
		if (!rc)
			rc = check_theme_takes(c, &t, err);
		if (!rc)
			rc = ent_insert(c->st, &ent_action_theme, &link, err);
	}
	for (size_t k = 0; !rc && k < n; k++)
		if (had[k].action_id)
			rc = ent_delete(c->st, &ent_action_theme, had[k].id, err);
	return rc;
}

/* What was said of it in the options that add and edit share. */
static enum rc fill(struct call *c, struct action *a, struct err *err)
{
	const struct bound *theme = arg_get(c, "theme");
	struct person owner;
	struct theme t;
	enum rc rc = RC_OK;

	if (!a->id && theme && !arg_has(c, "area")) {
		rc = ent_get(c->st, &ent_theme, theme->i, c->arena, &t, err);
		a->area = t.area;
	}
	if (arg_has(c, "area"))
		a->area = (enum area)arg_int(c, "area", 0);
	a->due_day = arg_int(c, "due", a->due_day);
	if (rc || !arg_has(c, "owner"))
		return rc;
	a->owner_id = arg_int(c, "owner", 0);
	rc = ent_get(c->st, &ent_person, a->owner_id, c->arena, &owner, err);
	if (rc || owner.status == PERSON_ACTIVE)
		return rc;
	err_conflict(err, REASON_NOT_ACTIVE, "%s has left", owner.name);
	return err_todo(err, "Choose somebody who is here: replife person list");
}

/* ---- add ---- */

#define ACTION_PARAM                                                          \
	{ .name = "action", .type = P_REF, .flags = REQUIRED | POSITIONAL,   \
	  .letter = 'A', .help = "the action, as A-7" }
#define FACTS                                                                 \
	{ .name = "area", .type = P_WORD, .words = area_words, .meta = "AREA", \
	  .help = "information, alerts, campaigns or other; else the theme's" }, \
	{ .name = "owner", .type = P_PERSON, .help = "who sees to it" },      \
	{ .name = "due", .type = P_DAY, .help = "by which day", .meta = "DAY" }, \
	{ .name = "theme", .type = P_THEME, .flags = REPEATED,                \
	  .help = "a theme that it answers; may be given again" }
#define END { .name = NULL }

static const struct param add_params[] = {
	{ .name = "title", .type = P_LINE, .flags = REQUIRED | POSITIONAL,
	  .help = "what will change, in a sentence", .meta = "TITLE" },
	FACTS, END };

static enum rc check_title(const char *title, struct err *err)
{
	if (*title)
		return RC_OK;
	err_set(err, RC_USAGE, "the title is empty");
	return err_todo(err, "Say in a sentence what will change");
}

static enum rc run_add(struct call *c, struct err *err)
{
	struct action a = { .program_id = c->program.id, .title = arg_text(c, "title"),
			    .area = AREA_OTHER, .state = ACTION_PROPOSED };
	enum rc rc = check_title(a.title, err);

	if (!rc)
		rc = fill(c, &a, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_action, &a, err);
	if (!rc)
		rc = link_themes(c, a.id, err);
	if (rc)
		return rc;
	if (!arg_has(c, "theme"))
		reply_warn(c->reply, "it answers no theme yet: replife action edit %s --theme THEME",
			   ref_of(c, 'A', a.id));
	return put_action_now(c, a.id, "Added", err);
}

const struct op op_action_add = {
	.name = "action add", .summary = "Write down what Marketing will change",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = add_params,
	.result = action_columns, .run = run_add,
	.example = "action add 'One price list in the tool' --owner pavel --due +30d --theme T-8",
};

/* ---- list, show ---- */

static const struct param list_params[] = {
	{ .name = "mine", .type = P_FLAG, .help = "only those that you own" },
	{ .name = "because-of-me", .type = P_FLAG,
	  .help = "only what was done about what you wrote, or said as a rep" },
	{ .name = "all", .type = P_FLAG, .help = "also what is over: verified, still heard, declined" },
	END };

static enum rc run_list(struct call *c, struct err *err)
{
	struct action_query q = {
		.program_id = c->program.id, .owner_id = arg_has(c, "mine") ? c->me.id : 0,
		.because_of_id = arg_has(c, "because-of-me") ? c->me.id : 0,
		.all = arg_has(c, "all"), .limit = page_rows(c),
	};
	struct action_view v;
	struct stmt *s;
	int64_t last = 0;
	enum rc rc = page_after(c, 'A', &q.after_id, err), ended;

	if (!rc && q.because_of_id && (q.owner_id || q.after_id)) {
		err_set(err, RC_USAGE, "--because-of-me is a list of its own");
		rc = err_todo(err, "Leave --mine and --after out");
	}
	if (rc)
		return rc;
	c->reply->empty = q.because_of_id ? "Nothing that you said has been answered yet"
		: arg_has(c, "mine") ? "You own no action. See all: replife action list"
		: "No actions yet. Add one: replife action add TITLE --theme THEME --owner LOGIN";
	s = actions_query(c->st, &q);
	while (!rc && actions_next(s, c->arena, &v) && !page_full(c, 'A', last)) {
		rc = put_action(c, &v, err);
		last = v.action.id;
	}
	ended = stmt_done(s, err);
	return rc ? rc : ended;
}

const struct op op_action_list = {
	.name = "action list", .summary = "List what Marketing changes, what is due first",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = action_columns, .example = "action list --mine", .run = run_list,
};

static const struct param show_params[] = { ACTION_PARAM, END };

static enum rc run_show(struct call *c, struct err *err)
{
	struct action_view v;
	enum rc rc = action_view_get(c->st, c->arena, arg_int(c, "action", 0), &v, err);

	c->reply->record = true;
	return rc ? rc : put_action(c, &v, err);
}

const struct op op_action_show = {
	.name = "action show", .summary = "Show one action",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = show_params,
	.result = action_columns, .example = "action show A-7", .run = run_show,
};

/* ---- edit ---- */

static const struct param edit_params[] = {
	ACTION_PARAM,
	{ .name = "title", .type = P_LINE, .help = "what will change", .meta = "TITLE" },
	FACTS, END };

static enum rc run_edit(struct call *c, struct err *err)
{
	struct action_view v;
	enum rc rc = action_view_get(c->st, c->arena, arg_int(c, "action", 0), &v, err);

	if (!rc && arg_has(c, "title"))
		rc = check_title(arg_text(c, "title"), err);
	if (!rc)
		rc = fill(c, &v.action, err);
	if (rc)
		return rc;
	if (arg_has(c, "title"))
		v.action.title = arg_text(c, "title");
	rc = ent_update(c->st, &ent_action, &v.action, err);
	if (!rc && arg_has(c, "theme"))
		rc = link_themes(c, v.action.id, err);
	return rc ? rc : put_action_now(c, v.action.id, "Changed", err);
}

const struct op op_action_edit = {
	.name = "action edit", .summary = "Change an action's title, owner, due day, themes",
	.details = "The themes that you name take the place of those it has.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = edit_params,
	.result = action_columns, .example = "action edit A-7 --due +2w", .run = run_edit,
};

/* ---- agree, start, done, verify, decline ---- */

/* What leads where; the words that refusals offer. */
static const struct {
	const char *command;
	enum action_state to;
} steps[] = {
	{ "agree", ACTION_AGREED }, { "start", ACTION_DOING }, { "done", ACTION_DONE },
	{ "verify", ACTION_VERIFIED }, { "decline", ACTION_DECLINED },
};

static enum rc check_step(struct call *c, const struct action *a, enum action_state to,
			  struct err *err)
{
	const char *ref = ref_of(c, 'A', a->id), *can = NULL;

	if (action_may(a->state, to))
		return RC_OK;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (action_may(a->state, steps[i].to))
			can = arena_printf(c->arena, "%s%sreplife action %s %s", can ? can : "",
					   can ? ", " : "", steps[i].command, ref);
	err_conflict(err, REASON_STATE, "%s is '%s'", ref, action_state_words[a->state].plain);
	if (can)
		return err_todo(err, "What can follow: %s", can);
	return err_todo(err, "Nothing follows; add a new one: replife action add TITLE");
}

static enum rc step(struct call *c, enum action_state to, const char *done, struct err *err)
{
	struct action_view v;
	const char *ref = ref_of(c, 'A', arg_int(c, "action", 0));
	enum rc rc = action_view_get(c->st, c->arena, arg_int(c, "action", 0), &v, err);

	if (!rc)
		rc = check_step(c, &v.action, to, err);
	if (rc)
		return rc;
	v.action.state = to;
	if (to == ACTION_DONE) {
		v.action.done_s = c->now_s;
		if (arg_has(c, "outcome") && *arg_text(c, "outcome"))
			v.action.outcome = arg_text(c, "outcome");
	}
	if (to == ACTION_DECLINED)
		v.action.reason = arg_text(c, "reason");
	if (to == ACTION_AGREED && !v.action.owner_id)
		reply_warn(c->reply, "nobody owns it yet: replife action edit %s --owner LOGIN", ref);
	rc = ent_update(c->st, &ent_action, &v.action, err);
	return rc ? rc : put_action_now(c, v.action.id, done, err);
}

static enum rc run_agree(struct call *c, struct err *err)
{
	return step(c, ACTION_AGREED, "Agreed", err);
}

const struct op op_action_agree = {
	.name = "action agree", .summary = "Say that an action will be done",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = show_params,
	.result = action_columns, .example = "action agree A-12", .run = run_agree,
};

static enum rc run_start(struct call *c, struct err *err)
{
	return step(c, ACTION_DOING, "Started", err);
}

const struct op op_action_start = {
	.name = "action start", .summary = "Say that work on an action has begun",
	.details = "Its owner may, and lifecycle.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY,
	ACTS({ .param = "action", .on = ON_ACTION, .by = REL_OWNER }),
	.params = show_params,
	.result = action_columns, .example = "action start A-10", .run = run_start,
};

static const struct param done_params[] = {
	ACTION_PARAM,
	{ .name = "outcome", .type = P_LONG, .help = "what came of it; the reps read this" },
	END };

static enum rc run_done(struct call *c, struct err *err)
{
	return step(c, ACTION_DONE, "Done:", err);
}

const struct op op_action_done = {
	.name = "action done", .summary = "Say that an action is done, and what came of it",
	.details = "Its owner may, and lifecycle. Whether it is still heard shows afterwards: "
		   "replife action verify.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY,
	ACTS({ .param = "action", .on = ON_ACTION, .by = REL_OWNER }),
	.params = done_params,
	.result = action_columns, .run = run_done,
	.example = "action done A-8 --outcome 'all alerts name the page now'",
};

static const struct param verify_params[] = {
	ACTION_PARAM,
	{ .name = "still-heard", .type = P_FLAG, .help = "it did not help: reps still say it" },
	END };

static enum rc run_verify(struct call *c, struct err *err)
{
	if (arg_has(c, "still-heard"))
		return step(c, ACTION_INEFFECTIVE, "Still heard:", err);
	return step(c, ACTION_VERIFIED, "Verified", err);
}

const struct op op_action_verify = {
	.name = "action verify", .summary = "Say whether a finished action helped",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = verify_params,
	.result = action_columns, .example = "action verify A-7 --still-heard", .run = run_verify,
};

static const struct param decline_params[] = {
	ACTION_PARAM,
	{ .name = "reason", .type = P_LINE, .flags = REQUIRED, .help = "\"we won't, because\"" },
	END };

static enum rc run_decline(struct call *c, struct err *err)
{
	if (*arg_text(c, "reason"))
		return step(c, ACTION_DECLINED, "We won't:", err);
	err_set(err, RC_USAGE, "--reason is empty");
	return err_todo(err, "Say why: those who asked for it read this");
}

const struct op op_action_decline = {
	.name = "action decline", .summary = "Say that an action will not be done, and why",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = decline_params,
	.result = action_columns, .run = run_decline,
	.example = "action decline A-12 --reason 'the tool cannot do it'",
};
