/* People, their roles, programs, the roster: the queries. */
#include "replife/person_store.h"

#include <stdint.h>
#include <string.h>

#include "replife/utf8.h"

#define PERSON "p.id, p.uuid, p.login, p.name, p.email, p.team, p.segment, p.zone," \
	" p.status, p.owner, p.uid"
#define PROGRAM "id, uuid, name, kind, zone, length_min, seats, notice_min," \
	" cancel_min, active_limit, goal, offer_min"
#define MEMBERSHIP "m.id, m.uuid, m.person_id, m.program_id, m.state, m.recruited_by," \
	" m.weekly_cap, m.paused_until_day"

/* Somebody had a seat, in the last four weeks: what a rep hosts at present. */
#define LATELY "AND s.taken > 0 AND s.state = 'open' AND s.begin_s <= :now AND s.begin_s > :now - 28 * 86400"
/* The last row of the page before. */
#define AFTER " FROM person q JOIN membership a ON a.person_id = q.id" \
	" AND a.program_id = :program WHERE q.login = :after"

static const char
sql_owner[] = "SELECT " PERSON " FROM person p WHERE p.owner = 1",
sql_by_login[] = "SELECT " PERSON " FROM person p WHERE p.login = lower(:login)",
sql_by_uid[] = "SELECT " PERSON " FROM person p WHERE p.uid = :uid AND p.status = 'active' AND p.id <> :but"
	" LIMIT 1",
sql_teams[] = "SELECT DISTINCT p.team FROM membership m JOIN person p ON p.id = m.person_id"
	" WHERE m.program_id = :program AND p.team IS NOT NULL ORDER BY 1",
sql_segments[] = "SELECT DISTINCT p.segment FROM membership m JOIN person p ON p.id = m.person_id"
	" WHERE m.program_id = :program AND p.segment IS NOT NULL ORDER BY 1",
sql_named[] = "SELECT " PERSON " FROM person p WHERE p.name = :name COLLATE NOCASE"
	" AND (SELECT count(*) FROM person q WHERE q.name = :name COLLATE NOCASE) = 1",
sql_first[] = "SELECT login FROM person WHERE substr(name, 1, length(:name) + 1) = :name || ' '"
	" COLLATE NOCASE LIMIT 2",
sql_near[] = "SELECT login FROM person WHERE login >= :from AND login < :to LIMIT 200",
sql_roles[] = "SELECT role FROM role_grant WHERE person_id = :person"
	" AND (program_id IS NULL OR program_id = :program)",
sql_every[] = "SELECT NOT EXISTS (SELECT 1 FROM program p WHERE NOT EXISTS (SELECT 1 FROM role_grant g"
	" WHERE g.person_id = :person AND g.role = 'lifecycle'"
	" AND (g.program_id IS NULL OR g.program_id = p.id)))",
sql_program[] = "SELECT " PROGRAM " FROM program WHERE name = :name COLLATE NOCASE",
sql_first_program[] = "SELECT " PROGRAM " FROM program ORDER BY id LIMIT 1",
sql_programs[] = "SELECT " PROGRAM " FROM program ORDER BY id",
sql_membership[] = "SELECT " MEMBERSHIP " FROM membership m"
	" WHERE m.person_id = :person AND m.program_id = :program",
sql_memberships[] = "SELECT " MEMBERSHIP " FROM membership m WHERE m.person_id = :person",
sql_grant[] = "SELECT id, uuid, person_id, program_id, role FROM role_grant"
	" WHERE person_id = :person AND role = :role AND ifnull(program_id, 0) = :program",
sql_people[] = "SELECT " PERSON ", (SELECT group_concat(role, ' ') FROM"
	"  (SELECT DISTINCT role FROM role_grant g WHERE g.person_id = p.id"
	"   AND (g.program_id IS NULL OR g.program_id = :program) ORDER BY role))"
	" FROM person p WHERE p.login > :after"
	" AND (:team IS NULL OR p.team = :team) AND (:segment IS NULL OR p.segment = :segment)"
	" AND (:all OR p.status = 'active')"
	" AND (:role IS NULL OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id"
	"  AND g.role = :role AND (g.program_id IS NULL OR g.program_id = :program)))"
	" ORDER BY p.login LIMIT :limit",
sql_roster[] = "SELECT " MEMBERSHIP ", p.login, p.name, p.team, p.segment, r.login,"
	" (SELECT count(*) FROM slot s WHERE s.rep_id = m.person_id AND s.begin_s > :now"
	"   AND s.program_id = m.program_id AND s.state = 'open'),"
	" (SELECT count(*) FROM slot s WHERE s.rep_id = m.person_id " LATELY
	"   AND s.program_id = m.program_id)"
	" FROM membership m JOIN person p ON p.id = m.person_id"
	" LEFT JOIN person r ON r.id = m.recruited_by"
	" WHERE m.program_id = :program AND (m.state, m.id) >"
	" (ifnull((SELECT a.state" AFTER "), ''), ifnull((SELECT a.id" AFTER "), 0))"
	" ORDER BY m.state, m.id LIMIT :limit",
sql_ahead[] = "SELECT 'B', b.id, b.begin_s, s.program_id FROM booking b JOIN slot s ON s.id = b.slot_id"
	" WHERE b.marketer_id = :person AND b.begin_s > :now AND b.state IN ('waiting', 'offered', 'confirmed')"
	" UNION ALL SELECT 'S', id, begin_s, program_id FROM slot WHERE rep_id = :person AND begin_s > :now"
	" AND state = 'open' AND taken + waiting > 0 ORDER BY 3, 2",
sql_upcoming[] = "SELECT count(*) FROM slot WHERE rep_id = :rep AND begin_s > :now"
	" AND program_id = :program AND state = 'open'",
sql_held[] = "SELECT count(*) FROM slot s"
	" WHERE s.rep_id = :rep " LATELY " AND s.program_id = :program",
sql_access[] = "INSERT INTO access_log (at_s, actor_id, op, outcome)"
	" VALUES (:at, :actor, :op, :outcome)",
/* From the end, where the latest are: nothing else is looked for. */
sql_access_lately[] = "SELECT at_s, actor_id IS :actor AND outcome = :outcome, op = :op FROM access_log"
	" ORDER BY id DESC LIMIT 10000";

static enum rc one_person(struct stmt *s, struct arena *a, struct person *out, struct err *err)
{
	memset(out, 0, sizeof *out);
	if (stmt_row(s))
		ent_read(s, &ent_person, 0, a, out);
	return stmt_done(s, err);
}

enum rc person_owner(struct store *st, struct arena *a, struct person *out, struct err *err)
{
	enum rc rc = one_person(stmt(st, sql_owner), a, out, err);

	if (rc || out->id)
		return rc;
	return err_set(err, RC_BAD_DATA, "%s has no owner", store_path(st));
}

enum rc person_find(struct store *st, struct arena *a, const char *login,
		    struct person *out, struct err *err)
{
	return one_person(bind_text(stmt(st, sql_by_login), ":login", login), a, out, err);
}

enum rc person_of_uid(struct store *st, struct arena *a, int64_t uid, int64_t but,
		      struct person *out, struct err *err)
{
	return one_person(bind_int(bind_int(stmt(st, sql_by_uid), ":uid", uid), ":but", but), a, out, err);
}

enum rc person_named(struct store *st, struct arena *a, const char *name,
		     struct person *out, struct err *err)
{
	return one_person(bind_text(stmt(st, sql_named), ":name", name), a, out, err);
}

/* The only one with this first name. */
static enum rc first_named(struct store *st, struct arena *a, const char *name, const char **out,
			   struct err *err)
{
	struct stmt *s = bind_text(stmt(st, sql_first), ":name", name);

	if (stmt_row(s))
		*out = col_text(s, 0, a);
	if (*out && stmt_row(s))
		*out = NULL;
	return stmt_done(s, err);
}

enum rc person_near(struct store *st, struct arena *a, const char *login,
		    const char **out, struct err *err)
{
	char from[2] = { login[0], '\0' }, to[2] = { (char)(login[0] + 1), '\0' };
	struct stmt *s;
	unsigned best = 3;
	enum rc rc;

	*out = NULL;
	rc = first_named(st, a, login, out, err);
	if (rc || *out)
		return rc;
	s = stmt(st, sql_near);
	bind_text(s, ":from", from);
	bind_text(s, ":to", to);
	while (stmt_row(s)) {
		size_t n;
		const char *near = col_peek(s, 0, &n);
		unsigned d = word_distance(login, near, 2);

		if (d < best) {
			best = d;
			*out = arena_dup(a, near, n);
		}
	}
	return stmt_done(s, err);
}

enum rc roles_of(struct store *st, int64_t person_id, int64_t program_id,
		 unsigned *roles, struct err *err)
{
	struct stmt *s = stmt(st, sql_roles);
	size_t n;

	*roles = 0;
	bind_int(s, ":person", person_id);
	bind_int(s, ":program", program_id);
	while (stmt_row(s)) {
		int r = word_find(role_words, col_peek(s, 0, &n));

		if (r >= 0)
			*roles |= ROLE_BIT(r);
	}
	return stmt_done(s, err);
}

enum rc runs_every_program(struct store *st, int64_t person_id, bool *yes, struct err *err)
{
	int64_t n;
	enum rc rc = stmt_int(bind_int(stmt(st, sql_every), ":person", person_id), 0, &n, err);

	*yes = !rc && n;
	return rc;
}

struct stmt *host_teams(struct store *st, int64_t program_id)
{
	return bind_int(stmt(st, sql_teams), ":program", program_id);
}

struct stmt *host_segments(struct store *st, int64_t program_id)
{
	return bind_int(stmt(st, sql_segments), ":program", program_id);
}

enum rc program_by_name(struct store *st, struct arena *a, const char *name,
			struct program *out, struct err *err)
{
	struct stmt *s = name ? bind_text(stmt(st, sql_program), ":name", name)
			      : stmt(st, sql_first_program);

	memset(out, 0, sizeof *out);
	if (stmt_row(s))
		ent_read(s, &ent_program, 0, a, out);
	return stmt_done(s, err);
}

enum rc membership_of(struct store *st, struct arena *a, int64_t person_id,
		      int64_t program_id, struct membership *out, struct err *err)
{
	struct stmt *s = stmt(st, sql_membership);

	memset(out, 0, sizeof *out);
	bind_int(s, ":person", person_id);
	bind_int(s, ":program", program_id);
	if (stmt_row(s))
		ent_read(s, &ent_membership, 0, a, out);
	return stmt_done(s, err);
}

enum rc memberships_of(struct store *st, struct arena *a, int64_t person_id, struct membership **out,
		       size_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_memberships), ":person", person_id);

	*out = NULL;
	*n = 0;
	while (stmt_row(s)) {
		*out = arena_grow(a, *out, *n * sizeof **out, (*n + 1) * sizeof **out);
		memset(&(*out)[*n], 0, sizeof **out);
		ent_read(s, &ent_membership, 0, a, &(*out)[(*n)++]);
	}
	return stmt_done(s, err);
}

enum rc grant_find(struct store *st, struct arena *a, int64_t person_id,
		   int64_t program_id, enum role role, struct grant *out, struct err *err)
{
	struct stmt *s = stmt(st, sql_grant);

	memset(out, 0, sizeof *out);
	bind_int(s, ":person", person_id);
	bind_int(s, ":program", program_id);
	bind_text(s, ":role", role_words[role].code);
	if (stmt_row(s))
		ent_read(s, &ent_grant, 0, a, out);
	return stmt_done(s, err);
}

struct stmt *person_ahead(struct store *st, int64_t person_id, int64_t now_s)
{
	return bind_int(bind_int(stmt(st, sql_ahead), ":person", person_id), ":now", now_s);
}

static enum rc rep_count(struct store *st, const char *sql, int64_t rep_id, int64_t program_id,
			 int64_t now_s, int64_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql), ":rep", rep_id);

	bind_int(s, ":program", program_id);
	return stmt_int(bind_int(s, ":now", now_s), 0, n, err);
}

enum rc rep_counts(struct store *st, int64_t rep_id, int64_t program_id, int64_t now_s,
		   int64_t *upcoming, int64_t *held, struct err *err)
{
	enum rc rc = rep_count(st, sql_upcoming, rep_id, program_id, now_s, upcoming, err);

	return rc ? rc : rep_count(st, sql_held, rep_id, program_id, now_s, held, err);
}

static int64_t limit_or_all(int64_t limit)
{
	return limit ? limit : -1;
}

struct stmt *person_list(struct store *st, const struct person_filter *f)
{
	struct stmt *s = stmt(st, sql_people);

	bind_int(s, ":program", f->program_id);
	bind_text(s, ":after", f->after_login ? f->after_login : "");
	bind_text(s, ":team", f->team);
	bind_text(s, ":segment", f->segment);
	bind_text(s, ":role", f->role);
	bind_int(s, ":all", f->all);
	return bind_int(s, ":limit", limit_or_all(f->limit));
}

struct stmt *roster_list(struct store *st, int64_t program_id, const char *after_login,
			 int64_t now_s, int64_t limit)
{
	struct stmt *s = stmt(st, sql_roster);

	bind_int(s, ":program", program_id);
	bind_text(s, ":after", after_login ? after_login : "");
	bind_int(s, ":now", now_s);
	return bind_int(s, ":limit", limit_or_all(limit));
}

struct stmt *program_list(struct store *st)
{
	return stmt(st, sql_programs);
}

static const char sql_others[] = "SELECT EXISTS (SELECT 1 FROM person WHERE owner = 0)";

enum rc person_is_alone(struct store *st, bool *yes, struct err *err)
{
	int64_t others = 0;
	enum rc rc = stmt_int(stmt(st, sql_others), 0, &others, err);

	*yes = !others;
	return rc;
}

/* Rate-limited: what a refused script does a thousand times is one line a minute, and
 * whatever it tries, so many lines an hour. */
static enum rc access_is_noted(struct store *st, int64_t at_s, int64_t actor_id, const char *op,
			       const char *outcome, bool *yes, struct err *err)
{
	struct stmt *s = bind_opt(stmt(st, sql_access_lately), ":actor", actor_id);
	int64_t lately = 0, then_s;

	bind_text(s, ":op", op);
	bind_text(s, ":outcome", outcome);
	*yes = false;
	while (!*yes && stmt_row(s) && (then_s = col_int(s, 0)) > at_s - 3600)
		if (col_int(s, 1))
			*yes = ++lately == ACCESS_AN_HOUR || (then_s > at_s - 60 && col_int(s, 2));
	return stmt_done(s, err);
}

enum rc access_note(struct store *st, int64_t at_s, int64_t actor_id, const char *op,
		    const char *outcome, struct err *err)
{
	bool noted;
	struct stmt *s;
	enum rc rc = access_is_noted(st, at_s, actor_id, op, outcome, &noted, err);

	if (rc || noted)
		return rc;
	s = stmt(st, sql_access);
	bind_int(s, ":at", at_s);
	bind_opt(s, ":actor", actor_id);
	bind_text(s, ":op", op);
	bind_text(s, ":outcome", outcome);
	return stmt_run(s, err);
}
