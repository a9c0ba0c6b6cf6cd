/* Which themes' words stand in a text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "replife/codebook.h"

/* One theme with these terms (`;`-separated): does the text match? */
static bool fits(const char *terms, const char *text, size_t *at, size_t *len)
{
	struct arena a = { 0 };
	struct codebook_theme t = { .key = 7 };
	const struct codebook_hit *hits;
	struct codebook *cb;
	size_t n;

	t.n_terms = codebook_split(&a, terms, &t.terms);
	cb = codebook_new(&a, &t, 1);
	n = codebook_match(cb, text, strlen(text), &hits);
	if (n && at) {
		*at = hits[0].at;
		*len = hits[0].len;
	}
	assert_true(!n || hits[0].key == 7);
	arena_free(&a);
	return n > 0;
}

static void terms_fit(void **state)
{
	static const struct { const char *terms, *text; bool fits; } t[] = {
		{ "alert", "The alert came late", true }, { "alert", "ALERTS, again!", true },
		{ "alert", "We were alerted", true }, { "alert", "a dealer and an altar", false },
		{ "price list", "an old price list", true }, { "price list", "price lists everywhere", true },
		{ "price list", "the list of prices", false }, { "price list", "price, list", true },
		{ "too late", "much too late for that", true }, { "too late", "late, too", false },
		{ "follow-up", "a follow up call", true }, { "follow up", "a follow-up call", true },
		{ "\"ai\"", "the AI assistant", true }, { "\"ai\"", "they aired it", false },
		{ "scor*", "lead scoring and scores", true }, { "scor*", "a discord", false },
		{ "alert;-on time", "the alert was on time", false }, { "alert;-on time", "the alert was late", true },
		{ "Übersicht", "eine ubersicht", true }, { "naive", "naïve idea", true },
		{ "can't", "they can\u2019t see it", true }, { "", "anything", false }, { ";;", "anything", false },
		{ "http", "see http://alert.example/x", false }, { "alert", "mail to @alert now", false },
		{ "漢字", "この漢字です", false }, { "漢字", "漢字", true }, { "alert", "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++)
		if (fits(t[i].terms, t[i].text, NULL, NULL) != t[i].fits)
			fail_msg("'%s' %s '%s'", t[i].terms, t[i].fits ? "misses" : "fits", t[i].text);
}

/* Of beginnings that a word has, the earlier term is the reason; many cost no
 * more than few. */
static void beginnings_fit(void **state)
{
	static const char *const few[] = { "aler*", "al*", "alerts*" };
	struct arena a = { 0 };
	struct codebook_theme t = { .key = 7, .terms = few, .n_terms = 3 };
	const struct codebook_hit *hits;
	struct codebook *cb = codebook_new(&a, &t, 1);
	const char **many = arena_array(&a, const char *, 10000);

	(void)state;
	assert_int_equal(codebook_match(cb, "two alerts", 10, &hits), 1);
	assert_int_equal(hits[0].term, 0);
	assert_int_equal(hits[0].at, 4);
	assert_int_equal(codebook_match(cb, "also", 4, &hits), 1);
	assert_int_equal(hits[0].term, 1);
	for (size_t i = 0; i < 10000; i++)
		many[i] = arena_printf(&a, "w%zu*", 9999 - i);
	t = (struct codebook_theme){ .key = 8, .terms = many, .n_terms = 10000 };
	cb = codebook_new(&a, &t, 1);
	assert_int_equal(codebook_match(cb, "so w123x", 8, &hits), 1);
	assert_int_equal(hits[0].term, 9999 - 123);
	codebook_free(cb);
	arena_free(&a);
}

static void languages_fit(void **state)
{
	static const struct { const char *terms, *text; bool fits; } t[] = {
		/* German: case, umlauts, sharp s, long words */
		{ "Übergabe", "die ÜBERGABE an den Vertrieb", true }, { "straße", "STRASSE 5", true },
		{ "über*", "noch Überstunden", true }, { "uber*", "noch überstunden", true }, { "über*", "Ubersicht", true },
		{ "Müller", "Herr Mueller", false }, { "Preis", "der Preisnachlass", false }, { "preis*", "der Preisnachlass", true },
		{ "Donaudampfschifffahrtsgesellschaftskapitän", "ein donaudampfschifffahrtsgesellschaftskapitan.", true },
		/* French, Spanish */
		{ "déjà-vu", "un deja vu", true }, { "français", "en FRANCAIS", true }, { "équipe", "l’équipe", true },
		{ "aujourd'hui", "Aujourd’hui, rien", true }, { "mañana", "hasta manana", true }, { "señor*", "Señorita", true },
		/* Turkish: the dotted capital is an i, the dotless small one is not */
		{ "istanbul", "İstanbul ofisi", true }, { "İstanbul", "ISTANBUL", true }, { "ışık", "ışık", true }, { "isik", "ışık", false },
		/* accents apart from their letters, ligatures */
		{ "café", "the café opened", true }, { "cafe", "CAFÉ", true }, { "finance", "ﬁnance team", true },
		/* apostrophes */
		{ "it's", "It’s slow", true }, { "it’s", "it's slow", true }, { "it's", "its colour", true }, { "\"it's\"", "its colour", false }, { "don't know", "we don’t know", true },
		{ "don't*", "they don’t", true }, { "rep", "the rep’s day", true }, { "\"rep\"", "the rep's day", false }, { "quote", "a 'quote' here", true },
		/* hyphens, dashes and what else is between */
		{ "sign on", "single-sign-on", true }, { "single sign-on", "Single Sign On", true }, { "too late", "too—late", true }, { "too late", "toolate", false },
		/* emoji are between words, with their variation selectors */
		{ "great call", "great 👍 call", true }, { "great call", "great ❤️ call", true }, { "call", "👍call🎉", true },
		/* URLs and names are passed over, and no words are lost behind them */
		{ "late alert", "late https://x.example/a alert", true }, { "late alert", "late @mia alert", true }, { "alert", "www.alert.example", false },
		{ "alert", "wwww alert", true }, { "http", "http is a protocol", true }, { "www", "the www", true }, { "alert", "a@alert.example", true },
		{ "alert", "see (HTTPS://x.example/alert) there", false }, { "alert", "see http://x.example/yé alert", true },
		/* exclusions win wherever they stand */
		{ "late;-on time", "on time, not late", false }, { "-late;late", "late", false }, { "late;-\"ai\"", "late AI", false }, { "late;-scor*", "late scores", false },
		/* to the letter, and beginnings */
		{ "\"ai\"", "AI!", true }, { "\"ai\"", "aid", false }, { "\"alerts\"", "alert", false }, { "\"price lists\"", "price list", false },
		{ "scor*", "SCORÉ", true }, { "scor*", "scor", true }, { "scor*", "sco", false }, { "scor* list", "scoring lists", true }, { "price scor*", "price-scoring", true },
		/* stems whose letters change */
		{ "use", "using", true }, { "cry", "cries", true }, { "die", "dying", true }, { "sky", "skies", true }, { "ability", "abilities", true }, { "go", "going", true },
	};

	int bad = 0;

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++)
		if (fits(t[i].terms, t[i].text, NULL, NULL) != t[i].fits)
			print_error("'%s' %s '%s'\n", t[i].terms, t[i].fits ? "misses" : "fits", t[i].text), bad++;
	assert_int_equal(bad, 0);
}

static void long_words_fit(void **state)
{
	char term[101] = "", text[201] = "";

	(void)state;
	memset(term, 'x', 90);
	sprintf(text, "a %s b", term);
	assert_true(fits(term, text, NULL, NULL));
	text[91] = 'y';
	assert_false(fits(term, text, NULL, NULL));
}

static void says_where(void **state)
{
	const char *text = "Zoë said: the Price Lists are stale";
	size_t at = 0, len = 0;

	(void)state;
	assert_true(fits("price list", text, &at, &len));
	assert_memory_equal(text + at, "Price Lists", len);
	assert_int_equal(len, 11);
}

static void many_themes(void **state)
{
	static const char *const a[] = { "alert" }, *const b[] = { "late", "never" }, *const c[] = { "price" };
	const struct codebook_theme t[] = { { 3, a, 1 }, { 1, b, 2 }, { 2, c, 1 } };
	struct arena arena = { 0 };
	struct codebook *cb = codebook_new(&arena, t, 3);
	const struct codebook_hit *hits;

	(void)state;
	/* in the order given, each once, with the term that fits */
	assert_int_equal(codebook_match(cb, "late alert, late, never", 23, &hits), 2);
	assert_int_equal(hits[0].key, 3);
	assert_int_equal(hits[1].key, 1);
	assert_int_equal(hits[1].term, 0);
	assert_int_equal(hits[1].at, 0);
	assert_int_equal(codebook_match(cb, "nothing", 7, &hits), 0);
	arena_free(&arena);
}

static void at_the_door(void **state)
{
	static const char *const bad[] = { "", "  ", "-", "\"\"", "*", "a;b", "...", "-*" };
	struct err err = { 0 };
	char big[120];

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (!codebook_check_term(bad[i], &err))
			fail_msg("'%s' is taken for a term", bad[i]);
	memset(big, 'x', sizeof big);
	big[101] = '\0';
	assert_int_equal(codebook_check_term(big, &err), RC_USAGE);
	memset(&err, 0, sizeof err);
	assert_int_equal(codebook_check_term("after the call", &err), RC_OK);
	assert_int_equal(codebook_check_term("-on time", &err), RC_OK);
}

/* Any bytes at all, and the same answer whatever was met before. */
static void any_text(void **state)
{
	static const char *const terms[] = { "alert", "too late", "\"ai\"", "scor*", "-never" };
	static const char *const bits[] = { "alert ", "too ", "late ", "AI", " ", "\xff", "\xc3", "é", "漢", "'", "never ",
					    "scores", "\xe2\x80\x99", "http://", "@x ", "-", "\n", "0" };
	const struct codebook_theme t = { 1, terms, 5 };
	unsigned seed = (unsigned)time(NULL);
	struct arena a = { 0 };
	struct codebook *cb = codebook_new(&a, &t, 1);

	(void)state;
	print_message("seed %u\n", seed);
	for (int i = 0; i < 20000; i++) {
		const struct codebook_hit *hits;
		struct arena own = { 0 };
		char text[256] = "";
		size_t n, first;

		for (int k = rand_r(&seed) % 14; k > 0; k--)
			strcat(text, bits[(size_t)rand_r(&seed) % (sizeof bits / sizeof *bits)]);
		n = strlen(text);
		first = codebook_match(cb, text, n, &hits);
		assert_true(!first || hits[0].at + hits[0].len <= n);
		if (i % 50 == 0)
			assert_int_equal(codebook_match(codebook_new(&own, &t, 1), text, n, &hits), first);
		arena_free(&own);
	}
	arena_free(&a);
}

/* More distinct words than it remembers, none of them plain ASCII: the new
 * beginning takes away none that is being looked up. */
static void many_words(void **state)
{
	static const char *const terms[] = { "alert" };
	const struct codebook_theme t = { 1, terms, 1 };
	struct arena a = { 0 };
	struct codebook *cb = codebook_new(&a, &t, 1);

	(void)state;
	for (int i = 0; i < 250000; i++) {
		const struct codebook_hit *hits;
		char text[64] = "w\xc3\xb6rt";
		size_t n = strlen(text);

		for (int k = i; k; k /= 26)
			text[n++] = (char)('a' + k % 26);
		strcpy(text + n, i % 7 ? "" : " alert");
		n = strlen(text);
		assert_int_equal(codebook_match(cb, text, n, &hits), i % 7 == 0);
		if (i % 7 == 0)
			assert_int_equal(hits[0].at, n - 5);
	}
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_fit), cmocka_unit_test(beginnings_fit), cmocka_unit_test(languages_fit),
		cmocka_unit_test(long_words_fit), cmocka_unit_test(says_where), cmocka_unit_test(many_themes),
		cmocka_unit_test(at_the_door), cmocka_unit_test(any_text),
		cmocka_unit_test(many_words),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
