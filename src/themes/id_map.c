#include "id_map.h"

#include <stdlib.h>
#include <string.h>

void id_map_init(struct id_map *m, struct arena *a)
{
	*m = (struct id_map){ .arena = a };
}

static void free_map(void *m)
{
	id_map_free(m);
}

struct id_map *id_map_new(struct arena *a)
{
	struct id_map *m = arena_new(a, struct id_map);

	id_map_init(m, a);
	arena_defer(a, free_map, m);
	return m;
}

void id_map_free(struct id_map *m)
{
	free(m->e);
	m->e = NULL;
	m->cap = m->n = 0;
}

static struct id_entry *place(struct id_entry *e, size_t cap, uint64_t hash)
{
	size_t i = (size_t)hash & (cap - 1);

	while (e[i].hash && e[i].hash != hash)
		i = (i + 1) & (cap - 1);
	return &e[i];
}

static void grow(struct id_map *m)
{
	size_t cap = m->cap ? m->cap * 2 : 4096;
	struct id_entry *e = calloc(cap, sizeof *e);

	if (!e)
		arena_oom(m->arena);
	for (size_t i = 0; i < m->cap; i++)
		if (m->e[i].hash)
			*place(e, cap, m->e[i].hash) = m->e[i];
	free(m->e);
	m->e = e;
	m->cap = cap;
}

uint32_t *id_map_find(const struct id_map *m, uint64_t hash)
{
	struct id_entry *e = m->cap ? place(m->e, m->cap, hash) : NULL;

	return e && e->hash ? &e->id : NULL;
}

uint32_t *id_map_at(struct id_map *m, uint64_t hash, uint32_t id)
{
	struct id_entry *e;

	if ((m->n + 1) * 3 > m->cap * 2)
		grow(m);
	e = place(m->e, m->cap, hash);
	if (!e->hash) {
		*e = (struct id_entry){ hash, id };
		m->n++;
	}
	return &e->id;
}

/* The finalizer of MurmurHash3. */
static uint64_t finish(uint64_t h)
{
	h ^= h >> 33;
	h *= 0xFF51AFD7ED558CCDu;
	h ^= h >> 33;
	h *= 0xC4CEB9FE1A85EC53u;
	h ^= h >> 33;
	return h ? h : 1;
}

uint64_t hash_bytes(const char *p, size_t n, uint64_t salt)
{
	uint64_t h = 0xCBF29CE484222325u ^ salt * 0x9E3779B97F4A7C15u;

	for (; n >= 8; p += 8, n -= 8) {
		uint64_t w;

		memcpy(&w, p, 8);
		h = (h ^ w) * 0x9FB21C651E98DF25u;
		h ^= h >> 32;
	}
	while (n--)
		h = (h ^ (unsigned char)*p++) * 0x100000001B3u;
	return finish(h);
}

uint64_t hash_mix(uint64_t a, uint64_t b)
{
	return finish(a * 0x9E3779B97F4A7C15u + b);
}
