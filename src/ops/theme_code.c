/* theme code: the codebook's words put remarks into themes. */
#include <string.h>

#include "notes.h"
#include "rows.h"

/* In an arena of its own: it grows while the call's is released remark by
 * remark. */
struct codebook *codebook_of(struct call *c, const struct theme *themes, size_t n)
{
	struct codebook_theme *t = arena_array(c->arena, struct codebook_theme, n + 1);

	for (size_t i = 0; i < n; i++) {
		t[i].key = themes[i].id;
		if (themes[i].terms)
			t[i].n_terms = codebook_split(c->arena, themes[i].terms, &t[i].terms);
	}
	return codebook_new(arena_child(c->arena), t, n);
}

/* A declined theme is still heard: only merged, retired and proposed ones
 * take nothing more. One that has lost its words matches nothing, and what they
 * put there is stale. */
static size_t that_take(struct theme *t, size_t n)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (t[i].state == THEME_ACTIVE || t[i].state == THEME_DECLINED)
			t[k++] = t[i];
	return k;
}

/* A remark's codings beside what the codebook says of it. */
struct one {
	int64_t id;
	const struct theme *themes;
	size_t n_themes;
	const struct codebook_hit *hits;
	size_t n_hits;
	struct coding *had;
	size_t n_had;
	bool coded;
};

static bool is_hit(const struct one *o, int64_t theme_id)
{
	for (size_t i = 0; i < o->n_hits; i++)
		if (o->hits[i].key == theme_id)
			return true;
	return false;
}

static bool in_codebook(const struct one *o, int64_t theme_id)
{
	for (size_t i = 0; i < o->n_themes; i++)
		if (o->themes[i].id == theme_id)
			return true;
	return false;
}

/* What the codebook put somewhere and would not put there now. */
static enum rc drop_stale(struct call *c, const struct one *o, struct code_run *run,
			  struct err *err)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < o->n_had; i++) {
		const struct coding *k = &o->had[i];

		if (k->by != BY_CODEBOOK || is_hit(o, k->theme_id) || !in_codebook(o, k->theme_id))
			continue;
		rc = ent_delete(c->st, &ent_coding, k->id, err);
		run->dropped++;
	}
	return rc;
}

/* Into one theme, unless somebody has said something of it; a suggestion is
 * none that counts, so the words stand over it. */
static enum rc place(struct call *c, struct one *o, int64_t theme_id, struct code_run *run,
		     struct err *err)
{
	struct coding k = { .observation_id = o->id, .theme_id = theme_id, .by = BY_CODEBOOK,
			    .state = CODING_ACTIVE };

	bool said = false;	/* by somebody whose word does not stand any more */

	for (size_t i = 0; i < o->n_had; i++) {
		struct coding *had = &o->had[i];

		if (had->theme_id != theme_id)
			continue;
		if (!coding_stands(had)) {
			said = true;
			continue;
		}
		if (had->by != BY_SUGGESTED || had->state != CODING_ACTIVE) {
			o->coded |= had->state == CODING_ACTIVE;
			return RC_OK;
		}
		had->by = BY_CODEBOOK;
		o->coded = true;
		run->places++;
		return ent_update(c->st, &ent_coding, had, err);
	}
	if (said)
		return RC_OK;
	o->coded = true;
	run->places++;
	return ent_insert(c->st, &ent_coding, &k, err);
}

static bool counts(const struct one *o, size_t i)
{
	return o->had[i].state == CODING_ACTIVE && o->had[i].by == BY_PERSON;
}

static enum rc code_one(struct call *c, struct codebook *cb, struct one *o,
			struct code_run *run, struct err *err)
{
	const char *text;
	enum rc rc = remark_text(c->st, c->arena, o->id, &text, err);

	if (rc)
		return rc;
	run->looked++;
	o->n_hits = codebook_match(cb, text, strlen(text), &o->hits);
	if (o->n_hits || run->again)
		rc = codings_of_observation(c->st, c->arena, o->id, &o->had, &o->n_had, err);
	if (!rc && run->again)
		rc = drop_stale(c, o, run, err);
	for (size_t i = 0; !rc && i < o->n_hits; i++)
		rc = place(c, o, o->hits[i].key, run, err);
	for (size_t i = 0; i < o->n_had; i++)
		o->coded |= counts(o, i);
	run->coded += o->coded;
	run->none += !o->coded;
	return rc;
}

enum rc code_observations(struct call *c, struct code_run *run, struct err *err)
{
	struct span when = { run->from_s, run->to_s };
	struct theme *themes;
	struct codebook *cb;
	int64_t *ids;
	size_t n, n_themes;
	enum rc rc = themes_of(c->st, c->arena, c->program.id, &themes, &n_themes, err);

	if (!rc)
		rc = remarks_to_code(c->st, c->arena, c->program.id, when, run->again,
				     run->frozen_too, &ids, &n, err);
	if (rc)
		return rc;
	n_themes = that_take(themes, n_themes);
	cb = codebook_of(c, themes, n_themes);
	for (size_t i = 0; !rc && i < n; i++) {
		struct one o = { .id = ids[i], .themes = themes, .n_themes = n_themes };
		struct arena_mark m = arena_mark(c->arena);

		rc = code_one(c, cb, &o, run, err);
		arena_release(c->arena, m);
	}
	return rc;
}

static const struct param code_params[] = {
	{ .name = "period", .type = P_PERIOD, .help = "only what was said in it" },
	{ .name = "again", .type = P_FLAG,
	  .help = "remarks that are in a theme too, after its words have changed" },
	{ .name = NULL } };

static enum rc run_code(struct call *c, struct err *err)
{
	struct code_run run = { .again = arg_has(c, "again") };
	struct value *row;
	struct period period;
	enum rc rc = said_in(c, false, &period, err);

	run.from_s = period.begin_s;
	run.to_s = period.end_s;
	if (!rc)
		rc = code_observations(c, &run, err);
	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_int(c->reply, row, "looked", (int64_t)run.looked);
	put_int(c->reply, row, "coded", (int64_t)run.coded);
	put_int(c->reply, row, "places", (int64_t)run.places);
	put_int(c->reply, row, "dropped", (int64_t)run.dropped);
	put_int(c->reply, row, "uncoded", (int64_t)run.none);
	c->reply->record = true;
	reply_message(c->reply, "%zu of %zu remark%s %s in a theme now%s", run.coded, run.looked,
		      PLURAL(run.looked), run.coded == 1 ? "is" : "are",
		      run.none ? "; look at the rest with replife note list --uncoded, then add a "
				 "theme or words to one (replife theme edit THEME --term WORDS)" : "");
	return RC_OK;
}

const struct op op_theme_code = {
	.name = "theme code", .summary = "Put remarks into themes by the themes' words",
	.details = "Looks at remarks that are in no theme yet. What a person said of a remark "
		   "stands, and so does what a closed report holds.",
	.effect = EFFECT_WRITE, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = code_params,
	.result = code_columns, .example = "theme code --period this", .run = run_code,
};
