/* Actions in the store: what Marketing will change, and for which themes. */
#ifndef REPLIFE_ACTION_STORE_H
#define REPLIFE_ACTION_STORE_H

#include "replife/entity.h"

/* An action with what people want to read beside it. */
struct action_view {
	struct action action;
	const char *owner, *owner_name;		/* login and name; NULL: nobody's */
};

/* RC_NOT_FOUND as ent_get() says it. */
enum rc action_view_get(struct store *st, struct arena *a, int64_t id,
			struct action_view *out, struct err *err)
	__attribute__((warn_unused_result));

struct action_query {
	int64_t program_id;
	int64_t owner_id;	/* 0: everybody's */
	int64_t because_of_id;	/* done, and answering what this person wrote or, as
				 * a rep, said; 0: whatever it answers */
	bool all;		/* also what is over: verified, still heard, declined */
	int64_t after_id;	/* start behind this one; 0: from the start */
	int64_t limit;		/* 0: all */
};

/* Open ones first, the soonest due first (without a date last), then the
 * latest. Step with actions_next(), end with stmt_done(). */
struct stmt *actions_query(struct store *st, const struct action_query *q);
bool actions_next(struct stmt *s, struct arena *a, struct action_view *out);

/* The links of an action to its themes. */
enum rc action_themes(struct store *st, struct arena *a, int64_t action_id,
		      struct action_theme **out, size_t *n, struct err *err)
	__attribute__((warn_unused_result));

#endif
