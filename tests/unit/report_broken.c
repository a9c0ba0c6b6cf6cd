/* A model that no replife wrote: it is refused, or shown without harm. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/report.h"

/* What is rendered, or NULL. */
static const char *render(struct arena *a, const char *model, const char *which, const char *audience,
			  const char *format, struct err *err)
{
	static const struct look look = { 0 };
	struct json *j;
	struct out o;

	*err = (struct err){ 0 };
	assert_false(json_parse(a, model, strlen(model), &j, err));
	out_to_mem(&o, a);
	return report_render(&o, j, which, audience, format, &look, err) ? NULL : out_text(&o);
}

static const char *const formats[] = { "text", "md", "html", "csv" };

/* Where refs should be there is anything. */
static void refs_of_other_types(void **state)
{
	static const char *const models[] = {
		"{\"base\":{\"held\":9,\"written_up\":9},\"themes\":[{\"id\":\"T-1\",\"name\":\"x\",\"front\":true,"
		"\"sessions\":3,\"actions\":[1,null,{},[\"A-1\"],\"A-1\"]}],\"actions\":[{\"id\":\"A-1\",\"title\":\"y\","
		"\"state\":\"done\",\"changed\":true,\"themes\":[7],\"since\":{\"of\":9,\"sessions\":1}}],"
		"\"trend\":[{\"written_up\":9,\"themes\":[{\"id\":\"T-1\"}]}]}",
		"{\"themes\":[1],\"actions\":[\"A-1\"]}", "{\"themes\":{\"a\":1},\"actions\":{\"b\":\"A-1\"}}", "[]", "7",
	};
	static const char *const audiences[] = { "leadership", "sales", "team" };
	struct arena a = { 0 };
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof models / sizeof *models; i++)
		for (size_t k = 0; k < 3; k++)
			for (size_t f = 0; f < 4; f++)
				assert_non_null(render(&a, models[i], "themes", audiences[k], formats[f], &err));
	arena_free(&a);
}

/* Counts that no program counted. */
static void counts_beyond_all(void **state)
{
	static const char *const models[] = {
		"{\"base\":{\"held\":-1}}", "{\"themes\":[{\"reps\":9223372036854775807,\"marketers\":1}]}",
		"{\"leads\":{\"seen\":-9223372036854775808}}",
	};
	struct arena a = { 0 };
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof models / sizeof *models; i++)
		for (size_t f = 0; f < 4; f++) {
			assert_null(render(&a, models[i], "themes", "team", formats[f], &err));
			assert_int_equal(err.rc, RC_BAD_DATA);
			assert_true(*err.what && *err.todo);
		}
	assert_non_null(render(&a, "{\"base\":{\"held\":1000000000}}", "themes", "team", "text", &err));
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refs_of_other_types), cmocka_unit_test(counts_beyond_all),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
