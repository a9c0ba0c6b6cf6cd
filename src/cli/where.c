/* Which store, or which server. */
#include <stdlib.h>
#include <unistd.h>

#include "cli_i.h"
#include "replife/serve.h"

const char *env_text(const char *name)
{
	const char *s = getenv(name);

	return s && *s ? s : NULL;
}

static enum rc both(const char *where, struct err *err)
{
	err_set(err, RC_USAGE, "%s both a store and a server's socket", where);
	return err_todo(err, "Name one of them");
}

/*
 * The nearest word counts: flag, environment, config. A socket that was named
 * or that stands at its usual place and does not answer is an error, and a
 * file of one's own never takes its place unasked.
 */
enum rc find_store(struct cli *c, struct err *err)
{
	struct globals *g = &c->cmd.g;
	const char *where = "the command line names";

	if (!g->db && !g->socket) {
		g->db = env_text("REPLIFE_DB");
		g->socket = env_text("REPLIFE_SOCKET");
		where = "the environment names";
	}
	if (!g->db && !g->socket) {
		g->db = config_get(&c->cfg, "db");
		g->socket = config_get(&c->cfg, "socket");
		where = "the config files name";
	}
	if (g->db && g->socket)
		return both(where, err);
	if (!g->db && !g->socket && !access(SERVE_SOCKET, F_OK))
		g->socket = SERVE_SOCKET;
	return RC_OK;
}
