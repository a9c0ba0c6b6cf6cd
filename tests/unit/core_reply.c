/* A reply as one text and back, with every type of value. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "replife/reply.h"

static const struct column columns[] = {
	{ "id", "Ref", V_REF, SHOW_ALL, 'S', false }, { "uuid", "", V_UUID, SHOW_DATA, 0, false },
	{ "text", "T", V_TEXT, SHOW_ALL, 0, false }, { "n", "N", V_INT, SHOW_ALL, 0, false },
	{ "real", "R", V_REAL, SHOW_ALL, 0, false }, { "yes", "Y", V_BOOL, SHOW_ALL, 0, false },
	{ "at", "A", V_INSTANT, SHOW_ALL, 0, false }, { "day", "D", V_DAY, SHOW_ALL, 0, false },
	{ "list", "L", V_LIST, SHOW_ALL, 0, false }, { "span", "W", V_SPAN, SHOW_ALL, 0, false },
	{ "json", "J", V_JSON, SHOW_ALL, 0, false }, { NULL, NULL, V_NULL, 0, 0, false } };

static const char *some_text(struct arena *a, unsigned *seed)
{
	static const char *const bits[] = { "a", "\"", "\\", "\n", "é", "漢", "😀", "</script>", "\t", "; " };
	char *out = arena_alloc(a, 64);
	size_t n = 0;

	for (int k = rand_r(seed) % 8; k > 0; k--) {
		const char *b = bits[(size_t)rand_r(seed) % 10];

		memcpy(out + n, b, strlen(b));
		n += strlen(b);
	}
	return out;
}

static void fill(struct arena *a, struct reply *r, unsigned *seed)
{
	for (int rows = rand_r(seed) % 4; rows > 0; rows--) {
		struct value *row = reply_row(r);
		struct uuid u = uuid_new();
		const char **list = arena_array(a, const char *, 3);

		for (int i = 0; i < 3; i++)
			list[i] = some_text(a, seed);
		put_ref(r, row, "id", rand_r(seed) % 3);
		put_uuid(r, row, "uuid", &u);
		put_text(r, row, "text", rand_r(seed) % 4 ? some_text(a, seed) : NULL);
		put_int(r, row, "n", (int64_t)rand_r(seed) * rand_r(seed) - 5);
		put_real(r, row, "real", rand_r(seed) / 7.0);
		put_bool(r, row, "yes", rand_r(seed) % 2);
		if (rand_r(seed) % 2)
			put_instant(r, row, "at", rand_r(seed));
		put_day(r, row, "day", rand_r(seed) % 40000);
		put_list(r, row, "list", list, (size_t)rand_r(seed) % 4);
		put_span(r, row, "span", 100, 200);
		put_json(r, row, "json", "{\"k\":[1,null]}");
	}
}

static void there_and_back(void **state)
{
	unsigned seed = (unsigned)time(NULL);

	(void)state;
	print_message("seed %u\n", seed);
	for (int i = 0; i < 300; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct reply r, again;
		const char *text;

		reply_init(&r, &a, columns);
		fill(&a, &r, &seed);
		if (i % 2)
			reply_message(&r, "Booked %s", some_text(&a, &seed));
		if (i % 3)
			reply_warn(&r, "mind %d", i);
		r.undo = i;
		r.record = i % 2;
		text = reply_encode(&a, &r);
		if (reply_decode(&a, text, columns, &again, &err))
			fail_msg("%s: %s", err.what, text);
		assert_int_equal(again.n_rows, r.n_rows);
		assert_int_equal(again.undo, r.undo);
		assert_int_equal(again.n_warnings, r.n_warnings);
		assert_string_equal(reply_encode(&a, &again), text);
		arena_free(&a);
	}
}

static void refused(void **state)
{
	static const char *const bad[] = { "", "{", "[]", "{\"rows\":7}", "null",
					   "{\"rows\":[[1,2,3]]}", "{\"rows\":[\"x\"]}" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct arena a = { 0 };
		struct err err = { 0 };
		struct reply r;

		if (!reply_decode(&a, bad[i], columns, &r, &err))
			fail_msg("'%s' is taken for a reply", bad[i]);
		arena_free(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(there_and_back), cmocka_unit_test(refused) };

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
