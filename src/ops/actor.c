/* Who calls. */
#include <string.h>

#include "session_i.h"

static enum rc has_left(struct call *c, struct err *err)
{
	err_conflict(err, REASON_NOT_ACTIVE, "%s has left", c->me.login);
	return err_todo(err, "Act as somebody who is active: replife person list");
}

/* The store is its owner's, who may act for anybody. */
static enum rc owner_here(struct call *c, struct err *err)
{
	enum rc rc = person_owner(c->st, c->arena, &c->actor, err);

	if (rc)
		return rc;
	c->me = c->actor;
	if (!c->rq->as || !strcmp(c->rq->as, c->actor.login)) {
		c->owner = true;
		return RC_OK;
	}
	rc = person_by_login(c, c->rq->as, &c->me, err);
	if (!rc && c->me.status != PERSON_ACTIVE)
		return has_left(c, err);
	return rc;
}

bool may_act_for_others(const struct call *c)
{
	return c->owner && !c->rq->caller;
}

static enum rc unknown(const struct caller *who, struct err *err)
{
	err_set(err, RC_DENIED, "you, %.100s, are not among the people here", who->login);
	return err_todo(err, "Ask somebody of lifecycle to add you: replife person add %.100s --name NAME "
			     "--role ROLE", who->login);
}

/* An account that was removed, and another of the same name: not the same person. */
static enum rc other_uid(struct call *c, struct err *err)
{
	const struct caller *who = c->rq->caller;

	err_set(err, RC_DENIED, "the account %.100s has uid %lld, and the one who is known here had %lld",
		who->login, (long long)who->uid, (long long)c->actor.uid);
	return err_todo(err, "If you are the same person, ask somebody of lifecycle: replife person edit "
			     "%.100s --uid %lld", who->login, (long long)who->uid);
}

/* Whoever comes first under a login that no account is known for yet is that
 * person from then on: whoever calls this binds them (person_bind.c), then asks
 * again. */
static enum rc not_bound(struct call *c, struct err *err)
{
	c->session->unbound = true;
	err_set(err, RC_DENIED, "no account is known yet for %s", c->actor.login);
	return err_todo(err, "Let them call once: replife whoami");
}

/* The login and the account's number must both be those of the person. Root's
 * number is 0, and is kept nowhere. */
static enum rc caller_here(struct call *c, struct err *err)
{
	const struct caller *who = c->rq->caller;
	enum rc rc;

	if (c->rq->as) {
		err_set(err, RC_DENIED, "nobody acts for another on a server");
		return err_todo(err, "Leave --as out");
	}
	rc = person_find(c->st, c->arena, who->login, &c->actor, err);
	if (rc)
		return rc;
	if (!c->actor.id)
		return unknown(who, err);
	if (!who->by_key && c->actor.uid && c->actor.uid != who->uid)
		return other_uid(c, err);
	c->me = c->actor;
	c->owner = c->actor.owner;
	if (c->me.status != PERSON_ACTIVE) {
		err_set(err, RC_DENIED, "you, %.100s, have left", who->login);
		return err_todo(err, "Ask somebody of lifecycle: replife person edit %.100s --status active",
				who->login);
	}
	if (who->by_key || c->actor.uid || !who->uid || c->op == &op_person_bind || c->rq->ask)
		return RC_OK;	/* who only asks is told of the one they would be */
	return not_bound(c, err);
}

enum rc find_actor(struct call *c, struct err *err)
{
	c->session->unbound = false;
	return c->rq->caller ? caller_here(c, err) : owner_here(c, err);
}
