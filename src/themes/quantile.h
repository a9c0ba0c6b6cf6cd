/* Where a share of some numbers ends. Private to src/themes. */
#ifndef THEMES_QUANTILE_H
#define THEMES_QUANTILE_H

#include <stddef.h>

/* The least that at least `share` of them (0 to 1) do not exceed, about; sorts
 * `p`. 0 where there are none. */
float quantile(float *p, size_t n, double share);

#endif
