/*
 * Drafts: what is typed into a form is kept in the store under the form's
 * name, outside of audit and undo, whenever nobody types. So neither Esc nor a
 * hang-up nor a kill loses it: the form begins with it when it opens again.
 */
#ifndef TUI_DRAFT_H
#define TUI_DRAFT_H

#include "app.h"
#include "form.h"

/*
 * Begin a form with what was typed into it before, which is said. `name`, with
 * its arguments, is the draft's, as "note B-12". What the fields hold now is
 * what F6 goes back to.
 */
void form_begin(struct app *app, struct form *f, const char *name, ...)
	__attribute__((format(printf, 3, 4)));
/* False: nothing has changed since it was kept. Where it cannot be kept, that is
 * said, and it is tried again the next time. */
bool draft_keep(struct app *app, struct form *f);
/* For what is half done and in no form: by name. text NULL: it goes. It lies in
 * the store or, while that is in use, beside it: *aside, NULL is fine. */
enum rc draft_hold(struct app *app, const char *what, const char *text, bool *aside,
		   struct err *err) __attribute__((warn_unused_result));
/* The same in the store alone, waiting so long for it (0: ten seconds). */
enum rc draft_write(struct app *app, const char *what, const char *text, int wait_ms,
		    struct err *err) __attribute__((warn_unused_result));
/* *text NULL: there is none. On an error nobody knows: nothing is to be kept in
 * its place. */
enum rc draft_read(struct app *app, struct arena *a, const char *what, const char **text,
		   struct err *err) __attribute__((warn_unused_result));
/* It was handed in, with this undo ticket (0: nothing was written): the draft goes, and so does the view, the uppermost. */
void form_done(struct app *app, struct view *v, int64_t ticket);
/* The op of this ticket was undone: where it is the last form's, true, and its
 * draft is there again; until it is redone. */
bool draft_undone(struct app *app, int64_t ticket);
void draft_redone(struct app *app);
/* All fields as they were proposed; the draft goes. */
void form_start_over(struct app *app, struct view *v);

#endif
