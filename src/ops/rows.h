/* Each noun's columns, and the filler of one row. Private to the ops layer. */
#ifndef OPS_ROWS_H
#define OPS_ROWS_H

#include "call.h"

/* People, the roster, programs (person_rows.c). */
extern const struct column person_columns[], member_columns[], program_columns[];
enum rc check_uid_free(struct call *c, const struct person *p, struct err *err);	/* person_bind.c */
void put_person(struct call *c, const struct person *p, const char *roles); /* by blanks */
struct member_said {
	const char *login, *name, *team, *segment, *recruiter;
	int64_t upcoming, held;
};
void put_member(struct call *c, const struct membership *m, const struct member_said *said);
void put_program(struct call *c, const struct program *p);

/* Periods (period_rows.c). */
extern const struct column period_columns[];
/* The day that holds at_s where the program is: a period's days are the program's,
 * wherever one reads of them. */
enum rc say_program_day(struct call *c, int64_t at_s, const char **out, struct err *err)
	__attribute__((warn_unused_result));
enum rc put_period(struct call *c, const struct period *p, struct err *err)
	__attribute__((warn_unused_result));
/* "replife period open 2027-H1 --from … --to …": the next one, as it may be
 * typed. */
const char *say_open_period(struct call *c);

/* Sessions (slot_rows.c). */
struct slot_view;
extern const struct column slot_columns[], find_columns[];
void put_slot(struct call *c, const struct slot_view *v);
/* Read it again and put it: what a write answers. */
enum rc put_slot_now(struct call *c, int64_t id, struct slot_view *out, struct err *err)
	__attribute__((warn_unused_result));
/* "Tue 24 Nov 10:00-10:30 with Ana Ruiz, room 4" */
const char *say_slot(struct call *c, const struct slot_view *v);

/* Bookings (booking_rows.c). */
struct booking_view;
extern const struct column booking_columns[], mine_columns[], visitor_columns[];
void put_booking(struct call *c, const struct booking_view *v);
enum rc put_booking_now(struct call *c, int64_t id, struct booking_view *out, struct err *err)
	__attribute__((warn_unused_result));
/* "B-12: Tue 24 Nov 10:00-10:30 with Ana Ruiz, room 4" */
const char *say_booking(struct call *c, const struct booking_view *v);

/* Weekly hours, and days off, extra days, holidays (hours_rows.c). */
extern const struct column hours_columns[];
void put_hours(struct call *c, const struct rule *rule, const char *rep, const char *rep_name);
void put_dayoff(struct call *c, const struct dayoff *d);

/* Write-ups, remarks, leads (note_rows.c). Only remarks that the caller may
 * read are put. */
struct note_view;
struct lead_view;
struct jw;
extern const struct column note_columns[], note_show_columns[], observation_columns[], remark_columns[],
	lead_columns[];
enum rc put_note(struct call *c, const struct note_view *v, struct err *err)
	__attribute__((warn_unused_result));
enum rc put_note_now(struct call *c, int64_t id, struct note_view *out, struct err *err)
	__attribute__((warn_unused_result));
/* With what was said: the row of note_show_columns. */
enum rc put_note_whole(struct call *c, const struct note_view *v, struct err *err)
	__attribute__((warn_unused_result));
/* With when and where it was heard: a row of remark_columns. */
enum rc put_heard(struct call *c, const struct observation *o, struct err *err)
	__attribute__((warn_unused_result));
enum rc put_observation(struct call *c, const struct observation *o, struct err *err)
	__attribute__((warn_unused_result));
void put_lead(struct call *c, const struct lead_view *v);
struct remark_themes {
	const char **refs;	/* "T-4" */
	size_t n;
	const char *names;	/* by "; ", or NULL */
};
enum rc remark_themes(struct call *c, int64_t observation_id, struct remark_themes *out,
		      struct err *err) __attribute__((warn_unused_result));
/* A remark's members of a JSON object; `themes` may be NULL. */
void json_remark(struct jw *w, struct call *c, const struct observation *o,
		 const struct remark_themes *themes);
const char *say_quotable(const struct observation *o);	/* "held back" */

/* Themes (theme_rows.c). */
struct theme_counts;
extern const struct column theme_columns[], theme_show_columns[], code_columns[];
struct value *put_theme(struct call *c, const struct theme *t, const struct theme_counts *n);

/* People (person.c, person_roles.c). */
enum rc put_with_roles(struct call *c, const struct person *p, struct err *err)
	__attribute__((warn_unused_result));
enum rc give_role(struct call *c, int64_t person_id, enum role role, bool *given,
		  struct err *err) __attribute__((warn_unused_result));
/* What of `letter` ('B' seats, 'S' own sessions with visitors, 0 both) lies ahead of
 * somebody in a program (0: in all), in words, and only counted what the caller may not
 * see; NULL: nothing. */
enum rc say_ahead(struct call *c, int64_t person_id, char letter, int64_t program_id, const char **said,
		  struct err *err) __attribute__((warn_unused_result));

/* What an entry of the log touched, in the column "touched" (log.c). */
enum rc put_touched(struct call *c, struct value *row, int64_t seq, const char *op, struct err *err)
	__attribute__((warn_unused_result));

/* Actions (action_rows.c). */
struct action_view;
extern const struct column action_columns[];
enum rc put_action(struct call *c, const struct action_view *v, struct err *err)
	__attribute__((warn_unused_result));

#endif
