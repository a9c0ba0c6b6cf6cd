/* From a key, a click, a paste to what it does. */
#include <string.h>

#include "aside.h"
#include "draft.h"
#include "replife/clock.h"
#include "said.h"
#include "say.h"
#include "screens.h"

#define LEAST_ROWS 8
#define LEAST_COLS 30
#define LEAVE_WAIT_MS 300

void app_back(struct app *app, struct view *v)
{
	struct form *f = view_form(v);
	bool kept;

	if (app->n_views <= 1 && app->came_from >= 0) {
		app_go(app, (size_t)app->came_from);
		return;
	}
	if (app->n_views <= 1) {
		app_say(app, "Nothing is open above this screen: q leaves replife");
		return;
	}
	view_keep(app, v);
	/* Twice, where it can be kept nowhere: a full disk, say. */
	if (f && f->changed && (f->draft || f->unkept) && !f->warned) {
		f->warned = true;
		app_say_also(app, "Esc again leaves without what you typed.");
		app->said_bad = true;
		return;
	}
	kept = f && f->draft && f->saved_s && !f->changed;
	app_close(app);
	if (kept)
		app_say(app, "What you typed is kept: it is there again when you come back");
}

void app_leave(struct app *app)
{
	aside_retry(app, LEAVE_WAIT_MS);
	app->quit = app->asked || !aside_ends(app);
	if (app->quit)
		return;
	app->asked = true;
	app_say(app, "What you typed is kept nowhere but here while the server is away: %s again leaves without it",
		app->plain ? "quit" : "q");
	app->said_bad = true;
}

static void quit(struct app *app, struct view *v)
{
	if (app->n_views > 1 || app->came_from >= 0)
		app_back(app, v);
	else
		app_leave(app);
}

/* "Undone: take a seat in a rep's session (B-12)." */
static void reverse(struct app *app, const char *op, const char *verb)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err err = { 0 };
	const struct op *was;
	const char *said, *of;
	bool again, one;

	if (app_call(app, &a, op, NULL, 0, &r, &err)) {
		app_say_not_done(app, &err);
		arena_free(&a);
		return;
	}
	was = op_find(row_text(&r, 0, "op"));
	said = was ? was->summary : row_text(&r, 0, "op");
	of = row_text(&r, 0, "touched");
	one = of[0] && of[1] == '-' && !strchr(of, ',');
	again = *op == 'u' && draft_undone(app, row_int(&r, 0, "seq"));
	if (*op == 'u')
		app_choose_again(app, row_int(&r, 0, "seq"));
	if (*op == 'r')
		draft_redone(app);
	/* What it does; what stands behind a colon says more than is asked here. */
	app_say(app, "%s: %c%.*s%s%s%s.%s%s", verb, *said | 0x20, (int)strcspn(said, ":") - (*said != '\0'),
		*said ? said + 1 : "", one ? " (" : "", one ? of : "", one ? ")" : "",
		again ? " What you had typed is kept as a draft." : "",
		*op != 'u' ? "" : app->plain ? " redo does it again." : " Ctrl-R does it again.");
	arena_free(&a);
}

static void undo(struct app *app, struct view *v)
{
	(void)v;
	reverse(app, "undo", "Undone");
}

static void redo(struct app *app, struct view *v)
{
	(void)v;
	reverse(app, "redo", "Done again");
}

static void reload(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err err = { 0 };

	(void)v;
	/* A server that is away is tried before its time. */
	if (session_away(app->session) && app_call(app, &a, "whoami", NULL, 0, &r, &err))
		app_say_err(app, &err);
	arena_free(&a);
	app_reload(app);
}

static void next_clock(struct app *app, struct view *v)
{
	static const char *const said[] = { "Times are yours again", "Times are UTC",
					    "Each session's times are its rep's" };
	const char *name = app->front->defaults.zone;
	struct err err = { 0 };

	(void)v;
	app->clock = (app->clock + 1) % CLOCKS;
	if (app->clock == CLOCK_UTC)
		name = "UTC";
	app_reload(app);
	/* The session says whose zone "mine" is. */
	if (app->clock != CLOCK_UTC && !name) {
		struct arena a = { .parent = app->arena };
		struct reply r = { 0 };
		enum rc rc = app_call(app, &a, "whoami", NULL, 0, &r, &err);

		arena_free(&a);
		name = rc ? "UTC" : session_zone(app->session);
	}
	if (zone_load(name, &app->zone, &err))
		app_say_err(app, &err);
	else
		app_say(app, "%s%s%s", said[app->clock], app->clock == CLOCK_MINE ? ": " : "",
			app->clock == CLOCK_MINE ? name : "");
}

static bool is_above(const struct app *app, const struct view *v)
{
	return v != app->views[0] || app->came_from >= 0;
}

/* What works on every screen. ^L and ^Z are the driver's. */
const struct key app_keys[] = {
	{ '1', NULL, "Go to a screen by its number", NULL, KEY_QUIET, NULL, NULL },
	{ ':', NULL, "Do anything, by its words", open_palette, KEY_QUIET, NULL, NULL },
	{ K_CTRL('p'), NULL, "Do anything, by its words", open_palette, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ 'u', NULL, "Undo what you did last", undo, KEY_QUIET, NULL, "undo" },
	{ K_CTRL('r'), NULL, "Do again what was undone", redo, KEY_QUIET, NULL, "redo" },
	{ 'z', NULL, "Times: mine, UTC, the rep's", next_clock, KEY_QUIET, NULL, "week --tz UTC" },
	{ K_F5, NULL, "Read everything again", reload, KEY_QUIET | KEY_IN_TEXT, NULL, "status" },
	{ '?', "Help", "What the keys do here", open_help, KEY_KEEP, NULL, "help" },
	{ K_F1, NULL, "What the keys do here", open_help, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ 'q', "Back", "Back", quit, KEY_KEEP, is_above, NULL },
	{ 'q', "Quit", "Leave replife", quit, KEY_KEEP, NULL, NULL },
	{ K_ESC, NULL, "Back", app_back, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ K_CTRL('c'), NULL, "Back", app_back, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static bool too_small(const struct app *app)
{
	return app->canvas.cells && !app->plain &&
	       (app->canvas.rows < LEAST_ROWS || app->canvas.cols < LEAST_COLS);
}

static bool is_letter(int code)
{
	return code >= ' ' && code < K_UP && code != K_BACKSPACE;
}

void app_run_key(struct app *app, struct view *v, const struct key *k)
{
	app->pressed = k->code;
	app_fresh(app, v);
	if (k->can && !k->can(app, v))
		app_say(app, "That cannot be done any more: it has changed meanwhile");
	else if (k->run)
		k->run(app, v);
}

static void run_key(struct app *app, struct view *v, int code)
{
	bool typing = view_typing(v);
	const struct key *k = view_key(app, v, code);

	if (typing && k && is_letter(code) && !(k->flags & KEY_IN_TEXT))
		k = NULL;
	/* F2 hands in, wherever Enter does, too. */
	if (!k && code == K_F2 && v->type->form)
		k = view_key(app, v, K_ENTER);
	if (k && k->run)
		k->run(app, v);
	else if (!typing && code >= '1' && code < '1' + (int)app->n_mains && !v->type->dialog)
		app_go(app, (size_t)(code - '1'));
	else if ((code > ' ' && code < K_BACKSPACE && !typing) || code == K_ENTER || (code >= K_F1 && code <= K_F10))
		app_say(app, "%s does nothing here: %s shows what the keys do", key_name(code),
			typing ? "F1" : "?");
}

/* What does not fit, and what chooses nothing, is not taken, and that is said. */
static void say_not_taken(struct app *app, struct view *v)
{
	struct form *f = app_top(app) == v ? view_form(v) : NULL;
	struct field *d = f ? form_at(f) : NULL;

	if (f && f->choosing.refused) {
		app_say(app, "No answer here begins like that: arrows or a digit choose, Tab leads on to the next field");
		app->said_bad = true;
	}
	if (!d || (d->kind != FIELD_LINE && d->kind != FIELD_TEXT) || !d->edit.full)
		return;
	app_say(app, "That is too long: %zu of at most %zu bytes are used here", d->edit.len, d->edit.max);
	app->said_bad = true;
}

/* What the arrows do in a form depends on where its options stand: keys that
 * were typed ahead of its first picture find it as they would have seen it. */
static void place_form(struct app *app, struct view *v)
{
	const struct form *f = view_form(v);

	if (f && !f->cols && app->canvas.cells && !app->plain)
		app_draw(app);
}

void app_heard(struct app *app, bool leaves)
{
	app->said = NULL;
	app->asked &= leaves;
}

void app_key(struct app *app, int code)
{
	struct event e = { .type = EV_KEY, .key = code };
	struct view *v = app_top(app);

	if (too_small(app)) {
		app->quit = code == 'q' || code == K_CTRL('c');
		return;
	}
	app_heard(app, code == 'q');
	app->pressed = code;
	app_fresh(app, v);
	place_form(app, v);
	if (view_input(app, v, &e))
		say_not_taken(app, v);
	else
		run_key(app, v, code);
}

static void click(struct app *app, const struct event *e)
{
	const struct hot *h = hot_at(&app->canvas, e->row, e->col);
	struct view *v = app_top(app);

	app_heard(app, h && h->kind == HOT_KEY && h->value == 'q');
	app->click_row = e->row;
	app->click_col = e->col;
	if (!h || too_small(app))
		return;
	if (h->kind == HOT_KEY && !(view_typing(v) && is_letter(h->value))) {
		app_key(app, h->value);
		return;
	}
	app_fresh(app, v);
	/* What is clicked on is no letter of the text. */
	if (h->kind == HOT_KEY) {
		const struct key *k = key_find(app, v, app_keys, h->value);

		if (h->value >= '1' && h->value <= '9')
			app_go(app, (size_t)(h->value - '1'));
		else if (k)
			app_run_key(app, v, k);
		return;
	}
	view_choose(app, v, h->value, e->again);
}

static void paste(struct app *app, const struct event *e)
{
	struct view *v = app_top(app);

	app_heard(app, false);
	if (too_small(app))
		return;
	if (!view_input(app, v, e))
		app_say(app, "There is no field here to paste into");
	else
		say_not_taken(app, v);
}

void app_event(struct app *app, const struct event *e)
{
	app->now_s = app->front->now_s ? app->front->now_s : clock_now_s(&clock_system);
	switch (e->type) {
	case EV_KEY: app_key(app, e->key); break;
	case EV_CLICK: click(app, e); break;
	case EV_TEXT: paste(app, e); break;
	case EV_HANGUP: app->quit = true; break;
	case EV_NONE:
	case EV_RESIZE:
	case EV_STOP:
	case EV_FENCE: break;
	}
}
