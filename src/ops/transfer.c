/* Reading a file's rows against a kind's columns. */
#include <stdio.h>
#include <string.h>

#include "replife/json.h"
#include "replife/utf8.h"
#include "transfer.h"

const struct transfer *const transfers[] = {
	&transfer_people, &transfer_roster, &transfer_slots, &transfer_bookings,
	&transfer_notes, &transfer_leads, &transfer_themes, &transfer_codings,
	&transfer_customers, NULL,
};

enum rc import_refuse(struct import *im, const char *col, struct err *err)
{
	if (err->rc == RC_IO || err->rc == RC_BUSY || err->rc == RC_INTERRUPTED)
		return err->rc;
	if (col)
		err_prefix(err, "%s:%u: %s: ", im->table->file, im->line, col);
	else
		err_prefix(err, "%s:%u: ", im->table->file, im->line);
	err->rc = RC_BAD_DATA;
	err->reason = REASON_NONE;
	return RC_BAD_DATA;
}

enum rc import_bad(struct import *im, const char *col, struct err *err, const char *fmt, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	err_set(err, RC_BAD_DATA, "%s", text);
	return import_refuse(im, col, err);
}

/* Who runs one program writes nothing into another's. */
enum rc import_sees(struct import *im, const char *col, enum object_kind on, int64_t *id, struct err *err)
{
	struct call *c = im->c;
	struct arena *whole = c->arena;
	struct err none = { 0 };
	struct object o;
	enum rc rc;

	c->arena = im->row;
	rc = object_find(c, on, *id, &o, &none);
	if (!rc && may_see(c, &o))
		rc = may(c, c->op, &o, err);
	else if (rc && rc != RC_NOT_FOUND)
		*err = none;
	else
		*id = 0;
	c->arena = whole;
	if (!*id)
		return RC_OK;
	return rc ? import_refuse(im, col, err) : RC_OK;
}

/* ---- columns ---- */

static size_t find_col(const struct transfer *w, const char *name)
{
	size_t i = 0;

	while (i < w->n_cols && strcmp(w->cols[i].name, name))
		i++;
	return i;
}

static enum rc unknown_col(const struct import *im, const char *name, struct err *err)
{
	const char *near = NULL;
	unsigned least = 4;
	struct out o;

	err_set(err, RC_BAD_DATA, "%s:1: the column '%.100s' is unknown", im->table->file, name);
	for (size_t i = 0; i < im->what->n_cols; i++) {
		unsigned d = word_distance(name, im->what->cols[i].name, 3);

		if (d < least) {
			least = d;
			near = im->what->cols[i].name;
		}
	}
	if (near)
		return err_todo(err, "Did you mean '%s'?", near);
	out_to_mem(&o, im->c->arena);
	for (size_t i = 0; i < im->what->n_cols; i++)
		out_printf(&o, "%s%s", i ? ", " : "", im->what->cols[i].name);
	return err_todo(err, "The columns of %s are: %s", im->what->what, out_text(&o));
}

/* place[i]: where the file's ith column goes in the kind's order. */
static enum rc place_cols(const struct import *im, size_t n, const char *const *cols, size_t *place,
			  struct err *err)
{
	bool have[TRANSFER_COLS] = { false };

	for (size_t i = 0; i < n; i++) {
		size_t at = find_col(im->what, cols[i]);

		if (at == im->what->n_cols)
			return unknown_col(im, cols[i], err);
		if (have[at]) {
			err_set(err, RC_BAD_DATA, "%s:1: the column '%s' comes twice", im->table->file, cols[i]);
			return err_todo(err, "Take one of them out, of the header and of each row");
		}
		have[at] = true;
		place[i] = at;	/* each once, so there are no more than the kind has */
	}
	for (size_t i = 0; i < im->what->n_cols; i++)
		if (im->what->cols[i].required && !have[i]) {
			err_set(err, RC_BAD_DATA, "%s:1: the column '%s' is missing", im->table->file,
				im->what->cols[i].name);
			return err_todo(err, "Add it to the header and to each row");
		}
	return RC_OK;
}

static enum rc one_row(struct import *im, const char *const *cell, struct err *err)
{
	struct arena_mark m = arena_mark(im->row);
	enum rc rc;

	for (size_t i = 0; i < im->what->n_cols; i++)
		if (im->what->cols[i].required && !cell[i])
			return import_bad(im, im->what->cols[i].name, err, "it is empty");
	rc = im->what->row(im, cell, err);
	arena_release(im->row, m);
	return rc;
}

/* Others may come in here; what was remembered of the store is looked up anew then. */
static enum rc between_rows(struct import *im, struct err *err)
{
	bool others;
	enum rc rc = call_pause(im->c, &others, err);

	if (others) {
		forget_people(im);
		if (im->what->forget)
			im->what->forget(im);
	}
	return rc;
}

static enum rc csv_rows(struct import *im, struct err *err)
{
	const struct table *t = im->table;
	size_t place[TRANSFER_COLS] = { 0 };
	const char *cell[TRANSFER_COLS];
	enum rc rc = place_cols(im, t->n_cols, t->cols, place, err);
	bool more = true;

	while (!rc && more) {
		const char *const *got;

		rc = t->next(t, &got, &im->line, &more, err);
		if (rc || !more)
			break;
		memset(cell, 0, sizeof cell);
		for (size_t i = 0; i < t->n_cols; i++)
			cell[place[i]] = got[i];
		rc = one_row(im, cell, err);
		if (!rc)
			rc = between_rows(im, err);
	}
	return rc;
}

/* ---- JSON: an array of objects, or the "items" or "rows" of one ---- */

#define CELL_MAX 65536	/* of a list: longer than any text may be, so it is refused */

static const char *json_cell(struct import *im, const struct json *j)
{
	struct out o;

	switch (j->type) {
	case J_NULL:
		return NULL;
	case J_STR:
		return *j->u.s.p ? j->u.s.p : NULL;
	case J_BOOL:
		return j->u.b ? "true" : "false";
	case J_INT:
	case J_REAL:
	case J_OBJECT:
		return json_text(im->row, j);
	case J_ARRAY:
		out_to_mem(&o, im->row);
		for (const struct json *k = json_first(j); k && o.len <= CELL_MAX; k = k->next) {
			const char *s = json_cell(im, k);

			out_printf(&o, "%s%s", o.len ? ";" : "", s ? s : "");
		}
		return out_text(&o);
	}
	return NULL;
}

static enum rc json_row(struct import *im, const struct json *obj, struct err *err)
{
	const char *cell[TRANSFER_COLS] = { NULL };

	im->line = obj->line;
	if (obj->type != J_OBJECT)
		return import_bad(im, NULL, err, "an object is wanted here");
	for (const struct json *k = json_first(obj); k; k = k->next) {
		size_t at = find_col(im->what, k->key);

		if (at == im->what->n_cols) {
			enum rc rc = unknown_col(im, k->key, err);

			snprintf(err->what, sizeof err->what, "%.200s:%u: the key '%.100s' is unknown",
				 im->table->file, obj->line, k->key);
			return rc;
		}
		cell[at] = json_cell(im, k);
	}
	return one_row(im, cell, err);
}

static enum rc json_rows(struct import *im, struct err *err)
{
	struct json *j;
	const struct json *rows;
	enum rc rc = json_parse(im->c->arena, im->table->json, im->table->json_len, &j, err);

	if (rc) {
		err_prefix(err, "%s:", im->table->file);
		return rc;
	}
	rows = j->type == J_ARRAY ? j : json_get(j, "rows");
	if (!rows)
		rows = json_get(j, "items");
	if (!rows || rows->type != J_ARRAY) {
		err_set(err, RC_BAD_DATA, "%s:1: an array of objects is wanted", im->table->file);
		return err_todo(err, "See what `replife export json %s` prints", im->what->what);
	}
	for (const struct json *k = json_first(rows); !rc && k; k = k->next) {
		rc = json_row(im, k, err);
		if (!rc)
			rc = between_rows(im, err);
	}
	return rc;
}

enum rc import_rows(struct import *im, struct err *err)
{
	enum rc rc = RC_OK;

	if (!im->row)
		im->row = arena_child(im->c->arena);
	if (im->what->begin)
		rc = im->what->begin(im, err);
	if (!rc)
		rc = im->table->json ? json_rows(im, err) : csv_rows(im, err);
	return rc;
}

/* ---- the ops ---- */

static const struct word what_words[] = {
	{ "people", "people" }, { "roster", "roster" }, { "slots", "slots" },
	{ "bookings", "bookings" }, { "notes", "notes" }, { "leads", "leads" },
	{ "themes", "themes" }, { "codings", "codings" }, { "customers", "customers" }, { "all", "all" }, { NULL, NULL } };

static const struct param import_params[] = {
	{ .name = "what", .type = P_WORD, .flags = REQUIRED | POSITIONAL, .words = what_words,
	  .help = "people, roster, slots, bookings, notes, leads, themes, codings or customers", .meta = "WHAT" },
	{ .name = "file", .type = P_TABLE, .flags = REQUIRED | POSITIONAL,
	  .help = "the file; - for standard input" },
	{ .name = NULL } };

static const struct column import_columns[] = {
	{ "what", "What", V_TEXT, SHOW_DATA, 0, false },
	{ "added", "Added", V_INT, SHOW_DATA, 0, false },
	{ "known", "Known", V_INT, SHOW_DATA, 0, false },
	{ NULL, NULL, V_NULL, 0, 0, false } };

static void say_imported(struct import *im, const char *what)
{
	struct reply *r = im->c->reply;
	struct value *row = reply_row(r);

	put_text(r, row, "what", what);
	put_int(r, row, "added", im->added);
	put_int(r, row, "known", im->known);
	reply_message(r, "%s %lld row%s of %s%s", im->c->rq->dry_run ? "Would add" : "Added",
		      (long long)im->added, im->added == 1 ? "" : "s", what,
		      im->known ? arena_printf(im->c->arena, "; %lld %s there already",
					       (long long)im->known, im->known == 1 ? "was" : "were")
				: "");
}

enum rc import_all(struct import *im, struct err *err);	/* transfer_all.c */
enum rc export_all(struct call *c, struct err *err);

/* Everything at once reaches over all programs. */
static const struct acts all_acts[] = {
	{ .param = "what", .only = "all", .on = ON_ALL,
	  .says = "everything at once is for who runs every program", .todo = "Ask the store's owner" },
	{ .param = NULL }
};

static enum rc run_import(struct call *c, struct err *err)
{
	const struct bound *b = arg_get(c, "file");
	const char *what = what_words[arg_int(c, "what", 0)].code;
	struct import im = { .c = c, .table = b->table };
	enum rc rc = RC_OK;

	if (!b->table)
		return err_set(err, RC_USAGE, "there is no file to import");
	for (size_t i = 0; transfers[i]; i++)
		if (!strcmp(transfers[i]->what, what))
			im.what = transfers[i];
	if (!im.what && !b->table->json) {
		err_set(err, RC_USAGE, "everything at once comes as JSON only");
		return err_todo(err, "replife import json all FILE");
	}
	im.row = arena_child(c->arena);
	if (im.what)
		rc = import_rows(&im, err);
	else
		rc = import_all(&im, err);
	if (!rc)
		say_imported(&im, what);
	return rc;
}

const struct op op_import_csv = {
	.name = "import csv", .summary = "Read people, sessions, remarks, … from a CSV file",
	.details = "All or nothing: one bad row and nothing is written. The same file twice adds "
		   "nothing. --dry-run says what would happen.",
	.effect = EFFECT_WRITE, .flags = OP_LONG, .who = WHO_LIFECYCLE,
	.acts = all_acts, .params = import_params,
	.result = import_columns, .example = "import csv people people.csv", .run = run_import,
};

const struct op op_import_json = {
	.name = "import json", .summary = "Read the same from JSON, or everything that was exported",
	.details = "A server takes up to 64 MB at a time, and up to 416 MB once it is read: it holds that in memory.",
	.effect = EFFECT_WRITE, .flags = OP_LONG, .who = WHO_LIFECYCLE,
	.acts = all_acts, .params = import_params,
	.result = import_columns, .example = "import json all backup.json", .run = run_import,
};

/* ---- export ---- */

static const struct param export_params[] = {
	{ .name = "what", .type = P_WORD, .flags = REQUIRED | POSITIONAL, .words = what_words,
	  .help = "people, roster, slots, bookings, notes, leads, themes, codings, customers or all",
	  .meta = "WHAT" },
	{ .name = "out", .type = P_FILE, .flags = LOCAL, .help = "the file; - for standard output" },
	{ .name = NULL } };

static enum rc run_export(struct call *c, struct err *err)
{
	const char *what = what_words[arg_int(c, "what", 0)].code;
	bool json = !strcmp(c->op->name, "export json");

	c->reply->format = json ? "json" : "csv";
	for (size_t i = 0; transfers[i]; i++)
		if (!strcmp(transfers[i]->what, what)) {
			reply_init(c->reply, c->arena, transfers[i]->columns);
			c->reply->format = json ? "json" : "csv";
			return transfers[i]->export(c, err);
		}
	if (json)
		return export_all(c, err);
	err_set(err, RC_USAGE, "everything at once is exported as JSON only");
	return err_todo(err, "replife export json all -o FILE");
}

const struct op op_export_csv = {
	.name = "export csv", .summary = "Write people, sessions, remarks, … as CSV",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE,
	.acts = all_acts, .params = export_params,
	.example = "export csv slots", .run = run_export,
};

const struct op op_export_json = {
	.name = "export json", .summary = "Write the same as JSON; `all` is everything, to move it",
	.effect = EFFECT_READ, .flags = OP_LONG, .who = WHO_LIFECYCLE,
	.acts = all_acts, .params = export_params,
	.example = "export json all -o replife.json", .run = run_export,
};
