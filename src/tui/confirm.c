/* A seat in a session: what it is, a word to the rep, and yes. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "draft.h"
#include "said.h"
#include "say.h"
#include "screens.h"

struct booking {
	struct view v;
	char slot[24];
	struct form form;
	struct field fields[1];
	/* Read again while it is open: the last seat may go. */
	const char *when, *who, *place, *message, *seats;
	bool full, gone;
};

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct booking *b = (struct booking *)v;
	struct arena *a = &v->data;
	struct reply r = { 0 };
	const char *other, *team, *kind;
	int64_t begin_s, free;
	enum rc rc = app_call(app, a, "slot show", ARGS({ "slot", b->slot, NULL }), &r, err);

	if (rc)
		return rc;
	begin_s = row_int(&r, 0, "start");
	free = row_int(&r, 0, "free");
	other = tell_other(app, a, begin_s, row_text(&r, 0, "zone"));
	team = row_text(&r, 0, "rep_team");
	kind = row_text(&r, 0, "kind");
	b->when = arena_printf(a, "%s, %s %s%s%s%s  (%s)", tell_day(app, a, day_of(app->zone, begin_s)),
			       tell_hours(app, a, begin_s, row_int(&r, 0, "end")),
			       zone_abbrev(app->zone, begin_s), other ? " (" : "", other ? other : "",
			       other ? ")" : "", tell_distance(app, a, begin_s));
	b->who = arena_printf(a, "%s%s%s%s%s", row_text(&r, 0, "rep_name"), *team ? ", " : "", team,
			      *kind ? ", " : "", kind);
	b->place = row_text(&r, 0, "place");
	b->message = *row_text(&r, 0, "message")
		? arena_printf(a, "\xE2\x80\x9C%s\xE2\x80\x9D", row_text(&r, 0, "message")) : "";
	b->full = free <= 0;
	b->gone = strcmp(row_text(&r, 0, "state"), "open") != 0;
	b->seats = b->gone ? "It was called off meanwhile: Esc, and choose another." : b->full
		? arena_printf(a, "Every seat is taken. You would be number %lld in the queue.",
			       (long long)row_int(&r, 0, "waiting") + 1)
		: arena_printf(a, "%lld of %lld seats free", (long long)free,
			       (long long)row_int(&r, 0, "seats"));
	return RC_OK;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct booking *b = (struct booking *)v;
	int room = body.cols < 66 ? body.cols - 4 : 62, row = 0, label = room < 44 ? 0 : 11;
	int lines = 6 + (*b->place != 0) + (*b->message != 0);
	struct box a;

	(void)app;
	b->fields[0].label = label ? "Your note" : "";
	a = dialog_frame(c, body, lines + form_rows(&b->form, room, label), room,
			 b->full ? "Queue for this session?" : "Book this session?");
	row += put_wrapped_text(c, a, row, 2, STYLE_STRONG, b->when);
	row += put_wrapped_text(c, a, row, 1, STYLE_PLAIN, b->who);
	row += put_wrapped_text(c, a, row, 1, STYLE_PLAIN, b->place);
	if (a.rows - row > 4)
		row += put_wrapped_text(c, a, row, 1, STYLE_PLAIN, b->message);
	row += put_wrapped_text(c, a, row, 1, b->full || b->gone ? STYLE_WARN : STYLE_PLAIN, b->seats);
	if (a.rows - row > form_rows(&b->form, a.cols, label) + 2)
		row++;
	form_draw(&b->form, c, box_part(a, row, 0, a.rows - row - 1, a.cols), label);
	if (!b->gone)
		put_buttons(c, a, a.rows - 1, b->full ? "Queue" : "Book it", "Not now");
}

static const char *selected(const struct view *v)
{
	return ((const struct booking *)v)->slot;
}

static void book(struct app *app, struct view *v)
{
	struct booking *b = (struct booking *)v;
	struct arg args[3] = { { "slot", b->slot, NULL } };
	const char *note = field_value(&b->fields[0]);
	size_t n = 1;

	if (note)
		args[n++] = (struct arg){ "note", note, NULL };
	if (b->full)
		args[n++] = (struct arg){ "wait", NULL, NULL };
	if (app_do(app, "book", args, n))
		form_done(app, v, app->undo);
}

static bool has_seat(const struct app *app, const struct view *v)
{
	(void)app;
	return !((const struct booking *)v)->full && !((const struct booking *)v)->gone;
}

static bool has_none(const struct app *app, const struct view *v)
{
	(void)app;
	return ((const struct booking *)v)->full && !((const struct booking *)v)->gone;
}

static const struct key keys[] = {
	{ K_ENTER, "Book it", "Take the seat", book, 0, has_seat, "book %" },
	{ K_ENTER, "Queue", "Wait for a seat", book, 0, has_none, "book % --wait" },
	{ K_F2, NULL, "Take the seat", book, KEY_HIDDEN, NULL, NULL },
	{ K_ESC, "Not now", "Back, nothing is booked", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Book", .keys = keys, .size = sizeof (struct booking), .dialog = true,
	.load = load, .draw = draw, .form = offsetof(struct booking, form),
	.selected = selected,
};

void open_booking(struct app *app, const char *slot)
{
	struct arena a = { .parent = app->arena };
	struct request rq = { .op = "book", .dry_run = true, .yes = true, .wait_ms = 300 };
	struct reply r = { 0 };
	struct err err = { 0 };
	struct booking *b;
	enum rc rc;

	/* A refusal is said before anything is typed. */
	rq.args = (struct arg[]){ { "slot", slot, NULL }, { "wait", NULL, NULL } };
	rq.n_args = 2;
	rc = app_request(app, &a, &rq, &r, &err);
	arena_free(&a);
	if (rc && (rc != RC_BUSY || session_away(app->session))) {
		app_say_not_done(app, &err);
		return;
	}
	b = (struct booking *)app_open(app, &type);
	if (!b)
		return;
	snprintf(b->slot, sizeof b->slot, "%s", slot);
	b->fields[0] = (struct field){ .name = "note", .label = "Your note", .kind = FIELD_LINE,
				       .empty = "what you hope to hear", .max = 2000,
				       .hint = "The rep sees your note beside your name. It may stay empty." };
	form_init(&b->form, &b->v.own, b->fields, 1);
	form_begin(app, &b->form, "book %s", b->slot);
}
