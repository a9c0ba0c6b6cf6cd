/* What may follow what, as whole tables; spans; refs; periods. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "replife/core.h"

/* One line a state: its code, then those that may follow. */
struct machine {
	const char *name;
	const struct word *words;
	bool (*may)(int from, int to);
	const char *const *rows;
};

#define MAY(noun)                                                              \
	static bool noun##_may_int(int from, int to)                           \
	{                                                                      \
		return noun##_may((enum noun##_state)from, (enum noun##_state)to); \
	}
MAY(member) MAY(slot) MAY(booking) MAY(note) MAY(theme) MAY(action)

static const char *const member_rows[] = {
	"invited: active declined", "active: paused left", "paused: active left", "left: invited",
	"declined: invited", NULL };
static const char *const slot_rows[] = {
	"draft: open cancelled", "open: cancelled", "cancelled:", NULL };
#define OUTCOMES " attended customer_absent no_show host_absent stepped_out"
static const char *const booking_rows[] = {
	"waiting: offered confirmed cancelled", "offered: confirmed cancelled",
	"confirmed:" OUTCOMES " cancelled", "attended:" OUTCOMES, "customer_absent:" OUTCOMES,
	"no_show:" OUTCOMES, "host_absent:" OUTCOMES, "stepped_out:" OUTCOMES, "cancelled:", NULL };
static const char *const note_rows[] = { "draft: submitted", "submitted: withdrawn", "withdrawn:", NULL };
static const char *const theme_rows[] = {
	"proposed: active retired merged declined", "active: retired merged declined",
	"retired: active declined", "merged:", "declined: active retired merged", NULL };
static const char *const action_rows[] = {
	"proposed: agreed doing declined", "agreed: doing done declined", "doing: done declined",
	"done: verified ineffective", "verified:", "ineffective:", "declined:", NULL };

static const struct machine machines[] = {
	{ "membership", member_state_words, member_may_int, member_rows },
	{ "slot", slot_state_words, slot_may_int, slot_rows },
	{ "booking", booking_state_words, booking_may_int, booking_rows },
	{ "note", note_state_words, note_may_int, note_rows },
	{ "theme", theme_state_words, theme_may_int, theme_rows },
	{ "action", action_state_words, action_may_int, action_rows },
};

static bool says(const char *row, const char *code)
{
	size_t n = strlen(code);

	for (const char *p = strchr(row, ':'); p && (p = strstr(p, code)); p++)
		if (p[-1] == ' ' && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

static void states(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof machines / sizeof *machines; i++) {
		const struct machine *m = &machines[i];
		int from = 0;

		for (; m->rows[from]; from++) {
			size_t n = strcspn(m->rows[from], ":");

			if (strlen(m->words[from].code) != n || memcmp(m->words[from].code, m->rows[from], n))
				fail_msg("%s: row %d is not %s", m->name, from, m->words[from].code);
			for (int to = 0; m->words[to].code; to++)
				if (m->may(from, to) != says(m->rows[from], m->words[to].code))
					fail_msg("%s: %s to %s", m->name, m->words[from].code, m->words[to].code);
		}
		assert_null(m->words[from].code);
	}
}

static void spans(void **state)
{
	static const struct { struct span a, b; bool overlap; } t[] = {
		{ { 10, 20 }, { 20, 30 }, false },	/* touching */
		{ { 10, 20 }, { 19, 30 }, true }, { { 10, 20 }, { 10, 20 }, true },
		{ { 10, 20 }, { 12, 13 }, true }, { { 10, 20 }, { 0, 10 }, false },
		{ { 10, 20 }, { 0, 11 }, true }, { { 10, 20 }, { 30, 40 }, false },
		{ { -20, -10 }, { -15, 5 }, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		assert_int_equal(span_overlaps(t[i].a, t[i].b), t[i].overlap);
		assert_int_equal(span_overlaps(t[i].b, t[i].a), t[i].overlap);
	}
}

static void seats(void **state)
{
	static const struct { enum booking_state s; bool seat, live, held; } t[] = {
		{ BOOKING_WAITING, false, true, false }, { BOOKING_OFFERED, true, true, false },
		{ BOOKING_CONFIRMED, true, true, false }, { BOOKING_ATTENDED, true, false, true },
		{ BOOKING_CUSTOMER_ABSENT, true, false, true }, { BOOKING_NO_SHOW, true, false, false },
		{ BOOKING_HOST_ABSENT, true, false, false }, { BOOKING_STEPPED_OUT, true, false, true },
		{ BOOKING_CANCELLED, false, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		assert_int_equal(booking_holds_seat(t[i].s), t[i].seat);
		assert_int_equal(booking_is_live(t[i].s), t[i].live);
		assert_int_equal(booking_was_held(t[i].s), t[i].held);
	}
	assert_int_equal(booking_outcome(HAPPENED_YES), BOOKING_ATTENDED);
	assert_int_equal(booking_outcome(HAPPENED_I_COULD_NOT), BOOKING_NO_SHOW);
	assert_int_equal(booking_outcome(HAPPENED_REP_COULD_NOT), BOOKING_HOST_ABSENT);
	assert_int_equal(booking_time((struct span){ 100, 200 }, 30, 70), REASON_NONE);
	assert_int_equal(booking_time((struct span){ 100, 200 }, 30, 71), REASON_NOTICE);
	assert_int_equal(booking_time((struct span){ 100, 200 }, 30, 100), REASON_PAST);
}

static void periods(void **state)
{
	static const struct { int64_t closed; bool reopened; int64_t now; enum period_state want; } t[] = {
		{ 0, false, 99, PERIOD_PLANNED }, { 0, false, 100, PERIOD_OPEN },
		{ 0, false, 199, PERIOD_OPEN }, { 0, false, 200, PERIOD_COLLECTING },
		{ 0, false, 9999, PERIOD_COLLECTING }, { 250, false, 300, PERIOD_CLOSED },
		{ 0, true, 300, PERIOD_REOPENED }, { 400, true, 500, PERIOD_CLOSED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++)
		assert_int_equal(period_state_at(100, 200, t[i].closed, t[i].reopened, t[i].now), t[i].want);
}

static void refs(void **state)
{
	static const struct { const char *typed; int64_t id; } t[] = {
		{ "S-214", 214 }, { "s-214", 214 }, { "s214", 214 }, { "214", 214 }, { "S-1", 1 },
		{ "B-214", 0 }, { "S-", 0 }, { "S", 0 }, { "", 0 }, { "S-0", 0 }, { "-5", 0 },
		{ "S-12x", 0 }, { "S--1", 0 }, { "99999999999999999999", 0 }, { " 5", 0 }, { "S-+5", 0 },
	};
	char buf[REF_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof t / sizeof *t; i++)
		if (ref_parse('S', t[i].typed) != t[i].id)
			fail_msg("'%s' is %lld", t[i].typed, (long long)ref_parse('S', t[i].typed));
	assert_string_equal(ref_text('T', 4, buf), "T-4");
	assert_string_equal(ref_text('S', INT64_MAX, buf), "S-9223372036854775807");
}

static void words(void **state)
{
	(void)state;
	assert_int_equal(word_find(booking_state_words, "no-show"), BOOKING_NO_SHOW);
	assert_int_equal(word_find(booking_state_words, "no_show"), BOOKING_NO_SHOW);
	assert_int_equal(word_find(booking_state_words, "noshow"), -1);
	assert_int_equal(word_find(area_words, ""), -1);
	assert_int_equal(word_find(area_words, "alerts"), AREA_ALERTS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states), cmocka_unit_test(spans), cmocka_unit_test(seats),
		cmocka_unit_test(periods), cmocka_unit_test(refs), cmocka_unit_test(words),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
