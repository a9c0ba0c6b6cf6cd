/* The request's texts to the op's parameters: checked, cleaned, resolved. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "replife/typed.h"
#include "replife/utf8.h"
#include "session_i.h"

/* "--rep" or "SLOT": as it was typed. */
static const char *said(struct call *c, const struct param *p)
{
	if (p->flags & (POSITIONAL | REST))
		return param_meta(p);
	return arena_printf(c->arena, "--%s", p->name);
}

static enum rc bind_word(struct call *c, struct bound *b, struct err *err)
{
	const struct word *w = b->param->words;
	struct out o;

	b->i = word_find(w, b->text);
	if (b->i >= 0)
		return RC_OK;
	err_set(err, RC_USAGE, "%s cannot be '%.100s'", said(c, b->param), b->text);
	out_to_mem(&o, c->arena);
	for (size_t i = 0; w[i].code; i++)
		out_printf(&o, "%s%s", i ? ", " : "", w[i].code);
	return err_todo(err, "Say one of: %s", out_text(&o));
}

static enum rc bind_int_arg(struct call *c, struct bound *b, struct err *err)
{
	const struct param *p = b->param;
	char *end;

	errno = 0;
	b->i = strtoll(b->text, &end, 10);
	if (errno || *end || end == b->text) {
		err_set(err, RC_USAGE, "%s cannot be '%.100s'", said(c, p), b->text);
		return err_todo(err, "Give a whole number");
	}
	if ((p->min || p->max) && (b->i < p->min || b->i > p->max)) {
		err_set(err, RC_USAGE, "%s cannot be %lld", said(c, p), (long long)b->i);
		return err_todo(err, "Give a number from %lld to %lld", (long long)p->min,
				(long long)p->max);
	}
	return RC_OK;
}

static enum rc bind_ref(struct call *c, struct bound *b, struct err *err)
{
	enum object_kind is = object_of_letter(*b->text & ~32), wanted = object_of_letter(b->param->letter);

	b->i = ref_parse(b->param->letter, b->text);
	if (b->i)
		return RC_OK;
	if (is != ON_NOTHING && wanted != ON_NOTHING && ref_parse(*b->text, b->text)) {
		err_set(err, RC_USAGE, "%s names no %s (%c stands for %s)", b->text, object_words[wanted].noun,
			object_words[is].letter, object_words[is].noun);
		return err_todo(err, "Give it as %c-12", b->param->letter);
	}
	err_set(err, RC_USAGE, "%s cannot be '%.100s'", said(c, b->param), b->text);
	return err_todo(err, "Give it as %c-12", b->param->letter);
}

static enum rc bind_person(struct call *c, struct bound *b, struct err *err)
{
	struct person p;
	enum rc rc = person_by_login(c, b->text, &p, err);

	b->i = p.id;
	return rc;
}

static enum rc bind_program(struct call *c, struct bound *b, struct err *err)
{
	struct program p;
	enum rc rc = program_by_name(c->st, c->arena, b->text, &p, err);

	b->i = p.id;
	if (rc || p.id)
		return rc;
	err_set(err, RC_NOT_FOUND, "there is no program '%s'", b->text);
	return err_todo(err, "See `replife program list`");
}

/* A login that is to be. */
static enum rc bind_login(struct call *c, struct bound *b, struct err *err)
{
	if (login_is_valid(b->text))
		return RC_OK;
	err_set(err, RC_USAGE, "%s cannot be '%.100s'", said(c, b->param), b->text);
	return err_todo(err, "A login is up to 64 small letters, digits, '.', '-' or '_', "
			     "and begins with a letter or digit");
}

static enum rc bind_text_arg(struct call *c, struct bound *b, struct err *err)
{
	enum ptype t = b->param->type;
	enum text_kind kind = t == P_LONG ? (b->param->flags & LARGE ? TEXT_LARGE : TEXT_LONG) : t == P_NAME ? TEXT_NAME : TEXT_LINE;

	if (b->param->flags & CLEARS && !*b->text)
		return RC_OK;
	return text_clean(c->arena, kind, said(c, b->param), b->text, strlen(b->text),
			  &b->text, err);
}

/* A store is no text that goes by standard input or output: it is made, and looked
 * through, as a file. */
static enum rc bind_file(struct call *c, struct bound *b, struct err *err)
{
	if (strcmp(b->text, "-"))
		return RC_OK;
	err_set(err, RC_USAGE, "%s cannot be -: `%s` does not use standard input or standard output",
		said(c, b->param), c->op->name);
	return err_todo(err, "Name a file; one that is called so is ./-");
}

static enum rc bind_one(struct call *c, struct bound *b, struct err *err)
{
	bool is_day = false;
	enum rc rc;

	switch (b->param->type) {
	case P_NAME:
	case P_LINE:
	case P_LONG:
		return bind_text_arg(c, b, err);
	case P_INT:
		return bind_int_arg(c, b, err);
	case P_FLAG:
	case P_TABLE:
		return RC_OK;
	case P_FILE:
		return bind_file(c, b, err);
	case P_WORD:
		return bind_word(c, b, err);
	case P_LOGIN:
		return bind_login(c, b, err);
	case P_PERSON:
		return bind_person(c, b, err);
	case P_REF:
		return bind_ref(c, b, err);
	case P_PERIOD:
		return period_typed(c, b->text, &b->i, err);
	case P_THEME:
		return theme_typed(c, b->text, &b->i, err);
	case P_PROGRAM:
		return bind_program(c, b, err);
	case P_INSTANT:
		rc = b->param->flags & UNTIL
			? typed_instant_end(b->text, c->zone, c->now_s, &b->i, &is_day, err)
			: typed_instant(b->text, c->zone, c->now_s, &b->i, &is_day, err);
		b->is_day = is_day;
		return rc;
	case P_DAY:
		return typed_day(b->text, c->zone, c->now_s, &b->i, err);
	case P_SPAN:
		return typed_span(b->text, c->zone, c->now_s, &b->i, &b->end, err);
	case P_MINUTES:
		return typed_minutes(b->text, &b->i, err);
	case P_ZONE: {
		const struct zone *z;

		rc = zone_load(b->text, &z, err);
		if (!rc)
			b->text = zone_name(z);
		return rc;
	}
	}
	return RC_OK;
}

static enum rc check_required(struct call *c, struct err *err)
{
	for (const struct param *p = c->op->params; p && p->name; p++) {
		if (!(p->flags & REQUIRED) || arg_has(c, p->name))
			continue;
		err_set(err, RC_USAGE, "`%s` needs %s: %s", c->op->name, said(c, p), p->help);
		err->param = p->name;
		if (c->op->example)
			return err_todo(err, "For example: replife %s", c->op->example);
		return err_todo(err, "See replife %s --help", c->op->name);
	}
	return RC_OK;
}

/* Of a write-up's answers, each a row that others wait for. */
enum { TEXTS_MAX = 200 };

static enum rc bind_arg(struct call *c, const struct arg *a, struct err *err)
{
	const struct param *p = op_param(c->op, a->name);
	struct bound *b = &c->bound[c->n_bound];

	if (!p)
		return err_set(err, RC_USAGE, "`%s` has no parameter '%s'", c->op->name, a->name);
	if (!(p->flags & REPEATED) && arg_has(c, p->name)) {
		err_set(err, RC_USAGE, "%s was given twice", said(c, p));
		return err_todo(err, "Give it once");
	}
	if ((p->type == P_TABLE) != (a->table != NULL) || (a->table && !a->table->json && !a->table->next))
		return err_set(err, RC_USAGE, "%s is %s", said(c, p), p->type == P_TABLE
			       ? "a file's rows" : "no file's rows");
	if (p->type == P_LONG && arg_nth(c, p->name, TEXTS_MAX - 1)) {
		err_set(err, RC_USAGE, "%s is given more than %d times", said(c, p), TEXTS_MAX);
		return err_todo(err, "Say it in fewer");
	}
	b->param = p;
	b->text = a->text ? a->text : "";
	b->table = a->table;
	if (!utf8_valid(b->text, strlen(b->text), NULL)) {
		err_set(err, RC_USAGE, "%s is not UTF-8", said(c, p));
		return err_todo(err, "Type it in a UTF-8 terminal");
	}
	c->n_bound++;
	return bind_one(c, b, err);
}

enum rc bind_args(struct call *c, struct err *err)
{
	enum rc rc = RC_OK;

	c->bound = arena_array(c->arena, struct bound, c->rq->n_args + 1);
	c->n_bound = 0;
	for (size_t i = 0; !rc && i < c->rq->n_args; i++) {
		rc = bind_arg(c, &c->rq->args[i], err);
		if (rc)
			err->param = c->rq->args[i].name;
	}
	return rc ? rc : check_required(c, err);
}

/* ---- asking for them ---- */

const struct bound *arg_nth(const struct call *c, const char *name, size_t n)
{
	if (!op_param(c->op, name))
		abort();	/* run() asks for what the op does not declare */
	for (size_t i = 0; i < c->n_bound; i++)
		if (!strcmp(c->bound[i].param->name, name) && !n--)
			return &c->bound[i];
	return NULL;
}

const struct bound *arg_get(const struct call *c, const char *name)
{
	return arg_nth(c, name, 0);
}

bool arg_has(const struct call *c, const char *name)
{
	return arg_nth(c, name, 0) != NULL;
}

const char *arg_text(const struct call *c, const char *name)
{
	const struct bound *b = arg_nth(c, name, 0);

	return b ? b->text : NULL;
}

const char *arg_made(const struct call *c, const char *name)
{
	return c->rq->made ? c->rq->made : arg_text(c, name);
}

int64_t arg_int(const struct call *c, const char *name, int64_t fallback)
{
	const struct bound *b = arg_nth(c, name, 0);

	return b ? b->i : fallback;
}
