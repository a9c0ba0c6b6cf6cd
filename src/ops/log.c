/* What was done. */
#include <string.h>

#include "replife/json.h"
#include "replife/log_store.h"
#include "replife/parts_store.h"
#include "seats.h"
#include "rows.h"

#define MANY 100	/* a change of more rows than this is only counted */
#define MOST 40	/* changes of one entry that are listed */

static const struct column log_columns[] = {
	{ "seq", "No.", V_INT, SHOW_ALL, 0, false },
	{ "at", "When", V_INSTANT, SHOW_ALL, 0, false },
	{ "actor", "Who", V_TEXT, SHOW_ALL, 0, false },
	{ "acting_for", "For", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "op", "What", V_TEXT, SHOW_ALL, 0, false },
	{ "changes", "", V_JSON, SHOW_DATA, 0, false },
	{ "hash", "", V_TEXT, SHOW_DATA, 0, false },
	{ "touched", "Touched", V_TEXT, SHOW_PEOPLE, 0, true },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static const struct entity *entity_of(const char *tbl)
{
	for (size_t i = 0; entities[i]; i++)
		if (!strcmp(entities[i]->table, tbl))
			return entities[i];
	return NULL;
}

/* What an op changed of others' besides is theirs: the seat that went on, say. */
static bool is_shown(struct call *c, const struct entity *e, int64_t id, bool edit)
{
	enum object_kind on = object_of_letter(e->letter);
	struct err gone = { 0 };
	struct object o;
	bool all = c->owner;

	/* Whose it was cannot be told of what is gone. */
	if (edit && on && object_find(c, on, id, &o, &gone) && !all && (runs_all(c, &all, &gone) || !all))
		return false;
	return may_see_row(c, on, id);
}

static const char *object_name(struct call *c, const struct entity *e, int64_t id, int64_t whose)
{
	if (e->letter)
		return ref_of(c, e->letter, id);
	if (e == &ent_person)
		return say_login(c, id);
	if (whose)
		return arena_printf(c->arena, "%s of %s", e->noun, say_login(c, whose));
	return arena_printf(c->arena, "%s %lld", e->noun, (long long)id);
}

/* "B-12, 3 x session". Of what was written in parts the first shows what it was. */
enum rc put_touched(struct call *c, struct value *row, int64_t seq, const char *op, struct err *err)
{
	enum part part = PART;
	int64_t first = 0;
	const char *said = "";
	struct stmt *s;
	bool more;

	part_op(c->arena, op, &part, &first);
	more = first && part == PART_LAST;
	s = log_touched(c->st, more ? first : seq, MOST);
	while (stmt_row(s)) {
		const struct entity *e = entity_of(col_text(s, 0, c->arena));
		int64_t rows = col_int(s, 1);

		more = more || col_int(s, 4);
		if (!e)
			continue;
		said = arena_printf(c->arena, "%s%s%s", said, *said ? ", " : "", rows > 1
				    || !is_shown(c, e, col_int(s, 2), col_int(s, 6))
				    ? arena_printf(c->arena, "%lld x %s", (long long)rows, e->noun)
				    : object_name(c, e, col_int(s, 2), col_int(s, 5)));
	}
	put_text(c->reply, row, "touched", more ? arena_printf(c->arena, "%s and more", said) : said);
	return stmt_done(s, err);
}

static enum rc put_lines(struct call *c, struct jw *w, const struct entity *e, const char *text,
			 struct err *err)
{
	while (*text) {
		const char *end = strchr(text, '\n');
		size_t n = end ? (size_t)(end - text) : strlen(text);
		const struct json *part;
		struct json *j;
		enum rc rc = json_parse(c->arena, text, n, &j, err);

		if (rc)
			return rc;
		text += n + (end != NULL);
		if (!is_shown(c, e, json_int(j, "id", 0), json_get(j, "old") && json_get(j, "new")))
			continue;
		jw_object(w);
		jw_key(w, "object");
		jw_str(w, object_name(c, e, json_int(j, "id", 0), 0));
		for (int k = 0; k < 2; k++) {
			part = json_get(j, k ? "new" : "old");
			jw_key(w, k ? "after" : "before");
			if (part)
				json_write(w, part);
			else
				jw_null(w);
		}
		jw_end_object(w);
	}
	return RC_OK;
}

static enum rc put_changes(struct call *c, struct value *row, int64_t seq, const char *op, struct err *err)
{
	struct stmt *s = log_changes(c->st, seq, MANY, MOST);
	struct out json;
	struct jw w;
	enum rc rc = RC_OK;

	out_to_mem(&json, c->arena);
	jw_init(&w, &json);
	jw_array(&w);
	while (!rc && stmt_row(s)) {
		const struct entity *e = entity_of(col_text(s, 0, c->arena));
		const char *text = col_text(s, 3, c->arena);

		if (!e)
			continue;
		if (text) {
			rc = put_lines(c, &w, e, text, err);
			continue;
		}
		jw_object(&w);
		jw_key(&w, "object");
		jw_str(&w, e->noun);
		jw_key(&w, "rows");
		jw_int(&w, col_int(s, 2));
		jw_end_object(&w);
	}
	jw_end_array(&w);
	if (!rc)
		rc = stmt_done(s, err);
	put_json(c->reply, row, "changes", out_text(&json));
	return rc ? rc : put_touched(c, row, seq, op, err);
}

static const struct param log_params[] = {
	{ .name = "since", .type = P_INSTANT, .help = "from this day or moment on" },
	{ .name = "parts", .type = P_FLAG, .help = "with each part of what a server wrote in parts, a large import" },
	{ .name = NULL } };

/* Whose entries the caller sees: one's own, or (0) everybody's. */
static enum rc whose(struct call *c, int64_t *person_id, struct err *err)
{
	bool all;
	enum rc rc = runs_all(c, &all, err);

	*person_id = all ? 0 : c->me.id;
	return rc;
}

static enum rc run_log(struct call *c, struct err *err)
{
	struct reply *r = c->reply;
	struct stmt *s;
	int64_t person_id, before;
	enum rc rc = whose(c, &person_id, err);

	if (!rc)
		rc = page_after(c, 0, &before, err);
	if (rc)
		return rc;
	s = log_list(c->st, person_id, arg_int(c, "since", 0), before, arg_has(c, "parts"), page_rows(c));
	r->empty = "Nothing has been done yet";
	while (stmt_row(s)) {
		struct value *row;

		if (c->rq->limit && r->n_rows == (size_t)c->rq->limit) {
			r->next = arena_printf(c->arena, "%lld",
					       (long long)reply_cell(r, r->n_rows - 1, "seq")->u.i);
			break;
		}
		row = reply_row(r);
		put_int(r, row, "seq", col_int(s, 0));
		put_instant(r, row, "at", col_int(s, 1));
		put_text(r, row, "actor", col_text(s, 2, c->arena));
		put_text(r, row, "acting_for", col_text(s, 3, c->arena));
		put_text(r, row, "op", col_text(s, 4, c->arena));
		put_text(r, row, "hash", col_text(s, 5, c->arena));
	}
	rc = stmt_done(s, err);
	for (size_t i = 0; !rc && i < r->n_rows; i++) {
		struct value *row = r->cells + i * r->n_cols;
		const char *op = reply_cell(r, i, "op")->u.s.p;
		enum part part = PART;
		int64_t first = 0;

		rc = put_changes(c, row, reply_cell(r, i, "seq")->u.i, op, err);
		if (!arg_has(c, "parts") && part_op(c->arena, op, &part, &first) && first && part == PART_LAST)
			put_text(r, row, "op", part_op(c->arena, op, &part, &first));
	}
	return rc;
}

const struct op op_log = {
	.name = "log", .summary = "What was done, the newest first",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = log_params,
	.result = log_columns, .example = "log --since today", .run = run_log,
};
