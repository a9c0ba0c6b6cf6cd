/* What was done, and taking it back. */
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
static bool is_shown(struct call *c, const struct entity *e, int64_t id)
{
	return may_see_row(c, object_of_letter(e->letter), id);
}

static const char *object_name(struct call *c, const struct entity *e, int64_t id)
{
	if (e->letter)
		return ref_of(c, e->letter, id);
	return arena_printf(c->arena, "%s %lld", e->noun, (long long)id);
}

/* "B-12, 3 x session". Of what was written in parts the first shows what it was. */
static enum rc put_touched(struct call *c, struct value *row, int64_t seq, const char *op, struct err *err)
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
				    || !is_shown(c, e, col_int(s, 2))
				    ? arena_printf(c->arena, "%lld x %s", (long long)rows, e->noun)
				    : object_name(c, e, col_int(s, 2)));
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
		if (!is_shown(c, e, json_int(j, "id", 0)))
			continue;
		jw_object(w);
		jw_key(w, "object");
		jw_str(w, object_name(c, e, json_int(j, "id", 0)));
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
	for (size_t i = 0; !rc && i < r->n_rows; i++)
		rc = put_changes(c, r->cells + i * r->n_cols, reply_cell(r, i, "seq")->u.i,
				 reply_cell(r, i, "op")->u.s.p, err);
	return rc;
}

const struct op op_log = {
	.name = "log", .summary = "What was done, the newest first",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = log_params,
	.result = log_columns, .example = "log --since today", .run = run_log,
};

/* ---- undo and redo ---- */

static const struct column undo_columns[] = {
	{ "seq", "No.", V_INT, SHOW_DATA, 0, false },
	{ "op", "Op", V_TEXT, SHOW_DATA, 0, false },
	{ "touched", "Touched", V_TEXT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static const struct param undo_params[] = {
	{ .name = "ticket", .type = P_INT, .flags = POSITIONAL, .min = 1, .max = INT64_MAX,
	  .help = "which op, by its number in the log; your latest if left out", .meta = "N" },
	{ .name = NULL } };

struct freed {
	int64_t *slots;
	size_t n;
};

/* The sessions that the entry is about, of those there are: what it made is gone once it
 * is undone. */
static enum rc find_freed(struct call *c, int64_t seq, struct freed *f, struct err *err)
{
	struct stmt *s = log_slots(c->st, seq);

	while (stmt_row(s)) {
		f->slots = arena_grow(c->arena, f->slots, f->n * sizeof *f->slots, (f->n + 1) * sizeof *f->slots);
		f->slots[f->n++] = col_int(s, 0);
	}
	return stmt_done(s, err);
}

/* A seat that came free goes to the first in the queue, whatever freed it. */
static enum rc serve_queues(struct call *c, const struct freed *f, struct err *err)
{
	struct moved moved = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < f->n; i++)
		rc = queue_serve(c, f->slots[i], &moved, err);
	return rc;
}

/* What a report holds stays as it holds it. */
static enum rc not_closed_since(struct call *c, const struct log_entry *e, struct err *err)
{
	const char *period;
	enum rc rc = log_frozen(c->st, c->arena, e->seq, &period, err);

	if (rc || !period)
		return rc;
	err_conflict(err, REASON_PERIOD_CLOSED, "%s has been closed since, and its report has it", period);
	return err_todo(err, "Lifecycle can open the period again: replife period reopen %s --reason TEXT",
			say_word(c, period));
}

static const struct op *op_of(struct call *c, const struct log_entry *e)
{
	enum part part;
	int64_t first;

	return e->op ? op_find(part_op(c->arena, e->op, &part, &first)) : NULL;
}

/* What was done in parts is undone as a whole, the last part first. */
static enum rc find_parts(struct call *c, const struct log_entry *e, int64_t **seq, size_t *n, struct err *err)
{
	enum part part = PART;
	int64_t first, *parts;
	const char *op = part_op(c->arena, e->op, &part, &first);
	bool whole = first && part == PART_LAST && !e->undoes;
	enum rc rc = RC_OK;

	*n = 0;
	if (whole)
		rc = parts_of(c->st, c->arena, op, first, &parts, n, err);
	*seq = arena_array(c->arena, int64_t, *n + 1);
	(*seq)[0] = e->seq;
	if (*n)
		memcpy(*seq + 1, parts, *n * sizeof *parts);
	++*n;
	return rc;
}

static enum rc reverse_one(struct call *c, const struct log_entry *whole, int64_t seq, struct freed *freed,
			   struct err *err)
{
	struct log_entry e = *whole;
	enum rc rc = find_freed(c, seq, freed, err);

	e.seq = seq;
	if (!rc)
		rc = not_closed_since(c, &e, err);
	if (!rc)
		rc = audit_reverse(c->st, c->arena, seq, err);
	if (!rc)		/* of what was not there before */
		rc = not_closed_since(c, &e, err);
	if (!rc)
		rc = find_freed(c, seq, freed, err);
	return rc ? err_prefix(err, "`%s` cannot be taken back: ", e.op) : RC_OK;
}

static enum rc reverse(struct call *c, const struct log_entry *e, const char *verb, struct err *err)
{
	const struct op *op = op_of(c, e);
	struct value *row;
	int64_t *seq;
	size_t n;
	struct freed freed = { 0 };
	enum rc rc = find_parts(c, e, &seq, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		rc = reverse_one(c, e, seq[i], &freed, err);
	if (rc)
		return rc;
	c->ticket = e->seq;
	rc = serve_queues(c, &freed, err);
	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_int(c->reply, row, "seq", e->seq);
	put_text(c->reply, row, "op", e->op);
	rc = put_touched(c, row, e->seq, e->op, err);
	reply_message(c->reply, "%s `%s`%s%s (no. %lld: %s)", verb, e->op, op ? ": " : "",
		      op ? op->summary : "", (long long)e->seq, reply_cell(c->reply, 0, "touched")->u.s.p);
	return rc;
}

static enum rc may_undo(struct call *c, const struct log_entry *e, struct err *err)
{
	const struct op *op = op_of(c, e);

	if (!e->undoable) {
		err_conflict(err, REASON_STATE, "`%s` cannot be undone", e->op);
		return err_todo(err, "See replife log for what can");
	}
	if (e->reversed) {
		err_conflict(err, REASON_STATE, "no. %lld has been undone already", (long long)e->seq);
		return err_todo(err, "Bring it back with replife redo");
	}
	return op ? may(c, op, NULL, err) : RC_OK;	/* a role may have ended since */
}

static enum rc run_undo(struct call *c, struct err *err)
{
	int64_t ticket = arg_int(c, "ticket", 0);
	struct log_entry e = { 0 };
	enum rc rc = RC_OK;

	if (!ticket) {
		rc = log_undoable(c->st, c->me.id, &ticket, err);
		if (!rc && !ticket) {
			err_set(err, RC_NOT_FOUND, "you have done nothing that can be undone");
			rc = err_todo(err, "See replife log");
		}
	}
	if (!rc)
		rc = log_get(c->st, c->arena, ticket, &e, err);
	if (!rc)
		rc = may_undo(c, &e, err);
	return rc ? rc : reverse(c, &e, "Undid", err);
}

const struct op op_undo = {
	.name = "undo", .summary = "Take back your latest change, or the one that you name",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_NO_UNDO | OP_LONG,
	ACTS({ .param = "ticket", .on = ON_ENTRY, .by = REL_AUTHOR }),
	.params = undo_params, .result = undo_columns, .example = "undo", .run = run_undo,
};

static enum rc run_redo(struct call *c, struct err *err)
{
	int64_t ticket;
	struct log_entry e, first;
	enum rc rc = log_redoable(c->st, c->me.id, &ticket, err);

	if (rc)
		return rc;
	if (!ticket) {
		err_set(err, RC_NOT_FOUND, "there is nothing to redo");
		return err_todo(err, "Redo comes right after undo");
	}
	rc = log_get(c->st, c->arena, ticket, &e, err);
	if (!rc)
		rc = log_get(c->st, c->arena, e.undoes, &first, err);
	if (rc)
		return rc;
	e.op = first.op;
	if (op_of(c, &e))
		rc = may(c, op_of(c, &e), NULL, err);
	return rc ? rc : reverse(c, &e, "Brought back", err);
}

const struct op op_redo = {
	.name = "redo", .summary = "Bring back what you just undid",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY, .flags = OP_NO_UNDO | OP_LONG,
	.result = undo_columns, .example = "redo", .run = run_redo,
};
