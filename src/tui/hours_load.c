/* What Hours shows: the weekly hours, and what publishing them would change. */
#include "hours.h"

#include <stdio.h>
#include <string.h>

#include "replife/typed.h"
#include "say.h"

static struct hours_row *add(struct hours *h, enum hours_kind kind, const char *ref, const char *text)
{
	struct arena *a = &h->v.data;

	if (h->n == h->cap) {
		h->rows = arena_grow(a, h->rows, (size_t)h->cap * sizeof *h->rows,
				     (size_t)(h->cap + 32) * sizeof *h->rows);
		h->cap += 32;
	}
	h->rows[h->n] = (struct hours_row){ .kind = kind, .ref = ref, .text = text, .more = "" };
	return &h->rows[h->n++];
}

/* Whoever hosts sees their own; else somebody is to be chosen. */
static enum rc find_rep(struct app *app, struct hours *h, struct err *err)
{
	struct reply r = { 0 };
	enum rc rc;

	if (h->rep)
		return RC_OK;
	rc = app_call(app, &h->v.data, "roster list", NULL, 0, &r, err);
	for (size_t i = 0; !rc && i < r.n_rows; i++)
		if (!strcmp(row_text(&r, i, "rep"), app->login)) {
			h->rep = app->login;
			h->rep_name = app->name;
		}
	return rc;
}

static enum rc load_rules(struct app *app, struct hours *h, struct err *err)
{
	struct arena *a = &h->v.data;
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "hours list", ARGS({ "rep", h->rep, NULL }), &r, err);

	if (rc)
		return rc;
	h->zone = "";
	add(h, HOURS_HEAD, "Every week", "");
	for (size_t i = 0; i < r.n_rows; i++)
		if (!strcmp(row_text(&r, i, "type"), "rule")) {
			struct hours_row *row = add(h, HOURS_RULE, row_ref(a, &r, i, "id"),
						    row_text(&r, i, "sentence"));

			row->more = row_text(&r, i, "kind");
			h->zone = row_text(&r, i, "zone");
		}
	add(h, HOURS_ADD, "new", "+ add a weekly time");
	add(h, HOURS_HEAD, "Days off and extra days", "");
	for (size_t i = 0; i < r.n_rows; i++)
		if (strcmp(row_text(&r, i, "type"), "rule")) {
			const char *type = row_text(&r, i, "type"), *said = row_text(&r, i, "sentence");

			add(h, HOURS_DAY, row_ref(a, &r, i, "id"), *said && !strcmp(type, "extra") ? said
			    : arena_printf(a, "%s  off%s%s%s", tell_day(app, a, row_int(&r, i, "day")),
					   *said ? "  (" : "", said, *said ? ")" : ""))->more = type;
		}
	add(h, HOURS_ADD, "newday", "+ add a day off, or an extra day");
	return RC_OK;
}

static void count(struct hours *h, const struct app *app, const struct reply *r, size_t i, const char *what)
{
	int64_t day = day_of(app->zone, row_int(r, i, "start")) - h->monday;
	struct hours_day *d = day >= 0 && day < WEEKS * 7 ? &h->days[day / 7][day % 7] : NULL;

	h->added += *what == 'a';
	h->kept += *what == 'k';
	h->removed += *what == 'r';
	if (!d)
		return;
	d->added += *what == 'a';
	d->kept += *what == 'k';
	d->removed += *what == 'r';
	d->decide += *what == 'd';
	h->weekend |= day % 7 > 4;
}

static const char *moved_to(struct app *app, struct arena *a, const char *typed)
{
	struct err ignored = { 0 };
	bool is_day;
	int64_t at_s;

	return typed_instant(typed, app->zone, app->now_s, &at_s, &is_day, &ignored) ? typed
											: tell_at(app, a, at_s);
}

/* Asked once, and only where somebody's session is in question. */
static enum rc load_visitors(struct app *app, struct hours *h, struct err *err)
{
	struct reply *to = &h->visitors;

	return to->n_cols ? RC_OK : app_call(app, &h->v.data, "visitors", ARGS({ "rep", h->rep, NULL }), to, err);
}

/* "Ben Osei and 2 more", of those who have a seat. */
static const char *who_comes(struct hours *h, const char *slot, int64_t taken)
{
	const struct reply *visitors = &h->visitors;
	struct arena *a = &h->v.data;

	for (size_t i = 0; i < visitors->n_rows; i++)
		if (!strcmp(row_ref(a, visitors, i, "slot"), slot) &&
		    strcmp(row_text(visitors, i, "state"), "waiting") != 0)
			return taken < 2 ? row_text(visitors, i, "marketer_name")
			     : arena_printf(a, "%s and %lld more", row_text(visitors, i, "marketer_name"),
					    (long long)taken - 1);
	return plural(a, taken, "visitor", "visitors");
}

static void add_decision(struct app *app, struct hours *h, const struct reply *r, size_t i)
{
	struct arena *a = &h->v.data;
	const char *ref = row_ref(a, r, i, "id");
	const struct decision *d = hours_decision(h, ref);

	add(h, HOURS_DECIDE, ref, arena_printf(a, "%s, %s", tell_at(app, a, row_int(r, i, "start")),
		who_comes(h, ref, row_int(r, i, "taken"))))->more =
		!d ? "?" : d->said == '=' ? "keep it" : d->said == 'x' ? "call it off"
		: arena_printf(a, "to %s", moved_to(app, a, d->to));
	h->undecided += !d;
}

static enum rc load_plan(struct app *app, struct hours *h, struct err *err)
{
	struct arena *a = &h->v.data;
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "hours preview", ARGS({ "rep", h->rep, NULL }), &r, err);
	bool any = false;

	for (size_t i = 0; !rc && i < r.n_rows; i++) {
		const char *what = row_text(&r, i, "action");

		count(h, app, &r, i, what);
		if (*what != 'd')
			continue;
		if (!any) {
			add(h, HOURS_HEAD, "Booked, and falls away: keep, move or call off?", "");
			rc = load_visitors(app, h, err);
		}
		any = true;
		add_decision(app, h, &r, i);
	}
	h->plan = r;
	h->warnings = r.warnings;
	h->n_warnings = r.n_warnings;
	return rc;
}

static bool is_day_off(const struct reply *days, int64_t day)
{
	for (size_t i = 0; i < days->n_rows; i++)
		if (!strcmp(row_text(days, i, "type"), "skip") && row_int(days, i, "day") == day)
			return true;
	return false;
}

/* Sessions of an extra day are made by no rule, and yet by the hours. */
static bool is_planned(struct hours *h, const char *ref)
{
	for (size_t i = 0; i < h->plan.n_rows; i++)
		if (!row_null(&h->plan, i, "id") && !strcmp(row_ref(&h->v.data, &h->plan, i, "id"), ref))
			return true;
	return false;
}

/* Sessions that were offered one by one: no hours change them, and a day off
 * does not call them off. */
static enum rc load_by_hand(struct app *app, struct hours *h, struct err *err)
{
	struct arena *a = &h->v.data;
	struct reply r = { 0 }, days = { 0 };
	int64_t today = day_of(app->zone, app->now_s);
	struct arg args[] = { { "rep", h->rep, NULL }, { "from", iso_day(a, today), NULL },
			      { "to", iso_day(a, h->monday + WEEKS * 7 - 1), NULL } };
	enum rc rc = app_call(app, a, "slot list", args, 3, &r, err);
	bool any = false;

	h->by_hand = 0;
	if (!rc)
		rc = app_call(app, a, "hours list", args, 1, &days, err);
	for (size_t i = 0; !rc && i < r.n_rows; i++) {
		int64_t start = row_int(&r, i, "start");
		struct hours_row *row;

		if (!row_null(&r, i, "rule") || start < app->now_s || is_planned(h, row_ref(a, &r, i, "id")))
			continue;
		count(h, app, &r, i, "kept");
		h->by_hand++;
		if (!is_day_off(&days, day_of(app->zone, start)))
			continue;
		if (!any)
			add(h, HOURS_HEAD, "On a day off, and still offered", "");
		rc = load_visitors(app, h, err);
		any = true;
		row = add(h, HOURS_STANDS, row_ref(a, &r, i, "id"), tell_at(app, a, start));
		row->start_s = start;
		row->visitors = (int)row_int(&r, i, "taken");
		row->more = plural(a, row->visitors, "visitor", "visitors");
	}
	return rc;
}

static const char *ref_of_row(const void *ctx, int i)
{
	return ((const struct hours *)ctx)->rows[i].ref;
}

static bool skips(const void *ctx, int i)
{
	return ((const struct hours *)ctx)->rows[i].kind == HOURS_HEAD;
}

void hours_moved(struct hours *h)
{
	snprintf(h->ref, sizeof h->ref, "%s", h->list.at >= 0 ? h->rows[h->list.at].ref : "");
}

enum rc hours_load(struct app *app, struct view *v, struct err *err)
{
	struct hours *h = (struct hours *)v;
	enum rc rc = find_rep(app, h, err);

	h->rows = NULL;
	h->n = h->cap = h->added = h->kept = h->removed = h->undecided = 0;
	h->n_warnings = 0;
	h->visitors = (struct reply){ 0 };
	h->weekend = false;
	memset(h->days, 0, sizeof h->days);
	h->monday = day_of(app->zone, app->now_s);
	h->monday -= day_weekday(h->monday);
	if (!rc && h->rep && !h->recalled)
		hours_recall(app, h);
	h->v.stale = false;
	if (!rc && h->rep)
		rc = load_rules(app, h, err);
	if (!rc && h->rep)
		rc = load_plan(app, h, err);
	if (!rc && h->rep)
		rc = load_by_hand(app, h, err);
	if (rc)
		return rc;
	h->list.skip = skips;
	h->list.ctx = h;
	list_set_at(&h->list, h->n, ref_of_row, h->ref);
	hours_moved(h);
	return RC_OK;
}
