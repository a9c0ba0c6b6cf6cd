/* Numbers as bytes, little endian. */
#ifndef SERVE_BYTES_H
#define SERVE_BYTES_H

#include <stdint.h>
#include <string.h>

#include "replife/out.h"

static inline uint64_t get_number(const void *p, unsigned bytes)
{
	const unsigned char *b = p;
	uint64_t v = 0;

	while (bytes--)
		v = v << 8 | b[bytes];
	return v;
}

static inline void set_number(unsigned char *b, uint64_t v, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++, v >>= 8)
		b[i] = (unsigned char)v;
}

static inline void put_number(struct out *o, uint64_t v, unsigned bytes)
{
	unsigned char b[8];

	set_number(b, v, bytes);
	out_bytes(o, b, bytes);
}

#endif
