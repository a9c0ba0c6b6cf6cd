/* Text as it looks: what a reader takes for one thing is one thing. */
#include "replife/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* Rows of letters that are drawn in circles and squares. */
static char boxed(int32_t cp)
{
	static const struct { int32_t first; char letter; } rows[] = {
		{ 0x24B6, 'A' }, { 0x24D0, 'a' }, { 0x1F130, 'A' }, { 0x1F150, 'A' }, { 0x1F170, 'A' } };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (cp >= rows[i].first && cp < rows[i].first + 26)
			return (char)(rows[i].letter + (cp - rows[i].first));
	return 0;
}

/* Of a letter that is one of ASCII's in other clothes, those; else 0. */
static size_t undressed(int32_t cp, char *to)
{
	utf8proc_int32_t as[8];
	int bounds = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(cp, as, 8, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &bounds);

	if (n < 1 || n > 4)
		return 0;
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		if (as[i] >= 0x80)
			return 0;
		to[i] = (char)as[i];
	}
	return (size_t)n;
}

static bool is_unseen(int32_t cp, const utf8proc_property_t *is)
{
	return utf8_is_hostile(cp) || is->ignorable || is->category == UTF8PROC_CATEGORY_ME ||
	       (cp >= 0x20D0 && cp <= 0x20FF);
}

/* What stands for a character beyond ASCII in `to`: its bytes, 0 for none; or
 * `kept`: it stays. */
static size_t look_of(int32_t cp, char *to, size_t kept)
{
	const utf8proc_property_t *is = utf8proc_get_property(cp);
	size_t n = 0;

	if (is_unseen(cp, is))
		return 0;
	to[0] = boxed(cp);
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		to[0] = (char)(cp - 0xFEE0);
	else if (is->category == UTF8PROC_CATEGORY_ZS)
		to[0] = ' ';
	else if (is->category == UTF8PROC_CATEGORY_PD || cp == 0x2212)
		to[0] = '-';
	else if (cp == 0xB7 || cp == 0x2022)
		to[0] = '.';
	else if (cp == 0x2018 || cp == 0x2019 || cp == 0x201B || cp == 0x2032 || cp == 0xB4 || (cp >= 0x02B9 && cp <= 0x02BF))
		to[0] = '\'';	/* apostrophes, and what is typed for one */
	else if (cp == 0x2044 || cp == 0x2215)
		to[0] = '/';
	if (to[0])
		return 1;
	if (is->category == UTF8PROC_CATEGORY_LU || is->category == UTF8PROC_CATEGORY_LL)
		n = undressed(cp, to);
	if (!n && is->category == UTF8PROC_CATEGORY_ND) {
		to[0] = '0';	/* which digit it is matters to nobody */
		n = 1;
	}
	return n ? n : kept;
}

const char *utf8_look(struct arena *a, const char *text, size_t n, const uint32_t **from)
{
	uint32_t *at = NULL;
	char *look, as[8];
	size_t used = 0, k, w;

	*from = NULL;
	for (k = 0; k < n && (unsigned char)text[k] < 0x80; k++)
		;
	if (k == n)
		return text;
	/* One of two bytes becomes four letters at most. */
	look = arena_alloc(a, 2 * n + 1);
	at = arena_array(a, uint32_t, 2 * n + 1);
	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(text + i, n - i, &k);

		w = cp < 0x80 ? k : look_of(cp, as, SIZE_MAX);
		if (w == SIZE_MAX || cp < 0x80) {
			memcpy(look + used, text + i, k);
			w = k;
		} else {
			memcpy(look + used, as, w);
		}
		for (size_t j = 0; j < w; j++)
			at[used + j] = (uint32_t)(i + (j < k ? j : k));
		used += w;
	}
	look[used] = '\0';
	at[used] = (uint32_t)n;
	at[0] = used ? 0 : at[0];
	*from = at;
	return look;
}

/* ---- for names ---- */

static const struct { const char *is, *as; } alike[] = {
	/* one writes them so without a keyboard of that language */
	{ "\u00F8", "o" }, { "\u0142", "l" }, { "\u0111", "d" }, { "\u00F0", "d" }, { "\u0127", "h" },
	{ "\u0131", "i" }, { "\u0167", "t" }, { "\u00FE", "th" }, { "\u00E6", "ae" }, { "\u0153", "oe" },
	/* Cyrillic, then Greek, in small letters after those that are alike in large ones */
	{ "\u0430", "a" }, { "\u0432", "b" }, { "\u0435", "e" }, { "\u043A", "k" }, { "\u043C", "m" },
	{ "\u043D", "h" }, { "\u043E", "o" }, { "\u0440", "p" }, { "\u0441", "c" }, { "\u0442", "t" },
	{ "\u0443", "y" }, { "\u0445", "x" }, { "\u0455", "s" }, { "\u0456", "i" }, { "\u0458", "j" },
	{ "\u04BB", "h" }, { "\u0501", "d" }, { "\u03B1", "a" }, { "\u03B2", "b" }, { "\u03B5", "e" },
	{ "\u03B6", "z" }, { "\u03B7", "h" }, { "\u03B9", "i" }, { "\u03BA", "k" }, { "\u03BC", "m" },
	{ "\u03BD", "n" }, { "\u03BF", "o" }, { "\u03C1", "p" }, { "\u03C4", "t" }, { "\u03C5", "y" },
	{ "\u03C7", "x" },
};

char *utf8_alike(struct arena *a, const char *p, size_t n, size_t *out_n)
{
	char *s = utf8_fold(a, p, n, out_n);
	size_t to = 0, k;

	for (size_t i = 0; i < *out_n; i += k) {
		const char *as = NULL;

		k = utf8_length(s + i, *out_n - i);
		k = k ? k : 1;
		/* Each of them has two bytes, and no more than two letters stand for it. */
		for (size_t j = 0; k == 2 && !as && j < sizeof alike / sizeof *alike; j++)
			if (!memcmp(s + i, alike[j].is, 2))
				as = alike[j].as;
		if (as)
			memmove(s + to, as, strlen(as));
		else
			memmove(s + to, s + i, k);
		to += as ? strlen(as) : k;
	}
	s[to] = '\0';
	*out_n = to;
	return s;
}
