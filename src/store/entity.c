/* Rows and structs: read, insert, update, delete, each recorded. */
#include <string.h>

#include "replife/json.h"
#include "store_i.h"

size_t ent_index(const struct entity *e)
{
	size_t i = 0;

	while (entities[i] != e)
		i++;
	return i;
}

const struct entity *ent_by_table(const char *table)
{
	for (size_t i = 0; entities[i]; i++)
		if (!strcmp(entities[i]->table, table))
			return entities[i];
	return NULL;
}

void *ent_field(const struct entity *e, const void *row, size_t i)
{
	return (char *)(uintptr_t)row + e->cols[i].offset;
}

/* Every struct begins with these two. */
struct ent_head {
	int64_t id;
	struct uuid uuid;
};

/* ---- the SQL, written once for each entity ---- */

static const char *write_get(struct store *st, const struct entity *e)
{
	struct out o;

	out_to_mem(&o, &st->arena);
	out_str(&o, "SELECT id, uuid");
	for (size_t i = 0; i < e->n_cols; i++)
		out_printf(&o, ", %s", e->cols[i].name);
	out_printf(&o, " FROM %s WHERE id = :id", e->table);
	return out_text(&o);
}

/* The first parameters are id (or none) and uuid, then the columns in order. */
static const char *write_insert(struct store *st, const struct entity *e)
{
	struct out o;

	out_to_mem(&o, &st->arena);
	out_printf(&o, "INSERT INTO %s (id, uuid", e->table);
	for (size_t i = 0; i < e->n_cols; i++)
		if (!e->cols[i].derived || e->cols[i].first)
			out_printf(&o, ", %s", e->cols[i].name);
	out_str(&o, ") VALUES (?, ?");
	for (size_t i = 0; i < e->n_cols; i++)
		if (!e->cols[i].derived || e->cols[i].first)
			out_printf(&o, ", %s", e->cols[i].first ? e->cols[i].first : "?");
	out_str(&o, ")");
	return out_text(&o);
}

static const char *update_sql(struct store *st, const struct entity *e, uint32_t mask)
{
	struct ent_sql *q = &st->ent_sql[ent_index(e)];
	struct ent_update_sql *u;
	const char *sep = "";
	struct out o;

	for (u = q->updates; u; u = u->next)
		if (u->mask == mask)
			return u->sql;
	out_to_mem(&o, &st->arena);
	out_printf(&o, "UPDATE %s SET ", e->table);
	for (size_t i = 0; i < e->n_cols; i++)
		if (mask & 1u << i) {
			out_printf(&o, "%s%s = ?", sep, e->cols[i].name);
			sep = ", ";
		}
	out_str(&o, " WHERE id = ?");
	u = arena_new(&st->arena, struct ent_update_sql);
	u->mask = mask;
	u->sql = out_text(&o);
	u->next = q->updates;
	q->updates = u;
	return u->sql;
}

/* ---- between columns and fields ---- */

static int bind_field(sqlite3_stmt *h, int at, const struct entity *e, size_t i, const void *row)
{
	const struct ent_col *c = &e->cols[i];
	const void *f = ent_field(e, row, i);
	int64_t v;

	switch (c->type) {
	case T_INT:
		return sqlite3_bind_int64(h, at, *(const int64_t *)f);
	case T_OPT:
		v = *(const int64_t *)f;
		return v ? sqlite3_bind_int64(h, at, v) : sqlite3_bind_null(h, at);
	case T_BOOL:
		return sqlite3_bind_int(h, at, *(const bool *)f);
	case T_TEXT:
		return sqlite3_bind_text(h, at, *(const char *const *)f, -1, SQLITE_STATIC);
	case T_WORD:
		return sqlite3_bind_text(h, at, c->words[*(const int *)f].code, -1, SQLITE_STATIC);
	case T_UUID:
		return sqlite3_bind_blob(h, at, f, 16, SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

static void read_field(struct stmt *s, int at, const struct entity *e, size_t i,
		       struct arena *a, void *row)
{
	const struct ent_col *c = &e->cols[i];
	void *f = ent_field(e, row, i);
	const char *code;
	size_t n;
	int w;

	switch (c->type) {
	case T_INT:
	case T_OPT:
		*(int64_t *)f = col_int(s, at);
		break;
	case T_BOOL:
		*(bool *)f = col_int(s, at) != 0;
		break;
	case T_TEXT:
		*(const char **)f = col_text(s, at, a);
		break;
	case T_WORD:
		code = col_peek(s, at, &n);
		w = code ? word_find(c->words, code) : -1;
		*(int *)f = w < 0 ? 0 : w;
		break;
	case T_UUID:
		*(struct uuid *)f = col_uuid(s, at);
		break;
	}
}

int ent_read(struct stmt *s, const struct entity *e, int at, struct arena *a, void *out)
{
	struct ent_head *head = out;

	head->id = col_int(s, at++);
	head->uuid = col_uuid(s, at++);
	for (size_t i = 0; i < e->n_cols; i++)
		read_field(s, at++, e, i, a, out);
	return at;
}

/* ---- the four verbs ---- */

enum rc ent_get(struct store *st, const struct entity *e, int64_t id,
		struct arena *a, void *out, struct err *err)
{
	struct ent_sql *q = &st->ent_sql[ent_index(e)];
	struct stmt *s;
	bool found;
	enum rc rc;

	if (!q->get)
		q->get = write_get(st, e);
	s = bind_int(stmt(st, q->get), ":id", id);
	found = stmt_row(s);
	if (found)
		ent_read(s, e, 0, a, out);
	rc = stmt_done(s, err);
	if (rc || found)
		return rc;
	if (e->letter)
		return err_set(err, RC_NOT_FOUND, "there is no %s %c-%lld", e->noun, e->letter,
			       (long long)id);
	return err_set(err, RC_NOT_FOUND, "there is no such %s", e->noun);
}

static enum rc run_insert(struct store *st, const struct entity *e, void *row, struct err *err)
{
	struct ent_sql *q = &st->ent_sql[ent_index(e)];
	struct ent_head *head = row;
	struct stmt *s;
	int at = 1;
	enum rc rc;

	if (!q->insert)
		q->insert = write_insert(st, e);
	s = stmt(st, q->insert);
	if (s->h) {
		if (head->id)
			sqlite3_bind_int64(s->h, at, head->id);
		at++;
		sqlite3_bind_blob(s->h, at++, head->uuid.b, 16, SQLITE_STATIC);
		for (size_t i = 0; i < e->n_cols; i++)
			if (!e->cols[i].derived && bind_field(s->h, at++, e, i, row))
				arena_oom(st->owner);
	}
	rc = stmt_run(s, err);
	if (!rc && !head->id)
		head->id = sqlite3_last_insert_rowid(st->db);
	return rc;
}

static enum rc before(struct store *st, const struct entity *e, struct ent_change *ch, struct err *err)
{
	enum rc rc = rules_make(st, e, err);

	return !rc && e->hooks && e->hooks->before ? e->hooks->before(st, ch, err) : rc;
}

static enum rc after(struct store *st, const struct entity *e, struct ent_change *ch, struct err *err)
{
	return e->hooks && e->hooks->after ? e->hooks->after(st, ch, err) : RC_OK;
}

enum rc ent_insert_as(struct store *st, const struct entity *e, void *row, struct err *err)
{
	struct ent_head *head = row;
	struct pending *p = &st->pending;
	struct ent_change ch = { .row = row };
	struct jw w;
	char uuid[UUID_TEXT_SIZE];
	enum rc rc = before(st, e, &ch, err);

	if (!rc)
		rc = run_insert(st, e, row, err);
	if (!rc)
		rc = after(st, e, &ch, err);
	if (rc)
		return rc;
	rc = pending_row(st, e, head->id, err);
	if (rc)
		return rc;
	uuid_text(&head->uuid, uuid);
	jw_init(&w, &p->payload);
	jw_object(&w);
	jw_key(&w, "id");
	jw_int(&w, head->id);
	jw_key(&w, "uuid");
	jw_str(&w, uuid);
	jw_key(&w, "new");
	ent_write_json(&w, e, row, UINT32_MAX);
	jw_end_object(&w);
	out_char(&p->payload, '\n');
	return RC_OK;
}

enum rc ent_insert(struct store *st, const struct entity *e, void *row, struct err *err)
{
	struct ent_head *head = row;

	head->id = 0;
	if (uuid_none(&head->uuid))
		head->uuid = uuid_new();
	return ent_insert_as(st, e, row, err);
}

static enum rc record_two(struct store *st, const struct entity *e, const void *old,
			  const void *row, uint32_t mask, struct err *err)
{
	const struct ent_head *head = old;
	struct out *o = &st->pending.payload;
	char uuid[UUID_TEXT_SIZE];
	struct jw w;
	enum rc rc = pending_row(st, e, head->id, err);

	if (rc)
		return rc;
	jw_init(&w, o);
	jw_object(&w);
	jw_key(&w, "id");
	jw_int(&w, head->id);
	if (!row) {
		uuid_text(&head->uuid, uuid);
		jw_key(&w, "uuid");
		jw_str(&w, uuid);
	}
	jw_key(&w, "old");
	ent_write_json(&w, e, old, mask);
	if (row) {
		jw_key(&w, "new");
		ent_write_json(&w, e, row, mask);
	}
	jw_end_object(&w);
	out_char(o, '\n');
	return RC_OK;
}

static enum rc run_update(struct store *st, const struct entity *e, const void *row,
			  uint32_t mask, struct err *err)
{
	struct stmt *s = stmt(st, update_sql(st, e, mask));
	int at = 1;

	if (s->h) {
		for (size_t i = 0; i < e->n_cols; i++)
			if (mask & 1u << i && bind_field(s->h, at++, e, i, row))
				arena_oom(st->owner);
		sqlite3_bind_int64(s->h, at, ((const struct ent_head *)row)->id);
	}
	return stmt_run(s, err);
}

enum rc ent_update(struct store *st, const struct entity *e, const void *row, struct err *err)
{
	struct arena_mark m = arena_mark(&st->scratch);
	void *old = arena_alloc(&st->scratch, e->size);
	struct ent_change ch = { .old = old, .row = row };
	uint32_t mask = 0;
	enum rc rc = ent_get(st, e, ((const struct ent_head *)row)->id, &st->scratch, old, err);

	for (size_t i = 0; !rc && i < e->n_cols; i++)
		if (!e->cols[i].derived && !ent_col_equal(e, i, old, row))
			mask |= 1u << i;
	if (!rc && mask)
		rc = before(st, e, &ch, err);
	if (!rc && mask)
		rc = run_update(st, e, row, mask, err);
	if (!rc && mask)
		rc = after(st, e, &ch, err);
	if (!rc && mask)
		rc = record_two(st, e, old, row, mask, err);
	arena_release(&st->scratch, m);
	return rc;
}

enum rc ent_delete(struct store *st, const struct entity *e, int64_t id, struct err *err)
{
	struct arena_mark m = arena_mark(&st->scratch);
	void *old = arena_alloc(&st->scratch, e->size);
	struct ent_change ch = { .old = old };
	struct ent_sql *q = &st->ent_sql[ent_index(e)];
	enum rc rc = ent_get(st, e, id, &st->scratch, old, err);

	if (!q->remove)
		q->remove = arena_printf(&st->arena, "DELETE FROM %s WHERE id = :id", e->table);
	if (!rc)
		rc = before(st, e, &ch, err);
	if (!rc)
		rc = stmt_run(bind_int(stmt(st, q->remove), ":id", id), err);
	if (!rc)
		rc = after(st, e, &ch, err);
	if (!rc)
		rc = record_two(st, e, old, NULL, UINT32_MAX, err);
	arena_release(&st->scratch, m);
	return rc;
}

/* ---- has it been stored? ---- */

static bool is_there(struct stmt *s)
{
	struct err ignored = { 0 };
	bool row = stmt_row(s);

	return stmt_done(s, &ignored) == RC_OK && row;
}

bool ent_ref_exists(struct store *st, char letter, int64_t id)
{
	for (size_t i = 0; entities[i]; i++) {
		struct ent_sql *q = &st->ent_sql[i];

		if (entities[i]->letter != letter)
			continue;
		if (!q->by_id)
			q->by_id = arena_printf(&st->arena, "SELECT 1 FROM %s WHERE id = :id",
						entities[i]->table);
		return is_there(bind_int(stmt(st, q->by_id), ":id", id));
	}
	return false;
}

bool ent_uuid_exists(struct store *st, const struct uuid *u)
{
	for (size_t i = 0; entities[i]; i++) {
		struct ent_sql *q = &st->ent_sql[i];

		if (!q->by_uuid)
			q->by_uuid = arena_printf(&st->arena, "SELECT 1 FROM %s WHERE uuid = :uuid",
						  entities[i]->table);
		if (is_there(bind_uuid(stmt(st, q->by_uuid), ":uuid", u)))
			return true;
	}
	return false;
}
