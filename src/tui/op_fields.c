#include "op_fields.h"

#include <ctype.h>
#include <string.h>

#include "say.h"
#include "screens.h"

#define CHOICES_MAX 2000

/* ---- what they are called ---- */

bool op_asks(const struct param *p)
{
	return !(p->flags & LOCAL) && p->type != P_FILE && p->type != P_TABLE;
}

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

static const char *sentence(struct arena *a, const char *text)
{
	size_t n = strlen(text);
	char *s = arena_printf(a, "%s%s", text, n && strchr(".?!", text[n - 1]) ? "" : ".");

	*s = (char)toupper((unsigned char)*s);
	return s;
}

/* "Weekly cap", from "weekly-cap". */
static const char *label_of(struct arena *a, const struct param *p)
{
	char *label = arena_printf(a, "%s%s", p->name, p->flags & REQUIRED ? " *" : "");

	*label = (char)toupper((unsigned char)*label);
	for (char *c = label; *c; c++)
		if (*c == '-')
			*c = ' ';
	return label;
}

struct field op_field(struct arena *a, const struct param *p)
{
	struct field f = { .name = p->name, .label = label_of(a, p), .hint = sentence(a, p->help), .empty = p->help,
			   .kind = FIELD_LINE, .chosen = -1, .must = p->flags & REQUIRED };

	if (p->type == P_FLAG) {
		f.kind = FIELD_CHECK;
		f.label = arena_printf(a, "%s: %s", label_of(a, p), p->help);
	} else if (p->type == P_WORD && !(p->flags & REPEATED)) {
		f.kind = FIELD_CHOICE;
		f.choices = choices_of(a, p);
	} else if (p->type == P_LONG || p->flags & REPEATED) {
		f.kind = FIELD_TEXT;
	}
	if (op_can_choose(p))
		f.hint = arena_printf(a, "%s F3 chooses from a list.", f.hint);
	return f;
}

/* ---- what is selected, and what is there ---- */

static bool is_ref(const char *s)
{
	return isupper((unsigned char)s[0]) && s[1] == '-' && isdigit((unsigned char)s[2]);
}

bool op_takes(const struct op *op, const struct param *p, const char *selected)
{
	bool of_period = !strncmp(op->name, "period ", 7);

	if (is_ref(selected))
		return (p->type == P_REF && p->letter == *selected) ||
		       (p->type == P_THEME && *selected == 'T') || (p->type == P_PERIOD && *selected == 'P');
	return p->flags & POSITIONAL && (of_period ? p->type == P_PERIOD : p->type == P_PERSON);
}

const struct param *op_taker(const struct op *op, const char *selected)
{
	for (const struct param *p = op->params; selected && p && p->name; p++)
		if (op_asks(p) && op_takes(op, p, selected))
			return p;
	return NULL;
}

/* Several of a kind stand on a line each; NULL: there is none, or one has lines. */
static const char *typed_list(struct arena *a, const struct value *v)
{
	const char *text = NULL;

	for (size_t i = 0; i < v->u.list.n; i++) {
		if (strchr(v->u.list.p[i], '\n'))
			return NULL;
		text = text ? arena_printf(a, "%s\n%s", text, v->u.list.p[i]) : v->u.list.p[i];
	}
	return text;
}

/* A cell as its parameter would be typed; NULL: it is none of those. */
static const char *typed_as(struct arena *a, const struct column *col, const struct value *v)
{
	switch (v->type) {
	case V_TEXT: return v->u.s.p;
	case V_INT: return arena_printf(a, "%lld", (long long)v->u.i);
	case V_DAY: return iso_day(a, v->u.i);
	case V_REF: return arena_printf(a, "%c-%lld", col->letter, (long long)v->u.i);
	case V_NULL:
	case V_REAL:
	case V_BOOL:
	case V_INSTANT:
	case V_SPAN:
	case V_UUID:
	case V_JSON: break;
	case V_LIST: return typed_list(a, v);
	}
	return NULL;
}

static bool same_key(const char *key, const char *name)
{
	while (*key && (*key == *name || (*key == '_' && *name == '-'))) {
		key++;
		name++;
	}
	return !*key && !*name;
}

void op_fill_present(struct app *app, const struct op *op, const char *selected, struct form *f)
{
	struct arena a = { .parent = app->arena };
	size_t noun = strcspn(op->name, " ");
	const struct op *show = op_find(arena_printf(&a, "%.*s show", (int)noun, op->name));
	struct reply r = { 0 };
	struct err ignored = { 0 };

	if (strcmp(op->name + noun, " edit") || !show || !show->params ||
	    app_call(app, &a, show->name, ARGS({ show->params[0].name, selected, NULL }), &r, &ignored) ||
	    !r.n_rows) {
		arena_free(&a);
		return;
	}
	for (int i = 0; i < f->n; i++)
		for (size_t k = 0; k < r.n_cols; k++) {
			const struct param *p = op_param(op, f->fields[i].name);
			const char *text = typed_as(&a, &r.cols[k], &r.cells[k]);

			if (text && !(p->flags & REPEATED) == (r.cells[k].type != V_LIST) && !field_value(&f->fields[i]) &&
			    same_key(r.cols[k].key, p->name))
				field_set(&f->fields[i], text);
		}
	arena_free(&a);
}

/* ---- what there is to choose from ---- */

static const struct source {
	enum ptype type;
	char letter;
	const char *op, *title, *value, *said[3];
} sources[] = {
	{ P_PERSON, 0, "person list", "Who?", "login", { "name", "team", NULL } },
	{ P_THEME, 0, "theme list", "Which theme?", "id", { "name", NULL, NULL } },
	{ P_PERIOD, 0, "period list", "Which period?", "name", { "name", "state_said", NULL } },
	{ P_PROGRAM, 0, "program list", "Which program?", "name", { "name", NULL, NULL } },
	{ P_REF, 'A', "action list", "Which action?", "id", { "title", "state_said", NULL } },
	{ P_REF, 'B', "mine", "Which booking?", "id", { "start", "rep_name", "state_said" } },
	{ P_REF, 'N', "note list", "Which write-up?", "id", { "start", "rep_name", "author_name" } },
	{ P_REF, 'O', "note remarks", "Which remark?", "id", { "area", "text", NULL } },
	{ P_REF, 'S', "find", "Which session?", "id", { "start", "rep_name", "kind" } },
};

static const struct source *source_of(const struct param *p)
{
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (sources[i].type == p->type && (p->type != P_REF || sources[i].letter == p->letter))
			return &sources[i];
	return NULL;
}

bool op_can_choose(const struct param *p)
{
	return source_of(p);
}

static const char *said(struct app *app, struct arena *a, const struct reply *r, size_t row,
			const struct source *s)
{
	const char *text = *s->value == 'i' ? row_ref(a, r, row, s->value) : "";

	for (size_t i = 0; i < 3 && s->said[i]; i++) {
		const char *more = !strcmp(s->said[i], "start") ? row_null(r, row, "start") ? ""
				 : tell_at(app, a, row_int(r, row, "start")) : row_text(r, row, s->said[i]);

		if (*more)
			text = arena_printf(a, "%s%s%s", text, *text ? "  " : "", more);
	}
	return text;
}

void op_choose(struct app *app, const struct param *p,
	       void (*picked)(struct app *app, struct view *of, const char *value))
{
	const struct source *s = source_of(p);
	struct arena a = { .parent = app->arena };
	struct request rq = { .op = s ? s->op : NULL, .limit = CHOICES_MAX };
	struct reply r = { 0 };
	struct err err = { 0 };
	struct choice *all;

	if (!s)
		return;
	if (app_request(app, &a, &rq, &r, &err)) {
		app_say_err(app, &err);
		arena_free(&a);
		return;
	}
	all = arena_array(&a, struct choice, r.n_rows + 1);
	for (size_t i = 0; i < r.n_rows; i++) {
		all[i].value = row_ref(&a, &r, i, s->value);
		all[i].label = said(app, &a, &r, i, s);
	}
	open_pick(app, s->title, all, (int)r.n_rows, picked);
	arena_free(&a);
}
