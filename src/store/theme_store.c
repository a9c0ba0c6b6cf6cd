/* Themes: counts, remarks, codings. */
#include "replife/theme_store.h"

#include "derive.h"

#define OBSERVATION_COLS                                                      \
	"o.id, o.uuid, o.note_id, o.area, o.text, o.words_of, o.may_quote, "  \
	"o.starred, o.held_back, o.cleared, o.set_aside, o.ref"
#define NOTE_COLS                                                             \
	"n.id, n.uuid, n.program_id, n.booking_id, n.author_id, n.side, "     \
	"n.state, n.happened, n.kind, n.worth, n.said_s, n.submitted_s, "     \
	"n.late, n.ref"
#define CODING_COLS                                                           \
	"c.id, c.uuid, c.observation_id, c.theme_id, c.by_whom, c.person_id, c.state"
#define COUNTED "c.state = 'active' AND c.by_whom <> 'suggested' "
#define COUNTS                                                                \
	"count(DISTINCT o.id), count(DISTINCT b.slot_id), "                   \
	"count(DISTINCT s.rep_id), "                                          \
	"count(DISTINCT CASE WHEN n.side <> 'rep' THEN n.author_id END) "
#define SESSION                                                               \
	"LEFT JOIN booking b ON b.id = n.booking_id "                         \
	"LEFT JOIN slot s ON s.id = b.slot_id "
#define BY_THEME                                                              \
	"FROM coding c JOIN observation o ON o.id = c.observation_id "        \
	"JOIN note n ON n.id = o.note_id " SESSION "WHERE c.theme_id = :theme "
#define STANDS "AND o.set_aside IS NULL AND n.state = 'submitted' "
#define REMARK "SELECT " OBSERVATION_COLS ", " NOTE_COLS ", s.rep_id, c.by_whom, " \
	"CASE WHEN c.person_id THEN (SELECT group_concat(login, ', ') FROM (SELECT p.login FROM coding x " \
	"JOIN person p ON p.id = x.person_id WHERE x.observation_id = c.observation_id AND x.theme_id = c.theme_id " \
	"AND x.state IN ('active', 'said_in') ORDER BY p.login)) END "
#define LATEST "AND c.state = 'active' ORDER BY c.said_s DESC, c.observation_id DESC LIMIT :limit"
#define KEPT "k.remarks, k.sessions, k.reps, k.marketers FROM theme_count k "
#define FROZEN "EXISTS (SELECT 1" CLOSED_REPORT_OF_N ") "

static const char
sql_themes[] = "SELECT t.id, t.uuid, t.program_id, t.name, t.definition, t.area, "
	"t.state, t.parent_id, t.merged_into, t.terms, t.reason FROM theme t "
	"WHERE t.program_id = :program ORDER BY t.id",
sql_count[] = "SELECT " COUNTS BY_THEME STANDS "AND " COUNTED,
sql_count_then[] = "SELECT " KEPT "WHERE k.theme_id = :theme AND k.period_id = :period",
sql_count_until[] = "SELECT " COUNTS BY_THEME "AND c.period_id = :period AND c.counted " STANDS
	"AND ifnull(n.submitted_s, 0) <= :until",
sql_counts[] = "SELECT c.theme_id, " COUNTS "FROM theme t JOIN coding c ON c.theme_id = t.id "
	"JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id " SESSION
	"WHERE t.program_id = :program " STANDS "AND " COUNTED "GROUP BY c.theme_id",
sql_counts_then[] = "SELECT k.theme_id, " KEPT "JOIN theme t ON t.id = k.theme_id "
	"WHERE k.period_id = :period AND t.program_id = :program AND k.remarks > 0 "
	"ORDER BY k.theme_id",
sql_remarks[] = REMARK BY_THEME STANDS LATEST,
sql_remarks_then[] = REMARK BY_THEME "AND c.period_id = :period " STANDS LATEST,
sql_of_observation[] = "SELECT " CODING_COLS " FROM coding c "
	"WHERE c.observation_id = :observation ORDER BY c.id",
sql_of_pair[] = "SELECT " CODING_COLS " FROM coding c "
	"WHERE c.observation_id = :observation AND c.theme_id = :theme "
	"ORDER BY c.state IN ('said_in', 'said_out'), "
	"CASE c.by_whom WHEN 'person' THEN 0 WHEN 'codebook' THEN 1 ELSE 2 END, c.id",
sql_ids[] = "SELECT c.id FROM coding c WHERE c.theme_id = :theme ORDER BY c.id",
sql_to_code[] = "SELECT o.id FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE " SAID_IN "AND n.state = 'submitted' "
	"AND o.set_aside IS NULL AND (:all = 1 OR NOT EXISTS (SELECT 1 FROM coding c "
	"WHERE c.observation_id = o.id AND " COUNTED ")) "
	"AND (:frozen = 1 OR NOT " FROZEN ") ORDER BY o.id",
/* Nothing is sorted: a million texts go through as they come. */
sql_unheard[] = "SELECT o.id, o.ref, o.area, o.text FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE n.program_id = :program AND n.said_s >= :from AND n.said_s < :to AND n.state = 'submitted' "
	"AND o.set_aside IS NULL AND NOT EXISTS (SELECT 1 FROM coding c "
	"WHERE c.observation_id = o.id AND " COUNTED ") ORDER BY n.said_s, n.id, o.id",
sql_coded[] = "SELECT c.theme_id, o.text FROM theme t JOIN coding c ON c.theme_id = t.id "
	"JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id "
	"WHERE t.program_id = :program AND t.state IN ('active', 'declined') "
	"AND c.by_whom = 'person' AND c.state = 'active' " STANDS "ORDER BY t.id, c.observation_id",
/* What each said, standing or not, of remarks of which two people said something. */
sql_judged[] = "SELECT c.observation_id, c.theme_id, c.person_id, c.state IN ('active', 'said_in') "
	"FROM note n JOIN observation o ON o.note_id = n.id JOIN coding c ON c.observation_id = o.id "
	"WHERE " SAID_IN STANDS "AND c.by_whom = 'person' AND c.person_id > 0 "
	"AND EXISTS (SELECT 1 FROM coding d WHERE d.observation_id = o.id AND d.by_whom = 'person' "
	"AND d.person_id > 0 AND d.person_id <> c.person_id)",
sql_second[] = "SELECT o.id FROM note n JOIN observation o ON o.note_id = n.id "
	"WHERE " SAID_IN STANDS "AND EXISTS (SELECT 1 FROM coding c "
	"WHERE c.observation_id = o.id AND c.by_whom = 'person' AND c.person_id <> :person) "
	"AND NOT EXISTS (SELECT 1 FROM coding c WHERE c.observation_id = o.id AND c.person_id = :person) "
	"AND NOT " FROZEN "ORDER BY o.id",
/* Of what counts in a theme, what a person took out of another. */
sql_moved[] = "SELECT c.theme_id, d.theme_id, count(DISTINCT c.observation_id) FROM theme t "
	"JOIN coding c ON c.theme_id = t.id AND c.period_id = :period AND c.counted "
	"JOIN coding d ON d.observation_id = c.observation_id AND d.theme_id <> c.theme_id "
	"AND d.state = 'removed' AND d.by_whom = 'person' "
	"JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id "
	"WHERE t.program_id = :program AND ifnull(n.submitted_s, 0) <= :until "
	"GROUP BY c.theme_id, d.theme_id ORDER BY c.theme_id, 3 DESC, d.theme_id",
sql_text[] = "SELECT o.text FROM observation o WHERE o.id = :id",
sql_links[] = "SELECT x.id, x.uuid, x.action_id, x.theme_id FROM action_theme x "
	"WHERE x.theme_id = :theme ORDER BY x.id";

/* Room for one more struct in a growing array. */
static void *one_more(struct arena *a, void *rows, size_t n, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 8;

	if (n < *cap)
		return rows;
	rows = arena_grow(a, rows, *cap * size, more * size);
	*cap = more;
	return rows;
}

static enum rc read_all(struct stmt *s, const struct entity *e, struct arena *a,
			void **out, size_t *n, struct err *err)
{
	char *rows = NULL;
	size_t cap = 0;

	*n = 0;
	while (stmt_row(s)) {
		rows = one_more(a, rows, *n, &cap, e->size);
		ent_read(s, e, 0, a, rows + (*n)++ * e->size);
	}
	*out = rows;
	return stmt_done(s, err);
}

static enum rc read_ids(struct stmt *s, struct arena *a, int64_t **out, size_t *n,
			struct err *err)
{
	int64_t *ids = NULL;
	size_t cap = 0;

	*n = 0;
	while (stmt_row(s)) {
		ids = one_more(a, ids, *n, &cap, sizeof *ids);
		ids[(*n)++] = col_int(s, 0);
	}
	*out = ids;
	return stmt_done(s, err);
}

static struct stmt *bind_span(struct stmt *s, struct span when)
{
	return bind_int(bind_int(s, ":from", when.begin_s), ":to", when.end_s);
}

enum rc themes_of(struct store *st, struct arena *a, int64_t program_id,
		  struct theme **out, size_t *n, struct err *err)
{
	void *rows;
	enum rc rc = read_all(bind_int(stmt(st, sql_themes), ":program", program_id),
			      &ent_theme, a, &rows, n, err);

	*out = rows;
	return rc;
}

static void read_counts(struct stmt *s, int at, struct theme_counts *out)
{
	out->observations = col_int(s, at++);
	out->sessions = col_int(s, at++);
	out->reps = col_int(s, at++);
	out->marketers = col_int(s, at);
}

/* The statement for all times, or that for a period. */
static struct stmt *of_theme(struct store *st, const char *ever, const char *then,
			     const struct theme *t, int64_t period_id)
{
	struct stmt *s = bind_int(stmt(st, period_id ? then : ever), ":theme", t->id);

	return period_id ? bind_int(s, ":period", period_id) : s;
}

enum rc theme_count(struct store *st, const struct theme *t, int64_t period_id,
		    struct theme_counts *out, struct err *err)
{
	struct stmt *s = of_theme(st, sql_count, sql_count_then, t, period_id);

	*out = (struct theme_counts){ 0 };
	if (stmt_row(s))
		read_counts(s, 0, out);
	return stmt_done(s, err);
}

enum rc theme_count_until(struct store *st, int64_t theme_id, int64_t period_id, int64_t until_s,
			  struct theme_counts *out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_count_until), ":theme", theme_id);

	bind_int(bind_int(s, ":period", period_id), ":until", until_s);
	*out = (struct theme_counts){ 0 };
	if (stmt_row(s))
		read_counts(s, 0, out);
	return stmt_done(s, err);
}

struct stmt *theme_counts(struct store *st, int64_t program_id, int64_t period_id)
{
	struct stmt *s = stmt(st, period_id ? sql_counts_then : sql_counts);

	bind_int(s, ":program", program_id);
	return period_id ? bind_int(s, ":period", period_id) : s;
}

bool theme_counts_next(struct stmt *s, int64_t *theme_id, struct theme_counts *out)
{
	if (!stmt_row(s))
		return false;
	*theme_id = col_int(s, 0);
	read_counts(s, 1, out);
	return true;
}

struct stmt *theme_remarks(struct store *st, const struct theme *t, int64_t period_id,
			   int64_t limit)
{
	return bind_int(of_theme(st, sql_remarks, sql_remarks_then, t, period_id), ":limit", limit);
}

bool theme_remarks_next(struct stmt *s, struct arena *a, struct observation_view *out,
			enum coding_by *by, const char **coder)
{
	const char *word;
	int at, i;

	if (!stmt_row(s))
		return false;
	at = ent_read(s, &ent_observation, 0, a, &out->o);
	at = ent_read(s, &ent_note, at, a, &out->note);
	out->rep_id = col_int(s, at++);
	word = col_text(s, at++, a);
	*coder = col_text(s, at, a);
	i = word ? word_find(coding_by_words, word) : -1;
	*by = i < 0 ? BY_SUGGESTED : (enum coding_by)i;
	return true;
}

enum rc codings_of_observation(struct store *st, struct arena *a, int64_t observation_id,
			       struct coding **out, size_t *n, struct err *err)
{
	void *rows;
	enum rc rc = read_all(bind_int(stmt(st, sql_of_observation), ":observation",
				       observation_id), &ent_coding, a, &rows, n, err);

	*out = rows;
	return rc;
}

enum rc codings_of_pair(struct store *st, struct arena *a, int64_t observation_id,
			int64_t theme_id, struct coding **out, size_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_of_pair), ":observation", observation_id);
	void *rows;
	enum rc rc = read_all(bind_int(s, ":theme", theme_id), &ent_coding, a, &rows, n, err);

	*out = rows;
	return rc;
}

enum rc coding_ids(struct store *st, struct arena *a, int64_t theme_id,
		   int64_t **out, size_t *n, struct err *err)
{
	return read_ids(bind_int(stmt(st, sql_ids), ":theme", theme_id), a, out, n, err);
}

enum rc remarks_to_code(struct store *st, struct arena *a, int64_t program_id,
			struct span when, bool all, bool frozen,
			int64_t **out, size_t *n, struct err *err)
{
	struct stmt *s = bind_span(bind_int(stmt(st, sql_to_code), ":program", program_id), when);

	bind_int(bind_int(s, ":all", all), ":frozen", frozen);
	return read_ids(s, a, out, n, err);
}

static enum area area_at(struct stmt *s, int col)
{
	size_t n;
	int i = word_find(area_words, col_peek(s, col, &n));

	return i < 0 ? AREA_OTHER : (enum area)i;
}

enum rc remarks_unheard(struct store *st, struct arena *a, int64_t program_id, struct span when,
			struct remark **out, size_t *n, struct err *err)
{
	struct stmt *s = bind_span(bind_int(stmt(st, sql_unheard), ":program", program_id), when);
	struct arena *own = arena_child(a);	/* of the array, which grows beside the texts */
	struct remark *all = NULL;
	size_t cap = 0;

	*n = 0;
	while (stmt_row(s)) {
		all = one_more(own, all, *n, &cap, sizeof *all);
		all[(*n)++] = (struct remark){ col_int(s, 0), col_text(s, 1, a), area_at(s, 2), col_text(s, 3, a) };
	}
	*out = all;
	return stmt_done(s, err);
}

struct stmt *remarks_coded(struct store *st, int64_t program_id)
{
	return bind_int(stmt(st, sql_coded), ":program", program_id);
}

bool remarks_coded_next(struct stmt *s, struct arena *a, int64_t *theme_id, const char **text)
{
	if (!stmt_row(s))
		return false;
	*theme_id = col_int(s, 0);
	*text = col_text(s, 1, a);
	return true;
}

struct stmt *remarks_judged(struct store *st, int64_t program_id, struct span when)
{
	return bind_span(bind_int(stmt(st, sql_judged), ":program", program_id), when);
}

bool remarks_judged_next(struct stmt *s, struct word_said *out)
{
	if (!stmt_row(s))
		return false;
	*out = (struct word_said){ col_int(s, 0), col_int(s, 1), col_int(s, 2), col_int(s, 3) != 0 };
	return true;
}

enum rc remarks_moved(struct store *st, struct arena *a, int64_t program_id, int64_t period_id,
		      int64_t until_s, struct moved_fact **out, size_t *n, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_moved), ":program", program_id);
	struct moved_fact *all = NULL;
	size_t cap = 0;

	bind_int(bind_int(s, ":period", period_id), ":until", until_s);
	*n = 0;
	while (stmt_row(s)) {
		all = one_more(a, all, *n, &cap, sizeof *all);
		all[(*n)++] = (struct moved_fact){ col_int(s, 0), col_int(s, 1), col_int(s, 2) };
	}
	*out = all;
	return stmt_done(s, err);
}

enum rc remarks_to_judge(struct store *st, struct arena *a, int64_t program_id, struct span when,
			 int64_t person_id, int64_t **out, size_t *n, struct err *err)
{
	struct stmt *s = bind_span(bind_int(stmt(st, sql_second), ":program", program_id), when);

	return read_ids(bind_int(s, ":person", person_id), a, out, n, err);
}

enum rc remark_text(struct store *st, struct arena *a, int64_t observation_id,
		    const char **out, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_text), ":id", observation_id);

	*out = "";
	if (stmt_row(s))
		*out = col_text(s, 0, a);
	return stmt_done(s, err);
}

enum rc action_links(struct store *st, struct arena *a, int64_t theme_id,
		     struct action_theme **out, size_t *n, struct err *err)
{
	void *rows;
	enum rc rc = read_all(bind_int(stmt(st, sql_links), ":theme", theme_id),
			      &ent_action_theme, a, &rows, n, err);

	*out = rows;
	return rc;
}
