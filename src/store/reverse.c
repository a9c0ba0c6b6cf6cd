/* Undo, and replay: the audit's changes applied backwards and forwards. */
#include <string.h>

#include "replife/json.h"
#include "store_i.h"

static const char
/* One at a time: no look at them is open when a row is taken back to where it was. */
sql_payload[] = "SELECT n, tbl, payload FROM change WHERE seq = :seq AND n < :n ORDER BY n DESC LIMIT 1",
sql_savepoint[] = "SAVEPOINT row", sql_release[] = "RELEASE row", sql_back[] = "ROLLBACK TO row",
sql_forward[] = "SELECT tbl, payload FROM change ORDER BY seq, n";

struct line {
	const char *p;
	size_t n;
};

static enum rc changed_since(const struct entity *e, int64_t id, struct err *err)
{
	if (e->letter)
		err_conflict(err, REASON_STATE, "%s %c-%lld has changed since", e->noun, e->letter,
			     (long long)id);
	else
		err_conflict(err, REASON_STATE, "a %s has changed since", e->noun);
	return err_todo(err, "See `replife log` for what came after");
}

/* Is each column named in `cols` still what the change left there? */
static enum rc still(const struct entity *e, const struct json *cols, int64_t id,
		     const void *row, struct arena *a, struct err *err)
{
	void *then = arena_alloc(a, e->size);
	uint32_t mask;
	enum rc rc = ent_from_json(e, cols, then, &mask, err);

	for (size_t i = 0; !rc && i < e->n_cols; i++)
		if (mask & 1u << i && !ent_col_equal(e, i, then, row))
			return changed_since(e, id, err);
	return rc;
}

struct row_head {
	int64_t id;
	struct uuid uuid;
};

/* Set the columns of `cols` in the stored row, or bring the row back. */
static enum rc put_back(struct store *st, const struct entity *e, int64_t id,
			const char *uuid, const struct json *cols, void *row, struct err *err)
{
	struct row_head *head = row;
	uint32_t mask;
	enum rc rc = ent_from_json(e, cols, row, &mask, err);

	if (rc)
		return rc;
	if (!uuid)
		return ent_update(st, e, row, err);
	head->id = id;
	if (!uuid_from_text(uuid, &head->uuid))
		return err_set(err, RC_BAD_DATA, "the log holds a bad uuid");
	return ent_insert_as(st, e, row, err);
}

static enum rc reverse_line(struct store *st, struct arena *a, const struct entity *e,
			    struct line l, struct err *err)
{
	const struct json *before, *after;
	struct json *j;
	void *row = arena_alloc(a, e->size);
	struct err gone = { 0 };
	int64_t id;
	enum rc rc = json_parse(a, l.p, l.n, &j, err);

	if (rc)
		return rc;
	id = json_int(j, "id", 0);
	before = json_get(j, "old");
	after = json_get(j, "new");
	if (!after)	/* it was deleted */
		return put_back(st, e, id, json_str(j, "uuid", ""), before, row, err);
	rc = ent_get(st, e, id, a, row, &gone);
	if (rc && rc != RC_NOT_FOUND)
		return *err = gone, rc;
	if (rc)
		return changed_since(e, id, err);
	rc = still(e, after, id, row, a, err);
	if (rc)
		return rc;
	if (before)
		return put_back(st, e, id, NULL, before, row, err);
	rc = ent_delete(st, e, id, err);
	return rc == RC_CONFLICT && err->reason == REASON_STATE ? changed_since(e, id, err) : rc;
}

static size_t split_lines(struct arena *a, const char *p, struct line **out)
{
	size_t n = 0, max = 1;
	struct line *l;

	for (const char *q = p; *q; q++)
		max += *q == '\n';
	l = arena_array(a, struct line, max);
	while (*p) {
		const char *end = strchr(p, '\n');

		l[n].p = p;
		l[n].n = end ? (size_t)(end - p) : strlen(p);
		p += l[n].n + (end != NULL);
		n++;
	}
	*out = l;
	return n;
}

/* All of it or nothing: what follows from a row may be refused when the row itself is
 * changed already. The rules are made before, or they would go with it. */
static enum rc reverse_or_leave(struct store *st, struct arena *a, const struct entity *e, struct line l,
				int64_t *stayed, struct err *err)
{
	struct err why = { 0 };
	enum rc rc = rules_make(st, e, err), done;

	if (!rc && e == &ent_slot)
		rc = rules_make(st, &ent_booking, err);
	if (!rc)
		rc = stmt_run(stmt(st, sql_savepoint), err);
	if (rc)
		return rc;
	done = reverse_line(st, a, e, l, &why);
	if (done && done != RC_CONFLICT)
		return *err = why, done;
	*stayed += done == RC_CONFLICT;
	if (done)
		rc = stmt_run(stmt(st, sql_back), err);
	return rc ? rc : stmt_run(stmt(st, sql_release), err);
}

/* `stayed`: counts what is left as it is, as somebody changed it since, or uses it;
 * NULL: that is an error. */
static enum rc reverse_lines(struct store *st, struct arena *a, const struct entity *e, const char *text,
			     int64_t *stayed, struct err *err)
{
	struct line *l;
	size_t n = split_lines(a, text, &l);
	enum rc rc = RC_OK;

	while (!rc && n--) {
		struct arena_mark row = arena_mark(a);

		rc = stayed ? reverse_or_leave(st, a, e, l[n], stayed, err) : reverse_line(st, a, e, l[n], err);
		arena_release(a, row);
	}
	return rc;
}

static enum rc reverse_entry(struct store *st, struct arena *a, int64_t ticket, int64_t *stayed,
			     struct err *err)
{
	int64_t n = INT64_MAX;
	enum rc rc = RC_OK;

	while (!rc && n) {
		struct stmt *s = bind_int(bind_int(stmt(st, sql_payload), ":seq", ticket), ":n", n);
		struct arena_mark m = arena_mark(a);
		const char *tbl = NULL, *text = NULL;
		const struct entity *e;

		n = 0;
		if (stmt_row(s)) {
			n = col_int(s, 0);
			tbl = col_text(s, 1, a);
			text = col_text(s, 2, a);
		}
		rc = stmt_done(s, err);
		e = tbl ? ent_by_table(tbl) : NULL;
		if (!rc && tbl && (!e || !text) && stayed)
			++*stayed;
		else if (!rc && tbl && (!e || !text))
			rc = err_conflict(err, REASON_STATE, "what it changed has been erased");
		else if (!rc && tbl)
			rc = reverse_lines(st, a, e, text, stayed, err);
		arena_release(a, m);
	}
	return rc;
}

enum rc audit_reverse(struct store *st, struct arena *a, int64_t ticket, struct err *err)
{
	return reverse_entry(st, a, ticket, NULL, err);
}

enum rc audit_reverse_most(struct store *st, struct arena *a, int64_t ticket, int64_t *stayed,
			   struct err *err)
{
	return reverse_entry(st, a, ticket, stayed, err);
}

static enum rc forward_line(struct store *to, struct arena *a, const struct entity *e,
			    struct line l, struct err *err)
{
	const struct json *after;
	struct json *j;
	void *row = arena_alloc(a, e->size);
	int64_t id;
	enum rc rc = json_parse(a, l.p, l.n, &j, err);

	if (rc)
		return rc;
	id = json_int(j, "id", 0);
	after = json_get(j, "new");
	if (!after)
		return ent_delete(to, e, id, err);
	if (!json_get(j, "old"))
		return put_back(to, e, id, json_str(j, "uuid", ""), after, row, err);
	rc = ent_get(to, e, id, a, row, err);
	return rc ? rc : put_back(to, e, id, NULL, after, row, err);
}

enum rc audit_replay(struct store *from, struct store *to, struct err *err)
{
	struct stmt *s = stmt(from, sql_forward);
	struct arena *a = arena_child(from->owner);
	enum rc rc = RC_OK;

	while (!rc && stmt_row(s)) {
		struct arena_mark m = arena_mark(a);
		const struct entity *e = ent_by_table((const char *)sqlite3_column_text(s->h, 0));
		const char *text = col_text(s, 1, a);
		struct line *l;
		size_t n = text ? split_lines(a, text, &l) : 0;

		if (!e || !text) {
			rc = err_set(err, RC_BAD_DATA, "the log cannot be replayed: part of it was erased");
			break;
		}
		for (size_t i = 0; !rc && i < n; i++)
			rc = forward_line(to, a, e, l[i], err);
		arena_release(a, m);
	}
	sqlite3_reset(s->h);
	return rc;
}
