#include "replife/lookup_store.h"

#include <string.h>

#define PERIOD "id, uuid, program_id, name, begin_s, end_s, due_s, closed_s, reopened, " \
	"reopen_reason, revision"
#define THEME "id, uuid, program_id, name, definition, area, state, parent_id, merged_into," \
	" terms, reason"

static const char
/* Periods do not overlap: the last to begin holds the moment, or none does. */
sql_holding[] = "SELECT " PERIOD " FROM period WHERE program_id = :program"
	" AND begin_s <= :at AND end_s > :at ORDER BY begin_s DESC LIMIT 1",
sql_ahead[] = "SELECT " PERIOD " FROM period WHERE program_id = :program"
	" AND end_s > :at ORDER BY begin_s LIMIT 1",
sql_before[] = "SELECT " PERIOD " FROM period WHERE program_id = :program"
	" AND begin_s < :at ORDER BY begin_s DESC LIMIT 1",
sql_period[] = "SELECT " PERIOD " FROM period WHERE program_id = :program"
	" AND name = :name COLLATE NOCASE",
sql_theme[] = "SELECT " THEME " FROM theme WHERE program_id = :program AND name = :name",
sql_theme_alike[] = "SELECT " THEME " FROM theme WHERE program_id = :program"
	" AND name = :name COLLATE NOCASE";

static enum rc one(struct stmt *s, const struct entity *e, struct arena *a, void *out, struct err *err)
{
	memset(out, 0, e->size);
	if (stmt_row(s))
		ent_read(s, e, 0, a, out);
	return stmt_done(s, err);
}

enum rc period_holding(struct store *st, struct arena *a, int64_t program_id, int64_t at_s,
		       struct period *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_holding), ":program", program_id);

	return one(bind_int(s, ":at", at_s), &ent_period, a, out, err);
}

enum rc period_ahead(struct store *st, struct arena *a, int64_t program_id, int64_t at_s,
		     struct period *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_ahead), ":program", program_id);

	return one(bind_int(s, ":at", at_s), &ent_period, a, out, err);
}

enum rc period_before(struct store *st, struct arena *a, int64_t program_id, int64_t before_s,
		      struct period *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_before), ":program", program_id);

	return one(bind_int(s, ":at", before_s), &ent_period, a, out, err);
}

enum rc period_named(struct store *st, struct arena *a, int64_t program_id, const char *name,
		     struct period *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_period), ":program", program_id);

	return one(bind_text(s, ":name", name), &ent_period, a, out, err);
}

enum rc theme_named(struct store *st, struct arena *a, int64_t program_id, const char *name,
		    struct theme *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_theme), ":program", program_id);
	enum rc rc = one(bind_text(s, ":name", name), &ent_theme, a, out, err);

	if (rc || out->id)
		return rc;
	s = bind_int(stmt(st, sql_theme_alike), ":program", program_id);
	return one(bind_text(s, ":name", name), &ent_theme, a, out, err);
}
