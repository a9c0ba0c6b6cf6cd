/* theme add, list, show. */
#include <stdlib.h>
#include <string.h>

#include "notes.h"
#include "replife/json.h"
#include "report.h"
#include "rows.h"
#include "seats.h"

#define LINES 20	/* remarks that are shown at once */

/* ---- add ---- */

static const struct param add_params[] = {
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | POSITIONAL,
	  .help = "what is heard, in a few words" },
	{ .name = "area", .type = P_WORD, .words = area_words, .meta = "AREA",
	  .help = "information, alerts, campaigns or other" },
	{ .name = "term", .type = P_LINE, .flags = REPEATED, .meta = "WORDS",
	  .help = "words that put a remark here: a word, a phrase, scor*, or -not this" },
	{ .name = "definition", .type = P_LONG, .help = "what it means, in a sentence" },
	{ .name = "parent", .type = P_THEME, .help = "the wider theme that it is part of" },
	{ .name = NULL } };

static enum rc run_add(struct call *c, struct err *err)
{
	struct theme t = {
		.program_id = c->program.id, .name = arg_text(c, "name"), .state = THEME_ACTIVE,
		.definition = arg_text(c, "definition"), .parent_id = arg_int(c, "parent", 0),
		.area = AREA_OTHER,
	};
	struct theme parent;
	enum rc rc = check_theme_name(c, t.name, 0, err);

	if (!rc && t.parent_id) {
		rc = ent_get(c->st, &ent_theme, t.parent_id, c->arena, &parent, err);
		t.area = parent.area;
		if (!rc)
			rc = check_theme_takes(c, &parent, err);
	}
	if (arg_has(c, "area"))
		t.area = (enum area)arg_int(c, "area", 0);
	if (t.definition && !*t.definition)
		t.definition = NULL;
	if (!rc)
		rc = terms_with(c, NULL, &t.terms, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_theme, &t, err);
	if (rc)
		return rc;
	reply_message(c->reply, "Added %s: %s%s", ref_of(c, 'T', t.id), t.name,
		      t.terms ? CODE_HINT : "");
	return put_theme_now(c, &t, err);
}

const struct op op_theme_add = {
	.name = "theme add", .summary = "Add a theme, with the words that belong to it",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = add_params,
	.result = theme_columns, .run = run_add,
	.example = "theme add 'Price list out of date' --area information --term 'price list'",
};

/* ---- list ---- */

static const struct param list_params[] = {
	{ .name = "period", .type = P_PERIOD,
	  .help = "count what was said in it; else in the period of now, or the last" },
	{ .name = "area", .type = P_WORD, .words = area_words, .meta = "AREA",
	  .help = "only this area" },
	{ .name = "ever", .type = P_FLAG, .help = "count what was ever said" },
	{ .name = "all", .type = P_FLAG, .help = "merged and retired ones too" },
	{ .name = NULL } };

struct counted {
	const struct theme *theme;
	struct theme_counts n;
	const struct counted *of;	/* what it is part of, where that is listed */
	int64_t loudest;		/* most remarks, of it and of its parts */
	int depth;
};

/* What is heard most comes first. */
static int by_count(const void *pa, const void *pb)
{
	const struct counted *a = *(const struct counted *const *)pa, *b = *(const struct counted *const *)pb;

	if (a->loudest != b->loudest)
		return a->loudest < b->loudest ? 1 : -1;
	return a->theme->id < b->theme->id ? -1 : a->theme->id > b->theme->id;
}

static size_t put_parts_of(struct counted *const *sorted, size_t n, const struct counted *of, int depth,
			   struct counted *out)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (sorted[i]->of != of)
			continue;
		out[k] = *sorted[i];
		out[k++].depth = depth;
		k += put_parts_of(sorted, n, sorted[i], depth + 1, out + k);
	}
	return k;
}

static int by_id(const void *key, const void *elem)
{
	int64_t id = *(const int64_t *)key, at = ((const struct counted *)elem)->theme->id;

	return id < at ? -1 : id > at;
}

/* No theme is part of itself (theme edit refuses it); if one is, it is listed still. */
static bool is_round(const struct counted *one, size_t n)
{
	for (size_t i = 0; one && i <= n; i++)
		one = one->of;
	return one != NULL;
}

/* Parts stand beneath what they are part of, and that is as high as its loudest part. */
static struct counted *in_order(struct call *c, struct counted *all, size_t n)
{
	struct counted *out = arena_array(c->arena, struct counted, n + 1);
	struct counted **sorted = arena_array(c->arena, struct counted *, n + 1);

	for (size_t i = 0; i < n; i++) {
		sorted[i] = &all[i];
		if (all[i].theme->parent_id)
			all[i].of = bsearch(&all[i].theme->parent_id, all, n, sizeof *all, by_id);
	}
	for (size_t i = 0; i < n; i++)
		if (is_round(&all[i], n))
			all[i].of = NULL;
	for (size_t i = 0; i < n; i++)
		for (const struct counted *at = &all[i]; at; at = at->of) {
			struct counted *up = &all[at - all];

			if (up->loudest < all[i].n.observations)
				up->loudest = all[i].n.observations;
		}
	qsort(sorted, n, sizeof *sorted, by_count);
	put_parts_of(sorted, n, NULL, 0, out);
	return out;
}

static bool is_listed(const struct call *c, const struct theme *t)
{
	if (arg_has(c, "area") && t->area != (enum area)arg_int(c, "area", 0))
		return false;
	return arg_has(c, "all") || (t->state != THEME_MERGED && t->state != THEME_RETIRED);
}

static enum rc count_themes(struct call *c, int64_t period_id, struct counted **out,
			    size_t *n, struct err *err)
{
	struct theme *themes;
	struct theme_counts counts;
	struct counted *all, *at;
	struct stmt *s;
	int64_t id;
	size_t n_themes;
	enum rc rc = themes_of(c->st, c->arena, c->program.id, &themes, &n_themes, err);

	if (rc)
		return rc;
	all = arena_array(c->arena, struct counted, n_themes + 1);
	*n = 0;
	for (size_t i = 0; i < n_themes; i++)
		if (is_listed(c, &themes[i]))
			all[(*n)++].theme = &themes[i];
	s = theme_counts(c->st, c->program.id, period_id);
	while (theme_counts_next(s, &id, &counts)) {
		at = bsearch(&id, all, *n, sizeof *all, by_id);
		if (at)
			at->n = counts;
	}
	*out = in_order(c, all, *n);
	return stmt_done(s, err);
}

static enum rc run_list(struct call *c, struct err *err)
{
	struct counted *all;
	struct period period;
	int64_t after, last = 0;
	size_t n = 0, i = 0;
	enum rc rc = said_in(c, !arg_has(c, "ever"), &period, err);

	if (!rc)
		rc = page_after(c, 'T', &after, err);
	if (!rc)
		rc = count_themes(c, period.id, &all, &n, err);
	if (rc)
		return rc;
	c->reply->empty = "No themes yet. Add one: replife theme add NAME --area AREA --term WORDS";
	if (period.id)
		c->reply->heading = arena_printf(c->arena, "Themes, counted in %s", period.name);
	while (after && i < n && all[i++].theme->id != after)
		;
	for (; i < n && !page_full(c, 'T', last); i++) {
		put_text(c->reply, put_theme(c, all[i].theme, &all[i].n), "name_said",
			 arena_printf(c->arena, "%*s%s", all[i].depth * 2, "", all[i].theme->name));
		last = all[i].theme->id;
	}
	return RC_OK;
}

const struct op op_theme_list = {
	.name = "theme list", .summary = "List the themes, what is heard most first",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = theme_columns, .example = "theme list --period last", .run = run_list,
};

/* ---- show ---- */

static const struct param show_params[] = {
	{ .name = "theme", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme, by name or as T-4" },
	{ .name = "period", .type = P_PERIOD,
	  .help = "what was said in it; else in the period of now, or the last" },
	{ .name = "ever", .type = P_FLAG, .help = "all that was ever said" },
	{ .name = NULL } };

/* What a theme's remarks become: data, and lines for people. */
struct said {
	struct codebook *codebook;
	struct names *names;	/* NULL: whoever asks may read the team's report */
	struct jw w;
	struct out json, lines;
	int64_t n, hidden;
};

/* The words that put it there, as they stand in the text; NULL: none do. */
static const char *because(struct call *c, struct said *s, const char *text)
{
	const struct codebook_hit *hits;
	size_t n = codebook_match(s->codebook, text, strlen(text), &hits);

	return n ? arena_dup(c->arena, text + hits->at, hits->len) : NULL;
}

static void put_remark(struct call *c, struct said *s, const struct observation *o,
		       enum coding_by by, const char *coder)
{
	const char *why = because(c, s, o->text);

	jw_object(&s->w);
	json_remark(&s->w, c, o, NULL);
	jw_key(&s->w, "starred");
	jw_bool(&s->w, o->starred);
	jw_key(&s->w, "held_back");
	jw_bool(&s->w, o->held_back);
	jw_key(&s->w, "by");
	jw_str(&s->w, coding_by_words[by].code);
	jw_key(&s->w, "coder");
	jw_str(&s->w, coder);
	jw_key(&s->w, "because");
	jw_array(&s->w);
	if (why)
		jw_str(&s->w, why);
	jw_end_array(&s->w);
	jw_end_object(&s->w);
	s->n++;
	out_printf(&s->lines, "%s%s  %s  [%s", s->lines.len ? "\n" : "", ref_of(c, 'O', o->id),
		   o->text, coder ? coder : coding_by_words[by].plain);
	out_printf(&s->lines, why ? ": %s]" : "]", why);
}

/* What somebody reads only since it may be quoted, they read as their reports have
 * it: a quote that names somebody is not shown. */
static bool is_shown(struct call *c, const struct said *s, const struct observation_view *v)
{
	bool own = v->note.author_id == c->me.id || (v->o.words_of == WORDS_REP && v->rep_id == c->me.id);

	return observation_seen(c, v) && (own || !s->names || !names_in(s->names, c->arena, v->o.text));
}

/* The latest ones: a theme may have thousands. */
static enum rc put_remarks(struct call *c, const struct theme *t, int64_t period_id,
			   struct value *row, struct err *err)
{
	struct said s = { .codebook = codebook_of(c, t, 1) };
	int64_t most = c->rq->limit ? c->rq->limit : LINES;
	struct observation_view v;
	struct stmt *st;
	enum coding_by by;
	const char *coder;
	bool more = false;
	enum rc rc = is_lifecycle(c) ? RC_OK : names_load(c, &s.names, err);

	if (rc)
		return rc;
	st = theme_remarks(c->st, t, period_id, most < INT64_MAX ? most + 1 : most);
	out_to_mem(&s.json, c->arena);
	out_to_mem(&s.lines, c->arena);
	jw_init(&s.w, &s.json);
	jw_array(&s.w);
	while (theme_remarks_next(st, c->arena, &v, &by, &coder) && !(more = s.n + s.hidden == most)) {
		if (is_shown(c, &s, &v))
			put_remark(c, &s, &v.o, by, coder);
		else
			s.hidden++;
	}
	jw_end_array(&s.w);
	if (s.hidden)
		out_printf(&s.lines, "%s%lld remark%s that may not be shown word by word",
			   s.lines.len ? "\nand " : "", (long long)s.hidden, PLURAL(s.hidden));
	if (more)
		out_printf(&s.lines, "\n… these are the latest %lld; more with --limit N",
			   (long long)most);
	put_json(c->reply, row, "said", out_text(&s.json));
	put_text(c->reply, row, "said_lines", s.lines.len ? out_text(&s.lines) : NULL);
	return stmt_done(st, err);
}

/* Those that count, each with its own count. */
static enum rc put_parts(struct call *c, const struct theme *whole, int64_t period_id, struct value *row,
			 struct err *err)
{
	struct theme_counts n;
	struct theme *all;
	struct out said;
	const char **refs;
	size_t n_all, k = 0;
	enum rc rc = themes_of(c->st, c->arena, c->program.id, &all, &n_all, err);

	if (rc)
		return rc;
	out_to_mem(&said, c->arena);
	refs = arena_array(c->arena, const char *, n_all + 1);
	for (size_t i = 0; !rc && i < n_all; i++) {
		const struct theme *t = &all[i];

		if (t->parent_id != whole->id || t->state == THEME_MERGED || t->state == THEME_RETIRED)
			continue;
		refs[k] = ref_of(c, 'T', t->id);
		rc = theme_count(c->st, t, period_id, &n, err);
		out_printf(&said, "%s%s  %s: %lld remark%s", k ? "\n" : "", refs[k], t->name,
			   (long long)n.observations, PLURAL(n.observations));
		k++;
	}
	put_list(c->reply, row, "parts", refs, k);
	put_text(c->reply, row, "parts_said", k ? out_text(&said) : NULL);
	return rc;
}

static enum rc run_show(struct call *c, struct err *err)
{
	struct theme_counts n = { 0 };
	struct theme t = { 0 };
	struct period period = { 0 };
	struct value *row;
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);

	if (!rc)
		rc = said_in(c, !arg_has(c, "ever"), &period, err);
	if (!rc)
		rc = theme_count(c->st, &t, period.id, &n, err);
	c->reply->record = true;
	if (!rc && period.id)
		reply_message(c->reply, "As said in %s%s", period.name, n.observations ? "" :
			      "; for all that was ever said add --ever");
	if (rc)
		return rc;
	row = put_theme(c, &t, &n);
	rc = put_parts(c, &t, period.id, row, err);
	return rc ? rc : put_remarks(c, &t, period.id, row, err);
}

const struct op op_theme_show = {
	.name = "theme show", .summary = "Show a theme: its words, and what was said",
	.details = "Beside each remark stands why it is here: the words that matched, or that a "
		   "person put it here. Remarks of others that name somebody, or a listed customer, are for "
		   "lifecycle alone.",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = show_params,
	.result = theme_show_columns, .example = "theme show T-4", .run = run_show,
};
