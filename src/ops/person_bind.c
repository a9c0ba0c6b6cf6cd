/* person bind: the account that somebody calls a server from. */
#include "rows.h"
#include "session_i.h"

/* Nobody can call as two people: of two logins an account has the first alone. */
enum rc check_uid_free(struct call *c, const struct person *p, struct err *err)
{
	struct person have = { 0 };
	enum rc rc = p->uid && p->status == PERSON_ACTIVE
		? person_of_uid(c->st, c->arena, p->uid, p->id, &have, err) : RC_OK;

	if (rc || !have.id)
		return rc;
	err_conflict(err, REASON_DUPLICATE, "uid %lld is %s's account: %s", (long long)p->uid, have.login, have.name);
	return err_todo(err, "If %s has gone: replife person leave %s; if that account is %s's: first "
			"replife person edit %s --uid 0", have.login, have.login, p->login, have.login);
}

/* From the first call on it is this account's, whatever else has its login later. */
static enum rc run_bind(struct call *c, struct err *err)
{
	const struct caller *who = c->rq->caller;
	struct person p = c->me;
	enum rc rc;

	if (!who || who->by_key || p.uid == who->uid) {
		reply_message(c->reply, "%s is known", p.login);
		return RC_OK;
	}
	p.uid = who->uid;
	rc = ent_update(c->st, &ent_person, &p, err);
	if (!rc)
		reply_message(c->reply, "%s is the account with uid %lld from now on", p.login,
			      (long long)who->uid);
	return rc;
}

const struct op op_person_bind = {
	.name = "person bind", .summary = "Note which account you call a server from",
	.details = "A server does it by itself when somebody calls first.",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_HIDDEN | OP_NO_UNDO,
	.example = "person bind", .run = run_bind,
};
