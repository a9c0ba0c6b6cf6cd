/* Texts told apart by a number: the same one for the same text. */
#ifndef REPLIFE_HASH_H
#define REPLIFE_HASH_H

#include <stdint.h>

static inline uint64_t hash_of(const char *s)
{
	uint64_t h = 0xcbf29ce484222325u;	/* FNV-1a */

	while (*s)
		h = (h ^ (unsigned char)*s++) * 0x100000001b3u;
	return h;
}

#endif
