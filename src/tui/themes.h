/* The Themes workbench: its state, between what it reads (themes_read.c), its
 * keys (themes.c) and its picture (themes_draw.c). */
#ifndef TUI_THEMES_H
#define TUI_THEMES_H

#include "app.h"
#include "list.h"
#include "marks.h"
#include "replife/json.h"

enum pane { REMARKS, THEMES, QUOTES, PANES };
#define PANE_ITEMS 1000000	/* what a click chooses: pane * PANE_ITEMS + row */

struct themes {
	struct view v;
	enum pane pane;
	struct list lists[PANES];
	char subject[PANES][24];	/* what was selected when the list of themes opened */
	char refs[PANES][24];		/* selected in each */
	struct marks marks;		/* of remarks */
	char name[210];			/* the period that was chosen; "": the one to work on */
	bool ever;			/* all periods */
	bool second;			/* remarks that others have coded, without where they put them */
	/* Read in v->data. */
	struct reply periods, remarks, themes;
	const char *period, *period_said;	/* that is shown, and its state; "": all */
	const struct json *report;	/* its themes in front, and their answers; or NULL */
	struct arena said_in;		/* of `said`: read alone when only the theme changes */
	const struct json **said;	/* of the selected theme: id text … because */
	int n_said;
};

enum rc themes_load(struct app *app, struct view *v, struct err *err);
enum rc themes_load_said(struct app *app, struct themes *t, struct err *err);
/* After a move in one of the lists. */
void themes_selected(struct themes *t);
/* "A-8 +1", "won't", or "" where nobody has answered; *wanted: it is in front,
 * so that closing waits for an answer. */
const char *themes_answer(const struct themes *t, struct arena *a, int i, bool *wanted);
void themes_draw(struct app *app, struct view *v, struct canvas *c, struct box a);

#endif
