/*
 * match TEXTS THEMES: the codebook over stored remarks, one a line, that are in
 * memory already. THEMES has a theme's terms a line, ';' between. Prints how
 * many seconds the matching alone took, the lines, the themes and the hits.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "replife/codebook.h"

static double now_s(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static char *whole(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	long size = f && !fseek(f, 0, SEEK_END) ? ftell(f) : -1;
	char *p = size < 0 ? NULL : malloc((size_t)size + 1);

	if (!p || fseek(f, 0, SEEK_SET) || fread(p, 1, (size_t)size, f) != (size_t)size) {
		perror(path);
		exit(1);
	}
	fclose(f);
	p[size] = '\0';
	*n = (size_t)size;
	return p;
}

/* Where each line begins, and where one more would. */
static char **lines_of(char *p, size_t n, size_t *n_lines)
{
	size_t count = 0;
	char **out;

	for (char *q = p; (q = memchr(q, '\n', (size_t)(p + n - q))); q++)
		count++;
	if (!(out = malloc((count + 1) * sizeof *out)))
		exit(1);
	*out = p;
	for (size_t i = 0; i < count; i++)
		out[i + 1] = (char *)memchr(out[i], '\n', (size_t)(p + n - out[i])) + 1;
	*n_lines = count;
	return out;
}

static struct codebook *themes_of(struct arena *a, const char *path, size_t *count)
{
	size_t n, n_lines;
	char *p = whole(path, &n), **line = lines_of(p, n, &n_lines);
	struct codebook_theme *t = arena_array(a, struct codebook_theme, n_lines);

	for (size_t i = 0; i < n_lines; i++) {
		line[i + 1][-1] = '\0';
		t[i].key = (int64_t)i;
		t[i].n_terms = codebook_split(a, line[i], &t[i].terms);
	}
	*count = n_lines;
	return codebook_new(a, t, n_lines);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	size_t n, n_lines, n_themes, n_hits = 0;
	struct codebook *cb;
	char *p, **line;
	double begin_s;

	if (argc < 3)
		return 2;
	p = whole(argv[1], &n);
	line = lines_of(p, n, &n_lines);
	cb = themes_of(&a, argv[2], &n_themes);
	begin_s = now_s();
	for (size_t i = 0; i < n_lines; i++) {
		const struct codebook_hit *hits;

		n_hits += codebook_match(cb, line[i], (size_t)(line[i + 1] - line[i] - 1), &hits);
	}
	printf("%.4f %zu %zu %zu\n", now_s() - begin_s, n_lines, n_themes, n_hits);
	arena_free(&a);
	return 0;
}
