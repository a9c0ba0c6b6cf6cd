/*
 * The queue of writers: an OFD lock on a file of its own beside the store.
 * The kernel hands it on in order, so nobody starves; SQLite's busy handler
 * polls and would.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "store_i.h"

#define TICK_MS 100

int64_t wait_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum rc lock_open(struct store *st, struct err *err)
{
	const char *path;

	if (st->lock_fd >= 0)
		return RC_OK;
	path = arena_printf(&st->arena, "%s-lock", st->path);
	st->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (st->lock_fd >= 0)
		return RC_OK;
	err_set(err, RC_IO, "cannot open %s: %s", path, strerror(errno));
	return err_todo(err, "Look at the folder's permissions and the disk's space");
}

static void on_alarm(int sig)
{
	(void)sig;	/* it is there to interrupt fcntl() */
}

/* Wait with a timer that interrupts again and again, since a single signal
 * could come before the call that it is to interrupt. */
static int wait_in_queue(int fd, struct flock *want, int wait_ms)
{
	struct sigaction act = { .sa_handler = on_alarm }, old;
	int first_ms = wait_ms < TICK_MS ? wait_ms : TICK_MS;
	struct itimerval every = { { 0, TICK_MS * 1000 }, { 0, first_ms * 1000 } }, off = { { 0, 0 }, { 0, 0 } };
	int64_t until_ms = wait_now_ms() + wait_ms;
	int got;

	sigaction(SIGALRM, &act, &old);
	setitimer(ITIMER_REAL, &every, NULL);
	do {
		got = fcntl(fd, F_OFD_SETLKW, want);
	} while (got < 0 && errno == EINTR && wait_now_ms() < until_ms);
	setitimer(ITIMER_REAL, &off, NULL);
	sigaction(SIGALRM, &old, NULL);
	return got;
}

enum rc lock_take(struct store *st, struct err *err)
{
	struct flock want = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	enum rc rc = lock_open(st, err);

	if (rc)
		return rc;
	if (fcntl(st->lock_fd, F_OFD_SETLK, &want) == 0)
		return RC_OK;
	if (st->wait_ms && wait_in_queue(st->lock_fd, &want, st->wait_ms) == 0)
		return RC_OK;
	if (st->wait_ms < 1000)
		err_set(err, RC_BUSY, "the store is in use");
	else
		err_set(err, RC_BUSY, "the store stayed in use for %d seconds", st->wait_ms / 1000);
	return err_todo(err, "Nothing was changed; try again");
}

void lock_drop(struct store *st)
{
	struct flock none = { .l_type = F_UNLCK, .l_whence = SEEK_SET };

	if (st->lock_fd >= 0)
		fcntl(st->lock_fd, F_OFD_SETLK, &none);
}
