/* Whether a rep can host now; and if not, what is missing and who does it. */
#ifndef TUI_HOSTING_H
#define TUI_HOSTING_H

#include "app.h"

struct hosting {
	char state[16];			/* on the roster: "active"; "": not there */
	const char *missing, *todo;	/* two sentences; NULL: nothing is missing */
};

/* Of the rep with this login; `name` as others are told, NULL: it is you. Texts
 * lie in `a`. */
enum rc hosting_load(struct app *app, struct arena *a, const char *login, const char *name,
		     struct hosting *out, struct err *err) __attribute__((warn_unused_result));
bool hosting_invited(const struct hosting *h);
bool hosting_paused(const struct hosting *h);
/* Yes to being asked, or the end of a pause. */
void hosting_yes(struct app *app, const struct hosting *h, const char *login);

#endif
