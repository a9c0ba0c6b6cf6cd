/* What was heard, for leadership and the team: themes, leads, actions. */
#include <string.h>

#include "replife/core.h"
#include "report_i.h"

static const char *area_said(const char *area)
{
	if (!strcmp(area, "information"))
		return "The information we give to Sales";
	if (!strcmp(area, "alerts"))
		return "How reps are alerted";
	if (!strcmp(area, "campaigns"))
		return "How reps hear of campaigns";
	return "Everything else";
}

static void put_base(struct render *r)
{
	doc_add(&r->doc, BLOCK_PARA,
		"%lld session%s were held, %lld are written up: %lld remark%s by %lld "
		"marketer%s about %lld rep%s. %lld %s in a theme, %lld in none%s.",
		(long long)base_of(r, "held"), S(base_of(r, "held")), (long long)base_of(r, "written_up"),
		(long long)base_of(r, "remarks"), S(base_of(r, "remarks")),
		(long long)base_of(r, "marketers"), S(base_of(r, "marketers")),
		(long long)base_of(r, "reps"), S(base_of(r, "reps")),
		(long long)base_of(r, "in_themes"), base_of(r, "in_themes") == 1 ? "is" : "are",
		(long long)base_of(r, "uncoded"),
		base_of(r, "set_aside")
			? arena_printf(r->doc.a, ", %lld set aside", (long long)base_of(r, "set_aside"))
			: "");
}

/* "A-7 agreed", or what was said instead; "" where nothing was. */
static const char *answer_of(struct render *r, const struct json *theme)
{
	const char *said = "";

	for (const struct json *k = json_first(json_get(theme, "actions")); k; k = k->next) {
		const struct json *x = action_by(r->model, k->u.s.p);

		if (x && strcmp(json_str(x, "state", ""), "declined"))
			said = arena_printf(r->doc.a, "%s%s%s %s", said, *said ? ", " : "", k->u.s.p,
					    state_said(x));
	}
	if (!*said && !strcmp(json_str(theme, "state", ""), "declined"))
		return "we won't";
	return *said ? said : json_bool(theme, "front", false) ? "no answer yet" : "";
}

static const char *before_of(struct render *r, const struct json *theme)
{
	const struct json *b = json_get(theme, "before");
	int64_t n = json_int(b, "sessions", 0), base;

	if (!b)
		return "";
	if (!n && !json_int(b, "observations", 0))
		return "new";
	base = json_int(json_get(r->model, "compare"), n ? "written_up" : "remarks", 0);
	return arena_printf(r->doc.a, "%lld of %lld", (long long)(n ? n : json_int(b, "observations", 0)),
			    (long long)base);
}

/* "16 of 34": of the sessions, or where there are none, of the remarks. */
static const char *of_base(struct render *r, const struct json *theme)
{
	bool sessions = base_of(r, "written_up") > 0;

	return arena_printf(r->doc.a, "%lld of %lld",
			    (long long)json_int(theme, sessions ? "sessions" : "observations", 0),
			    (long long)base_of(r, sessions ? "written_up" : "remarks"));
}

static void put_ranking(struct render *r)
{
	bool beside = json_get(r->model, "compare") != NULL;
	const struct json *t = json_first(json_get(r->model, "themes"));

	doc_add(&r->doc, BLOCK_HEADING, "Themes, by how many people spoke of them");
	if (!t) {
		doc_add(&r->doc, BLOCK_PARA, "No remark of this period is in a theme yet.");
		return;
	}
	doc_table(&r->doc, arena_printf(r->doc.a, "#\tTheme \tArea \t%s\t%sPeople\tWhat we do ",
					base_of(r, "written_up") ? "Sessions" : "Remarks",
					beside ? "Before\t" : ""));
	for (; t; t = t->next) {
		const char *cells[DOC_COLS] = { doc_int(&r->doc, json_int(t, "rank", 0)),
						json_str(t, "name", ""), json_str(t, "area", ""),
						of_base(r, t) };
		size_t n = 4;

		if (beside)
			cells[n++] = before_of(r, t);
		cells[n++] = doc_int(&r->doc, json_int(t, "marketers", 0) + json_int(t, "reps", 0));
		cells[n] = answer_of(r, t);
		doc_row(&r->doc, cells);
	}
}

static void put_theme(struct render *r, const struct json *t)
{
	doc_add(&r->doc, BLOCK_HEADING, "%lld. %s", (long long)json_int(t, "rank", 0),
		json_str(t, "name", ""));
	if (json_get(t, "definition"))
		doc_add(&r->doc, BLOCK_PARA, "%s", json_str(t, "definition", ""));
	doc_add(&r->doc, BLOCK_PARA, "%s: %lld remark%s, %s, %lld marketer%s, %lld rep%s.",
		area_said(json_str(t, "area", "")), (long long)json_int(t, "observations", 0),
		S(json_int(t, "observations", 0)), heard_in(r, t),
		(long long)json_int(t, "marketers", 0), S(json_int(t, "marketers", 0)),
		(long long)json_int(t, "reps", 0), S(json_int(t, "reps", 0)));
	for (const struct json *q = json_first(json_get(t, "quotes")); q; q = q->next)
		doc_quote(&r->doc, json_str(q, "text", ""), json_str(q, "by", NULL));
	for (const struct json *k = json_first(json_get(t, "actions")); k; k = k->next) {
		const struct json *x = action_by(r->model, k->u.s.p);

		if (x)
			doc_add(&r->doc, BLOCK_ITEM, "%s %s: %s%s", k->u.s.p, json_str(x, "title", ""),
				state_said(x), due_said(r, x));
	}
	if (!strcmp(json_str(t, "state", ""), "declined"))
		doc_add(&r->doc, BLOCK_ITEM, "We won't, because: %s", json_str(t, "reason", ""));
}

static void put_words(struct render *r, const char *before, const struct json *counts,
		      const struct word *words)
{
	const char *said = "";

	for (size_t i = 0; words[i].code; i++)
		said = arena_printf(r->doc.a, "%s%s%s %lld", said, *said ? ", " : "", words[i].plain,
				    (long long)json_int(counts, words[i].code, 0));
	doc_add(&r->doc, BLOCK_ITEM, "%s: %s.", before, said);
}

static void put_leads(struct render *r)
{
	const struct json *l = json_get(r->model, "leads");
	int64_t n = json_int(l, "seen", 0);

	if (!n)
		return;
	doc_add(&r->doc, BLOCK_HEADING, "Marketing-sourced leads, as seen (%lld)", (long long)n);
	put_words(r, "The rep was alerted", json_get(l, "alerted"), alerted_words);
	put_words(r, "Followed up", json_get(l, "followed"), followed_words);
}

static void put_actions(struct render *r)
{
	static const char *const areas[] = { "information", "alerts", "campaigns", "other" };
	bool any = false;

	for (size_t i = 0; i < 4; i++)
		for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
			const char *who = json_str(x, "owner", NULL), *why = json_str(x, "outcome", NULL);

			if (strcmp(json_str(x, "area", ""), areas[i]))
				continue;
			if (!any)
				doc_add(&r->doc, BLOCK_HEADING, "What Marketing does");
			any = true;
			if (!why)
				why = json_str(x, "reason", NULL);
			doc_add(&r->doc, BLOCK_ITEM, "%s %s: %s%s%s%s%s%s", json_str(x, "id", ""),
				json_str(x, "title", ""), state_said(x), due_said(r, x), who ? ", " : "",
				who ? who : "", why ? ". " : "", why ? why : "");
		}
}

static void put_named(struct render *r, const char *title, const struct json *list)
{
	const struct json *t = json_first(list);

	if (t)
		doc_add(&r->doc, BLOCK_HEADING, "%s", title);
	for (; t; t = t->next)
		doc_add(&r->doc, BLOCK_ITEM, "%s: %lld remark%s", json_str(t, "name", ""),
			(long long)json_int(t, "observations", 0), S(json_int(t, "observations", 0)));
}

void themes_doc(struct render *r)
{
	const struct json *late = json_get(r->model, "addendum"),
		*gone = json_get(json_get(r->model, "compare"), "gone");

	head_doc(r, "What we heard");
	put_base(r);
	put_ranking(r);
	for (const struct json *t = json_first(json_get(r->model, "themes")); t; t = t->next)
		put_theme(r, t);
	put_named(r, "Heard then, not now", gone);
	put_leads(r);
	put_actions(r);
	if (late)
		put_named(r, arena_printf(r->doc.a, "Of %s, handed in after its report was closed "
					 "(%lld remark%s)", json_str(late, "period", ""),
					 (long long)json_int(late, "remarks", 0),
					 S(json_int(late, "remarks", 0))), json_get(late, "themes"));
}
