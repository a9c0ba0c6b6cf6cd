#include "replife/draft_store.h"

static const char
sql_get[] = "SELECT what, text, at_s FROM draft"
	" WHERE person_id = :person AND program_id = :program AND what = :what",
sql_put[] = "INSERT INTO draft (person_id, program_id, what, text, at_s)"
	" VALUES (:person, :program, :what, :text, :at)"
	" ON CONFLICT (person_id, program_id, what) DO UPDATE SET text = :text, at_s = :at",
sql_drop[] = "DELETE FROM draft"
	" WHERE person_id = :person AND program_id = :program AND what = :what",
sql_others[] = "SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM draft"
	" WHERE person_id = :person AND (program_id, what) <> (:program, :what)",
sql_list[] = "SELECT what, text, at_s FROM draft"
	" WHERE person_id = :person AND program_id = :program ORDER BY what";

static struct stmt *whose(struct store *st, const char *sql, int64_t person_id, int64_t program_id)
{
	return bind_int(bind_int(stmt(st, sql), ":person", person_id), ":program", program_id);
}

bool draft_next(struct stmt *s, struct arena *a, struct draft *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct draft){ .what = col_text(s, 0, a), .text = col_text(s, 1, a),
			       .at_s = col_int(s, 2) };
	return true;
}

enum rc draft_get(struct store *st, struct arena *a, int64_t person_id, int64_t program_id,
		  const char *what, struct draft *out, struct err *err)
{
	struct stmt *s = bind_text(whose(st, sql_get, person_id, program_id), ":what", what);

	*out = (struct draft){ 0 };
	draft_next(s, a, out);
	return stmt_done(s, err);
}

enum rc draft_others(struct store *st, int64_t person_id, int64_t program_id, const char *what,
		     int64_t *bytes, struct err *err)
{
	return stmt_int(bind_text(whose(st, sql_others, person_id, program_id), ":what", what), 0, bytes, err);
}

enum rc draft_put(struct store *st, int64_t person_id, int64_t program_id,
		  const struct draft *d, struct err *err)
{
	struct stmt *s = bind_text(whose(st, sql_put, person_id, program_id), ":what", d->what);

	return stmt_run(bind_int(bind_text(s, ":text", d->text), ":at", d->at_s), err);
}

enum rc draft_drop(struct store *st, int64_t person_id, int64_t program_id,
		   const char *what, struct err *err)
{
	return stmt_run(bind_text(whose(st, sql_drop, person_id, program_id), ":what", what), err);
}

struct stmt *drafts_query(struct store *st, int64_t person_id, int64_t program_id)
{
	return whose(st, sql_list, person_id, program_id);
}
