/* Connections: what comes in, whose turn it is, and who has waited too long. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"

#define NEWS_MS 100	/* so often at most */

/* ---- coming and going ---- */

static void add(struct server *s, int fd, struct account *account)
{
	struct conn *c = calloc(1, sizeof *c);
	struct epoll_event e = { .events = EPOLLIN | EPOLLRDHUP, .data.ptr = c };

	if (!c || epoll_ctl(s->epoll, EPOLL_CTL_ADD, fd, &e)) {
		free(c);
		close(fd);
		return;
	}
	c->fd = fd;
	c->file = -1;
	c->account = account;
	c->since_ms = now_ms();
	account->conns++;
	s->n_conns++;
	c->next = s->conns;
	if (c->next)
		c->next->prev = c;
	s->conns = c;
}

/* Who may not stay is told why, if they can be told at once. */
static void turn_away(struct server *s, int fd, const struct err *err)
{
	struct conn c = { .fd = fd, .file = -1, .want_out = true };

	conn_refuse(s, &c, err);
	free(c.out);
	if (!c.gone)
		close(fd);
}

void conn_accept(struct server *s)
{
	for (;;) {
		int fd = accept4(s->listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
		struct account *account;
		struct err err = { 0 };

		if (fd < 0 && (errno == EINTR || errno == ECONNABORTED))
			continue;
		if (fd < 0)
			return;
		if (peer_of(s, fd, &account, &err))
			turn_away(s, fd, &err);
		else
			add(s, fd, account);
	}
}

static void let_job_go(struct server *s, struct conn *c)
{
	struct job *j = c->job;

	c->job = NULL;
	if (!j)
		return;
	j->conn = NULL;
	/* What is being run, or has the writing session, is freed when it comes back. */
	if (c->running && !writes_drop(s, j) && (j == s->lent || !lanes_drop(s, j)))
		return;
	s->busy -= c->running;
	job_free(j);
}

void conn_close(struct server *s, struct conn *c)
{
	if (c->gone)
		return;
	c->gone = true;
	close(c->fd);
	if (!c->account)
		return;		/* never let in */
	let_job_go(s, c);
	if (c->file >= 0)
		close(c->file);
	c->account->conns--;
	s->n_conns--;
	if (c->prev)
		c->prev->next = c->next;
	else
		s->conns = c->next;
	if (c->next)
		c->next->prev = c->prev;
	c->next = s->buried;
	s->buried = c;
}

void conns_bury(struct server *s)
{
	while (s->buried) {
		struct conn *c = s->buried;

		s->buried = c->next;
		free(c->out);
		free(c);
	}
}

/* ---- jobs ---- */

void conn_submit(struct server *s, struct job *j)
{
	j->nameless = !*j->account->login;
	if (j->nameless || j->lane == LANE_READ || j->lane == LANE_READ_LONG)
		lanes_put(s, j);
	else
		writes_put(s, j);
}

void conn_answer(struct server *s, struct job *j)
{
	struct conn *c = j->conn;

	s->busy--;
	if (!c) {
		job_free(j);
		return;
	}
	c->job = NULL;
	c->running = false;
	c->since_ms = 0;
	if (!j->answer.len) {
		conn_close(s, c);
	} else {
		conn_send(s, c, out_text(&j->answer), j->answer.len);
		if (!c->gone && !j->rc && j->made && !j->rq.dry_run) {
			c->file = open(j->made, O_RDONLY | O_CLOEXEC);
			conn_flush(s, c);
		}
	}
	if (!c->gone && s->draining && conn_drained(c))
		conn_close(s, c);
	job_free(j);
}

static void named(struct server *s, struct job *j)
{
	struct err err = { 0 };

	if (*j->login) {
		memcpy(j->account->login, j->login, sizeof j->login);
		conn_submit(s, j);
		return;
	}
	err_set(&err, RC_DENIED, "uid %lld is no account of this computer", (long long)j->account->uid);
	err_todo(&err, "Ask who looks after it");
	job_fail(j, &err);
	conn_answer(s, j);
}

void conn_returned(struct server *s, struct job *j)
{
	if (j == s->lent) {
		s->lent = NULL;
		s->changed |= !j->rc;
	}
	if (j->nameless)
		named(s, j);
	else if (j->unbound)
		writes_put(s, j);
	else
		conn_answer(s, j);
}

/* ---- frames ---- */

static void bad_frame(struct server *s, struct conn *c, const char *what)
{
	struct err err = { 0 };

	err_set(&err, RC_BAD_DATA, "%s", what);
	err_todo(&err, "Call with a replife of this version");
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

/* The call is there; its rows, if it has any, follow. What is wrong with it is
 * said when they have come, or they would be taken for another. */
static void take_call(struct server *s, struct conn *c)
{
	struct job *j = c->job;

	j->rc = job_read(s, j, &j->err);
	if (j->rc == RC_BAD_DATA)
		conn_refuse(s, c, &j->err);
	else if (!j->table)
		go(s, c);
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
	case FRAME_WELCOME: case FRAME_BEAT: case FRAME_ANSWER: case FRAME_REFUSAL:
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
		if (!c->welcome || c->running || (j && j->whole))
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
		return c->welcome && !c->frame.len && !c->frame.flags;
	case FRAME_WELCOME: case FRAME_BEAT: case FRAME_ANSWER: case FRAME_REFUSAL:
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

static void read_some(struct server *s, struct conn *c)
{
	static char buf[64 * 1024];

	while (!c->gone) {
		ssize_t n = recv(c->fd, buf, sizeof buf, MSG_DONTWAIT);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n <= 0) {
			conn_close(s, c);
			return;
		}
		if (!c->running)
			c->since_ms = now_ms();
		feed(s, c, buf, (size_t)n);
		if (!c->gone && !c->running && !c->job && c->welcome && !c->head_len && conn_drained(c))
			c->since_ms = 0;	/* it owes nothing */
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
	if (!c->gone && events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
		read_some(s, c);
}

/* ---- all of them ---- */

static void send_empty(struct server *s, struct conn *c, enum frame kind)
{
	unsigned char head[FRAME_HEAD];

	head_put(head, (struct head){ 0, kind, 0 });
	conn_send(s, c, head, sizeof head);
}

void conns_news(struct server *s)
{
	int64_t now = now_ms();

	if (!s->changed || now - s->told_ms < NEWS_MS)
		return;
	s->changed = false;
	s->told_ms = now;
	for (struct conn *c = s->conns, *next; c; c = next) {
		next = c->next;
		if (c->following && conn_drained(c))
			send_empty(s, c, FRAME_NEWS);
		else
			c->owed = c->following;
	}
}

void conns_tick(struct server *s)
{
	int64_t now = now_ms();

	for (struct conn *c = s->conns, *next; c; c = next) {
		next = c->next;
		if (c->since_ms && now - c->since_ms > SILENCE_MS) {
			conn_close(s, c);
		} else if (c->running && now - c->beat_ms >= BEAT_MS && conn_drained(c)) {
			c->beat_ms = now;
			send_empty(s, c, FRAME_BEAT);
		} else if (c->owed && conn_drained(c)) {
			c->owed = false;
			send_empty(s, c, FRAME_NEWS);
		}
	}
}
