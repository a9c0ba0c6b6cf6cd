/* Time comes from a clock that is passed in. */
#ifndef REPLIFE_CLOCK_H
#define REPLIFE_CLOCK_H

#include <stdint.h>

struct clock {
	int64_t (*now_s)(void *ctx);	/* UTC seconds since 1970 */
	void *ctx;
};

extern const struct clock clock_system;
/* Always `*at_s`, which must outlive the clock. */
struct clock clock_fixed(int64_t *at_s);

static inline int64_t clock_now_s(const struct clock *c)
{
	return c->now_s(c->ctx);
}

#endif
