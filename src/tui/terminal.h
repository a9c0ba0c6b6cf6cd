/*
 * The terminal: the only place that includes <ncurses.h>. It shows a canvas,
 * and says what was typed, clicked, resized.
 */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>

#include "canvas.h"
#include "keys.h"
#include "replife/err.h"

struct term_options {
	bool color;		/* wanted; the terminal may have none */
	bool mouse;
	bool utf8;		/* the locale's words are UTF-8 */
	bool fence;		/* tests: say when all earlier input is handled */
};

enum event_type {
	EV_NONE,		/* the time went by */
	EV_KEY,
	EV_CLICK,		/* at row, col */
	EV_TEXT,		/* pasted, in `text` */
	EV_RESIZE,
	EV_FENCE,		/* answer with window_fence() once the screen shows it all */
	EV_STOP,		/* as ^Z, from outside */
	EV_HANGUP,		/* the terminal is gone, or the program is to end */
};

struct event {
	enum event_type type;
	int key;
	int row, col;
	bool again;		/* a second click on the place of the one before */
	const char *text;	/* until the next event */
};

/* RC_FAILED: nothing here can move a cursor; `err` names the shell's way. */
enum rc term_open(const struct term_options *o, struct err *err)
	__attribute__((warn_unused_result));
void term_close(void);		/* safe where none is open */
void term_size(int *rows, int *cols);
void term_paint(const struct canvas *c);
/* The next event, waiting at most `wait_ms` (-1: as long as it takes). */
void term_next(struct event *e, int wait_ms);
bool term_pending(void);	/* more is there at once */
bool term_ending(void);		/* something came that ends the program */
void term_mouse(bool on);
/* Leave the screen to another program, and take it back: the editor, ^Z. */
void term_release(void);
void term_retake(void);
void term_stop(void);		/* ^Z: until somebody brings it back */

#endif
