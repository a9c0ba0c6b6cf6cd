/* The codebook beside a matcher that is slow and simple. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "slow_codebook.h"

#define MOST 24		/* themes */

static unsigned seed;

static void compare(struct codebook *cb, const struct codebook_theme *t, size_t n_themes,
		    const char *text, size_t n)
{
	struct arena a = { 0 };
	/* where reading past the end is seen */
	char *own = memcpy(malloc(n + !n), text, n);
	struct words w = words_of(&a, text, n);
	const struct codebook_hit *hits;
	struct codebook_hit want[MOST] = { 0 };
	size_t n_want = 0, n_hits = codebook_match(cb, own, n, &hits);

	for (size_t i = 0; i < n_themes; i++)
		n_want += theme_hit(&a, &t[i], &w, &want[n_want]);
	for (size_t i = 0; i < n_want || i < n_hits; i++)
		if (i >= n_want || i >= n_hits || hits[i].key != want[i].key || hits[i].term != want[i].term ||
		    hits[i].at != want[i].at || hits[i].len != want[i].len)
			fail_msg("theme %d term %d at %d+%d against %d %d %d+%d, in '%.300s'",
				 i < n_hits ? (int)hits[i].key : -1, i < n_hits ? (int)hits[i].term : -1,
				 i < n_hits ? (int)hits[i].at : -1, i < n_hits ? (int)hits[i].len : -1,
				 i < n_want ? (int)want[i].key : -1, i < n_want ? (int)want[i].term : -1,
				 i < n_want ? (int)want[i].at : -1, i < n_want ? (int)want[i].len : -1, text);
	free(own);
	arena_free(&a);
}

/* ---- what it is tried with ---- */

static const char *const bits[] = {
	"alert", "alerts", "Alerting", "price", "list", "lists", "PRICE", "too", "late", "later", "call", "calls",
	"use", "using", "used", "go", "going", "goes", "a", "a's", "it's", "it\u2019s", "don't", "don\u2019t", "rock'n'roll",
	"cry", "cries", "dying", "die", "sky", "skies", "ability", "abilities", "arbiliti", "arble", "score", "scoring",
	"in", "no", "of", "the", "AI", "api", "Caf\u00e9", "cafe", "CAFE\u0301", "na\u00efve", "naive", "Z\u00fcrich", "zurich", "\u00dcbergabe",
	"ubergabe", "stra\u00dfe", "STRASSE", "l\u2019\u00e9t\u00e9", "l'ami", "ma\u00f1ana", "\u0130stanbul", "istanbul", "\u0131\u015f\u0131k", "\u0141ukasz",
	"\u6f22\u5b57", "\u0437\u0432\u043e\u043d\u043e\u043a", "\ufb01nance", "finance", "x2", "2026", "\u00bd", "\u212b", "responsibilities", "incomprehensibilities",
	"Donaudampfschifffahrtsgesellschaftskapit\u00e4n", "http", "www", "https", "wwww", "htt", "y", "yes", "Y'all",
};
static const char *const between[] = {
	" ", " ", " ", " ", ", ", ". ", "-", "\u2014", "\u2013 ", "\n", "/", "'", "\u2019", " '", "' ", "\U0001F44D", " \u2764\ufe0f ", "\u00a0",
	"@", " @", "://", ".", "http://", " https://", "www.", "\xff", "\xc3", "\xe2\x80", "\t", "\u0301", " \u0301", "\u00ad", "\u200d", "*", "\"", "",
};

#define ANY(list) list[(size_t)rand_r(&seed) % (sizeof list / sizeof *list)]

static size_t text_of(char *to, size_t room, int words)
{
	size_t n = 0;

	for (; words > 0; words--) {
		const char *w = ANY(bits), *b = ANY(between);

		if (n + strlen(w) + strlen(b) + 1 > room)
			break;
		n += (size_t)sprintf(to + n, "%s%s", rand_r(&seed) % 12 ? w : "", b);
	}
	to[n] = '\0';
	return n;
}

static const char *term_of(struct arena *a)
{
	const char *w = ANY(bits), *v = ANY(bits), *u = ANY(bits);

	switch (rand_r(&seed) % 10) {
	case 0:
		return arena_printf(a, "\"%s\"", w);
	case 1:
		return arena_printf(a, "%.*s*", 1 + rand_r(&seed) % 4, w);
	case 2:
		return arena_printf(a, "-%s", w);
	case 3:
		return arena_printf(a, "%s %s", w, v);
	case 4:
		return arena_printf(a, "%s-%s %s", w, v, u);
	case 5:
		return arena_printf(a, "%s %s*", w, v);
	case 6:
		return arena_printf(a, "%s* %s", w, v);
	case 7:
		return arena_printf(a, "\"%s %s\"", w, v);
	default:
		return w;
	}
}

static size_t themes_of(struct arena *a, struct codebook_theme t[MOST])
{
	size_t n = 1 + (size_t)rand_r(&seed) % MOST;

	for (size_t i = 0; i < n; i++) {
		const char **terms = arena_array(a, const char *, 6);

		t[i] = (struct codebook_theme){ (int64_t)i, terms, 1 + (size_t)rand_r(&seed) % 5 };
		for (size_t k = 0; k < t[i].n_terms; k++)
			terms[k] = term_of(a);
	}
	return n;
}

static void random_texts(void **state)
{
	static char text[1 << 16];

	(void)state;
	for (int i = 0; i < 400; i++) {
		struct codebook_theme t[MOST];
		struct arena a = { 0 };
		size_t n_themes = themes_of(&a, t);
		struct codebook *cb = codebook_new(&a, t, n_themes);

		for (int k = 0; k < 30; k++) {
			size_t n = text_of(text, sizeof text, rand_r(&seed) % (k ? 40 : 600));

			compare(cb, t, n_themes, text, n);
		}
		for (int k = 0; k < 20; k++) {
			size_t n = (size_t)rand_r(&seed) % 200;

			for (size_t m = 0; m < n; m++)
				text[m] = ANY("ab'@. \xe2\x80\x99\xc3\xa9wht:/");
			text[n] = '\0';
			compare(cb, t, n_themes, text, strlen(text));
		}
		arena_free(&a);
	}
}

/* Runs of every length across the places where it reads on. */
static void long_texts(void **state)
{
	static char text[(1 << 16) + 1];
	static const char *const fill[] = { "a", "a ", " ", "'", "a'", "@", "\u00e9", "\u00e9 ", "alert ", "alert", "\u2019", ". " };
	struct codebook_theme t[MOST];
	struct arena a = { 0 };
	size_t n_themes = themes_of(&a, t);
	struct codebook *cb = codebook_new(&a, t, n_themes);

	(void)state;
	compare(cb, t, n_themes, "", 0);
	for (size_t i = 0; i < sizeof fill / sizeof *fill; i++)
		for (size_t at = 0; at < 3; at++) {
			size_t n = 0, most = at < 2 ? 1 << 16 : 1000 + (size_t)rand_r(&seed) % 3000;

			while (n + strlen(fill[i]) <= most)
				n += (size_t)sprintf(text + n, "%s", fill[i]);
			if (at)
				memcpy(text + n / 2, " alert call ", 12);
			compare(cb, t, n_themes, text, n);
		}
	for (int i = 0; i < 6; i++)
		compare(cb, t, n_themes, text, text_of(text, sizeof text, 1 << 16));
	arena_free(&a);
}

/* Words of one beginning meet by their stems or do not: what the first test of
 * a word takes for granted of the stemmer (letters.h). */
static void stems_meet(void **state)
{
	static const char *const ends[] = {
		"", "e", "s", "'s", "es", "ed", "edly", "ing", "ingly", "ies", "ied", "y", "i", "ly", "li", "al", "ational",
		"ation", "ate", "ble", "biliti", "bilities", "bli", "ization", "izer", "iveness", "fulness", "ous", "ness",
		"ment", "er", "est", "ie", "ying", "eed", "sses", "lessli", "ogi", "t", "tted",
	};
	static const size_t n_ends = sizeof ends / sizeof *ends;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		char base[8] = "", text[1024];
		struct arena a = { 0 };
		struct codebook_theme t[MOST] = { 0 };
		struct codebook *cb;

		for (int k = rand_r(&seed) % 5; k >= 0; k--)
			base[k] = "aeiouybcdlnrstvwxz"[rand_r(&seed) % 18];
		for (size_t k = 0; k < MOST; k++) {
			const char **term = arena_array(&a, const char *, 1);

			*term = arena_printf(&a, "%s%s", base, ends[(size_t)rand_r(&seed) % n_ends]);
			t[k] = (struct codebook_theme){ (int64_t)k, term, 1 };
		}
		cb = codebook_new(&a, t, MOST);
		for (size_t k = 0; k < n_ends; k++) {
			size_t n = (size_t)sprintf(text, "%s%s and more ", base, ends[k]);

			compare(cb, t, MOST, text, n);
		}
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_texts), cmocka_unit_test(long_texts), cmocka_unit_test(stems_meet),
	};
	const char *given = getenv("SEED");
	int failed;

	seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
	print_message("SEED=%u\n", seed);
	stemmer = sb_stemmer_new("english", NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	sb_stemmer_delete(stemmer);
	return !!failed;
}
