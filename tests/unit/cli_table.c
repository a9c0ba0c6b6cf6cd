/* The program's own op table: every command can be typed, and its help fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../src/cli/cli_i.h"
#include "replife/utf8.h"

static const struct op *const *const tables[] = { op_table, local_op_table, NULL };
static const struct op_set set = { tables };

static const char *page(struct arena *a, const char *topic)
{
	struct err err = { 0 };
	struct out o;

	out_to_mem(&o, a);
	if (help_write(&o, &set, topic, &err))
		fail_msg("%s: %s", topic, err.what);
	return out_text(&o);
}

static void pages_fit(void **state)
{
	const struct op *op;

	(void)state;
	for (size_t i = 0; (op = op_set_at(&set, i)); i++) {
		struct arena a = { 0 };
		const char *text = page(&a, op->name);

		for (; *text; text += strcspn(text, "\n") + 1) {
			size_t n = strcspn(text, "\n");

			/* An example is to be copied: one line, however long. */
			if (strncmp(text, "Example: ", 9) && utf8_width(text, n) > 80)
				fail_msg("%s: too wide: %.*s", op->name, (int)n, text);
		}
		arena_free(&a);
	}
}

/* All commands in the first screen of 24 lines. */
static void overview_fits_a_screen(void **state)
{
	struct arena a = { 0 };
	const char *text = page(&a, NULL), *end = strstr(text, "\nWith every command");
	size_t lines = 0;

	(void)state;
	assert_non_null(end);
	for (; text < end; text++)
		lines += *text == '\n';
	assert_in_range(lines, 5, 24);
	arena_free(&a);
}

static void names_are_sound(void **state)
{
	const struct op *op;

	(void)state;
	for (size_t i = 0; (op = op_set_at(&set, i)); i++) {
		const char *blank = strchr(op->name, ' ');

		if (op_set_find(&set, op->name) != op)
			fail_msg("there are two of '%s'", op->name);
		if (blank && strchr(blank + 1, ' '))
			fail_msg("'%s' has three words", op->name);
		assert_non_null(op->summary);
		assert_true(op->who);
		for (const struct param *p = op->params; p && p->name; p++) {
			if (!p->help || op_param(op, p->name) != p)
				fail_msg("%s: --%s", op->name, p->name);
			/* What stands behind it by place would never be reached. */
			if (p->flags & REST)
				for (const struct param *q = p + 1; q->name; q++)
					assert_false(param_is_positional(q));
			if (p->type == P_WORD)
				assert_non_null(p->words);
		}
	}
}

/* What an example shows is taken. */
static void examples_parse(void **state)
{
	const struct op *op;

	(void)state;
	for (size_t i = 0; (op = op_set_at(&set, i)); i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct command cmd;
		const char *argv[64];
		char *text = arena_strdup(&a, op->example ? op->example : "status");
		int argc = 0;

		while (*text && argc < 64) {
			char quote = *text == '\'' || *text == '"' ? *text++ : ' ', *end;

			argv[argc++] = text;
			end = strchr(text, quote);
			if (!end)
				break;
			*end = '\0';
			text = end + 1 + strspn(end + 1, " ");
		}
		if (op->example &&
		    (argv_parse(&a, &set, argc, argv, &cmd, &err) || cmd.op != op))
			fail_msg("%s: %s. %s", op->example, err.what, err.todo);
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_fit),
		cmocka_unit_test(overview_fits_a_screen),
		cmocka_unit_test(names_are_sound),
		cmocka_unit_test(examples_parse),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
