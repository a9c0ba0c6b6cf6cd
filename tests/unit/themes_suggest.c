/* Which theme a text may belong to. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/suggest.h"

#define N(a) (sizeof (a) / sizeof *(a))

static const struct { const char *text; uint32_t theme; } known[] = {
	{ "The price list is out of date", 0 }, { "Rep quoted an old price from the price list", 0 },
	{ "Price list still shows last year's prices", 0 }, { "Old price list was sent to the customer", 0 },
	{ "The alert came after the call", 1 }, { "Lead alert arrived two hours after the download", 1 },
	{ "No alert that the lead had downloaded the guide", 1 }, { "Rep saw the alert too late", 1 },
	{ "Rep had not heard of the spring webinar", 2 }, { "Nobody told sales about the webinar", 2 },
	{ "The webinar campaign surprised the rep", 2 }, { "Rep learned of the webinar from the customer", 2 },
};

static struct suggest *learned(struct arena *a)
{
	struct discover_text texts[N(known)];
	uint32_t themes[N(known)];

	for (size_t i = 0; i < N(known); i++) {
		texts[i] = (struct discover_text){ known[i].text, strlen(known[i].text) };
		themes[i] = known[i].theme;
	}
	return suggest_new(a, texts, themes, N(known), 3, NULL);
}

static void the_nearest_theme_and_why(void **state)
{
	static const struct { const char *text; uint32_t theme; const char *word; } t[] = {
		{ "Customer had a newer price list", 0, "price" },
		{ "ALERTS arrive long after the download", 1, "ALERTS" },
		{ "Customers knew of the webinar before the rep", 2, "webinar" },
	};
	struct arena a = { 0 };
	struct suggest *s = learned(&a);
	struct suggestion g;

	(void)state;
	for (size_t i = 0; i < N(t); i++) {
		bool told = false;

		assert_true(suggest_for(s, &a, t[i].text, strlen(t[i].text), &g));
		assert_int_equal(g.theme, t[i].theme);
		assert_true(g.confidence > 0.5f && g.confidence < 1);
		assert_true(g.n_words > 0 && g.n_words <= SUGGEST_WORDS);
		for (size_t k = 0; k < g.n_words; k++)
			told |= strstr(g.words[k], t[i].word) != NULL;
		assert_true(told);
	}
	suggest_free(s);
	arena_free(&a);
}

static void what_is_like_none(void **state)
{
	static const char *const t[] = { "", " ", "...", "xqzt vlorp gnashk", "\xF0\x9F\x98\x80", "\xFF\xFE" };
	struct arena a = { 0 };
	struct suggest *s = learned(&a), *nothing = suggest_new(&a, NULL, NULL, 0, 0, NULL);
	struct suggestion g;

	(void)state;
	for (size_t i = 0; i < N(t); i++)
		assert_false(suggest_for(s, &a, t[i], strlen(t[i]), &g));
	assert_false(suggest_for(nothing, &a, "The price list", 14, &g));
	suggest_free(nothing);
	suggest_free(s);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_nearest_theme_and_why), cmocka_unit_test(what_is_like_none),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
