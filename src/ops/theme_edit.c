/* theme edit, rename, retire, decline. */
#include <string.h>

#include "notes.h"
#include "replife/lookup_store.h"
#include "replife/utf8.h"
#include "rows.h"

static bool alike(struct call *c, const char *a, const char *b)
{
	size_t na, nb;
	const char *fa = utf8_fold(c->arena, a, strlen(a), &na);
	const char *fb = utf8_fold(c->arena, b, strlen(b), &nb);

	return na == nb && !memcmp(fa, fb, na);
}

enum rc check_theme_name(struct call *c, const char *name, int64_t except_id, struct err *err)
{
	struct theme *all;
	size_t n;
	enum rc rc = themes_of(c->st, c->arena, c->program.id, &all, &n, err);

	if (rc)
		return rc;
	if (ref_parse('T', name)) {
		err_set(err, RC_USAGE, "a theme cannot be called '%s': themes are numbered so", name);
		return err_todo(err, "Say in a few words what is heard");
	}
	for (size_t i = 0; i < n; i++) {
		const char *ref = ref_of(c, 'T', all[i].id);

		if (all[i].id == except_id || !alike(c, all[i].name, name))
			continue;
		err_conflict(err, REASON_DUPLICATE, "there is a theme '%s' already: %s, %s",
			     all[i].name, ref, theme_state_words[all[i].state].plain);
		if (all[i].state == THEME_RETIRED || all[i].state == THEME_DECLINED)
			return err_todo(err, "Bring it back: replife theme edit %s --active", ref);
		return err_todo(err, "Look at it: replife theme show %s", ref);
	}
	return RC_OK;
}

/* ---- terms ---- */

static bool has_term(struct call *c, const char *const *terms, size_t n, const char *term)
{
	for (size_t i = 0; i < n; i++)
		if (alike(c, terms[i], term))
			return true;
	return false;
}

static const char *join(struct call *c, const char *const *terms, size_t n)
{
	struct out o;

	out_to_mem(&o, c->arena);
	for (size_t i = 0; i < n; i++)
		out_printf(&o, "%s%s", i ? ";" : "", terms[i]);
	return n ? out_text(&o) : NULL;
}

enum rc terms_with(struct call *c, const char *had, const char **out, struct err *err)
{
	const char *const *old = NULL;
	size_t n = had ? codebook_split(c->arena, had, &old) : 0;
	const char **all = arena_array(c->arena, const char *, n + c->n_bound + 1);
	const struct bound *b;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n; i++)
		all[i] = old[i];
	for (size_t i = 0; !rc && (b = arg_nth(c, "term", i)); i++) {
		rc = codebook_check_term(b->text, err);
		if (!rc && !has_term(c, all, n, b->text))
			all[n++] = b->text;
	}
	*out = join(c, all, n);
	return rc;
}

/* Without the --drop-term ones, each of which must be there. */
static enum rc terms_without(struct call *c, const struct theme *t, const char **out,
			     struct err *err)
{
	const char *const *old = NULL;
	size_t n = t->terms ? codebook_split(c->arena, t->terms, &old) : 0, k = 0;
	const char **all = arena_array(c->arena, const char *, n + 1);
	const struct bound *b;

	for (size_t i = 0; (b = arg_nth(c, "drop-term", i)); i++) {
		if (has_term(c, old, n, b->text))
			continue;
		err_set(err, RC_NOT_FOUND, "%s has no words '%.100s'", ref_of(c, 'T', t->id),
			b->text);
		return err_todo(err, "It has: %s", n ? t->terms : "none");
	}
	for (size_t i = 0; i < n; i++) {
		bool dropped = false;

		for (size_t j = 0; (b = arg_nth(c, "drop-term", j)); j++)
			dropped |= alike(c, old[i], b->text);
		if (!dropped)
			all[k++] = old[i];
	}
	*out = join(c, all, k);
	return RC_OK;
}

/* ---- what all answer ---- */

/* The period of now, or the last one: as theme list counts. */
static enum rc count_now(struct call *c, const struct theme *t, struct theme_counts *n,
			 struct err *err)
{
	struct period p;
	enum rc rc = period_before(c->st, c->arena, c->program.id, c->now_s + 1, &p, err);

	return rc ? rc : theme_count(c->st, t, p.id, n, err);
}

enum rc put_theme_now(struct call *c, const struct theme *t, struct err *err)
{
	struct theme_counts n;
	enum rc rc = count_now(c, t, &n, err);

	if (!rc)
		put_theme(c, t, &n);
	c->reply->record = true;
	return rc;
}

enum rc check_theme_takes(struct call *c, const struct theme *t, struct err *err)
{
	const char *ref = ref_of(c, 'T', t->id);

	if (t->state == THEME_MERGED) {
		err_conflict(err, REASON_STATE, "%s was merged into %s", ref,
			     ref_of(c, 'T', t->merged_into));
		return err_todo(err, "Use %s", ref_of(c, 'T', t->merged_into));
	}
	if (t->state != THEME_RETIRED)
		return RC_OK;
	err_conflict(err, REASON_STATE, "%s is retired: %s", ref, t->name);
	return err_todo(err, "Bring it back: replife theme edit %s --active", ref);
}

static enum rc write_theme(struct call *c, const struct theme *t, const char *done,
			   struct err *err)
{
	enum rc rc = ent_update(c->st, &ent_theme, t, err);

	if (rc)
		return rc;
	reply_message(c->reply, "%s %s: %s", done, ref_of(c, 'T', t->id), t->name);
	return put_theme_now(c, t, err);
}

/* ---- edit ---- */

#define THEME_PARAM                                                           \
	{ .name = "theme", .type = P_THEME, .flags = REQUIRED | POSITIONAL,  \
	  .help = "the theme, by name or as T-4" }

static const struct param edit_params[] = {
	THEME_PARAM,
	{ .name = "area", .type = P_WORD, .words = area_words, .meta = "AREA",
	  .help = "information, alerts, campaigns or other" },
	{ .name = "term", .type = P_LINE, .flags = REPEATED, .meta = "WORDS",
	  .help = "words to add: a word, a phrase, scor*, or -not this" },
	{ .name = "drop-term", .type = P_LINE, .flags = REPEATED, .meta = "WORDS",
	  .help = "words to take away" },
	{ .name = "definition", .type = P_LONG, .flags = CLEARS, .help = "what it means" },
	{ .name = "parent", .type = P_THEME, .help = "the wider theme that it is part of" },
	{ .name = "no-parent", .type = P_FLAG, .help = "it is part of no other" },
	{ .name = "active", .type = P_FLAG, .help = "bring a retired or declined one back" },
	{ .name = NULL } };

/* Not itself, and not one of its own parts. */
static enum rc check_parent(struct call *c, const struct theme *t, struct err *err)
{
	struct theme up = { .parent_id = t->parent_id };
	enum rc rc = RC_OK;

	for (bool first = true; !rc && up.parent_id; first = false) {
		if (up.parent_id == t->id) {
			err_set(err, RC_USAGE, "%s cannot be part of itself", ref_of(c, 'T', t->id));
			return err_todo(err, "Choose a wider theme: replife theme list");
		}
		rc = ent_get(c->st, &ent_theme, up.parent_id, c->arena, &up, err);
		if (!rc && first)
			rc = check_theme_takes(c, &up, err);
	}
	return rc;
}

static enum rc edit_state(struct call *c, struct theme *t, struct err *err)
{
	if (!arg_has(c, "active") || t->state == THEME_ACTIVE)
		return RC_OK;
	if (!theme_may(t->state, THEME_ACTIVE)) {
		err_conflict(err, REASON_STATE, "%s is %s", ref_of(c, 'T', t->id),
			     theme_state_words[t->state].plain);
		return err_todo(err, "Use %s", ref_of(c, 'T', t->merged_into));
	}
	t->state = THEME_ACTIVE;
	t->reason = NULL;
	return RC_OK;
}

static enum rc run_edit(struct call *c, struct err *err)
{
	const char *words;
	struct theme t;
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);

	if (!rc && c->rq->n_args < 2) {
		err_set(err, RC_USAGE, "nothing says what to change of %s", ref_of(c, 'T', t.id));
		return err_todo(err, "See replife help theme edit");
	}
	if (!rc)
		rc = edit_state(c, &t, err);
	words = t.terms;
	if (!rc)
		rc = terms_without(c, &t, &t.terms, err);
	if (!rc)
		rc = terms_with(c, t.terms, &t.terms, err);
	if (rc)
		return rc;
	t.area = (enum area)arg_int(c, "area", t.area);
	if (arg_has(c, "definition"))
		t.definition = *arg_text(c, "definition") ? arg_text(c, "definition") : NULL;
	t.parent_id = arg_has(c, "no-parent") ? 0 : arg_int(c, "parent", t.parent_id);
	if (arg_has(c, "parent"))
		rc = check_parent(c, &t, err);
	if (!rc)
		rc = write_theme(c, &t, "Changed", err);
	if (!rc && strcmp(words ? words : "", t.terms ? t.terms : ""))
		reply_message(c->reply, "%s" CODE_HINT " --again", c->reply->message);
	return rc;
}

const struct op op_theme_edit = {
	.name = "theme edit", .summary = "Change a theme: its words, area, meaning",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = edit_params,
	.result = theme_columns, .example = "theme edit T-4 --term 'price list'", .run = run_edit,
};

/* ---- rename ---- */

static const struct param rename_params[] = {
	THEME_PARAM,
	{ .name = "name", .type = P_NAME, .flags = REQUIRED | POSITIONAL, .help = "the new name" },
	{ .name = NULL } };

static enum rc run_rename(struct call *c, struct err *err)
{
	struct theme t;
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);

	if (!rc)
		rc = check_theme_name(c, arg_text(c, "name"), t.id, err);
	t.name = arg_text(c, "name");
	return rc ? rc : write_theme(c, &t, "Renamed", err);
}

const struct op op_theme_rename = {
	.name = "theme rename", .summary = "Give a theme another name",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = rename_params,
	.result = theme_columns, .example = "theme rename T-4 'Price list out of date'",
	.run = run_rename,
};

/* ---- retire, decline ---- */

static enum rc set_state(struct call *c, enum theme_state to, const char *done, struct err *err)
{
	struct theme t;
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "theme", 0), c->arena, &t, err);

	if (rc)
		return rc;
	if (!theme_may(t.state, to)) {
		rc = check_theme_takes(c, &t, err);
		if (rc)
			return rc;
		err_conflict(err, REASON_STATE, "%s is already '%s'", ref_of(c, 'T', t.id),
			     theme_state_words[t.state].plain);
		return err_todo(err, "To bring it back: replife theme edit T-%lld --active",
				(long long)t.id);
	}
	t.state = to;
	if (to == THEME_DECLINED)
		t.reason = arg_text(c, "reason");
	return write_theme(c, &t, done, err);
}

static const struct param retire_params[] = { THEME_PARAM, { .name = NULL } };

static enum rc run_retire(struct call *c, struct err *err)
{
	return set_state(c, THEME_RETIRED, "Retired", err);
}

const struct op op_theme_retire = {
	.name = "theme retire", .summary = "Stop using a theme; what is in it stays",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = retire_params,
	.result = theme_columns, .example = "theme retire T-4", .run = run_retire,
};

static const struct param decline_params[] = {
	THEME_PARAM,
	{ .name = "reason", .type = P_LINE, .flags = REQUIRED,
	  .help = "\"we won't, because\": those who said it read this" },
	{ .name = NULL } };

static enum rc run_decline(struct call *c, struct err *err)
{
	if (!*arg_text(c, "reason")) {
		err_set(err, RC_USAGE, "--reason is empty");
		return err_todo(err, "Say why: those who said it read this");
	}
	return set_state(c, THEME_DECLINED, "We won't:", err);
}

const struct op op_theme_decline = {
	.name = "theme decline", .summary = "Say that Marketing won't change this, and why",
	.details = "The theme still gathers what is said. Instead of an action the report gives "
		   "your reason.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = decline_params,
	.result = theme_columns, .run = run_decline,
	.example = "theme decline T-4 --reason 'the tool cannot do it before next year'",
};
