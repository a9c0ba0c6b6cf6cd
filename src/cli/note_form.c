/*
 * A note's answers as a text: what -F reads and --edit shows.
 *
 *   happened: yes
 *   information: one remark
 *     that goes on in an indented line
 *   # a comment
 *
 * The keys are the op's own parameters; one that may be repeated may come
 * again.
 */
#include <string.h>

#include "cli_i.h"
#include "replife/core.h"
#include "replife/utf8.h"

struct form {
	struct arena *a;
	struct command *cmd;
	const struct param *param;	/* of the answer that is being read */
	struct out value;
};

/* Of the op's parameters those that are answers. */
bool form_param(const struct op *op, const struct param *p)
{
	return op_param(op, "happened") && !param_is_positional(p) &&
	       !(p->flags & LOCAL);
}

bool form_has_answers(const struct command *cmd)
{
	for (size_t i = 0; i < cmd->n_args; i++) {
		const struct param *p = op_param(cmd->op, cmd->args[i].name);

		if (p && form_param(cmd->op, p))
			return true;
	}
	return false;
}

static enum rc finish_answer(struct form *f, struct err *err)
{
	const struct param *p = f->param;
	const char *text = out_text(&f->value);
	size_t n = f->value.len;

	f->param = NULL;
	while (n && strchr(" \t\r\n", text[n - 1]))
		n--;
	text = arena_dup(f->a, text, n);
	f->value.len = 0;
	if (!p || !n)
		return RC_OK;
	if (!(p->flags & REPEATED) && command_arg(f->cmd, p->name)) {
		err_set(err, RC_BAD_DATA, "'%s' was answered before", p->name);
		return err_todo(err, "Answer it once");
	}
	if (p->type != P_FLAG) {
		command_add_arg(f->a, f->cmd, p->name, text);
		return RC_OK;
	}
	if (!strcmp(text, "yes"))
		command_add_arg(f->a, f->cmd, p->name, NULL);
	else if (strcmp(text, "no")) {
		err_set(err, RC_BAD_DATA, "'%s' cannot be '%s'", p->name, text);
		return err_todo(err, "Say yes or no");
	}
	return RC_OK;
}

static enum rc wrong_key(struct form *f, const char *key, struct err *err)
{
	const struct param *p;
	struct guess g;

	guess_begin(&g, key);
	for (p = f->cmd->op->params; p->name; p++)
		if (form_param(f->cmd->op, p))
			guess_try(&g, p->name);
	err_set(err, RC_BAD_DATA, "'%s' is no question of a note", key);
	return err_todo(err, "%sSee `replife %s --help`", guess_say(f->a, &g, ""),
			f->cmd->op->name);
}

/* "key: value" begins an answer. */
static enum rc begin_answer(struct form *f, const char *p, size_t n, struct err *err)
{
	const char *colon = memchr(p, ':', n);
	char *key;
	enum rc rc = finish_answer(f, err);

	if (rc)
		return rc;
	if (!colon) {
		err_set(err, RC_BAD_DATA, "there is no 'question:' before the text");
		return err_todo(err, "Begin with one, as 'information: …', or indent "
				     "what belongs to the line before");
	}
	key = arena_dup(f->a, p, (size_t)(colon - p));
	for (char *c = key; *c; c++)
		if (*c == '_')
			*c = '-';
	f->param = op_param(f->cmd->op, key);
	if (!f->param || !form_param(f->cmd->op, f->param))
		return wrong_key(f, key, err);
	n -= (size_t)(colon + 1 - p);
	p = colon + 1;
	while (n && (*p == ' ' || *p == '\t')) {
		p++;
		n--;
	}
	out_bytes(&f->value, p, n);
	return RC_OK;
}

static enum rc form_line(struct form *f, const char *p, size_t n, struct err *err)
{
	bool indented = n && (*p == ' ' || *p == '\t');

	while (n && strchr(" \t\r", *p)) {
		p++;
		n--;
	}
	while (n && p[n - 1] == '\r')
		n--;
	if (n && *p == '#' && !indented)
		return RC_OK;
	if (n && !indented)
		return begin_answer(f, p, n, err);
	if (f->param && f->value.len) {
		out_char(&f->value, '\n');
		out_bytes(&f->value, p, n);
	} else if (n && f->param) {
		out_bytes(&f->value, p, n);
	} else if (n) {
		err_set(err, RC_BAD_DATA, "an indented line belongs to no question");
		return err_todo(err, "Begin with one, as 'information: …'");
	}
	return RC_OK;
}

enum rc form_read(struct arena *a, struct command *cmd, const char *file,
		  const char *text, size_t n, struct err *err)
{
	struct form f = { .a = a, .cmd = cmd };
	unsigned line = 0;
	size_t bad;
	enum rc rc = RC_OK;

	if (!utf8_valid(text, n, &bad)) {
		err_set(err, RC_BAD_DATA, "%s: it is not UTF-8, at byte %zu", file, bad);
		return err_todo(err, "Save it as UTF-8");
	}
	if (n >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) {
		text += 3;
		n -= 3;
	}
	out_to_mem(&f.value, a);
	while (n && !rc) {
		const char *end = memchr(text, '\n', n);
		size_t len = end ? (size_t)(end - text) : n;

		line++;
		rc = form_line(&f, text, len, err);
		len += end != NULL;
		text += len;
		n -= len;
	}
	if (!rc)
		rc = finish_answer(&f, err);
	return rc ? err_prefix(err, "%s:%u: ", file, line) : RC_OK;
}

/* ---- writing it ---- */

static void put_comment(struct out *o, const struct param *p)
{
	out_printf(o, "# %s", p->help);
	if (p->type == P_FLAG)
		out_str(o, " (yes or no)");
	if (p->type == P_WORD && p->words) {
		const char *sep = " (";

		for (const struct word *w = p->words; w->code; w++)
			if (strcmp(w->plain, "-")) {
				out_printf(o, "%s%s", sep, w->code);
				sep = ", ";
			}
		out_char(o, ')');
	}
	out_char(o, '\n');
}

static void put_answer(struct out *o, const struct param *p, const struct arg *arg)
{
	const char *text = p->type == P_FLAG ? "yes" : arg->text;

	out_printf(o, "%s: ", p->name);
	for (; *text; text++) {
		out_char(o, *text);
		if (*text == '\n')
			out_str(o, "  ");
	}
	out_char(o, '\n');
}

/* The questions with the answers that there are. */
const char *form_template(struct arena *a, const struct command *cmd)
{
	struct out o;

	out_to_mem(&o, a);
	out_str(&o, "# What was seen. Empty answers are left out. Indent lines that\n"
		    "# belong to the line before; copy a line to answer it again.\n");
	for (const struct param *p = cmd->op->params; p->name; p++) {
		bool any = false;

		if (!form_param(cmd->op, p))
			continue;
		out_char(&o, '\n');
		put_comment(&o, p);
		for (size_t i = 0; i < cmd->n_args; i++)
			if (!strcmp(cmd->args[i].name, p->name)) {
				put_answer(&o, p, &cmd->args[i]);
				any = true;
			}
		if (!any)
			out_printf(&o, "%s:\n", p->name);
	}
	return out_text(&o);
}
