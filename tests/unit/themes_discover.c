/* Groups of what no theme holds. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "group_of.h"
#include "replife/discover.h"

#define N(a) (sizeof (a) / sizeof *(a))

static void run(struct arena *a, const char *const *texts, size_t n, uint64_t seed, bool parts, struct discovery *d)
{
	struct discover_text *t = arena_array(a, struct discover_text, n + 1);
	struct discover_options o = { .seed = seed, .parts = parts };

	for (size_t i = 0; i < n; i++)
		t[i] = (struct discover_text){ texts[i], strlen(texts[i]) };
	discover(a, t, n, &o, d);
}

/* Each text once: in one group, or nowhere. */
static void check_whole(const struct discovery *d, size_t n)
{
	unsigned *seen = calloc(n + 1, sizeof *seen);

	for (size_t g = 0; g < d->n_groups; g++) {
		assert_true(d->groups[g].n > 0);
		assert_true(!g || d->groups[g].n <= d->groups[g - 1].n);
		assert_true(d->groups[g].cohesion >= 0 && d->groups[g].cohesion <= 1.001f);
		assert_true(d->groups[g].n_quotes > 0 && d->groups[g].n_terms <= DISCOVER_TERMS);
		for (size_t i = 0; i < d->groups[g].n; i++)
			seen[d->groups[g].texts[i]]++;
	}
	for (size_t i = 0; i < d->n_nowhere; i++)
		seen[d->nowhere[i]]++;
	for (size_t i = 0; i < n; i++)
		assert_int_equal(seen[i], 1);
	free(seen);
}

static const char *const floor_remarks[] = {
	"The price list is out of date",
	"Rep quoted an old price from the price list",
	"Price list still shows last year's prices",
	"No current price list, so the rep guessed the price",
	"Customer had a newer price list than the rep",
	"The price sheet and the price list say different prices",
	"Old price list was sent to the customer",
	"Prices changed, the price list did not",
	"The alert came after the call",
	"Lead alert arrived two hours after the download",
	"No alert that the lead had downloaded the guide",
	"Rep saw the alert too late",
	"The alert about the download went to the wrong rep",
	"Alerts arrive in a batch once a day, too late to call",
	"Lead downloaded the guide and no alert came",
	"Alert said download, but not which guide",
	"Rep had not heard of the spring webinar",
	"Customer asked about the webinar and the rep knew nothing of it",
	"The webinar was announced to customers before reps heard of it",
	"Rep learned of the webinar campaign from the customer",
	"Nobody told sales about the webinar",
	"Webinar invitation went out without a word to the reps",
	"Reps hear of a webinar when customers ask",
	"The webinar campaign surprised the rep",
	"xqzt vlorp gnashk", "\xF0\x9F\x98\x80\xF0\x9F\x8E\x89",
};

static bool has_term(const struct discover_group *g, const char *part)
{
	for (size_t i = 0; i < g->n_terms; i++)
		if (strstr(g->terms[i], part))
			return true;
	return false;
}

static void three_things_are_said(void **state)
{
	struct arena a = { 0 };
	struct discovery d;
	int price, alert, webinar;

	(void)state;
	run(&a, floor_remarks, N(floor_remarks), 1, false, &d);
	check_whole(&d, N(floor_remarks));
	assert_int_equal(d.n_groups, 3);
	price = group_of(&d, 0);
	alert = group_of(&d, 8);
	webinar = group_of(&d, 16);
	assert_true(price >= 0 && alert >= 0 && webinar >= 0 && price != alert && alert != webinar);
	for (uint32_t i = 0; i < 24; i++)
		assert_int_equal(group_of(&d, i), i < 8 ? price : i < 16 ? alert : webinar);
	assert_int_equal(group_of(&d, 24), -1);
	assert_int_equal(group_of(&d, 25), -1);
	assert_true(has_term(&d.groups[price], "price"));
	assert_true(has_term(&d.groups[alert], "alert"));
	assert_true(has_term(&d.groups[webinar], "webinar"));
	for (size_t g = 0; g < 3; g++)
		for (size_t i = 0; i < d.groups[g].n_quotes; i++)
			assert_int_equal(group_of(&d, d.groups[g].quotes[i]), g);
	arena_free(&a);
}

static void labels_are_words(void **state)
{
	static const char *const texts[] = {
		"Under 15 U. S. C they may not furnish a account", "15 U S C says nobody may furnish a account",
		"They furnish a account and U S C forbids it", "To furnish a account is against U S C, section b",
		"U S C, section b: do not furnish a account", "Who may furnish a account under U S C, or section b?",
	};
	struct arena a = { 0 };
	struct discovery d;

	(void)state;
	run(&a, texts, N(texts), 1, false, &d);
	assert_true(d.n_groups > 0);
	for (size_t g = 0; g < d.n_groups; g++) {
		assert_true(d.groups[g].n_terms > 0);
		for (size_t i = 0; i < d.groups[g].n_terms; i++) {
			const char *t = d.groups[g].terms[i];

			assert_true(strlen(t) > 1 && !strchr(t, ',') && !strstr(t, " a "));
			assert_true(t[1] != ' ' && t[strlen(t) - 2] != ' ');
		}
	}
	arena_free(&a);
}

static void print(FILE *f, const struct discover_group *g)
{
	fprintf(f, "%zu %.6f", g->n, (double)g->cohesion);
	for (size_t i = 0; i < g->n; i++)
		fprintf(f, " %u", g->texts[i]);
	for (size_t i = 0; i < g->n_terms; i++)
		fprintf(f, " '%s'", g->terms[i]);
	for (size_t i = 0; i < g->n_quotes; i++)
		fprintf(f, " q%u", g->quotes[i]);
	for (size_t i = 0; i < g->n_parts; i++)
		print(f, &g->parts[i]);
}

/* A thousand remarks of ten kinds, the same for the same seed. */
static char **made_up(struct arena *a, size_t n)
{
	static const char *const about[][4] = {
		{ "price list", "discount", "quote", "margin" }, { "alert", "download", "lead score", "notice" },
		{ "webinar", "invitation", "speaker", "recording" }, { "case study", "reference", "proof", "story" },
		{ "trade fair", "booth", "badge", "scan" }, { "newsletter", "unsubscribe", "mailing", "opt-in" },
		{ "demo account", "login", "sandbox", "trial" }, { "competitor", "battle card", "comparison", "rival" },
		{ "data sheet", "specification", "voltage", "manual" }, { "contract", "legal", "signature", "clause" },
	};
	static const char *const said[] = { "the rep asked for the", "customer had no", "nobody knew about a", "we need a better",
					    "they found an old", "marketing never sent the" };
	char **t = arena_array(a, char *, n + 1);
	uint64_t r = 88172645463325252u;

	for (size_t i = 0; i < n; i++) {
		const char *const *k = about[i % N(about)];

		r ^= r << 13, r ^= r >> 7, r ^= r << 17;
		t[i] = arena_printf(a, "%s %s and the %s, %s no. %u", said[r % N(said)], k[r / 7 % 4], k[r / 31 % 4],
				    k[r / 131 % 4], (unsigned)(r / 1009 % 100000));
	}
	return t;
}

static char *printed(uint64_t seed)
{
	struct arena a = { 0 };
	struct discovery d;
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);
	char **t = made_up(&a, 1000);

	run(&a, (const char *const *)t, 1000, seed, true, &d);
	for (size_t g = 0; g < d.n_groups; g++)
		print(f, &d.groups[g]);
	for (size_t i = 0; i < d.n_nowhere; i++)
		fprintf(f, " n%u", d.nowhere[i]);
	fclose(f);
	arena_free(&a);
	return text;
}

static void *in_thread(void *seed)
{
	return printed(*(uint64_t *)seed);
}

static void the_same_seed_says_the_same(void **state)
{
	uint64_t seed = 7;
	char *once = printed(seed), *again = printed(seed), *elsewhere = NULL, *there;
	void *from_thread = NULL;
	pthread_t t;

	(void)state;
	assert_string_equal(once, again);
	assert_int_equal(pthread_create(&t, NULL, in_thread, &seed), 0);
	assert_int_equal(pthread_join(t, &from_thread), 0);
	there = from_thread;
	assert_string_equal(once, there);
	setlocale(LC_ALL, "C.UTF-8");
	elsewhere = printed(seed);
	setlocale(LC_ALL, "C");
	assert_string_equal(once, elsewhere);
	free(once);
	free(again);
	free(there);
	free(elsewhere);
}

static void what_little_there_is(void **state)
{
	static const char *const none[] = { "" }, *const empty[] = { "", "", " ", "..." },
		*const one[] = { "The price list is old" }, *const two[] = { "The price list is old", "The price list is old" },
		*const apart[] = { "The price list is old", "Webinar recording missing" };
	struct arena a = { 0 };
	struct discovery d;

	(void)state;
	run(&a, none, 0, 1, true, &d);
	assert_int_equal(d.n_groups + d.n_nowhere, 0);
	run(&a, one, 1, 1, true, &d);
	check_whole(&d, 1);
	assert_int_equal(d.n_nowhere, 1);
	run(&a, two, 2, 1, true, &d);
	check_whole(&d, 2);
	assert_int_equal(d.n_groups, 1);
	run(&a, apart, 2, 1, true, &d);
	check_whole(&d, 2);
	assert_int_equal(d.n_nowhere, 2);
	run(&a, empty, 4, 1, true, &d);
	check_whole(&d, 4);
	assert_int_equal(d.n_groups, 0);
	arena_free(&a);
}

static void all_the_same(void **state)
{
	const char *texts[3000];
	struct arena a = { 0 };
	struct discovery d;

	(void)state;
	for (size_t i = 0; i < N(texts); i++)
		texts[i] = "The price list is out of date";
	run(&a, texts, N(texts), 1, true, &d);
	check_whole(&d, N(texts));
	assert_int_equal(d.n_groups, 1);
	assert_true(d.groups[0].cohesion > 0.99f);
	arena_free(&a);
}

/* No language but English has its stems and stop words here; they group as well as
 * their letters do. */
static void other_languages(void **state)
{
	static const char *const t[] = {
		"Die Preisliste ist veraltet", "Preisliste nennt alte Preise", "Falsche Preise in der Preisliste",
		"Alte Preisliste beim Kunden", "\xE4\xBB\xB7\xE6\xA0\xBC\xE8\xA1\xA8\xE8\xBF\x87\xE6\x97\xB6",
		"\xE4\xBB\xB7\xE6\xA0\xBC\xE8\xA1\xA8\xE6\xB2\xA1\xE6\x9C\x89\xE6\x9B\xB4\xE6\x96\xB0",
		"\xE4\xBB\xB7\xE6\xA0\xBC\xE8\xA1\xA8\xE5\xA4\xAA\xE6\x97\xA7",
		"\xD9\x82\xD8\xA7\xD8\xA6\xD9\x85\xD8\xA9 \xD8\xA7\xD9\x84\xD8\xA3\xD8\xB3\xD8\xB9\xD8\xA7\xD8\xB1",
		"\xF0\x9F\x98\x80", "caf\xC3\xA9 CAFE\xCC\x81", "\xFF\xFE broken", "L\xE2\x80\x99" "alerte est arriv\xC3\xA9" "e trop tard",
		"L'alerte arrive trop tard", "Une alerte tardive",
	};
	struct arena a = { 0 };
	struct discovery d;

	(void)state;
	run(&a, t, N(t), 1, true, &d);
	check_whole(&d, N(t));
	assert_true(group_of(&d, 0) >= 0 && group_of(&d, 0) == group_of(&d, 1));
	assert_int_equal(group_of(&d, 4), group_of(&d, 5));
	assert_int_equal(group_of(&d, 8), -1);
	arena_free(&a);
}

static void large_texts(void **state)
{
	enum { SIZE = 64 * 1024, MANY = 6 };
	struct arena a = { 0 };
	struct discovery d;
	const char *texts[MANY];

	(void)state;
	for (size_t i = 0; i < MANY; i++) {
		char *p = arena_alloc(&a, SIZE + 1);

		for (size_t k = 0; k < SIZE; k++)
			p[k] = i == 0 ? 'a' : "price list alert webinar "[(k * (i + 1)) % 25];
		texts[i] = p;
	}
	run(&a, texts, MANY, 1, true, &d);
	check_whole(&d, MANY);
	arena_free(&a);
}

/* Beyond the sample, too, each goes where its like are. */
static void a_sample_stands_for_all(void **state)
{
	enum { MANY = 30000 };
	struct arena a = { 0 };
	struct discovery d;
	char **t = made_up(&a, MANY);
	size_t agree = 0, n = 0;

	(void)state;
	run(&a, (const char *const *)t, MANY, 1, true, &d);
	check_whole(&d, MANY);
	assert_true(d.n_groups >= 8 && d.n_groups <= 30);
	assert_true(d.n_nowhere < MANY / 20);
	for (size_t g = 0; g < d.n_groups; g++) {
		size_t of[10] = { 0 }, most = 0;

		for (size_t i = 0; i < d.groups[g].n; i++)
			of[d.groups[g].texts[i] % 10]++;
		for (size_t k = 0; k < 10; k++)
			most = of[k] > most ? of[k] : most;
		agree += most;
		n += d.groups[g].n;
	}
	assert_true(agree * 100 >= n * 95);
	arena_free(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_things_are_said), cmocka_unit_test(the_same_seed_says_the_same),
		cmocka_unit_test(what_little_there_is), cmocka_unit_test(all_the_same),
		cmocka_unit_test(other_languages), cmocka_unit_test(large_texts),
		cmocka_unit_test(a_sample_stands_for_all),
		cmocka_unit_test(labels_are_words),
	};

	return !!cmocka_run_group_tests(tests, NULL, NULL);
}
