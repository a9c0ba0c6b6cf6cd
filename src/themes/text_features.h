/*
 * Texts as sparse vectors: words, pairs of words and the letters within them,
 * weighed by how rare they are; and, with word vectors, what the text means.
 * Private to src/themes.
 *
 * Words are Snowball stems without stop words; pairs stand side by side once
 * those are gone; letters are runs of 3 to 5 within a word, its ends marked, of
 * stop words too. A weight is (1 + ln tf) x (1 + ln((1 + n) / (1 + df))) (Salton's
 * tf-idf, smoothed). Words and pairs together have length 1, letters LETTERS; both
 * are measured before what stands in one text alone is left out, so that a text
 * nobody else speaks like stays short. The meaning (meaning.h) is up to MEANING long.
 */
#ifndef THEMES_TEXT_FEATURES_H
#define THEMES_TEXT_FEATURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/vectors.h"

#define LETTERS 0.8f
/* Of more texts than MEANING_OF, whose words know more, x the eighth root of
 * MEANING_OF / n. */
#define MEANING 0.8
#define MEANING_OF 500

struct term {
	uint32_t id;
	float weight;
};

struct vector {
	const struct term *terms;
	size_t n;
};

struct features;

/* vectors: NULL, or they stay the caller's. */
struct features *features_new(struct arena *a, const struct vectors *vectors);
void features_free(struct features *f);		/* NULL is fine */

/* One more text to learn from, which was said so many times. */
void features_learn(struct features *f, const char *text, size_t n, uint32_t times);
/* After the last: the vectors of what was learned, and how many ids there are. */
void features_weigh(struct features *f);
size_t features_size(const struct features *f);
/* So many ids, the last, every text has as its last terms: its meaning. */
size_t features_shared(const struct features *f);
struct vector features_learned(const struct features *f, size_t i);
/* Is it of a word or pair? They come first, then letters, then meaning. */
bool features_is_word(const struct features *f, uint32_t id);
/* Another text, weighed by what was learned. Valid until the next call. */
struct vector features_of(struct features *f, const char *text, size_t n);

/* For labels: the words and pairs of a text as they stand there, in their order.
 * id: of a word or pair that stands in two texts at least. False ends it. */
struct spelled {
	uint32_t id;
	size_t at, len;			/* bytes of the text */
	bool pair;
	uint32_t parts[2];		/* of a pair: its words; else itself, twice */
};
void features_spell(struct features *f, const char *text, size_t n,
		    bool (*each)(void *ctx, const struct spelled *s), void *ctx);

#endif
