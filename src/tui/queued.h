/*
 * Whoever waits in a queue gets a seat when somebody else cancels: an app that is
 * open says so, whichever screen is shown.
 */
#ifndef TUI_QUEUED_H
#define TUI_QUEUED_H

#include "app.h"

/* Read again what I wait for; of what I waited for before, say what came of it. */
void queued_look(struct app *app);
/* Other bookings come, in another store. */
void queued_forget(struct app *app);

#endif
