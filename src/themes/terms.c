/* A codebook's terms at the door, and as a theme keeps them: `;` between. */
#include "replife/codebook.h"

#include <string.h>

#include "tokens.h"

#define TERM_MAX 100

enum rc codebook_check_term(const char *term, struct err *err)
{
	size_t n = strlen(term), at = 0;
	struct token t;

	if (n > TERM_MAX) {
		err_set(err, RC_USAGE, "the theme words '%.40s…' are too long", term);
		return err_todo(err, "Take the few words that tell: at most %d bytes", TERM_MAX);
	}
	if (strchr(term, ';')) {
		err_set(err, RC_USAGE, "'%s' has a ';'", term);
		return err_todo(err, "Give each word or phrase with a --term of its own");
	}
	if (token_next(term, n, &at, &t))
		return RC_OK;
	err_set(err, RC_USAGE, "'%s' has no word in it", term);
	return err_todo(err, "Write a word or phrase that people use, as alert or \"after the call\"");
}

size_t codebook_split(struct arena *a, const char *terms, const char *const **out)
{
	const char **list;
	size_t n = 0, max = 1;

	for (const char *p = terms; *p; p++)
		max += *p == ';';
	list = arena_array(a, const char *, max);
	while (*terms) {
		size_t len = strcspn(terms, ";"), from = 0, to = len;

		while (from < to && terms[from] == ' ')
			from++;
		while (to > from && terms[to - 1] == ' ')
			to--;
		if (to > from)
			list[n++] = arena_dup(a, terms + from, to - from);
		terms += len + (terms[len] == ';');
	}
	*out = list;
	return n;
}
