/* Statements: prepared once, found by the address of their text. */
#include <string.h>

#include "store_i.h"

/* Where the statement of this text is, or would be. */
static struct stmt **place_of(struct stmt **table, size_t cap, const char *sql)
{
	size_t at = (size_t)(((uintptr_t)sql * 0x9E3779B97F4A7C15u) >> 40) & (cap - 1);

	while (table[at] && table[at]->sql != sql)
		at = (at + 1) & (cap - 1);
	return &table[at];
}

/* A program that runs for long meets many kinds of update. */
static void make_room(struct store *st)
{
	size_t cap = st->cap_stmts ? st->cap_stmts * 2 : STMT_SLOTS;
	struct stmt **table = arena_array(&st->arena, struct stmt *, cap);

	for (size_t i = 0; i < st->cap_stmts; i++)
		if (st->stmts[i])
			*place_of(table, cap, st->stmts[i]->sql) = st->stmts[i];
	st->stmts = table;
	st->cap_stmts = cap;
}

static struct stmt *prepare(struct store *st, const char *sql)
{
	struct stmt *s = arena_new(&st->arena, struct stmt);

	if ((st->n_stmts + 1) * 4 > st->cap_stmts * 3)
		make_room(st);
	s->st = st;
	s->sql = sql;
	s->rc = sqlite3_prepare_v3(st->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->h, NULL);
	if (s->rc == SQLITE_NOMEM)
		arena_oom(st->owner);
	if (!s->rc) {
		*place_of(st->stmts, st->cap_stmts, sql) = s;
		st->n_stmts++;
	}
	return s;
}

static void reset(struct stmt *s)
{
	if (s->stepped)
		sqlite3_reset(s->h);
	s->stepped = false;
}

/* A statement that still has a row to give holds the file past the end of the
 * transaction, and nobody could write while this program waits for a key. */
void let_go(struct store *st)
{
	for (struct stmt *s = st->stepped; s; s = s->next_stepped) {
		reset(s);
		s->listed = false;
	}
	st->stepped = NULL;
}

static int step(struct stmt *s)
{
	if (!s->listed) {
		s->next_stepped = s->st->stepped;
		s->st->stepped = s;
	}
	s->listed = s->stepped = true;
	return sqlite3_step(s->h);
}

struct stmt *stmt(struct store *st, const char *sql)
{
	struct stmt *s = st->cap_stmts ? *place_of(st->stmts, st->cap_stmts, sql) : NULL;

	if (!s)
		return prepare(st, sql);
	reset(s);
	sqlite3_clear_bindings(s->h);
	s->rc = SQLITE_OK;
	return s;
}

static int look_up(struct stmt *s, const char *name)
{
	int i = s->h ? sqlite3_bind_parameter_index(s->h, name) : 0;

	if (!i && !s->rc)
		s->rc = SQLITE_RANGE;
	if (i && s->n_params == s->cap_params) {
		unsigned cap = s->cap_params ? s->cap_params * 2 : 8;

		s->params = arena_grow(&s->st->arena, s->params, s->cap_params * sizeof *s->params,
				       cap * sizeof *s->params);
		s->cap_params = cap;
	}
	if (i)
		s->params[s->n_params++] = (struct stmt_param){ name, i };
	return i;
}

/* Names are constants: one that was asked for before is found by its address. */
static int param(struct stmt *s, const char *name)
{
	for (unsigned i = 0; i < s->n_params; i++)
		if (s->params[i].name == name)
			return s->params[i].at;
	return look_up(s, name);
}

static struct stmt *bound(struct stmt *s, int code)
{
	if (code == SQLITE_NOMEM)
		arena_oom(s->st->owner);
	if (code && !s->rc)
		s->rc = code;
	return s;
}

struct stmt *bind_int(struct stmt *s, const char *name, int64_t v)
{
	int i = param(s, name);

	return i ? bound(s, sqlite3_bind_int64(s->h, i, v)) : s;
}

struct stmt *bind_opt(struct stmt *s, const char *name, int64_t v)
{
	return v ? bind_int(s, name, v) : bind_null(s, name);
}

struct stmt *bind_text(struct stmt *s, const char *name, const char *v)
{
	int i = param(s, name);

	return i ? bound(s, sqlite3_bind_text(s->h, i, v, -1, SQLITE_STATIC)) : s;
}

struct stmt *bind_uuid(struct stmt *s, const char *name, const struct uuid *v)
{
	int i = param(s, name);

	return i ? bound(s, sqlite3_bind_blob(s->h, i, v->b, 16, SQLITE_TRANSIENT)) : s;
}

struct stmt *bind_blob(struct stmt *s, const char *name, const void *p, size_t n)
{
	int i = param(s, name);

	return i ? bound(s, sqlite3_bind_blob64(s->h, i, p, n, SQLITE_STATIC)) : s;
}

struct stmt *bind_null(struct stmt *s, const char *name)
{
	int i = param(s, name);

	return i ? bound(s, sqlite3_bind_null(s->h, i)) : s;
}

bool stmt_row(struct stmt *s)
{
	if (s->rc && s->rc != SQLITE_ROW)
		return false;
	/* Where memory or disk fails, SQLite may take the whole transaction back:
	 * what is written after that would stand by itself. */
	if (s->st->in_write && sqlite3_get_autocommit(s->st->db)) {
		s->rc = SQLITE_ABORT_ROLLBACK;
		return false;
	}
	s->rc = step(s);
	return s->rc == SQLITE_ROW;
}

enum rc stmt_done(struct stmt *s, struct err *err)
{
	int code = s->rc;

	s->rc = SQLITE_OK;
	if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
		reset(s);
		return RC_OK;
	}
	/* The message must be read before the reset. */
	store_error(s->st, code, err);
	reset(s);
	return err->rc;
}

enum rc stmt_run(struct stmt *s, struct err *err)
{
	while (stmt_row(s))
		;
	return stmt_done(s, err);
}

enum rc stmt_int(struct stmt *s, int64_t fallback, int64_t *out, struct err *err)
{
	*out = fallback;
	if (stmt_row(s) && !col_is_null(s, 0))
		*out = col_int(s, 0);
	return stmt_done(s, err);
}

struct stmt *stmt_beside(struct stmt *s, const char *sql)
{
	return stmt(s->st, sql);
}

int64_t stmt_within(struct stmt *s, struct stmt *inner)
{
	int64_t n = stmt_row(inner) ? col_int(inner, 0) : 0;

	if (inner->rc != SQLITE_ROW && inner->rc != SQLITE_DONE)
		s->rc = inner->rc;
	reset(inner);
	return n;
}

int64_t col_int(struct stmt *s, int i)
{
	return sqlite3_column_int64(s->h, i);
}

double col_real(struct stmt *s, int i)
{
	return sqlite3_column_double(s->h, i);
}

bool col_is_null(struct stmt *s, int i)
{
	return sqlite3_column_type(s->h, i) == SQLITE_NULL;
}

const char *col_peek(struct stmt *s, int i, size_t *n)
{
	const char *p = (const char *)sqlite3_column_text(s->h, i);

	if (!p && sqlite3_column_type(s->h, i) != SQLITE_NULL)
		arena_oom(s->st->owner);
	*n = (size_t)sqlite3_column_bytes(s->h, i);
	return p;
}

const char *col_text(struct stmt *s, int i, struct arena *a)
{
	size_t n;
	const char *p = col_peek(s, i, &n);

	return p ? arena_dup(a, p, n) : NULL;
}

struct uuid col_uuid(struct stmt *s, int i)
{
	struct uuid u = { { 0 } };
	const void *p = sqlite3_column_blob(s->h, i);

	if (p && sqlite3_column_bytes(s->h, i) == 16)
		memcpy(u.b, p, 16);
	return u;
}

void col_blob(struct stmt *s, int i, void *to, size_t n)
{
	const void *p = sqlite3_column_blob(s->h, i);
	size_t got = (size_t)sqlite3_column_bytes(s->h, i);

	if (p)
		memcpy(to, p, got < n ? got : n);
}

int64_t store_changes(struct store *st)
{
	return sqlite3_changes64(st->db);
}
