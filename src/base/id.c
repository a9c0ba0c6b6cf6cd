#include "replife/id.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <uuid/uuid.h>

/* Version 7 (RFC 9562): milliseconds since 1970 in front, then a fraction of
 * one, so that ids made one after the other lie side by side in an index.
 * libuuid stirs a generator of its own for each, which costs as much as a query. */
struct uuid uuid_new(void)
{
	struct uuid u;
	struct timespec now;
	uint64_t ms;
	unsigned fraction;

	if (getrandom(u.b, sizeof u.b, 0) != sizeof u.b)
		uuid_generate_random(u.b);
	u.b[8] = (uint8_t)(0x80 | (u.b[8] & 0x3f));	/* the variant */
	clock_gettime(CLOCK_REALTIME, &now);
	ms = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
	fraction = (unsigned)((uint64_t)now.tv_nsec % 1000000 * 4096 / 1000000);
	for (int i = 0; i < 6; i++)
		u.b[i] = (uint8_t)(ms >> (40 - 8 * i));
	u.b[6] = (uint8_t)(0x70 | fraction >> 8);
	u.b[7] = (uint8_t)fraction;
	return u;
}

bool uuid_none(const struct uuid *u)
{
	static const struct uuid none;

	return !memcmp(u, &none, sizeof none);
}

void uuid_text(const struct uuid *u, char out[UUID_TEXT_SIZE])
{
	uuid_unparse_lower(u->b, out);
}

bool uuid_from_text(const char *s, struct uuid *out)
{
	return strlen(s) == UUID_TEXT_SIZE - 1 && !uuid_parse(s, out->b);
}
