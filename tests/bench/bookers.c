/*
 * bookers REPLIFE STORE SECONDS N: N loops that each start `replife book` again
 * and again, each on its own sessions for its own marketers. Prints: calls that
 * failed, calls, p99 in ms, the slowest loop's bookings, the fastest's.
 */
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

#define MOST 200000

struct loop {
	const char *program, *store;
	int id, n;
	double until_s;
	double *took_ms;
	size_t done;
	int failed;
};

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int book(const struct loop *l, size_t k, posix_spawn_file_actions_t *quiet)
{
	char slot[32], who[32];
	char *argv[] = { (char *)(size_t)l->program, "--db", (char *)(size_t)l->store, "book", slot,
			 "--for", who, NULL };
	int status = -1;
	pid_t pid;

	/* loop i takes every nth session, for marketers of its own */
	snprintf(slot, sizeof slot, "S-%zu", k * (size_t)l->n + (size_t)l->id + 1);
	snprintf(who, sizeof who, "m%d", (int)(k % 300) * l->n + l->id);
	if (posix_spawn(&pid, l->program, quiet, NULL, argv, environ))
		return -1;
	waitpid(pid, &status, 0);
	return status;
}

static void *loop(void *arg)
{
	struct loop *l = arg;
	posix_spawn_file_actions_t quiet;

	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	while (now_s() < l->until_s && l->done < MOST) {
		double begin = now_s();

		if (book(l, l->done, &quiet))
			l->failed++;
		l->took_ms[l->done++] = (now_s() - begin) * 1e3;
	}
	return NULL;
}

static int by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

int main(int argc, char **argv)
{
	int n = argc == 5 ? atoi(argv[4]) : 0, failed = 0;
	size_t calls = 0, least = MOST, most = 0;
	struct loop *loops = calloc((size_t)n + 1, sizeof *loops);
	pthread_t *threads = calloc((size_t)n + 1, sizeof *threads);
	double *all;

	if (n < 1 || !loops || !threads)
		return 2;
	for (int i = 0; i < n; i++) {
		loops[i] = (struct loop){ argv[1], argv[2], i, n, now_s() + atof(argv[3]),
					  calloc(MOST, sizeof(double)), 0, 0 };
		pthread_create(&threads[i], NULL, loop, &loops[i]);
	}
	for (int i = 0; i < n; i++) {
		pthread_join(threads[i], NULL);
		calls += loops[i].done;
		failed += loops[i].failed;
		least = loops[i].done < least ? loops[i].done : least;
		most = loops[i].done > most ? loops[i].done : most;
	}
	all = calloc(calls + 1, sizeof *all);
	for (size_t i = 0, at = 0; i < (size_t)n; i++)
		for (size_t k = 0; k < loops[i].done; k++)
			all[at++] = loops[i].took_ms[k];
	qsort(all, calls, sizeof *all, by_value);
	printf("%d %zu %.2f %zu %zu\n", failed, calls, all[calls * 99 / 100], least, most);
	return 0;
}
