#include "order.h"

#include <float.h>
#include <math.h>

#include "id_map.h"
#include "tokens.h"

#define SMOOTH 0.5f
#define WORD_MAX 64		/* bytes that tell a word from others */
#define NO_PAIR UINT32_MAX

/* All texts one after the other: the number of each word, and that of it and the
 * word after it (NO_PAIR at a text's end, and where the text had that pair already). */
struct text_words {
	size_t *begin;			/* of each text, and the end of the last */
	uint32_t *words, *pairs;
	size_t n, cap, n_words, n_pairs;
};

/* Small letters are the same as large ones, as far as ASCII goes. */
static uint64_t hash_word(const char *p, size_t n)
{
	char folded[WORD_MAX];

	n = n < WORD_MAX ? n : WORD_MAX;
	for (size_t i = 0; i < n; i++)
		folded[i] = (char)(p[i] >= 'A' && p[i] <= 'Z' ? p[i] | 32 : p[i]);
	return hash_bytes(folded, n, 0);
}

static void read_words(struct arena *a, const struct discover_text *texts, size_t n, struct text_words *x)
{
	struct id_map *ids = id_map_new(a);
	struct arena *own = arena_child(a);	/* of the array, which grows */
	struct token t;

	x->begin = arena_array(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		for (size_t at = 0; token_next(texts[i].p, texts[i].n, &at, &t);) {
			if (x->n == x->cap) {
				x->words = arena_grow(own, x->words, x->cap * sizeof *x->words,
						      (x->cap * 2 + 1024) * sizeof *x->words);
				x->cap = x->cap * 2 + 1024;
			}
			x->words[x->n++] = *id_map_at(ids, hash_word(texts[i].p + t.at, t.len), (uint32_t)ids->n);
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

float *order_likeness(struct arena *a, const struct discover_text *texts, size_t n)
{
	float *like = arena_array(a, float, n + 1);
	struct arena *own = arena_child(a);
	struct text_words x = { 0 };
	uint32_t *of_word, *of_pair;

	read_words(own, texts, n, &x);
	read_pairs(own, n, &x);
	of_word = arena_array(own, uint32_t, x.n_words + 1);
	of_pair = arena_array(own, uint32_t, x.n_pairs + 1);
	for (size_t k = 0; k < x.n; k++) {
		of_word[x.words[k]]++;
		if (x.pairs[k] != NO_PAIR)
			of_pair[x.pairs[k]]++;
	}
	for (size_t i = 0; i < n; i++) {
		double sum = 0;
		size_t pairs = 0;

		for (size_t k = x.begin[i]; k < x.begin[i + 1]; k++) {
			if (x.pairs[k] == NO_PAIR)
				continue;
			float chance = (float)of_word[x.words[k]] * (float)of_word[x.words[k + 1]] / (float)x.n;

			sum += (double)logf(((float)of_pair[x.pairs[k]] - 1 + SMOOTH) / (chance + SMOOTH));
			pairs++;
		}
		like[i] = pairs ? (float)(sum / (double)(pairs + 1)) : FLT_MAX;
	}
	arena_free(own);
	return like;
}
