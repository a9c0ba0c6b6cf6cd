#include "replife/answer_store.h"

#include <string.h>

static const char
sql_get[] = "SELECT op, args_hash, reply FROM answer WHERE person_id = :person AND key = :key",
sql_put[] = "INSERT INTO answer (person_id, key, op, args_hash, at_s, reply)"
	" VALUES (:person, :key, :op, :hash, :at, :reply)";

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
