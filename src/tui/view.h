/*
 * A view: what stands on the screen, and what its keys do. The screens with
 * numbers are views, and so is what opens above them: forms, questions, help.
 */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "canvas.h"
#include "keys.h"
#include "replife/arena.h"
#include "replife/err.h"
#include "terminal.h"

struct form;
struct list;

struct view_type {
	const char *name;		/* "Find": in the tabs, and above its help */
	const struct key *keys;
	size_t size;			/* of the struct that begins with a struct view */
	bool dialog;			/* stands on the one beneath, which stays in sight */
	/* Read what it shows into v->data. On error all of the view is put back as
	 * it was, so what lies in an arena of its own changes last. NULL: nothing
	 * is read. */
	enum rc (*load)(struct app *app, struct view *v, struct err *err);
	bool partial;			/* works before it was read, with less */
	void (*draw)(struct app *app, struct view *v, struct canvas *c, struct box a);
	/* What keys and clicks go to before the table of keys: offsetof() the form
	 * that is filled in, or the list that is moved about in; 0: there is none. */
	size_t form, list;
	size_t ref;			/* offsetof() the selected row's name, char [24], by which it is found again; 0 */
	/* offsetof() the words typed over a list, which is then `list`; `found`
	 * looks for their rows anew. */
	size_t search;
	void (*found)(struct app *app, struct view *v);
	/* In the place of `list` where there are several: the one that keys go to. */
	struct list *(*list_of)(struct view *v);
	void (*moved)(struct app *app, struct view *v);	/* in the list; may be NULL */
	/* First sight of a key or pasted text, before those two. True: taken. May
	 * be NULL, as may all that follow. */
	bool (*input)(struct app *app, struct view *v, const struct event *e);
	/* In their place: an item (HOT_ITEM) was chosen; `again`: it was the
	 * chosen one before. */
	void (*choose)(struct app *app, struct view *v, int item, bool again);
	bool letters;			/* are typed, without a form: no commands */
	const char *(*hint)(struct app *app, struct view *v);	/* the line above the keys */
	/* What is selected, as the shell names it ("S-214"), or NULL. */
	const char *(*selected)(const struct view *v);
	/* Keep what is half done and in no form. True: there was something. */
	bool (*keep)(struct app *app, struct view *v);
	void (*leave)(struct app *app, struct view *v);		/* before it goes */
};

struct view {
	const struct view_type *type;
	struct arena own;		/* as long as the view */
	struct arena data;		/* until it is read again */
	bool stale;			/* to be read before it is shown */
	bool aged;			/* only since something may have changed: it shows what was */
	bool loaded;			/* it was read once: before, there is nothing of it */
	int64_t read_s;			/* when it was read */
	unsigned nth;			/* of all that were opened; 0: a screen with a number */
};

bool view_is_unread(const struct view *v);	/* what it shows was never read yet */
struct form *view_form(struct view *v);		/* or NULL */
struct list *view_list(struct view *v);		/* or NULL */
const char *view_selected(const struct view *v);	/* as type->selected, or NULL */
bool view_typing(const struct view *v);		/* letters are text here */
bool view_input(struct app *app, struct view *v, const struct event *e);
void view_choose(struct app *app, struct view *v, int item, bool again);
/* A row of its list was clicked; twice, it is opened. */
void view_choose_row(struct app *app, struct view *v, int row, bool again);
const char *view_hint(struct app *app, struct view *v);	/* or NULL */
/* Keep what is half typed and half done, as drafts. True: there was something. */
bool view_keep(struct app *app, struct view *v);
/* The view's row for a key, a form's, or that of every screen; NULL: none. */
const struct key *view_key(const struct app *app, const struct view *v, int code);

#endif
