/* What goes out on a connection. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

#define FILE_PART (256u * 1024)
#define GIVEN_MIN (64u * 1024)	/* less goes at once, mostly */

bool conn_drained(const struct conn *c)
{
	return c->out_at == c->out_len && c->file < 0;
}

static void watch(struct server *s, struct conn *c, bool out)
{
	struct epoll_event e = { .events = out ? EPOLLOUT : EPOLLIN | EPOLLRDHUP, .data.ptr = c };

	if (c->want_out == out || c->gone)
		return;
	c->want_out = out;
	epoll_ctl(s->epoll, EPOLL_CTL_MOD, c->fd, &e);
}

/* How many bytes went; -1: the connection is gone. */
static ssize_t push(struct conn *c, const char *p, size_t n)
{
	ssize_t k;

	do {
		k = send(c->fd, p, n, MSG_NOSIGNAL | MSG_DONTWAIT);
	} while (k < 0 && errno == EINTR);
	return k < 0 && errno == EAGAIN ? 0 : k;
}

void conn_held(struct conn *c, size_t n)
{
	if (c->account)
		c->account->held += n - c->held;
	c->held = n;
}

void held_too_much(struct err *err)
{
	err_set(err, RC_BUSY, "your calls, and the answers that you have not taken, are over %u MB together",
		HELD_MAX >> 20);
	err_todo(err, "Take them, or call for less at a time");
}

static bool keep(struct conn *c, const char *p, size_t n)
{
	size_t left = c->out_len - c->out_at;
	char *all;

	if (c->out_at && left)
		memmove(c->out, c->out + c->out_at, left);
	all = realloc(c->out, left + n);
	if (!all)
		return false;
	memcpy(all + left, p, n);
	c->out = all;
	c->out_at = 0;
	c->out_len = left + n;
	conn_held(c, c->out_len);
	return true;
}

void conn_send(struct server *s, struct conn *c, const void *p, size_t n)
{
	ssize_t k = conn_drained(c) && !c->gone ? push(c, p, n) : 0;

	if (c->gone)
		return;
	if (k < 0 || ((size_t)k < n && !keep(c, (const char *)p + k, n - (size_t)k))) {
		conn_close(s, c);
		return;
	}
	if ((size_t)k == n)
		return;
	if (!c->since_ms)
		c->since_ms = now_ms();
	watch(s, c, true);
}

void conn_give(struct server *s, struct conn *c, struct out *o)
{
	if (!conn_drained(c) || o->len < GIVEN_MIN) {
		conn_send(s, c, o->p, o->len);
		return;
	}
	free(c->out);
	c->out = o->p;
	c->out_at = 0;
	c->out_len = o->len;
	*o = (struct out){ 0 };
	conn_held(c, c->out_len);
	c->since_ms = now_ms();
	conn_flush(s, c);
}

/* The next part of a file that an op made. */
static bool load_part(struct conn *c)
{
	char *part = realloc(c->out, FRAME_HEAD + FILE_PART);
	ssize_t n;

	if (!part)
		return false;
	c->out = part;
	do {
		n = read(c->file, part + FRAME_HEAD, FILE_PART);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return false;
	head_put((unsigned char *)part, (struct head){ (uint32_t)n, FRAME_DATA, n ? MORE : 0 });
	c->out_at = 0;
	c->out_len = FRAME_HEAD + (size_t)n;
	if (!n) {
		close(c->file);
		c->file = -1;
	}
	return true;
}

void conn_flush(struct server *s, struct conn *c)
{
	while (!conn_drained(c)) {
		ssize_t k = 0;

		if (c->out_at == c->out_len && !load_part(c)) {
			conn_close(s, c);
			return;
		}
		k = push(c, c->out + c->out_at, c->out_len - c->out_at);
		if (k < 0) {
			conn_close(s, c);
			return;
		}
		if (!k) {
			watch(s, c, true);
			return;
		}
		c->out_at += (size_t)k;
		c->since_ms = now_ms();
	}
	free(c->out);
	c->out = NULL;
	c->out_len = c->out_at = 0;
	conn_held(c, 0);
	c->since_ms = 0;
	watch(s, c, false);
	if (c->closing || (s->draining && !c->running))
		conn_close(s, c);
}

void conn_refuse(struct server *s, struct conn *c, const struct err *err)
{
	struct arena a = { 0 };
	struct out o;

	out_to_mem(&o, &a);
	message_begin(&o);
	pack_err(&o, err);
	message_end(&o, FRAME_REFUSAL);
	conn_send(s, c, out_text(&o), o.len);
	arena_free(&a);
	c->closing = true;
	if (!c->gone && conn_drained(c))
		conn_close(s, c);
}
