/* What was heard, for leadership and the team. */
#include <string.h>

#include "replife/core.h"
#include "report_i.h"

static void put_base(struct render *r)
{
	int64_t held = base_of(r, "held"), written = base_of(r, "written_up"), in = base_of(r, "in_themes");

	doc_add(&r->doc, BLOCK_PARA, "%s %s held, %lld %s written up: %s by %s about %s. %lld %s in a theme, %lld in none%s.",
		some(r, held, "session"), WAS(held), (long long)written, IS(written), some(r, base_of(r, "remarks"), "remark"),
		some(r, base_of(r, "marketers"), "marketer"), some(r, base_of(r, "reps"), "rep"), (long long)in, IS(in),
		(long long)base_of(r, "uncoded"), base_of(r, "set_aside")
			? arena_printf(r->doc.a, ", %lld set aside", (long long)base_of(r, "set_aside"))
			: "");
}

/* "A-7 agreed", or what was said instead; "" where nothing was. */
static const char *answer_of(struct render *r, const struct json *theme)
{
	const char *said = "";

	for (const struct json *k = json_first(json_get(theme, "actions")); k; k = k->next) {
		const struct json *x = action_by(r->model, listed_ref(k));

		if (x && strcmp(json_str(x, "state", ""), "declined"))
			said = arena_printf(r->doc.a, "%s%s%s %s", said, *said ? ", " : "", listed_ref(k),
					    state_said(x));
	}
	if (!*said && !strcmp(json_str(theme, "state", ""), "declined"))
		return "we won't";
	return *said ? said : json_bool(theme, "front", false) ? "no answer yet" : "";
}

static const char *arrow(struct render *r, const char *change)
{
	bool ascii = r->doc.look->ascii;

	if (!strcmp(change, "up"))
		return ascii ? "up, " : "\u2191 ";
	if (!strcmp(change, "down"))
		return ascii ? "down, " : "\u2193 ";
	return strcmp(change, "same") ? "" : "= ";
}

/* Whether themes are counted in sessions or, where there are none, in remarks. */
static const char *unit_of(const struct json *base)
{
	return json_int(base, "written_up", 0) ? "sessions" : "observations";
}

/* An arrow never stands alone: what it was, and of how many, is beside it. Of
 * remarks where sessions now are set beside remarks then, as the arrow is. */
static const char *before_of(struct render *r, const struct json *theme)
{
	const struct json *b = json_get(theme, "before");
	const char *change = json_str(b, "change", ""), *was;

	if (!b)
		return "";
	was = share_said(r, then_of(r, b).n, then_of(r, b).of);
	if (!then_of(r, b).sessions && base_of(r, "written_up"))
		was = arena_printf(r->doc.a, "%s remarks", was);
	if (!strcmp(change, "few"))
		return arena_printf(r->doc.a, "%s, too few to say", was);
	if (!strcmp(change, "split"))
		return "split";
	return arena_printf(r->doc.a, "%s%s", strcmp(change, "new") ? arrow(r, change) : "new, ", was);
}

/* What has a name of its own since is not new. */
static void put_split(struct render *r)
{
	for (const struct json *t = json_first(json_get(r->model, "themes")); t; t = t->next) {
		const struct json *b = json_get(t, "before"), *in = json_get(b, "within");
		int64_t n = json_int(in, "remarks", 0), of = json_int(t, "observations", 0);

		if (strcmp(json_str(b, "change", ""), "split"))
			continue;
		doc_add(&r->doc, BLOCK_PARA, "Split: %s has a name of its own since. %lld of its %s %s moved "
			"here from %s, under which such remarks were counted then.", in_marks(r, json_str(t, "name", "")),
			(long long)n, some(r, of, "remark"), WAS(n), in_marks(r, json_str(in, "name", "")));
	}
}

/* "16 of 34": of the sessions, or where there are none, of the remarks. */
static const char *of_base(struct render *r, const struct json *theme)
{
	bool sessions = base_of(r, "written_up") > 0;

	return arena_printf(r->doc.a, "%lld of %lld",
			    (long long)json_int(theme, sessions ? "sessions" : "observations", 0),
			    (long long)base_of(r, sessions ? "written_up" : "remarks"));
}

static void add_bar(struct render *r, const struct json *t)
{
	const struct json *b = json_get(t, "before");
	struct then then = then_of(r, b);
	const char *now = unit_of(json_get(r->model, "base"));
	struct bar bar = { .label = arena_printf(r->doc.a, "%lld. %s", (long long)json_int(t, "rank", 0),
						 json_str(t, "name", "")),
			   .n = json_int(t, now, 0), .said = of_base(r, t),
			   .of = base_of(r, *now == 's' ? "written_up" : "remarks") };

	if (b && then.n && then.sessions == (*now == 's')) {
		bar.then = then.n;
		bar.then_of = then.of;
		bar.then_said = arena_printf(r->doc.a, "was %s", share_said(r, then.n, then.of));
	}
	if (b && !strcmp(json_str(b, "change", ""), "new"))
		bar.said = arena_printf(r->doc.a, "%s, new", bar.said);
	doc_bar(&r->doc, &bar);
}

static void put_ranking(struct render *r)
{
	bool beside = json_get(r->model, "compare") != NULL;
	const struct json *t = json_first(json_get(r->model, "themes"));

	if (!t) {
		doc_add(&r->doc, BLOCK_PARA, "No remark of this period is in a theme yet.");
		return;
	}
	doc_table(&r->doc, base_of(r, "written_up") ? "Themes, and the sessions that spoke of them"
						     : "Themes, and their remarks", arena_printf(r->doc.a, "#\tTheme \tArea \t%s\t%sPeople\tWhat we do ",
					base_of(r, "written_up") ? "Sessions" : "Remarks",
					beside ? "Before\t" : ""));
	if (beside) {
		r->doc.last->now = json_str(json_get(r->model, "period"), "name", "");
		r->doc.last->then = json_str(json_get(r->model, "compare"), "period", "");
	}
	for (; t; t = t->next) {
		const char *cells[DOC_COLS] = { doc_int(&r->doc, json_int(t, "rank", 0)),
						theme_said(r, t), json_str(t, "area", ""),
						of_base(r, t) };
		size_t n = 4;

		if (beside)
			cells[n++] = before_of(r, t);
		cells[n++] = doc_int(&r->doc, json_int(t, "marketers", 0) + json_int(t, "reps", 0));
		cells[n] = answer_of(r, t);
		doc_row(&r->doc, cells);
		add_bar(r, t);
	}
	if (beside)
		doc_add(&r->doc, BLOCK_PARA, "%s", r->doc.look->ascii
			? "up: in a larger share than before; down: in a smaller one; =: about as often."
			: "\u2191 in a larger share than before, \u2193 in a smaller one, = about as often.");
	put_split(r);
}

/* What speaks against it: where it was not heard, and what was seen to work. */
static void put_against(struct render *r, const struct json *t)
{
	const struct json *l = json_get(r->model, "leads");
	int64_t of = base_of(r, "written_up"), n = json_int(t, "sessions", 0), seen = json_int(l, "seen", 0);
	const char *area = json_str(t, "area", "");

	if (!n || !strcmp(area, "other"))
		return;
	doc_add(&r->doc, BLOCK_PARA, "Against it: %s did not speak of it%s.", some_of(r, of - n, of, "session"),
		strcmp(area, "alerts") || !seen ? ""
		: arena_printf(r->doc.a, ", and of %s seen %lld reached the rep in time", some(r, seen, "lead"),
			       (long long)json_int(json_get(l, "alerted"), "yes", 0)));
}

/* Each counts its own remarks, so a part's are not among its whole's. */
static void put_parts(struct render *r, const struct json *whole)
{
	const char *said = "", *of = json_str(json_get(whole, "part_of"), "name", NULL);

	for (const struct json *t = json_first(json_get(r->model, "themes")); t; t = t->next)
		if (!strcmp(json_str(json_get(t, "part_of"), "id", ""), json_str(whole, "id", "-")))
			said = arena_printf(r->doc.a, "%s%s%s (%s)", said, *said ? ", " : "",
					    in_marks(r, json_str(t, "name", "")), heard_in(r, t));
	if (of)
		doc_add(&r->doc, BLOCK_PARA, "Part of %s, and counted by itself.", in_marks(r, of));
	if (*said)
		doc_add(&r->doc, BLOCK_PARA, "Its parts, counted by themselves: %s.", said);
}

static void put_theme(struct render *r, const struct json *t)
{
	bool sessions = json_int(t, "sessions", 0) > 0;

	doc_add(&r->doc, BLOCK_SUB, "%lld. %s", (long long)json_int(t, "rank", 0),
		json_str(t, "name", ""));
	if (json_get(t, "definition"))
		doc_add(&r->doc, BLOCK_PARA, "%s", json_str(t, "definition", ""));
	/* Heard in no session, its remarks are what heard_in() says. */
	doc_add(&r->doc, BLOCK_PARA, "%s: %s%s%s, %s, %s.", area_said(json_str(t, "area", "")),
		sessions ? some(r, json_int(t, "observations", 0), "remark") : "", sessions ? ", " : "", heard_in(r, t),
		some(r, json_int(t, "marketers", 0), "marketer"), some(r, json_int(t, "reps", 0), "rep"));
	put_parts(r, t);
	for (const struct json *q = json_first(json_get(t, "quotes")); q; q = q->next)
		doc_quote(&r->doc, json_str(q, "text", ""), voice_said(r, q));
	put_against(r, t);
	for (const struct json *k = json_first(json_get(t, "actions")); k; k = k->next) {
		const struct json *x = action_by(r->model, listed_ref(k));

		if (x)
			doc_add(&r->doc, BLOCK_ITEM, "%s %s: %s%s", listed_ref(k), json_str(x, "title", ""),
				state_said(x), due_said(r, x));
	}
	if (!strcmp(json_str(t, "state", ""), "declined"))
		doc_add(&r->doc, BLOCK_ITEM, "We won't, because: %s", json_str(t, "reason", ""));
}

static void put_named(struct render *r, enum block_kind kind, const char *title, const struct json *list)
{
	const struct json *t = json_first(list);

	if (t)
		doc_add(&r->doc, kind, "%s", title);
	for (; t; t = t->next)
		doc_add(&r->doc, BLOCK_ITEM, "%s: %s", json_str(t, "name", ""), some(r, json_int(t, "observations", 0), "remark"));
}

static void put_gone(struct render *r)
{
	const struct json *t = json_first(json_get(json_get(r->model, "compare"), "gone"));

	if (t)
		doc_add(&r->doc, BLOCK_SUB, "Gone: heard then, not now");
	for (; t; t = t->next)
		doc_add(&r->doc, BLOCK_ITEM, "%s: %s then, now %s", json_str(t, "name", ""), heard_then(r, t),
			share_said(r, 0, base_of(r, then_of(r, t).sessions ? "written_up" : "remarks")));
}

void heard_doc(struct render *r)
{
	const struct json *t = json_first(json_get(r->model, "themes"));

	doc_add(&r->doc, BLOCK_HEADING, "Themes, by how many people spoke of them");
	put_base(r);
	put_ranking(r);
	put_gone(r);
	if (t)
		doc_add(&r->doc, BLOCK_HEADING, "Theme by theme");
	for (; t; t = t->next)
		put_theme(r, t);
}

void themes_doc(struct render *r)
{
	const struct json *late = json_get(r->model, "addendum");

	head_doc(r, "What we heard");
	brief_doc(r);
	heard_doc(r);
	actions_doc(r);
	did_doc(r);
	leads_doc(r);
	trend_doc(r);
	took_part_doc(r);
	if (late)
		put_named(r, BLOCK_HEADING, arena_printf(r->doc.a, "Of %s, handed in after its report was closed "
							 "(%s)", json_str(late, "period", ""),
							 some(r, json_int(late, "remarks", 0), "remark")),
			  json_get(late, "themes"));
	method_doc(r);
	left_out_doc(r);
	counts_doc(r);
}
