#include "twin.h"

#include <string.h>
#include <strings.h>

#include "replife/out.h"
#include "replife/shell.h"

#define PROGRAM "replife "
#define WORDS_MAX 64

/* ---- to the shell ---- */

const char *twin_of_op(struct arena *a, const struct op *op, const struct arg *args, size_t n)
{
	struct out o;

	out_to_mem(&o, a);
	out_str(&o, PROGRAM);
	out_str(&o, op->name);
	for (size_t i = 0; i < n; i++) {
		const struct param *p = op_param(op, args[i].name);

		if (p && !param_is_positional(p)) {
			out_str(&o, " --");
			out_str(&o, p->name);
		}
		if (args[i].text && *args[i].text) {
			out_char(&o, ' ');
			out_str(&o, shell_word(a, args[i].text));
		}
	}
	return out_text(&o);
}

/* The operation that the words begin with; *used: how many are its name. */
static const struct op *op_named(struct arena *a, const char *const *words, size_t n, size_t *used)
{
	for (*used = n < 2 ? n : 2; *used; --*used) {
		const char *name = *used == 2 ? arena_printf(a, "%s %s", words[0], words[1]) : words[0];

		for (size_t i = 0; op_table[i]; i++)
			if (!strcasecmp(op_table[i]->name, name))
				return op_table[i];
	}
	return NULL;
}

/* A text's words as a shell has them: blanks part, quotes join. One that is
 * not closed goes to the end. */
static size_t split(struct arena *a, const char *text, const char **words, size_t most)
{
	size_t n = 0;

	while (n < most && *(text += strspn(text, " "))) {
		char *to = arena_alloc(a, strlen(text) + 1), quote = '\0';

		words[n++] = to;
		for (; *text && (quote || *text != ' '); text++)
			if (*text == quote)
				quote = '\0';
			else if (!quote && (*text == '\'' || *text == '"'))
				quote = *text;
			else if (*text == '\\' && quote != '\'' && text[1])
				*to++ = *++text;
			else
				*to++ = *text;
	}
	return n;
}

/* What stands for the %: an option's value, or the first word by place. */
static const char *thing_of(struct arena *a, const char *twin, size_t at)
{
	const char *words[WORDS_MAX];
	size_t used, n = split(a, arena_dup(a, twin, at), words, WORDS_MAX);
	const struct op *op = op_named(a, words, n, &used);
	const struct param *p = op ? op->params : NULL, *option;

	option = op && n > used && !strncmp(words[n - 1], "--", 2) ? op_param(op, words[n - 1] + 2) : NULL;
	while (p && p->name && !param_is_positional(p))
		p++;
	return option ? param_meta(option) : p && p->name ? param_meta(p) : "WHICH";
}

const char *twin_of_key(struct arena *a, const char *twin, const char *selected)
{
	struct out o;

	out_to_mem(&o, a);
	out_str(&o, PROGRAM);
	for (const char *p = twin; *p; p++)
		if (*p == '%')
			out_str(&o, selected ? shell_word(a, selected)
					     : thing_of(a, twin, (size_t)(p - twin)));
		else
			out_char(&o, *p);
	return out_text(&o);
}

/* ---- from the shell ---- */

const char *twin_typed(const char *text)
{
	static const char program[] = PROGRAM;

	text += strspn(text, " :");
	if (!strncasecmp(text, program, sizeof program - 1))
		text += sizeof program - 1;
	return text + strspn(text, " ");
}

struct command {
	struct arena *a;
	const struct op *op;
	struct arg args[WORDS_MAX];
	size_t n;
};

static void take(void *ctx, const struct param *p, const char *text)
{
	struct command *c = ctx;

	if (c->n < WORDS_MAX)
		c->args[c->n++] = (struct arg){ p->name, text, NULL };
}

/* "--rep ana", "--rep=ana", "-o FILE", "--free"; the words that it took. 0:
 * there is no such option, or its value is still to come. */
static size_t take_option(struct command *c, const char *word, const char *next)
{
	size_t n = strcspn(word, "=");
	const struct param *p = word[1] == '-' ? op_param(c->op, arena_dup(c->a, word + 2, n - 2))
		: !word[2] ? op_param_by_letter(c->op, word[1]) : NULL;
	const char *inside = word[n] ? word + n + 1 : NULL;

	if (!p || param_is_positional(p))
		return 0;
	if (p->type == P_FLAG ? inside != NULL : !inside && !next)
		return 0;
	take(c, p, p->type == P_FLAG ? NULL : inside ? inside : next);
	return p->type == P_FLAG || inside ? 1 : 2;
}

/* The options are taken, the other words are left. False: there is no such. */
static bool take_options(struct command *c, const char **words, size_t *n)
{
	size_t left = 0, took;

	for (size_t i = 0; i < *n; i += took) {
		const char *word = words[i];

		took = 1;
		/* "-5" is a number. */
		if (word[0] != '-' || (word[1] >= '0' && word[1] <= '9')) {
			words[left++] = word;
			continue;
		}
		took = word[1] ? take_option(c, word, i + 1 < *n ? words[i + 1] : NULL) : 0;
		if (!took && i + 1 < *n)
			return false;
		took += !took;
	}
	*n = left;
	return true;
}

const struct op *op_of_twin(struct arena *a, const char *text, const struct arg **args, size_t *n)
{
	const char *words[WORDS_MAX];
	size_t used, n_words = split(a, twin_typed(text), words, WORDS_MAX);
	struct command *c = arena_new(a, struct command), *options = arena_new(a, struct command);

	c->a = options->a = a;
	c->op = options->op = op_named(a, words, n_words, &used);
	if (!c->op)
		return NULL;
	n_words -= used;
	if (!take_options(options, words + used, &n_words) ||
	    op_place(a, c->op, words + used, n_words, take, c) < n_words)
		return NULL;
	for (size_t i = 0; i < options->n && c->n < WORDS_MAX; i++)
		c->args[c->n++] = options->args[i];
	*args = c->args;
	*n = c->n;
	return c->op;
}
