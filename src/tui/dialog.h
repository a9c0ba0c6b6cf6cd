/* What stands on the screen beneath: its box, and a form in it. */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include "app.h"
#include "form.h"

/* A frame of so many rows within, in the middle; the place within. */
struct box dialog_frame(struct canvas *c, struct box body, int rows, int cols, const char *title);

/* "< Book it >   Not now": the first is what Enter does. Clicks too. */
void put_buttons(struct canvas *c, struct box a, int row, const char *yes, const char *no);

#endif
