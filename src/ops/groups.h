/*
 * What no theme holds, grouped: what theme discover shows and theme adopt takes
 * (groups.c). Private to the ops layer.
 */
#ifndef OPS_GROUPS_H
#define OPS_GROUPS_H

#include "notes.h"
#include "replife/discover.h"

/* Which remarks, and how they are looked at: the same for whoever shows and whoever takes. */
#define GROUPS_PARAMS                                                         \
	{ .name = "period", .type = P_PERIOD,                                \
	  .help = "what was said in it; else in the period of now, or the last" }, \
	{ .name = "all", .type = P_FLAG, .help = "whatever was said, ever" }, \
	{ .name = "seed", .type = P_INT, .min = 0, .max = INT64_MAX, .meta = "N", \
	  .help = "another number, another of the groupings that are about as good" }, \
	{ .name = "inside", .type = P_FLAG, .help = "the groups within each large group, too" }

struct found {
	struct remark *remarks;
	size_t n;
	struct discovery d;
	bool vectors;			/* what words mean was looked at, too */
	const char *again;		/* " --all --inside": the options that find the same */
};

/* By GROUPS_PARAMS; it lies in the call's arena. */
enum rc groups_find(struct call *c, struct found *f, struct err *err)
	__attribute__((warn_unused_result));
/* No more than `n` bytes of it, and no character in part. */
size_t whole_bytes(const char *text, size_t n);
/* "price list, old price, pdf"; of a group whose texts share no word, how it begins. */
const char *group_label(struct call *c, const struct found *f, const struct discover_group *g);
/* The label of the one that it is within, or NULL. */
const char *group_around(struct call *c, const struct found *f, const struct discover_group *g);
/* Its label, but of one within another: "price list (within alert, late)". */
const char *group_name(struct call *c, const struct found *f, const struct discover_group *g);
/* By its whole label or name, else by the beginning of one; with --inside the
 * groups within groups as well. */
enum rc group_pick(struct call *c, const struct found *f, const char *typed, const struct discover_group **out,
		   struct err *err) __attribute__((warn_unused_result));

#endif
