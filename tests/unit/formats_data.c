/* Replies for scripts: CSV, TSV and JSON, with hostile text in the fields. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "replife/formats.h"
#include "replife/json.h"

static const struct column columns[] = {
	{ "id", "Session", V_REF, SHOW_ALL, 'S', false },
	{ "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "said", "Place", V_TEXT, SHOW_PEOPLE, 0, false },	/* not for scripts */
	{ "place", "Place", V_TEXT, SHOW_ALL, 0, false },
	{ "start", "Start", V_INSTANT, SHOW_DATA, 0, false },
	{ "when", "When", V_SPAN, SHOW_PEOPLE, 0, false },
	{ "day", "Day", V_DAY, SHOW_ALL, 0, false },
	{ "seats", "Seats", V_INT, SHOW_ALL, 0, false },
	{ "share", "Share", V_REAL, SHOW_ALL, 0, false },
	{ "late", "Late", V_BOOL, SHOW_ALL, 0, false },
	{ "tags", "Tags", V_LIST, SHOW_ALL, 0, false },
	{ "extra", "", V_JSON, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void fill_row(struct reply *r, const char *place, const char *const *tags, size_t n_tags)
{
	static const struct uuid uuid = { { 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0x4d, 0xef, 0x80,
					    1, 2, 3, 4, 5, 6, 7 } };
	struct value *row = reply_row(r);

	put_ref(r, row, "id", 214);
	put_uuid(r, row, "uuid", &uuid);
	put_text(r, row, "said", "for people");
	put_text(r, row, "place", place);
	put_instant(r, row, "start", 1795510800);
	put_span(r, row, "when", 1795510800, 1795512600);
	put_day(r, row, "day", 20781);
	put_int(r, row, "seats", -2);
	put_real(r, row, "share", 0.5);
	put_bool(r, row, "late", true);
	put_list(r, row, "tags", tags, n_tags);
	put_json(r, row, "extra", "{\"a\":[1]}");
}

static void make(struct reply *r, struct arena *a)
{
	static const char *const tags[] = { "one", "two" };

	reply_init(r, a, columns);
	fill_row(r, "Room 4", tags, 2);
	reply_row(r);	/* all null */
}

static void test_csv(void **state)
{
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	make(&r, &a);
	out_to_mem(&o, &a);
	render_csv(&o, &r, true);
	assert_string_equal(out_text(&o),
		"\xEF\xBB\xBFid,uuid,place,start,day,seats,share,late,tags,extra\r\n"
		"S-214,12345678-9abc-4def-8001-020304050607,Room 4,2026-11-24T09:00:00Z,"
		"2026-11-24,-2,0.5,true,one;two,\"{\"\"a\"\":[1]}\"\r\n"
		",,,,,,,,,\r\n");
	arena_free(&a);
}

static void test_plain(void **state)
{
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	make(&r, &a);
	out_to_mem(&o, &a);
	render_plain(&o, &r);
	assert_string_equal(out_text(&o),
		"S-214\t12345678-9abc-4def-8001-020304050607\tRoom 4\t2026-11-24T09:00:00Z\t"
		"2026-11-24\t-2\t0.5\ttrue\tone;two\t{\"a\":[1]}\n"
		"\t\t\t\t\t\t\t\t\t\n");
	arena_free(&a);
}

static void test_empty(void **state)
{
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	reply_init(&r, &a, columns);
	r.empty = "Nothing is there.";
	out_to_mem(&o, &a);
	render_csv(&o, &r, false);
	assert_string_equal(out_text(&o), "id,uuid,place,start,day,seats,share,late,tags,extra\r\n");
	o.len = 0;
	render_plain(&o, &r);
	assert_string_equal(out_text(&o), "");
	render_json(&o, "find", &r);
	assert_string_equal(out_text(&o), "{\"schema\":1,\"op\":\"find\",\"items\":[],"
					  "\"message\":null,\"warnings\":[]}\n");
	arena_free(&a);
}

/* A message without a table: no header line, no empty row. */
static void test_no_columns(void **state)
{
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	reply_init(&r, &a, NULL);
	out_to_mem(&o, &a);
	render_csv(&o, &r, false);
	render_plain(&o, &r);
	assert_string_equal(out_text(&o), "");
	arena_free(&a);
}

static const struct cell {
	const char *text, *csv, *tsv;
} cells[] = {
	{ "plain", "plain", "plain" },
	{ "", "", "" },
	{ "a,b", "\"a,b\"", "a,b" },
	{ "say \"hi\"", "\"say \"\"hi\"\"\"", "say \"hi\"" },
	{ "two\nlines", "\"two\nlines\"", "two\\nlines" },
	{ "two\r\nlines", "\"two\r\nlines\"", "two\\r\\nlines" },
	{ "a\tb\\n", "a\tb\\n", "a\\tb\\\\n" },
	{ " outer ", "\" outer \"", " outer " },
	{ "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"", "=cmd|' /C calc'!A0" },
	{ "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"",
	  "=HYPERLINK(\"http://x\",\"y\")" },
	{ "+1", "\"'+1\"", "+1" },
	{ "-1", "\"'-1\"", "-1" },
	{ "@SUM(1)", "\"'@SUM(1)\"", "@SUM(1)" },
	{ "\t=1", "\"'\t'=1\"", "\\t=1" },
	{ "\r=1", "\"'\r=1\"", "\\r=1" },
	{ "\n=1", "\"'\n'=1\"", "\\n=1" },
	/* Where another separator is expected, these begin cells of their own. */
	{ "so\n=1+1\n\nend", "\"so\n'=1+1\n\nend\"", "so\\n=1+1\\n\\nend" },
	{ "a;@SUM(1)", "\"a;'@SUM(1)\"", "a;@SUM(1)" },
	{ "a;\"\"=1", "\"a;'\"\"\"\"=1\"", "a;\"\"=1" },
	{ "a;'=1", "\"a;''=1\"", "a;'=1" },
	{ "a; b", "a; b", "a; b" },
	{ "\xEF\xBC\x9D" "1", "\"'\xEF\xBC\x9D" "1\"", "\xEF\xBC\x9D" "1" },
	{ "'=1", "\"''=1\"", "'=1" },
	{ "'tis", "\"'tis\"", "'tis" },
	{ "a=1", "a=1", "a=1" },
	{ "ž\xE2\x80\xAE", "ž\xE2\x80\xAE", "ž\xE2\x80\xAE" },
};

static void test_cells(void **state)
{
	static const struct column one[] = {
		{ "text", "Text", V_TEXT, SHOW_ALL, 0, false },
		{ NULL, NULL, V_NULL, 0, 0, false } };

	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		struct arena a = { 0 };
		struct reply r;
		struct out o;

		reply_init(&r, &a, one);
		put_text(&r, reply_row(&r), "text", cells[i].text);
		out_to_mem(&o, &a);
		render_csv(&o, &r, false);
		assert_string_equal(out_text(&o),
				    arena_printf(&a, "text\r\n%s\r\n", cells[i].csv));
		o.len = 0;
		render_plain(&o, &r);
		assert_string_equal(out_text(&o), arena_printf(&a, "%s\n", cells[i].tsv));
		arena_free(&a);
	}
}

/* A list is one cell, and its first text may look like a formula. */
static void test_list_cell(void **state)
{
	static const char *const tags[] = { "=1", "a,b", "x\ty" };
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	reply_init(&r, &a, columns + 10);
	put_list(&r, reply_row(&r), "tags", tags, 3);
	out_to_mem(&o, &a);
	render_csv(&o, &r, false);
	assert_string_equal(out_text(&o), "tags,extra\r\n\"'=1;a,b;x\ty\",\r\n");
	o.len = 0;
	render_plain(&o, &r);
	assert_string_equal(out_text(&o), "=1;a,b;x\\ty\t\n");
	arena_free(&a);
}

static void test_not_finite(void **state)
{
	static const struct column one[] = {
		{ "share", "Share", V_REAL, SHOW_ALL, 0, false },
		{ NULL, NULL, V_NULL, 0, 0, false } };
	static const double values[] = { NAN, INFINITY, -INFINITY };
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	reply_init(&r, &a, one);
	for (size_t i = 0; i < 3; i++)
		put_real(&r, reply_row(&r), "share", values[i]);
	out_to_mem(&o, &a);
	render_plain(&o, &r);
	assert_string_equal(out_text(&o), "\n\n\n");
	arena_free(&a);
}

/* ---- JSON ---- */

static void test_json(void **state)
{
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	make(&r, &a);
	reply_message(&r, "Booked %s", "B-12");
	reply_warn(&r, "one");
	reply_warn(&r, "\"two\"");
	r.undo = 7;
	r.next = "S-214";
	out_to_mem(&o, &a);
	render_json(&o, "slot list", &r);
	assert_string_equal(out_text(&o),
		"{\"schema\":1,\"op\":\"slot list\",\"items\":["
		"{\"id\":\"S-214\",\"uuid\":\"12345678-9abc-4def-8001-020304050607\","
		"\"place\":\"Room 4\",\"start\":\"2026-11-24T09:00:00Z\",\"day\":\"2026-11-24\","
		"\"seats\":-2,\"share\":0.5,\"late\":true,\"tags\":[\"one\",\"two\"],"
		"\"extra\":{\"a\":[1]}},"
		"{\"id\":null,\"uuid\":null,\"place\":null,\"start\":null,\"day\":null,"
		"\"seats\":null,\"share\":null,\"late\":null,\"tags\":[],\"extra\":null}],"
		"\"message\":\"Booked B-12\",\"warnings\":[\"one\",\"\\\"two\\\"\"],"
		"\"undo\":7,\"next\":\"S-214\"}\n");
	arena_free(&a);
}

static void test_json_dry_run_and_model(void **state)
{
	struct arena a = { 0 };
	struct reply r;
	struct out o;

	(void)state;
	reply_init(&r, &a, columns);
	r.dry_run = true;
	r.model = json_new(&a, J_OBJECT);
	json_add_str(&a, r.model, "title", "Themes");
	out_to_mem(&o, &a);
	render_json(&o, "report themes", &r);
	assert_string_equal(out_text(&o),
		"{\"schema\":1,\"op\":\"report themes\",\"items\":[],\"message\":null,"
		"\"warnings\":[],\"dry_run\":true,\"report\":{\"title\":\"Themes\"}}\n");
	arena_free(&a);
}

static const char *const hostile[] = {
	"</script><script>alert(1)</script>",
	"\033]0;owned\007\033[2J",
	"=cmd|' /C calc'!A0",
	"\xE2\x80\xAE" "txt.exe",
	"line\r\nline\tend\\",
	"quote \" and \xE2\x80\xA8 separator",
	"\x01\x1F\x7F",
};

/* Whatever is in a field, the answer is one line, has no control character,
 * ends no script, and gives the field back. */
static void test_json_hostile(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct reply r;
		struct json *j;
		struct out o;

		reply_init(&r, &a, columns);
		fill_row(&r, hostile[i], &hostile[i], 1);
		r.message = hostile[i];
		out_to_mem(&o, &a);
		render_json(&o, hostile[i], &r);
		assert_null(strstr(out_text(&o), "</script"));
		for (size_t k = 0; k + 1 < o.len; k++)
			assert_true((unsigned char)o.p[k] >= 0x20);
		assert_int_equal(o.p[o.len - 1], '\n');
		assert_int_equal(json_parse(&a, o.p, o.len, &j, &err), RC_OK);
		assert_string_equal(json_str(j, "op", ""), hostile[i]);
		assert_string_equal(json_str(j, "message", ""), hostile[i]);
		assert_string_equal(json_str(json_first(json_get(j, "items")), "place", ""),
				    hostile[i]);
		arena_free(&a);
	}
}

static void test_json_bad_utf8(void **state)
{
	struct arena a = { 0 };
	struct out o;
	struct err err = { .rc = RC_FAILED, .what = "M\xFCller" };

	(void)state;
	out_to_mem(&o, &a);
	render_json_error(&o, "x", &err);
	assert_non_null(strstr(out_text(&o), "\"M\xEF\xBF\xBDller\""));
	arena_free(&a);
}

static const struct json_error {
	enum rc rc;
	enum reason reason;
	const char *todo, *op, *want;
} json_errors[] = {
	{ RC_CONFLICT, REASON_OVERLAP, "", "book",
	  "{\"schema\":1,\"op\":\"book\",\"error\":{\"code\":\"conflict\",\"exit\":4,"
	  "\"reason\":\"overlap\",\"message\":\"no\",\"todo\":null}}\n" },
	{ RC_BAD_DATA, REASON_NONE, "Say \"please\"", "import csv",
	  "{\"schema\":1,\"op\":\"import csv\",\"error\":{\"code\":\"bad_data\",\"exit\":65,"
	  "\"message\":\"no\",\"todo\":\"Say \\\"please\\\"\"}}\n" },
	{ RC_USAGE, REASON_NONE, "", NULL,
	  "{\"schema\":1,\"op\":null,\"error\":{\"code\":\"usage\",\"exit\":2,"
	  "\"message\":\"no\",\"todo\":null}}\n" },
};

static void test_json_error(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof json_errors / sizeof *json_errors; i++) {
		const struct json_error *t = &json_errors[i];
		struct arena a = { 0 };
		struct err err = { .rc = t->rc, .reason = t->reason, .what = "no" };
		struct out o;

		err_todo(&err, "%s", t->todo);
		out_to_mem(&o, &a);
		render_json_error(&o, t->op, &err);
		assert_string_equal(out_text(&o), t->want);
		arena_free(&a);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_csv),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_no_columns),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_list_cell),
		cmocka_unit_test(test_not_finite),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_json_dry_run_and_model),
		cmocka_unit_test(test_json_hostile),
		cmocka_unit_test(test_json_bad_utf8),
		cmocka_unit_test(test_json_error),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
