/* help: the overview and each command's page, all from the op table. */
#include "cli_i.h"

#include <string.h>

#include "help_i.h"
#include "replife/core.h"
#include "replife/utf8.h"

#define GUTTER 9u	/* of a noun before its verbs */
#define HALF 38u	/* of a line's columns */

/* ---- who may ---- */

enum group { GROUP_ALL, GROUP_MARKETER, GROUP_REP, GROUP_LIFECYCLE, N_GROUPS };

static const char *const group_heads[N_GROUPS] = {
	"Everybody", "Who sits in (marketers)", "Who hosts (reps)",
	"Who runs the program (lifecycle)",
};

static enum group group_of(const struct op *op)
{
	if ((op->who & WHO_ANYBODY) == WHO_ANYBODY)
		return GROUP_ALL;
	if (op->who & WHO_MARKETER)
		return GROUP_MARKETER;
	return op->who & WHO_REP ? GROUP_REP : GROUP_LIFECYCLE;
}

const char *who_says(const struct op *op)
{
	if ((op->who & WHO_ANYBODY) == WHO_ANYBODY)
		return "everybody";
	if (op->who & WHO_MARKETER && op->who & WHO_REP)
		return "marketers, reps, and lifecycle";
	if (op->who & WHO_MARKETER)
		return "marketers, and lifecycle";
	if (op->who & WHO_REP)
		return "reps, and lifecycle";
	return op->who & WHO_LIFECYCLE ? "lifecycle" : "the store's owner";
}

/* ---- nouns ---- */

static size_t noun_length(const struct op *op)
{
	return strcspn(op->name, " ");
}

static bool same_noun(const struct op *a, const struct op *b)
{
	size_t n = noun_length(a);

	return n == noun_length(b) && !strncmp(a->name, b->name, n);
}

/* Where most of a noun's ops belong; where two are alike, who can do more of them. */
static enum group group_of_noun(const struct op_set *set, const struct op *of)
{
	size_t count[N_GROUPS] = { 0 };
	enum group best = GROUP_ALL;
	const struct op *op;

	for (size_t i = 0; (op = op_set_at(set, i)); i++)
		if (same_noun(op, of) && !(op->flags & OP_HIDDEN))
			count[group_of(op)]++;
	for (enum group g = GROUP_ALL; g < N_GROUPS; g++)
		if (count[g] && count[g] >= count[best])
			best = g;
	return best;
}

static bool is_first_of_noun(const struct op_set *set, size_t at)
{
	const struct op *op = op_set_at(set, at);

	for (size_t i = 0; i < at; i++)
		if (same_noun(op_set_at(set, i), op))
			return false;
	return true;
}

/* ---- the overview ---- */

/* "Everybody: book find", the commands of one word. Says if there were any. */
static bool put_singles(struct out *o, const struct op_set *set, enum group g)
{
	size_t col = strlen(group_heads[g]) + 1;
	const struct op *op;
	bool any = false;

	out_str(o, group_heads[g]);
	for (size_t i = 0; (op = op_set_at(set, i)); i++) {
		if (strchr(op->name, ' ') || op_set_has_noun(set, op->name) ||
		    op->flags & OP_HIDDEN || group_of(op) != g)
			continue;
		if (!any)
			out_char(o, ':');
		any = true;
		put_wrapped(o, &col, 2, op->name);
	}
	out_char(o, '\n');
	return any;
}

/* "slot      add cancel list", without its margin */
static const char *noun_line(struct arena *a, const struct op_set *set, const struct op *of)
{
	size_t n = noun_length(of);
	const struct op *op;
	struct out o;

	out_to_mem(&o, a);
	out_bytes(&o, of->name, n);
	out_pad(&o, n < GUTTER - 1 ? GUTTER - 1 - n : 0);
	for (size_t i = 0; (op = op_set_at(set, i)); i++)
		if (same_noun(op, of) && op->name[n] && !(op->flags & OP_HIDDEN))
			out_printf(&o, " %s", op->name + n + 1);
	return out_text(&o);
}

/* Lines behind the first begin at `indent`. The first keeps its blanks. */
static void put_hanging(struct out *o, const char *line, size_t indent)
{
	size_t n = strcspn(line, " "), col;

	n += strspn(line + n, " ");
	out_pad(o, 2);
	out_bytes(o, line, n);
	col = 2 + n;
	put_wrapped(o, &col, indent < col ? col : indent, line + n);
	out_char(o, '\n');
}

/*
 * Two narrow nouns share a line, so that the overview fits one screen; the
 * first of them waits for the second. Says if there were any.
 */
static bool put_nouns(struct out *o, const struct op_set *set, enum group g)
{
	const char *held = NULL;
	const struct op *op;
	bool any = false;

	for (size_t i = 0; (op = op_set_at(set, i)); i++) {
		const char *line;

		if (!strchr(op->name, ' ') || op->flags & OP_HIDDEN ||
		    !is_first_of_noun(set, i) || group_of_noun(set, op) != g)
			continue;
		any = true;
		line = noun_line(o->arena, set, op);
		if (strlen(line) >= HALF) {
			put_hanging(o, line, 2 + GUTTER);
		} else if (held) {
			out_printf(o, "  %-*s%s\n", (int)HALF, held, line);
			held = NULL;
		} else {
			held = line;
		}
	}
	if (held)
		out_printf(o, "  %s\n", held);
	return any;
}

static void put_group(struct out *o, const struct op_set *set, enum group g)
{
	struct out body;
	bool any;

	out_to_mem(&body, o->arena);
	any = put_singles(&body, set, g);
	if (put_nouns(&body, set, g) || any)
		out_str(o, out_text(&body));
}

static void put_globals(struct out *o)
{
	out_str(o, "With every command\n");
	for (const struct global_option *g = global_options; g->name; g++) {
		char label[64];
		struct out line;

		out_to_mem(&line, o->arena);
		if (g->letter)
			out_printf(&line, "-%c, ", g->letter);
		out_printf(&line, "--%s%s%s", g->name, g->meta ? " " : "",
			   g->meta ? g->meta : "");
		strncpy(label, out_text(&line), sizeof label - 1);
		label[sizeof label - 1] = '\0';
		put_labelled(o, label, 18, g->help);
	}
}

static void write_overview(struct out *o, const struct op_set *set)
{
	out_str(o, "Marketing sits in with Sales, writes down what it hears, and changes it.\n"
		   "Usage: replife COMMAND [WORDS] [--OPTIONS]; replife alone opens the app\n");
	for (enum group g = GROUP_ALL; g < N_GROUPS; g++)
		put_group(o, set, g);
	out_str(o, "More: help COMMAND");
	for (const struct topic *t = topics; t->name; t++)
		out_printf(o, ", %s", t->name);
	out_str(o, "\n\n");
	put_globals(o);
}

/* ---- one command ---- */

/* "  --for LOGIN   book for somebody else", the text aligned at `gutter`. */
void put_labelled(struct out *o, const char *label, size_t gutter, const char *text)
{
	size_t col = 2 + utf8_width(label, strlen(label));

	out_pad(o, 2);
	out_str(o, label);
	if (col + 2 > gutter) {
		out_char(o, '\n');
		col = 0;
	}
	put_wrapped(o, &col, gutter, text);
	out_char(o, '\n');
}

static const char *param_text(struct arena *a, const struct param *p)
{
	size_t n = strlen(p->help);
	const char *text = p->help, *sep = n && text[n - 1] == '?' ? " " : ": ";

	for (const struct word *w = p->type == P_WORD ? p->words : NULL; w && w->code; w++) {
		char *code = arena_strdup(a, w->code);

		if (!strcmp(w->plain, "-"))
			continue;	/* said by leaving it out */
		for (char *c = code; *c; c++)
			if (*c == '_')
				*c = '-';
		text = arena_printf(a, "%s%s%s", text, sep, code);
		sep = ", ";
	}
	if (p->type == P_INT && (p->min || p->max) && p->max < 1000000)
		text = arena_printf(a, "%s (%lld to %lld)", text, (long long)p->min,
				    (long long)p->max);
	if (p->flags & REPEATED && !param_is_positional(p))
		text = arena_printf(a, "%s (may be repeated)", text);
	return text;
}

static void put_params(struct out *o, const struct op *op)
{
	const struct param *p;
	size_t gutter = 0;

	for (p = op->params; p && p->name; p++) {
		const char *label = param_label(o->arena, p);
		size_t w = utf8_width(label, strlen(label)) + 4;

		if (w > gutter && w <= 26)
			gutter = w;
	}
	if (!gutter)
		gutter = 18;
	if (op->params && op->params->name)
		out_char(o, '\n');
	for (p = op->params; p && p->name; p++)
		put_labelled(o, param_label(o->arena, p), gutter, param_text(o->arena, p));
}

static void put_keys(struct out *o, const struct op *op)
{
	size_t col = 15;
	bool any = false;

	for (const struct column *c = op->result; c && c->key; c++) {
		if (!(c->show & SHOW_DATA))
			continue;
		if (!any)
			out_str(o, "Keys in --json:");
		any = true;
		put_wrapped(o, &col, 2, c->key);
	}
	if (any)
		out_char(o, '\n');
}

static bool reads_time(const struct op *op)
{
	for (const struct param *p = op->params; p && p->name; p++)
		if (p->type == P_INSTANT || p->type == P_DAY || p->type == P_SPAN)
			return true;
	return false;
}

void help_write_op(struct out *o, const struct op *op)
{
	size_t col = 14;

	put_lines(o, 0, arena_printf(o->arena, "replife %s: %s", op->name, op->summary));
	out_str(o, "\nUsage: replife");
	put_wrapped(o, &col, 4, op_usage(o->arena, op));
	out_char(o, '\n');
	if (op->details) {
		out_char(o, '\n');
		put_lines(o, 0, op->details);
	}
	put_params(o, op);
	out_char(o, '\n');
	if (op->example) {
		/* One line, so that it can be copied. */
		out_printf(o, "Example: replife %s\n", op->example);
	}
	put_keys(o, op);
	out_printf(o, "Who may: %s\n", who_says(op));
	if (op->effect == EFFECT_WRITE && !(op->flags & (OP_NO_UNDO | OP_NO_STORE)))
		out_str(o, "To take it back: replife undo\n");
	if (reads_time(op))
		out_str(o, "Dates as they can be typed: replife help dates\n");
}

void help_write_noun(struct out *o, const struct op_set *set, const char *noun)
{
	size_t n = strlen(noun);
	const struct op *op;

	out_printf(o, "Commands of '%s'\n\n", noun);
	for (size_t i = 0; (op = op_set_at(set, i)); i++)
		if (!strncmp(op->name, noun, n) && op->name[n] == ' ' &&
		    !(op->flags & OP_HIDDEN))
			put_labelled(o, op->name, 22, op->summary);
	out_printf(o, "\nMore: replife help %s COMMAND\n", noun);
}

/* ---- what was asked for ---- */

static enum rc no_topic(struct out *o, const struct op_set *set, const char *topic,
			struct err *err)
{
	const struct op *op;
	struct guess g;

	guess_begin(&g, topic);
	for (size_t i = 0; (op = op_set_at(set, i)); i++)
		if (!(op->flags & OP_HIDDEN)) {
			guess_try(&g, op->name);
			guess_try(&g, arena_dup(o->arena, op->name, noun_length(op)));
		}
	for (const struct topic *t = topics; t->name; t++)
		guess_try(&g, t->name);
	err_set(err, RC_USAGE, "there is no help on '%s'", topic);
	return err_todo(err, "%sSee `replife help`", guess_say(o->arena, &g, ""));
}

const char *help_topic(size_t n, const char **title)
{
	const struct topic *t = topics;

	while (t->name && n--)
		t++;
	*title = t->title;
	return t->name;
}

enum rc help_write(struct out *o, const struct op_set *set, const char *topic,
		   struct err *err)
{
	const struct op *op;

	if (!topic) {
		write_overview(o, set);
		return RC_OK;
	}
	op = op_set_find(set, topic);
	if (op) {
		help_write_op(o, op);
		return RC_OK;
	}
	if (op_set_has_noun(set, topic)) {
		help_write_noun(o, set, topic);
		return RC_OK;
	}
	for (const struct topic *t = topics; t->name; t++)
		if (!strcmp(t->name, topic)) {
			out_printf(o, "%s\n\n", t->title);
			t->write(o, set);
			return RC_OK;
		}
	return no_topic(o, set, topic, err);
}
