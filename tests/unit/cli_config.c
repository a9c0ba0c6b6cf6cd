/* The config files: reading, refusing by line, and setting one key. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "replife/cli.h"

static void reads_lines(void **state)
{
	static const char text[] = "# mine\n\n tz = Europe/Berlin \r\ncolor=never\n"
				   "program = New  marketers = shifts\ncolor = always";
	static const char system[] = "color = auto\nascii = yes\n";
	struct arena a = { 0 };
	struct config cfg = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_int_equal(config_read(&a, &cfg, "mine", text, sizeof text - 1, &err), RC_OK);
	assert_int_equal(config_read(&a, &cfg, "etc", system, sizeof system - 1, &err), RC_OK);
	assert_string_equal(config_get(&cfg, "tz"), "Europe/Berlin");
	assert_string_equal(config_get(&cfg, "program"), "New  marketers = shifts");
	assert_string_equal(config_get(&cfg, "color"), "always");	/* the user's last */
	assert_string_equal(config_get(&cfg, "ascii"), "yes");
	assert_null(config_get(&cfg, "db"));
	arena_free(&a);
}

static void refuses_lines(void **state)
{
	static const struct { const char *text, *want; } rows[] = {
		{ "tz Europe/Berlin\n", "f:1: there is no '=' in it" },
		{ "tz = UTC\nclour = auto\n", "f:2: there is no setting 'clour'" },
		{ "\n\ncolor = blue", "f:3: color cannot be 'blue'" },
		{ "ascii =\n", "f:1: ascii cannot be ''" },
		{ "= x\n", "f:1: there is no setting ''" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = { 0 };
		struct config cfg = { 0 };
		struct err err = { 0 };

		assert_int_equal(config_read(&a, &cfg, "f", rows[i].text, strlen(rows[i].text),
					     &err), RC_BAD_DATA);
		assert_string_equal(err.what, rows[i].want);
		assert_true(*err.todo);
		arena_free(&a);
	}
}

static void sets_one_key(void **state)
{
	static const struct { const char *text, *key, *value, *want; } rows[] = {
		{ "", "tz", "UTC", "tz = UTC\n" },
		{ "# a\ntz = X\n# b\n", "tz", "UTC", "# a\ntz = UTC\n# b\n" },
		{ "tz=X\ntz = Y", "tz", "UTC", "tz=X\ntz = UTC\n" },
		{ "# a", "tz", "UTC", "# a\ntz = UTC\n" },
		{ "tz = X\ndb = y\n", "tz", "", "db = y\n" },
		{ "db = y\n", "tz", "", "db = y\n" },
		{ "tzz = 1\nnonsense\n", "tz", "UTC", "tzz = 1\nnonsense\ntz = UTC\n" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(config_edited(&a, rows[i].text, strlen(rows[i].text),
						  rows[i].key, rows[i].value), rows[i].want);
	arena_free(&a);
}

static void writes_a_file_that_is_not_there(void **state)
{
	char dir[] = "/tmp/replife-config-XXXXXX", path[128], mid[48];
	struct arena a = { 0 };
	struct config cfg;
	struct err err = { 0 };
	struct stat st;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(mid, sizeof mid, "%s/deep", dir);
	snprintf(path, sizeof path, "%s/config", mid);
	setenv("REPLIFE_CONFIG", path, 1);
	assert_int_equal(config_set(&a, "tz", "Asia/Tokyo", &err), RC_OK);
	assert_int_equal(config_set(&a, "color", "never", &err), RC_OK);
	assert_int_equal(config_set(&a, "tz", "UTC", &err), RC_OK);
	assert_int_equal(config_load(&a, &cfg, &err), RC_OK);
	assert_string_equal(config_get(&cfg, "tz"), "UTC");
	assert_string_equal(config_get(&cfg, "color"), "never");
	assert_int_equal(stat(mid, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	unlink(path);
	/* A folder is never written over. */
	assert_int_equal(mkdir(path, 0700), 0);
	assert_true(config_set(&a, "tz", "UTC", &err) != RC_OK);
	rmdir(path);
	assert_int_equal(rmdir(mid), 0);	/* no temporary file is left */
	rmdir(dir);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_lines),
		cmocka_unit_test(refuses_lines),
		cmocka_unit_test(sets_one_key),
		cmocka_unit_test(writes_a_file_that_is_not_there),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
