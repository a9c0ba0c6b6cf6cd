/*
 * What is known of words: a word is folded, stemmed and cut into letters once,
 * however often it stands in texts. Private to src/themes.
 */
#ifndef THEMES_LEXICON_H
#define THEMES_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "id_map.h"
#include "replife/arena.h"
#include "replife/vectors.h"
#include "stopwords.h"
#include "tokens.h"

#define WORDS_KEPT 200000	/* distinct ones, then it begins anew */

struct word {
	uint32_t stem;			/* its id; UINT32_MAX: not learned */
	uint64_t hash;			/* of the stem */
	bool stop;			/* a stop word: its letters count alone */
	uint32_t vector;		/* its place among the word vectors, or VECTORS_NONE */
	size_t n_letters;
	const uint32_t *letters;	/* ids, UINT32_MAX where they were not learned */
};

struct lexicon {
	struct arena *arena;
	struct sb_stemmer *stemmer;
	const struct vectors *vectors;		/* NULL: none */
	struct stopwords stops;
	struct id_map ids, words;		/* words: to their place in `known` */
	struct arena kept;			/* of `known` */
	struct word *known;
	uint32_t n_known, cap_known;
	uint32_t n_ids;
	unsigned char *letters;			/* by id: is it of letters? */
	size_t cap_letters;
};

/* vectors: NULL, or they stay the caller's. */
void lexicon_init(struct lexicon *x, struct arena *a, const struct vectors *vectors);
void lexicon_free(struct lexicon *x);
/* The word of a token; `learn`: what is new gets an id. NULL: nothing in it that
 * counts. Valid until the next call. */
const struct word *lexicon_word(struct lexicon *x, const char *p, const struct token *t, bool learn);
/* The id of two words side by side, by their hashes, or UINT32_MAX. */
uint32_t lexicon_pair(struct lexicon *x, uint64_t a, uint64_t b, bool learn);
bool lexicon_is_letters(const struct lexicon *x, uint32_t id);

#endif
