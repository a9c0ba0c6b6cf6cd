/*
 * Memory that lives as long as one command. Everything that an op, a parse
 * or a render needs comes from its arena and goes with it.
 *
 * Out of memory does not come back as NULL: arena_alloc() leaves through the
 * arena's recovery point, or its parent's, which the session sets around each
 * op; there the transaction is rolled back and the command fails in order.
 * A resource that the arena must let go on that way (a file descriptor, a
 * statement) is registered with arena_defer().
 */
#ifndef REPLIFE_ARENA_H
#define REPLIFE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

struct arena_block;
struct arena_defer;

struct arena {
	struct arena_block *head;
	struct arena_defer *defers;
	jmp_buf *recover;	/* NULL: the parent's */
	struct arena *parent;	/* NULL too: out of memory ends the process */
	void *last;		/* the latest allocation, for arena_grow */
};

struct arena_mark {
	struct arena_block *block;
	struct arena_defer *defers;
	size_t used;
};

/* A zeroed struct arena is empty and ready. */
void arena_free(struct arena *a);	/* runs the defers, newest first */

/* Zeroed, aligned for anything; never NULL. */
void *arena_alloc(struct arena *a, size_t n)
	__attribute__((returns_nonnull, malloc, alloc_size(2)));
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, n) ((type *)arena_calloc((a), (n), sizeof(type)))
void *arena_calloc(struct arena *a, size_t n, size_t size)
	__attribute__((returns_nonnull));
/* Like realloc: in place where `p` is the latest allocation. */
void *arena_grow(struct arena *a, void *p, size_t old, size_t n)
	__attribute__((returns_nonnull));

char *arena_dup(struct arena *a, const char *p, size_t n)
	__attribute__((returns_nonnull));	/* adds a NUL */
char *arena_strdup(struct arena *a, const char *s);	/* NULL for NULL */
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((returns_nonnull, format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
	__attribute__((returns_nonnull, format(printf, 2, 0)));

/* fn(p) when the arena is freed. */
void arena_defer(struct arena *a, void (*fn)(void *), void *p);

/* For loops over many rows: what was taken since the mark is given back, and
 * what was deferred since then is done. */
struct arena_mark arena_mark(struct arena *a);
void arena_release(struct arena *a, struct arena_mark m);

/* An arena that goes with `a`: for rows that are given back while `a` grows.
 * A release to its first mark keeps one block for the next row. */
struct arena *arena_child(struct arena *a) __attribute__((returns_nonnull));

/* Tell the arena that memory ran out elsewhere (a library returned NULL). */
_Noreturn void arena_oom(struct arena *a);

#endif
