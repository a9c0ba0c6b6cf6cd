/*
 * The text engine. The first byte is the seed, the second how it is run; then
 * a line is a text, or with a '+' before it a theme's word, with a '#' the next theme.
 */
#include "fuzz.h"

#include "replife/codebook.h"
#include "replife/discover.h"
#include "replife/suggest.h"
#include "slow_codebook.h"

#define TEXTS 240
#define THEMES 8
#define TERMS 8

struct input {
	uint64_t seed;
	bool parts, mix;
	size_t n_themes, n, n_words;
	struct discover_text texts[TEXTS];
	char *own[TEXTS];
	struct codebook_theme themes[THEMES];
	const char *terms[THEMES][TERMS];
};

/* ---- what comes in ---- */

static void add_text(struct input *in, const char *p, size_t n)
{
	if (in->n == TEXTS)
		return;
	in->own[in->n] = own_copy(p, n);
	in->texts[in->n] = (struct discover_text){ in->own[in->n], n };
	in->n++;
}

static void add_term(struct arena *a, struct input *in, const char *p, size_t n)
{
	struct codebook_theme *t = &in->themes[in->n_themes - 1];
	struct err err = { 0 };
	const char *term = arena_dup(a, p, n);

	if (t->n_terms < TERMS && !codebook_check_term(term, &err))
		in->terms[in->n_themes - 1][t->n_terms++] = term;
}

/* Few lines make many texts: each with each other. */
static void mix(struct input *in)
{
	size_t n = in->n;
	char both[600];

	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && in->n < TEXTS; k++) {
			int len = snprintf(both, sizeof both, "%.*s %.*s", (int)(in->texts[i].n % 256), in->texts[i].p,
					   (int)(in->texts[k].n % 256), in->texts[k].p);

			add_text(in, both, (size_t)len);
		}
}

static void take(struct arena *a, struct feed *f, struct input *in)
{
	unsigned how;
	const char *p;
	size_t n;

	in->seed = feed_byte(f);
	how = feed_byte(f);
	in->parts = how & 1;
	in->mix = how & 2;
	in->n_themes = 1;
	while (feed_line(f, &p, &n))
		if (n && *p == '+')
			add_term(a, in, p + 1, n - 1);
		else if (n && *p == '#')
			in->n_themes += in->n_themes < THEMES;
		else
			add_text(in, p, n);
	if (in->mix)
		mix(in);
	for (size_t i = 0; i < in->n_themes; i++) {
		in->themes[i].key = (int64_t)i;
		in->themes[i].terms = in->terms[i];
	}
}

/* ---- groups ---- */

/* A letter between two words is not told. */
static void drop_letters(char *s)
{
	char *to = s, before = '\0';

	for (const char *p = s; *p; before = *p++) {
		if (before == ' ' && (unsigned char)*p < 0x80 && p[1] == ' ')
			p++;
		else
			*to++ = *p;
	}
	*to = '\0';
}

/* A label is told in small letters, one blank between words. */
static bool says(struct discover_text t, const char *term)
{
	char *s = malloc(t.n + 1), *to = s;
	bool found;

	HOLDS(s);
	for (size_t i = 0; i < t.n; i++) {
		unsigned char c = (unsigned char)t.p[i];

		if (c > ' ')
			*to++ = (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
		else if (to == s || to[-1] != ' ')
			*to++ = ' ';
	}
	*to = '\0';
	found = strstr(s, term) != NULL;
	if (!found) {
		drop_letters(s);
		found = strstr(s, term) != NULL;
	}
	free(s);
	return found;
}

static bool member(const struct discover_group *g, uint32_t text)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->texts[i] == text)
			return true;
	return false;
}

static void check_group(const struct input *in, const struct discover_group *g, unsigned char *seen)
{
	HOLDS(g->n > 0);
	HOLDS(g->cohesion >= 0 && g->cohesion <= 1.001f);
	HOLDS(g->n_terms <= DISCOVER_TERMS);
	HOLDS(g->n_quotes > 0 && g->n_quotes <= DISCOVER_QUOTES);
	for (size_t i = 0; i < g->n; i++) {
		HOLDS(g->texts[i] < in->n);
		HOLDS(!seen[g->texts[i]]++);
	}
	for (size_t i = 0; i < g->n_quotes; i++) {
		HOLDS(member(g, g->quotes[i]));
		for (size_t k = 0; k < i; k++)
			HOLDS(g->quotes[i] != g->quotes[k]);
	}
	for (size_t i = 0; i < g->n_terms; i++) {
		bool said = false;

		HOLDS(*g->terms[i]);
		for (size_t k = 0; k < g->n && !said; k++)
			said = says(in->texts[g->texts[k]], g->terms[i]);
		HOLDS(said);
	}
}

static void check_groups(const struct input *in, const struct discovery *d)
{
	unsigned char seen[TEXTS] = { 0 }, inside[TEXTS];
	size_t sum = d->n_nowhere;

	for (size_t g = 0; g < d->n_groups; g++) {
		const struct discover_group *of = &d->groups[g];
		size_t parts = 0;

		check_group(in, of, seen);
		HOLDS(!g || of->n <= d->groups[g - 1].n);
		sum += of->n;
		memset(inside, 0, sizeof inside);
		for (size_t i = 0; i < of->n_parts; i++) {
			check_group(in, &of->parts[i], inside);
			parts += of->parts[i].n;
			for (size_t k = 0; k < of->parts[i].n; k++)
				HOLDS(member(of, of->parts[i].texts[k]));
		}
		HOLDS(!of->n_parts || (of->n_parts > 1 && parts == of->n));
	}
	for (size_t i = 0; i < d->n_nowhere; i++) {
		HOLDS(d->nowhere[i] < in->n && !seen[d->nowhere[i]]++);
		HOLDS(!i || d->nowhere[i] > d->nowhere[i - 1]);
	}
	HOLDS(sum == in->n);
	/* What is the same to the letter goes the same way. */
	for (size_t i = 1; i < in->n; i++)
		if (in->texts[i].n == in->texts[i - 1].n &&
		    !memcmp(in->texts[i].p, in->texts[i - 1].p, in->texts[i].n))
			for (size_t g = 0; g < d->n_groups; g++)
				HOLDS(member(&d->groups[g], (uint32_t)i) == member(&d->groups[g], (uint32_t)i - 1));
}

static void print_group(struct out *o, const struct discover_group *g)
{
	out_printf(o, "%zu %a", g->n, (double)g->cohesion);
	for (size_t i = 0; i < g->n; i++)
		out_printf(o, " %u", g->texts[i]);
	for (size_t i = 0; i < g->n_terms; i++)
		out_printf(o, " '%s'", g->terms[i]);
	for (size_t i = 0; i < g->n_quotes; i++)
		out_printf(o, " q%u", g->quotes[i]);
	for (size_t i = 0; i < g->n_parts; i++)
		print_group(o, &g->parts[i]);
}

static const char *group_once(struct arena *a, const struct input *in, bool check)
{
	struct discover_options o = { .seed = in->seed, .parts = in->parts };
	struct discovery d;
	struct out out;

	discover(a, in->texts, in->n, &o, &d);
	if (check)
		check_groups(in, &d);
	out_to_mem(&out, a);
	for (size_t g = 0; g < d.n_groups; g++)
		print_group(&out, &d.groups[g]);
	return out_text(&out);
}

/* ---- suggestions ---- */

static bool stands_in(struct discover_text t, const char *word)
{
	return memmem(t.p, t.n, word, strlen(word)) != NULL;
}

static const char *suggest_once(struct arena *a, const struct input *in)
{
	uint32_t theme[TEXTS];
	size_t known = in->n - in->n / 3;
	struct suggest *s;
	struct out out;

	for (size_t i = 0; i < known; i++)
		theme[i] = (uint32_t)((in->texts[i].n ? (unsigned char)*in->texts[i].p : 0) % in->n_themes);
	s = suggest_new(a, in->texts, theme, known, in->n_themes, NULL);
	out_to_mem(&out, a);
	for (size_t i = 0; i < in->n; i++) {
		struct suggestion g;

		if (!suggest_for(s, a, in->texts[i].p, in->texts[i].n, &g))
			continue;
		HOLDS(g.theme < in->n_themes && g.n_words <= SUGGEST_WORDS);
		HOLDS(g.confidence > 0 && g.confidence < 1);
		out_printf(&out, "%zu %u %a", i, g.theme, (double)g.confidence);
		for (size_t k = 0; k < g.n_words; k++) {
			HOLDS(*g.words[k] && stands_in(in->texts[i], g.words[k]));
			out_printf(&out, " '%s'", g.words[k]);
		}
	}
	suggest_free(s);
	return out_text(&out);
}

/* ---- theme words ---- */

static void match_one(struct codebook *cb, const struct input *in, struct discover_text t)
{
	struct arena own = { 0 };
	struct words w = words_of(&own, t.p, t.n);
	const struct codebook_hit *hits;
	struct codebook_hit want = { 0 };
	size_t n = codebook_match(cb, t.p, t.n, &hits), at = 0;

	for (size_t i = 0; i < in->n_themes; i++) {
		if (!theme_hit(&own, &in->themes[i], &w, &want))
			continue;
		HOLDS(at < n);
		HOLDS(hits[at].key == want.key && hits[at].term == want.term);
		HOLDS(hits[at].at == want.at && hits[at].len == want.len);
		HOLDS(hits[at].len && hits[at].len <= t.n && hits[at].at <= t.n - hits[at].len);
		at++;
	}
	HOLDS(at == n);
	arena_free(&own);
}

static void match_all(struct arena *a, const struct input *in)
{
	struct codebook *cb = codebook_new(a, in->themes, in->n_themes);

	for (size_t i = 0; i < in->n && i < 40; i++)
		match_one(cb, in, in->texts[i]);
	codebook_free(cb);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct feed f = { data, size };
	struct arena a = { 0 };
	struct input *in = arena_new(&a, struct input);
	const char *first;

	if (!stemmer)
		stemmer = sb_stemmer_new("english", NULL);
	take(&a, &f, in);
	first = group_once(&a, in, true);
	HOLDS(!strcmp(first, group_once(&a, in, false)));
	if (in->n) {
		first = suggest_once(&a, in);
		HOLDS(!strcmp(first, suggest_once(&a, in)));
	}
	match_all(&a, in);
	for (size_t i = 0; i < in->n; i++)
		free(in->own[i]);
	arena_free(&a);
	return 0;
}
