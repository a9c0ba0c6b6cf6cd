/*
 * What came of the words that were read before, by the word as it is written.
 * Of bounded size: a new word may push out an old one, which is then worked
 * out again. Private to src/themes.
 */
#ifndef THEMES_SEEN_H
#define THEMES_SEEN_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "replife/arena.h"

#define SEEN_SHORT 8u	/* bytes of a word */
#define SEEN_LONG 24u	/* longer ones are not kept */

/*
 * A word is a key of one or three numbers, NULs behind its bytes (no word has
 * one). A line is the processor's: all that a word is compared with comes in
 * one fetch, and it is compared with all of it, since which place of a line it
 * has cannot be foretold and a wrong guess takes longer.
 */
struct short_line {
	uint64_t key[4];
	const void *value[4];
};
struct long_line {
	uint64_t key[2][3];
	const void *value[2];
};

struct seen_table {
	struct arena arena;
	void *lines;
	size_t n_lines, n;	/* words put into it */
};

struct seen {
	struct seen_table brief, lengthy;
};

void seen_init(struct seen *s, struct arena *parent);
void seen_free(struct seen *s);

static inline uint64_t seen_eight(const char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof x);
	return le64toh(x);
}

/* The first `n` of eight bytes, 1 to 8; something, of 0. */
static inline uint64_t seen_first(uint64_t x, size_t n)
{
	return x & ~(uint64_t)0 >> ((64 - n * 8) & 63);
}

static inline size_t seen_hash(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t h = a * 0x9e3779b97f4a7c15u + b * 0xc2b2ae3d27d4eb4fu + c * 0x165667b19e3779f9u;

	return (size_t)(h >> 32 ^ h >> 47);
}

/* The word will be looked up: sends for its line, without a branch. SEEN_LONG
 * bytes may be read. */
static inline void seen_expect(const struct seen *s, const char *p, size_t n)
{
	const struct seen_table *t = n <= SEEN_SHORT ? &s->brief : &s->lengthy;
	size_t k = n < 8 ? n : 8, l = n < 16 ? n : 16, m = n < 24 ? n : 24;
	uint64_t a = seen_first(seen_eight(p), k);
	uint64_t b = seen_first(seen_eight(p + 8), l - k) & -(uint64_t)(l > k);
	uint64_t c = seen_first(seen_eight(p + 16), m - l) & -(uint64_t)(m > l);

	__builtin_prefetch((const char *)t->lines + (seen_hash(a, b, c) & (t->n_lines - 1)) * 64);
}

/* What came of the word of `n` bytes at `p`, at most SEEN_LONG, which all may
 * be read. NULL: not seen. */
static inline const void *seen_find(const struct seen *s, const char *p, size_t n)
{
	const struct long_line *l = s->lengthy.lines;
	uint64_t a = seen_eight(p), b, c;
	size_t k;

	if (n <= SEEN_SHORT) {
		const struct short_line *sl = s->brief.lines;

		a = seen_first(a, n);
		sl += seen_hash(a, 0, 0) & (s->brief.n_lines - 1);
		k = (size_t)(sl->key[1] == a) + (size_t)(sl->key[2] == a) * 2 +
		    (size_t)(sl->key[3] == a) * 3;
		return sl->key[k] == a ? sl->value[k] : NULL;
	}
	b = seen_eight(p + 8);
	c = seen_eight(p + 16);
	b = n >= 16 ? b : seen_first(b, n - 8);
	c = n > 16 ? seen_first(c, n - 16) : 0;
	l += seen_hash(a, b, c) & (s->lengthy.n_lines - 1);
	k = !((l->key[1][0] ^ a) | (l->key[1][1] ^ b) | (l->key[1][2] ^ c));
	return !((l->key[k][0] ^ a) | (l->key[k][1] ^ b) | (l->key[k][2] ^ c)) ? l->value[k] : NULL;
}

/* The same at a text's end, where no more than the word may be read. */
const void *seen_find_last(const struct seen *s, const char *p, size_t n);

/* Keeps what came of it; `value` is not NULL. */
void seen_put(struct seen *s, const char *p, size_t n, const void *value);

#endif
