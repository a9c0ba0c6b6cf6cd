/* Hours: when somebody may sit with a rep, what publishing would change, and
 * what becomes of booked sessions that fall away. */
#include "hours.h"

#include <stdio.h>
#include <string.h>

#include "say.h"
#include "screens.h"

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
	h->recalled = false;
	h->v.stale = true;
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct hours *h = (struct hours *)v;
	enum rc rc = hours_load(app, v, err);

	if (rc)
		return rc;
	return hosting_load(app, &v->data, h->rep ? h->rep : app->login,
			    !h->rep || !strcmp(h->rep, app->login) ? NULL : h->rep_name, &h->hosting, err);
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

static bool to_add(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, HOURS_ADD);
}

static bool has_rep(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct hours *)v)->rep;
}

static bool runs_it(const struct app *app, const struct view *v)
{
	(void)v;
	return app->roles & ROLE_BIT(ROLE_LIFECYCLE);
}

/* To whom others' hours are open. */
static bool may_choose(const struct app *app, const struct view *v)
{
	return !has_rep(app, v) && runs_it(app, v);
}

static bool no_hours(const struct app *app, const struct view *v)
{
	return !has_rep(app, v) && !runs_it(app, v);
}

static bool may_say_yes(const struct app *app, const struct view *v)
{
	const struct hours *h = (const struct hours *)v;

	return has_rep(app, v) && (hosting_invited(&h->hosting) || hosting_paused(&h->hosting));
}

static void say_yes(struct app *app, struct view *v)
{
	const struct hours *h = (const struct hours *)v;

	hosting_yes(app, &h->hosting, h->rep);
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

/* What the op would refuse is said before anything is typed. */
static void new_hours(struct app *app, struct view *v)
{
	struct hours *h = (struct hours *)v;

	if (h->hosting.missing)
		app_say(app, "%s %s", h->hosting.missing, h->hosting.todo);
	else
		open_hours_new(app, h);
}

static void choose_rep(struct app *app, struct view *v)
{
	open_hours_rep(app, (struct hours *)v);
}

static bool stands(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, HOURS_STANDS);
}

static void not_then(struct app *app, struct view *v)
{
	const struct hours_row *r = row_at(v);
	struct arena a = { .parent = app->arena };

	if (r)
		open_not_today(app, r->ref, r->start_s, r->visitors,
			       tell_visitors(app, &a, &((struct hours *)v)->visitors, r->ref));
	arena_free(&a);
}

static void take_out(struct app *app, struct view *v)
{
	app_do(app, "hours remove", ARGS({ "rule", ((struct hours *)v)->ref, NULL }));
}

static void act(struct app *app, struct view *v)
{
	if (is_kind(v, HOURS_DECIDE) || is_kind(v, HOURS_STANDS))
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
	struct arg *args;
	size_t n = 0;

	if (h->undecided) {
		app_say(app, "First say what becomes of %s: = keep, m move, x call off",
			h->undecided == 1 ? "the booked session that falls away"
					  : "the booked sessions that fall away");
		for (int i = 0; i < h->n; i++)
			if (h->rows[i].kind == HOURS_DECIDE && !strcmp(h->rows[i].more, "?")) {
				list_select(&h->list, i);
				break;
			}
		hours_moved(h);
		return;
	}
	args = arena_array(&a, struct arg, h->n_decisions + 1);
	args[n++] = (struct arg){ "rep", h->rep, NULL };
	/* What was decided of a session that no longer falls away is not said. */
	for (int i = 0; i < h->n; i++) {
		const struct decision *d = h->rows[i].kind == HOURS_DECIDE
			? hours_decision(h, h->rows[i].ref) : NULL;

		if (!d)
			continue;
		args[n++] = d->said == 'm'
			? (struct arg){ "move", arena_printf(&a, "%s=%s", d->slot, d->to), NULL }
			: (struct arg){ d->said == '=' ? "keep" : "cancel", d->slot, NULL };
	}
	if (app_do(app, "hours publish", args, n))
		hours_forget(h);
	arena_free(&a);
}

/* When the session in question is for who comes, where that differs. */
static void say_other(struct app *app, const struct hours *h, char *out, size_t size)
{
	struct arena a = { .parent = app->arena };
	const char *other = tell_visitors(app, &a, &h->visitors, h->ref);

	snprintf(out, *other ? size : 1, "It is %s.%s", other, h->undecided == 1 ? " 1 decision is left."
		 : h->undecided ? " Some decisions are left." : "");
	arena_free(&a);
}

static const char *hint(struct app *app, struct view *v)
{
	struct hours *h = (struct hours *)v;
	static char other[400];

	*other = '\0';
	if (!h->rep)
		return runs_it(app, v) ? "You do not host yourself: f chooses whose hours you look at." : NULL;
	if (to_decide(app, v) || stands(app, v))
		say_other(app, h, other, sizeof other);
	if (*other)
		return other;
	if (h->undecided)
		return h->undecided == 1 ? "1 decision left before you can publish."
					 : "Some decisions are left before you can publish.";
	for (int i = 0; i < h->n; i++)
		if (h->rows[i].kind == HOURS_STANDS)
			return "A session is still offered on a day off: select it, and x moves it or calls it off.";
	if (h->hosting.missing) {
		snprintf(other, sizeof other, "%s %s", h->hosting.missing, h->hosting.todo);
		return other;
	}
	if (h->added || h->removed || h->n_decisions)
		return "Nothing of this can be booked yet: F2 publishes it.";
	return NULL;
}

static void moved(struct app *app, struct view *v)
{
	(void)app;
	hours_moved((struct hours *)v);
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
	{ K_ENTER, "Whose hours", "Choose whose hours to look at", act, 0, may_choose, "hours list --rep LOGIN" },
	{ 'a', "Say yes", "Host: say yes, or take visitors again", say_yes, 0, may_say_yes, "roster accept" },
	{ K_ENTER, "Show", "Show the session", act, 0, stands, "slot show %" },
	{ 'x', "Can't then", "Offer another time, or call it off", not_then, 0, stands, "slot move % WHEN" },
	{ '=', "Keep it", "It stays as it is, out of hours", keep_it, 0, to_decide, "hours publish --keep %" },
	{ 'm', "Move", "Give it another time", move_it, 0, to_decide, "hours publish --move %=TIME" },
	{ 'x', "Call off", "Cancel it; its visitors find that in Mine", call_off, 0, to_decide, "hours publish --cancel %" },
	{ 'n', "New", "Add a weekly time, a day off, an extra day", new_hours, 0, has_rep, "hours add 'every tue 10-12 30min'" },
	{ 'n', NULL, "What is missing before there can be hours", new_hours, KEY_QUIET, no_hours, "roster list" },
	{ K_ENTER, NULL, "Add a weekly time, a day off, an extra day", act, KEY_QUIET, to_add, "hours add 'every tue 10-12 30min'" },
	{ 'x', "Remove", "Take these hours, or this day, away", take_out, 0, is_said, "hours remove %" },
	{ K_F2, "Publish", "Turn the hours into sessions to book", publish, 0, has_rep, "hours publish" },
	{ 'f', "Whose", "Whose hours", choose_rep, 0, runs_it, "hours list --rep LOGIN" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type hours_view = {
	.name = "Hours", .keys = keys, .size = sizeof (struct hours), .load = load, .draw = hours_draw,
	.list = offsetof(struct hours, list), .ref = offsetof(struct hours, ref), .moved = moved, .hint = hint, .selected = selected, .keep = hours_keep,
	.leave = leave,
};
