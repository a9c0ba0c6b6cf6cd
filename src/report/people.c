/* Who took part, and what was sat in on. */
#include <string.h>

#include "report_i.h"

#define INT(o, key) doc_int(&r->doc, json_int(o, key, 0))

void sums_doc(struct render *r)
{
	const struct json *p = json_get(r->model, "participation"), *s = json_get(p, "seats"), *m = json_get(p, "marketers"),
		*reps = json_get(p, "reps");
	long long goal = json_int(m, "goal", 0), ahead = json_int(s, "ahead", 0);

	doc_add(&r->doc, BLOCK_PARA, "%s sat in%s; %s hosted.",
		some_of(r, json_int(m, "sat_in", 0), json_int(m, "people", 0), "marketer"),
		goal ? arena_printf(r->doc.a, ", %lld of them the %s that %s the goal", (long long)json_int(m, "met_goal", 0),
				    some(r, goal, "time"), IS(goal)) : "",
		some_of(r, json_int(reps, "hosted", 0), json_int(reps, "people", 0), "rep"));
	doc_add(&r->doc, BLOCK_PARA, "%s in %s: %lld taken, %s, %lld missed, %lld cancelled. "
		"Of the visits, written up: %lld, not yet: %lld, excused: %lld.",
		some(r, json_int(s, "offered", 0), "seat"), some(r, json_int(s, "sessions", 0), "session"),
		(long long)json_int(s, "taken", 0), some(r, json_int(s, "attended", 0), "visit"),
		(long long)json_int(s, "missed", 0), (long long)json_int(s, "cancelled", 0),
		(long long)json_int(s, "written_up", 0), (long long)json_int(s, "missing", 0),
		(long long)json_int(s, "excused", 0));
	if (ahead)
		doc_add(&r->doc, BLOCK_PARA, "Still ahead, and not counted here: %s with %s (%lld taken).",
			some(r, ahead, "session"), some(r, json_int(s, "seats_ahead", 0), "seat"),
			(long long)json_int(s, "taken_ahead", 0));
}

/* One sentence in place of a table, where its groups are too small. */
static void say_hidden(struct render *r, const char *title, const char *code)
{
	const char *why = hidden_why(r, code);

	if (why)
		doc_add(&r->doc, BLOCK_PARA, "%s: %s.", title, why);
}

static void put_teams(struct render *r, enum block_kind kind, const char *side, const char *title)
{
	const struct json *list = json_get(json_get(r->model, "participation"), "teams");
	bool any = false;

	for (const struct json *t = json_first(list); t; t = t->next) {
		const char *cells[] = { json_str(t, "team", ""), INT(t, "people"), INT(t, "took_part"),
					INT(t, "sessions"), INT(t, "written_up") };

		if (strcmp(json_str(t, "side", ""), side))
			continue;
		if (!any) {
			doc_add(&r->doc, kind, "%s", title);
			doc_table(&r->doc, title, *side == 'm' ? "Team \tPeople\tSat in\tVisits\tWritten up"
							: "Team \tReps\tHosted\tSessions\tWritten up");
		}
		any = true;
		doc_row(&r->doc, cells);
	}
	if (!any)
		say_hidden(r, title, *side == 'm' ? "teams_marketing" : "teams_sales");
}

static void put_marketers(struct render *r, const struct json *people)
{
	doc_add(&r->doc, BLOCK_HEADING, "Marketers");
	doc_table(&r->doc, "Marketers", "Name \tTeam \tBooked\tSat in\tMissed\tWritten\tMissing");
	for (const struct json *p = json_first(people); p; p = p->next) {
		const char *cells[] = { json_str(p, "name", ""), json_str(p, "team", ""),
					INT(p, "booked"), INT(p, "attended"), INT(p, "missed"),
					INT(p, "written_up"), INT(p, "missing") };

		if (json_bool(p, "marketer", false))
			doc_row(&r->doc, cells);
	}
}

static void put_reps(struct render *r, const struct json *people)
{
	doc_add(&r->doc, BLOCK_HEADING, "Reps");
	doc_table(&r->doc, "Reps", "Name \tTeam \tSessions\tSeats\tTaken\tHeld");
	for (const struct json *p = json_first(people); p; p = p->next) {
		const char *cells[] = { json_str(p, "name", ""), json_str(p, "team", ""),
					INT(p, "offered"), INT(p, "seats"), INT(p, "taken"), INT(p, "held") };

		if (json_bool(p, "rep", false))
			doc_row(&r->doc, cells);
	}
}

void teams_doc(struct render *r, enum block_kind kind)
{
	put_teams(r, kind, "marketing", "Marketing, by team");
	put_teams(r, kind, "sales", "Sales, by team");
}

/* ---- from seats to write-ups ---- */

static void put_funnel(struct render *r)
{
	static const char *const steps[][2] = { { "Seats on offer", "offered" }, { "Taken", "taken" },
						{ "Visits", "attended" }, { "Written up", "written_up" } };
	const struct json *s = json_get(json_get(r->model, "participation"), "seats");
	int64_t of = json_int(s, "offered", 0);

	if (!of)
		return;
	doc_table(&r->doc, "From seats to write-ups", "Step \tSeats\tOf all seats");
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		int64_t n = json_int(s, steps[i][1], 0);
		const char *cells[] = { steps[i][0], doc_int(&r->doc, n),
					arena_printf(r->doc.a, "%lld%%", (long long)((n * 100 + of / 2) / of)) };
		struct bar bar = { .label = cells[0], .n = n, .of = of, .said = share_said(r, n, of) };

		doc_row(&r->doc, cells);
		doc_bar(&r->doc, &bar);
	}
}

/* ---- the map: teams down, kinds of calls across ---- */

#define KINDS 6			/* columns; the least common ones are left to the counts */

static size_t kinds_of(const struct json *map, const char **kinds)
{
	int64_t sessions[KINDS + 1];
	size_t n = 0;

	for (const struct json *g = json_first(map); g; g = g->next) {
		const char *kind = json_str(g, "kind", "");
		const struct json *k = json_first(map);
		int64_t sum = 0;
		size_t i;

		while (k != g && strcmp(json_str(k, "kind", ""), kind))
			k = k->next;
		if (k != g)
			continue;
		for (; k; k = k->next)
			sum += strcmp(json_str(k, "kind", ""), kind) ? 0 : json_int(k, "sessions", 0);
		for (i = n; i > 0 && sessions[i - 1] < sum; i--) {
			sessions[i] = sessions[i - 1];
			kinds[i] = kinds[i - 1];
		}
		sessions[i] = sum;
		kinds[i] = kind;
		n = n < KINDS ? n + 1 : n;
	}
	return n;
}

static void put_map_row(struct render *r, const struct json *map, const char *team, const char **kinds,
			size_t n)
{
	const char *cells[DOC_COLS] = { team };
	unsigned char shades[DOC_COLS] = { 0 };

	for (size_t i = 0; i < n; i++) {
		const struct json *g = json_first(map);
		int64_t held, of;

		while (g && (strcmp(json_str(g, "team", ""), team) || strcmp(json_str(g, "kind", ""), kinds[i])))
			g = g->next;
		held = json_int(g, "held", 0);
		of = json_int(g, "sessions", 0);
		cells[i + 1] = of ? share_said(r, held, of) : "none";
		shades[i + 1] = of && held ? (unsigned char)(1 + (held - 1) * SHADES / of) : 0;
	}
	doc_row(&r->doc, cells);
	doc_shade(&r->doc, shades);
}

/* All teams in one, where they are too small to stand apart. */
static bool is_one_row(const struct json *map)
{
	const struct json *g = json_first(map);
	const char *team = json_str(g, "team", "");

	while (g && !strcmp(json_str(g, "team", ""), team))
		g = g->next;
	return !g && !strcmp(team, "All teams");
}

static void put_map(struct render *r)
{
	const struct json *map = json_get(r->model, "coverage_map");
	const char *kinds[KINDS + 1], *heads = "Team ", *last = "";
	size_t n = kinds_of(map, kinds);

	if (!n)
		return;
	for (size_t i = 0; i < n; i++)
		heads = arena_printf(r->doc.a, "%s\t%s", heads, kinds[i]);
	doc_table(&r->doc, is_one_row(map) ? "Sessions that somebody sat in on, of those on offer, by kind of call"
		  : "Sessions that somebody sat in on, of those on offer, by team and kind of call", heads);
	for (const struct json *g = json_first(map); g; g = g->next) {
		if (strcmp(json_str(g, "team", ""), last))
			put_map_row(r, map, json_str(g, "team", ""), kinds, n);
		last = json_str(g, "team", "");
	}
}

/* ---- who was not sat in with ---- */

/* By name for the team; for others by team, where teams are shown. */
static void put_not_yet(struct render *r)
{
	const struct json *p = json_get(r->model, "participation"), *x = json_first(json_get(p, "by_person")),
		*reps = json_get(p, "reps");
	int64_t all = json_int(reps, "people", 0), n = all - json_int(reps, "hosted", 0);
	bool named = x != NULL;
	const char *and = "";
	struct out said;

	out_to_mem(&said, r->doc.a);
	for (; x; x = x->next)
		if (json_bool(x, "rep", false) && !json_int(x, "held", 0)) {
			out_printf(&said, "%s%s", and, json_str(x, "name", ""));
			and = ", ";
		}
	for (x = json_first(json_get(p, "teams")); x && !named; x = x->next) {
		int64_t k = json_int(x, "people", 0) - json_int(x, "took_part", 0);

		if (strcmp(json_str(x, "side", ""), "sales") || k <= 0)
			continue;
		out_printf(&said, "%s%lld of %lld in %s", and, (long long)k, (long long)json_int(x, "people", 0),
			   json_str(x, "team", ""));
		and = ", ";
	}
	if (n > 0)
		doc_add(&r->doc, BLOCK_PARA, "Nobody has sat in with %s yet%s%s.", some(r, n, "rep"),
			*and ? ": " : "", out_text(&said));
	else if (all)
		doc_add(&r->doc, BLOCK_PARA, "Somebody has sat in with every rep.");
}

void took_part_doc(struct render *r)
{
	if (!json_get(r->model, "participation"))
		return;
	doc_add(&r->doc, BLOCK_HEADING, "Who took part");
	sums_doc(r);
	put_funnel(r);
	put_not_yet(r);
	put_map(r);
}

/* The sums of the period that this one is set beside. */
static void put_beside(struct render *r)
{
	const struct json *b = json_get(r->model, "compare");
	int64_t held = json_int(b, "held", 0), marketers = json_int(b, "marketers", 0), reps = json_int(b, "reps", 0);

	if (b)
		doc_add(&r->doc, BLOCK_PARA, "In %s: %s held with a visitor, %lld written up, by %s about %s.",
			json_str(b, "period", ""), some_of(r, held, json_int(b, "offered", 0), "session"),
			(long long)json_int(b, "written_up", 0), some(r, marketers, "marketer"), some(r, reps, "rep"));
}

void participation_doc(struct render *r)
{
	const struct json *p = json_get(r->model, "participation"), *people = json_get(p, "by_person");

	head_doc(r, "Who took part");
	sums_doc(r);
	put_beside(r);
	put_funnel(r);
	put_not_yet(r);
	teams_doc(r, BLOCK_HEADING);
	if (json_first(people)) {
		put_marketers(r, people);
		put_reps(r, people);
	}
	left_out_doc(r);
}

static void put_groups(struct render *r, enum block_kind kind, const char *group, const char *title)
{
	const struct json *g = json_first(json_get(r->model, "coverage"));
	bool any = false;

	for (; g; g = g->next) {
		const char *cells[] = { json_str(g, "name", ""), INT(g, "sessions"), INT(g, "seats"),
					INT(g, "taken"), INT(g, "held"), INT(g, "written_up") };

		if (strcmp(json_str(g, "group", ""), group))
			continue;
		if (!any) {
			doc_add(&r->doc, kind, "%s", title);
			doc_table(&r->doc, title, "Name \tSessions\tSeats\tTaken\tHeld\tWritten up");
		}
		any = true;
		doc_row(&r->doc, cells);
	}
	if (!any && strcmp(group, "kind"))
		say_hidden(r, title, *group == 't' ? "teams_sales" : "segments");
}

void groups_doc(struct render *r, enum block_kind kind)
{
	put_groups(r, kind, "team", "Teams");
	put_groups(r, kind, "segment", "Segments");
	put_groups(r, kind, "kind", "Kinds of sessions");
}

/* What nobody has sat in on yet. */
static void put_never(struct render *r)
{
	const char *and = "";
	struct out said;

	out_to_mem(&said, r->doc.a);
	for (const struct json *g = json_first(json_get(r->model, "coverage")); g; g = g->next)
		if (!json_int(g, "held", 0)) {
			out_printf(&said, "%s%s %s", and, json_str(g, "group", ""), json_str(g, "name", ""));
			and = ", ";
		}
	if (*and)
		doc_add(&r->doc, BLOCK_PARA, "Nobody has sat in on: %s.", out_text(&said));
}

void coverage_doc(struct render *r)
{
	head_doc(r, "What was sat in on");
	doc_add(&r->doc, BLOCK_PARA, "%s %s held with a visitor, %lld %s written up%s.",
		some_of(r, base_of(r, "held"), base_of(r, "offered"), "session"), WAS(base_of(r, "held")),
		(long long)base_of(r, "written_up"), IS(base_of(r, "written_up")), ahead_said(r));
	put_beside(r);
	put_never(r);
	put_map(r);
	groups_doc(r, BLOCK_HEADING);
	left_out_doc(r);
}
