#include "replife/id.h"

#include <string.h>
#include <uuid/uuid.h>

struct uuid uuid_new(void)
{
	struct uuid u;

	uuid_generate_random(u.b);
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
