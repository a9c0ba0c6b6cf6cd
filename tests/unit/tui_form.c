/* Letters, arrows and Tab in a form of two questions that have answers to choose from. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "../../src/tui/form.h"

#define ROWS 12		/* columns that have room for one answer each */

static const struct choice many[] = {
	{ "a", "alpha" }, { "b", "beta" }, { "c", "gamma" }, { "d", "delta" }, { "e", "epsilon" }, { NULL, NULL }
};
static const struct choice few[] = { { "s", "same" }, { "o", "other" }, { NULL, NULL } };

struct two {
	struct form form;
	struct field fields[2];
	struct arena a;
};

static struct two *begin(struct two *t, int first, int second)
{
	*t = (struct two){ .fields = {
		{ .name = "many", .label = "Many", .kind = FIELD_CHOICE, .choices = many, .chosen = first },
		{ .name = "few", .label = "Few", .kind = FIELD_CHOICE, .choices = few, .chosen = second },
	} };
	form_init(&t->form, &t->a, t->fields, 2);
	return t;
}

static void key(struct two *t, int code)
{
	struct event e = { .type = EV_KEY, .key = code };

	form_input(&t->form, &e);
}

static void has(struct two *t, const char *first, const char *second)
{
	assert_string_equal(field_value(&t->fields[0]), first);
	assert_string_equal(field_value(&t->fields[1]), second);
	arena_free(&t->a);
}

static void a_letter_after_j_or_k_takes_no_answer_of_another_field(void **state)
{
	struct two t;

	(void)state;
	begin(&t, 4, 0);
	key(&t, 'j');
	assert_int_equal(t.form.at, 1);
	key(&t, 'x');
	has(&t, "e", "s");

	begin(&t, 2, 1);
	form_go(&t.form, "few");
	key(&t, 'k');
	assert_int_equal(t.form.at, 0);
	key(&t, 'x');
	has(&t, "c", "o");
}

static void a_word_ends_with_the_field(void **state)
{
	struct two t;

	(void)state;
	begin(&t, 4, 0);
	key(&t, 'x');
	form_go(&t.form, "few");
	key(&t, 'o');
	assert_false(t.form.choosing.refused);
	has(&t, "e", "o");

	begin(&t, 4, 0);
	key(&t, 'x');
	form_choose(&t.form, 100);
	key(&t, 'x');
	has(&t, "e", "s");
}

static void a_click_ends_a_word(void **state)
{
	struct two t;

	(void)state;
	begin(&t, 4, 0);
	key(&t, 'x');
	form_choose(&t.form, 2);
	key(&t, 'x');
	has(&t, "b", "s");
}

/* One a row, so that j and k go through them. */
static void a_letter_leaves_what_the_arrows_chose(void **state)
{
	static const int arrows[][2] = { { 'j', 'j' }, { 'l', 'l' }, { 'j', 'l' }, { K_DOWN, K_DOWN }, { 'j', K_RIGHT } };
	struct two t;

	(void)state;
	for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
		begin(&t, 0, 0);
		t.form.cols = ROWS;
		key(&t, arrows[i][0]);
		key(&t, arrows[i][1]);
		assert_int_equal(t.form.at, 0);
		key(&t, 'x');
		assert_true(t.form.choosing.refused);
		has(&t, "c", "s");
	}
}

static void a_word_that_begins_no_answer_takes_back_its_own_letters(void **state)
{
	struct two t;

	(void)state;
	for (const char *word = "hjkl"; *word; word++) {	/* "he said so" */
		begin(&t, 1, 0);
		t.form.cols = ROWS;
		key(&t, *word);
		key(&t, 'x');
		has(&t, "b", "s");
	}
	begin(&t, 0, 0);
	t.form.cols = ROWS;
	key(&t, 'l');
	key(&t, 'l');
	key(&t, 'd');
	assert_string_equal(field_value(&t.fields[0]), "d");
	key(&t, 'x');
	has(&t, "c", "s");
}

static void what_chooses_nothing_else_changes_nothing(void **state)
{
	struct two t;

	(void)state;
	begin(&t, 1, 0);
	key(&t, 'x');
	key(&t, 'y');
	key(&t, K_TAB);
	key(&t, ' ');
	key(&t, '1');
	assert_false(t.form.changed);
	key(&t, '2');
	assert_true(t.form.changed);
	t.form.changed = false;
	key(&t, 's');
	assert_true(t.form.changed);
	t.form.changed = false;
	key(&t, 'x');		/* back to the second */
	assert_true(t.form.changed);
	has(&t, "b", "o");
}

static void an_index_out_of_range_is_no_answer(void **state)
{
	struct two t;

	(void)state;
	begin(&t, 0, 4);
	assert_null(field_value(&t.fields[1]));
	arena_free(&t.a);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_after_j_or_k_takes_no_answer_of_another_field),
		cmocka_unit_test(a_word_ends_with_the_field),
		cmocka_unit_test(a_click_ends_a_word),
		cmocka_unit_test(a_letter_leaves_what_the_arrows_chose),
		cmocka_unit_test(a_word_that_begins_no_answer_takes_back_its_own_letters),
		cmocka_unit_test(what_chooses_nothing_else_changes_nothing),
		cmocka_unit_test(an_index_out_of_range_is_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
