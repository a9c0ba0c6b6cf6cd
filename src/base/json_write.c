/* JSON out: commas, quotes and escapes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replife/json.h"
#include "replife/utf8.h"

void jw_init(struct jw *w, struct out *o)
{
	memset(w, 0, sizeof *w);
	w->o = o;
	w->first[0] = true;
}

static void comma(struct jw *w)
{
	if (w->after_key)
		w->after_key = false;
	else if (w->first[w->depth])
		w->first[w->depth] = false;
	else
		out_char(w->o, ',');
}

static void open_with(struct jw *w, char c)
{
	comma(w);
	out_char(w->o, c);
	if (w->depth + 1 < sizeof w->first / sizeof *w->first)
		w->depth++;
	w->first[w->depth] = true;
}

static void close_with(struct jw *w, char c)
{
	if (w->depth)
		w->depth--;
	out_char(w->o, c);
}

void jw_object(struct jw *w) { open_with(w, '{'); }
void jw_array(struct jw *w) { open_with(w, '['); }
void jw_end_object(struct jw *w) { close_with(w, '}'); }
void jw_end_array(struct jw *w) { close_with(w, ']'); }

void jw_key(struct jw *w, const char *key)
{
	jw_str(w, key);
	out_char(w->o, ':');
	w->after_key = true;
}

/* One character that cannot stand as it is; returns the bytes it had. */
static size_t escape(struct out *o, const unsigned char *p, size_t n)
{
	static const char *const shorts[] = {
		['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",
		['\f'] = "\\f", ['\r'] = "\\r",
	};
	size_t k;

	if (*p == '"' || *p == '\\') {
		out_char(o, '\\');
		out_char(o, (char)*p);
		return 1;
	}
	if (*p == '<') {	/* "</script>" must not end one */
		out_str(o, n > 1 && p[1] == '/' ? "<\\/" : "<");
		return n > 1 && p[1] == '/' ? 2 : 1;
	}
	if (*p < 0x20) {
		if (*p <= '\r' && shorts[*p])
			out_str(o, shorts[*p]);
		else
			out_printf(o, "\\u%04x", *p);
		return 1;
	}
	if (n > 2 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9)) {
		out_str(o, p[2] == 0xA8 ? "\\u2028" : "\\u2029");
		return 3;
	}
	k = utf8_length((const char *)p, n);
	if (k)
		out_bytes(o, p, k);
	else
		out_str(o, "\xEF\xBF\xBD");
	return k ? k : 1;
}

void jw_strn(struct jw *w, const char *s, size_t n)
{
	size_t from = 0, i = 0;

	comma(w);
	out_char(w->o, '"');
	while (i < n) {
		unsigned char c = (unsigned char)s[i];

		if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\' && c != '<') {
			i++;
			continue;
		}
		out_bytes(w->o, s + from, i - from);
		i += escape(w->o, (const unsigned char *)s + i, n - i);
		from = i;
	}
	out_bytes(w->o, s + from, n - from);
	out_char(w->o, '"');
}

void jw_str(struct jw *w, const char *s)
{
	if (s)
		jw_strn(w, s, strlen(s));
	else
		jw_null(w);
}

void jw_int(struct jw *w, int64_t v)
{
	comma(w);
	out_int(w->o, v);
}

void jw_real(struct jw *w, double v)
{
	char b[40];

	comma(w);
	if (!isfinite(v)) {
		out_str(w->o, "null");
		return;
	}
	/* The shortest that reads back as the same number. */
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(b, sizeof b, "%.*g", digits, v);
		if (digits == 17 || strtod(b, NULL) == v)
			break;
	}
	out_str(w->o, strcmp(b, "-0") ? b : "-0.0");	/* the integer has no sign */
}

void jw_bool(struct jw *w, bool v)
{
	comma(w);
	out_str(w->o, v ? "true" : "false");
}

void jw_null(struct jw *w)
{
	comma(w);
	out_str(w->o, "null");
}

void jw_raw(struct jw *w, const char *json)
{
	comma(w);
	out_str(w->o, json);
}

void json_write(struct jw *w, const struct json *j)
{
	switch (j->type) {
	case J_NULL:
		jw_null(w);
		return;
	case J_BOOL:
		jw_bool(w, j->u.b);
		return;
	case J_INT:
		jw_int(w, j->u.i);
		return;
	case J_REAL:
		jw_real(w, j->u.r);
		return;
	case J_STR:
		jw_strn(w, j->u.s.p, j->u.s.n);
		return;
	case J_ARRAY:
		jw_array(w);
		for (const struct json *k = j->u.kids.first; k; k = k->next)
			json_write(w, k);
		jw_end_array(w);
		return;
	case J_OBJECT:
		jw_object(w);
		for (const struct json *k = j->u.kids.first; k; k = k->next) {
			jw_key(w, k->key);
			json_write(w, k);
		}
		jw_end_object(w);
		return;
	}
}

const char *json_text(struct arena *a, const struct json *j)
{
	struct out o;
	struct jw w;

	out_to_mem(&o, a);
	jw_init(&w, &o);
	json_write(&w, j);
	return out_text(&o);
}
