/* Markdown: nothing in a field becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/formats.h"

static const struct row {
	const char *text, *want;
} rows[] = {
	{ "", "" },
	{ "plain text, 10:30 (ok)", "plain text, 10:30 \\(ok\\)" },
	{ "# head", "\\# head" },
	{ "  # head", "\\# head" },
	{ "    code", "code" },
	{ "> quote", "\\> quote" },
	{ "- item", "\\- item" },
	{ "+ item", "\\+ item" },
	{ "* item", "\\* item" },
	{ "---", "\\---" },
	{ "===", "\\===" },
	{ "1. item", "1\\. item" },
	{ "23) item", "23\\) item" },
	{ "1.5 h", "1\\.5 h" },
	{ "at 1.5 h - or so", "at 1.5 h - or so" },
	{ "one\n# two\r\n- three", "one \\# two  - three" },
	{ "\n\n# x", "\\# x" },
	{ "```sh", "\\`\\`\\`sh" },
	{ "a|b", "a\\|b" },
	{ "*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~" },
	{ "[a](javascript:x)", "\\[a\\]\\(javascript:x\\)" },
	{ "![a](b.png)", "\\!\\[a\\]\\(b.png\\)" },
	{ "[a]: /x", "\\[a\\]: /x" },
	{ "</script><b>", "\\</script\\>\\<b\\>" },
	{ "&lt;b&gt;", "\\&lt;b\\&gt;" },
	{ "<http://x.y>", "\\<http\\://x.y\\>" },
	{ "see https://x.y/z", "see https\\://x.y/z" },
	{ "www.x.y WWW.x.y", "www\\.x.y WWW\\.x.y" },
	{ "www", "www" },
	{ "www.", "www\\." },
	{ "a\\", "a\\\\" },
	{ "\\*a", "\\\\\\*a" },
	{ "caf\xC3\xA9 \xE6\x97\xA5", "caf\xC3\xA9 \xE6\x97\xA5" },
	{ "\033[31mred", "\xEF\xBF\xBD\\[31mred" },
	{ "\xE2\x80\xAE" "evil", "\xEF\xBF\xBD" "evil" },
	{ "M\xFCller", "M\xEF\xBF\xBDller" },
};

static void test_escape(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = { 0 };
		struct out o;

		out_to_mem(&o, &a);
		md_escape(&o, rows[i].text);
		assert_string_equal(out_text(&o), rows[i].want);
		arena_free(&a);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_escape),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
