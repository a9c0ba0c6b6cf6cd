/*
 * A first test of a word: do its first four letters allow that a term begins
 * with it? Most words are done with then. Private to src/themes.
 *
 * For stems it rests on what the English stemmer does: it takes endings off,
 * and what it puts in their stead begins with the same two letters, but for an
 * 'e' after what is left of two letters and more (using: use), "ble" for
 * "biliti", and 'i' for 'y' or the other way (cry: cri). A test holds it to that.
 */
#ifndef THEMES_LETTERS_H
#define THEMES_LETTERS_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "word_map.h"

/* A bit for each four letters, by the low five bits of each (large and small
 * ones are one); some share one. */
struct letters {
	uint32_t may[4096];
};

/* `p`: a term's first word, folded, and stemmed if it is WORD_STEM. */
void letters_add(struct letters *l, enum word_kind kind, const char *p, size_t n);

static inline uint32_t letters_place(uint32_t four)
{
	return (four & 0x1f1f1f1fu) * 0x9e3779b1u >> 15;
}

/* May a term begin with the ASCII word at `p`? Four bytes are read. */
static inline bool letters_allow(const struct letters *l, const char *p)
{
	uint32_t x;

	memcpy(&x, p, sizeof x);
	x = letters_place(le32toh(x));
	return l->may[x / 32] >> x % 32 & 1;
}

#endif
