/* What Marketing does about it, and whether it helped. */
#include <string.h>

#include "report_i.h"

static void put_action(struct render *r, const struct json *x)
{
	const char *who = owner_said(r, x), *why = json_str(x, "outcome", NULL);

	if (!why)
		why = json_str(x, "reason", NULL);
	doc_add(&r->doc, BLOCK_ITEM, "%s %s: %s%s%s%s%s%s", json_str(x, "id", ""), json_str(x, "title", ""),
		state_said(x), due_said(r, x), who ? ", " : "", who ? who : "", why ? ". " : "",
		why ? why : "");
}

/* Within an area, one owner's after the other's; with no name, as they are. */
static void put_owners(struct render *r, const char *area)
{
	const struct json *all = json_first(json_get(r->model, "actions"));

	for (const struct json *x = all; x; x = x->next) {
		const char *who = json_str(x, "owner", "");
		const struct json *y = all;

		if (strcmp(json_str(x, "area", ""), area))
			continue;
		while (y != x && (strcmp(json_str(y, "area", ""), area) || strcmp(json_str(y, "owner", ""), who)))
			y = y->next;
		if (y != x)
			continue;	/* this owner's turn was before */
		for (; y; y = y->next)
			if (!strcmp(json_str(y, "area", ""), area) && !strcmp(json_str(y, "owner", ""), who))
				put_action(r, y);
	}
}

void actions_doc(struct render *r)
{
	static const char *const areas[] = { "information", "alerts", "campaigns", "other" };
	const struct json *all = json_first(json_get(r->model, "actions"));

	if (!all)
		return;
	doc_add(&r->doc, BLOCK_HEADING, "What Marketing does");
	for (size_t i = 0; i < 4; i++) {
		const struct json *x = all;

		while (x && strcmp(json_str(x, "area", ""), areas[i]))
			x = x->next;
		if (!x)
			continue;
		doc_add(&r->doc, BLOCK_SUB, "%s", area_said(areas[i]));
		put_owners(r, areas[i]);
	}
}

/* ---- you said, we did ---- */

struct before before_done(struct render *r, const struct json *x)
{
	const struct json *s = json_get(x, "since"), *themes = json_get(x, "themes"), *p, *last = NULL;
	int64_t of = json_int(s, "of_until", 0);

	if (of >= FEW)
		return (struct before){ json_int(s, "sessions_until", 0), of };
	for (p = json_first(json_get(r->model, "trend")); p; p = p->next)
		last = p;
	/* Of two themes, sessions that spoke of both would count twice. */
	if (!last || json_count(x, "themes") != 1 || json_int(last, "written_up", 0) < FEW)
		return (struct before){ 0, 0 };
	p = theme_by(last, listed_ref(json_first(themes)));
	if (json_get(p, "within") || json_bool(p, "unknown", false))
		return (struct before){ 0, 0 };
	return (struct before){ json_int(p, "sessions", 0), json_int(last, "written_up", 0) };
}

enum heard_since heard_since(struct render *r, const struct json *action)
{
	struct before b = before_done(r, action);
	const struct json *s = json_get(action, "since");
	int64_t n = json_int(s, "sessions", 0), of = json_int(s, "of", 0);

	if (!b.of || of < FEW)
		return HEARD_UNKNOWN;
	/* As arrows go: two sessions fewer than as many as before would be. */
	return b.sessions * of - n * b.of >= 2 * b.of ? HEARD_LESS : HEARD_STILL;
}

const char *themes_of_action(struct render *r, const struct json *x)
{
	const char *said = "";

	for (const struct json *k = json_first(json_get(x, "answers")); k; k = k->next)
		said = arena_printf(r->doc.a, "%s%s%s", said, *said ? "; " : "", listed_ref(k));
	if (*said)
		return said;
	/* A report that was closed by an older program names those that were heard. */
	for (const struct json *k = json_first(json_get(x, "themes")); k; k = k->next) {
		const struct json *t = theme_by(r->model, listed_ref(k));

		if (t)
			said = arena_printf(r->doc.a, "%s%s%s", said, *said ? "; " : "", json_str(t, "name", ""));
	}
	return said;
}

static void put_did(struct render *r, const struct json *x)
{
	const struct json *s = json_get(x, "since");
	struct before b = before_done(r, x);
	int64_t of = json_int(s, "of", 0);
	const char *title = arena_printf(r->doc.a, "%s %s", json_str(x, "id", ""), json_str(x, "title", ""));
	const char *cells[] = { themes_of_action(r, x), title, state_said(x),
				b.of ? share_said(r, b.sessions, b.of) : "not known",
				of >= FEW ? share_said(r, json_int(s, "sessions", 0), of) : "too few to say" };
	struct bar bar = { .label = title, .n = of >= FEW ? json_int(s, "sessions", 0) : 0, .of = of,
			   .said = cells[4], .then = b.sessions, .then_of = b.of,
			   .then_said = arena_printf(r->doc.a, "was %s", cells[3]) };

	doc_row(&r->doc, cells);
	doc_bar(&r->doc, &bar);
}

/* A closed report of an older program has no counts of it. */
static bool is_done(const struct json *x, bool before)
{
	return (before || json_bool(x, "changed", false)) && json_get(x, "since");
}

const struct json *next_done(const struct render *r, const struct json *action)
{
	const struct json *old = json_first(json_get(r->model, "done_before")), *k = old;
	bool before = false;

	while (k && k != action)
		k = k->next;
	before = k && action;
	k = action ? action->next : json_first(json_get(r->model, "actions"));
	while (k && !is_done(k, before))
		k = k->next;
	if (k || before)
		return k;
	for (k = old; k && !is_done(k, true);)
		k = k->next;
	return k;
}

void did_doc(struct render *r)
{
	const struct json *x = next_done(r, NULL);

	if (!x)
		return;
	doc_add(&r->doc, BLOCK_HEADING, "You said, we did");
	doc_add(&r->doc, BLOCK_PARA, "What was done in this period and the one before, and in how many "
		"sessions people spoke of it before and since. \"Before\" is this period until it was done, "
		"or the whole last one where that was under %d sessions.", FEW);
	doc_table(&r->doc, "Sessions that spoke of it, before it was done and since",
		  "You said \tWe did \tNow \tBefore\tSince");
	r->doc.last->now = "since it was done";
	r->doc.last->then = "before";
	for (; x; x = next_done(r, x))
		put_did(r, x);
}
