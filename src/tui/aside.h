/*
 * Drafts that the store cannot take now, since another process has it: they lie
 * in a file beside it, for their owner alone, until it can. An app that was
 * killed meanwhile leaves the file to the next one.
 */
#ifndef TUI_ASIDE_H
#define TUI_ASIDE_H

#include "app.h"

/* In the place of what lies there under the name; text NULL: the draft is to
 * go. RC_IO, RC_CANNOT_CREATE: it lies nowhere. */
enum rc aside_put(struct app *app, const char *what, const char *text, struct err *err)
	__attribute__((warn_unused_result));
/* It is in the store, newer: what lies there is old. */
void aside_drop(struct app *app, const char *what);
/* Into the store, waiting so long for it; cheap where nothing lies there. */
void aside_retry(struct app *app, int wait_ms);
/* What an earlier app of the same person left. */
void aside_take(struct app *app);

#endif
