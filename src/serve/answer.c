/*
 * What a server answers, as bytes and back. A reply's cells go as they are, since
 * most of what an answer through JSON would cost is turning numbers into text and
 * texts into trees. A text ends with a NUL that is in its length, and the reply on the
 * other side points into what has come.
 */
#include <string.h>

#include "bytes.h"
#include "replife/date.h"
#include "replife/json.h"
#include "wire.h"

/* An op may answer in columns that depend on what it was asked for, an export's. */
static void put_columns(struct out *o, const struct reply *r)
{
	struct jw w;

	jw_init(&w, o);
	jw_array(&w);
	for (size_t i = 0; i < r->n_cols; i++) {
		const struct column *k = &r->cols[i];

		jw_array(&w);
		jw_str(&w, k->key);
		jw_str(&w, k->head);
		jw_int(&w, (int64_t)k->type);
		jw_int(&w, k->show);
		jw_int(&w, k->letter);
		jw_bool(&w, k->flex);
		jw_end_array(&w);
	}
	jw_end_array(&w);
}

static void put_text_bytes(struct out *o, const char *p, size_t n)
{
	put_number(o, (uint64_t)n + 1, 4);
	out_bytes(o, p, n);
	out_char(o, '\0');
}

/* 0: there is none. */
static void put_string(struct out *o, const char *s)
{
	if (s)
		put_text_bytes(o, s, strlen(s));
	else
		put_number(o, 0, 4);
}

static inline unsigned char *room(struct out *o, size_t n)
{
	return o->cap - o->len < n ? out_room(o, n) : (void *)(o->p + o->len);
}

/* A list has a million of them: each is written where it is to be. */
static void put_cell(struct out *o, const struct value *v)
{
	bool text = v->type == V_TEXT || v->type == V_JSON;
	unsigned char *b = room(o, text ? v->u.s.n + 6 : 17);

	*b = (unsigned char)v->type;
	switch (v->type) {
	case V_NULL:
		o->len += 1;
		return;
	case V_BOOL:
		b[1] = v->u.b;
		o->len += 2;
		return;
	case V_INT: case V_INSTANT: case V_DAY: case V_REF:
		set_number(b + 1, (uint64_t)v->u.i, 8);
		o->len += 9;
		return;
	case V_REAL: {
		uint64_t bits;

		memcpy(&bits, &v->u.r, sizeof bits);
		set_number(b + 1, bits, 8);
		o->len += 9;
		return;
	}
	case V_TEXT: case V_JSON:
		set_number(b + 1, (uint64_t)v->u.s.n + 1, 4);
		memcpy(b + 5, v->u.s.p, v->u.s.n + 1);
		o->len += v->u.s.n + 6;
		return;
	case V_UUID:
		memcpy(b + 1, v->u.uuid.b, sizeof v->u.uuid.b);
		o->len += 17;
		return;
	case V_LIST:
		set_number(b + 1, v->u.list.n, 4);
		o->len += 5;
		for (size_t i = 0; i < v->u.list.n; i++)
			put_string(o, v->u.list.p[i]);
		return;
	case V_SPAN:
		set_number(b + 1, (uint64_t)v->u.span.begin_s, 8);
		set_number(b + 9, (uint64_t)v->u.span.end_s, 8);
		o->len += 17;
		return;
	}
}

void pack_answer(struct out *o, const char *zone, const struct op *op, const struct reply *r)
{
	struct out cols;

	out_to_mem(&cols, o->arena);
	if (r->cols != op->result)
		put_columns(&cols, r);
	put_string(o, zone ? zone : "UTC");
	put_text_bytes(o, out_text(&cols), cols.len);
	put_string(o, r->message);
	put_string(o, r->heading);
	put_string(o, r->empty);
	put_string(o, r->next);
	put_string(o, r->audience);
	put_string(o, r->format);
	put_string(o, r->model ? json_text(o->arena, r->model) : NULL);
	if (r->body)
		put_text_bytes(o, r->body, r->body_len);
	else
		put_string(o, NULL);
	put_number(o, (uint64_t)r->undo, 8);
	out_char(o, r->record);
	out_char(o, r->dry_run);
	put_number(o, r->n_warnings, 4);
	for (size_t i = 0; i < r->n_warnings; i++)
		put_string(o, r->warnings[i]);
	put_number(o, r->n_rows, 4);
	for (size_t i = 0; i < r->n_rows * r->n_cols; i++)
		put_cell(o, &r->cells[i]);
}

/* ---- and back ---- */

static bool is_column(const struct json *k)
{
	static const enum json_type types[] = { J_STR, J_STR, J_INT, J_INT, J_INT, J_BOOL };
	size_t n = 0;

	for (const struct json *v = json_first(k); v; v = v->next, n++)
		if (n == 6 || (v->type != types[n] && !(n == 1 && v->type == J_NULL)))
			return false;
	return n == 6;
}

static const struct column *get_columns(struct arena *a, const char *p, size_t n)
{
	struct err ignored = { 0 };
	struct column *cols, *to;
	struct json *j;

	if (json_parse(a, p, n, &j, &ignored) || j->type != J_ARRAY)
		return NULL;
	to = cols = arena_array(a, struct column, j->u.kids.n + 1);
	for (const struct json *k = json_first(j); k; k = k->next, to++) {
		const struct json *v = json_first(k);

		if (!is_column(k))
			return NULL;
		to->key = v->u.s.p;
		v = v->next;
		to->head = v->type == J_STR ? v->u.s.p : NULL;
		v = v->next;
		if (v->u.i <= V_NULL || v->u.i > V_JSON)
			return NULL;
		to->type = (enum vtype)v->u.i;
		v = v->next;
		to->show = (unsigned)v->u.i;
		v = v->next;
		to->letter = (char)v->u.i;
		to->flex = v->next->u.b;
	}
	return cols;
}

static enum rc unreadable(struct err *err)
{
	err_set(err, RC_UNKNOWN, "the server's answer cannot be read");
	return err_todo(err, "See with `replife log` whether it was done");
}

/* What is left; `bad` sticks. */
struct from {
	struct arena *a;
	const char *p;
	size_t n;
	bool bad;
};

static const char *take(struct from *f, size_t n)
{
	const char *p = f->p;

	f->bad |= n > f->n;
	if (f->bad)
		return "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
	f->p += n;
	f->n -= n;
	return p;
}

static uint64_t take_number(struct from *f, unsigned bytes)
{
	return get_number(take(f, bytes), bytes);
}

static const char *take_text(struct from *f, size_t *n)
{
	size_t len = take_number(f, 4);
	const char *p = len ? take(f, len) : NULL;

	f->bad |= !f->bad && len && p[len - 1];
	*n = f->bad || !len ? 0 : len - 1;
	return f->bad ? NULL : p;
}

static const char *take_string(struct from *f)
{
	size_t n;
	const char *p = take_text(f, &n);

	f->bad |= p && strlen(p) != n;
	return f->bad ? NULL : p;
}

/* Each text of a list takes four bytes at least. */
static const char **take_list(struct from *f, size_t *n)
{
	const char **p;

	*n = take_number(f, 4);
	f->bad |= *n > f->n / 4;
	if (f->bad)
		*n = 0;
	p = arena_array(f->a, const char *, *n + 1);
	for (size_t i = 0; i < *n; i++) {
		p[i] = take_string(f);
		f->bad |= !p[i];
	}
	return p;
}

/* What cannot be shown, no server has. */
static bool is_insane(const struct value *v)
{
	if (v->type == V_SPAN)
		return !instant_is_sane(v->u.span.begin_s) || !instant_is_sane(v->u.span.end_s);
	if (v->type == V_INSTANT)
		return !instant_is_sane(v->u.i);
	return v->type == V_DAY && !day_is_sane(v->u.i);
}

static void take_cell(struct from *f, enum vtype column, struct value *v)
{
	enum vtype type = (enum vtype)(unsigned char)*take(f, 1);
	uint64_t bits;

	f->bad |= type != V_NULL && type != column;
	v->type = f->bad ? V_NULL : type;
	switch (v->type) {
	case V_NULL:
		return;
	case V_BOOL:
		v->u.b = *take(f, 1) != 0;
		return;
	case V_INT: case V_INSTANT: case V_DAY: case V_REF:
		v->u.i = (int64_t)take_number(f, 8);
		return;
	case V_REAL:
		bits = take_number(f, 8);
		memcpy(&v->u.r, &bits, sizeof bits);
		return;
	case V_TEXT: case V_JSON:
		v->u.s.p = take_text(f, &v->u.s.n);
		f->bad |= !v->u.s.p;
		return;
	case V_UUID:
		memcpy(v->u.uuid.b, take(f, sizeof v->u.uuid.b), sizeof v->u.uuid.b);
		return;
	case V_LIST:
		v->u.list.p = take_list(f, &v->u.list.n);
		return;
	case V_SPAN:
		v->u.span.begin_s = (int64_t)take_number(f, 8);
		v->u.span.end_s = (int64_t)take_number(f, 8);
		return;
	}
}

/* False, and nothing taken: not one of the usual ones, or too near to the end to be
 * taken without a look at each length. */
static inline bool take_quickly(struct from *f, enum vtype column, struct value *v)
{
	const unsigned char *p = (const unsigned char *)f->p;
	size_t n = 17;

	if (f->n < n || (*p != V_NULL && *p != column))
		return false;
	if (*p == V_NULL) {
		n = 1;
	} else if (column == V_TEXT) {
		n = get_number(p + 1, 4);
		if (!n || n > f->n - 5 || p[4 + n])
			return false;
		v->u.s.p = (const char *)p + 5;
		v->u.s.n = n - 1;
		n += 5;
	} else if (column == V_INT || column == V_INSTANT || column == V_DAY || column == V_REF) {
		v->u.i = (int64_t)get_number(p + 1, 8);
		n = 9;
	} else if (column == V_UUID) {
		memcpy(v->u.uuid.b, p + 1, sizeof v->u.uuid.b);
	} else if (column == V_SPAN) {
		v->u.span.begin_s = (int64_t)get_number(p + 1, 8);
		v->u.span.end_s = (int64_t)get_number(p + 9, 8);
	} else {
		return false;
	}
	v->type = (enum vtype)*p;
	f->p += n;
	f->n -= n;
	return true;
}

static void take_rows(struct from *f, struct reply *r)
{
	size_t n = take_number(f, 4), cells = n * r->n_cols;

	f->bad |= cells > f->n || (n && !r->n_cols);	/* a byte each at least */
	if (f->bad)
		return;
	r->cells = arena_array(f->a, struct value, cells + 1);
	r->n_rows = r->cap_rows = n;
	for (size_t i = 0; !f->bad && i < n; i++)
		for (size_t k = 0; k < r->n_cols; k++) {
			struct value *v = &r->cells[i * r->n_cols + k];

			if (!take_quickly(f, r->cols[k].type, v))
				take_cell(f, r->cols[k].type, v);
			f->bad |= is_insane(v);
		}
}

static void take_model(struct from *f, struct reply *r)
{
	struct err ignored = { 0 };
	size_t n;
	const char *text = take_text(f, &n);

	/* A report is always for somebody. */
	f->bad |= text && (!r->audience || json_parse(f->a, text, n, &r->model, &ignored));
}

static void take_reply(struct from *f, struct reply *r)
{
	r->message = take_string(f);
	r->heading = take_string(f);
	r->empty = take_string(f);
	r->next = take_string(f);
	r->audience = take_string(f);
	r->format = take_string(f);
	take_model(f, r);
	r->body = take_text(f, &r->body_len);
	r->undo = (int64_t)take_number(f, 8);
	r->record = *take(f, 1) != 0;
	r->dry_run = *take(f, 1) != 0;
	r->warnings = take_list(f, &r->n_warnings);
	take_rows(f, r);
}

enum rc unpack_answer(struct arena *a, const char *p, size_t n, const struct op *op,
		      const char **zone, struct reply *out, struct err *err)
{
	struct from f = { a, p, n, false };
	const struct column *cols = op->result;
	const char *other;

	*zone = take_string(&f);
	other = take_text(&f, &n);
	if (other && n)
		cols = get_columns(a, other, n);
	f.bad |= !*zone || (other && n && !cols);
	if (f.bad)
		return unreadable(err);
	reply_init(out, a, cols);
	take_reply(&f, out);
	return f.bad || f.n ? unreadable(err) : RC_OK;
}
