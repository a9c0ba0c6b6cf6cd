/* holiday add, list, remove: days on which no weekly hours hold. */
#include <string.h>

#include "hours_plan.h"
#include "rows.h"
#include "seats.h"

#define END { .name = NULL }
#define DATE_PARAM \
	{ .name = "date", .type = P_DAY, .flags = REQUIRED | POSITIONAL, \
	  .help = "the day, as 2026-12-25" }
#define ZONE_PARAM \
	{ .name = "zone", .type = P_ZONE, \
	  .help = "of this time zone only; else of all" }
#define YEAR_DAYS 366

static const struct param add_params[] = {
	DATE_PARAM,
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | REST,
	  .help = "what it is called" },
	ZONE_PARAM,
	END
};

static enum rc run_add(struct call *c, struct err *err)
{
	struct dayoff d = {
		.kind = DAYOFF_HOLIDAY, .day = arg_int(c, "date", 0),
		.name = arg_text(c, "name"), .zone = arg_text(c, "zone"),
	};
	enum rc rc = add_day(c, &d, err);

	if (!rc)
		reply_message(c->reply, "Holiday: %s, %s. Sessions that day go when their rep "
			      "publishes: replife hours publish --rep LOGIN",
			      say_day(c, d.day), d.name);
	return rc;
}

const struct op op_holiday_add = {
	.name = "holiday add", .summary = "Name a day without weekly hours",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = add_params,
	.result = hours_columns, .example = "holiday add 2026-12-25 Christmas", .run = run_add,
};

/* ---- list ---- */

static const struct param list_params[] = {
	{ .name = "all", .type = P_FLAG, .help = "those that are over too" },
	END
};

static enum rc run_list(struct call *c, struct err *err)
{
	int64_t today = day_of(c->zone, c->now_s);
	struct stmt *s = hours_days(c->st, c->program.id, 0, arg_has(c, "all") ? 0 : today,
				    today + 10 * YEAR_DAYS);
	struct dayoff d;

	while (hours_next_day(s, c->arena, &d))
		put_dayoff(c, &d);
	c->reply->empty = "No holidays ahead. Add one: replife holiday add DATE NAME";
	return stmt_done(s, err);
}

const struct op op_holiday_list = {
	.name = "holiday list", .summary = "List holidays",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = hours_columns, .example = "holiday list", .run = run_list,
};

/* ---- remove ---- */

static const struct param remove_params[] = { DATE_PARAM, ZONE_PARAM, END };

/* The one holiday of the day, of the zone where one is named. */
static enum rc holiday_on(struct call *c, int64_t day, const char *zone, struct dayoff *out,
			  struct err *err)
{
	struct stmt *s = hours_days(c->st, c->program.id, 0, day, day);
	struct dayoff d;
	size_t n = 0;
	enum rc rc;

	while (hours_next_day(s, c->arena, &d)) {
		if (zone && (!d.zone || strcmp(zone, d.zone)))
			continue;
		*out = d;
		n++;
	}
	rc = stmt_done(s, err);
	if (rc || n == 1)
		return rc;
	if (n) {
		err_set(err, RC_AMBIGUOUS, "%zu holidays are on %s", n, say_day(c, day));
		return err_todo(err, "Say of which zone: --zone %s",
				out->zone ? out->zone : "ZONE");
	}
	err_set(err, RC_NOT_FOUND, "there is no holiday on %s", say_day(c, day));
	return err_todo(err, "See them: replife holiday list");
}

static enum rc run_remove(struct call *c, struct err *err)
{
	struct dayoff d = { 0 };
	enum rc rc = holiday_on(c, arg_int(c, "date", 0), arg_text(c, "zone"), &d, err);

	if (!rc)
		rc = ent_delete(c->st, &ent_dayoff, d.id, err);
	if (rc)
		return rc;
	c->reply->record = true;
	put_dayoff(c, &d);
	reply_message(c->reply, "No holiday any more: %s, %s", say_day(c, d.day),
		      d.name ? d.name : "");
	return RC_OK;
}

const struct op op_holiday_remove = {
	.name = "holiday remove", .summary = "Take a holiday back",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = remove_params,
	.result = hours_columns, .example = "holiday remove 2026-12-25", .run = run_remove,
};
