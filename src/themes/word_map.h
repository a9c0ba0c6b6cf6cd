/* Words and what is known of them: a hash table, open addressing. Private to
 * src/themes. */
#ifndef THEMES_WORD_MAP_H
#define THEMES_WORD_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/arena.h"

/* What is known of a word: its number as it stands, and its stem's; 0 where
 * no term has it. */
struct word_info {
	const char *p;
	unsigned len, hash, exact, stem;
};

struct word_map {
	struct arena *arena;
	struct word_info *e;
	size_t cap, n;
};

/* `cap`: a power of two. Everything lies in `a`. */
void word_map_init(struct word_map *m, struct arena *a, size_t cap);
/* Its place; p is NULL there where it is not in. */
struct word_info *word_map_find(const struct word_map *m, const char *p, size_t n);
/* Finds or adds; *fresh says which. Valid until the next addition. */
struct word_info *word_map_at(struct word_map *m, const char *p, size_t n, bool *fresh);

#endif
