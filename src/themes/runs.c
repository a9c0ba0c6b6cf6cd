/*
 * A text cut at blanks and punctuation. Sixteen bytes at once become bits, of
 * which the edges are read off: a branch at each letter, or even at the end of
 * each word, would take longer than all else that is done with a word.
 */
#include "runs.h"

#include <endian.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef uint8_t bytes __attribute__((vector_size(16)));

struct bits {
	uint64_t word, odd, apostrophe;
};

/* The highest bit of each byte. */
static inline uint64_t bits_of(bytes b)
{
#ifdef __SSE2__
	return (uint64_t)_mm_movemask_epi8((__m128i)b);
#else
	uint64_t half[2];

	memcpy(half, &b, sizeof half);
	for (int i = 0; i < 2; i++)
		half[i] = (le64toh(half[i]) >> 7 & 0x0101010101010101u) * 0x0102040810204080u >> 56;
	return half[0] | half[1] << 8;
#endif
}

static inline struct bits look_at(const char *p)
{
	struct bits out = { 0 };

	for (int i = 0; i < 4; i++) {
		bytes b, word, odd, apostrophe;

		memcpy(&b, p + i * 16, sizeof b);
		word = (bytes)((b | 32) - 'a' < 26) | (bytes)(b - '0' < 10);
		odd = b | (bytes)(b == '@');
		apostrophe = (bytes)(b == '\'');
		out.word |= bits_of(word) << i * 16;
		out.odd |= bits_of(odd) << i * 16;
		out.apostrophe |= bits_of(apostrophe) << i * 16;
	}
	return out;
}

static inline bool plain(unsigned char c)
{
	return (unsigned char)((c | 32) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

void runs_read(struct runs *r, const char *text, size_t n, size_t from)
{
	uint64_t in_run = 0, in_word = 0, carry = 0;	/* from the block before */
	size_t k = 0, blocks = (n - from + 63) / 64;
	const char *p = text + from;

	if (blocks > RUNS_BLOCKS)
		blocks = RUNS_BLOCKS;
	r->from = from;
	r->until = n - from > blocks * 64 ? from + blocks * 64 : n;
	r->n = 0;
	r->any_odd = false;
	for (; k < blocks; k++, p += 64) {
		size_t left = (size_t)(text + n - p);
		char last[64] = "";
		struct bits b;
		uint64_t run, edges, next, sum;
		bool carried;

		if (left < 64)
			memcpy(last, p, left);
		b = look_at(left < 64 ? last : p);
		next = left > 64 && plain((unsigned char)p[64]);
		run = b.word | b.odd |
		      (b.apostrophe & (b.word << 1 | in_word) & (b.word >> 1 | next << 63));
		/* Added to its run, an odd bit is carried to where the run ends. */
		carried = __builtin_add_overflow(run, b.odd & run, &sum);
		carried |= __builtin_add_overflow(sum, carry, &sum);
		carry = carried;
		r->odd[k] = sum & ~run;
		r->any_odd |= b.odd != 0;
		edges = run ^ (run << 1 | in_run);
		for (; edges; edges &= edges - 1)
			r->edge[r->n++] = (uint16_t)(k * 64 + (size_t)__builtin_ctzll(edges));
		in_run = run >> 63;
		in_word = b.word >> 63;
	}
	if (!in_run)
		return;
	if (r->until == n) {
		r->edge[r->n++] = (uint16_t)(k * 64);
		r->odd[k] = carry;
	} else if (r->n > 1) {
		r->until = from + r->edge[--r->n];
	}
}
