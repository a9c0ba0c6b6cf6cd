/* What becomes of booked sessions that fall away: decided before publishing, and
 * kept as a draft until then. */
#include <stdio.h>
#include <string.h>

#include "draft.h"
#include "hours.h"

const struct decision *hours_decision(const struct hours *h, const char *slot)
{
	for (size_t i = 0; i < h->n_decisions; i++)
		if (!strcmp(h->decisions[i].slot, slot))
			return &h->decisions[i];
	return NULL;
}

void hours_decide(struct hours *h, const char *slot, char said, const char *to)
{
	struct decision *d = NULL;

	for (size_t i = 0; i < h->n_decisions; i++)
		if (!strcmp(h->decisions[i].slot, slot))
			d = &h->decisions[i];
	if (!d) {
		h->decisions = arena_grow(&h->v.own, h->decisions, h->n_decisions * sizeof *d,
					  (h->n_decisions + 1) * sizeof *d);
		d = &h->decisions[h->n_decisions++];
	}
	snprintf(d->slot, sizeof d->slot, "%s", slot);
	snprintf(d->to, sizeof d->to, "%s", to ? to : "");
	d->said = said;
	h->changed = h->v.stale = true;
}

static const char *draft_name(const struct hours *h, struct arena *a)
{
	return arena_printf(a, "decisions of %s", h->rep);
}

/* A line each: "S-12 = ", "S-14 m 2 dec 10:00". */
bool hours_keep(struct app *app, struct view *v)
{
	struct hours *h = (struct hours *)v;
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	const char *text = "";
	enum rc rc;

	if (!h->changed || !h->rep)
		return false;
	for (size_t i = 0; i < h->n_decisions; i++)
		text = arena_printf(&a, "%s%s %c %s\n", text, h->decisions[i].slot, h->decisions[i].said,
				    h->decisions[i].to);
	rc = draft_hold(app, draft_name(h, &a), *text ? text : NULL, NULL, &err);
	if (rc)
		app_say_err(app, &err);
	h->changed = rc != RC_OK;
	arena_free(&a);
	return true;
}

void hours_recall(struct app *app, struct hours *h)
{
	struct arena a = { .parent = app->arena };
	const char *text;
	struct err err = { 0 };
	enum rc rc = draft_read(app, &a, draft_name(h, &a), &text, &err);

	if (rc) {		/* it is asked again with the next reading */
		arena_free(&a);
		return;
	}

	while (text && *text) {
		const char *end = strchr(text, '\n');
		const char *line = arena_dup(&a, text, end ? (size_t)(end - text) : strlen(text));
		const char *slot = arena_dup(&a, line, strcspn(line, " "));
		const char *said = line + strlen(slot);

		if (*said == ' ' && said[1])
			hours_decide(h, slot, said[1], said[2] ? said + 3 : "");
		text = end ? end + 1 : NULL;
	}
	h->recalled = true;
	h->changed = false;
	arena_free(&a);
}

void hours_forget(struct hours *h)
{
	h->changed |= h->n_decisions > 0;
	h->n_decisions = 0;
}
