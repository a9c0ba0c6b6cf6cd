/* What a group is about: the words that set it apart, and texts to quote.
 * Private to src/themes. */
#ifndef THEMES_DESCRIBE_H
#define THEMES_DESCRIBE_H

#include "centres.h"
#include "replife/discover.h"

/* The texts that were learned, and where each belongs. */
struct grouped {
	struct features *features;
	const struct discover_text *texts;
	const struct vector *v;
	size_t n;
	const uint32_t *group;		/* NO_GROUP: nowhere */
	const uint32_t *have;		/* describe_count(): how many texts have each word or pair */
};

/* By id; lies in `a`. */
uint32_t *describe_count(struct arena *a, const struct grouped *all);
/*
 * Up to DISCOVER_TERMS words or pairs: sqrt(share of the group's texts that have
 * it) x how much likelier it is there than anywhere (pointwise mutual
 * information). `members`: of the group, those nearest its centre first. The
 * terms lie in `a`.
 */
size_t describe_terms(struct arena *a, const struct grouped *all, const uint32_t *members, size_t n,
		      const char *terms[DISCOVER_TERMS]);
/* Typical and unlike each other: maximal marginal relevance (J. Carbonell,
 * J. Goldstein, 1998), lambda 0.7, among the nearest to the centre. */
size_t describe_quotes(struct arena *a, const struct grouped *all, const struct centres *c, uint32_t group,
		       const uint32_t *members, size_t n, uint32_t quotes[DISCOVER_QUOTES]);

#endif
