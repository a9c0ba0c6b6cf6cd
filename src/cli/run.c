/* One command from start to end. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli_i.h"
#include "replife/client.h"
#include "replife/folders.h"
#include "replife/zone.h"

static const struct op *const *const op_tables[] = { op_table, local_op_table, NULL };
static const struct op_set all_ops = { op_tables };

/* ---- the settings of this call ---- */

enum rc find_now(int64_t *now_s, struct err *err)
{
	const char *s = env_text("REPLIFE_NOW");

	*now_s = 0;
	if (!s || rfc3339_parse(s, now_s))
		return RC_OK;
	err_set(err, RC_USAGE, "REPLIFE_NOW cannot be '%s'", s);
	return err_todo(err, "Write it as 2026-11-24T09:00:00Z, or unset it");
}

static bool is_yes(const char *s)
{
	return s && !strcmp(s, "yes");
}

static bool is_no(const char *s)
{
	return s && !strcmp(s, "no");
}

static enum rc set_up(struct cli *c, struct err *err)
{
	struct globals *g = &c->cmd.g;
	enum rc rc = config_load(c->arena, &c->cfg, err);

	if (!rc)
		rc = find_store(c, err);
	if (!rc)
		rc = find_now(&c->now_s, err);
	if (rc)
		return rc;
	if (!g->zone)
		g->zone = env_text("REPLIFE_TZ");
	if (!g->zone)
		g->zone = config_get(&c->cfg, "tz");
	if (!g->program)
		g->program = config_get(&c->cfg, "program");
	c->vectors = env_text("REPLIFE_VECTORS");
	if (!c->vectors)
		c->vectors = config_get(&c->cfg, "vectors");
	g->accessible |= is_yes(config_get(&c->cfg, "accessible"));
	c->ascii |= is_yes(config_get(&c->cfg, "ascii"));
	if (g->socket)
		return client_open(c->arena, g->socket, config_get(&c->cfg, "server"), c->kiosk,
				   &c->session, err);
	return session_open(c->arena, g->db, c->now_s, &c->session, err);
}

/* ---- the two kinds of ops ---- */

static int finish(struct cli *c, enum rc rc, const struct reply *reply,
		  const struct err *err)
{
	if (rc)
		return show_error(c, err);
	terminal_color(c);
	return show_reply(c, reply);
}

static int run_local(struct cli *c)
{
	struct reply reply = { 0 };
	struct err err = { 0 };
	enum rc rc = local_run(c, &reply, &err);

	return finish(c, rc, &reply, &err);
}

static void say_where(struct cli *c)
{
	const char *zone = session_zone(c->session);

	const char *path = session_path(c->session);

	say(c, arena_printf(c->arena, "%s %s, times in %s", path ? "store" : "server at",
			    path ? path : c->cmd.g.socket, zone ? zone : "UTC"));
}

/* The process ends here, and the kernel takes memory, files and locks back
 * faster than we could, all of it committed before. The sanitizers want to see
 * each piece returned. */
static void leave(struct session *s)
{
#if defined(__SANITIZE_ADDRESS__)
	session_close(s);
#else
	session_abandon(s);
#endif
}

static int run_op(struct cli *c)
{
	struct reply reply = { 0 };
	struct err err = { 0 };
	enum rc rc = set_up(c, &err);
	int status;

	if (!rc)
		rc = gather_answers(c, &err);
	if (!rc)
		rc = load_args(c, &err);
	if (!rc)
		rc = call_op(c, &reply, &err);
	if (c->cmd.g.verbose && c->session)
		say_where(c);
	status = finish(c, rc, &reply, &err);
	draft_done(c, rc == RC_OK);
	leave(c->session);
	return status;
}

static int write_text(struct cli *c, const char *text, size_t n)
{
	struct reply reply = { .arena = c->arena, .body = text, .body_len = n };

	return show_reply(c, &reply);
}

static int run_help(struct cli *c)
{
	struct err ignored = { 0 };
	struct out o;

	out_to_mem(&o, c->arena);
	if (c->cmd.op)
		help_write_op(&o, c->cmd.op);
	else if (help_write(&o, c->set, c->cmd.noun, &ignored))
		return show_error(c, &ignored);
	return write_text(c, out_text(&o), o.len);
}

static enum rc help_text(struct arena *a, const char *topic, const char **text, struct err *err)
{
	struct out o;
	enum rc rc;

	out_to_mem(&o, a);
	rc = help_write(&o, &all_ops, topic, err);
	*text = out_text(&o);
	return rc;
}

/* One for each server. Who comes by ssh has no place of their own here. */
static const char *typed_path(struct cli *c)
{
	char *name;

	if (!c->cmd.g.socket || c->kiosk)
		return NULL;
	name = arena_printf(c->arena, "server%s", file_absolute(c->arena, c->cmd.g.socket));
	for (char *p = name; *p; p++)
		if (*p == '/')
			*p = '-';
	return data_path(c->arena, name);
}

/* Somebody sits there, and named nothing: the app. */
static int run_app(struct cli *c, const struct cli_apps *apps)
{
	static const struct op none = { .name = "status", .effect = EFFECT_READ };
	struct err err = { 0 };
	struct front f = { 0 };
	enum rc rc;

	c->cmd.op = &none;
	rc = set_up(c, &err);
	if (!rc) {
		terminal_color(c);
		request_fill(c);
		f = (struct front){ .session = c->session, .defaults = c->rq, .now_s = c->now_s,
				    .typed = typed_path(c),
				    .ascii = c->ascii, .color = c->color,
				    .mouse = !is_no(config_get(&c->cfg, "mouse")),
				    .set = config_set, .topic = help_topic, .help = help_text };
		rc = (c->cmd.g.accessible ? apps->lines : apps->screen)(c->arena, &f, &err);
	}
	if (rc)
		show_error(c, &err);
	leave(c->session);
	return rc_status(rc);
}

int cli_run(struct arena *a, int argc, char *const *argv, const struct cli_apps *apps)
{
	static const char version[] = "replife " REPLIFE_VERSION "\n";
	struct cli *c = arena_new(a, struct cli);
	struct err err = { 0 };
	int skip = argc > 0;
	enum rc rc;

	c->arena = a;
	c->set = &all_ops;
	terminal_init(c);
	rc = argv_parse(a, c->set, argc - skip, (const char *const *)(argv + skip), &c->cmd,
			&err);
	if (!rc && c->cmd.op == &op_kiosk && !c->cmd.g.help)
		rc = kiosk_enter(c, &err);
	if (rc)
		return show_error(c, &err);
	if (c->cmd.g.version)
		return write_text(c, version, sizeof version - 1);
	if (!c->cmd.op && !c->cmd.g.help && may_ask(c))
		return run_app(c, apps);
	if (!c->cmd.op && !c->cmd.g.help)
		c->cmd.op = op_set_find(c->set, "status");
	if (!c->cmd.op || c->cmd.g.help)
		return run_help(c);
	return op_is_local(c->cmd.op) ? run_local(c) : run_op(c);
}

int cli_out_of_memory(void)
{
	/* The op itself ends in order; this was before it, or its answer. */
	static const char text[] = "replife: there is not enough memory to answer. "
				   "What was changed, `replife log` shows.\n";

	(void)!write(STDERR_FILENO, text, sizeof text - 1);
	return rc_status(RC_FAILED);
}
