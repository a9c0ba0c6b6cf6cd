#include "replife/answer_store.h"

#include <stdio.h>
#include <string.h>

static const char
sql_get[] = "SELECT op, args_hash, reply FROM answer WHERE person_id = :person AND key = :key",
sql_put[] = "INSERT INTO answer (person_id, key, op, args_hash, at_s, reply)"
	" VALUES (:person, :key, :op, :hash, :at, :reply)",
/* A stretch of the table's own order: an index by time would cost every write. */
#define STRETCH " FROM answer WHERE (person_id, key) > (:person, :key) AND (person_id, key) <= (:to, :to_key)" \
	" AND at_s < :before"
sql_end[] = "SELECT person_id, key FROM answer WHERE (person_id, key) > (:person, :key)"
	" ORDER BY person_id, key LIMIT 1 OFFSET 255",
sql_old[] = "SELECT 1" STRETCH " LIMIT 1",
sql_drop[] = "DELETE" STRETCH;

enum rc answer_get(struct store *st, struct arena *a, int64_t person_id, const char *key,
		   struct answer *out, struct err *err)
{
	struct stmt *s = stmt(st, sql_get);

	memset(out, 0, sizeof *out);
	bind_int(s, ":person", person_id);
	bind_text(s, ":key", key);
	if (stmt_row(s)) {
		out->op = col_text(s, 0, a);
		col_blob(s, 1, out->args_hash, sizeof out->args_hash);
		out->reply = col_text(s, 2, a);
	}
	return stmt_done(s, err);
}

enum rc answer_put(struct store *st, int64_t person_id, const char *key, int64_t now_s,
		   const struct answer *put, struct err *err)
{
	struct stmt *s = stmt(st, sql_put);

	bind_int(s, ":person", person_id);
	bind_text(s, ":key", key);
	bind_text(s, ":op", put->op);
	bind_blob(s, ":hash", put->args_hash, sizeof put->args_hash);
	bind_int(s, ":at", now_s);
	bind_text(s, ":reply", put->reply);
	return stmt_run(s, err);
}

static struct stmt *from(struct stmt *s, const struct answer_walk *w)
{
	bind_int(s, ":person", w->begun ? w->from.person_id : INT64_MIN);
	return bind_text(s, ":key", w->begun ? w->from.key : "");
}

static struct stmt *stretch(struct stmt *s, const struct answer_walk *w, int64_t before_s)
{
	bind_int(from(s, w), ":to", w->ends ? INT64_MAX : w->to.person_id);
	bind_text(s, ":to_key", w->ends ? "" : w->to.key);
	return bind_int(s, ":before", before_s);
}

enum rc answers_look(struct store *st, struct answer_walk *w, int64_t before_s, bool *any, struct err *err)
{
	struct stmt *s = from(stmt(st, sql_end), w);
	int64_t old = 0;
	const char *key;
	size_t n;
	enum rc rc;

	w->ends = true;
	if (stmt_row(s)) {
		w->ends = false;
		w->to.person_id = col_int(s, 0);
		key = col_peek(s, 1, &n);
		snprintf(w->to.key, sizeof w->to.key, "%s", key);
	}
	rc = stmt_done(s, err);
	if (!rc)
		rc = stmt_int(stretch(stmt(st, sql_old), w, before_s), 0, &old, err);
	*any = old != 0;
	return rc;
}

enum rc answers_drop(struct store *st, const struct answer_walk *w, int64_t before_s, struct err *err)
{
	return stmt_run(stretch(stmt(st, sql_drop), w, before_s), err);
}
