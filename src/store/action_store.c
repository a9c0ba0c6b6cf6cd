/* Actions: the list by due day, and their themes. */
#include "replife/action_store.h"

#define VIEW                                                                  \
	"SELECT a.id, a.uuid, a.program_id, a.title, a.area, a.owner_id, "    \
	"a.due_day, a.state, a.outcome, a.reason, a.done_s, p.login, p.name " \
	"FROM action a LEFT JOIN person p ON p.id = a.owner_id "
/* Three keys in which the list goes forward: open before closed, by due day,
 * then the latest first. */
#define CLOSED(t) "CASE WHEN " t ".state IN ('proposed', 'agreed', 'doing') THEN 0 ELSE 1 END"
#define DUE(t)                                                                \
	"CASE WHEN " t ".state IN ('proposed', 'agreed', 'doing') "           \
	"THEN coalesce(" t ".due_day, 9999999) ELSE 0 END"

/* The themes of what somebody wrote, or of sessions that they hosted. */
#define THEMES_OF                                                             \
	"SELECT k.theme_id FROM observation o JOIN coding k "                 \
	"ON k.observation_id = o.id AND k.state = 'active' "                  \
	"AND k.by_whom <> 'suggested' WHERE o.note_id IN "

static const char
sql_view[] = VIEW "WHERE a.id = :id",
sql_list[] = VIEW "LEFT JOIN action f ON f.id = :after "
	"WHERE a.program_id = :program "
	"AND (:owner = 0 OR a.owner_id = :owner) "
	"AND (:all = 1 OR a.state IN ('proposed', 'agreed', 'doing', 'done')) "
	"AND (f.id IS NULL OR (" CLOSED("a") ", " DUE("a") ", -a.id) > "
	"(" CLOSED("f") ", " DUE("f") ", -f.id)) "
	"ORDER BY " CLOSED("a") ", " DUE("a") ", a.id DESC LIMIT :limit",
sql_because[] = VIEW "WHERE a.program_id = :program AND a.state IN ('done', 'verified') "
	"AND a.id IN (SELECT x.action_id FROM action_theme x WHERE x.theme_id IN ("
	THEMES_OF "(SELECT n.id FROM note n WHERE n.author_id = :who AND n.state = 'submitted') "
	"UNION " THEMES_OF "(SELECT n.id FROM slot s JOIN booking b ON b.slot_id = s.id "
	"JOIN note n ON n.booking_id = b.id AND n.state <> 'withdrawn' "
	"AND n.state = 'submitted' WHERE s.rep_id = :who))) "
	"ORDER BY a.done_s DESC, a.id DESC LIMIT :limit",
sql_themes[] = "SELECT x.id, x.uuid, x.action_id, x.theme_id FROM action_theme x "
	"WHERE x.action_id = :action ORDER BY x.theme_id";

static void read_view(struct stmt *s, struct arena *a, struct action_view *out)
{
	int at = ent_read(s, &ent_action, 0, a, &out->action);

	out->owner = col_text(s, at++, a);
	out->owner_name = col_text(s, at, a);
}

enum rc action_view_get(struct store *st, struct arena *a, int64_t id,
			struct action_view *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_view), ":id", id);
	bool found = stmt_row(s);
	enum rc rc;

	*out = (struct action_view){ 0 };
	if (found)
		read_view(s, a, out);
	rc = stmt_done(s, err);
	if (rc || found)
		return rc;
	return err_set(err, RC_NOT_FOUND, "there is no action A-%lld", (long long)id);
}

struct stmt *actions_query(struct store *st, const struct action_query *q)
{
	struct stmt *s = stmt(st, q->because_of_id ? sql_because : sql_list);

	bind_int(s, ":program", q->program_id);
	if (q->because_of_id) {
		bind_int(s, ":who", q->because_of_id);
	} else {
		bind_int(bind_int(s, ":owner", q->owner_id), ":all", q->all);
		bind_int(s, ":after", q->after_id);
	}
	return bind_int(s, ":limit", q->limit ? q->limit : INT64_MAX);
}

bool actions_next(struct stmt *s, struct arena *a, struct action_view *out)
{
	if (!stmt_row(s))
		return false;
	read_view(s, a, out);
	return true;
}

enum rc action_themes(struct store *st, struct arena *a, int64_t action_id,
		      struct action_theme **out, size_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_themes), ":action", action_id);
	struct action_theme *rows = NULL;
	size_t cap = 0;

	*n = 0;
	while (stmt_row(s)) {
		if (*n == cap) {
			rows = arena_grow(a, rows, cap * sizeof *rows, (cap + 8) * sizeof *rows);
			cap += 8;
		}
		ent_read(s, &ent_action_theme, 0, a, &rows[(*n)++]);
	}
	*out = rows;
	return stmt_done(s, err);
}
