#include "rescue.h"

#include <signal.h>
#include <stddef.h>
#include <termios.h>
#include <unistd.h>

/* AddressSanitizer has handlers of its own, and says where it was. */
#if defined(__SANITIZE_ADDRESS__)
#define REPORTS_ITSELF 1
#else
#define REPORTS_ITSELF 0
#endif

static const int fatal[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
static struct termios before;
static int has_before;

/* Nothing here but what a signal's handler may call. */
static void give_back(int sig)
{
	static const char leave[] = "\033[?1006l\033[?1000l\033[?2004l\033[?1049l\033[?25h\033[0m\r\n";
	ssize_t ignored;

	if (has_before) {
		ignored = write(STDERR_FILENO, leave, sizeof leave - 1);
		(void)ignored;
		tcsetattr(STDIN_FILENO, TCSANOW, &before);
	}
	raise(sig);		/* its default, which ends the program */
}

void rescue_arm(void)
{
	struct sigaction act = { .sa_handler = give_back, .sa_flags = SA_RESETHAND | SA_NODEFER };

	if (REPORTS_ITSELF)
		return;
	has_before = !tcgetattr(STDIN_FILENO, &before);
	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
		sigaction(fatal[i], &act, NULL);
}

void rescue_disarm(void)
{
	struct sigaction act = { .sa_handler = SIG_DFL };

	if (!has_before)
		return;
	has_before = 0;
	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
		sigaction(fatal[i], &act, NULL);
}
