/*
 * Whether a text's words follow each other as those of other texts do. Words at
 * random, and sentences of another language, share words with others but not what
 * stands beside them. Private to src/themes.
 */
#ifndef THEMES_ORDER_H
#define THEMES_ORDER_H

#include "replife/discover.h"

/* What tells that a text's words are in order, in nats: the sum over its pairs of
 * neighbours of ln((others + c) / (chance + c)). */
struct order {
	float told;
	float usual;		/* what a text of as many words has, as the median text goes; 0 or more */
};

/* Of each of n texts, in `a`. A pair counts twice. By the other texts: in how many
 * it stands, against how often two such words would meet by chance (pointwise
 * mutual information, Church and Hanks 1990, smoothed so that rare pairs say
 * little; other texts alone count). And by its kinds of words in English
 * (stopwords.h), where the median text is English by that. About 0 or less for
 * words at random, more the longer a text is and the more texts there are to learn
 * from. A text of one word tells nothing: 0 and 0. */
struct order *order_read(struct arena *a, const struct discover_text *texts, size_t n);

#endif
