/* Where a text went, for the tests of grouping. */
#ifndef TESTS_GROUP_OF_H
#define TESTS_GROUP_OF_H

#include "replife/discover.h"

/* The group of the text; -1: nowhere. */
static inline int group_of(const struct discovery *d, uint32_t text)
{
	for (size_t g = 0; g < d->n_groups; g++)
		for (size_t i = 0; i < d->groups[g].n; i++)
			if (d->groups[g].texts[i] == text)
				return (int)g;
	return -1;
}

#endif
