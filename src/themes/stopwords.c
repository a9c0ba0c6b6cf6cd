#include "stopwords.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "replife/embed.h"

#define SALT 1
#define SMOOTH 3	/* added to what was seen, and to what chance expects: rare words say little */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void read_words(struct id_map *to, const char *p, const char *end, uint32_t class)
{
	while (p < end) {
		size_t n = strcspn(p, " \n");

		if (n)
			id_map_at(to, hash_bytes(p, n, SALT), class);
		p += n + 1;
	}
}

/* The words of each line are of one class, up to a line of numbers, which is
 * returned; *n_classes counts class 0, too. */
static const char *read_lines(struct id_map *to, const char *name, uint32_t *n_classes)
{
	const struct embedded *f = embedded_find(name);
	const char *p = f ? f->text : "";

	*n_classes = 1;
	for (size_t len; *p && !is_digit(*p); p += len + (p[len] == '\n')) {
		len = strcspn(p, "\n");
		if (*p != '#')
			read_words(to, p, p + len, (*n_classes)++);
	}
	return p;
}

/* A row of counts for each class, as wide; class 0 comes last but one in both,
 * before the edge of a sentence. */
static bool read_counts(struct stopwords *s, const char *p, uint32_t n, double count[][STOPWORDS_CLASSES])
{
	if (n >= STOPWORDS_CLASSES)
		return false;
	s->edge = (unsigned char)n;
	for (uint32_t i = 0; i <= n; i++)
		for (uint32_t k = 0; k <= n; k++) {
			char *end;

			count[i < n ? (i + 1) % n : n][k < n ? (k + 1) % n : n] = (double)strtoul(p, &end, 10);
			p = end;
		}
	return true;
}

static float told_by(double seen, double by_chance)
{
	return (float)log((seen + SMOOTH) / (by_chance + SMOOTH));
}

/* By chance, a word is followed by any other; and any may be a sentence's first, or
 * last. A sentence's edge is no word: it is nowhere by chance. */
static void set_follows(struct stopwords *s, double count[][STOPWORDS_CLASSES], uint32_t n)
{
	double before[STOPWORDS_CLASSES] = { 0 }, after[STOPWORDS_CLASSES] = { 0 }, pairs = 0, sentences = 0;

	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t k = 0; k < n; k++) {
			before[i] += count[i][k];
			after[k] += count[i][k];
			pairs += count[i][k];
		}
		sentences += count[i][n];
	}
	for (uint32_t i = 0; pairs > 0 && i < n; i++) {
		double often = sentences * (after[i] + count[n][i]) / (pairs + sentences);

		for (uint32_t k = 0; k < n; k++)
			s->follows[i][k] = told_by(count[i][k], before[i] * after[k] / pairs);
		s->follows[n][i] = told_by(count[n][i], often);
		s->follows[i][n] = told_by(count[i][n], often);
	}
}

void stopwords_init(struct stopwords *s, struct arena *a)
{
	double count[STOPWORDS_CLASSES][STOPWORDS_CLASSES] = { { 0 } };
	const char *counts;
	uint32_t n, languages;

	*s = (struct stopwords){ .class_of = id_map_new(a), .elsewhere = id_map_new(a) };
	counts = read_lines(s->class_of, "stopwords.txt", &n);
	if (read_counts(s, counts, n, count))
		set_follows(s, count, n);
	read_lines(s->elsewhere, "other_languages.txt", &languages);
}

const struct stopwords *stopwords_new(struct arena *a)
{
	struct stopwords *s = arena_new(a, struct stopwords);

	stopwords_init(s, a);
	return s;
}

uint32_t stopwords_class(const struct stopwords *s, const char *p, size_t n)
{
	const uint32_t *class = id_map_find(s->class_of, hash_bytes(p, n, SALT));

	return class ? *class : 0;
}

bool stopwords_elsewhere(const struct stopwords *s, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)p[i] >= 0x80)
			return true;
	return id_map_find(s->elsewhere, hash_bytes(p, n, SALT)) != NULL;
}
