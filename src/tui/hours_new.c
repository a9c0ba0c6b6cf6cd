/* Hours' questions: another time, whose, and where a session moves to. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "draft.h"
#include "hours.h"
#include "replife/typed.h"
#include "say.h"
#include "screens.h"

#define LABEL 13

struct ask {
	struct view v;
	struct hours *hours;
	char slot[24];
	struct form form;
	struct field fields[6];
	const char *title, *yes;
	int label;
};

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct ask *q = (struct ask *)v;
	int room = body.cols < 66 ? body.cols - 4 : 62;
	struct box a = dialog_frame(c, body, form_rows(&q->form, room, q->label) + 2, room, q->title);

	(void)app;
	form_draw(&q->form, c, box_part(a, 0, 0, a.rows - 2, a.cols), q->label);
	put_buttons(c, a, a.rows - 1, q->yes, "Not now");
}

/* ---- another time ---- */

enum { WHAT, WHEN, KIND, PLACE, MESSAGE };

static const struct choice what[] = {
	{ "hours add", "every week" }, { "hours extra", "one more day" },
	{ "hours skip", "a day off" }, { NULL, NULL }
};

static void draw_new(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	static const char *const empty[] = { "every tue 10-12 30min 2 seats", "2 dec 15-16", "24 dec" };
	static const char *const hints[] = {
		"every tue 10-12 30min 2 seats, or weekdays 9-10 until 24 dec.",
		"2 dec 15-16: one day's hours.", "24 dec: the day without sessions." };
	struct ask *q = (struct ask *)v;
	int at = q->fields[WHAT].chosen < 0 ? 0 : q->fields[WHAT].chosen;

	q->fields[WHEN].empty = empty[at];
	q->fields[WHEN].hint = hints[at];
	for (int i = KIND; i <= MESSAGE; i++)
		q->fields[i].hidden = at != 0;
	draw(app, v, c, body);
}

static void add(struct app *app, struct view *v)
{
	static const char *const params[] = { "sentence", "sentence", "date" };
	static const char *const more[] = { NULL, NULL, "kind", "place", "message" };
	struct ask *q = (struct ask *)v;
	int at = q->fields[WHAT].chosen < 0 ? 0 : q->fields[WHAT].chosen;
	struct arg args[5] = { { "rep", q->hours->rep, NULL } };
	const char *when = field_value(&q->fields[WHEN]);
	size_t n = 1;
	bool done;

	if (!when) {
		app_say(app, "Say when: %s", q->fields[WHEN].hint);
		q->form.at = WHEN;
		return;
	}
	args[n++] = (struct arg){ params[at], when, NULL };
	for (int i = KIND; i <= MESSAGE; i++)
		if (field_value(&q->fields[i]))
			args[n++] = (struct arg){ more[i], field_value(&q->fields[i]), NULL };
	/* Its op's name for it, while the op may refuse it: a draft knows it by its label. */
	q->fields[WHEN].name = params[at];
	done = app_do(app, what[at].value, args, n);
	q->fields[WHEN].name = NULL;
	if (done)
		form_done(app, v, app->undo);
}

static const struct key new_keys[] = {
	{ K_ENTER, "Add", "Add it; nothing can be booked before F2 publishes", add, 0, NULL, "hours add HOURS" },
	{ K_ESC, "Not now", "Back; what you typed is kept", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type new_type = {
	.name = "New hours", .keys = new_keys, .size = sizeof (struct ask), .dialog = true,
	.draw = draw_new, .form = offsetof(struct ask, form),
};

void open_hours_new(struct app *app, struct hours *h)
{
	struct ask *q = (struct ask *)app_open(app, &new_type);

	if (!q)
		return;
	q->hours = h;
	q->title = !strcmp(h->rep, app->login) ? "When may somebody sit with you?"
		: arena_printf(&q->v.own, "When may somebody sit with %s?", h->rep_name);
	q->yes = "Add";
	q->label = LABEL;
	q->fields[WHAT] = (struct field){ .label = "How often", .kind = FIELD_CHOICE, .choices = what, .always = true,
					  .hint = "Arrows or a digit choose." };
	q->fields[WHEN] = (struct field){ .label = "When", .kind = FIELD_LINE, .max = 500 };
	q->fields[KIND] = (struct field){ .label = "Kind", .kind = FIELD_LINE, .max = 200,
		.empty = "discovery, demo, renewal, follow-up block", .hint = "What visitors will hear; may stay open." };
	q->fields[PLACE] = (struct field){ .label = "Where", .kind = FIELD_LINE,
		.empty = "a room, or the link to the call", .hint = "Shown wherever the session is." };
	q->fields[MESSAGE] = (struct field){ .label = "To visitors", .kind = FIELD_LINE,
		.empty = "come 2 min early", .hint = "What visitors should know." };
	form_init(&q->form, &q->v.own, q->fields, 5);
	q->form.at = WHEN;
	/* On the row of extra days, the form begins with one. */
	q->fields[WHAT].chosen = !strcmp(h->ref, "newday") ? 2 : 0;
	form_begin(app, &q->form, !strcmp(h->ref, "newday") ? "days of %s" : "hours of %s", h->rep);
}

/* ---- whose ---- */

static void set_rep(struct app *app, struct view *of, const char *login)
{
	struct hours *h = (struct hours *)of;
	struct reply r = { 0 };
	struct err err = { 0 };

	view_keep(app, of);	/* what was decided of the one before */
	arena_free(&h->rep_in);
	h->rep_in.parent = app->arena;
	h->rep = h->rep_name = arena_strdup(&h->rep_in, login);
	if (!app_call(app, &h->rep_in, "person show", ARGS({ "login", login, NULL }), &r, &err) && r.n_rows)
		h->rep_name = row_text(&r, 0, "name");
	h->n_decisions = 0;
	h->recalled = false;
	h->v.stale = true;
}

void open_hours_rep(struct app *app, struct hours *h)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err err = { 0 };
	struct choice *reps;
	int n = 0;

	(void)h;
	if (app_call(app, &a, "roster list", NULL, 0, &r, &err)) {
		app_say_err(app, &err);
		arena_free(&a);
		return;
	}
	reps = arena_array(&a, struct choice, r.n_rows + 1);
	for (size_t i = 0; i < r.n_rows; i++)
		if (!strcmp(row_text(&r, i, "state"), "active"))
			reps[n++] = (struct choice){ row_text(&r, i, "rep"),
				arena_printf(&a, "%s  (%s)", row_text(&r, i, "rep_name"), row_text(&r, i, "rep")) };
	if (n)
		open_pick(app, "Whose hours?", reps, n, set_rep);
	else
		app_say(app, "No rep is active yet: the Roster asks reps to host");
	arena_free(&a);
}

/* ---- where to ---- */

/* As it can be typed on any day: "tue" means another one tomorrow. */
static const char *iso_minute(const struct app *app, int64_t at_s)
{
	static char text[64];
	struct wall w;

	zone_to_wall(app->zone, at_s, &w);
	snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d", w.year, w.month, w.day, w.hour, w.min);
	return text;
}

static void set_move(struct app *app, struct view *v)
{
	struct ask *q = (struct ask *)v;
	const char *when = field_value(&q->fields[0]);
	struct err err = { 0 };
	int64_t at;
	bool is_day;

	if (!when || typed_instant(when, app->zone, app->now_s, &at, &is_day, &err) || is_day) {
		app_say(app, "Type a day and a time, as tue 11:00");
		return;
	}
	hours_decide(q->hours, q->slot, 'm', iso_minute(app, at));
	form_done(app, v, 0);
}

static const struct key move_keys[] = {
	{ K_ENTER, "Move", "This is its new time, once published", set_move, 0, NULL, "hours publish --move SESSION=TIME" },
	{ K_ESC, "Not now", "Back", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type move_type = {
	.name = "Move", .keys = move_keys, .size = sizeof (struct ask), .dialog = true, .draw = draw,
	.form = offsetof(struct ask, form),
};

void open_hours_move(struct app *app, struct hours *h, const char *slot)
{
	struct ask *q = (struct ask *)app_open(app, &move_type);
	const char *other;

	if (!q)
		return;
	q->hours = h;
	snprintf(q->slot, sizeof q->slot, "%s", slot);
	other = tell_visitors(app, &q->v.own, &h->visitors, slot);
	q->title = *other ? arena_printf(&q->v.own, "Move it to when? It is %s", other) : "Move it to when?";
	q->yes = "Move";
	q->label = 6;
	q->fields[0] = (struct field){ .label = "When", .kind = FIELD_LINE, .max = 60,
				       .hint = "As tue 11:00, 24 nov 10:00, tomorrow 10am." };
	form_init(&q->form, &q->v.own, q->fields, 1);
	form_begin(app, &q->form, "move %s", slot);
}
