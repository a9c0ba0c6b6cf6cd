/*
 * Whether a text's words follow each other as those of other texts do. Words at
 * random, and sentences of another language, share words with others but not what
 * stands beside them. Private to src/themes.
 */
#ifndef THEMES_ORDER_H
#define THEMES_ORDER_H

#include "replife/discover.h"

/* Of each of n texts, in `a`: the mean, over its pairs of neighbouring words, of
 * ln((others + c) / (chance + c)): in how many other texts the pair stands, against
 * how often two such words would meet by chance (pointwise mutual information,
 * Church and Hanks 1990, smoothed so that rare pairs say little; other texts alone
 * count). About 0 for words at random, more the more texts there are to learn from.
 * A text of one word says nothing: FLT_MAX. */
float *order_likeness(struct arena *a, const struct discover_text *texts, size_t n);

#endif
