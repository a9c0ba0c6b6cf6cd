/*
 * paint HOW STARTS KEYS PROGRAM [ARGS…]: how long until a program's screen of
 * 100x30 is there, from its start, and from a key. Prints microseconds: the
 * median first paint of STARTS starts, p50 and p99 of the keys, then the
 * private memory in KiB.
 *
 * HOW: `fence`: the program says itself when it is done (it answers
 * CSI 7770 ~ with an OSC); `quiet`: the last byte before a silence of 60 ms.
 * KEYS: a file of hex, one key a line, sent in turn until all are sent.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS 60
#define MAX 20000

static bool fence;
static int fd;
static pid_t pid;

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void send_bytes(const char *s, size_t n)
{
	while (n) {
		ssize_t k = write(fd, s, n);

		if (k < 0 && errno != EINTR)
			return;
		if (k > 0) {
			s += k;
			n -= (size_t)k;
		}
	}
}

/* The time at which the answer to all that was sent was there. */
static double until_done(void)
{
	static char tail[64];
	char buf[65536 + 64];
	double last = 0;
	size_t n_tail = 0;

	for (;;) {
		struct pollfd p = { fd, POLLIN, 0 };
		int ready = poll(&p, 1, fence ? 10000 : last ? QUIET_MS : 10000);
		ssize_t n;

		if (ready <= 0)
			return last;
		memcpy(buf, tail, n_tail);
		n = read(fd, buf + n_tail, sizeof buf - n_tail - 1);
		if (n <= 0)
			return last;
		last = now_us();
		n += (ssize_t)n_tail;
		buf[n] = '\0';
		if (fence && memmem(buf, (size_t)n, "\033]7770;", 7))
			return last;
		n_tail = n > 16 ? 16 : (size_t)n;
		memcpy(tail, buf + n - n_tail, n_tail);
	}
}

static void start(char **argv)
{
	struct winsize ws = { .ws_row = 30, .ws_col = 100 };

	pid = forkpty(&fd, NULL, NULL, &ws);
	if (pid)
		return;
	unsetenv("LINES");
	unsetenv("COLUMNS");
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("REPLIFE_FENCE", "1", 1);
	execvp(argv[0], argv);
	_exit(127);
}

static void end(void)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(fd);
}

static double first_paint(char **argv)
{
	double begin = now_us();

	start(argv);
	if (fence)
		send_bytes("\033[7770~", 7);
	return until_done() - begin;
}

static double one_key(const char *key, size_t n)
{
	double begin;
	char both[64];

	memcpy(both, key, n);
	if (fence) {
		memcpy(both + n, "\033[7770~", 7);
		n += 7;
	}
	begin = now_us();
	send_bytes(both, n);
	return until_done() - begin;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static long private_kib(void)
{
	char path[64], line[256];
	long sum = 0, k;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
	f = fopen(path, "r");
	while (f && fgets(line, sizeof line, f))
		if (sscanf(line, "Private_Clean: %ld", &k) == 1 || sscanf(line, "Private_Dirty: %ld", &k) == 1)
			sum += k;
	if (f)
		fclose(f);
	return sum;
}

int main(int argc, char **argv)
{
	static double firsts[200], keys[MAX];
	char line[256];
	size_t n = 0, starts;
	long kib;
	FILE *f;

	if (argc < 5)
		return 2;
	fence = !strcmp(argv[1], "fence");
	starts = (size_t)atoi(argv[2]);
	for (size_t i = 0; i < starts && i < 200; i++) {
		firsts[i] = first_paint(argv + 4);
		if (i + 1 < starts)
			end();
	}
	qsort(firsts, starts, sizeof *firsts, compare);
	f = fopen(argv[3], "r");
	while (f && fgets(line, sizeof line, f) && n < MAX) {
		size_t len = 0;

		for (unsigned v; sscanf(line + len * 2, "%2x", &v) == 1; len++)
			line[len] = (char)v;
		/* In place: a byte is written where its digits were read already. */
		keys[n++] = one_key(line, len);
	}
	kib = private_kib();
	end();
	qsort(keys, n, sizeof *keys, compare);
	printf("%.1f %.1f %.1f %ld\n", firsts[starts / 2], n ? keys[n / 2] : 0, n ? keys[n * 99 / 100] : 0, kib);
	return 0;
}
