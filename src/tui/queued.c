/* My bookings ahead, and what others made of them since. */
#include "queued.h"

#include <string.h>

#include "said.h"
#include "say.h"
#include "screens.h"

struct booked {
	int64_t id, start_s;
	bool waits, sits;		/* in the queue; has a seat */
	const char *said;		/* "S-12 with Owen, Thu 26 Nov 10:00" */
};

static void say_came(struct app *app, struct arena *a, const struct booked *b, const struct reply *r, size_t row)
{
	const char *state = row_text(r, row, "state");

	if (!strcmp(state, "confirmed"))
		app_say_also(app, arena_printf(a, "You have a seat now: %s.", b->said));
	else if (!strcmp(state, "offered"))
		app_say_also(app, arena_printf(a, "You are offered a seat: %s. %s leads to it, and a takes it.", b->said,
					       tell_screen(app, a, &mine_view)));
}

/* What was said of it before is true no more. */
static void say_went(struct app *app, const struct booked *b, bool waits)
{
	if (waits)
		app_say(app, "You have no seat any more, and wait for one again: %s.", b->said);
	else
		app_say(app, "You have no %s any more: %s.", b->waits ? "place in the queue" : "seat", b->said);
	app->undo = 0;
}

static void compare(struct app *app, struct arena *a, const struct booked *b, const struct reply *r)
{
	size_t row = 0;
	const char *state;

	while (row < r->n_rows && row_int(r, row, "id") != b->id)
		row++;
	state = row < r->n_rows ? row_text(r, row, "state") : "";
	if (b->waits && *state)
		say_came(app, a, b, r, row);
	else if (!app->queued.own && b->sits && !strcmp(state, "waiting"))
		say_went(app, b, true);
	else if (!app->queued.own && !*state && b->start_s > app->now_s)
		say_went(app, b, false);
}

static void keep(struct app *app, const struct reply *r)
{
	struct queued *q = &app->queued;

	queued_forget(app);
	q->all = arena_array(&q->in, struct booked, r->n_rows + 1);
	for (size_t i = 0; i < r->n_rows; i++) {
		const char *state = row_text(r, i, "state");

		q->all[q->n++] = (struct booked){
			.id = row_int(r, i, "id"), .start_s = row_int(r, i, "start"),
			.waits = !strcmp(state, "waiting"), .sits = !strcmp(state, "confirmed"),
			.said = arena_printf(&q->in, "%s with %s, %s", row_ref(&q->in, r, i, "slot"),
					     row_text(r, i, "rep_name"), tell_at(app, &q->in, row_int(r, i, "start"))),
		};
	}
}

void queued_look(struct app *app)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err ignored = { 0 };

	if (!(app->roles & ROLE_BIT(ROLE_MARKETER)))
		queued_forget(app);
	else if (!app_call(app, &a, "mine", NULL, 0, &r, &ignored)) {
		for (size_t i = 0; i < app->queued.n; i++)
			compare(app, &a, &app->queued.all[i], &r);
		keep(app, &r);
	}
	arena_free(&a);
}

void queued_own(struct app *app)
{
	app->queued.own = true;
}

void queued_forget(struct app *app)
{
	arena_free(&app->queued.in);
	app->queued = (struct queued){ .in.parent = app->arena };
}
