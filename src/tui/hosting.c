#include "hosting.h"

#include <stdio.h>
#include <string.h>

#include "say.h"

#define NAMED 3			/* of lifecycle; one is enough to ask */

static bool is(const struct hosting *h, const char *state)
{
	return !strcmp(h->state, state);
}

bool hosting_invited(const struct hosting *h)
{
	return is(h, "invited");
}

bool hosting_paused(const struct hosting *h)
{
	return is(h, "paused");
}

/* "Henrik Sørby, Maya Goldstein or Ruth Adeyemi" */
static const char *who_asks(struct app *app, struct arena *a)
{
	struct reply r = { 0 };
	struct err ignored = { 0 };
	const char *said = "";
	size_t n;

	if (app_call(app, a, "person list", ARGS({ "role", "lifecycle", NULL }), &r, &ignored) || !r.n_rows)
		return "Whoever runs the program";
	n = r.n_rows < NAMED ? r.n_rows : NAMED;
	for (size_t i = 0; i < n; i++)
		said = arena_printf(a, "%s%s%s", said, !i ? "" : i + 1 < n ? ", " : " or ",
				    row_text(&r, i, "name"));
	return said;
}

static void say_missing(struct app *app, struct arena *a, const char *name, struct hosting *h)
{
	const char *who = name ? name : "You", *have = name ? "has" : "have";

	if (is(h, "active"))
		return;
	if (hosting_invited(h)) {
		h->missing = arena_printf(a, "%s %s asked to host, and %s not said yes.", who,
					  name ? "is" : "are", have);
		h->todo = name ? "a notes a spoken yes." : "a says yes.";
		return;
	}
	if (hosting_paused(h)) {
		h->missing = arena_printf(a, "%s %s paused hosting.", who, have);
		h->todo = "a takes visitors again.";
		return;
	}
	h->missing = is(h, "declined") ? arena_printf(a, "%s said no to hosting.", who)
		: is(h, "left") ? arena_printf(a, "%s %s left the roster.", who, have)
		: arena_printf(a, "%s %s not on the roster yet.", who, name ? "is" : "are");
	h->todo = name ? "n on the Roster asks them to host."
		: arena_printf(a, "%s can ask you to host: with n on the Roster.", who_asks(app, a));
}

enum rc hosting_load(struct app *app, struct arena *a, const char *login, const char *name,
		     struct hosting *out, struct err *err)
{
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "roster list", NULL, 0, &r, err);

	if (rc)
		return rc;
	*out = (struct hosting){ .missing = NULL };
	for (size_t i = 0; i < r.n_rows; i++)
		if (!strcmp(row_text(&r, i, "rep"), login))
			snprintf(out->state, sizeof out->state, "%s", row_text(&r, i, "state"));
	say_missing(app, a, name, out);
	return RC_OK;
}

void hosting_yes(struct app *app, const struct hosting *h, const char *login)
{
	app_do(app, hosting_invited(h) ? "roster accept" : "roster resume", ARGS({ "rep", login, NULL }));
}
