/* People, their roles, programs, the roster: what the store knows of them. */
#ifndef REPLIFE_PERSON_STORE_H
#define REPLIFE_PERSON_STORE_H

#include "replife/entity.h"

/* RC_NOT_FOUND where a store has no owner. */
enum rc person_owner(struct store *st, struct arena *a, struct person *out, struct err *err)
	__attribute__((warn_unused_result));
/* out->id is 0 where there is none. */
enum rc person_find(struct store *st, struct arena *a, const char *login,
		    struct person *out, struct err *err) __attribute__((warn_unused_result));
/* Who is active and has the account's number, apart from the person `but`. */
enum rc person_of_uid(struct store *st, struct arena *a, int64_t uid, int64_t but,
		      struct person *out, struct err *err) __attribute__((warn_unused_result));
/* By full name, upper and lower case alike, where only one is called so. */
enum rc person_named(struct store *st, struct arena *a, const char *name,
		     struct person *out, struct err *err) __attribute__((warn_unused_result));
/* For "did you mean": the only person with this first name, else a login that is
 * near; NULL if none. */
enum rc person_near(struct store *st, struct arena *a, const char *login,
		    const char **out, struct err *err) __attribute__((warn_unused_result));
/* ROLE_BITs in the program, with what holds for every program. */
enum rc roles_of(struct store *st, int64_t person_id, int64_t program_id,
		 unsigned *roles, struct err *err) __attribute__((warn_unused_result));
/* Does the lifecycle role hold in each program? */
enum rc runs_every_program(struct store *st, int64_t person_id, bool *yes, struct err *err)
	__attribute__((warn_unused_result));
/* The teams, or segments, of those on the roster: a text a row. */
struct stmt *host_teams(struct store *st, int64_t program_id);
struct stmt *host_segments(struct store *st, int64_t program_id);
/* `name` NULL: the first program. Upper and lower case are alike. out->id is
 * 0 where there is none. */
enum rc program_by_name(struct store *st, struct arena *a, const char *name,
			struct program *out, struct err *err)
	__attribute__((warn_unused_result));
/* out->id is 0 where there is none. */
enum rc membership_of(struct store *st, struct arena *a, int64_t person_id,
		      int64_t program_id, struct membership *out, struct err *err)
	__attribute__((warn_unused_result));
/* In every program, in the arena. */
enum rc memberships_of(struct store *st, struct arena *a, int64_t person_id, struct membership **out,
		       size_t *n, struct err *err) __attribute__((warn_unused_result));
enum rc grant_find(struct store *st, struct arena *a, int64_t person_id,
		   int64_t program_id, enum role role, struct grant *out, struct err *err)
	__attribute__((warn_unused_result));

/* Seats ahead of somebody and their own sessions that have visitors, the next first:
 * 'B' or 'S', id, when, of which program. */
struct stmt *person_ahead(struct store *st, int64_t person_id, int64_t now_s);
/* A rep's open sessions ahead, and those held in the last four weeks. */
enum rc rep_counts(struct store *st, int64_t rep_id, int64_t program_id, int64_t now_s,
		   int64_t *upcoming, int64_t *held, struct err *err)
	__attribute__((warn_unused_result));

/* Lists: statements to step; the columns are documented at each. */

/* ENT_COLUMNS of person, then roles joined by blanks. Filters may be NULL. */
struct person_filter {
	int64_t program_id;
	const char *team, *segment, *role, *after_login;
	bool all;		/* those who left too */
	int64_t limit;		/* 0: all */
};
struct stmt *person_list(struct store *st, const struct person_filter *f);
/* membership, then login, name, team, zone of the rep, login of the recruiter,
 * upcoming open sessions, sessions of the last four weeks in
 * which somebody had a seat. By state (those who host first), then
 * as they joined. */
struct stmt *roster_list(struct store *st, int64_t program_id, const char *after_login,
			 int64_t now_s, int64_t limit);
struct stmt *program_list(struct store *st);

/* Is the owner the only person? */
enum rc person_is_alone(struct store *st, bool *yes, struct err *err)
	__attribute__((warn_unused_result));

/* The access log: outside of chain and replay. One row a minute for the same op and
 * outcome of a person; of an outcome, so many of a person's an hour. */
#define ACCESS_AN_HOUR 60
enum rc access_note(struct store *st, int64_t at_s, int64_t actor_id, const char *op,
		    const char *outcome, struct err *err) __attribute__((warn_unused_result));

#endif
