/* What is said above the keys, of what an op answered. */
#ifndef TUI_SAID_H
#define TUI_SAID_H

#include "app.h"

/* An answer without what it says of the shell. */
const char *said_of(struct arena *a, const char *message);
/* What went wrong and what to do, as sentences. */
const char *said_err(struct arena *a, const struct err *err);
/* Behind what is said of what was just done, or alone. */
void app_say_also(struct app *app, const char *text);
/* Why something was not done. A server that is away comes back by itself, but what was
 * to be done does not: its key does it again. */
void app_say_not_done(struct app *app, const struct err *err);
/* The full stop that a sentence lacks, or "". */
const char *said_stop(const char *sentence);

#endif
