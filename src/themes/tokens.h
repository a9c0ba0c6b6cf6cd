/* Words of a text. Private to src/themes. */
#ifndef THEMES_TOKENS_H
#define THEMES_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

struct token {
	size_t at, len;		/* in the text */
};

/* The next word from *at on: letters and digits of any script, apostrophes
 * inside. URLs and @names are passed over. False at the end. */
bool token_next(const char *text, size_t n, size_t *at, struct token *out);

/* Do words on both sides of these bytes belong to different sentences? */
bool token_apart(const char *text, size_t from, size_t to);

bool token_is_url(const char *p, size_t n);
/* Does a URL begin here? */
static inline bool token_url(const char *text, size_t n, size_t at)
{
	char a = (char)(text[at] | 32);

	return (a == 'h' || a == 'w') && n - at > 4 && (text[at + 1] | 32) == (a == 'h' ? 't' : 'w') &&
	       token_is_url(text + at, n - at);
}

#endif
