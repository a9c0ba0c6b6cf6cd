/* A buffered writer to a descriptor or to memory. Errors stick: write on,
 * ask once at the end. */
#ifndef REPLIFE_OUT_H
#define REPLIFE_OUT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"

struct out {
	struct arena *arena;	/* where the buffer lies */
	int fd;			/* -1: everything stays in memory */
	char *p;
	size_t len, cap;
	int error;		/* errno of the first write that failed */
	bool heap;		/* `p` is malloc'd, and the caller's to free */
};

void out_to_fd(struct out *o, struct arena *a, int fd);
void out_to_mem(struct out *o, struct arena *a);
/* For what may become long, or goes elsewhere: `p` grows in place where the system can. */
void out_to_heap(struct out *o, struct arena *a);

void out_bytes(struct out *o, const void *p, size_t n);
/* Of a memory writer: where `n` bytes can be written; then add them to `len`. */
void *out_room(struct out *o, size_t n);
void out_str(struct out *o, const char *s);	/* NULL writes nothing */
void out_char(struct out *o, char c);
void out_pad(struct out *o, size_t n);		/* n spaces */
void out_int(struct out *o, int64_t v);
void out_printf(struct out *o, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* The text so far of a memory writer, NUL-terminated. */
const char *out_text(struct out *o);

/* Write what is buffered. RC_IO with errno's words where any write failed;
 * EPIPE counts as done: the reader has seen enough. */
enum rc out_flush(struct out *o, struct err *err)
	__attribute__((warn_unused_result));

#endif
