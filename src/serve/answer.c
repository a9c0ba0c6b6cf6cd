/* What a server answers, as bytes and back. */
#include <string.h>

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

/* The zone, a line of columns where they are not the op's, and the reply. */
void pack_answer(struct out *o, const char *zone, const struct op *op, const struct reply *r)
{
	out_str(o, zone ? zone : "UTC");
	out_char(o, '\n');
	if (r->cols != op->result)
		put_columns(o, r);
	out_char(o, '\n');
	out_str(o, reply_encode(o->arena, r));
}

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

enum rc unpack_answer(struct arena *a, const char *p, const struct op *op,
		      const char **zone, struct reply *out, struct err *err)
{
	const char *first = strchr(p, '\n'), *second = first ? strchr(first + 1, '\n') : NULL;
	const struct column *cols = op->result;

	if (second && second > first + 1)
		cols = get_columns(a, first + 1, (size_t)(second - first - 1));
	if (!second || (second > first + 1 && !cols) || reply_decode(a, second + 1, cols, out, err))
		return unreadable(err);
	*zone = arena_dup(a, p, (size_t)(first - p));
	return RC_OK;
}

void pack_err(struct out *o, const struct err *err)
{
	struct jw w;

	jw_init(&w, o);
	jw_object(&w);
	jw_key(&w, "code");
	jw_str(&w, rc_code(err->rc));
	jw_key(&w, "reason");
	jw_str(&w, reason_code(err->reason));
	jw_key(&w, "what");
	jw_str(&w, err->what);
	jw_key(&w, "todo");
	jw_str(&w, err->todo);
	jw_key(&w, "param");
	jw_str(&w, err->param);
	jw_end_object(&w);
}

enum rc unpack_err(struct arena *a, const char *p, size_t n, const struct op *op, struct err *err)
{
	const char *reason, *param;
	struct json *j;
	struct err ignored = { 0 };
	enum rc rc;

	if (json_parse(a, p, n, &j, &ignored) || j->type != J_OBJECT)
		return unreadable(err);
	rc = rc_parse(json_str(j, "code", ""));
	reason = json_str(j, "reason", "");
	param = json_str(j, "param", NULL);
	err_set(err, rc == RC_OK ? RC_FAILED : rc, "%s", json_str(j, "what", "the server refused"));
	err->reason = reason_parse(reason, strlen(reason));
	for (const struct param *q = op ? op->params : NULL; param && q && q->name; q++)
		if (!strcmp(q->name, param))
			err->param = q->name;
	return err_todo(err, "%s", json_str(j, "todo", ""));
}
