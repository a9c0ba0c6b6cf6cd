/* An operation's parameters as a form's fields: what they are called, what
 * there is to choose from, what is there now. */
#ifndef TUI_OP_FIELDS_H
#define TUI_OP_FIELDS_H

#include "app.h"
#include "form.h"

/* Is it asked here? Files and editors are the command line's. */
bool op_asks(const struct param *p);
struct field op_field(struct arena *a, const struct param *p);
/* Does the parameter take the selected thing ("S-214", "T-4", a login, a
 * period's name) of an op? */
bool op_takes(const struct op *op, const struct param *p, const char *selected);
/* The first that does and is asked, or NULL. */
const struct param *op_taker(const struct op *op, const char *selected);
/* What `edit` would change, as it is: into fields named as the parameters. */
void op_fill_present(struct app *app, const struct op *op, const char *selected, struct form *f);
/* Is there a list to choose from? */
bool op_can_choose(const struct param *p);
/* Opens it; the value that is picked goes to `picked`. */
void op_choose(struct app *app, const struct param *p,
	       void (*picked)(struct app *app, struct view *of, const char *value));

#endif
