/* serve: team mode's server, run by systemd or by hand. */
#include <stdlib.h>
#include <string.h>

#include "cli_i.h"
#include "replife/serve.h"

#define STORE "/var/lib/replife/replife.db"

static const struct param serve_params[] = {
	{ .name = "store", .type = P_LINE, .meta = "PATH",
	  .help = "the store's file; else --db, " STORE " if neither is given" },
	{ .name = "per-account", .type = P_INT, .min = 1, .max = 100000, .meta = "N",
	  .help = "connections that one account may have, 256 if left out" },
	{ .name = "kiosk", .type = P_NAME, .meta = "ACCOUNT",
	  .help = "the account of the ssh kiosk, which speaks for those whose keys it has" },
	{ .name = NULL } };

const struct op op_serve = {
	.name = "serve", .summary = "Have a store to itself and answer all who call, over a socket",
	.details = "Who calls is who the system says: the account's login and number. It listens at "
		   "--socket, or at the socket that systemd hands over. SIGTERM ends what was begun, "
		   "then the server; SIGHUP reads the config files again.",
	.effect = EFFECT_NONE, .who = WHO_OWNER, .flags = OP_NO_STORE | OP_NO_UNDO,
	.params = serve_params, .example = "serve --store team.db --socket ./socket",
};

static const char *nearest(struct cli *c, const char *flag, const char *env, const char *key,
			   const char *usual)
{
	if (!flag)
		flag = env_text(env);
	if (!flag)
		flag = config_get(&c->cfg, key);
	return flag ? flag : usual;
}

static enum rc read_settings(struct cli *c, struct serve_options *o, struct err *err)
{
	const char *n = command_arg(&c->cmd, "per-account");
	enum rc rc = config_load(c->arena, &c->cfg, err);

	if (rc)
		return rc;
	if (!n)
		n = config_get(&c->cfg, "per-account");
	o->per_account = n ? atoi(n) : SERVE_PER_ACCOUNT;
	o->kiosk = command_arg(&c->cmd, "kiosk");
	if (!o->kiosk)
		o->kiosk = config_get(&c->cfg, "kiosk");
	o->vectors = nearest(c, NULL, "REPLIFE_VECTORS", "vectors", NULL);
	if (o->per_account > 0)
		return RC_OK;
	err_set(err, RC_USAGE, "per-account cannot be '%s'", n);
	return err_todo(err, "Give a number from 1");
}

static enum rc read_again(struct serve_options *o, void *ctx, struct err *err)
{
	return read_settings(ctx, o, err);
}

static void say_line(void *ctx, const char *line)
{
	struct cli *c = ctx;

	if (!c->cmd.g.quiet)
		say(c, line);
}

enum rc run_serve(struct cli *c, struct reply *reply, struct err *err)
{
	struct serve_options o = { .reload = read_again, .say = say_line, .ctx = c };
	const char *store = command_arg(&c->cmd, "store");
	enum rc rc = read_settings(c, &o, err);

	(void)reply;
	if (!rc)
		rc = find_now(&o.now_s, err);
	if (rc)
		return rc;
	if (store && strstr(store, "://")) {
		err_set(err, RC_USAGE, "a store cannot be '%s'", store);
		return err_todo(err, "Name a file of this computer");
	}
	o.db = nearest(c, store ? store : c->cmd.g.db, "REPLIFE_DB", "db", STORE);
	o.socket = nearest(c, c->cmd.g.socket, "REPLIFE_SOCKET", "socket", SERVE_SOCKET);
	return serve_run(c->arena, &o, err);
}
