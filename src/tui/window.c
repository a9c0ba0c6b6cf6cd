#include "window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SIDE_MAX 1000

static int within(int n)
{
	return n > SIDE_MAX ? SIDE_MAX : n;
}

bool window_size(int *rows, int *cols)
{
	struct winsize ws;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) || !ws.ws_row || !ws.ws_col)
		return false;
	*rows = within(ws.ws_row);
	*cols = within(ws.ws_col);
	return true;
}

bool window_is_huge(void)
{
	struct winsize ws;

	return !ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) && (ws.ws_row > SIDE_MAX || ws.ws_col > SIDE_MAX);
}

bool terminfo_lies_there(const char *name)
{
	const char *home = getenv("HOME");
	char own[300], path[600];
	const char *const dirs[] = { getenv("TERMINFO"), own, "/etc/terminfo", "/lib/terminfo",
				     "/usr/share/terminfo" };

	snprintf(own, sizeof own, "%s/.terminfo", home ? home : "");
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) {
		if (!dirs[i] || strchr(name, '/'))
			continue;
		snprintf(path, sizeof path, "%s/%c/%s", dirs[i], *name, name);
		if (!access(path, R_OK))
			return true;
	}
	return false;
}

enum rc window_no_cursor(const char *name, struct err *err)
{
	const char *asked = getenv("TERM");

	if (name)
		err_set(err, RC_FAILED, "the terminal '%s' cannot place text on a screen", name);
	else
		err_set(err, RC_FAILED, "the terminal '%s' cannot be opened", asked ? asked : "");
	return err_todo(err, "Use the commands (`replife help`), or `replife --accessible`");
}

void window_paste_marks(bool on)
{
	fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
	fflush(stdout);
}

void window_fence(void)
{
	static unsigned n;

	printf("\033]7770;%u\007", ++n);
	fflush(stdout);
}
