/* Who speaks like whom: the nearest texts by cosine. Private to src/themes. */
#ifndef THEMES_NEIGHBOURS_H
#define THEMES_NEIGHBOURS_H

#include "text_features.h"

struct near {
	uint32_t text;
	float like;			/* the cosine */
};

/* Of n texts each, at most `k`, the nearest first, those with nothing in common
 * left out. */
struct neighbours {
	size_t n, k;
	uint32_t *count;		/* of each text */
	struct near *near;		/* [text * k + i] */
};

/* Through an index from ids to texts; the n_shared last ids, which every text has
 * as its last terms, one by one. n: at most NEIGHBOURS_MAX. Lies in `a`. */
#define NEIGHBOURS_MAX 65536
void neighbours_find(struct arena *a, const struct vector *v, size_t n, size_t n_ids, size_t n_shared, size_t k,
		     struct neighbours *out);

#endif
