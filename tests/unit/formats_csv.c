/* CSV: what is read, what each bad file is told, and that ours come back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "replife/csv.h"
#include "replife/formats.h"

/* All of a file as "a|b\nc|-\n"; NULL cells are "-". */
static const char *read_all(struct arena *a, struct csv *c, struct err *err)
{
	const char *const *cells;
	size_t n = csv_columns(c, &cells);
	unsigned line;
	bool more;
	struct out o;

	out_to_mem(&o, a);
	for (size_t i = 0; i < n; i++)
		out_printf(&o, "%s%s", i ? "|" : "", cells[i]);
	out_char(&o, '\n');
	for (;;) {
		if (csv_next(c, &cells, &line, &more, err))
			return NULL;
		if (!more)
			return out_text(&o);
		for (size_t i = 0; i < n; i++)
			out_printf(&o, "%s%s", i ? "|" : "", cells[i] ? cells[i] : "-");
		out_printf(&o, " @%u\n", line);
	}
}

static const char *read_text(struct arena *a, const char *p, size_t n, struct err *err)
{
	struct csv *c;

	if (csv_open_text(a, p, n, "x.csv", &c, err))
		return NULL;
	return read_all(a, c, err);
}

static const struct good {
	const char *text, *want;
} good[] = {
	{ "a,b\n1,2\n", "a|b\n1|2 @2\n" },
	{ "a,b\r\n1,2\r\n", "a|b\n1|2 @2\n" },
	{ "a,b\n1,2", "a|b\n1|2 @2\n" },
	{ "a,b", "a|b\n" },
	{ "\xEF\xBB\xBF" "a,b\n1,\n", "a|b\n1|- @2\n" },
	{ "\xEF\xBB\xBF\"a\",b\n,\n", "a|b\n-|- @2\n" },
	{ "a,b\n1,", "a|b\n1|- @2\n" },
	{ "a,b\n\n1,2\n\r\n3,4\n\n", "a|b\n1|2 @3\n3|4 @5\n" },
	{ "a\n\nx\n", "a\n- @2\nx @3\n" },
	{ "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "a|b\nx,y|say \"hi\" @2\n" },
	{ "a,b\n\"one\ntwo\r\nthree\",2\n3,4\n", "a|b\none\ntwo\r\nthree|2 @2\n3|4 @5\n" },
	{ "a,b\n\"\",\"\"\"\"\n", "a|b\n-|\" @2\n" },
	{ "a,b\n x , y\n", "a|b\n x | y @2\n" },
	{ "a,b\n\"'tis\",'x\n", "a|b\n'tis|'x @2\n" },
	{ "a,b\n'=1+1,\"'@x\"\n", "a|b\n=1+1|@x @2\n" },
	{ "a,b\nx;'=1,\"y;''@x;'tis\"\n", "a|b\nx;=1|y;'@x;'tis @2\n" },
	{ "a,b\n''-1,'''x\n", "a|b\n'-1|'''x @2\n" },
	{ "a,b\n=1+1,-5\n", "a|b\n=1+1|-5 @2\n" },
	{ "a,b\nž\xF0\x9F\x8E\xA7,\xE2\x80\xAE" "evil\n",
	  "a|b\nž\xF0\x9F\x8E\xA7|\xE2\x80\xAE" "evil @2\n" },
	{ "a,b\n1;2,3\n", "a|b\n1;2|3 @2\n" },
};

static void test_good(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		const char *got = read_text(&a, good[i].text, strlen(good[i].text), &err);

		if (!got)
			fail_msg("case %zu: %s", i, err.what);
		assert_string_equal(got, good[i].want);
		arena_free(&a);
	}
}

#define S(text) text, sizeof text - 1
static const struct refused {
	const char *text;
	size_t n;
	const char *want;
} refused[] = {
	{ S(""), "x.csv:1: there is no header row" },
	{ S("\n1,2\n"), "x.csv:1: there is no header row" },
	{ S("\xEF\xBB\xBF"), "x.csv:1: there is no header row" },
	{ S("a,,c\n"), "x.csv:1: column 2 has no name" },
	{ S("a,b,\n"), "x.csv:1: column 3 has no name" },
	{ S("a,b,a\n"), "x.csv:1: the column 'a' comes twice" },
	{ S("a;b;c\n1;2;3\n"), "x.csv:1: the columns are not separated by commas" },
	{ S("a\tb\n1\t2\n"), "x.csv:1: the columns are not separated by commas" },
	{ S("a,b\n1,2\n1\n"), "x.csv:3: 1 cells where the header has 2" },
	{ S("a,b\n1,2,3\n"), "x.csv:2: 3 cells where the header has 2" },
	{ S("a,b\n1,2,\n"), "x.csv:2: 3 cells where the header has 2" },
	{ S("a,b\n\"x\ny\",2\n1\n"), "x.csv:4: 1 cells where the header has 2" },
	{ S("a,b\n1,\"2\n3,4\n"), "x.csv:2: a quoted text does not end" },
	{ S("a,b\n1,x\"y\n"), "x.csv:2: a quote stands inside of a cell" },
	{ S("a,b\n1,\"x\"y\n"), "x.csv:2: there is more behind a closing quote" },
	{ S("a,b\n1,\"x\" \n"), "x.csv:2: there is more behind a closing quote" },
	{ S("a,b\n1,\"x\" \"y\"\n"), "x.csv:2: there is more behind a closing quote" },
	{ S("a,b\r1,2\r"), "x.csv:1: a carriage return stands alone" },
	{ S("a,b\n1,2\r"), "x.csv:2: a carriage return stands alone" },
	{ S("a,b\n1,x\0y\n"), "x.csv:2: there is a NUL byte" },
	{ S("a,b\n1,\0\n"), "x.csv:2: there is a NUL byte" },
	{ S("a,b\n1,\"x\n\0y\"\n"), "x.csv:3: there is a NUL byte" },
	{ S("a,\0\n"), "x.csv:1: there is a NUL byte" },
	{ S("a,b\n1,M\xFCller\n"), "x.csv:2: not UTF-8 (byte 2 of column 2)" },
	{ S("a,b\n\xC0\xAF,2\n"), "x.csv:2: not UTF-8 (byte 1 of column 1)" },
	{ S("a,b\n1,\xED\xA0\x80\n"), "x.csv:2: not UTF-8 (byte 1 of column 2)" },
	/* A character that a comma cuts in two. */
	{ S("a,b\n\xC3,\xA4\n"), "x.csv:2: not UTF-8 (byte 1 of column 1)" },
	{ S("\xFF\xFE" "a\0,\0b\0"), "x.csv:1: there is a NUL byte" },
	{ S("n\xE4me,b\n"), "x.csv:1: not UTF-8 (byte 2 of column 1)" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };

		assert_null(read_text(&a, refused[i].text, refused[i].n, &err));
		assert_int_equal(err.rc, RC_BAD_DATA);
		assert_string_equal(err.what, refused[i].want);
		arena_free(&a);
	}
}

static void test_verbatim(void **state)
{
	static const char text[] = "a,b\n'=1+1,\"'@x\"\n";
	struct arena a = { 0 };
	struct err err = { 0 };
	struct csv *c;

	(void)state;
	assert_int_equal(csv_open_text(&a, S(text), "x.csv", &c, &err), RC_OK);
	csv_verbatim(c);
	assert_string_equal(read_all(&a, c, &err), "a|b\n'=1+1|'@x @2\n");
	arena_free(&a);
}

/* "a,b\n", then `n` bytes of row with its newline, quoted or not. */
static char *long_row(size_t n, bool quoted, size_t *len)
{
	size_t extra = quoted ? 2 : 0;
	char *p = malloc(4 + n + extra);

	assert_non_null(p);
	memset(p, 'x', 4 + n + extra);
	memcpy(p, "a,b\n", 4);
	memcpy(p + 4, quoted ? "1,\"" : "1,", quoted ? 3 : 2);
	memcpy(p + 4 + n + extra - (quoted ? 2 : 1), quoted ? "\"\n" : "\n", quoted ? 2 : 1);
	*len = 4 + n + extra;
	return p;
}

static void test_row_limit(void **state)
{
	(void)state;
	for (int quoted = 0; quoted < 2; quoted++)
		for (size_t over = 0; over < 3; over++) {
			struct arena a = { 0 };
			struct err err = { 0 };
			size_t n;
			char *p = long_row(CSV_ROW_MAX - 1 + over, quoted, &n);
			const char *got = read_text(&a, p, n, &err);

			if (over < 2) {
				assert_non_null(got);
				assert_int_equal(strlen(got), strlen("a|b\n @2\n") +
						 CSV_ROW_MAX - 2 + over);
			} else {
				assert_null(got);
				assert_string_equal(err.what,
						    "x.csv:2: the row is longer than 1 MiB");
			}
			free(p);
			arena_free(&a);
		}
}

/* A quote that never ends must not be read to the end of a large file. */
static void test_runaway_quote(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	size_t n = 3 * CSV_ROW_MAX;
	char *p = malloc(n);

	(void)state;
	assert_non_null(p);
	memset(p, '\n', n);
	memcpy(p, "a,b\n\"", 5);
	assert_null(read_text(&a, p, n, &err));
	assert_string_equal(err.what, "x.csv:2: the row is longer than 1 MiB");
	free(p);
	arena_free(&a);
}

static void test_many_columns(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct out o;

	(void)state;
	out_to_mem(&o, &a);
	for (int i = 0; i < 257; i++)
		out_printf(&o, "%sc%d", i ? "," : "", i);
	assert_null(read_text(&a, out_text(&o), o.len, &err));
	assert_string_equal(err.what, "x.csv:1: there are too many columns");
	arena_free(&a);
}

/* A descriptor gives what memory gives, wherever the window ends. */
static void test_descriptor(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	char name[] = "/tmp/replife-csv-XXXXXX";
	int fd = mkstemp(name);
	const char *want;
	struct out o;
	struct csv *c;

	(void)state;
	assert_true(fd >= 0);
	unlink(name);
	out_to_mem(&o, &a);
	out_str(&o, "\xEF\xBB\xBFref,text\r\n");
	for (int i = 0; i < 20000; i++)
		out_printf(&o, "s%d,%s\r\n", i, i % 3 ? "\"a \"\"b\"\"\r\nž\"" : "plain ž");
	assert_int_equal(write(fd, o.p, o.len), o.len);
	lseek(fd, 0, SEEK_SET);
	want = read_text(&a, o.p, o.len, &err);
	assert_non_null(want);
	assert_int_equal(csv_open(&a, fd, "x.csv", &c, &err), RC_OK);
	assert_string_equal(read_all(&a, c, &err), want);
	close(fd);
	arena_free(&a);
}

/* A pipe may give one byte at a time: the BOM is seen all the same. */
static void test_pipe(void **state)
{
	static const char text[] = "\xEF\xBB\xBF" "a,b\n1,2\n";
	int fds[2];
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(fds), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		close(fds[0]);
		for (size_t i = 0; i < sizeof text - 1; i++)
			if (write(fds[1], text + i, 1) != 1)
				_exit(1);
		_exit(0);
	} else {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct csv *c;

		close(fds[1]);
		assert_int_equal(csv_open(&a, fds[0], "stdin", &c, &err), RC_OK);
		assert_string_equal(read_all(&a, c, &err), "a|b\n1|2 @2\n");
		close(fds[0]);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
		arena_free(&a);
	}
}

static void test_read_error(void **state)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct csv *c;

	(void)state;
	assert_int_equal(csv_open(&a, -1, "x.csv", &c, &err), RC_IO);
	assert_non_null(strstr(err.what, "cannot read x.csv"));
	arena_free(&a);
}

/* ---- what we write, we read ---- */

static const struct column text_columns[] = {
	{ "a", "A", V_TEXT, SHOW_ALL, 0, false },
	{ "b", "B", V_TEXT, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static const char *random_text(struct arena *a)
{
	static const char *const parts[] = {
		"=", "+", "-", "@", "'", "\"", ",", "\n", "\r", "\t", " ", ";", "x", "cmd|' /C calc'!A0",
		"\xEF\xBC\x9D", "ž", "\xF0\x9F\x8E\xA7", "\xE2\x80\xAE", "</script>", "\033[2J", "\\",
	};
	struct out o;
	int n = rand() % 6;

	out_to_mem(&o, a);
	for (int i = 0; i < n; i++)
		out_str(&o, parts[(size_t)rand() % (sizeof parts / sizeof *parts)]);
	return out_text(&o);
}

static void check_round_trip(struct arena *a, bool bom)
{
	struct reply r;
	struct err err = { 0 };
	struct out o;
	struct csv *c;
	const char *const *cells;
	unsigned line;
	bool more;

	reply_init(&r, a, text_columns);
	for (int i = 0; i < 50; i++) {
		struct value *row = reply_row(&r);

		/* An empty row would be passed over as blank. */
		put_text(&r, row, "a", arena_printf(a, "%sx", random_text(a)));
		put_text(&r, row, "b", random_text(a));
	}
	out_to_mem(&o, a);
	render_csv(&o, &r, bom);
	assert_int_equal(csv_open_text(a, o.p, o.len, "x.csv", &c, &err), RC_OK);
	for (size_t i = 0; i < r.n_rows; i++) {
		if (csv_next(c, &cells, &line, &more, &err))
			fail_msg("%s", err.what);
		assert_true(more);
		for (size_t k = 0; k < 2; k++)
			assert_string_equal(cells[k] ? cells[k] : "", r.cells[i * 2 + k].u.s.p);
	}
	assert_int_equal(csv_next(c, &cells, &line, &more, &err), RC_OK);
	assert_false(more);
}

static void test_round_trip(void **state)
{
	const char *s = getenv("SEED");
	unsigned seed = s ? (unsigned)strtoul(s, NULL, 10) : (unsigned)time(NULL);

	(void)state;
	printf("SEED=%u\n", seed);
	srand(seed);
	for (int i = 0; i < 200; i++) {
		struct arena a = { 0 };

		check_round_trip(&a, i % 2);
		arena_free(&a);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_verbatim),
		cmocka_unit_test(test_row_limit),
		cmocka_unit_test(test_runaway_quote),
		cmocka_unit_test(test_many_columns),
		cmocka_unit_test(test_descriptor),
		cmocka_unit_test(test_pipe),
		cmocka_unit_test(test_read_error),
		cmocka_unit_test(test_round_trip),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
