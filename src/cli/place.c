/* The words behind an op's name, to its parameters by place. */
#include "cli_i.h"

#include <string.h>

static const struct param no_params[] = { { .name = NULL } };

static size_t required_after(const struct param *p)
{
	size_t n = 0;

	for (p++; p->name; p++)
		n += param_is_positional(p) && p->flags & REQUIRED;
	return n;
}

static const char *join(struct arena *a, const char *const *words, size_t n)
{
	size_t len = 0;
	char *to, *p;

	if (n == 1)
		return words[0];
	for (size_t i = 0; i < n; i++)
		len += strlen(words[i]) + 1;
	p = to = arena_alloc(a, len + 1);
	for (size_t i = 0; i < n; i++) {
		if (i)
			*p++ = ' ';
		p = stpcpy(p, words[i]);
	}
	return to;
}

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

enum rc place_words(struct arena *a, struct command *cmd, const char *const *words,
		    size_t n, struct err *err)
{
	const struct param *p = cmd->op->params ? cmd->op->params : no_params;
	size_t at = 0;

	for (; p->name; p++) {
		size_t keep = required_after(p), left = n - at;

		if (!param_is_positional(p) || !left)
			continue;
		/* An optional one leaves the words to the required behind it. */
		if (left <= keep && !(p->flags & REQUIRED))
			continue;
		if (p->flags & (REST | REPEATED))
			left = left > keep ? left - keep : 1;
		else
			left = 1;
		if (p->flags & REST)
			command_add_arg(a, cmd, p->name, join(a, words + at, left));
		for (size_t i = 0; !(p->flags & REST) && i < left; i++)
			command_add_arg(a, cmd, p->name, words[at + i]);
		at += left;
	}
	if (at < n) {
		err_set(err, RC_USAGE, "'%s' is one word too many for `%s`", words[at],
			cmd->op->name);
		return err_todo(err, "Usage: replife %s", op_usage(a, cmd->op));
	}
	return check_required(a, cmd, err);
}
