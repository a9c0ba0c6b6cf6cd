/* Help comes from the op table and fits a terminal of 80 columns. */
#include "unit/cli_fixture.h"

#include "replife/utf8.h"

static const char *page(struct arena *a, const char *topic)
{
	struct err err = { 0 };
	struct out o;

	out_to_mem(&o, a);
	if (help_write(&o, &fixture, topic, &err))
		fail_msg("%s: %s", topic, err.what);
	return out_text(&o);
}

static void check_page(const char *topic, const char *text)
{
	size_t lines = 0;

	while (*text) {
		size_t n = strcspn(text, "\n");

		if (utf8_width(text, n) > 80)
			fail_msg("%s: too wide: %.*s", topic ? topic : "overview", (int)n, text);
		if (n && text[n - 1] == ' ')
			fail_msg("%s: blanks at the end: %.*s", topic ? topic : "overview",
				 (int)n, text);
		assert_int_equal(text[n], '\n');
		text += n + 1;
		lines++;
	}
	assert_true(lines >= 2);
}

static void pages_fit(void **state)
{
	static const char *const topics[] = {
		NULL, "dates", "roles", "matrix", "exit", "environment", "privacy", "settings",
		"slot", "note",
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
		check_page(topics[i], page(&a, topics[i]));
	for (size_t i = 0; fixture_ops[i]; i++)
		check_page(fixture_ops[i]->name, page(&a, fixture_ops[i]->name));
	arena_free(&a);
}

static void overview_names_every_command(void **state)
{
	struct arena a = { 0 };
	const char *text = page(&a, NULL);

	(void)state;
	for (size_t i = 0; fixture_ops[i]; i++) {
		const char *word = strchr(fixture_ops[i]->name, ' ');

		word = word ? word + 1 : fixture_ops[i]->name;
		if (!strstr(text, word))
			fail_msg("%s is missing", fixture_ops[i]->name);
	}
	arena_free(&a);
}

static void op_page_says_all(void **state)
{
	static const char *const wanted[] = {
		"replife book: Take a seat", "Usage: replife book SESSION [--for LOGIN]", "[--wait]",
		"the session to join", "join the waiting list", "Example: replife book S-214",
		"Who may: everybody", "replife undo",
	};
	struct arena a = { 0 };
	const char *text = page(&a, "book");

	(void)state;
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!strstr(text, wanted[i]))
			fail_msg("'%s' is missing in:\n%s", wanted[i], text);
	assert_non_null(strstr(page(&a, "note add"), "customer-absent"));
	assert_non_null(strstr(page(&a, "report themes"), "-o FILE"));
	assert_non_null(strstr(page(&a, "find"), "replife help dates"));
	arena_free(&a);
}

static void wrong_topic_is_told(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct out o;

	(void)state;
	out_to_mem(&o, &a);
	assert_int_equal(help_write(&o, &fixture, "datse", &err), RC_USAGE);
	assert_non_null(strstr(err.todo, "Did you mean 'dates'?"));
	assert_int_equal(help_write(&o, &fixture, "slot lsit", &err), RC_USAGE);
	assert_non_null(strstr(err.todo, "Did you mean 'slot list'?"));
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_fit),
		cmocka_unit_test(overview_names_every_command),
		cmocka_unit_test(op_page_says_all),
		cmocka_unit_test(wrong_topic_is_told),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
