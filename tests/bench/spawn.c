/*
 * spawn ROUNDS CMD [CMD…]: run the commands in turn, again and again, and
 * print each one's median wall time in microseconds, from posix_spawn to
 * waitpid. Taken in turn, so that what else the machine does hits all alike.
 * "{7}" in a command becomes the round's number plus 7.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

#define WORDS 64
#define COMMANDS 8

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void words_of(char *line, int round, char *out[WORDS], char store[WORDS][64])
{
	int n = 0;
	char *save = NULL;

	for (char *w = strtok_r(line, " ", &save); w && n < WORDS - 1; w = strtok_r(NULL, " ", &save)) {
		char *at = strchr(w, '{'), *end = at ? strchr(at, '}') : NULL;

		if (end) {
			snprintf(store[n], sizeof store[n], "%.*s%d%s", (int)(at - w), w,
				 round + atoi(at + 1), end + 1);
			w = store[n];
		}
		out[n++] = w;
	}
	out[n] = NULL;
}

static double run(const char *command, int round, posix_spawn_file_actions_t *quiet)
{
	char line[4096], *argv[WORDS], store[WORDS][64];
	int status = 0;
	double begin;
	pid_t pid;

	snprintf(line, sizeof line, "%s", command);
	words_of(line, round, argv, store);
	begin = now_us();
	if (posix_spawn(&pid, argv[0], quiet, NULL, argv, environ))
		exit(2);
	waitpid(pid, &status, 0);
	begin = now_us() - begin;
	if (!WIFEXITED(status) || WEXITSTATUS(status)) {
		fprintf(stderr, "spawn: round %d: %s: status %d\n", round, command, status);
		exit(1);
	}
	return begin;
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[1]) : 0, n = argc - 2;
	double *t[COMMANDS];
	posix_spawn_file_actions_t quiet;

	if (rounds < 1 || n > COMMANDS)
		return 2;
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	for (int i = 0; i < n; i++)
		t[i] = calloc((size_t)rounds, sizeof **t);
	for (int k = 0; k < rounds; k++)
		for (int i = 0; i < n; i++)
			t[i][k] = run(argv[i + 2], k, &quiet);
	for (int i = 0; i < n; i++) {
		qsort(t[i], (size_t)rounds, sizeof **t, by_value);
		printf("%.1f\n", t[i][rounds / 2]);
	}
	return 0;
}
