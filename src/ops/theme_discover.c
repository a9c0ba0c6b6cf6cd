/* theme discover, adopt: groups of what no theme holds, and a theme of one. */
#include <string.h>

#include "notes.h"
#include "replife/discover.h"
#include "replife/utf8.h"
#include "rows.h"

#define GLANCE 160		/* bytes of a text */
#define LABEL 40		/* bytes of one that stands for a group's label */

#define WHICH_PARAMS                                                          \
	{ .name = "period", .type = P_PERIOD,                                \
	  .help = "what was said in it; else in the period of now, or the last" }, \
	{ .name = "all", .type = P_FLAG, .help = "whatever was said, ever" }, \
	{ .name = "seed", .type = P_INT, .min = 0, .max = INT64_MAX, .meta = "N", \
	  .help = "another number, another of the groupings that are about as good" }
#define END { .name = NULL }

static const struct param discover_params[] = {
	WHICH_PARAMS,
	{ .name = "inside", .type = P_FLAG, .help = "the groups within each large group, too" },
	END
};
static const struct column discover_columns[] = {
	{ "label", "Group", V_TEXT, SHOW_ALL, 0, true },
	{ "terms", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "size", "Remarks", V_INT, SHOW_ALL, 0, false },
	{ "observations", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "quotes", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "cohesion", "Close", V_REAL, SHOW_DATA, 0, false },
	{ "part_of", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "said", "For instance", V_TEXT, SHOW_BELOW, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

/* What no theme holds, and its groups. */
struct found {
	struct remark *remarks;
	size_t n;
	struct discovery d;
	bool vectors;			/* what words mean was looked at, too */
};

static enum rc find_groups(struct call *c, bool inside, struct found *f, struct err *err)
{
	struct discover_options o = { .seed = (uint64_t)arg_int(c, "seed", 1), .parts = inside };
	struct discover_text *texts;
	struct vectors vectors;
	const char *where;
	struct period p;
	enum rc rc = RC_OK;

	*f = (struct found){ 0 };
	if (arg_has(c, "all") && arg_has(c, "period")) {
		err_set(err, RC_USAGE, "--all and --period are two answers to one question");
		return err_todo(err, "Leave one of them out");
	}
	rc = said_in(c, !arg_has(c, "all"), &p, err);
	if (!rc)
		rc = remarks_unheard(c->st, c->arena, c->program.id, (struct span){ p.begin_s, p.end_s },
				     &f->remarks, &f->n, err);
	if (!rc && f->n)
		rc = vectors_here(c, &vectors, &o.vectors, &where, err);
	if (rc)
		return rc;
	f->vectors = o.vectors != NULL;
	texts = arena_array(c->arena, struct discover_text, f->n + 1);
	for (size_t i = 0; i < f->n; i++)
		texts[i] = (struct discover_text){ f->remarks[i].text, strlen(f->remarks[i].text) };
	discover(c->arena, texts, f->n, &o, &f->d);
	return RC_OK;
}

/* No more than `n` bytes, and no character in part. */
static size_t whole(const char *text, size_t n)
{
	while (((unsigned char)text[n] & 0xC0) == 0x80)
		n--;
	return n;
}

/* "price list, old price, pdf"; of a group whose texts share no word, how it begins. */
static const char *label_of(struct call *c, const struct found *f, const struct discover_group *g)
{
	const char *s = "", *text = f->remarks[g->texts[0]].text;

	for (size_t i = 0; i < g->n_terms; i++)
		s = arena_printf(c->arena, "%s%s%s", s, i ? ", " : "", g->terms[i]);
	return *s ? s : arena_dup(c->arena, text, whole(text, strnlen(text, LABEL)));
}

static const char *named(struct call *c, const struct remark *r)
{
	return r->ref ? r->ref : ref_of(c, 'O', r->id);
}

static void put_members(struct call *c, struct value *row, const struct found *f, const uint32_t *texts, size_t n)
{
	const char **refs = arena_array(c->arena, const char *, n + 1);

	for (size_t i = 0; i < n; i++)
		refs[i] = named(c, &f->remarks[texts[i]]);
	put_int(c->reply, row, "size", (int64_t)n);
	put_list(c->reply, row, "observations", refs, n);
}

/* As much as is read at a glance, up to the end of a word. */
static const char *for_instance(struct call *c, const char *text)
{
	size_t n = strlen(text);

	if (n <= GLANCE)
		return arena_printf(c->arena, "\"%s\"", text);
	for (n = GLANCE; n > GLANCE / 2 && text[n] != ' ' && text[n] != '\n'; n--)
		;
	return arena_printf(c->arena, "\"%.*s \xE2\x80\xA6\"", (int)whole(text, n), text);
}

static void put_found(struct call *c, const struct found *f, const struct discover_group *g, const char *part_of)
{
	struct value *row = reply_row(c->reply);
	const char **quotes = arena_array(c->arena, const char *, DISCOVER_QUOTES);
	const char *label = label_of(c, f, g);

	for (size_t i = 0; i < g->n_quotes; i++)
		quotes[i] = f->remarks[g->quotes[i]].text;
	put_text(c->reply, row, "label", label);
	put_list(c->reply, row, "terms", g->terms, g->n_terms);
	put_members(c, row, f, g->texts, g->n);
	put_list(c->reply, row, "quotes", quotes, g->n_quotes);
	put_real(c->reply, row, "cohesion", (double)(int)((double)g->cohesion * 1000 + 0.5) / 1000);
	put_text(c->reply, row, "part_of", part_of);
	put_text(c->reply, row, "said", g->n_quotes ? for_instance(c, quotes[0]) : NULL);
	for (size_t i = 0; i < g->n_parts; i++)
		put_found(c, f, &g->parts[i], label);
}

static enum rc run_discover(struct call *c, struct err *err)
{
	struct found f;
	struct value *row;
	enum rc rc = find_groups(c, arg_has(c, "inside"), &f, err);

	if (rc)
		return rc;
	c->reply->empty = "Every remark is in a theme or set aside";
	for (size_t i = 0; i < f.d.n_groups; i++)
		put_found(c, &f, &f.d.groups[i], NULL);
	if (!f.n)
		return RC_OK;
	row = reply_row(c->reply);
	put_list(c->reply, row, "terms", NULL, 0);
	put_members(c, row, &f, f.d.nowhere, f.d.n_nowhere);
	put_list(c->reply, row, "quotes", NULL, 0);
	put_text(c->reply, row, "said", f.d.n_nowhere ? "fit nowhere: nobody else speaks like that"
						      : "fit nowhere");
	if (f.d.n_groups)
		reply_message(c->reply, "%zu group%s of %zu remark%s%s. Make a theme of one: "
			      "replife theme adopt GROUP --name NAME", f.d.n_groups, PLURAL(f.d.n_groups),
			      f.n, PLURAL(f.n), f.vectors ? ", by their words and by what those mean" : "");
	return RC_OK;
}

const struct op op_theme_discover = {
	.name = "theme discover", .summary = "Group what no theme holds",
	.details = "Finds how many groups there are by itself, and says what fits nowhere. It changes "
		   "nothing; the same remarks and seed give the same groups. With word vectors (replife help "
		   "environment) it sees what is said in other words, too.",
	.effect = EFFECT_READ, .who = WHO_LIFECYCLE, .params = discover_params,
	.result = discover_columns, .example = "theme discover --all", .run = run_discover,
};

/* ---- adopt ---- */

static const struct param adopt_params[] = {
	{ .name = "group", .type = P_LINE, .flags = REQUIRED | POSITIONAL,
	  .help = "the group, as theme discover calls it, or how that begins" },
	{ .name = "name", .type = P_NAME, .help = "what is heard, in a few words; else the group's words" },
	{ .name = "area", .type = P_WORD, .words = area_words, .meta = "AREA",
	  .help = "information, alerts, campaigns or other; else what most of its remarks have" },
	{ .name = "term", .type = P_LINE, .flags = REPEATED, .meta = "WORDS",
	  .help = "words that put later remarks here, too" },
	{ .name = "definition", .type = P_LONG, .help = "what it means, in a sentence" },
	WHICH_PARAMS,
	END
};

static bool begins(struct call *c, const char *label, const char *typed, bool *whole)
{
	size_t n, k;
	const char *a = utf8_fold(c->arena, label, strlen(label), &n);
	const char *b = utf8_fold(c->arena, typed, strlen(typed), &k);

	*whole = n == k && !memcmp(a, b, n);
	return k <= n && !memcmp(a, b, k);
}

/* How many of a group's words stand in what was typed. */
static size_t words_in(struct call *c, const struct discover_group *g, const char *typed)
{
	size_t n = 0, len;
	const char *text = utf8_fold(c->arena, typed, strlen(typed), &len);

	for (size_t i = 0; i < g->n_terms; i++)
		n += strstr(text, utf8_fold(c->arena, g->terms[i], strlen(g->terms[i]), &len)) != NULL;
	return n;
}

/* Since one group was taken the others may be told in slightly other words: the
 * only one that shares two of them is meant. */
static size_t pick_alike(struct call *c, const struct found *f, const char *typed, const struct discover_group **out)
{
	size_t n = 0;

	for (size_t i = 0; i < f->d.n_groups; i++)
		if (words_in(c, &f->d.groups[i], typed) >= 2) {
			*out = &f->d.groups[i];
			n++;
		}
	return n;
}

/* By its whole label, else by the beginning of one. */
static enum rc pick(struct call *c, const struct found *f, const char *typed, const struct discover_group **out,
		    struct err *err)
{
	size_t n = 0;

	*out = NULL;
	for (size_t i = 0; i < f->d.n_groups; i++) {
		bool whole;

		if (!begins(c, label_of(c, f, &f->d.groups[i]), typed, &whole))
			continue;
		*out = &f->d.groups[i];
		if (whole)
			return RC_OK;
		n++;
	}
	if (n == 1 || (!n && pick_alike(c, f, typed, out) == 1))
		return RC_OK;
	if (n) {
		err_set(err, RC_AMBIGUOUS, "%zu groups begin with '%.100s'", n, typed);
		return err_todo(err, "Type more of it, as theme discover shows it");
	}
	err_set(err, RC_NOT_FOUND, "there is no group '%.100s' among what no theme holds now", typed);
	return err_todo(err, "See the groups: replife theme discover%s", arg_has(c, "all") ? " --all" : "");
}

static enum area area_of(const struct found *f, const struct discover_group *g)
{
	size_t n[AREA_OTHER + 1] = { 0 };
	enum area most = AREA_OTHER;

	for (size_t i = 0; i < g->n; i++)
		n[f->remarks[g->texts[i]].area]++;
	for (int a = AREA_OTHER; a-- > 0;)
		if (n[a] >= n[most])
			most = (enum area)a;
	return most;
}

/* A person took the group, so each place in it is a person's word. What a closed
 * report holds stays as it is. */
static enum rc put_all_in(struct call *c, const struct found *f, const struct discover_group *g, int64_t theme_id,
			  size_t *n, struct err *err)
{
	enum rc rc = RC_OK;

	*n = 0;
	for (size_t i = 0; !rc && i < g->n; i++) {
		struct coding k = { .observation_id = f->remarks[g->texts[i]].id, .theme_id = theme_id,
				    .by = BY_PERSON, .person_id = c->me.id, .state = CODING_ACTIVE };
		struct observation_view v;
		const char *closed = NULL;

		rc = observation_view_get(c->st, c->arena, k.observation_id, &v, err);
		if (!rc)
			rc = note_frozen_in(c->st, c->arena, &v.note, &closed, err);
		if (rc || closed)
			continue;
		rc = ent_insert(c->st, &ent_coding, &k, err);
		++*n;
	}
	if (rc || *n)
		return rc;
	err_conflict(err, REASON_PERIOD_CLOSED, "closed reports hold every remark of this group");
	return err_todo(err, "Lifecycle can open a period again: replife period reopen PERIOD --reason TEXT");
}

static enum rc run_adopt(struct call *c, struct err *err)
{
	struct theme t = { .program_id = c->program.id, .state = THEME_ACTIVE,
			   .definition = arg_text(c, "definition") };
	const struct discover_group *g = NULL;
	struct found f;
	size_t n = 0;
	enum rc rc = find_groups(c, false, &f, err);

	if (!rc)
		rc = pick(c, &f, arg_text(c, "group"), &g, err);
	if (rc || !g)
		return rc;
	t.name = arg_has(c, "name") ? arg_text(c, "name") : label_of(c, &f, g);
	t.area = arg_has(c, "area") ? (enum area)arg_int(c, "area", 0) : area_of(&f, g);
	if (t.definition && !*t.definition)
		t.definition = NULL;
	rc = check_theme_name(c, t.name, 0, err);
	if (!rc)
		rc = terms_with(c, NULL, &t.terms, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_theme, &t, err);
	if (!rc)
		rc = put_all_in(c, &f, g, t.id, &n, err);
	if (rc)
		return rc;
	if (n < g->n)
		reply_warn(c->reply, "%zu of its remarks stay out: closed reports hold them", g->n - n);
	reply_message(c->reply, "Added %s: %s, with %zu remark%s%s", ref_of(c, 'T', t.id), t.name, n, PLURAL(n),
		      t.terms ? CODE_HINT : "");
	return put_theme_now(c, &t, err);
}

const struct op op_theme_adopt = {
	.name = "theme adopt", .summary = "Make a theme of a group that was found",
	.details = "Looks for groups as theme discover does, with the same --period, --all and --seed. "
		   "Remarks that a closed report holds stay out of it.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = adopt_params,
	.result = theme_columns, .example = "theme adopt 'minutes, renewal' --name 'Renewals' --all",
	.run = run_adopt,
};
