/* The views that there are, one a file. */
#ifndef TUI_SCREENS_H
#define TUI_SCREENS_H

#include "app.h"

extern const struct view_type find_view, mine_view, visitors_view, hours_view;

/* Help for the view beneath (help.c), and everything by its words (palette.c). */
void open_help(struct app *app, struct view *v);
void open_palette(struct app *app, struct view *v);
/* writeup.c: what was heard in a booking, "B-12"; `title` says when and with
 * whom. `host`: the rep's own, shorter form. */
void open_writeup(struct app *app, const char *booking, const char *title, bool host);

/* opform.c: any operation; one without questions is done at once. `selected`
 * (may be NULL) goes to the parameter that takes such a thing. */
void open_op(struct app *app, const struct op *op, const char *selected);
/* result.c: what a READ answers, to look at. */
void open_result(struct app *app, const struct op *op, const struct arg *args, size_t n);

/* not_today.c: a rep's session "S-12", with so many visitors. */
void open_not_today(struct app *app, const char *slot, int64_t start_s, int visitors);

/* confirm.c: a seat in a session, "S-214" */
void open_booking(struct app *app, const char *slot);

#endif
