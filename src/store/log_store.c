/* The audit as people ask for it. */
#include "replife/log_store.h"

#include <string.h>

#include "derive.h"

#define IN_EFFECT "NOT EXISTS (SELECT 1 FROM audit u WHERE u.undoes = a.seq AND" \
	" NOT EXISTS (SELECT 1 FROM audit r WHERE r.undoes = u.seq))"
#define PERSON "ifnull(a.acting_for_id, a.actor_id)"

static const char
sql_undoable[] = "SELECT a.seq FROM audit a WHERE " PERSON " = :person"
	" AND a.undoable AND " IN_EFFECT " ORDER BY a.seq DESC LIMIT 1",
sql_redoable[] = "SELECT a.seq FROM audit a WHERE " PERSON " = :person AND a.op = 'undo'"
	" AND NOT EXISTS (SELECT 1 FROM audit r WHERE r.undoes = a.seq)"
	" AND NOT EXISTS (SELECT 1 FROM audit n WHERE"
	"  ifnull(n.acting_for_id, n.actor_id) = :person AND n.seq > a.seq AND n.undoes IS NULL)"
	" ORDER BY a.seq DESC LIMIT 1",
sql_get[] = "SELECT a.seq, a.at_s, " PERSON ", a.op, a.undoes, a.undoable, NOT " IN_EFFECT
	" FROM audit a WHERE a.seq = :seq",
sql_list[] = "SELECT a.seq, a.at_s, p.login, f.login, a.op, lower(hex(a.hash)) FROM audit a"
	" LEFT JOIN person p ON p.id = a.actor_id LEFT JOIN person f ON f.id = a.acting_for_id"
	" WHERE a.seq < :before AND a.at_s >= :since"
	" AND (:person = 0 OR " PERSON " = :person) AND (:parts OR a.op NOT GLOB '* (part of *')"
	" ORDER BY a.seq DESC LIMIT :limit",
sql_changes[] = "SELECT tbl, row_id, rows, CASE WHEN rows <= :many THEN payload END"
	" FROM change WHERE seq = :seq ORDER BY n LIMIT :limit",
/* An import has thousands of changes: the first ones show what it was. */
sql_touched[] = "SELECT tbl, sum(rows), min(row_id), min(n),"
	" EXISTS (SELECT 1 FROM change WHERE seq = :seq AND n >= :limit), max(whose), max(edit) FROM"
	" (SELECT tbl, rows, row_id, n, CASE WHEN rows = 1 AND tbl IN ('role_grant', 'membership')"
	"  THEN coalesce(json_extract(payload, '$.new.person_id'), json_extract(payload, '$.old.person_id')) END AS whose,"
	" CASE WHEN rows > 1 THEN 1 ELSE payload ->> '$.old' IS NOT NULL AND payload ->> '$.new' IS NOT NULL END AS edit"
	"  FROM change WHERE seq = :seq ORDER BY n LIMIT :limit)"
	" GROUP BY tbl ORDER BY 4",
sql_slots[] = "SELECT DISTINCT b.slot_id FROM change c JOIN booking b ON b.id = c.row_id"
	" WHERE c.seq = :seq AND c.tbl = 'booking'"
	" UNION SELECT DISTINCT c.row_id FROM change c WHERE c.seq = :seq AND c.tbl = 'slot'",
#define BOOKINGS_OF " FROM change c" \
	" CROSS JOIN json_each('[' || replace(trim(c.payload, char(10)), char(10), ',') || ']') j" \
	" CROSS JOIN booking b ON b.id = json_extract(j.value, '$.id')" \
	" WHERE c.seq = :seq AND c.tbl = 'booking' AND json_extract(j.value, '$.new.state') = b.state"
/* A seat from the queue is a change from 'waiting'. */
sql_seated[] = "SELECT b.id" BOOKINGS_OF " AND json_extract(j.value, '$.old.state') = 'waiting'"
	" AND b.state IN ('offered', 'confirmed') AND b.marketer_id <> :person LIMIT 1",
sql_given_back[] = "SELECT b.id" BOOKINGS_OF " AND b.state = 'cancelled' LIMIT 1",
/* Which periods were closed since, and whether the report that holds a remark that the
 * entry coded is one of them; a change has a line of JSON for each row. */
sql_frozen[] = "WITH since AS MATERIALIZED (SELECT y.row_id AS period FROM audit z"
	" CROSS JOIN change y ON y.seq = z.seq AND y.tbl = 'period'"
	" WHERE z.seq > :seq AND z.op = 'period close') "
	"SELECT p.name FROM (SELECT (SELECT d.id" CLOSED_REPORT_OF_N "ORDER BY d.begin_s LIMIT 1) AS holder"
	" FROM change c CROSS JOIN json_each('[' || replace(trim(c.payload, char(10)), char(10), ',') || ']') j"
	" CROSS JOIN coding k ON k.id = json_extract(j.value, '$.id')"
	" CROSS JOIN observation o ON o.id = k.observation_id CROSS JOIN note n ON n.id = o.note_id"
	" WHERE c.seq = :seq AND c.tbl = 'coding' AND EXISTS (SELECT 1 FROM since)) x"
	" CROSS JOIN period p ON p.id = x.holder WHERE p.id IN (SELECT period FROM since) LIMIT 1",
sql_accesses[] = "SELECT l.id, l.at_s, p.login, l.op, l.outcome FROM access_log l"
	" LEFT JOIN person p ON p.id = l.actor_id WHERE l.id < :before AND l.at_s >= :since"
	" AND (:person = 0 OR l.actor_id = :person)"
	" ORDER BY l.id DESC LIMIT :limit",
sql_count[] = "SELECT seq FROM audit ORDER BY seq DESC LIMIT 1",
sql_head[] = "SELECT lower(hex(hash)) FROM audit ORDER BY seq DESC LIMIT 1";

enum rc log_undoable(struct store *st, int64_t person_id, int64_t *ticket, struct err *err)
{
	return stmt_int(bind_int(stmt(st, sql_undoable), ":person", person_id), 0, ticket, err);
}

enum rc log_redoable(struct store *st, int64_t person_id, int64_t *ticket, struct err *err)
{
	return stmt_int(bind_int(stmt(st, sql_redoable), ":person", person_id), 0, ticket, err);
}

enum rc log_get(struct store *st, struct arena *a, int64_t seq, struct log_entry *out,
		struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_get), ":seq", seq);

	memset(out, 0, sizeof *out);
	if (stmt_row(s)) {
		out->seq = col_int(s, 0);
		out->at_s = col_int(s, 1);
		out->person_id = col_int(s, 2);
		out->op = col_text(s, 3, a);
		out->undoes = col_int(s, 4);
		out->undoable = col_int(s, 5) != 0;
		out->reversed = col_int(s, 6) != 0;
	}
	return stmt_done(s, err);
}

struct stmt *log_list(struct store *st, int64_t person_id, int64_t since_s, int64_t before,
		      bool parts, int64_t limit)
{
	struct stmt *s = bind_int(stmt(st, sql_list), ":parts", parts);

	bind_int(s, ":person", person_id);
	bind_int(s, ":since", since_s);
	bind_int(s, ":before", before ? before : INT64_MAX);
	return bind_int(s, ":limit", limit ? limit : -1);
}

struct stmt *log_accesses(struct store *st, int64_t person_id, int64_t since_s, int64_t before,
			  int64_t limit)
{
	struct stmt *s = bind_int(stmt(st, sql_accesses), ":since", since_s);

	bind_int(s, ":person", person_id);
	bind_int(s, ":before", before ? before : INT64_MAX);
	return bind_int(s, ":limit", limit ? limit : -1);
}

struct stmt *log_changes(struct store *st, int64_t seq, int64_t many, int64_t limit)
{
	struct stmt *s = bind_int(stmt(st, sql_changes), ":seq", seq);

	return bind_int(bind_int(s, ":many", many), ":limit", limit);
}

struct stmt *log_touched(struct store *st, int64_t seq, int64_t limit)
{
	return bind_int(bind_int(stmt(st, sql_touched), ":seq", seq), ":limit", limit);
}

struct stmt *log_slots(struct store *st, int64_t seq)
{
	return bind_int(stmt(st, sql_slots), ":seq", seq);
}

enum rc log_seated(struct store *st, int64_t seq, int64_t person_id, int64_t *booking, struct err *err)
{
	*booking = 0;
	return stmt_int(bind_int(bind_int(stmt(st, sql_seated), ":seq", seq), ":person", person_id), 0, booking, err);
}

enum rc log_given_back(struct store *st, int64_t seq, int64_t *booking, struct err *err)
{
	*booking = 0;
	return stmt_int(bind_int(stmt(st, sql_given_back), ":seq", seq), 0, booking, err);
}

enum rc log_frozen(struct store *st, struct arena *a, int64_t seq, const char **period, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_frozen), ":seq", seq);

	*period = NULL;
	if (stmt_row(s))
		*period = col_text(s, 0, a);
	return stmt_done(s, err);
}

enum rc log_count(struct store *st, int64_t *n, struct err *err)
{
	return stmt_int(stmt(st, sql_count), 0, n, err);
}

enum rc log_head(struct store *st, struct arena *a, const char **hex, struct err *err)
{
	struct stmt *s = stmt(st, sql_head);

	*hex = "";
	if (stmt_row(s))
		*hex = col_text(s, 0, a);
	return stmt_done(s, err);
}
