/* Who sits here, and their screens; and when either changes. */
#include "who.h"

#include <stdio.h>
#include <string.h>

#include "form.h"
#include "said.h"
#include "say.h"
#include "screens.h"

static const struct {
	const struct view_type *type;
	unsigned who, but;		/* any of these roles, none of those */
} mains[] = {
	{ &visitors_view, ROLE_BIT(ROLE_REP), ROLE_BIT(ROLE_LIFECYCLE) },	/* theirs first */
	{ &find_view, ROLE_BIT(ROLE_MARKETER) | ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &mine_view, ROLE_BIT(ROLE_MARKETER) | ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &hours_view, ROLE_BIT(ROLE_REP) | ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &roster_view, ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &attend_view, ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &themes_view, ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &actions_view, ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &period_view, ROLE_BIT(ROLE_LIFECYCLE), 0 },
	{ &visitors_view, ROLE_BIT(ROLE_REP), 0 },	/* of who runs it and hosts, last */
	{ &mine_view, ~0u, 0 },
};

static unsigned roles_in(const struct reply *r)
{
	unsigned roles = 0;

	for (size_t i = 0; i < r->n_cols; i++) {
		const struct value *v = &r->cells[i];

		if (strcmp(r->cols[i].key, "roles") || v->type != V_LIST)
			continue;
		for (size_t k = 0; k < v->u.list.n; k++)
			for (int role = 0; role_words[role].code; role++)
				if (!strcmp(role_words[role].code, v->u.list.p[k]))
					roles |= ROLE_BIT(role);
	}
	return roles;
}

enum rc who_sits(struct app *app, struct err *err)
{
	struct reply r = { 0 };
	enum rc rc = app_call(app, app->arena, "whoami", NULL, 0, &r, err);

	if (rc || !r.n_rows)
		return rc;
	app->login = row_text(&r, 0, "login");
	app->name = row_text(&r, 0, "name");
	app->roles = roles_in(&r);
	return zone_load(session_zone(app->session), &app->zone, err);
}

static bool has_main(const struct app *app, const struct view_type *type)
{
	for (size_t i = 0; i < app->n_mains; i++)
		if (app->mains[i]->type == type)
			return true;
	return false;
}

enum rc who_begin(struct app *app, struct err *err)
{
	enum rc rc = who_sits(app, err);

	if (rc)
		return rc;
	app->stale = true;
	app_fresh_period(app);
	for (size_t i = 0; i < sizeof mains / sizeof *mains; i++)
		if ((mains[i].who & app->roles || mains[i].who == ~0u) && !(mains[i].but & app->roles) &&
		    !has_main(app, mains[i].type))
			app->mains[app->n_mains++] = app_main(app, mains[i].type);
	app_go(app, 0);
	first_run(app);
	return RC_OK;
}

/* ---- when it changes ---- */

struct gone {
	struct view v;
	const char *why;
};

static void draw_gone(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	const struct gone *g = (const struct gone *)v;
	struct box a = box_part(body, 1, 2, body.rows - 1, body.cols - 4);

	put_wrapped_text(c, a, 0, a.rows, STYLE_PLAIN, g->why);
	cursor_at(c, a, 0, 0);
	(void)app;
}

static const struct key gone_keys[] = { { 0, NULL, NULL, NULL, 0, NULL, NULL } };

static const struct view_type gone_view = {
	.name = "Nobody", .keys = gone_keys, .size = sizeof (struct gone), .draw = draw_gone,
};

/* Nothing of what they saw stays; what they had typed does, aside. */
void who_gone(struct app *app, const struct err *err)
{
	struct gone *g;

	app_close_all(app);
	g = (struct gone *)app_main(app, &gone_view);
	/* Word for word: what is to be done is somebody else's to type. */
	g->why = arena_printf(&g->v.own, "%s%s %s%s", err->what, said_stop(err->what), err->todo, said_stop(err->todo));
	app->roles = 0;
	app->gone = true;
	app->period = app->said = NULL;
	app->undo = app->handed.undo = 0;
	app->goal = app->held = app->to_write = 0;
	app->mains[app->n_mains++] = &g->v;
	app_go(app, 0);
}

/* "marketer and rep" */
static const char *roles_said(struct arena *a, unsigned roles)
{
	const char *said = "";

	for (int role = 0; role_words[role].code; role++)
		if (roles & ROLE_BIT(role)) {
			bool last = !(roles >> (role + 1));

			said = arena_printf(a, "%s%s%s", said, !*said ? "" : last ? " and " : ", ",
					    role_words[role].code);
		}
	return said;
}

const char *who_to_ask(struct app *app, struct arena *a)
{
	struct reply r = { 0 };
	struct err ignored = { 0 };

	if (app_call(app, a, "person list", ARGS({ "role", "lifecycle", NULL }), &r, &ignored) || !r.n_rows)
		return "whoever runs it";
	return row_text(&r, 0, "name");
}

static bool any_typed(const struct app *app)
{
	bool any = false;

	for (size_t i = 0; i < app->n_views; i++) {
		const struct form *f = view_form(app->views[i]);

		any |= f && (f->changed || f->saved_s);
	}
	return any;
}

/* Other screens: those that are there still begin anew, and so is the one that was
 * shown. Why something was refused stays said. */
static void be_other(struct app *app, struct arena *a)
{
	const struct view_type *shown = app->mains[app->main_at]->type;
	const char *refused = app->said && app->said_bad ? arena_strdup(a, app->said) : "";
	bool typed = any_typed(app);
	struct err err = { 0 };

	app_close_all(app);
	app->gone = false;
	app->period = app->said = NULL;
	if (who_begin(app, &err)) {
		who_gone(app, &err);
		app->who_stale = true;	/* it may be the server that went */
		return;
	}
	for (size_t i = 0; i < app->n_mains; i++)
		if (app->mains[i]->type == shown)
			app_go(app, i);
	app_say(app, "%s%sYour roles here %s %s.%s", refused, *refused ? " " : "",
		app->roles ? "have changed to" : "were taken away: ask",
		app->roles ? roles_said(a, app->roles) : who_to_ask(app, a),
		typed ? " What you typed is kept as a draft." : "");
}

/* They are nobody here; and not that the store is not to be had right now. */
static bool is_nobody(const struct err *err)
{
	return err->rc == RC_DENIED || (err->rc == RC_CONFLICT && err->reason == REASON_NOT_ACTIVE);
}

void who_check(struct app *app)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err err = { 0 };
	enum rc rc;
	unsigned roles;

	if (!app->who_stale || session_away(app->session))
		return;
	rc = app_call(app, &a, "whoami", NULL, 0, &r, &err);
	roles = rc ? 0 : roles_in(&r);
	app->who_stale = rc && !is_nobody(&err);
	if (is_nobody(&err)) {
		who_gone(app, &err);
	} else if (!rc && !app->gone && !(app->roles & ~roles) && app->roles != roles && app->n_views > 1) {
		app->who_stale = true;	/* more than before: once they are done with what is open */
	} else if (!rc && (app->gone || roles != app->roles)) {
		be_other(app, &a);
	} else if (!rc && strcmp(app->name, row_text(&r, 0, "name"))) {
		app->name = arena_strdup(app->arena, row_text(&r, 0, "name"));
	}
	arena_free(&a);
}

/* ---- a server that goes, and comes back ---- */

/* When what is in sight was read, the oldest of it; 0: nothing of it was. */
static int64_t seen_s(const struct app *app)
{
	int64_t oldest_s = 0;

	for (size_t i = app_lowest(app); i < app->n_views; i++) {
		const struct view *v = app->views[i];

		if (v->type->load && v->loaded && (!oldest_s || v->read_s < oldest_s))
			oldest_s = v->read_s;
	}
	return oldest_s;
}

const char *away_notice(const struct app *app, struct arena *a)
{
	const struct err *away = session_away(app->session);
	const struct form *f = view_form(app_top(app));
	const char *kept = !f ? "" : f->draft ? " What you typed is kept."
				 : f->unkept ? " What you type here is not kept before it answers." : "";
	int64_t of_s = seen_s(app);

	if (!away)
		return NULL;
	if (!of_s)
		return arena_printf(a, "%s%s", said_err(a, away), kept);
	return arena_printf(a, "%s%s What you see is of %s.", said_err(a, away), kept,
			    day_of(app->zone, of_s) == day_of(app->zone, app->now_s) ? tell_clock(app, a, of_s)
										     : tell_at(app, a, of_s));
}

/* In the place of a refusal, but behind what was just done by a call that got through. */
static void say_back(struct app *app)
{
	if (app->said_bad && !app->plain)
		app->said = NULL;
	app_say_also(app, "The server answers again: what you see is of now.");
}

enum look app_look(struct app *app)
{
	bool changed = session_changed(app->session), was = app->away_s;
	const struct err *away = session_away(app->session);
	struct arena a = { .parent = app->arena };

	app->who_stale |= changed;
	if (away && !was) {
		app->away_s = app->now_s;
		if (app->plain && !app->said)
			app_say(app, "%s", away_notice(app, &a));
		else if (!app->plain && !app->said_bad)
			app->said = NULL;	/* this comes first */
		arena_free(&a);
		return LOOK_SHOW;
	}
	if (!away && was) {
		app->away_s = 0;
		app->who_stale = true;
		say_back(app);
		return LOOK_READ;
	}
	if (away && strncmp(away->what, app->away_why, sizeof app->away_why - 1) != 0) {
		snprintf(app->away_why, sizeof app->away_why, "%.63s", away->what);
		return LOOK_SHOW;
	}
	return changed ? LOOK_READ : LOOK_SAME;
}
