/* In one minute: three sentences, five numbers, what is asked of the reader. */
#include <string.h>

#include "report_i.h"

#define SENTENCE_THEMES 3
#define ASKS 3

/* ---- three sentences ---- */

static const char *name_of(struct render *r, const struct json *theme)
{
	return in_marks(r, json_str(theme, "name", ""));
}

/* What Marketing can improve: all areas but `other`. */
static bool is_ours(const struct json *theme)
{
	return strcmp(json_str(theme, "area", ""), "other") != 0;
}

/* By whom it is ranked; of what was imported, nobody may be known. */
static const char *people_said(struct render *r, const struct json *theme)
{
	int64_t n = json_int(theme, "marketers", 0) + json_int(theme, "reps", 0);

	return n ? arena_printf(r->doc.a, "%lld %s, ", (long long)n, n == 1 ? "person" : "people") : "";
}

static void say_heard(struct render *r)
{
	const char *said = "";
	size_t n = 0;

	for (const struct json *t = json_first(json_get(r->model, "themes")); t && n < SENTENCE_THEMES; t = t->next)
		if (is_ours(t))
			said = arena_printf(r->doc.a, "%s%s%s (%s%s)", said, n++ ? ", then of " : "", name_of(r, t),
					    people_said(r, t), heard_in(r, t));
	if (n)
		doc_add(&r->doc, BLOCK_PARA, "Of what Marketing can improve, people spoke most of %s.", said);
	else
		doc_add(&r->doc, BLOCK_PARA, "Nothing that Marketing can improve is in a theme yet.");
}

/* By how much a theme's share of the sessions moved, times both bases. */
static int64_t moved_by(struct render *r, const struct json *theme)
{
	int64_t now = json_int(theme, "sessions", 0), was = json_int(json_get(theme, "before"), "sessions", 0);
	int64_t by = now * json_int(json_get(r->model, "compare"), "written_up", 0) -
		     was * base_of(r, "written_up");

	return by < 0 ? -by : by;
}

/* The theme whose share went that way furthest, the earlier ranked of equals; or NULL. */
static const struct json *changed(struct render *r, const char *how)
{
	const struct json *best = NULL;

	for (const struct json *t = json_first(json_get(r->model, "themes")); t; t = t->next) {
		if (!is_ours(t) || strcmp(json_str(json_get(t, "before"), "change", ""), how))
			continue;
		if (!best || moved_by(r, t) > moved_by(r, best))
			best = t;
	}
	return best;
}

static const char *moved(struct render *r, const char *how, const char *words, const char *said)
{
	const struct json *t = changed(r, how), *b = json_get(t, "before");
	struct then then = then_of(r, b);

	if (!t)
		return said;
	return arena_printf(r->doc.a, "%s%s%s %s (%s, was %s)", said, *said ? "; " : "", words, name_of(r, t),
			    heard_in(r, t), then.sessions == (json_int(t, "sessions", 0) > 0)
			    ? share_said(r, then.n, then.of) : heard_then(r, b));
}

/* Is there no theme of which it can be said whether it has changed? */
static bool too_few(struct render *r)
{
	for (const struct json *t = json_first(json_get(r->model, "themes")); t; t = t->next)
		if (strcmp(json_str(json_get(t, "before"), "change", "few"), "few") != 0)
			return false;
	return base_of(r, "remarks") < FEW || json_first(json_get(r->model, "themes"));
}

static void say_change(struct render *r)
{
	const struct json *b = json_get(r->model, "compare"), *l = json_get(r->model, "leads");
	int64_t hour = json_int(json_get(l, "followed"), "same_hour", 0);
	const char *said = moved(r, "down", "heard less often:",
				 moved(r, "up", "heard more often:", moved(r, "new", "new is", "")));

	if (b && *said)
		doc_add(&r->doc, BLOCK_PARA, "Beside %s: %s.", json_str(b, "period", ""), said);
	else if (b)
		doc_add(&r->doc, BLOCK_PARA, too_few(r) ? "Beside %s there is too little to say what has changed."
			: "Beside %s nothing has clearly changed.", json_str(b, "period", ""));
	else if (json_int(l, "seen", 0))
		doc_add(&r->doc, BLOCK_PARA, "Of %s of ours that %s seen, %lld reached the rep in time and %lld %s followed up "
			"within the hour.", some(r, json_int(l, "seen", 0), "lead"), WAS(json_int(l, "seen", 0)),
			(long long)json_int(json_get(l, "alerted"), "yes", 0), (long long)hour, WAS(hour));
	else
		doc_add(&r->doc, BLOCK_PARA, "%s came from %s about %s.", some(r, base_of(r, "remarks"), "remark"),
			some(r, base_of(r, "marketers"), "marketer"), some(r, base_of(r, "reps"), "rep"));
}

static void say_did(struct render *r)
{
	long long done = 0, open = 0, less = 0, known = 0;

	for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
		done += json_bool(x, "changed", false);
		open += action_open(x);
		known += json_bool(x, "changed", false) && heard_since(r, x) != HEARD_UNKNOWN;
		less += json_bool(x, "changed", false) && heard_since(r, x) == HEARD_LESS;
	}
	if (!done && !open)
		doc_add(&r->doc, BLOCK_PARA, "Marketing has not promised anything yet.");
	else
		doc_add(&r->doc, BLOCK_PARA, "Marketing finished %s action%s and has %s open%s.",
			done ? doc_int(&r->doc, done) : "no", S(done), open ? doc_int(&r->doc, open) : "none",
			known ? arena_printf(r->doc.a, "; in %lld of the %s that can be compared, what was spoken of is heard "
					     "less often since", less, some(r, known, "case")) : "");
}

/* ---- five numbers ---- */

static void put_numbers(struct render *r)
{
	const struct json *p = json_get(r->model, "participation"), *m = json_get(p, "marketers"),
		*l = json_get(r->model, "leads");
	int64_t done = 0, all = 0, held = base_of(r, "held"), offered = base_of(r, "offered"), wrote = base_of(r, "marketers"),
		people = json_int(m, "people", 0), seen = json_int(l, "seen", 0), remarks = base_of(r, "remarks");

	doc_number(&r->doc, "sessions_held", held, offered, arena_printf(r->doc.a, "session%s on offer%s that somebody sat in on%s",
							S(offered), base_of(r, "ahead") ? " so far" : "", ahead_said(r)));
	doc_number(&r->doc, "sessions_written_up", base_of(r, "written_up"), held, arena_printf(r->doc.a, "of these %s written up", IS(held)));
	if (m)
		doc_number(&r->doc, "marketers_sat_in", json_int(m, "sat_in", 0), people, arena_printf(r->doc.a, "marketer%s sat in", S(people)));
	else
		doc_number(&r->doc, "marketers_wrote", wrote, -1, arena_printf(r->doc.a, "marketer%s wrote something down", S(wrote)));
	if (seen)
		doc_number(&r->doc, "leads_in_time", json_int(json_get(l, "alerted"), "yes", 0), seen,
			   arena_printf(r->doc.a, "lead%s seen that reached the rep in time", S(seen)));
	else
		doc_number(&r->doc, "remarks", remarks, -1, arena_printf(r->doc.a, "remark%s", S(remarks)));
	for (const struct json *x = json_first(json_get(r->model, "actions")); x; x = x->next) {
		all += !action_is(x, "declined");
		done += json_bool(x, "changed", false);
	}
	doc_number(&r->doc, "actions_finished", done, all, arena_printf(r->doc.a, "action%s %s finished", S(all), IS(all)));
}

/* ---- three asks ---- */

struct asks {
	struct render *r;
	size_t n;
};

__attribute__((format(printf, 2, 3)))
static void ask(struct asks *k, const char *fmt, ...)
{
	va_list ap;

	if (k->n >= ASKS)
		return;
	if (!k->n++)
		doc_add(&k->r->doc, BLOCK_SUB, "What we ask of you");
	va_start(ap, fmt);
	doc_add(&k->r->doc, BLOCK_ITEM, "%s", arena_vprintf(k->r->doc.a, fmt, ap));
	va_end(ap);
}

static bool is_answered(struct render *r, const struct json *theme)
{
	if (!strcmp(json_str(theme, "state", ""), "declined"))
		return true;
	for (const struct json *k = json_first(json_get(theme, "actions")); k; k = k->next) {
		const struct json *x = action_by(r->model, listed_ref(k));

		if (x && !action_is(x, "declined"))
			return true;
	}
	return false;
}

static void ask_of_actions(struct asks *k)
{
	struct render *r = k->r;
	const struct json *all = json_first(json_get(r->model, "actions"));

	for (const struct json *x = all; x; x = x->next)
		if (is_late(r, x))
			ask(k, "Ask what holds up %s, %s: it was due on %s.", json_str(x, "id", ""),
			    in_marks(r, json_str(x, "title", "")), day_said(r, json_str(x, "due", "")));
	for (const struct json *x = all; x; x = x->next)
		if (action_is(x, "ineffective"))
			ask(k, "Look again at %s, %s: it is done, and it is still heard.", json_str(x, "id", ""),
			    in_marks(r, json_str(x, "title", "")));
	for (const struct json *x = all; x; x = x->next)
		if (action_is(x, "proposed"))
			ask(k, "Say yes or no to %s, %s: it is proposed, nobody has agreed to it.",
			    json_str(x, "id", ""), in_marks(r, json_str(x, "title", "")));
}

/* What needs a decision first; then what would make the next report better. */
static void put_asks(struct render *r)
{
	const struct json *p = json_get(r->model, "participation"), *reps = json_get(p, "reps"),
		*m = json_get(p, "marketers");
	struct asks k = { .r = r };
	int64_t no_visit = json_int(reps, "people", 0) - json_int(reps, "hosted", 0);
	int64_t not_yet = json_int(m, "people", 0) - json_int(m, "sat_in", 0);

	for (const struct json *t = json_first(json_get(r->model, "themes")); t; t = t->next)
		if (json_bool(t, "front", false) && !is_answered(r, t))
			ask(&k, "Decide on an answer to %s (%s): an action with an owner, or a reason why not.",
			    name_of(r, t), heard_in(r, t));
	ask_of_actions(&k);
	if (base_of(r, "missing"))
		ask(&k, "See to %s: what nobody writes down is not in here.",
		    some(r, base_of(r, "missing"), "missing write-up"));
	if (no_visit > 0)
		ask(&k, "Ask for hours with %s whom nobody has sat in with.", some(r, no_visit, "rep"));
	if (not_yet > 0)
		ask(&k, "Give %s the hour to sit in for the first time.", some(r, not_yet, "marketer"));
}

void brief_doc(struct render *r)
{
	doc_add(&r->doc, BLOCK_HEADING, "In one minute");
	say_heard(r);
	say_change(r);
	say_did(r);
	put_numbers(r);
	put_asks(r);
}
