/*
 * `note add` without answers asks them one at a time. The questions are the
 * help of the op's own parameters, in their order: first what happened and
 * the four boxes, the rest once somebody says that there is more.
 */
#include <string.h>
#include <strings.h>

#include "cli_i.h"
#include "replife/core.h"

/* ENDED: stdin is at its end. */
enum answer { ANSWER_GIVEN, ANSWER_NONE, ANSWER_ENDED };

static bool comes_first(const struct param *p)
{
	return !strcmp(p->name, "happened") || word_find(area_words, p->name) >= 0;
}

/* A line without the blanks around it; NULL: stdin ended. */
static const char *ask(struct cli *c, const char *prompt)
{
	const char *line;
	char *text;
	size_t n;

	say_prompt(c, prompt);
	line = ask_line(c->arena);
	if (!line) {
		say_prompt(c, "\n");
		return NULL;
	}
	line += strspn(line, " \t\r");
	n = strlen(line);
	while (n && strchr(" \t\r", line[n - 1]))
		n--;
	text = arena_dup(c->arena, line, n);
	return text;
}

static bool is_offered(const struct word *w)
{
	return strcmp(w->plain, "-") != 0;
}

/* By number, by code, by what is read, or by the begin of it. -1: none. */
static int chosen(const struct word *words, const char *typed)
{
	size_t n = strlen(typed);
	int at = word_find(words, typed);

	if (at >= 0 && is_offered(&words[at]))
		return at;
	for (int i = 0, shown = 0; words[i].code; i++) {
		if (!is_offered(&words[i]))
			continue;
		shown++;
		if ((n == 1 && typed[0] == '0' + shown) ||
		    !strncasecmp(words[i].plain, typed, n))
			return i;
	}
	return -1;
}

static enum answer ask_choice(struct cli *c, const struct param *p)
{
	const char *menu = arena_printf(c->arena, "\n%s\n", p->help);
	int shown = 0;

	for (const struct word *w = p->words; w->code; w++)
		if (is_offered(w))
			menu = arena_printf(c->arena, "%s  %d  %s\n", menu, ++shown, w->plain);
	for (;;) {
		const char *typed = ask(c, arena_printf(c->arena, "%s> ", menu));
		int at;

		if (!typed)
			return ANSWER_ENDED;
		if (!*typed && strcmp(p->name, "happened"))
			return ANSWER_NONE;
		at = *typed ? chosen(p->words, typed) : -1;
		if (at >= 0) {
			command_add_arg(c->arena, &c->cmd, p->name, p->words[at].code);
			return ANSWER_GIVEN;
		}
		menu = arena_printf(c->arena, "A number from 1 to %d, please.\n", shown);
	}
}

static enum answer ask_yes(struct cli *c, const char *question)
{
	const char *typed = ask(c, arena_printf(c->arena, "\n%s [y/N] ", question));

	if (!typed)
		return ANSWER_ENDED;
	return *typed == 'y' || *typed == 'Y' ? ANSWER_GIVEN : ANSWER_NONE;
}

/* The last box says nothing of its area: one key picks it. */
static const char *ask_area(struct cli *c, const struct param *p)
{
	const char *typed, *menu = "  About";
	int at;

	if (strcmp(p->name, area_words[AREA_OTHER].code))
		return p->name;
	for (int i = 0; area_words[i].code; i++)
		if (i != AREA_OTHER && op_param(c->cmd.op, area_words[i].code))
			menu = arena_printf(c->arena, "%s %s,", menu, area_words[i].plain);
	typed = ask(c, arena_printf(c->arena, "%s or Enter for none of these? ", menu));
	at = typed && *typed ? chosen(area_words, typed) : -1;
	return at >= 0 && op_param(c->cmd.op, area_words[at].code) ? area_words[at].code
								   : p->name;
}

static enum answer ask_text(struct cli *c, const struct param *p)
{
	const char *prompt = arena_printf(c->arena, "\n%s\n> ", p->help);
	enum answer answer = ANSWER_NONE;

	for (;;) {
		const char *typed = ask(c, prompt);

		if (!typed)
			return ANSWER_ENDED;
		if (!*typed)
			return answer;
		command_add_arg(c->arena, &c->cmd, ask_area(c, p), typed);
		answer = ANSWER_GIVEN;
		if (!(p->flags & REPEATED))
			return answer;
		prompt = "  another, or Enter to go on\n> ";
	}
}

static enum answer ask_param(struct cli *c, const struct param *p)
{
	enum answer answer;

	if (p->type == P_WORD)
		return ask_choice(c, p);
	if (p->type != P_FLAG)
		return ask_text(c, p);
	answer = ask_yes(c, p->help);
	if (answer == ANSWER_GIVEN)
		command_add_arg(c->arena, &c->cmd, p->name, NULL);
	return answer;
}

/* Where the two never met there is nothing more to ask. */
static bool met(const struct command *cmd)
{
	const char *said = command_arg(cmd, "happened");
	int at = said ? word_find(happened_words, said) : -1;

	return at < 0 || booking_was_held(booking_outcome((enum happened)at));
}

/* The op's own questions: the first ones, or those under "more". */
static enum answer ask_part(struct cli *c, bool first)
{
	const struct param *p = c->cmd.op->params;
	enum answer answer = ANSWER_NONE;

	for (; p->name && answer != ANSWER_ENDED && met(&c->cmd); p++)
		if (form_param(c->cmd.op, p) && comes_first(p) == first)
			answer = ask_param(c, p);
	return answer;
}

enum rc ask_note(struct cli *c, struct err *err)
{
	enum answer answer;

	say_prompt(c, "One question at a time. Enter passes over one; Ctrl-D hands in "
		      "what is there,\nCtrl-C nothing.\n");
	answer = ask_part(c, true);
	if (!form_has_answers(&c->cmd)) {
		err_set(err, RC_INTERRUPTED, "nothing was answered, so nothing was kept");
		return err_todo(err, "Begin again when you like");
	}
	if (answer != ANSWER_ENDED && met(&c->cmd) &&
	    ask_yes(c, "More: leads, a quote, was it worth the time?") == ANSWER_GIVEN)
		ask_part(c, false);
	return RC_OK;
}
