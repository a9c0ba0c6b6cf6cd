/*
 * Groups and their centres: spherical k-means (I. Dhillon, D. Modha, 2001) from a
 * partition that is there. Private to src/themes.
 */
#ifndef THEMES_CENTRES_H
#define THEMES_CENTRES_H

#include "text_features.h"

#define NO_GROUP UINT32_MAX
#define LANES 8			/* floats that are worked on at once */

struct centres {
	size_t k, n_ids;
	size_t row;			/* k, filled up to whole LANES */
	float *sum;			/* [id * row + group], of the members' vectors */
	float *by;			/* 1 / length of each */
	float *like;			/* row, for one text */
};

/* Room for k centres; lies in `a`. */
void centres_init(struct arena *a, struct centres *c, size_t k, size_t n_ids);
/* From the members that have a group. */
void centres_set(struct centres *c, const struct vector *v, size_t n, const uint32_t *group);
/* The nearest, and the cosine to it; NO_GROUP: nothing in common with any. */
uint32_t centres_nearest(struct centres *c, struct vector v, float *like);
float centres_like(const struct centres *c, struct vector v, uint32_t group);
/* Until hardly anybody moves, or `rounds` have passed. `group` holds the start; `free_to`,
 * where given, says who takes part. */
void centres_settle(struct centres *c, const struct vector *v, size_t n, uint32_t *group,
		    const bool *takes_part, unsigned rounds);

#endif
