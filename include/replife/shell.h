/* What people may paste into a shell. */
#ifndef REPLIFE_SHELL_H
#define REPLIFE_SHELL_H

#include "replife/arena.h"

/* One word, quoted where it must be. */
const char *shell_word(struct arena *a, const char *s);

#endif
