/* A note's answers as a text: read, refused by line, written and read again. */
#include "unit/cli_fixture.h"

#include "../src/cli/cli_i.h"

static struct command note_command(void)
{
	return (struct command){ .op = &op_note_add };
}

static enum rc read_form(struct arena *a, struct command *cmd, const char *text,
			 struct err *err)
{
	return form_read(a, cmd, "f", text, strlen(text), err);
}

/* "name=text|name|" */
static const char *said(struct arena *a, const struct command *cmd)
{
	struct out o;

	out_to_mem(&o, a);
	for (size_t i = 0; i < cmd->n_args; i++)
		out_printf(&o, "%s%s%s|", cmd->args[i].name, cmd->args[i].text ? "=" : "",
			   cmd->args[i].text ? cmd->args[i].text : "");
	return out_text(&o);
}

static void reads_answers(void **state)
{
	static const struct { const char *text, *want; } rows[] = {
		{ "", "" },
		{ "# nothing\n\nhappened:\n", "" },
		{ "happened: yes", "happened=yes|" },
		{ "\xEF\xBB\xBFhappened: yes\r\n", "happened=yes|" },
		{ "information: one\ninformation: two\n", "information=one|information=two|" },
		{ "information: one\n  and on\n\n  more\n# x\nalerts: late: by a day\n",
		  "information=one\nand on\n\nmore|alerts=late: by a day|" },
		{ "information:\n  below\n", "information=below|" },
		{ "may-quote: yes\n", "may-quote|" },
		{ "may_quote: no\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct command cmd = note_command();
		struct arena a = { 0 };
		struct err err = { 0 };

		if (read_form(&a, &cmd, rows[i].text, &err))
			fail_msg("row %zu: %s", i, err.what);
		assert_string_equal(said(&a, &cmd), rows[i].want);
		arena_free(&a);
	}
}

static void refuses_lines(void **state)
{
	static const struct { const char *text, *want; } rows[] = {
		{ "just text\n", "f:1: there is no 'question:'" },
		{ "happened: yes\nalert: x\n", "f:2: 'alert' is no question" },
		{ "edit: yes\n", "f:1: 'edit' is no question" },
		{ "booking: B-1\n", "f:1: 'booking' is no question" },
		{ "  indented\n", "f:1: an indented line" },
		{ "happened: yes\nhappened: yes\n", "f:2: 'happened' was answered before" },
		{ "may-quote: perhaps\n", "f:1: 'may-quote' cannot be 'perhaps'" },
		{ "happened: \xFF\n", "f: it is not UTF-8, at byte 10" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct command cmd = note_command();
		struct arena a = { 0 };
		struct err err = { 0 };

		assert_int_equal(read_form(&a, &cmd, rows[i].text, &err), RC_BAD_DATA);
		if (strncmp(err.what, rows[i].want, strlen(rows[i].want)))
			fail_msg("row %zu: %s", i, err.what);
		arena_free(&a);
	}
}

/* What the editor is given reads back as the same answers. */
static void template_reads_back(void **state)
{
	struct command cmd = note_command(), again = note_command();
	struct arena a = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_int_equal(read_form(&a, &again, form_template(&a, &cmd), &err), RC_OK);
	assert_false(form_has_answers(&again));
	command_add_arg(&a, &cmd, "happened", "yes");
	command_add_arg(&a, &cmd, "information", "one\n# two\n\nthree: four");
	command_add_arg(&a, &cmd, "information", "five");
	command_add_arg(&a, &cmd, "may-quote", NULL);
	assert_int_equal(read_form(&a, &again, form_template(&a, &cmd), &err), RC_OK);
	assert_string_equal(said(&a, &again), said(&a, &cmd));
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_answers),
		cmocka_unit_test(refuses_lines),
		cmocka_unit_test(template_reads_back),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
