#include "signals.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

static int fd = -1;
static sigset_t before;

void signals_hold(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGWINCH);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, fd < 0 ? &before : NULL);
	if (fd < 0)
		fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

void signals_release(void)
{
	if (fd >= 0)
		sigprocmask(SIG_SETMASK, &before, NULL);
}

void signals_close(void)
{
	if (fd < 0)
		return;
	signals_release();
	close(fd);
	fd = -1;
}

int signals_fd(void)
{
	return fd;
}

bool signals_take(bool *resized, bool *to_end)
{
	struct signalfd_siginfo info;
	bool any = false;

	*resized = *to_end = false;
	while (fd >= 0 && read(fd, &info, sizeof info) == (ssize_t)sizeof info) {
		any = true;
		if (info.ssi_signo == SIGWINCH)
			*resized = true;
		else
			*to_end = true;
	}
	return any;
}
