/* Themes and what people put into them, as files. */
#include <string.h>

#include "notes.h"
#include "replife/codebook.h"
#include "replife/lookup_store.h"
#include "replife/transfer_store.h"
#include "transfer.h"

#define TEXT_COL(k) { k, k, V_TEXT, SHOW_ALL, 0, false }
#define END_COL { NULL, NULL, V_NULL, 0, 0, false }

enum { T_NAME_, T_AREA, T_DEFINITION, T_TERMS };

static bool text_differs(const char *said, const char *have)
{
	return said && (!have || strcmp(said, have));
}

enum rc check_terms(struct arena *a, const char *terms, struct err *err)
{
	const char *const *list;
	size_t n = codebook_split(a, terms, &list);
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < n; i++)
		rc = codebook_check_term(list[i], err);
	return rc;
}

static enum rc theme_row(struct import *im, const char *const *cell, struct err *err)
{
	struct call *c = im->c;
	struct theme t = { .program_id = c->program.id, .state = THEME_ACTIVE }, have;
	int area = AREA_OTHER;
	enum rc rc = cell_text(im, "name", false, cell[T_NAME_], &t.name, err);

	if (!rc)
		rc = cell_word(im, "area", area_words, cell[T_AREA], &area, err);
	if (!rc)
		rc = cell_text(im, "definition", true, cell[T_DEFINITION], &t.definition, err);
	if (!rc)
		rc = cell_text(im, "terms", true, cell[T_TERMS], &t.terms, err);
	if (!rc && t.terms && check_terms(im->row, t.terms, err))
		rc = import_refuse(im, "terms", err);
	if (!rc)
		rc = theme_named(c->st, im->row, c->program.id, t.name, &have, err);
	if (rc)
		return rc;
	t.area = (enum area)area;
	if (have.id) {
		if ((cell[T_AREA] && have.area != t.area) || text_differs(t.definition, have.definition) ||
		    text_differs(t.terms, have.terms)) {
			import_bad(im, "name", err, "'%s' is there already as T-%lld, and differs",
				   t.name, (long long)have.id);
			return err_todo(err, "Change it with `replife theme edit T-%lld`, or mend the file",
					(long long)have.id);
		}
		im->known++;
		return RC_OK;
	}
	im->added++;
	return ent_insert(c->st, &ent_theme, &t, err) ? import_refuse(im, "name", err) : RC_OK;
}

static enum rc export_texts(struct call *c, struct stmt *s, struct err *err)
{
	while (stmt_row(s)) {
		struct value *row = reply_row(c->reply);

		for (size_t i = 0; i < c->reply->n_cols; i++)
			put_text(c->reply, row, c->reply->cols[i].key, col_text(s, (int)i, c->arena));
	}
	return stmt_done(s, err);
}

static enum rc themes_export(struct call *c, struct err *err)
{
	return export_texts(c, transfer_theme_rows(c->st, c->program.id), err);
}

static const struct column themes_columns[] = {
	TEXT_COL("name"), TEXT_COL("area"), TEXT_COL("definition"), TEXT_COL("terms"), END_COL };

const struct transfer transfer_themes = {
	.what = "themes", .n_cols = 4, .row = theme_row, .export = themes_export,
	.cols = { { "name", true }, { "area", false }, { "definition", false }, { "terms", false } },
	.columns = themes_columns,
};

/* ---- codings ---- */

enum { C_OBSERVATION, C_THEME };

/* The remark by the ref that it came with, or as O-12. */
static enum rc remark_named(struct import *im, const char *ref, struct observation_view *v, struct err *err)
{
	struct call *c = im->c;
	int64_t id = 0;
	enum rc rc = observation_by_ref(c->st, ref, &id, err);

	if (rc)
		return rc;
	if (!id)
		id = ref_parse('O', ref);
	if (id)
		rc = import_sees(im, "observation_ref", ON_REMARK, &id, err);
	if (!rc && !id)
		return import_bad(im, "observation_ref", err, "there is no remark '%.100s'", ref);
	return rc ? rc : observation_view_get(c->st, c->arena, id, v, err);
}

/* What theme assign asks for is asked here, too; one that is in a retired theme
 * already, or held there by a closed report, as our own export says, is known. */
static enum rc say_coded(struct import *im, struct observation_view *v, const struct theme *t,
			 struct coding *had, size_t n, struct err *err)
{
	struct call *c = im->c;
	struct coding k = { .observation_id = v->o.id, .theme_id = t->id, .state = CODING_ACTIVE };
	struct err why = { 0 };
	bool held = check_frozen(c, &v->note, &why) != RC_OK;

	for (size_t i = 0; i < n; i++)
		if ((had[i].by == BY_PERSON && had[i].person_id == c->me.id) ||
		    ((t->state == THEME_RETIRED || held) && had[i].state == CODING_ACTIVE)) {
			im->known++;
			return RC_OK;
		}
	if (v->note.state != NOTE_SUBMITTED)
		return import_bad(im, "observation_ref", err, "the write-up of %s was withdrawn", ref_of(c, 'O', v->o.id));
	if (check_theme_takes(c, t, err))
		return import_refuse(im, "theme", err);
	if (held && check_frozen(c, &v->note, err))
		return import_refuse(im, "observation_ref", err);
	im->added++;
	if (say_coding(c, had, n, &k, err))
		return import_refuse(im, "theme", err);
	if (!v->o.set_aside)
		return RC_OK;
	v->o.set_aside = NULL;
	return ent_update(c->st, &ent_observation, &v->o, err) ? import_refuse(im, "theme", err) : RC_OK;
}

static enum rc coding_row(struct import *im, const char *const *cell, struct err *err)
{
	struct call *c = im->c;
	struct observation_view v = { 0 };
	struct coding *had = NULL;
	struct theme t = { 0 };
	size_t n = 0;
	enum rc rc = remark_named(im, cell[C_OBSERVATION], &v, err);

	if (!rc)
		rc = theme_named(c->st, im->row, c->program.id, cell[C_THEME], &t, err);
	if (!rc && !t.id) {
		import_bad(im, "theme", err, "there is no theme '%.100s'", cell[C_THEME]);
		return err_todo(err, "Import the themes first, or `replife theme add`");
	}
	if (!rc)
		rc = codings_of_pair(c->st, im->row, v.o.id, t.id, &had, &n, err);
	return rc ? rc : say_coded(im, &v, &t, had, n, err);
}

static enum rc codings_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_coding_rows(c->st, c->program.id);

	while (stmt_row(s)) {
		struct value *row = reply_row(c->reply);
		const char *ref = col_text(s, 0, c->arena);

		put_text(c->reply, row, "observation_ref", ref ? ref : ref_of(c, 'O', col_int(s, 1)));
		put_text(c->reply, row, "theme", col_text(s, 2, c->arena));
	}
	return stmt_done(s, err);
}

static const struct column codings_columns[] = {
	TEXT_COL("observation_ref"), TEXT_COL("theme"), END_COL };

const struct transfer transfer_codings = {
	.what = "codings", .n_cols = 2, .row = coding_row, .export = codings_export,
	.cols = { { "observation_ref", true }, { "theme", true } },
	.columns = codings_columns,
};
