/* Answers kept for idempotency keys. */
#ifndef REPLIFE_ANSWER_STORE_H
#define REPLIFE_ANSWER_STORE_H

#include "replife/db.h"

struct answer {
	const char *op;
	uint8_t args_hash[32];
	const char *reply;	/* reply_encode(); NULL: the key is new */
};

enum rc answer_get(struct store *st, struct arena *a, int64_t person_id, const char *key,
		   struct answer *out, struct err *err) __attribute__((warn_unused_result));
enum rc answer_put(struct store *st, int64_t person_id, const char *key, int64_t now_s,
		   const struct answer *put, struct err *err)
	__attribute__((warn_unused_result));

#endif
