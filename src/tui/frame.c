#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

/* held: what is written meanwhile. direct: the terminal, opened anew, so that
 * only here it does not block; -1: as it is. */
static int held = -1, terminal = -1, direct = -1;

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
			return false;
		if (k > 0) {
			p += k;
			n -= (size_t)k;
		}
	}
	return true;
}

void frame_end(int call)
{
	char part[64 * 1024];
	ssize_t n;
	off_t at = 0;

	if (held < 0)
		return;
	dup2(terminal, STDOUT_FILENO);
	while ((n = pread(held, part, sizeof part, at)) > 0 && write_all(part, (size_t)n, call))
		at += n;
	if (ftruncate(held, 0) || lseek(held, 0, SEEK_SET) < 0)
		frame_close();
}
