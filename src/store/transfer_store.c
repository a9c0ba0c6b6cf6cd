/* Rows as files have them. */
#include "replife/transfer_store.h"

#include "store_i.h"

static const char
sql_entries[] = "SELECT max(seq) FROM audit",
sql_people[] = "SELECT login, name, email, (SELECT group_concat(role, ' ') FROM"
	"  (SELECT DISTINCT role FROM role_grant g WHERE g.person_id = p.id"
	"   AND (g.program_id IS NULL OR g.program_id = :program) ORDER BY role)),"
	" team, segment, zone FROM person p ORDER BY id",
sql_roster[] = "SELECT p.login, m.state, r.login, m.weekly_cap FROM membership m"
	" JOIN person p ON p.id = m.person_id LEFT JOIN person r ON r.id = m.recruited_by"
	" WHERE m.program_id = :program ORDER BY m.id",
sql_slots[] = "SELECT s.ref, p.login, s.begin_s, s.end_s, s.zone, s.seats, s.kind, s.place,"
	" s.message, s.id FROM slot s JOIN person p ON p.id = s.rep_id"
	" WHERE s.program_id = :program AND s.state <> 'cancelled' ORDER BY s.id",
sql_bookings[] = "SELECT b.ref, s.ref, r.login, s.begin_s, m.login, b.state, b.id, s.id"
	" FROM booking b JOIN slot s ON s.id = b.slot_id JOIN person r ON r.id = s.rep_id"
	" JOIN person m ON m.id = b.marketer_id"
	" WHERE s.program_id = :program AND b.state <> 'cancelled' ORDER BY b.id",
sql_notes[] = "SELECT o.ref, o.text, o.area, p.login, s.ref, n.said_s, o.may_quote, n.ref,"
	" o.id, n.id, s.id FROM observation o JOIN note n ON n.id = o.note_id"
	" LEFT JOIN person p ON p.id = n.author_id LEFT JOIN booking b ON b.id = n.booking_id"
	" LEFT JOIN slot s ON s.id = b.slot_id"
	" WHERE n.program_id = :program AND n.state = 'submitted' ORDER BY o.id",
sql_leads[] = "SELECT l.ref, n.ref, l.source, l.alerted, l.followed, l.outcome, l.id, n.id"
	" FROM lead l JOIN note n ON n.id = l.note_id"
	" WHERE n.program_id = :program AND n.state = 'submitted' ORDER BY l.id",
sql_themes[] = "SELECT name, area, definition, terms FROM theme"
	" WHERE program_id = :program AND state IN ('proposed', 'active') ORDER BY id",
sql_codings[] = "SELECT o.ref, o.id, t.name FROM coding c"
	" JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id"
	" JOIN theme t ON t.id = c.theme_id WHERE t.program_id = :program AND c.by_whom = 'person'"
	" AND c.state = 'active' AND n.state = 'submitted' AND t.state IN ('proposed', 'active')"
	" ORDER BY c.id",
sql_slot_ref[] = "SELECT id FROM slot WHERE ref = :ref",
sql_booking_ref[] = "SELECT id FROM booking WHERE ref = :ref",
sql_note_ref[] = "SELECT id FROM note WHERE ref = :ref",
sql_observation_ref[] = "SELECT id FROM observation WHERE ref = :ref",
sql_lead_ref[] = "SELECT id FROM lead WHERE ref = :ref",
sql_begins[] = "SELECT id FROM slot WHERE rep_id = :rep AND begin_s = :begin AND state <> 'cancelled'",
sql_booking[] = "SELECT id FROM booking WHERE slot_id = :slot AND marketer_id = :marketer"
	" AND state <> 'cancelled'",
sql_lost_key[] = "SELECT c.\"table\", c.rowid, l.\"from\" FROM pragma_foreign_key_check c"
	" JOIN pragma_foreign_key_list(c.\"table\") l ON l.id = c.fkid"
	" WHERE c.\"table\" <> 'change' ORDER BY 1, 2, 3 LIMIT 1",
sql_note[] = "SELECT id FROM note WHERE booking_id = :booking AND side = 'marketer'"
	" AND state <> 'withdrawn'";

static struct stmt *of_program(struct store *st, const char *sql, int64_t program_id)
{
	return bind_int(stmt(st, sql), ":program", program_id);
}

struct stmt *transfer_people_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_people, program_id);
}

struct stmt *transfer_roster_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_roster, program_id);
}

struct stmt *transfer_slot_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_slots, program_id);
}

struct stmt *transfer_booking_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_bookings, program_id);
}

struct stmt *transfer_note_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_notes, program_id);
}

struct stmt *transfer_lead_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_leads, program_id);
}

struct stmt *transfer_theme_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_themes, program_id);
}

struct stmt *transfer_coding_rows(struct store *st, int64_t program_id)
{
	return of_program(st, sql_codings, program_id);
}

static enum rc by_ref(struct store *st, const char *sql, const char *ref, int64_t *id, struct err *err)
{
	return stmt_int(bind_text(stmt(st, sql), ":ref", ref), 0, id, err);
}

enum rc slot_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
{
	return by_ref(st, sql_slot_ref, ref, id, err);
}

enum rc booking_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
{
	return by_ref(st, sql_booking_ref, ref, id, err);
}

enum rc note_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
{
	return by_ref(st, sql_note_ref, ref, id, err);
}

enum rc observation_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
{
	return by_ref(st, sql_observation_ref, ref, id, err);
}

enum rc lead_by_ref(struct store *st, const char *ref, int64_t *id, struct err *err)
{
	return by_ref(st, sql_lead_ref, ref, id, err);
}

enum rc slot_begins(struct store *st, int64_t rep_id, int64_t begin_s, int64_t *id, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_begins), ":rep", rep_id);

	return stmt_int(bind_int(s, ":begin", begin_s), 0, id, err);
}

enum rc booking_of(struct store *st, int64_t slot_id, int64_t marketer_id, int64_t *id,
		   struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_booking), ":slot", slot_id);

	return stmt_int(bind_int(s, ":marketer", marketer_id), 0, id, err);
}

enum rc note_of_booking(struct store *st, int64_t booking_id, int64_t *id, struct err *err)
{
	return stmt_int(bind_int(stmt(st, sql_note), ":booking", booking_id), 0, id, err);
}

/* ---- whole tables ---- */

struct stmt *entity_rows(struct store *st, const struct entity *e)
{
	struct ent_sql *q = &st->ent_sql[ent_index(e)];
	struct out o;

	if (!q->all) {
		out_to_mem(&o, &st->arena);
		out_str(&o, "SELECT id, uuid");
		for (size_t i = 0; i < e->n_cols; i++)
			out_printf(&o, ", %s", e->cols[i].name);
		out_printf(&o, " FROM %s ORDER BY id", e->table);
		q->all = out_text(&o);
	}
	return stmt(st, q->all);
}

enum rc entity_by_uuid(struct store *st, const struct entity *e, const struct uuid *u,
		       int64_t *id, struct err *err)
{
	struct ent_sql *q = &st->ent_sql[ent_index(e)];

	if (!q->id_of_uuid)
		q->id_of_uuid = arena_printf(&st->arena, "SELECT id FROM %s WHERE uuid = :uuid", e->table);
	return stmt_int(bind_uuid(stmt(st, q->id_of_uuid), ":uuid", u), 0, id, err);
}

enum rc entity_insert_whole(struct store *st, const struct entity *e, void *row, struct err *err)
{
	return ent_insert_as(st, e, row, err);
}

enum rc keys_later(struct store *st, struct err *err)
{
	return store_exec(st, "PRAGMA defer_foreign_keys = ON", err);
}

/* What changed names its entry in the log, which is written last. */
enum rc keys_missing(struct store *st, struct arena *a, struct lost_key *out, struct err *err)
{
	struct stmt *s = stmt(st, sql_lost_key);

	*out = (struct lost_key){ 0 };
	if (stmt_row(s))
		*out = (struct lost_key){ col_text(s, 0, a), col_int(s, 1), col_text(s, 2, a) };
	return stmt_done(s, err);
}

void entity_write(struct jw *w, const struct entity *e, const void *row)
{
	ent_write_json(w, e, row, UINT32_MAX);
}

enum rc entity_scan(const struct entity *e, const struct json *cols, void *row, struct err *err)
{
	uint32_t mask;

	return ent_from_json(e, cols, row, &mask, err);
}

bool entity_equal(const struct entity *e, const void *a, const void *b)
{
	for (size_t i = 0; i < e->n_cols; i++)
		if (!e->cols[i].derived && !ent_col_equal(e, i, a, b))
			return false;
	return true;
}

enum rc store_untouched(struct store *st, bool *yes, struct err *err)
{
	int64_t n = 0;
	enum rc rc = stmt_int(stmt(st, sql_entries), 0, &n, err);

	*yes = n <= 1;
	return rc;
}
