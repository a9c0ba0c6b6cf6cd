#include "replife/clock.h"

#include <time.h>

static int64_t system_now_s(void *ctx)
{
	(void)ctx;
	return (int64_t)time(NULL);
}

const struct clock clock_system = { system_now_s, NULL };

static int64_t fixed_now_s(void *ctx)
{
	return *(int64_t *)ctx;
}

struct clock clock_fixed(int64_t *at_s)
{
	return (struct clock){ fixed_now_s, at_s };
}
