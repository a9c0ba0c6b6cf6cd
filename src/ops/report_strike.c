/* No name outside the team: names, customers, e-mail addresses and phone numbers are found
 * in a text, and struck. */
#include <ctype.h>
#include <string.h>

#include "report_names.h"
#include "replife/utf8.h"

/* A word that is one of a name's: in small letters only where it is long enough, or
 * has a digit, and no plain word. */
static bool is_known(const struct names *s, enum found what, const char *alike, size_t n, bool capital)
{
	return names_have(s, what, alike, n) && (capital || ((n >= 3 || (n == 2 && isdigit((unsigned char)alike[1]))) && !word_is_plain(alike)));
}

static bool is_word_of(const struct names *s, enum found what, struct arena *a, const char *p, size_t n)
{
	size_t k;
	char *alike = utf8_alike(a, p, n, &k);

	if (names_have(s, what, alike, k))
		return is_known(s, what, alike, k, !islower((unsigned char)*p));
	/* "Danas" is Dana's, in German always and in haste everywhere. */
	if (k < 5 || alike[k - 1] != 's')
		return false;
	alike[--k] = '\0';
	return is_known(s, what, alike, k, false);
}

/* "Hannah|W", "Weiss|Hannah", "H|Weiss": a capital begins a word. */
static bool begins_word(const char *p, size_t i, size_t n)
{
	if (i == n)
		return true;
	if (!isupper((unsigned char)p[i]))
		return false;
	return islower((unsigned char)p[i - 1]) ||
	       (isupper((unsigned char)p[i - 1]) && i + 1 < n && islower((unsigned char)p[i + 1]));
}

/* Words without a blank: one of them is a name's own, or all are names'. */
static bool is_run_together(const struct names *s, enum found what, struct arena *a, const char *p, size_t n)
{
	size_t words = 0, from = 0, k;
	bool any = false, all = true;

	for (size_t i = 1; i <= n; i++) {
		const char *alike;
		bool have;

		if (!begins_word(p, i, n))
			continue;
		alike = utf8_alike(a, p + from, i - from, &k);
		have = names_have(s, what, alike, k);
		any |= have && k >= 3 && !word_is_plain(alike);
		all &= have;
		words++;
		from = i;
	}
	return words > 1 && (any || all);
}

static bool is_name(const struct names *s, enum found what, struct arena *a, const char *p, size_t n)
{
	size_t k = n;

	while (k > 1 && isdigit((unsigned char)p[k - 1]))	/* "Hannah2" */
		k--;
	return is_word_of(s, what, a, p, n) || (k < n && is_word_of(s, what, a, p, k)) ||
	       is_run_together(s, what, a, p, k);
}

/* "will mark", where somebody is called Will Mark. */
static bool is_plain_text(const char *p, size_t n)
{
	char word[16];

	for (size_t i = 0, k; i < n; i += k ? k : 1) {
		for (k = 0; i + k < n && islower((unsigned char)p[i + k]); k++)
			if (k < sizeof word - 1)
				word[k] = p[i + k];
		word[k < sizeof word ? k : sizeof word - 1] = '\0';
		if (k ? !word_is_plain(word) : p[i] != ' ')
			return false;
	}
	return true;
}

/* Of a name that begins at `p`, the most bytes. */
static size_t name_at(const struct names *s, enum found what, struct arena *a, const char *p)
{
	size_t n = names_unspaced_at(s, what, p);

	if (!n)
		n = names_phrase_at(s, what, a, p);
	if (n && !is_plain_text(p, n))
		return n;
	n = name_word_length(p);
	return n && is_name(s, what, a, p, n) ? n : 0;
}

/* What stands at the begin of a word and must not be shown; 0 bytes: nothing. */
static size_t personal_at(const struct names *s, struct arena *a, const char *begin, const char *p, enum found *what)
{
	size_t n = mail_length(p), of_customer;

	*what = FOUND_MAIL;
	if (n)
		return n;
	*what = FOUND_HANDLE;
	n = handle_length(p);
	if (n)
		return n;
	*what = FOUND_PHONE;
	n = phone_length(begin, p);
	if (n)
		return n;
	n = name_at(s, FOUND_NAME, a, p);
	of_customer = name_at(s, FOUND_CUSTOMER, a, p);
	*what = of_customer > n ? FOUND_CUSTOMER : FOUND_NAME;
	return of_customer > n ? of_customer : n;
}

static const char *const struck_as[] = { [FOUND_NAME] = "[name]", [FOUND_CUSTOMER] = "[customer]",
					 [FOUND_MAIL] = "[e-mail]", [FOUND_HANDLE] = "[handle]", [FOUND_PHONE] = "[phone]" };

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

/* What stands between words, up to where a phone number or a handle may begin. */
static size_t gap_length(const char *p)
{
	size_t n = 0;

	while (p[n] && (!name_in_word(p + n) || name_mark_length(p + n)) && !(n && strchr("+(@", p[n])))
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
		size_t n = personal_at(s, a, t.look, p, &what), gap;

		what = n ? what : FOUND_KINDS;
		/* "Ana Ruiz" is one name */
		if (what < FOUND_KINDS && (what != before || !is_named(what))) {
			found[what]++;
			if (o)
				out_str(o, struck_as[what]);
		}
		if (!n) {
			n = date_length(p);
			n = n ? n : name_word_length(p);
			write_seen(o, &t, p, n);
		}
		p += n;
		gap = gap_length(p);
		if (!(is_named(what) && gap == 1 && *p == ' ' && personal_at(s, a, t.look, p + 1, &next) && next == what))
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
