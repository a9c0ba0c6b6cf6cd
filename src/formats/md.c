/* Markdown: text stays text. */
#include <string.h>
#include <strings.h>

#include "replife/formats.h"
#include "replife/utf8.h"

/* Bytes of "12." or "3)", which at the start of a line begin a list; else 0. */
static size_t list_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n && (s[n] == '.' || s[n] == ')') ? n : 0;
}

/*
 * "http://" and "www." turn into links by themselves; with the backslash
 * inside they are plain text, and read the same.
 */
static bool escapes(const char *text, const char *s)
{
	if (strchr("\\`*_{}[]<>()!|~&@#$", *s))
		return true;
	if (*s == ':')
		return s[1] == '/';
	return *s == '.' && s - text >= 3 && !strncasecmp(s - 3, "www", 3);
}

/* The first character of the line; returns the bytes of it that are done. */
static size_t put_start(struct out *o, const char *s)
{
	size_t n = list_number(s);

	if (n)
		out_bytes(o, s, n);
	if (n || strchr("+-=", *s))
		out_char(o, '\\');
	out_char(o, s[n]);
	return n + 1;
}

void md_escape(struct out *o, const char *text)
{
	const char *s = text + strspn(text, " \t\r\n"), *end = s + strlen(s);

	if (*s && (list_number(s) || strchr("+-=", *s)))
		s += put_start(o, s);
	while (s < end) {
		size_t n = utf8_length(s, (size_t)(end - s));

		if (escapes(text, s))
			out_char(o, '\\');
		if (*s == '\n' || *s == '\r' || *s == '\t')
			out_char(o, ' ');
		else
			utf8_put_safe(o, s, n ? n : 1, SIZE_MAX, false);
		s += n ? n : 1;
	}
}
