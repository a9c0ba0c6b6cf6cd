#include "stopwords.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "replife/embed.h"

#define SALT 1
#define SMOOTH 3	/* what was seen three times is half believed */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The words of a line are of one class. */
static void read_words(struct stopwords *s, const char *p, const char *end, uint32_t class)
{
	while (p < end) {
		size_t n = strcspn(p, " \n");

		if (n)
			id_map_at(&s->class_of, hash_bytes(p, n, SALT), class);
		p += n + 1;
	}
}

/* A row of counts for each class, as wide; class 0 comes last in both. */
static void read_counts(struct stopwords *s, const char *p, uint32_t n)
{
	double count[STOPWORDS_CLASSES][STOPWORDS_CLASSES] = { { 0 } };
	double before[STOPWORDS_CLASSES] = { 0 }, after[STOPWORDS_CLASSES] = { 0 }, all = 0;

	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < n; k++) {
			char *end;
			double x = (double)strtoul(p, &end, 10);

			p = end;
			count[(i + 1) % n][(k + 1) % n] = x;
			before[(i + 1) % n] += x;
			after[(k + 1) % n] += x;
			all += x;
		}
	for (uint32_t i = 0; all > 0 && i < n; i++)
		for (uint32_t k = 0; k < n; k++)
			s->follows[i][k] = (float)log((count[i][k] + SMOOTH) / (before[i] * after[k] / all + SMOOTH));
}

void stopwords_init(struct stopwords *s, struct arena *a)
{
	const struct embedded *f = embedded_find("stopwords.txt");
	const char *p = f ? f->text : "";
	uint32_t n = 1;

	*s = (struct stopwords){ 0 };
	id_map_init(&s->class_of, a);
	for (size_t len; *p && !is_digit(*p); p += len + (p[len] == '\n')) {
		len = strcspn(p, "\n");
		if (*p != '#' && n < STOPWORDS_CLASSES)
			read_words(s, p, p + len, n++);
	}
	read_counts(s, p, n);
}

static void free_stopwords(void *s)
{
	stopwords_free(s);
}

const struct stopwords *stopwords_new(struct arena *a)
{
	struct stopwords *s = arena_new(a, struct stopwords);

	stopwords_init(s, a);
	arena_defer(a, free_stopwords, s);
	return s;
}

void stopwords_free(struct stopwords *s)
{
	id_map_free(&s->class_of);
}

uint32_t stopwords_class(const struct stopwords *s, const char *p, size_t n)
{
	const uint32_t *class = id_map_find(&s->class_of, hash_bytes(p, n, SALT));

	return class ? *class : 0;
}
