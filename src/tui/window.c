#include "window.h"

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
