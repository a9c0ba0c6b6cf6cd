/*
 * A partition of texts into groups, without being told how many: the nearest
 * texts of each, the communities of that graph, and spherical k-means from them.
 * The recipe was measured on labelled sets of short texts. Private to src/themes.
 */
#ifndef THEMES_PARTITION_H
#define THEMES_PARTITION_H

#include "centres.h"
#include "order.h"
#include "random.h"

struct partition_options {
	double resolution;		/* 1; less for fewer groups */
	size_t n_shared;		/* so many ids, the last, every text has as its last terms */
	bool everybody;			/* nobody fits nowhere */
	const struct order *order;	/* n: order_read(); NULL: not known */
	const uint32_t *times;		/* n: how often each text was said; what is said twice is heard */
};

/* group[n]: of each text, NO_GROUP where it fits nowhere. Returns their number,
 * at least 1 (some may be empty); *c, in `a`, are their centres. */
size_t partition(struct arena *a, const struct vector *v, size_t n, size_t n_ids,
		 const struct partition_options *o, struct random *r, uint32_t *group, struct centres *c);

#endif
