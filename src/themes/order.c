#include "order.h"

#include <math.h>
#include <string.h>

#include "id_map.h"
#include "quantile.h"
#include "stopwords.h"
#include "tokens.h"

#define SMOOTH 0.5f
#define FEW_LEAST 0.2f		/* what a text in another language is given at least */
#define WORD_MAX 64		/* bytes that tell a word from others */
#define NO_PAIR UINT32_MAX
#define EDGE 0			/* the number of no word: where a text begins and ends */

/* All texts one after the other: the number of each word, and that of it and the
 * word after it: NO_PAIR at the end of a sentence, and where the text had that
 * pair already, since who says a thing twice says no more than who says it once. */
struct text_words {
	size_t *begin;			/* of each text, and the end of the last */
	size_t *n_pairs, *n_inside;	/* of each text, those that count; and without its edges */
	bool *elsewhere;		/* is it in another language than English? */
	uint32_t *words, *pairs;
	unsigned char *class;		/* of each word, as stopwords_class() */
	bool *last;			/* of each word: a sentence ends after it */
	size_t n, cap, n_different, n_different_pairs;
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
	x->last = arena_grow(own, x->last, x->cap * sizeof *x->last, cap * sizeof *x->last);
	x->cap = cap;
}

/* `apart`: the word before it ends a sentence. */
static void add_word(struct arena *own, struct text_words *x, uint32_t word, uint32_t class, bool apart)
{
	if (x->n == x->cap)
		more_words(own, x);
	x->last[x->n] = false;
	if (apart)
		x->last[x->n - 1] = true;
	x->class[x->n] = (unsigned char)class;
	x->words[x->n++] = word;
}

/* The words of a text. It is in another language where more of them tell of one
 * than of English. */
static void read_text(struct arena *own, struct id_map *ids, const struct stopwords *known,
		      const struct discover_text *text, size_t i, struct text_words *x)
{
	size_t english = 0, elsewhere = 0, end = 0;
	char word[WORD_MAX];
	struct token t;

	for (size_t at = 0; token_next(text->p, text->n, &at, &t); end = t.at + t.len) {
		size_t len = fold(text->p + t.at, t.len, word);
		uint32_t class = stopwords_class(known, word, len);
		bool first = x->n == x->begin[i];

		if (first)
			add_word(own, x, EDGE, known->edge, false);
		english += class != 0;
		elsewhere += stopwords_elsewhere(known, word, len);
		add_word(own, x, *id_map_at(ids, hash_bytes(word, len, 0), (uint32_t)ids->n + 1), class,
			 !first && token_apart(text->p, end, t.at));
	}
	if (x->n > x->begin[i])
		add_word(own, x, EDGE, known->edge, false);
	x->begin[i + 1] = x->n;
	x->elsewhere[i] = elsewhere > english;
}

static void read_words(struct arena *a, const struct stopwords *known, const struct discover_text *texts, size_t n,
		       struct text_words *x)
{
	struct id_map *ids = id_map_new(a);
	struct arena *own = arena_child(a);	/* of the arrays, which grow */

	x->begin = arena_array(a, size_t, n + 1);
	x->elsewhere = arena_array(a, bool, n + 1);
	for (size_t i = 0; i < n; i++)
		read_text(own, ids, known, &texts[i], i, x);
	x->n_different = ids->n + 1;
}

static void read_pairs(struct arena *a, size_t n, struct text_words *x)
{
	struct id_map *ids = id_map_new(a);
	size_t *had = arena_array(a, size_t, x->n + 1);	/* the text that had a pair last, + 1 */

	x->pairs = arena_array(a, uint32_t, x->n + 1);
	x->n_pairs = arena_array(a, size_t, n + 1);
	x->n_inside = arena_array(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = x->begin[i]; k < x->begin[i + 1]; k++) {
			uint32_t id;

			x->pairs[k] = NO_PAIR;
			if (x->last[k] || k + 1 == x->begin[i + 1])
				continue;
			id = *id_map_at(ids, hash_mix((uint64_t)x->words[k] + 1, (uint64_t)x->words[k + 1] + 1),
					(uint32_t)ids->n);
			if (had[id] != i + 1) {
				x->pairs[k] = id;
				x->n_pairs[i]++;
				x->n_inside[i] += x->words[k] != EDGE && x->words[k + 1] != EDGE;
			}
			had[id] = i + 1;
		}
	}
	x->n_different_pairs = ids->n;
}

/* In how many texts each word is; in *own, how many different ones each text has. */
static uint32_t *count_words(struct arena *a, const struct text_words *x, size_t n, size_t *own)
{
	uint32_t *in = arena_array(a, uint32_t, x->n_different + 1);
	size_t *had = arena_array(a, size_t, x->n_different + 1);

	for (size_t i = 0; i < n; i++)
		for (size_t k = x->begin[i]; k < x->begin[i + 1]; k++) {
			if (had[x->words[k]] == i + 1)
				continue;
			had[x->words[k]] = i + 1;
			in[x->words[k]]++;
			own[i]++;
		}
	return in;
}

/* Of each text, how far others have its pairs: what others have is all but what
 * it has itself, and no text counts for more than one. */
static void as_others_do(struct arena *a, const struct text_words *x, size_t n, float *out)
{
	size_t *own = arena_array(a, size_t, n + 1), all = 0;
	uint32_t *in = count_words(a, x, n, own), *of_pair = arena_array(a, uint32_t, x->n_different_pairs + 1);

	for (size_t i = 0; i < n; i++)
		all += own[i];
	for (size_t k = 0; k < x->n; k++)
		if (x->pairs[k] != NO_PAIR)
			of_pair[x->pairs[k]]++;
	for (size_t i = 0; i < n; i++)
		for (size_t k = x->begin[i]; k < x->begin[i + 1]; k++) {
			float chance;

			if (x->pairs[k] == NO_PAIR || all == own[i])
				continue;
			chance = (float)(in[x->words[k]] - 1) * (float)(in[x->words[k + 1]] - 1) / (float)(all - own[i]);
			out[i] += logf(((float)of_pair[x->pairs[k]] - 1 + SMOOTH) / (chance + SMOOTH));
		}
}

/* Of each text, how far English has its pairs; `inside`: without its edges, where
 * any language may have its names and things. */
static void as_in_english(const struct text_words *x, const struct stopwords *known, size_t n, bool inside, float *out)
{
	memset(out, 0, n * sizeof *out);
	for (size_t i = 0; i < n; i++)
		for (size_t k = x->begin[i]; k < x->begin[i + 1]; k++)
			if (x->pairs[k] != NO_PAIR && !(inside && (x->words[k] == EDGE || x->words[k + 1] == EDGE)))
				out[i] += known->follows[x->class[k]][x->class[k + 1]];
}

/* The median, over the texts of two words and more, of what they have for each of
 * so many pairs; those in other languages are left out where `english`. */
static float usual_of(struct arena *a, const struct text_words *x, size_t n, const float *sums, const size_t *pairs, bool english)
{
	float *each = arena_array(a, float, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (x->n_inside[i] && !(english && x->elsewhere[i]))
			each[k++] = sums[i] / (float)pairs[i];
	return k ? quantile(each, k, 0.5) : 0;
}

struct order *order_read(struct arena *a, const struct discover_text *texts, size_t n)
{
	struct order *out = arena_array(a, struct order, n + 1);
	struct arena *own = arena_child(a);
	float *sums = arena_array(own, float, n + 1), *by_kind = arena_array(own, float, n + 1), usual;
	struct text_words x = { 0 };
	struct stopwords known;
	bool english;

	stopwords_init(&known, own);
	read_words(own, &known, texts, n, &x);
	read_pairs(own, n, &x);
	as_others_do(own, &x, n, sums);
	as_in_english(&x, &known, n, true, by_kind);
	english = usual_of(own, &x, n, by_kind, x.n_inside, false) > 0;
	as_in_english(&x, &known, n, false, by_kind);
	for (size_t i = 0; english && i < n; i++)
		sums[i] += x.elsewhere[i] ? 0 : by_kind[i];
	usual = fmaxf(usual_of(own, &x, n, sums, x.n_pairs, english), 0);
	for (size_t i = 0; i < n; i++) {
		bool few = english && x.elsewhere[i];

		out[i] = (struct order){ few ? fmaxf(sums[i], FEW_LEAST) : sums[i], few ? 0 : usual * (float)x.n_pairs[i] };
	}
	arena_free(own);
	return out;
}
