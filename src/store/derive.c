/*
 * What follows from a row: entity.c asks here before it writes one, and says
 * so after. A row that a closed report holds stays as it is; what a theme
 * counts in a period is kept as codings come, change and go, so that a list of
 * themes costs the same however much was said.
 *
 * `heard` says how often each remark, session, rep and marketer stands in a
 * theme and period; `theme_count` how many of each do.
 */
#include "derive.h"
#include "store_i.h"

static const char
sql_note_closed[] = "SELECT 1 FROM note n WHERE n.id = :note AND EXISTS (SELECT 1" CLOSED_REPORT_OF_N ")",
sql_was[] = "SELECT theme_id, ifnull(period_id, 0), counted, said_s FROM coding WHERE id = :id",
sql_is[] = "SELECT c.theme_id, ifnull(p.id, 0), " IS_COUNTED ", n.said_s" CODING_UP CODING_PERIOD
	"WHERE c.id = :id",
sql_settle[] = "UPDATE coding SET period_id = :period, counted = :counted, said_s = :said WHERE id = :id",
sql_hear[] = "INSERT INTO heard (period_id, theme_id, what, key, n)"
	" SELECT :period, :theme, what, key, :by FROM (" CODING_BRINGS("WHERE c.id = :id") ") WHERE true"
	" ON CONFLICT DO UPDATE SET n = n + excluded.n RETURNING what, key, n",
sql_unhear[] = "DELETE FROM heard WHERE period_id = :period AND theme_id = :theme AND what = :what"
	" AND key = :key",
sql_count[] = "INSERT INTO theme_count (period_id, theme_id, remarks, sessions, reps, marketers)"
	" VALUES (:period, :theme, :remark, :session, :rep, :marketer) ON CONFLICT DO UPDATE SET"
	" remarks = remarks + excluded.remarks, sessions = sessions + excluded.sessions,"
	" reps = reps + excluded.reps, marketers = marketers + excluded.marketers",
sql_uncount[] = "DELETE FROM theme_count WHERE theme_id = :theme",
sql_of_observation[] = "SELECT id FROM coding WHERE observation_id = :id",
sql_of_note[] = "SELECT c.id FROM observation o JOIN coding c ON c.observation_id = o.id WHERE o.note_id = :id",
sql_of_span[] = "SELECT c.id FROM note n JOIN observation o ON o.note_id = n.id"
	" JOIN coding c ON c.observation_id = o.id"
	" WHERE n.program_id = :program AND n.said_s >= :from AND n.said_s < :to";
/* ---- what a closed report holds ---- */

enum rc refuse_closed(struct stmt *s, const char *what, struct err *err)
{
	bool closed = stmt_row(s);
	enum rc rc = stmt_done(s, err);

	if (rc || !closed)
		return rc;
	err_conflict(err, REASON_PERIOD_CLOSED, "a closed report holds the %s", what);
	return err_todo(err, "Lifecycle can open the period again: replife period reopen PERIOD "
			     "--reason WHY");
}

static enum rc check_note(struct store *st, int64_t note_id, const char *what, struct err *err)
{
	return refuse_closed(bind_int(stmt(st, sql_note_closed), ":note", note_id), what, err);
}

static enum rc note_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct note *old = ch->old;

	return old ? check_note(st, old->id, "write-up", err) : RC_OK;
}

static enum rc observation_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct observation *a = ch->old, *b = ch->row;

	if (a && b && a->area == b->area && a->words_of == b->words_of && same_text(a->text, b->text) &&
	    same_text(a->set_aside, b->set_aside))
		return RC_OK;	/* how it may be quoted can change at any time */
	return check_note(st, a ? a->note_id : b->note_id, "remark", err);
}

static enum rc lead_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct lead *a = ch->old, *b = ch->row;

	return check_note(st, a ? a->note_id : b->note_id, "lead", err);
}

/* ---- what themes count ---- */

static const char *const whats[] = { "remark", "session", "rep", "marketer" };

struct heard {
	int what;
	int64_t key, n;
};

static struct stmt *at_place(struct stmt *s, const struct counted *at)
{
	return bind_int(bind_int(s, ":period", at->period_id), ":theme", at->theme_id);
}

static enum rc add_counts(struct store *st, const struct counted *at, const int64_t by[4],
			  struct err *err)
{
	struct stmt *s = at_place(stmt(st, sql_count), at);

	bind_int(bind_int(s, ":remark", by[0]), ":session", by[1]);
	return stmt_run(bind_int(bind_int(s, ":rep", by[2]), ":marketer", by[3]), err);
}

/* The coding comes (1) to its place, or leaves it (-1). */
static enum rc hear(struct store *st, int64_t coding_id, const struct counted *at, int by,
		    struct err *err)
{
	struct stmt *s = bind_int(at_place(stmt(st, sql_hear), at), ":id", coding_id);
	struct heard all[4];
	int64_t change[4] = { 0 };
	size_t n = 0, len;
	enum rc rc;

	bind_int(s, ":by", by);
	while (stmt_row(s) && n < 4) {
		const char *what = col_peek(s, 0, &len);

		all[n].what = 0;
		while (all[n].what < 3 && strcmp(what, whats[all[n].what]))
			all[n].what++;
		all[n].key = col_int(s, 1);
		all[n++].n = col_int(s, 2);
	}
	rc = stmt_done(s, err);
	for (size_t i = 0; !rc && i < n; i++) {
		if (by > 0 ? all[i].n != 1 : all[i].n)
			continue;
		change[all[i].what] += by;
		if (by > 0)
			continue;
		s = at_place(stmt(st, sql_unhear), at);
		rc = stmt_run(bind_int(bind_text(s, ":what", whats[all[i].what]), ":key", all[i].key), err);
	}
	return rc ? rc : add_counts(st, at, change, err);
}

static enum rc look(struct store *st, const char *sql, int64_t id, struct counted *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql), ":id", id);

	*out = (struct counted){ 0 };
	if (stmt_row(s))
		*out = (struct counted){ col_int(s, 0), col_int(s, 1), col_int(s, 3), col_int(s, 2) != 0 };
	return stmt_done(s, err);
}

/* From what the coding was counted as to what it is. */
static enum rc settle(struct store *st, int64_t id, const struct counted *was, struct err *err)
{
	struct counted is;
	struct stmt *s;
	bool moved;
	enum rc rc = look(st, sql_is, id, &is, err);

	moved = is.theme_id != was->theme_id || is.period_id != was->period_id || is.yes != was->yes;
	if (!rc && moved && is.yes)
		rc = hear(st, id, &is, 1, err);
	if (!rc && moved && was->yes)
		rc = hear(st, id, was, -1, err);
	if (rc || (!moved && is.said_s == was->said_s))
		return rc;
	s = bind_opt(bind_int(stmt(st, sql_settle), ":id", id), ":period", is.period_id);
	return stmt_run(bind_int(bind_int(s, ":counted", is.yes), ":said", is.said_s), err);
}

/* Each coding that the statement names. */
static enum rc settle_all(struct store *st, struct stmt *ids, struct err *err)
{
	struct arena_mark m = arena_mark(&st->scratch);
	int64_t *id = NULL;
	size_t n = 0, cap = 0;
	struct counted was;
	enum rc rc;

	while (stmt_row(ids)) {
		if (n == cap) {
			id = arena_grow(&st->scratch, id, cap * sizeof *id, (cap * 2 + 16) * sizeof *id);
			cap = cap * 2 + 16;
		}
		id[n++] = col_int(ids, 0);
	}
	rc = stmt_done(ids, err);
	for (size_t i = 0; !rc && i < n; i++) {
		rc = look(st, sql_was, id[i], &was, err);
		if (!rc)
			rc = settle(st, id[i], &was, err);
	}
	arena_release(&st->scratch, m);
	return rc;
}

static enum rc coding_before(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct coding *old = ch->old;
	enum rc rc = old ? look(st, sql_was, old->id, &ch->was, err) : RC_OK;

	if (rc || !old || ch->row || !ch->was.yes)
		return rc;
	return hear(st, old->id, &ch->was, -1, err);
}

static enum rc coding_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct coding *row = ch->row;

	return row ? settle(st, row->id, &ch->was, err) : RC_OK;
}

static enum rc observation_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct observation *a = ch->old, *b = ch->row;

	if (!a || !b || same_text(a->set_aside, b->set_aside))
		return RC_OK;
	return settle_all(st, bind_int(stmt(st, sql_of_observation), ":id", b->id), err);
}

static enum rc note_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct note *a = ch->old, *b = ch->row;

	if (!a || !b || (a->state == b->state && a->said_s == b->said_s))
		return RC_OK;
	return settle_all(st, bind_int(stmt(st, sql_of_note), ":id", b->id), err);
}

static enum rc settle_span(struct store *st, const struct period *p, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_of_span), ":program", p->program_id);

	return settle_all(st, bind_int(bind_int(s, ":from", p->begin_s), ":to", p->end_s), err);
}

static enum rc period_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct period *a = ch->old, *b = ch->row;
	enum rc rc = RC_OK;

	if (a && b && a->begin_s == b->begin_s && a->end_s == b->end_s)
		return RC_OK;
	if (a)
		rc = settle_span(st, a, err);
	return rc || !b ? rc : settle_span(st, b, err);
}

static enum rc theme_after(struct store *st, struct ent_change *ch, struct err *err)
{
	const struct theme *old = ch->old;

	if (ch->row)
		return RC_OK;
	return stmt_run(bind_int(stmt(st, sql_uncount), ":theme", old->id), err);
}

const struct ent_hooks
	hooks_note = { note_before, note_after },
	hooks_observation = { observation_before, observation_after },
	hooks_lead = { lead_before, NULL },
	hooks_coding = { coding_before, coding_after },
	hooks_period = { NULL, period_after },
	hooks_theme = { NULL, theme_after };
