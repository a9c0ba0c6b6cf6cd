/* A file of word vectors, made by hand: what a word means is one of its numbers. */
#ifndef VECTORS_MADE_H
#define VECTORS_MADE_H

#include <stdlib.h>
#include <string.h>

#include "replife/vectors.h"

#define MADE_NUMBERS 12
#define MADE_HEADER 32

struct made_word {
	const char *word;
	unsigned about;			/* below MADE_NUMBERS */
};

static void made_put(unsigned char *p, size_t n, uint32_t x)
{
	for (; n--; x >>= 8)
		*p++ = (unsigned char)x;
}

/* So that a file that was changed is whole again. */
static void made_sum(unsigned char *p, size_t n)
{
	uint32_t a = 1, b = 0;

	for (size_t i = MADE_HEADER; i < n; i++) {
		a = (a + p[i]) % 65521;
		b = (b + a) % 65521;
	}
	made_put(p + 24, 4, b << 16 | a);
}

/* `words` in the order of their bytes; the caller frees it. */
static unsigned char *made_file(const struct made_word *words, size_t n, size_t *size)
{
	size_t text = 0, at = 0;
	unsigned char *p, *w;

	for (size_t i = 0; i < n; i++)
		text += strlen(words[i].word);
	*size = MADE_HEADER + n * 8 + text + n * MADE_NUMBERS;
	p = calloc(1, *size);
	if (!p)
		abort();
	memcpy(p, "RLVECTOR", 8);
	made_put(p + 8, 4, 1);
	made_put(p + 12, 4, MADE_NUMBERS);
	made_put(p + 16, 4, (uint32_t)n);
	made_put(p + 20, 4, (uint32_t)text);
	w = p + MADE_HEADER + n * 8;
	for (size_t i = 0; i < n; i++) {
		memcpy(w + at, words[i].word, strlen(words[i].word));
		at += strlen(words[i].word);
		made_put(p + MADE_HEADER + i * 4, 4, (uint32_t)at);
		made_put(p + MADE_HEADER + n * 4 + i * 2, 2, (uint32_t)i);
		made_put(p + MADE_HEADER + n * 6 + i * 2, 2, 10486);	/* x 100 / 2^20: 1 */
		w[text + i * MADE_NUMBERS + words[i].about] = 100;
	}
	made_sum(p, *size);
	return p;
}

#endif
