/* A reply as one JSON text and back. */
#include <string.h>

#include "replife/json.h"
#include "replife/reply.h"

static void encode_cell(struct jw *w, const struct value *v)
{
	char uuid[UUID_TEXT_SIZE];

	switch (v->type) {
	case V_NULL:
		jw_null(w);
		return;
	case V_BOOL:
		jw_bool(w, v->u.b);
		return;
	case V_INT:
	case V_INSTANT:
	case V_DAY:
	case V_REF:
		jw_int(w, v->u.i);
		return;
	case V_REAL:
		jw_real(w, v->u.r);
		return;
	case V_TEXT:
	case V_JSON:
		jw_strn(w, v->u.s.p, v->u.s.n);
		return;
	case V_UUID:
		uuid_text(&v->u.uuid, uuid);
		jw_str(w, uuid);
		return;
	case V_LIST:
		jw_array(w);
		for (size_t i = 0; i < v->u.list.n; i++)
			jw_str(w, v->u.list.p[i]);
		jw_end_array(w);
		return;
	case V_SPAN:
		jw_array(w);
		jw_int(w, v->u.span.begin_s);
		jw_int(w, v->u.span.end_s);
		jw_end_array(w);
		return;
	}
}

/* Most answers have none of these. */
static void encode_rest(struct jw *w, const struct reply *r)
{
	const struct { const char *key, *text; } texts[] = {
		{ "heading", r->heading }, { "empty", r->empty }, { "next", r->next },
		{ "audience", r->audience }, { "format", r->format },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i].text) {
			jw_key(w, texts[i].key);
			jw_str(w, texts[i].text);
		}
	if (r->dry_run) {
		jw_key(w, "dry_run");
		jw_bool(w, true);
	}
	if (r->body) {
		jw_key(w, "body");
		jw_strn(w, r->body, r->body_len);
	}
	if (r->model) {
		jw_key(w, "model");
		json_write(w, r->model);
	}
}

const char *reply_encode(struct arena *a, const struct reply *r)
{
	struct out o;
	struct jw w;

	out_to_mem(&o, a);
	jw_init(&w, &o);
	jw_object(&w);
	jw_key(&w, "message");
	jw_str(&w, r->message);
	jw_key(&w, "record");
	jw_bool(&w, r->record);
	jw_key(&w, "undo");
	jw_int(&w, r->undo);
	jw_key(&w, "warnings");
	jw_array(&w);
	for (size_t i = 0; i < r->n_warnings; i++)
		jw_str(&w, r->warnings[i]);
	jw_end_array(&w);
	encode_rest(&w, r);
	jw_key(&w, "rows");
	jw_array(&w);
	for (size_t i = 0; i < r->n_rows; i++) {
		jw_array(&w);
		for (size_t k = 0; k < r->n_cols; k++)
			encode_cell(&w, &r->cells[i * r->n_cols + k]);
		jw_end_array(&w);
	}
	jw_end_array(&w);
	jw_end_object(&w);
	return out_text(&o);
}

static bool decode_list(struct arena *a, const struct json *j, struct value *v)
{
	const char **p = arena_array(a, const char *, j->u.kids.n + 1);
	size_t n = 0;

	for (const struct json *k = json_first(j); k; k = k->next) {
		if (k->type != J_STR)
			return false;
		p[n++] = k->u.s.p;
	}
	v->u.list.p = p;
	v->u.list.n = n;
	return true;
}

static bool decode_cell(struct arena *a, const struct json *j, enum vtype type,
			struct value *v)
{
	const struct json *k;

	if (j->type == J_NULL)
		return true;
	v->type = type;
	switch (type) {
	case V_NULL:
		return false;
	case V_BOOL:
		v->u.b = j->u.b;
		return j->type == J_BOOL;
	case V_INT:
	case V_INSTANT:
	case V_DAY:
	case V_REF:
		v->u.i = j->u.i;
		return j->type == J_INT;
	case V_REAL:
		v->u.r = j->type == J_INT ? (double)j->u.i : j->u.r;
		return j->type == J_REAL || j->type == J_INT;
	case V_TEXT:
	case V_JSON:
		v->u.s.p = j->u.s.p;
		v->u.s.n = j->u.s.n;
		return j->type == J_STR;
	case V_UUID:
		return j->type == J_STR && uuid_from_text(j->u.s.p, &v->u.uuid);
	case V_LIST:
		return j->type == J_ARRAY && decode_list(a, j, v);
	case V_SPAN:
		if (j->type != J_ARRAY || j->u.kids.n != 2)
			return false;
		k = json_first(j);
		v->u.span.begin_s = k->u.i;
		v->u.span.end_s = k->next->u.i;
		return k->type == J_INT && k->next->type == J_INT;
	}
	return false;
}

static bool decode_row(struct arena *a, const struct json *j, struct reply *out)
{
	struct value *row = reply_row(out);
	size_t k = 0;

	if (j->type != J_ARRAY || j->u.kids.n != out->n_cols)
		return false;
	for (const struct json *c = json_first(j); c; c = c->next, k++)
		if (!decode_cell(a, c, out->cols[k].type, &row[k]))
			return false;
	return true;
}

static void decode_rest(struct reply *out, struct json *j)
{
	const struct json *body = json_get(j, "body");
	struct json *model = json_at(j, "model");

	out->heading = json_str(j, "heading", NULL);
	out->empty = json_str(j, "empty", NULL);
	out->next = json_str(j, "next", NULL);
	out->audience = json_str(j, "audience", NULL);
	out->format = json_str(j, "format", NULL);
	out->dry_run = json_bool(j, "dry_run", false);
	if (body && body->type == J_STR) {
		out->body = body->u.s.p;
		out->body_len = body->u.s.n;
	}
	if (model && model->type == J_OBJECT)
		out->model = model;
}

enum rc reply_decode(struct arena *a, const char *json, const struct column *cols,
		     struct reply *out, struct err *err)
{
	struct json *j;
	enum rc rc = json_parse(a, json, strlen(json), &j, err);

	if (!rc && (j->type != J_OBJECT ||
		    (json_get(j, "rows") && json_get(j, "rows")->type != J_ARRAY)))
		rc = err_set(err, RC_BAD_DATA, "this is no answer");
	if (rc)
		return rc;
	reply_init(out, a, cols);
	out->message = json_str(j, "message", NULL);
	out->record = json_bool(j, "record", false);
	out->undo = json_int(j, "undo", 0);
	decode_rest(out, j);
	for (const struct json *k = json_first(json_get(j, "warnings")); k; k = k->next)
		if (k->type == J_STR)
			reply_warn(out, "%s", k->u.s.p);
	for (const struct json *k = json_first(json_get(j, "rows")); k; k = k->next)
		if (!decode_row(a, k, out))
			return err_set(err, RC_BAD_DATA, "a stored answer cannot be read");
	return RC_OK;
}
