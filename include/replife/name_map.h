/*
 * Names, and the number of each: 0 for the first that came, 1 for the second.
 * Found in the same time however many there are. What is counted of them lies
 * in an array of the caller's, by number.
 */
#ifndef REPLIFE_NAME_MAP_H
#define REPLIFE_NAME_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"

#define NO_NAME SIZE_MAX

struct name_map {
	struct arena *arena;		/* the caller sets it; the rest is zero */
	const char **name;		/* by number; copies that lie in the arena */
	size_t n;
	/* ours */
	size_t *number, slots, cap;	/* number + 1 by hash, 0: empty */
};

/* The number of a name of `len` bytes; one that is new gets the next. */
size_t name_map_at(struct name_map *m, const char *name, size_t len);
/* The same, of one that is in; NO_NAME: it is not. */
size_t name_map_find(const struct name_map *m, const char *name, size_t len);

#endif
