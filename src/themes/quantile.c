#include "quantile.h"

#include <stdlib.h>

static int by_value(const void *x, const void *y)
{
	float a = *(const float *)x, b = *(const float *)y;

	return (a > b) - (a < b);
}

float quantile(float *p, size_t n, double share)
{
	if (!n)
		return 0;
	qsort(p, n, sizeof *p, by_value);
	return p[(size_t)(share * (double)(n - 1))];
}
