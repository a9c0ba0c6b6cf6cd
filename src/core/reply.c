/* Replies: building them. */
#include "replife/reply.h"

#include <stdlib.h>
#include <string.h>

void reply_init(struct reply *r, struct arena *a, const struct column *cols)
{
	memset(r, 0, sizeof *r);
	r->arena = a;
	r->cols = cols;
	while (cols && cols[r->n_cols].key)
		r->n_cols++;
}

struct value *reply_row(struct reply *r)
{
	size_t w = r->n_cols ? r->n_cols : 1;
	struct value *row;

	if (r->n_rows == r->cap_rows) {
		size_t cap = r->cap_rows ? r->cap_rows * 2 : 2;	/* most writes answer with one */

		r->cells = arena_grow(r->arena, r->cells,
				      r->cap_rows * w * sizeof *r->cells,
				      cap * w * sizeof *r->cells);
		r->cap_rows = cap;
	}
	row = r->cells + r->n_rows++ * w;
	memset(row, 0, w * sizeof *row);
	return row;
}

struct value *reply_cell(struct reply *r, size_t row, const char *key)
{
	for (size_t i = 0; i < r->n_cols; i++)
		if (!strcmp(r->cols[i].key, key))
			return r->cells + row * r->n_cols + i;
	abort();	/* a column that the op did not declare */
}

static struct value *put(struct reply *r, struct value *row, const char *key,
			 enum vtype type)
{
	/* Rows are filled in the columns' order, or nearly. */
	for (size_t n = 0, i = r->next_col; n < r->n_cols; n++, i++) {
		if (i >= r->n_cols)
			i = 0;
		if (!strcmp(r->cols[i].key, key)) {
			row[i].type = type;
			r->next_col = i + 1;
			return &row[i];
		}
	}
	abort();	/* a column that the op did not declare */
}

void put_text(struct reply *r, struct value *row, const char *key, const char *s)
{
	struct value *v = put(r, row, key, s ? V_TEXT : V_NULL);

	v->u.s.p = s;
	v->u.s.n = s ? strlen(s) : 0;
}

void put_int(struct reply *r, struct value *row, const char *key, int64_t i)
{
	put(r, row, key, V_INT)->u.i = i;
}

void put_real(struct reply *r, struct value *row, const char *key, double d)
{
	put(r, row, key, V_REAL)->u.r = d;
}

void put_bool(struct reply *r, struct value *row, const char *key, bool b)
{
	put(r, row, key, V_BOOL)->u.b = b;
}

void put_instant(struct reply *r, struct value *row, const char *key, int64_t at_s)
{
	put(r, row, key, V_INSTANT)->u.i = at_s;
}

void put_day(struct reply *r, struct value *row, const char *key, int64_t day)
{
	put(r, row, key, V_DAY)->u.i = day;
}

void put_ref(struct reply *r, struct value *row, const char *key, int64_t id)
{
	put(r, row, key, id ? V_REF : V_NULL)->u.i = id;
}

void put_uuid(struct reply *r, struct value *row, const char *key,
	      const struct uuid *u)
{
	put(r, row, key, V_UUID)->u.uuid = *u;
}

void put_list(struct reply *r, struct value *row, const char *key,
	      const char *const *items, size_t n)
{
	struct value *v = put(r, row, key, V_LIST);

	v->u.list.p = items;
	v->u.list.n = n;
}

void put_span(struct reply *r, struct value *row, const char *key,
	      int64_t begin_s, int64_t end_s)
{
	struct value *v = put(r, row, key, V_SPAN);

	v->u.span.begin_s = begin_s;
	v->u.span.end_s = end_s;
}

void put_json(struct reply *r, struct value *row, const char *key, const char *json)
{
	struct value *v = put(r, row, key, json ? V_JSON : V_NULL);

	v->u.s.p = json;
	v->u.s.n = json ? strlen(json) : 0;
}

void reply_message(struct reply *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	r->message = arena_vprintf(r->arena, fmt, ap);
	va_end(ap);
}

void reply_warn(struct reply *r, const char *fmt, ...)
{
	va_list ap;
	const char **w = arena_array(r->arena, const char *, r->n_warnings + 1);

	if (r->n_warnings)
		memcpy(w, r->warnings, r->n_warnings * sizeof *w);
	va_start(ap, fmt);
	w[r->n_warnings++] = arena_vprintf(r->arena, fmt, ap);
	va_end(ap);
	r->warnings = w;
}
