/* Who sits here, the views, and the way to an operation. */
#include "app.h"

#include <stdio.h>
#include <string.h>

#include "aside.h"
#include "form.h"
#include "form_editor.h"
#include "queued.h"
#include "replife/clock.h"
#include "said.h"
#include "say.h"
#include "who.h"

#define READ_WAIT_MS 300
#define NO_WAIT_MS 1	/* the one before has waited already */
#define END_WAIT_MS 2000

/* ---- operations ---- */

enum rc app_request(struct app *app, struct arena *a, struct request *rq, struct reply *reply,
		    struct err *err)
{
	const struct request *d = &app->front->defaults;
	const struct op *op = op_find(rq->op);
	enum rc rc;

	rq->program = d->program;
	rq->as = d->as;
	rq->zone = app->clock == CLOCK_UTC ? "UTC" : d->zone;
	rq->vectors = d->vectors;
	rq->shipped = d->shipped;
	/* Whoever sits there sees what was, and it is read again soon. */
	if (!rq->wait_ms && op && op->effect == EFFECT_READ)
		rq->wait_ms = app->in_use ? NO_WAIT_MS : READ_WAIT_MS;
	rc = session_call(app->session, a, rq, reply, err);
	app->in_use |= rc == RC_BUSY;
	app->who_stale |= rc == RC_DENIED;
	if (!rc && op && op->effect == EFFECT_WRITE && !(op->flags & OP_UNLOGGED) && !rq->dry_run) {
		app_reload(app);
		queued_own(app);
		app->who_stale |= !strncmp(op->name, "person ", 7);
	}
	return rc;
}

enum rc app_call(struct app *app, struct arena *a, const char *op, const struct arg *args,
		 size_t n, struct reply *reply, struct err *err)
{
	struct request rq = { .op = op, .args = args, .n_args = n, .yes = true };

	return app_request(app, a, &rq, reply, err);
}

static const char *ref_in(const struct view *v)
{
	return v->type->ref ? (const char *)v + v->type->ref : "";
}

void app_choose_again(struct app *app, int64_t undone)
{
	struct view *v = app->views[0];

	if (undone != app->chosen.undo || v->type != app->chosen.type || !v->type->ref)
		return;
	memcpy((char *)v + v->type->ref, app->chosen.ref, sizeof app->chosen.ref);
	v->stale = true;
}

bool app_do(struct app *app, const char *op, const struct arg *args, size_t n)
{
	struct arena a = { .parent = app->arena };
	struct reply reply = { 0 };
	struct err err = { 0 };
	enum rc rc = app_call(app, &a, op, args, n, &reply, &err);

	if (rc) {
		app_say_not_done(app, &err);
		if (view_form(app_top(app)))
			form_go(view_form(app_top(app)), err.param);
	} else {
		const char *said = said_of(&a, reply.message ? reply.message : reply.n_rows ? NULL : reply.empty);
		const char *warning = reply.n_warnings ? reply.warnings[0] : "";

		app_say(app, "%s%s%s%s", said, said_stop(said), *warning ? " But: " : "",
			tell_here(&a, warning));
		app->undo = app->chosen.undo = reply.undo;
		app->chosen.type = app->views[0]->type;
		snprintf(app->chosen.ref, sizeof app->chosen.ref, "%s", ref_in(app->views[0]));
	}
	arena_free(&a);
	return !rc;
}

/* ---- views ---- */

struct view *app_main(struct app *app, const struct view_type *type)
{
	struct view *v = arena_alloc(app->arena, type->size);

	v->type = type;
	v->own.parent = v->data.parent = app->arena;
	v->stale = type->load != NULL;
	return v;
}

struct view *app_open(struct app *app, const struct view_type *type)
{
	struct arena own = { .parent = app->arena };
	struct view *v;

	if (app->n_views == VIEWS_MAX) {
		app_say(app, "Too much is open here: Esc goes back");
		return NULL;
	}
	v = arena_alloc(&own, type->size);
	v->type = type;
	v->own = own;
	v->data.parent = app->arena;
	v->stale = type->load != NULL;
	v->nth = ++app->n_opened;
	app->views[app->n_views++] = v;
	return v;
}

void app_close(struct app *app)
{
	struct view *v;
	struct arena own;

	if (app->n_views <= 1)
		return;
	v = app->views[--app->n_views];
	view_keep(app, v);
	if (v->type->leave)
		v->type->leave(app, v);
	arena_free(&v->data);
	own = v->own;		/* the view lies in it */
	arena_free(&own);
}

struct view *app_top(const struct app *app)
{
	return app->views[app->n_views - 1];
}

struct view *app_beneath(const struct app *app, const struct view *v)
{
	for (size_t i = 1; i < app->n_views; i++)
		if (app->views[i] == v)
			return app->views[i - 1];
	return NULL;
}

size_t app_lowest(const struct app *app)
{
	size_t at = app->n_views - 1;

	while (at > 0 && app->views[at]->type->dialog)
		at--;
	return at;
}

void app_go(struct app *app, size_t main)
{
	if (main >= app->n_mains)
		return;
	while (app->n_views > 1)
		app_close(app);
	app->main_at = main;
	app->came_from = -1;
	app->views[0] = app->mains[main];
	app->n_views = 1;
}

bool app_go_to(struct app *app, const struct view_type *type)
{
	for (size_t i = 0; i < app->n_mains; i++)
		if (app->mains[i]->type == type) {
			int from = i == app->main_at ? app->came_from : (int)app->main_at;

			app_go(app, i);
			app->came_from = from;
			return true;
		}
	return false;
}

static void reload(struct view *v)
{
	v->aged = v->type->load && (!v->stale || v->aged);
	v->stale = v->type->load != NULL;
}

void app_reload(struct app *app)
{
	app->stale = true;
	for (size_t i = 0; i < app->n_mains; i++)
		reload(app->mains[i]);
	for (size_t i = 1; i < app->n_views; i++)
		reload(app->views[i]);
}

void app_read_again(struct app *app, struct view *v)
{
	v->stale = app->again = true;
}

/* The server is away; when it is back all is read again. Where somebody has moved on
 * to something else, what was there before would pass for it. */
static void not_read(struct view *v)
{
	if (!v->aged && !v->type->form)
		v->loaded = false;
	v->stale = v->aged = false;
}

void app_fresh(struct app *app, struct view *v)
{
	struct arena kept = { .parent = app->arena }, own;
	struct view *before;
	struct err err = { 0 };

	if (!v->stale)
		return;
	if (session_away(app->session)) {
		not_read(v);
		return;
	}
	/* What a view reads of the period is the one that is shown above it. */
	app_fresh_period(app);
	v->stale = false;
	before = arena_alloc(&kept, v->type->size);
	memcpy(before, v, v->type->size);
	v->data = (struct arena){ .parent = app->arena };
	if (v->type->load(app, v, &err)) {
		arena_free(&v->data);
		own = v->own;
		memcpy(v, before, v->type->size);
		v->own = own;
		app_say_err(app, &err);
		if (session_away(app->session))
			not_read(v);
		else if (err.rc == RC_BUSY)
			app_read_again(app, v);
	} else {
		arena_free(&before->data);
		v->loaded = true;
		v->read_s = app->now_s;
		v->aged = false;
	}
	arena_free(&kept);
}

bool app_keep(struct app *app)
{
	bool any = false;

	for (size_t i = 0; i < app->n_views; i++)
		any |= view_keep(app, app->views[i]);
	return any;
}

bool app_edited(struct app *app)
{
	bool any = false;

	for (size_t i = 0; i < app->n_views; i++) {
		struct form *f = view_form(app->views[i]);

		any |= f && f->editing && !form_edited(app, f, false);
	}
	return any;
}

/* ---- beginning, and the end ---- */

static void find_period(struct app *app)
{
	struct arena fresh = { .parent = app->arena };
	struct reply r = { 0 };
	struct err ignored = { 0 };
	enum rc rc = app_call(app, &fresh, "progress", NULL, 0, &r, &ignored);
	bool any = !rc && r.n_rows;

	app->stale = rc == RC_BUSY;
	if (app->stale) {	/* what was known may still be so */
		app->again = true;
		arena_free(&fresh);
		return;
	}
	app->period = any ? row_text(&r, 0, "period") : NULL;
	/* A goal is for who sits in. */
	any = any && app->roles & ROLE_BIT(ROLE_MARKETER);
	app->goal = any ? row_int(&r, 0, "goal") : 0;
	app->held = any ? row_int(&r, 0, "held") : 0;
	app->to_write = any ? row_int(&r, 0, "to_write") : 0;
	arena_free(&app->period_in);
	app->period_in = fresh;
}

void app_fresh_period(struct app *app)
{
	if (!app->stale || session_away(app->session))
		return;
	find_period(app);
	if (!app->stale)
		queued_look(app);
}

enum rc app_begin(struct app *app, struct arena *a, const struct front *f, struct err *err)
{
	enum rc rc;

	*app = (struct app){ .arena = a, .front = f, .session = f->session, .canvas.ascii = f->ascii };
	app->said_in.parent = app->handed.in.parent = app->queued.in.parent = a;
	app->now_s = f->now_s ? f->now_s : clock_now_s(&clock_system);
	session_hold(app->session);
	rc = who_begin(app, err);
	session_release(app->session);
	return rc;
}

void app_close_all(struct app *app)
{
	while (app->n_views > 1)
		app_close(app);
	for (size_t i = 0; i < app->n_mains; i++) {
		if (app->mains[i]->type->leave)
			app->mains[i]->type->leave(app, app->mains[i]);
		arena_free(&app->mains[i]->data);
		arena_free(&app->mains[i]->own);
	}
	app->n_mains = app->n_views = 0;
}

enum rc app_switch(struct app *app, struct session *to, struct err *err)
{
	struct session *from = app->session;
	enum rc rc;

	app->session = to;
	rc = who_sits(app, err);	/* can it be used at all? */
	app->session = from;
	if (rc)
		return rc;
	app_close_all(app);
	if (to != from) {
		aside_leave(app);
		queued_forget(app);
		app->handed.undo = 0;
	}
	app->session = to;
	app->period = NULL;
	app->said = NULL;
	rc = who_begin(app, err);
	if (rc)
		who_gone(app, err);
	app->who_stale |= rc != RC_OK;
	return rc;
}

void app_end(struct app *app)
{
	app_close_all(app);
	if (app->session && app->login && !session_away(app->session))
		aside_retry(app, END_WAIT_MS);
	for (int i = 0; i < ASIDE_MAX; i++)
		arena_free(&app->aside[i].in);
	arena_free(&app->said_in);
	arena_free(&app->handed.in);
	arena_free(&app->period_in);
	arena_free(&app->queued.in);
	canvas_free(&app->canvas);
	if (app->session && app->session != app->front->session)
		session_close(app->session);
}
