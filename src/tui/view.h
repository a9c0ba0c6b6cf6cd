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

struct view_type {
	const char *name;		/* "Find": in the tabs, and above its help */
	const struct key *keys;
	size_t size;			/* of the struct that begins with a struct view */
	bool dialog;			/* stands on the one beneath, which stays in sight */
	/* Read what it shows into v->data. On error all of the view is put back as
	 * it was, so what lies in an arena of its own changes last. NULL: nothing
	 * is read. */
	enum rc (*load)(struct app *app, struct view *v, struct err *err);
	void (*draw)(struct app *app, struct view *v, struct canvas *c, struct box a);
	/* First sight of a key or pasted text. True: taken. May be NULL. */
	bool (*input)(struct app *app, struct view *v, const struct event *e);
	/* An item (HOT_ITEM) was chosen; `again`: it was the chosen one before. */
	void (*choose)(struct app *app, struct view *v, int item, bool again);
	/* Does a field have the keys? Letters are no commands then. */
	bool (*typing)(const struct view *v);
	struct form *(*form)(struct view *v);	/* the one that is filled in, or NULL */
	const char *(*hint)(struct app *app, struct view *v);	/* the line above the keys */
	/* What is selected, as the shell names it ("S-214"), or NULL. */
	const char *(*selected)(const struct view *v);
	/* Keep what is half typed: idle, or about to end. True: it did. */
	bool (*keep)(struct app *app, struct view *v);
	void (*leave)(struct app *app, struct view *v);		/* before it goes */
};

struct view {
	const struct view_type *type;
	struct arena own;		/* as long as the view */
	struct arena data;		/* until it is read again */
	bool stale;			/* to be read before it is shown */
};

#endif
