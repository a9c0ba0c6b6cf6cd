/*
 * ops db|socket PATH N OP [NAME=TEXT]...: the same operation N times in one session,
 * with the store's file or with a server. Prints p50 and p99 in microseconds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "replife/client.h"
#include "replife/op.h"

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct err err = { 0 };
	struct session *s;
	struct arg args[16];
	struct request rq = { .args = args };
	size_t n;
	double *took;
	const char *now = getenv("OPS_NOW_S");

	if (argc < 5)
		return fprintf(stderr, "ops db|socket PATH N OP [NAME=TEXT]...\n"), 2;
	if (strcmp(argv[1], "db") ? client_open(&a, argv[2], NULL, NULL, &s, &err)
				  : session_open(&a, argv[2], now ? atoll(now) : 0, &s, &err))
		return fprintf(stderr, "ops: %s\n", err.what), 1;
	n = (size_t)atol(argv[3]);
	took = malloc(n * sizeof *took);
	rq.op = argv[4];
	for (int i = 5; i < argc && rq.n_args < 16; i++) {
		char *eq = strchr(argv[i], '=');

		if (eq)
			*eq = '\0';
		if (!strcmp(argv[i], "limit")) {
			rq.limit = atol(eq + 1);
			continue;
		}
		args[rq.n_args++] = (struct arg){ argv[i], eq ? eq + 1 : NULL, NULL };
	}
	for (size_t i = 0; i < n; i++) {
		struct arena call = { 0 };
		struct reply reply = { 0 };
		double begin = now_us();

		if (session_call(s, &call, &rq, &reply, &err))
			return fprintf(stderr, "ops: %s. %s\n", err.what, err.todo), 1;
		took[i] = now_us() - begin;
		arena_free(&call);
	}
	qsort(took, n, sizeof *took, by_size);
	printf("%.1f %.1f\n", took[n / 2], took[n * 99 / 100]);
	session_close(s);
	return 0;
}
