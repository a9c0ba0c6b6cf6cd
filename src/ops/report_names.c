/* The names that no text outside the team may have, by the words that they are
 * made of. */
#include <ctype.h>
#include <string.h>

#include "replife/name_map.h"
#include "replife/utf8.h"
#include "report_names.h"

struct names {
	struct name_map words;		/* as they look, alike */
	/* Names of scripts that write no blanks between words: looked for at
	 * each character. */
	struct name_map unspaced;
	size_t longest;			/* of those, in bytes */
};

bool name_in_word(const char *p)
{
	unsigned char c = (unsigned char)*p;

	return isalnum(c) || c >= 0x80;
}

size_t name_mark_length(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0xC2)	/* U+0080 to U+00BF, where three are letters */
		return u[1] == 0xAA || u[1] == 0xB5 || u[1] == 0xBA ? 0 : 2;
	if (u[0] == 0xC3)	/* the signs of multiplying and dividing */
		return u[1] == 0x97 || u[1] == 0xB7 ? 2 : 0;
	/* U+2000 to U+2BFF: punctuation, money, arrows, boxes, dingbats */
	return u[0] == 0xE2 && u[1] >= 0x80 && u[1] < 0xB0 ? utf8_length(p, strlen(p)) : 0;
}

bool name_is_unspaced(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0xE0)
		return u[1] >= 0xB8 && u[1] <= 0xBB;
	if (u[0] == 0xE1)
		return (u[1] >= 0x80 && u[1] <= 0x82) || u[1] == 0x9E || u[1] == 0x9F;
	return u[0] >= 0xE3;
}

size_t name_word_length(const char *p)
{
	size_t n = 0;

	while (p[n] && name_in_word(p + n) && !name_is_unspaced(p + n) && !name_mark_length(p + n))
		n++;
	if (!n && *p && name_is_unspaced(p)) {
		n = utf8_length(p, strlen(p));
		return n ? n : 1;
	}
	return n;
}

static size_t unspaced_length(const char *p)
{
	size_t n = 0;

	while (p[n] && name_is_unspaced(p + n)) {
		size_t k = utf8_length(p + n, strlen(p + n));

		n += k ? k : 1;
	}
	return n;
}

static void add_unspaced_one(struct names *s, const char *p, size_t n)
{
	name_map_at(&s->unspaced, p, n);
	s->longest = n > s->longest ? n : s->longest;
}

/* Han, but for kana, and Hangul: three bytes each. */
static bool all_of(const char *p, size_t n, unsigned char first, unsigned char last)
{
	for (size_t i = 0; i < n; i += 3)
		if (utf8_length(p + i, n - i) != 3 || (unsigned char)p[i] < first || (unsigned char)p[i] > last)
			return false;
	return true;
}

/* And what somebody is called by of it, where the script tells: of three
 * characters the last two, of four the halves. */
static void add_unspaced(struct names *s, const char *p, size_t n)
{
	add_unspaced_one(s, p, n);
	if ((n != 9 && n != 12) || (!all_of(p, n, 0xE4, 0xE9) && !all_of(p, n, 0xEA, 0xED)))
		return;
	add_unspaced_one(s, p + n - 6, 6);
	if (n == 12)
		add_unspaced_one(s, p, 6);
}

static void add_word(struct names *s, struct arena *a, const char *p, size_t n)
{
	size_t folded_n;
	const char *folded = utf8_alike(a, p, n, &folded_n);

	if (folded_n >= 2)
		name_map_at(&s->words, folded, folded_n);
}

/* "Mueller" for M\u00FCller. */
static void add_spelled_out(struct names *s, struct arena *a, const char *p, size_t n)
{
	static const char *const as[] = { "\u00E4", "ae", "\u00F6", "oe", "\u00FC", "ue", "\u00F8", "oe", "\u00E5", "aa",
					  "\u00C4", "ae", "\u00D6", "oe", "\u00DC", "ue", "\u00D8", "oe", "\u00C5", "aa" };
	char *out = arena_dup(a, p, n);
	bool any = false;

	for (size_t i = 0; i + 1 < n; i++)
		for (size_t k = 0; k < sizeof as / sizeof *as; k += 2)
			if (!memcmp(p + i, as[k], 2)) {
				memcpy(out + i, as[k + 1], 2);
				any = true;
			}
	if (any)
		add_word(s, a, out, n);
}

/* Each word of a name; and all of them in one, as handles are. */
static void add_words(struct names *s, struct arena *a, const char *name)
{
	const uint32_t *from;
	const char *text = utf8_look(a, name, strlen(name), &from);
	char *handle = arena_alloc(a, strlen(text) + 1);
	size_t words = 0, handle_n = 0;

	while (*text) {
		size_t n = unspaced_length(text);

		if (n) {
			add_unspaced(s, text, n);
			text += n;
			continue;
		}
		n = name_word_length(text);
		if (!n) {
			n = name_mark_length(text);
			text += n ? n : 1;
			continue;
		}
		add_word(s, a, text, n);
		add_spelled_out(s, a, text, n);
		memcpy(handle + handle_n, text, n);
		handle_n += n;
		words++;
		text += n;
	}
	if (words > 1 && handle_n > 5)
		add_word(s, a, handle, handle_n);
}

enum rc names_load(struct call *c, struct names **out, struct err *err)
{
	struct names *s = arena_new(c->arena, struct names);
	struct arena *rows = arena_child(c->arena);
	struct arena_mark m = arena_mark(rows);
	struct stmt *q = report_names(c->st);

	s->words.arena = s->unspaced.arena = c->arena;
	while (stmt_row(q)) {
		add_words(s, rows, col_text(q, 0, rows));
		add_words(s, rows, col_text(q, 1, rows));
		arena_release(rows, m);
	}
	*out = s;
	return stmt_done(q, err);
}

bool names_have(const struct names *s, const char *alike, size_t n)
{
	return n && name_map_find(&s->words, alike, n) != NO_NAME;
}

/* The longest. */
size_t names_unspaced_at(const struct names *s, const char *p)
{
	size_t found = 0, n = 0;

	while (n < s->longest && p[n] && name_is_unspaced(p + n)) {
		size_t k = utf8_length(p + n, strlen(p + n));

		n += k ? k : 1;
		if (name_map_find(&s->unspaced, p, n) != NO_NAME)
			found = n;
	}
	return found;
}
