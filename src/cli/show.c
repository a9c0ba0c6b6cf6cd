/* A reply or an error to stdout, the messages to stderr. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli_i.h"
#include "replife/report.h"

static bool was_changed(const struct cli *c, const struct reply *reply)
{
	return c->cmd.op && c->cmd.op->effect == EFFECT_WRITE && !reply->dry_run;
}

/* The exit status once stdout has everything, or has not. */
static int finish_stdout(struct cli *c, struct out *o, bool changed)
{
	struct err err = { 0 };
	enum rc rc = out_flush(o, &err);

	if (!rc)
		return 0;
	if (changed) {
		/* 74 would say that nothing was changed. */
		err_set(&err, RC_FAILED, "it was done, but the answer could not be written: %s",
			strerror(o->error));
		err_todo(&err, "`replife log` shows what was changed");
	} else if (o->error != ENOSPC && o->error != EIO && o->error != EDQUOT) {
		err.rc = RC_FAILED;
	}
	say_err(c, &err);
	return rc_status(err.rc);
}

int show_error(struct cli *c, const struct err *err)
{
	struct out o;

	if (c->cmd.g.format != FORMAT_JSON) {
		say_err(c, err);
		return rc_status(err->rc);
	}
	out_to_fd(&o, c->arena, STDOUT_FILENO);
	render_json_error(&o, c->cmd.op ? c->cmd.op->name : NULL, err);
	finish_stdout(c, &o, false);
	return rc_status(err->rc);
}

/* An export says itself what it is; the command line may say otherwise. */
static enum cli_format format_of(const struct cli *c, const struct reply *reply)
{
	if (c->cmd.g.format != FORMAT_TEXT || !reply->format)
		return c->cmd.g.format;
	if (!strcmp(reply->format, "csv"))
		return FORMAT_CSV;
	return strcmp(reply->format, "json") ? FORMAT_TEXT : FORMAT_JSON;
}

static const char *report_format(const struct cli *c, const struct reply *reply)
{
	if (reply->format)
		return reply->format;
	return c->cmd.g.format == FORMAT_TEXT ? "text" : "csv";
}

/* "themes" of "report themes" */
static const char *which_report(const struct op *op)
{
	const char *blank = strchr(op->name, ' ');

	return blank ? blank + 1 : op->name;
}

static enum rc render(struct cli *c, struct out *o, const struct reply *reply,
		      struct err *err)
{
	struct look look;

	if (reply->body) {
		out_bytes(o, reply->body, reply->body_len);
		return RC_OK;
	}
	if (reply->model && c->cmd.g.format != FORMAT_JSON) {
		look_init(c, &look);
		if (c->out_path)
			look.width = 0;
		if (c->cmd.g.format == FORMAT_EXCEL && !strcmp(report_format(c, reply), "csv"))
			out_str(o, "\xEF\xBB\xBF");
		return report_render(o, reply->model, which_report(c->cmd.op), reply->audience,
				     report_format(c, reply), &look, err);
	}
	switch (format_of(c, reply)) {
	case FORMAT_TEXT:
		look_init(c, &look);
		render_text(o, reply, &look);
		break;
	case FORMAT_JSON:
		render_json(o, c->cmd.op->name, reply);
		break;
	case FORMAT_CSV:
	case FORMAT_EXCEL:
		render_csv(o, reply, c->cmd.g.format == FORMAT_EXCEL);
		break;
	case FORMAT_PLAIN:
		render_plain(o, reply);
		break;
	}
	return RC_OK;
}

/* ---- messages ---- */

static void say_message(struct cli *c, const struct reply *reply)
{
	const char *op = c->cmd.op ? c->cmd.op->name : "", *more = "";

	if (reply->dry_run)
		more = "  (dry run: nothing was changed)";
	else if (reply->undo && c->tty_err && strcmp(op, "undo") && strcmp(op, "redo"))
		more = c->cmd.g.as ? arena_printf(c->arena, "  (undo: replife --as %s undo)", c->cmd.g.as)
				   : "  (undo: replife undo)";
	say(c, arena_printf(c->arena, "%s%s%s", reply->message, full_stop(reply->message), more));
}

/* With --json all of it is in the answer. */
static void say_all(struct cli *c, const struct reply *reply)
{
	if (c->cmd.g.format == FORMAT_JSON)
		return;
	for (size_t i = 0; i < reply->n_warnings; i++)
		say(c, reply->warnings[i]);
	if (c->cmd.g.quiet)
		return;
	if (c->out_path)
		say(c, arena_printf(c->arena, "%s is written.", c->out_path));
	if (reply->message)
		say_message(c, reply);
	else if (!reply->n_rows && reply->empty && !reply->body)
		say(c, arena_printf(c->arena, "%s%s", reply->empty, full_stop(reply->empty)));
	if (reply->next)
		say(c, arena_printf(c->arena, "There is more: the same with --after %s",
				    reply->next));
}

static int to_file(struct cli *c, const struct reply *reply)
{
	struct out_file f;
	struct err err = { 0 };
	enum rc rc = out_file_open(c->arena, c->out_path, &f, &err);

	if (rc)
		return show_error(c, &err);
	rc = render(c, &f.out, reply, &err);
	if (rc)
		out_file_drop(&f);
	else
		rc = out_file_close(&f, &err);
	if (rc)
		return show_error(c, &err);
	say_all(c, reply);
	return 0;
}

int show_reply(struct cli *c, const struct reply *reply)
{
	struct err err = { 0 };
	struct out o;
	int status;

	if (c->out_path)
		return to_file(c, reply);
	out_to_fd(&o, c->arena, STDOUT_FILENO);
	if (render(c, &o, reply, &err))
		return show_error(c, &err);
	status = finish_stdout(c, &o, was_changed(c, reply));
	say_all(c, reply);
	return status;
}
