/* Who may, and finding people. */
#include <string.h>

#include "session_i.h"

bool is_lifecycle(const struct call *c)
{
	return c->owner || c->roles & ROLE_BIT(ROLE_LIFECYCLE);
}

bool has_role(const struct call *c, enum role r)
{
	return c->owner || c->roles & ROLE_BIT(r);
}

enum rc may_use(struct call *c, const struct op *op, struct err *err)
{
	unsigned who = op->who;

	if (c->owner || (is_lifecycle(c) && who != WHO_OWNER))
		return RC_OK;
	if ((who & WHO_ANYBODY) == WHO_ANYBODY)
		return RC_OK;
	if (who & WHO_REP && c->roles & ROLE_BIT(ROLE_REP))
		return RC_OK;
	if (who & WHO_MARKETER && c->roles & ROLE_BIT(ROLE_MARKETER))
		return RC_OK;
	err_set(err, RC_DENIED, "%s may not use `%s`", c->me.login, op->name);
	if (who == WHO_OWNER)
		return err_todo(err, "Ask the store's owner, %s", c->actor.login);
	return err_todo(err, "Ask somebody of lifecycle: replife person list --role lifecycle");
}

enum rc may_touch(struct call *c, int64_t person_id, const char *what, struct err *err)
{
	struct person p = { 0 };
	struct err ignored = { 0 };

	if (is_lifecycle(c) || c->me.id == person_id)
		return RC_OK;
	if (!person_id || ent_get(c->st, &ent_person, person_id, c->arena, &p, &ignored))
		err_set(err, RC_DENIED, "%s is not yours", what);
	else
		err_set(err, RC_DENIED, "%s is %s's", what, p.name);
	return err_todo(err, "Ask them, or somebody of lifecycle");
}

enum rc may_see(struct call *c, int64_t person_id, const char *ref, struct err *err)
{
	if (is_lifecycle(c) || c->me.id == person_id)
		return RC_OK;
	return err_set(err, RC_NOT_FOUND, "there is no %s", ref);
}

enum rc runs_all(struct call *c, bool *yes, struct err *err)
{
	*yes = c->owner;
	return *yes || !is_lifecycle(c) ? RC_OK : runs_every_program(c->st, c->me.id, yes, err);
}

enum rc check_program(struct call *c, int64_t program_id, const struct entity *e, int64_t id,
		      struct err *err)
{
	struct program other;
	enum rc rc;

	if (program_id == c->program.id)
		return RC_OK;
	rc = ent_get(c->st, &ent_program, program_id, c->arena, &other, err);
	if (rc)
		return rc;
	err_set(err, RC_NOT_FOUND, "there is no %s %s in %s", e->noun, ref_of(c, e->letter, id),
		c->program.name);
	return err_todo(err, "It is in %s: add --program %s", other.name,
			say_word(c, other.name));
}

enum rc person_by_login(struct call *c, const char *login, struct person *out, struct err *err)
{
	const char *near = NULL;
	enum rc rc = person_find(c->st, c->arena, login, out, err);

	if (!rc && !out->id)
		rc = person_named(c->st, c->arena, login, out, err);
	if (rc || out->id)
		return rc;
	rc = person_near(c->st, c->arena, login, &near, err);
	if (rc)
		return rc;
	err_set(err, RC_NOT_FOUND, "nobody is called '%.100s' here", login);
	if (near)
		return err_todo(err, "Did you mean '%s'? See replife person list", near);
	return err_todo(err, "See replife person list");
}
