/*
 * Who sits here and which screens that gives them; and that both can change while
 * the app is open: a role is taken away, the person leaves, a server goes.
 */
#ifndef TUI_WHO_H
#define TUI_WHO_H

#include "app.h"

/* Ask who it is. On error nothing has changed. */
enum rc who_sits(struct app *app, struct err *err) __attribute__((warn_unused_result));
/* The same, with their screens from the start. */
enum rc who_begin(struct app *app, struct err *err) __attribute__((warn_unused_result));
/* Nothing but why they have no screens: `err`. */
void who_gone(struct app *app, const struct err *err);
/* Where who it is may have changed (app->who_stale): asks, and where it did, what
 * they may not see any more goes. Views go: not while one is at work. */
void who_check(struct app *app);

/* Who could give a role, in `a`. */
const char *who_to_ask(struct app *app, struct arena *a);

enum look { LOOK_SAME, LOOK_SHOW, LOOK_READ };
/* Has somebody changed something (READ), does the server answer? That it is gone, or
 * back, is said (SHOW, READ). */
enum look app_look(struct app *app);
/* What stands above the keys while the server is away; NULL: it answers. */
const char *away_notice(const struct app *app, struct arena *a);

#endif
