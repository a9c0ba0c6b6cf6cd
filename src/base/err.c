/* Errors: what went wrong, why, and what to do next. */
#include "replife/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int rc_status(enum rc rc)
{
	static const int status[] = {
#define X(name, st, code) [RC_##name] = st,
		RC_LIST(X)
#undef X
	};
	return status[rc];
}

static const char *const codes[] = {
#define X(name, st, code) [RC_##name] = code,
	RC_LIST(X)
#undef X
};

const char *rc_code(enum rc rc)
{
	return codes[rc];
}

enum rc rc_parse(const char *code)
{
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (!strcmp(codes[i], code))
			return (enum rc)i;
	return RC_FAILED;
}

static const char *const reasons[] = {
#define X(name, text) [REASON_##name] = text,
	REASON_LIST(X)
#undef X
};

const char *reason_code(enum reason r)
{
	return reasons[r];
}

enum reason reason_parse(const char *s, size_t n)
{
	for (size_t i = 1; i < sizeof reasons / sizeof *reasons; i++)
		if (strlen(reasons[i]) == n && !memcmp(reasons[i], s, n))
			return (enum reason)i;
	return REASON_NONE;
}

/* vsnprintf, but what does not fit is cut before a character, not in it. */
__attribute__((format(printf, 3, 0)))
static void print_cut(char *to, size_t size, const char *fmt, va_list ap)
{
	int want = vsnprintf(to, size, fmt, ap);
	size_t n;

	if (want < 0)
		to[0] = '\0';
	if (want < 0 || (size_t)want < size)
		return;
	n = size - 1;
	while (n && ((unsigned char)to[n - 1] & 0xC0) == 0x80)
		n--;
	if (n && (unsigned char)to[n - 1] >= 0xC0)
		n--;
	to[n] = '\0';
}

enum rc err_set(struct err *err, enum rc rc, const char *what, ...)
{
	va_list ap;
	char text[sizeof err->what];	/* `what` may quote the old message */

	va_start(ap, what);
	print_cut(text, sizeof text, what, ap);
	va_end(ap);
	memcpy(err->what, text, sizeof text);
	err->rc = rc;
	err->reason = REASON_NONE;
	err->param = NULL;
	err->todo[0] = '\0';
	return rc;
}

enum rc err_conflict(struct err *err, enum reason why, const char *what, ...)
{
	va_list ap;
	char text[sizeof err->what];

	va_start(ap, what);
	print_cut(text, sizeof text, what, ap);
	va_end(ap);
	memcpy(err->what, text, sizeof text);
	err->rc = RC_CONFLICT;
	err->reason = why;
	err->param = NULL;
	err->todo[0] = '\0';
	return RC_CONFLICT;
}

enum rc err_todo(struct err *err, const char *todo, ...)
{
	va_list ap;
	char text[sizeof err->todo];

	va_start(ap, todo);
	print_cut(text, sizeof text, todo, ap);
	va_end(ap);
	memcpy(err->todo, text, sizeof text);
	return err->rc;
}

enum rc err_prefix(struct err *err, const char *fmt, ...)
{
	va_list ap;
	char text[sizeof err->what], old[sizeof err->what];

	memcpy(old, err->what, sizeof old);
	va_start(ap, fmt);
	print_cut(text, sizeof text, fmt, ap);
	va_end(ap);
	snprintf(err->what, sizeof err->what, "%s", text);
	snprintf(err->what + strlen(err->what), sizeof err->what - strlen(err->what), "%s", old);
	return err->rc;
}
