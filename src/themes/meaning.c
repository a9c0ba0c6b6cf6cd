#include "meaning.h"

#include <math.h>
#include <string.h>

#define ZIPF 0.075		/* how frequent the nth commonest word is, times n */
#define HALF 1e-3		/* a word that is so frequent counts half */
#define LONG 12.0		/* rare words of a text that is half as long for it */
#define ROUNDS 60		/* until the shared direction stands still */

void meaning_init(struct meaning *m, struct arena *a, const struct vectors *vectors)
{
	*m = (struct meaning){ .arena = a, .vectors = vectors, .n = vectors ? vectors->n_numbers : 0 };
	m->text = arena_array(a, float, m->n + 1);
	m->shared = arena_array(a, float, m->n + 1);
	m->products = arena_array(a, double, m->n * m->n + 1);
}

void meaning_begin(struct meaning *m)
{
	memset(m->text, 0, m->n * sizeof *m->text);
	m->weights = 0;
}

void meaning_word(struct meaning *m, uint32_t word)
{
	double w = HALF / (HALF + ZIPF / (1 + (double)word));

	if (word == VECTORS_NONE)
		return;
	vectors_add(m->vectors, word, (float)w, m->text);
	m->weights += w;
}

/* A word is 1 long, and so the mean no longer; in a strange file it may be. */
void meaning_end(struct meaning *m)
{
	double square = 0, by = m->weights, few = m->weights / LONG;

	for (size_t i = 0; i < m->n; i++)
		square += (double)m->text[i] * (double)m->text[i];
	by = sqrt(square) > by ? sqrt(square) : by;
	by *= 1 + few * few;
	for (size_t i = 0; by > 0 && i < m->n; i++)
		m->text[i] = (float)((double)m->text[i] / by);
}

void meaning_learn(struct meaning *m)
{
	for (size_t i = 0; i < m->n; i++)
		for (size_t k = 0; k <= i; k++)
			m->products[i * m->n + k] += (double)m->text[i] * (double)m->text[k];
}

/* The first eigenvector of the products, by the power method. */
void meaning_settle(struct meaning *m)
{
	double *x = arena_array(m->arena, double, m->n + 1), *y = arena_array(m->arena, double, m->n + 1);

	for (size_t i = 0; i < m->n; i++)
		x[i] = 1;
	for (int round = 0; round < ROUNDS; round++) {
		double square = 0;

		for (size_t i = 0; i < m->n; i++) {
			y[i] = 0;
			for (size_t k = 0; k < m->n; k++)
				y[i] += m->products[i > k ? i * m->n + k : k * m->n + i] * x[k];
			square += y[i] * y[i];
		}
		for (size_t i = 0; i < m->n; i++)
			x[i] = square > 0 ? y[i] / sqrt(square) : 0;
	}
	for (size_t i = 0; i < m->n; i++)
		m->shared[i] = (float)x[i];
}

void meaning_clear(const struct meaning *m, float *text)
{
	double along = 0;

	for (size_t i = 0; i < m->n; i++)
		along += (double)text[i] * (double)m->shared[i];
	for (size_t i = 0; i < m->n; i++)
		text[i] -= (float)along * m->shared[i];
}
