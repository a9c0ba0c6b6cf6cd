/* The names that no text outside the team may have, by the words that they are
 * made of. */
#include <string.h>

#include "replife/customer_store.h"
#include "replife/name_map.h"
#include "replife/stopwords.h"
#include "replife/utf8.h"
#include "report_names.h"

/* Of people, or of customers. */
struct name_set {
	struct name_map words;		/* as they look, alike */
	/* Names of scripts that write no blanks between words: looked for at
	 * each character. */
	struct name_map unspaced;
	size_t longest;			/* of those, in bytes */
	/* Several words, a blank between; what they begin with. */
	struct name_map phrases, begins;
};

struct names {
	struct name_set of[2];		/* FOUND_NAME, FOUND_CUSTOMER */
	size_t customers;
};

static size_t unspaced_length(const char *p)
{
	size_t n = 0;

	while (p[n] && name_is_unspaced(p + n)) {
		size_t k = utf8_length(p + n, strlen(p + n));

		n += k ? k : 1;
	}
	return n;
}

static void add_unspaced_one(struct name_set *s, const char *p, size_t n)
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
static void add_unspaced(struct name_set *s, const char *p, size_t n)
{
	add_unspaced_one(s, p, n);
	if ((n != 9 && n != 12) || (!all_of(p, n, 0xE4, 0xE9) && !all_of(p, n, 0xEA, 0xED)))
		return;
	add_unspaced_one(s, p + n - 6, 6);
	if (n == 12)
		add_unspaced_one(s, p, 6);
}

static void add_word(struct name_set *s, struct arena *a, const char *p, size_t n)
{
	size_t folded_n;
	const char *folded = utf8_alike(a, p, n, &folded_n);

	if (folded_n >= 2)
		name_map_at(&s->words, folded, folded_n);
}

/* "Mueller" for M\u00FCller; NULL: there is nothing of the kind. */
static const char *spelled_out(struct arena *a, const char *look)
{
	static const char *const as[] = { "\u00E4", "ae", "\u00F6", "oe", "\u00FC", "ue", "\u00F8", "oe", "\u00E5", "aa",
					  "\u00C4", "ae", "\u00D6", "oe", "\u00DC", "ue", "\u00D8", "oe", "\u00C5", "aa" };
	char *out = arena_strdup(a, look);
	bool any = false;

	for (size_t i = 0; out[i] && out[i + 1]; i++)
		for (size_t k = 0; k < sizeof as / sizeof *as; k += 2)
			if (!memcmp(out + i, as[k], 2)) {
				memcpy(out + i, as[k + 1], 2);
				any = true;
			}
	return any ? out : NULL;
}

/* ---- a name, part by part ---- */

#define PARTS 16	/* what follows is not looked at */

struct part {
	const char *p;		/* as it looks */
	size_t n;
	const char *alike;
	bool glued;		/* to the one before: "O'Brien" */
};

/* The words of a name, without those of scripts that write no blanks. */
static size_t parts_of(struct arena *a, const char *look, struct part *out)
{
	size_t k = 0, n, alike_n;
	bool blank = true;

	while (*look && k < PARTS) {
		n = unspaced_length(look);
		if (n || !(n = name_word_length(look))) {
			blank |= n || *look == ' ';
			look += n ? n : name_mark_length(look) ? name_mark_length(look) : 1;
			continue;
		}
		out[k] = (struct part){ look, n, utf8_alike(a, look, n, &alike_n), !blank };
		k += alike_n > 0;
		blank = false;
		look += n;
	}
	return k;
}

/* Those beside each other, and all in one as handles are, from `least` bytes on. */
static void add_together(struct name_set *s, struct arena *a, const struct part *part, size_t n, size_t least)
{
	const char *phrase, *one;

	if (n < 2)
		return;
	phrase = one = part[0].alike;
	for (size_t i = 1; i < n; i++) {
		phrase = arena_printf(a, "%s %s", phrase, part[i].alike);
		one = arena_printf(a, "%s%s", one, part[i].alike);
	}
	name_map_at(&s->phrases, phrase, strlen(phrase));
	name_map_at(&s->begins, part[0].alike, strlen(part[0].alike));
	if (strlen(one) >= least)
		name_map_at(&s->words, one, strlen(one));
}

static void add_part(struct name_set *s, struct arena *a, const struct part *part)
{
	add_word(s, a, part->p, part->n);
}

static void add_all_unspaced(struct name_set *s, const char *look, void (*add)(struct name_set *, const char *, size_t))
{
	while (*look) {
		size_t n = unspaced_length(look), k = utf8_length(look, strlen(look));

		if (n)
			add(s, look, n);
		look += n ? n : k ? k : 1;
	}
}

/* ---- people ---- */

/* "O'Brien" is OBrien, "Mary-Louise" MaryLouise. */
static void add_glued(struct name_set *s, struct arena *a, const struct part *part, size_t n)
{
	for (size_t from = 0, to = 1; from < n; from = to++) {
		while (to < n && part[to].glued)
			to++;
		add_together(s, a, part + from, to - from, 4);
	}
}

/* The first and the last name, and the other way round. */
static void add_both_ways(struct name_set *s, struct arena *a, const struct part *part, size_t n)
{
	struct part both[2 * PARTS];
	size_t first = 1, last = n ? n - 1 : 0;

	while (first < n && part[first].glued)
		first++;
	while (last && part[last].glued)
		last--;
	if (first >= n)
		return;
	memcpy(both, part + last, (n - last) * sizeof *both);
	memcpy(both + n - last, part, first * sizeof *both);
	add_together(s, a, both, n - last + first, 6);
	memcpy(both, part, first * sizeof *both);
	memcpy(both + first, part + last, (n - last) * sizeof *both);
	add_together(s, a, both, n - last + first, 6);
}

/* "hweiss", "hannahw": of names so long that no other word is made so. */
static void add_initials(struct name_set *s, struct arena *a, const char *first, const char *last)
{
	const char *both[2] = { arena_printf(a, "%s%c", first, *last), arena_printf(a, "%c%s", *first, last) };
	const char *name[2] = { first, last };

	for (size_t i = 0; i < 2; i++)
		if (strlen(name[i]) >= 5 && !word_is_plain(name[i]) && (unsigned char)*first < 0x80 && (unsigned char)*last < 0x80)
			name_map_at(&s->words, both[i], strlen(both[i]));
}

/* Each word of a name; and all of them in one, as handles are. */
static void add_person(struct name_set *s, struct arena *a, const char *look)
{
	struct part part[PARTS];
	size_t n = parts_of(a, look, part);

	add_all_unspaced(s, look, add_unspaced);
	for (size_t i = 0; i < n; i++)
		add_part(s, a, &part[i]);
	add_together(s, a, part, n, 6);
	add_glued(s, a, part, n);
	add_both_ways(s, a, part, n);
	if (n > 1)
		add_initials(s, a, part[0].alike, part[n - 1].alike);
}

/* ---- companies ---- */

static bool is_everyday(struct call *c, const char *alike)
{
	if (word_is_legal_form(alike) || word_is_plain(alike) || word_is_common_first(alike))
		return true;
	if (!c->stops)
		c->stops = stopwords_new(c->arena);
	return stopwords_class(c->stops, alike, strlen(alike));
}

/* Without the article before and the legal forms behind: the words from *at on,
 * how many. */
static size_t core_of(const struct part *part, size_t n, size_t *at)
{
	*at = n > 1 && !strcmp(part[0].alike, "the");
	while (n > *at && word_is_legal_form(part[n - 1].alike))
		n--;
	return n - *at;
}

/* "\u682A\u5F0F\u4F1A\u793E" and its like, before or behind. */
static void add_company_unspaced(struct name_set *s, const char *p, size_t n)
{
	static const char *const forms[] = { "\u682A\u5F0F\u4F1A\u793E", "\u6709\u9650\u4F1A\u793E", "\u6709\u9650\u516C\u53F8",
					     "\uC8FC\uC2DD\uD68C\uC0AC" };

	add_unspaced_one(s, p, n);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		size_t k = strlen(forms[i]);

		if (n > k + 3 && !memcmp(p, forms[i], k))
			add_unspaced_one(s, p + k, n - k);
		if (n > k + 3 && !memcmp(p + n - k, forms[i], k))
			add_unspaced_one(s, p, n - k);
	}
}

static bool is_and(const char *p, size_t n)
{
	return (n == 3 && (!strncmp(p, "and", n) || !strncmp(p, "und", n))) || (n == 2 && !strncmp(p, "et", n));
}

/* "Procter and Gamble" is Procter & Gamble. */
static size_t without_and(struct part *part, size_t n)
{
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (!i || i + 1 == n || !is_and(part[i].alike, strlen(part[i].alike)))
			part[k++] = part[i];
	return k;
}

/* The whole name, with and without what companies share; and its first word
 * where it is the company's own. */
static void add_company(struct call *c, struct name_set *s, struct arena *a, const char *look)
{
	struct part part[PARTS];
	size_t n = parts_of(a, look, part), at, core, first = 1;

	n = without_and(part, n);
	core = core_of(part, n, &at);
	add_all_unspaced(s, look, add_company_unspaced);
	add_together(s, a, part, n, 6);
	add_together(s, a, part + at, core, 6);
	while (first < core && part[at + first].glued)
		first++;
	if (core && first > 1)
		add_together(s, a, part + at, first, 3);
	else if (core && (n == 1 || !is_everyday(c, part[at].alike)))
		add_part(s, a, &part[at]);
}

enum rc names_check(struct call *c, const char *name, bool person, struct err *err)
{
	struct part part[PARTS];
	const uint32_t *from;
	const char *look = utf8_look(c->arena, name, strlen(name), &from);
	size_t n = parts_of(c->arena, look, part), at, core = core_of(part, n, &at);
	bool found = core > 1;

	for (const char *p = look; *p; p++)
		found |= unspaced_length(p) > 3;
	for (size_t i = 0; person && i < n; i++)
		found |= strlen(part[i].alike) > 1;
	/* "Who GmbH" is found as that, "Who" nowhere. */
	if (!person && core == 1)
		found |= n > 1 || (strlen(part[at].alike) > 1 && !is_everyday(c, part[at].alike));
	if (found)
		return RC_OK;
	err_set(err, RC_USAGE, "'%.100s' cannot be told from other words", name);
	return err_todo(err, "Give more of the name, as 'Contoso GmbH'");
}

/* ---- all of them ---- */

static enum rc load_customers(struct call *c, struct names *s, struct arena *rows, struct err *err)
{
	struct stmt *q = customer_list(c->st);
	struct arena_mark m = arena_mark(rows);
	struct name_set *set = &s->of[FOUND_CUSTOMER];
	struct customer is;
	const uint32_t *from;

	while (customer_next(q, rows, &is)) {
		const char *look = utf8_look(rows, is.name, strlen(is.name), &from);

		for (; look; look = spelled_out(rows, look))
			if (is.person)
				add_person(set, rows, look);
			else
				add_company(c, set, rows, look);
		s->customers++;
		arena_release(rows, m);
	}
	return stmt_done(q, err);
}

enum rc names_load(struct call *c, struct names **out, struct err *err)
{
	struct names *s = arena_new(c->arena, struct names);
	struct arena *rows = arena_child(c->arena);
	struct arena_mark m = arena_mark(rows);
	struct stmt *q = report_names(c->st);
	const uint32_t *from;
	enum rc rc;

	for (size_t i = 0; i < 2; i++)
		s->of[i].words.arena = s->of[i].unspaced.arena = s->of[i].phrases.arena = s->of[i].begins.arena = c->arena;
	while (stmt_row(q)) {
		for (int i = 0; i < 2; i++) {
			const char *name = col_text(q, i, rows), *look = utf8_look(rows, name, strlen(name), &from);

			for (; look; look = spelled_out(rows, look))
				add_person(&s->of[FOUND_NAME], rows, look);
		}
		arena_release(rows, m);
	}
	rc = stmt_done(q, err);
	*out = s;
	return rc ? rc : load_customers(c, s, rows, err);
}

size_t names_customers(const struct names *s)
{
	return s->customers;
}

/* ---- looking ---- */

bool names_have(const struct names *s, enum found what, const char *alike, size_t n)
{
	return n && name_map_find(&s->of[what].words, alike, n) != NO_NAME;
}

/* The longest. */
size_t names_unspaced_at(const struct names *s, enum found what, const char *p)
{
	const struct name_set *set = &s->of[what];
	size_t found = 0, n = 0;

	while (n < set->longest && p[n] && name_is_unspaced(p + n)) {
		size_t k = utf8_length(p + n, strlen(p + n));

		n += k ? k : 1;
		if (name_map_find(&set->unspaced, p, n) != NO_NAME)
			found = n;
	}
	return found;
}

/* What may stand between two words of a name, or be left out. */
static size_t between(const char *p)
{
	size_t n = strspn(p, " \n&'`.,/_+-"), k = name_word_length(p + n);

	if (p[n] && is_and(p + n, k) && p[n + k] == ' ')
		return n == 1 && *p == ' ' ? n + k + 1 : 0;
	return n <= 3 ? n : 0;
}

size_t names_phrase_at(const struct names *s, enum found what, struct arena *a, const char *p)
{
	const struct name_set *set = &s->of[what];
	size_t at = name_word_length(p), found = 0, n = 0, k, gap;
	const char *said = at && set->phrases.n ? utf8_alike(a, p, at, &n) : "";

	if (!n || name_map_find(&set->begins, said, n) == NO_NAME)
		return 0;
	for (size_t words = 1; words < PARTS; words++) {
		gap = between(p + at);
		k = gap ? name_word_length(p + at + gap) : 0;
		if (!k)
			break;
		at += gap;
		said = arena_printf(a, "%s %s", said, utf8_alike(a, p + at, k, &n));
		at += k;
		n = strlen(said);
		/* or what is theirs, in haste without an apostrophe */
		if (name_map_find(&set->phrases, said, n) != NO_NAME ||
		    (said[n - 1] == 's' && name_map_find(&set->phrases, said, n - 1) != NO_NAME))
			found = at;
	}
	return found;
}
