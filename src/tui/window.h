/* The terminal's size, as the kernel has it. */
#ifndef TUI_WINDOW_H
#define TUI_WINDOW_H

#include <stdbool.h>

/* At most 1,000 a side, since ncurses counts in shorts. False: it is not known. */
bool window_size(int *rows, int *cols);
/* Has terminfo an entry of this name where it usually lies? Asking ncurses in
 * vain costs more, and memory that it does not give back. */
bool terminfo_lies_there(const char *name);
/* Is it larger than that? */
bool window_is_huge(void);

#endif
