#include "few.h"

#include <math.h>

/* Of what two texts can have in common at all, by their letters. Unrelated remarks
 * that share no word reach .09 by chance, as "late" and "date" do. */
#define LETTERS_ALIKE 0.1
/* The cosine of what they mean, where that is known. */
#define MEANT_ALIKE 0.5

static double product(struct vector x, struct vector y, size_t n_last)
{
	double sum = 0;

	for (size_t i = 0; i < n_last; i++)
		sum += (double)x.terms[x.n - n_last + i].weight * (double)y.terms[y.n - n_last + i].weight;
	return sum;
}

static bool mean_alike(struct vector x, struct vector y, size_t n)
{
	double squares = product(x, x, n) * product(y, y, n);

	return squares > 0 && product(x, y, n) >= MEANT_ALIKE * sqrt(squares);
}

static bool speak_alike(const struct features *f, struct vector x, struct vector y)
{
	size_t n_meant = features_shared(f);
	double like = 0;

	for (size_t i = 0; i + n_meant < x.n; i++)
		for (size_t k = 0; k + n_meant < y.n; k++) {
			if (x.terms[i].id != y.terms[k].id)
				continue;
			if (features_is_word(f, x.terms[i].id))
				return true;
			like += (double)x.terms[i].weight * (double)y.terms[k].weight;
		}
	return like >= LETTERS_ALIKE || mean_alike(x, y, n_meant);
}

/* Whoever is in the first one's group and speaks like somebody who is in already.
 * Returns how often all that was said. */
static size_t gather(const struct features *f, const struct vector *v, const uint32_t *times, size_t n,
		     const uint32_t *group, uint32_t first, uint32_t number, uint32_t *out)
{
	uint32_t in[FEW];
	size_t n_in = 0, said = 0;

	out[in[n_in++] = first] = number;
	for (size_t i = 0; i < n_in; i++) {
		said += times[in[i]];
		for (uint32_t k = 0; k < n; k++)
			if (group[k] == group[first] && out[k] == NO_GROUP && speak_alike(f, v[in[i]], v[k]))
				out[in[n_in++] = k] = number;
	}
	return said;
}

size_t few_together(const struct features *f, const struct vector *v, const uint32_t *times, size_t n,
		    uint32_t *group)
{
	uint32_t out[FEW], left = 0;

	for (size_t i = 0; i < n; i++)
		out[i] = NO_GROUP;
	for (uint32_t i = 0; i < n; i++) {
		if (group[i] == NO_GROUP || out[i] != NO_GROUP)
			continue;
		if (gather(f, v, times, n, group, i, left, out) > 1)
			left++;
		else
			out[i] = group[i] = NO_GROUP;
	}
	for (size_t i = 0; i < n; i++)
		group[i] = out[i];
	return left;
}
