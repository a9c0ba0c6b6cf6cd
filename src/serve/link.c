/* The caller's end of a connection. */
#include "link.h"

#include <errno.h>
#include <poll.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "replife/accounts.h"
#include "replife/confine.h"

int64_t link_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* True: it is ready before the time is over. */
static bool wait_for(int fd, short events, int64_t until_ms)
{
	struct pollfd p = { .fd = fd, .events = events };
	int n = -1;

	while (!interrupt_came() && n < 0) {
		int64_t left = until_ms - link_ms();

		n = poll(&p, 1, left > 0 ? (int)left : 0);
		if (n < 0 && errno != EINTR)
			break;
	}
	return n > 0;
}

void link_close(struct link *l)
{
	if (l->fd >= 0)
		close(l->fd);
	*l = (struct link){ .fd = -1, .watched = l->watched };
}

/* ---- connecting ---- */

static int patience_ms(const struct link *l)
{
	return l->watched ? WATCHED_SILENCE_MS : SILENCE_MS;
}

static enum rc nobody(const struct link *l, const char *path, const char *why, struct err *err)
{
	err_set(err, RC_BUSY, "no server answers at %s: %s", path, why);
	if (l->watched)
		return err_todo(err, TRIED_AGAIN);
	return err_todo(err, "Ask who looks after it to start it%s",
			is_confined() ? "" : ", or name a store of your own with --db PATH");
}

/* Whoever can put a socket somewhere could pose as the server, and read what is
 * sent to it. */
static enum rc check_server(const struct link *l, const char *path, const char *trusted, struct err *err)
{
	struct ucred peer = { 0 };
	socklen_t n = sizeof peer;
	int64_t uid;

	if (getsockopt(l->fd, SOL_SOCKET, SO_PEERCRED, &peer, &n))
		return nobody(l, path, strerror(errno), err);
	if (peer.uid == 0 || peer.uid == geteuid() ||
	    (account_uid(trusted, &uid) && (int64_t)peer.uid == uid))
		return RC_OK;
	err_set(err, RC_BUSY, "the server at %s runs as uid %u, which is neither root nor %s", path,
		(unsigned)peer.uid, trusted);
	return err_todo(err, "Nothing was sent to it; ask who looks after this computer");
}

static int try_connect(const struct sockaddr_un *to, int64_t until_ms)
{
	static const struct timespec nap = { 0, 10 * 1000 * 1000 };
	int fd = -1;

	do {
		if (fd >= 0) {
			close(fd);
			nanosleep(&nap, NULL);
		}
		fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
		if (fd < 0)
			return -1;
		if (!connect(fd, (const struct sockaddr *)to, sizeof *to))
			return fd;
	} while ((errno == EAGAIN || errno == ECONNREFUSED || errno == ENOENT || errno == EINTR) &&
		 link_ms() < until_ms);
	close(fd);
	return -1;
}

enum rc link_connect(struct link *l, const char *path, const char *trusted, int wait_ms,
		     struct err *err)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	struct arena a = { 0 };
	const char *hello;
	struct out o;
	enum rc rc;

	link_close(l);
	if (strlen(path) >= sizeof to.sun_path)
		return nobody(l, path, "the path is too long for a socket", err);
	memcpy(to.sun_path, path, strlen(path) + 1);
	l->fd = try_connect(&to, link_ms() + wait_ms);
	if (l->fd < 0)
		return nobody(l, path, strerror(errno), err);
	rc = check_server(l, path, trusted, err);
	l->begun_ms = link_ms();
	hello = hello_text(&a);
	out_to_mem(&o, &a);
	frames_put(&o, FRAME_HELLO, hello, strlen(hello));
	/* One who turns us away has hung up already; what it said is there to read. */
	if (!rc)
		link_send(l, out_text(&o), o.len);
	arena_free(&a);
	if (rc)
		link_close(l);
	return rc;
}

/* ---- bytes ---- */

bool link_send(struct link *l, const void *p, size_t n)
{
	const char *at = p;

	while (n && l->fd >= 0) {
		ssize_t k = send(l->fd, at, n, MSG_NOSIGNAL);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0 && errno != EAGAIN)
			return false;
		l->silent = k < 0 && !wait_for(l->fd, POLLOUT, link_ms() + patience_ms(l));
		if (l->silent)
			return false;
		if (k > 0) {
			at += k;
			n -= (size_t)k;
		}
	}
	return l->fd >= 0;
}

/* Within the patience, however they trickle in. */
static bool receive_bytes(struct link *l, void *to, size_t n)
{
	int64_t until_ms = link_ms() + patience_ms(l);
	char *at = to;

	while (n) {
		ssize_t k = recv(l->fd, at, n, 0);

		if (!k)
			return false;
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0 && errno != EAGAIN)
			return false;
		l->silent = k < 0 && !wait_for(l->fd, POLLIN, until_ms);
		if (l->silent)
			return false;
		if (k > 0) {
			at += k;
			n -= (size_t)k;
		}
	}
	return true;
}

static bool next_frame(struct link *l, struct head *h)
{
	unsigned char head[FRAME_HEAD];

	if (l->fd < 0 || !receive_bytes(l, head, sizeof head))
		return false;
	l->garbled = !head_get(head, h) || (h->flags & MORE && !h->len);
	if (l->garbled)
		return false;
	l->heard_ms = link_ms();
	return true;
}

/* The greeting comes once, before anything else. */
static bool take_welcome(struct link *l, const struct head *h, struct err *err)
{
	char text[256];

	l->garbled = l->welcome || h->kind != FRAME_WELCOME || h->len >= sizeof text;
	if (l->garbled || !receive_bytes(l, text, h->len))
		return false;
	l->welcome = !hello_check(text, h->len, "the server", err);
	return l->welcome;
}

/* What has come since somebody asked, or since the answer began. */
struct hearing {
	int64_t since_ms, beats, news;
};

/* More news than can have piled up while nobody looked. */
#define NEWS_AT_ONCE 1000

/* A server says now and then that it is at it, and what others change: neither
 * without end. The rest comes within the patience as well. */
static bool may_go_on(struct link *l, const struct head *h, struct hearing *on)
{
	int64_t took = link_ms() - on->since_ms;

	on->beats += h->kind == FRAME_BEAT;
	on->news += h->kind == FRAME_NEWS;
	l->news |= h->kind == FRAME_NEWS;
	l->silent = took > l->patience_ms;
	l->garbled = on->beats > took / BEAT_MS + 10 || on->news > took / NEWS_MS + NEWS_AT_ONCE;
	return !l->silent && !l->garbled;
}

static bool is_aside(const struct head *h)
{
	return h->kind == FRAME_BEAT || h->kind == FRAME_NEWS;
}

/* The parts of a message are of one kind, and may be so much together. */
static bool take_part(struct link *l, const struct head *h, struct out *o, enum frame *kind)
{
	bool first = !o->len;

	l->garbled = (h->kind != FRAME_ANSWER && h->kind != FRAME_REFUSAL) || (!first && h->kind != *kind) ||
		     (int64_t)o->len + h->len > ROWS_MAX;
	*kind = h->kind;
	if (l->garbled || !receive_bytes(l, out_room(o, h->len), h->len))
		return false;
	o->len += h->len;
	return true;
}

static void free_message(void *o)
{
	free(((struct out *)o)->p);
}

bool link_receive(struct link *l, struct arena *a, enum frame *kind, char **p, size_t *n,
		  struct err *err)
{
	struct out *o = arena_new(a, struct out);
	struct hearing on = { .since_ms = link_ms() };
	struct head h = { .flags = MORE };

	out_to_heap(o, a);
	arena_defer(a, free_message, o);
	while (h.flags & MORE) {
		if (!next_frame(l, &h))
			return false;
		if (!l->welcome && h.kind != FRAME_REFUSAL) {	/* of the connection itself */
			if (!take_welcome(l, &h, err))
				return false;
			h.flags = MORE;
			continue;
		}
		if (!o->len && !is_aside(&h))
			on = (struct hearing){ .since_ms = link_ms() };
		if (!may_go_on(l, &h, &on) || (!is_aside(&h) && !take_part(l, &h, o, kind)))
			return false;
		if (is_aside(&h))
			h.flags = MORE;
	}
	*n = o->len;
	out_text(o);
	*p = o->p;
	return true;
}

static bool write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t k = write(fd, p, n);

		if (k < 0 && errno != EINTR)
			return false;
		if (k > 0) {
			p += k;
			n -= (size_t)k;
		}
	}
	return true;
}

bool link_receive_file(struct link *l, int fd)
{
	struct hearing on = { .since_ms = link_ms() };
	struct head h = { .flags = MORE };
	char part[16 * 1024];

	while (h.flags & MORE) {
		if (!next_frame(l, &h) || (h.kind != FRAME_DATA && !is_aside(&h)) || !may_go_on(l, &h, &on))
			return false;
		if (h.kind != FRAME_DATA)
			h.flags = MORE;
		for (uint32_t left = h.len, n; left; left -= n) {
			n = left < sizeof part ? left : (uint32_t)sizeof part;
			if (!receive_bytes(l, part, n) || !write_all(fd, part, n))
				return false;
		}
	}
	return true;
}

/* So many at a time, so that one who talks without end is not listened to without. */
#define LOOK_FRAMES 64

bool link_look(struct link *l, struct err *err)
{
	struct arena a = { 0 };
	struct head h;
	char text[4096];

	for (int i = 0; i < LOOK_FRAMES && l->fd >= 0 && wait_for(l->fd, POLLIN, 0); i++) {
		if (!next_frame(l, &h) || h.len >= sizeof text)
			return false;
		if (h.kind == FRAME_WELCOME && !take_welcome(l, &h, err))
			return false;
		if (h.kind != FRAME_WELCOME && !receive_bytes(l, text, h.len))
			return false;
		l->news |= h.kind == FRAME_NEWS;
		if (h.kind == FRAME_REFUSAL) {
			text[h.len] = '\0';
			unpack_err(&a, text, h.len, NULL, err);
			arena_free(&a);
			return false;
		}
	}
	return l->fd >= 0;
}
