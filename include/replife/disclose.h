/*
 * Which numbers of groups of people may be shown, so that none is of fewer
 * than five people and none that is can be had by subtraction. Pure: people
 * and the groups that they are in come in, what to put together comes out.
 *
 * Small groups are joined, not blanked: what is published of one breakdown are
 * then sums of groups that lie side by side, and a sum of some of them is of
 * at least as many people as the smallest. (A blank beside a total is solved
 * by subtraction; whoever blanks must blank more cells until none can be, and
 * a reader gets a table with holes.) The rule, and the words for it, are those
 * of statistical disclosure control: a threshold on the number of contributors
 * to a cell, and global recoding in place of secondary suppression; see
 * Willenborg and de Waal, Elements of Statistical Disclosure Control (2001),
 * and Hundepool and others, Handbook on Statistical Disclosure Control
 * (Eurostat, 2010), chapter 4.
 *
 * Who is in which team and segment is taken to be known to every reader; how
 * many sessions of what kind one person had is not. What may be true of all
 * of a group that is shown ("0 of 6 sat in") is not protected.
 */
#ifndef REPLIFE_DISCLOSE_H
#define REPLIFE_DISCLOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "replife/arena.h"

#define DISCLOSE_LEAST 5

/* A group of a breakdown: who is in it, and of them those who did what is
 * counted (had sessions on offer, booked). */
struct disclose_group {
	size_t members, doers;
	size_t block;		/* out */
};

/* Whether its numbers may be shown: five people did it; or nobody did, of
 * five. */
bool disclose_may(size_t members, size_t doers);

/*
 * Puts groups together into blocks, numbered from 0 in the order of their
 * first group, all small ones into one, with the next smallest where they are
 * too few together. Returns how many blocks there are. One block, where there
 * are more groups: there is nothing to show but the total.
 */
size_t disclose_join(struct arena *a, struct disclose_group *groups, size_t n);

/* Who did what, for the two below. */
struct disclose_doer {
	size_t row;		/* the block of the one breakdown (teams) */
	size_t side;		/* the group of the other (segments) */
	const bool *kinds;	/* which kinds of what is counted are theirs */
};

/*
 * Rows are shown by kind, beside the total of each row and of each kind.
 * joined[k]: kinds to be put together, since in some row fewer than five did
 * them. All together then have five doers in each row, or none. With all
 * joined there is nothing to show but rows and kinds each for themselves.
 * With one row none is joined: a kind's own total stays.
 */
void disclose_kinds(struct arena *a, const struct disclose_doer *doers, size_t n, size_t rows,
		    size_t kinds, bool *joined);

/*
 * Another breakdown of the same people (segments) beside rows (teams) that are
 * shown by kind: puts its groups into blocks as disclose_join(), and further
 * until no difference of blocks and rows is of one to four people.
 * 0: there is no way to show it.
 */
size_t disclose_beside(struct arena *a, struct disclose_group *groups, size_t n,
		       const struct disclose_doer *doers, size_t n_doers, size_t rows, size_t kinds,
		       const bool *joined);

#endif
