/* A report as rows: its main table, then every other value in a row of its own,
 * so that a spreadsheet can filter and sum what any part of it says. */
#include <string.h>

#include "replife/utf8.h"
#include "report_i.h"

#define LEFT_KEYS " left_out left_out_count left_out_reason"
/* '/': of the model, not of the row. */
#define BASE_KEYS " /base.written_up /base.remarks /compare.written_up /compare.remarks"
#define VALUE_KEYS " part item detail measure value"

struct table {
	struct out *o;
	const struct json *model;
	struct rows main;
	const char *keys;	/* of all columns */
};

/* A number is one for a spreadsheet, too; a text is for reading. */
static void put_cell(struct out *o, struct arena *a, const struct json *v)
{
	struct out cell;

	if (!v || v->type == J_NULL)
		return;
	if (v->type == J_INT || v->type == J_REAL || v->type == J_BOOL) {
		out_str(o, json_text(a, v));
		return;
	}
	out_to_mem(&cell, a);
	if (v->type == J_OBJECT)	/* which no column has, but in a broken model */
		out_str(&cell, json_text(a, v));
	if (v->type == J_STR)
		utf8_put_safe_lines(&cell, v->u.s.p, v->u.s.n, false);
	for (const struct json *k = v->type == J_ARRAY ? json_first(v) : NULL; k; k = k->next) {
		const char *ref = listed_ref(k);

		out_str(&cell, cell.len ? ";" : "");
		utf8_put_safe_lines(&cell, ref, strlen(ref), false);
	}
	csv_cell(o, out_text(&cell), cell.len);
}

static const struct json *member(const struct json *obj, const char *key, size_t n)
{
	const struct json *k = obj && obj->type == J_OBJECT ? json_first(obj) : NULL;

	while (k && (strncmp(k->key, key, n) != 0 || k->key[n]))
		k = k->next;
	return k;
}

/* "before.sessions" looks one deeper. */
static const struct json *value_at(const struct json *obj, const char *key, size_t n)
{
	for (const char *dot; (dot = memchr(key, '.', n)); key = dot + 1) {
		obj = member(obj, key, (size_t)(dot - key));
		n -= (size_t)(dot + 1 - key);
	}
	return member(obj, key, n);
}

static void put_head(const struct table *t)
{
	for (const char *p = t->keys; *p; p++)
		if (*p != '/')
			out_char(t->o, *p == ' ' ? ',' : *p == '.' ? '_' : *p);
	out_str(t->o, "\r\n");
}

/* `bases`: with those of the model. */
static void put_row(const struct table *t, const struct json *row, bool bases)
{
	struct arena a = { .parent = t->o->arena };

	for (const char *p = t->keys; *p;) {
		size_t n = strcspn(p, " ");

		if (*p != '/')
			put_cell(t->o, &a, value_at(row, p, n));
		else if (bases)
			put_cell(t->o, &a, value_at(t->model, p + 1, n - 1));
		p += n;
		if (*p) {
			out_char(t->o, ',');
			p++;
		}
	}
	out_str(t->o, "\r\n");
	arena_free(&a);
}

static void put_left_out(const struct table *t)
{
	for (const struct json *k = json_first(json_get(t->model, "left_out")); k; k = k->next) {
		struct arena a = { .parent = t->o->arena };
		struct json *row = json_new(&a, J_OBJECT);

		json_add_str(&a, row, "left_out", json_str(k, "what", ""));
		json_add_int(&a, row, "left_out_count", json_int(k, "count", 0));
		json_add_str(&a, row, "left_out_reason", json_str(k, "why", ""));
		json_add_str(&a, row, "part", "left_out");
		json_add_str(&a, row, "item", json_str(k, "code", ""));
		put_row(t, row, false);
		arena_free(&a);
	}
}

/* ---- a value a row ---- */

/* Where a value is: a lead's "late", "same day" are its item and its detail. */
struct at {
	const char *part, *item, *detail, *measure;
	const char *but;	/* measures that stand elsewhere, by blanks */
};

static void put_value(const struct table *t, const struct at *at, const struct json *v)
{
	struct arena a = { .parent = t->o->arena };
	struct json *row = json_new(&a, J_OBJECT);

	json_add_str(&a, row, "part", at->part);
	json_add_str(&a, row, "item", at->item);
	json_add_str(&a, row, "detail", at->detail);
	json_add_str(&a, row, "measure", at->measure);
	json_add(&a, row, "value", v->type)->u = v->u;
	put_row(t, row, false);
	arena_free(&a);
}

static bool is_listed(const char *keys, const char *key)
{
	size_t n = strlen(key);

	for (const char *p = keys; *p; p += strcspn(p, " "), p += *p == ' ')
		if (strcspn(p, " ") == n && !memcmp(p, key, n))
			return true;
	return false;
}

static void put_name(struct arena *a, struct at *at, const char *name)
{
	if (!at->item)
		at->item = name;
	else
		at->detail = at->detail ? arena_printf(a, "%s/%s", at->detail, name) : name;
}

/* What an object of a list is called: its id or login, else the words that it
 * begins with, else its place. Returns the first member that may not be its name. */
static const struct json *name_it(struct arena *a, struct at *at, const struct json *obj, size_t place)
{
	const struct json *k = json_first(obj);
	const char *one = json_str(obj, "id", json_str(obj, "login", NULL));

	if (one)
		put_name(a, at, one);
	for (; !one && k && k->type == J_STR; k = k->next)
		put_name(a, at, k->u.s.p);
	if (!one && k == json_first(obj))
		put_name(a, at, arena_printf(a, "%zu", place));
	return k;
}

static void put_values(const struct table *t, struct at at, const struct json *v);

static void put_members(const struct table *t, struct at at, const struct json *k)
{
	for (; k; k = k->next) {
		struct at in = at;

		in.measure = *at.measure ? arena_printf(t->o->arena, "%s.%s", at.measure, k->key) : k->key;
		if (!is_listed(at.but, in.measure))
			put_values(t, in, k);
	}
}

/* A member of a list; those of the main table have columns for most of it. */
static void put_member(const struct table *t, struct at at, const struct json *v, size_t place, bool main)
{
	struct arena *a = t->o->arena;
	const char *dot = *at.measure ? "." : "";

	if (v->type != J_OBJECT) {
		put_values(t, at, v);
		return;
	}
	at.but = main ? t->main.keys : arena_printf(a, "%s%sid %s%slogin", at.measure, dot, at.measure, dot);
	if (main)
		at.measure = "";
	put_members(t, at, name_it(a, &at, v, place));
}

static void put_values(const struct table *t, struct at at, const struct json *v)
{
	size_t place = 0;

	if (v->type == J_OBJECT)
		put_members(t, at, json_first(v));
	else if (v->type == J_ARRAY)
		for (const struct json *k = json_first(v); k; k = k->next)
			put_member(t, at, k, ++place, v == t->main.list);
	else if (v->type != J_NULL)
		put_value(t, &at, v);
}

void data_csv(struct out *o, const struct json *model, struct rows main)
{
	struct table t = { o, model, main, arena_printf(o->arena, "%s" LEFT_KEYS BASE_KEYS VALUE_KEYS, main.keys) };

	put_head(&t);
	for (const struct json *row = json_first(main.list); row; row = row->next)
		put_row(&t, row, true);
	put_left_out(&t);
	for (const struct json *k = model->type == J_OBJECT ? json_first(model) : NULL; k; k = k->next) {
		bool one = k->type != J_ARRAY && k->type != J_OBJECT;
		struct at at = { .part = one ? "report" : k->key, .measure = one ? k->key : "", .but = "" };

		if (strcmp(k->key, "model") && strcmp(k->key, "left_out"))
			put_values(&t, at, k);
	}
}
