/* E-mail addresses, handles and telephone numbers in a text as it looks. */
#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "report_names.h"

static bool word_in(const char *const *words, const char *p, size_t n)
{
	for (size_t i = 0; words[i]; i++)
		if (strlen(words[i]) == n && !strncasecmp(words[i], p, n))
			return true;
	return false;
}

static size_t trimmed(const char *p, size_t n)
{
	while (n && strchr(".:!?", p[n - 1]))
		n--;
	return n;
}

/* Bytes of what is to be looked at of an address; no longer ones are. */
#define ADDRESS_MOST 320

static size_t up_to(const char *p, const char *ends)
{
	size_t n = 0;

	while (n < ADDRESS_MOST && p[n] && !strchr(ends, p[n]))
		n++;
	return n;
}

/* ---- e-mail ---- */

/* "(at)", "[dot]", and " at " as a word of its own; `sign`: as it should be. */
static size_t spelled_length(const char *p, const char *sign, const char *word, bool *as_word)
{
	size_t blanks = strspn(p, " "), n = strlen(word), k = blanks;

	*as_word = false;
	if (p[k] == *sign)
		k++;
	else if (p[k] && strchr("([{<", p[k]) && !strncasecmp(p + k + 1, word, n) && p[k + 1 + n] && strchr(")]}>", p[k + 1 + n]))
		k += n + 2;
	else if (blanks && !strncasecmp(p + k, word, n) && p[k + n] == ' ') {
		k += n;
		*as_word = true;
	} else {
		return 0;
	}
	return k + strspn(p + k, " ");
}

static size_t label_length(const char *p)
{
	size_t n = 0;

	while (isalnum((unsigned char)p[n]) || p[n] == '-')
		n++;
	return n;
}

static bool is_top_level(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isalpha((unsigned char)p[i]))
			return false;
	return n >= 2;
}

/* "x @ mail.com", "x (at) mail (dot) com", "x at mail dot com". */
static size_t spelled_mail_length(const char *p)
{
	size_t n = up_to(p, " \t\n,;<>()[]{}\"'|@"), at, label, dot;
	bool at_word, dot_word, spelled = false, top = false;

	at = n ? spelled_length(p + n, "@", "at", &at_word) : 0;
	if (!at)
		return 0;
	n += at;
	label = label_length(p + n);
	for (size_t next; label; label = next) {
		n += label;
		dot = spelled_length(p + n, ".", "dot", &dot_word);
		/* A full stop has no blank beside it within an address. */
		if (p[n] == '.' ? dot != 1 : dot && !dot_word && p[n + strspn(p + n, " ")] == '.')
			dot = 0;
		next = dot ? label_length(p + n + dot) : 0;
		if (!next)
			break;
		n += dot;
		spelled |= dot > 1;
		top = is_top_level(p + n, next);
	}
	return top && (spelled || !at_word) ? n : 0;
}

size_t mail_length(const char *p)
{
	size_t n = up_to(p, " \t\n,;<>()\"'"), at;

	for (at = 0; at < n && p[at] != '@'; at++)
		;
	if (!at || at + 1 >= n || !memchr(p + at, '.', n - at))
		return spelled_mail_length(p);
	return trimmed(p, n);
}

/* ---- handles and profiles ---- */

size_t handle_length(const char *p)
{
	static const char *const everybody[] = { "all", "channel", "everyone", "here", "home", "team", "work", NULL };
	static const char *const places[] = {
		"linkedin.com/in/", "linkedin.com/pub/", "xing.com/profile/", "xing.com/profiles/", "twitter.com/", "x.com/",
		"facebook.com/", "instagram.com/", "github.com/", "t.me/", "wa.me/", NULL };
	size_t n = 1;

	if (*p == '@') {
		while (isalnum((unsigned char)p[n]) || (p[n] && strchr("_.-", p[n])) || (unsigned char)p[n] >= 0x80)
			n++;
		n = trimmed(p, n);
		/* "@SUM(1)" is a formula */
		return n > 2 && !isdigit((unsigned char)p[1]) && p[n] != '(' && !word_in(everybody, p + 1, n - 1) ? n : 0;
	}
	for (size_t i = 0; places[i]; i++)
		if (!strncasecmp(p, places[i], strlen(places[i]))) {
			n = trimmed(p, up_to(p, " \t\n,;<>()\"'"));
			return n > strlen(places[i]) ? n : 0;
		}
	return 0;
}

/* ---- days ---- */

static bool is_two_of(long day, long month)
{
	return (day >= 1 && day <= 31 && month >= 1 && month <= 12) || (month >= 1 && month <= 31 && day >= 1 && day <= 12);
}

size_t date_length(const char *p)
{
	long value[3] = { 0 };
	size_t digits[3] = { 0 }, n = 0;
	char sep = '\0';

	for (size_t i = 0; i < 3; i++) {
		for (; isdigit((unsigned char)p[n]) && digits[i] < 5; n++, digits[i]++)
			value[i] = value[i] * 10 + (p[n] - '0');
		if (i == 2)
			break;
		if (!p[n] || !strchr("-./", p[n]) || (sep && p[n] != sep))
			return 0;
		sep = p[n++];
	}
	if (!digits[1] || digits[1] > 2 || isdigit((unsigned char)p[n]) ||
	    (p[n] && strchr("-./", p[n]) && isdigit((unsigned char)p[n + 1])))
		return 0;
	if (digits[0] == 4 && digits[2] && digits[2] <= 2)
		return is_two_of(value[2], value[1]) ? n : 0;
	return digits[0] && digits[0] <= 2 && digits[2] == 4 && is_two_of(value[0], value[1]) ? n : 0;
}

/* ---- telephone numbers ---- */

#define GAP_MOST 4	/* bytes between two digits of a number */

/* Digits in groups, and what stands between them. */
struct number {
	size_t n, digits;		/* bytes, up to the last digit */
	size_t groups, group[16];	/* digits of each */
	char sep;			/* where all are the same one character */
};

static struct number number_at(const char *p)
{
	struct number is = { 0 };
	size_t before = 0;		/* bytes up to which the last digit went */

	for (size_t n = 0; p[n] && n <= before + GAP_MOST && (isdigit((unsigned char)p[n]) || strchr("+-() ./_'|", p[n])); n++) {
		if (!isdigit((unsigned char)p[n]))
			continue;
		if (!is.groups || before != n) {
			if (is.groups == sizeof is.group / sizeof *is.group)
				break;
			if (is.groups == 1)
				is.sep = n == before + 1 ? p[before] : '\0';
			else if (is.groups && (n != before + 1 || is.sep != p[before]))
				is.sep = '\0';
			is.group[is.groups++] = 0;
		}
		is.group[is.groups - 1]++;
		is.digits++;
		is.n = before = n + 1;
	}
	return is;
}

/* "10:00" behind a number is no part of it. */
static void without_time(const char *p, struct number *is)
{
	size_t last = is->groups ? is->group[is->groups - 1] : 0;

	if (is->groups < 2 || last > 2 || p[is->n] != ':' || !isdigit((unsigned char)p[is->n + 1]))
		return;
	is->digits -= last;
	is->n -= last;
	is->groups--;
	while (is->n && !isdigit((unsigned char)p[is->n - 1]))
		is->n--;
}

/* The word before `p`, over blanks and what stands with a number; its bytes. */
static size_t word_before(const char *begin, const char **p)
{
	const char *end = *p;
	size_t n = 0;

	while (end > begin && strchr(" .:#", end[-1]))
		end--;
	while (end - n > begin && isalpha((unsigned char)end[-1 - (ptrdiff_t)n]))
		n++;
	*p = end - n;
	return n;
}

static bool is_money(const char *begin, const char *p, size_t n)
{
	static const char *const words[] = { "eur", "euro", "euros", "usd", "dollar", "dollars", "chf", "gbp", "sek", "nok", "dkk",
					     "pln", "jpy", "k", "m", "mio", "million", "millions", "percent", NULL };
	static const char *const signs[] = { "\u20AC", "$", "\u00A3", "\u00A5", "%" };
	const char *after = p + n + strspn(p + n, " "), *before = p;
	size_t k = 0;

	while (isalpha((unsigned char)after[k]))
		k++;
	if (word_in(words, after, k) || (k = word_before(begin, &before), word_in(words, before, k)))
		return true;
	while (p > begin && p[-1] == ' ')
		p--;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		k = strlen(signs[i]);
		if (!strncmp(after, signs[i], k) || ((size_t)(p - begin) >= k && !memcmp(p - k, signs[i], k)))
			return true;
	}
	return false;
}

/* "order 1234567", "Order no. 1234567": of a thing, not of somebody. */
static bool is_of_thing(const char *begin, const char *p)
{
	static const char *const things[] = {
		"account", "angebot", "article", "auftrag", "bestellung", "build", "case", "contract", "deal", "id", "invoice", "item",
		"opportunity", "order", "orders", "po", "quote", "rechnung", "ref", "reference", "sku", "ticket", "version",
		"vertrag", NULL };
	static const char *const numbers[] = { "no", "nr", "num", "number", NULL };
	const char *at = p;
	size_t n = word_before(begin, &at);

	if (word_in(numbers, at, n))
		n = word_before(begin, &at);
	return word_in(things, at, n);
}

/* "1 250 000": thousands, which telephone numbers are in seldom. */
static bool is_amount(const char *begin, const char *p, const struct number *is)
{
	if (is->groups == 1)
		return is_money(begin, p, is->n);
	if (!is->sep || !strchr(" '._", is->sep) || *p == '0' || !isdigit((unsigned char)*p) || is->group[0] > 3)
		return false;
	for (size_t i = 1; i < is->groups; i++)
		if (is->group[i] != 3)
			return false;
	return is->group[0] < 3 || is_money(begin, p, is->n);
}

/* "2024-2025": from one year to another. */
static bool is_years(const char *p, const struct number *is)
{
	return is->n == 9 && is->groups == 2 && is->group[0] == 4 && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2)) &&
	       (!strncmp(p + 5, "19", 2) || !strncmp(p + 5, "20", 2));
}

/* "24.-28.11.2026" */
static bool is_days(const char *p)
{
	size_t n = strspn(p, "0123456789"), gap = strspn(p + n, ". -");

	return n <= 2 && gap && gap <= GAP_MOST && date_length(p + n + gap);
}

size_t phone_length(const char *begin, const char *p)
{
	struct number is;

	if ((*p != '+' && !isdigit((unsigned char)*p) && *p != '(') || date_length(p) || is_days(p))
		return 0;
	is = number_at(p);
	without_time(p, &is);
	if (is.digits < 7 || is_years(p, &is) || is_amount(begin, p, &is))
		return 0;
	return is.groups == 1 && *p != '+' && is_of_thing(begin, p) ? 0 : is.n;
}
