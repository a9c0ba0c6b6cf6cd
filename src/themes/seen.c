/* What came of the words that were read before. */
#include "seen.h"

#define LINE 64u		/* bytes */
#define LINES_MIN 64u
#define LINES_MAX 65536u	/* 4 MiB: 262,144 short words, 131,072 long ones */

_Static_assert(sizeof(struct short_line) <= LINE && sizeof(struct long_line) <= LINE,
	       "a line is one of the processor's");

/* Begins anew: what is asked for often is soon in again. */
static void empty(struct seen_table *t, size_t n_lines)
{
	struct arena *parent = t->arena.parent;
	char *p;

	arena_free(&t->arena);
	t->arena = (struct arena){ .parent = parent };
	p = arena_alloc(&t->arena, (n_lines + 1) * LINE);
	t->lines = p + -(uintptr_t)p % LINE;
	t->n_lines = n_lines;
	t->n = 0;
}

void seen_init(struct seen *s, struct arena *parent)
{
	s->brief.arena.parent = s->lengthy.arena.parent = parent;
	empty(&s->brief, LINES_MIN);
	empty(&s->lengthy, LINES_MIN);
}

void seen_free(struct seen *s)
{
	arena_free(&s->brief.arena);
	arena_free(&s->lengthy.arena);
}

const void *seen_find_last(const struct seen *s, const char *p, size_t n)
{
	char copy[SEEN_LONG] = "";

	memcpy(copy, p, n);
	return seen_find(s, copy, n);
}

/* The line for one more word, of `ways` to a line. */
static void *line_for(struct seen_table *t, size_t ways, size_t hash)
{
	if (t->n * 4 > t->n_lines * ways * 3 && t->n_lines < LINES_MAX)
		empty(t, t->n_lines * 2);
	t->n++;
	return (char *)t->lines + (hash & (t->n_lines - 1)) * LINE;
}

void seen_put(struct seen *s, const char *p, size_t n, const void *value)
{
	char copy[SEEN_LONG] = "";
	uint64_t key[3];
	size_t k = 0, hash;

	memcpy(copy, p, n);
	for (size_t i = 0; i < 3; i++)
		key[i] = seen_eight(copy + i * 8);
	hash = seen_hash(key[0], key[1], key[2]);
	/* An empty place, or that of one word or another. */
	if (n <= SEEN_SHORT) {
		struct short_line *l = line_for(&s->brief, 4, hash);

		while (k < 4 && l->key[k])
			k++;
		k = k < 4 ? k : s->brief.n % 4;
		l->key[k] = key[0];
		l->value[k] = value;
	} else {
		struct long_line *l = line_for(&s->lengthy, 2, hash);

		while (k < 2 && l->key[k][0])
			k++;
		k = k < 2 ? k : s->lengthy.n % 2;
		memcpy(l->key[k], key, sizeof key);
		l->value[k] = value;
	}
}
