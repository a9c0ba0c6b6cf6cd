/* Words and their numbers: a hash table, open addressing. Private to
 * src/themes. */
#ifndef THEMES_WORD_MAP_H
#define THEMES_WORD_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/arena.h"

/* "ai" as a stem, as a word to the letter, and as a beginning are three. */
enum word_kind { WORD_STEM, WORD_EXACT, WORD_PREFIX };

struct word_entry {
	const char *p;
	size_t len;
	enum word_kind kind;
	unsigned hash;
	unsigned number;	/* from 1, in the order of addition */
	bool begins, leads;	/* a term begins with it, goes on after it */
};

struct word_map {
	struct arena *arena;
	struct word_entry *e;
	size_t cap, n;
};

/* Empty; everything will lie in `a`. */
void word_map_init(struct word_map *m, struct arena *a);
/* NULL: it is not in. */
struct word_entry *word_map_find(const struct word_map *m, enum word_kind kind, const char *p,
				 size_t n);
/* Finds or adds; valid until the next addition. */
struct word_entry *word_map_add(struct word_map *m, enum word_kind kind, const char *p, size_t n);

#endif
