/* What people have half typed, each their own. Outside of audit, undo and
 * export. */
#ifndef REPLIFE_DRAFT_STORE_H
#define REPLIFE_DRAFT_STORE_H

#include "replife/db.h"

struct draft {
	const char *what;	/* "note B-12": of which form */
	const char *text;	/* as the front end wrote it */
	int64_t at_s;
};

/* text NULL: there is none. */
enum rc draft_get(struct store *st, struct arena *a, int64_t person_id, int64_t program_id,
		  const char *what, struct draft *out, struct err *err)
	__attribute__((warn_unused_result));
/* Bytes of all that the person has half typed, in every program, but this one. */
enum rc draft_others(struct store *st, int64_t person_id, int64_t program_id, const char *what,
		     int64_t *bytes, struct err *err) __attribute__((warn_unused_result));
/* In the place of one of the same name. */
enum rc draft_put(struct store *st, int64_t person_id, int64_t program_id,
		  const struct draft *d, struct err *err)
	__attribute__((warn_unused_result));
enum rc draft_drop(struct store *st, int64_t person_id, int64_t program_id,
		   const char *what, struct err *err)
	__attribute__((warn_unused_result));
/* By name. Step with draft_next(), end with stmt_done(). */
struct stmt *drafts_query(struct store *st, int64_t person_id, int64_t program_id);
bool draft_next(struct stmt *s, struct arena *a, struct draft *out);

#endif
