/* Text a character at a time. */
#include "replife/grapheme.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

#include "replife/utf8.h"

#define REPLACEMENT 0xFFFD

/* Bad bytes are characters of their own, so that each walk ends. */
static size_t decode(const char *p, size_t n, int32_t *cp)
{
	utf8proc_ssize_t k;

	if ((unsigned char)*p < 0x80) {
		*cp = (unsigned char)*p;
		return 1;
	}
	k = utf8proc_iterate((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)n, cp);
	if (k > 0)
		return (size_t)k;
	*cp = REPLACEMENT;
	return 1;
}

static int cells_of(int32_t cp)
{
	return cp >= 0x20 && cp < 0x7F ? 1 : utf8proc_charwidth(cp);
}

static uint32_t shown(int32_t cp)
{
	if (cp == '\n' || cp == '\t')
		return ' ';
	return utf8_is_hostile(cp) ? REPLACEMENT : (uint32_t)cp;
}

size_t glyph_at(const char *p, size_t n, struct glyph *out)
{
	size_t used, k, marks = 0;
	int32_t cp;

	*out = (struct glyph){ 0 };
	if (!n)
		return 0;
	/* A letter of ASCII before another. */
	if (*p >= 0x20 && *p < 0x7F && (n == 1 || (unsigned char)p[1] < 0x80)) {
		out->base = (unsigned char)*p;
		out->cells = 1;
		return 1;
	}
	used = decode(p, n, &cp);
	out->base = shown(cp);
	out->cells = cells_of((int32_t)out->base);
	if (out->cells <= 0) {
		out->marks[marks++] = out->base;
		out->base = ' ';
		out->cells = 1;
	}
	while (used < n && (unsigned char)p[used] >= 0x80) {
		k = decode(p + used, n - used, &cp);
		if (utf8_is_hostile(cp) || cp == REPLACEMENT || cells_of(cp) > 0)
			break;
		if (marks < GLYPH_MARKS)
			out->marks[marks++] = (uint32_t)cp;
		used += k;
	}
	return used;
}

size_t utf8_encode(uint32_t cp, char out[4])
{
	return (size_t)utf8proc_encode_char((int32_t)cp, (utf8proc_uint8_t *)out);
}

size_t grapheme_next(const char *p, size_t n)
{
	utf8proc_int32_t state = 0;
	size_t used;
	int32_t cp, last;

	if (!n)
		return 0;
	used = decode(p, n, &last);
	while (used < n) {
		size_t k = decode(p + used, n - used, &cp);

		if (utf8proc_grapheme_break_stateful(last, cp, &state))
			break;
		used += k;
		last = cp;
	}
	return used;
}

static bool plain(char c)
{
	return c >= 0x20 && c < 0x7F;
}

/* Graphemes are found from a place where one surely begins: after a newline, or
 * between two ASCII characters. */
size_t grapheme_before(const char *p, size_t at)
{
	size_t from = at, last = 0;

	if (at > 1 && p[at - 1] == '\n' && p[at - 2] == '\r')
		return 2;
	while (from > 0 && !(from < at && plain(p[from]) && plain(p[from - 1])) && p[from - 1] != '\n')
		from--;
	if (from == at)
		return at ? 1 : 0;
	for (size_t i = from; i < at; i += last)
		last = grapheme_next(p + i, at - i);
	return last;
}
