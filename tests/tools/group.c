/*
 * group [--parts] [--seed N] [--vectors FILE] IN OUT: groups the texts of IN (id, tab, text) and
 * writes id, tab, group to OUT, what fits nowhere left out; says on stderr what was
 * found. For measuring on labelled sets.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "replife/discover.h"

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void say(const struct discover_group *g, size_t i, const struct discover_text *texts, int depth)
{
	fprintf(stderr, "%*s%zu: %zu texts, %.2f:", depth * 4, "", i, g->n, (double)g->cohesion);
	for (size_t k = 0; k < g->n_terms; k++)
		fprintf(stderr, "%s %s", k ? "," : "", g->terms[k]);
	for (size_t k = 0; k < g->n_quotes; k++)
		fprintf(stderr, "\n%*s  \"%.100s\"", depth * 4, "", texts[g->quotes[k]].p);
	fputc('\n', stderr);
	for (size_t k = 0; k < g->n_parts; k++)
		say(&g->parts[k], k, texts, depth + 1);
}

static const struct vectors *read_vectors(struct arena *a, const char *path)
{
	struct vectors *v = arena_new(a, struct vectors);
	char *p = arena_alloc(a, VECTORS_BYTES);
	struct err err = { 0 };
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(p, 1, VECTORS_BYTES, f) : 0;

	if (f)
		fclose(f);
	if (vectors_read(p, n, v, &err)) {
		fprintf(stderr, "%s: %s\n", path, err.what);
		exit(1);
	}
	return v;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct discover_options o = { .seed = 1 };
	struct discover_text *texts = NULL;
	struct discovery d;
	char *line = NULL, **ids = NULL;
	size_t n = 0, cap = 0, size = 0, next = 0;
	double begin;
	FILE *f;

	for (; argc > 3; argc--, argv++) {
		if (!strcmp(argv[1], "--parts"))
			o.parts = true;
		else if (!strcmp(argv[1], "--seed") && argc-- > 4)
			o.seed = strtoull((++argv)[1], NULL, 10);
		else if (!strcmp(argv[1], "--vectors") && argc-- > 4)
			o.vectors = read_vectors(&a, (++argv)[1]);
	}
	f = argc == 3 ? fopen(argv[1], "r") : NULL;
	if (!f)
		return 2;
	while (getline(&line, &size, f) > 0) {
		char *tab = strchr(line, '\t');

		if (!tab)
			continue;
		*tab = '\0';
		tab[1 + strcspn(tab + 1, "\n")] = '\0';
		if (n == cap) {
			cap = cap ? cap * 2 : 1024;
			ids = realloc(ids, cap * sizeof *ids);
			texts = realloc(texts, cap * sizeof *texts);
			if (!ids || !texts)
				return 1;
		}
		ids[n] = strdup(line);
		texts[n].p = strdup(tab + 1);
		texts[n].n = strlen(tab + 1);
		n++;
	}
	fclose(f);
	begin = now();
	discover(&a, texts, n, &o, &d);
	fprintf(stderr, "%zu texts, %zu groups, %zu nowhere, %.2f s\n", n, d.n_groups, d.n_nowhere, now() - begin);
	f = fopen(argv[2], "w");
	if (!f)
		return 1;
	for (size_t i = 0; i < d.n_groups; i++) {
		const struct discover_group *g = &d.groups[i], *parts = g->n_parts ? g->parts : g;

		say(g, i, texts, 0);
		for (size_t k = 0; k < (g->n_parts ? g->n_parts : 1); k++, next++)
			for (size_t t = 0; t < parts[k].n; t++)
				fprintf(f, "%s\t%zu\n", ids[parts[k].texts[t]], next);
	}
	fclose(f);
	for (size_t i = 0; i < n; i++) {
		free(ids[i]);
		free((char *)texts[i].p);
	}
	free(ids);
	free(texts);
	free(line);
	arena_free(&a);
	return 0;
}
