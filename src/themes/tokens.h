/* Words of a text. Private to src/themes. */
#ifndef THEMES_TOKENS_H
#define THEMES_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

struct token {
	size_t at, len;		/* in the text */
	bool ascii;
};

/* The next word from *at on: letters and digits of any script, apostrophes
 * inside. URLs and @names are passed over. False at the end. */
bool token_next(const char *text, size_t n, size_t *at, struct token *out);

#endif
