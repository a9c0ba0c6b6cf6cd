/* What the palette has for words: the command that they are, the screen's
 * keys, things, and operations, in this order. */
#include <string.h>

#include "op_fields.h"
#include "palette.h"
#include "replife/typed.h"
#include "say.h"
#include "twin.h"

bool palette_may(const struct app *app, const struct op *op)
{
	unsigned roles = (app->roles & ROLE_BIT(ROLE_REP) ? WHO_REP : 0u) |
			 (app->roles & ROLE_BIT(ROLE_MARKETER) ? WHO_MARKETER : 0u) |
			 (app->roles & ROLE_BIT(ROLE_LIFECYCLE) ? WHO_LIFECYCLE : 0u);

	if (op->flags & (OP_HIDDEN | OP_NO_STORE))
		return false;
	return (op->who & WHO_ANYBODY) == WHO_ANYBODY || op->who & roles ||
	       (app->roles & ROLE_BIT(ROLE_LIFECYCLE) && op->who != WHO_OWNER);
}

bool palette_has(const struct app *app, const struct view_type *screen)
{
	for (size_t i = 0; i < app->n_mains; i++)
		if (app->mains[i]->type == screen)
			return true;
	return false;
}

void palette_add(struct palette *p, struct palette_row r)
{
	if (p->n == PALETTE_ROWS)
		return;
	r.hint = arena_printf(&p->found, IN_THE_SHELL "%s", r.twin);
	r.twin = r.hint + sizeof IN_THE_SHELL - 1;
	p->rows[p->n++] = r;
}

/* ---- keys ---- */

static void run_key(struct app *app, struct view *of, const struct palette_row *r)
{
	app_run_key(app, of, r->key);
}

/* Those without a twin only move about. */
static void add_keys(struct app *app, struct palette *p, const struct key *keys, const char *words)
{
	const char *selected = view_selected(p->of);
	struct arena *a = &p->found;

	for (const struct key *k = keys; k && k->code; k++) {
		struct palette_row r = { .text = k->help, .code = k->code, .run = run_key, .key = k };

		if (k->flags & KEY_HIDDEN || !k->run || !k->twin || view_key(app, p->of, k->code) != k)
			continue;
		r.twin = twin_of_key(a, k->twin, selected);
		if (search_matches(words, a, arena_printf(a, "%s %s %s", k->label ? k->label : "", k->help, r.twin)))
			palette_add(p, r);
	}
}

/* ---- the mouse ---- */

static void switch_mouse(struct app *app, struct view *of, const struct palette_row *r)
{
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	bool on = !app->mouse;

	(void)of;
	(void)r;
	app->mouse = on;
	app->switch_mouse(app, on);
	if (app->front->set(&a, "mouse", on ? "yes" : "no", &err))
		app_say(app, "The mouse is %s until you leave; it could not be kept: %s", on ? "on" : "off", err.what);
	else
		app_say(app, on ? "The mouse is on, the next time, too"
				: "The mouse is off, the next time, too: dragging it marks text");
	arena_free(&a);
}

static void add_mouse(struct app *app, struct palette *p, const char *words)
{
	struct palette_row r = {
		.text = app->mouse ? "Switch the mouse off" : "Switch the mouse on",
		.run = switch_mouse,
		.twin = app->mouse ? "replife config set mouse no" : "replife config set mouse yes",
	};

	if (app->switch_mouse && search_matches(words, &p->found, arena_printf(&p->found, "%s %s", r.text, r.twin)))
		palette_add(p, r);
}

/* ---- help ---- */

static void show_topic(struct app *app, struct view *of, const struct palette_row *r)
{
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	const char *text;

	(void)of;
	if (app->front->help(&a, r->what, &text, &err))
		app_say_err(app, &err);
	else
		open_page(app, r->text, text);
	arena_free(&a);
}

static void add_topics(struct app *app, struct palette *p, const char *words)
{
	struct arena *a = &p->found;
	const char *name, *title;

	for (size_t i = 0; (name = app->front->topic(i, &title)); i++) {
		struct palette_row r = { .run = show_topic, .what = name };

		r.text = arena_printf(a, "Help: %s", title);
		r.twin = arena_printf(a, "replife help %s", name);
		if (search_matches(words, a, arena_printf(a, "%s %s", r.text, name)))
			palette_add(p, r);
	}
}

/* ---- operations ---- */

static void run_op(struct app *app, struct view *of, const struct palette_row *r)
{
	(void)of;
	/* "-o FILE": files are not written from here. */
	for (size_t i = 0; i < r->n_args; i++)
		if (!op_asks(op_param(r->op, r->args[i].name))) {
			app_say(app, "%s", r->hint);
			return;
		}
	open_op_with(app, r->op, NULL, r->args, r->n_args);
}

static void add_op(struct palette *p, const struct op *op, const struct arg *args, size_t n)
{
	const char *selected = view_selected(p->of);
	const struct param *takes = n ? NULL : op_taker(op, selected);
	struct arg *arg = arena_new(&p->found, struct arg);
	struct palette_row r = { .text = op->summary, .run = run_op, .op = op, .args = args, .n_args = n };

	if (takes) {
		*arg = (struct arg){ takes->name, arena_strdup(&p->found, selected), NULL };
		r.args = arg;
		r.n_args = 1;
	}
	r.twin = twin_of_op(&p->found, op, r.args, r.n_args);
	palette_add(p, r);
}

static void add_ops(struct app *app, struct palette *p, const char *words, const struct op *but)
{
	struct arena *a = &p->found;

	for (size_t i = 0; op_table[i]; i++) {
		const struct op *op = op_table[i];

		if (op != but && palette_may(app, op) &&
		    search_matches(words, a, arena_printf(a, "%s %s", op->name, op->summary)))
			add_op(p, op, NULL, 0);
	}
}

/* ---- a command as it is typed ---- */

/* "find ana" is no command: a word that cannot be what its place is for. */
static bool fits(const struct app *app, const struct op *op, const struct arg *arg)
{
	const struct param *p = op_param(op, arg->name);
	struct err ignored = { 0 };
	int64_t begin_s, end_s;

	if (p->type == P_REF)
		return ref_parse(p->letter, arg->text);
	return p->type != P_SPAN || !typed_span(arg->text, app->zone, app->now_s, &begin_s, &end_s, &ignored);
}

static const struct op *add_command(struct app *app, struct palette *p)
{
	const struct arg *args;
	size_t n;
	const struct op *op = op_of_twin(&p->found, p->search.typed.text, &args, &n);

	if (!op || !palette_may(app, op))
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (!fits(app, op, &args[i]))
			return NULL;
	add_op(p, op, args, n);
	return op;
}

void palette_find(struct app *app, struct view *v)
{
	struct palette *p = (struct palette *)v;
	const struct op *command;
	const char *words;

	arena_free(&p->found);
	p->found.parent = app->arena;
	p->n = 0;
	words = twin_typed(search_words(&p->search, &p->found));
	command = add_command(app, p);
	add_keys(app, p, p->of->type->keys, words);
	add_keys(app, p, app_keys, words);
	add_mouse(app, p, words);
	/* A letter names too much. */
	if (strlen(words) > 1) {
		palette_things(app, p, words);
		add_topics(app, p, words);
	}
	add_ops(app, p, words, command);
	search_found(&p->search, p->n);
}
