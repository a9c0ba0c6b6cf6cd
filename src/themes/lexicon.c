#include "lexicon.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "replife/utf8.h"

#define WORD_MAX 64		/* bytes that are looked at; names of molecules are no theme */
#define LEAST 3
#define MOST 5

enum salt { SALT_WORD = 1, SALT_STEM, SALT_LETTERS };

void lexicon_init(struct lexicon *x, struct arena *a, const struct vectors *vectors)
{
	*x = (struct lexicon){ .arena = a, .vectors = vectors, .kept.parent = a };
	x->stemmer = sb_stemmer_new("english", "UTF_8");
	if (!x->stemmer)
		arena_oom(a);
	stopwords_init(&x->stops, a);
	id_map_init(&x->ids, a);
	id_map_init(&x->words, a);
}

void lexicon_free(struct lexicon *x)
{
	sb_stemmer_delete(x->stemmer);
	x->stemmer = NULL;
	id_map_free(&x->ids);
	id_map_free(&x->words);
	arena_free(&x->kept);
	free(x->known);
	free(x->letters);
	x->known = NULL;
	x->letters = NULL;
}

/* ---- ids ---- */

static uint32_t id_of(struct lexicon *x, uint64_t hash, bool letters, bool learn)
{
	uint32_t *id = learn ? id_map_at(&x->ids, hash, x->n_ids) : id_map_find(&x->ids, hash);

	if (!id)
		return UINT32_MAX;
	if (*id == x->n_ids && learn) {
		if (x->n_ids == x->cap_letters) {
			size_t cap = x->cap_letters ? x->cap_letters * 2 : 4096;
			unsigned char *more = realloc(x->letters, cap);

			if (!more)
				arena_oom(x->arena);
			x->letters = more;
			x->cap_letters = cap;
		}
		x->letters[x->n_ids++] = letters;
	}
	return *id;
}

bool lexicon_is_letters(const struct lexicon *x, uint32_t id)
{
	return x->letters[id];
}

uint32_t lexicon_pair(struct lexicon *x, uint64_t a, uint64_t b, bool learn)
{
	return id_of(x, hash_mix(a, b), false, learn);
}

/* ---- words ---- */

/* Each run of 3 to 5 characters of " word ". */
static void cut(struct lexicon *x, struct word *w, const char *p, size_t n, bool learn)
{
	char s[WORD_MAX + 2];
	size_t starts[WORD_MAX + 3], chars = 0;
	uint32_t *ids;

	s[0] = ' ';
	memcpy(s + 1, p, n);
	s[n + 1] = ' ';
	n += 2;
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)s[i] & 0xC0) != 0x80)
			starts[chars++] = i;
	starts[chars] = n;
	ids = arena_array(&x->kept, uint32_t, chars * (MOST - LEAST + 1) + 1);
	for (size_t len = LEAST; len <= MOST; len++)
		for (size_t i = 0; i + len <= chars; i++)
			ids[w->n_letters++] = id_of(x, hash_bytes(s + starts[i], starts[i + len] - starts[i],
							       SALT_LETTERS), true, learn);
	w->letters = ids;
}

/* "customer's" is about the customer. */
static size_t before_apostrophe(const char *p, size_t n)
{
	const char *at = memchr(p, '\'', n);

	return at && at > p ? (size_t)(at - p) : n;
}

static void study(struct lexicon *x, struct word *w, const char *p, size_t n, bool learn)
{
	const sb_symbol *s;

	w->stop = stopwords_class(&x->stops, p, n) != 0;
	n = before_apostrophe(p, n);
	cut(x, w, p, n, learn);
	w->vector = x->vectors ? vectors_find(x->vectors, p, n) : VECTORS_NONE;
	if (w->stop)
		return;
	s = sb_stemmer_stem(x->stemmer, (const sb_symbol *)p, (int)n);
	if (!s)
		arena_oom(x->arena);
	w->hash = hash_bytes((const char *)s, (size_t)sb_stemmer_length(x->stemmer), SALT_STEM);
	w->stem = id_of(x, w->hash, false, learn);
}

static bool is_ascii(const char *p, size_t n)
{
	while (n && (unsigned char)*p < 0x80)
		p++, n--;
	return !n;
}

/* As many whole characters as are looked at, folded; U+2019 as '. */
static size_t fold(struct lexicon *x, const char *p, const struct token *t, char out[WORD_MAX])
{
	size_t n = t->len, k = 0;
	const char *from = p;

	if (!is_ascii(p, t->len))
		from = utf8_fold(&x->kept, p, t->len < 4 * WORD_MAX ? t->len : 4 * WORD_MAX, &n);
	for (size_t i = 0; i < n && k < WORD_MAX; i++) {
		unsigned char c = (unsigned char)from[i];

		if (c == 0xE2 && n - i >= 3 && !memcmp(from + i, "\xE2\x80\x99", 3)) {
			out[k++] = '\'';
			i += 2;
		} else {
			out[k++] = (char)((unsigned char)(c - 'A') < 26 ? c | 32 : c);
		}
	}
	while (k && k == WORD_MAX && ((unsigned char)out[k - 1] & 0xC0) == 0x80)
		k--;
	if (k == WORD_MAX && (unsigned char)out[k - 1] >= 0xC0)
		k--;
	return k;
}

/* What a long stream of texts brings does not stay for ever. */
static void begin_anew(struct lexicon *x)
{
	id_map_free(&x->words);
	arena_free(&x->kept);
	x->n_known = 0;
}

const struct word *lexicon_word(struct lexicon *x, const char *p, const struct token *t, bool learn)
{
	uint64_t written = hash_bytes(p, t->len, SALT_WORD);
	uint32_t *at = id_map_find(&x->words, written);
	char folded[WORD_MAX];
	struct word w = { .stem = UINT32_MAX, .vector = VECTORS_NONE };
	size_t n;

	if (at)
		return x->known[*at].n_letters ? &x->known[*at] : NULL;
	if (x->n_known == WORDS_KEPT)
		begin_anew(x);
	if (x->n_known == x->cap_known) {
		uint32_t cap = x->cap_known ? x->cap_known * 2 : 4096;
		struct word *more = realloc(x->known, cap * sizeof *more);

		if (!more)
			arena_oom(x->arena);
		x->known = more;
		x->cap_known = cap;
	}
	n = fold(x, p, t, folded);
	if (n)
		study(x, &w, folded, n, learn);
	x->known[x->n_known] = w;
	id_map_at(&x->words, written, x->n_known);
	return w.n_letters ? &x->known[x->n_known++] : (x->n_known++, NULL);
}
