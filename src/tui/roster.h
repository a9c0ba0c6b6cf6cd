/* What the roster and the attendance screen read: reps, and their weeks. */
#ifndef TUI_ROSTER_H
#define TUI_ROSTER_H

#include "app.h"

#define WEEKS 8			/* four back, four ahead */
#define THIS_WEEK 4

struct rep_line {
	const char *login, *name, *team, *segment, *state, *until;
	int64_t ahead;			/* open sessions that are to come */
	int64_t seats[WEEKS], taken[WEEKS], held[WEEKS], missed[WEEKS];
	bool on_roster;
};

struct rep_lines {
	struct rep_line *reps;
	int n;
	int64_t monday;			/* of the first week */
};

/* Into v->data. */
enum rc read_reps(struct app *app, struct arena *a, struct rep_lines *out, struct err *err)
	__attribute__((warn_unused_result));
int64_t free_next(const struct rep_line *r);	/* seats free next week */
int64_t sum_of(const int64_t *weeks, int from, int to);

#endif
