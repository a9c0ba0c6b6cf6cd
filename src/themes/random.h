/* Numbers that are the same for the same seed, on every machine: SplitMix64
 * (S. Vigna). Private to src/themes. */
#ifndef THEMES_RANDOM_H
#define THEMES_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

static inline uint64_t random_next(struct random *r)
{
	uint64_t z = r->state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

/* Below n, which is not 0. */
static inline size_t random_below(struct random *r, size_t n)
{
	return (size_t)(random_next(r) % n);
}

/* In any order, each as likely (Fisher and Yates). */
static inline void random_shuffle(struct random *r, uint32_t *p, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = random_below(r, i);
		uint32_t t = p[i - 1];

		p[i - 1] = p[j];
		p[j] = t;
	}
}

#endif
