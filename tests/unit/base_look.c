/* Text as it looks to a reader. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/utf8.h"

static void looks(void **state)
{
	static const struct { const char *is, *looks; } texts[] = {
		{ "plain", "plain" }, { "", "" },
		{ "D\u200Da\u00ADn\u2060a\uFE0F", "Dana" }, { "\u200BDana", "Dana" },
		{ "030\u00A0555\u202F1234", "030 555 1234" }, { "030\u2013555\u20111234", "030-555-1234" },
		{ "\uFF24\uFF41\uFF4E\uFF41\uFF20x\uFF0Ede", "Dana@x.de" }, { "\U0001D403\U0001D41A\U0001D427\U0001D41A", "Dana" },
		{ "\u24D3\u24D0\u24DD\u24D0", "dana" }, { "\u0660\u0663\u0660", "000" }, { "D\u20DDana", "Dana" },
		{ "Zo\u00EB \u674E", "Zo\u00EB \u674E" }, { "O\u02BCBrien\u2019s", "O'Brien's" }, { "\uFB01ne", "fine" }, { "Dana\u2122", "Dana\u2122" }, { "\u200B", "" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const char *is = texts[i].is;
		const uint32_t *from;
		const char *look = utf8_look(&a, is, strlen(is), &from);

		assert_string_equal(look, texts[i].looks);
		if (!from)
			continue;
		assert_int_equal(from[strlen(look)], strlen(is));
		for (size_t k = 0; k < strlen(look); k++)
			assert_true(from[k] <= from[k + 1]);
	}
	arena_free(&a);
}

/* What is cut out of how it looks is cut out of what it is. */
static void leads_back(void **state)
{
	static const char text[] = "\u00BBD\u200Dana\u00AB";
	struct arena a = { 0 };
	const uint32_t *from;
	const char *look = utf8_look(&a, text, strlen(text), &from), *at = strstr(look, "Dana");

	(void)state;
	assert_non_null(at);
	assert_int_equal(from[at - look], 2);
	assert_int_equal(from[at - look + 4], strlen(text) - 2);
	arena_free(&a);
}

static void alike(void **state)
{
	static const char *const pairs[][2] = {
		{ "\u0141ukasz", "lukasz" }, { "Bj\u00F8rn", "BJORN" }, { "Jos\u00E9", "jose" }, { "\u00C6sir", "aesir" },
		{ "D\u0430n\u0430", "dana" }, { "\u0391nna", "anna" }, { "\u0130pek", "ipek" }, { "\u00DE\u00F3r", "thor" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t n, m;
		const char *x = utf8_alike(&a, pairs[i][0], strlen(pairs[i][0]), &n);

		assert_string_equal(x, utf8_alike(&a, pairs[i][1], strlen(pairs[i][1]), &m));
		assert_int_equal(n, strlen(x));
	}
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(looks), cmocka_unit_test(leads_back), cmocka_unit_test(alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
