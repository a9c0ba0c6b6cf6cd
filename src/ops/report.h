/*
 * Building the report's model (report_model.h), fitting it to an audience,
 * freezing it. Private to the ops layer.
 */
#ifndef OPS_REPORT_H
#define OPS_REPORT_H

#include "call.h"
#include "replife/json.h"
#include "replife/report_model.h"
#include "replife/report_store.h"

/* What goes into a model. */
enum report_part {
	PART_THEMES = 1, PART_PARTICIPATION = 2, PART_COVERAGE = 4,
	PART_ALL = 7,
};

/* The words of names, logins as written, and the customers on the list: what no
 * text may show elsewhere. */
struct names;
enum rc names_load(struct call *c, struct names **out, struct err *err)
	__attribute__((warn_unused_result));
size_t names_customers(const struct names *n);	/* how many are listed */
/* RC_USAGE: there is nothing in a customer's name by which it could be found. */
enum rc names_check(struct call *c, const char *name, bool person, struct err *err)
	__attribute__((warn_unused_result));
enum found { FOUND_NAME, FOUND_CUSTOMER, FOUND_MAIL, FOUND_HANDLE, FOUND_PHONE, FOUND_KINDS };
bool names_in(struct names *n, struct arena *a, const char *text);
/* Adds how many of each a text has to `found`; "Ana Ruiz" is one. */
void names_count(struct names *n, struct arena *a, const char *text, size_t found[FOUND_KINDS]);
/* The text with names, customers, e-mail addresses, handles and phone numbers struck:
 * "[name] said so", counted as above. The text itself where it has none. */
const char *names_strike(struct names *n, struct arena *a, const char *text,
			 size_t found[FOUND_KINDS]);

/* The model of a period as it stands at `as_of_s`. */
enum rc report_build(struct call *c, const struct period *p, unsigned parts, int64_t as_of_s,
		     struct json **out, struct err *err) __attribute__((warn_unused_result));
/* No more of it than the themes and what answers them: what a period's end asks
 * for, however much was said. */
enum rc report_answered(struct call *c, const struct period *p, struct json **out, struct err *err)
	__attribute__((warn_unused_result));
/* The model as `report_build` makes it, or what the period's closed report froze. */
enum rc report_of(struct call *c, const struct period *p, unsigned parts, struct json **out,
		  struct err *err) __attribute__((warn_unused_result));
/* What a snapshot froze. RC_BAD_DATA: it was changed, or is of a newer program. */
enum rc report_thaw(struct call *c, const struct period *p, const struct snapshot *s,
		    struct json **out, struct err *err) __attribute__((warn_unused_result));
/* The parts (report_people.c) */
enum rc report_participation(struct call *c, const struct period *p, unsigned parts,
			     int64_t as_of_s, struct json *model, struct err *err)
	__attribute__((warn_unused_result));
/* What was covered (report_coverage.c): each session of a rep, and reps without one. */
struct coverage;
struct coverage *coverage_new(struct arena *a);
void coverage_session(struct coverage *v, const struct person_fact *rep,
		      const struct session_fact *f);
void coverage_rep(struct coverage *v, const struct person_fact *rep);
void coverage_add(struct coverage *v, struct json *model);
const char *coverage_name(const char *name);	/* of a group; NULL: "none given" */
/* Those parts of a model for `audience`: without what is the team's alone, and
 * with a list of what was left out (report_audience.c). A frozen model has it
 * all: it is fitted each time it is read. `earlier`: an array of who took part
 * as earlier closed reports of the same period have it, or NULL. */
enum rc report_for(struct call *c, const struct json *model, const struct json *earlier,
		   unsigned parts, const char *audience, struct json **out, struct err *err)
	__attribute__((warn_unused_result));

/* Hex SHA-256 of a frozen model. */
const char *report_hash(struct arena *a, const char *model);
const char *say_instant(struct arena *a, int64_t at_s);		/* RFC 3339 */

#endif
