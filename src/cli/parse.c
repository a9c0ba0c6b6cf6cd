/* argv to a command: which op, which arguments, which globals. */
#include "cli_i.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct walk {
	struct arena *a;
	const struct op_set *set;
	const char *const *argv;
	int argc, i;
	struct command *cmd;
	const char *noun;		/* the first word, while it may get a second */
	const char **words;		/* behind the op's name */
	size_t n_words;
};

const struct op *op_set_at(const struct op_set *set, size_t n)
{
	for (size_t t = 0; set->tables[t]; t++)
		for (size_t i = 0; set->tables[t][i]; i++)
			if (!n--)
				return set->tables[t][i];
	return NULL;
}

const struct op *op_set_find(const struct op_set *set, const char *name)
{
	for (size_t t = 0; set->tables[t]; t++)
		for (size_t i = 0; set->tables[t][i]; i++)
			if (!strcmp(set->tables[t][i]->name, name))
				return set->tables[t][i];
	return NULL;
}

bool op_set_has_noun(const struct op_set *set, const char *noun)
{
	size_t n = strlen(noun);

	for (size_t t = 0; set->tables[t]; t++)
		for (size_t i = 0; set->tables[t][i]; i++) {
			const char *name = set->tables[t][i]->name;

			if (!strncmp(name, noun, n) && name[n] == ' ')
				return true;
		}
	return false;
}

const char *command_arg(const struct command *cmd, const char *name)
{
	for (size_t i = 0; i < cmd->n_args; i++)
		if (!strcmp(cmd->args[i].name, name))
			return cmd->args[i].text ? cmd->args[i].text : "";
	return NULL;
}

void command_add_arg(struct arena *a, struct command *cmd, const char *name,
		     const char *text)
{
	if (cmd->n_args == cmd->cap_args) {
		size_t cap = cmd->cap_args ? cmd->cap_args * 2 : 8;

		cmd->args = arena_grow(a, cmd->args, cmd->cap_args * sizeof *cmd->args,
				       cap * sizeof *cmd->args);
		cmd->cap_args = cap;
	}
	cmd->args[cmd->n_args++] = (struct arg){ .name = name, .text = text };
}

/* ---- words ---- */

static enum rc take_word(struct walk *w, const char *word, struct err *err)
{
	struct command *cmd = w->cmd;
	const char *next = w->i + 1 < w->argc ? w->argv[w->i + 1] : NULL;

	if (cmd->op) {
		w->words[w->n_words++] = word;
		return RC_OK;
	}
	if (!w->noun) {
		if (op_set_has_noun(w->set, word)) {
			w->noun = word;
			return RC_OK;
		}
		cmd->op = op_set_find(w->set, word);
		if (cmd->op)
			return RC_OK;
		/* "list slot" for "slot list" */
		if (next && op_set_find(w->set, arena_printf(w->a, "%s %s", next, word))) {
			err_set(err, RC_USAGE, "'%s %s' is no command", word, next);
			return err_todo(err, "Did you mean '%s %s'? See `replife help`",
					next, word);
		}
		return wrong_word(w->a, w->set, NULL, word, err);
	}
	cmd->op = op_set_find(w->set, arena_printf(w->a, "%s %s", w->noun, word));
	if (cmd->op)
		return RC_OK;
	cmd->op = op_set_find(w->set, w->noun);
	if (!cmd->op)
		return wrong_word(w->a, w->set, w->noun, word, err);
	w->words[w->n_words++] = word;
	return RC_OK;
}

/* ---- options ---- */

static const struct global_option *find_global(const char *name, size_t n, char letter)
{
	for (const struct global_option *o = global_options; o->name; o++)
		if (letter ? o->letter == letter
			   : name && strlen(o->name) == n && !strncmp(o->name, name, n))
			return o;
	return NULL;
}

/* Is `word` itself an option? Then it is not the value of the one before. */
static bool is_known_option(const struct walk *w, const char *word)
{
	size_t n;

	if (strncmp(word, "--", 2) || !word[2])
		return !strcmp(word, "--");
	n = strcspn(word + 2, "=");
	return find_global(word + 2, n, 0) ||
	       (w->cmd->op && op_param(w->cmd->op, arena_dup(w->a, word + 2, n)));
}

static enum rc take_value(struct walk *w, const char *shown, const char *inside,
			  const char **value, struct err *err)
{
	const char *next = w->i + 1 < w->argc ? w->argv[w->i + 1] : NULL;

	if (inside) {
		*value = inside;
		return RC_OK;
	}
	if (next && !is_known_option(w, next)) {
		*value = next;
		w->i++;
		return RC_OK;
	}
	err_set(err, RC_USAGE, "%s needs a value", shown);
	if (next)
		err_todo(err, "Where it begins with dashes: %s=%s", shown, next);
	else if (w->cmd->op)
		err_todo(err, "Usage: replife %s", op_usage(w->a, w->cmd->op));
	else
		err_todo(err, "See `replife help`");
	return RC_USAGE;
}

static enum rc no_value(const char *shown, struct err *err)
{
	err_set(err, RC_USAGE, "%s takes no value", shown);
	return err_todo(err, "Give it alone, or leave it out");
}

static enum rc set_limit(struct globals *g, const char *value, struct err *err)
{
	char *end;
	long long n;

	errno = 0;
	n = strtoll(value, &end, 10);
	if (errno || end == value || *end || n < 1) {
		err_set(err, RC_USAGE, "--limit %s: not a number of lines", value);
		return err_todo(err, "Give a whole number from 1, or leave it out for all");
	}
	g->limit = n;
	return RC_OK;
}

static enum rc check_global(const char *name, const char *value, struct err *err)
{
	struct uuid id;

	if (!strcmp(name, "color"))
		return config_check("color", value, err);
	if (!strcmp(name, "key") && !uuid_from_text(value, &id)) {
		err_set(err, RC_USAGE, "--key %s: not a UUID", value);
		return err_todo(err, "Make one with `uuidgen`");
	}
	if (!*value) {
		err_set(err, RC_USAGE, "--%s is empty", name);
		return err_todo(err, "Give it a value, or leave it out");
	}
	return RC_OK;
}

static enum rc take_global(struct walk *w, const struct global_option *o,
			   const char *inside, struct err *err)
{
	struct globals *g = &w->cmd->g;
	const char *value, *shown = arena_printf(w->a, "--%s", o->name);
	enum rc rc;

	if (!o->meta) {
		if (inside)
			return no_value(shown, err);
		o->flag(g);
		return RC_OK;
	}
	rc = take_value(w, shown, inside, &value, err);
	if (rc)
		return rc;
	if (!strcmp(o->name, "limit"))
		return set_limit(g, value, err);
	rc = check_global(o->name, value, err);
	if (!rc)
		memcpy((char *)g + o->at, &value, sizeof value);
	return rc;
}

static enum rc take_param(struct walk *w, const struct param *p, const char *shown,
			  const char *inside, struct err *err)
{
	const char *value;
	enum rc rc;

	if (!(p->flags & REPEATED) && command_arg(w->cmd, p->name)) {
		if (p->type == P_FLAG)
			return RC_OK;
		err_set(err, RC_USAGE, "%s was given twice", shown);
		return err_todo(err, "Give it once");
	}
	if (p->type == P_FLAG) {
		if (inside)
			return no_value(shown, err);
		command_add_arg(w->a, w->cmd, p->name, NULL);
		return RC_OK;
	}
	rc = take_value(w, shown, inside, &value, err);
	if (!rc)
		command_add_arg(w->a, w->cmd, p->name, value);
	return rc;
}

static enum rc take_long(struct walk *w, const char *word, struct err *err)
{
	size_t n = strcspn(word, "=");
	const char *shown = arena_dup(w->a, word, n);
	const char *inside = word[n] ? word + n + 1 : NULL;
	const struct op *op = w->cmd->op;
	const struct param *p = op ? op_param(op, shown + 2) : NULL;
	const struct global_option *o;

	if (p && !param_is_positional(p))
		return take_param(w, p, shown, inside, err);
	o = find_global(shown + 2, n - 2, 0);
	return o ? take_global(w, o, inside, err) : wrong_option(w->a, op, shown, err);
}

/* "-o FILE", "-oFILE", "-qv" */
static enum rc take_short(struct walk *w, const char *word, struct err *err)
{
	const struct op *op = w->cmd->op;

	for (const char *c = word + 1; *c; c++) {
		const struct param *p = op ? op_param_by_letter(op, *c) : NULL;
		const struct global_option *o = find_global(NULL, 0, *c);
		char shown[] = { '-', *c, '\0' };
		enum rc rc;

		if (p && p->type != P_FLAG)
			return take_param(w, p, arena_strdup(w->a, shown),
					  c[1] ? c + 1 : NULL, err);
		if (!p && !o)
			return wrong_option(w->a, op, word, err);
		rc = p ? take_param(w, p, shown, NULL, err) : take_global(w, o, NULL, err);
		if (rc)
			return rc;
	}
	return RC_OK;
}

/* A noun that got no second word may be an op by itself. */
static void settle_noun(struct walk *w)
{
	if (w->noun && !w->cmd->op)
		w->cmd->op = op_set_find(w->set, w->noun);
}

static enum rc take_all(struct walk *w, struct err *err)
{
	bool options = true;
	enum rc rc = RC_OK;

	for (; !rc && w->i < w->argc; w->i++) {
		const char *word = w->argv[w->i];

		if (!options || word[0] != '-' || !word[1] || (word[1] >= '0' && word[1] <= '9'))
			rc = take_word(w, word, err);
		else if (!strcmp(word, "--"))
			options = false;
		else if (word[1] == '-')
			rc = take_long(w, word, err);
		else
			rc = take_short(w, word, err);
	}
	settle_noun(w);
	return rc;
}

/* What an error must not hide: that help was wanted, and JSON. */
static void look_ahead(const struct walk *w)
{
	for (int i = w->i; i < w->argc && strcmp(w->argv[i], "--"); i++) {
		if (!strcmp(w->argv[i], "--help") || !strcmp(w->argv[i], "-h"))
			w->cmd->g.help = true;
		if (!strcmp(w->argv[i], "--json"))
			w->cmd->g.format = FORMAT_JSON;
	}
}

enum rc argv_parse(struct arena *a, const struct op_set *set, int argc,
		   const char *const *argv, struct command *out, struct err *err)
{
	struct walk w = { .a = a, .set = set, .argv = argv, .argc = argc, .cmd = out };
	struct err wrong = { 0 };
	enum rc rc;

	memset(out, 0, sizeof *out);
	w.words = arena_array(a, const char *, (size_t)argc + 1);
	rc = take_all(&w, &wrong);
	if (rc)
		look_ahead(&w);
	if (out->g.version)
		return RC_OK;
	if (out->g.help && (out->op || w.noun || !rc)) {
		out->noun = out->op ? NULL : w.noun;
		return RC_OK;
	}
	if (!rc && out->op)
		rc = place_words(a, out, w.words, w.n_words, &wrong);
	else if (!rc && w.noun)
		rc = bare_noun(a, set, w.noun, &wrong);
	if (rc)
		*err = wrong;
	return rc;
}
