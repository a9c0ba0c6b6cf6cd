/*
 * A field's text in somebody's own editor. While it is open, the form's draft says
 * where (the field's mark), so that a kill of the app loses nothing that was saved
 * there.
 */
#ifndef TUI_FORM_EDITOR_H
#define TUI_FORM_EDITOR_H

struct app;
struct field;
struct form;
struct view;

/* The key: the field at hand, in the editor. */
void form_edit(struct app *app, struct view *v);
/* A draft had this mark for a field. What the editor saved is the field's text, and
 * its file goes once that is kept; while the app of the mark still runs, the file is
 * its own. */
void form_edited(struct app *app, struct form *f, struct field *d, const char *mark);

#endif
