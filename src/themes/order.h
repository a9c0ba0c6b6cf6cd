/*
 * Whether a text's words follow each other as those of other texts do. Words at
 * random, and sentences of another language, share words with others but not what
 * stands beside them. Private to src/themes.
 */
#ifndef THEMES_ORDER_H
#define THEMES_ORDER_H

#include "replife/discover.h"

/* What tells that a text's words are in order, in nats: a sum over its different
 * pairs of neighbours within a sentence, of which a text's edges are words. */
struct order {
	float told;
	float usual;		/* what so many pairs have, as the median text goes; 0 or more */
};

/* Of each of n texts, in `a`. A pair counts twice. By the other texts, as
 * ln((others + .5) / (chance + .5)): in how many of them it stands, against how
 * many would have it by chance, from how many have each of its words (pointwise
 * mutual information, Church and Hanks 1990, smoothed so that rare pairs say
 * little). And by its kinds of words in English (stopwords.h), where the median
 * text is English by that, but for the edges. A text in another language among English
 * ones has few to learn from: nothing speaks against it, a little for it, and
 * nothing is usual.
 * About 0 or less for words at random, more the longer a text is and the more
 * texts there are. A text without words tells nothing: 0 and 0. */
struct order *order_read(struct arena *a, const struct discover_text *texts, size_t n);

#endif
