/* Programs: Rep Life, and those that will stand beside it. */
#include "replife/person_store.h"
#include "rows.h"

#define SETTINGS                                                                       \
	{ .name = "length", .type = P_MINUTES, .help = "of a session, as 30min" },     \
	{ .name = "seats", .type = P_INT, .min = 1, .max = 1000, .help = "of a session" }, \
	{ .name = "notice", .type = P_MINUTES,                                         \
	  .help = "no booking later than this before the start" },                     \
	{ .name = "cancel-window", .type = P_MINUTES,                                  \
	  .help = "a later cancellation counts as late" },                             \
	{ .name = "active-limit", .type = P_INT, .min = 0, .max = 1000,                \
	  .help = "sessions that a marketer may have ahead; 0: any number" },          \
	{ .name = "goal", .type = P_INT, .min = 0, .max = 1000,                        \
	  .help = "sessions a marketer and period; 0: none" },                         \
	{ .name = "offer", .type = P_MINUTES, .help = "how long an offered seat is kept" }, \
	{ .name = "zone", .type = P_ZONE, .help = "its days begin here at midnight" }

static const struct param add_params[] = {
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | POSITIONAL, .help = "what it is called" },
	{ .name = "kind", .type = P_WORD, .words = program_kind_words,
	  .help = "shadow, shift or assignment" },
	SETTINGS, { .name = NULL } };

static void take_settings(struct call *c, struct program *p)
{
	p->length_min = arg_int(c, "length", p->length_min);
	p->seats = arg_int(c, "seats", p->seats);
	p->notice_min = arg_int(c, "notice", p->notice_min);
	p->cancel_min = arg_int(c, "cancel-window", p->cancel_min);
	p->active_limit = arg_int(c, "active-limit", p->active_limit);
	p->goal = arg_int(c, "goal", p->goal);
	p->offer_min = arg_int(c, "offer", p->offer_min);
	if (arg_has(c, "zone"))
		p->zone = arg_text(c, "zone");
}

static enum rc check(const struct program *p, struct err *err)
{
	if (p->length_min >= 5 && p->length_min <= 1440 && p->offer_min > 0)
		return RC_OK;
	err_set(err, RC_USAGE, "a session lasts from 5 minutes to a day, and an offer at least a minute");
	return err_todo(err, "Give --length 30min and --offer 4h, say");
}

static enum rc run_add(struct call *c, struct err *err)
{
	struct program p = c->program, have;
	enum rc rc = program_by_name(c->st, c->arena, arg_text(c, "name"), &have, err);

	if (rc)
		return rc;
	if (have.id) {
		err_conflict(err, REASON_DUPLICATE, "there is a program '%s' already", have.name);
		return err_todo(err, "Change it: replife program edit %s", say_word(c, have.name));
	}
	p.uuid = (struct uuid){ { 0 } };
	p.name = arg_text(c, "name");
	p.kind = (enum program_kind)arg_int(c, "kind", PROGRAM_SHADOW);
	take_settings(c, &p);
	rc = check(&p, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_program, &p, err);
	if (rc)
		return rc;
	reply_message(c->reply, "Added the program %s; use it with --program '%s'", p.name, p.name);
	put_program(c, &p);
	return RC_OK;
}

const struct op op_program_add = {
	.name = "program add", .summary = "Begin another program beside Rep Life",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = add_params,
	.result = program_columns, .example = "program add \"Service shifts\" --kind shift",
	.run = run_add,
};

static enum rc run_list(struct call *c, struct err *err)
{
	struct stmt *s = program_list(c->st);
	struct program p;

	c->reply->empty = "There is no program";
	while (stmt_row(s)) {
		ent_read(s, &ent_program, 0, c->arena, &p);
		put_program(c, &p);
	}
	return stmt_done(s, err);
}

const struct op op_program_list = {
	.name = "program list", .summary = "The programs and their rules",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = program_columns,
	.example = "program list", .run = run_list,
};

static const struct param show_params[] = {
	{ .name = "name", .type = P_PROGRAM, .flags = POSITIONAL, .help = "which; Rep Life if left out" },
	{ .name = NULL } };

static enum rc run_show(struct call *c, struct err *err)
{
	struct program p;
	enum rc rc = ent_get(c->st, &ent_program, arg_int(c, "name", c->program.id), c->arena, &p, err);

	c->reply->record = true;
	if (!rc)
		put_program(c, &p);
	return rc;
}

const struct op op_program_show = {
	.name = "program show", .summary = "One program's rules",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = show_params,
	.result = program_columns, .example = "program show", .run = run_show,
};

static const struct param edit_params[] = {
	{ .name = "name", .type = P_PROGRAM, .flags = POSITIONAL, .help = "which; Rep Life if left out" },
	{ .name = "rename", .type = P_NAME, .help = "its new name" },
	SETTINGS, { .name = NULL } };

static enum rc run_edit(struct call *c, struct err *err)
{
	struct program p;
	enum rc rc = ent_get(c->st, &ent_program, arg_int(c, "name", c->program.id), c->arena, &p, err);

	if (rc)
		return rc;
	take_settings(c, &p);
	if (arg_has(c, "rename"))
		p.name = arg_text(c, "rename");
	rc = check(&p, err);
	if (!rc)
		rc = ent_update(c->st, &ent_program, &p, err);
	if (rc)
		return rc;
	reply_message(c->reply, "%s of %s; what is booked stays booked",
		      audit_pending(c->st) ? "Changed the rules" : "Nothing to change in the rules", p.name);
	put_program(c, &p);
	return RC_OK;
}

const struct op op_program_edit = {
	.name = "program edit", .summary = "Change a program's rules",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE,
	ACTS({ .param = "name", .on = ON_PROGRAM, .says = "only its own lifecycle changes a program's rules",
	       .todo = "Ask them: replife person list --role lifecycle --program NAME" }),
	.params = edit_params,
	.result = program_columns, .example = "program edit --notice 2h", .run = run_edit,
};
