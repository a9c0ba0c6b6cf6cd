#include "replife/vectors.h"

#include <string.h>

#define MAGIC "RLVECTOR"
#define HEADER 32
#define VERSION 1
#define UNIT 1048576.0f		/* of a scale */

static uint32_t u16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t u32(const unsigned char *p)
{
	return u16(p) | u16(p + 2) << 16;
}

static uint32_t adler32(const unsigned char *p, size_t n)
{
	uint32_t a = 1, b = 0;

	while (n) {
		size_t k = n < 5552 ? n : 5552;		/* before 32 bits are full */

		for (n -= k; k--; b += a)
			a += *p++;
		a %= 65521;
		b %= 65521;
	}
	return b << 16 | a;
}

static const char *word_at(const struct vectors *v, uint32_t i, size_t *n)
{
	size_t from = i ? u32(v->ends + ((size_t)i - 1) * 4) : 0;

	*n = u32(v->ends + (size_t)i * 4) - from;
	return (const char *)v->text + from;
}

static int compare(const char *a, size_t n, const char *b, size_t k)
{
	int d = memcmp(a, b, n < k ? n : k);

	return d ? d : (n > k) - (n < k);
}

/* ---- is it whole? ---- */

static enum rc check_ends(const struct vectors *v, size_t text, struct err *err)
{
	size_t before = 0;

	for (size_t i = 0; i < v->n_words; i++) {
		size_t end = u32(v->ends + i * 4);

		if (end <= before || end > text)
			return err_set(err, RC_BAD_DATA, "word %zu ends outside the words' text", i + 1);
		before = end;
	}
	if (before != text)
		return err_set(err, RC_BAD_DATA, "%zu bytes of the words' text belong to no word", text - before);
	return RC_OK;
}

/* Rising, and so each word once. */
static enum rc check_order(const struct vectors *v, struct err *err)
{
	const char *before = NULL;
	size_t n_before = 0;

	for (size_t i = 0; i < v->n_words; i++) {
		uint32_t at = u16(v->order + i * 2);
		const char *word;
		size_t n;

		if (at >= v->n_words)
			return err_set(err, RC_BAD_DATA, "place %zu is of a word that is not there", i + 1);
		word = word_at(v, at, &n);
		if (before && compare(before, n_before, word, n) >= 0)
			return err_set(err, RC_BAD_DATA, "its words are not in order");
		before = word;
		n_before = n;
	}
	return RC_OK;
}

static enum rc check_header(const unsigned char *p, size_t n, struct err *err)
{
	size_t words, numbers, text, whole;

	if (n < HEADER || memcmp(p, MAGIC, 8) != 0)
		return err_set(err, RC_BAD_DATA, "it holds no word vectors");
	if (u32(p + 8) != VERSION)
		return err_set(err, RC_BAD_DATA, "it is of version %u, and this program reads %d", u32(p + 8), VERSION);
	numbers = u32(p + 12);
	words = u32(p + 16);
	text = u32(p + 20);
	if (!numbers || numbers > VECTORS_NUMBERS || !words || words > VECTORS_WORDS || text > VECTORS_BYTES ||
	    u32(p + 28))
		return err_set(err, RC_BAD_DATA, "its header is broken");
	whole = HEADER + words * 8 + text + words * numbers;
	if (n != whole)
		return err_set(err, RC_BAD_DATA, "it is %zu bytes long and should be %zu", n, whole);
	if (adler32(p + HEADER, n - HEADER) != u32(p + 24))
		return err_set(err, RC_BAD_DATA, "it is not as it was written: its sum is another");
	return RC_OK;
}

enum rc vectors_read(const void *p, size_t n, struct vectors *out, struct err *err)
{
	const unsigned char *b = p;
	enum rc rc = check_header(b, n, err);

	if (rc)
		return rc;
	*out = (struct vectors){ .n_numbers = u32(b + 12), .n_words = u32(b + 16) };
	out->ends = b + HEADER;
	out->order = out->ends + out->n_words * 4;
	out->scales = out->order + out->n_words * 2;
	out->text = out->scales + out->n_words * 2;
	out->numbers = (const signed char *)(out->text + u32(b + 20));
	rc = check_ends(out, u32(b + 20), err);
	return rc ? rc : check_order(out, err);
}

/* ---- its words ---- */

uint32_t vectors_find(const struct vectors *v, const char *word, size_t n)
{
	size_t from = 0, to = v->n_words;

	while (from < to) {
		size_t middle = from + (to - from) / 2, k;
		uint32_t at = u16(v->order + middle * 2);
		const char *there = word_at(v, at, &k);
		int d = compare(there, k, word, n);

		if (!d)
			return at;
		if (d < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return VECTORS_NONE;
}

void vectors_add(const struct vectors *v, uint32_t word, float by, float *sum)
{
	const signed char *row = v->numbers + (size_t)word * v->n_numbers;

	by *= (float)u16(v->scales + (size_t)word * 2) / UNIT;
	for (size_t i = 0; i < v->n_numbers; i++)
		sum[i] += by * (float)row[i];
}
