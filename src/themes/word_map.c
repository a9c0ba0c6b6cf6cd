/* Words and their numbers. */
#include "word_map.h"

#include <stdint.h>
#include <string.h>

static unsigned hash_word(enum word_kind kind, const char *p, size_t n)
{
	uint64_t h = 0xcbf29ce484222325u ^ (uint64_t)kind;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)p[i]) * 0x100000001b3u;
	return (unsigned)(h ^ h >> 32);
}

void word_map_init(struct word_map *m, struct arena *a)
{
	m->arena = a;
	m->cap = 256;
	m->n = 0;
	m->e = arena_array(a, struct word_entry, m->cap);
}

/* Its place, empty where it is not in. */
static struct word_entry *place(const struct word_map *m, enum word_kind kind, const char *p,
				size_t n, unsigned h)
{
	size_t i = h & (m->cap - 1);
	struct word_entry *e;

	while ((e = &m->e[i])->p &&
	       (e->hash != h || e->kind != kind || e->len != n || memcmp(e->p, p, n)))
		i = (i + 1) & (m->cap - 1);
	return e;
}

struct word_entry *word_map_find(const struct word_map *m, enum word_kind kind, const char *p,
				 size_t n)
{
	struct word_entry *e = place(m, kind, p, n, hash_word(kind, p, n));

	return e->p ? e : NULL;
}

static void grow(struct word_map *m)
{
	struct word_map big = { .arena = m->arena, .cap = m->cap * 2, .n = m->n };

	big.e = arena_array(m->arena, struct word_entry, big.cap);
	for (size_t i = 0; i < m->cap; i++)
		if (m->e[i].p)
			*place(&big, m->e[i].kind, m->e[i].p, m->e[i].len, m->e[i].hash) = m->e[i];
	*m = big;
}

struct word_entry *word_map_add(struct word_map *m, enum word_kind kind, const char *p, size_t n)
{
	unsigned h = hash_word(kind, p, n);
	struct word_entry *e = place(m, kind, p, n, h);

	if (e->p)
		return e;
	if ((m->n + 1) * 3 > m->cap * 2) {
		grow(m);
		e = place(m, kind, p, n, h);
	}
	*e = (struct word_entry){ .p = arena_dup(m->arena, p, n), .len = n, .kind = kind, .hash = h,
				  .number = (unsigned)++m->n };
	return e;
}
