/* The same thing in the shell. */
#ifndef TUI_TWIN_H
#define TUI_TWIN_H

#include "replife/op.h"

/* "replife book S-214 --wait", as it may be pasted. */
const char *twin_of_op(struct arena *a, const struct op *op, const struct arg *args, size_t n);
/* A key's: "book %" with what is selected in the place of the %; NULL where
 * nothing is. */
const char *twin_of_key(struct arena *a, const char *twin, const char *selected);

#endif
