/* init: a store on purpose, with another owner's name or with the demo. */
#include <string.h>

#include "replife/accounts.h"
#include "replife/log_store.h"
#include "replife/lookup_store.h"
#include "replife/person_store.h"
#include "demo.h"
#include "session_i.h"

static const struct param init_params[] = {
	{ .name = "demo", .type = P_FLAG, .help = "with an invented team, to look around in" },
	{ .name = "owner", .type = P_LOGIN, .help = "your login in it; your account's if left out" },
	{ .name = NULL } };

static const struct column init_columns[] = {
	{ "path", "Store", V_TEXT, SHOW_DATA, 0, false },
	{ "owner", "Owner", V_TEXT, SHOW_DATA, 0, false },
	{ "demo", "Demo", V_BOOL, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

/* The login that the audit's first entries carry cannot change later. */
static enum rc set_owner(struct call *c, const char *login, struct err *err)
{
	int64_t uid;

	if (!strcmp(c->actor.login, login))
		return RC_OK;
	if (!store_is_new(c->st)) {
		err_conflict(err, REASON_STATE, "this store is %s's already", c->actor.login);
		return err_todo(err, "Name another file: replife --db FILE init --owner %s", login);
	}
	if (!strcmp(c->actor.name, c->actor.login))
		c->actor.name = login;
	if (!account_uid(login, &uid))
		reply_warn(c->reply, "this computer has no account %s: over a server nobody is the owner before it has",
			   login);
	c->actor.login = login;
	c->actor.uid = 0;	/* another account's, which is known when they call a server */
	return ent_update(c->st, &ent_person, &c->actor, err);
}

/* The demo goes into a store where nothing was done yet. */
static enum rc check_unused(struct call *c, struct err *err)
{
	int64_t n = 0;
	enum rc rc = log_count(c->st, &n, err);

	if (rc || n <= 1)
		return rc;
	err_conflict(err, REASON_STATE, "%s is in use", store_path(c->st));
	return err_todo(err, "Make another for the demo: replife --db demo.db init --demo");
}

static enum rc run_init(struct call *c, struct err *err)
{
	const char *owner = arg_text(c, "owner");
	bool demo = arg_has(c, "demo"), made = store_is_new(c->st);
	struct value *row;
	enum rc rc = owner ? set_owner(c, owner, err) : RC_OK;

	if (!rc && demo)
		rc = check_unused(c, err);
	if (!rc && demo)
		rc = demo_load(c, err);
	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_text(c->reply, row, "path", store_path(c->st));
	put_text(c->reply, row, "owner", c->actor.login);
	put_bool(c->reply, row, "demo", demo);
	if (demo)
		reply_message(c->reply, "Made the demo organisation in %s; look around: "
			      "replife --db %s status", store_path(c->st), store_path(c->st));
	else if (made)
		reply_message(c->reply, "Made %s. Next, add those who take part: replife person add "
			      "LOGIN --name NAME --role rep", store_path(c->st));
	else
		reply_message(c->reply, "%s is there already, and %s's", store_path(c->st),
			      c->actor.login);
	return RC_OK;
}

const struct op op_init = {
	.name = "init", .summary = "Make a store; no need to, the first command does it too",
	.details = "With --demo it holds an invented team: 12 reps, 24 marketers, three periods, what "
		   "they saw and what came of it.",
	.effect = EFFECT_WRITE, .who = WHO_OWNER, .flags = OP_FRESH_STORE | OP_NO_UNDO,
	.params = init_params, .result = init_columns, .example = "--db demo.db init --demo",
	.run = run_init,
};
