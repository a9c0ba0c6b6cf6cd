#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

static int held = -1, terminal = -1;	/* held: what is written meanwhile */

void frame_close(void)
{
	if (held >= 0)
		close(held);
	if (terminal >= 0)
		close(terminal);
	held = terminal = -1;
}

static int ready(void)
{
	if (held < 0) {
		held = memfd_create("frame", MFD_CLOEXEC);
		terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	}
	if (held < 0 || terminal < 0)
		frame_close();
	return held >= 0;
}

void frame_begin(void)
{
	if (ready() && dup2(held, STDOUT_FILENO) < 0)
		frame_close();
}

/* False: the terminal is gone. */
static int write_all(const char *p, size_t n)
{
	while (n) {
		ssize_t k = write(STDOUT_FILENO, p, n);
		struct pollfd full = { .fd = STDOUT_FILENO, .events = POLLOUT };

		if (k < 0 && errno == EAGAIN)
			poll(&full, 1, -1);
		else if (k < 0 && errno != EINTR)
			return 0;
		if (k > 0) {
			p += k;
			n -= (size_t)k;
		}
	}
	return 1;
}

void frame_end(void)
{
	char part[64 * 1024];
	ssize_t n;
	off_t at = 0;

	if (held < 0)
		return;
	dup2(terminal, STDOUT_FILENO);
	while ((n = pread(held, part, sizeof part, at)) > 0 && write_all(part, (size_t)n))
		at += n;
	if (ftruncate(held, 0) || lseek(held, 0, SEEK_SET) < 0)
		frame_close();
}
