/* The palette: what it does when a row is chosen (palette.c), and which rows
 * there are for the words that are typed: keys and operations (palette_find.c),
 * sessions, reps, days (palette_things.c). */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "screens.h"
#include "search.h"

#define PALETTE_ROWS 256

struct palette_row {
	const char *text;		/* what it does */
	const char *twin;		/* "replife book S-214" */
	const char *hint;		/* the same as a sentence */
	int code;			/* its key; 0: it has none */
	/* The palette is closed by then, and `of` has the keys again. */
	void (*run)(struct app *app, struct view *of, const struct palette_row *r);
	/* What run() needs of these. */
	const struct key *key;
	const struct op *op;
	const struct arg *args;
	size_t n_args;
	const char *what, *name;	/* "S-214"; a rep's login and name; a topic and its title */
	int64_t day;
	enum letter_kind letter;
};

struct palette {
	struct view v;
	struct view *of;		/* it stands on this one */
	struct search search;
	struct reply reps, mine;	/* who hosts, what I have booked; no rows where it is not asked */
	struct arena found;		/* of the rows' texts */
	struct palette_row rows[PALETTE_ROWS];
	int n;
	int twin_cells;			/* of the right column, as last drawn */
};

/* May who sits here call it? */
bool palette_may(const struct app *app, const struct op *op);
/* All rows anew, for what is typed. */
void palette_find(struct app *app, struct view *v);
/* One more; its texts lie in p->found, or last. `hint` is made of the twin. */
void palette_add(struct palette *p, struct palette_row r);
/* Does who sits here have the screen? */
bool palette_has(const struct app *app, const struct view_type *screen);

/* What palette_things() goes through is read once, into p->v.data. */
enum rc palette_read(struct app *app, struct palette *p, struct err *err);
/* Sessions, reps and days that the folded words name. */
void palette_things(struct app *app, struct palette *p, const char *words);

#endif
