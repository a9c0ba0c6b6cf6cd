/* One page for reps. It opens with what Marketing changed because of them: a
 * rep who never gets anything back stops hosting. */
#include <string.h>

#include "report_i.h"

#define CHANGED 5
#define COMING 4
#define WONT 2
#define HEARD 5

static const char *theme_name(const struct json *model, const char *id)
{
	for (const struct json *t = json_first(json_get(model, "themes")); t; t = t->next)
		if (!strcmp(json_str(t, "id", ""), id))
			return json_str(t, "name", "");
	return NULL;
}

/* "You said: …. " of the first theme that this period heard, or "". */
static const char *you_said(struct render *r, const struct json *x)
{
	for (const struct json *k = json_first(json_get(x, "themes")); k; k = k->next) {
		const char *name = theme_name(r->model, k->u.s.p);

		if (name)
			return arena_printf(r->doc.a, "You said: %s. We did: ", name);
	}
	return "";
}

static bool is_state(const struct json *x, const char *state)
{
	return !strcmp(json_str(x, "state", ""), state);
}

static size_t put_changed(struct render *r)
{
	size_t n = 0;

	doc_add(&r->doc, BLOCK_HEADING, "What Marketing changed because of you");
	for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
		if (!json_bool(x, "changed", false) || is_state(x, "ineffective") || n == CHANGED)
			continue;
		n++;
		doc_add(&r->doc, BLOCK_ITEM, "%s%s. %s", you_said(r, x), json_str(x, "title", ""),
			json_str(x, "outcome", ""));
	}
	if (!n)
		doc_add(&r->doc, BLOCK_PARA, "Nothing is finished yet. What is coming stands below.");
	return n;
}

static void put_coming(struct render *r)
{
	size_t n = 0;

	for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
		bool again = is_state(x, "ineffective") && json_bool(x, "changed", false);

		if ((!again && !is_state(x, "agreed") && !is_state(x, "doing")) || n == COMING)
			continue;
		if (!n++)
			doc_add(&r->doc, BLOCK_HEADING, "What is coming");
		doc_add(&r->doc, BLOCK_ITEM, "%s%s%s", again ? "Once more, since you still hear it: " : "",
			json_str(x, "title", ""), again ? "" : due_said(r, x));
	}
}

static void put_wont(struct render *r)
{
	size_t n = 0;

	for (const struct json *t = json_first(json_get(r->model, "themes")); t && n < WONT; t = t->next)
		if (is_state(t, "declined")) {
			if (!n++)
				doc_add(&r->doc, BLOCK_HEADING, "What we won't do, and why");
			doc_add(&r->doc, BLOCK_ITEM, "%s: %s", json_str(t, "name", ""),
				json_str(t, "reason", ""));
		}
	for (const struct json *x = json_first(json_get(r->model, "actions")); x && n < WONT; x = x->next)
		if (is_state(x, "declined")) {
			if (!n++)
				doc_add(&r->doc, BLOCK_HEADING, "What we won't do, and why");
			doc_add(&r->doc, BLOCK_ITEM, "%s: %s", json_str(x, "title", ""),
				json_str(x, "reason", ""));
		}
}

static void put_heard(struct render *r)
{
	const struct json *t = json_first(json_get(r->model, "themes"));
	size_t n = 0;

	if (t)
		doc_add(&r->doc, BLOCK_HEADING, "What we heard most");
	for (; t && n < HEARD; t = t->next) {
		const struct json *q = json_first(json_get(t, "quotes"));

		doc_add(&r->doc, BLOCK_ITEM, "%s (%s)", json_str(t, "name", ""), heard_in(r, t));
		if (q && n++ < 3)
			doc_quote(&r->doc, json_str(q, "text", ""), NULL);
	}
}

void sales_doc(struct render *r)
{
	head_doc(r, "For Sales");
	put_changed(r);
	put_coming(r);
	put_wont(r);
	put_heard(r);
	doc_add(&r->doc, BLOCK_HEADING, "Thank you");
	doc_add(&r->doc, BLOCK_PARA, "%lld session%s: %lld of you let %lld marketer%s sit in. Hours that "
		"you publish are what this lives on: replife hours add \"every tue 10-12 30min\".",
		(long long)base_of(r, "held"), S(base_of(r, "held")), (long long)base_of(r, "reps"),
		(long long)base_of(r, "marketers"), S(base_of(r, "marketers")));
}
