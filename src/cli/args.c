/* What only the caller's side can do with arguments: open files. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli_i.h"
#include "replife/core.h"
#include "replife/csv.h"
#include "replife/embed.h"
#include "replife/table.h"

#define JSON_MAX ((size_t)1 << 30)

static void close_fd(void *p)
{
	close(*(int *)p);
}

static enum rc csv_row(const struct table *t, const char *const **cells, unsigned *line,
		       bool *more, struct err *err)
{
	return csv_next(t->ctx, cells, line, more, err);
}

/* Rows are read as the op asks for them: the file may be larger than memory. */
static enum rc open_csv(struct arena *a, const char *path, struct table *t, struct err *err)
{
	struct csv *csv;
	int *fd = arena_new(a, int);
	enum rc rc;

	if (!strcmp(path, "-")) {
		*fd = STDIN_FILENO;
	} else {
		*fd = file_open(path, err);
		if (*fd < 0)
			return err->rc;
		arena_defer(a, close_fd, fd);
	}
	rc = csv_open(a, *fd, t->file, &csv, err);
	if (rc)
		return rc;
	t->ctx = csv;
	t->n_cols = csv_columns(csv, &t->cols);
	t->next = csv_row;
	return RC_OK;
}

enum rc shipped_table(struct arena *a, const char *name, const struct table **out, struct err *err)
{
	const struct embedded *e = embedded_find(name);
	struct table *t = arena_new(a, struct table);
	struct csv *csv;
	enum rc rc;

	if (!e)
		return err_set(err, RC_FAILED, "this program carries no %s", name);
	t->file = name;
	rc = csv_open_text(a, e->text, (size_t)(e->end - e->text), name, &csv, err);
	if (rc)
		return rc;
	t->ctx = csv;
	t->n_cols = csv_columns(csv, &t->cols);
	t->next = csv_row;
	*out = t;
	return RC_OK;
}

static enum rc load_table(struct cli *c, struct arg *arg, struct err *err)
{
	struct table *t = arena_new(c->arena, struct table);
	const char *path = arg->text;
	enum rc rc;

	t->file = strcmp(path, "-") ? path : "stdin";
	if (!strncmp(c->cmd.op->name, "import json", 11))
		rc = file_read(c->arena, path, JSON_MAX, &t->json, &t->json_len, err);
	else
		rc = open_csv(c->arena, path, t, err);
	arg->table = t;
	arg->text = NULL;
	return rc;
}

/* What is misspelt the op refuses, with the words that there are: no file is looked for
 * before. */
static bool words_are_known(const struct command *cmd)
{
	for (size_t i = 0; i < cmd->n_args; i++) {
		const struct param *p = op_param(cmd->op, cmd->args[i].name);

		if (p->type == P_WORD && cmd->args[i].text && word_find(p->words, cmd->args[i].text) < 0)
			return false;
	}
	return true;
}

enum rc load_args(struct cli *c, struct err *err)
{
	bool known = words_are_known(&c->cmd);
	enum rc rc = RC_OK;

	c->out_path = take_arg(c, op_param_by_letter(c->cmd.op, 'o'));
	if (c->out_path && !strcmp(c->out_path, "-"))
		c->out_path = NULL;
	for (size_t i = 0; !rc && i < c->cmd.n_args; i++) {
		struct arg *arg = &c->cmd.args[i];
		const struct param *p = op_param(c->cmd.op, arg->name);

		if (p->type == P_TABLE && arg->text && known)
			rc = load_table(c, arg, err);
		else if (p->type == P_FILE && arg->text && strcmp(arg->text, "-"))
			arg->text = file_absolute(c->arena, arg->text);
	}
	return rc;
}
