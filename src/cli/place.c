/* The words behind an op's name, to its parameters by place. */
#include "cli_i.h"

#include <string.h>

static const struct param no_params[] = { { .name = NULL } };

static enum rc check_required(struct arena *a, const struct command *cmd, struct err *err)
{
	const struct param *p = cmd->op->params ? cmd->op->params : no_params;

	for (; p->name; p++) {
		if (!(p->flags & REQUIRED) || command_arg(cmd, p->name))
			continue;
		if (form_param(cmd->op, p))
			continue;	/* may yet be asked, or read from a file */
		if (param_is_positional(p))
			err_set(err, RC_USAGE, "%s is missing: %s", param_meta(p), p->help);
		else
			err_set(err, RC_USAGE, "--%s is missing: %s", p->name, p->help);
		return err_todo(err, "Usage: replife %s", op_usage(a, cmd->op));
	}
	return RC_OK;
}

struct placing {
	struct arena *a;
	struct command *cmd;
};

static void take(void *ctx, const struct param *p, const char *text)
{
	struct placing *to = ctx;

	command_add_arg(to->a, to->cmd, p->name, text);
}

enum rc place_words(struct arena *a, struct command *cmd, const char *const *words,
		    size_t n, struct err *err)
{
	struct placing to = { a, cmd };
	size_t at = op_place(a, cmd->op, words, n, take, &to);

	if (at < n) {
		err_set(err, RC_USAGE, "'%s' is one word too many for `%s`", words[at],
			cmd->op->name);
		return err_todo(err, "Usage: replife %s", op_usage(a, cmd->op));
	}
	return check_required(a, cmd, err);
}
