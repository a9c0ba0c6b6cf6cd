/*
 * SQLite's memory. Reading a schema takes thousands of small pieces, and a
 * command ends before it would pay to give them back well: freed pieces are
 * kept by size, for the next of that size. Saves an eighth of `find`.
 *
 * For one thread: a server with several must not call alloc_use(). Sanitizers
 * and the injection of faults want to see each piece, and go without.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "store_i.h"

#if !defined(__SANITIZE_ADDRESS__) && !defined(REPLIFE_PLAIN_MALLOC)

#define STEP 16u		/* sizes are whole steps, with the header */
#define CLASSES 288u		/* up to 4,608 bytes, a page of the cache; larger ones are malloc's */
#define CHUNK (64u * 1024)
#define FIRST_CHUNK (256u * 1024)

/* Before each piece; keeps it on 8 bytes. */
struct head {
	size_t size;		/* of the piece and its head */
};

struct free_piece {
	struct head head;
	struct free_piece *next;
};

static struct free_piece *free_of[CLASSES + 1];
static void *chunks;		/* each begins with the one before */
static char *chunk;
static size_t chunk_left;

/* The first is needed nearly whole by every command: it comes as memory that
 * is there, rather than page by page with a fault each. */
static bool next_chunk(void)
{
	static bool first_taken;
	void *p = MAP_FAILED;
	size_t size = first_taken ? CHUNK : FIRST_CHUNK;

	if (!first_taken)
		p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	first_taken = true;
	if (p == MAP_FAILED)
		p = malloc(size);
	if (!p)
		return false;
	*(void **)p = chunks;		/* they stay reachable; none is given back */
	chunks = p;
	chunk = (char *)p + STEP;
	chunk_left = size - STEP;
	return true;
}

static size_t size_for(int n)
{
	return ((size_t)n + sizeof(struct head) + STEP - 1) / STEP * STEP;
}

static void *give(struct head *h, size_t size)
{
	h->size = size;
	return h + 1;
}

static void *take(int n)
{
	size_t size = size_for(n), class = size / STEP;
	struct head *h;

	if (class > CLASSES) {
		h = malloc(size);
		return h ? give(h, size) : NULL;
	}
	if (free_of[class]) {
		h = &free_of[class]->head;
		free_of[class] = free_of[class]->next;
		return give(h, size);
	}
	if (chunk_left < size && !next_chunk())
		return NULL;
	h = (struct head *)(void *)chunk;
	chunk += size;
	chunk_left -= size;
	return give(h, size);
}

static struct head *head_of(void *p)
{
	return (struct head *)p - 1;
}

static void drop(void *p)
{
	struct free_piece *f = (struct free_piece *)(void *)head_of(p);
	size_t class = f->head.size / STEP;

	if (class > CLASSES) {
		free(f);
		return;
	}
	f->next = free_of[class];
	free_of[class] = f;
}

/* A pointer behind its head is no leak of the head. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif
static void *resize(void *p, int n)
{
	size_t had = head_of(p)->size, want = size_for(n);
	void *to;

	if (had == want)
		return p;
	to = take(n);
	if (!to)
		return NULL;
	memcpy(to, p, (had < want ? had : want) - sizeof(struct head));
	drop(p);
	return to;
}

static int size_of(void *p)
{
	return p ? (int)(head_of(p)->size - sizeof(struct head)) : 0;
}

static int round_up(int n)
{
	return (int)(size_for(n) - sizeof(struct head));
}

static int begin(void *ctx)
{
	(void)ctx;
	return SQLITE_OK;
}

static void end(void *ctx)
{
	(void)ctx;
}

void alloc_use(void)
{
	static const sqlite3_mem_methods methods = {
		.xMalloc = take, .xFree = drop, .xRealloc = resize, .xSize = size_of,
		.xRoundup = round_up, .xInit = begin, .xShutdown = end,
	};

	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

#else

void alloc_use(void)
{
}

#endif
