/* The Themes workbench: its state, between its keys (themes.c) and its picture
 * (themes_draw.c). */
#ifndef TUI_THEMES_H
#define TUI_THEMES_H

#include "app.h"
#include "list.h"
#include "replife/json.h"

enum pane { REMARKS, THEMES, QUOTES, PANES };
#define MARKS_MAX 100

struct themes {
	struct view v;
	enum pane pane;
	struct list lists[PANES];
	char refs[PANES][24];		/* selected in each */
	int64_t marks[MARKS_MAX];	/* remarks by number */
	size_t n_marks;
	struct reply remarks, themes;
	const struct json **said;	/* of the selected theme: id text … because */
	int n_said;
	const char *period;
	bool ever;			/* remarks of all periods */
};

void themes_draw(struct app *app, struct view *v, struct canvas *c, struct box a);
bool themes_marked(const struct themes *t, int64_t remark);

#endif
