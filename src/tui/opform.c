/* Any operation as a form: a field a parameter. */
#include <string.h>

#include "dialog.h"
#include "draft.h"
#include "op_fields.h"
#include "say.h"
#include "screens.h"
#include "twin.h"

#define LABEL 16

struct opform {
	struct view v;
	const struct op *op;
	const struct param **params;	/* a field's each */
	const char **was;		/* and the answer that it began with, or NULL */
	struct form form;
};

/* What is asked of a field: NULL is nothing. Of an edit, what was changed. */
static const char *answer(const struct opform *o, int i)
{
	const char *text = field_value(&o->form.fields[i]), *was = o->was[i];
	const struct param *p = o->params[i];

	if (!was || p->flags & REQUIRED)
		return text;
	if (!text && p->flags & (CLEARS | REPEATED))
		return "";
	return text && strcmp(text, was) ? text : NULL;
}

/* The answers as arguments; several of a kind stand on a line each. */
static struct arg *answers(const struct opform *o, struct arena *a, size_t *n)
{
	struct arg *args = NULL;
	size_t cap = 0;

	*n = 0;
	for (int i = 0; i < o->form.n && o->params[i]; i++) {
		const char *text = answer(o, i);
		const struct param *p = o->params[i];

		while (text) {
			const char *end = p->flags & REPEATED ? strchr(text, '\n') : NULL;

			if (*n == cap) {
				args = arena_grow(a, args, cap * sizeof *args, (cap + 16) * sizeof *args);
				cap += 16;
			}
			args[(*n)++] = (struct arg){ p->name, p->type == P_FLAG ? NULL :
				arena_dup(a, text, end ? (size_t)(end - text) : strlen(text)), NULL };
			text = end && end[1] ? end + 1 : NULL;
		}
	}
	return args;
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct opform *o = (struct opform *)v;
	struct arena m = { .parent = app->arena };
	int room = body.cols < 78 ? body.cols - 4 : 74, rows, twin_rows = 2;
	struct arg *args;
	struct box a;
	size_t n;

	rows = form_rows(&o->form, room, LABEL);
	a = dialog_frame(c, body, rows + 3 + twin_rows, room, o->op->summary);
	form_draw(&o->form, c, box_part(a, 0, 0, a.rows - 2 - twin_rows, a.cols), LABEL);
	args = answers(o, &m, &n);
	if (!c->plain)
		put_wrapped_text(c, a, a.rows - 1 - twin_rows, twin_rows, STYLE_DIM,
				 twin_of_op(&m, o->op, args, n));
	put_buttons(c, a, a.rows - 1, o->op->effect == EFFECT_WRITE ? "Do it" : "Show", "Not now");
	arena_free(&m);
}

/* What the op would refuse in the shell's words is asked for by the field's own. */
static bool is_complete(struct app *app, struct form *f)
{
	const struct field *d = f->fields, *end = d + f->n;

	while (d < end && (!d->must || field_value(d)))
		d++;
	if (d == end)
		return true;
	form_go(f, d->name);
	app_say(app, "%.*s is needed. %s", (int)(strlen(d->label) - strlen(" *")), d->label, form_hint(f));
	return false;
}

static void do_it(struct app *app, struct view *v)
{
	struct opform *o = (struct opform *)v;
	struct arena m = { .parent = app->arena };
	const struct op *op = o->op;
	struct arg *args;
	size_t n;

	if (!is_complete(app, &o->form))
		return;
	args = answers(o, &m, &n);
	if (op->effect == EFFECT_WRITE) {
		if (app_do(app, op->name, args, n))
			form_done(app, v, app->undo);
	} else {
		form_done(app, v, 0);	/* the answers lie in m */
		open_result(app, op, args, n);
	}
	arena_free(&m);
}

/* Several of a kind stand on a line each. */
static void add_value(struct opform *o, int i, const char *text)
{
	struct field *f = &o->form.fields[i];
	const char *had = o->params[i]->flags & REPEATED ? field_value(f) : NULL;

	field_set(f, had ? arena_printf(&o->v.own, "%s\n%s", had, text) : text);
}

static void picked(struct app *app, struct view *of, const char *value)
{
	struct opform *o = (struct opform *)of;
	struct form *f = &o->form;

	(void)app;
	add_value(o, f->at, value);
	form_touch(f);
}

static const struct param *param_at(const struct view *v)
{
	const struct opform *o = (const struct opform *)v;

	return o->params[o->form.at];
}

static void choose(struct app *app, struct view *v)
{
	op_choose(app, param_at(v), picked);
}

static bool may_choose(const struct app *app, const struct view *v)
{
	(void)app;
	return param_at(v) && op_can_choose(param_at(v));
}

static const struct key keys[] = {
	{ K_ENTER, "Do it", "Do it with these answers", do_it, 0, NULL, NULL },
	{ K_F2, NULL, "Do it with these answers", do_it, KEY_HIDDEN | KEY_IN_TEXT, NULL, NULL },
	{ K_F3, "Choose", "Choose from a list", choose, KEY_IN_TEXT, may_choose, NULL },
	{ K_ESC, "Not now", "Back, nothing is done", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Command", .keys = keys, .size = sizeof (struct opform), .dialog = true, .draw = draw,
	.form = offsetof(struct opform, form),
};

static bool needs_file(const struct op *op)
{
	for (const struct param *p = op->params; p && p->name; p++)
		if (p->type == P_TABLE)
			return true;
	return false;
}

/* A field a parameter; n + 1 of each, for an op that asks nothing. */
static struct field *fields_of(struct opform *o, int *n)
{
	struct arena *a = &o->v.own;
	struct field *fields;
	int all = 0;

	while (o->op->params && o->op->params[all].name)
		all++;
	o->params = arena_array(a, const struct param *, (size_t)all + 1);
	o->was = arena_array(a, const char *, (size_t)all + 1);
	fields = arena_array(a, struct field, (size_t)all + 1);
	*n = 0;
	for (int i = 0; i < all; i++)
		if (op_asks(&o->op->params[i])) {
			o->params[*n] = &o->op->params[i];
			fields[(*n)++] = op_field(a, &o->op->params[i]);
		}
	if (!*n)
		fields[(*n)++] = (struct field){ .kind = FIELD_HEAD, .label = "It takes no answers." };
	return fields;
}

/* One thing that is given, in its field. */
static void give(struct opform *o, const char *name, const char *text, bool *given)
{
	for (int i = 0; i < o->form.n && o->params[i]; i++) {
		if (strcmp(o->params[i]->name, name))
			continue;
		add_value(o, i, text);
		given[i] = true;
	}
}

/*
 * The selected thing, where a parameter takes it, and what is given besides. Of
 * an edit the rest is as it is now. In words: the draft's name.
 */
static const char *fill_in(struct app *app, struct opform *o, const char *selected, const struct arg *args,
			   size_t n)
{
	struct arena *a = &o->v.own;
	struct form *f = &o->form;
	bool *given = arena_array(a, bool, (size_t)f->n);
	const struct param *p = op_taker(o->op, selected);
	const char *said = selected ? selected : "";

	if (p)
		give(o, p->name, selected, given);
	for (size_t i = 0; i < n; i++) {
		const char *text = args[i].text ? args[i].text : "";

		give(o, args[i].name, text, given);
		said = arena_printf(a, "%s%s%s", said, *said ? " " : "", *text ? text : args[i].name);
		if (!p && !i && param_is_positional(op_param(o->op, args[i].name)))
			selected = text;
	}
	if (!selected)
		return said;
	op_fill_present(app, o->op, selected, f);
	for (int i = 0; i < f->n && o->params[i]; i++)
		if (!given[i])
			o->was[i] = arena_strdup(a, field_value(&f->fields[i]));
	return said;
}

void open_op(struct app *app, const struct op *op, const char *selected)
{
	open_op_with(app, op, selected, NULL, 0);
}

void open_op_with(struct app *app, const struct op *op, const char *selected, const struct arg *args,
		  size_t n_args)
{
	struct opform *o;
	struct field *fields;
	int n;

	if (needs_file(op) || op->flags & (OP_FRESH_STORE | OP_OWN_TXN)) {
		app_say(app, "That one is for the shell: replife %s --help", op->name);
		return;
	}
	if (!(op->params && op->params[0].name) && op->effect != EFFECT_WRITE) {
		open_result(app, op, NULL, 0);
		return;
	}
	o = (struct opform *)app_open(app, &type);
	if (!o)
		return;
	o->op = op;
	fields = fields_of(o, &n);
	form_init(&o->form, &o->v.own, fields, n);
	o->form.enter_ends = true;
	form_begin(app, &o->form, "%s %s", op->name, fill_in(app, o, selected, args, n_args));
	form_go_empty(&o->form);
}
