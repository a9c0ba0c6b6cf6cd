/*
 * Whoever waits in a queue gets a seat when somebody else cancels, or loses one when a
 * session is called off: an app that is open says so, whichever screen is shown.
 */
#ifndef TUI_QUEUED_H
#define TUI_QUEUED_H

#include "app.h"

/* Read again what I have booked; of what I had before, say what others made of it. */
void queued_look(struct app *app);
/* Something was done from here: what goes by the next look went by that. */
void queued_own(struct app *app);
/* Other bookings come, in another store. */
void queued_forget(struct app *app);

#endif
