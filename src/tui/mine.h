/* The screen Mine: its state, between its keys (mine.c) and its picture
 * (mine_draw.c). */
#ifndef TUI_MINE_H
#define TUI_MINE_H

#include "app.h"
#include "list.h"

enum mine_kind { HEAD, TO_WRITE, CALLED_OFF, COMING, PROMISE, DONE, CHANGE };

struct mine_item {
	enum mine_kind kind;
	const char *ref;		/* "B-12", "A-7"; HEAD: the heading */
	const char *slot, *note;	/* of a booking: "S-214"; DONE: "N-31"; or "" */
	const char *when, *who, *what, *more;
	const char *brief;		/* of `more`, where there is little room; NULL: all of it */
	const char *place, *message, *other;	/* of the session; may be "" */
	bool offered, warn;
};

struct mine {
	struct view v;
	struct list list;
	char ref[24];			/* selected */
	struct reply drafts;		/* what is half written up */
	struct mine_item *items;
	int n, cap, when_cells;		/* the longest `when` of a booking */
};

void mine_draw(struct app *app, struct view *v, struct canvas *c, struct box a);

#endif
