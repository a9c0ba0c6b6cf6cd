/*
 * The queue of writers: an OFD lock on a file of its own beside the store.
 * The kernel hands it on in order, so nobody starves; SQLite's busy handler
 * polls and would. A server stands at its head for as long as it runs, and has
 * another byte too, so that others see that waiting would not help.
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
	st->lock_fd = open_private(path, 0);
	if (st->lock_fd >= 0)
		return RC_OK;
	err_set(err, RC_IO, "cannot open %s: %s", path, strerror(errno));
	return err_todo(err, "Look at the folder's permissions and the disk's space");
}

#define QUEUE 0
#define SERVER 2	/* apart: what is side by side becomes one lock */

static struct flock byte_of(short type, off_t at)
{
	return (struct flock){ .l_type = type, .l_whence = SEEK_SET, .l_start = at, .l_len = 1 };
}

bool lock_is_owned(int fd)
{
	struct flock probe = byte_of(F_WRLCK, SERVER);

	return fcntl(fd, F_OFD_GETLK, &probe) == 0 && probe.l_type != F_UNLCK &&
	       probe.l_start == SERVER && probe.l_len == 1;
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

static enum rc is_owned(struct store *st, struct err *err)
{
	err_set(err, RC_BUSY, "a server has the store %s", st->path);
	return err_todo(err, "Call the server, with --socket PATH, or stop it first");
}

enum rc lock_take(struct store *st, struct err *err)
{
	struct flock want = byte_of(F_WRLCK, QUEUE);
	enum rc rc = lock_open(st, err);

	if (rc || st->own)
		return rc;
	if (fcntl(st->lock_fd, F_OFD_SETLK, &want) == 0)
		return RC_OK;
	if (lock_is_owned(st->lock_fd))
		return is_owned(st, err);
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
	struct flock none = byte_of(F_UNLCK, QUEUE);

	if (st->lock_fd >= 0 && !st->own)
		fcntl(st->lock_fd, F_OFD_SETLK, &none);
}

enum rc lock_own(struct store *st, struct err *err)
{
	struct flock want = byte_of(F_WRLCK, SERVER);
	enum rc rc = lock_take(st, err);

	if (rc)
		return rc;
	if (fcntl(st->lock_fd, F_OFD_SETLK, &want))
		return is_owned(st, err);
	st->own = true;
	return RC_OK;
}
