/*
 * How alike two people put the same remarks into themes.
 *
 * A theme's figure is Cohen's kappa (J. Cohen, "A coefficient of agreement for
 * nominal scales", 1960) of "in" against "not in" over the remarks of which both
 * said something; that of all their themes is the pooled kappa (De Vries, Elliott,
 * Kanouse, Teleki, "Using pooled kappa to summarize interrater agreement across
 * many items", Field Methods 20, 2008): the means over themes of what was seen
 * and of what chance would give. A theme into which neither put anything tells
 * nothing and is left out.
 */
#ifndef REPLIFE_AGREEMENT_H
#define REPLIFE_AGREEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "replife/arena.h"

/* One person's word on one remark and theme; keys are the caller's, over 0. */
struct judgement {
	int64_t coder, remark, theme;
	bool in;
};

struct agreement {
	int64_t a, b;			/* coders, a < b */
	int64_t theme;			/* 0: all themes of the two */
	size_t remarks;			/* of which both said something */
	size_t both, only_a, only_b, neither;	/* of these: who put it in (sums, for all themes) */
	double share;			/* of judgements that are alike, 0 to 1 */
	double kappa;			/* 1: alike; 0: as chance would have it; less: worse */
	bool known;			/* false: chance alone makes them alike, kappa says nothing */
};

/* Every pair of coders with a remark in common: first all themes, then each, the
 * one with the most differences first. `all` is sorted. *out lies in `a`. */
size_t agreement_of(struct arena *a, struct judgement *all, size_t n, struct agreement **out);

/* The share in whole hundredths: 100 only where they never differ, 0 only where they
 * always do. */
int agreement_in_100(const struct agreement *g);

#endif
