/* A text cut at blanks and punctuation, fast. Private to src/themes. */
#ifndef THEMES_RUNS_H
#define THEMES_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RUNS_BLOCKS 16u		/* of 64 bytes, looked at in one go */
#define RUNS_MOST (RUNS_BLOCKS * 32u)

/*
 * Letters and digits one after the other, with what may belong to them. One
 * that is ASCII letters and digits, and apostrophes between, is a word; an odd
 * one, with '@' or other characters, holds some words or none: token_next()
 * knows.
 */
struct runs {
	size_t from, until;	/* what was looked at, in the text */
	bool any_odd;		/* else none need be asked */
	size_t n;		/* edges: where a run begins, where it ends, … */
	uint16_t edge[RUNS_BLOCKS * 64 + 1];	/* from `from` on */
	uint64_t odd[RUNS_BLOCKS + 1];		/* a bit where an odd run ends */
};

/* Looks at the text from `from` on, which may not be within a run: whole runs,
 * to `until`. One that is too long for it comes as an odd one without an end:
 * n is 1. */
void runs_read(struct runs *r, const char *text, size_t n, size_t from);

/* Does the byte belong to a run wherever it stands? */
static inline bool runs_within(char c)
{
	unsigned char u = (unsigned char)c;

	return (unsigned char)((u | 32) - 'a') < 26 || (unsigned char)(u - '0') < 10 || u >= 0x80 ||
	       u == '@';
}

/* Is the run that ends at edge `i` an odd one? */
static inline bool runs_odd(const struct runs *r, size_t i)
{
	return r->odd[r->edge[i] / 64] >> r->edge[i] % 64 & 1;
}

#endif
