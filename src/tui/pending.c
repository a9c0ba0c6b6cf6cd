#include "pending.h"

#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CLICKS_MAX 32
#define PASTE_MAX (64 * 1024 + 8)	/* more than a text may hold: it is seen to be too long */
#define PASTE_WAIT_MS 1000

static struct event clicks[CLICKS_MAX];		/* the latest first, so the last is next */
static size_t n_clicks;
static int click_row = -1, click_col;		/* of the one before, for a second one */
static char *paste;
static size_t paste_len;

bool click_push(const struct event *e)
{
	if (n_clicks == CLICKS_MAX)
		return false;
	clicks[n_clicks++] = *e;
	return true;
}

bool click_pop(struct event *e)
{
	if (!n_clicks)
		return false;
	*e = clicks[--n_clicks];
	e->again = e->type == EV_CLICK && e->row == click_row && e->col == click_col;
	click_row = e->again ? -1 : e->row;
	click_col = e->col;
	return true;
}

void paste_begin(void)
{
	if (!paste)
		paste = malloc(PASTE_MAX);
	paste_len = 0;
}

bool paste_waits(int signals)
{
	struct pollfd p[2] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = signals, .events = POLLIN } };

	return poll(p, 2, PASTE_WAIT_MS) > 0 && !p[1].revents && p[0].revents == POLLIN;
}

/* What is longer than any field takes is cut; the field says that it is too long. */
void paste_add(wchar_t ch)
{
	char s[MB_LEN_MAX];
	static wchar_t before;
	bool second = before == L'\r' && ch == L'\n';	/* one line's end, not two */
	int n = wctomb(s, ch == L'\r' ? L'\n' : ch);

	before = ch;
	if (second)
		return;

	if (n <= 0 || !paste || paste_len + (size_t)n + 1 > PASTE_MAX)
		return;
	memcpy(paste + paste_len, s, (size_t)n);
	paste_len += (size_t)n;
}

const char *paste_text(void)
{
	if (!paste)
		return "";
	paste[paste_len] = '\0';
	return paste;
}

void paste_free(void)
{
	free(paste);
	paste = NULL;
	n_clicks = 0;
}
