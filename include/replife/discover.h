/*
 * Themes that nobody named yet: groups of texts that speak alike, found without
 * being told how many, each with the words that set it apart, texts to quote, and
 * how close it holds together; and the texts that fit nowhere.
 *
 * How: texts as weighed words, pairs and letters, and, with word vectors, as what
 * they mean; each one's nearest texts; the communities of that graph (Louvain);
 * spherical k-means from them. How near a text's nearest are is weighed against
 * how much speaks for the order of its words: with too little of both it fits
 * nowhere; and of few texts one that says nothing that another of its group says.
 * Of more than SAMPLE different texts a sample is grouped so, and the others go to
 * the nearest centre.
 *
 * The same texts, in the same order, with the same vectors and seed give the same
 * result on every machine with IEEE floats. Pure: no store, no files, no clock.
 */
#ifndef REPLIFE_DISCOVER_H
#define REPLIFE_DISCOVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/vectors.h"

#define DISCOVER_TERMS 3
#define DISCOVER_QUOTES 3

struct discover_text {
	const char *p;
	size_t n;
};

struct discover_group {
	size_t n;			/* texts */
	const uint32_t *texts;		/* their indices, those nearest the centre first */
	size_t n_terms;
	const char *terms[DISCOVER_TERMS];	/* as people wrote them most */
	size_t n_quotes;
	uint32_t quotes[DISCOVER_QUOTES];	/* indices: typical, and unlike each other */
	float cohesion;			/* mean cosine of a text to the centre, 0 to 1 */
	size_t n_parts;			/* with `parts`: groups within a large one */
	struct discover_group *parts;
};

struct discovery {
	size_t n_groups;
	struct discover_group *groups;	/* the largest first */
	size_t n_nowhere;
	const uint32_t *nowhere;	/* in the order of the texts */
};

struct discover_options {
	uint64_t seed;
	bool parts;			/* look inside groups of DISCOVER_LARGE and more */
	const struct vectors *vectors;	/* look at what words mean, too; NULL: not */
};

#define DISCOVER_LARGE 60

/* All of it lies in `a`; nothing of the caller's is kept. */
void discover(struct arena *a, const struct discover_text *texts, size_t n,
	      const struct discover_options *o, struct discovery *out);

#endif
