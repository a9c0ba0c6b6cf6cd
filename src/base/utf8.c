/* Text at the door and on the way to a terminal. */
#include "replife/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

size_t utf8_length(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;
	unsigned cp;

	if (!n)
		return 0;
	if (s[0] < 0x80)
		return 1;
	if (s[0] >= 0xC2 && s[0] < 0xE0)
		return n > 1 && (s[1] & 0xC0) == 0x80 ? 2 : 0;
	if (s[0] >= 0xE0 && s[0] < 0xF0) {
		if (n < 3 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80)
			return 0;
		cp = (unsigned)(s[0] & 15) << 12 | (unsigned)(s[1] & 63) << 6 | (s[2] & 63);
		return cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF) ? 3 : 0;
	}
	if (s[0] >= 0xF0 && s[0] < 0xF5) {
		if (n < 4 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80 || (s[3] & 0xC0) != 0x80)
			return 0;
		cp = (unsigned)(s[0] & 7) << 18 | (unsigned)(s[1] & 63) << 12 |
		     (unsigned)(s[2] & 63) << 6 | (s[3] & 63);
		return cp >= 0x10000 && cp < 0x110000 ? 4 : 0;
	}
	return 0;
}

bool utf8_valid(const char *p, size_t n, size_t *bad_at)
{
	for (size_t i = 0; i < n;) {
		size_t k = utf8_length(p + i, n - i);

		if (!k) {
			if (bad_at)
				*bad_at = i;
			return false;
		}
		i += k;
	}
	return true;
}

bool utf8_is_hostile(int32_t cp)
{
	static const int32_t ranges[][2] = {
		{ 0, 0x1F }, { 0x7F, 0x9F }, { 0xAD, 0xAD }, { 0x61C, 0x61C },
		{ 0x180E, 0x180E }, { 0x200B, 0x200F }, { 0x2028, 0x202E },
		{ 0x2060, 0x206F }, { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB },
		{ 0xFDD0, 0xFDEF }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE007F },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (cp >= ranges[i][0] && cp <= ranges[i][1])
			return true;
	return (cp & 0xFFFE) == 0xFFFE;
}

static bool plain_ascii(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)p[i] < 0x20 || (unsigned char)p[i] >= 0x7F)
			return false;
	return true;
}

int32_t utf8_decode(const char *p, size_t n, size_t *len)
{
	utf8proc_int32_t cp;
	size_t k = utf8_length(p, n);

	*len = k ? k : 1;
	if (!k)
		return -1;
	utf8proc_iterate((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)k, &cp);
	return cp;
}

/* ---- the door ---- */

static size_t limit_of(enum text_kind kind)
{
	switch (kind) {
	case TEXT_NAME:
		return 200;
	case TEXT_LINE:
		return 2000;
	case TEXT_LONG:
		return 64 * 1024;
	case TEXT_LARGE:
		return 1024 * 1024;
	}
	return 0;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static enum rc refuse_control(enum text_kind kind, const char *what, int32_t cp, struct err *err)
{
	if (kind < TEXT_LONG && (cp == '\n' || cp == '\t')) {
		err_set(err, RC_USAGE, "%s must be one line of text", what);
		return err_todo(err, "Take out the %s", cp == '\n' ? "line break" : "tab");
	}
	err_set(err, RC_USAGE, "%s has a control character (U+%04X)", what, (unsigned)cp);
	return err_todo(err, "Take it out; type the text anew if you cannot see it");
}

/* What steers the direction of the text around it is a control, too. */
bool utf8_is_control(int32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x2066 && cp <= 0x2069);
}

/* Fillers of Hangul and the blank of Braille count as letters, and show none. */
static bool is_seen(int32_t cp)
{
	const utf8proc_property_t *is = utf8proc_get_property(cp);

	return !utf8_is_hostile(cp) && !is->ignorable && is->category != UTF8PROC_CATEGORY_ZS && cp != 0x2800;
}

static enum rc check_chars(enum text_kind kind, const char *what, const char *p, size_t n,
			   bool *visible, struct err *err)
{
	size_t k;

	*visible = false;
	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(p + i, n - i, &k);

		if (cp < 0) {
			err_set(err, RC_USAGE, "%s is not UTF-8: byte %zu", what, i + 1);
			return err_todo(err, "Save it as UTF-8");
		}
		if (cp == '\n' || cp == '\t') {
			if (kind >= TEXT_LONG)
				continue;
			return refuse_control(kind, what, cp, err);
		}
		if (utf8_is_control(cp))
			return refuse_control(kind, what, cp, err);
		*visible |= is_seen(cp);
	}
	return RC_OK;
}

static size_t drop_cr(char *p, size_t n)
{
	size_t to = 0;

	for (size_t i = 0; i < n; i++)
		if (p[i] != '\r' || i + 1 == n || p[i + 1] != '\n')
			p[to++] = p[i];
	return to;
}

static char *to_nfc(struct arena *a, char *p, size_t *n)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t k = utf8proc_map((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)*n, &out,
					  UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	char *copy;

	if (k == UTF8PROC_ERROR_NOMEM)
		arena_oom(a);
	if (k < 0)
		return p;	/* checked before: it is UTF-8 */
	copy = arena_dup(a, (char *)out, (size_t)k);
	free(out);
	*n = (size_t)k;
	return copy;
}

enum rc text_clean(struct arena *a, enum text_kind kind, const char *what,
		   const char *p, size_t n, const char **out, struct err *err)
{
	char *copy;
	bool visible;
	enum rc rc;

	while (n && is_space(*p)) {
		p++;
		n--;
	}
	while (n && is_space(p[n - 1]))
		n--;
	if (n > limit_of(kind)) {
		err_set(err, RC_USAGE, "%s is too long: %zu bytes", what, n);
		return err_todo(err, "At most %zu are possible", limit_of(kind));
	}
	copy = arena_dup(a, p, n);
	if (plain_ascii(copy, n)) {
		visible = n > 0;
	} else {
		n = drop_cr(copy, n);
		rc = check_chars(kind, what, copy, n, &visible, err);
		if (rc)
			return rc;
		copy[n] = '\0';
		copy = to_nfc(a, copy, &n);
	}
	if (kind == TEXT_NAME && !visible) {
		err_set(err, RC_USAGE, "%s is empty", what);
		return err_todo(err, "Give it something that can be seen");
	}
	*out = copy;
	return RC_OK;
}

/* ---- to a terminal ---- */

static size_t cells(int32_t cp)
{
	int w = utf8proc_charwidth(cp);

	return w > 0 ? (size_t)w : 0;
}

size_t utf8_width(const char *p, size_t n)
{
	size_t w = 0, k;

	for (size_t i = 0; i < n; i += k) {
		int32_t cp;

		if ((unsigned char)p[i] >= 0x20 && (unsigned char)p[i] < 0x7F) {
			w++;
			k = 1;
			continue;
		}
		cp = utf8_decode(p + i, n - i, &k);
		w += cp < 0 || utf8_is_hostile(cp) ? 1 : cells(cp);
	}
	return w;
}

static size_t put_char(struct out *o, const char *p, int32_t cp, size_t k, bool ascii)
{
	if (cp < 0 || utf8_is_hostile(cp)) {
		if (cp == '\n' || cp == '\t')
			out_char(o, ' ');
		else
			out_str(o, ascii ? "?" : "\xEF\xBF\xBD");
		return 1;
	}
	out_bytes(o, p, k);
	return cells(cp);
}

size_t utf8_put_safe(struct out *o, const char *p, size_t n, size_t max_cells, bool ascii)
{
	size_t w = 0, k, room = max_cells;
	bool cut = max_cells != SIZE_MAX && utf8_width(p, n) > max_cells;

	if (!max_cells)
		return 0;
	if (!cut && plain_ascii(p, n)) {
		out_bytes(o, p, n);
		return n;
	}
	if (cut)
		room--;
	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(p + i, n - i, &k);
		size_t cw = cp < 0 || utf8_is_hostile(cp) ? 1 : cells(cp);

		if (cw > room - w)
			break;
		w += put_char(o, p + i, cp, k, ascii);
	}
	if (cut) {
		out_str(o, ascii ? "~" : "\xE2\x80\xA6");
		w++;
	}
	return w;
}

void utf8_put_safe_lines(struct out *o, const char *p, size_t n, bool ascii)
{
	size_t k;

	for (size_t i = 0; i < n; i += k) {
		int32_t cp = utf8_decode(p + i, n - i, &k);

		if (cp == '\n' || cp == '\t')
			out_char(o, (char)cp);
		else
			put_char(o, p + i, cp, k, ascii);
	}
}

/* ---- for matching ---- */

char *utf8_fold(struct arena *a, const char *p, size_t n, size_t *out_n)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t k = utf8proc_map((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)n, &out,
					  UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
					  UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE);
	char *copy;

	if (k == UTF8PROC_ERROR_NOMEM)
		arena_oom(a);
	if (k < 0) {
		*out_n = n;
		return arena_dup(a, p, n);
	}
	copy = arena_dup(a, (char *)out, (size_t)k);
	free(out);
	*out_n = (size_t)k;
	return copy;
}

unsigned word_distance(const char *a, const char *b, unsigned max)
{
	unsigned d[3][64], na = (unsigned)strlen(a), nb = (unsigned)strlen(b);

	if (na >= 64 || nb >= 64 || na > nb + max || nb > na + max)
		return max + 1;
	for (unsigned k = 0; k <= nb; k++)
		d[0][k] = k;
	for (unsigned i = 1; i <= na; i++) {
		unsigned *row = d[i % 3], *up = d[(i + 2) % 3], *up2 = d[(i + 1) % 3];

		row[0] = i;
		for (unsigned k = 1; k <= nb; k++) {
			unsigned v = up[k - 1] + (a[i - 1] != b[k - 1]);

			if (up[k] + 1 < v)
				v = up[k] + 1;
			if (row[k - 1] + 1 < v)
				v = row[k - 1] + 1;
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] &&
			    up2[k - 2] + 1 < v)
				v = up2[k - 2] + 1;
			row[k] = v;
		}
	}
	return d[na % 3][nb] <= max ? d[na % 3][nb] : max + 1;
}

char utf8_plain_letter(uint32_t cp)
{
	/* Those that are no letter and a mark. */
	static const struct { uint32_t from; char to; } others[] = {
		{ 0xC6, 'A' }, { 0xD0, 'D' }, { 0xD8, 'O' }, { 0xDE, 'T' }, { 0xDF, 's' }, { 0xE6, 'a' },
		{ 0xF0, 'd' }, { 0xF8, 'o' }, { 0xFE, 't' }, { 0x110, 'D' }, { 0x111, 'd' }, { 0x126, 'H' },
		{ 0x127, 'h' }, { 0x131, 'i' }, { 0x141, 'L' }, { 0x142, 'l' }, { 0x152, 'O' }, { 0x153, 'o' },
	};
	utf8proc_int32_t parts[8];

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i].from == cp)
			return others[i].to;
	if (utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, NULL) > 0 &&
	    parts[0] > ' ' && parts[0] < 0x7F)
		return (char)parts[0];
	return '?';
}
