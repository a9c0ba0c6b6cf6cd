/* Words for people, in the zone that the call reads and shows. */
#include <string.h>

#include "call.h"
#include "replife/out.h"
#include "replife/shell.h"

const char *say_day(struct call *c, int64_t day)
{
	int y, m, d, now_y, x;

	date_of_day(day, &y, &m, &d);
	date_of_day(day_of(c->zone, c->now_s), &now_y, &x, &x);
	if (y == now_y)
		return arena_printf(c->arena, "%.3s %d %.3s", weekday_names[day_weekday(day)], d,
				    month_names[m - 1]);
	return arena_printf(c->arena, "%.3s %d %.3s %d", weekday_names[day_weekday(day)], d,
			    month_names[m - 1], y);
}

const char *say_when(struct call *c, int64_t begin_s, int64_t end_s)
{
	int64_t day = day_of(c->zone, begin_s);
	struct wall b, e;

	zone_to_wall(c->zone, begin_s, &b);
	if (!end_s)
		return arena_printf(c->arena, "%s %02d:%02d", say_day(c, day), b.hour, b.min);
	zone_to_wall(c->zone, end_s, &e);
	return arena_printf(c->arena, "%s %02d:%02d-%02d:%02d", say_day(c, day), b.hour, b.min,
			    e.hour, e.min);
}

const char *say_word(struct call *c, const char *s)
{
	return shell_word(c->arena, s);
}

const char *ref_of(struct call *c, char letter, int64_t id)
{
	return arena_printf(c->arena, "%c-%lld", letter, (long long)id);
}
