/* draft: what is half typed. Each has their own, and nobody else reads them. */
#include <string.h>

#include "replife/draft_store.h"
#include "rows.h"

#define WHAT { .name = "what", .type = P_NAME, .flags = REQUIRED | POSITIONAL, \
	       .help = "of which form, as `draft list` names it" }

static const struct column draft_columns[] = {
	{ "what", "Draft", V_TEXT, SHOW_ALL, 0, false },
	{ "at", "Saved", V_INSTANT, SHOW_ALL, 0, false },
	{ "text", "Text", V_TEXT, SHOW_ALL, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

static void put(struct call *c, const struct draft *d)
{
	struct value *row = reply_row(c->reply);

	put_text(c->reply, row, "what", d->what);
	put_instant(c->reply, row, "at", d->at_s);
	put_text(c->reply, row, "text", d->text);
}

static enum rc run_list(struct call *c, struct err *err)
{
	struct stmt *s = drafts_query(c->st, c->me.id, c->program.id);
	struct draft d;

	c->reply->empty = "Nothing of yours is half typed";
	while (draft_next(s, c->arena, &d))
		put(c, &d);
	return stmt_done(s, err);
}

const struct op op_draft_list = {
	.name = "draft list", .summary = "List what you have half typed",
	.flags = OP_HIDDEN,
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = draft_columns,
	.example = "draft list", .run = run_list,
};

static const struct param one_params[] = { WHAT, { .name = NULL } };

static enum rc run_show(struct call *c, struct err *err)
{
	struct draft d;
	enum rc rc = draft_get(c->st, c->arena, c->me.id, c->program.id, arg_text(c, "what"), &d, err);

	if (rc)
		return rc;
	if (d.text) {
		put(c, &d);
		return RC_OK;
	}
	err_set(err, RC_NOT_FOUND, "you have no draft '%s'", arg_text(c, "what"));
	return err_todo(err, "See `replife draft list`");
}

const struct op op_draft_show = {
	.name = "draft show", .summary = "Show one of your drafts",
	.flags = OP_HIDDEN,
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = one_params,
	.result = draft_columns, .example = "draft show 'note B-12'", .run = run_show,
};

static const struct param save_params[] = {
	WHAT,
	{ .name = "text", .type = P_LONG, .flags = REQUIRED | POSITIONAL | LARGE,
	  .help = "what to keep" },
	{ .name = NULL }
};

#define DRAFTS_MAX (4 << 20)	/* bytes of one person's */

static enum rc check_room(struct call *c, const struct draft *d, struct err *err)
{
	int64_t others;
	enum rc rc = draft_others(c->st, c->me.id, c->program.id, d->what, &others, err);

	if (rc || others + (int64_t)strlen(d->text) <= DRAFTS_MAX)
		return rc;
	err_conflict(err, REASON_LIMIT, "what you have half typed takes more than %d MiB", DRAFTS_MAX >> 20);
	return err_todo(err, "Throw some of it away: replife draft list, replife draft drop WHAT");
}

static enum rc run_save(struct call *c, struct err *err)
{
	struct draft d = { arg_text(c, "what"), arg_text(c, "text"), c->now_s };
	enum rc rc = check_room(c, &d, err);

	if (rc)
		return rc;
	put(c, &d);
	return draft_put(c->st, c->me.id, c->program.id, &d, err);
}

const struct op op_draft_save = {
	.name = "draft save", .summary = "Keep what is half typed, in the place of what was kept before",
	.details = "The app does this by itself, as you type.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_UNLOGGED | OP_HIDDEN, .params = save_params,
	.result = draft_columns, .example = "draft save 'note B-12' 'They asked for prices'",
	.run = run_save,
};

static enum rc run_drop(struct call *c, struct err *err)
{
	return draft_drop(c->st, c->me.id, c->program.id, arg_text(c, "what"), err);
}

const struct op op_draft_drop = {
	.name = "draft drop", .summary = "Throw one of your drafts away",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_UNLOGGED | OP_HIDDEN, .params = one_params,
	.example = "draft drop 'note B-12'", .run = run_drop,
};
