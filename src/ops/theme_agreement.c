/* theme agreement, theme differ: two people who coded the same remarks. */
#include <stdlib.h>
#include <string.h>

#include "notes.h"
#include "rows.h"
#include "seats.h"

#define FEW 20		/* of fewer remarks kappa is told without a verdict */

static const struct column agreement_columns[] = {
	{ "one", "One", V_TEXT, SHOW_ALL, 0, false },
	{ "other", "Other", V_TEXT, SHOW_ALL, 0, false },
	{ "theme", "Theme", V_REF, SHOW_ALL, 'T', false },
	{ "theme_name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "remarks", "Remarks", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "both", "Both", V_INT, SHOW_ALL, 0, false },
	{ "only_one", "Only one", V_INT, SHOW_ALL, 0, false },
	{ "only_other", "Only other", V_INT, SHOW_ALL, 0, false },
	{ "neither", "Neither", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "alike_in_100", "Alike in 100", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "kappa", "Kappa", V_REAL, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

static const struct column difference_columns[] = {
	{ "observation", "Remark", V_REF, SHOW_ALL, 'O', false },
	{ "one", "One", V_TEXT, SHOW_ALL, 0, false },
	{ "one_themes", "Says", V_LIST, SHOW_ALL, 0, true },
	{ "other", "Other", V_TEXT, SHOW_ALL, 0, false },
	{ "other_themes", "Says", V_LIST, SHOW_ALL, 0, true },
	{ "counts_in", "Counts in", V_LIST, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "text", "What was said", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

static const struct param when_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "what was said in it; else in the period of now, or the last" },
	{ .name = "ever", .type = P_FLAG, .help = "all that was ever said" },
	{ .name = NULL } };

/* What people said of remarks that others looked at, too. */
static enum rc read_judged(struct call *c, struct span when, struct judgement **out, size_t *n, struct err *err)
{
	struct stmt *s = remarks_judged(c->st, c->program.id, when);
	struct arena *own = arena_child(c->arena);
	struct judgement *all = NULL;
	struct word_said w;
	size_t cap = 0;

	*n = 0;
	while (remarks_judged_next(s, &w)) {
		if (*n == cap) {
			all = arena_grow(own, all, cap * sizeof *all, (cap * 2 + 64) * sizeof *all);
			cap = cap * 2 + 64;
		}
		all[(*n)++] = (struct judgement){ w.person_id, w.observation_id, w.theme_id, w.in };
	}
	*out = all;
	return stmt_done(s, err);
}

static enum rc read_asked(struct call *c, struct judgement **out, size_t *n, struct err *err)
{
	struct period p;
	enum rc rc = said_in(c, !arg_has(c, "ever"), &p, err);

	return rc ? rc : read_judged(c, (struct span){ p.begin_s, p.end_s }, out, n, err);
}

enum rc best_pair(struct call *c, struct span when, struct agreement *out, size_t *pairs, struct err *err)
{
	struct judgement *all;
	struct agreement *g;
	size_t n, rows;
	enum rc rc = read_judged(c, when, &all, &n, err);

	*out = (struct agreement){ 0 };
	*pairs = 0;
	if (rc)
		return rc;
	rows = agreement_of(c->arena, all, n, &g);
	for (size_t i = 0; i < rows; i++) {
		*pairs += !g[i].theme;
		if (!g[i].theme && g[i].remarks > out->remarks)
			*out = g[i];
	}
	return RC_OK;
}

/* ---- agreement ---- */

/* D. Altman's words for kappa, "Practical Statistics for Medical Research", 1991. */
static const char *say_kappa(double k)
{
	return k < 0.2 ? "poor" : k < 0.4 ? "fair" : k < 0.6 ? "moderate" : k < 0.8 ? "good" : "very good";
}

static enum rc put_agreement(struct call *c, const struct agreement *g, struct err *err)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	struct theme t = { .name = "all themes" };
	enum rc rc = g->theme ? ent_get(c->st, &ent_theme, g->theme, c->arena, &t, err) : RC_OK;

	put_text(r, row, "one", say_login(c, g->a));
	put_text(r, row, "other", say_login(c, g->b));
	put_ref(r, row, "theme", g->theme);
	put_text(r, row, "theme_name", t.name);
	put_int(r, row, "remarks", (int64_t)g->remarks);
	put_int(r, row, "both", (int64_t)g->both);
	put_int(r, row, "only_one", (int64_t)g->only_a);
	put_int(r, row, "only_other", (int64_t)g->only_b);
	put_int(r, row, "neither", (int64_t)g->neither);
	put_int(r, row, "alike_in_100", agreement_in_100(g));
	if (g->known)
		put_real(r, row, "kappa", (double)(int)(g->kappa * 1000 + (g->kappa < 0 ? -0.5 : 0.5)) / 1000);
	return rc;
}

static void say_pair(struct call *c, const struct agreement *g, bool more)
{
	const char *how = !g->known ? "; too alike for kappa to say anything" :
		arena_printf(c->arena, "; kappa %.2f (%s)", g->kappa,
			     g->remarks < FEW ? "of few remarks" : say_kappa(g->kappa));
	size_t alike = g->both + g->neither, all = alike + g->only_a + g->only_b;

	reply_message(c->reply, "%s and %s both looked at %zu remark%s and say the same in %zu of %zu cases%s%s%s",
		      say_login(c, g->a), say_login(c, g->b), g->remarks, PLURAL(g->remarks),
		      alike, all, how, more ? "; and there are other pairs" : "",
		      g->only_a + g->only_b ? ". Where they differ: replife theme differ" : "");
}

static enum rc run_agreement(struct call *c, struct err *err)
{
	struct judgement *all;
	struct agreement *g;
	size_t n, rows, pairs = 0;
	enum rc rc = read_asked(c, &all, &n, err);

	if (rc)
		return rc;
	rows = agreement_of(c->arena, all, n, &g);
	c->reply->empty = "No two people have coded the same remark. Ask somebody to code what you did, without "
			  "seeing where you put it: replife note remarks --second";
	for (size_t i = 0; !rc && i < rows; i++) {
		pairs += !g[i].theme;
		rc = put_agreement(c, &g[i], err);
	}
	if (pairs)
		say_pair(c, g, pairs > 1);
	return rc;
}

const struct op op_theme_agreement = {
	.name = "theme agreement", .summary = "How alike two people put the same remarks into themes",
	.details = "A row a pair of people, then one a theme. Kappa is 1 where they always say the same, and 0 "
		   "where they are no more alike than chance would have it. What somebody said counts here even "
		   "where another's later word stands.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = when_params,
	.result = agreement_columns, .example = "theme agreement --ever", .run = run_agreement,
};

/* ---- differences ---- */

/* What one person said of one remark, by theme. */
struct side {
	const struct judgement *at, *end;
};

static struct side side_of(const struct judgement *at, const struct judgement *end)
{
	struct side s = { at, at };

	while (s.end < end && s.end->remark == at->remark && s.end->coder == at->coder)
		s.end++;
	return s;
}

static const struct judgement *next_in(const struct judgement *at, const struct judgement *end)
{
	while (at < end && !at->in)
		at++;
	return at;
}

static bool alike(struct side x, struct side y)
{
	for (;; x.at++, y.at++) {
		x.at = next_in(x.at, x.end);
		y.at = next_in(y.at, y.end);
		if (x.at == x.end || y.at == y.end)
			return x.at == x.end && y.at == y.end;
		if (x.at->theme != y.at->theme)
			return false;
	}
}

static enum rc put_side(struct call *c, struct value *row, const char *key, struct side s, struct err *err)
{
	const char **names = arena_array(c->arena, const char *, (size_t)(s.end - s.at) + 1);
	struct theme t;
	size_t n = 0;
	enum rc rc = RC_OK;

	for (const struct judgement *j = next_in(s.at, s.end); !rc && j < s.end; j = next_in(j + 1, s.end)) {
		rc = ent_get(c->st, &ent_theme, j->theme, c->arena, &t, err);
		names[n++] = t.name;
	}
	if (!n)
		names[n++] = "no theme";
	put_list(c->reply, row, key, names, n);
	return rc;
}

static enum rc put_difference(struct call *c, struct side x, struct side y, struct err *err)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	struct remark_themes in;
	const char *text;
	enum rc rc = remark_text(c->st, c->arena, x.at->remark, &text, err);

	if (!rc)
		rc = remark_themes(c, x.at->remark, &in, err);
	if (rc)
		return rc;
	put_ref(r, row, "observation", x.at->remark);
	put_text(r, row, "one", say_login(c, x.at->coder));
	put_text(r, row, "other", say_login(c, y.at->coder));
	put_list(r, row, "counts_in", in.refs, in.n);
	put_text(r, row, "text", text);
	rc = put_side(c, row, "one_themes", x, err);
	return rc ? rc : put_side(c, row, "other_themes", y, err);
}

/* Each two of the people who said something of this remark and differ: how many,
 * and a row each unless they are only counted (c NULL). */
static enum rc each_difference(struct call *c, const struct judgement *at, const struct judgement *end, size_t *n,
			       struct err *err)
{
	enum rc rc = RC_OK;

	*n = 0;
	for (struct side x = side_of(at, end); !rc && x.at < end; x = side_of(x.end, end)) {
		for (struct side y = side_of(x.end, end); !rc && y.at < end; y = side_of(y.end, end)) {
			if (alike(x, y))
				continue;
			++*n;
			rc = c ? put_difference(c, x, y, err) : RC_OK;
		}
	}
	return rc;
}

static enum rc run_differences(struct call *c, struct err *err)
{
	struct judgement *all;
	struct agreement *g;
	size_t n, pairs;
	int64_t after = 0, last = 0;
	enum rc rc = read_asked(c, &all, &n, err);

	if (!rc)
		rc = page_after(c, 'O', &after, err);
	if (rc)
		return rc;
	pairs = agreement_of(c->arena, all, n, &g);
	c->reply->empty = pairs ? "Who looked at the same remarks says the same of each"
				: "No two people have coded the same remark: replife note remarks --second";
	for (size_t i = 0, end; !rc && i < n; i = end) {
		size_t differ;

		for (end = i; end < n && all[end].remark == all[i].remark; end++)
			;
		rc = each_difference(NULL, all + i, all + end, &differ, err);
		if (rc || !differ || all[i].remark <= after)
			continue;
		if (page_full(c, 'O', last))
			break;
		rc = each_difference(c, all + i, all + end, &differ, err);
		last = all[i].remark;
	}
	return rc;
}

const struct op op_theme_differ = {
	.name = "theme differ", .summary = "Remarks that two people put into different themes",
	.details = "To be talked over. What is said last stands: replife theme assign OBS THEME, or theme "
		   "unassign OBS THEME.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = when_params,
	.result = difference_columns, .example = "theme differ", .run = run_differences,
};
