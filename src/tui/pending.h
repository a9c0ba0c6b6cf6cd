/* What comes from a terminal in one piece and is handed on in several, or the
 * other way round: clicks, and pasted text. */
#ifndef TUI_PENDING_H
#define TUI_PENDING_H

#include <stdbool.h>
#include <wchar.h>

#include "terminal.h"

/* Clicks are reported newest first, and taken oldest first. False: too many. */
bool click_push(const struct event *e);
bool click_pop(struct event *e);	/* false: none is left */

void paste_begin(void);
/* Nothing is there now: does the rest come? Not where the terminal is gone, or
 * a signal has something more urgent to say. */
bool paste_waits(int signals);
void paste_add(wchar_t ch);
const char *paste_text(void);		/* until the next paste_begin() */
void paste_free(void);

#endif
