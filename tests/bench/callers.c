/*
 * callers SOCKET SECONDS N FIRST IDLE: N connections that each book again and again
 * with the server at SOCKET, every Nth session from FIRST on, for marketers of
 * their own, and IDLE connections that do nothing. Prints: calls that failed, calls,
 * p50 and p99 in us, calls a second, the slowest connection's calls, the fastest's.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "wire.h"

#define MOST 4000000

struct caller_at {
	int fd, id;
	size_t done;
	double sent_s;
	unsigned char head[FRAME_HEAD];
	size_t got;		/* of the frame at hand, with its head */
};

static size_t failed, calls;
static float *took_us;
static long sessions = 1000000000;

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int connect_to(const char *path)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	strncpy(to.sun_path, path, sizeof to.sun_path - 1);
	if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to)) {
		perror("callers: connect");
		exit(1);
	}
	return fd;
}

static void greet(struct arena *a, int fd)
{
	struct out o;
	const char *hello = hello_text(a);

	out_to_mem(&o, a);
	frames_put(&o, FRAME_HELLO, hello, strlen(hello));
	(void)!send(fd, out_text(&o), o.len, MSG_NOSIGNAL);
}

static void book(struct caller_at *c, int n, long first)
{
	struct arena a = { 0 };
	char slot[32], who[32], key[64];
	struct arg args[] = { { "slot", slot, NULL }, { "for", who, NULL } };
	struct request rq = { .op = "book", .args = args, .n_args = 2, .key = key };
	struct out content, o;
	long s = first + (long)c->done * n + c->id;

	/* Where there are no more sessions, their second seats, by who has none at that hour. */
	snprintf(slot, sizeof slot, "S-%ld", (s - 1) % sessions + 1);
	snprintf(who, sizeof who, "m%ld", (s + (s - 1) / sessions * 5000) % 10000);
	snprintf(key, sizeof key, "00000000-0000-7000-8000-%012lx", s);
	out_to_mem(&content, &a);
	out_to_mem(&o, &a);
	pack_call(&content, &rq);
	frames_put(&o, FRAME_CALL, out_text(&content), content.len);
	c->sent_s = now_s();
	if (send(c->fd, out_text(&o), o.len, MSG_NOSIGNAL) != (ssize_t)o.len)
		exit(1);
	arena_free(&a);
}

/* True: an answer has come whole. */
static int take(struct caller_at *c, char *kind)
{
	static char buf[FRAME_MAX];
	struct head h;

	while (c->got < FRAME_HEAD) {
		ssize_t n = recv(c->fd, c->head + c->got, FRAME_HEAD - c->got, MSG_DONTWAIT);

		if (n <= 0) {
			if (!n || errno != EAGAIN)
				exit((fprintf(stderr, "callers: the server hung up\n"), 1));
			return 0;
		}
		c->got += (size_t)n;
	}
	if (!head_get(c->head, &h))
		exit(1);
	while (c->got < FRAME_HEAD + h.len) {
		ssize_t n = recv(c->fd, buf, FRAME_HEAD + h.len - c->got, MSG_DONTWAIT);

		if (n <= 0)
			return 0;
		c->got += (size_t)n;
		if (getenv("CALLERS_SHOW") && h.kind == FRAME_REFUSAL)
			fprintf(stderr, "%.*s\n", (int)n, buf);
	}
	c->got = 0;
	*kind = (char)h.kind;
	return 1;
}

static int by_size(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

static volatile sig_atomic_t over;

static void on_term(int sig)
{
	(void)sig;
	over = 1;
}

int main(int argc, char **argv)
{
	struct rlimit files = { 65536, 65536 };
	struct arena a = { 0 };
	int n = argc > 5 ? atoi(argv[3]) : 0, idle = argc > 5 ? atoi(argv[5]) : 0, epoll = epoll_create1(0);
	struct caller_at *all = calloc((size_t)n + 1, sizeof *all);
	struct epoll_event got[64];
	size_t least = (size_t)-1, most = 0;
	double begun_s, seconds;

	if (argc < 6)
		return fprintf(stderr, "callers SOCKET SECONDS N FIRST IDLE\n"), 2;
	seconds = atof(argv[2]);
	setrlimit(RLIMIT_NOFILE, &files);
	took_us = malloc(MOST * sizeof *took_us);
	for (int i = 0; i < idle; i++)
		greet(&a, connect_to(argv[1]));
	for (int i = 0; i < n; i++) {
		struct epoll_event e = { .events = EPOLLIN, .data.ptr = &all[i] };

		all[i] = (struct caller_at){ .fd = connect_to(argv[1]), .id = i };
		greet(&a, all[i].fd);
		epoll_ctl(epoll, EPOLL_CTL_ADD, all[i].fd, &e);
	}
	if (!n) {	/* hold them until whoever started us has looked */
		printf("held\n");
		fflush(stdout);
		pause();
	}
	signal(SIGTERM, on_term);
	if (getenv("CALLERS_SESSIONS"))
		sessions = atol(getenv("CALLERS_SESSIONS"));
	begun_s = now_s();
	for (int i = 0; i < n; i++)
		book(&all[i], n, atol(argv[4]));
	while (!over && now_s() - begun_s < seconds && calls < MOST) {
		int k = epoll_wait(epoll, got, 64, 1000);

		for (int i = 0; i < k; i++) {
			struct caller_at *c = got[i].data.ptr;
			char kind;

			while (take(c, &kind)) {
				if (kind == FRAME_WELCOME || kind == FRAME_BEAT || kind == FRAME_NEWS)
					continue;
				failed += kind != FRAME_ANSWER;
				took_us[calls++] = (float)((now_s() - c->sent_s) * 1e6);
				c->done++;
				book(c, n, atol(argv[4]));
			}
		}
	}
	seconds = now_s() - begun_s;
	for (int i = 0; i < n; i++) {
		least = all[i].done < least ? all[i].done : least;
		most = all[i].done > most ? all[i].done : most;
	}
	qsort(took_us, calls, sizeof *took_us, by_size);
	printf("%zu %zu %.0f %.0f %.0f %zu %zu\n", failed, calls, (double)took_us[calls / 2],
	       (double)took_us[calls * 99 / 100], (double)calls / seconds, least, most);
	return 0;
}
