/* HTML: nothing in a field becomes a tag, an attribute or an entity. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "replife/formats.h"
#include "replife/utf8.h"

static const struct row {
	const char *text, *want;
} rows[] = {
	{ "", "" },
	{ "plain text, 10:30 (ok)", "plain text, 10:30 (ok)" },
	{ "<b>", "&lt;b&gt;" },
	{ "</title><script>", "&lt;/title&gt;&lt;script&gt;" },
	{ "&lt;", "&amp;lt;" },
	{ "\" onclick='x'", "&quot; onclick=&#39;x&#39;" },
	{ "`x`", "&#96;x&#96;" },
	{ "one\ntwo\r\n\tthree", "one two   three" },
	{ "caf\xC3\xA9 \xE6\x97\xA5", "caf\xC3\xA9 \xE6\x97\xA5" },
	{ "\033[31mred", "\xEF\xBF\xBD[31mred" },
	{ "\xE2\x80\xAE" "evil", "\xEF\xBF\xBD" "evil" },
	{ "M\xFCller", "M\xEF\xBF\xBDller" },
	{ "\xE2\x80", "\xEF\xBF\xBD\xEF\xBF\xBD" },
	{ "a\xC2\x85" "b", "a\xEF\xBF\xBD" "b" },
};

static const char *escaped(struct arena *a, const char *text)
{
	struct out o;

	out_to_mem(&o, a);
	html_escape(&o, text);
	return out_text(&o);
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = { 0 };

		assert_string_equal(escaped(&a, rows[i].text), rows[i].want);
		arena_free(&a);
	}
}

/* Whatever bytes come: no mark that means something to HTML is left. */
static void test_any(void **state)
{
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#96;" };
	static const char often[] = "<>&\"'`/=;#!-\xE2\x80\xC2";

	(void)state;
	srand(7);
	for (int n = 0; n < 20000; n++) {
		struct arena a = { 0 };
		char text[41];
		const char *s;

		for (size_t i = 0; i < sizeof text; i++)
			text[i] = (char)(rand() % 2 ? often[(size_t)rand() % (sizeof often - 1)] : 1 + rand() % 255);
		text[sizeof text - 1] = '\0';
		s = escaped(&a, text);
		assert_null(strpbrk(s, "<>\"'`\n\r\t\033"));
		assert_true(utf8_valid(s, strlen(s), NULL));
		for (const char *p = s; (p = strchr(p, '&')); p++) {
			bool ours = false;

			for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
				ours |= !strncmp(p, entities[i], strlen(entities[i]));
			assert_true(ours);
		}
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_any),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
