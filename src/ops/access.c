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

enum rc person_by_login(struct call *c, const char *login, struct person *out, struct err *err)
{
	const char *near = NULL;
	enum rc rc = person_find(c->st, c->arena, login, out, err);

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
