/*
 * What the ops of sessions and seats share: the checks of a seat, and the queue.
 * Private to the ops layer.
 */
#ifndef OPS_SEATS_H
#define OPS_SEATS_H

#include "call.h"
#include "replife/booking_store.h"
#include "replife/slot_store.h"

/* ---- the checks; each refusal is typed and says what to do ---- */

/* Is the person an active rep of the program? `at_s`: when they would host. */
enum rc check_rep(struct call *c, int64_t rep_id, int64_t at_s, struct err *err)
	__attribute__((warn_unused_result));
enum rc find_host(struct call *c, int64_t rep_id, int64_t at_s, struct person *rep, struct err *err)
	__attribute__((warn_unused_result));	/* and who that is */
/* Not in a closed period. `needs_one`: refused too where no period holds it. */
enum rc check_period(struct call *c, int64_t at_s, bool needs_one, struct err *err)
	__attribute__((warn_unused_result));
enum rc find_open_period(struct call *c, int64_t at_s, bool needs_one, struct period *p, struct err *err)
	__attribute__((warn_unused_result));	/* and which; p->id 0: none, and none is needed */
/* Has the person nothing else at the session's time? RC_OK with *why NULL,
 * or with *why the other session in words ("B-3, Tue 24 Nov 10:00-10:30"). */
enum rc clash_of(struct call *c, int64_t person_id, const struct slot *slot,
		 const char **why, struct err *err)
	__attribute__((warn_unused_result));
/* Is the marketer at the program's limit of live bookings? */
enum rc at_limit(struct call *c, int64_t person_id, bool *yes, struct err *err)
	__attribute__((warn_unused_result));

/* ---- times and owners of sessions (slot.c) ---- */

/* --rep, else the caller where they host. */
enum rc wanted_rep(struct call *c, int64_t *rep_id, struct err *err)
	__attribute__((warn_unused_result));
/* RC_USAGE: it ends before it begins, or lasts over a day. */
enum rc check_span(struct call *c, int64_t begin_s, int64_t end_s, struct err *err)
	__attribute__((warn_unused_result));
/* Has the rep no other session then? The refusal names it. */
enum rc check_free(struct call *c, int64_t rep_id, struct span when, int64_t except_id,
		   struct err *err) __attribute__((warn_unused_result));
void warn_no_period(struct call *c, const struct slot_view *v);

/* ---- changing a session (slot_change.c) ---- */

/* Those who sit in, in words: "Zoe Park (B-3), Kim Lo (B-7)"; NULL: nobody.
 * *n counts them; the queue does not count. */
enum rc say_seated(struct call *c, int64_t slot_id, const char **said, size_t *n,
		   struct err *err) __attribute__((warn_unused_result));
/* Give it the time; its bookings follow. Refused where the rep or somebody
 * who booked has another session then. */
enum rc slot_move_to(struct call *c, struct slot *s, struct span when, struct err *err)
	__attribute__((warn_unused_result));
/* Cancel it with all its bookings; the seated ones count into *n. */
enum rc slot_call_off(struct call *c, struct slot *s, const char *reason, size_t *n,
		      struct err *err) __attribute__((warn_unused_result));

/* ---- the queue ---- */

/* Bookings that an op changed besides the one that was named. */
struct moved {
	size_t n, cap;
	int64_t *ids;
	int64_t slot_id;	/* the session that the op is about; 0: any */
	const char *said;	/* "; the seat went to Zoe Park (B-15)", or "" */
};

/* Let offers lapse whose time is over, then give each free seat of an open
 * session to the first in the queue who can take it. Anything else (period
 * closed, rep away, session begun) leaves the queue as it is. */
enum rc queue_serve(struct call *c, int64_t slot_id, struct moved *moved, struct err *err)
	__attribute__((warn_unused_result));
/* The same of a session that was just read; it is then as it is after that. */
enum rc queue_serve_slot(struct call *c, struct slot *s, struct moved *moved, struct err *err)
	__attribute__((warn_unused_result));
/* A seat of theirs went: serve the queues in which the person waits and could
 * not be seated because of it. */
enum rc queue_serve_person(struct call *c, int64_t person_id, struct moved *moved,
			   struct err *err) __attribute__((warn_unused_result));
/* Their rows behind the ones that are in the reply already; of those that are not
 * for the caller to see, only the session and the state. */
enum rc put_moved(struct call *c, const struct moved *moved, struct err *err)
	__attribute__((warn_unused_result));

/* ---- words ---- */

const char *say_minutes(struct call *c, int64_t minutes);	/* "4 hours" */
const char *say_login(struct call *c, int64_t person_id);	/* "ana"; "?" if gone */
const char *say_name(struct call *c, int64_t person_id);	/* "Ana Ruiz" */
/* "S-231, Thu 26 Nov 10:00-10:30 with Ana Ruiz": what `who_id` could book
 * next, of the rep or (rep_id 0) of anybody; NULL where nothing is free. *id
 * is its key, *begin_s its begin (may be NULL). */
const char *say_next_free(struct call *c, int64_t rep_id, int64_t who_id,
			  int64_t after_s, int64_t *id, int64_t *begin_s);
const char *say_iso_day(struct call *c, int64_t at_s);	/* "2026-12-01", typed again */

/* ---- zones ---- */

/* The person's zone, else the program's: rules and walls are in it. */
enum rc zone_of(struct call *c, int64_t person_id, const struct zone **out, struct err *err)
	__attribute__((warn_unused_result));
const char *wall_text(struct call *c, const struct zone *z, int64_t at_s); /* "2026-11-24T10:00" */

/* ---- pages ---- */

/* --after as a key of `letter`, of a row that the caller may see; 0: from the start. */
enum rc page_after(struct call *c, char letter, int64_t *id, struct err *err)
	__attribute__((warn_unused_result));
/* How many rows to ask for: one more than the page, to know whether more come. */
int64_t page_rows(const struct call *c);
/* The sessions of `q`, as a page. */
enum rc put_slots(struct call *c, struct slot_query *q, struct err *err)
	__attribute__((warn_unused_result));
/* Is the page full? Then the row before was the last: reply->next names it. */
bool page_full(struct call *c, char letter, int64_t last_id);

#endif
