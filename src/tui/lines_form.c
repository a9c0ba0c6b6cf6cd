/*
 * Forms as lines: one question at a time, then a last prompt, where nothing
 * but an empty line does it. In a text only a line that begins with a dot is
 * a command, so that any word can be an answer.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lines.h"

#define NOT_ASKED (-1)

static bool is_text(const struct field *d)
{
	return d->kind == FIELD_LINE || d->kind == FIELD_TEXT;
}

static bool one_of(const char *word, const char *const *words)
{
	while (*words && strcasecmp(*words, word))
		words++;
	return *words;
}

/* The next question from `i` on, or before it; the form's number of fields
 * where there is none. */
static int question(const struct form *f, int i, int by)
{
	while (i >= 0 && i < f->n && (f->fields[i].hidden || f->fields[i].kind == FIELD_HEAD))
		i += by;
	return i < 0 || i > f->n ? f->n : i;
}

static void go_to(struct lines *l, int field)
{
	l->field = field;
	l->asked = NOT_ASKED;
}

/* The key that does what the form is for. */
static const struct key *done_key(const struct app *app, const struct view *v)
{
	const struct key *k = key_find(app, v, v->type->keys, K_ENTER);

	return k ? k : key_find(app, v, v->type->keys, K_F2);
}

static void run(struct lines *l, struct view *v, const struct key *k)
{
	struct app *app = &l->app;

	app->said = NULL;
	app->pressed = k->code;
	k->run(app, v);
	if (app_top(app) == v && v->nth == l->form_nth && k->code == K_F6)
		go_to(l, 0);
}

/* ---- commands ---- */

static const char *const back_words[] = { "back", "no", "n", "cancel", "esc", NULL };

static void say_help(struct lines *l, struct view *v)
{
	struct app *app = &l->app;

	lines_say(l, "With a dot before it: back leaves the form; quit ends the app; before asks the question "
		     "before; again asks from the first on; end goes to the last line; empty takes the answer "
		     "away; f6 starts over. A text that begins with a dot begins with two.");
	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (k->label && k->code != K_ESC && k != done_key(app, v) && key_works(app, v, v->type->keys, k))
			lines_sayf(l, ".%s: %s", key_word(k->code), k->help);
	if (key_find(app, v, form_keys, K_F4))
		lines_say(l, ".f4: Write a longer answer in your editor");
}

/* A key of the form by its word, or its label; but letters are not keys here,
 * and what the form is for, no word does. */
static bool press(struct lines *l, struct view *v, const char *word)
{
	struct form *f = view_form(v);
	int code = lines_code(l, word), at = f->at;
	const struct key *does = done_key(&l->app, v), *k = NULL;

	if (code && (code < ' ' || code > 126))
		k = key_find(&l->app, v, v->type->keys, code);
	if (code && !k && (code < ' ' || code > 126))
		k = key_find(&l->app, v, form_keys, code);
	if (!k || !k->run || (does && k->run == does->run))
		return false;
	run(l, v, k);
	/* The key may have gone to another question. */
	if (app_top(&l->app) == v && v->nth == l->form_nth && f->at != at)
		go_to(l, f->at);
	return true;
}

static void empty(struct lines *l, struct form *f, struct field *d)
{
	if (d->kind == FIELD_CHOICE && d->always)
		lines_say(l, "This one always has an answer.");
	else {
		field_set(d, NULL);
		form_touch(f);
		lines_say(l, "It is empty now.");
		go_to(l, l->field + 1);
	}
}

/* A command by its word, at question `d` (NULL: at the last prompt). */
static bool command(struct lines *l, struct view *v, struct field *d, const char *word)
{
	struct form *f = view_form(v);

	if (!strcasecmp(word, "back") || (!d && one_of(word, back_words)))
		app_key(&l->app, K_ESC);
	else if (!strcasecmp(word, "quit"))
		l->app.quit = true;
	else if (!strcasecmp(word, "again"))
		go_to(l, 0);
	else if (!strcasecmp(word, "before"))
		go_to(l, question(f, l->field - 1, -1) < f->n ? question(f, l->field - 1, -1) : 0);
	else if (!strcasecmp(word, "end"))
		go_to(l, f->n);
	else if (!strcasecmp(word, "help") || !strcmp(word, "?"))
		say_help(l, v);
	else if (!strcasecmp(word, "empty") && d)
		empty(l, f, d);
	else
		return press(l, v, word);
	return true;
}

/* ---- a question ---- */

static void say_question(struct lines *l, const struct field *d, struct arena *a)
{
	const char *label = d->label + strspn(d->label, " "), *value = field_value(d), *hint = d->hint;
	size_t n = strlen(label);

	if (n > 2 && !strcmp(label + n - 2, " *"))
		label = arena_printf(a, "%.*s (needed)", (int)n - 2, label);
	/* A check's label says it all; there are no arrows here. */
	if (*label && hint && (!strcmp(hint, label) || d->kind == FIELD_CHECK ||
			       (d->kind == FIELD_CHOICE && strstr(hint, "rrows"))))
		hint = NULL;
	lines_sayf(l, "%s%s%s", label, *label && hint ? ": " : "", hint ? hint : "");
	if (d->kind == FIELD_CHOICE)
		for (int i = 0; d->choices[i].label; i++)
			lines_sayf(l, "%d%s %s", i + 1, d->chosen == i ? ", chosen:" : ".", d->choices[i].label);
	else if (d->kind == FIELD_CHECK)
		lines_sayf(l, "Now: %s. yes or no?", d->on ? "yes" : "no");
	else if (value)
		lines_sayf(l, "Now: %s", value);
	if (d->kind == FIELD_TEXT)
		lines_say(l, "Several lines make one text; an empty line ends it.");
}

/* A number of the list, or a choice's words. */
static bool take_choice(struct lines *l, struct field *d, const char *line)
{
	char *end;
	long n = strtol(line, &end, 10);

	for (int i = 0; d->choices[i].label; i++)
		if ((*line != '0' && !*end && n == i + 1) || !strcasecmp(d->choices[i].label, line)) {
			d->chosen = i;
			return true;
		}
	lines_say(l, "A number of the list, or its words, please. Enter passes over it.");
	return false;
}

static bool take_check(struct lines *l, struct field *d, const char *line)
{
	static const char *const yes[] = { "y", "yes", NULL }, *const no[] = { "n", "no", NULL };

	if (!one_of(line, yes) && !one_of(line, no)) {
		lines_say(l, "yes or no, please. Enter passes over it.");
		return false;
	}
	d->on = one_of(line, yes);
	return true;
}

static bool take_text(struct lines *l, struct field *d, const char *text)
{
	if (strlen(text) > d->edit.max) {
		lines_sayf(l, "That is too long: at most %zu bytes. Nothing of it was taken.", d->edit.max);
		return false;
	}
	field_set(d, text);
	return true;
}

static bool is_command(const char *line)
{
	return line[0] == '.' && line[1] && line[1] != '.';
}

/* ".." stands for a dot that is text. */
static const char *unescaped(const char *line)
{
	return line[0] == '.' && line[1] == '.' ? line + 1 : line;
}

/* Lines until an empty one, or a command, which is left in `*after`; what was
 * typed before the end of all input counts. */
static char *more_lines(struct lines *l, struct arena *a, const char *first, const char **after)
{
	struct out o;
	const char *line;

	out_to_mem(&o, a);
	out_str(&o, unescaped(first));
	while ((line = lines_read(l)) && *line && !is_command(line)) {
		out_char(&o, '\n');
		out_str(&o, unescaped(line));
	}
	*after = line && *line ? arena_strdup(a, line + 1) : NULL;
	l->app.quit |= !line;
	return arena_strdup(a, out_text(&o));
}

static bool take(struct lines *l, struct field *d, const char *line)
{
	switch (d->kind) {
	case FIELD_LINE:
	case FIELD_TEXT: return take_text(l, d, line);
	case FIELD_CHOICE: return take_choice(l, d, line);
	case FIELD_CHECK: return take_check(l, d, line);
	case FIELD_HEAD: break;
	}
	return true;
}

static void answered(struct lines *l, struct view *v, int i, const char *line, struct arena *a)
{
	struct form *f = view_form(v);
	struct field *d = &f->fields[i];
	const char *after = NULL, *text = d->kind == FIELD_TEXT ? more_lines(l, a, line, &after) : unescaped(line);

	if (take(l, d, text)) {
		form_touch(f);
		app_keep(&l->app);
		go_to(l, i + 1);
	}
	if (after && !command(l, v, d, after))
		lines_sayf(l, ".%s is no command; .help says which there are.", after);
}

static void ask(struct lines *l, struct view *v, int i)
{
	struct arena a = { .parent = l->app.arena };
	struct form *f = view_form(v);
	struct field *d = &f->fields[i];
	const char *line;

	f->at = i;
	if (l->asked != i)
		say_question(l, d, &a);
	l->asked = i;
	line = lines_read(l);
	if (!line)
		l->app.quit = true;
	else if (!*line)
		go_to(l, i + 1);
	else if (is_command(line)) {
		line = arena_strdup(&a, line + 1);
		if (!command(l, v, d, line))
			lines_sayf(l, ".%s is no command; .help says which there are.", line);
	} else if (is_text(d) || !command(l, v, d, line))
		answered(l, v, i, arena_strdup(&a, line), &a);
	arena_free(&a);
}

/* ---- the last prompt ---- */

static void say_last(struct lines *l, struct view *v, const struct key *does, struct arena *a)
{
	struct app *app = &l->app;
	const struct said *s = lines_said(l);
	const char *text = "";

	/* What "it" is, the form's title says. */
	if (does && does->label && !strcmp(does->label, "Do it") && s->n)
		text = arena_printf(a, "Enter: Do it (%s); ", s->lines[0].text);
	else if (does)
		text = arena_printf(a, "Enter: %s; ", does->label ? does->label : does->help);

	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (k != does && k->label && k->code != K_ESC && key_works(app, v, v->type->keys, k))
			text = arena_printf(a, "%s%s: %s; ", text, k->code == K_F3 ? "more" : key_word(k->code),
					    k->help);
	lines_sayf(l, "%sagain: from the first question; back: leave%s.", text,
		   view_form(v)->draft ? ", what you typed is kept" : "");
}

static void finish(struct lines *l, struct view *v)
{
	struct arena a = { .parent = l->app.arena };
	const struct key *does = done_key(&l->app, v);
	const char *line;

	if (l->asked != view_form(v)->n)
		say_last(l, v, does, &a);
	l->asked = view_form(v)->n;
	line = lines_read(l);
	line = line ? arena_strdup(&a, line) : NULL;
	if (!line) {
		l->app.quit = true;
	} else if (!*line && does) {
		go_to(l, 0);	/* what is refused is asked again */
		run(l, v, does);
	} else if (!command(l, v, NULL, line + (*line == '.'))) {
		lines_sayf(l, "Only an empty line does it. What can be said:");
		l->asked = NOT_ASKED;
	}
	arena_free(&a);
}

/* ---- all of it ---- */

static void begin(struct lines *l, struct view *v)
{
	l->form = v;
	l->form_nth = v->nth;
	go_to(l, 0);
	lines_show(l, true);
	lines_message(l);
	lines_say(l, "One question at a time. Enter passes over it, and leaves it as it is. A line that begins "
		     "with a dot is a command: .back leaves, .empty empties, .help says all.");
}

void lines_form(struct lines *l)
{
	struct view *v = app_top(&l->app);
	struct form *f = view_form(v);

	app_draw(&l->app);	/* what is asked follows from what was answered */
	if (l->form != v || l->form_nth != v->nth)
		begin(l, v);
	lines_message(l);
	l->field = question(f, l->field, 1);
	if (l->field < f->n)
		ask(l, v, l->field);
	else
		finish(l, v);
}
