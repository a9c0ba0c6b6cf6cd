/*
 * kiosk: for people without an account here. sshd runs it as a key's forced
 * command, `replife kiosk LOGIN`; what they asked for stands in SSH_ORIGINAL_COMMAND,
 * and is taken apart here, never by a shell.
 */
#include <stdlib.h>
#include <string.h>

#include "cli_i.h"
#include "replife/core.h"
#include "replife/confine.h"
#include "replife/serve.h"

#define WORDS_MAX 1000

static const struct param kiosk_params[] = {
	{ .name = "login", .type = P_LOGIN, .flags = REQUIRED | POSITIONAL, .help = "whose key it is" },
	{ .name = NULL } };

const struct op op_kiosk = {
	.name = "kiosk", .summary = "Answer somebody who comes by ssh, as their key's forced command",
	.details = "In the authorized_keys of the account that the server's setting `kiosk` names, a line "
		   "a key: restrict,pty,command=\"replife kiosk emily\" ssh-ed25519 AAAA... There is no "
		   "shell and no editor, and files go through standard input and output.",
	.effect = EFFECT_NONE, .who = WHO_OWNER, .flags = OP_NO_STORE | OP_NO_UNDO,
	.params = kiosk_params, .example = "kiosk emily",
};

/* As a shell would take a word apart: quotes and backslashes, nothing else. NULL: a
 * quote is open at the end. */
static const char *next_word(char **at, bool *any)
{
	char *to = *at + strspn(*at, " \t\n"), *from = to, *word = to, quote = '\0';

	*any = *from != '\0';
	for (; *from && (quote || !strchr(" \t\n", *from)); from++) {
		if (quote == *from)
			quote = '\0';
		else if (!quote && (*from == '\'' || *from == '"'))
			quote = *from;
		else if (*from == '\\' && quote != '\'' && from[1])
			*to++ = *++from;
		else
			*to++ = *from;
	}
	*at = *from ? from + 1 : from;
	*to = '\0';
	return quote ? NULL : word;
}

static enum rc words_of(struct cli *c, const char *text, const char **words, int *n, struct err *err)
{
	char *at = arena_strdup(c->arena, text);
	bool any = true;

	for (*n = 0; any;) {
		const char *word = next_word(&at, &any);

		if (!word) {
			err_set(err, RC_USAGE, "a quote is open at the end of: %.200s", text);
			return err_todo(err, "Close it");
		}
		if (any && *n == WORDS_MAX)
			return err_set(err, RC_USAGE, "these are too many words");
		if (any)
			words[(*n)++] = word;
	}
	return RC_OK;
}

/* What a file is named for, the table of operations says. */
static enum rc check_files(const struct command *cmd, struct err *err)
{
	for (size_t i = 0; i < cmd->n_args; i++) {
		const struct param *p = op_param(cmd->op, cmd->args[i].name);

		if (p->type == P_FILE && p->flags & MADE)
			return confine_check("copy the store", BY_AN_ACCOUNT, err);
		if ((p->type == P_TABLE || p->type == P_FILE) && strcmp(cmd->args[i].text, "-"))
			return confine_check("read or write a file", BY_STANDARD_IO, err);
	}
	return RC_OK;
}

static enum rc check(const struct cli *c, struct err *err)
{
	const struct globals *g = &c->cmd.g;

	if (g->db || g->socket || g->as) {
		err_set(err, RC_DENIED, "--db, --socket and --as are not for here");
		return err_todo(err, "Leave them out: your key says who you are");
	}
	if (!c->cmd.op || !op_is_local(c->cmd.op) || !strcmp(c->cmd.op->name, "help"))
		return c->cmd.op ? check_files(&c->cmd, err) : RC_OK;
	err_set(err, RC_DENIED, "`%s` is not for here", c->cmd.op->name);
	return err_todo(err, "See what is: ssh, then help");
}

enum rc kiosk_enter(struct cli *c, struct err *err)
{
	static const char *const theirs[] = { "REPLIFE_DB", "REPLIFE_SOCKET", "REPLIFE_CONFIG", "REPLIFE_NOW",
					      "REPLIFE_VECTORS", "TERMINFO", "TERMINFO_DIRS" };
	const char *text = getenv("SSH_ORIGINAL_COMMAND"), *socket = c->cmd.g.socket;
	const char **words = arena_array(c->arena, const char *, WORDS_MAX + 1);
	enum rc rc;
	int n = 0;

	confine();
	for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
		unsetenv(theirs[i]);
	c->kiosk = command_arg(&c->cmd, "login");
	if (!login_is_valid(c->kiosk))
		return err_set(err, RC_USAGE, "'%s' is no login", c->kiosk);
	rc = text ? words_of(c, text, words, &n, err) : RC_OK;
	if (rc)
		return rc;
	c->cmd = (struct command){ 0 };
	rc = argv_parse(c->arena, c->set, n, words, &c->cmd, err);
	if (!rc)
		rc = check(c, err);
	c->cmd.g.socket = socket ? socket : SERVE_SOCKET;
	return rc;
}
