/* Somebody's own editor, on a file of its own. */
#ifndef REPLIFE_EDITOR_H
#define REPLIFE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/arena.h"
#include "replife/err.h"

/*
 * A text on its way through an editor: a file that nobody else can read and,
 * beside it, what the editor was given. That one is locked as long as this program
 * or the editor that it started runs, so that whoever finds both knows whether the
 * text is done.
 */
struct editing {
	const char *path;
	int held;		/* of the lock; -1: none */
};

/* A new file, in $TMPDIR or /tmp; its path in `a`. RC_CANNOT_CREATE, RC_IO. */
enum rc editor_file(struct arena *a, const char *text, struct editing *e, struct err *err)
	__attribute__((warn_unused_result));
/* $VISUAL, $EDITOR, else vi, on the terminal that stdin is. RC_FAILED: it
 * could not be started, or says that it failed. */
enum rc editor_run(struct arena *a, const struct editing *e, struct err *err)
	__attribute__((warn_unused_result));
/* What is in it now: at most `max` bytes of UTF-8, without the newlines at its end.
 * NULL: that it is not, or no file of the one who asks. */
char *editor_read(struct arena *a, const struct editing *e, size_t max);
/* What the editor was given, as it would be read; NULL: nobody knows. */
char *editor_given(struct arena *a, const struct editing *e, size_t max);
/* After editor_run(): has it given back the terminal and works on, as in a window of
 * its own? Then what it saves is for editor_find(). */
bool editor_goes_on(struct editing *e);
void editor_drop(struct editing *e);	/* it is not needed any more */
void editor_leave(struct editing *e);	/* the file stays, for who is told of it */
void editor_release(struct editing *e);	/* all of it stays, for editor_find() */

/* One that a program has begun which may be gone. */
enum editor_found {
	EDITOR_NONE,		/* no file of editor_file(), or somebody else's */
	EDITOR_OPEN,		/* its program or its editor runs */
	EDITOR_DONE,		/* ours now: as if editor_run() had come back */
};
enum editor_found editor_find(const char *path, struct editing *e);

#endif
