/*
 * Ops of the caller's side: help and the config file. They are rows like all
 * others, so that parsing and help know them, but run here.
 */
#include <string.h>
#include <unistd.h>

#include "cli_i.h"
#include "help_i.h"
#include "replife/editor.h"
#include "replife/zone.h"

#define NO_PARAM { NULL, P_FLAG, 0, NULL, NULL, 0, 0, 0, NULL }
#define LOCAL (OP_NO_STORE | OP_NO_UNDO)

static const struct param help_params[] = {
	{ "topic", P_LINE, REST, "a command, or dates, roles, matrix, exit, environment, "
	  "privacy, settings", NULL, 0, 0, 0, "TOPIC" },
	NO_PARAM
};
/* For scripts: a row a command. */
static const struct column help_columns[] = {
	{ "command", "", V_TEXT, SHOW_DATA, 0, false },
	{ "summary", "", V_TEXT, SHOW_DATA, 0, false },
	{ "usage", "", V_TEXT, SHOW_DATA, 0, false },
	{ "who", "", V_TEXT, SHOW_DATA, 0, false },
	{ "writes", "", V_BOOL, SHOW_DATA, 0, false },
	{ "example", "", V_TEXT, SHOW_DATA, 0, false },
	{ "parameters", "", V_LIST, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false },
};
static const struct op op_help = {
	.name = "help", .summary = "What there is, and how a command is used",
	.details = "With --json or --csv a row a command, for scripts; help matrix a row a case.",
	.effect = EFFECT_NONE, .who = WHO_ANYBODY, .flags = LOCAL,
	.params = help_params, .result = help_columns, .example = "help book",
};

#define DATA_AND_LIST (SHOW_DATA | SHOW_LIST | SHOW_RECORD)
static const struct column setting_columns[] = {
	{ "key", "Setting", V_TEXT, DATA_AND_LIST, 0, false },
	{ "value", "Value", V_TEXT, DATA_AND_LIST, 0, true },
	{ "file", "File", V_TEXT, DATA_AND_LIST, 0, false },
	{ "line", "Line", V_INT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false },
};

static const struct param get_params[] = {
	{ "key", P_NAME, REQUIRED | POSITIONAL, "the setting, as tz; see replife help settings",
	  NULL, 0, 0, 0, "KEY" },
	NO_PARAM
};
static const struct op op_config_get = {
	.name = "config get", .summary = "Show one setting",
	.effect = EFFECT_NONE, .who = WHO_ANYBODY, .flags = LOCAL,
	.params = get_params, .result = setting_columns, .example = "config get tz",
};

static const struct param set_params[] = {
	{ "key", P_NAME, REQUIRED | POSITIONAL, "the setting, as tz; see replife help settings",
	  NULL, 0, 0, 0, "KEY" },
	{ "value", P_LINE, REQUIRED | REST, "what it is to be; '' takes it out",
	  NULL, 0, 0, 0, "VALUE" },
	NO_PARAM
};
static const struct op op_config_set = {
	.name = "config set", .summary = "Set something in your config file",
	.details = "Other lines of the file stay as they are. undo does not reach it.",
	.effect = EFFECT_NONE, .who = WHO_ANYBODY, .flags = LOCAL,
	.params = set_params, .example = "config set tz Europe/Berlin",
};

static const struct op op_config_list = {
	.name = "config list", .summary = "Show what is set, and in which file",
	.effect = EFFECT_NONE, .who = WHO_ANYBODY, .flags = LOCAL,
	.result = setting_columns, .example = "config list",
};

static const struct op op_config_edit = {
	.name = "config edit", .summary = "Open your config file in the editor",
	.effect = EFFECT_NONE, .who = WHO_ANYBODY, .flags = LOCAL,
	.example = "config edit",
};

const struct op *const local_op_table[] = {
	&op_config_edit, &op_config_get, &op_config_list, &op_config_set, &op_help, &op_kiosk, &op_serve, NULL,
};

bool op_is_local(const struct op *op)
{
	for (size_t i = 0; local_op_table[i]; i++)
		if (local_op_table[i] == op)
			return true;
	return false;
}

/* ---- config ---- */

static void put_setting(struct cli *c, struct reply *reply, const char *key)
{
	const char *value = config_get(&c->cfg, key);
	struct value *row = reply_row(reply);

	put_text(reply, row, "key", key);
	for (size_t i = 0; i < c->cfg.n; i++)
		if (c->cfg.lines[i].value == value) {
			put_text(reply, row, "value", value);
			put_text(reply, row, "file", c->cfg.lines[i].file);
			put_int(reply, row, "line", c->cfg.lines[i].line);
		}
}

static enum rc run_get(struct cli *c, struct reply *reply, struct err *err)
{
	const char *key = command_arg(&c->cmd, "key"), *value;
	enum rc rc = config_known(key, err);

	if (!rc)
		rc = config_load(c->arena, &c->cfg, err);
	if (rc)
		return rc;
	value = config_get(&c->cfg, key);
	if (!value) {
		err_set(err, RC_NOT_FOUND, "%s is not set", key);
		return err_todo(err, "Set it: replife config set %s VALUE", key);
	}
	put_setting(c, reply, key);
	if (c->cmd.g.format == FORMAT_TEXT) {
		reply->body = arena_printf(c->arena, "%s\n", value);
		reply->body_len = strlen(reply->body);
	}
	return RC_OK;
}

static enum rc run_list(struct cli *c, struct reply *reply, struct err *err)
{
	enum rc rc = config_load(c->arena, &c->cfg, err);

	for (const struct config_key *k = config_keys; !rc && k->name; k++)
		if (config_get(&c->cfg, k->name))
			put_setting(c, reply, k->name);
	reply->empty = "Nothing is set. What can be: replife help settings";
	return rc;
}

static enum rc run_set(struct cli *c, struct reply *reply, struct err *err)
{
	const char *key = command_arg(&c->cmd, "key");
	const char *value = command_arg(&c->cmd, "value");
	const struct zone *z;
	/* To take a setting out is always right. */
	enum rc rc = *value ? config_check(key, value, err) : config_known(key, err);

	if (!rc && *value && !strcmp(key, "tz"))
		rc = zone_load(value, &z, err);
	if (!rc && c->cmd.g.dry_run)
		reply->dry_run = true;
	else if (!rc)
		rc = config_set(c->arena, key, value, err);
	if (!rc && *value)
		reply_message(reply, "%s is %s, in %s", key, value, config_path(c->arena));
	else if (!rc)
		reply_message(reply, "%s is not set in %s", key, config_path(c->arena));
	return rc;
}

static enum rc run_edit(struct cli *c, struct reply *reply, struct err *err)
{
	const char *path = config_path(c->arena);
	enum rc rc = RC_OK;

	if (!may_ask(c)) {
		err_set(err, RC_USAGE, "config edit needs a terminal");
		return err_todo(err, "Use `replife config set KEY VALUE`");
	}
	if (!path || access(path, F_OK))
		rc = config_set(c->arena, "tz", "", err);	/* an empty file */
	if (!rc)
		rc = editor_run(c->arena, &(struct editing){ path, -1 }, err);
	if (!rc)
		rc = config_load(c->arena, &c->cfg, err);
	if (!rc)
		reply_message(reply, "%s is in use from now on", path);
	return rc;
}

/* ---- help ---- */

static bool is_about(const struct op *op, const char *topic)
{
	size_t n = topic ? strlen(topic) : 0;

	return !(op->flags & OP_HIDDEN) &&
	       (!topic || (!strncmp(op->name, topic, n) && (!op->name[n] || op->name[n] == ' ')));
}

/* By the names that an operation's request has for them. */
static void put_parameters(struct reply *r, struct value *row, const struct op *op)
{
	const char **names;
	size_t n = 0;

	while (op->params && op->params[n].name)
		n++;
	names = arena_array(r->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		names[i] = op->params[i].name;
	put_list(r, row, "parameters", names, n);
}

static void help_rows(struct cli *c, struct reply *r)
{
	const char *topic = command_arg(&c->cmd, "topic");
	const struct op *op;

	for (size_t i = 0; (op = op_set_at(c->set, i)); i++) {
		struct value *row;

		if (!is_about(op, topic))
			continue;
		row = reply_row(r);
		put_text(r, row, "command", op->name);
		put_text(r, row, "summary", op->summary);
		put_text(r, row, "usage", op_usage(c->arena, op));
		put_text(r, row, "who", who_says(op));
		put_bool(r, row, "writes", op->effect == EFFECT_WRITE);
		put_text(r, row, "example", op->example);
		put_parameters(r, row, op);
	}
}

static enum rc run_help(struct cli *c, struct reply *reply, struct err *err)
{
	const char *topic = command_arg(&c->cmd, "topic");
	struct out o;
	enum rc rc;

	if (c->cmd.g.format != FORMAT_TEXT) {
		if (topic && !strcmp(topic, "matrix"))
			matrix_rows(reply);
		else
			help_rows(c, reply);
		return RC_OK;
	}
	out_to_mem(&o, c->arena);
	rc = help_write(&o, c->set, topic, err);
	if (rc)
		return rc;
	reply->body = out_text(&o);
	reply->body_len = o.len;
	return RC_OK;
}

enum rc local_run(struct cli *c, struct reply *reply, struct err *err)
{
	const struct op *op = c->cmd.op;

	reply_init(reply, c->arena, op->result);
	if (op == &op_config_get)
		return run_get(c, reply, err);
	if (op == &op_config_set)
		return run_set(c, reply, err);
	if (op == &op_config_list)
		return run_list(c, reply, err);
	if (op == &op_config_edit)
		return run_edit(c, reply, err);
	if (op == &op_serve)
		return run_serve(c, reply, err);
	return run_help(c, reply, err);
}
