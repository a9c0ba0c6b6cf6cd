/* theme discover: groups of what no theme holds. */
#include <string.h>

#include "groups.h"
#include "replife/out.h"
#include "replife/shell.h"
#include "rows.h"

#define GLANCE 160		/* bytes of a text */

static const struct param discover_params[] = {
	GROUPS_PARAMS,
	{ .name = "group", .type = P_LINE, .meta = "GROUP", .help = "only this one, with all that is said in it" },
	{ .name = NULL }
};
static const struct column discover_columns[] = {
	{ "label", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "label_said", "Group", V_TEXT, SHOW_PEOPLE, 0, true },
	{ "terms", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "size", "Remarks", V_INT, SHOW_ALL, 0, false },
	{ "observations", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "quotes", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "cohesion", "Close", V_REAL, SHOW_ALL, 0, false },
	{ "part_of", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "said", "For instance", V_TEXT, SHOW_BELOW, 0, true },
	{ "texts", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "said_lines", "What is said", V_TEXT, SHOW_RECORD, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false }
};

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
	return arena_printf(c->arena, "\"%.*s \xE2\x80\xA6\"", (int)whole_bytes(text, n), text);
}

/* A group within another is told as that, so that nobody adds it to the others. */
static struct value *put_group(struct call *c, const struct found *f, const struct discover_group *g,
			       const char *part_of)
{
	struct value *row = reply_row(c->reply);
	const char **quotes = arena_array(c->arena, const char *, DISCOVER_QUOTES);
	const char *label = group_label(c, f, g);

	for (size_t i = 0; i < g->n_quotes; i++)
		quotes[i] = f->remarks[g->quotes[i]].text;
	put_text(c->reply, row, "label", label);
	put_text(c->reply, row, "label_said", part_of ? arena_printf(c->arena, "  within it: %s", label) : label);
	put_list(c->reply, row, "terms", g->terms, g->n_terms);
	put_members(c, row, f, g->texts, g->n);
	put_list(c->reply, row, "quotes", quotes, g->n_quotes);
	put_real(c->reply, row, "cohesion", (double)(int)((double)g->cohesion * 1000 + 0.5) / 1000);
	put_text(c->reply, row, "part_of", part_of);
	put_text(c->reply, row, "said", g->n_quotes ? for_instance(c, quotes[0]) : NULL);
	return row;
}

static void put_nowhere(struct call *c, const struct found *f)
{
	struct value *row = reply_row(c->reply);

	put_list(c->reply, row, "terms", NULL, 0);
	put_members(c, row, f, f->d.nowhere, f->d.n_nowhere);
	put_list(c->reply, row, "quotes", NULL, 0);
	put_text(c->reply, row, "said", f->d.n_nowhere ? "fit nowhere: nobody else speaks like that"
							: "fit nowhere");
}

/* Each in full, those that are most like the others first. */
static void put_texts(struct call *c, struct value *row, const struct found *f, const struct discover_group *g)
{
	size_t n = c->rq->limit && (uint64_t)c->rq->limit < g->n ? (size_t)c->rq->limit : g->n;
	const char **texts = arena_array(c->arena, const char *, n + 1);
	struct out lines;

	out_to_mem(&lines, c->arena);
	for (size_t i = 0; i < n; i++) {
		const struct remark *r = &f->remarks[g->texts[i]];

		texts[i] = r->text;
		out_printf(&lines, "%s%s  %s", i ? "\n" : "", named(c, r), r->text);
	}
	if (n < g->n)
		out_printf(&lines, "\n\xE2\x80\xA6 and %zu more", g->n - n);
	put_list(c->reply, row, "texts", texts, n);
	put_text(c->reply, row, "said_lines", out_text(&lines));
}

static enum rc show_one(struct call *c, const struct found *f, struct err *err)
{
	const struct discover_group *g = NULL;
	struct value *row;
	const char *name;
	enum rc rc = group_pick(c, f, arg_text(c, "group"), &g, err);

	if (rc || !g)
		return rc;
	name = group_name(c, f, g);
	row = put_group(c, f, g, group_around(c, f, g));
	put_text(c->reply, row, "label_said", name);
	put_texts(c, row, f, g);
	c->reply->record = true;
	reply_message(c->reply, "Make a theme of it: replife theme adopt %s%s --name NAME",
		      shell_word(c->arena, name), f->again);
	return RC_OK;
}

static enum rc run_discover(struct call *c, struct err *err)
{
	struct found f;
	const char *by;
	size_t within = 0;
	enum rc rc = groups_find(c, &f, err);

	if (rc)
		return rc;
	if (arg_has(c, "group"))
		return show_one(c, &f, err);
	c->reply->empty = "Every remark is in a theme or set aside";
	for (size_t i = 0; i < f.d.n_groups; i++) {
		const struct discover_group *g = &f.d.groups[i];

		put_group(c, &f, g, NULL);
		for (size_t p = 0; p < g->n_parts; p++, within++)
			put_group(c, &f, &g->parts[p], group_label(c, &f, g));
	}
	if (!f.n)
		return RC_OK;
	put_nowhere(c, &f);
	by = f.vectors ? ", by their words and by what those mean" : "";
	if (!f.d.n_groups)
		reply_message(c->reply, "No two of %zu remark%s speak of the same thing%s", f.n, PLURAL(f.n), by);
	else
		reply_message(c->reply, "%zu group%s of %zu remark%s%s%s. Make a theme of one: "
			      "replife theme adopt GROUP%s --name NAME", f.d.n_groups, PLURAL(f.d.n_groups),
			      f.n, PLURAL(f.n), by, within ? arena_printf(c->arena, ", and %zu within them", within) : "", f.again);
	return RC_OK;
}

const struct op op_theme_discover = {
	.name = "theme discover", .summary = "Group what no theme holds",
	.details = "Finds how many groups there are by itself, and says what fits nowhere. It changes "
		   "nothing; the same remarks and seed give the same groups. With word vectors (replife help "
		   "environment) it sees what is said in other words, too.",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE, .params = discover_params,
	.result = discover_columns, .example = "theme discover --all", .run = run_discover,
};
