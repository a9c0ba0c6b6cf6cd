/* What to say of a word that is no command and no option. */
#include "cli_i.h"

#include <string.h>

#include "replife/utf8.h"

void guess_begin(struct guess *g, const char *typed)
{
	size_t n = strlen(typed);

	g->typed = typed;
	g->best = NULL;
	/* One past the furthest that may be meant: short words allow less. */
	g->distance = n < 3 ? 1 : n < 5 ? 2 : n < 9 ? 3 : 4;
}

void guess_try(struct guess *g, const char *word)
{
	size_t n = strlen(word);
	unsigned d = word_distance(g->typed, word, g->distance);

	if (n > 3 && d && !strncmp(g->typed, word, n) && g->typed[n] != ' ')	/* "booking" */
		d = 1;
	if (d < g->distance) {
		g->distance = d;
		g->best = word;
	}
}

const char *guess_say(struct arena *a, const struct guess *g, const char *before)
{
	if (!g->best)
		return "";
	return arena_printf(a, "Did you mean '%s%s'? ", before, g->best);
}

/* "slot" of "slot list"; NULL where the name is one word. */
static const char *noun_of(struct arena *a, const struct op *op)
{
	const char *blank = strchr(op->name, ' ');

	return blank ? arena_dup(a, op->name, (size_t)(blank - op->name)) : NULL;
}

static bool is_verb_of(const struct op *op, const char *noun)
{
	size_t n = strlen(noun);

	return !strncmp(op->name, noun, n) && op->name[n] == ' ';
}

/* "add, list, show" */
static const char *verbs_of(struct arena *a, const struct op_set *set, const char *noun)
{
	const char *verbs = "";
	const struct op *op;

	for (size_t i = 0; (op = op_set_at(set, i)); i++)
		if (is_verb_of(op, noun) && !(op->flags & OP_HIDDEN))
			verbs = arena_printf(a, "%s%s%s", verbs, *verbs ? ", " : "",
					     op->name + strlen(noun) + 1);
	return verbs;
}

enum rc bare_noun(struct arena *a, const struct op_set *set, const char *noun,
		  struct err *err)
{
	const char *list = arena_printf(a, "%s list", noun);

	err_set(err, RC_USAGE, "'%s' needs one more word: %s", noun, verbs_of(a, set, noun));
	if (op_set_find(set, list))
		return err_todo(err, "Try `replife %s`, or see `replife help %s`", list, noun);
	return err_todo(err, "See `replife help %s`", noun);
}

static enum rc wrong_verb(struct arena *a, const struct op_set *set, const char *noun,
			  const char *word, struct err *err)
{
	const struct op *op;
	struct guess g;

	guess_begin(&g, word);
	for (size_t i = 0; (op = op_set_at(set, i)); i++)
		if (is_verb_of(op, noun) && !(op->flags & OP_HIDDEN))
			guess_try(&g, op->name + strlen(noun) + 1);
	err_set(err, RC_USAGE, "'%s %s' is no command", noun, word);
	if (g.best)
		return err_todo(err, "Did you mean '%s %s'? See `replife help %s`",
				noun, g.best, noun);
	return err_todo(err, "With '%s' go: %s", noun, verbs_of(a, set, noun));
}

/* `noun` NULL: `word` was the first. */
enum rc wrong_word(struct arena *a, const struct op_set *set, const char *noun,
		   const char *word, struct err *err)
{
	const struct op *op;
	const char *first;
	struct guess g;

	if (noun)
		return wrong_verb(a, set, noun, word, err);
	guess_begin(&g, word);
	for (size_t i = 0; (op = op_set_at(set, i)); i++) {
		if (op->flags & OP_HIDDEN)
			continue;
		first = noun_of(a, op);
		guess_try(&g, first ? first : op->name);
	}
	err_set(err, RC_USAGE, "'%s' is no command", word);
	return err_todo(err, "%sSee `replife help`", guess_say(a, &g, ""));
}

/* `typed` has its dashes. `op` may be NULL. */
enum rc wrong_option(struct arena *a, const struct op *op, const char *typed,
		     struct err *err)
{
	const char *bare = typed + strspn(typed, "-");
	const struct param *p = op ? op->params : NULL;
	struct guess g;

	guess_begin(&g, bare);
	for (; p && p->name; p++)
		if (!param_is_positional(p))
			guess_try(&g, p->name);
	for (const struct global_option *o = global_options; o->name; o++)
		guess_try(&g, o->name);
	if (!op) {
		err_set(err, RC_USAGE, "'%s' is no option that stands before a command", typed);
		return err_todo(err, "%sSee `replife help`", guess_say(a, &g, "--"));
	}
	p = op_param(op, bare);
	if (p) {
		err_set(err, RC_USAGE, "'%s' is given without dashes", typed);
		return err_todo(err, "Usage: replife %s", op_usage(a, op));
	}
	err_set(err, RC_USAGE, "'%s' is no option of `%s`", typed, op->name);
	return err_todo(err, "%sSee `replife %s --help`", guess_say(a, &g, "--"), op->name);
}
