/* Seats in the store: whose, in which session, and what stands in the way. */
#ifndef REPLIFE_BOOKING_STORE_H
#define REPLIFE_BOOKING_STORE_H

#include "replife/entity.h"

/* A booking with what people want to read beside it. */
struct booking_view {
	struct booking booking;
	int64_t program_id, rep_id;
	const char *zone, *kind, *place, *message;	/* the session's */
	const char *rep, *rep_name;			/* login and name */
	const char *marketer, *marketer_name, *team;	/* team: the marketer's */
	const char *marketer_zone;			/* NULL: the program's */
	int64_t queue;		/* place in the queue from 1; 0: not waiting */
	int64_t note_id;	/* the marketer's write-up, handed in; 0: none */
	int64_t due_s;		/* until when one can be; 0: its period is closed, there is
				 * none, or the list is of what lies ahead */
};

/* RC_NOT_FOUND as ent_get() says it. */
enum rc booking_view_get(struct store *st, struct arena *a, int64_t id,
			 struct booking_view *out, struct err *err)
	__attribute__((warn_unused_result));

/* How the reason begins of what somebody else cancelled: of the session, or of
 * the one seat. */
#define SESSION_CANCELLED "session cancelled"
#define SEAT_CANCELLED "seat cancelled"

enum booking_list {
	BOOKINGS_AHEAD,		/* a marketer's that have not ended, the next first */
	BOOKINGS_PAST,		/* a marketer's that have, the latest first */
	BOOKINGS_TODO,		/* held, not written up, not excused; the oldest first */
	BOOKINGS_VISITS,	/* seats in a rep's sessions that have not ended */
	BOOKINGS_CALLED_OFF,	/* a marketer's that others cancelled, and that would not have ended */
};

struct booking_query {
	enum booking_list list;
	int64_t program_id;
	int64_t person_id;		/* the marketer; the rep for _VISITS */
	int64_t now_s;
	int64_t after_s, after_id;	/* start behind this row; 0: from the start */
	int64_t limit;			/* 0: all */
};

/* By begin, then key. Step with bookings_next(), end with stmt_done(). */
struct stmt *bookings_query(struct store *st, const struct booking_query *q);
bool bookings_next(struct stmt *s, struct arena *a, struct booking_view *out);

/* Everybody in a session, the seated first, then the queue in its order;
 * cancelled ones are left out. Step with bookings_next(). */
struct stmt *bookings_of_slot(struct store *st, int64_t slot_id);

/* The marketer's booking of this very session, not cancelled; 0: none. */
enum rc booking_same(struct store *st, struct arena *a, int64_t slot_id,
		     int64_t marketer_id, struct booking *out, struct err *err)
	__attribute__((warn_unused_result));
/* A seat of the person that overlaps, in another session than `except_slot`;
 * out->id 0: none. */
enum rc booking_then(struct store *st, struct arena *a, int64_t person_id,
		     struct span when, int64_t except_slot, struct booking *out,
		     struct err *err)
	__attribute__((warn_unused_result));
/* Live bookings of sessions that have not ended. */
enum rc booking_live_count(struct store *st, int64_t marketer_id, int64_t program_id,
			   int64_t now_s, int64_t *n, struct err *err)
	__attribute__((warn_unused_result));
/* The one who waits behind (after_s, after_id) in the session's queue;
 * start with 0, 0. out->id 0: nobody. */
enum rc booking_queue_next(struct store *st, struct arena *a, int64_t slot_id,
			   int64_t after_s, int64_t after_id, struct booking *out,
			   struct err *err)
	__attribute__((warn_unused_result));
/* The person's next place in a queue of a session ahead, behind the key
 * `after`; start with 0. out->id 0: none. */
enum rc booking_next_wait(struct store *st, struct arena *a, int64_t marketer_id,
			  int64_t now_s, int64_t after, struct booking *out, struct err *err)
	__attribute__((warn_unused_result));
struct booking_tally {
	int64_t held;		/* sat in, the customer there or not */
	int64_t ahead;		/* seats in sessions that have not ended */
	int64_t to_write;	/* over, and not written up */
};

/* A marketer's sessions that begin in `when`. */
enum rc booking_tally(struct store *st, int64_t marketer_id, int64_t program_id,
		      struct span when, int64_t now_s, struct booking_tally *out, struct err *err)
	__attribute__((warn_unused_result));
/* An offer in the session that nobody took in time; out->id 0: none. */
enum rc booking_lapsed(struct store *st, struct arena *a, int64_t slot_id,
		       int64_t now_s, struct booking *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
