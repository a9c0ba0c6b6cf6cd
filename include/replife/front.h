/* What a front end begins with: whose call it is, and how things are shown. */
#ifndef REPLIFE_FRONT_H
#define REPLIFE_FRONT_H

#include "replife/op.h"

struct front {
	struct session *session;
	struct request defaults;	/* program, as, zone, shipped */
	int64_t now_s;			/* REPLIFE_NOW; 0: the clock's */
	bool ascii;			/* nothing beyond ASCII of our own */
	bool color;
	bool mouse;
};

/*
 * The app on the terminal, or, `lines`, as numbered lines for a screen reader.
 * Returns when somebody leaves it.
 */
typedef enum rc front_end(struct arena *a, const struct front *f, struct err *err);
front_end tui_run, tui_lines;

#endif
