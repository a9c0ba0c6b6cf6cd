/* Renders the report's model for an audience. */
#include "report_i.h"

#include <string.h>

#include "replife/core.h"
#include "replife/date.h"

#define MOST 1000000000		/* that a report counts of anything */

int64_t base_of(const struct render *r, const char *key)
{
	return json_int(json_get(r->model, "base"), key, 0);
}

const char *ahead_said(struct render *r)
{
	int64_t n = base_of(r, "ahead");

	return n ? arena_printf(r->doc.a, "; %lld more %s still ahead", (long long)n, IS(n)) : "";
}

const char *day_said(struct render *r, const char *iso)
{
	int64_t at_s;
	const char *text = arena_printf(r->doc.a, "%.10sT00:00:00Z", iso);

	if (!r->doc.look->day || !rfc3339_parse(text, &at_s))
		return iso;
	return r->doc.look->day(r->doc.look->ctx, r->doc.a, at_s / 86400);
}

/* With its year: a file is read in other years too. */
static const char *date_said(struct render *r, const char *iso)
{
	int64_t at_s;
	int y, m, d;

	if (!rfc3339_parse(arena_printf(r->doc.a, "%.10sT00:00:00Z", iso), &at_s))
		return iso;
	date_of_day(at_s / 86400, &y, &m, &d);
	return arena_printf(r->doc.a, "%d %s %d", d, month_names[m - 1], y);
}

static const char *instant_said(struct render *r, const char *iso)
{
	int64_t at_s;

	if (!r->doc.look->when || !rfc3339_parse(iso, &at_s))
		return iso;
	return r->doc.look->when(r->doc.look->ctx, r->doc.a, at_s, 0);
}

void head_doc(struct render *r, const char *title)
{
	const struct json *p = json_get(r->model, "period"), *s = json_get(r->model, "snapshot"),
		*b = json_get(r->model, "compare");

	doc_add(&r->doc, BLOCK_TITLE, "%s: %s, %s", title, json_str(r->model, "program", ""),
		json_str(p, "name", ""));
	doc_add(&r->doc, BLOCK_PARA, "%s to %s; %s%s%s%s", date_said(r, json_str(p, "first_day", "")),
		date_said(r, json_str(p, "last_day", "")),
		s ? arena_printf(r->doc.a, "closed report %lld of ", (long long)json_int(s, "revision", 1))
		  : "as of ",
		instant_said(r, s ? json_str(s, "at", "") : json_str(r->model, "as_of", "")),
		b ? ", beside " : "", b ? json_str(b, "period", "") : "");
}

const char *share_said(struct render *r, int64_t n, int64_t of)
{
	return arena_printf(r->doc.a, "%lld of %lld", (long long)n, (long long)of);
}

const char *some(struct render *r, int64_t n, const char *what)
{
	return arena_printf(r->doc.a, "%lld %s%s", (long long)n, what, S(n));
}

const char *some_of(struct render *r, int64_t n, int64_t of, const char *what)
{
	return arena_printf(r->doc.a, "%lld of %s", (long long)n, some(r, of, what));
}

const char *in_marks(struct render *r, const char *text)
{
	return arena_printf(r->doc.a, r->doc.look->ascii ? "\"%s\"" : "\u201c%s\u201d", text);
}

const char *area_said(const char *area)
{
	if (!strcmp(area, "information"))
		return "The information we give to Sales";
	if (!strcmp(area, "alerts"))
		return "How reps are alerted";
	if (!strcmp(area, "campaigns"))
		return "How reps hear of campaigns";
	return "Everything else";
}

const char *theme_said(struct render *r, const struct json *theme)
{
	const char *name = json_str(theme, "name", ""), *of = json_str(json_get(theme, "part_of"), "name", NULL);

	return of ? arena_printf(r->doc.a, "%s, part of %s", name, in_marks(r, of)) : name;
}

const char *heard_in(struct render *r, const struct json *theme)
{
	int64_t sessions = json_int(theme, "sessions", 0);

	if (sessions)
		return some_of(r, sessions, base_of(r, "written_up"), "session");
	return some_of(r, json_int(theme, "observations", 0), base_of(r, "remarks"), "remark");
}

struct then then_of(const struct render *r, const struct json *before)
{
	const struct json *base = json_get(r->model, "compare");
	bool sessions = !strcmp(json_str(before, "unit", ""), "sessions");

	return (struct then){ sessions, json_int(before, sessions ? "sessions" : "observations", 0),
			      json_int(base, sessions ? "written_up" : "remarks", 0) };
}

const char *heard_then(struct render *r, const struct json *before)
{
	struct then t = then_of(r, before);

	return some_of(r, t.n, t.of, t.sessions ? "session" : "remark");
}

bool action_is(const struct json *action, const char *state)
{
	return !strcmp(json_str(action, "state", ""), state);
}

bool action_open(const struct json *action)
{
	int state = word_find(action_state_words, json_str(action, "state", ""));

	return state >= 0 && action_is_open((enum action_state)state);
}

bool is_late(const struct render *r, const struct json *action)
{
	const char *due = json_str(action, "due", NULL);

	return due && action_open(action) &&
	       strcmp(due, arena_printf(r->doc.a, "%.10s", json_str(r->model, "as_of", ""))) < 0;
}

/* "2026-11", where the day is left out. */
static const char *month_said(struct render *r, const char *iso)
{
	int64_t at_s;
	int y, m, d;

	if (!rfc3339_parse(arena_printf(r->doc.a, "%.7s-01T00:00:00Z", iso), &at_s))
		return iso;
	date_of_day(at_s / 86400, &y, &m, &d);
	return arena_printf(r->doc.a, "%s %d", month_names[m - 1], y);
}

const char *due_said(struct render *r, const struct json *action)
{
	const char *due = json_str(action, "due", NULL), *done = json_str(action, "done", NULL);

	if (done)
		return strlen(done) > 7 ? arena_printf(r->doc.a, " on %s", day_said(r, done))
					: arena_printf(r->doc.a, " in %s", month_said(r, done));
	if (!action_open(action))
		return "";
	if (!due)
		return "";
	return arena_printf(r->doc.a, ", %s %s", is_late(r, action) ? "was due on" : "due on", day_said(r, due));
}

/* A closed report of an older program has no such count. */
const char *since_said(struct render *r, const struct json *action)
{
	const struct json *s = json_get(action, "since");
	int64_t n = json_int(s, "sessions", 0), of = json_int(s, "of", 0);

	if (!s)
		return NULL;
	if (of < FEW)
		return arena_printf(r->doc.a, "Since then there %s %s: too few to say.", WAS(of), some(r, of, "session"));
	if (!n)
		return arena_printf(r->doc.a, "Since then, none of %lld sessions spoke of it.", (long long)of);
	return arena_printf(r->doc.a, "Since then, %lld of %lld sessions still spoke of it.", (long long)n,
			    (long long)of);
}

const struct json *theme_by(const struct json *model, const char *id)
{
	const struct json *t = json_first(json_get(model, "themes"));

	while (t && strcmp(json_str(t, "id", ""), id))
		t = t->next;
	return t;
}

const char *state_said(const struct json *action)
{
	const char *code = json_str(action, "state", "");
	int i = word_find(action_state_words, code);

	return i < 0 ? code : action_state_words[i].plain;
}

const char *listed_ref(const struct json *member)
{
	return member && member->type == J_STR ? member->u.s.p : "";
}

const struct json *action_by(const struct json *model, const char *id)
{
	const struct json *x = json_first(json_get(model, "actions"));

	while (x && strcmp(json_str(x, "id", ""), id))
		x = x->next;
	return x;
}

/* ---- which ---- */

static struct rows themes_rows(const struct json *m)
{
	return (struct rows){
		"rank id name area state observations sessions reps marketers front "
		"actions before.observations before.sessions before.change before.within.id before.within.remarks "
		"part_of.id part_of.name", json_get(m, "themes") };
}

static struct rows participation_rows(const struct json *m)
{
	const struct json *p = json_get(m, "participation"), *people = json_get(p, "by_person");

	if (people)
		return (struct rows){ "login name team marketer rep booked attended missed cancelled "
				      "written_up missing excused offered seats taken held", people };
	return (struct rows){ "side team people took_part sessions written_up", json_get(p, "teams") };
}

static struct rows coverage_rows(const struct json *m)
{
	return (struct rows){ "group name sessions seats taken held written_up", json_get(m, "coverage") };
}

static const struct kind {
	const char *which;
	void (*doc)(struct render *r), (*sales)(struct render *r);
	struct rows (*rows)(const struct json *m);
	bool brief;	/* has "in one minute", and "how to read this" */
} kinds[] = {
	{ "themes", themes_doc, sales_doc, themes_rows, true },
	{ "participation", participation_doc, participation_doc, participation_rows, false },
	{ "coverage", coverage_doc, coverage_doc, coverage_rows, false },
};

static void render_doc(struct out *o, const struct kind *k, struct render *r, const char *format)
{
	if (strcmp(r->audience, "sales"))
		k->doc(r);
	else
		k->sales(r);
	if (!strcmp(format, "html"))
		doc_html(o, &r->doc);
	else if (!strcmp(format, "md"))
		doc_md(o, &r->doc);
	else
		doc_text(o, &r->doc);
}

/* As data: the model, with the words that a document has besides. */
static void render_data(struct out *o, const struct kind *k, struct render *r, const char *format)
{
	const struct json *data = k->brief && strcmp(r->audience, "sales") ? with_words(r) : r->model;
	struct jw w;

	if (!strcmp(format, "csv")) {
		data_csv(o, data, k->rows(data));
		return;
	}
	jw_init(&w, o);
	json_write(&w, data);
	out_char(o, '\n');
}

/* Any two of them can be added and multiplied. */
static bool counts_are_sane(const struct json *j)
{
	if (j->type == J_INT)
		return j->u.i >= 0 && j->u.i <= MOST;
	for (const struct json *k = json_first(j); k; k = k->next)
		if (!counts_are_sane(k))
			return false;
	return true;
}

enum rc report_render(struct out *o, const struct json *model, const char *which,
		      const char *audience, const char *format, const struct look *look,
		      struct err *err)
{
	struct render r = { .model = model, .audience = audience };
	const struct kind *k = NULL;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(kinds[i].which, which))
			k = &kinds[i];
	if (!k)
		return err_set(err, RC_FAILED, "there is no report of %s", which);
	if (!counts_are_sane(model)) {
		err_set(err, RC_BAD_DATA, "the report has counts that nothing can have");
		return err_todo(err, "See `replife db check`; a backup may have it whole");
	}
	doc_init(&r.doc, o->arena, look);
	if (!strcmp(format, "json") || !strcmp(format, "csv"))
		render_data(o, k, &r, format);
	else
		render_doc(o, k, &r, format);
	return RC_OK;
}
