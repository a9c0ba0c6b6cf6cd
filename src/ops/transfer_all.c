/* Everything at once, to move a store: every entity's rows as they are. */
#include <string.h>

#include "replife/care.h"
#include "replife/json.h"
#include "replife/recur.h"
#include "replife/transfer_store.h"
#include "replife/utf8.h"
#include "replife/person_store.h"
#include "report.h"
#include "transfer.h"

#define ALL_VERSION 1

enum rc import_all(struct import *im, struct err *err);
enum rc export_all(struct call *c, struct err *err);

static void write_row(struct jw *w, const struct entity *e, const void *row)
{
	const struct { int64_t id; struct uuid uuid; } *head = row;
	char uuid[UUID_TEXT_SIZE];

	uuid_text(&head->uuid, uuid);
	jw_object(w);
	jw_key(w, "id");
	jw_int(w, head->id);
	jw_key(w, "uuid");
	jw_str(w, uuid);
	jw_key(w, "is");
	entity_write(w, e, row);
	jw_end_object(w);
}

static enum rc export_entity(struct call *c, struct jw *w, const struct entity *e, struct err *err)
{
	struct stmt *s = entity_rows(c->st, e);
	void *row = arena_alloc(c->arena, e->size);

	jw_key(w, e->table);
	jw_array(w);
	while (stmt_row(s)) {
		out_char(w->o, '\n');
		ent_read(s, e, 0, c->arena, row);
		write_row(w, e, row);
	}
	jw_end_array(w);
	return stmt_done(s, err);
}

enum rc export_all(struct call *c, struct err *err)
{
	struct out o;
	struct jw w;
	enum rc rc = not_while_imported(c, err);

	out_to_mem(&o, c->arena);
	jw_init(&w, &o);
	jw_object(&w);
	jw_key(&w, "replife");
	jw_int(&w, ALL_VERSION);
	for (size_t i = 0; !rc && entities[i]; i++)
		rc = export_entity(c, &w, entities[i], err);
	jw_end_object(&w);
	out_char(&o, '\n');
	c->reply->body = out_text(&o);
	c->reply->body_len = o.len;
	return rc;
}

/* ---- in ---- */

struct head {
	int64_t id;
	struct uuid uuid;
};

struct closing {
	struct closing *next;
	int64_t period_id, closed_s;
};

struct stand_in {
	struct person person;
	struct grant grant;
};

/* What the import of everything remembers. */
struct all {
	struct stand_in *in;		/* NULL: the store had its own people */
	struct closing *closings;
};

static enum rc bad_row(struct import *im, const struct json *j, struct err *err)
{
	im->line = j->line;
	return import_refuse(im, NULL, err);
}

static enum rc known_row(struct import *im, const struct entity *e, const struct json *j,
			 int64_t id, const void *row, struct err *err)
{
	void *have = arena_alloc(im->row, e->size);
	enum rc rc = ent_get(im->c->st, e, id, im->row, have, err);

	if (rc)
		return rc;
	if (!entity_equal(e, have, row)) {
		err_set(err, RC_BAD_DATA, "this %s is there already, and differs", e->noun);
		err_todo(err, "Import into a new store: replife --db NEW.db import json all FILE");
		return bad_row(im, j, err);
	}
	im->known++;
	return RC_OK;
}

/* ---- what a row must be besides its types ---- */

#define YEAR_9999_S 253402300799

static enum rc check_hours(struct import *im, const struct entity *e, const void *row,
			   struct err *err)
{
	struct recur r;
	const struct zone *z;
	const struct rule *rule = row;
	const struct dayoff *day = row;
	const char *name = e == &ent_rule ? rule->zone : day->zone;
	enum rc rc = zone_load(name ? name : "UTC", &z, err);

	if (rc)
		return rc;
	return e == &ent_rule ? recur_parse(rule->sentence, z, im->c->now_s, &r, err)
			      : recur_parse_extra(day->sentence, z, im->c->now_s, &r, err);
}

static enum rc check_text(struct import *im, const char *col, const char *text, struct err *err)
{
	const char *clean;
	enum rc rc = text_clean(im->row, TEXT_LONG, col, text, strlen(text), &clean, err);

	if (rc || !strcmp(clean, text))
		return rc;
	return err_set(err, RC_BAD_DATA, "%s is not as replife writes it: trimmed, and in NFC", col);
}

static enum rc check_model(const struct snapshot *s, struct import *im, struct err *err)
{
	struct json *j;
	enum rc rc = json_parse(im->row, s->model, strlen(s->model), &j, err);

	if (rc || !strcmp(report_hash(im->row, s->model), s->hash))
		return rc;
	return err_set(err, RC_BAD_DATA, "the closed report was changed: its hash is another");
}

static enum rc check_number(const char *col, int64_t v, int64_t most, struct err *err)
{
	if (v >= -most && v <= most)
		return RC_OK;
	return err_set(err, RC_BAD_DATA, "%s cannot be %lld", col, (long long)v);
}

static enum rc check_field(struct import *im, const struct entity *e, size_t i, const void *row,
			   struct err *err)
{
	const struct ent_col *c = &e->cols[i];
	const void *f = ent_field(e, row, i);
	const char *text = c->type == T_TEXT ? *(const char *const *)f : NULL;
	int64_t v = c->type == T_INT || c->type == T_OPT ? *(const int64_t *)f : 0;
	const struct zone *z;

	if (c->type == T_TEXT && !text)
		return RC_OK;
	switch (c->means) {
	case MEANS_ANY:
		return text ? check_text(im, c->name, text, err)
			    : check_number(c->name, v, INT64_MAX / 1024, err);
	case MEANS_INSTANT:
		return check_number(c->name, v, YEAR_9999_S, err);
	case MEANS_DAY:
		return check_number(c->name, v, YEAR_9999_S / 86400, err);
	case MEANS_LOGIN:
		return login_is_valid(text) ? RC_OK
			: err_set(err, RC_BAD_DATA, "'%.100s' cannot be a login", text);
	case MEANS_ZONE:
		return zone_load(text, &z, err);
	case MEANS_HOURS:
		return check_hours(im, e, row, err);
	case MEANS_TERMS:
		return check_terms(im->row, text, err);
	case MEANS_MODEL:
		return check_model(row, im, err);
	}
	return RC_OK;
}

static enum rc check_row(struct import *im, const struct entity *e, const void *row, struct err *err)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < e->n_cols; i++)
		if (!e->cols[i].derived)
			rc = check_field(im, e, i, row, err);
	return rc;
}

/* What a closed period holds cannot change, so closing comes last. */
static void put_off(struct import *im, struct period *p)
{
	struct all *all = im->state;
	struct closing *c = arena_new(im->c->arena, struct closing);

	*c = (struct closing){ all->closings, p->id, p->closed_s };
	p->closed_s = 0;
	if (c->closed_s)
		all->closings = c;
}

static enum rc close_periods(struct import *im, struct err *err)
{
	const struct all *all = im->state;
	struct period p = { 0 };
	enum rc rc = RC_OK;

	for (struct closing *c = all->closings; !rc && c; c = c->next) {
		rc = ent_get(im->c->st, &ent_period, c->period_id, im->c->arena, &p, err);
		p.closed_s = c->closed_s;
		if (!rc)
			rc = ent_update(im->c->st, &ent_period, &p, err);
	}
	return rc;
}

static enum rc one_row(struct import *im, const struct entity *e, const struct json *j, struct err *err)
{
	struct head *row = arena_alloc(im->row, e->size);
	int64_t id = 0;
	enum rc rc;

	row->id = json_int(j, "id", 0);
	if (row->id <= 0 || !uuid_from_text(json_str(j, "uuid", ""), &row->uuid)) {
		err_set(err, RC_BAD_DATA, "a row needs an id and a uuid");
		return bad_row(im, j, err);
	}
	if (entity_scan(e, json_get(j, "is"), row, err) || check_row(im, e, row, err))
		return bad_row(im, j, err);
	rc = entity_by_uuid(im->c->st, e, &row->uuid, &id, err);
	if (rc)
		return rc;
	if (id && id == row->id)
		return known_row(im, e, j, id, row, err);
	im->added++;
	if (e == &ent_period)
		put_off(im, (struct period *)row);
	if (entity_insert_whole(im->c->st, e, row, err)) {
		if (err->reason == REASON_DUPLICATE)
			err_todo(err, "This store holds something else; import into a new one: "
				      "replife --db NEW.db import json all FILE");
		return bad_row(im, j, err);
	}
	return RC_OK;
}

static enum rc import_entity(struct import *im, const struct entity *e, const struct json *rows,
			     struct err *err)
{
	enum rc rc = RC_OK;

	for (const struct json *j = json_first(rows); !rc && j; j = j->next) {
		struct arena_mark m = arena_mark(im->row);

		rc = one_row(im, e, j, err);
		arena_release(im->row, m);
	}
	return rc;
}

/*
 * A new store's own owner and program give way to those of the file. Since
 * somebody must hold the lifecycle role at every moment, a stand-in does until
 * the file's people are there.
 */
static int64_t highest_id(const struct json *rows)
{
	int64_t most = 0;

	for (const struct json *j = json_first(rows); j; j = j->next)
		if (json_int(j, "id", 0) > most)
			most = json_int(j, "id", 0);
	return most;
}

static enum rc delete_all_but(struct import *im, const struct entity *e, int64_t keep, struct err *err)
{
	struct stmt *s = entity_rows(im->c->st, e);
	int64_t ids[64];
	size_t n = 0;
	enum rc rc;

	while (n < 64 && stmt_row(s))
		if (col_int(s, 0) != keep)
			ids[n++] = col_int(s, 0);
	rc = stmt_done(s, err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = ent_delete(im->c->st, e, ids[i], err);
	return rc;
}

static enum rc drop_seed(struct import *im, const struct json *j, struct err *err)
{
	struct stand_in *in = arena_new(im->c->arena, struct stand_in);
	struct store *st = im->c->st;
	bool untouched;
	enum rc rc = store_untouched(st, &untouched, err);

	if (rc || !untouched)
		return rc;
	in->person.id = highest_id(json_get(j, "person")) + 100;
	in->person.uuid = uuid_new();
	in->person.login = in->person.name = "~stand-in";
	rc = entity_insert_whole(st, &ent_person, &in->person, err);
	in->grant = (struct grant){ .id = highest_id(json_get(j, "role_grant")) + 100,
				    .uuid = uuid_new(), .person_id = in->person.id,
				    .role = ROLE_LIFECYCLE };
	if (!rc)
		rc = entity_insert_whole(st, &ent_grant, &in->grant, err);
	if (!rc)
		rc = delete_all_but(im, &ent_grant, in->grant.id, err);
	if (!rc)
		rc = delete_all_but(im, &ent_program, 0, err);
	if (!rc)
		rc = delete_all_but(im, &ent_person, in->person.id, err);
	((struct all *)im->state)->in = in;
	return rc;
}

static enum rc drop_stand_in(struct import *im, struct err *err)
{
	struct stand_in *in = ((struct all *)im->state)->in;
	enum rc rc;

	if (!in)
		return RC_OK;
	rc = ent_delete(im->c->st, &ent_grant, in->grant.id, err);
	if (!rc)
		rc = ent_delete(im->c->st, &ent_person, in->person.id, err);
	return rc;
}

static enum rc check_owned(struct import *im, struct err *err)
{
	struct person owner;
	enum rc rc = person_owner(im->c->st, im->row, &owner, err);

	if (rc == RC_OK && owner.id)
		return RC_OK;
	err_set(err, RC_BAD_DATA, "%s: nobody in it owns the store", im->table->file);
	return err_todo(err, "One person needs \"owner\": true");
}

static enum rc check_brought(struct import *im, struct err *err)
{
	const char *broken;
	int64_t wrong;
	enum rc rc = store_check_brought(im->c->st, &broken, &wrong, err);

	if (rc || !broken)
		return rc;
	err_set(err, RC_BAD_DATA, "%s: of what is in it this is not so: %s (%lld)", im->table->file, broken,
		(long long)wrong);
	return err_todo(err, "Take what `replife export json all` wrote, as it wrote it");
}

static enum rc check_keys(struct import *im, const struct json *j, struct err *err)
{
	struct lost_key lost;
	const struct json *row;
	enum rc rc = keys_missing(im->c->st, im->c->arena, &lost, err);

	if (rc || !lost.table)
		return rc;
	for (row = json_first(json_get(j, lost.table)); row && json_int(row, "id", 0) != lost.id; row = row->next)
		;
	err_set(err, RC_BAD_DATA, "what its %s names is not in the file", lost.column);
	err_todo(err, "Take what `replife export json all` wrote, as it wrote it");
	return bad_row(im, row ? row : j, err);
}

enum rc import_all(struct import *im, struct err *err)
{
	struct call *c = im->c;
	struct json *j;
	enum rc rc = json_parse(c->arena, im->table->json, im->table->json_len, &j, err);

	if (rc)
		return err_prefix(err, "%s:", im->table->file);
	if (json_int(j, "replife", 0) != ALL_VERSION) {
		err_set(err, RC_BAD_DATA, "%s:1: this is no export of everything", im->table->file);
		return err_todo(err, "Make one with `replife export json all -o FILE`");
	}
	im->state = arena_new(c->arena, struct all);
	rc = keys_later(c->st, err);
	if (!rc)
		rc = drop_seed(im, j, err);
	for (size_t i = 0; !rc && entities[i]; i++)
		rc = import_entity(im, entities[i], json_get(j, entities[i]->table), err);
	if (!rc)
		rc = close_periods(im, err);
	if (!rc)
		rc = drop_stand_in(im, err);
	if (!rc)
		rc = check_keys(im, j, err);
	if (!rc)
		rc = check_owned(im, err);
	return rc ? rc : check_brought(im, err);
}
