/* theme merge: two names for one thing become one. Undo reverses it exactly. */
#include <string.h>

#include "notes.h"
#include "rows.h"

static const struct param merge_params[] = {
	{ .name = "from", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme that goes", .meta = "FROM" },
	{ .name = "into", .type = P_THEME, .flags = REQUIRED | POSITIONAL,
	  .help = "the theme that stays", .meta = "INTO" },
	{ .name = "period", .type = P_PERIOD,
	  .help = "count what was said in it; else in the period of now, or the last" },
	{ .name = NULL } };

/*
 * Which of two words on one remark stands in the theme that both become. A
 * person's over the codebook's over a suggestion; that it belongs there over
 * that it does not, since it was said of one of the two.
 */
static int weight(const struct coding *k)
{
	static const int of[] = { [BY_PERSON] = 6, [BY_CODEBOOK] = 2, [BY_SUGGESTED] = 0 };

	return of[k->by] + (k->state == CODING_ACTIVE);
}

/* FROM's "no" says nothing of what INTO's own words found. */
static bool stands_over(const struct coding *from, const struct coding *into)
{
	if (from->state == CODING_REMOVED && into->state == CODING_ACTIVE)
		return false;
	return weight(from) > weight(into);
}

/* What the same person said of INTO, if anything. */
static struct coding *same_coder(const struct coding *k, struct coding *had, size_t n)
{
	for (size_t i = 0; k->by == BY_PERSON && i < n; i++)
		if (had[i].by == BY_PERSON && had[i].person_id == k->person_id)
			return &had[i];
	return NULL;
}

/* Into INTO as a word that does not stand there. Who said of one of the two that
 * it belongs there says so of both. */
static enum rc keep_beside(struct call *c, struct coding *k, struct coding *same, struct err *err)
{
	enum coding_state said = coding_outdone(k);
	enum rc rc;

	if (k->by == BY_PERSON && !same) {
		k->state = said;
		return ent_update(c->st, &ent_coding, k, err);
	}
	rc = ent_delete(c->st, &ent_coding, k->id, err);
	if (rc || !same || said != CODING_SAID_IN || coding_outdone(same) == CODING_SAID_IN)
		return rc;
	same->state = coding_stands(same) ? CODING_ACTIVE : CODING_SAID_IN;
	return ent_update(c->st, &ent_coding, same, err);
}

/* Into INTO over what stood there: that goes, or is kept beside it. */
static enum rc stand_over(struct call *c, struct coding *k, struct coding *had, size_t n, struct err *err)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < n; i++) {
		if (had[i].by != BY_PERSON || had[i].person_id == k->person_id) {
			rc = ent_delete(c->st, &ent_coding, had[i].id, err);
		} else if (coding_stands(&had[i])) {
			had[i].state = coding_outdone(&had[i]);
			rc = ent_update(c->st, &ent_coding, &had[i], err);
		}
	}
	return rc ? rc : ent_update(c->st, &ent_coding, k, err);
}

/* One of FROM's codings: it moves, or it and INTO's become one. */
static enum rc move_coding(struct call *c, int64_t id, int64_t into, struct err *err)
{
	struct coding k, *had;
	size_t n;
	enum rc rc = ent_get(c->st, &ent_coding, id, c->arena, &k, err);

	if (!rc)
		rc = codings_of_pair(c->st, c->arena, k.observation_id, into, &had, &n, err);
	if (rc)
		return rc;
	k.theme_id = into;
	if (coding_stands(&k) && (!n || !coding_stands(&had[0]) || stands_over(&k, &had[0])))
		return stand_over(c, &k, had, n, err);
	return keep_beside(c, &k, same_coder(&k, had, n), err);
}

static enum rc move_codings(struct call *c, int64_t from, int64_t into, struct err *err)
{
	int64_t *ids;
	size_t n;
	enum rc rc = coding_ids(c->st, c->arena, from, &ids, &n, err);

	for (size_t i = 0; !rc && i < n; i++) {
		struct arena_mark m = arena_mark(c->arena);

		rc = move_coding(c, ids[i], into, err);
		arena_release(c->arena, m);
	}
	return rc;
}

/* The actions that answer FROM answer INTO. */
static enum rc move_actions(struct call *c, int64_t from, int64_t into, struct err *err)
{
	struct action_theme *mine, *theirs;
	size_t n, n_theirs;
	enum rc rc = action_links(c->st, c->arena, from, &mine, &n, err);

	if (!rc)
		rc = action_links(c->st, c->arena, into, &theirs, &n_theirs, err);
	for (size_t i = 0; !rc && i < n; i++) {
		bool twice = false;

		for (size_t j = 0; j < n_theirs; j++)
			twice |= theirs[j].action_id == mine[i].action_id;
		mine[i].theme_id = into;
		rc = twice ? ent_delete(c->st, &ent_action_theme, mine[i].id, err)
			   : ent_update(c->st, &ent_action_theme, &mine[i], err);
	}
	return rc;
}

/* Parts of FROM become parts of INTO; what was merged into FROM is now in INTO. */
static enum rc move_parts(struct call *c, const struct theme *from, struct theme *into,
			  struct err *err)
{
	struct theme *all;
	size_t n;
	enum rc rc = themes_of(c->st, c->arena, c->program.id, &all, &n, err);

	if (into->parent_id == from->id)
		into->parent_id = from->parent_id;
	for (size_t i = 0; !rc && i < n; i++) {
		struct theme *t = &all[i];

		if (t->id == into->id || t->id == from->id ||
		    (t->parent_id != from->id && t->merged_into != from->id))
			continue;
		if (t->parent_id == from->id)
			t->parent_id = into->id;
		if (t->merged_into == from->id)
			t->merged_into = into->id;
		rc = ent_update(c->st, &ent_theme, t, err);
	}
	return rc;
}

/* INTO matches from now on what FROM's words matched. An exclusion would
 * narrow INTO's own words, so it does not come along. */
static const char *joined_terms(struct call *c, const struct theme *from,
				const struct theme *into)
{
	const char *const *a = NULL, *const *b = NULL, *all = into->terms;
	size_t na = into->terms ? codebook_split(c->arena, into->terms, &a) : 0;
	size_t nb = from->terms ? codebook_split(c->arena, from->terms, &b) : 0;

	for (size_t i = 0; i < nb; i++) {
		bool had = *b[i] == '-';

		for (size_t j = 0; j < na; j++)
			had |= !strcmp(a[j], b[i]);
		if (!had)
			all = arena_printf(c->arena, "%s%s%s", all ? all : "", all ? ";" : "", b[i]);
	}
	return all;
}

static enum rc check_merge(struct call *c, const struct theme *from, const struct theme *into,
			   struct err *err)
{
	enum rc rc;

	if (from->id == into->id) {
		err_set(err, RC_USAGE, "FROM and INTO are the same theme");
		return err_todo(err, "Name two: replife theme list");
	}
	rc = check_theme_takes(c, into, err);
	if (rc || theme_may(from->state, THEME_MERGED))
		return rc;
	rc = check_theme_takes(c, from, err);
	if (rc)
		return rc;
	return err_conflict(err, REASON_STATE, "%s is %s", ref_of(c, 'T', from->id),
			    theme_state_words[from->state].plain);
}

/* What is counted afterwards is what a list of that period shows, too. */
static enum rc put_merged(struct call *c, const struct theme *from, const struct theme *into,
			  struct err *err)
{
	struct theme_counts ever = { 0 }, gone = { 0 }, then = { 0 };
	struct period period;
	enum rc rc = said_in(c, true, &period, err);

	if (!rc)
		rc = theme_count(c->st, into, 0, &ever, err);
	if (!rc)
		rc = theme_count(c->st, from, period.id, &gone, err);
	if (!rc)
		rc = theme_count(c->st, into, period.id, &then, err);
	if (rc)
		return rc;
	put_theme(c, from, &gone);
	put_theme(c, into, &then);
	reply_message(c->reply, "Merged %s (%s) into %s (%s), which has %lld remark%s in all%s",
		      ref_of(c, 'T', from->id), from->name, ref_of(c, 'T', into->id), into->name,
		      (long long)ever.observations, PLURAL(ever.observations), !period.id ? "" :
		      arena_printf(c->arena, ", %lld in %s", (long long)then.observations, period.name));
	return RC_OK;
}

static enum rc run_merge(struct call *c, struct err *err)
{
	struct theme from = { 0 }, into = { 0 };
	enum rc rc = ent_get(c->st, &ent_theme, arg_int(c, "from", 0), c->arena, &from, err);

	if (!rc)
		rc = ent_get(c->st, &ent_theme, arg_int(c, "into", 0), c->arena, &into, err);
	if (!rc)
		rc = check_merge(c, &from, &into, err);
	if (!rc)
		rc = move_codings(c, from.id, into.id, err);
	if (!rc)
		rc = move_actions(c, from.id, into.id, err);
	if (!rc)
		rc = move_parts(c, &from, &into, err);
	if (rc)
		return rc;
	into.terms = joined_terms(c, &from, &into);
	from.state = THEME_MERGED;
	from.merged_into = into.id;
	from.parent_id = 0;
	rc = ent_update(c->st, &ent_theme, &into, err);
	if (!rc)
		rc = ent_update(c->st, &ent_theme, &from, err);
	return rc ? rc : put_merged(c, &from, &into, err);
}

const struct op op_theme_merge = {
	.name = "theme merge", .summary = "Make one theme of two",
	.details = "The remarks, words, parts and actions of FROM become INTO's. What a person "
		   "took out stays out. replife undo takes it back exactly.",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = merge_params,
	.result = theme_columns, .example = "theme merge T-4 T-5", .run = run_merge,
};
