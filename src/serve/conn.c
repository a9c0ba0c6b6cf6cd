/* Connections: what comes in, whose turn it is, and who has waited too long. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server.h"


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
		if (fd < 0 && errno != EAGAIN) {
			/* No files left: asked again at once, it would say so again. */
			s->deaf = true;
			listen_watch(s);
		}
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
	if (c->running && !writes_drop(s, j) && (j == s->lent || j == s->parted || !lanes_drop(s, j)))
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
	conn_unask(s, c);
	let_job_go(s, c);
	conn_held(c, 0);
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

/* NULL: it cannot be asked, or need not: a kiosk's callers are no strangers. */
static struct job *asking(const struct job *j)
{
	struct job *ask = j->rq.who ? NULL : job_new(j->account);

	if (!ask)
		return NULL;
	ask->text = j->rq.program ? strdup(j->rq.program) : NULL;
	if (j->rq.program && !ask->text) {
		job_free(ask);
		return NULL;
	}
	ask->op = j->op;
	ask->rq = (struct request){ .op = j->op->name, .program = ask->text, .caller = &ask->caller, .ask = true };
	ask->lane = LANE_READ;
	ask->asks = true;
	return ask;
}

void conn_ask(struct server *s, struct conn *c)
{
	c->ask = asking(c->job);
	if (!c->ask)
		return;
	c->ask->conn = c;
	s->busy++;
	conn_submit(s, c->ask);
}

void conn_unask(struct server *s, struct conn *c)
{
	struct job *ask = c->ask;

	c->ask = NULL;
	if (!ask)
		return;
	ask->conn = NULL;
	if (lanes_drop(s, ask)) {
		s->busy--;
		job_free(ask);
	}
}

/* Not a word where they may: the call itself decides, inside its transaction. */
static void asked(struct server *s, struct job *ask)
{
	struct conn *c = ask->conn;

	s->busy--;
	if (c)
		c->ask = NULL;
	if (c && ask->rc == RC_DENIED)
		conn_refuse(s, c, &ask->err);
	job_free(ask);
}

void conn_submit(struct server *s, struct job *j)
{
	j->nameless = !*j->account->login;
	if (j->nameless || j->lane == LANE_READ || j->lane == LANE_READ_LONG)
		lanes_put(s, j);
	else if ((j->in_parts = j->rehearse = j->spooled >= IN_PARTS))
		lanes_put(s, j);
	else
		writes_put(s, j);
}

void conn_answer(struct server *s, struct job *j)
{
	struct conn *c = j->conn;

	if (j->asks) {
		asked(s, j);
		return;
	}
	s->busy--;
	if (!c) {
		job_free(j);
		return;
	}
	c->job = NULL;
	c->running = false;
	c->since_ms = 0;
	if (!j->rc && j->op->effect == EFFECT_READ && c->account->held > HELD_MAX / 2 &&
	    c->account->held + j->answer.len > HELD_MAX) {
		held_too_much(&j->err);
		job_fail(j, &j->err);
	}
	if (!j->answer.len) {
		conn_close(s, c);
	} else {
		if (j->made)
			conn_send(s, c, j->answer.p, j->answer.len);
		else
			conn_give(s, c, &j->answer);
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
		/* Once: another call of theirs may be looking at it. */
		if (!*j->account->login)
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
		s->changed |= !j->rc || j == s->parted;
		s->parted = j == s->parted ? NULL : s->parted;
		s->lent = NULL;
	}
	if (j == &s->settle) {
		writes_settled(s);
	} else if (j->nameless) {
		named(s, j);
	} else if (j->unbound) {
		writes_put(s, j);
	} else if (j->rehearse && !j->rc && !j->rq.dry_run) {
		j->rehearse = false;
		writes_put(s, j);
	} else {
		conn_answer(s, j);
	}
}

/* ---- all of them ---- */

static void send_empty(struct server *s, struct conn *c, enum frame kind)
{
	unsigned char head[FRAME_HEAD];

	head_put(head, (struct head){ 0, kind, 0 });
	conn_send(s, c, head, sizeof head);
}

/* Where an answer is on its way, that says it as well. */
void conn_beat(struct server *s, struct conn *c)
{
	if (conn_drained(c))
		send_empty(s, c, FRAME_BEAT);
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

	if (s->deaf) {
		s->deaf = false;
		listen_watch(s);
	}
	for (struct conn *c = s->conns, *next; c; c = next) {
		next = c->next;
		if (c->since_ms && now - c->since_ms > s->silence_ms) {
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
