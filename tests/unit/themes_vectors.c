/* Word vectors: their file, whole and broken, and what they do for groups. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "group_of.h"
#include "replife/discover.h"
#include "replife/suggest.h"
#include "unit/vectors_made.h"

#define N(a) (sizeof (a) / sizeof *(a))

static const struct made_word words[] = {
	{ "alarm", 1 }, { "beacon", 1 }, { "cost", 0 }, { "fee", 0 }, { "gong", 1 }, { "lecture", 2 }, { "lesson", 2 },
	{ "price", 0 }, { "seminar", 2 }, { "siren", 1 }, { "tariff", 0 }, { "toll", 0 }, { "tutorial", 2 },
	{ "ubung", 2 },
};

static struct vectors whole(unsigned char **p)
{
	struct err err = { 0 };
	struct vectors v = { 0 };
	size_t n;

	*p = made_file(words, N(words), &n);
	assert_int_equal(vectors_read(*p, n, &v, &err), RC_OK);
	return v;
}

/* ---- the file ---- */

static void words_are_found(void **state)
{
	unsigned char *p;
	struct vectors v = whole(&p);
	float sum[MADE_NUMBERS] = { 0 };

	(void)state;
	assert_int_equal(v.n_words, N(words));
	assert_int_equal(v.n_numbers, MADE_NUMBERS);
	for (size_t i = 0; i < N(words); i++)
		assert_int_equal(vectors_find(&v, words[i].word, strlen(words[i].word)), i);
	assert_int_equal(vectors_find(&v, "", 0), VECTORS_NONE);
	assert_int_equal(vectors_find(&v, "pric", 4), VECTORS_NONE);
	assert_int_equal(vectors_find(&v, "prices", 6), VECTORS_NONE);
	assert_int_equal(vectors_find(&v, "aaa", 3), VECTORS_NONE);
	assert_int_equal(vectors_find(&v, "\xFF", 1), VECTORS_NONE);
	vectors_add(&v, 0, 0.5f, sum);
	vectors_add(&v, 1, 0.25f, sum);
	assert_true(sum[1] > 0.749f && sum[1] < 0.751f && sum[0] == 0 && sum[2] == 0);
	free(p);
}

/* Refused, with a word why. From a copy of its own size, so that the sanitizer sees
 * a look beyond it. */
static enum rc refusal(const unsigned char *p, size_t n, struct vectors *v, unsigned char **copy)
{
	struct err err = { 0 };
	enum rc rc;

	*copy = malloc(n + !n);
	assert_non_null(*copy);
	memcpy(*copy, p, n);
	rc = vectors_read(*copy, n, v, &err);
	assert_true(rc == RC_OK || (rc == RC_BAD_DATA && *err.what));
	return rc;
}

static void what_is_cut_or_changed_is_refused(void **state)
{
	unsigned char *p, *copy;
	struct vectors v;
	size_t n;

	(void)state;
	p = made_file(words, N(words), &n);
	for (size_t k = 0; k < n; k++) {
		assert_int_equal(refusal(p, k, &v, &copy), RC_BAD_DATA);
		free(copy);
	}
	for (size_t k = 0; k < n; k++) {
		p[k] ^= 0x21;
		assert_int_equal(refusal(p, n, &v, &copy), RC_BAD_DATA);
		free(copy);
		p[k] ^= 0x21;
	}
	free(p);
}

static void group(struct arena *a, const struct vectors *v, const char *const *texts, size_t n, struct discovery *d)
{
	struct discover_options o = { .seed = 1, .parts = true, .vectors = v };
	struct discover_text *t = arena_array(a, struct discover_text, n + 1);

	for (size_t i = 0; i < n; i++)
		t[i] = (struct discover_text){ texts[i], strlen(texts[i]) };
	discover(a, t, n, &o, d);
}

static const char *const said[] = {
	"Cost", "fee!", "TARIFF", "price", "toll", "Alarm?", "beacon", "gong", "siren", "(alarm)", "Lecture", "lesson",
	"tutorial", "Seminar", "\xC3\x9C" "bung",
};

/* Whoever made it, with a sum that is right: refused, or used without harm. */
static void what_is_hostile_does_no_harm(void **state)
{
	static const unsigned char bytes[] = { 0, 1, 0x7F, 0x80, 0xFF };
	unsigned char *p, *copy;
	size_t n, refused = 0;

	(void)state;
	p = made_file(words, N(words), &n);
	for (size_t k = 8; k < n; k++)
		for (size_t b = 0; b < N(bytes); b++) {
			struct arena a = { 0 };
			struct discovery d;
			struct vectors v;
			unsigned char was = p[k];

			p[k] = bytes[b];
			if (k < 24 || k > 27)
				made_sum(p, n);
			if (refusal(p, n, &v, &copy))
				refused++;
			else
				group(&a, &v, said, N(said), &d);
			free(copy);
			arena_free(&a);
			p[k] = was;
		}
	assert_true(refused > 100);
	free(p);
}

static void sizes_that_cannot_be(void **state)
{
	static const uint32_t sizes[] = { 0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x10000 };
	unsigned char *p, *copy;
	struct vectors v;
	size_t n;

	(void)state;
	for (size_t at = 12; at <= 20; at += 4)
		for (size_t i = 0; i < N(sizes); i++) {
			p = made_file(words, N(words), &n);
			made_put(p + at, 4, sizes[i]);
			assert_int_equal(refusal(p, n, &v, &copy), RC_BAD_DATA);
			free(copy);
			free(p);
		}
}

/* The largest scales and numbers there can be. */
static void words_too_long_do_no_harm(void **state)
{
	struct arena a = { 0 };
	struct discovery d;
	unsigned char *p;
	size_t n, numbers = N(words) * MADE_NUMBERS;
	struct err err = { 0 };
	struct vectors v;

	(void)state;
	p = made_file(words, N(words), &n);
	memset(p + MADE_HEADER + N(words) * 6, 0xFF, N(words) * 2);
	for (size_t i = n - numbers; i < n; i++)
		p[i] = i % 3 ? 0x7F : 0x80;
	made_sum(p, n);
	assert_int_equal(vectors_read(p, n, &v, &err), RC_OK);
	group(&a, &v, said, N(said), &d);
	for (size_t g = 0; g < d.n_groups; g++)
		assert_true(d.groups[g].cohesion >= 0 && d.groups[g].cohesion <= 1.001f);
	arena_free(&a);
	free(p);
}

/* ---- what they are for ---- */

static void other_words_for_the_same(void **state)
{
	struct arena a = { 0 };
	struct discovery with, without;
	unsigned char *p;
	struct vectors v = whole(&p);

	(void)state;
	group(&a, NULL, said, N(said), &without);
	group(&a, &v, said, N(said), &with);
	assert_true(without.n_nowhere > N(said) / 2);
	assert_int_equal(with.n_nowhere, 0);
	assert_int_equal(with.n_groups, 3);
	for (uint32_t i = 0; i < N(said); i++)
		assert_int_equal(group_of(&with, i), group_of(&with, i / 5 * 5));
	arena_free(&a);
	free(p);
}

static void a_theme_in_other_words(void **state)
{
	static const char *const known[] = { "cost", "toll", "tariff", "fee", "siren", "alarm", "beacon", "gong" };
	struct discover_text t[N(known)];
	uint32_t theme[N(known)];
	struct arena a = { 0 };
	struct suggestion g;
	struct suggest *s;
	unsigned char *p;
	struct vectors v = whole(&p);

	(void)state;
	for (uint32_t i = 0; i < N(known); i++) {
		t[i] = (struct discover_text){ known[i], strlen(known[i]) };
		theme[i] = i / 4;
	}
	s = suggest_new(&a, t, theme, N(known), 2, &v);
	assert_true(suggest_for(s, &a, "The price", 9, &g));
	assert_int_equal(g.theme, 0);
	assert_int_equal(g.n_words, 0);		/* none that was known speaks for it */
	suggest_free(s);
	s = suggest_new(&a, NULL, NULL, 0, 0, &v);
	assert_false(suggest_for(s, &a, "The price", 9, &g));
	suggest_free(s);
	arena_free(&a);
	free(p);
}

/* ---- always the same ---- */

static void print(FILE *f, const struct discover_group *g)
{
	fprintf(f, "%zu %a", g->n, (double)g->cohesion);
	for (size_t i = 0; i < g->n; i++)
		fprintf(f, " %u", g->texts[i]);
	for (size_t i = 0; i < g->n_terms; i++)
		fprintf(f, " '%s'", g->terms[i]);
	for (size_t i = 0; i < g->n_quotes; i++)
		fprintf(f, " q%u", g->quotes[i]);
	for (size_t i = 0; i < g->n_parts; i++)
		print(f, &g->parts[i]);
}

/* Of 1,500 texts: words with a meaning and words without. */
static void *printed(void *ctx)
{
	enum { MANY = 1500 };
	static const char *const other[] = { "rep", "customer", "renewal", "call", "demo", "quote", "west", "inbox" };
	struct arena a = { 0 };
	const char **texts = arena_array(&a, const char *, MANY);
	struct discovery d;
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);
	uint64_t r = 88172645463325252u;

	assert_non_null(f);
	for (size_t i = 0; i < MANY; i++) {
		r ^= r << 13, r ^= r >> 7, r ^= r << 17;
		texts[i] = arena_printf(&a, "%s %s the %s of %s %u", other[r % 8], words[r / 8 % N(words)].word,
					words[r / 512 % N(words)].word, other[r / 9000 % 8],
					(unsigned)(r / 80000 % 300));
	}
	group(&a, ctx, texts, MANY, &d);
	for (size_t g = 0; g < d.n_groups; g++)
		print(f, &d.groups[g]);
	for (size_t i = 0; i < d.n_nowhere; i++)
		fprintf(f, " n%u", d.nowhere[i]);
	fclose(f);
	arena_free(&a);
	return text;
}

static void the_same_seed_says_the_same(void **state)
{
	unsigned char *p;
	struct vectors v = whole(&p);
	char *once = printed(&v), *without = printed(NULL), *again, *there;
	void *from_thread = NULL;
	pthread_t t;

	(void)state;
	assert_string_not_equal(once, without);
	assert_int_equal(pthread_create(&t, NULL, printed, &v), 0);
	again = printed(&v);
	assert_int_equal(pthread_join(t, &from_thread), 0);
	there = from_thread;
	assert_string_equal(once, again);
	assert_string_equal(once, there);
	free(again);
	setlocale(LC_ALL, "C.UTF-8");
	again = printed(&v);
	setlocale(LC_ALL, "C");
	assert_string_equal(once, again);
	free(once);
	free(again);
	free(there);
	free(without);
	free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found), cmocka_unit_test(what_is_cut_or_changed_is_refused),
		cmocka_unit_test(what_is_hostile_does_no_harm), cmocka_unit_test(sizes_that_cannot_be),
		cmocka_unit_test(words_too_long_do_no_harm), cmocka_unit_test(other_words_for_the_same),
		cmocka_unit_test(a_theme_in_other_words), cmocka_unit_test(the_same_seed_says_the_same),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
