/*
 * The app as lines, for a screen reader: numbered, appended, nothing drawn
 * over. The same views, as texts; a number chooses a row, a letter or a word
 * does what the key does, and a form asks one thing at a time.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "aside.h"
#include "lines.h"
#include "replife/clock.h"
#include "replife/editor.h"
#include "who.h"

/* There are no cells in plain mode: as many as any list needs, as wide as no
 * layout leaves something out. */
#define ROWS 1000000
#define COLS 400

/* ---- keys by their words ---- */

int lines_code(struct lines *l, const char *word)
{
	struct view *v = app_top(&l->app);
	const struct key *const tables[] = { v->type->keys, v->type->form ? form_keys : NULL };
	size_t n = strlen(word);
	int code = key_code(word);

	for (int whole = 1; whole >= 0 && !code; whole--)
		for (size_t t = 0; t < 2; t++)
			for (const struct key *k = tables[t]; k && k->code && !code; k++)
				if (k->label && key_works(&l->app, v, tables[t], k) && n > 1 && (whole ? !strcasecmp(k->label, word)
						   : n > 2 && !strncasecmp(k->label, word, n)))
					code = k->code;
	return code;
}

/* Has the view a use for it? */
static bool is_key(struct lines *l, int code)
{
	struct view *v = app_top(&l->app);
	const struct key *k = view_key(&l->app, v, code);

	return (k && k->run) || (code >= K_UP && code <= K_PGDN) || code == 'j' || code == 'k';
}

/* ---- screens ---- */

static int screen_of(struct lines *l, const char *word)
{
	char *end;
	long n = strtol(word, &end, 10);

	if (end > word && (!*end || !strcmp(end, ".")))
		return n >= 1 && n <= (long)l->app.n_mains ? (int)n - 1 : -1;
	for (size_t i = 0; i < l->app.n_mains; i++)
		if (!strcasecmp(l->app.mains[i]->type->name, word))
			return (int)i;
	return -1;
}

static void go(struct lines *l, const char *word)
{
	int at = screen_of(l, word);

	if (at < 0)
		lines_sayf(l, "There is no screen %s here; keys says which there are.", word);
	else if (l->app.n_views == 1 && (size_t)at == l->app.main_at)
		lines_sayf(l, "This is %s.", l->app.mains[at]->type->name);
	else
		app_go(&l->app, (size_t)at);
}

/* ---- what else is typed ---- */

static void choose(struct lines *l, const char *line)
{
	struct view *v = app_top(&l->app);
	struct said *s = lines_said(l);
	long n = strtol(line, NULL, 10);

	if (n < 1 || n > s->numbered) {
		lines_sayf(l, "There is no such number here%s.",
			   screen_of(l, line) >= 0 ? "; with a dot it is a screen" : "");
		return;
	}
	l->app.said = NULL;
	view_choose(&l->app, v, s->items[n - 1], v->type->dialog);
}

static void search(struct lines *l, const char *line)
{
	struct view *v = app_top(&l->app);
	struct event clear = { .type = EV_KEY, .key = K_CTRL('u') };
	struct event text = { .type = EV_TEXT, .text = line };

	l->app.said = NULL;
	view_input(&l->app, v, &clear);
	view_input(&l->app, v, &text);
}

static void press(struct lines *l, const char *word)
{
	int code = lines_code(l, word);

	if (code && is_key(l, code))
		app_key(&l->app, code);
	else if (screen_of(l, word) >= 0)
		go(l, word);
	else
		lines_say(l, "That is no key here. keys lists them; help says what they do.");
}

/* The words of this mode. False: it is none. */
static bool own_word(struct lines *l, const char *line)
{
	if (!strcasecmp(line, "quit"))
		app_leave(&l->app);
	else if (!strcasecmp(line, "list"))
		lines_show(l, true);
	else if (!strcasecmp(line, "keys"))
		lines_keys(l, true);
	else if (!strncasecmp(line, "screen ", 7))
		go(l, line + 7);
	else
		return false;
	return true;
}

static void obey(struct lines *l, const char *line)
{
	struct view *v = app_top(&l->app);
	bool dot = line[0] == '.' && isalpha((unsigned char)line[1]);
	size_t n = strlen(line), digits = strspn(line, "0123456789");
	const char *word = line + dot;

	app_heard(&l->app, !strcasecmp(word, "quit"));
	l->app.now_s = l->app.front->now_s ? l->app.front->now_s : clock_now_s(&clock_system);
	if (!n)
		app_key(&l->app, K_ENTER);
	else if (digits && digits == n)
		choose(l, line);
	else if (digits && digits + 1 == n && line[digits] == '.')
		go(l, line);
	/* Where letters search, only these two are commands without a dot. */
	else if (view_typing(v) && !dot && strcasecmp(line, "back") && strcasecmp(line, "quit"))
		search(l, line);
	else if (!own_word(l, word))
		press(l, word);
}

static enum rc edit_file(struct app *app, const struct editing *e, struct err *err)
{
	app_keep(app);
	return editor_run(app->arena, e, err);
}

static void look(struct app *app)
{
	if (app_look(app) == LOOK_READ)
		app_reload(app);
	who_check(app);
}

static void try_again(struct app *app)
{
	struct arena a = { .parent = app->arena };
	struct reply r = { 0 };
	struct err ignored = { 0 };

	if (!app_call(app, &a, "whoami", NULL, 0, &r, &ignored))
		look(app);
	arena_free(&a);
}

static void step(struct lines *l)
{
	struct app *app = &l->app;
	const char *line;

	/* What others changed while the line was typed. */
	look(app);
	if (view_form(app_top(app))) {
		app->asked = false;
		lines_form(l);
		return;
	}
	aside_retry(app, 1);
	app_draw(app);
	lines_message(l);
	lines_show(l, false);
	lines_keys(l, !l->keys);
	line = lines_read(l);
	if (line && session_away(app->session)) {	/* who types has waited */
		try_again(app);
		app_draw(app);
		lines_message(l);
	}
	if (line)
		obey(l, line);
	app->quit |= !line;
}

enum rc tui_lines(struct arena *a, const struct front *f, struct err *err)
{
	struct lines *l = arena_new(a, struct lines);
	struct app *app = &l->app;
	enum rc rc = app_begin(app, a, f, err);

	if (rc)
		return rc;
	out_to_fd(&l->out, a, STDOUT_FILENO);
	l->keys_in.parent = a;
	app->plain = app->canvas.plain = true;
	app->canvas.plain_in.parent = a;
	app->edit_file = edit_file;
	if (!canvas_resize(&app->canvas, ROWS, COLS))
		app->quit = true;
	app_look(app);
	aside_take(app);
	while (!app->quit)
		step(l);
	app_keep(app);
	lines_forget(l);
	app_end(app);
	lines_flush(l);
	return RC_OK;
}
