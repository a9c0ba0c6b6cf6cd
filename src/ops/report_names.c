/* No name outside the team: names, e-mail addresses and phone numbers are found
 * in a text, and struck. */
#include <ctype.h>
#include <string.h>

#include "replife/name_map.h"
#include "replife/utf8.h"
#include "report_fit.h"

struct names {
	struct name_map words;		/* folded */
	/* Names of scripts that write no blanks between words: looked for at
	 * each character. */
	struct name_map unspaced;
	size_t longest;			/* of those, in bytes */
};

/* A letter, a digit, an apostrophe inside a name, any character beyond ASCII. */
static bool in_word(const char *p)
{
	unsigned char c = (unsigned char)*p;

	return isalnum(c) || c >= 0x80;
}

size_t mark_length(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0xC2)	/* U+0080 to U+00BF, where three are letters */
		return u[1] == 0xAA || u[1] == 0xB5 || u[1] == 0xBA ? 0 : 2;
	if (u[0] == 0xC3)	/* the signs of multiplying and dividing */
		return u[1] == 0x97 || u[1] == 0xB7 ? 2 : 0;
	/* U+2000 to U+2BFF: punctuation, money, arrows, boxes, dingbats */
	return u[0] == 0xE2 && u[1] >= 0x80 && u[1] < 0xB0 ? utf8_length(p, strlen(p)) : 0;
}

/* Kana, Han, Hangul and what lies beyond; Thai, Lao, Myanmar, Khmer. */
static bool is_unspaced(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	if (u[0] == 0xE0)
		return u[1] >= 0xB8 && u[1] <= 0xBB;
	if (u[0] == 0xE1)
		return (u[1] >= 0x80 && u[1] <= 0x82) || u[1] == 0x9E || u[1] == 0x9F;
	return u[0] >= 0xE3;
}

static size_t word_length(const char *p)
{
	size_t n = 0;

	while (p[n] && in_word(p + n) && !is_unspaced(p + n) && !mark_length(p + n))
		n++;
	if (!n && *p && is_unspaced(p)) {
		n = utf8_length(p, strlen(p));
		return n ? n : 1;
	}
	return n;
}

static size_t unspaced_length(const char *p)
{
	size_t n = 0;

	while (p[n] && is_unspaced(p + n)) {
		size_t k = utf8_length(p + n, strlen(p + n));

		n += k ? k : 1;
	}
	return n;
}

static void add_unspaced(struct names *s, const char *p, size_t n)
{
	name_map_at(&s->unspaced, p, n);
	s->longest = n > s->longest ? n : s->longest;
}

/* The longest name of such a script that stands at `p`; 0: none. */
static size_t unspaced_name(const struct names *s, const char *p)
{
	size_t found = 0, n = 0, k;

	while (n < s->longest && p[n] && is_unspaced(p + n)) {
		k = utf8_length(p + n, strlen(p + n));
		n += k ? k : 1;
		if (name_map_find(&s->unspaced, p, n) != NO_NAME)
			found = n;
	}
	return found;
}

static void add_words(struct names *s, struct arena *a, const char *text)
{
	while (*text) {
		size_t n = unspaced_length(text), folded_n;
		const char *folded;

		if (n) {
			add_unspaced(s, text, n);
			text += n;
			continue;
		}
		n = word_length(text);
		if (!n) {
			n = mark_length(text);
			text += n ? n : 1;
			continue;
		}
		folded = utf8_fold(a, text, n, &folded_n);
		if (folded_n >= 2)
			name_map_at(&s->words, folded, folded_n);
		text += n;
	}
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

/* Names that are plain words as well: "will" is none where somebody is called
 * Will, but "Will" is. */
static bool is_plain_word(const char *w)
{
	static const char words[] =
		" april art ash august autumn basil bell best bill black bond brook brown can "
		"case chance chase christian cliff cook cross daisy dale dawn day dean do drew "
		"earl faith field fields fox frank free ginger glen good grace grant gray green "
		"hall hardy hart heath hill holly hope hunt hunter ivy jack jade jasmine jay joy "
		"june king lake lance law lee long love mark marsh mason max may miles mills moon "
		"new norm page park pat pearl penny pierce price quick ray rich rob rock rose "
		"ruby rusty sage sales sandy sharp short skip snow so stone sue summer swift to "
		"van victor ward wells west white will winter wise wood woods young ";
	const char *at = strstr(words, w);
	size_t n = strlen(w);

	while (at && (at[-1] != ' ' || at[n] != ' '))
		at = strstr(at + 1, w);
	return at != NULL;
}

static bool is_name(const struct names *s, struct arena *a, const char *p, size_t n)
{
	size_t folded_n;
	const char *folded = utf8_fold(a, p, n, &folded_n);

	if (name_map_find(&s->words, folded, folded_n) == NO_NAME)
		return false;
	return !islower((unsigned char)*p) || (folded_n >= 3 && !is_plain_word(folded));
}

/* Bytes of an e-mail address at `p`, or 0. */
static size_t mail_length(const char *p)
{
	size_t n = strcspn(p, " \t\n,;<>()\"'"), at;

	for (at = 0; at < n && p[at] != '@'; at++)
		;
	if (!at || at + 1 >= n || !memchr(p + at, '.', n - at))
		return 0;
	while (n && strchr(".:!?", p[n - 1]))
		n--;
	return n;
}

/* "2026-11-24" and "24.11.2026": digits in three groups, one of them a year. */
static bool is_date(const char *p, size_t n)
{
	size_t group[3] = { 0 }, k = 0;

	for (size_t i = 0; i < n; i++) {
		if (isdigit((unsigned char)p[i]))
			group[k]++;
		else if (!group[k] || ++k == 3)
			return false;
	}
	return k == 2 && group[1] <= 2 && ((group[0] == 4 && group[2] <= 2) ||
					   (group[0] <= 2 && group[2] == 4));
}

/* Bytes of what may be a telephone number: seven digits and more. */
static size_t phone_length(const char *p)
{
	size_t n = 0, digits = 0, last = 0;

	if (*p != '+' && !isdigit((unsigned char)*p) && *p != '(')
		return 0;
	for (; p[n] && (isdigit((unsigned char)p[n]) || strchr("+-() ./", p[n])); n++)
		if (isdigit((unsigned char)p[n])) {
			digits++;
			last = n + 1;
		}
	return digits >= 7 && !is_date(p, last) ? last : 0;
}

/* What stands at the begin of a word and must not be shown; 0 bytes: nothing. */
static size_t personal_at(const struct names *s, struct arena *a, const char *p, enum found *what)
{
	size_t n = mail_length(p);

	*what = FOUND_MAIL;
	if (n)
		return n;
	*what = FOUND_PHONE;
	n = phone_length(p);
	if (n)
		return n;
	*what = FOUND_NAME;
	n = unspaced_name(s, p);
	if (n)
		return n;
	n = word_length(p);
	return n && is_name(s, a, p, n) ? n : 0;
}

static const char *const struck_as[] = { [FOUND_NAME] = "[name]", [FOUND_MAIL] = "[e-mail]",
					 [FOUND_PHONE] = "[phone]" };

/* Writes the struck text to `o` (may be NULL); counts what was into `n`. */
static void strike(const struct names *s, struct arena *a, const char *text, struct out *o, size_t *found)
{
	bool named = false;

	while (*text) {
		enum found what, next;
		size_t n = personal_at(s, a, text, &what), gap;

		/* "Ana Ruiz" is one name */
		if (n && !(named && what == FOUND_NAME)) {
			found[what]++;
			if (o)
				out_str(o, struck_as[what]);
		}
		named = n && what == FOUND_NAME;
		if (!n) {
			n = word_length(text);
			if (o)
				out_bytes(o, text, n);
		}
		text += n;
		gap = 0;
		while (text[gap] && (!in_word(text + gap) || mark_length(text + gap)) &&
		       !(gap && strchr("+(", text[gap])))
			gap += mark_length(text + gap) ? mark_length(text + gap) : 1;
		if (o && !(named && gap == 1 && *text == ' ' && personal_at(s, a, text + 1, &next) &&
			   next == FOUND_NAME))
			out_bytes(o, text, gap);
		named &= !gap || (gap == 1 && *text == ' ');
		text += gap;
	}
}

void names_count(struct names *s, struct arena *a, const char *text, size_t found[FOUND_KINDS])
{
	strike(s, a, text, NULL, found);
}

bool names_in(struct names *s, struct arena *a, const char *text)
{
	size_t found[FOUND_KINDS] = { 0 };

	strike(s, a, text, NULL, found);
	return found[FOUND_NAME] || found[FOUND_MAIL] || found[FOUND_PHONE];
}

const char *names_strike(struct names *s, struct arena *a, const char *text, size_t found[FOUND_KINDS])
{
	struct out o;

	if (!names_in(s, a, text))
		return text;
	out_to_mem(&o, a);
	strike(s, a, text, &o, found);
	return out_text(&o);
}
