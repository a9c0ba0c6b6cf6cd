/* From the command to the op: the request, and the yes that it may need. */
#include <string.h>

#include "cli_i.h"

bool may_ask(const struct cli *c)
{
	return c->tty_in && c->tty_out && !c->cmd.g.no_input &&
	       c->cmd.g.format == FORMAT_TEXT;
}

const char *take_arg(struct cli *c, const struct param *p)
{
	struct command *cmd = &c->cmd;

	for (size_t i = 0; p && i < cmd->n_args; i++) {
		const char *text = cmd->args[i].text ? cmd->args[i].text : "";

		if (strcmp(cmd->args[i].name, p->name))
			continue;
		memmove(&cmd->args[i], &cmd->args[i + 1],
			(cmd->n_args - i - 1) * sizeof *cmd->args);
		cmd->n_args--;
		return text;
	}
	return NULL;
}

void request_fill(struct cli *c)
{
	const struct globals *g = &c->cmd.g;

	c->rq = (struct request){
		.op = c->cmd.op->name, .args = c->cmd.args, .n_args = c->cmd.n_args,
		.program = g->program, .as = g->as, .key = g->key, .zone = g->zone, .vectors = c->vectors,
		.limit = g->limit, .after = g->after, .dry_run = g->dry_run, .yes = g->yes,
		.shipped = shipped_table,
	};
}

static const char *sentence(struct arena *a, const struct err *err)
{
	return arena_printf(a, "%s.\n", err->what);
}

/* Some things want their name typed rather than a yes. */
static bool wants_name(const struct cli *c)
{
	const struct param *p = op_param(c->cmd.op, "confirm");

	return p && p->type != P_FLAG;
}

static bool confirmed(struct cli *c, const struct err *err)
{
	const char *line;

	say_prompt(c, sentence(c->arena, err));
	if (wants_name(c)) {
		say_prompt(c, "Type its name to go on: ");
		line = ask_line(c->arena);
		if (!line || !*line)
			return false;
		command_add_arg(c->arena, &c->cmd, "confirm", line);
		return true;
	}
	say_prompt(c, "Go on? [y/N] ");
	line = ask_line(c->arena);
	if (!line || strspn(line, "yY") == 0)
		return false;
	c->cmd.g.yes = true;
	return true;
}

enum rc call_op(struct cli *c, struct reply *reply, struct err *err)
{
	enum rc rc;

	request_fill(c);
	rc = session_call(c->session, c->arena, &c->rq, reply, err);
	if (rc != RC_CONFIRM)
		return rc;
	if (!may_ask(c) || c->cmd.g.yes || command_arg(&c->cmd, "confirm")) {
		if (!*err->todo)
			return err_todo(err, "Repeat it with --yes");
		return rc;
	}
	if (!confirmed(c, err)) {
		err_set(err, RC_CONFIRM, "nothing was changed");
		return rc;
	}
	memset(err, 0, sizeof *err);
	request_fill(c);
	return session_call(c->session, c->arena, &c->rq, reply, err);
}
