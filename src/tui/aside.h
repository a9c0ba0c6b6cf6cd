/*
 * Drafts that the store cannot take now, since another process has it: they lie
 * in a file beside it, for their owner alone, until it can. An app that was
 * killed meanwhile leaves the file to the next one. Where a server has the store, and
 * is away, the file lies among the person's own data.
 */
#ifndef TUI_ASIDE_H
#define TUI_ASIDE_H

#include "app.h"

/* In the place of what lies there under the name; text NULL: the draft is to
 * go. RC_IO, RC_CANNOT_CREATE: it lies nowhere. */
enum rc aside_put(struct app *app, const char *what, const char *text, struct err *err)
	__attribute__((warn_unused_result));
/* Does a draft of this name lie there? Then *text is it, NULL where it is to go. */
bool aside_find(struct app *app, const char *what, const char **text);
/* Does a draft lie there, and in no file? It ends with the app. */
bool aside_ends(const struct app *app);
/* It is in the store, newer: what lies there is old. */
void aside_drop(struct app *app, const char *what);
/* Into the store, waiting so long for it; cheap where nothing lies there. */
void aside_retry(struct app *app, int wait_ms);
/* Another store comes: what can still go into this one does, the rest stays in
 * the file for the next app. */
void aside_leave(struct app *app);
/* What an earlier app of the same person left, in this program. */
void aside_take(struct app *app);

#endif
