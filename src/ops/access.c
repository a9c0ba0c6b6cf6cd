/* What roles the caller has, and finding people. */
#include "session_i.h"

bool is_lifecycle(const struct call *c)
{
	return c->owner || c->roles & ROLE_BIT(ROLE_LIFECYCLE);
}

bool has_role(const struct call *c, enum role r)
{
	return c->owner || c->roles & ROLE_BIT(r);
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
