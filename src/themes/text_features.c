#include "text_features.h"

#include <libstemmer.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "id_map.h"
#include "lexicon.h"
#include "meaning.h"
#include "tokens.h"

#define UNKNOWN UINT32_MAX

/* A text's ids as they were counted, then weighed, in place. */
union cell {
	struct { uint32_t id, times; } counted;
	struct term weighed;
};

struct features {
	struct arena *arena;
	struct lexicon lexicon;
	struct meaning meaning;
	double meant;			/* how long the meaning is at most, … */
	double whole;			/* … and the blocks together */
	size_t n_texts, cap_texts;
	size_t *begin;			/* of each text in `cells`; one more at the end */
	union cell *cells;		/* what it means comes last */
	size_t n_cells, cap_cells;
	uint32_t *df;			/* by id, as the lexicon gives them */
	size_t cap_df;
	uint32_t *kept;			/* id -> id of the vectors, or UNKNOWN */
	uint32_t n_words, n_kept;	/* ids of words and pairs come first */
	float *idf;			/* by id of the vectors */
	/* What a text says, while it is read. */
	uint32_t *seen, *times;		/* by lexicon id: the text that was read last, how often */
	size_t cap_seen;
	uint32_t stamp;
	uint32_t *ids;
	size_t n_ids, cap_ids, unknown[2];
	struct term *terms;
	size_t cap_terms;
	bool learning;
};

static void free_features(void *f)
{
	features_free(f);
}

struct features *features_new(struct arena *a, const struct vectors *vectors)
{
	struct features *f = arena_new(a, struct features);

	f->arena = a;
	arena_defer(a, free_features, f);	/* where memory runs out */
	f->learning = true;
	lexicon_init(&f->lexicon, a, vectors);
	meaning_init(&f->meaning, a, vectors);
	return f;
}

void features_free(struct features *f)
{
	if (!f)
		return;
	lexicon_free(&f->lexicon);
	free(f->begin);
	free(f->cells);
	free(f->df);
	free(f->kept);
	free(f->idf);
	free(f->seen);
	free(f->times);
	free(f->ids);
	free(f->terms);
	*f = (struct features){ .arena = f->arena };
}

/* ---- counting ---- */

static void *grown(struct features *f, void *p, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap ? *cap : 256;
	char *more;

	if (want <= *cap)
		return p;
	while (n < want)
		n *= 2;
	more = realloc(p, n * size);
	if (more)
		memset(more + *cap * size, 0, (n - *cap) * size);
	else
		arena_oom(f->arena);
	*cap = n;
	return more;
}

static void count(struct features *f, uint32_t id, int block)
{
	if (id == UNKNOWN) {
		f->unknown[block]++;
		return;
	}
	if (id >= f->cap_seen) {
		size_t had = f->cap_seen;

		f->seen = grown(f, f->seen, &f->cap_seen, (size_t)id + 1, sizeof *f->seen);
		f->times = grown(f, f->times, &had, (size_t)id + 1, sizeof *f->times);
	}
	if (f->seen[id] != f->stamp) {
		f->seen[id] = f->stamp;
		f->times[id] = 0;
		f->ids = grown(f, f->ids, &f->cap_ids, f->n_ids + 1, sizeof *f->ids);
		f->ids[f->n_ids++] = id;
	}
	f->times[id]++;
}

static void read_text(struct features *f, const char *text, size_t n)
{
	uint64_t before = 0;		/* the hash of the word before; 0: none */
	struct token t;
	size_t at = 0, end = 0;

	f->stamp++;
	f->n_ids = 0;
	f->unknown[0] = f->unknown[1] = 0;
	meaning_begin(&f->meaning);
	while (token_next(text, n, &at, &t)) {
		const struct word *w = lexicon_word(&f->lexicon, text + t.at, &t, f->learning);

		if (token_apart(text, end, t.at))
			before = 0;
		end = t.at + t.len;
		if (!w)
			continue;
		for (size_t i = 0; i < w->n_letters; i++)
			count(f, w->letters[i], 1);
		if (w->stop)
			continue;
		meaning_word(&f->meaning, w->vector);
		count(f, w->stem, 0);
		if (before)
			count(f, lexicon_pair(&f->lexicon, before, w->hash, f->learning), 0);
		before = w->hash;
	}
	meaning_end(&f->meaning);
}

void features_learn(struct features *f, const char *text, size_t n, uint32_t times)
{
	size_t begin = f->n_cells, end;

	read_text(f, text, n);
	f->begin = grown(f, f->begin, &f->cap_texts, f->n_texts + 2, sizeof *f->begin);
	f->cells = grown(f, f->cells, &f->cap_cells, begin + f->n_ids + f->meaning.n, sizeof *f->cells);
	f->df = grown(f, f->df, &f->cap_df, f->lexicon.n_ids, sizeof *f->df);
	for (size_t i = 0; i < f->n_ids; i++) {
		f->cells[begin + i].counted.id = f->ids[i];
		f->cells[begin + i].counted.times = f->times[f->ids[i]];
		f->df[f->ids[i]] += times > 1 ? 2 : 1;
	}
	end = begin + f->n_ids;
	for (size_t i = 0; i < f->meaning.n; i++)
		f->cells[end + i].weighed.weight = f->meaning.text[i];
	f->n_cells = end + f->meaning.n;
	meaning_learn(&f->meaning);
	f->begin[f->n_texts++] = begin;
	f->begin[f->n_texts] = f->n_cells;
}

/* ---- weighing ---- */

static float idf_of(const struct features *f, uint32_t df)
{
	return 1 + logf((1.0f + (float)f->n_texts) / (1.0f + (float)df));
}

static float weight(float idf, uint32_t times)
{
	return (times > 1 ? 1 + logf((float)times) : 1) * idf;
}

static int block_of(const struct features *f, uint32_t id)
{
	return lexicon_is_letters(&f->lexicon, id);
}

/* What stands in two texts at least keeps an id, words first. */
static void keep(struct features *f)
{
	size_t n = f->lexicon.n_ids;

	f->kept = malloc((n + 1) * sizeof *f->kept);
	f->idf = malloc((n + 1) * sizeof *f->idf);
	if (!f->kept || !f->idf)
		arena_oom(f->arena);
	for (int block = 0; block < 2; block++) {
		for (uint32_t id = 0; id < n; id++) {
			if (block_of(f, id) != block)
				continue;
			f->kept[id] = f->df[id] >= 2 ? f->n_kept : UNKNOWN;
			if (f->df[id] >= 2)
				f->idf[f->n_kept++] = idf_of(f, f->df[id]);
		}
		if (!block)
			f->n_words = f->n_kept;
	}
}

/* What m->text says, as terms; how many. */
static size_t put_meaning(struct features *f, struct term *out)
{
	struct meaning *m = &f->meaning;
	float by = (float)(f->meant / f->whole);

	meaning_clear(m, m->text);
	for (size_t i = 0; i < m->n; i++)
		out[i] = (struct term){ f->n_kept + (uint32_t)i, m->text[i] * by };
	return m->n;
}

/* To their lengths: the squares of the blocks are as they were measured whole. */
static void factors(const struct features *f, const double squares[2], float by[2])
{
	by[0] = squares[0] > 0 ? (float)(1 / sqrt(squares[0]) / f->whole) : 0;
	by[1] = squares[1] > 0 ? (float)((double)LETTERS / sqrt(squares[1]) / f->whole) : 0;
}

static void measure(struct features *f)
{
	double many = f->n_texts > MEANING_OF ? (double)MEANING_OF / (double)f->n_texts : 1;

	f->meant = f->meaning.n ? MEANING * sqrt(sqrt(sqrt(many))) : 0;
	f->whole = sqrt(1 + (double)LETTERS * (double)LETTERS + f->meant * f->meant);
}

void features_weigh(struct features *f)
{
	size_t to = 0;

	keep(f);
	meaning_settle(&f->meaning);
	measure(f);
	f->learning = false;
	for (size_t i = 0; i < f->n_texts; i++) {
		size_t from = f->begin[i], end = f->begin[i + 1] - f->meaning.n, first = to;
		double squares[2] = { 0 };
		float by[2];

		for (size_t k = from; k < end; k++) {
			uint32_t id = f->cells[k].counted.id;
			float w = weight(idf_of(f, f->df[id]), f->cells[k].counted.times);

			squares[block_of(f, id)] += (double)w * (double)w;
			if (f->kept[id] != UNKNOWN)
				f->cells[to++].weighed = (struct term){ f->kept[id], w };
		}
		factors(f, squares, by);
		for (size_t k = first; k < to; k++)
			f->cells[k].weighed.weight *= by[f->cells[k].weighed.id >= f->n_words];
		for (size_t k = 0; k < f->meaning.n; k++)
			f->meaning.text[k] = f->cells[end + k].weighed.weight;
		if (f->meaning.n)
			to += put_meaning(f, &f->cells[to].weighed);
		f->begin[i] = first;
	}
	if (f->n_texts)
		f->begin[f->n_texts] = to;
}

size_t features_size(const struct features *f)
{
	return f->n_kept + f->meaning.n;
}

size_t features_shared(const struct features *f)
{
	return f->meaning.n;
}

struct vector features_learned(const struct features *f, size_t i)
{
	size_t n = f->begin[i + 1] - f->begin[i];

	return (struct vector){ n ? &f->cells[f->begin[i]].weighed : NULL, n };
}

bool features_is_word(const struct features *f, uint32_t id)
{
	return id < f->n_words;
}

struct vector features_of(struct features *f, const char *text, size_t n)
{
	double squares[2] = { 0 };
	size_t to = 0;
	float rare = idf_of(f, 0), by[2];

	read_text(f, text, n);
	f->terms = grown(f, f->terms, &f->cap_terms, f->n_ids + f->meaning.n + 1, sizeof *f->terms);
	for (int b = 0; b < 2; b++)
		squares[b] = (double)f->unknown[b] * (double)rare * (double)rare;
	for (size_t i = 0; i < f->n_ids; i++) {
		uint32_t id = f->ids[i];
		float w = weight(f->kept[id] == UNKNOWN ? idf_of(f, f->df[id]) : f->idf[f->kept[id]],
				 f->times[id]);

		squares[block_of(f, id)] += (double)w * (double)w;
		if (f->kept[id] != UNKNOWN)
			f->terms[to++] = (struct term){ f->kept[id], w };
	}
	factors(f, squares, by);
	for (size_t i = 0; i < to; i++)
		f->terms[i].weight *= by[f->terms[i].id >= f->n_words];
	to += put_meaning(f, f->terms + to);
	return (struct vector){ f->terms, to };
}

/* ---- as they stand there ---- */

static uint32_t kept_id(const struct features *f, uint32_t id)
{
	return id == UNKNOWN ? UNKNOWN : f->kept[id];
}

void features_spell(struct features *f, const char *text, size_t n,
		    bool (*each)(void *ctx, const struct spelled *s), void *ctx)
{
	uint64_t before = 0;
	uint32_t id_before = UNKNOWN;
	size_t at = 0, end = 0, begin_before = 0;
	struct token t;

	while (token_next(text, n, &at, &t)) {
		const struct word *w = lexicon_word(&f->lexicon, text + t.at, &t, false);
		struct spelled s;
		uint32_t id;

		if (token_apart(text, end, t.at))
			before = 0;
		end = t.at + t.len;
		if (!w || w->stop)
			continue;
		id = kept_id(f, w->stem);
		s = (struct spelled){ id, t.at, t.len, false, { id, id } };
		if (id != UNKNOWN && !each(ctx, &s))
			return;
		if (before) {
			s = (struct spelled){ kept_id(f, lexicon_pair(&f->lexicon, before, w->hash, false)),
					      begin_before, t.at + t.len - begin_before, true, { id_before, id } };
			if (s.id != UNKNOWN && !each(ctx, &s))
				return;
		}
		before = w->hash;
		id_before = id;
		begin_before = t.at;
	}
}
