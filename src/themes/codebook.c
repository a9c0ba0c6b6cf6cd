/*
 * The codebook matcher. Each word of a text is looked up once: a table maps
 * the word as written (folded) to its stem, as far as any term needs it, so
 * that the stemmer runs once a distinct word. Terms hang on their first word.
 */
#include "replife/codebook.h"

#include <libstemmer.h>
#include <string.h>

#include "replife/utf8.h"
#include "tokens.h"
#include "word_map.h"

#define TERM_MAX 100
#define WORDS_MAX 12		/* of a phrase */
#define CACHE_MAX 100000	/* distinct words, then it begins anew */
#define WORD_MAX 64		/* longer words are never in a term */

enum unit_kind { UNIT_STEM, UNIT_EXACT, UNIT_PREFIX };

struct unit {
	enum unit_kind kind;
	unsigned id;		/* of the stem or word */
	const char *prefix;
	size_t len;
};

struct term {
	size_t theme, index;	/* which of the theme's terms */
	bool excludes;
	size_t n_units;
	struct unit units[WORDS_MAX];
	struct term *next;	/* that begins with the same word, or a prefix too */
};

struct codebook {
	struct arena *arena;
	struct arena cache;		/* of the words met */
	struct sb_stemmer *stemmer;
	struct word_map vocabulary, met;	/* terms' words and stems; texts' words */
	unsigned n_ids;
	struct term **by_first;		/* [id]: terms that begin with it */
	struct term *prefixed;
	size_t n_themes;
	int64_t *keys;
	struct token_info {
		unsigned exact, stem;
		size_t at, len;
	} *tokens;
	size_t cap_tokens;
	struct codebook_hit *hits, *found;
	bool *excluded, *hit;
};

/* ---- words ---- */

/* People's keyboards write ', their word processors write U+2019. */
static void plain_apostrophes(char *p, size_t *n)
{
	char *from = p, *to = p, *end = p + *n;

	while (from < end) {
		if (end - from >= 3 && !memcmp(from, "\xE2\x80\x99", 3)) {
			*to++ = '\'';
			from += 3;
		} else {
			*to++ = *from++;
		}
	}
	*n = (size_t)(to - p);
}

/* The word folded, in `buf` where it is ASCII. NULL: too long to matter. */
static const char *fold(struct codebook *cb, struct arena *a, const char *p, const struct token *t,
			char buf[WORD_MAX], size_t *n)
{
	char *folded;

	(void)cb;
	if (!t->ascii) {
		if (t->len > WORD_MAX * 4)
			return NULL;
		folded = utf8_fold(a, p + t->at, t->len, n);
		plain_apostrophes(folded, n);
		return folded;
	}
	if (t->len > WORD_MAX)
		return NULL;
	for (size_t i = 0; i < t->len; i++) {
		unsigned char c = (unsigned char)p[t->at + i];

		buf[i] = (char)((unsigned char)(c - 'A') < 26 ? c | 32 : c);
	}
	*n = t->len;
	return buf;
}

static const char *stem_of(struct codebook *cb, const char *p, size_t n, size_t *out_n)
{
	const sb_symbol *s = sb_stemmer_stem(cb->stemmer, (const sb_symbol *)p, (int)n);

	if (!s)
		arena_oom(cb->arena);
	*out_n = (size_t)sb_stemmer_length(cb->stemmer);
	return (const char *)s;
}

/* A number of its own for a term's word or stem. */
static unsigned intern(struct codebook *cb, const char *p, size_t n)
{
	bool fresh;
	struct word_info *w = word_map_at(&cb->vocabulary, p, n, &fresh);

	if (fresh)
		w->exact = ++cb->n_ids;
	return w->exact;
}

static unsigned known_id(struct codebook *cb, const char *p, size_t n)
{
	struct word_info *w = word_map_find(&cb->vocabulary, p, n);

	return w->p ? w->exact : 0;
}

static const struct word_info *look_up(struct codebook *cb, const char *p, size_t n)
{
	bool fresh;
	struct word_info *w;
	size_t stem_n;
	const char *stem;

	w = word_map_at(&cb->met, p, n, &fresh);
	if (fresh) {
		stem = stem_of(cb, p, n, &stem_n);
		/* Stems are interned with a mark, so that "ai" as a word to the
		 * letter and "ai" as a stem are two. */
		char marked[WORD_MAX * 4 + 8] = "\x01";

		w->exact = known_id(cb, p, n);
		w->stem = 0;
		if (stem_n < sizeof marked - 1) {
			memcpy(marked + 1, stem, stem_n);
			w->stem = known_id(cb, marked, stem_n + 1);
		}
	}
	return w;
}

/* ---- compiling ---- */

static unsigned intern_stem(struct codebook *cb, const char *p, size_t n)
{
	char marked[WORD_MAX * 4 + 8] = "\x01";
	size_t stem_n;
	const char *stem = stem_of(cb, p, n, &stem_n);

	if (stem_n >= sizeof marked - 1)
		stem_n = sizeof marked - 2;
	memcpy(marked + 1, stem, stem_n);
	return intern(cb, marked, stem_n + 1);
}

static bool compile(struct codebook *cb, const char *text, struct term *t)
{
	size_t n = strlen(text), at = 0;
	bool quoted;
	struct token tok;

	while (n && (*text == ' ' || *text == '-')) {
		t->excludes = t->excludes || *text == '-';
		text++;
		n--;
	}
	quoted = n > 2 && text[0] == '"' && text[n - 1] == '"';
	while (t->n_units < WORDS_MAX && token_next(text, n, &at, &tok)) {
		struct unit *u = &t->units[t->n_units];
		char buf[WORD_MAX];
		size_t len;
		const char *p = fold(cb, cb->arena, text, &tok, buf, &len);

		if (!p || !len)
			continue;
		t->n_units++;
		if (at < n && text[at] == '*') {
			u->kind = UNIT_PREFIX;
			u->prefix = arena_dup(cb->arena, p, len);
			u->len = len;
		} else if (quoted) {
			u->kind = UNIT_EXACT;
			u->id = intern(cb, p, len);
		} else {
			u->kind = UNIT_STEM;
			u->id = intern_stem(cb, p, len);
		}
	}
	return t->n_units > 0;
}

static void free_codebook(void *p)
{
	codebook_free(p);
}

static void hang(struct codebook *cb, struct term *t)
{
	struct term **list = t->units[0].kind == UNIT_PREFIX ? &cb->prefixed
							     : &cb->by_first[t->units[0].id];

	while (*list)
		list = &(*list)->next;
	*list = t;
}

struct codebook *codebook_new(struct arena *a, const struct codebook_theme *themes, size_t n)
{
	struct codebook *cb = arena_new(a, struct codebook);
	struct term **terms;
	size_t n_terms = 0, total = 0;

	cb->arena = a;
	cb->cache.parent = a;
	cb->stemmer = sb_stemmer_new("english", NULL);
	if (!cb->stemmer)
		arena_oom(a);
	arena_defer(a, free_codebook, cb);
	word_map_init(&cb->vocabulary, a, 1024);
	word_map_init(&cb->met, &cb->cache, 4096);
	cb->n_themes = n;
	cb->keys = arena_array(a, int64_t, n + 1);
	cb->hits = arena_array(a, struct codebook_hit, n + 1);
	cb->found = arena_array(a, struct codebook_hit, n + 1);
	cb->excluded = arena_array(a, bool, n + 1);
	cb->hit = arena_array(a, bool, n + 1);
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
	cb->by_first = arena_array(a, struct term *, cb->n_ids + 1);
	for (size_t i = 0; i < n_terms; i++)
		hang(cb, terms[i]);
	return cb;
}

void codebook_free(struct codebook *cb)
{
	if (!cb)
		return;
	if (cb->stemmer)
		sb_stemmer_delete(cb->stemmer);
	cb->stemmer = NULL;
	arena_free(&cb->cache);
}

/* ---- matching ---- */

static size_t tokenize(struct codebook *cb, const char *text, size_t n)
{
	size_t at = 0, count = 0;
	struct token t;

	/* Between texts: what is looked up lies in the cache as well. */
	if (cb->met.n > CACHE_MAX) {
		arena_free(&cb->cache);
		cb->cache = (struct arena){ .parent = cb->arena };
		word_map_init(&cb->met, &cb->cache, 4096);
	}
	while (token_next(text, n, &at, &t)) {
		const struct word_info *w = NULL;
		char buf[WORD_MAX];
		size_t len;
		const char *p = fold(cb, &cb->cache, text, &t, buf, &len);

		if (p && len)
			w = look_up(cb, p, len);
		if (count == cb->cap_tokens) {
			size_t cap = cb->cap_tokens ? cb->cap_tokens * 2 : 256;

			cb->tokens = arena_grow(cb->arena, cb->tokens,
						cb->cap_tokens * sizeof *cb->tokens,
						cap * sizeof *cb->tokens);
			cb->cap_tokens = cap;
		}
		cb->tokens[count++] = (struct token_info){ w ? w->exact : 0, w ? w->stem : 0,
							   t.at, t.len };
	}
	return count;
}

static bool starts_with(const char *text, const struct token_info *t, const struct unit *u)
{
	if (t->len < u->len)
		return false;
	for (size_t i = 0; i < u->len; i++) {
		unsigned char c = (unsigned char)text[t->at + i];

		if ((char)((unsigned char)(c - 'A') < 26 ? c | 32 : c) != u->prefix[i])
			return false;
	}
	return true;
}

static bool unit_fits(const char *text, const struct token_info *t, const struct unit *u)
{
	switch (u->kind) {
	case UNIT_STEM:
		return t->stem == u->id;
	case UNIT_EXACT:
		return t->exact == u->id;
	case UNIT_PREFIX:
		return starts_with(text, t, u);
	}
	return false;
}

static void try_terms(struct codebook *cb, const struct term *t, const char *text, size_t i, size_t n)
{
	for (; t; t = t->next) {
		size_t k = 0;
		const struct token_info *last;

		if (t->n_units > n - i || (cb->hit[t->theme] && !t->excludes))
			continue;
		while (k < t->n_units && unit_fits(text, &cb->tokens[i + k], &t->units[k]))
			k++;
		if (k < t->n_units)
			continue;
		if (t->excludes) {
			cb->excluded[t->theme] = true;
			continue;
		}
		last = &cb->tokens[i + k - 1];
		cb->hit[t->theme] = true;
		cb->found[t->theme] = (struct codebook_hit){
			cb->keys[t->theme], t->index, cb->tokens[i].at,
			last->at + last->len - cb->tokens[i].at };
	}
}

size_t codebook_match(struct codebook *cb, const char *text, size_t n,
		      const struct codebook_hit **hits)
{
	size_t count = tokenize(cb, text, n), n_hits = 0;

	memset(cb->hit, 0, cb->n_themes * sizeof *cb->hit);
	memset(cb->excluded, 0, cb->n_themes * sizeof *cb->excluded);
	for (size_t i = 0; i < count; i++) {
		const struct token_info *t = &cb->tokens[i];

		if (t->stem)
			try_terms(cb, cb->by_first[t->stem], text, i, count);
		if (t->exact)
			try_terms(cb, cb->by_first[t->exact], text, i, count);
		if (cb->prefixed)
			try_terms(cb, cb->prefixed, text, i, count);
	}
	for (size_t i = 0; i < cb->n_themes; i++)
		if (cb->hit[i] && !cb->excluded[i])
			cb->hits[n_hits++] = cb->found[i];
	*hits = cb->hits;
	return n_hits;
}

/* ---- terms ---- */

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
