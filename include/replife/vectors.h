/*
 * Word vectors: what words mean, as numbers, so that texts are alike that say the
 * same in other words. They come as one file, which is used when it is there and
 * never needed. Pure: whoever calls has read the file.
 *
 * The file, all of it little-endian:
 *
 *	bytes	what
 *	8	"RLVECTOR"
 *	4	version: 1
 *	4	numbers a word, to VECTORS_NUMBERS
 *	4	words, to VECTORS_WORDS
 *	4	bytes of all words' text
 *	4	Adler-32 (RFC 1950) of what follows the header
 *	4	0
 *	4 each	where each word's text ends; the commonest word first
 *	2 each	the words' places, as bytes order their texts
 *	2 each	each word's scale
 *	…	the texts, UTF-8, small letters without accents, nothing between them
 *	…	each word's numbers, a signed byte each: x scale / 2^20; a word is 1 long
 *
 * tests/tools/vectors makes one.
 */
#ifndef REPLIFE_VECTORS_H
#define REPLIFE_VECTORS_H

#include <stddef.h>
#include <stdint.h>

#include "replife/err.h"

#define VECTORS_NUMBERS 512
#define VECTORS_WORDS 65535
#define VECTORS_BYTES (64u << 20)	/* no file is longer */
#define VECTORS_NONE UINT32_MAX

struct vectors {
	size_t n_words, n_numbers;
	const unsigned char *ends, *order, *scales, *text;
	const signed char *numbers;
};

/* `p`: the file's n bytes, which stay the caller's and have to stay. All of it is
 * looked at here, so that nothing below has to. RC_BAD_DATA: it is no such file, or
 * not whole; `err` says what, and leaves what to do to the caller. */
enum rc vectors_read(const void *p, size_t n, struct vectors *out, struct err *err)
	__attribute__((warn_unused_result));

/* The place of a word, as the texts there are written, the commonest is 0; or VECTORS_NONE. */
uint32_t vectors_find(const struct vectors *v, const char *word, size_t n);
/* sum[n_numbers] += by x the word's. */
void vectors_add(const struct vectors *v, uint32_t word, float by, float *sum);

#endif
