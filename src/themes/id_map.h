/* 64-bit hashes to small numbers: open addressing. The hash stands for what was
 * hashed; of ten million the odds of two alike are 1 in 400,000. Private to
 * src/themes. */
#ifndef THEMES_ID_MAP_H
#define THEMES_ID_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"

struct id_map {
	struct arena *arena;		/* told when memory runs out */
	struct id_entry {
		uint64_t hash;		/* 0: free */
		uint32_t id;
	} *e;
	size_t cap, n;
};

void id_map_init(struct id_map *m, struct arena *a);
void id_map_free(struct id_map *m);
/* One that goes with the arena. */
struct id_map *id_map_new(struct arena *a);
/* Its number, or NULL. */
uint32_t *id_map_find(const struct id_map *m, uint64_t hash);
/* Where it is, added with number `id` if it is not there. */
uint32_t *id_map_at(struct id_map *m, uint64_t hash, uint32_t id);

/* Of bytes, never 0; another `salt`, another hash. */
uint64_t hash_bytes(const char *p, size_t n, uint64_t salt);
uint64_t hash_mix(uint64_t a, uint64_t b);

#endif
