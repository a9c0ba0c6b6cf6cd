/* How stop words follow each other. Private to src/themes. */
#ifndef THEMES_STOPWORDS_H
#define THEMES_STOPWORDS_H

#include <stdbool.h>

#include "id_map.h"
#include "replife/stopwords.h"

#define STOPWORDS_CLASSES 24	/* at most; class 0 is every other word */

/* Words that stand beside the same words are of one class. */
struct stopwords {
	struct id_map *class_of, *elsewhere;	/* words of English, and of other languages */
	unsigned char edge;	/* the class of a sentence's begin and end */
	/* ln of how often a word of the second class follows one of the first in
	 * English, against how often it would by chance, smoothed. */
	float follows[STOPWORDS_CLASSES][STOPWORDS_CLASSES];
};

/* From the program's own lists; it goes with the arena. */
void stopwords_init(struct stopwords *s, struct arena *a);
/* Is it a common word of another language, or written with letters that English
 * has not? */
bool stopwords_elsewhere(const struct stopwords *s, const char *p, size_t n);

#endif
