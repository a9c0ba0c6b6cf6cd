/* A row's columns as JSON and back: what the audit keeps. */
#include <string.h>

#include "replife/json.h"
#include "store_i.h"

static void write_field(struct jw *w, const struct entity *e, size_t i, const void *row)
{
	const struct ent_col *c = &e->cols[i];
	const void *f = ent_field(e, row, i);
	char uuid[UUID_TEXT_SIZE];

	switch (c->type) {
	case T_INT:
		jw_int(w, *(const int64_t *)f);
		break;
	case T_OPT:
		if (*(const int64_t *)f)
			jw_int(w, *(const int64_t *)f);
		else
			jw_null(w);
		break;
	case T_BOOL:
		jw_bool(w, *(const bool *)f);
		break;
	case T_TEXT:
		jw_str(w, *(const char *const *)f);
		break;
	case T_WORD:
		jw_str(w, c->words[*(const int *)f].code);
		break;
	case T_UUID:
		uuid_text(f, uuid);
		jw_str(w, uuid);
		break;
	}
}

/* Nulls are left out of a whole row, to keep it short; a change names them. */
static bool is_null(const struct entity *e, size_t i, const void *row)
{
	const void *f = ent_field(e, row, i);

	if (e->cols[i].type == T_TEXT)
		return !*(const char *const *)f;
	return e->cols[i].type == T_OPT && !*(const int64_t *)f;
}

void ent_write_json(struct jw *w, const struct entity *e, const void *row, uint32_t mask)
{
	jw_object(w);
	for (size_t i = 0; i < e->n_cols; i++) {
		if (e->cols[i].derived || !(mask & 1u << i))
			continue;
		if (mask == UINT32_MAX && is_null(e, i, row))
			continue;
		jw_key(w, e->cols[i].name);
		write_field(w, e, i, row);
	}
	jw_end_object(w);
}

static bool read_json(const struct ent_col *c, const struct json *j, void *f)
{
	bool null = j->type == J_NULL;
	int word;

	switch (c->type) {
	case T_INT:
	case T_OPT:
		*(int64_t *)f = null ? 0 : j->u.i;
		return j->type == J_INT || (null && c->type == T_OPT);
	case T_BOOL:
		*(bool *)f = j->u.b;
		return j->type == J_BOOL;
	case T_TEXT:
		*(const char **)f = null ? NULL : j->u.s.p;
		return null || j->type == J_STR;
	case T_WORD:
		word = j->type == J_STR ? word_find(c->words, j->u.s.p) : -1;
		*(int *)f = word < 0 ? 0 : word;
		return word >= 0;
	case T_UUID:
		return j->type == J_STR && uuid_from_text(j->u.s.p, f);
	}
	return false;
}

static size_t col_find(const struct entity *e, const char *name)
{
	size_t i = 0;

	while (i < e->n_cols && strcmp(e->cols[i].name, name))
		i++;
	return i;
}

enum rc ent_from_json(const struct entity *e, const struct json *cols, void *row,
		      uint32_t *mask, struct err *err)
{
	*mask = 0;
	for (const struct json *j = json_first(cols); j; j = j->next) {
		size_t i = col_find(e, j->key);

		if (i == e->n_cols || e->cols[i].derived)
			return err_set(err, RC_BAD_DATA, "%s has no column '%s'", e->table, j->key);
		if (!read_json(&e->cols[i], j, ent_field(e, row, i)))
			return err_set(err, RC_BAD_DATA, "%s: the value of '%s' is of the wrong kind",
				       e->table, j->key);
		*mask |= 1u << i;
	}
	return RC_OK;
}

bool ent_col_equal(const struct entity *e, size_t i, const void *a, const void *b)
{
	const void *x = ent_field(e, a, i), *y = ent_field(e, b, i);
	const char *p, *q;

	switch (e->cols[i].type) {
	case T_INT:
	case T_OPT:
		return *(const int64_t *)x == *(const int64_t *)y;
	case T_BOOL:
		return *(const bool *)x == *(const bool *)y;
	case T_TEXT:
		p = *(const char *const *)x;
		q = *(const char *const *)y;
		return p == q || (p && q && !strcmp(p, q));
	case T_WORD:
		return *(const int *)x == *(const int *)y;
	case T_UUID:
		return !memcmp(x, y, 16);
	}
	return false;
}
