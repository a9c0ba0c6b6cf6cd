/* Files of word vectors: refused, or every word in them can be looked up. The sum
 * is put right first, or nothing behind it would be seen. */
#include "fuzz.h"
#include "replife/vectors.h"

enum { AT_SUM = 24, AT_BODY = 32 };

/* RFC 1950, 8.2. */
static uint32_t sum_of(const unsigned char *p, size_t n)
{
	uint32_t a = 1, b = 0;

	for (size_t i = 0; i < n; i++) {
		a = (a + p[i]) % 65521;
		b = (b + a) % 65521;
	}
	return b << 16 | a;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned char *own = (unsigned char *)own_copy((const char *)data, size);
	struct err err = { 0 };
	struct vectors v;
	float *sum;

	for (size_t i = 0; size >= AT_BODY && i < 4; i++)
		own[AT_SUM + i] = (unsigned char)(sum_of(own + AT_BODY, size - AT_BODY) >> (8 * i));
	if (vectors_read(own, size, &v, &err)) {
		HOLDS(*err.what);
		free(own);
		return 0;
	}
	sum = calloc(v.n_numbers + 1, sizeof *sum);
	HOLDS(sum);
	for (uint32_t w = 0, from = 0; w < v.n_words; w++) {
		uint32_t end = (uint32_t)v.ends[4 * w] | (uint32_t)v.ends[4 * w + 1] << 8 |
			       (uint32_t)v.ends[4 * w + 2] << 16 | (uint32_t)v.ends[4 * w + 3] << 24;

		HOLDS(end >= from);
		HOLDS(vectors_find(&v, (const char *)v.text + from, end - from) == w);
		vectors_add(&v, w, 1, sum);
		from = end;
	}
	free(sum);
	free(own);
	return 0;
}
