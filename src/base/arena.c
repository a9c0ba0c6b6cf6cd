/* Memory that lives as long as one command. */
#include "replife/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_MIN 4096u
#define BLOCK_MAX (1024u * 1024)
#define ALIGN 16u

struct arena_block {
	struct arena_block *prev;
	size_t size, used;	/* of data */
	_Alignas(16) unsigned char data[];
};

struct arena_defer {
	struct arena_defer *next;
	void (*fn)(void *);
	void *p;
};

_Noreturn void arena_oom(struct arena *a)
{
	while (!a->recover && a->parent)
		a = a->parent;
	if (a->recover)
		longjmp(*a->recover, 1);
	abort();
}

static struct arena_block *add_block(struct arena *a, size_t n)
{
	size_t size = a->head ? a->head->size * 2 : BLOCK_MIN - sizeof(struct arena_block);
	struct arena_block *b;

	if (size > BLOCK_MAX)
		size = BLOCK_MAX;
	if (size < n)
		size = n;
	if (size > SIZE_MAX - sizeof *b)
		arena_oom(a);
	/* What is large comes from the system, as zeros. */
	b = n > BLOCK_MAX ? calloc(1, sizeof *b + size) : malloc(sizeof *b + size);
	if (!b)
		arena_oom(a);
	b->size = size;
	b->used = 0;
	b->prev = a->head;
	a->head = b;
	return b;
}

void *arena_alloc(struct arena *a, size_t n)
{
	struct arena_block *b = a->head;
	bool zeroed = false;
	void *p;

	if (n > SIZE_MAX - ALIGN)
		arena_oom(a);
	n = (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (!n)
		n = ALIGN;
	if (!b || b->size - b->used < n) {
		b = add_block(a, n);
		zeroed = n > BLOCK_MAX;
	}
	p = b->data + b->used;
	b->used += n;
	a->last = p;
	return zeroed ? p : memset(p, 0, n);
}

void *arena_calloc(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		arena_oom(a);
	return arena_alloc(a, bytes);
}

void *arena_grow(struct arena *a, void *p, size_t old, size_t n)
{
	struct arena_block *b = a->head;
	void *to;

	if (p && p == a->last && b && (unsigned char *)p >= b->data) {
		size_t at = (size_t)((unsigned char *)p - b->data);
		size_t want = (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);

		if (want >= n && at <= b->used && want <= b->size - at) {
			if (n > old)
				memset((unsigned char *)p + old, 0, n - old);
			if (at + want > b->used)
				b->used = at + want;
			return p;
		}
	}
	to = arena_alloc(a, n);
	if (p)
		memcpy(to, p, old < n ? old : n);
	return to;
}

char *arena_dup(struct arena *a, const char *p, size_t n)
{
	char *to = arena_alloc(a, n + 1);

	if (n)
		memcpy(to, p, n);
	return to;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_dup(a, s, strlen(s)) : NULL;
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char small[256], *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(small, sizeof small, fmt, ap);
	if (n < 0)
		n = 0;
	p = arena_alloc(a, (size_t)n + 1);
	if ((size_t)n < sizeof small)
		memcpy(p, small, (size_t)n);
	else
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

void arena_defer(struct arena *a, void (*fn)(void *), void *p)
{
	struct arena_defer *d = arena_new(a, struct arena_defer);

	d->fn = fn;
	d->p = p;
	d->next = a->defers;
	a->defers = d;
}

static void run_defers(struct arena *a, const struct arena_defer *until)
{
	struct arena_defer *d;

	while ((d = a->defers) != until) {
		a->defers = d->next;
		d->fn(d->p);
	}
}

void arena_free(struct arena *a)
{
	struct arena_block *b;

	run_defers(a, NULL);
	while ((b = a->head)) {
		a->head = b->prev;
		free(b);
	}
	a->last = NULL;
}

struct arena_mark arena_mark(struct arena *a)
{
	struct arena_mark m = { a->head, a->defers, a->head ? a->head->used : 0 };

	return m;
}

void arena_release(struct arena *a, struct arena_mark m)
{
	struct arena_block *b;

	run_defers(a, m.defers);
	while ((b = a->head) && b != m.block) {
		a->head = b->prev;
		free(b);
	}
	if (a->head)
		a->head->used = m.used;
	a->last = NULL;
}

static void free_child(void *a)
{
	arena_free(a);
}

struct arena *arena_child(struct arena *a)
{
	struct arena *child = arena_new(a, struct arena);

	child->parent = a;
	arena_defer(a, free_child, child);
	arena_alloc(child, 64);
	return child;
}
