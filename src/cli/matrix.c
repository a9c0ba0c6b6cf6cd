/* help matrix: every op, everybody, their own and others'. From the op table, by
 * the function that decides in the ops. */
#include <string.h>

#include "cli_i.h"
#include "help_i.h"
#include "replife/core.h"

#define LABEL 37

static const struct {
	const char *key;
	int width;		/* 0: the last column */
	struct standing s;
} people[] = {
	{ "marketer", 10, { .roles = ROLE_BIT(ROLE_MARKETER) } },
	{ "rep", 6, { .roles = ROLE_BIT(ROLE_REP) } },
	{ "lifecycle", 11, { .roles = ROLE_BIT(ROLE_LIFECYCLE), .runs = true } },
	{ "owner", 7, { .owner = true, .roles = ~0u, .runs = true } },
	{ "nobody", 0, { .roles = 0 } },
};
#define N_PEOPLE (sizeof people / sizeof *people)

static const char *const verdict_codes[] = { "allowed", "refused", "not_there" };
static const char *const verdict_signs[] = { "yes", "no", "-" };

static const struct column matrix_columns[] = {
	{ "command", "", V_TEXT, SHOW_DATA, 0, false },
	{ "parameter", "", V_TEXT, SHOW_DATA, 0, false },	/* that names the object */
	{ "value", "", V_TEXT, SHOW_DATA, 0, false },		/* where only this one counts */
	{ "object", "", V_TEXT, SHOW_DATA, 0, false },
	{ "relation", "", V_TEXT, SHOW_DATA, 0, false },	/* how they stand to it; null: not at all */
	{ "hidden", "", V_BOOL, SHOW_DATA, 0, false },		/* one that is not open to everybody */
	{ "marketer", "", V_TEXT, SHOW_DATA, 0, false },
	{ "rep", "", V_TEXT, SHOW_DATA, 0, false },
	{ "lifecycle", "", V_TEXT, SHOW_DATA, 0, false },
	{ "owner", "", V_TEXT, SHOW_DATA, 0, false },
	{ "nobody", "", V_TEXT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false },
};

/* One line: an op, on what, by whom. */
struct line {
	const struct op *op;
	const struct param *param;
	const struct acts *by;
	enum object_kind on;
	int relation;		/* its bit; N_RELATIONS: none */
	bool hidden;
	enum verdict says[N_PEOPLE];
};

/* Others who are named have the role that is asked for. */
static enum verdict decide_for(const struct line *l, struct standing s)
{
	enum verdict said;

	s.is = l->relation < N_RELATIONS ? 1u << l->relation : 0;
	s.open = !l->hidden && object_words[l->on].hidden;
	s.has = s.is & REL_SELF ? s.roles : ~0u;
	said = access_verdict(l->op, l->on, l->by, &s);
	s.is = REL_SELF;
	s.has = s.roles;
	for (const struct acts *a = l->op->acts; said == MAY_YES && a && a->param; a++)
		if (a != l->by && a->on == ON_PERSON)	/* who is not named is the caller */
			said = access_verdict(l->op, a->on, a, &s);
	return said;
}

static void decide(struct line *l)
{
	for (size_t i = 0; i < N_PEOPLE; i++)
		l->says[i] = decide_for(l, people[i].s);
}

/* Does giving it, or what it is set to, decide: then without it is a case of its own. */
static bool is_case(const struct acts *a)
{
	return a->only || a->on == ON_PROGRAM || a->on == ON_ALL;
}

/* The first that names a row of somebody's, where the op's row says nothing of it. */
static const struct param *plain_param(const struct op *op)
{
	for (const struct param *p = op->params; p && p->name; p++) {
		bool said = false;

		for (const struct acts *a = op->acts; a && a->param; a++)
			said |= !strcmp(a->param, p->name);
		if (!said && p->type == P_REF && p->flags & REQUIRED)
			return p;
	}
	return NULL;
}

/* ---- every line, in order ---- */

typedef void take_fn(void *ctx, const struct line *l);

static void each_relation(struct line l, take_fn *take, void *ctx)
{
	const struct object_words *w = &object_words[l.on];

	for (l.relation = 0; l.relation < N_RELATIONS; l.relation++)
		if (w->stands[l.relation]) {
			decide(&l);
			take(ctx, &l);
		}
	decide(&l);
	take(ctx, &l);
	l.hidden = true;
	decide(&l);
	if (w->hidden)
		take(ctx, &l);
}

static void each_line(const struct op *op, take_fn *take, void *ctx)
{
	const struct param *plain = plain_param(op);
	bool whole = !plain;

	for (const struct acts *a = op->acts; a && a->param; a++)
		whole &= is_case(a);
	if (whole)
		each_relation((struct line){ .op = op }, take, ctx);
	if (plain)
		each_relation((struct line){ .op = op, .param = plain, .on = object_of_letter(plain->letter) },
			      take, ctx);
	for (const struct acts *a = op->acts; a && a->param; a++)
		each_relation((struct line){ .op = op, .param = op_param(op, a->param), .by = a, .on = a->on },
			      take, ctx);
}

/* ---- for scripts ---- */

static void put_line(void *ctx, const struct line *l)
{
	struct reply *r = ctx;
	struct value *row = reply_row(r);
	const struct object_words *w = &object_words[l->on];

	put_text(r, row, "command", l->op->name);
	put_text(r, row, "parameter", l->param ? l->param->name : NULL);
	put_text(r, row, "value", l->by ? l->by->only : NULL);
	put_text(r, row, "object", w->noun);
	if (l->relation < N_RELATIONS)
		put_text(r, row, "relation", w->stands[l->relation]);
	put_bool(r, row, "hidden", l->hidden);
	for (size_t i = 0; i < N_PEOPLE; i++)
		put_text(r, row, people[i].key, verdict_codes[l->says[i]]);
}

void matrix_rows(struct reply *r)
{
	reply_init(r, r->arena, matrix_columns);
	for (size_t i = 0; op_table[i]; i++)
		each_line(op_table[i], put_line, r);
}

/* ---- for people ---- */

/* The lines of one op and object: told apart only where they differ. */
struct block {
	struct out *o;
	struct line lines[N_RELATIONS + 2];
	size_t n;
};

static void put_cells(struct out *o, const char *label, const struct line *l)
{
	out_printf(o, "%-*s", LABEL, label);
	for (size_t i = 0; i < N_PEOPLE; i++)
		out_printf(o, "%-*s", people[i].width, verdict_signs[l->says[i]]);
	out_char(o, '\n');
}

/* Has the op's row something else on the same parameter? */
static bool is_one_of(const struct line *l)
{
	for (const struct acts *a = l->op->acts; a && a->param; a++)
		if (a != l->by && !strcmp(a->param, l->by->param))
			return true;
	return false;
}

static const char *label_of(struct arena *a, const struct line *l)
{
	const char *name = l->op->name;

	if (!l->by)
		return name;
	if (is_one_of(l))
		return arena_printf(a, "%s, %s", name, object_words[l->on].noun);
	if (l->by->only && param_is_positional(l->param))
		return arena_printf(a, "%s %s", name, l->by->only);
	if (l->by->only)
		return arena_printf(a, "%s --%s %s", name, l->param->name, l->by->only);
	if (param_is_positional(l->param))
		return is_case(l->by) ? arena_printf(a, "%s %s", name, param_meta(l->param)) : name;
	return arena_printf(a, "%s --%s", name, l->param->name);
}

static const char *who_of(struct arena *a, const struct line *l)
{
	const struct object_words *w = &object_words[l->on];

	if (l->relation < N_RELATIONS)
		return arena_printf(a, "  %s", w->stands[l->relation]);
	return l->hidden ? arena_printf(a, "  others, %s", w->hidden) : "  others";
}

static void end_block(struct block *b)
{
	bool same = true;

	for (size_t i = 1; i < b->n; i++)
		same &= !memcmp(b->lines[0].says, b->lines[i].says, sizeof b->lines[0].says);
	if (b->n && same)
		put_cells(b->o, label_of(b->o->arena, &b->lines[0]), &b->lines[0]);
	else if (b->n)
		out_printf(b->o, "%s\n", label_of(b->o->arena, &b->lines[0]));
	for (size_t i = 0; i < b->n && !same; i++)
		put_cells(b->o, who_of(b->o->arena, &b->lines[i]), &b->lines[i]);
	b->n = 0;
}

static void add_line(void *ctx, const struct line *l)
{
	struct block *b = ctx;

	if (b->n && (b->lines[0].by != l->by || b->lines[0].op != l->op || b->lines[0].on != l->on))
		end_block(b);
	b->lines[b->n++] = *l;
}

void write_matrix(struct out *o, const struct op_set *set)
{
	struct block b = { .o = o };

	(void)set;
	put_lines(o, 0,
		  "yes: they may. no: refused, exit status 5. -: answered as if there were no such "
		  "thing, 3. Where it matters whose it is, a line says how they stand to it; "
		  "\"others\" stand in no such way. Nobody is a person without a role in the program, "
		  "and the owner is the store's. Of the log and of everything at once, lifecycle's "
		  "word counts where they run every program.");
	out_printf(o, "\n%*s", LABEL, "");
	for (size_t i = 0; i < N_PEOPLE; i++)
		out_printf(o, "%-*s", people[i].width, people[i].key);
	out_char(o, '\n');
	for (size_t i = 0; op_table[i]; i++)
		each_line(op_table[i], add_line, &b);
	end_block(&b);
}
