/* The terminal's size, as the kernel has it. */
#ifndef TUI_WINDOW_H
#define TUI_WINDOW_H

#include <stdbool.h>

#include "replife/err.h"

/* At most 1,000 a side, since ncurses counts in shorts. False: it is not known. */
bool window_size(int *rows, int *cols);
/* Has terminfo an entry of this name where it usually lies? Asking ncurses in
 * vain costs more, and memory that it does not give back. */
bool terminfo_lies_there(const char *name);
/* Is it larger than that? */
bool window_is_huge(void);
/* That terminal is no screen, or (NULL) none could be opened: what to do instead. */
enum rc window_no_cursor(const char *name, struct err *err);
/* Pasted text comes with marks around it from now on, so that none of it is a
 * command; or no longer. */
void window_paste_marks(bool on);
/* For tests: all that came before is on the screen. */
void window_fence(void);

#endif
