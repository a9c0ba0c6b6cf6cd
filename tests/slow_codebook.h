/*
 * A codebook matcher that is slow and simple, to set beside the real one: each
 * word of the text folded and stemmed by itself, each term tried at each word.
 */
#ifndef SLOW_CODEBOOK_H
#define SLOW_CODEBOOK_H

#include <libstemmer.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "replife/codebook.h"
#include "replife/utf8.h"

#define PHRASE 12	/* words of a term; further ones are not looked at */

static struct sb_stemmer *stemmer;	/* "english"; whoever includes this opens it */

struct word {
	size_t at, len;
	const char *folded, *stem;
};

struct words {
	struct word *w;
	size_t n;
};

static bool plain(char c)
{
	return strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", c) && c;
}

/* Bytes of the letter, digit or, inside a word, mark at text[i]; or 0. */
static size_t letter(const char *text, size_t n, size_t i, bool inside)
{
	size_t k;
	int32_t cp = utf8_decode(text + i, n - i, &k);
	utf8proc_category_t c = cp < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(cp);
	bool mark = c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
	bool yes = (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
		   (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO) || (inside && mark);

	return yes ? k : 0;
}

static size_t past_letter(const char *text, size_t n, size_t i)
{
	size_t k = letter(text, n, i, true);

	if (k)
		return k;
	if (text[i] == '\'' && i + 1 < n && plain(text[i + 1]))
		return 1;
	if (n - i > 3 && !memcmp(text + i, "\u2019", 3) && plain(text[i + 3]))
		return 3;
	return 0;
}

static bool at_url(const char *text, size_t n, size_t i)
{
	static const char *const begins[] = { "http://", "https://", "www." };

	for (size_t k = 0; k < 3; k++)
		if (n - i > strlen(begins[k]) && !strncasecmp(text + i, begins[k], strlen(begins[k])))
			return true;
	return false;
}

static char *folded_of(struct arena *a, const char *p, size_t n)
{
	char *f = utf8_fold(a, p, n, &n), *q;

	while ((q = strstr(f, "\u2019"))) {
		*q = '\'';
		memmove(q + 1, q + 3, strlen(q + 3) + 1);
	}
	return f;
}

static struct words words_of(struct arena *a, const char *text, size_t n)
{
	struct words out = { arena_array(a, struct word, n + 1), 0 };
	size_t k;

	for (size_t i = 0; i < n;) {
		struct word *w = &out.w[out.n];

		if ((plain(text[i]) && at_url(text, n, i)) ||
		    (text[i] == '@' && i + 1 < n && plain(text[i + 1]) && (!i || !plain(text[i - 1])))) {
			while (i < n && (unsigned char)text[i] > ' ')
				i++;
		} else if (letter(text, n, i, false)) {
			w->at = i;
			while (i < n && (k = past_letter(text, n, i)))
				i += k;
			w->len = i - w->at;
			w->folded = folded_of(a, text + w->at, w->len);
			w->stem = arena_strdup(a, (const char *)sb_stemmer_stem(
				stemmer, (const sb_symbol *)w->folded, (int)strlen(w->folded)));
			out.n++;
		} else {
			utf8_decode(text + i, n - i, &k);
			i += k;
		}
	}
	return out;
}

/* 0: a stem, 1: to the letter, 2: a beginning. */
static int kind_of(const char *term, const struct word *w)
{
	size_t n = strlen(term);

	return term[w->at + w->len] == '*' ? 2 : n > 2 && *term == '"' && term[n - 1] == '"' ? 1 : 0;
}

static bool word_fits(const char *term, const struct word *t, const struct word *w)
{
	switch (kind_of(term, t)) {
	case 0:
		return !strcmp(t->stem, w->stem);
	case 1:
		return !strcmp(t->folded, w->folded);
	default:
		return !strncmp(t->folded, w->folded, strlen(t->folded));
	}
}

/* The first place, and at one place stems before words before beginnings. */
static bool theme_hit(struct arena *a, const struct codebook_theme *t, const struct words *w,
		      struct codebook_hit *hit)
{
	size_t best = SIZE_MAX;

	for (size_t k = 0; k < t->n_terms; k++) {
		const char *term = t->terms[k] + strspn(t->terms[k], " -");
		bool excludes = memchr(t->terms[k], '-', (size_t)(term - t->terms[k])) != NULL;
		struct words u = words_of(a, term, strlen(term));

		u.n = u.n < PHRASE ? u.n : PHRASE;
		for (size_t i = 0; u.n && i + u.n <= w->n; i++) {
			const struct word *last = &w->w[i + u.n - 1];
			size_t m = 0, rank = i * 3 + (size_t)kind_of(term, u.w);

			while (m < u.n && word_fits(term, &u.w[m], &w->w[i + m]))
				m++;
			if (m < u.n)
				continue;
			if (excludes)
				return false;
			if (rank < best)
				*hit = (struct codebook_hit){ t->key, k, w->w[i].at, last->at + last->len - w->w[i].at };
			best = rank < best ? rank : best;
		}
	}
	return best != SIZE_MAX;
}

#endif
