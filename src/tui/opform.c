/* Any operation as a form: a field a parameter. */
#include <string.h>

#include "dialog.h"
#include "draft.h"
#include "say.h"
#include "screens.h"
#include "twin.h"

#define LABEL 16

struct opform {
	struct view v;
	const struct op *op;
	const struct param **params;	/* a field's each */
	struct form form;
};

static struct choice *choices_of(struct arena *a, const struct param *p)
{
	struct choice *all;
	size_t n = 0;

	while (p->words[n].code)
		n++;
	all = arena_array(a, struct choice, n + 1);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct choice){ p->words[i].code, p->words[i].plain ? p->words[i].plain
									      : p->words[i].code };
	return all;
}

static struct field field_of(struct arena *a, const struct param *p)
{
	struct field f = { .name = p->name, .hint = p->help, .kind = FIELD_LINE, .chosen = -1 };

	f.label = p->flags & REQUIRED ? arena_printf(a, "%s *", p->name) : p->name;
	if (p->type == P_FLAG) {
		f.kind = FIELD_CHECK;
		f.label = arena_printf(a, "%s: %s", p->name, p->help);
	}
	if (p->type == P_WORD && !(p->flags & REPEATED)) {
		f.kind = FIELD_CHOICE;
		f.choices = choices_of(a, p);
	} else if (p->type == P_LONG || p->flags & REPEATED)
		f.kind = FIELD_TEXT;
	f.empty = param_meta(p);
	return f;
}

/* The answers as arguments; several of a kind stand on a line each. */
static struct arg *answers(const struct opform *o, struct arena *a, size_t *n)
{
	struct arg *args = NULL;
	size_t cap = 0;

	*n = 0;
	for (int i = 0; i < o->form.n; i++) {
		const char *text = field_value(&o->form.fields[i]);
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
	put_wrapped_text(c, a, a.rows - 1 - twin_rows, twin_rows, STYLE_DIM,
			 twin_of_op(&m, o->op, args, n));
	put_buttons(c, a, a.rows - 1, o->op->effect == EFFECT_WRITE ? "Do it" : "Show", "Not now");
	arena_free(&m);
}

static void do_it(struct app *app, struct view *v)
{
	struct opform *o = (struct opform *)v;
	struct arena m = { .parent = app->arena };
	const struct op *op = o->op;
	size_t n;
	struct arg *args = answers(o, &m, &n);

	if (op->effect == EFFECT_WRITE) {
		if (app_do(app, op->name, args, n))
			form_done(app, v);
	} else {
		form_done(app, v);	/* the answers lie in m */
		open_result(app, op, args, n);
	}
	arena_free(&m);
}

static const struct key keys[] = {
	{ K_ENTER, "Do it", "Do it with these answers", do_it, 0, NULL, NULL },
	{ K_F2, NULL, "Do it with these answers", do_it, KEY_HIDDEN, NULL, NULL },
	{ K_ESC, "Not now", "Back, nothing is done", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type type = {
	.name = "Command", .keys = keys, .size = sizeof (struct opform), .dialog = true, .draw = draw,
	.form = offsetof(struct opform, form),
};

static size_t count(const struct op *op)
{
	size_t n = 0;

	while (op->params && op->params[n].name)
		n++;
	return n;
}

static bool needs_file(const struct op *op)
{
	for (const struct param *p = op->params; p && p->name; p++)
		if (p->type == P_TABLE)
			return true;
	return false;
}

/* What is given, in the fields; several of a kind on a line each. Its words are
 * the draft's name, too. */
static const char *fill_in(struct opform *o, const struct arg *args, size_t n)
{
	struct arena *a = &o->v.own;
	const char *said = "";

	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i < count(o->op); i++) {
			struct field *f = &o->form.fields[i];
			const char *text = args[k].text ? args[k].text : "";
			const char *had = o->params[i]->flags & REPEATED ? field_value(f) : NULL;

			if (strcmp(o->params[i]->name, args[k].name))
				continue;
			field_set(f, had ? arena_printf(a, "%s\n%s", had, text) : text);
			said = arena_printf(a, "%s%s%s", said, *said ? " " : "", *text ? text : f->name);
		}
	return said;
}

void open_op(struct app *app, const struct op *op, const char *selected)
{
	const struct param *p = op_takes(op, selected);
	struct arg arg = { p ? p->name : NULL, selected, NULL };

	open_op_with(app, op, &arg, p != NULL);
}

void open_op_with(struct app *app, const struct op *op, const struct arg *args, size_t n_args)
{
	struct opform *o;
	struct field *fields;
	size_t n = count(op);

	if (needs_file(op) || op->flags & (OP_FRESH_STORE | OP_OWN_TXN)) {
		app_say(app, "That one is for the shell: replife %s --help", op->name);
		return;
	}
	if (!n && op->effect != EFFECT_WRITE) {
		open_result(app, op, NULL, 0);
		return;
	}
	o = (struct opform *)app_open(app, &type);
	if (!o)
		return;
	o->op = op;
	o->params = arena_array(&o->v.own, const struct param *, n + 1);
	fields = arena_array(&o->v.own, struct field, n + 1);
	for (size_t i = 0; i < n; i++) {
		o->params[i] = &op->params[i];
		fields[i] = field_of(&o->v.own, &op->params[i]);
	}
	if (!n)
		fields[n++] = (struct field){ .kind = FIELD_HEAD, .label = "It takes no answers." };
	form_init(&o->form, &o->v.own, fields, (int)n);
	o->form.enter_ends = true;
	form_begin(app, &o->form, "%s %s", op->name, fill_in(o, args, n_args));
}
