/*
 * A process that answers somebody from elsewhere, without a shell of this computer:
 * it opens no file of theirs, starts no program, and leaves by its own end alone.
 */
#ifndef REPLIFE_CONFINE_H
#define REPLIFE_CONFINE_H

#include <stdbool.h>

#include "replife/err.h"

void confine(void);	/* from here on, for good */
bool is_confined(void);
/* RC_DENIED where it is confined; `what` is what would be done: "start an editor", and
 * `todo` what can be done instead. */
enum rc confine_check(const char *what, const char *todo, struct err *err);
#define BY_STANDARD_IO "Files go through standard input and output: name them as -"
#define BY_AN_ACCOUNT "Call from an account on this computer"	/* what is no text, and large */

#endif
