/* Answers kept for idempotency keys. */
#ifndef REPLIFE_ANSWER_STORE_H
#define REPLIFE_ANSWER_STORE_H

#include "replife/db.h"
#include "replife/id.h"

/* Who has not asked again by then never will: a key that is older is as a new one. */
#define ANSWER_DAYS 7

struct answer {
	const char *op;
	uint8_t args_hash[32];
	const char *reply;	/* reply_encode(); NULL: the key is new */
};

enum rc answer_get(struct store *st, struct arena *a, int64_t person_id, const char *key,
		   struct answer *out, struct err *err) __attribute__((warn_unused_result));
/* RC_CONFLICT: there is one. */
enum rc answer_put(struct store *st, int64_t person_id, const char *key, int64_t now_s,
		   const struct answer *put, struct err *err)
	__attribute__((warn_unused_result));

/* Where a walk over all of them has come to. Zeroed: at the begin. */
struct answer_walk {
	struct answer_at { int64_t person_id; char key[UUID_TEXT_SIZE]; } from, to;
	bool begun, ends;	/* not before the first; `to` is behind the last */
};
/* Looks at some more of them, up to `w->to`: does one date from before `before_s`? */
enum rc answers_look(struct store *st, struct answer_walk *w, int64_t before_s, bool *any,
		     struct err *err) __attribute__((warn_unused_result));
/* Those that do go. In a write. */
enum rc answers_drop(struct store *st, const struct answer_walk *w, int64_t before_s, struct err *err)
	__attribute__((warn_unused_result));

#endif
