/* Times and values in words. */
#include "say.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "replife/out.h"

static const struct value *cell(const struct reply *r, size_t row, const char *key)
{
	static const struct value none = { .type = V_NULL };

	for (size_t i = 0; i < r->n_cols; i++)
		if (r->cols[i].key[0] == key[0] && !strcmp(r->cols[i].key, key))
			return &r->cells[row * r->n_cols + i];
	return &none;
}

int64_t row_int(const struct reply *r, size_t row, const char *key)
{
	const struct value *v = cell(r, row, key);

	if (v->type == V_BOOL)
		return v->u.b;
	if (v->type == V_SPAN)
		return v->u.span.begin_s;
	return v->type == V_INT || v->type == V_INSTANT || v->type == V_DAY || v->type == V_REF
		? v->u.i : 0;
}

const char *row_text(const struct reply *r, size_t row, const char *key)
{
	const struct value *v = cell(r, row, key);

	return v->type == V_TEXT && v->u.s.p ? v->u.s.p : "";
}

bool row_null(const struct reply *r, size_t row, const char *key)
{
	return cell(r, row, key)->type == V_NULL;
}

const char *row_ref(struct arena *a, const struct reply *r, size_t row, const char *key)
{
	for (size_t i = 0; i < r->n_cols; i++) {
		const struct value *v = &r->cells[row * r->n_cols + i];

		if (strcmp(r->cols[i].key, key))
			continue;
		if (v->type == V_REF)
			return arena_printf(a, "%c-%lld", r->cols[i].letter, (long long)v->u.i);
		return row_text(r, row, key);
	}
	return "";
}

const char *tell_clock(const struct app *app, struct arena *a, int64_t at_s)
{
	struct wall w;

	zone_to_wall(app->zone, at_s, &w);
	return arena_printf(a, "%02d:%02d", w.hour, w.min);
}

const char *iso_day(struct arena *a, int64_t day)
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02d", y, m, d);
}

const char *tell_day(const struct app *app, struct arena *a, int64_t day)
{
	int y, m, d, this_y, x;

	date_of_day(day, &y, &m, &d);
	date_of_day(day_of(app->zone, app->now_s), &this_y, &x, &x);
	if (y == this_y)
		return arena_printf(a, "%.3s %d %.3s", weekday_names[day_weekday(day)], d,
				    month_names[m - 1]);
	return arena_printf(a, "%.3s %d %.3s %d", weekday_names[day_weekday(day)], d,
			    month_names[m - 1], y);
}

const char *tell_at(const struct app *app, struct arena *a, int64_t at_s)
{
	struct wall w, now;

	zone_to_wall(app->zone, at_s, &w);
	zone_to_wall(app->zone, app->now_s, &now);
	if (w.year != now.year && at_s < app->now_s)
		return arena_printf(a, "%d %.3s %d %02d:%02d", w.day, month_names[w.month - 1], w.year,
				    w.hour, w.min);
	return arena_printf(a, "%s %s", tell_day(app, a, day_of(app->zone, at_s)),
			    tell_clock(app, a, at_s));
}

const char *tell_hours(const struct app *app, struct arena *a, int64_t begin_s, int64_t end_s)
{
	return arena_printf(a, "%s\xE2\x80\x93%s", tell_clock(app, a, begin_s),
			    tell_clock(app, a, end_s));
}

static bool begins_op(const char *words)
{
	size_t n = strcspn(words, " `.,;:)");

	for (size_t i = 0; n && op_table[i]; i++)
		if (!strncmp(op_table[i]->name, words, n) && strchr(" ", op_table[i]->name[n]))
			return true;
	return false;
}

const char *tell_here(struct arena *a, const char *text)
{
	static const char shell[] = "replife ";
	struct out o;

	if (!strncmp(text, IN_THE_SHELL, sizeof IN_THE_SHELL - 1))
		return text;
	out_to_mem(&o, a);
	for (const char *p = text, *at; *p; p = at) {
		at = strstr(p, shell);
		if (!at) {
			out_str(&o, p);
			break;
		}
		out_bytes(&o, p, (size_t)(at - p));
		at += sizeof shell - 1;
		/* "replife --db FILE" and "a replife store" are no operation. */
		out_str(&o, begins_op(at) ? ":" : shell);
	}
	return out_text(&o);
}

const char *tell_screen(const struct app *app, struct arena *a, const struct view_type *screen)
{
	for (size_t i = 0; !app->plain && i < app->n_mains; i++)
		if (app->mains[i]->type == screen)
			return arena_printf(a, "%zu", i + 1);
	return arena_printf(a, "screen %s", screen->name);
}

const char *plural(struct arena *a, int64_t n, const char *one, const char *many)
{
	return arena_printf(a, "%lld %s", (long long)n, n == 1 ? one : many);
}

const char *tell_distance(const struct app *app, struct arena *a, int64_t at_s)
{
	int64_t away = at_s - app->now_s, s = llabs(away);
	int64_t days = llabs(day_of(app->zone, at_s) - day_of(app->zone, app->now_s));
	const char *n;

	if (s < 60)
		return "now";
	if (s < 3600)
		n = plural(a, s / 60, "min", "min");
	else if (days == 0 || s < 12 * 3600)
		n = arena_printf(a, "%lld h", (long long)((s + 1800) / 3600));
	else if (days < 14)
		n = plural(a, days, "day", "days");
	else if (days < 70)
		n = plural(a, days / 7, "week", "weeks");
	else
		n = plural(a, days / 30, "month", "months");
	return away > 0 ? arena_printf(a, "in %s", n) : arena_printf(a, "%s ago", n);
}

const char *zone_city(struct arena *a, const char *zone)
{
	const char *slash = strrchr(zone, '/');
	char *city = arena_strdup(a, slash ? slash + 1 : zone);

	for (char *p = city; *p; p++)
		if (*p == '_')
			*p = ' ';
	return city;
}

const char *tell_other(const struct app *app, struct arena *a, int64_t at_s, const char *zone)
{
	const struct zone *z;
	struct err ignored = { 0 };
	struct wall here, there;

	if (!zone || !*zone || zone_load(zone, &z, &ignored) ||
	    zone_offset_s(z, at_s) == zone_offset_s(app->zone, at_s))
		return NULL;
	zone_to_wall(app->zone, at_s, &here);
	zone_to_wall(z, at_s, &there);
	return arena_printf(a, "%02d:%02d%s in %s", there.hour, there.min,
			    there.day == here.day ? "" :
			    day_of(z, at_s) > day_of(app->zone, at_s) ? " the day after"
								      : " the day before",
			    zone_city(a, zone));
}

static const char *visitor_other(const struct app *app, struct arena *a, const struct reply *r, size_t i,
				 const char *slot)
{
	return strcmp(row_ref(a, r, i, "slot"), slot) ? NULL
		: tell_other(app, a, row_int(r, i, "start"), row_text(r, i, "marketer_zone"));
}

const char *tell_visitors(const struct app *app, struct arena *a, const struct reply *visitors,
			  const char *slot)
{
	const char **others = arena_array(a, const char *, visitors->n_rows + 1), *said = "";

	for (size_t i = 0; i < visitors->n_rows; i++) {
		const char *names = row_text(visitors, i, "marketer_name");
		bool before = false;

		others[i] = visitor_other(app, a, visitors, i, slot);
		for (size_t k = 0; k < i; k++)
			before |= others[i] && others[k] && !strcmp(others[k], others[i]);
		if (!others[i] || before)
			continue;
		for (size_t k = i + 1; k < visitors->n_rows; k++) {
			const char *same = visitor_other(app, a, visitors, k, slot);

			if (same && !strcmp(same, others[i]))
				names = arena_printf(a, "%s, %s", names, row_text(visitors, k, "marketer_name"));
		}
		said = arena_printf(a, "%s%s%s (%s)", said, *said ? ", " : "", others[i], names);
	}
	return said;
}

static bool clock_changes(const struct zone *z, int64_t day)
{
	return zone_offset_s(z, day_begin_s(z, day)) != zone_offset_s(z, day_begin_s(z, day + 1));
}

/* Quick, and true rather than false: may one of their clocks change within so
 * many days? No zone is further from UTC than a day. */
static bool may_change(const struct zone *const *zones, size_t n, int64_t day, int days)
{
	for (size_t i = 0; i < n; i++)
		if (zone_offset_s(zones[i], (day - 1) * 86400) != zone_offset_s(zones[i], (day + days + 1) * 86400))
			return true;
	return false;
}

static const char *where_changes(struct arena *a, const struct zone *const *zones, size_t n, int64_t day)
{
	const char *said = "";

	for (size_t i = 0; i < n; i++)
		if (clock_changes(zones[i], day))
			said = arena_printf(a, "%s%s%s", said, *said ? " and " : "",
					    zone_city(a, zone_name(zones[i])));
	return said;
}

const char *tell_changes(const struct app *app, struct arena *a, const char *const *names, size_t n,
			 int64_t from_day, int64_t to_day)
{
	const struct zone **zones = arena_array(a, const struct zone *, n + 1);
	struct err ignored = { 0 };
	const char *said = "";
	size_t k = 0;

	/* Each once; that of whoever looks comes last. */
	for (size_t i = 0; i < n; i++)
		k += strcmp(names[i], zone_name(app->zone)) && !zone_load(names[i], &zones[k], &ignored);
	zones[k++] = app->zone;
	for (int64_t day = from_day; day <= to_day; day++) {
		const char *where;

		if ((day - from_day) % 7 == 0 && !may_change(zones, k, day, 7)) {
			day += 6;	/* each draw asks this: a week at a time */
			continue;
		}
		where = where_changes(a, zones, k, day);
		if (*where)
			said = arena_printf(a, "%s%s%s %s", said, *said ? ", " : "Clocks change: ", where,
					    tell_day(app, a, day));
	}
	return said;
}
