/* Leads, period by period, what the figures rest on, and all counts. */
#include <string.h>

#include "replife/core.h"
#include "report_i.h"

/* ---- leads ---- */

static void put_words(struct render *r, const char *before, const struct json *counts,
		      const struct word *words, int64_t of)
{
	const char *said = "";

	for (size_t i = 0; words[i].code; i++)
		said = arena_printf(r->doc.a, "%s%s%s %lld", said, *said ? ", " : "", words[i].plain,
				    (long long)json_int(counts, words[i].code, 0));
	doc_add(&r->doc, BLOCK_ITEM, "%s: %s (of %lld).", before, said, (long long)of);
}

static int64_t leads_with(const struct json *both, const char *alerted, const char *followed)
{
	const struct json *k = json_first(both);

	while (k && (strcmp(json_str(k, "alerted", ""), alerted) || strcmp(json_str(k, "followed", ""), followed)))
		k = k->next;
	return json_int(k, "leads", 0);
}

/* Alerted down, followed up across. */
static void put_both(struct render *r, const struct json *leads)
{
	const struct json *both = json_get(leads, "both");
	const char *heads = "The rep was alerted \tLeads";

	for (size_t i = 0; followed_words[i].code; i++)
		heads = arena_printf(r->doc.a, "%s\t%s", heads, followed_words[i].plain);
	doc_table(&r->doc, "Leads by when the rep was alerted and how soon they were followed up", heads);
	for (size_t i = 0; alerted_words[i].code; i++) {
		int64_t n = json_int(json_get(leads, "alerted"), alerted_words[i].code, 0);
		const char *cells[DOC_COLS] = { alerted_words[i].plain, doc_int(&r->doc, n) };

		for (size_t k = 0; followed_words[k].code; k++)
			cells[2 + k] = doc_int(&r->doc, leads_with(both, alerted_words[i].code,
								   followed_words[k].code));
		doc_row(&r->doc, cells);
	}
}

void leads_doc(struct render *r)
{
	const struct json *l = json_get(r->model, "leads");
	int64_t n = json_int(l, "seen", 0);

	if (!n)
		return;
	doc_add(&r->doc, BLOCK_HEADING, "Marketing-sourced leads, as seen (%lld)", (long long)n);
	doc_add(&r->doc, BLOCK_PARA, "What visitors saw with their own eyes of %s. It is no measure of all "
		"leads, and no average is made of it.", some(r, n, "lead"));
	put_words(r, "The rep was alerted", json_get(l, "alerted"), alerted_words, n);
	put_words(r, "Followed up", json_get(l, "followed"), followed_words, n);
	if (json_get(l, "both"))
		put_both(r, l);
}

/* ---- period by period ---- */

#define TREND_THEMES 12

/* "2.9": of ten sessions that were held. */
static const char *of_ten(struct render *r, int64_t sessions, int64_t held)
{
	int64_t tenths = held ? (sessions * 100 + held / 2) / held : 0;

	if (held < FEW)
		return "too few";
	return arena_printf(r->doc.a, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
}

/* What cannot be said of it then, or NULL: it was counted within another, or with
 * one. */
static const char *untold(const struct json *theme)
{
	return json_get(theme, "within") ? "not apart" : json_bool(theme, "unknown", false) ? "not known" : NULL;
}

/* None, under one of ten, under two, under four, more. */
static unsigned char shade_of(int64_t sessions, int64_t held)
{
	if (held < FEW || !sessions)
		return 0;
	return sessions * 10 < held ? 1 : sessions * 5 < held ? 2 : sessions * 5 < held * 2 ? 3 : 4;
}

void trend_doc(struct render *r)
{
	const struct json *trend = json_get(r->model, "trend"), *t = json_first(json_get(r->model, "themes"));
	const char *heads = "Theme ";
	bool within = false;
	size_t n = 0;

	if (!json_first(trend) || !t)
		return;
	for (const struct json *p = json_first(trend); p; p = p->next)
		heads = arena_printf(r->doc.a, "%s\t%s (%lld)", heads, json_str(p, "period", ""),
				     (long long)json_int(p, "held", 0));
	heads = arena_printf(r->doc.a, "%s\t%s (%lld)", heads,
			     json_str(json_get(r->model, "period"), "name", ""), (long long)base_of(r, "held"));
	doc_add(&r->doc, BLOCK_HEADING, "Period by period");
	doc_add(&r->doc, BLOCK_PARA, "Of ten sessions that were held, how many spoke of it. How many were held stands "
		"beside the period; under %d is too few to say.", FEW);
	doc_table(&r->doc, "Sessions that spoke of a theme, of ten that were held", heads);
	for (; t && n < TREND_THEMES; t = t->next, n++) {
		const char *cells[DOC_COLS] = { json_str(t, "name", "") };
		unsigned char shades[DOC_COLS] = { 0 };
		size_t k = 1;

		for (const struct json *p = json_first(trend); p && k < DOC_COLS - 1; p = p->next, k++) {
			const struct json *then = theme_by(p, json_str(t, "id", ""));
			int64_t sessions = json_int(then, "sessions", 0), held = json_int(p, "held", 0);

			cells[k] = untold(then) ? untold(then) : of_ten(r, sessions, held);
			shades[k] = shade_of(sessions, held);
			within |= json_get(then, "within") != NULL;
		}
		cells[k] = of_ten(r, json_int(t, "sessions", 0), base_of(r, "held"));
		shades[k] = shade_of(json_int(t, "sessions", 0), base_of(r, "held"));
		doc_row(&r->doc, cells);
		doc_shade(&r->doc, shades);
	}
	if (within)
		doc_add(&r->doc, BLOCK_PARA, "Not apart: split from a theme that such remarks were counted under then.");
}

/* ---- what it rests on ---- */

/* How far a theme means to one reader what it means to another. */
static void by_two(struct render *r, const struct json *two)
{
	int64_t n = json_int(two, "remarks", 0), pairs = json_int(two, "pairs", 1), kappa = json_int(two, "kappa_in_100", 0);

	if (!n)
		return;
	doc_add(&r->doc, BLOCK_ITEM, "%s read the same %s and put %s alike in %lld of 100 cases%s.",
		pairs == 1 ? "Two people" : "The two people who have most in common", some(r, n, "remark"), n == 1 ? "it" : "them",
		(long long)json_int(two, "alike_in_100", 0), !json_get(two, "kappa_in_100") ? "" :
		arena_printf(r->doc.a, " (Cohen's kappa %s%lld.%02lld; 1 is always alike, 0 what chance would give)",
			     kappa < 0 ? "-" : "", (long long)(kappa < 0 ? -kappa : kappa) / 100,
			     (long long)(kappa < 0 ? -kappa : kappa) % 100));
}

void method_doc(struct render *r)
{
	const struct json *c = json_get(r->model, "coded");
	int64_t waiting = json_int(c, "suggested", 0);

	doc_add(&r->doc, BLOCK_HEADING, "How to read this");
	doc_add(&r->doc, BLOCK_ITEM, "It is not a survey. Marketers sat in on calls that reps had put on offer, and wrote "
		"down what they saw. A number says in how many sessions something was spoken of, not how often it "
		"happens.");
	doc_add(&r->doc, BLOCK_ITEM, "Themes are ranked by how many different marketers and reps they come from, then by "
		"remarks, so that one loud voice makes no theme.");
	if (json_get(json_get(r->model, "base"), "missing"))
		doc_add(&r->doc, BLOCK_ITEM, "%s came in. %lld %s missing, %lld %s excused.",
			some(r, base_of(r, "write_ups"), "write-up"), (long long)base_of(r, "missing"), IS(base_of(r, "missing")),
			(long long)base_of(r, "excused"), IS(base_of(r, "excused")));
	if (c)
		doc_add(&r->doc, BLOCK_ITEM, "Who put remarks into themes: people %s (a suggestion that somebody "
			"accepted is theirs), a theme's own words %s.%s %s %s in no theme.",
			some(r, json_int(c, "person", 0), "time"), some(r, json_int(c, "codebook", 0), "time"),
			waiting ? arena_printf(r->doc.a, " %lld suggestion%s for somebody and count%s nowhere.",
					       (long long)waiting, waiting == 1 ? " waits" : "s wait",
					       waiting == 1 ? "s" : "") : "",
			some(r, base_of(r, "uncoded"), "remark"), IS(base_of(r, "uncoded")));
	by_two(r, json_get(c, "by_two"));
	doc_add(&r->doc, BLOCK_ITEM, "A quote stands here if its author said that it may, if nobody holds it back, and, "
		"where they are a rep's words, if the rep agreed.");
	doc_add(&r->doc, BLOCK_ITEM, "Two periods are compared by their shares, with their bases beside. A difference of "
		"less than two sessions is none, and under %d sessions there is nothing to say.", FEW);
}

/* ---- all counts ---- */

void counts_doc(struct render *r)
{
	const struct json *a = json_first(json_get(r->model, "areas")), *t = json_first(json_get(r->model, "themes"));

	doc_add(&r->doc, BLOCK_HEADING, "All counts");
	doc_add(&r->doc, BLOCK_SUB, "Remarks by area");
	doc_table(&r->doc, "Remarks by area", "Area \tRemarks");
	for (; a; a = a->next) {
		const char *cells[] = { area_said(json_str(a, "area", "")), doc_int(&r->doc, json_int(a, "remarks", 0)) };

		doc_row(&r->doc, cells);
	}
	if (t) {
		doc_add(&r->doc, BLOCK_SUB, "Themes");
		doc_table(&r->doc, "Themes", "Theme \tRemarks\tSessions\tMarketers\tReps");
	}
	for (; t; t = t->next) {
		const char *cells[] = { json_str(t, "name", ""), doc_int(&r->doc, json_int(t, "observations", 0)),
					doc_int(&r->doc, json_int(t, "sessions", 0)),
					doc_int(&r->doc, json_int(t, "marketers", 0)),
					doc_int(&r->doc, json_int(t, "reps", 0)) };

		doc_row(&r->doc, cells);
	}
	groups_doc(r, BLOCK_SUB);
	teams_doc(r, BLOCK_SUB);
}
