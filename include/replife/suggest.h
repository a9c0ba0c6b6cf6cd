/*
 * Which theme a text may belong to, by what people put into themes before: the
 * nearest centre, how often that would have been right, and the words that speak
 * for it. Pure: no store.
 */
#ifndef REPLIFE_SUGGEST_H
#define REPLIFE_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/discover.h"

#define SUGGEST_WORDS 3
#define SUGGEST_MEANT 50000

struct suggest;

/* From n texts and the theme of each, below n_themes; a text that is in several
 * comes once for each. vectors: NULL, or they stay the caller's; of more texts than
 * SUGGEST_MEANT the words say enough, and what they mean is not looked at. Lies in
 * `a`, and keeps nothing else of the caller's. */
struct suggest *suggest_new(struct arena *a, const struct discover_text *texts, const uint32_t *theme, size_t n,
			    size_t n_themes, const struct vectors *vectors);
void suggest_free(struct suggest *s);		/* NULL is fine */

struct suggestion {
	uint32_t theme;
	/* Of people's own texts that were as clear a case as this one, the share that
	 * would have been put where people put them, had they not been known. */
	float confidence;
	size_t n_words;
	const char *words[SUGGEST_WORDS];	/* as they stand in the text */
};

/* False: it is like none of them. Words lie in `a`. */
bool suggest_for(struct suggest *s, struct arena *a, const char *text, size_t n, struct suggestion *out);

#endif
