/* Names and their numbers: open addressing, at most half full. */
#include "replife/name_map.h"

#include <string.h>

static uint64_t hash_of(const char *s, size_t n)
{
	uint64_t h = 0xcbf29ce484222325u;	/* FNV-1a */

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 0x100000001b3u;
	return h ^ h >> 32;
}

/* Where its number stands, or would; `m` has a slot that is empty. */
static size_t *slot_of(const struct name_map *m, const char *name, size_t len)
{
	size_t i = (size_t)hash_of(name, len) & (m->slots - 1);

	for (; m->number[i]; i = (i + 1) & (m->slots - 1)) {
		const char *had = m->name[m->number[i] - 1];

		if (!strncmp(had, name, len) && !had[len])
			break;
	}
	return &m->number[i];
}

static void grow(struct name_map *m)
{
	m->slots = m->slots ? m->slots * 2 : 64;
	m->number = arena_array(m->arena, size_t, m->slots);
	for (size_t i = 0; i < m->n; i++)
		*slot_of(m, m->name[i], strlen(m->name[i])) = i + 1;
}

size_t name_map_at(struct name_map *m, const char *name, size_t len)
{
	size_t *at;

	if ((m->n + 1) * 2 > m->slots)
		grow(m);
	at = slot_of(m, name, len);
	if (*at)
		return *at - 1;
	if (m->n == m->cap) {
		size_t cap = m->cap ? m->cap * 2 : 32;

		m->name = arena_grow(m->arena, m->name, m->cap * sizeof *m->name, cap * sizeof *m->name);
		m->cap = cap;
	}
	m->name[m->n++] = arena_dup(m->arena, name, len);
	*at = m->n;
	return m->n - 1;
}

size_t name_map_find(const struct name_map *m, const char *name, size_t len)
{
	return m->slots ? *slot_of(m, name, len) - 1 : NO_NAME;	/* 0 - 1 is NO_NAME */
}
