/*
 * A write in parts: an import that others book beside. Each part is committed, and
 * has an entry in the log that names the first; should the whole not come to its end,
 * what was written is taken back, part by part, the latest first.
 */
#ifndef REPLIFE_PARTS_STORE_H
#define REPLIFE_PARTS_STORE_H

#include "replife/entity.h"

enum part {
	PART,		/* "import csv (part of 17)": more comes */
	PART_LAST,	/* "import csv (last of 17)": it is whole */
	PART_BACK,	/* "import csv (taken back)": all of it */
};

/* What the log calls it; `first` is the first part's number. */
const char *part_name(struct arena *a, const char *op, enum part part, int64_t first);
/* The op of an entry; *first is 0, and *part as it was, where it is no part or last. */
const char *part_op(struct arena *a, const char *entry, enum part *part, int64_t *first);
/* Those of its parts, or its last, that are in effect, the latest first. In the arena. */
enum rc parts_of(struct store *st, struct arena *a, const char *op, enum part part, int64_t first,
		 int64_t **seq, size_t *n, struct err *err) __attribute__((warn_unused_result));
/* From the first part to the end, whatever end that is: should the store be closed in
 * between, who opens it next takes the parts back. */
void parts_begin(struct store *st);
void parts_end(struct store *st);
bool parts_left(const struct store *st);	/* between these two */
/* The same for who reads beside the one that writes them: what is there is half of it. */
enum rc parts_under_way(struct store *st, struct arena *a, bool *yes, struct err *err) __attribute__((warn_unused_result));
/* One that was cut off is taken back: on opening all of it at once, later a part at a
 * time, until parts_left() says no. What somebody has changed since, or uses, stays. */
enum settling { SETTLE_ALL, SETTLE_PART };
enum rc parts_settle(struct store *st, enum settling how, struct err *err)
	__attribute__((warn_unused_result));
/* A line that says so, in `a`; NULL: nothing was to be taken back since the store was
 * opened, or not all of it is yet. */
const char *parts_taken_back(struct store *st, struct arena *a);

#endif
