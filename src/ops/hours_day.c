/* hours skip, extra: days that differ from the weekly hours. */
#include "hours_plan.h"
#include "replife/recur.h"
#include "rows.h"
#include "seats.h"

#define END { .name = NULL }
#define REP_PARAM { .name = "rep", .type = P_PERSON, .help = "whose hours; yours if left out" }

static const struct param skip_params[] = {
	{ .name = "date", .type = P_DAY, .flags = REQUIRED | REST,
	  .help = "the day without sessions, as '24 dec'" },
	REP_PARAM,
	END
};

enum rc add_day(struct call *c, struct dayoff *d, struct err *err)
{
	struct dayoff same;
	enum rc rc = hours_same_day(c->st, c->arena, d, &same, err);

	if (rc)
		return rc;
	if (same.id) {
		err_conflict(err, REASON_DUPLICATE, "that is there already: %s, %s",
			     ref_of(c, ent_dayoff.letter, same.id), say_day(c, same.day));
		return err_todo(err, "See what is there: replife hours list");
	}
	rc = ent_insert(c->st, &ent_dayoff, d, err);
	if (rc)
		return rc;
	c->reply->record = true;
	put_dayoff(c, d);
	return RC_OK;
}

static enum rc check_ahead(struct call *c, const struct zone *z, int64_t day, struct err *err)
{
	if (day >= day_of(z, c->now_s))
		return RC_OK;
	err_conflict(err, REASON_PAST, "%s is over", say_day(c, day));
	return err_todo(err, "Give a day ahead");
}

static enum rc run_skip(struct call *c, struct err *err)
{
	struct dayoff d = {
		.kind = DAYOFF_SKIP, .program_id = c->program.id, .day = arg_int(c, "date", 0),
	};
	const struct zone *z = NULL;
	enum rc rc = hosting_rep(c, &d.rep_id, &z, err);

	if (!rc)
		rc = check_ahead(c, z, d.day, err);
	if (!rc)
		rc = add_day(c, &d, err);
	if (!rc)
		reply_message(c->reply, "Day off: %s. " HOURS_NEXT, say_day(c, d.day));
	return rc;
}

const struct op op_hours_skip = {
	.name = "hours skip", .summary = "Take one day off from the weekly hours",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "what is offered there" }),
	.params = skip_params,
	.result = hours_columns, .example = "hours skip '24 dec' --rep priya", .run = run_skip,
};

static const struct param extra_params[] = {
	{ .name = "sentence", .type = P_LINE, .flags = REQUIRED | REST, .meta = "HOURS",
	  .help = "one day's hours, as '2 dec 15-16'" },
	REP_PARAM,
	END
};

/* As it was meant, so that it reads the same whenever it is read again. */
static const char *extra_text(struct call *c, const struct recur *r)
{
	const char *len = !r->len_min ? "" :
		arena_printf(c->arena, " %lldmin", (long long)r->len_min);
	const char *seats = r->seats ? arena_printf(c->arena, " %lld seat%s", (long long)r->seats,
						    r->seats == 1 ? "" : "s") : "";
	int y, m, d;

	date_of_day(r->from_day, &y, &m, &d);
	return arena_printf(c->arena, "%04d-%02d-%02d %02d:%02d-%02d:%02d%s%s", y, m, d,
			    r->begin_min / 60, r->begin_min % 60, r->end_min / 60,
			    r->end_min % 60, len, seats);
}

static enum rc run_extra(struct call *c, struct err *err)
{
	struct dayoff d = { .kind = DAYOFF_EXTRA, .program_id = c->program.id };
	const struct zone *z = NULL;
	struct recur r = { 0 };
	enum rc rc = hosting_rep(c, &d.rep_id, &z, err);

	if (!rc) {
		rc = recur_parse_extra(arg_text(c, "sentence"), z, c->now_s, &r, err);
		if (rc)
			err->param = "sentence";
	}
	if (!rc)
		rc = check_length(c, &r, err);
	if (!rc)
		rc = check_ahead(c, z, r.from_day, err);
	if (rc)
		return rc;
	d.day = r.from_day;
	d.zone = zone_name(z);
	d.sentence = extra_text(c, &r);
	rc = add_day(c, &d, err);
	if (!rc)
		reply_message(c->reply, "Extra hours: %s (%s). " HOURS_NEXT, d.sentence, d.zone);
	return rc;
}

const struct op op_hours_extra = {
	.name = "hours extra", .summary = "Offer hours on one more day",
	.effect = EFFECT_WRITE, .who = WHO_REP | WHO_LIFECYCLE,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "what is offered there" }),
	.params = extra_params,
	.result = hours_columns, .example = "hours extra '2 dec 15-16' --rep priya",
	.run = run_extra,
};
