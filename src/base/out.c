/* A buffered writer to a descriptor or to memory. */
#include "replife/out.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER (16 * 1024)

void out_to_fd(struct out *o, struct arena *a, int fd)
{
	*o = (struct out){ .arena = a, .fd = fd };
}

void out_to_mem(struct out *o, struct arena *a)
{
	*o = (struct out){ .arena = a, .fd = -1 };
}

void out_to_heap(struct out *o, struct arena *a)
{
	*o = (struct out){ .arena = a, .fd = -1, .heap = true };
}

static void write_all(struct out *o, const char *p, size_t n)
{
	while (n && !o->error) {
		ssize_t k = write(o->fd, p, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0) {
			o->error = errno;
			return;
		}
		p += k;
		n -= (size_t)k;
	}
}

static void make_room(struct out *o, size_t n)
{
	size_t cap = o->cap ? o->cap : o->heap ? 1024 : 256;

	if (o->fd >= 0) {
		if (!o->p) {
			o->p = arena_alloc(o->arena, BUFFER);
			o->cap = BUFFER;
		}
		if (o->cap - o->len < n) {
			write_all(o, o->p, o->len);
			o->len = 0;
		}
		return;
	}
	while (cap - o->len < n)
		cap *= 2;
	if (o->heap) {
		char *p = realloc(o->p, cap);

		if (!p)
			arena_oom(o->arena);
		o->p = p;
	} else if (cap != o->cap) {
		o->p = arena_grow(o->arena, o->p, o->cap, cap);
	}
	o->cap = cap;
}

void *out_room(struct out *o, size_t n)
{
	if (o->cap - o->len < n)
		make_room(o, n);
	return o->p + o->len;
}

void out_bytes(struct out *o, const void *p, size_t n)
{
	if (o->cap - o->len < n)
		make_room(o, n);
	if (o->fd >= 0 && n > o->cap) {
		write_all(o, p, n);
		return;
	}
	if (n)
		memcpy(o->p + o->len, p, n);
	o->len += n;
}

void out_str(struct out *o, const char *s)
{
	if (s)
		out_bytes(o, s, strlen(s));
}

void out_char(struct out *o, char c)
{
	out_bytes(o, &c, 1);
}

void out_pad(struct out *o, size_t n)
{
	static const char blanks[] = "                                ";

	while (n) {
		size_t k = n < sizeof blanks - 1 ? n : sizeof blanks - 1;

		out_bytes(o, blanks, k);
		n -= k;
	}
}

void out_int(struct out *o, int64_t v)
{
	char b[24], *p = b + sizeof b;
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	do {
		*--p = (char)('0' + u % 10);
	} while (u /= 10);
	if (v < 0)
		*--p = '-';
	out_bytes(o, p, (size_t)(b + sizeof b - p));
}

void out_printf(struct out *o, const char *fmt, ...)
{
	char small[512];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(small, sizeof small, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	if ((size_t)n < sizeof small) {
		out_bytes(o, small, (size_t)n);
		return;
	}
	va_start(ap, fmt);
	out_str(o, arena_vprintf(o->arena, fmt, ap));
	va_end(ap);
}

const char *out_text(struct out *o)
{
	if (o->cap == o->len)
		make_room(o, 1);
	o->p[o->len] = '\0';
	return o->p;
}

enum rc out_flush(struct out *o, struct err *err)
{
	if (o->fd >= 0 && o->len) {
		write_all(o, o->p, o->len);
		o->len = 0;
	}
	if (!o->error || o->error == EPIPE)
		return RC_OK;
	err_set(err, RC_IO, "the output could not be written: %s", strerror(o->error));
	return err_todo(err, "Make room, or write to another place");
}
