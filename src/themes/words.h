/* The words of texts, as a codebook's terms ask for them. Private to
 * src/themes. */
#ifndef THEMES_WORDS_H
#define THEMES_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/arena.h"
#include "word_map.h"

/* Which of the terms' words a word is: their numbers, 0 for none. It may have
 * several beginnings, the longest first. */
struct word_fit {
	unsigned stem, exact;
	bool begins, leads;	/* a term begins with it, goes on after it */
	size_t n_prefixes;
	const unsigned *prefixes;
	const struct word_fit *next;	/* words.c's */
};

/* A word of a text that begins a term, or may go on with one. */
struct word_found {
	const struct word_fit *fit;
	size_t at, len;		/* in the text */
	size_t nth;		/* among all the text's words */
};

struct words;

/* In `a`, and gone with it. */
struct words *words_new(struct arena *a);
/* Lets go of the stemmer and of what lies beside `a`, before `a` goes. */
void words_close(struct words *w);

/* A term's word, as written; all are added before the first words_find().
 * Its number, from 1. `first`, `last`: of a term. */
unsigned words_add(struct words *w, enum word_kind kind, bool first, bool last,
		   const char *p, size_t n);
size_t words_count(const struct words *w);	/* the highest number */

/* The text's words with which a term begins, and those after them with which
 * one goes on, in order; valid until the next call. */
size_t words_find(struct words *w, const char *text, size_t n, const struct word_found **out);

#endif
