/* What is said while the server is away is true of what is in sight. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "../../src/tui/who.h"
#include "replife/session.h"

#define AT(h, m) (1795500000 / 86400 * 86400 + (h) * 3600 + (m) * 60)

static const struct err gone = { .rc = RC_BUSY, .what = "no server answers", .todo = "" };

static const struct err *is_away(const struct session *s)
{
	(void)s;
	return &gone;
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	(void)app;
	(void)v;
	(void)err;
	return RC_OK;
}

static const struct session_kind kind = { .away = is_away };
static struct session session = { .kind = &kind };
static const struct view_type list = { .name = "List", .load = load }, form = { .name = "Form" },
			      box = { .name = "Box", .dialog = true, .load = load };
static struct view read_early = { .type = &list, .loaded = true, .read_s = AT(9, 10) },
		   read_late = { .type = &box, .loaded = true, .read_s = AT(11, 55) },
		   unread = { .type = &list }, typed = { .type = &form };

static void says(struct view *below, struct view *above, const char *of)
{
	struct arena a = { 0 };
	struct app app = { .arena = &a, .session = &session, .now_s = AT(12, 0), .away_s = AT(11, 58),
			   .views = { below, above }, .n_views = above ? 2 : 1 };
	struct err err = { 0 };
	const char *text;

	assert_int_equal(zone_load("UTC", &app.zone, &err), RC_OK);
	text = away_notice(&app, &a);
	if (of)
		assert_non_null(strstr(text, of));
	else
		assert_null(strstr(text, "What you see"));
	arena_free(&a);
}

static void it_says_when_it_was_read(void **state)
{
	(void)state;
	says(&read_early, NULL, "What you see is of 09:10.");
	says(&read_early, &read_late, "What you see is of 09:10.");
}

static void it_says_nothing_of_what_was_not_read(void **state)
{
	(void)state;
	says(&unread, NULL, NULL);
	says(&read_early, &typed, NULL);
	says(&unread, &read_late, "What you see is of 11:55.");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_says_when_it_was_read),
		cmocka_unit_test(it_says_nothing_of_what_was_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
