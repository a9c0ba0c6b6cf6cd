/*
 * Keys: their codes, without any terminal, and the one table a screen that
 * dispatch, the hint bar, the help and the palette are made of.
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/* A character is its code point. */
enum {
	K_TAB = '\t', K_ENTER = '\r', K_ESC = 27, K_BACKSPACE = 127,
	K_UP = 0x110000, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PGUP, K_PGDN,
	K_DELETE, K_INSERT, K_BACKTAB, K_F1, K_F2, K_F3, K_F4, K_F5, K_F6,
	K_F7, K_F8, K_F9, K_F10,
	K_CTRL_UP, K_CTRL_DOWN, K_CTRL_LEFT, K_CTRL_RIGHT,
	K_WHEEL_UP, K_WHEEL_DOWN,
	K_NONE,
};
#define K_CTRL(c) ((c) & 31)

struct app;
struct view;

enum key_flag {
	KEY_KEEP = 1,		/* never drops from the hint bar: help, quit */
	KEY_QUIET = 2,		/* not in the hint bar; help has it */
	KEY_HIDDEN = 4,		/* another way of saying one that is shown */
	KEY_IN_TEXT = 8,	/* works while a field has the keys, too */
};

/* One row of a screen's table. Tables end with code 0. */
struct key {
	int code;
	const char *label;	/* in the hint bar, "Book" */
	const char *help;	/* what it does, one line */
	void (*run)(struct app *app, struct view *v);
	unsigned flags;
	/* NULL: always. Where false, it neither shows nor works. */
	bool (*can)(const struct app *app, const struct view *v);
	/* The same in the shell; "%" is the selected thing ("book %"). NULL: it
	 * only moves about, and the palette leaves it out. */
	const char *twin;
};

/* "Enter", "PgDn", "^R", "d". In a static buffer a call; not for threads. */
const char *key_name(int code);
/* The word that is typed for it where no such key is (lines.c): "left", "redo",
 * "f5", "d". Static as well. */
const char *key_word(int code);
int key_code(const char *word);	/* by its word or name; 0: no key's */
/* Is it the row that answers to its code now? Several may have it in turn. */
bool key_works(const struct app *app, const struct view *v, const struct key *keys,
	       const struct key *k);
/* The row that answers to a code now, or NULL. */
const struct key *key_find(const struct app *app, const struct view *v,
			   const struct key *keys, int code);

#endif
