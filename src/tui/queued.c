/* The bookings that wait in a queue, and what came of them. */
#include "queued.h"

#include <string.h>

#include "said.h"
#include "say.h"
#include "screens.h"

static bool waited(const struct app *app, int64_t booking)
{
	for (size_t i = 0; i < app->queued.n; i++)
		if (app->queued.ids[i] == booking)
			return true;
	return false;
}

/* "S-12 with Owen, Thu 26 Nov 10:00" */
static const char *session_said(const struct app *app, struct arena *a, const struct reply *r, size_t row)
{
	return arena_printf(a, "%s with %s, %s", row_ref(a, r, row, "slot"), row_text(r, row, "rep_name"),
			    tell_at(app, a, row_int(r, row, "start")));
}

static void say_came(struct app *app, const struct reply *r, size_t row)
{
	struct arena a = { .parent = app->arena };
	const char *state = row_text(r, row, "state");

	if (!strcmp(state, "confirmed"))
		app_say_also(app, arena_printf(&a, "You have a seat now: %s.", session_said(app, &a, r, row)));
	else if (!strcmp(state, "offered"))
		app_say_also(app, arena_printf(&a, "You are offered a seat: %s. %s leads to it, and a takes it.",
					       session_said(app, &a, r, row), tell_screen(app, &a, &mine_view)));
	arena_free(&a);
}

static void keep_waiting(struct app *app, const struct reply *r)
{
	struct queued *q = &app->queued;

	queued_forget(app);
	q->ids = arena_array(&q->in, int64_t, r->n_rows + 1);
	for (size_t i = 0; i < r->n_rows; i++)
		if (!strcmp(row_text(r, i, "state"), "waiting"))
			q->ids[q->n++] = row_int(r, i, "id");
}

void queued_look(struct app *app)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err ignored = { 0 };

	if (!(app->roles & ROLE_BIT(ROLE_MARKETER)))
		queued_forget(app);
	else if (!app_call(app, &a, "mine", NULL, 0, &r, &ignored)) {
		for (size_t i = 0; i < r.n_rows; i++)
			if (waited(app, row_int(&r, i, "id")))
				say_came(app, &r, i);
		keep_waiting(app, &r);
	}
	arena_free(&a);
}

void queued_forget(struct app *app)
{
	arena_free(&app->queued.in);
	app->queued = (struct queued){ .in.parent = app->arena };
}
