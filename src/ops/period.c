/* Periods: opening, and looking at them. */
#include "replife/lookup_store.h"
#include "rows.h"

static const struct param open_params[] = {
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | POSITIONAL, .help = "as 2026-H2" },
	{ .name = "from", .type = P_DAY, .flags = REQUIRED, .help = "the first day" },
	{ .name = "to", .type = P_DAY, .flags = REQUIRED, .help = "the last day" },
	{ .name = "due", .type = P_DAY,
	  .help = "the last day for write-ups; two weeks after the end if left out" },
	{ .name = NULL } };

static enum rc check_apart(struct call *c, const struct period *p, struct err *err)
{
	struct period have;
	const char *day;
	enum rc rc = period_named(c->st, c->arena, c->program.id, p->name, &have, err);

	if (!rc && have.id) {
		err_conflict(err, REASON_DUPLICATE, "there is a period %s already", have.name);
		return err_todo(err, "Take another name; see replife period list");
	}
	if (!rc)
		rc = period_before(c->st, c->arena, c->program.id, p->end_s, &have, err);
	if (rc || !have.id || have.end_s <= p->begin_s)
		return rc;
	rc = say_program_day(c, have.end_s, &day, err);
	if (rc)
		return rc;
	err_conflict(err, REASON_OVERLAP, "it overlaps with the period %s", have.name);
	return err_todo(err, "Begin it on %s or later", day);
}

static enum rc run_open(struct call *c, struct err *err)
{
	int64_t from = arg_int(c, "from", 0), to = arg_int(c, "to", 0);
	int64_t due = arg_int(c, "due", to + 14);
	struct period p = { .program_id = c->program.id, .name = arg_text(c, "name") };
	const struct zone *z;
	enum rc rc = zone_load(c->program.zone, &z, err);

	if (rc)
		return rc;
	if (to < from || due < to) {
		err_set(err, RC_USAGE, "a period ends after it begins, and write-ups are due after its end");
		return err_todo(err, "Look at --from, --to and --due");
	}
	p.begin_s = day_begin_s(z, from);
	p.end_s = day_begin_s(z, to + 1);
	p.due_s = day_begin_s(z, due + 1);
	rc = check_apart(c, &p, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_period, &p, err);
	if (rc)
		return rc;
	reply_message(c->reply, "Opened %s: %s to %s, write-ups until %s", p.name, say_day(c, from),
		      say_day(c, to), say_day(c, due));
	return put_period(c, &p, err);
}

const struct op op_period_open = {
	.name = "period open", .summary = "Open a period: sessions in it can be booked",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = open_params,
	.result = period_columns,
	.example = "period open 2027-H1 --from 2027-03-01 --to 2027-08-31", .run = run_open,
};

static enum rc run_list(struct call *c, struct err *err)
{
	struct period p = { .begin_s = INT64_MAX };
	enum rc rc = RC_OK;

	for (;;) {
		rc = period_before(c->st, c->arena, c->program.id, p.begin_s, &p, err);
		if (!rc && !p.id && !c->reply->n_rows)
			c->reply->empty = arena_printf(c->arena, "There is no period yet. Lifecycle "
						       "opens one: %s", say_open_period(c));
		if (rc || !p.id)
			return rc;
		rc = put_period(c, &p, err);
		if (rc)
			return rc;
	}
}

const struct op op_period_list = {
	.name = "period list", .summary = "The periods, the latest first",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = period_columns,
	.example = "period list", .run = run_list,
};

static const struct param show_params[] = {
	{ .name = "period", .type = P_PERIOD, .flags = POSITIONAL,
	  .help = "which; the running one if left out" },
	{ .name = NULL } };

static enum rc run_show(struct call *c, struct err *err)
{
	struct period p;
	enum rc rc = period_wanted(c, "period", &p, err);

	c->reply->record = true;
	return rc ? rc : put_period(c, &p, err);
}

const struct op op_period_show = {
	.name = "period show", .summary = "One period", .effect = EFFECT_READ,
	.who = WHO_ANYBODY, .params = show_params, .result = period_columns,
	.example = "period show", .run = run_show,
};
