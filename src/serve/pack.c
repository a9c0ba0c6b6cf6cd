/* A call as bytes, and its rows. Fields are a byte that says which, four bytes of
 * length and the content: a text that is no UTF-8 must arrive as it is, so that
 * it is refused like any other. */
#include <string.h>

#include "replife/table.h"
#include "bytes.h"
#include "wire.h"

enum field {
	F_OP = 'o', F_PROGRAM = 'p', F_AS = 'a', F_KEY = 'k', F_WHO = 'w', F_ZONE = 'z', F_AFTER = 'f',
	F_LIMIT = 'l', F_DRY_RUN = 'd', F_YES = 'y',
	F_ARG = 'n', F_TEXT = 't',	/* a text belongs to the arg before it */
	F_TABLE = 'T', F_COLUMN = 'c', F_JSON = 'J',	/* of that arg too: the file's name */
};

#define NONE 0xffffffffu

/* With its NUL, so that it need not be copied on the other side. */
static void put(struct out *o, enum field f, const char *text)
{
	size_t n;

	if (!text)
		return;
	n = strlen(text) + 1;
	out_char(o, (char)f);
	put_number(o, (uint32_t)n, 4);
	out_bytes(o, text, n);
}

static void put_table(struct out *o, const struct table *t)
{
	put(o, t->json ? F_JSON : F_TABLE, t->file);
	for (size_t i = 0; !t->json && i < t->n_cols; i++)
		put(o, F_COLUMN, t->cols[i]);
}

void pack_call(struct out *o, const struct request *rq)
{
	put(o, F_OP, rq->op);
	put(o, F_PROGRAM, rq->program);
	put(o, F_AS, rq->as);
	put(o, F_KEY, rq->key);
	put(o, F_WHO, rq->who);
	put(o, F_ZONE, rq->zone);
	put(o, F_AFTER, rq->after);
	if (rq->limit)
		put(o, F_LIMIT, arena_printf(o->arena, "%lld", (long long)rq->limit));
	put(o, F_DRY_RUN, rq->dry_run ? "" : NULL);
	put(o, F_YES, rq->yes ? "" : NULL);
	for (size_t i = 0; i < rq->n_args; i++) {
		put(o, F_ARG, rq->args[i].name);
		put(o, F_TEXT, rq->args[i].text);
		if (rq->args[i].table)
			put_table(o, rq->args[i].table);
	}
}

/* ---- and back ---- */

struct field_at {
	enum field f;
	char *text;
};

/* The next field of what is left; false at its end, or where it is none. */
static bool next_field(char **p, size_t *n, struct field_at *out)
{
	uint32_t len;

	if (*n < 5)
		return false;
	len = (uint32_t)get_number(*p + 1, 4);
	if (!len || len > *n - 5 || memchr(*p + 5, '\0', len) != *p + 5 + len - 1)
		return false;
	out->f = (enum field)(unsigned char)**p;
	out->text = *p + 5;
	*p += 5 + len;
	*n -= 5 + len;
	return true;
}

/* How many there are of a kind, and whether they go to the very end. */
static bool count_fields(char *p, size_t n, size_t *args, size_t *cols)
{
	struct field_at f;

	*args = *cols = 0;
	while (n) {
		if (!next_field(&p, &n, &f))
			return false;
		*args += f.f == F_ARG;
		*cols += f.f == F_COLUMN;
	}
	return true;
}

struct unpacking {
	struct arena *a;
	struct request *rq;
	struct arg *args;
	struct table *table;
	const char **cols;
	size_t n_cols;		/* that there are in all */
};

static bool take_arg(struct unpacking *u, const struct field_at *f)
{
	struct arg *last = u->rq->n_args ? &u->args[u->rq->n_args - 1] : NULL;

	if (f->f == F_ARG) {
		u->args[u->rq->n_args++].name = f->text;
		return true;
	}
	if (!last || (f->f == F_COLUMN && !u->table))
		return false;
	if (f->f == F_TEXT) {
		last->text = f->text;
	} else if (f->f == F_COLUMN) {
		u->cols[u->table->n_cols++] = f->text;
	} else {
		if (u->table)
			return false;
		last->table = u->table = arena_new(u->a, struct table);
		u->table->file = f->text;
		u->table->json = f->f == F_JSON ? "" : NULL;
		u->table->cols = u->cols = arena_array(u->a, const char *, u->n_cols + 1);
	}
	return true;
}

static bool take_limit(struct request *rq, const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (!n || n > 18 || text[n])
		return false;
	for (; *text; text++)
		rq->limit = rq->limit * 10 + (*text - '0');
	return true;
}

static bool take(struct unpacking *u, const struct field_at *f)
{
	struct request *rq = u->rq;

	switch (f->f) {
	case F_OP: rq->op = f->text; return true;
	case F_PROGRAM: rq->program = f->text; return true;
	case F_AS: rq->as = f->text; return true;
	case F_KEY: rq->key = f->text; return true;
	case F_WHO: rq->who = f->text; return true;
	case F_ZONE: rq->zone = f->text; return true;
	case F_AFTER: rq->after = f->text; return true;
	case F_LIMIT: return take_limit(rq, f->text);
	case F_DRY_RUN: rq->dry_run = true; return true;
	case F_YES: rq->yes = true; return true;
	case F_ARG:
	case F_TEXT:
	case F_TABLE:
	case F_COLUMN:
	case F_JSON:
		return take_arg(u, f);
	}
	return false;
}

enum rc unpack_call(struct arena *a, char *p, size_t n, struct request *rq,
		    struct table **table, struct err *err)
{
	struct unpacking u = { .a = a, .rq = rq };
	struct field_at f;
	size_t n_args;
	bool good = count_fields(p, n, &n_args, &u.n_cols);

	*rq = (struct request){ 0 };
	if (good)
		rq->args = u.args = arena_array(a, struct arg, n_args + 1);
	while (good && n)
		good = next_field(&p, &n, &f) && take(&u, &f);
	*table = u.table;
	return good && rq->op ? RC_OK : err_set(err, RC_BAD_DATA, "this is no call");
}

/* ---- rows ---- */

void pack_row(struct out *o, const struct table *t, const char *const *cells, unsigned line)
{
	put_number(o, line, 4);
	for (size_t i = 0; i < t->n_cols; i++) {
		size_t n = cells[i] ? strlen(cells[i]) + 1 : 0;

		put_number(o, cells[i] ? (uint32_t)n : NONE, 4);
		out_bytes(o, cells[i], n);
	}
}

struct rows {
	const char *p;
	size_t n;
	const char **cells;
};

static bool next_cell(struct rows *r, const char **out)
{
	uint32_t len = r->n < 4 ? 0 : (uint32_t)get_number(r->p, 4);

	if (r->n < 4)
		return false;
	r->p += 4;
	r->n -= 4;
	*out = NULL;
	if (len == NONE)
		return true;
	if (!len || len > r->n || memchr(r->p, '\0', len) != r->p + len - 1)
		return false;
	*out = r->p;
	r->p += len;
	r->n -= len;
	return true;
}

static enum rc next_row(const struct table *t, const char *const **cells, unsigned *line,
			bool *more, struct err *err)
{
	struct rows *r = t->ctx;
	bool good = r->n >= 4;

	*more = r->n > 0;
	if (!*more)
		return RC_OK;
	if (good) {
		*line = (uint32_t)get_number(r->p, 4);
		r->p += 4;
		r->n -= 4;
	}
	for (size_t i = 0; good && i < t->n_cols; i++)
		good = next_cell(r, &r->cells[i]);
	*cells = r->cells;
	return good ? RC_OK : err_set(err, RC_BAD_DATA, "the rows of %s arrived broken", t->file);
}

void rows_begin(struct arena *a, struct table *t, const char *p, size_t n)
{
	struct rows *r = arena_new(a, struct rows);

	if (t->json) {
		t->json = p;
		t->json_len = n;
		return;
	}
	*r = (struct rows){ p, n, arena_array(a, const char *, t->n_cols + 1) };
	t->ctx = r;
	t->next = next_row;
}
