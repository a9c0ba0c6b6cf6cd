/* Signals as something to wait for beside the keys: none interrupts. */
#ifndef TUI_SIGNALS_H
#define TUI_SIGNALS_H

#include <stdbool.h>

/* A change of size, and what would else end or stop the program, are held from
 * here on. */
void signals_hold(void);
/* As it was before, for a program that is started; but what ends this one waits
 * until that has ended, so that what it leaves is kept. */
void signals_release(void);
void signals_close(void);
int signals_fd(void);		/* readable when one has come; -1: not held */
/* What came since; false: nothing did. */
bool signals_take(bool *resized, bool *to_stop, bool *to_end);

#endif
