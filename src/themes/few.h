/*
 * Groups of few texts. Among many, what is near is near because others say the
 * same; among few, something is always nearest, if only by the letters of "late"
 * and "date". Private to src/themes.
 */
#ifndef THEMES_FEW_H
#define THEMES_FEW_H

#include "centres.h"

/* So many different texts, and more, are many. */
#define FEW 40

/*
 * Leaves together what says something in common: a stem that is no stop word, or
 * letters and meaning that are alike enough. A group falls into those that hold
 * together so; a text that is left alone fits nowhere, unless it was said twice.
 * n: below FEW. group: of each text, as partition() left it. Returns how many
 * groups there are then.
 */
size_t few_together(const struct features *f, const struct vector *v, const uint32_t *times, size_t n,
		    uint32_t *group);

#endif
