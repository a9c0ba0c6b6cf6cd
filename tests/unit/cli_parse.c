/* argv to a command: what is taken, and what each wrong word is told. */
#include "unit/cli_fixture.h"

#include <stdio.h>

#define MAX_WORDS 16

static int words_of(const char *const *words)
{
	int n = 0;

	while (words[n])
		n++;
	return n;
}

/* "op|name=text|name|" */
static const char *said(struct arena *a, const struct command *cmd)
{
	struct out o;

	out_to_mem(&o, a);
	out_printf(&o, "%s", cmd->op ? cmd->op->name : "-");
	for (size_t i = 0; i < cmd->n_args; i++)
		out_printf(&o, "|%s%s%s", cmd->args[i].name, cmd->args[i].text ? "=" : "",
			   cmd->args[i].text ? cmd->args[i].text : "");
	return out_text(&o);
}

static const struct good {
	const char *argv[MAX_WORDS];
	const char *want;
} good[] = {
	{ { NULL }, "-" },
	{ { "book", "S-2" }, "book|slot=S-2" },
	{ { "--json", "book", "S-2", "--wait", "--for", "ina" }, "book|wait|for=ina|slot=S-2" },
	{ { "book", "--for=ina", "S-2" }, "book|for=ina|slot=S-2" },
	{ { "book", "--note=", "S-2" }, "book|note=|slot=S-2" },
	{ { "book", "--note", "-x", "S-2" }, "book|note=-x|slot=S-2" },
	{ { "book", "--wait", "--wait", "S-2" }, "book|wait|slot=S-2" },
	{ { "slot", "list" }, "slot list" },
	{ { "slot", "--json", "list" }, "slot list" },
	{ { "find" }, "find" },
	{ { "find", "next", "week" }, "find|when=next week" },
	{ { "find", "next", "--limit", "3", "week" }, "find|limit=3|when=next week" },
	{ { "find", "+3d" }, "find|when=+3d" },
	{ { "hours", "add", "every", "tue", "10-12", "--kind", "demo" },
	  "hours add|kind=demo|rule=every tue 10-12" },
	{ { "hours", "add", "--", "--kind", "demo" }, "hours add|rule=--kind demo" },
	{ { "theme", "assign", "O-1", "O-2", "O-3", "late" },
	  "theme assign|obs=O-1|obs=O-2|obs=O-3|theme=late" },
	{ { "undo" }, "undo" },
	{ { "undo", "-3" }, "undo|ticket=-3" },
	{ { "note", "add", "-F", "-" }, "note add|file=-" },
	{ { "note", "add", "-Fa.txt", "B-1" }, "note add|file=a.txt|booking=B-1" },
	{ { "note", "add", "--information", "a", "--information=b" },
	  "note add|information=a|information=b" },
	{ { "report", "themes", "-o", "x.md" }, "report themes|out=x.md" },
	{ { "report", "themes", "--out=x.md" }, "report themes|out=x.md" },
	{ { "-qv", "status" }, "status" },
	{ { "slot", "add", "--tz", "UTC" }, "slot add|tz=UTC" },
};

static void takes_good_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct command cmd;

		if (argv_parse(&a, &fixture, words_of(good[i].argv), good[i].argv, &cmd, &err))
			fail_msg("row %zu: %s", i, err.what);
		assert_string_equal(said(&a, &cmd), good[i].want);
		arena_free(&a);
	}
}

static const struct bad {
	const char *argv[MAX_WORDS];
	const char *what, *todo;	/* what they must contain */
} bad[] = {
	{ { "bok" }, "'bok' is no command", "Did you mean 'book'? See `replife help`" },
	{ { "bok", "S-2" }, "'bok' is no command", "Did you mean 'book'?" },
	{ { "solt", "list" }, "'solt' is no command", "Did you mean 'slot'?" },
	{ { "zzz" }, "'zzz' is no command", "See `replife help`" },
	{ { "" }, "'' is no command", "See `replife help`" },
	{ { "slot" }, "'slot' needs one more word: add, list", "Try `replife slot list`" },
	{ { "hours" }, "'hours' needs one more word: add", "See `replife help hours`" },
	{ { "slot", "lsit" }, "'slot lsit' is no command", "Did you mean 'slot list'?" },
	{ { "slot", "frobnicate" }, "'slot frobnicate' is no", "With 'slot' go: add, list" },
	{ { "list", "slot" }, "'list slot' is no command", "Did you mean 'slot list'?" },
	{ { "book" }, "SESSION is missing: the session", "Usage: replife book SESSION [--for" },
	{ { "book", "S-1", "S-2" }, "'S-2' is one word too many for `book`", "Usage: replife book" },
	{ { "book", "S-1", "--wiat" }, "'--wiat' is no option of `book`", "Did you mean '--wait'?" },
	{ { "book", "S-1", "--jsn" }, "'--jsn' is no option", "Did you mean '--json'?" },
	{ { "book", "--slot", "S-1" }, "'--slot' is given without dashes", "Usage: replife book" },
	{ { "book", "S-1", "--for" }, "--for needs a value", "Usage: replife book" },
	{ { "book", "S-1", "--for", "--wait" }, "--for needs a value", "--for=--wait" },
	{ { "book", "S-1", "--wait=yes" }, "--wait takes no value", "" },
	{ { "book", "S-1", "--for", "a", "--for", "b" }, "--for was given twice", "" },
	{ { "book", "S-1", "-z" }, "'-z' is no option of `book`", "replife book --help" },
	{ { "--for", "ina", "book", "S-1" }, "'--for' is no option that stands before", "" },
	{ { "--json=yes", "status" }, "--json takes no value", "" },
	{ { "status", "--limit", "0" }, "--limit 0: not a number", "" },
	{ { "status", "--limit", "4x" }, "--limit 4x: not a number", "" },
	{ { "status", "--key", "abc" }, "--key abc: not a UUID", "" },
	{ { "status", "--color", "blue" }, "color cannot be 'blue'", "auto always never" },
	{ { "status", "--as" }, "--as needs a value", "" },
	{ { "period", "close", "P-1" }, "--confirm is missing", "Usage: replife period close" },
	{ { "theme", "assign", "O-1" }, "is missing: the theme", "Usage" },
};

static void refuses_bad_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct command cmd;
		enum rc rc = argv_parse(&a, &fixture, words_of(bad[i].argv), bad[i].argv, &cmd,
					&err);

		if (rc != RC_USAGE || err.rc != rc)
			fail_msg("row %zu: was taken", i);
		if (!strstr(err.what, bad[i].what) || !strstr(err.todo, bad[i].todo))
			fail_msg("row %zu: %s. %s", i, err.what, err.todo);
		arena_free(&a);
	}
}

static void globals_stand_anywhere(void **state)
{
	const char *const argv[] = { "--as=ina", "find", "--tz", "UTC", "-q", "tue", "--yes",
				     "--excel", "--program", "Shifts", "--after", "S-3" };
	const char *const before[] = { "--limit", "7", "find" };
	const char *const own[] = { "find", "--limit", "7" };
	struct arena a = { 0 };
	struct err err = { 0 };
	struct command cmd;

	(void)state;
	assert_int_equal(argv_parse(&a, &fixture, 12, argv, &cmd, &err), RC_OK);
	assert_string_equal(cmd.g.as, "ina");
	assert_string_equal(cmd.g.zone, "UTC");
	assert_string_equal(cmd.g.program, "Shifts");
	assert_string_equal(cmd.g.after, "S-3");
	assert_true(cmd.g.quiet && cmd.g.yes && !cmd.g.dry_run);
	assert_int_equal(cmd.g.format, FORMAT_EXCEL);
	assert_string_equal(command_arg(&cmd, "when"), "tue");
	assert_null(command_arg(&cmd, "limit"));
	/* An op's own parameter of the name wins behind the op. */
	assert_int_equal(argv_parse(&a, &fixture, 3, before, &cmd, &err), RC_OK);
	assert_int_equal(cmd.g.limit, 7);
	assert_null(command_arg(&cmd, "limit"));
	assert_int_equal(argv_parse(&a, &fixture, 3, own, &cmd, &err), RC_OK);
	assert_int_equal(cmd.g.limit, 0);
	assert_string_equal(command_arg(&cmd, "limit"), "7");
	arena_free(&a);
}

static void help_needs_nothing_else(void **state)
{
	const char *const op[] = { "book", "--frobnicate", "--help" };
	const char *const noun[] = { "slot", "-h" };
	const char *const alone[] = { "--help" };
	const char *const wrong[] = { "bok", "--help" };
	const char *const version[] = { "--version" };
	const char *const hidden[] = { "book", "--bad", "--", "--help" };
	struct arena a = { 0 };
	struct err err = { 0 };
	struct command cmd;

	(void)state;
	assert_int_equal(argv_parse(&a, &fixture, 3, op, &cmd, &err), RC_OK);
	assert_true(cmd.g.help && cmd.op == &op_book);
	assert_int_equal(argv_parse(&a, &fixture, 2, noun, &cmd, &err), RC_OK);
	assert_true(cmd.g.help && !cmd.op);
	assert_string_equal(cmd.noun, "slot");
	assert_int_equal(argv_parse(&a, &fixture, 1, alone, &cmd, &err), RC_OK);
	assert_true(cmd.g.help && !cmd.op && !cmd.noun);
	assert_int_equal(argv_parse(&a, &fixture, 2, wrong, &cmd, &err), RC_USAGE);
	assert_int_equal(argv_parse(&a, &fixture, 1, version, &cmd, &err), RC_OK);
	assert_true(cmd.g.version);
	assert_int_equal(argv_parse(&a, &fixture, 4, hidden, &cmd, &err), RC_USAGE);
	arena_free(&a);
}

/* An error in the words must still come out as JSON where that was wanted. */
static void json_is_seen_behind_an_error(void **state)
{
	const char *const argv[] = { "bok", "S-1", "--json" };
	struct arena a = { 0 };
	struct err err = { 0 };
	struct command cmd;

	(void)state;
	assert_int_equal(argv_parse(&a, &fixture, 3, argv, &cmd, &err), RC_USAGE);
	assert_int_equal(cmd.g.format, FORMAT_JSON);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_good_words),
		cmocka_unit_test(refuses_bad_words),
		cmocka_unit_test(globals_stand_anywhere),
		cmocka_unit_test(help_needs_nothing_else),
		cmocka_unit_test(json_is_seen_behind_an_error),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
