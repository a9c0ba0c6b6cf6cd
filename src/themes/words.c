/*
 * Which words of a text are in a term. Folding and stemming a word costs a
 * hundred times what reading it does, and people use few words much: what came
 * of a word is kept by the word as it is written, in a table of bounded size
 * where a new word may push out an old one.
 */
#include "words.h"

#include <libstemmer.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "letters.h"
#include "replife/utf8.h"
#include "runs.h"
#include "seen.h"
#include "tokens.h"

struct words {
	struct arena *arena, *scratch;
	struct sb_stemmer *stemmer;
	struct word_map vocabulary;
	size_t longest_prefix;
	/* [number]: the fits that have it. There are at most as many as stems
	 * times beginnings, whatever is read. */
	const struct word_fit **fits;
	struct seen seen;
	struct letters letters;
	struct word_found *found;
	size_t n_found, cap_found;
	bool goes_on;			/* a term may, with the next word */
};

static void close_words(void *w)
{
	words_close(w);
}

struct words *words_new(struct arena *a)
{
	struct words *w = arena_new(a, struct words);

	w->arena = a;
	w->scratch = arena_child(a);
	arena_defer(a, close_words, w);
	w->stemmer = sb_stemmer_new("english", NULL);
	if (!w->stemmer)
		arena_oom(a);
	word_map_init(&w->vocabulary, a);
	/* URLs are to be passed over, not sifted out. */
	letters_add(&w->letters, WORD_PREFIX, "http", 4);
	letters_add(&w->letters, WORD_PREFIX, "www.", 4);
	return w;
}

void words_close(struct words *w)
{
	if (w->stemmer)
		sb_stemmer_delete(w->stemmer);
	w->stemmer = NULL;
	seen_free(&w->seen);
}

/* ---- one word ---- */

static bool all_ascii(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)p[i] >= 0x80)
			return false;
	return true;
}

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

/* Without case and accents, in the scratch arena. */
static const char *fold(struct words *w, const char *p, size_t *n)
{
	char *folded;

	if (!all_ascii(p, *n)) {
		folded = utf8_fold(w->scratch, p, *n, n);
		plain_apostrophes(folded, n);
		return folded;
	}
	folded = arena_dup(w->scratch, p, *n);
	for (size_t i = 0; i < *n; i++)
		if ((unsigned char)(folded[i] - 'A') < 26)
			folded[i] |= 32;
	return folded;
}

/* Valid until the next. */
static const char *stem_of(struct words *w, const char *p, size_t *n)
{
	const sb_symbol *s = sb_stemmer_stem(w->stemmer, (const sb_symbol *)p, (int)*n);

	if (!s)
		arena_oom(w->arena);
	*n = (size_t)sb_stemmer_length(w->stemmer);
	return (const char *)s;
}

unsigned words_add(struct words *w, enum word_kind kind, bool first, bool last,
		   const char *p, size_t n)
{
	struct arena_mark m = arena_mark(w->scratch);
	struct word_entry *e;

	p = fold(w, p, &n);
	if (kind == WORD_STEM)
		p = stem_of(w, p, &n);
	if (kind == WORD_PREFIX && n > w->longest_prefix)
		w->longest_prefix = n;
	e = word_map_add(&w->vocabulary, kind, p, n);
	e->begins |= first;
	e->leads |= !last;
	if (first)
		letters_add(&w->letters, kind, p, n);
	arena_release(w->scratch, m);
	return e->number;
}

size_t words_count(const struct words *w)
{
	return w->vocabulary.n;
}

/* The longest of the terms' beginnings that is one of the word's first *n
 * bytes, *n being its length then. */
static const struct word_entry *beginning(const struct words *w, const char *p, size_t *n)
{
	const struct word_entry *e = NULL;

	if (*n > w->longest_prefix)
		*n = w->longest_prefix;
	while (*n && !(e = word_map_find(&w->vocabulary, WORD_PREFIX, p, *n)))
		--*n;
	return e;
}

static unsigned number_of(const struct word_entry *e)
{
	return e ? e->number : 0;
}

static void use(struct word_fit *f, const struct word_entry *e)
{
	f->begins |= e && e->begins;
	f->leads |= e && e->leads;
}

static const struct word_fit *add_fit(struct words *w, const struct word_entry *stem,
				      const struct word_entry *exact, const char *p, size_t n,
				      const struct word_fit **list)
{
	struct word_fit *f = arena_new(w->arena, struct word_fit);
	unsigned *prefixes = arena_array(w->arena, unsigned, n);
	const struct word_entry *e;

	f->stem = number_of(stem);
	f->exact = number_of(exact);
	use(f, stem);
	use(f, exact);
	for (; (e = beginning(w, p, &n)); n--) {
		prefixes[f->n_prefixes++] = e->number;
		use(f, e);
	}
	f->prefixes = prefixes;
	f->next = *list;
	return *list = f;
}

/* What the terms ask of a word, as written. */
static const struct word_fit *work_out(struct words *w, const char *p, size_t n)
{
	static const struct word_fit in_no_term;
	const struct word_entry *exact, *stem, *prefix;
	const struct word_fit *f, **list;
	const char *s;
	size_t stem_n, prefix_n;

	p = fold(w, p, &n);
	stem_n = prefix_n = n;
	exact = word_map_find(&w->vocabulary, WORD_EXACT, p, n);
	prefix = beginning(w, p, &prefix_n);
	s = stem_of(w, p, &stem_n);
	stem = word_map_find(&w->vocabulary, WORD_STEM, s, stem_n);
	if (!exact && !stem && !prefix)
		return &in_no_term;
	list = &w->fits[exact ? exact->number : stem ? stem->number : number_of(prefix)];
	for (f = *list; f; f = f->next)
		if (f->stem == number_of(stem) && f->exact == number_of(exact) &&
		    (f->n_prefixes ? f->prefixes[0] : 0) == number_of(prefix))
			return f;
	return add_fit(w, stem, exact, p, prefix_n, list);
}

static const struct word_fit *meet(struct words *w, const char *p, size_t n)
{
	struct arena_mark m = arena_mark(w->scratch);
	const struct word_fit *f = work_out(w, p, n);

	arena_release(w->scratch, m);
	if (n <= SEEN_LONG)
		seen_put(&w->seen, p, n, f);
	return f;
}

/* ---- a text ---- */

/* Room for so many more words, found or not. */
static void make_room(struct words *w, size_t n)
{
	size_t cap = w->cap_found;

	if (w->n_found + n <= cap)
		return;
	while (cap < w->n_found + n)
		cap = cap ? cap * 2 : 1024;
	w->found = arena_grow(w->arena, w->found, w->cap_found * sizeof *w->found,
			      cap * sizeof *w->found);
	w->cap_found = cap;
}

static inline const struct word_fit *fit_of(struct words *w, const char *p, size_t len, size_t room)
{
	const struct word_fit *fit = NULL;

	if (len <= SEEN_LONG)
		fit = room < SEEN_LONG ? seen_find_last(&w->seen, p, len) : seen_find(&w->seen, p, len);
	return fit ? fit : meet(w, p, len);
}

/* The text's nth word, for which there is room. It counts where a term begins
 * with it, or may go on with it after the word before it. */
static inline void add(struct words *w, const struct word_fit *fit, size_t at, size_t len, size_t nth)
{
	bool counts = fit->begins | w->goes_on;

	/* Written whether it counts or not, which cannot be foretold. */
	w->found[w->n_found] = (struct word_found){ fit, at, len, nth };
	w->n_found += counts;
	w->goes_on = counts & fit->leads;
}

/* From an odd run on, to where no run is. */
static size_t take_odd(struct words *w, const char *text, size_t n, size_t at, size_t *nth)
{
	struct token t;

	while (token_next(text, n, &at, &t)) {
		make_room(w, 1);
		add(w, fit_of(w, text + t.at, t.len, n - t.at), t.at, t.len, (*nth)++);
		if (at < n && !runs_within(text[at]))
			break;
	}
	make_room(w, RUNS_MOST);
	return at;
}

/* The runs that may begin a term, or hold what does; what is known of them is
 * sent for. */
static size_t sift(const struct words *w, const char *text, size_t n, const struct runs *r,
		   uint16_t maybe[RUNS_MOST])
{
	const char *p = text + r->from;
	size_t count = 0, room = n - r->from;

	for (size_t i = 0; i < r->n; i += 2) {
		bool keep = room - r->edge[i] < 4 || r->n == 1 ||
			    (letters_allow(&w->letters, p + r->edge[i]) | (r->any_odd && runs_odd(r, i + 1)));

		maybe[count] = (uint16_t)i;
		count += keep;
		if (keep && r->n > 1 && room - r->edge[i] >= SEEN_LONG)
			seen_expect(&w->seen, p + r->edge[i], (size_t)(r->edge[i + 1] - r->edge[i]));
	}
	return count;
}

/* Takes run `i`, and those after it with which terms may go on. Returns the
 * next one. */
static inline size_t take_from(struct words *w, const char *text, size_t n, const struct runs *r,
			       size_t i, size_t *at, size_t *nth)
{
	do {
		size_t begin = r->from + r->edge[i], len;
		const struct word_fit *fit;

		if (r->n == 1 || (r->any_odd && runs_odd(r, i + 1)) || token_url(text, n, begin)) {
			*at = take_odd(w, text, n, begin, nth);
			while (i < r->n && r->from + r->edge[i] < *at)
				i += 2;
			continue;
		}
		len = (size_t)(r->edge[i + 1] - r->edge[i]);
		fit = fit_of(w, text + begin, len, n - begin);
		add(w, fit, begin, len, (*nth)++);
		i += 2;
	} while (w->goes_on && i < r->n);
	return i;
}

/* Returns how far the text is read then. */
static size_t take_runs(struct words *w, const char *text, size_t n, const struct runs *r, size_t *nth)
{
	uint16_t maybe[RUNS_MOST];
	size_t count = sift(w, text, n, r, maybe), at = r->until, i = 0;

	make_room(w, RUNS_MOST);
	if (w->goes_on && r->n)
		i = take_from(w, text, n, r, 0, &at, nth);
	for (size_t k = 0; k < count; k++) {
		if (maybe[k] < i)
			continue;
		*nth += (maybe[k] - i) / 2;
		i = take_from(w, text, n, r, maybe[k], &at, nth);
	}
	if (i < r->n)
		*nth += (r->n - i) / 2;
	return at > r->until ? at : r->until;
}

size_t words_find(struct words *w, const char *text, size_t n, const struct word_found **out)
{
	struct runs r;
	size_t nth = 0;

	if (!w->fits) {
		w->fits = arena_array(w->arena, const struct word_fit *, words_count(w) + 1);
		seen_init(&w->seen, w->arena);
	}
	w->n_found = 0;
	w->goes_on = false;
	for (size_t at = 0; at < n; at = take_runs(w, text, n, &r, &nth))
		runs_read(&r, text, n, at);
	*out = w->found;
	return w->n_found;
}
