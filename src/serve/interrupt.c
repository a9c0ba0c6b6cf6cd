/* Ctrl-C while a server has the whole of a write: the caller is told how it stands,
 * instead of being gone without a word. Before that nothing is done, and Ctrl-C ends the
 * program, as a second one does. */
#include <signal.h>
#include "link.h"

static volatile sig_atomic_t interrupted;

static void on_interrupt(int sig)
{
	(void)sig;
	interrupted = 1;
}

bool interrupt_came(void)
{
	return interrupted;
}

/* Whoever has their own way with it, or wants none of it, keeps that. */
bool interrupt_begin(void)
{
	struct sigaction was, mine = { .sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND };

	if (sigaction(SIGINT, NULL, &was) || was.sa_handler != SIG_DFL)
		return false;
	interrupted = 0;
	sigemptyset(&mine.sa_mask);
	return !sigaction(SIGINT, &mine, NULL);
}

void interrupt_end(bool begun)
{
	if (begun)
		signal(SIGINT, SIG_DFL);
}
