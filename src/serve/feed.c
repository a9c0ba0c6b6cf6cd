/* What comes in on a connection: bytes, frames, calls. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "replife/clock.h"
#include "server.h"

#define READS 16	/* of one connection, before the others have their turn */

static void bad_frame(struct server *s, struct conn *c, const char *what)
{
	struct err err = { 0 };

	err_set(&err, RC_BAD_DATA, "%s", what);
	err_todo(&err, "Call with a replife of this version");
	conn_refuse(s, c, &err);
}

static void too_much(struct server *s, struct conn *c)
{
	struct err err = { 0 };

	held_too_much(&err);
	conn_refuse(s, c, &err);
}

static void take_hello(struct server *s, struct conn *c)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	const char *hello;
	struct out o;

	if (hello_check(c->hello, c->hello_len, "your replife", &err)) {
		conn_refuse(s, c, &err);
		return;
	}
	c->welcome = true;
	c->since_ms = 0;
	hello = hello_text(&a);
	out_to_mem(&o, &a);
	frames_put(&o, FRAME_WELCOME, hello, strlen(hello));
	conn_send(s, c, out_text(&o), o.len);
	arena_free(&a);
}

static void go(struct server *s, struct conn *c)
{
	struct job *j = c->job;

	conn_unask(s, c);
	c->running = true;
	c->since_ms = 0;
	c->beat_ms = now_ms();
	s->busy++;
	if (!j->rc) {
		conn_submit(s, j);
		return;
	}
	job_fail(j, &j->err);
	conn_answer(s, j);
}

/* Refused before the store was asked: that is in the access log, too. */
static void note_denied(struct server *s, const struct job *j)
{
	struct access x = { s->o->now_s ? s->o->now_s : clock_now_s(&clock_system), 0, j->op->name, "denied", "" };

	snprintf(x.login, sizeof x.login, "%s", j->caller.login ? j->caller.login : "");
	writes_note(s, &x);
}

/* The call is there; its rows, if it has any, follow. What is wrong with it is
 * said when they have come, or they would be taken for another; but who may not call
 * it at all is hung up on. */
static void take_call(struct server *s, struct conn *c)
{
	struct job *j = c->job;

	j->rc = job_read(s, j, &j->err);
	if (j->rc == RC_DENIED)
		note_denied(s, j);
	if (j->rc == RC_BAD_DATA)
		conn_refuse(s, c, &j->err);
	else if (!j->table)
		go(s, c);
	else if (!j->rc)
		conn_ask(s, c);
}

static void frame_done(struct server *s, struct conn *c)
{
	bool more = c->frame.flags & MORE;

	if (more)
		return;
	switch (c->frame.kind) {
	case FRAME_HELLO:
		take_hello(s, c);
		break;
	case FRAME_CALL:
		take_call(s, c);
		break;
	case FRAME_ROWS:
		go(s, c);
		break;
	case FRAME_FOLLOW:
		c->following = true;
		break;
	case FRAME_BEAT:
		conn_beat(s, c);
		break;
	case FRAME_WELCOME: case FRAME_ANSWER: case FRAME_REFUSAL:
	case FRAME_DATA: case FRAME_NEWS:
		break;
	}
}

static bool keep_call(struct job *j, const char *p, size_t n)
{
	if (j->cap - j->len < n + 1) {
		size_t cap = j->cap ? j->cap * 2 : 1024;
		char *text;

		while (cap - j->len < n + 1)
			cap *= 2;
		text = realloc(j->text, cap);
		if (!text)
			return false;
		j->text = text;
		j->cap = cap;
	}
	memcpy(j->text + j->len, p, n);
	j->len += n;
	j->account->held += n;
	j->text[j->len] = '\0';
	return true;
}

static void take_content(struct server *s, struct conn *c, const char *p, size_t n)
{
	struct job *j = c->job;

	if (c->frame.kind == FRAME_HELLO) {
		memcpy(c->hello + c->hello_len, p, n);
		c->hello_len += n;
	} else if (c->frame.kind == FRAME_CALL) {
		if (j->len + n > CALL_MAX)
			bad_frame(s, c, "the call is too long: over 4 MiB");
		else if (c->account->held + n > HELD_MAX)
			too_much(s, c);
		else if (!keep_call(j, p, n))
			conn_close(s, c);
	} else if (c->frame.kind == FRAME_ROWS && !j->rc) {
		j->rc = job_spool(s, j, p, n, &j->err);
	}
}

/* May this frame come now? A call begins its job. */
static bool begin_frame(struct server *s, struct conn *c)
{
	struct job *j = c->job;

	switch (c->frame.kind) {
	case FRAME_HELLO:
		return !c->welcome && !c->hello_len && c->frame.len < sizeof c->hello && !c->frame.flags;
	case FRAME_CALL:
		if (!c->welcome || c->running || !conn_drained(c) || (j && j->whole))
			return false;
		if (!j) {
			c->job = job_new(c->account);
			if (c->job)
				c->job->conn = c;
		}
		return c->job != NULL;
	case FRAME_ROWS:
		return j && j->table && !c->running;
	case FRAME_FOLLOW:
	case FRAME_BEAT:
		return c->welcome && !c->frame.len && !c->frame.flags;
	case FRAME_WELCOME: case FRAME_ANSWER: case FRAME_REFUSAL:
	case FRAME_DATA: case FRAME_NEWS:
		break;
	}
	(void)s;
	return false;
}

static size_t take_head(struct server *s, struct conn *c, const char *p, size_t n)
{
	size_t part = FRAME_HEAD - c->head_len < n ? FRAME_HEAD - c->head_len : n;

	memcpy(c->head + c->head_len, p, part);
	c->head_len += (unsigned)part;
	if (c->head_len < FRAME_HEAD)
		return part;
	if (!head_get(c->head, &c->frame))
		bad_frame(s, c, "that is no frame of replife's protocol");
	else if (!begin_frame(s, c))
		bad_frame(s, c, "that frame cannot come here");
	c->left = c->frame.len;
	return part;
}

static void feed(struct server *s, struct conn *c, const char *p, size_t n)
{
	while (!c->gone && !c->closing && (n || (c->head_len == FRAME_HEAD && !c->left))) {
		size_t part;

		if (c->head_len < FRAME_HEAD) {
			part = take_head(s, c, p, n);
		} else {
			part = c->left < n ? c->left : n;
			if (part)
				take_content(s, c, p, part);
			c->left -= (uint32_t)part;
			if (!c->left && !c->gone && !c->closing) {
				c->head_len = 0;
				frame_done(s, c);
			}
		}
		p += part;
		n -= part;
	}
}

static bool owes_nothing(const struct conn *c)
{
	return c->welcome && !c->job && !c->head_len && conn_drained(c);
}

/* Who does not take what it is sent is not listened to meanwhile. */
static void read_some(struct server *s, struct conn *c)
{
	static char buf[64 * 1024];

	for (int i = 0; !c->gone && !c->want_out && i < READS; i++) {
		ssize_t n = recv(c->fd, buf, sizeof buf, MSG_DONTWAIT);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n <= 0) {
			conn_close(s, c);
			return;
		}
		feed(s, c, buf, (size_t)n);
		if (!c->gone && !c->running && !c->closing)
			c->since_ms = owes_nothing(c) ? 0 : now_ms();
		if ((size_t)n < sizeof buf)
			return;
	}
}

void conn_event(struct server *s, struct conn *c, unsigned events)
{
	if (c->gone)
		return;
	if (events & EPOLLOUT)
		conn_flush(s, c);
	if (!c->gone && c->want_out && events & (EPOLLHUP | EPOLLERR))
		conn_close(s, c);
	if (!c->gone && events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
		read_some(s, c);
}
