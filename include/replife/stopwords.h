/* English words that say how the others belong together ("stop words"). */
#ifndef REPLIFE_STOPWORDS_H
#define REPLIFE_STOPWORDS_H

#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"

struct stopwords;

/* The program's own list; it goes with the arena. */
const struct stopwords *stopwords_new(struct arena *a);
/* The class of a word in small letters with "'" for its apostrophe; 0: no stop word. */
uint32_t stopwords_class(const struct stopwords *s, const char *p, size_t n);

#endif
