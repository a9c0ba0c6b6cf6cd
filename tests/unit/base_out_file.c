/* A file that is written is there whole, or not at all. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "replife/out_file.h"

static char dir[] = "/tmp/replife-out-XXXXXX", path[64];

static size_t files(void)
{
	DIR *d = opendir(dir);
	const struct dirent *e;
	size_t n = 0;

	assert_non_null(d);
	while ((e = readdir(d)))
		n += strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
	closedir(d);
	return n;
}

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(dir))
		return -1;
	snprintf(path, sizeof path, "%s/out", dir);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(dir);
}

/* What was opened is left by a jump: only the arena knows of it then. */
static void nothing_is_left_without_memory(void **state)
{
	static struct arena a;
	static struct out_file f;
	static jmp_buf recover;
	struct err err = { 0 };

	(void)state;
	a.recover = &recover;
	if (!setjmp(recover)) {
		assert_int_equal(out_file_open(&a, path, &f, &err), RC_OK);
		out_str(&f.out, "half");
		assert_int_equal(files(), 1);
		arena_oom(&a);
	}
	arena_free(&a);
	assert_int_equal(files(), 0);
}

static void what_is_closed_stays(void **state)
{
	struct arena a = { 0 };
	struct out_file f;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(out_file_open(&a, path, &f, &err), RC_OK);
	out_str(&f.out, "whole");
	assert_int_equal(out_file_close(&f, &err), RC_OK);
	assert_int_equal(out_file_open(&a, path, &f, &err), RC_OK);
	out_file_drop(&f);
	arena_free(&a);
	assert_int_equal(files(), 1);
	assert_int_equal(access(path, R_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_left_without_memory), cmocka_unit_test(what_is_closed_stays),
	};

	return !!cmocka_run_group_tests(tests, set_up, tear_down);
}
