/* Text at the door and on the way out; JSON; dates; ids; the arena. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/date.h"
#include "replife/grapheme.h"
#include "replife/id.h"
#include "replife/json.h"
#include "replife/utf8.h"

static enum rc clean(struct arena *a, enum text_kind kind, const char *s, const char **out, struct err *err)
{
	memset(err, 0, sizeof *err);
	return text_clean(a, kind, "name", s, strlen(s), out, err);
}

static void at_the_door(void **state)
{
	static const struct { enum text_kind kind; const char *in, *out; } good[] = {
		{ TEXT_NAME, "  Ana Ruiz ", "Ana Ruiz" }, { TEXT_NAME, "Zoe\xcc\x88", "Zo\xc3\xab" },
		{ TEXT_NAME, "漢字 😀", "漢字 😀" }, { TEXT_LONG, "a\r\nb\n", "a\nb" },
		{ TEXT_LONG, "tab\there", "tab\there" }, { TEXT_LINE, "", "" },
		{ TEXT_NAME, "=1+1", "=1+1" }, { TEXT_NAME, "<b>&\"'", "<b>&\"'" },
	};
	static const struct { enum text_kind kind; const char *in, *why; } bad[] = {
		{ TEXT_NAME, "", "" }, { TEXT_NAME, "   ", "" }, { TEXT_NAME, "a\nb", "" },
		{ TEXT_NAME, "a\033[31mb", "" }, { TEXT_NAME, "a\x07", "" }, { TEXT_NAME, "a\x7f", "" },
		{ TEXT_NAME, "\xc2\x9b" "31m", "" }, { TEXT_NAME, "a\xff", "" }, { TEXT_NAME, "\xc0\xaf", "" },
		{ TEXT_NAME, "\xed\xa0\x80", "" }, { TEXT_NAME, "\xf4\x90\x80\x80", "" },
		{ TEXT_NAME, "\xe2\x80\x8b\xe2\x80\x8d", "" },	/* nothing to see */
		{ TEXT_NAME, "\u3164", "" }, { TEXT_NAME, "\u2800\u2800", "" }, { TEXT_NAME, "\ufe0f\u115f", "" },
		{ TEXT_LONG, "a\x01", "" }, { TEXT_LONG, "\033]0;x\x07", "" },
	};
	struct arena a = { 0 };
	struct err err;
	const char *out;
	char big[201 + 1];

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		if (clean(&a, good[i].kind, good[i].in, &out, &err))
			fail_msg("'%s': %s", good[i].in, err.what);
		assert_string_equal(out, good[i].out);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (clean(&a, bad[i].kind, bad[i].in, &out, &err) != RC_USAGE || !*err.what)
			fail_msg("text %zu is let in", i);
	memset(big, 'x', 201);
	big[201] = '\0';
	assert_int_equal(clean(&a, TEXT_NAME, big, &out, &err), RC_USAGE);
	assert_non_null(strstr(err.todo, "200"));
	big[200] = '\0';
	assert_int_equal(clean(&a, TEXT_NAME, big, &out, &err), RC_OK);
	arena_free(&a);
}

static void on_the_way_out(void **state)
{
	static const struct { const char *in; size_t cells; const char *out; } t[] = {
		{ "plain", SIZE_MAX, "plain" }, { "a\033[2Jb", SIZE_MAX, "a\xef\xbf\xbd[2Jb" },
		{ "\xe2\x80\xae" "evil", SIZE_MAX, "\xef\xbf\xbd" "evil" },
		{ "\U0001D173x\U0001BCA0", SIZE_MAX, "\xef\xbf\xbdx\xef\xbf\xbd" },	/* seen by nobody */
		{ "a\nb", SIZE_MAX, "a b" }, { "\xff", SIZE_MAX, "\xef\xbf\xbd" },
		{ "long text", 5, "long…" }, { "漢字漢字", 5, "漢字…" }, { "e\xcc\x81tude", 3, "e\xcc\x81t…" },
		{ "ok", 2, "ok" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct arena a = { 0 };
		struct out o;
		size_t n;

		out_to_mem(&o, &a);
		n = utf8_put_safe(&o, t[i].in, strlen(t[i].in), t[i].cells, false);
		assert_string_equal(out_text(&o), t[i].out);
		assert_true(n <= t[i].cells);
		assert_int_equal(n, utf8_width(out_text(&o), o.len));
		arena_free(&a);
	}
}

static void json_both_ways(void **state)
{
	static const char *const good[] = {
		"null", "true", "[]", "{}", "-0.5", "[1,2.5,\"a\\u00e9\\n\"]",
		"{\"a\":{\"b\":[null,false]},\"c\":\"\\ud83d\\ude00\"}", "9223372036854775807", "\"\\u2028\"",
		"[-0,-0.0,1e308,1E-5]", "[5e-324,1e-400]" };
	static const char *const bad[] = {
		"", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "nul", "01", "1.", "\"\\x\"", "\"a",
		"\"\\ud83d\"", "\"\xff\"", "\"a\nb\"", "[1] 2", "{a:1}", "+1", "'a'" };
	struct arena a = { 0 };
	char deep[200];

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct err err = { 0 };
		struct json *j, *again;
		const char *text;

		if (json_parse(&a, good[i], strlen(good[i]), &j, &err))
			fail_msg("%s: %s", good[i], err.what);
		text = json_text(&a, j);
		assert_int_equal(json_parse(&a, text, strlen(text), &again, &err), RC_OK);
		assert_string_equal(json_text(&a, again), text);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err err = { 0 };
		struct json *j;

		if (json_parse(&a, bad[i], strlen(bad[i]), &j, &err) != RC_BAD_DATA)
			fail_msg("'%s' is taken for JSON", bad[i]);
	}
	memset(deep, '[', sizeof deep);
	{
		struct err err = { 0 };
		struct json *j;

		assert_int_equal(json_parse(&a, deep, sizeof deep, &j, &err), RC_BAD_DATA);
		assert_int_equal(json_parse(&a, "[1,\n2,\n}", 8, &j, &err), RC_BAD_DATA);
		assert_non_null(strstr(err.what, "3"));
	}
	arena_free(&a);
}

/* Back goes over the same places as forwards, from wherever it begins. */
static void characters_both_ways(void **state)
{
	static const char *const t[] = {
		"", "plain", "two\r\nlines\n\r\n", "e\xcc\x81tude", "\xd8\x80" "1 ab",	/* a sign that goes before */
		"👩\u200d👩\u200d👧 x", "🇩🇪🇫🇷", "\xff\xe2\x80" "a", "한국 \u1112\u1161\u11ab", "a\n\u0301",
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		size_t at[64], n = 0, end = strlen(t[i]);

		for (size_t k = 0; k < end; k += grapheme_next(t[i] + k, end - k))
			at[n++] = k;
		for (size_t k = end; n; k = at[n])
			if (grapheme_before(t[i], k) != k - at[--n])
				fail_msg("text %zu, before %zu: %zu", i, k, grapheme_before(t[i], k));
	}
}

static void dates(void **state)
{
	static const struct { const char *in; int64_t at_s; } t[] = {
		{ "1970-01-01T00:00:00Z", 0 }, { "2026-11-24T10:00:00+01:00", 1795510800 },
		{ "2000-02-29T23:59:59Z", 951868799 }, { "2026-11-24T09:00:00.5Z", 1795510800 },
	};
	static const char *const bad[] = { "2026-11-24", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
					   "2026-11-24T24:00:00Z", "2026-11-24T10:00:00", "x", "" };
	char buf[RFC3339_SIZE];
	int64_t at_s;

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		assert_true(rfc3339_parse(t[i].in, &at_s));
		assert_int_equal(at_s, t[i].at_s);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (rfc3339_parse(bad[i], &at_s))
			fail_msg("'%s' is taken for an instant", bad[i]);
	assert_string_equal(rfc3339(-1, buf), "1969-12-31T23:59:59Z");
	for (int64_t day = -200000; day < 200000; day += 37) {
		int y, m, d;

		date_of_day(day, &y, &m, &d);
		assert_int_equal(day_of_date(y, m, d), day);
		assert_true(date_is_valid(y, m, d));
	}
	assert_int_equal(day_weekday(0), 3);		/* a Thursday */
	assert_int_equal(day_weekday(-1), 2);
}

static void ids(void **state)
{
	struct uuid a = uuid_new(), b, none = { { 0 } };
	char ta[UUID_TEXT_SIZE], tb[UUID_TEXT_SIZE];

	(void)state;
	for (int i = 0; i < 10000; i++) {
		b = uuid_new();
		assert_true(memcmp(&a, &b, sizeof a) != 0);
		a = b;
	}
	uuid_text(&a, ta);
	assert_int_equal(ta[14], '7');
	assert_true(uuid_from_text(ta, &b));
	uuid_text(&b, tb);
	assert_string_equal(ta, tb);
	assert_true(uuid_none(&none) && !uuid_none(&a));
	assert_false(uuid_from_text("not-one", &b));
	assert_false(uuid_from_text("", &b));
}

static void arenas(void **state)
{
	struct arena a = { 0 }, *child;
	struct arena_mark m;
	char *p;

	(void)state;
	p = arena_alloc(&a, 10);
	p = arena_grow(&a, memset(p, 'x', 10), 10, 100000);
	assert_int_equal(p[9], 'x');
	assert_int_equal(p[10], 0);
	m = arena_mark(&a);
	for (int i = 0; i < 1000; i++) {
		char *q = arena_alloc(&a, 1000);

		for (int k = 0; k < 1000; k++)
			assert_int_equal(q[k], 0);		/* zeroed, also when used again */
		memset(q, 'y', 1000);
		if (i % 10 == 9)
			arena_release(&a, m);
	}
	assert_int_equal(p[9], 'x');
	child = arena_child(&a);
	assert_string_equal(arena_printf(child, "%d-%s", 7, "x"), "7-x");
	assert_null(arena_strdup(&a, NULL));
	arena_free(&a);
	assert_null(a.head);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(at_the_door), cmocka_unit_test(on_the_way_out),
		cmocka_unit_test(json_both_ways), cmocka_unit_test(characters_both_ways),
		cmocka_unit_test(dates), cmocka_unit_test(ids),
		cmocka_unit_test(arenas),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
