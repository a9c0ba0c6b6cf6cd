/* JSON in (RFC 8259). */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "replife/json.h"
#include "replife/utf8.h"

#define DEEPEST 64
#define MANY_KEYS 64	/* above this, duplicate keys are not looked for */

struct reader {
	struct arena *a;
	const char *p, *end;
	unsigned line, depth;
	struct err *err;
};

static enum rc bad(struct reader *r, const char *why)
{
	return err_set(r->err, RC_BAD_DATA, "%u: %s", r->line, why);
}

static void blanks(struct reader *r)
{
	for (; r->p < r->end; r->p++) {
		if (*r->p == '\n')
			r->line++;
		else if (*r->p != ' ' && *r->p != '\t' && *r->p != '\r')
			return;
	}
}

static int hex4(const char *p)
{
	int v = 0;

	for (int i = 0; i < 4; i++) {
		int c = (unsigned char)p[i], d;

		if (c >= '0' && c <= '9')
			d = c - '0';
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			d = (c | 32) - 'a' + 10;
		else
			return -1;
		v = v * 16 + d;
	}
	return v;
}

static char *put_utf8(char *to, unsigned cp)
{
	if (cp < 0x80) {
		*to++ = (char)cp;
	} else if (cp < 0x800) {
		*to++ = (char)(0xC0 | cp >> 6);
		*to++ = (char)(0x80 | (cp & 63));
	} else if (cp < 0x10000) {
		*to++ = (char)(0xE0 | cp >> 12);
		*to++ = (char)(0x80 | (cp >> 6 & 63));
		*to++ = (char)(0x80 | (cp & 63));
	} else {
		*to++ = (char)(0xF0 | cp >> 18);
		*to++ = (char)(0x80 | (cp >> 12 & 63));
		*to++ = (char)(0x80 | (cp >> 6 & 63));
		*to++ = (char)(0x80 | (cp & 63));
	}
	return to;
}

/* After the backslash of a \u; surrogates come in pairs. */
static char *unicode_escape(struct reader *r, char *to)
{
	int cp = r->end - r->p >= 5 ? hex4(r->p + 1) : -1;

	if (cp < 0)
		return NULL;
	r->p += 5;
	if (cp >= 0xDC00 && cp < 0xE000)
		return NULL;
	if (cp >= 0xD800 && cp < 0xDC00) {
		int low = r->end - r->p >= 6 && r->p[0] == '\\' && r->p[1] == 'u' ? hex4(r->p + 2) : -1;

		if (low < 0xDC00 || low > 0xDFFF)
			return NULL;
		r->p += 6;
		cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
	}
	return cp ? put_utf8(to, (unsigned)cp) : NULL;	/* no NUL in a text */
}

static char *one_escape(struct reader *r, char *to)
{
	static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
	const char *at;

	if (r->p == r->end)
		return NULL;
	if (*r->p == 'u')
		return unicode_escape(r, to);
	at = *r->p ? strchr(from, *r->p) : NULL;
	if (!at)
		return NULL;
	r->p++;
	*to++ = into[at - from];
	return to;
}

/* At the opening quote. Decoding never makes a text longer. */
static enum rc string(struct reader *r, const char **out, size_t *n)
{
	const char *start = ++r->p, *q = start;
	char *buf, *to;

	while (q < r->end && *q != '"')
		q += *q == '\\' && q + 1 < r->end ? 2 : 1;
	if (q >= r->end)
		return bad(r, "a text does not end");
	to = buf = arena_alloc(r->a, (size_t)(q - start) + 1);
	while (*r->p != '"') {
		if (*r->p == '\\') {
			r->p++;
			to = one_escape(r, to);
			if (!to)
				return bad(r, "a text has a bad escape");
			continue;
		}
		if ((unsigned char)*r->p < 0x20)
			return bad(r, "a text has a control character");
		*to++ = *r->p++;
	}
	r->p++;
	*to = '\0';
	*out = buf;
	*n = (size_t)(to - buf);
	return utf8_valid(buf, *n, NULL) ? RC_OK : bad(r, "a text is not UTF-8");
}

static const char *digits(const char *p, const char *end)
{
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

static enum rc number(struct reader *r, struct json *j)
{
	const char *p = r->p, *q;
	char b[64];
	bool real = false;

	if (p < r->end && *p == '-')
		p++;
	q = digits(p, r->end);
	if (q == p || (*p == '0' && q > p + 1))
		return bad(r, "not a value");
	if (q < r->end && *q == '.') {
		p = q + 1;
		q = digits(p, r->end);
		real = true;
		if (q == p)
			return bad(r, "a number ends in a point");
	}
	if (q < r->end && (*q | 32) == 'e') {
		p = q + 1;
		p += p < r->end && (*p == '+' || *p == '-');
		q = digits(p, r->end);
		real = true;
		if (q == p)
			return bad(r, "a number has no exponent");
	}
	if ((size_t)(q - r->p) >= sizeof b)
		return bad(r, "a number is too long");
	memcpy(b, r->p, (size_t)(q - r->p));
	b[q - r->p] = '\0';
	r->p = q;
	errno = 0;
	j->type = real ? J_REAL : J_INT;
	if (real)
		j->u.r = strtod(b, NULL);
	else
		j->u.i = strtoll(b, NULL, 10);
	/* A real that is too small to be told from 0 is no error. */
	return errno && (!real || isinf(j->u.r)) ? bad(r, "a number is too large") : RC_OK;
}

static enum rc value(struct reader *r, struct json *j);

static void append(struct json *to, struct json *j)
{
	if (to->u.kids.last)
		to->u.kids.last->next = j;
	else
		to->u.kids.first = j;
	to->u.kids.last = j;
	to->u.kids.n++;
}

static enum rc key(struct reader *r, struct json *of, const char **out)
{
	size_t n;
	enum rc rc;

	if (r->p == r->end || *r->p != '"')
		return bad(r, "a name in quotes is missing");
	rc = string(r, out, &n);
	if (rc)
		return rc;
	if (of->u.kids.n < MANY_KEYS && json_get(of, *out))
		return bad(r, "a name comes twice");
	blanks(r);
	if (r->p == r->end || *r->p != ':')
		return bad(r, "a ':' is missing");
	r->p++;
	return RC_OK;
}

static enum rc members(struct reader *r, struct json *j, char end)
{
	enum rc rc = RC_OK;

	r->p++;
	blanks(r);
	if (r->p < r->end && *r->p == end) {
		r->p++;
		return RC_OK;
	}
	for (;;) {
		struct json *k = arena_new(r->a, struct json);

		blanks(r);
		if (j->type == J_OBJECT)
			rc = key(r, j, &k->key);
		if (!rc)
			rc = value(r, k);
		if (rc)
			return rc;
		append(j, k);
		blanks(r);
		if (r->p == r->end)
			return bad(r, "the text ends too early");
		if (*r->p == end) {
			r->p++;
			return RC_OK;
		}
		if (*r->p++ != ',')
			return bad(r, "a ',' is missing");
	}
}

static bool literal(struct reader *r, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(r->end - r->p) < n || memcmp(r->p, word, n))
		return false;
	r->p += n;
	return true;
}

static enum rc value(struct reader *r, struct json *j)
{
	enum rc rc;

	blanks(r);
	j->line = r->line;
	if (r->p == r->end)
		return bad(r, "the text ends too early");
	switch (*r->p) {
	case '{':
	case '[':
		if (++r->depth > DEEPEST)
			return bad(r, "it is nested too deep");
		j->type = *r->p == '{' ? J_OBJECT : J_ARRAY;
		rc = members(r, j, *r->p == '{' ? '}' : ']');
		r->depth--;
		return rc;
	case '"':
		j->type = J_STR;
		return string(r, &j->u.s.p, &j->u.s.n);
	case 't':
	case 'f':
		j->type = J_BOOL;
		j->u.b = *r->p == 't';
		return literal(r, j->u.b ? "true" : "false") ? RC_OK : bad(r, "not a value");
	case 'n':
		j->type = J_NULL;
		return literal(r, "null") ? RC_OK : bad(r, "not a value");
	default:
		return number(r, j);
	}
}

enum rc json_parse(struct arena *a, const char *p, size_t n, struct json **out, struct err *err)
{
	struct reader r = { .a = a, .p = p, .end = p + n, .line = 1, .err = err };
	enum rc rc;

	if (n >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3))
		r.p += 3;
	*out = arena_new(a, struct json);
	rc = value(&r, *out);
	if (rc)
		return rc;
	blanks(&r);
	return r.p == r.end ? RC_OK : bad(&r, "there is more after the end");
}
