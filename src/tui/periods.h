/* The periods (a reply of `period list`, the latest first), and which of them
 * lifecycle's screens begin with. */
#ifndef TUI_PERIODS_H
#define TUI_PERIODS_H

#include "app.h"
#include "replife/reply.h"

/* Row of the period of this name; -1: none. */
int period_row(const struct reply *periods, const char *name);
/* Has it begun, and is it not closed? */
bool period_in_work(const struct reply *periods, int row);
/* Row of the one to work on: that which is over and not closed, before the one
 * that runs; -1: none. */
int period_to_work_on(const struct reply *periods);
/* The next one in work after this row (-1: from the first), as `v` goes through
 * them: from the earliest to the latest; -1: that was the last. */
int period_next(const struct reply *periods, int row);

#endif
