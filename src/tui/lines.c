/*
 * The app as lines, for a screen reader: numbered, appended, nothing drawn
 * over. The same views, in their plainest layout; a number chooses a row, a
 * letter or a word does what the key does, and a form asks one thing at a time.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "aside.h"
#include "form.h"
#include "replife/clock.h"
#include "replife/editor.h"
#include "replife/out.h"
#include "replife/utf8.h"
#include "screens.h"

#define ROWS 600
#define COLS 78
#define LINE_MAX_BYTES (64 * 1024)

struct lines {
	struct app app;
	struct out out;
	const struct view *shown;	/* whose picture was printed last */
	char *before;			/* that picture, to print only what changed */
	int items[ROWS];		/* number - 1 -> item */
	int n_items;
};

static void say(struct lines *l, const char *text)
{
	utf8_put_safe_lines(&l->out, text, strlen(text), l->app.front->ascii);
	out_char(&l->out, '\n');
}

static void flush(struct lines *l)
{
	struct err ignored = { 0 };

	if (out_flush(&l->out, &ignored))
		l->app.quit = true;
}

/* ---- the picture, as lines ---- */

/* The item whose first row this is; -1: none. */
static int item_on(const struct canvas *c, int row)
{
	for (size_t i = 0; i < c->n_hots; i++)
		if (c->hots[i].kind == HOT_ITEM && c->hots[i].area.row == row &&
		    c->hots[i].area.col == 0 && c->hots[i].value >= 0)
			return c->hots[i].value;
	return -1;
}

/* Lines of the body; those that can be chosen get a number. */
static char *picture(struct lines *l, struct arena *a)
{
	struct canvas *c = &l->app.canvas;
	struct out o;

	out_to_mem(&o, a);
	l->n_items = 0;
	for (int row = 1; row < c->rows - 2; row++) {
		const char *text = canvas_line(c, row, a);
		int item = item_on(c, row);

		if (strspn(text, " ") == strlen(text))
			continue;
		if (item >= 0 && l->n_items < ROWS) {
			l->items[l->n_items++] = item;
			out_printf(&o, "%d. %s%s\n", l->n_items, text + strspn(text, " >"),
				   row == c->cursor_row ? "  (chosen)" : "");
		} else {
			out_printf(&o, "%s\n", text + strspn(text, " "));
		}
	}
	return arena_strdup(a, out_text(&o));
}

static bool had(const char *lines, const char *line, size_t n)
{
	for (const char *p = lines; p && *p;) {
		const char *end = strchr(p, '\n');
		size_t len = end ? (size_t)(end - p) : strlen(p);

		if (len == n && !memcmp(p, line, n))
			return true;
		p = end ? end + 1 : NULL;
	}
	return false;
}

/* All of a new view; of the same one, the lines that are new. */
static void print_picture(struct lines *l)
{
	struct arena a = { .parent = l->app.arena };
	struct view *v = app_top(&l->app);
	char *now;

	app_draw(&l->app);
	now = picture(l, &a);
	if (v != l->shown) {
		out_printf(&l->out, "\n%s\n", v->type->name);
		say(l, now);
	} else {
		for (const char *p = now; *p;) {
			const char *end = strchr(p, '\n');

			if (!had(l->before, p, (size_t)(end - p)))
				say(l, arena_dup(&a, p, (size_t)(end - p)));
			p = end + 1;
		}
	}
	free(l->before);
	l->before = strdup(now);
	l->shown = v;
	arena_free(&a);
}

static void print_keys(struct lines *l)
{
	struct view *v = app_top(&l->app);
	struct arena a = { .parent = l->app.arena };
	const char *text = "";

	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (k->label && !(k->flags & KEY_HIDDEN) && (!k->can || k->can(&l->app, v)))
			text = arena_printf(&a, "%s%s%s %s", text, *text ? "; " : "", key_name(k->code), k->label);
	if (!v->type->dialog)
		text = arena_printf(&a, "%s%s1 to %zu and a dot, as 2., another screen", text, *text ? "; " : "",
				    l->app.n_mains);
	say(l, arena_printf(&a, "Keys: %s; back; ? Help; quit", text));
	arena_free(&a);
}

/* ---- reading a line ---- */

/* NULL at the end. In `a`. */
static char *read_line(struct lines *l, struct arena *a, const char *prompt)
{
	char *p = arena_alloc(a, LINE_MAX_BYTES);

	out_str(&l->out, prompt);
	flush(l);
	if (!fgets(p, LINE_MAX_BYTES, stdin))
		return NULL;
	p[strcspn(p, "\r\n")] = '\0';
	return p;
}

/* ---- forms: one thing at a time ---- */

static void ask_field(struct lines *l, struct field *f, struct arena *a)
{
	const char *value = field_value(f);

	say(l, arena_printf(a, "%s%s%s", f->label, f->hint && strcmp(f->hint, f->label) ? ": " : "",
			    f->hint && strcmp(f->hint, f->label) ? f->hint : ""));
	if (f->kind == FIELD_CHOICE)
		for (int i = 0; f->choices[i].label; i++)
			say(l, arena_printf(a, "%d. %s%s", i + 1, f->choices[i].label,
					    f->chosen == i ? " (chosen)" : ""));
	else if (f->kind == FIELD_CHECK)
		say(l, f->on ? "Yes now. y or n?" : "No now. y or n?");
	else if (value)
		say(l, arena_printf(a, "Now: %s", value));
}

static bool answer(struct lines *l, struct field *f, const char *line)
{
	int n = 0, count = 0;

	if (f->kind == FIELD_LINE || f->kind == FIELD_TEXT) {
		field_set(f, line);
		return true;
	}
	if (f->kind == FIELD_CHECK) {
		f->on = *line == 'y' || *line == 'Y';
		return true;
	}
	while (f->choices[count].label)
		count++;
	n = atoi(line);
	if (n < 1 || n > count) {
		say(l, "A number from the list, please. Enter passes over it.");
		return false;
	}
	f->chosen = n - 1;
	return true;
}

/* False: it was left, or the input ended. */
static bool fill_in(struct lines *l, struct form *form)
{
	struct arena a = { .parent = l->app.arena };
	bool go_on = true;

	for (int i = 0; go_on && i < form->n; i++) {
		struct field *f = &form->fields[i];
		char *line;

		app_draw(&l->app);	/* what is asked follows from what was answered */
		if (f->hidden || f->kind == FIELD_HEAD)
			continue;
		form->at = i;
		do {
			ask_field(l, f, &a);
			line = read_line(l, &a, "> ");
			go_on = line && strcasecmp(line, "back");
		} while (go_on && *line && !answer(l, f, line));
		form->changed |= go_on && *line;
		app_keep(&l->app);
		if (!line)
			l->app.quit = true;
	}
	arena_free(&a);
	return go_on;
}

/* Through the form, then its key; what was refused is asked again. */
static void do_form(struct lines *l)
{
	struct view *v = app_top(&l->app);
	struct arena a = { .parent = l->app.arena };
	bool has_f2 = key_find(&l->app, v, v->type->keys, K_F2);
	const char *line;

	say(l, "Enter passes over a question, back leaves.");
	if (!fill_in(l, view_form(v))) {
		app_key(&l->app, K_ESC);
		arena_free(&a);
		return;
	}
	line = read_line(l, &a, "Enter: do it; again: from the start; more: more questions; back: leave. > ");
	if (!line)
		l->app.quit = true;
	else if (!strcasecmp(line, "back"))
		app_key(&l->app, K_ESC);
	else if (!strcasecmp(line, "more"))
		app_key(&l->app, K_F3);
	else if (strcasecmp(line, "again"))
		app_key(&l->app, has_f2 && view_form(v)->n > 6 ? K_F2 : K_ENTER);
	arena_free(&a);
}

/* ---- commands ---- */

static const struct { const char *word; int code; } words[] = {
	{ "left", K_LEFT }, { "right", K_RIGHT }, { "up", K_UP }, { "down", K_DOWN }, { "pgup", K_PGUP },
	{ "pgdn", K_PGDN }, { "home", K_HOME }, { "end", K_END }, { "tab", K_TAB }, { "enter", K_ENTER },
	{ "f1", K_F1 }, { "f2", K_F2 }, { "f3", K_F3 }, { "f4", K_F4 }, { "f5", K_F5 }, { "back", K_ESC },
	{ "esc", K_ESC }, { "redo", K_CTRL('r') }, { "undo", 'u' }, { "help", '?' }, { NULL, 0 }
};

/* A key by its letter, its name, or the word that the bar has for it. */
static int code_of(struct lines *l, const char *line)
{
	struct view *v = app_top(&l->app);

	if (line[0] && !line[1])
		return (unsigned char)line[0];
	for (size_t i = 0; words[i].word; i++)
		if (!strcasecmp(words[i].word, line))
			return words[i].code;
	for (const struct key *k = v->type->keys; k && k->code; k++)
		if (k->label && (!k->can || k->can(&l->app, v)) && !strncasecmp(k->label, line, strlen(line)))
			return k->code;
	return 0;
}

static void choose(struct lines *l, int n)
{
	struct view *v = app_top(&l->app);

	if (n < 1 || n > l->n_items)
		say(l, "There is no such number here.");
	else {
		l->app.said = NULL;
		view_choose(&l->app, v, l->items[n - 1], v->type->dialog);
	}
}

static void search(struct lines *l, const char *line)
{
	struct view *v = app_top(&l->app);
	struct event clear = { .type = EV_KEY, .key = K_CTRL('u') };
	struct event text = { .type = EV_TEXT, .text = line };

	view_input(&l->app, v, &clear);
	view_input(&l->app, v, &text);
}

static void obey(struct lines *l, const char *line)
{
	struct view *v = app_top(&l->app);
	bool typing = view_typing(v), number = isdigit((unsigned char)*line);
	size_t n = strlen(line);
	int code;

	l->app.now_s = l->app.front->now_s ? l->app.front->now_s : clock_now_s(&clock_system);
	if (!strcasecmp(line, "quit")) {
		l->app.quit = true;
	} else if (!n) {
		app_key(&l->app, K_ENTER);
	} else if (number && line[n - 1] == '.') {
		app_go(&l->app, (size_t)atoi(line) - 1);
	} else if (number) {
		choose(l, atoi(line));
	} else if (typing && strcasecmp(line, "back")) {
		search(l, line);
	} else {
		code = code_of(l, line);
		if (code == 'q' && l->app.n_views == 1 && l->app.came_from < 0)
			l->app.quit = true;
		else if (code)
			app_key(&l->app, code);
		else
			say(l, "That is no key here. ? lists them.");
	}
}

static enum rc edit_file(struct app *app, const char *path, struct err *err)
{
	return editor_run(app->arena, path, err);
}

enum rc tui_lines(struct arena *a, const struct front *f, struct err *err)
{
	struct lines *l = arena_new(a, struct lines);
	struct app *app = &l->app;
	enum rc rc = app_begin(app, a, f, err);

	if (rc)
		return rc;
	aside_take(app);
	out_to_fd(&l->out, a, STDOUT_FILENO);
	app->plain = true;
	app->canvas.plain = true;
	app->edit_file = edit_file;
	while (!app->quit && canvas_resize(&app->canvas, ROWS, COLS)) {
		struct arena line_in = { .parent = a };
		const char *line;

		if (app->said)
			say(l, app->said);
		if (view_form(app_top(app))) {
			if (app_top(app) != l->shown)
				print_picture(l);
			do_form(l);
			continue;
		}
		print_picture(l);
		print_keys(l);
		app->said = NULL;
		line = read_line(l, &line_in, "> ");
		if (line)
			obey(l, line);
		app->quit |= !line;
		arena_free(&line_in);
	}
	app_keep(app);
	app_end(app);
	free(l->before);
	flush(l);
	return RC_OK;
}
