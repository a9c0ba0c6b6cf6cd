/*
 * What a text means: the mean of its words' vectors, in which common words count
 * little, without the direction that all texts have in common (S. Arora, Y. Liang,
 * T. Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017). It
 * is the shorter the more its words differ, and of a long text, whose mean says
 * little and whose words say enough. Private to src/themes.
 */
#ifndef THEMES_MEANING_H
#define THEMES_MEANING_H

#include "replife/arena.h"
#include "replife/vectors.h"

struct meaning {
	struct arena *arena;
	const struct vectors *vectors;
	size_t n;			/* numbers; 0: there are no word vectors */
	float *text;			/* n: of the text that was read */
	double weights;			/* … of its words, together */
	float *shared;			/* n: the direction of all, of length 1 */
	double *products;		/* n x n, of the texts that were learned */
};

/* vectors: NULL, or they stay the caller's. */
void meaning_init(struct meaning *m, struct arena *a, const struct vectors *vectors);
/* A text begins; its words by their place among the vectors, or VECTORS_NONE; it
 * ends, and m->text is what it means, at most 1 long. */
void meaning_begin(struct meaning *m);
void meaning_word(struct meaning *m, uint32_t word);
void meaning_end(struct meaning *m);
/* The text that was read is one to learn from; and after the last of them. */
void meaning_learn(struct meaning *m);
void meaning_settle(struct meaning *m);
/* Take out of a text's n numbers what all share. */
void meaning_clear(const struct meaning *m, float *text);

#endif
