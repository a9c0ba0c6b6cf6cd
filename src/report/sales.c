/* One page for reps. It opens with what Marketing changed because of them: a
 * rep who never gets anything back stops hosting. */
#include <string.h>

#include "report_i.h"

#define CHANGED 5
#define COMING 4
#define WONT 2
#define HEARD 5
#define HEARD_QUOTES 2

/* "You said: …. We did: " of the themes that this period heard, or "". */
static const char *you_said(struct render *r, const struct json *x)
{
	const char *said = themes_of_action(r, x);

	return *said ? arena_printf(r->doc.a, "You said: %s. We did: ", said) : "";
}

static void put_changed(struct render *r)
{
	size_t n = 0;

	doc_add(&r->doc, BLOCK_HEADING, "What Marketing changed because of you");
	for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
		const char *since;

		if (!json_bool(x, "changed", false) || action_is(x, "ineffective") || n == CHANGED)
			continue;
		n++;
		since = since_said(r, x);
		doc_add(&r->doc, BLOCK_ITEM, "%s%s. %s%s%s", you_said(r, x), json_str(x, "title", ""),
			json_str(x, "outcome", ""), since ? " " : "", since ? since : "");
	}
	if (!n)
		doc_add(&r->doc, BLOCK_PARA, "Nothing is finished yet. What is coming stands below.");
}

static void put_coming(struct render *r)
{
	size_t n = 0;

	for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
		bool again = action_is(x, "ineffective") && json_bool(x, "changed", false);

		if ((!again && !action_is(x, "agreed") && !action_is(x, "doing")) || n == COMING)
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
		if (action_is(t, "declined")) {
			if (!n++)
				doc_add(&r->doc, BLOCK_HEADING, "What we won't do, and why");
			doc_add(&r->doc, BLOCK_ITEM, "%s: %s", json_str(t, "name", ""),
				json_str(t, "reason", ""));
		}
	for (const struct json *x = json_first(json_get(r->model, "actions")); x && n < WONT; x = x->next)
		if (action_is(x, "declined")) {
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

		doc_add(&r->doc, BLOCK_ITEM, "%s (%s)", theme_said(r, t), heard_in(r, t));
		if (q && n++ < HEARD_QUOTES)
			doc_quote(&r->doc, json_str(q, "text", ""), voice_said(r, q));
	}
}

/* Whoever sat in and whoever hosted, as leadership's report counts them: not only
 * those whose session is written up. */
static void put_thanks(struct render *r)
{
	const struct json *p = json_get(r->model, "participation");
	int64_t held = base_of(r, "held"), marketers = json_int(json_get(p, "marketers"), "sat_in", 0),
		reps = json_int(json_get(p, "reps"), "hosted", 0);

	doc_add(&r->doc, BLOCK_HEADING, "Thank you");
	doc_add(&r->doc, BLOCK_PARA, "%s: %lld of you let %s sit in. Hours that "
		"you publish are what this lives on: replife hours add \"every tue 10-12 30min\".",
		some(r, held, "session"), (long long)reps, some(r, marketers, "marketer"));
}

void sales_doc(struct render *r)
{
	r->doc.one_page = true;
	head_doc(r, "For Sales");
	put_changed(r);
	put_coming(r);
	put_wont(r);
	put_heard(r);
	put_thanks(r);
	left_out_brief(r);
}
