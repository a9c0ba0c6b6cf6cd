/* Sessions in the store: lists by time and by rep, and who is in the way. */
#ifndef REPLIFE_SLOT_STORE_H
#define REPLIFE_SLOT_STORE_H

#include "replife/entity.h"

/* A session with what people want to read beside it. */
struct slot_view {
	struct slot slot;
	const char *program;
	const char *rep, *rep_name, *team;	/* the rep's login, name, team */
	int64_t period_id;			/* 0: no period holds its begin */
	const char *period;			/* its name, or NULL */
};

/* RC_NOT_FOUND as ent_get() says it. */
enum rc slot_view_get(struct store *st, struct arena *a, int64_t id,
		      struct slot_view *out, struct err *err)
	__attribute__((warn_unused_result));

struct slot_query {
	int64_t program_id;
	int64_t rep_id;			/* 0: everybody's */
	int64_t from_s, to_s;		/* begin_s in [from_s, to_s) */
	const char *team, *segment;	/* of the rep; NULL: any */
	bool open_only;			/* neither drafts nor cancelled ones */
	int64_t drafts_of;		/* else: this person's drafts; -1: everybody's */
	bool cancelled;			/* those too; with rep_id only */
	bool free_only;			/* with a free seat */
	int64_t after_s, after_id;	/* start behind this row; 0: from the start */
	int64_t limit;			/* 0: all */
};

/* By begin, then key. Step with slots_next(), end with stmt_done(). `q` and
 * its texts must stay until then. */
struct stmt *slots_query(struct store *st, const struct slot_query *q);
/* Program and period are the caller's to fill. */
bool slots_next(struct stmt *s, struct arena *a, struct slot_view *out);

/* Open sessions that begin in one quarter of an hour. */
struct slot_count {
	int64_t begin_s;
	int64_t sessions, free, full, waiting;	/* free: seats; full: sessions */
};

/* By time, one moment or session a step; the query's drafts, pages and limit do not count.
 * Step with slot_counts_next(), end with stmt_done(). */
struct stmt *slot_counts_query(struct store *st, const struct slot_query *q);
bool slot_counts_next(struct stmt *s, struct slot_count *out);

/* A rep's open sessions that begin in one week, or any other time. */
struct rep_week {
	const char *rep, *rep_name, *team, *segment;
	int64_t sessions, seats, taken;
	int64_t held;			/* sessions that somebody sat in on */
	int64_t missed;			/* visits */
};

/* By the rep's name; reps without a session then are left out. Step with
 * rep_weeks_next(), end with stmt_done(). */
struct stmt *rep_weeks_query(struct store *st, int64_t program_id, struct span when);
bool rep_weeks_next(struct stmt *s, struct arena *a, struct rep_week *out);

/* The rep's session, not cancelled, that overlaps; out->id 0: none.
 * `except_id` is passed over; `taken_only`: only where somebody sits in. */
enum rc slot_hosted_then(struct store *st, struct arena *a, int64_t rep_id,
			 struct span when, int64_t except_id, bool taken_only,
			 struct slot *out, struct err *err)
	__attribute__((warn_unused_result));

/* The next open session with a free seat that begins after `after_s`, of the
 * rep, or of anybody where rep_id is 0, that `who_id` could book: not their
 * own, not beside another of theirs. out->slot.id 0: none. */
enum rc slot_next_free(struct store *st, struct arena *a, int64_t program_id,
		       int64_t rep_id, int64_t who_id, int64_t after_s,
		       struct slot_view *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
