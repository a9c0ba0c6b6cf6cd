/*
 * The codebook matcher: which themes' words stand in a text. Words meet by
 * their Snowball stems, without case and accents; it tells which words
 * matched, so that a person can see why.
 */
#ifndef REPLIFE_CODEBOOK_H
#define REPLIFE_CODEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"
#include "replife/err.h"

/*
 * A term is a word ("alert"), a phrase ("after the call": these words one
 * after the other), a word to the letter ("\"ai\""), the beginning of a word
 * ("scor*"), or, with a '-' before it, an exclusion: where it stands the
 * theme does not match. Hyphens separate words on both sides.
 */
struct codebook_theme {
	int64_t key;			/* the caller's */
	const char *const *terms;
	size_t n_terms;
};

struct codebook;

/* Compiles; keeps nothing of the caller's but lives in `a`. Terms without a
 * word are passed over (codebook_check_term refuses them at the door). */
struct codebook *codebook_new(struct arena *a, const struct codebook_theme *themes, size_t n);
void codebook_free(struct codebook *cb);	/* the stemmer; NULL is fine */

struct codebook_hit {
	int64_t key;			/* the theme */
	size_t term;			/* which of its terms, from 0 */
	size_t at, len;			/* bytes of the text */
};

/* Every theme whose terms stand in the text and none of whose exclusions
 * does, in the order given to codebook_new(), each with its first hit. Valid
 * until the next call. */
size_t codebook_match(struct codebook *cb, const char *text, size_t n,
		      const struct codebook_hit **hits);

/* RC_USAGE: no word in it, over 100 bytes, or a ';'. */
enum rc codebook_check_term(const char *term, struct err *err)
	__attribute__((warn_unused_result));

/* The terms of a `;`-separated text, trimmed, in `a`; empty ones left out. */
size_t codebook_split(struct arena *a, const char *terms, const char *const **out);

#endif
