/* What a front end begins with: whose call it is, and how things are shown. */
#ifndef REPLIFE_FRONT_H
#define REPLIFE_FRONT_H

#include "replife/op.h"

struct front {
	struct session *session;
	struct request defaults;	/* program, as, zone, shipped */
	const char *typed;		/* with a server: what is typed while it is away lies in files
					 * whose paths begin so; NULL: nowhere */
	int64_t now_s;			/* REPLIFE_NOW; 0: the clock's */
	bool ascii;			/* nothing beyond ASCII of our own */
	bool color;
	bool mouse;
	/* The caller's side, which no session reaches. A setting, into the config
	 * file: */
	enum rc (*set)(struct arena *a, const char *key, const char *value, struct err *err);
	/* What help there is besides the operations': the nth topic and what it is
	 * about, NULL after the last; and its text, in `a`. */
	const char *(*topic)(size_t n, const char **title);
	enum rc (*help)(struct arena *a, const char *topic, const char **text, struct err *err);
};

/*
 * The app on the terminal, or, `lines`, as numbered lines for a screen reader.
 * Returns when somebody leaves it.
 */
typedef enum rc front_end(struct arena *a, const struct front *f, struct err *err);
front_end tui_run, tui_lines;

#endif
