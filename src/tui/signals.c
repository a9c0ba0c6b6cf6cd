#include "signals.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* To be told of by the descriptor: what would else end or stop the program with
 * the terminal as it is, and a change of size. */
static const int held[] = { SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP };
static int fd = -1;
static sigset_t before;

static void restore(void)
{
	sigprocmask(SIG_SETMASK, &before, NULL);
}

void signals_hold(void)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof held / sizeof *held; i++)
		sigaddset(&set, held[i]);
	sigprocmask(SIG_BLOCK, &set, fd < 0 ? &before : NULL);
	if (fd < 0)
		fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (fd < 0)	/* nobody would be told: they end the program, as ever */
		restore();
}

void signals_release(void)
{
	sigset_t kept = before;

	if (fd < 0)
		return;
	sigaddset(&kept, SIGHUP);
	sigaddset(&kept, SIGTERM);
	sigprocmask(SIG_SETMASK, &kept, NULL);
}

void signals_close(void)
{
	if (fd < 0)
		return;
	/* Input ends a moment before its hang-up is said: that must not end, half
	 * way, what ends already. */
	signal(SIGHUP, SIG_IGN);
	restore();
	close(fd);
	fd = -1;
}

int signals_fd(void)
{
	return fd;
}

bool signals_take(bool *resized, bool *to_stop, bool *to_end)
{
	struct signalfd_siginfo info;
	bool any = false;

	*resized = *to_stop = *to_end = false;
	while (fd >= 0 && read(fd, &info, sizeof info) == (ssize_t)sizeof info) {
		any = true;
		if (info.ssi_signo == SIGWINCH)
			*resized = true;
		else if (info.ssi_signo == SIGTSTP)
			*to_stop = true;
		else
			*to_end = true;
	}
	return any;
}
