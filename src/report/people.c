/* Who took part, and what was sat in on. */
#include <string.h>

#include "report_i.h"

#define INT(o, key) doc_int(&r->doc, json_int(o, key, 0))

static void put_sums(struct render *r, const struct json *p)
{
	const struct json *s = json_get(p, "seats"), *m = json_get(p, "marketers"),
		*reps = json_get(p, "reps");
	long long goal = json_int(m, "goal", 0);

	doc_add(&r->doc, BLOCK_PARA, "%lld of %lld marketers sat in%s; %lld of %lld reps hosted.",
		(long long)json_int(m, "sat_in", 0), (long long)json_int(m, "people", 0),
		goal ? arena_printf(r->doc.a, ", %lld of them the %lld times that are the goal",
				    (long long)json_int(m, "met_goal", 0), goal) : "",
		(long long)json_int(reps, "hosted", 0), (long long)json_int(reps, "people", 0));
	doc_add(&r->doc, BLOCK_PARA, "%lld seats in %lld sessions: %lld taken, %lld visits, %lld missed, "
		"%lld cancelled. Of the visits %lld are written up, %lld are not, %lld are excused.",
		(long long)json_int(s, "offered", 0), (long long)json_int(s, "sessions", 0),
		(long long)json_int(s, "taken", 0), (long long)json_int(s, "attended", 0),
		(long long)json_int(s, "missed", 0), (long long)json_int(s, "cancelled", 0),
		(long long)json_int(s, "written_up", 0), (long long)json_int(s, "missing", 0),
		(long long)json_int(s, "excused", 0));
}

static void put_teams(struct render *r, const struct json *list, const char *side, const char *title)
{
	bool any = false;

	for (const struct json *t = json_first(list); t; t = t->next) {
		const char *cells[] = { json_str(t, "team", ""), INT(t, "people"), INT(t, "took_part"),
					INT(t, "sessions"), INT(t, "written_up") };

		if (strcmp(json_str(t, "side", ""), side))
			continue;
		if (!any) {
			doc_add(&r->doc, BLOCK_HEADING, "%s", title);
			doc_table(&r->doc, *side == 'm' ? "Team \tPeople\tSat in\tVisits\tWritten up"
							: "Team \tReps\tHosted\tSessions\tWritten up");
		}
		any = true;
		doc_row(&r->doc, cells);
	}
}

static void put_marketers(struct render *r, const struct json *people)
{
	doc_add(&r->doc, BLOCK_HEADING, "Marketers");
	doc_table(&r->doc, "Name \tTeam \tBooked\tSat in\tMissed\tWritten\tMissing");
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
	doc_table(&r->doc, "Name \tTeam \tSessions\tSeats\tTaken\tHeld");
	for (const struct json *p = json_first(people); p; p = p->next) {
		const char *cells[] = { json_str(p, "name", ""), json_str(p, "team", ""),
					INT(p, "offered"), INT(p, "seats"), INT(p, "taken"), INT(p, "held") };

		if (json_bool(p, "rep", false))
			doc_row(&r->doc, cells);
	}
}

void participation_doc(struct render *r)
{
	const struct json *p = json_get(r->model, "participation"), *people = json_get(p, "by_person");

	head_doc(r, "Who took part");
	put_sums(r, p);
	put_teams(r, json_get(p, "teams"), "marketing", "Marketing, by team");
	put_teams(r, json_get(p, "teams"), "sales", "Sales, by team");
	if (json_first(people)) {
		put_marketers(r, people);
		put_reps(r, people);
	}
}

static void put_groups(struct render *r, const char *group, const char *title)
{
	const struct json *g = json_first(json_get(r->model, "coverage"));
	bool any = false;

	for (; g; g = g->next) {
		const char *cells[] = { json_str(g, "name", ""), INT(g, "sessions"), INT(g, "seats"),
					INT(g, "taken"), INT(g, "held"), INT(g, "written_up") };

		if (strcmp(json_str(g, "group", ""), group))
			continue;
		if (!any) {
			doc_add(&r->doc, BLOCK_HEADING, "%s", title);
			doc_table(&r->doc, "Name \tSessions\tSeats\tTaken\tHeld\tWritten up");
		}
		any = true;
		doc_row(&r->doc, cells);
	}
}

/* What nobody has sat in on yet. */
static void put_never(struct render *r)
{
	const char *said = "";

	for (const struct json *g = json_first(json_get(r->model, "coverage")); g; g = g->next)
		if (!json_int(g, "held", 0))
			said = arena_printf(r->doc.a, "%s%s%s %s", said, *said ? ", " : "",
					    json_str(g, "group", ""), json_str(g, "name", ""));
	if (*said)
		doc_add(&r->doc, BLOCK_PARA, "Nobody has sat in on: %s.", said);
}

void coverage_doc(struct render *r)
{
	head_doc(r, "What was sat in on");
	doc_add(&r->doc, BLOCK_PARA, "%lld of %lld sessions were held with a visitor, %lld are written up.",
		(long long)base_of(r, "held"), (long long)base_of(r, "offered"),
		(long long)base_of(r, "written_up"));
	put_never(r);
	put_groups(r, "team", "Teams");
	put_groups(r, "segment", "Segments");
	put_groups(r, "kind", "Kinds of sessions");
}
