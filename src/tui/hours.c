/* Hours: when somebody may sit with a rep, what publishing would change, and
 * what becomes of booked sessions that fall away. */
#include "hours.h"

#include <stdio.h>
#include <string.h>

#include "say.h"
#include "screens.h"

/* ---- reading ---- */

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

const struct decision *hours_decision(const struct hours *h, const char *slot)
{
	for (size_t i = 0; i < h->n_decisions; i++)
		if (!strcmp(h->decisions[i].slot, slot))
			return &h->decisions[i];
	return NULL;
}

static void add_decision(struct app *app, struct hours *h, const struct reply *r, size_t i)
{
	struct arena *a = &h->v.data;
	const char *ref = row_ref(a, r, i, "id");
	const struct decision *d = hours_decision(h, ref);

	add(h, HOURS_DECIDE, ref, arena_printf(a, "%s, %s", tell_at(app, a, row_int(r, i, "start")),
		plural(a, row_int(r, i, "taken"), "visitor", "visitors")))->more =
		!d ? "?" : d->said == '=' ? "keep it" : d->said == 'x' ? "call it off"
		: arena_printf(a, "move to %s", d->to);
	h->undecided += !d;
}

static enum rc load_plan(struct app *app, struct hours *h, struct err *err)
{
	struct arena *a = &h->v.data;
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "hours preview", ARGS({ "rep", h->rep, NULL }), &r, err);
	bool any = false;

	if (rc)
		return rc;
	for (size_t i = 0; i < r.n_rows; i++) {
		const char *what = row_text(&r, i, "action");

		count(h, app, &r, i, what);
		if (*what == 'd') {
			if (!any)
				add(h, HOURS_HEAD, "Booked, and falls away: keep, move or call off?", "");
			any = true;
			add_decision(app, h, &r, i);
		}
	}
	h->warnings = r.warnings;
	h->n_warnings = r.n_warnings;
	return RC_OK;
}

static bool skips(const void *ctx, int i)
{
	return ((const struct hours *)ctx)->rows[i].kind == HOURS_HEAD;
}

static void selection_moved(struct hours *h)
{
	snprintf(h->ref, sizeof h->ref, "%s", h->list.at >= 0 ? h->rows[h->list.at].ref : "");
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct hours *h = (struct hours *)v;
	enum rc rc = find_rep(app, h, err);

	h->rows = NULL;
	h->n = h->cap = h->added = h->kept = h->removed = h->undecided = 0;
	h->n_warnings = 0;
	h->weekend = false;
	memset(h->days, 0, sizeof h->days);
	h->monday = day_of(app->zone, app->now_s);
	h->monday -= day_weekday(h->monday);
	if (!rc && h->rep)
		rc = load_rules(app, h, err);
	if (!rc && h->rep)
		rc = load_plan(app, h, err);
	if (rc)
		return rc;
	h->list.skip = skips;
	h->list.ctx = h;
	list_set(&h->list, h->n);
	for (int i = 0; *h->ref && i < h->n; i++)
		if (!strcmp(h->rows[i].ref, h->ref))
			list_select(&h->list, i);
	selection_moved(h);
	return RC_OK;
}

void open_hours_of(struct app *app, const char *rep, const char *name)
{
	struct hours *h;

	if (!app_go_to(app, &hours_view))
		return;
	h = (struct hours *)app_top(app);
	arena_free(&h->rep_in);
	h->rep_in.parent = app->arena;
	h->rep = arena_strdup(&h->rep_in, rep);
	h->rep_name = arena_strdup(&h->rep_in, name);
	h->n_decisions = 0;
	h->v.stale = true;
}

/* ---- keys ---- */

static const struct hours_row *row_at(const struct view *v)
{
	const struct hours *h = (const struct hours *)v;

	return h->list.at >= 0 ? &h->rows[h->list.at] : NULL;
}

static bool is_kind(const struct view *v, enum hours_kind kind)
{
	return row_at(v) && row_at(v)->kind == kind;
}

static bool to_decide(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, HOURS_DECIDE);
}

static bool is_said(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, HOURS_RULE) || is_kind(v, HOURS_DAY);
}

static bool has_rep(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct hours *)v)->rep;
}

static bool has_no_rep(const struct app *app, const struct view *v)
{
	return !has_rep(app, v);
}

static bool runs_it(const struct app *app, const struct view *v)
{
	(void)v;
	return app->roles & ROLE_BIT(ROLE_LIFECYCLE);
}

void hours_decide(struct hours *h, const char *slot, char said, const char *to)
{
	struct decision *d = NULL;

	for (size_t i = 0; i < h->n_decisions; i++)
		if (!strcmp(h->decisions[i].slot, slot))
			d = &h->decisions[i];
	if (!d && h->n_decisions < DECISIONS_MAX)
		d = &h->decisions[h->n_decisions++];
	if (!d)
		return;
	snprintf(d->slot, sizeof d->slot, "%s", slot);
	snprintf(d->to, sizeof d->to, "%s", to ? to : "");
	d->said = said;
	h->v.stale = true;
}

static void keep_it(struct app *app, struct view *v)
{
	(void)app;
	hours_decide((struct hours *)v, ((struct hours *)v)->ref, '=', NULL);
}

static void call_off(struct app *app, struct view *v)
{
	(void)app;
	hours_decide((struct hours *)v, ((struct hours *)v)->ref, 'x', NULL);
}

static void move_it(struct app *app, struct view *v)
{
	open_hours_move(app, (struct hours *)v, ((struct hours *)v)->ref);
}

static void new_hours(struct app *app, struct view *v)
{
	open_hours_new(app, (struct hours *)v);
}

static void choose_rep(struct app *app, struct view *v)
{
	open_hours_rep(app, (struct hours *)v);
}

static void take_out(struct app *app, struct view *v)
{
	app_do(app, "hours remove", ARGS({ "rule", ((struct hours *)v)->ref, NULL }));
}

static void act(struct app *app, struct view *v)
{
	if (is_kind(v, HOURS_DECIDE))
		open_result(app, op_find("slot show"), ARGS({ "slot", ((struct hours *)v)->ref, NULL }));
	else if (!has_rep(app, v))
		choose_rep(app, v);
	else
		new_hours(app, v);
}

static void publish(struct app *app, struct view *v)
{
	struct hours *h = (struct hours *)v;
	struct arena a = { .parent = app->arena };
	struct arg args[DECISIONS_MAX + 1] = { { "rep", h->rep, NULL } };
	size_t n = 1;

	if (h->undecided) {
		app_say(app, "First say what becomes of %s: = keep, m move, x call off",
			h->undecided == 1 ? "the booked session that falls away"
					  : "the booked sessions that fall away");
		for (int i = 0; i < h->n; i++)
			if (h->rows[i].kind == HOURS_DECIDE && !strcmp(h->rows[i].more, "?")) {
				list_select(&h->list, i);
				break;
			}
		selection_moved(h);
		return;
	}
	for (size_t i = 0; i < h->n_decisions; i++) {
		const struct decision *d = &h->decisions[i];

		args[n++] = d->said == 'm'
			? (struct arg){ "move", arena_printf(&a, "%s=%s", d->slot, d->to), NULL }
			: (struct arg){ d->said == '=' ? "keep" : "cancel", d->slot, NULL };
	}
	if (app_do(app, "hours publish", args, n))
		h->n_decisions = 0;
	arena_free(&a);
}

static const char *hint(struct app *app, struct view *v)
{
	struct hours *h = (struct hours *)v;

	(void)app;
	if (!h->rep)
		return "You do not host yourself: f chooses whose hours you look at.";
	if (h->undecided)
		return h->undecided == 1 ? "1 decision left before you can publish."
					 : "Some decisions are left before you can publish.";
	if (h->added || h->removed || h->n_decisions)
		return "Nothing of this can be booked yet: F2 publishes it.";
	return NULL;
}

static void moved(struct app *app, struct view *v)
{
	(void)app;
	selection_moved((struct hours *)v);
}

static const char *selected(const struct view *v)
{
	const struct hours *h = (const struct hours *)v;

	return *h->ref && strchr(h->ref, '-') ? h->ref : NULL;
}

static void leave(struct app *app, struct view *v)
{
	(void)app;
	arena_free(&((struct hours *)v)->rep_in);
}

static const struct key keys[] = {
	{ K_ENTER, "Show", "Show the booked session", act, 0, to_decide, "slot show %" },
	{ K_ENTER, "Whose hours", "Choose whose hours to look at", act, 0, has_no_rep, "hours list --rep LOGIN" },
	{ '=', "Keep it", "It stays as it is, out of hours", keep_it, 0, to_decide, "hours publish --keep %" },
	{ 'm', "Move", "Give it another time", move_it, 0, to_decide, "hours publish --move %=TIME" },
	{ 'x', "Call off", "Cancel it; its visitors are told", call_off, 0, to_decide, "hours publish --cancel %" },
	{ 'n', "New", "Add a weekly time, a day off, an extra day", new_hours, 0, has_rep, "hours add 'every tue 10-12 30min'" },
	{ K_ENTER, NULL, "Add a weekly time, a day off, an extra day", act, KEY_HIDDEN, has_rep, NULL },
	{ 'x', "Remove", "Take these hours, or this day, away", take_out, 0, is_said, "hours remove %" },
	{ K_F2, "Publish", "Turn the hours into sessions to book", publish, 0, has_rep, "hours publish" },
	{ 'f', "Whose", "Whose hours", choose_rep, 0, runs_it, "hours list --rep LOGIN" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type hours_view = {
	.name = "Hours", .keys = keys, .size = sizeof (struct hours), .load = load, .draw = hours_draw,
	.list = offsetof(struct hours, list), .moved = moved, .hint = hint, .selected = selected, .leave = leave,
};
