/*
 * A text that somebody types: one line or several, a grapheme at a time.
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "canvas.h"
#include "keys.h"
#include "replife/arena.h"

struct edit {
	struct arena *a;	/* where the text lies */
	char *text;		/* NUL-terminated UTF-8 */
	size_t len, cap, at;	/* at: where the cursor stands, in bytes */
	size_t max;		/* bytes; what would be longer is not taken */
	bool lines;		/* Enter makes a new line */
	bool full;		/* the last key did not fit */
	bool proposed;		/* nobody typed it: the first letter takes its place */
	int top;		/* first line, or first cell, on the screen */
	int cols;		/* as last drawn: up and down need it */
};

void edit_init(struct edit *e, struct arena *a, size_t max, bool lines);
void edit_set(struct edit *e, const char *text);	/* the cursor at its end */
void edit_propose(struct edit *e, const char *text);
/* False: not the editor's key, or nothing there to move over. */
bool edit_key(struct edit *e, int code);
/* Control characters are left out; newlines become blanks in a single line. */
void edit_insert(struct edit *e, const char *p, size_t n);
/* Fills the area; `on`: it has the keys, the cursor is shown. */
void edit_draw(struct edit *e, struct canvas *c, struct box a, bool on, const char *empty);
/* Rows that the text takes at a width. */
int edit_rows(const struct edit *e, int cols);

#endif
