/* The reports: what was heard, who took part, what was covered. */
#include <string.h>

#include "report.h"
#include "report_beside.h"

static const struct word audience_words[] = {
	{ "leadership", "leadership" }, { "sales", "sales" }, { "team", "team" }, { NULL, NULL } };
static const struct word format_words[] = {
	{ "text", "text" }, { "md", "Markdown" }, { "html", "HTML" }, { "csv", "CSV" }, { "json", "JSON" },
	{ NULL, NULL } };

static const struct param report_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "which; the running one if left out" },
	{ .name = "compare", .type = P_PERIOD, .help = "an earlier period to set beside it" },
	{ .name = "audience", .type = P_WORD, .words = audience_words,
	  .help = "leadership (no names; the default), sales (one page for reps, no names) or team" },
	{ .name = "format", .type = P_WORD, .flags = LOCAL, .words = format_words,
	  .help = "html is one file to read, mail or print; csv has the main table, then each other figure in a row" },
	{ .name = "out", .type = P_FILE, .flags = LOCAL, .help = "the file; - for standard output" },
	{ .name = NULL } };

static const struct column report_columns[] = {
	{ "period", "", V_TEXT, SHOW_DATA, 0, false },
	{ "audience", "", V_TEXT, SHOW_DATA, 0, false },
	{ "report", "", V_JSON, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

/* ---- frozen or live ---- */

/* Programs before counted what was excused and written up all the same twice, as
 * one that is missing less than none; no report can be shown with that. */
static void mend_missing(struct json *model)
{
	struct json *p = json_at(model, "participation"), *people = p ? json_at(p, "by_person") : NULL, *missing;

	for (p = people && people->type == J_ARRAY ? people->u.kids.first : NULL; p; p = p->next) {
		missing = json_at(p, "missing");
		if (missing && missing->type == J_INT && missing->u.i < 0)
			missing->u.i = 0;
	}
}

enum rc report_thaw(struct call *c, const struct period *p, const struct snapshot *s,
		    struct json **out, struct err *err)
{
	struct json *o;
	enum rc rc = json_parse(c->arena, s->model, strlen(s->model), out, err);

	if (rc)
		return rc;
	if (strcmp(s->hash, report_hash(c->arena, s->model))) {
		err_set(err, RC_BAD_DATA, "the closed report of %s was changed by somebody", p->name);
		return err_todo(err, "See `replife db check --audit`; a backup may have it whole");
	}
	if (json_int(*out, "model", 0) > REPORT_MODEL) {
		err_set(err, RC_BAD_DATA, "the closed report of %s is of a newer replife", p->name);
		return err_todo(err, "Upgrade replife");
	}
	mend_missing(*out);
	o = json_add(c->arena, *out, "snapshot", J_OBJECT);
	json_add_int(c->arena, o, "revision", s->revision);
	json_add_str(c->arena, o, "at", say_instant(c->arena, s->at_s));
	json_add_str(c->arena, o, "hash", s->hash);
	return RC_OK;
}

enum rc report_of(struct call *c, const struct period *p, unsigned parts, struct json **out,
		  struct err *err)
{
	struct snapshot s;
	enum rc rc;

	if (!p->closed_s)
		return report_build(c, p, parts, c->now_s, out, err);
	rc = snapshot_latest(c->st, c->arena, p->id, &s, err);
	if (rc)
		return rc;
	if (s.id)
		return report_thaw(c, p, &s, out, err);
	return report_build(c, p, parts, c->now_s, out, err);
}

/* ---- beside earlier reports of the same period ---- */

/* Who took part as closed reports before this one have it: who has changed teams
 * since would be known by the difference. */
static enum rc earlier(struct call *c, const struct period *p, const struct json *model, struct json **out,
		       struct err *err)
{
	int64_t until = json_int(json_get(model, "snapshot"), "revision", p->revision + 1);

	*out = json_new(c->arena, J_ARRAY);
	for (int64_t revision = 1; revision < until; revision++) {
		struct err unread = { 0 };
		struct snapshot s;
		struct json *then, *to;
		enum rc rc = snapshot_at(c->st, c->arena, p->id, revision, &s, err);

		if (rc)
			return rc;
		if (!s.id)
			continue;
		/* One that cannot be read tells nobody who took part. */
		to = json_add(c->arena, *out, NULL, J_OBJECT);
		if (!report_thaw(c, p, &s, &then, &unread) && json_get(then, "participation"))
			to->u = json_get(then, "participation")->u;
	}
	return RC_OK;
}

/* ---- the ops ---- */

static unsigned parts_of(const struct op *op)
{
	if (!strcmp(op->name, "report themes"))
		return PART_ALL;
	return strcmp(op->name, "report coverage") ? PART_PARTICIPATION : PART_COVERAGE;
}

/* The team's report names people. */
static const struct acts report_acts[] = {
	{ .param = "audience", .only = "team", .on = ON_PROGRAM,
	  .says = "the team's report names people: it is lifecycle's",
	  .todo = "Leave --audience out, or ask for --audience sales" },
	{ .param = NULL }
};

static enum rc not_earlier(const struct period *before, const struct period *p, struct err *err)
{
	if (before->id == p->id)
		err_set(err, RC_USAGE, "%s cannot be set beside itself", p->name);
	else
		err_set(err, RC_USAGE, "%s is no earlier period than %s", before->name, p->name);
	return err_todo(err, "See replife period list");
}

/* Beside the period that is named, and those before this one. */
static enum rc set_beside(struct call *c, const struct period *p, unsigned parts, struct json *model,
			  struct err *err)
{
	struct beside *b;
	struct period before;
	enum rc rc = beside_load(c, p, model, &b, err);

	if (!rc && arg_has(c, "compare")) {
		rc = ent_get(c->st, &ent_period, arg_int(c, "compare", 0), c->arena, &before, err);
		if (!rc && before.begin_s >= p->begin_s)
			rc = not_earlier(&before, p, err);
		if (!rc)
			rc = beside_period(b, &before, parts, err);
	}
	return rc || !(parts & PART_THEMES) ? rc : beside_trend(b, p, err);
}

static enum rc run_report(struct call *c, struct err *err)
{
	const char *audience = audience_words[arg_int(c, "audience", 0)].code;
	unsigned parts = parts_of(c->op);
	struct reply *r = c->reply;
	struct period p;
	struct json *model, *before_this = NULL;
	struct value *row;
	enum rc rc = period_wanted(c, "period", &p, err);

	c->named = !strcmp(audience, "team");
	if (!rc)
		rc = report_of(c, &p, parts | PART_PARTICIPATION | PART_COVERAGE, &model, err);
	if (!rc)
		rc = set_beside(c, &p, parts, model, err);
	if (!rc && strcmp(audience, "team"))
		rc = earlier(c, &p, model, &before_this, err);
	if (!rc)
		rc = report_for(c, model, before_this, parts, audience, &r->model, err);
	if (rc)
		return rc;
	r->audience = audience;
	if (arg_has(c, "format"))
		r->format = format_words[arg_int(c, "format", 0)].code;
	row = reply_row(r);
	put_text(r, row, "period", json_str(json_get(r->model, "period"), "name", ""));
	put_text(r, row, "audience", audience);
	put_json(r, row, "report", json_text(c->arena, r->model));
	return RC_OK;
}

const struct op op_report_themes = {
	.name = "report themes", .summary = "What was heard in a period, and what came of it",
	.details = "Themes are ranked by how many people spoke of them. A closed period's report "
		   "is the one that was frozen when it was closed. What is left out is listed, with the reason.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_ANYBODY,
	.acts = report_acts, .params = report_params,
	.result = report_columns, .example = "report themes --period last --audience sales",
	.run = run_report,
};

const struct op op_report_participation = {
	.name = "report participation", .summary = "Who took part in a period: seats, visits, write-ups",
	.details = "Outside the team, teams of fewer than five people stand together, or are not shown. What is "
		   "left out is listed, with the reason.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_ANYBODY,
	.acts = report_acts, .params = report_params,
	.result = report_columns, .example = "report participation --audience team",
	.run = run_report,
};

const struct op op_report_coverage = {
	.name = "report coverage", .summary = "What was sat in on: teams, segments, kinds of calls",
	.details = "Outside the team, teams and segments of fewer than five reps stand together, or are not shown, "
		   "and none can be worked out from the others. What is left out is listed, with the reason.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_ANYBODY,
	.acts = report_acts, .params = report_params,
	.result = report_columns, .example = "report coverage --format md", .run = run_report,
};
