/* Who may: what the store says of the caller and the object, and the words of
 * a refusal. The decision itself is access_verdict()'s. */
#include <string.h>

#include "call.h"
#include "replife/person_store.h"

/* Where to look for one's own. */
static const char *const lists[N_OBJECT_KINDS] = {
	[ON_SESSION] = "List them: replife find, or replife slot list",
	[ON_BOOKING] = "List yours: replife mine",
	[ON_NOTE] = "List yours: replife note list",
	[ON_REMARK] = "See the remarks of a write-up: replife note show NOTE",
	[ON_LEAD] = "List yours: replife lead list",
	[ON_THEME] = "See replife theme list",
	[ON_ACTION] = "See replife action list --all",
	[ON_PERIOD] = "See replife period list",
	[ON_HOURS] = "See them: replife hours list",
	[ON_DAY] = "See them: replife hours list",
	[ON_ENTRY] = "See replife log",
};

/* "session S-214" */
static const char *say_object(struct call *c, const struct object *o)
{
	const struct object_words *w = &object_words[o->on];

	return arena_printf(c->arena, "%s %s", w->noun, w->letter ? ref_of(c, w->letter, o->id)
			    : arena_printf(c->arena, "%lld", (long long)o->id));
}

enum rc not_there(struct call *c, const struct object *o, struct err *err)
{
	err_set(err, RC_NOT_FOUND, "there is no %s", say_object(c, o));
	return err_todo(err, "%s", lists[o->on]);
}

/* ---- how the caller stands ---- */

/* The owner of the store, and who is lifecycle in every program. */
enum rc runs_all(struct call *c, bool *yes, struct err *err)
{
	*yes = c->owner;
	return *yes || !is_lifecycle(c) ? RC_OK : runs_every_program(c->st, c->me.id, yes, err);
}

/* A person is of no program: their entry is whoever's who runs the one at hand. */
static enum rc runs(struct call *c, const struct object *o, bool *yes, struct err *err)
{
	unsigned roles = c->roles;
	enum rc rc = RC_OK;

	if (o->on == ON_ENTRY || o->on == ON_ALL)
		return runs_all(c, yes, err);
	if (!c->owner && o->program_id && o->program_id != c->program.id)
		rc = roles_of(c->st, c->me.id, o->program_id, &roles, err);
	*yes = c->owner || roles & ROLE_BIT(ROLE_LIFECYCLE);
	return rc;
}

static struct standing standing(const struct call *c, const struct object *o)
{
	struct standing s = { .owner = c->owner, .roles = c->roles, .runs = is_lifecycle(c) };

	for (int i = 0; o && i < N_RELATIONS; i++)
		if (o->who[i] && o->who[i] == c->me.id)
			s.is |= 1u << i;
	s.open = o && o->open;
	return s;
}

bool may_see(struct call *c, const struct object *o)
{
	struct standing s = standing(c, o);
	struct err none = { 0 };

	return !runs(c, o, &s.runs, &none) && access_verdict(c->op, o->on, NULL, &s) == MAY_YES;
}

bool may_see_row(struct call *c, enum object_kind on, int64_t id)
{
	struct err none = { 0 };
	struct object o;

	return c->owner || !on || object_find(c, on, id, &o, &none) || may_see(c, &o);
}

/* ---- refusals ---- */

static enum rc refuse_call(struct call *c, const struct op *op, struct err *err)
{
	struct person owner;

	err_set(err, RC_DENIED, "%s may not use `%s`", c->me.login, op->name);
	if (op->who == WHO_OWNER && !person_owner(c->st, c->arena, &owner, err))
		return err_todo(err, "Ask the store's owner, %s", owner.login);
	return err_todo(err, "Ask somebody of lifecycle: replife person list --role lifecycle");
}

/* Those who alone may, to who runs the program; others are told no names. */
static enum rc say_whom(struct call *c, const struct object *o, struct err *err)
{
	const char *said = NULL;
	struct person p;

	for (int i = 0; i < N_RELATIONS && is_lifecycle(c); i++)
		if (o->by->by & 1u << i && o->who[i] &&
		    !ent_get(c->st, &ent_person, o->who[i], c->arena, &p, err))
			said = arena_printf(c->arena, "%s%s%s%s", said ? said : "", said ? ", or " : "",
					    may_act_for_others(c) ? "--as " : "", may_act_for_others(c) ? p.login : p.name);
	if (!said)
		return err_todo(err, "Ask them");
	return err_todo(err, may_act_for_others(c) ? "As them: add %s" : "Ask %s", said);
}

static enum rc refuse(struct call *c, const struct op *op, const struct object *o, struct err *err)
{
	const struct acts *a = o->by;
	const char *what = a->what ? a->what : ref_of(c, object_words[o->on].letter, o->id);
	struct person p = { 0 };
	struct err gone = { 0 };
	int i = 0;

	if (a->says) {
		err_set(err, RC_DENIED, "%s", a->says);
		if (a->flags & ACTS_ALONE)
			return say_whom(c, o, err);
		return a->todo ? err_todo(err, "%s", a->todo) : refuse_call(c, op, err);
	}
	while (i < N_RELATIONS && !(a->by & 1u << i && o->who[i]))
		i++;
	if (i == N_RELATIONS || ent_get(c->st, &ent_person, o->who[i], c->arena, &p, &gone))
		err_set(err, RC_DENIED, "%s is not yours", what);
	else
		err_set(err, RC_DENIED, "%s is %s's", what, p.name);
	return err_todo(err, p.id ? "Ask them, or somebody of lifecycle" : "Ask somebody of lifecycle");
}

/* What they may see elsewhere is said to be there. */
static enum rc elsewhere(struct call *c, const struct object *o, struct err *err)
{
	struct program other;
	enum rc rc = ent_get(c->st, &ent_program, o->program_id, c->arena, &other, err);

	if (rc)
		return rc;
	err_set(err, RC_NOT_FOUND, "there is no %s in %s", say_object(c, o), c->program.name);
	return err_todo(err, "It is in %s: add --program %s", other.name, say_word(c, other.name));
}

/* The person that the op is about has not the role. */
static enum rc refuse_person(struct call *c, const struct object *o, struct err *err)
{
	struct person p;
	int role = 0;
	enum rc rc = ent_get(c->st, &ent_person, o->id, c->arena, &p, err);

	if (rc)
		return rc;
	while (!(o->by->holds & ROLE_BIT(role)))
		role++;
	err_set(err, RC_DENIED, "%s is not a %s in %s", p.name, role_words[role].plain, c->program.name);
	return err_todo(err, "Lifecycle can change that: replife person grant %s %s", p.login,
			role_words[role].code);
}

/* Nobody stands so to it: then nothing is kept from anybody, and the op says why
 * it cannot be. */
static bool is_nobodys(const struct object *o)
{
	for (int i = 0; i < N_RELATIONS; i++)
		if (o->by->by & 1u << i && o->who[i])
			return false;
	return true;
}

/* ---- may they? ---- */

enum rc may(struct call *c, const struct op *op, const struct object *o, struct err *err)
{
	struct standing s = standing(c, o);
	enum verdict said = access_verdict(op, ON_NOTHING, NULL, &s);
	enum rc rc;

	if (said != MAY_YES || !o)
		return said == MAY_YES ? RC_OK : refuse_call(c, op, err);
	s.has = c->roles;
	rc = runs(c, o, &s.runs, err);
	if (!rc && o->on == ON_PERSON && o->id != c->me.id)
		rc = roles_of(c->st, o->id, c->program.id, &s.has, err);
	if (rc)
		return rc;
	said = access_verdict(op, o->on, o->by, &s);
	if (said == MAY_NOT_SEE)
		return not_there(c, o, err);
	if (o->program_id && o->program_id != c->program.id && o->on != ON_PROGRAM)
		return elsewhere(c, o, err);
	if (said == MAY_YES || (o->by && o->by->flags & ACTS_ALONE && is_nobodys(o)))
		return RC_OK;
	s.has = ~0u;
	return access_verdict(op, o->on, o->by, &s) == MAY_YES ? refuse_person(c, o, err) : refuse(c, op, o, err);
}

enum rc see(struct call *c, enum object_kind on, int64_t id, struct err *err)
{
	struct object o;
	enum rc rc = object_find(c, on, id, &o, err);

	return rc ? rc : may(c, c->op, &o, err);
}

/* ---- everything that a call names ---- */

static int64_t key_of(const struct call *c, enum object_kind on, const struct bound *b)
{
	if (on == ON_PROGRAM && b->param->type != P_PROGRAM)
		return c->program.id;
	if (on == ON_ALL)
		return 1;
	return b->param->type == P_NAME ? ref_parse(object_words[on].letter, b->text) : b->i;
}

/* What an argument names, and what the op's row says of it. */
static void named(const struct call *c, const struct bound *b, struct object *o)
{
	const struct param *p = b->param;

	for (const struct acts *a = c->op->acts; a && a->param; a++) {
		if (strcmp(a->param, p->name) || (a->only && strcmp(p->words[b->i].code, a->only)))
			continue;
		*o = (struct object){ .on = a->on, .id = key_of(c, a->on, b), .by = a };
		if (o->id)
			return;
	}
	*o = (struct object){ .on = p->type == P_REF ? object_of_letter(p->letter) : ON_NOTHING, .id = b->i };
}

static enum rc may_with(struct call *c, enum object_kind on, int64_t id, const struct acts *by,
			struct err *err)
{
	struct object o;
	enum rc rc = object_find(c, on, id, &o, err);

	o.by = by;
	return rc ? rc : may(c, c->op, &o, err);
}

enum rc may_named(struct call *c, struct err *err)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < c->n_bound; i++) {
		struct object o;

		named(c, &c->bound[i], &o);
		if (o.on)
			rc = may_with(c, o.on, o.id, o.by, err);
	}
	for (const struct acts *a = c->op->acts; !rc && a && a->param; a++)
		if (a->on == ON_PERSON && !arg_has(c, a->param))
			rc = may_with(c, ON_PERSON, c->me.id, a, err);
	return rc;
}
