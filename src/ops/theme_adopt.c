/* theme adopt: a theme of a group that was found. */
#include "groups.h"
#include "notes.h"
#include "rows.h"

static const struct param adopt_params[] = {
	{ .name = "group", .type = P_LINE, .flags = REQUIRED | POSITIONAL,
	  .help = "the group, as theme discover calls it, or how that begins" },
	{ .name = "name", .type = P_NAME, .help = "what is heard, in a few words; else the group's words" },
	{ .name = "area", .type = P_WORD, .words = area_words, .meta = "AREA",
	  .help = "information, alerts, campaigns or other; else what most of its remarks have" },
	{ .name = "term", .type = P_LINE, .flags = REPEATED, .meta = "WORDS",
	  .help = "words that put later remarks here, too" },
	{ .name = "definition", .type = P_LONG, .help = "what it means, in a sentence" },
	GROUPS_PARAMS,
	{ .name = NULL }
};

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
	enum rc rc = groups_find(c, &f, err);

	if (!rc)
		rc = group_pick(c, &f, arg_text(c, "group"), &g, err);
	if (rc || !g)
		return rc;
	t.name = arg_has(c, "name") ? arg_text(c, "name") : group_label(c, &f, g);
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
	.details = "Looks for groups as theme discover does, with the same --period, --all, --seed and --inside. "
		   "Remarks that a closed report holds stay out of it.",
	.effect = EFFECT_WRITE, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = adopt_params,
	.result = theme_columns, .example = "theme adopt 'minutes, renewal' --name 'Renewals' --all",
	.run = run_adopt,
};
