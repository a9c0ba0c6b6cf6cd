/* Where a note's answers come from: a file, the editor, or one by one. */
#include <string.h>
#include <unistd.h>

#include "cli_i.h"
#include "replife/confine.h"
#include "replife/editor.h"

#define MAX_BYTES (1024 * 1024)

/* ---- the editor ---- */

/* The answers that are in the command already go into the text. */
static void drop_answers(struct command *cmd)
{
	size_t n = 0;

	for (size_t i = 0; i < cmd->n_args; i++)
		if (!form_param(cmd->op, op_param(cmd->op, cmd->args[i].name)))
			cmd->args[n++] = cmd->args[i];
	cmd->n_args = n;
}

/* The file is no draft: it says nothing that would be lost. */
static void forget_draft(struct cli *c)
{
	unlink(c->kept);
	c->kept = NULL;
}

static enum rc from_editor(struct cli *c, struct err *err)
{
	const char *before, *text = "";
	struct command was;
	struct editing e;
	size_t n = 0;
	enum rc rc, edited;

	if (!may_ask(c)) {
		err_set(err, RC_USAGE, "--edit needs a terminal");
		return err_todo(err, "Give the answers as options, or %s",
				is_confined() ? "by standard input, with -F -" : "in a file with -F FILE");
	}
	rc = answers_before(c, err);
	if (rc)
		return rc;
	was = c->cmd;
	was.args = arena_array(c->arena, struct arg, was.n_args + 1);
	memcpy(was.args, c->cmd.args, was.n_args * sizeof *was.args);
	before = form_template(c->arena, &c->cmd);
	rc = editor_file(c->arena, before, &e, err);
	if (rc)
		return rc;
	c->kept = e.path;
	drop_answers(&c->cmd);
	edited = editor_run(c->arena, &e, err);
	editor_leave(&e);
	rc = file_read(c->arena, c->kept, MAX_BYTES, &text, &n, err);
	if (edited) {
		if (!rc && !strcmp(text, before))
			forget_draft(c);
		return edited;
	}
	if (!rc && !strcmp(text, before) && op_param(c->cmd.op, "note")) {
		forget_draft(c);
		err_set(err, RC_INTERRUPTED, "nothing was changed");
		return err_todo(err, "Save the text with other answers");
	}
	if (!rc)
		rc = form_read(c->arena, &c->cmd, c->kept, text, n, err);
	if (!rc)
		answers_taken_out(c, &was);
	if (rc || form_has_answers(&c->cmd))
		return rc;
	forget_draft(c);
	err_set(err, RC_INTERRUPTED, "nothing was answered, so nothing was kept");
	return err_todo(err, "Begin again when you like");
}

/* ---- asking ---- */

/*
 * Would the note be taken at all? To learn of a wrong booking only after all
 * questions would be unkind. What depends on the answers shows at the end.
 */
static enum rc try_first(struct cli *c, struct err *err)
{
	struct command was = c->cmd;
	struct err tried = { 0 };
	struct reply reply;
	enum rc rc;

	c->cmd.args = NULL;
	c->cmd.n_args = c->cmd.cap_args = 0;
	for (size_t i = 0; i < was.n_args; i++)
		command_add_arg(c->arena, &c->cmd, was.args[i].name, was.args[i].text);
	command_add_arg(c->arena, &c->cmd, "happened", "yes");
	request_fill(c);
	c->rq.dry_run = true;
	rc = session_call(c->session, c->arena, &c->rq, &reply, &tried);
	c->cmd = was;
	if (rc != RC_NOT_FOUND && rc != RC_DENIED && rc != RC_AMBIGUOUS && rc != RC_CONFLICT)
		return RC_OK;
	*err = tried;
	return rc;
}

static enum rc from_person(struct cli *c, struct err *err)
{
	enum rc rc = try_first(c, err);

	if (!rc)
		rc = ask_note(c, err);
	c->asked = !rc;
	return rc;
}

enum rc gather_answers(struct cli *c, struct err *err)
{
	const struct op *op = c->cmd.op;
	const char *file, *text, *edit;
	size_t n;
	enum rc rc = RC_OK;

	if (!op_param(op, "happened"))
		return RC_OK;
	file = take_arg(c, op_param_by_letter(op, 'F'));
	edit = take_arg(c, op_param(op, "edit"));
	if (file)
		rc = file_read(c->arena, file, MAX_BYTES, &text, &n, err);
	if (file && !rc)
		rc = form_read(c->arena, &c->cmd, strcmp(file, "-") ? file : "stdin",
			       text, n, err);
	if (rc)
		return rc;
	if (edit)
		return from_editor(c, err);
	if (!file && !strcmp(op->name, "note add") && !form_has_answers(&c->cmd) && may_ask(c))
		return from_person(c, err);
	return RC_OK;
}

/* "note add B-12": the command without its answers. */
static const char *command_said(struct cli *c)
{
	const char *said = c->cmd.op->name;

	for (size_t i = 0; i < c->cmd.n_args; i++) {
		const struct param *p = op_param(c->cmd.op, c->cmd.args[i].name);

		if (param_is_positional(p) && c->cmd.args[i].text)
			said = arena_printf(c->arena, "%s %s", said, c->cmd.args[i].text);
	}
	return said;
}

void draft_done(struct cli *c, bool ok)
{
	struct err ignored = { 0 };
	struct editing e;

	if (ok) {
		if (c->kept)
			unlink(c->kept);
		return;
	}
	if (c->asked && !c->kept && form_has_answers(&c->cmd) &&
	    !editor_file(c->arena, form_template(c->arena, &c->cmd), &e, &ignored)) {
		c->kept = e.path;
		editor_leave(&e);
	}
	if (c->kept)
		say(c, arena_printf(c->arena, "What you wrote is kept: replife %s -F %s",
				    command_said(c), c->kept));
}
