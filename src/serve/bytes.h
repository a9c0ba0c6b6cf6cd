/* Numbers as bytes, little endian. */
#ifndef SERVE_BYTES_H
#define SERVE_BYTES_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "replife/out.h"

/* `bytes`: 4 or 8. */
static inline uint64_t get_number(const void *p, unsigned bytes)
{
	uint64_t long_one;
	uint32_t short_one;

	if (bytes == 8) {
		memcpy(&long_one, p, 8);
		return le64toh(long_one);
	}
	memcpy(&short_one, p, 4);
	return le32toh(short_one);
}

static inline void set_number(unsigned char *b, uint64_t v, unsigned bytes)
{
	uint64_t long_one = htole64(v);
	uint32_t short_one = htole32((uint32_t)v);

	if (bytes == 8)
		memcpy(b, &long_one, 8);
	else
		memcpy(b, &short_one, 4);
}

static inline void put_number(struct out *o, uint64_t v, unsigned bytes)
{
	unsigned char b[8];

	set_number(b, v, bytes);
	out_bytes(o, b, bytes);
}

#endif
