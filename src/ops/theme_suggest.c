/* theme suggest: where remarks may belong, by what people put where. A suggestion
 * counts for nothing until somebody accepts it. */
#include <string.h>

#include "notes.h"
#include "replife/suggest.h"
#include "rows.h"

#define LEAST_CODED 10		/* by people; of fewer nothing can be learned */
#define SURE 60

static const struct param suggest_params[] = {
	{ .name = "period", .type = P_PERIOD,
	  .help = "for what was said in it; else in the period of now, or the last" },
	{ .name = "sure", .type = P_INT, .min = 1, .max = 99, .meta = "N",
	  .help = "only where it would be right N times in 100; 60 if left out" },
	{ .name = NULL } };
static const struct column suggest_columns[] = {
	{ "observation", "Remark", V_REF, SHOW_ALL, 'O', false },
	{ "theme", "Theme", V_REF, SHOW_ALL, 'T', false },
	{ "theme_name", "Name", V_TEXT, SHOW_ALL, 0, true },
	{ "right_in_100", "Right in 100", V_INT, SHOW_ALL, 0, false },
	{ "because", "Because of", V_LIST, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "text", "What was said", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

/* What people put where. */
struct known {
	struct discover_text *texts;
	uint32_t *theme;		/* its place in `ids` */
	size_t n;
	int64_t *ids;
	size_t n_themes;
};

static enum rc read_known(struct call *c, struct known *k, struct err *err)
{
	struct arena *texts = arena_child(c->arena), *themes = arena_child(c->arena), *ids = arena_child(c->arena);
	struct stmt *s = remarks_coded(c->st, c->program.id);
	size_t cap = 0, cap_ids = 0;
	const char *text;
	int64_t id;

	*k = (struct known){ 0 };
	while (remarks_coded_next(s, c->arena, &id, &text)) {
		if (k->n == cap) {
			k->texts = arena_grow(texts, k->texts, cap * sizeof *k->texts, (cap * 2 + 64) * sizeof *k->texts);
			k->theme = arena_grow(themes, k->theme, cap * sizeof *k->theme, (cap * 2 + 64) * sizeof *k->theme);
			cap = cap * 2 + 64;
		}
		if (!k->n_themes || k->ids[k->n_themes - 1] != id) {
			if (k->n_themes == cap_ids) {
				k->ids = arena_grow(ids, k->ids, cap_ids * sizeof id, (cap_ids * 2 + 16) * sizeof id);
				cap_ids = cap_ids * 2 + 16;
			}
			k->ids[k->n_themes++] = id;
		}
		k->texts[k->n] = (struct discover_text){ text, strlen(text) };
		k->theme[k->n++] = (uint32_t)k->n_themes - 1;
	}
	return stmt_done(s, err);
}

/* Whatever was said of the remark in the theme stands; an older suggestion of
 * another one goes. *put: it is suggested now. */
static enum rc put_suggestion(struct call *c, int64_t remark_id, int64_t theme_id, bool *put, struct err *err)
{
	struct coding k = { .observation_id = remark_id, .theme_id = theme_id, .by = BY_SUGGESTED,
			    .state = CODING_ACTIVE };
	struct coding *had;
	size_t n;
	enum rc rc = codings_of_observation(c->st, c->arena, remark_id, &had, &n, err);

	*put = !rc;
	for (size_t i = 0; !rc && i < n; i++) {
		if (had[i].theme_id == theme_id)
			*put = had[i].by == BY_SUGGESTED && had[i].state == CODING_ACTIVE;
		else if (had[i].by == BY_SUGGESTED)
			rc = ent_delete(c->st, &ent_coding, had[i].id, err);
	}
	for (size_t i = 0; i < n; i++)
		if (had[i].theme_id == theme_id)
			return rc;
	return rc ? rc : ent_insert(c->st, &ent_coding, &k, err);
}

static enum rc put_row(struct call *c, const struct remark *r, int64_t theme_id, const struct suggestion *g,
		       struct err *err)
{
	struct reply *reply = c->reply;
	struct value *row = reply_row(reply);
	const char **words = arena_array(c->arena, const char *, SUGGEST_WORDS);
	struct theme t;
	enum rc rc = ent_get(c->st, &ent_theme, theme_id, c->arena, &t, err);

	memcpy(words, g->words, g->n_words * sizeof *words);
	put_ref(reply, row, "observation", r->id);
	put_ref(reply, row, "theme", theme_id);
	put_text(reply, row, "theme_name", rc ? NULL : t.name);
	put_int(reply, row, "right_in_100", (int64_t)((double)g->confidence * 100 + 0.5));
	put_list(reply, row, "because", words, g->n_words);
	put_text(reply, row, "text", r->text);
	return rc;
}

static enum rc suggest_all(struct call *c, struct suggest *s, const struct known *k, struct span when, size_t *n,
			   size_t *of, struct err *err)
{
	struct remark *all;
	enum rc rc = remarks_unheard(c->st, c->arena, c->program.id, when, &all, of, err);

	*n = 0;
	for (size_t i = 0; !rc && i < *of; i++) {
		struct suggestion g;
		struct observation_view v;
		const char *closed = NULL;
		bool put;

		if (!suggest_for(s, c->arena, all[i].text, strlen(all[i].text), &g) ||
		    (double)g.confidence * 100 + 0.5 < (double)arg_int(c, "sure", SURE))
			continue;
		rc = observation_view_get(c->st, c->arena, all[i].id, &v, err);
		if (!rc)
			rc = note_frozen_in(c->st, c->arena, &v.note, &closed, err);
		if (rc || closed)
			continue;
		rc = put_suggestion(c, all[i].id, k->ids[g.theme], &put, err);
		if (!rc && put)
			rc = put_row(c, &all[i], k->ids[g.theme], &g, err);
		*n += !rc && put;
	}
	return rc;
}

static enum rc run_suggest(struct call *c, struct err *err)
{
	const struct vectors *vectors;
	struct vectors room;
	const char *where;
	struct known k;
	struct suggest *s;
	struct period p;
	size_t n = 0, of = 0;
	enum rc rc = said_in(c, true, &p, err);

	if (!rc)
		rc = read_known(c, &k, err);
	if (rc)
		return rc;
	if (k.n < LEAST_CODED || k.n_themes < 2) {
		err_conflict(err, REASON_STATE, "people have put %zu remark%s into %zu theme%s: too few to learn from",
			     k.n, PLURAL(k.n), k.n_themes, PLURAL(k.n_themes));
		return err_todo(err, "Put at least %d into two themes: replife theme assign OBS THEME", LEAST_CODED);
	}
	rc = vectors_here(c, &room, &vectors, &where, err);
	if (rc)
		return rc;
	s = suggest_new(c->arena, k.texts, k.theme, k.n, k.n_themes, vectors);
	rc = suggest_all(c, s, &k, (struct span){ p.begin_s, p.end_s }, &n, &of, err);
	suggest_free(s);
	if (rc)
		return rc;
	c->reply->empty = "Nothing that is in no theme is like what people put into one";
	reply_message(c->reply, "%zu of %zu remark%s may belong to a theme%s", n, of, PLURAL(of),
		      n ? ". Say yes or no: replife theme accept OBS THEME, or theme unassign OBS THEME" : "");
	return RC_OK;
}

const struct op op_theme_suggest = {
	.name = "theme suggest", .summary = "Suggest themes for remarks by what people put where",
	.details = "Learns from the remarks that people put into themes, and tries itself on them: `right in 100` "
		   "is how often it would have been right in cases as clear. A suggestion counts for nothing "
		   "until somebody accepts it, and stands over nobody's word. Word vectors help here, too: replife help "
		   "environment.",
	.effect = EFFECT_WRITE, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = suggest_params,
	.result = suggest_columns, .example = "theme suggest --sure 80", .run = run_suggest,
};
