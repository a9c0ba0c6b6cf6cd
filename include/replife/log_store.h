/* The audit as people ask for it. */
#ifndef REPLIFE_LOG_STORE_H
#define REPLIFE_LOG_STORE_H

#include "replife/entity.h"

/* The person's latest op that can be undone and is in effect; 0: none. */
enum rc log_undoable(struct store *st, int64_t person_id, int64_t *ticket, struct err *err)
	__attribute__((warn_unused_result));
/* The person's latest undo with no op of theirs after it; 0: none. */
enum rc log_redoable(struct store *st, int64_t person_id, int64_t *ticket, struct err *err)
	__attribute__((warn_unused_result));

struct log_entry {
	int64_t seq, at_s, person_id;	/* on whose behalf */
	const char *op;
	int64_t undoes;
	bool undoable, reversed;
};
/* out->seq is 0 where there is none. */
enum rc log_get(struct store *st, struct arena *a, int64_t seq, struct log_entry *out,
		struct err *err) __attribute__((warn_unused_result));

/* Newest first: seq, at_s, actor's login, acting for's login, op, hash (hex).
 * `person_id` 0: everybody's; `before` 0: from the end; `parts`: with those that
 * more came after, or is to come. */
struct stmt *log_list(struct store *st, int64_t person_id, int64_t since_s, int64_t before,
		      bool parts, int64_t limit);
/* What was noted of reading and of refusals, the newest first: id, at, login, op,
 * outcome. `person_id` 0: everybody's. */
struct stmt *log_accesses(struct store *st, int64_t person_id, int64_t since_s, int64_t before,
			  int64_t limit);
/* Its first `limit` changes: table, first row, rows, payload (JSON lines; NULL
 * where it was erased, or is of more than `many` rows). */
struct stmt *log_changes(struct store *st, int64_t seq, int64_t many, int64_t limit);
/* Which tables its first `limit` changes touched: table, rows, the lowest row,
 * the first of these changes, whether the entry has more than those; of a role or a
 * place on the roster whose it is, where its change says so; whether a row was neither
 * made nor taken away by it. */
struct stmt *log_touched(struct store *st, int64_t seq, int64_t limit);
/* The sessions whose bookings the entry touched. */
struct stmt *log_slots(struct store *st, int64_t seq);
/* A booking, not of `person_id`, that got its seat from the queue through the entry and
 * has it still; 0: there is none. */
enum rc log_seated(struct store *st, int64_t seq, int64_t person_id, int64_t *booking, struct err *err)
	__attribute__((warn_unused_result));
/* A booking that the entry gave back, and that nobody has taken up since; 0: there is
 * none. */
enum rc log_given_back(struct store *st, int64_t seq, int64_t *booking, struct err *err)
	__attribute__((warn_unused_result));
/* The name of a period that was closed since and whose report has a remark that the
 * entry put into a theme, or took out; NULL: there is none. */
enum rc log_frozen(struct store *st, struct arena *a, int64_t seq, const char **period, struct err *err)
	__attribute__((warn_unused_result));
/* How many entries there are. */
enum rc log_count(struct store *st, int64_t *n, struct err *err)
	__attribute__((warn_unused_result));
/* The chain's newest hash as hex; "" for an empty log. */
enum rc log_head(struct store *st, struct arena *a, const char **hex, struct err *err)
	__attribute__((warn_unused_result));

#endif
