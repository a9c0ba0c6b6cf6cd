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
sql_parts[] = "SELECT a.seq FROM audit a WHERE a.seq >= :first AND a.seq < :before AND a.op = :op"
	" AND a.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM audit u WHERE u.undoes = a.seq)"
	" ORDER BY a.seq DESC LIMIT :most",
/* When a store is opened, a part is taken back, and for what must not hold half of an
 * import. A few dozen entries come between two parts; where one could not be taken back
 * at once, some more. */
sql_latest[] = "SELECT seq, at_s, actor_id, acting_for_id, op, undoes FROM audit"
	" WHERE seq > (SELECT max(seq) FROM audit) - 100000"
	" AND (op GLOB '* (part of *)' OR op GLOB '* (last of *)' OR op GLOB '* (taken back)')"
	" ORDER BY seq DESC LIMIT 1",
sql_login[] = "SELECT login FROM person WHERE id = :id";

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

struct whole {
	const char *op;
	enum part part;			/* which of its entries */
	int64_t first, before;		/* from there on, and up to there */
	size_t most;
};

static enum rc list_parts(struct store *st, struct arena *a, const struct whole *w, int64_t **seq,
			  size_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_parts), ":first", w->first);
	size_t cap = 0;

	bind_int(bind_int(s, ":before", w->before), ":most", (int64_t)w->most);
	bind_text(s, ":op", part_name(a, w->op, w->part, w->first));
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

enum rc parts_of(struct store *st, struct arena *a, const char *op, enum part part, int64_t first,
		 int64_t **seq, size_t *n, struct err *err)
{
	struct whole all = { op, part, first, INT64_MAX, INT64_MAX };

	return list_parts(st, a, &all, seq, n, err);
}

/* In one transaction, and one entry; *more: parts are left. */
static enum rc take_back(struct store *st, struct arena *a, struct audit_head *h, enum settling how,
			 struct taken_back *back, bool *more, struct err *err)
{
	struct whole w = { .before = h->undoes ? h->undoes : INT64_MAX,
			   .most = how == SETTLE_PART ? 2 : INT64_MAX };
	int64_t *seq, ticket;
	size_t n, k;
	enum rc rc;

	w.op = part_op(a, h->op, &w.part, &w.first);
	rc = list_parts(st, a, &w, &seq, &n, err);
	k = how == SETTLE_PART && n ? 1 : n;
	*more = !rc && k < n;
	for (size_t i = 0; !rc && i < k; i++)
		rc = audit_reverse_most(st, a, seq[i], &back->stayed, err);
	h->op = part_name(a, w.op, *more ? PART : PART_BACK, w.first);
	h->undoes = !rc && n ? seq[0] : 0;
	if (!rc)
		rc = audit_number(st, &ticket, err);
	if (!rc)
		rc = audit_write(st, h, &ticket, err);
	back->actor_id = h->actor_id;
	back->parts += (int64_t)k;
	return rc;
}

/* The log's clock: as if it had been taken back at once. No op: nothing was cut off;
 * `undoes` is the part that was taken back last, or 0. */
static enum rc unfinished(struct store *st, struct arena *a, struct audit_head *h, struct err *err)
{
	struct stmt *s = stmt(st, sql_latest);
	enum part part = PART_BACK;
	int64_t first = 0;

	*h = (struct audit_head){ 0 };
	if (stmt_row(s))
		*h = (struct audit_head){ .at_s = col_int(s, 1), .actor_id = col_int(s, 2),
					  .acting_for_id = col_int(s, 3), .op = col_text(s, 4, a),
					  .undoes = col_int(s, 5) };
	if (h->op)
		part_op(a, h->op, &part, &first);
	if (!first || part != PART)
		h->op = NULL;
	return stmt_done(s, err);
}

enum rc parts_under_way(struct store *st, struct arena *a, bool *yes, struct err *err)
{
	struct audit_head h;
	enum rc rc = unfinished(st, a, &h, err);

	*yes = h.op != NULL;
	return rc;
}

static enum rc settle(struct store *st, struct arena *a, enum settling how, struct err *err)
{
	struct taken_back back = st->back;
	struct audit_head h;
	bool more = false;
	enum rc rc = unfinished(st, a, &h, err);

	if (rc)
		return rc;
	if (h.op) {
		if (back.whole)
			back = (struct taken_back){ 0 };	/* of another one */
		rc = txn_write(st, err);
		if (!rc)
			rc = take_back(st, a, &h, how, &back, &more, err);
		if (!rc)
			rc = txn_commit(st, err);
		if (rc) {
			txn_rollback(st);
			return rc;
		}
		back.whole = !more;
		st->back = back;
	}
	if (!more)
		parts_end(st);
	return RC_OK;
}

enum rc parts_settle(struct store *st, enum settling how, struct err *err)
{
	enum rc rc;

	arena_free(&st->settling);	/* of a try that ran out of memory */
	st->settling = (struct arena){ .parent = st->owner };
	rc = settle(st, &st->settling, how, err);
	arena_free(&st->settling);
	return rc;
}

const char *parts_taken_back(struct store *st, struct arena *a)
{
	const struct taken_back *b = &st->back;
	struct err ignored = { 0 };
	struct stmt *s;
	const char *who = NULL, *line;

	if (!b->whole || !b->parts)
		return NULL;
	s = bind_int(stmt(st, sql_login), ":id", b->actor_id);
	if (stmt_row(s))
		who = col_text(s, 0, a);
	if (stmt_done(s, &ignored) || !who)
		who = "somebody";
	line = arena_printf(a, "an import of %s that had not come to its end (%lld part%s) was taken back", who,
			    (long long)b->parts, b->parts == 1 ? "" : "s");
	return b->stayed ? arena_printf(a, "%s; %lld of its rows were in use, and stay", line,
					(long long)b->stayed) : line;
}
