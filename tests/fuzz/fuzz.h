/* What the fuzz targets share: a feed of bytes, and a check that says its words. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "replife/arena.h"
#include "replife/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What should hold: where it does not, libFuzzer keeps the input. */
#define HOLDS(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: does not hold: %s\n",          \
				__FILE__, __LINE__, #what);                    \
			abort();                                               \
		}                                                              \
	} while (0)

struct feed {
	const uint8_t *p;
	size_t n;
};

static inline unsigned feed_byte(struct feed *f)
{
	if (!f->n)
		return 0;
	f->n--;
	return *f->p++;
}

/* Up to a newline or NUL; false at the end. */
static inline bool feed_line(struct feed *f, const char **p, size_t *n)
{
	if (!f->n)
		return false;
	*p = (const char *)f->p;
	for (*n = 0; *n < f->n && f->p[*n] != '\n' && f->p[*n]; ++*n)
		;
	f->p += *n;
	f->n -= *n;
	if (f->n)
		feed_byte(f);
	return true;
}

/* Exactly these bytes and none behind them, so that reading on is seen. */
static inline char *own_copy(const char *p, size_t n)
{
	char *to = malloc(n ? n : 1);

	HOLDS(to);
	if (n)
		memcpy(to, p, n);
	return to;
}

/*
 * Not for a terminal, by Unicode's own tables and not by ours: controls, what
 * steers direction, separators of lines, format characters. What stands on a
 * letter (marks, variation selectors) is let through, and so are the few format
 * characters that are seen: signs that stand before digits, hieroglyphs' joiners.
 */
static inline bool drives(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	if ((cp >= 0x600 && cp <= 0x605) || cp == 0x6DD || cp == 0x70F || cp == 0x890 || cp == 0x891 || cp == 0x8E2 ||
	    cp == 0x110BD || cp == 0x110CD || (cp >= 0x13430 && cp <= 0x1343F))
		return false;
	return c == UTF8PROC_CATEGORY_CC || c == UTF8PROC_CATEGORY_CF || c == UTF8PROC_CATEGORY_ZL ||
	       c == UTF8PROC_CATEGORY_ZP || c == UTF8PROC_CATEGORY_CS;
}

/* There is something to see. */
static inline bool visible(const char *p, size_t n)
{
	size_t k;

	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(p + i, n - i, &k);
		const utf8proc_property_t *is = utf8proc_get_property(cp);

		if (cp >= 0 && !is->ignorable && is->category != UTF8PROC_CATEGORY_ZS && cp != 0x2800 && !drives(cp))
			return true;
	}
	return false;
}

/* Well-formed, and nothing in it drives a terminal but these of ours. */
static inline void check_terminal(const char *p, size_t n, const char *let)
{
	size_t k;

	for (size_t i = 0; i < n; i += k) {
		int32_t cp;

		k = 1;
		if (p[i] >= 0x20 && p[i] < 0x7F)
			continue;
		cp = utf8_decode(p + i, n - i, &k);
		HOLDS(cp >= 0);
		HOLDS((cp && cp < 0x80 && strchr(let, cp)) || !drives(cp));
	}
}

/* Times and days as they are told here: what is rendered wants to be told how. */
static inline const char *feed_when(void *ctx, struct arena *a, int64_t begin_s, int64_t end_s)
{
	(void)ctx;
	return arena_printf(a, "%lld-%lld", (long long)begin_s, (long long)end_s);
}

static inline const char *feed_day(void *ctx, struct arena *a, int64_t d)
{
	(void)ctx;
	return arena_printf(a, "day %lld", (long long)d);
}

#endif
