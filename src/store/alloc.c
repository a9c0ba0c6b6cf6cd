/*
 * SQLite's memory. Reading a schema takes thousands of small pieces, and a
 * command ends before it would pay to give them back well: freed pieces are
 * kept by size, for the next of that size. Saves an eighth of `find`.
 *
 * Each thread of a server keeps its own. What one frees may be another's: of a size
 * that it has many of, some go to where all threads look before they ask for more.
 * Sanitizers and the injection of faults want to see each piece, and go without.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "store_i.h"

#if !defined(__SANITIZE_ADDRESS__) && !defined(REPLIFE_PLAIN_MALLOC)

#define STEP 16u		/* sizes are whole steps, with the header */
#define CLASSES 288u		/* up to 4,608 bytes, a page of the cache; larger ones are malloc's */
#define CHUNK (64u * 1024)
#define FIRST_CHUNK (256u * 1024)
#define MANY 64u		/* of a size, with several threads; half of them go */

/* Before each piece; keeps it on 8 bytes. */
struct head {
	size_t size;		/* of the piece and its head */
};

struct free_piece {
	struct head head;
	struct free_piece *next;
};

struct pieces {
	struct free_piece *first;
	size_t n;
};

static __thread struct pieces free_of[CLASSES + 1];
static __thread void *chunks;	/* each begins with the one before */
static __thread char *chunk;
static __thread size_t chunk_left;
static bool threads;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct pieces all_of[CLASSES + 1];	/* under the lock */

/* Up to half of MANY, from one list to another. */
static void move_some(struct pieces *from, struct pieces *to)
{
	for (size_t i = 0; i < MANY / 2 && from->first; i++) {
		struct free_piece *f = from->first;

		from->first = f->next;
		from->n--;
		f->next = to->first;
		to->first = f;
		to->n++;
	}
}

static bool others_have(size_t class)
{
	pthread_mutex_lock(&lock);
	move_some(&all_of[class], &free_of[class]);
	pthread_mutex_unlock(&lock);
	return free_of[class].first != NULL;
}

static void give_some(size_t class)
{
	pthread_mutex_lock(&lock);
	move_some(&free_of[class], &all_of[class]);
	pthread_mutex_unlock(&lock);
}

/* The first is needed nearly whole by every command: it comes as memory that
 * is there, rather than page by page with a fault each. */
static bool next_chunk(void)
{
	static bool first_taken;
	void *p = MAP_FAILED;
	size_t size = threads || first_taken ? CHUNK : FIRST_CHUNK;

	if (size == FIRST_CHUNK)
		p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	if (!threads)
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

/* `shared` is a constant to each who calls these: one thread counts nothing. */
#define BOTH static inline __attribute__((always_inline))

BOTH void *take_as(int n, bool shared)
{
	size_t size = size_for(n), class = size / STEP;
	struct head *h;

	if (class > CLASSES) {
		h = malloc(size);
		return h ? give(h, size) : NULL;
	}
	if (free_of[class].first || (shared && others_have(class))) {
		h = &free_of[class].first->head;
		free_of[class].first = free_of[class].first->next;
		if (shared)
			free_of[class].n--;
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

BOTH void drop_as(void *p, bool shared)
{
	struct free_piece *f = (struct free_piece *)(void *)head_of(p);
	size_t class = f->head.size / STEP;

	if (class > CLASSES) {
		free(f);
		return;
	}
	f->next = free_of[class].first;
	free_of[class].first = f;
	if (shared && ++free_of[class].n > MANY)
		give_some(class);
}

/* A pointer behind its head is no leak of the head. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif
BOTH void *resize_as(void *p, int n, bool shared)
{
	size_t had = head_of(p)->size, want = size_for(n);
	void *to;

	if (had == want)
		return p;
	to = take_as(n, shared);
	if (!to)
		return NULL;
	memcpy(to, p, (had < want ? had : want) - sizeof(struct head));
	drop_as(p, shared);
	return to;
}

static void *take(int n)
{
	return take_as(n, false);
}

static void *take_shared(int n)
{
	return take_as(n, true);
}

static void drop(void *p)
{
	drop_as(p, false);
}

static void drop_shared(void *p)
{
	drop_as(p, true);
}

static void *resize(void *p, int n)
{
	return resize_as(p, n, false);
}

static void *resize_shared(void *p, int n)
{
	return resize_as(p, n, true);
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

void alloc_use(bool with_threads)
{
	static const sqlite3_mem_methods methods = {
		.xMalloc = take, .xFree = drop, .xRealloc = resize, .xSize = size_of,
		.xRoundup = round_up, .xInit = begin, .xShutdown = end,
	}, shared = {
		.xMalloc = take_shared, .xFree = drop_shared, .xRealloc = resize_shared, .xSize = size_of,
		.xRoundup = round_up, .xInit = begin, .xShutdown = end,
	};

	threads = with_threads;
	sqlite3_config(SQLITE_CONFIG_MALLOC, threads ? &shared : &methods);
}

#else

void alloc_use(bool with_threads)
{
	(void)with_threads;
}

#endif
