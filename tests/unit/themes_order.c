/* Words in an order that others use, and words at random. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/themes/order.h"

#define N(a) (sizeof (a) / sizeof *(a))
#define TEXTS 600
#define AT_RANDOM 60

static unsigned seed_of(void)
{
	const char *given = getenv("SEED");
	unsigned seed = given ? (unsigned)atoi(given) : 11;

	print_message("SEED=%u\n", seed);
	return seed;
}

static struct discover_text text_of(const char *s)
{
	return (struct discover_text){ s, strlen(s) };
}

/* ---- the figure, counted the slow way ---- */

static int in(const char *words, char x, char y)
{
	for (const char *p = words; p[0] && p[1] && p[2]; p += 2)
		if (p[0] == x && p[2] == y)
			return 1;
	return 0;
}

static double slow(char texts[][32], size_t n, size_t i)
{
	double sum = 0, all = 0;
	size_t pairs = 0, of[128] = { 0 };

	for (size_t k = 0; k < n; k++)
		for (const char *p = texts[k]; *p; p++)
			if (*p != ' ')
				of[(unsigned char)*p]++, all++;
	for (size_t at = 0; texts[i][at] && texts[i][at + 1] && texts[i][at + 2]; at += 2) {
		char x = texts[i][at], y = texts[i][at + 2], before[32];
		size_t others = 0;

		snprintf(before, sizeof before, "%.*s", (int)at + 1, texts[i]);
		if (in(before, x, y))
			continue;	/* a pair counts once a text */
		for (size_t k = 0; k < n; k++)
			others += k != i && in(texts[k], x, y);
		sum += log(((double)others + .5) / ((double)of[(unsigned char)x] * (double)of[(unsigned char)y] / all + .5));
		pairs++;
	}
	return pairs ? sum / (double)(pairs + 1) : FLT_MAX;
}

static void the_figure_is_that_of_the_slow_way(void **state)
{
	unsigned seed = seed_of();

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct arena a = { 0 };
		char texts[8][32];
		struct discover_text t[8];
		float *like;

		for (size_t i = 0; i < 8; i++) {
			int n = rand_r(&seed) % 9;

			for (int k = 0; k < n; k++) {
				texts[i][2 * k] = (char)('a' + rand_r(&seed) % 4);
				texts[i][2 * k + 1] = ' ';
			}
			texts[i][n ? 2 * n - 1 : 0] = '\0';
			t[i] = text_of(texts[i]);
		}
		like = order_likeness(&a, t, 8);
		for (size_t i = 0; i < 8; i++) {
			double want = slow(texts, 8, i);

			if (want > 1e30)
				assert_true(like[i] > 1e30f);
			else
				assert_true(fabs((double)like[i] - want) < 1e-4);
		}
		arena_free(&a);
	}
}

static void capitals_say_nothing(void **state)
{
	const struct discover_text t[] = { text_of("The Price list"), text_of("the PRICE LIST"), text_of("the price list") };
	struct arena a = { 0 };
	float *like = order_likeness(&a, t, N(t));

	(void)state;
	assert_true(like[0] > 0 && fabsf(like[0] - like[1]) < 1e-6f && fabsf(like[1] - like[2]) < 1e-6f);
	arena_free(&a);
}

static void without_texts_without_words(void **state)
{
	const struct discover_text t[] = { text_of(""), text_of("one"), text_of("...") };
	struct arena a = { 0 };
	float *like;

	(void)state;
	assert_non_null(order_likeness(&a, t, 0));
	like = order_likeness(&a, t, N(t));
	for (size_t i = 0; i < N(t); i++)
		assert_true(like[i] > 1e30f);
	arena_free(&a);
}

/* ---- what it is for ---- */

static const char *const who[] = { "the rep", "a lead", "our customer", "the team", "she" },
	*const does[] = { "asked for", "had not seen", "was sent", "could not find", "rang about" },
	*const what[] = { "the new price list", "an alert about the download", "the webinar on thursday",
			  "a case study from her industry", "the old product sheet", "an answer to a competitor" },
	*const when[] = { "before the call", "two days too late", "in the shared channel", "for the third time", "after lunch" };

static size_t say(char *to, size_t size, unsigned *seed)
{
	return (size_t)snprintf(to, size, "%s %s %s %s", who[rand_r(seed) % N(who)], does[rand_r(seed) % N(does)],
				what[rand_r(seed) % N(what)], when[rand_r(seed) % N(when)]);
}

static int word_of(char *all, char **words)
{
	int n = 0;

	for (char *w = strtok(all, " "); w; w = strtok(NULL, " "))
		words[n++] = w;
	return n;
}

/* Real words, as often as they come, in no order. */
static void at_random(char *to, size_t size, unsigned *seed)
{
	size_t at = 0;

	*to = '\0';
	for (int i = 0; i < 14; i++) {
		char all[200], *words[60];
		int n;

		say(all, sizeof all, seed);
		n = word_of(all, words);
		at += (size_t)snprintf(to + at, size - at, "%s%s", at ? " " : "", words[rand_r(seed) % n]);
	}
}

static void real_words_at_random_fit_nowhere(void **state)
{
	static char said[TEXTS][200];
	struct discover_text texts[TEXTS];
	unsigned seed = seed_of(), alone = 0, lost = 0;
	struct arena a = { 0 };
	struct discover_options o = { .seed = 1 };
	struct discovery d;

	(void)state;
	for (size_t i = 0; i < TEXTS; i++) {
		if (i < AT_RANDOM)
			at_random(said[i], sizeof said[i], &seed);
		else
			say(said[i], sizeof said[i], &seed);
		texts[i] = text_of(said[i]);
	}
	discover(&a, texts, TEXTS, &o, &d);
	for (size_t i = 0; i < d.n_nowhere; i++) {
		alone += d.nowhere[i] < AT_RANDOM;
		lost += d.nowhere[i] >= AT_RANDOM;
	}
	print_message("at random %u of %d, real %u of %d\n", alone, AT_RANDOM, lost, TEXTS - AT_RANDOM);
	assert_true(alone * 10 >= AT_RANDOM * 9);
	assert_true(lost * 20 <= TEXTS - AT_RANDOM);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_figure_is_that_of_the_slow_way), cmocka_unit_test(capitals_say_nothing),
		cmocka_unit_test(without_texts_without_words), cmocka_unit_test(real_words_at_random_fit_nowhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
