/*
 * Groups of people of a report, and which of them are put together outside the
 * team (disclose.h). Private to what fits a report to an audience.
 */
#ifndef OPS_REPORT_BLOCKS_H
#define OPS_REPORT_BLOCKS_H

#include "replife/disclose.h"
#include "replife/name_map.h"
#include "report_fit.h"

/* The groups of one breakdown, as the model's rows name them. Blocks, of which
 * one may be of several groups, are shown, or none is. */
struct list {
	struct name_map names;
	struct disclose_group *g;	/* by number, as many as names */
	size_t cap, blocks;
	size_t *size;			/* groups of a block */
	const char **first;		/* name of a block's first group */
	bool shown, moved;		/* moved: somebody has changed groups since */
};

struct groups {
	struct arena *a;
	const struct json *model;
	const struct json *earlier;	/* array of participations; may be NULL */
	struct json *left;
	struct list marketing, sales, segments, kinds;
	struct disclose_doer *doers;	/* reps with sessions on offer */
	size_t n_people, n_doers;
	bool people_known, kinds_known;
	bool *joined;			/* kinds, where rows are shown by kind */
};

/* Counts who is behind each group, by the model's own by_person, and decides.
 * `f` has arena, model and earlier. */
void blocks_decide(struct groups *f);

/* A group's place in the list; NO_NAME: there is none of that name. */
size_t group_find(const struct list *l, const char *name);
/* A team, as the model's rows of its side call it. */
const char *group_of_team(const struct list *side, const char *team);

/* Its own name, or "4 teams together". */
const char *block_name(const struct groups *f, const struct list *l, size_t block, const char *what);
/* The k-th block to be listed: what is joined comes last. */
size_t block_at(const struct list *l, size_t k);
/* Whether rows of teams stand by kind of call. */
bool blocks_map(const struct groups *f);

#endif
