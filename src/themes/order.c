#include "order.h"

#include <math.h>
#include <string.h>

#include "id_map.h"
#include "quantile.h"
#include "stopwords.h"
#include "tokens.h"

#define SMOOTH 0.5f
#define WORD_MAX 64		/* bytes that tell a word from others */
#define NO_PAIR UINT32_MAX

/* All texts one after the other: the number of each word, and that of it and the
 * word after it (NO_PAIR at a text's end, and where the text had that pair already). */
struct text_words {
	size_t *begin;			/* of each text, and the end of the last */
	uint32_t *words, *pairs;
	unsigned char *class;		/* of each word, as stopwords_class() */
	size_t n, cap, n_words, n_pairs;
};

/* Small letters are the same as large ones, as far as ASCII goes, and one
 * apostrophe is as good as the other. */
static size_t fold(const char *p, size_t n, char out[WORD_MAX])
{
	size_t k = 0;

	for (size_t i = 0; i < n && k < WORD_MAX; i++) {
		bool typographic = n - i > 2 && !memcmp(p + i, "\xE2\x80\x99", 3);

		out[k++] = (char)(typographic ? '\'' : p[i] >= 'A' && p[i] <= 'Z' ? p[i] | 32 : p[i]);
		i += typographic ? 2 : 0;
	}
	return k;
}

static void more_words(struct arena *own, struct text_words *x)
{
	size_t cap = x->cap * 2 + 1024;

	x->words = arena_grow(own, x->words, x->cap * sizeof *x->words, cap * sizeof *x->words);
	x->class = arena_grow(own, x->class, x->cap * sizeof *x->class, cap * sizeof *x->class);
	x->cap = cap;
}

static void read_words(struct arena *a, const struct stopwords *known, const struct discover_text *texts, size_t n,
		       struct text_words *x)
{
	struct id_map *ids = id_map_new(a);
	struct arena *own = arena_child(a);	/* of the arrays, which grow */
	char word[WORD_MAX];
	struct token t;

	x->begin = arena_array(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		for (size_t at = 0; token_next(texts[i].p, texts[i].n, &at, &t);) {
			size_t len = fold(texts[i].p + t.at, t.len, word);

			if (x->n == x->cap)
				more_words(own, x);
			x->class[x->n] = (unsigned char)stopwords_class(known, word, len);
			x->words[x->n++] = *id_map_at(ids, hash_bytes(word, len, 0), (uint32_t)ids->n);
		}
		x->begin[i + 1] = x->n;
	}
	x->n_words = ids->n;
}

static void read_pairs(struct arena *a, size_t n, struct text_words *x)
{
	struct id_map *ids = id_map_new(a);
	size_t *last = arena_array(a, size_t, x->n + 1);	/* the text that had a pair last, + 1 */

	x->pairs = arena_array(a, uint32_t, x->n + 1);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = x->begin[i]; k < x->begin[i + 1]; k++) {
			uint32_t id;

			x->pairs[k] = NO_PAIR;
			if (k + 1 == x->begin[i + 1])
				continue;
			id = *id_map_at(ids, hash_mix((uint64_t)x->words[k] + 1, (uint64_t)x->words[k + 1] + 1),
					(uint32_t)ids->n);
			if (last[id] != i + 1)
				x->pairs[k] = id;
			last[id] = i + 1;
		}
	}
	x->n_pairs = ids->n;
}

/* Of each text, how far others have its pairs. */
static void as_others_do(struct arena *own, const struct text_words *x, size_t n, float *out)
{
	uint32_t *of_word = arena_array(own, uint32_t, x->n_words + 1);
	uint32_t *of_pair = arena_array(own, uint32_t, x->n_pairs + 1);

	for (size_t k = 0; k < x->n; k++) {
		of_word[x->words[k]]++;
		if (x->pairs[k] != NO_PAIR)
			of_pair[x->pairs[k]]++;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = x->begin[i]; k < x->begin[i + 1]; k++) {
			float chance;

			if (x->pairs[k] == NO_PAIR)
				continue;
			chance = (float)of_word[x->words[k]] * (float)of_word[x->words[k + 1]] / (float)x->n;
			out[i] += logf(((float)of_pair[x->pairs[k]] - 1 + SMOOTH) / (chance + SMOOTH));
		}
}

/* Of each text, how far English has its pairs. */
static void as_in_english(const struct text_words *x, const struct stopwords *known, size_t n, float *out)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = x->begin[i]; k + 1 < x->begin[i + 1]; k++)
			out[i] += known->follows[x->class[k]][x->class[k + 1]];
}

/* Pairs of neighbours in a text. */
static size_t pairs_of(const struct text_words *x, size_t i)
{
	return x->begin[i + 1] > x->begin[i] ? x->begin[i + 1] - x->begin[i] - 1 : 0;
}

/* The median, over texts of two words and more, of what they have for each pair. */
static float usual_of(struct arena *own, const struct text_words *x, size_t n, const float *sums)
{
	float *each = arena_array(own, float, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (pairs_of(x, i))
			each[k++] = sums[i] / (float)pairs_of(x, i);
	return k ? quantile(each, k, 0.5) : 0;
}

struct order *order_read(struct arena *a, const struct discover_text *texts, size_t n)
{
	struct order *out = arena_array(a, struct order, n + 1);
	struct arena *own = arena_child(a);
	float *sums = arena_array(own, float, n + 1), *english = arena_array(own, float, n + 1), usual;
	struct text_words x = { 0 };
	struct stopwords known;

	stopwords_init(&known, own);
	read_words(own, &known, texts, n, &x);
	read_pairs(own, n, &x);
	as_others_do(own, &x, n, sums);
	as_in_english(&x, &known, n, english);
	stopwords_free(&known);
	if (usual_of(own, &x, n, english) > 0)
		for (size_t i = 0; i < n; i++)
			sums[i] += english[i];
	usual = usual_of(own, &x, n, sums);
	for (size_t i = 0; i < n; i++)
		out[i] = (struct order){ sums[i], usual > 0 ? usual * (float)pairs_of(&x, i) : 0 };
	arena_free(own);
	return out;
}
