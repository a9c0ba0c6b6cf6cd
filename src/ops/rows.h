/* Each noun's columns, and the filler of one row. Private to the ops layer. */
#ifndef OPS_ROWS_H
#define OPS_ROWS_H

#include "call.h"

/* People, the roster, programs (person_rows.c). */
extern const struct column person_columns[], member_columns[], program_columns[];
void put_person(struct call *c, const struct person *p, const char *roles); /* by blanks */
struct member_said {
	const char *login, *name, *team, *recruiter;
	int64_t upcoming, held;
};
void put_member(struct call *c, const struct membership *m, const struct member_said *said);
void put_program(struct call *c, const struct program *p);

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

#endif
