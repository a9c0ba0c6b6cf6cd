/* The report's model: what was heard, and what came of it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "notes.h"
#include "report_build.h"
#include "replife/lookup_store.h"
#include "replife/theme_store.h"
#include "replife/utf8.h"

#define QUOTES 3		/* of a theme, and as many that name somebody */

const char *say_instant(struct arena *a, int64_t at_s)
{
	char buf[RFC3339_SIZE];

	return arena_strdup(a, rfc3339(at_s, buf));
}

void report_instant(struct build *b, struct json *to, const char *key, int64_t at_s)
{
	json_add_str(b->a, to, key, say_instant(b->a, at_s));
}

const char *report_day(struct arena *a, int64_t day)
{
	int y, m, d;

	date_of_day(day, &y, &m, &d);
	return arena_printf(a, "%04d-%02d-%02d", y, m, d);
}

static enum rc add_head(struct build *b, struct err *err)
{
	const struct zone *z;
	const struct period *p = b->p;
	struct json *m = b->model, *o;
	enum period_state state = period_state_at(p->begin_s, p->end_s, p->closed_s, p->reopened,
						  b->as_of_s);
	enum rc rc = zone_load(b->c->program.zone, &z, err);

	if (rc)
		return rc;
	json_add_int(b->a, m, "model", REPORT_MODEL);
	json_add_str(b->a, m, "program", b->c->program.name);
	o = json_add(b->a, m, "period", J_OBJECT);
	json_add_str(b->a, o, "id", ref_of(b->c, 'P', p->id));
	json_add_str(b->a, o, "name", p->name);
	report_instant(b, o, "start", p->begin_s);
	report_instant(b, o, "end", p->end_s);
	json_add_str(b->a, o, "first_day", report_day(b->a, day_of(z, p->begin_s)));
	json_add_str(b->a, o, "last_day", report_day(b->a, day_of(z, p->end_s - 1)));
	report_instant(b, o, "due", p->due_s);
	json_add_str(b->a, o, "state", period_state_words[state].code);
	json_add_int(b->a, o, "revision", p->revision);
	json_add_str(b->a, o, "zone", b->c->program.zone);
	report_instant(b, m, "as_of", b->as_of_s);
	return RC_OK;
}

static enum rc add_base(struct build *b, struct err *err)
{
	struct remark_counts area[AREA_OTHER + 1] = { { 0 } }, all = { 0 };
	struct note_counts n;
	struct json *o, *list;
	enum rc rc = report_notes(b->c->st, b->c->program.id, b->when, &n, err);

	if (!rc)
		rc = report_remarks(b->c->st, b->c->program.id, b->when, area, err);
	if (rc)
		return rc;
	list = json_add(b->a, b->model, "areas", J_ARRAY);
	for (size_t i = 0; i <= AREA_OTHER; i++) {
		o = json_add(b->a, list, NULL, J_OBJECT);
		json_add_str(b->a, o, "area", area_words[i].code);
		json_add_int(b->a, o, "remarks", area[i].remarks);
		all.remarks += area[i].remarks;
		all.in_themes += area[i].in_themes;
		all.set_aside += area[i].set_aside;
	}
	o = json_add(b->a, b->model, "base", J_OBJECT);
	json_add_int(b->a, o, "written_up", n.sessions);
	json_add_int(b->a, o, "write_ups", n.notes);
	json_add_int(b->a, o, "remarks", all.remarks);
	json_add_int(b->a, o, "in_themes", all.in_themes);
	json_add_int(b->a, o, "uncoded", all.remarks - all.in_themes - all.set_aside);
	json_add_int(b->a, o, "set_aside", all.set_aside);
	json_add_int(b->a, o, "marketers", n.marketers);
	json_add_int(b->a, o, "reps", n.reps);
	return RC_OK;
}

/* ---- themes ---- */

struct heard {
	const struct theme *t, *part_of;	/* or NULL */
	struct theme_counts n;
	struct json *quotes;
	size_t plain, personal;
};

/* By how many people said it, so that one loud observer makes no theme. */
static int by_rank(const void *x, const void *y)
{
	const struct heard *a = x, *b = y;
	int64_t people = b->n.marketers + b->n.reps - a->n.marketers - a->n.reps;
	int64_t remarks = b->n.observations - a->n.observations;

	if (people)
		return people > 0 ? 1 : -1;
	if (remarks)
		return remarks > 0 ? 1 : -1;
	return strcmp(a->t->name, b->t->name);
}

static const struct theme *with_id(const struct theme *t, size_t n, int64_t id)
{
	for (size_t i = 0; id && i < n; i++)
		if (t[i].id == id)
			return &t[i];
	return NULL;
}

static enum rc collect(struct build *b, struct heard **out, size_t *n, struct err *err)
{
	const struct theme *one;
	struct theme *t;
	struct heard *h;
	size_t n_themes, k = 0;
	int64_t id;
	struct theme_counts counts;
	struct stmt *s;
	enum rc rc = themes_of(b->c->st, b->a, b->c->program.id, &t, &n_themes, err);

	if (rc)
		return rc;
	h = arena_array(b->a, struct heard, n_themes + 1);
	s = theme_counts(b->c->st, b->c->program.id, b->p->id);
	while (theme_counts_next(s, &id, &counts))
		if ((one = with_id(t, n_themes, id)))
			h[k++] = (struct heard){ .t = one, .part_of = with_id(t, n_themes, one->parent_id), .n = counts };
	rc = stmt_done(s, err);
	qsort(h, k, sizeof *h, by_rank);
	*out = h;
	*n = k;
	return rc;
}

static void add_theme(struct build *b, struct json *list, struct heard *h, size_t rank)
{
	struct json *o = json_add(b->a, list, NULL, J_OBJECT);
	bool twice = h->n.sessions >= FRONT_SESSIONS ||
		     (!h->n.sessions && h->n.observations >= FRONT_SESSIONS);

	json_add_int(b->a, o, "rank", (int64_t)rank);
	json_add_str(b->a, o, "id", ref_of(b->c, 'T', h->t->id));
	json_add_str(b->a, o, "name", h->t->name);
	if (h->t->definition)
		json_add_str(b->a, o, "definition", h->t->definition);
	json_add_str(b->a, o, "area", area_words[h->t->area].code);
	json_add_str(b->a, o, "state", theme_state_words[h->t->state].code);
	if (h->t->reason)
		json_add_str(b->a, o, "reason", h->t->reason);
	json_add_int(b->a, o, "observations", h->n.observations);
	json_add_int(b->a, o, "sessions", h->n.sessions);
	json_add_int(b->a, o, "reps", h->n.reps);
	json_add_int(b->a, o, "marketers", h->n.marketers);
	json_add_bool(b->a, o, "front", rank <= FRONT_RANK && twice &&
		      h->t->area != AREA_OTHER);
	if (h->part_of) {
		struct json *up = json_add(b->a, o, "part_of", J_OBJECT);

		json_add_str(b->a, up, "id", ref_of(b->c, 'T', h->part_of->id));
		json_add_str(b->a, up, "name", h->part_of->name);
	}
	json_add(b->a, o, "actions", J_ARRAY);
	h->quotes = json_add(b->a, o, "quotes", J_ARRAY);
}

static void add_quote(struct build *b, struct heard *h, const struct quote_fact *q, bool personal)
{
	struct json *o = json_add(b->a, h->quotes, NULL, J_OBJECT);

	json_add_str(b->a, o, "id", ref_of(b->c, 'O', q->observation_id));
	json_add_str(b->a, o, "text", q->text);
	json_add_str(b->a, o, "words_of", words_of_words[q->words_of].code);
	json_add_bool(b->a, o, "personal", personal);
	if (q->by)
		json_add_str(b->a, o, "by", q->by);
	if (q->side != SIDE_IMPORT)
		json_add_str(b->a, o, "by_role", role_words[q->side == SIDE_REP ? ROLE_REP : ROLE_MARKETER].code);
}

/* How many remarks in themes are not quoted, and why; `more`: could be. */
static enum rc add_quotes_left(struct build *b, int64_t more, struct err *err)
{
	struct quotes_left n;
	enum rc rc = report_quotes_left(b->c->st, b->c->program.id, b->when, &n, err);
	struct json *o;

	if (rc)
		return rc;
	o = json_add(b->a, b->model, "quotes_left", J_OBJECT);
	json_add_int(b->a, o, "not_allowed", n.not_allowed);
	json_add_int(b->a, o, "held_back", n.held_back);
	json_add_int(b->a, o, "not_cleared", n.not_cleared);
	json_add_int(b->a, o, "more", more);
	return RC_OK;
}

/* What three people wrote in the same words is quoted once. */
static bool is_quoted(struct arena *a, const struct heard *h, const char *text)
{
	size_t n, k;
	const char *fold = utf8_fold(a, text, strlen(text), &n);

	for (const struct json *q = json_first(h->quotes); q; q = q->next) {
		const char *had = json_str(q, "text", "");

		had = utf8_fold(a, had, strlen(had), &k);
		if (n == k && !memcmp(fold, had, n))
			return true;
	}
	return false;
}

/* The rows come theme by theme. */
static enum rc add_quotes(struct build *b, struct heard *heard, size_t n, struct err *err)
{
	struct stmt *s = report_quotes(b->c->st, b->c->program.id, b->when);
	struct arena *rows = arena_child(b->a);
	struct arena_mark m = arena_mark(rows);
	struct quote_fact q;
	struct heard *h = NULL;
	int64_t more = 0;
	enum rc rc;

	while (report_quote_next(s, rows, &q)) {
		if (!h || h->t->id != q.theme_id) {
			h = NULL;
			for (size_t i = 0; i < n; i++)
				if (heard[i].t->id == q.theme_id)
					h = &heard[i];
		}
		if (h && (h->plain < QUOTES || h->personal < QUOTES) && !is_quoted(rows, h, q.text)) {
			bool personal = names_in(b->names, rows, q.text);
			size_t *have = personal ? &h->personal : &h->plain;

			if (++*have <= QUOTES) {
				q.text = arena_strdup(b->a, q.text);
				q.by = arena_strdup(b->a, q.by);
				add_quote(b, h, &q, personal);
			}
			more += *have > QUOTES;
		} else {
			more += h != NULL;
		}
		arena_release(rows, m);
	}
	rc = stmt_done(s, err);
	return rc ? rc : add_quotes_left(b, more, err);
}

static enum rc add_ranks(struct build *b, struct heard **h, size_t *n, struct err *err)
{
	struct json *list = json_add(b->a, b->model, "themes", J_ARRAY);
	enum rc rc = collect(b, h, n, err);

	for (size_t i = 0; !rc && i < *n; i++)
		add_theme(b, list, &(*h)[i], i + 1);
	return rc;
}

static enum rc add_themes(struct build *b, struct err *err)
{
	struct heard *h;
	size_t n;
	enum rc rc = add_ranks(b, &h, &n, err);

	return rc ? rc : add_quotes(b, h, n, err);
}

enum rc report_answered(struct call *c, const struct period *p, struct json **out, struct err *err)
{
	struct build b = { .c = c, .a = c->arena, .p = p, .when = { p->begin_s, p->end_s },
			   .model = json_new(c->arena, J_OBJECT) };
	struct heard *h;
	size_t n;
	enum rc rc = add_ranks(&b, &h, &n, err);

	*out = b.model;
	return rc ? rc : report_answers(&b, err);
}

/* ---- leads, and what came late ---- */

static enum rc add_leads(struct build *b, struct err *err)
{
	int64_t alerted[ALERTED_UNSEEN + 1] = { 0 }, followed[FOLLOWED_UNSEEN + 1] = { 0 }, n = 0;
	struct stmt *s = report_leads(b->c->st, b->c->program.id, b->when);
	struct json *o, *k, *both = json_new(b->a, J_ARRAY);
	struct lead_fact f;
	enum rc rc;

	while (report_lead_next(s, &f)) {
		k = json_add(b->a, both, NULL, J_OBJECT);
		json_add_str(b->a, k, "alerted", alerted_words[f.alerted].code);
		json_add_str(b->a, k, "followed", followed_words[f.followed].code);
		json_add_int(b->a, k, "leads", f.n);
		alerted[f.alerted] += f.n;
		followed[f.followed] += f.n;
		n += f.n;
	}
	rc = stmt_done(s, err);
	o = json_add(b->a, b->model, "leads", J_OBJECT);
	json_add_int(b->a, o, "seen", n);
	k = json_add(b->a, o, "alerted", J_OBJECT);
	for (size_t i = 0; alerted_words[i].code; i++)
		json_add_int(b->a, k, alerted_words[i].code, alerted[i]);
	k = json_add(b->a, o, "followed", J_OBJECT);
	for (size_t i = 0; followed_words[i].code; i++)
		json_add_int(b->a, k, followed_words[i].code, followed[i]);
	json_add(b->a, o, "both", J_ARRAY)->u = both->u;
	return rc;
}

/* How remarks came into themes: by people (a suggestion that somebody accepted
 * is theirs), by a theme's words, or suggested only. */
static enum rc add_coders(struct build *b, struct err *err)
{
	int64_t by[BY_SUGGESTED + 1] = { 0 };
	enum rc rc = report_coders(b->c->st, b->c->program.id, b->when, by, err);
	struct json *o = json_add(b->a, b->model, "coded", J_OBJECT);
	struct agreement g;
	size_t pairs = 0;

	for (size_t i = 0; i <= BY_SUGGESTED; i++)
		json_add_int(b->a, o, coding_by_words[i].code, by[i]);
	if (!rc)
		rc = best_pair(b->c, b->when, &g, &pairs, err);
	if (rc || !pairs)
		return rc;
	o = json_add(b->a, o, "by_two", J_OBJECT);
	json_add_int(b->a, o, "remarks", (int64_t)g.remarks);
	json_add_int(b->a, o, "pairs", (int64_t)pairs);
	json_add_int(b->a, o, "alike_in_100", agreement_in_100(&g));
	if (g.known)
		json_add_int(b->a, o, "kappa_in_100", (int64_t)floor(g.kappa * 100 + 0.5));
	return RC_OK;
}

static enum rc add_addendum(struct build *b, struct err *err)
{
	struct period before;
	struct json *o, *list;
	struct stmt *s;
	struct span then;
	int64_t n = 0;
	enum rc rc = period_before(b->c->st, b->a, b->c->program.id, b->when.begin_s, &before, err);

	if (rc || !before.id || !before.closed_s)
		return rc;
	then = (struct span){ before.begin_s, before.end_s };
	rc = report_late_count(b->c->st, b->c->program.id, then, before.closed_s, &n, err);
	if (rc || !n)
		return rc;
	o = json_add(b->a, b->model, "addendum", J_OBJECT);
	json_add_str(b->a, o, "period", before.name);
	json_add_int(b->a, o, "remarks", n);
	list = json_add(b->a, o, "themes", J_ARRAY);
	s = report_late(b->c->st, b->c->program.id, then, before.closed_s);
	while (stmt_row(s)) {
		struct json *t = json_add(b->a, list, NULL, J_OBJECT);

		json_add_str(b->a, t, "id", ref_of(b->c, 'T', col_int(s, 0)));
		json_add_str(b->a, t, "name", col_text(s, 1, b->a));
		json_add_int(b->a, t, "observations", col_int(s, 2));
	}
	return stmt_done(s, err);
}

enum rc report_build(struct call *c, const struct period *p, unsigned parts, int64_t as_of_s,
		     struct json **out, struct err *err)
{
	struct build b = { .c = c, .a = c->arena, .p = p, .when = { p->begin_s, p->end_s },
			   .as_of_s = as_of_s, .model = json_new(c->arena, J_OBJECT) };
	enum rc rc;

	rc = add_head(&b, err);
	if (!rc)
		rc = add_base(&b, err);
	if (!rc)
		rc = report_participation(c, p, parts, as_of_s, b.model, err);
	if (!rc && parts & PART_THEMES) {
		rc = names_load(c, &b.names, err);
		if (!rc)
			rc = add_themes(&b, err);
		if (!rc)
			rc = report_actions(&b, err);
		if (!rc)
			rc = add_leads(&b, err);
		if (!rc)
			rc = add_coders(&b, err);
		if (!rc)
			rc = add_addendum(&b, err);
	}
	*out = b.model;
	return rc;
}
