/* How things look to this reader: width, colour, and times in their zone. */
#include <time.h>

#include "cli_i.h"
#include "replife/clock.h"
#include "replife/zone.h"

/* Loaded when the first time is shown: most answers show none. */
static const struct zone *zone_of(struct cli *c)
{
	const char *name = c->session ? session_zone(c->session) : NULL;
	struct err ignored = { 0 };

	if (c->zone)
		return c->zone;
	if (zone_load(name ? name : "UTC", &c->zone, &ignored) &&
	    zone_load("UTC", &c->zone, &ignored))
		c->zone = NULL;
	return c->zone;
}

static const char *say_day(struct cli *c, struct arena *a, int64_t day)
{
	int64_t now_s = c->now_s ? c->now_s : clock_now_s(&clock_system);
	const struct zone *z = zone_of(c);
	int y, m, d, this_y, x;

	date_of_day(day, &y, &m, &d);
	date_of_day(z ? day_of(z, now_s) : now_s / 86400, &this_y, &x, &x);
	if (y == this_y)
		return arena_printf(a, "%.3s %d %.3s", weekday_names[day_weekday(day)], d,
				    month_names[m - 1]);
	return arena_printf(a, "%.3s %d %.3s %d", weekday_names[day_weekday(day)], d,
			    month_names[m - 1], y);
}

static const char *look_day(void *ctx, struct arena *a, int64_t day)
{
	return say_day(ctx, a, day);
}

static const char *look_when(void *ctx, struct arena *a, int64_t begin_s, int64_t end_s)
{
	struct cli *c = ctx;
	const struct zone *z = zone_of(c);
	char text[RFC3339_SIZE];
	struct wall b, e;

	if (!z)
		return arena_strdup(a, rfc3339(begin_s, text));
	zone_to_wall(z, begin_s, &b);
	if (!end_s)
		return arena_printf(a, "%s %02d:%02d", say_day(c, a, day_of(z, begin_s)), b.hour,
				    b.min);
	zone_to_wall(z, end_s, &e);
	return arena_printf(a, "%s %02d:%02d-%02d:%02d", say_day(c, a, day_of(z, begin_s)),
			    b.hour, b.min, e.hour, e.min);
}

void look_init(struct cli *c, struct look *look)
{
	*look = (struct look){
		.width = terminal_width(c), .color = c->color, .ascii = c->ascii,
		.one_by_one = c->cmd.g.accessible, .when = look_when, .day = look_day, .ctx = c,
	};
}
