/* Words and what is known of them. */
#include "word_map.h"

#include <stdint.h>
#include <string.h>

static unsigned hash_word(const char *p, size_t n)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)p[i]) * 0x100000001b3u;
	return (unsigned)(h ^ h >> 32);
}

void word_map_init(struct word_map *m, struct arena *a, size_t cap)
{
	m->arena = a;
	m->cap = cap;
	m->n = 0;
	m->e = arena_array(a, struct word_info, cap);
}

static struct word_info *slot_of(struct word_info *e, size_t cap, const char *p, size_t n, unsigned h)
{
	size_t i = h & (cap - 1);

	while (e[i].p && (e[i].hash != h || e[i].len != n || memcmp(e[i].p, p, n)))
		i = (i + 1) & (cap - 1);
	return &e[i];
}

struct word_info *word_map_find(const struct word_map *m, const char *p, size_t n)
{
	return slot_of(m->e, m->cap, p, n, hash_word(p, n));
}

struct word_info *word_map_at(struct word_map *m, const char *p, size_t n, bool *fresh)
{
	unsigned h = hash_word(p, n);
	struct word_info *w = slot_of(m->e, m->cap, p, n, h);

	*fresh = !w->p;
	if (w->p)
		return w;
	if ((m->n + 1) * 3 > m->cap * 2) {
		struct word_map big;

		word_map_init(&big, m->arena, m->cap * 2);
		for (size_t i = 0; i < m->cap; i++)
			if (m->e[i].p)
				*slot_of(big.e, big.cap, m->e[i].p, m->e[i].len, m->e[i].hash) = m->e[i];
		big.n = m->n;
		*m = big;
		w = slot_of(m->e, m->cap, p, n, h);
	}
	w->p = arena_dup(m->arena, p, n);
	w->len = (unsigned)n;
	w->hash = h;
	m->n++;
	return w;
}
