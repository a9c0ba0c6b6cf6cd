#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#define MOMENT_MS 100

/* held: what is written meanwhile. direct: the terminal, opened anew, so that
 * only here it does not block; -1: as it is. */
static int held = -1, terminal = -1, direct = -1;
/* Of a frame that was given up within a character: the rest of that, which goes
 * before all else. A terminal that waits for it would show a sign of its own. */
static char owed[3];
static size_t n_owed;

static void close_one(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void frame_close(void)
{
	close_one(&held);
	close_one(&terminal);
	close_one(&direct);
}

static bool ready(void)
{
	if (held >= 0)
		return true;
	direct = open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	held = memfd_create("frame", MFD_CLOEXEC);
	terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	if (held < 0 || terminal < 0)
		frame_close();
	return held >= 0;
}

void frame_begin(void)
{
	if (ready() && dup2(held, STDOUT_FILENO) < 0)
		frame_close();
}

static bool given_up(const char *rest, size_t n)
{
	for (n_owed = 0; n_owed < sizeof owed && n_owed < n && ((unsigned char)rest[n_owed] & 0xC0) == 0x80; n_owed++)
		owed[n_owed] = rest[n_owed];
	return false;
}

/* False: the terminal is gone, or takes nothing while somebody calls. */
static bool write_all(const char *p, size_t n, int call)
{
	int fd = direct >= 0 ? direct : STDOUT_FILENO;

	while (n) {
		ssize_t k = write(fd, p, n);
		struct pollfd wait[2] = { { .fd = fd, .events = POLLOUT }, { .fd = call, .events = POLLIN } };

		if (k < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		if (k < 0 && (poll(wait, 2, -1) < 0 || wait[1].revents) && errno != EINTR)
			return given_up(p, n);
		if (k > 0) {
			p += k;
			n -= (size_t)k;
		}
	}
	return true;
}

static bool write_owed(int call)
{
	char rest[sizeof owed];
	size_t n = n_owed;

	memcpy(rest, owed, n);
	n_owed = 0;
	return write_all(rest, n, call);
}

void frame_end(int call)
{
	char part[64 * 1024];
	ssize_t n;
	off_t at = 0;

	if (held < 0)
		return;
	if (dup2(terminal, STDOUT_FILENO) < 0) {
		frame_close();
		return;
	}
	if (write_owed(call))
		while ((n = pread(held, part, sizeof part, at)) > 0 && write_all(part, (size_t)n, call))
			at += n;
	if (ftruncate(held, 0) || lseek(held, 0, SEEK_SET) < 0)
		frame_close();
}

void frame_settle(void)
{
	struct pollfd out = { .fd = STDOUT_FILENO, .events = POLLOUT };

	if (poll(&out, 1, MOMENT_MS) == 1 && (out.revents & POLLOUT)) {
		if (n_owed && write(STDOUT_FILENO, owed, n_owed) < 0)
			tcflush(STDOUT_FILENO, TCOFLUSH);
	} else {
		tcflush(STDOUT_FILENO, TCOFLUSH);
	}
	n_owed = 0;
}
