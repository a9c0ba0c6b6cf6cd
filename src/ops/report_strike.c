/* No name outside the team: names, customers, e-mail addresses and phone numbers are found
 * in a text, and struck. */
#include <ctype.h>
#include <string.h>

#include "report_names.h"
#include "replife/utf8.h"

/* A word that is one of a name's: in small letters only where it is long enough,
 * and no plain word. */
static bool is_known(const struct names *s, enum found what, const char *alike, size_t n, bool capital)
{
	return names_have(s, what, alike, n) && (capital || (n >= 3 && !word_is_plain(alike)));
}

static bool is_name(const struct names *s, enum found what, struct arena *a, const char *p, size_t n)
{
	bool capital = !islower((unsigned char)*p);
	size_t k;
	char *alike = utf8_alike(a, p, n, &k);

	if (!k)
		return false;
	if (names_have(s, what, alike, k))
		return is_known(s, what, alike, k, capital);
	/* "Danas" is Dana's, in German always and in haste everywhere. */
	if (!capital || k < 5 || alike[k - 1] != 's')
		return false;
	alike[--k] = '\0';
	return is_known(s, what, alike, k, false);
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

/* "2024-2025": from one year to another. */
static bool is_years(const char *p, size_t n)
{
	return n == 9 && p[4] == '-' && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2)) &&
	       (!strncmp(p + 5, "19", 2) || !strncmp(p + 5, "20", 2));
}

/* Bytes of what may be a telephone number: seven digits and more. */
static size_t phone_length(const char *p)
{
	size_t n = 0, digits = 0, last = 0;

	if (*p != '+' && !isdigit((unsigned char)*p) && *p != '(')
		return 0;
	for (; p[n] && (isdigit((unsigned char)p[n]) || strchr("+-() ./_", p[n])); n++)
		if (isdigit((unsigned char)p[n])) {
			digits++;
			last = n + 1;
		}
	return digits >= 7 && !is_date(p, last) && !is_years(p, last) ? last : 0;
}

/* Of a name that begins at `p`, the most bytes. */
static size_t name_at(const struct names *s, enum found what, struct arena *a, const char *p)
{
	size_t n = names_unspaced_at(s, what, p);

	if (!n)
		n = names_phrase_at(s, what, a, p);
	if (n)
		return n;
	n = name_word_length(p);
	return n && is_name(s, what, a, p, n) ? n : 0;
}

/* What stands at the begin of a word and must not be shown; 0 bytes: nothing. */
static size_t personal_at(const struct names *s, struct arena *a, const char *p, enum found *what)
{
	size_t n = mail_length(p), of_customer;

	*what = FOUND_MAIL;
	if (n)
		return n;
	*what = FOUND_PHONE;
	n = phone_length(p);
	if (n)
		return n;
	n = name_at(s, FOUND_NAME, a, p);
	of_customer = name_at(s, FOUND_CUSTOMER, a, p);
	*what = of_customer > n ? FOUND_CUSTOMER : FOUND_NAME;
	return of_customer > n ? of_customer : n;
}

static const char *const struck_as[] = { [FOUND_NAME] = "[name]", [FOUND_CUSTOMER] = "[customer]",
					 [FOUND_MAIL] = "[e-mail]", [FOUND_PHONE] = "[phone]" };

/* A text as it looks, in which is looked, and as it is, which is written. */
struct seen_text {
	const char *look, *text;
	const uint32_t *from;		/* of a byte of `look`: where in `text`; NULL: there */
};

static void write_seen(struct out *o, const struct seen_text *t, const char *p, size_t n)
{
	size_t at = (size_t)(p - t->look), end = at + n;

	if (!o)
		return;
	if (t->from) {
		at = t->from[at];
		end = t->from[end];
	}
	out_bytes(o, t->text + at, end - at);
}

/* What stands between words, up to where a phone number may begin. */
static size_t gap_length(const char *p)
{
	size_t n = 0;

	while (p[n] && (!name_in_word(p + n) || name_mark_length(p + n)) && !(n && strchr("+(", p[n])))
		n += name_mark_length(p + n) ? name_mark_length(p + n) : 1;
	return n;
}

static bool is_named(enum found what)
{
	return what == FOUND_NAME || what == FOUND_CUSTOMER;
}

/* Writes the struck text to `o` (may be NULL); counts what was into `n`. */
static void strike(const struct names *s, struct arena *a, const char *text, struct out *o, size_t *found)
{
	struct seen_text t = { .text = text };
	const char *p = t.look = utf8_look(a, text, strlen(text), &t.from);
	enum found before = FOUND_KINDS, what, next;	/* FOUND_KINDS: nothing */

	while (*p) {
		size_t n = personal_at(s, a, p, &what), gap;

		what = n ? what : FOUND_KINDS;
		/* "Ana Ruiz" is one name */
		if (n && (what != before || !is_named(what))) {
			found[what]++;
			if (o)
				out_str(o, struck_as[what]);
		}
		if (!n) {
			n = name_word_length(p);
			write_seen(o, &t, p, n);
		}
		p += n;
		gap = gap_length(p);
		if (!(is_named(what) && gap == 1 && *p == ' ' && personal_at(s, a, p + 1, &next) && next == what))
			write_seen(o, &t, p, gap);
		before = gap && (gap != 1 || *p != ' ') ? FOUND_KINDS : what;
		p += gap;
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
	for (size_t i = 0; i < FOUND_KINDS; i++)
		if (found[i])
			return true;
	return false;
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
