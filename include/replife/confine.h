/*
 * A process that answers somebody from elsewhere, without a shell of this computer:
 * it opens no file of theirs, starts no program, and leaves by its own end alone.
 */
#ifndef REPLIFE_CONFINE_H
#define REPLIFE_CONFINE_H

#include <stdbool.h>

#include "replife/err.h"

void confine(void);	/* from here on, for good */
/* RC_DENIED where it is confined; `what` is what would be done: "start an editor". */
enum rc confine_check(const char *what, struct err *err);

#endif
