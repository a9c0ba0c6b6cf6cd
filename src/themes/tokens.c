#include "tokens.h"

#include <string.h>
#include <utf8proc.h>

#include "replife/utf8.h"

static bool ascii_word(unsigned char c)
{
	return (unsigned char)((c | 32) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* Bytes of the word character at `p`; 0: it is none. A word begins with a
 * letter or number: an emoji's variation selector is a mark, and no word. */
static size_t wide_word(const char *p, size_t n, bool inside)
{
	size_t k = utf8_length(p, n);
	utf8proc_int32_t cp;
	int category;

	if (!k)
		return 0;
	utf8proc_iterate((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)k, &cp);
	category = (int)utf8proc_category(cp);
	/* Letters, marks, numbers: the first eleven categories after "none". */
	if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_NO)
		return 0;
	return inside || category < UTF8PROC_CATEGORY_MN || category > UTF8PROC_CATEGORY_ME ? k : 0;
}

/* "'" or U+2019 between two letters. */
static size_t apostrophe(const char *p, size_t n)
{
	size_t k = *p == '\'' ? 1 : n > 3 && !memcmp(p, "\xE2\x80\x99", 3) ? 3 : 0;

	return k && k < n && ascii_word((unsigned char)p[k]) ? k : 0;
}

static size_t run_blank(const char *text, size_t n, size_t at)
{
	while (at < n && (unsigned char)text[at] > ' ')
		at++;
	return at;
}

bool token_is_url(const char *p, size_t n)
{
	return (n > 7 && !strncasecmp(p, "http://", 7)) || (n > 8 && !strncasecmp(p, "https://", 8)) ||
	       (n > 4 && !strncasecmp(p, "www.", 4));
}

bool token_next(const char *text, size_t n, size_t *at, struct token *out)
{
	size_t i = *at, k;

	for (; i < n; i += k) {
		unsigned char c = (unsigned char)text[i];

		k = 1;
		if (ascii_word(c)) {
			if (((c | 32) != 'h' && (c | 32) != 'w') || !token_url(text, n, i))
				break;
			k = run_blank(text, n, i) - i;
		} else if (c == '@' && i + 1 < n && ascii_word((unsigned char)text[i + 1]) &&
			   (!i || !ascii_word((unsigned char)text[i - 1]))) {
			k = run_blank(text, n, i) - i;
		} else if (c >= 0x80) {
			if (wide_word(text + i, n - i, false))
				break;
			k = utf8_length(text + i, n - i);
			k = k ? k : 1;
		}
	}
	if (i >= n) {
		*at = n;
		return false;
	}
	out->at = i;
	while (i < n) {
		if (ascii_word((unsigned char)text[i])) {
			i++;
		} else if ((k = apostrophe(text + i, n - i))) {
			i += k;
		} else if ((unsigned char)text[i] >= 0x80 && (k = wide_word(text + i, n - i, true))) {
			i += k;
		} else {
			break;
		}
	}
	out->len = i - out->at;
	*at = i;
	return true;
}

bool token_apart(const char *text, size_t from, size_t to)
{
	for (; from < to; from++)
		if (text[from] && strchr(".!?;:()[]\"\n", text[from]))
			return true;
	return false;
}
