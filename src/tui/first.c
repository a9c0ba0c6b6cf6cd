/* First start: whose list this is, what the person is called, which clock; or
 * the demo organisation, to look around in, where the list is a file of one's own.
 * And for somebody without a role: whom to ask. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "dialog.h"
#include "draft.h"
#include "say.h"
#include "screens.h"
#include "who.h"

#define LABEL 14
enum { NAME, ZONE, WHAT, FIELDS };

struct first {
	struct view v;
	struct form form;
	struct field fields[FIELDS];
};

static const struct choice what[] = {
	{ "start", "start with my own list" }, { "demo", "look around a demo team first" }, { NULL, NULL } };

/* A server has the list: there is no place beside it for a demo. */
static bool is_shared(const struct app *app)
{
	return !session_path(app->session);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct first *f = (struct first *)v;
	struct arena m = { .parent = app->arena };
	int room = body.cols < 74 ? body.cols - 4 : 70, row = 0, rows = form_rows(&f->form, room, LABEL);
	bool tall = body.rows > 14, shared = is_shared(app);
	struct box a = dialog_frame(c, body, rows + (tall ? 10 : 6), room, "replife: first start");
	const struct zone *z;
	struct err ignored = { 0 };
	const char *zone = field_value(&f->fields[ZONE]);

	if (a.rows > rows + 4)
		row += put_wrapped_text(c, a, row, 2, STYLE_STRONG, shared
		? "Welcome. Two questions, then you can begin."
		: "Welcome. Three questions, then you can begin.");
	if (a.rows > rows + 6)
		row += put_wrapped_text(c, a, row, 2, STYLE_PLAIN, shared
		? "This is your team's list, which a server keeps. You look after it; the others see what their roles let them."
		: "This is a private practice list: it stays on this computer, and only you see it.");
	row += tall;
	row += form_draw(&f->form, c, box_part(a, row, 0, a.rows - row - 2, a.cols), LABEL);
	if (zone && !zone_load(zone, &z, &ignored)) {
		struct wall w;

		zone_to_wall(z, app->now_s, &w);
		f->fields[ZONE].hint = arena_printf(&v->own, "Times are typed and shown in it; it is %02d:%02d "
						    "there now.", w.hour, w.min);
	} else if (zone) {
		f->fields[ZONE].hint = "No such zone: write it as Europe/Berlin.";
	}
	if (tall)
		put_wrapped_text(c, a, row + 1, 2, STYLE_DIM, shared
			? "It is empty: they join when you add them, each by their login."
			: "Nothing is sent anywhere. A list is shared through a server, never as a file.");
	put_buttons(c, a, a.rows - 1, "Begin", "Not now");
	arena_free(&m);
}

/* A store of its own, beside the real one: nothing of it is in the way later. */
static enum rc open_demo(struct app *app, struct err *err)
{
	const char *own = session_path(app->session), *slash = strrchr(own, '/');
	char *path = arena_printf(app->arena, "%.*s/replife-demo.db", slash ? (int)(slash - own) : 1,
				  slash ? own : ".");
	struct session *demo, *before = app->session;
	struct reply r = { 0 };
	bool there = !access(path, F_OK);
	enum rc rc;

	if (!strcmp(path, own)) {
		err_set(err, RC_FAILED, "this is the demo's list already");
		return err_todo(err, "Esc goes on with it");
	}
	rc = session_open(app->arena, path, app->front->now_s, &demo, err);
	if (rc)
		return rc;
	app->session = demo;
	if (!there)
		rc = app_call(app, app->arena, "init", ARGS({ "demo", NULL, NULL }), &r, err);
	app->session = before;
	if (!rc)
		rc = app_switch(app, demo, err);
	if (rc)
		session_close(demo);
	if (rc && !there)
		unlink(path);	/* half of a demo is none */
	return rc;
}

/* In the demo, too, one has the name and the clock that one typed. */
static void look_around(struct app *app, struct first *f)
{
	struct arena a = { .parent = app->arena };
	const char *name = arena_strdup(&a, field_value(&f->fields[NAME]));
	const char *zone = arena_strdup(&a, field_value(&f->fields[ZONE]));
	struct arg args[3] = { { "login", NULL, NULL } };
	struct err err = { 0 };
	size_t n = 1;

	if (open_demo(app, &err)) {	/* else the form is gone */
		app_say_err(app, &err);
		arena_free(&a);
		return;
	}
	args[0].text = app->login;
	if (name)
		args[n++] = (struct arg){ "name", name, NULL };
	if (zone)
		args[n++] = (struct arg){ "zone", zone, NULL };
	if (n > 1 && app_do(app, "person edit", args, n) && app_switch(app, app->session, &err))
		app_say_err(app, &err);
	else
		app_say(app, "The demo team: change what you like, your own list is not touched");
	arena_free(&a);
}

static void welcome(struct app *app)
{
	struct arena a = { .parent = app->arena };

	app_say(app, "Welcome. The list is still empty: first, %s opens a period",
		tell_screen(app, &a, &period_view));
	arena_free(&a);
}

static void begin(struct app *app, struct view *v)
{
	struct first *f = (struct first *)v;
	struct err err = { 0 };

	if (f->fields[WHAT].chosen == 1 && !is_shared(app)) {
		look_around(app, f);
		return;
	}
	if (!field_value(&f->fields[NAME]) || !field_value(&f->fields[ZONE])) {
		app_say(app, "Both are needed: your name, and your time zone");
		form_go_empty(&f->form);
		return;
	}
	/* The program's days begin where its people are. */
	if (!app_do(app, "program edit", ARGS({ "zone", field_value(&f->fields[ZONE]), NULL })) ||
	    !app_do(app, "person edit", ARGS({ "login", app->login, NULL },
					     { "name", field_value(&f->fields[NAME]), NULL },
					     { "zone", field_value(&f->fields[ZONE]), NULL })))
		return;
	form_done(app, v, app->undo);
	if (app_switch(app, app->session, &err))
		app_say_err(app, &err);
	else
		welcome(app);
}

static const struct key keys[] = {
	{ K_ENTER, "Begin", "Begin with these answers", begin, 0, NULL, "person edit LOGIN --name NAME --zone ZONE" },
	{ K_ESC, "Not now", "Go on without", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "First start", .keys = keys, .size = sizeof (struct first), .dialog = true, .draw = draw,
	.form = offsetof(struct first, form),
};

/* Nobody else, no period, and no zone of one's own: a list that was just made. */
static bool is_new(struct app *app, struct arena *a)
{
	struct request rq = { .op = "person list", .limit = 2 };
	struct reply people = { 0 }, periods = { 0 };
	struct err ignored = { 0 };

	return app->roles & ROLE_BIT(ROLE_LIFECYCLE) && !app->front->defaults.as && !app->period &&
	       !app_request(app, a, &rq, &people, &ignored) && people.n_rows == 1 &&
	       row_null(&people, 0, "zone") &&
	       !app_call(app, a, "period list", NULL, 0, &periods, &ignored) && !periods.n_rows;
}

void first_run(struct app *app)
{
	struct arena a = { .parent = app->arena };
	struct first *f;

	if (!app->roles)
		app_say(app, "You have no role in this program yet: ask %s", who_to_ask(app, &a));
	else if (is_new(app, &a) && (f = (struct first *)app_open(app, &type))) {
		f->fields[NAME] = (struct field){ .name = "name", .label = "Your name", .must = true, .kind = FIELD_LINE, .max = 200,
						  .hint = "As others know you." };
		f->fields[ZONE] = (struct field){ .name = "zone", .label = "Time zone", .must = true, .kind = FIELD_LINE, .max = 200,
						  .hint = "Times are typed and shown in it, as Europe/Berlin." };
		f->fields[WHAT] = (struct field){ .label = "To begin", .kind = FIELD_CHOICE, .choices = what, .always = true,
						  .hidden = is_shared(app),
						  .hint = "The demo is a list of its own: your own stays empty." };
		form_init(&f->form, &f->v.own, f->fields, FIELDS);
		field_set(&f->fields[NAME], app->name);
		field_set(&f->fields[ZONE], zone_name(app->zone));
		form_begin(app, &f->form, "first start");
	}
	arena_free(&a);
}
