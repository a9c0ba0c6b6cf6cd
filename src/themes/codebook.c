/*
 * The codebook matcher. The words of a text that are in any term are found in
 * one pass; terms hang on their first word and are tried where it stands.
 */
#include "replife/codebook.h"

#include <string.h>

#include "tokens.h"
#include "words.h"

#define WORDS_MAX 12		/* of a phrase */

struct unit {
	enum word_kind kind;
	unsigned number;	/* of the stem, word or beginning */
};

struct term {
	size_t theme, index;	/* which of the theme's terms */
	bool excludes;
	size_t n_units;
	struct unit units[WORDS_MAX];
	struct term *next;	/* that begins with the same word or beginning */
};

struct codebook {
	struct words *words;
	struct term **by_first;		/* [number]: terms that begin with it */
	size_t n_themes;
	int64_t *keys;
	struct codebook_hit *hits, *found;
	bool *excluded, *hit;
	size_t *by_beginning;		/* the place, from 1, at which a beginning hit; 0: none did */
};

/* ---- compiling ---- */

static bool compile(struct codebook *cb, const char *text, struct term *t)
{
	size_t n = strlen(text), at = 0;
	bool quoted, more;
	struct token tok, next;

	while (n && (*text == ' ' || *text == '-')) {
		t->excludes = t->excludes || *text == '-';
		text++;
		n--;
	}
	quoted = n > 2 && text[0] == '"' && text[n - 1] == '"';
	for (more = token_next(text, n, &at, &tok); more; tok = next) {
		struct unit *u = &t->units[t->n_units++];

		u->kind = at < n && text[at] == '*' ? WORD_PREFIX : quoted ? WORD_EXACT : WORD_STEM;
		more = t->n_units < WORDS_MAX && token_next(text, n, &at, &next);
		u->number = words_add(cb->words, u->kind, t->n_units == 1, !more, text + tok.at, tok.len);
	}
	return t->n_units > 0;
}

static void hang(struct codebook *cb, struct term *t)
{
	struct term **list = &cb->by_first[t->units[0].number];

	while (*list)
		list = &(*list)->next;
	*list = t;
}

struct codebook *codebook_new(struct arena *a, const struct codebook_theme *themes, size_t n)
{
	struct codebook *cb = arena_new(a, struct codebook);
	struct term **terms;
	size_t n_terms = 0, total = 0;

	cb->words = words_new(a);
	cb->n_themes = n;
	cb->keys = arena_array(a, int64_t, n + 1);
	cb->hits = arena_array(a, struct codebook_hit, n + 1);
	cb->found = arena_array(a, struct codebook_hit, n + 1);
	cb->excluded = arena_array(a, bool, n + 1);
	cb->hit = arena_array(a, bool, n + 1);
	cb->by_beginning = arena_array(a, size_t, n + 1);
	for (size_t i = 0; i < n; i++)
		total += themes[i].n_terms;
	terms = arena_array(a, struct term *, total + 1);
	for (size_t i = 0; i < n; i++) {
		cb->keys[i] = themes[i].key;
		for (size_t k = 0; k < themes[i].n_terms; k++) {
			struct term *t = arena_new(a, struct term);

			t->theme = i;
			t->index = k;
			if (compile(cb, themes[i].terms[k], t))
				terms[n_terms++] = t;
		}
	}
	cb->by_first = arena_array(a, struct term *, words_count(cb->words) + 1);
	for (size_t i = 0; i < n_terms; i++)
		hang(cb, terms[i]);
	return cb;
}

void codebook_free(struct codebook *cb)
{
	if (cb)
		words_close(cb->words);
}

/* ---- matching ---- */

static bool begins_with(const struct word_fit *fit, unsigned number)
{
	for (size_t i = 0; i < fit->n_prefixes; i++)
		if (fit->prefixes[i] == number)
			return true;
	return false;
}

static bool unit_fits(const struct word_fit *fit, const struct unit *u)
{
	switch (u->kind) {
	case WORD_STEM:
		return fit->stem == u->number;
	case WORD_EXACT:
		return fit->exact == u->number;
	case WORD_PREFIX:
		return begins_with(fit, u->number);
	}
	return false;
}

/* Are the first of the words the term's, with none between? */
static bool term_fits(const struct term *t, const struct word_found *w, size_t n)
{
	if (t->n_units > n)
		return false;
	for (size_t k = 0; k < t->n_units; k++)
		if (w[k].nth != w->nth + k || !unit_fits(w[k].fit, &t->units[k]))
			return false;
	return true;
}

/* The first hit stands; of beginnings that hit at one place, that of the earlier term. */
static bool is_hit(const struct codebook *cb, const struct term *t, size_t place)
{
	return cb->hit[t->theme] && (!place || cb->by_beginning[t->theme] != place ||
				     cb->found[t->theme].term < t->index);
}

/* `place`: where, from 1, for terms that begin with a beginning; else 0. */
static void try_terms(struct codebook *cb, const struct term *t, const struct word_found *w, size_t n, size_t place)
{
	for (; t; t = t->next) {
		const struct word_found *last;

		if ((!t->excludes && is_hit(cb, t, place)) || !term_fits(t, w, n))
			continue;
		if (t->excludes) {
			cb->excluded[t->theme] = true;
			continue;
		}
		last = &w[t->n_units - 1];
		cb->hit[t->theme] = true;
		cb->by_beginning[t->theme] = place;
		cb->found[t->theme] = (struct codebook_hit){
			cb->keys[t->theme], t->index, w->at, last->at + last->len - w->at };
	}
}

size_t codebook_match(struct codebook *cb, const char *text, size_t n,
		      const struct codebook_hit **hits)
{
	const struct word_found *w;
	size_t count = words_find(cb->words, text, n, &w), n_hits = 0;

	memset(cb->hit, 0, cb->n_themes * sizeof *cb->hit);
	memset(cb->excluded, 0, cb->n_themes * sizeof *cb->excluded);
	for (size_t i = 0; i < count; i++) {
		const struct word_fit *fit = w[i].fit;

		if (!fit->begins)
			continue;
		if (fit->stem)
			try_terms(cb, cb->by_first[fit->stem], w + i, count - i, 0);
		if (fit->exact)
			try_terms(cb, cb->by_first[fit->exact], w + i, count - i, 0);
		for (size_t k = 0; k < fit->n_prefixes; k++)
			try_terms(cb, cb->by_first[fit->prefixes[k]], w + i, count - i, i + 1);
	}
	for (size_t i = 0; i < cb->n_themes; i++)
		if (cb->hit[i] && !cb->excluded[i])
			cb->hits[n_hits++] = cb->found[i];
	*hits = cb->hits;
	return n_hits;
}
