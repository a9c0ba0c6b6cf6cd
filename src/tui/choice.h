/*
 * The keys of a field that has several answers to choose from. Whoever takes it
 * for a text types words there: a word that begins no answer changes none.
 */
#ifndef TUI_CHOICE_H
#define TUI_CHOICE_H

#include <stdbool.h>

struct field;

/* The letters that were typed one after the other; any other key ends them, and so
 * does another field. */
struct choosing {
	const struct field *in;
	char typed[48];
	int n;
	bool begun;
	int arrows;		/* of hjkl before it */
	int before;		/* what was chosen then */
	bool lost;		/* no answer begins so: what follows chooses nothing, either */
	bool refused;		/* so it was with the last key */
};

int choices_count(const struct field *f);
/* Is the key one of a word's? */
bool choice_letter(int code);
/* Arrows go through the answers; a digit, or the letters that one begins with, takes
 * one. hjkl are arrows where no word is typed and no answer begins so; what several of them
 * chose stays. False: not a choice's key, as j and k are not. */
bool choice_key(struct choosing *t, struct field *f, int code);

#endif
