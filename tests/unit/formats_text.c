/* Replies for people: columns line up, fit, and nothing drives the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/formats.h"
#include "replife/utf8.h"

static const char *say_when(void *ctx, struct arena *a, int64_t begin_s, int64_t end_s)
{
	(void)ctx;
	return end_s ? arena_printf(a, "%lld-%lld", (long long)begin_s, (long long)end_s)
		     : arena_printf(a, "at %lld", (long long)begin_s);
}

static const char *say_day(void *ctx, struct arena *a, int64_t day)
{
	(void)ctx;
	return arena_printf(a, "day %lld", (long long)day);
}

static const struct look wide = { .when = say_when, .day = say_day };

static const struct column columns[] = {
	{ "id", "Session", V_REF, SHOW_ALL, 'S', false },
	{ "uuid", "Uuid", V_UUID, SHOW_DATA, 0, false },
	{ "when", "When", V_SPAN, SHOW_PEOPLE, 0, false },
	{ "seats", "Seats", V_INT, SHOW_ALL, 0, false },
	{ "place", "Place", V_TEXT, SHOW_ALL, 0, true },
	{ "message", "Message from the rep", V_TEXT, SHOW_RECORD, 0, false },
	{ "late", "Late", V_BOOL, SHOW_ALL, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static struct value *add(struct reply *r, int64_t id, int64_t seats, const char *place)
{
	struct value *row = reply_row(r);

	put_ref(r, row, "id", id);
	put_span(r, row, "when", 100, 230);
	put_int(r, row, "seats", seats);
	put_text(r, row, "place", place);
	return row;
}

static const char *text_of(struct arena *a, const struct reply *r, const struct look *look)
{
	struct out o;

	out_to_mem(&o, a);
	render_text(&o, r, look);
	return out_text(&o);
}

static void make(struct reply *r, struct arena *a)
{
	reply_init(r, a, columns);
	add(r, 7, 2, "Room 4");
	add(r, 214, 12, "会议室 B, next to the lift");
	put_bool(r, add(r, 8, 1, NULL), "late", true);
}

static void test_list(void **state)
{
	struct arena a = { 0 };
	struct reply r;

	(void)state;
	make(&r, &a);
	r.heading = "Free sessions";
	assert_string_equal(text_of(&a, &r, &wide),
		"Free sessions\n"
		"Session  When     Seats  Place                       Late\n"
		"S-7      100-230      2  Room 4\n"
		"S-214    100-230     12  会议室 B, next to the lift\n"
		"S-8      100-230      1                              yes\n");
	arena_free(&a);
}

/* The wide characters count two cells each, so that the cut is at 40. */
static void test_list_cut(void **state)
{
	struct arena a = { 0 };
	struct look look = wide;
	struct reply r;

	(void)state;
	make(&r, &a);
	look.width = 40;
	assert_string_equal(text_of(&a, &r, &look),
		"Session  When     Seats  Place      Late\n"
		"S-7      100-230      2  Room 4\n"
		"S-214    100-230     12  会议室 B…\n"
		"S-8      100-230      1             yes\n");
	look.ascii = true;
	assert_non_null(strstr(text_of(&a, &r, &look), "会议室 B~\n"));
	arena_free(&a);
}

/* Refs and times are never cut: where they do not fit, rows become records. */
static void test_list_too_narrow(void **state)
{
	struct arena a = { 0 };
	struct look look = wide;
	struct reply r;

	(void)state;
	reply_init(&r, &a, columns);
	add(&r, 7, 2, "A room with a long name");
	add(&r, 8, 1, NULL);
	look.width = 30;
	assert_string_equal(text_of(&a, &r, &look),
		"Session  S-7\n"
		"When     100-230\n"
		"Seats    2\n"
		"Place    A room with a long\n"
		"         name\n"
		"\n"
		"Session  S-8\n"
		"When     100-230\n"
		"Seats    1\n");
	arena_free(&a);
}

static void test_no_line_is_wider(void **state)
{
	(void)state;
	for (size_t width = 35; width < 90; width++) {
		struct arena a = { 0 };
		struct look look = wide;
		struct reply r;
		const char *s, *end;

		make(&r, &a);
		look.width = width;
		for (s = text_of(&a, &r, &look); *s; s = end + 1) {
			end = strchr(s, '\n');
			assert_non_null(end);
			assert_true(utf8_width(s, (size_t)(end - s)) <= width);
			assert_true(end == s || end[-1] != ' ');
		}
		arena_free(&a);
	}
}

/* On a narrow screen what can be spared goes first, the rightmost before the
 * others; then what may be cut is cut. */
static void test_spare(void **state)
{
	static const struct column cols[] = {
		{ "id", "No.", V_INT, SHOW_ALL, 0, false },
		{ "name", "Name", V_TEXT, SHOW_ALL, 0, true },
		{ "team", "Team", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, false },
		{ "state", "State", V_TEXT, SHOW_ALL, 0, false },
		{ "room", "Room", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
		{ NULL, NULL, V_NULL, 0, 0, false } };
	static const struct { size_t width; const char *want; } cases[] = {
		{ 60, "No.  Name                       Team   State  Room\n"
		      "  1  Wilhelmina van der Meulen  North  open   Elbe\n" },
		{ 45, "No.  Name                  Team   State  Room\n"
		      "  1  Wilhelmina van der …  North  open   Elbe\n" },
		{ 36, "No.  Name               Team   State\n" },
		{ 24, "No.  Name          State\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct look look = wide;
		struct value *row;
		struct reply r;
		const char *text;

		reply_init(&r, &a, cols);
		row = reply_row(&r);
		put_int(&r, row, "id", 1);
		put_text(&r, row, "name", "Wilhelmina van der Meulen");
		put_text(&r, row, "team", "North");
		put_text(&r, row, "state", "open");
		put_text(&r, row, "room", "Elbe");
		look.width = cases[i].width;
		text = text_of(&a, &r, &look);
		assert_memory_equal(text, cases[i].want, strlen(cases[i].want));
		arena_free(&a);
	}
}

/* What to do about a row stands beneath it; a single column is sentences. */
static void test_below(void **state)
{
	static const struct column cols[] = {
		{ "text", "Now", V_TEXT, SHOW_ALL, 0, true },
		{ "todo", "What to do", V_TEXT, SHOW_DATA | SHOW_BELOW, 0, true },
		{ NULL, NULL, V_NULL, 0, 0, false } };
	struct arena a = { 0 };
	struct look look = wide;
	struct value *row;
	struct reply r;

	(void)state;
	reply_init(&r, &a, cols);
	row = reply_row(&r);
	put_text(&r, row, "text", "One session waits for your write-up");
	put_text(&r, row, "todo", "replife note add B-12");
	row = reply_row(&r);
	put_text(&r, row, "text", "All is well");
	look.width = 24;
	assert_string_equal(text_of(&a, &r, &look),
		"One session waits for\n"
		"  your write-up\n"
		"    replife note add\n"
		"    B-12\n"
		"All is well\n");
	look.one_by_one = true;
	look.width = 0;
	assert_string_equal(text_of(&a, &r, &look),
		"Now         One session waits for your write-up\n"
		"What to do  replife note add B-12\n"
		"\n"
		"Now         All is well\n");
	arena_free(&a);
}

static void test_empty(void **state)
{
	struct arena a = { 0 };
	struct reply r;

	(void)state;
	reply_init(&r, &a, columns);
	r.heading = "Free sessions";
	assert_string_equal(text_of(&a, &r, &wide), "");
	r.empty = "Nothing is free then.\nLook further: replife find \"next week\"";
	assert_string_equal(text_of(&a, &r, &wide), "");
	reply_init(&r, &a, NULL);
	assert_string_equal(text_of(&a, &r, &wide), "");
	arena_free(&a);
}

static void test_record(void **state)
{
	struct arena a = { 0 };
	struct look look = wide;
	struct reply r;

	(void)state;
	reply_init(&r, &a, columns);
	put_text(&r, add(&r, 7, 2, "Room 4"), "message",
		 "Come two minutes early, please.\n\nBring a headset.");
	r.record = true;
	look.width = 45;
	assert_string_equal(text_of(&a, &r, &look),
		"Session               S-7\n"
		"When                  100-230\n"
		"Seats                 2\n"
		"Place                 Room 4\n"
		"Message from the rep  Come two minutes early,\n"
		"                      please.\n"
		"\n"
		"                      Bring a headset.\n");
	arena_free(&a);
}

static void test_color(void **state)
{
	struct arena a = { 0 };
	struct look look = wide;
	struct reply r;

	(void)state;
	reply_init(&r, &a, columns);
	add(&r, 7, 2, NULL);
	r.heading = "Free";
	look.color = true;
	assert_string_equal(text_of(&a, &r, &look),
		"\033[1mFree\033[0m\n"
		"\033[1mSession  When     Seats\033[0m\n"
		"S-7      100-230      2\n");
	arena_free(&a);
}

static void test_kinds(void **state)
{
	static const struct column kinds[] = {
		{ "at", "At", V_INSTANT, SHOW_ALL, 0, false },
		{ "day", "Day", V_DAY, SHOW_ALL, 0, false },
		{ "tags", "Tags", V_LIST, SHOW_ALL, 0, false },
		{ "share", "Share", V_REAL, SHOW_ALL, 0, false },
		{ "no", "No", V_BOOL, SHOW_ALL, 0, false },
		{ NULL, NULL, V_NULL, 0, 0, false } };
	static const char *const tags[] = { "a", "b" };
	struct arena a = { 0 };
	struct value *row;
	struct reply r;

	(void)state;
	reply_init(&r, &a, kinds);
	row = reply_row(&r);
	put_instant(&r, row, "at", 5);
	put_day(&r, row, "day", 6);
	put_list(&r, row, "tags", tags, 2);
	put_real(&r, row, "share", 0.25);
	put_bool(&r, row, "no", false);
	assert_string_equal(text_of(&a, &r, &wide), "At    Day    Tags  Share  No\n"
						    "at 5  day 6  a, b   0.25  no\n");
	arena_free(&a);
}

static const char *const hostile[] = {
	"\033]0;owned\007", "\033[2Jgone", "\xC2\x9B" "31m", "a\rb", "\x7F\x08\x08",
	"\xE2\x80\xAE" "exe.txt", "\xE2\x81\xA6" "x", "zero\xE2\x80\x8Bwidth", "\xEF\xBB\xBF" "bom",
	"bad \xFF\xFE bytes", "\xE2\x80\xA8" "line",
};

static bool is_safe(const char *s)
{
	size_t n = strlen(s), k;

	for (size_t i = 0; i < n; i += k) {
		unsigned char c = (unsigned char)s[i];

		k = utf8_length(s + i, n - i);
		if (!k || (c < 0x20 && c != '\n') || c == 0x7F)
			return false;
		if (k == 2 && c == 0xC2 && (unsigned char)s[i + 1] < 0xA0)
			return false;
		if (k == 3 && (!memcmp(s + i, "\xE2\x80\xAE", 3) ||
			       !memcmp(s + i, "\xE2\x80\x8B", 3) ||
			       !memcmp(s + i, "\xE2\x80\xA8", 3) ||
			       !memcmp(s + i, "\xE2\x81\xA6", 3) ||
			       !memcmp(s + i, "\xEF\xBB\xBF", 3)))
			return false;
	}
	return true;
}

/* In a list, a record, a heading, and the text for an empty list. */
static void test_hostile(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
		for (int record = 0; record < 2; record++) {
			struct arena a = { 0 };
			struct look look = wide;
			struct reply r;

			reply_init(&r, &a, columns);
			put_text(&r, add(&r, 7, 2, hostile[i]), "message", hostile[i]);
			r.record = record;
			r.heading = r.empty = hostile[i];
			look.width = 60;
			assert_true(is_safe(text_of(&a, &r, &look)));
			r.n_rows = 0;
			assert_true(is_safe(text_of(&a, &r, &look)));
			arena_free(&a);
		}
}

/* A newline in a field does not begin a row. */
static void test_list_is_lines(void **state)
{
	struct arena a = { 0 };
	struct reply r;

	(void)state;
	reply_init(&r, &a, columns);
	add(&r, 7, 2, "Room\nS-9  forged");
	assert_string_equal(text_of(&a, &r, &wide), "Session  When     Seats  Place\n"
			    "S-7      100-230      2  Room S-9  forged\n");
	arena_free(&a);
}

static const struct wrap {
	const char *text;
	size_t width, indent;
	const char *want;
} wraps[] = {
	{ "", 30, 2, "" },
	{ "one two", 0, 2, "one two" },
	{ "one  two\tthree ", 0, 2, "one two three" },
	{ "one two three four five", 25, 2, "one two three four five" },
	{ "one two three four five", 22, 0, "one two three four\nfive" },
	{ "one two three four five six", 24, 4, "one two three four\n    five six" },
	{ "one\ntwo", 30, 2, "one\n  two" },
	{ "one\n\n\ntwo\n", 30, 2, "one\n\n\n  two\n" },
	{ "go https://example.com/a/very/long/address now", 22, 2,
	  "go\n  https://example.com/a/very/long/address\n  now" },
	/* At least 20 cells, however narrow. */
	{ "one two three four five", 5, 3, "one two three four\n   five" },
	/* Scripts without blanks break anywhere. */
	{ "日本語日本語日本語日本語", 22, 2, "日本語日本語日本語日\n  本語" },
	{ "日本語日本語日本語日 go", 22, 2, "日本語日本語日本語日\n  go" },
	/* A decomposed accent stays with its letter. */
	{ "日本語日本語日本語\xE3\x81\x8B\xE3\x82\x99x", 22, 2,
	  "日本語日本語日本語\xE3\x81\x8B\xE3\x82\x99\n  x" },
	{ "a\xFF" "b c", 30, 2, "a\xEF\xBF\xBD" "b c" },
};

static void test_wrap(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wraps / sizeof *wraps; i++) {
		struct arena a = { 0 };
		struct out o;

		out_to_mem(&o, &a);
		text_wrap(&o, wraps[i].text, strlen(wraps[i].text), wraps[i].width,
			  wraps[i].indent, false);
		assert_string_equal(out_text(&o), wraps[i].want);
		arena_free(&a);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_list_cut),
		cmocka_unit_test(test_list_too_narrow),
		cmocka_unit_test(test_no_line_is_wider),
		cmocka_unit_test(test_spare),
		cmocka_unit_test(test_below),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_record),
		cmocka_unit_test(test_color),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_list_is_lines),
		cmocka_unit_test(test_wrap),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
