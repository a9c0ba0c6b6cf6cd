/* Somebody's own editor, on a file of its own. */
#ifndef REPLIFE_EDITOR_H
#define REPLIFE_EDITOR_H

#include "replife/arena.h"
#include "replife/err.h"

/* $VISUAL, $EDITOR, else vi, on the terminal that stdin is. RC_FAILED: it
 * could not be started, or says that it failed. */
enum rc editor_run(struct arena *a, const char *path, struct err *err)
	__attribute__((warn_unused_result));

/* A new file for it, in $TMPDIR or /tmp, that nobody else can read; its path,
 * in `a`. RC_CANNOT_CREATE, RC_IO. */
enum rc editor_file(struct arena *a, const char *text, const char **path, struct err *err)
	__attribute__((warn_unused_result));

#endif
