/*
 * A field's text in somebody's own editor. While it is there, a draft of its own says
 * where ("editor of note B-12"), so that a kill of the app loses nothing that was or
 * is still saved there.
 */
#ifndef TUI_FORM_EDITOR_H
#define TUI_FORM_EDITOR_H

#include <stdbool.h>

struct app;
struct form;
struct view;

/* The key: the field at hand, in the editor. */
void form_edit(struct app *app, struct view *v);
/* What an editor has of this form, which has a draft, or had: once the editor is closed, or
 * `now`, it is the field's text, unless that was typed after it. True: it still has
 * it open, which is said once, and form.editing asks for this to be called again. */
bool form_edited(struct app *app, struct form *f, bool now);
/* The form was handed in: what its editor saves comes nowhere. */
void form_edit_end(struct app *app, struct form *f);

#endif
