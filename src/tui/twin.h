/* The same thing in the shell, and back. */
#ifndef TUI_TWIN_H
#define TUI_TWIN_H

#include "replife/op.h"

/* "replife book S-214 --wait", as it may be pasted. */
const char *twin_of_op(struct arena *a, const struct op *op, const struct arg *args, size_t n);
/* A key's: "book %" with what is selected in the place of each %, or, where
 * nothing is, what the command calls such a thing: "book SESSION". */
const char *twin_of_key(struct arena *a, const char *twin, const char *selected);

/* What is typed behind the program's name, if that is there. */
const char *twin_typed(const char *text);
/*
 * A command as it is typed in the shell: its operation, and the arguments in
 * `a`. NULL: it begins with none's name, or has words that the operation does
 * not take. An option at the very end may be half typed: it is passed over.
 */
const struct op *op_of_twin(struct arena *a, const char *text, const struct arg **args, size_t *n);

#endif
