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

#include "../../src/themes/lexicon.h"
#include "../../src/themes/order.h"
#include "../../src/themes/stopwords.h"
#include "replife/embed.h"

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

#define WORDS "^pqrs"		/* ^: where a text with words begins and ends */

/* "p q. p": letters, with a full stop after some. */
static size_t letters(const char *text, char *out, bool *ends)
{
	size_t n = 1;

	out[0] = '^';
	ends[0] = false;
	for (const char *p = text; *p; p++) {
		if (*p >= 'p' && *p <= 's') {
			ends[n] = false;
			out[n++] = *p;
		} else if (*p == '.') {
			ends[n - 1] = true;
		}
	}
	if (n == 1)
		return 0;
	ends[n - 1] = false;
	out[n++] = '^';
	return n;
}

static bool has_word(const char *text, char a)
{
	char w[64];
	bool ends[64];

	return memchr(w, a, letters(text, w, ends));
}

static bool has_pair(const char *text, char a, char b)
{
	char w[64];
	bool ends[64];
	size_t n = letters(text, w, ends);

	for (size_t k = 0; k + 1 < n; k++)
		if (!ends[k] && w[k] == a && w[k + 1] == b)
			return true;
	return false;
}

/* Others that have both words, and how many different words others have. */
static double slow(char texts[][64], size_t n, size_t i)
{
	double sum = 0;

	for (const char *a = WORDS; *a; a++)
		for (const char *b = WORDS; *b; b++) {
			double pair = 0, of_a = 0, of_b = 0, all = 0;

			if (!has_pair(texts[i], *a, *b))
				continue;
			for (size_t k = 0; k < n; k++) {
				if (k == i)
					continue;
				pair += has_pair(texts[k], *a, *b);
				of_a += has_word(texts[k], *a);
				of_b += has_word(texts[k], *b);
				for (const char *c = WORDS; *c; c++)
					all += has_word(texts[k], *c);
			}
			if (all > 0)
				sum += log((pair + .5) / (of_a * of_b / all + .5));
		}
	return sum;
}

static void the_figure_is_that_of_the_slow_way(void **state)
{
	unsigned seed = seed_of();

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct arena a = { 0 };
		char texts[8][64];
		struct discover_text t[8];
		struct order *order;

		for (size_t i = 0; i < 8; i++) {
			int n = rand_r(&seed) % 9;
			size_t at = 0;

			texts[i][0] = '\0';
			for (int k = 0; k < n; k++)
				at += (size_t)snprintf(texts[i] + at, sizeof texts[i] - at, "%c%s ", 'p' + rand_r(&seed) % 4,
						       rand_r(&seed) % 4 ? "" : ".");
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
	const struct discover_text t[] = { text_of("price list"), text_of("price list"), text_of("price list"),
					   text_of("new price list"), text_of("") };
	struct arena a = { 0 };
	struct order *order = order_read(&a, t, N(t));

	(void)state;
	assert_true(order[0].told > 0 && fabsf(order[0].usual - order[0].told) < 1e-6f);
	assert_true(fabsf(order[3].usual * 3 - order[0].usual * 4) < 1e-5f);	/* four pairs, with the edges */
	assert_true(order[4].told == 0 && order[4].usual == 0);
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
	assert_true(order[0].told == 0);
	arena_free(&a);
}

/* By hand: the words of a line of the list are of one class, and its numbers say
 * how often the classes stand one before the other, the last but one for other
 * words, the last for where a sentence begins and ends. */
static void how_english_goes_is_as_counted(void **state)
{
	static const char *const pairs[][2] = { { "of", "the" }, { "the", "of" }, { "the", "list" }, { "list", "the" },
						{ "list", "price" }, { "we", "have" }, { "have", "we" } };
	const char *list = embedded_find("stopwords.txt")->text, *p = list;
	double count[32][32] = { { 0 } }, row[32] = { 0 }, col[32] = { 0 }, words[32] = { 0 }, all = 0, sentences = 0;
	struct arena a = { 0 };
	struct stopwords s;
	size_t n = 0;

	(void)state;
	stopwords_init(&s, &a);
	while (*p && (*p < '0' || *p > '9'))
		p = strchr(p, '\n') + 1;
	for (const char *q = p; *q && *q != '\n'; q++)
		n += *q == ' ';
	for (size_t i = 0; i <= n; i++)
		for (size_t k = 0; k <= n; k++) {
			char *end;
			double x = count[i][k] = strtod(p, &end);

			p = end;
			row[i] += k < n ? x : 0;
			col[k] += i < n ? x : 0;
			words[k] += x;
			all += i < n && k < n ? x : 0;
			sentences += k == n ? x : 0;
		}
	assert_true(count[n][n] == 0 && all > 100000 && sentences > 10000);
	for (size_t i = 0; i < N(pairs); i++) {
		size_t line[2];

		for (int side = 0; side < 2; side++) {
			char word[32];
			size_t at = 0;

			snprintf(word, sizeof word, " %s ", pairs[i][side]);
			line[side] = n - 1;
			for (const char *q = list; *q && (*q < '0' || *q > '9'); q = strchr(q, '\n') + 1) {
				char whole[1000];

				if (*q == '#')
					continue;
				snprintf(whole, sizeof whole, " %.*s ", (int)strcspn(q, "\n"), q);
				if (strstr(whole, word))
					line[side] = at;
				at++;
			}
		}
		double want = log((count[line[0]][line[1]] + 3) / (row[line[0]] * col[line[1]] / all + 3));
		uint32_t x = stopwords_class(&s, pairs[i][0], strlen(pairs[i][0])),
			 y = stopwords_class(&s, pairs[i][1], strlen(pairs[i][1]));

		assert_true(fabs((double)s.follows[x][y] - want) < 1e-4);
		want = words[line[0]] / (all + sentences) * sentences;	/* by chance, of all sentences */
		assert_true(fabs((double)s.follows[x][s.edge] - log((count[line[0]][n] + 3) / (want + 3))) < 1e-4);
		assert_true(fabs((double)s.follows[s.edge][x] - log((count[n][line[0]] + 3) / (want + 3))) < 1e-4);
	}
	arena_free(&a);
}

static void each_word_of_the_list_is_a_stop_word(void **state)
{
	struct arena a = { 0 };
	struct lexicon x;
	unsigned words = 0;

	(void)state;
	lexicon_init(&x, &a, NULL);
	for (const char *p = embedded_find("stopwords.txt")->text; *p && (*p < '0' || *p > '9'); p += strcspn(p, "\n") + 1) {
		const char *end = p + strcspn(p, "\n");

		for (const char *w = p; *p != '#' && w < end; w += strcspn(w, " \n") + 1) {
			const struct word *is = lexicon_word(&x, w, &(struct token){ 0, strcspn(w, " \n") }, true);

			assert_true(!is || is->stop);
			words++;
		}
	}
	assert_true(words > 150);
	lexicon_free(&x);
	arena_free(&a);
}

static void words_are_told_apart_to_their_end(void **state)
{
	const struct discover_text t[] = { text_of("disappointing webinar"), text_of("disappointment webinar"),
					   text_of("disappointing webinar") };
	struct arena a = { 0 };
	struct order *order = order_read(&a, t, N(t));

	(void)state;
	assert_true(order[0].told > order[1].told + 0.5f);	/* which shares its end with them */
	arena_free(&a);
}

/* Answers of one word are in no order, and tell nothing of that of others. */
static void one_word_says_nothing_of_others(void **state)
{
	static char words[60][16];
	struct discover_text t[80];
	struct arena a = { 0 };
	struct order *alone, *beside;
	unsigned seed = seed_of();

	(void)state;
	for (size_t i = 0; i < 20; i++)
		t[i] = text_of(i % 2 ? "we had not been told of the mail that went to them" : "the rep could have used this a week before it");
	for (size_t i = 0; i < N(words); i++) {
		snprintf(words[i], sizeof words[i], "w%zux%d", i, rand_r(&seed) % 1000);
		t[20 + i] = text_of(words[i]);
	}
	alone = order_read(&a, t, 20);
	beside = order_read(&a, t, N(t));
	for (size_t i = 0; i < 20; i++)
		assert_true(beside[i].usual > 4 && beside[i].usual > alone[i].usual / 2 && beside[i].told > 4);
	arena_free(&a);
}

/* Who quotes a whole thread says it once. */
static void said_again_is_said_once(void **state)
{
	static char again[9000];
	const char *once = "The alert about the download came two days too late";
	struct discover_text t[9];
	struct arena a = { 0 };
	struct order *order;
	float told;
	size_t at = 0;

	(void)state;
	for (int k = 0; k < 60; k++)
		at += (size_t)snprintf(again + at, sizeof again - at, "%s. ", once);
	for (size_t i = 0; i < N(t); i++)
		t[i] = text_of(i % 2 ? "An alert about the webinar came too late" : "The rep had not seen the alert about it");
	t[0] = text_of(once);
	order = order_read(&a, t, N(t));
	told = order[0].told;
	assert_true(told > 1);
	t[0] = text_of(again);
	order = order_read(&a, t, N(t));
	assert_true(fabsf(order[0].told - told) < 1e-4f);
	arena_free(&a);
}

static void without_texts_without_words(void **state)
{
	const struct discover_text t[] = { text_of(""), text_of("!"), text_of("...") };
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
	static const char *const said[] = {
		"Die Preisliste im Portal ist veraltet, der Kunde hat uns darauf angesprochen",
		"Im Gespr\u00E4ch fehlte eine aktuelle Preisliste, wir mussten sie nachreichen",
		"Warum steht auf der Preisliste noch der Rabatt vom letzten Jahr?",
		"Der Interessent wollte Preise sehen, aber niemand hatte die Liste zur Hand",
		"Die Kollegin wusste nicht, welche Preisliste gerade gilt",
		"Die Einladung zum Webinar kam erst einen Tag vorher an",
		"Vom Webinar am Donnerstag hatte der Kunde nie geh\u00F6rt",
		"Das Webinar war gut, doch die Aufzeichnung wurde nie verschickt",
		"Nach dem Webinar rief niemand die Teilnehmer zur\u00FCck",
		"Drei Teilnehmer warten noch auf die Unterlagen vom Webinar",
		"Der Hinweis auf den Download kam zwei Tage zu sp\u00E4t beim Vertrieb an",
		"Niemand hat uns gesagt, dass der Kunde die Unterlagen schon gelesen hatte",
		"Ohne Hinweis rufen wir an und wissen nicht, was der Kunde gesehen hat",
		"Der Wettbewerber bietet dasselbe billiger an, und wir haben keine Antwort",
		"Uns fehlt ein Vergleich mit dem Wettbewerber, danach fragt jeder Kunde",
	};

	snprintf(to, size, "%s", said[rand_r(seed) % N(said)]);
}

/* Some write as they speak at home: that is no nonsense. */
static void another_language_has_its_place(void **state)
{
	static const size_t sizes[] = { 50, 150, TEXTS };
	unsigned odd, others;

	(void)state;
	for (size_t i = 0; i < N(sizes); i++) {
		mixed(sizes[i], sizes[i] / 6, in_german, &odd, &others);
		assert_true(odd * 2 < sizes[i] / 6);
		assert_true(others * 20 <= sizes[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_figure_is_that_of_the_slow_way), cmocka_unit_test(the_usual_goes_by_the_words),
		cmocka_unit_test(capitals_and_apostrophes_say_nothing), cmocka_unit_test(english_has_an_order_of_its_own),
		cmocka_unit_test(how_english_goes_is_as_counted), cmocka_unit_test(each_word_of_the_list_is_a_stop_word),
		cmocka_unit_test(words_are_told_apart_to_their_end), cmocka_unit_test(one_word_says_nothing_of_others),
		cmocka_unit_test(said_again_is_said_once),
		cmocka_unit_test(without_texts_without_words), cmocka_unit_test(real_words_at_random_fit_nowhere),
		cmocka_unit_test(another_language_has_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
