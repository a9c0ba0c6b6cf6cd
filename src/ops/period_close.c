/* The end of a period: what is still to do, closing it, opening it again. */
#include <sha2.h>
#include <string.h>

#include "freeze.h"
#include "notes.h"
#include "replife/close_store.h"
#include "replife/log_store.h"
#include "replife/lookup_store.h"
#include "report.h"
#include "rows.h"

const char *report_hash(struct arena *a, const char *model)
{
	char hex[SHA256_DIGEST_STRING_LENGTH];

	return arena_strdup(a, SHA256Data((const uint8_t *)model, strlen(model), hex));
}

enum rc period_freeze(struct call *c, struct period *p, int64_t at_s, const char *reason,
		      struct err *err)
{
	struct snapshot s = { .period_id = p->id, .revision = p->revision + 1, .at_s = at_s,
			      .by_id = c->me.id, .reason = reason };
	struct json *model;
	enum rc rc;

	p->closed_s = at_s;
	p->reopened = false;
	p->revision = s.revision;
	rc = report_build(c, p, PART_ALL, at_s, &model, err);
	if (!rc)
		rc = log_head(c->st, c->arena, &s.audit_hash, err);
	if (rc)
		return rc;
	s.model = json_text(c->arena, model);
	s.hash = report_hash(c->arena, s.model);
	rc = ent_update(c->st, &ent_period, p, err);
	return rc ? rc : ent_insert(c->st, &ent_snapshot, &s, err);
}

/* ---- what is still to do ---- */

static const struct column check_columns[] = {
	{ "check", "What", V_TEXT, SHOW_ALL, 0, true },
	{ "code", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "state", "", V_TEXT, SHOW_DATA, 0, false },
	{ "state_said", "State", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "count", "How many", V_INT, SHOW_ALL, 0, false },
	{ "which", "Which", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
	{ "todo", "What to do", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

enum settle { SETTLED, OPEN, BLOCKS };

struct check {
	struct call *c;
	size_t open, blocks;
};

static void put_check(struct check *k, const char *id, const char *what, enum settle how, int64_t n,
		      const char *which, const char *todo)
{
	static const char *const code[] = { "ok", "open", "blocks" };
	static const char *const said[] = { "fine", "still open", "to do first" };
	struct reply *r = k->c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "check", what);
	put_text(r, row, "code", id);
	put_text(r, row, "state", code[how]);
	put_text(r, row, "state_said", said[how]);
	put_int(r, row, "count", n);
	if (how != SETTLED) {
		put_text(r, row, "which", which);
		put_text(r, row, "todo", todo);
	}
	k->open += how == OPEN;
	k->blocks += how == BLOCKS;
}

/* Themes in front that nobody has answered, by name; *n counts them. */
static const char *unanswered(struct call *c, const struct json *model, size_t *n)
{
	const struct json *t = json_first(json_get(model, "themes"));
	const char *said = NULL;

	*n = 0;
	for (; t; t = t->next) {
		const char *name;

		if (!json_bool(t, "front", false) || json_count(t, "actions") ||
		    !strcmp(json_str(t, "state", ""), "declined"))
			continue;
		name = arena_printf(c->arena, "%s %s", json_str(t, "id", ""), json_str(t, "name", ""));
		said = said ? arena_printf(c->arena, "%s; %s", said, name) : name;
		++*n;
	}
	return said;
}

static enum rc check_counts(struct check *k, const struct period *p, struct err *err)
{
	struct call *c = k->c;
	struct close_counts n;
	enum rc rc = close_counts(c->st, c->program.id, p, c->now_s, &n, err);

	if (rc)
		return rc;
	put_check(k, "outcome", "Sessions whose outcome nobody has said", n.no_outcome ? OPEN : SETTLED,
		  n.no_outcome, n.no_outcome_first ? ref_of(c, 'B', n.no_outcome_first) : NULL,
		  "replife session held BOOKING, or host-absent, no-show, …");
	put_check(k, "write_up", "Write-ups that are missing", n.missing ? OPEN : SETTLED, n.missing,
		  n.missing_first ? ref_of(c, 'B', n.missing_first) : NULL,
		  "ask for them, or replife note excuse BOOKING --reason WHY");
	put_check(k, "remark", "Remarks in no theme", n.uncoded ? OPEN : SETTLED, n.uncoded, NULL,
		  arena_printf(c->arena, "replife theme code --period %s, then replife note list "
			       "--uncoded --period %s", say_word(c, p->name), say_word(c, p->name)));
	put_check(k, "suggestion", "Suggested themes that nobody decided", n.suggested ? OPEN : SETTLED,
		  n.suggested, NULL, "replife theme accept OBS THEME, or theme unassign");
	put_check(k, "quote", "Quotes of a rep's words that the rep has not cleared",
		  n.to_clear ? OPEN : SETTLED, n.to_clear, NULL,
		  "ask the rep: replife quote clear OBS; uncleared ones stay out of the report");
	return RC_OK;
}

static enum rc check_dates(struct check *k, const struct period *p, struct err *err)
{
	struct call *c = k->c;
	const char *last = NULL, *due = NULL;
	struct period next;
	enum rc rc = period_holding(c->st, c->arena, c->program.id, p->end_s, &next, err);

	if (!rc)
		rc = say_program_day(c, p->end_s - 1, &last, err);
	if (!rc)
		rc = say_program_day(c, p->due_s - 1, &due, err);
	if (rc)
		return rc;
	put_check(k, "over", c->now_s < p->end_s ? "The period is not over yet" : "The period is over",
		  c->now_s < p->end_s ? BLOCKS : SETTLED, 0, last, "wait until then");
	put_check(k, "due", c->now_s < p->due_s ? "Write-ups may come in until" : "The day for write-ups is over",
		  c->now_s < p->due_s ? OPEN : SETTLED, 0, due, "what is handed in after closing stands in the next report");
	put_check(k, "next", next.id ? "The next period is open" : "The next period is not open yet", next.id ? SETTLED : OPEN, 0, NULL,
		  arena_printf(c->arena, "%s, so that sessions can be booked", say_open_period(c)));
	return RC_OK;
}

static enum rc check_front(struct check *k, const struct period *p, const struct json *model)
{
	size_t n;
	const char *names = unanswered(k->c, model, &n);

	(void)p;
	put_check(k, "answer", "Themes in front without an answer", n ? BLOCKS : SETTLED, (int64_t)n, names,
		  "replife action add TITLE --theme THEME, or replife theme decline THEME --reason WHY");
	return RC_OK;
}

static const struct param check_params[] = {
	{ .name = "period", .type = P_PERIOD, .flags = POSITIONAL,
	  .help = "which; the running one if left out" },
	{ .name = NULL } };

static enum rc run_check(struct call *c, struct err *err)
{
	struct check k = { .c = c };
	struct period p;
	struct json *model;
	enum rc rc = period_wanted(c, "period", &p, err);

	if (!rc && p.closed_s) {
		reply_message(c->reply, "%s is closed", p.name);
		return RC_OK;
	}
	if (!rc)
		rc = report_answered(c, &p, &model, err);
	if (!rc)
		rc = check_dates(&k, &p, err);
	if (!rc)
		rc = check_counts(&k, &p, err);
	if (!rc)
		rc = check_front(&k, &p, model);
	if (rc)
		return rc;
	c->reply->heading = arena_printf(c->arena, "Before %s is closed", p.name);
	if (k.blocks)
		reply_message(c->reply, "%s cannot be closed yet", p.name);
	else
		reply_message(c->reply, "%s can be closed: replife period close %s --confirm %s",
			      p.name, say_word(c, p.name), say_word(c, p.name));
	return RC_OK;
}

const struct op op_period_check = {
	.name = "period check", .summary = "What is still to do before a period is closed",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = check_params,
	.result = check_columns, .example = "period check", .run = run_check,
};

/* ---- closing ---- */

static const struct param close_params[] = {
	{ .name = "name", .type = P_PERIOD, .flags = REQUIRED | POSITIONAL, .help = "which period" },
	{ .name = "confirm", .type = P_NAME, .help = "its name once more" },
	{ .name = NULL } };

static enum rc may_close(struct call *c, const struct period *p, struct err *err)
{
	struct json *model;
	const char *names, *last;
	size_t n;
	enum rc rc;

	if (p->closed_s) {
		err_conflict(err, REASON_PERIOD_CLOSED, "%s is closed already", p->name);
		return err_todo(err, "Read it: replife report themes --period %s",
				say_word(c, p->name));
	}
	if (c->now_s < p->end_s) {
		rc = say_program_day(c, p->end_s - 1, &last, err);
		if (rc)
			return rc;
		err_conflict(err, REASON_STATE, "%s runs until %s", p->name, last);
		return err_todo(err, "Close it after that day; replife period check %s says what "
				"to do until then", say_word(c, p->name));
	}
	rc = report_answered(c, p, &model, err);
	if (rc)
		return rc;
	names = unanswered(c, model, &n);
	if (!n)
		return RC_OK;
	err_conflict(err, REASON_STATE, "%zu theme%s in front %s no answer: %s", n, PLURAL(n),
		     n == 1 ? "has" : "have", names);
	return err_todo(err, "Add an action (replife action add TITLE --theme THEME) or say why not "
			"(replife theme decline THEME --reason WHY)");
}

static enum rc run_close(struct call *c, struct err *err)
{
	const char *confirm = arg_text(c, "confirm");
	struct period p;
	enum rc rc = period_wanted(c, "name", &p, err);

	if (!rc)
		rc = not_while_imported(c, err);	/* half of it, and that could not be taken back */
	if (!rc)
		rc = may_close(c, &p, err);
	if (rc)
		return rc;
	if (!confirm || strcmp(confirm, p.name)) {
		err_set(err, RC_CONFIRM, "closing %s freezes its write-ups, themes and figures%s", p.name,
			confirm ? ", and the name that you gave is another" : "");
		return err_todo(err, "replife period close %s --confirm %s", say_word(c, p.name),
				say_word(c, p.name));
	}
	rc = period_freeze(c, &p, c->now_s, p.reopened ? p.reopen_reason : NULL, err);
	if (!rc)
		rc = put_period(c, &p, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "Closed %s: report %lld is frozen. Send it: replife report themes "
		      "--period %s --audience sales", p.name, (long long)p.revision,
		      say_word(c, p.name));
	return RC_OK;
}

const struct op op_period_close = {
	.name = "period close", .summary = "Freeze a period's report",
	.details = "Write-ups, themes and figures stay as they are now; what comes later stands in "
		   "the next report. Actions go on. --yes does not stand for --confirm.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .flags = OP_NO_UNDO | OP_LONG, .params = close_params,
	.result = period_columns, .example = "period close 2026-H1 --confirm 2026-H1",
	.run = run_close,
};

static const struct param reopen_params[] = {
	{ .name = "name", .type = P_PERIOD, .flags = REQUIRED | POSITIONAL, .help = "which period" },
	{ .name = "reason", .type = P_LINE, .flags = REQUIRED, .help = "why; it stands in the log" },
	{ .name = NULL } };

static enum rc run_reopen(struct call *c, struct err *err)
{
	struct period p;
	enum rc rc = period_wanted(c, "name", &p, err);

	if (!rc && !p.closed_s) {
		err_conflict(err, REASON_STATE, "%s is not closed", p.name);
		return err_todo(err, "See replife period list");
	}
	if (rc)
		return rc;
	p.closed_s = 0;
	p.reopened = true;
	p.reopen_reason = arg_text(c, "reason");
	rc = ent_update(c->st, &ent_period, &p, err);
	if (!rc)
		rc = put_period(c, &p, err);
	if (rc)
		return rc;
	c->reply->record = true;
	reply_message(c->reply, "%s is open again; report %lld stays as it is until you close it once "
		      "more", p.name, (long long)p.revision);
	return RC_OK;
}

const struct op op_period_reopen = {
	.name = "period reopen", .summary = "Open a closed period again, to correct its report",
	.effect = EFFECT_WRITE, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = reopen_params,
	.result = period_columns, .example = "period reopen 2026-H1 --reason \"two write-ups were lost\"",
	.run = run_reopen,
};
