/* What a report counts, as rows: sessions, seats, remarks, quotes, leads of a
 * program and a span of time. Each query is stepped with its _next() and
 * ended with stmt_done(). */
#ifndef REPLIFE_REPORT_STORE_H
#define REPLIFE_REPORT_STORE_H

#include "replife/entity.h"

/* Every session that was not cancelled and is no draft, by time. `held`: a
 * visitor and the rep met; `written_up`: a visitor handed something in. */
struct session_fact {
	int64_t rep_id;
	const char *kind;	/* NULL: left open */
	int64_t begin_s, seats, taken;
	bool held, written_up;
};
struct stmt *report_sessions(struct store *st, int64_t program_id, struct span when);
bool report_session_next(struct stmt *s, struct arena *a, struct session_fact *out);

/* Seats by who took them and what came of it. */
struct seat_fact {
	int64_t marketer_id;
	enum booking_state state;
	int64_t seats, written_up;
	int64_t excused;		/* and not written up all the same */
};
struct stmt *report_seats(struct store *st, int64_t program_id, struct span when);
bool report_seat_next(struct stmt *s, struct seat_fact *out);

/* Who may take part, by key: active people who hold a role in the program,
 * and all others who ever did something there come from report_person(). */
struct person_fact {
	int64_t id;
	const char *login, *name, *team, *segment;
	bool marketer, rep;	/* rep: on the roster, active or paused */
};
struct stmt *report_people(struct store *st, int64_t program_id);
bool report_person_next(struct stmt *s, struct arena *a, struct person_fact *out);
enum rc report_person(struct store *st, struct arena *a, int64_t id, struct person_fact *out,
		      struct err *err) __attribute__((warn_unused_result));

/* Each name and login ever used, one a row, for striking names from texts. */
struct stmt *report_names(struct store *st);

struct note_counts {
	int64_t notes, sessions, marketers, reps;
};
struct remark_counts {
	int64_t remarks, in_themes, set_aside;
};
enum rc report_notes(struct store *st, int64_t program_id, struct span when,
		     struct note_counts *out, struct err *err)
	__attribute__((warn_unused_result));
/* By area: an array of as many as there are areas. */
enum rc report_remarks(struct store *st, int64_t program_id, struct span when,
		       struct remark_counts *by_area, struct err *err)
	__attribute__((warn_unused_result));

/* Remarks that may be quoted, by theme, the best first: starred, then those
 * of a readable length, then the latest. */
struct quote_fact {
	int64_t theme_id, observation_id;
	const char *text, *by;	/* by: the author's name, NULL: unknown */
	enum words_of words_of;
	enum note_side side;		/* whose write-up it stands in */
};
struct stmt *report_quotes(struct store *st, int64_t program_id, struct span when);
bool report_quote_next(struct stmt *s, struct arena *a, struct quote_fact *out);

/* Remarks in themes that may not be quoted: the author did not say that they
 * may; somebody holds them back; a rep has not cleared their own words. */
struct quotes_left {
	int64_t not_allowed, held_back, not_cleared;
};
enum rc report_quotes_left(struct store *st, int64_t program_id, struct span when,
			   struct quotes_left *out, struct err *err)
	__attribute__((warn_unused_result));

/* Leads: alerted, followed, how many. */
struct lead_fact {
	enum alerted alerted;
	enum followed followed;
	int64_t n;
};
struct stmt *report_leads(struct store *st, int64_t program_id, struct span when);
bool report_lead_next(struct stmt *s, struct lead_fact *out);

/* What was said in `when` and handed in after `closed_s`: theme key (0: in no
 * theme), theme's name, remarks. */
struct stmt *report_late(struct store *st, int64_t program_id, struct span when,
			 int64_t closed_s);
/* Of these remarks, how many. */
enum rc report_late_count(struct store *st, int64_t program_id, struct span when,
			  int64_t closed_s, int64_t *n, struct err *err)
	__attribute__((warn_unused_result));

/* How many remarks were put into a theme by whom: an array of as many as there
 * are (enum coding_by); `suggested` waits for somebody and counts nowhere. */
enum rc report_coders(struct store *st, int64_t program_id, struct span when, int64_t *by,
		      struct err *err) __attribute__((warn_unused_result));

/* When each session was, of which something was handed in: one a row. */
struct stmt *report_heard(struct store *st, int64_t program_id, struct span when);

/* In how many sessions of a period an action's themes were spoken of, until a
 * moment and after it; and in how many remarks after it. */
struct spoken {
	int64_t sessions_until, sessions, remarks;
};
enum rc report_spoken(struct store *st, int64_t action_id, int64_t period_id, int64_t since_s,
		      struct spoken *out, struct err *err) __attribute__((warn_unused_result));

/* That revision of a period's report; out->id 0: there is none. */
enum rc snapshot_at(struct store *st, struct arena *a, int64_t period_id, int64_t revision,
		    struct snapshot *out, struct err *err) __attribute__((warn_unused_result));
/* The latest snapshot of a period; out->id 0: none. */
enum rc snapshot_latest(struct store *st, struct arena *a, int64_t period_id,
			struct snapshot *out, struct err *err)
	__attribute__((warn_unused_result));

#endif
