/*
 * A write that was done in parts, so that others came in between: each part has an
 * entry of its own in the log, and all but the last say "import csv (part of 17)",
 * where 17 is the first. Where the latest of them is no last one, the program was
 * killed in between, and what it had written is taken back before anybody looks.
 */
#include <stdio.h>
#include <stdlib.h>

#include "replife/parts_store.h"
#include "store_i.h"

#define PART_OF "(part of "
#define LAST_OF "(last of "

static const char
sql_parts[] = "SELECT a.seq FROM audit a WHERE a.seq >= :first AND a.op = :op AND a.undoes IS NULL"
	" AND NOT EXISTS (SELECT 1 FROM audit u WHERE u.undoes = a.seq) ORDER BY a.seq DESC",
/* Once, when a server begins or a killed one's store is opened. A few dozen entries
 * come between two parts; where one could not be taken back at once, some more. */
sql_latest[] = "SELECT seq, at_s, actor_id, acting_for_id, op FROM audit"
	" WHERE seq > (SELECT max(seq) FROM audit) - 100000"
	" AND (op GLOB '* (part of *)' OR op GLOB '* (last of *)' OR op GLOB '* (taken back)')"
	" ORDER BY seq DESC LIMIT 1";

const char *part_name(struct arena *a, const char *op, enum part part, int64_t first)
{
	switch (part) {
	case PART:
		return arena_printf(a, "%s " PART_OF "%lld)", op, (long long)first);
	case PART_LAST:
		return arena_printf(a, "%s " LAST_OF "%lld)", op, (long long)first);
	case PART_BACK:
		return arena_printf(a, "%s (taken back)", op);
	}
	return op;
}

const char *part_op(struct arena *a, const char *entry, enum part *part, int64_t *first)
{
	const char *of = strstr(entry, " " PART_OF), *last = strstr(entry, " " LAST_OF);
	const char *at = of ? of : last;

	*first = 0;
	if (!at)
		return entry;
	*part = of ? PART : PART_LAST;
	*first = strtoll(at + sizeof PART_OF, NULL, 10);
	return arena_printf(a, "%.*s", (int)(at - entry), entry);
}

void parts_begin(struct store *st)
{
	st->in_parts = true;
}

void parts_end(struct store *st)
{
	st->in_parts = false;
}

bool parts_left(const struct store *st)
{
	return st->in_parts;
}

enum rc parts_of(struct store *st, struct arena *a, const char *op, enum part part, int64_t first,
		 int64_t **seq, size_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_parts), ":first", first);
	size_t cap = 0;

	bind_text(s, ":op", part_name(a, op, part, first));
	*seq = NULL;
	*n = 0;
	while (stmt_row(s)) {
		if (*n == cap) {
			*seq = arena_grow(a, *seq, cap * sizeof **seq, (cap * 2 + 64) * sizeof **seq);
			cap = cap * 2 + 64;
		}
		(*seq)[(*n)++] = col_int(s, 0);
	}
	return stmt_done(s, err);
}

/* In one transaction, and one entry. */
static enum rc take_back(struct store *st, struct arena *a, struct audit_head *h, const char *op,
			 int64_t first, struct err *err)
{
	int64_t *seq, stayed = 0, ticket;
	size_t n;
	enum rc rc = parts_of(st, a, op, PART, first, &seq, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		rc = audit_reverse_most(st, a, seq[i], &stayed, err);
	h->op = part_name(a, op, PART_BACK, first);
	h->undoes = n ? seq[0] : 0;
	if (!rc)
		rc = audit_number(st, &ticket, err);
	return rc ? rc : audit_write(st, h, &ticket, err);
}

/* The log's clock: as if it had been taken back at once. */
static enum rc unfinished(struct store *st, struct arena *a, struct audit_head *h, struct err *err)
{
	struct stmt *s = stmt(st, sql_latest);

	*h = (struct audit_head){ 0 };
	if (stmt_row(s))
		*h = (struct audit_head){ .at_s = col_int(s, 1), .actor_id = col_int(s, 2),
					  .acting_for_id = col_int(s, 3), .op = col_text(s, 4, a) };
	return stmt_done(s, err);
}

enum rc parts_settle(struct store *st, struct err *err)
{
	struct arena *a = arena_child(st->owner);
	struct audit_head h;
	enum part part = PART_BACK;
	int64_t first;
	const char *op;
	enum rc rc = unfinished(st, a, &h, err);

	if (rc || !h.op)
		return rc;
	op = part_op(a, h.op, &part, &first);
	if (!first || part != PART) {
		parts_end(st);
		return RC_OK;
	}
	rc = txn_write(st, err);
	if (!rc)
		rc = take_back(st, a, &h, op, first, err);
	if (!rc)
		rc = txn_commit(st, err);
	if (rc)
		txn_rollback(st);
	else
		parts_end(st);
	return rc;
}
