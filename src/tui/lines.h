/*
 * The app as lines, for a screen reader: what its files share. Lines are
 * appended, never drawn over; what was said once is said again only where it
 * has changed.
 */
#ifndef TUI_LINES_H
#define TUI_LINES_H

#include "app.h"
#include "form.h"
#include "replife/out.h"

/* A line of a view; those with a number can be chosen. */
struct line {
	int number;			/* from 1; 0: none */
	bool chosen;
	const char *text;
};

/* What was said of a view, to say only what is new. */
struct said {
	const struct view *v;
	unsigned nth;			/* v->nth: another may lie at its place */
	struct arena in;
	struct line *lines;
	int n, numbered;
	int *items;			/* number - 1 -> item */
};

struct lines {
	struct app app;
	struct out out;
	char *typed;			/* the line that was read last */
	struct said said[VIEWS_MAX];	/* beside app.views */
	const struct view *on;		/* the view that was said last */
	unsigned on_nth;
	const char *keys;		/* of it, as said; in keys_in */
	struct arena keys_in;
	bool spoke;			/* something was said since the last line */
	/* The form that is asked (lines_form.c). */
	const struct view *form;
	unsigned form_nth;
	int field, asked;		/* field: the next question; n: the last prompt */
};

/* ---- lines_say.c: out, and in ---- */

/* A text, wrapped between words at the terminal's width. */
void lines_say(struct lines *l, const char *text);
void lines_sayf(struct lines *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* What the app says, once. */
void lines_message(struct lines *l);
/*
 * The next line, until the one after; NULL at the end. What cannot be text, or
 * is too long, is said and asked for again.
 */
const char *lines_read(struct lines *l);
void lines_flush(struct lines *l);

/* ---- lines_view.c: the view ---- */

/* Draw it and say what is new; `all`: everything, `longest`: of a long list, too. */
void lines_show(struct lines *l, bool all);
/* The keys, where they are others than were said last; `all`: at any rate, and
 * what else can be typed. */
void lines_keys(struct lines *l, bool all);
/* What was said of the view that is uppermost. */
struct said *lines_said(struct lines *l);
void lines_forget(struct lines *l);	/* at the end, all of it */

/* ---- lines_form.c ---- */

/* One question of the uppermost view's form, or the last prompt. */
void lines_form(struct lines *l);

/* ---- lines.c ---- */

/* A key's code by its letter, its word, or the label that the view has for it;
 * 0: none. */
int lines_code(struct lines *l, const char *word);

#endif
