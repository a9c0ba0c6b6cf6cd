/* Replies for scripts: CSV, TSV, JSON. */
#include <string.h>

#include "replife/formats.h"
#include "replife/json.h"
#include "value.h"

/* In some languages spreadsheets take the full-width forms as well. */
static bool is_formula(const char *s, const char *begins)
{
	static const char *const full[] = { "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" };

	if (*s && strchr(begins, *s))
		return true;
	for (size_t i = 0; i < sizeof full / sizeof *full; i++)
		if (!strncmp(s, full[i], 3))
			return true;
	return false;
}

bool csv_needs_guard(const char *s)
{
	/* Before these, csv_next() would take an apostrophe off. */
	return is_formula(s + strspn(s, "'"), "=+-@\t\r\n");
}

bool csv_needs_guard_inside(char before, const char *s)
{
	return before && strchr("\n;\t", before) && is_formula(s + strspn(s, "'\""), "=+-@");
}

void csv_cell(struct out *o, const char *p, size_t n)
{
	bool guard = n && csv_needs_guard(p);
	bool quote = guard || (n && (p[0] == ' ' || p[n - 1] == ' ' || p[0] == '\''));

	for (size_t i = 0; i < n && !quote; i++)
		quote = p[i] == ',' || p[i] == '"' || p[i] == '\n' || p[i] == '\r' ||
			(i && csv_needs_guard_inside(p[i - 1], p + i));
	if (!quote) {
		out_bytes(o, p, n);
		return;
	}
	out_str(o, guard ? "\"'" : "\"");
	for (size_t i = 0; i < n; i++) {
		if (i && csv_needs_guard_inside(p[i - 1], p + i))
			out_char(o, '\'');
		if (p[i] == '"')
			out_char(o, '"');
		out_char(o, p[i]);
	}
	out_char(o, '"');
}

static void tsv_cell(struct out *o, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		switch (p[i]) {
		case '\t':
			out_str(o, "\\t");
			break;
		case '\n':
			out_str(o, "\\n");
			break;
		case '\r':
			out_str(o, "\\r");
			break;
		case '\\':
			out_str(o, "\\\\");
			break;
		default:
			out_char(o, p[i]);
		}
}

typedef void cell_fn(struct out *o, const char *p, size_t n);

static void join_list(struct out *o, const struct reply *r, const struct value *v, cell_fn *cell)
{
	struct out joined;

	out_to_mem(&joined, r->arena);
	for (size_t i = 0; i < v->u.list.n; i++) {
		if (i)
			out_char(&joined, ';');
		out_str(&joined, v->u.list.p[i]);
	}
	cell(o, out_text(&joined), joined.len);
}

static void put_value(struct out *o, const struct reply *r, const struct column *c,
		      const struct value *v, cell_fn *cell)
{
	char buf[VALUE_SIZE];
	const char *s = value_small(v, c->letter, buf);

	if (s)
		out_str(o, s);
	else if (v->type == V_LIST)
		join_list(o, r, v, cell);
	else if (v->type == V_TEXT || v->type == V_JSON)
		cell(o, v->u.s.p, v->u.s.n);
}

static void put_row(struct out *o, const struct reply *r, size_t row, char sep, cell_fn *cell)
{
	bool first = true;

	for (size_t k = 0; k < r->n_cols; k++) {
		if (!(r->cols[k].show & SHOW_DATA))
			continue;
		if (!first)
			out_char(o, sep);
		first = false;
		put_value(o, r, &r->cols[k], &r->cells[row * r->n_cols + k], cell);
	}
}

void render_csv(struct out *o, const struct reply *r, bool bom)
{
	bool first = true;

	if (bom)
		out_str(o, "\xEF\xBB\xBF");
	for (size_t k = 0; k < r->n_cols; k++) {
		if (!(r->cols[k].show & SHOW_DATA))
			continue;
		if (!first)
			out_char(o, ',');
		first = false;
		out_str(o, r->cols[k].key);
	}
	if (!first)
		out_str(o, "\r\n");
	for (size_t i = 0; i < r->n_rows; i++) {
		put_row(o, r, i, ',', csv_cell);
		out_str(o, "\r\n");
	}
}

void render_plain(struct out *o, const struct reply *r)
{
	for (size_t i = 0; i < r->n_rows; i++) {
		put_row(o, r, i, '\t', tsv_cell);
		out_char(o, '\n');
	}
}

/* ---- JSON ---- */

static void json_value(struct jw *w, const struct column *c, const struct value *v)
{
	char buf[VALUE_SIZE];

	switch (v->type) {
	case V_NULL:
	case V_SPAN:
		jw_null(w);
		return;
	case V_BOOL:
		jw_bool(w, v->u.b);
		return;
	case V_INT:
		jw_int(w, v->u.i);
		return;
	case V_REAL:
		jw_real(w, v->u.r);
		return;
	case V_TEXT:
		jw_strn(w, v->u.s.p, v->u.s.n);
		return;
	case V_JSON:
		jw_raw(w, v->u.s.p);
		return;
	case V_LIST:
		jw_array(w);
		for (size_t i = 0; i < v->u.list.n; i++)
			jw_str(w, v->u.list.p[i]);
		jw_end_array(w);
		return;
	case V_INSTANT:
	case V_DAY:
	case V_REF:
	case V_UUID:
		jw_str(w, value_small(v, c->letter, buf));
		return;
	}
}

static void json_items(struct jw *w, const struct reply *r)
{
	jw_key(w, "items");
	jw_array(w);
	for (size_t i = 0; i < r->n_rows; i++) {
		jw_object(w);
		for (size_t k = 0; k < r->n_cols; k++) {
			const struct value *v = &r->cells[i * r->n_cols + k];

			if (!(r->cols[k].show & SHOW_DATA))
				continue;
			jw_key(w, r->cols[k].key);
			if (v->type == V_NULL && r->cols[k].type == V_LIST)
				jw_raw(w, "[]");
			else
				json_value(w, &r->cols[k], v);
		}
		jw_end_object(w);
	}
	jw_end_array(w);
}

void render_json(struct out *o, const char *op, const struct reply *r)
{
	struct jw w;

	jw_init(&w, o);
	jw_object(&w);
	jw_key(&w, "schema");
	jw_int(&w, 1);
	jw_key(&w, "op");
	jw_str(&w, op);
	json_items(&w, r);
	jw_key(&w, "message");
	jw_str(&w, r->message);
	jw_key(&w, "warnings");
	jw_array(&w);
	for (size_t i = 0; i < r->n_warnings; i++)
		jw_str(&w, r->warnings[i]);
	jw_end_array(&w);
	if (r->undo) {
		jw_key(&w, "undo");
		jw_int(&w, r->undo);
	}
	if (r->next) {
		jw_key(&w, "next");
		jw_str(&w, r->next);
	}
	if (r->dry_run) {
		jw_key(&w, "dry_run");
		jw_bool(&w, true);
	}
	if (r->model) {
		jw_key(&w, "report");
		json_write(&w, r->model);
	}
	jw_end_object(&w);
	out_char(o, '\n');
}

void render_json_error(struct out *o, const char *op, const struct err *err)
{
	struct jw w;

	jw_init(&w, o);
	jw_object(&w);
	jw_key(&w, "schema");
	jw_int(&w, 1);
	jw_key(&w, "op");
	jw_str(&w, op);
	jw_key(&w, "error");
	jw_object(&w);
	jw_key(&w, "code");
	jw_str(&w, rc_code(err->rc));
	jw_key(&w, "exit");
	jw_int(&w, rc_status(err->rc));
	if (err->reason) {
		jw_key(&w, "reason");
		jw_str(&w, reason_code(err->reason));
	}
	jw_key(&w, "message");
	jw_str(&w, err->what);
	jw_key(&w, "todo");
	jw_str(&w, *err->todo ? err->todo : NULL);
	jw_end_object(&w);
	jw_end_object(&w);
	out_char(o, '\n');
}
