/* Words in an order that others use, and words at random. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
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

/* ---- the figure, counted the slow way; of letters that are no words of English ---- */

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
	size_t of[128] = { 0 };

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
	}
	return sum;
}

static void the_figure_is_that_of_the_slow_way(void **state)
{
	unsigned seed = seed_of();

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct arena a = { 0 };
		char texts[8][32];
		struct discover_text t[8];
		struct order *order;

		for (size_t i = 0; i < 8; i++) {
			int n = rand_r(&seed) % 9;

			for (int k = 0; k < n; k++) {
				texts[i][2 * k] = (char)('p' + rand_r(&seed) % 4);
				texts[i][2 * k + 1] = ' ';
			}
			texts[i][n ? 2 * n - 1 : 0] = '\0';
			t[i] = text_of(texts[i]);
		}
		order = order_read(&a, t, 8);
		for (size_t i = 0; i < 8; i++)
			assert_true(fabs((double)order[i].told - slow(texts, 8, i)) < 1e-4);
		arena_free(&a);
	}
}

/* What so many words usually tell: the median text's, for each pair of words. */
static void the_usual_goes_by_the_words(void **state)
{
	const struct discover_text t[] = { text_of("price list"), text_of("price list"), text_of("new price list"),
					   text_of("list") };
	struct arena a = { 0 };
	struct order *order = order_read(&a, t, N(t));

	(void)state;
	assert_true(order[0].told > 0 && fabsf(order[0].usual - order[0].told) < 1e-6f);
	assert_true(fabsf(order[2].usual - 2 * order[0].usual) < 1e-6f);
	assert_true(order[3].told == 0 && order[3].usual == 0);
	arena_free(&a);
}

static void capitals_and_apostrophes_say_nothing(void **state)
{
	const struct discover_text t[] = { text_of("The Price isn't here"), text_of("the PRICE ISN\xE2\x80\x99T here"),
					   text_of("the price isn't here") };
	struct arena a = { 0 };
	struct order *order = order_read(&a, t, N(t));

	(void)state;
	assert_true(order[0].told > 0);
	assert_true(fabsf(order[0].told - order[1].told) < 1e-6f && fabsf(order[1].told - order[2].told) < 1e-6f);
	arena_free(&a);
}

/* No word is told twice: only how English orders them can speak. */
static void english_has_an_order_of_its_own(void **state)
{
	const struct discover_text t[] = { text_of("the rep is with a customer"), text_of("we should have been told"),
					   text_of("it was on their screen"), text_of("screen the of my from") };
	const struct discover_text other[] = { text_of("der Preis fehlt wieder"), text_of("niemand wusste davon"),
					       text_of("Kunden fragen danach") };
	struct arena a = { 0 };
	struct order *order = order_read(&a, t, N(t));

	(void)state;
	for (size_t i = 0; i < 3; i++)
		assert_true(order[i].told > 0.5f);
	assert_true(order[3].told < -0.5f);
	order = order_read(&a, other, N(other));
	for (size_t i = 0; i < N(other); i++)
		assert_true(order[i].usual == 0);
	/* Ten words, each once: nothing but chance is told of three pairs. */
	assert_true(fabs((double)order[0].told - 3 * log(.5 / (.1 + .5))) < 1e-4);
	arena_free(&a);
}

static void without_texts_without_words(void **state)
{
	const struct discover_text t[] = { text_of(""), text_of("one"), text_of("...") };
	struct arena a = { 0 };
	struct order *order;

	(void)state;
	assert_non_null(order_read(&a, t, 0));
	order = order_read(&a, t, N(t));
	for (size_t i = 0; i < N(t); i++)
		assert_true(order[i].told == 0 && order[i].usual == 0);
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

/* Of `n` texts, the first `odd` are told by `tell`: how many of each find no group? */
static void mixed(size_t n, size_t odd, void (*tell)(char *, size_t, unsigned *), unsigned *of_odd, unsigned *of_others)
{
	static char said[TEXTS][200];
	struct discover_text texts[TEXTS];
	unsigned seed = seed_of();
	struct arena a = { 0 };
	struct discover_options o = { .seed = 1 };
	struct discovery d;

	*of_odd = *of_others = 0;
	for (size_t i = 0; i < n; i++) {
		if (i < odd)
			tell(said[i], sizeof said[i], &seed);
		else
			say(said[i], sizeof said[i], &seed);
		texts[i] = text_of(said[i]);
	}
	discover(&a, texts, n, &o, &d);
	for (size_t i = 0; i < d.n_nowhere; i++)
		++*(d.nowhere[i] < odd ? of_odd : of_others);
	print_message("nowhere: %u of %zu, and %u of the other %zu\n", *of_odd, odd, *of_others, n - odd);
	arena_free(&a);
}

static void real_words_at_random_fit_nowhere(void **state)
{
	static const size_t sizes[] = { 50, 150, TEXTS };
	unsigned odd, others;

	(void)state;
	for (size_t i = 0; i < N(sizes); i++) {
		mixed(sizes[i], sizes[i] / 10, at_random, &odd, &others);
		assert_true(odd * 10 >= sizes[i] / 10 * 8);
		assert_true(others * 20 <= sizes[i]);
	}
}

static void in_german(char *to, size_t size, unsigned *seed)
{
	static const char *const subject[] = { "der Kunde", "unser Vertrieb", "die Kollegin", "das Team" },
		*const verb[] = { "fragte nach", "kannte noch nicht", "vermisst", "hatte schon" },
		*const object[] = { "der neuen Preisliste", "den Unterlagen zum Wettbewerb", "dem Hinweis auf den Download",
				    "der Einladung zum Webinar" },
		*const then[] = { "seit letzter Woche", "vor dem Anruf", "wie schon zweimal", "und niemand wusste davon" };

	snprintf(to, size, "%s %s %s %s", subject[rand_r(seed) % N(subject)], verb[rand_r(seed) % N(verb)],
		 object[rand_r(seed) % N(object)], then[rand_r(seed) % N(then)]);
}

/* Some write as they speak at home: that is no nonsense. */
static void another_language_has_its_place(void **state)
{
	static const size_t sizes[] = { 50, 150, TEXTS };
	unsigned odd, others;

	(void)state;
	for (size_t i = 0; i < N(sizes); i++) {
		mixed(sizes[i], sizes[i] / 6, in_german, &odd, &others);
		assert_true(odd * 8 <= sizes[i] / 6);
		assert_true(others * 20 <= sizes[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_figure_is_that_of_the_slow_way), cmocka_unit_test(the_usual_goes_by_the_words),
		cmocka_unit_test(capitals_and_apostrophes_say_nothing), cmocka_unit_test(english_has_an_order_of_its_own),
		cmocka_unit_test(without_texts_without_words), cmocka_unit_test(real_words_at_random_fit_nowhere),
		cmocka_unit_test(another_language_has_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
