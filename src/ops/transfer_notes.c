/* Remarks and leads as files: years of a feedback spreadsheet come in here. */
#include <stdio.h>
#include <string.h>

#include "replife/transfer_store.h"
#include "notes.h"
#include "transfer.h"

#define TEXT_COL(k) { k, k, V_TEXT, SHOW_ALL, 0, false }
#define END_COL { NULL, NULL, V_NULL, 0, 0, false }

enum { N_REF, N_TEXT, N_AREA, N_AUTHOR, N_SESSION, N_DATE, N_QUOTE, N_NOTE };

/* What rows without a ref say, and how often: in the store, and so far in the
 * file. */
struct contents {
	struct tally *stored, *met;
	int64_t last_note;		/* of the write-up that note_ref named last */
	const char *last_ref;
};

/* Count what the store has without a ref: the first column is the ref, the
 * next `n` are the content. */
static enum rc count_stored(struct import *im, struct stmt *s, int n, struct err *err)
{
	struct call *c = im->c;
	struct contents *t = arena_new(c->arena, struct contents);

	t->stored = tally_new(c->arena);
	t->met = tally_new(c->arena);
	im->state = t;
	while (stmt_row(s)) {
		struct arena_mark m = arena_mark(im->row);
		const char *f[TRANSFER_COLS];

		for (int i = 0; i < n; i++)
			f[i] = col_text(s, i + 1, im->row);
		if (col_is_null(s, 0))
			++*tally_at(t->stored, content_of(im->row, f, (size_t)n));
		arena_release(im->row, m);
	}
	return stmt_done(s, err);
}

/* What others added meanwhile without a ref is not counted: it came after the file. */
static void forget(struct import *im)
{
	((struct contents *)im->state)->last_ref = NULL;
}

static enum rc notes_begin(struct import *im, struct err *err)
{
	return count_stored(im, transfer_note_rows(im->c->st, im->c->program.id), 3, err);
}

/* "2026-11-24" or a time. */
static enum rc cell_date(struct import *im, const char *cell, int64_t *out, struct err *err)
{
	const char *with_time;

	if (!cell)
		return RC_OK;
	with_time = strlen(cell) == 10 ? arena_printf(im->row, "%sT00:00", cell) : cell;
	return cell_instant(im, "date", with_time, NULL, out, err);
}

static enum rc session_booking(struct import *im, const char *ref, const struct person *author,
			       struct note *n, struct err *err)
{
	int64_t slot_id;
	struct slot s = { 0 };
	enum rc rc = slot_named(im, "session_ref", ref, &slot_id, err);

	if (rc)
		return rc;
	if (!author) {
		import_bad(im, "author", err, "it is empty, but a session is named");
		return err_todo(err, "Say who sat in");
	}
	rc = booking_of(im->c->st, slot_id, author->id, &n->booking_id, err);
	if (!rc && !n->booking_id) {
		import_bad(im, "author", err, "%s has no seat in that session", author->login);
		return err_todo(err, "Import the bookings first");
	}
	if (!rc)
		rc = ent_get(im->c->st, &ent_slot, slot_id, im->row, &s, err);
	if (!rc)
		n->said_s = s.begin_s;
	return rc;
}

/* Who runs one program writes nothing into another's write-ups. */
static enum rc note_referred(struct import *im, const char *ref, int64_t *id, struct err *err)
{
	enum rc rc = note_by_ref(im->c->st, ref, id, err);

	if (rc || !*id)
		return rc;
	rc = import_sees(im, "note_ref", ON_NOTE, id, err);
	if (rc || *id)
		return rc;
	import_bad(im, "note_ref", err, "'%.100s' is taken", ref);
	return err_todo(err, "Call the write-up otherwise");
}

/* The write-up that the row belongs to: made by the first row that needs it. */
static enum rc note_for(struct import *im, const char *note_ref, const char *session,
			const char *date, const struct person *author, int64_t *id, struct err *err)
{
	struct call *c = im->c;
	struct contents *t = im->state;
	struct note n = { .program_id = c->program.id, .side = SIDE_IMPORT, .state = NOTE_SUBMITTED,
			  .happened = HAPPENED_UNSAID, .said_s = c->now_s, .submitted_s = c->now_s };
	const char *closed;
	enum rc rc = RC_OK;

	*id = 0;
	if (note_ref && t && t->last_ref && !strcmp(t->last_ref, note_ref)) {
		*id = t->last_note;
		return RC_OK;
	}
	if (note_ref)
		rc = note_referred(im, note_ref, id, err);
	if (!rc && !*id)
		rc = cell_date(im, date, &n.said_s, err);
	if (!rc && !*id && session)
		rc = session_booking(im, session, author, &n, err);
	if (!rc && !*id && n.booking_id) {
		n.side = SIDE_MARKETER;
		n.happened = HAPPENED_YES;
		rc = note_of_booking(c->st, n.booking_id, id, err);
	}
	if (!rc && !*id)
		rc = note_time(c, &n, &closed, err);
	if (!rc && !*id) {
		n.author_id = author ? author->id : 0;
		n.ref = note_ref;
		rc = ent_insert(c->st, &ent_note, &n, err);
		if (rc)
			return import_refuse(im, "note_ref", err);
		*id = n.id;
	}
	if (!rc && note_ref && t) {
		t->last_ref = arena_strdup(c->arena, note_ref);
		t->last_note = *id;
	}
	return rc;
}

/* Our own export names what has no ref O-12: such a row is known where it says
 * the same, and another store's where it does not. */
static enum rc own_row(struct import *im, const struct entity *e, const char *ref, void *have,
		       bool *there, struct err *err)
{
	int64_t id = ref && *ref == e->letter ? ref_parse(e->letter, ref) : 0;

	*there = id && ent_ref_exists(im->c->st, e->letter, id);
	return *there ? ent_get(im->c->st, e, id, im->row, have, err) : RC_OK;
}

static bool same_remark(const struct observation *a, const struct observation *b)
{
	return !strcmp(a->text, b->text) && a->area == b->area && a->may_quote == b->may_quote;
}

static enum rc known_remark(struct import *im, int64_t id, const struct observation *o, struct err *err)
{
	struct observation have;
	enum rc rc = ent_get(im->c->st, &ent_observation, id, im->row, &have, err);

	if (rc)
		return rc;
	if (!same_remark(&have, o)) {
		import_bad(im, "ref", err, "'%s' is there already as O-%lld, and differs", o->ref,
			   (long long)id);
		return err_todo(err, "Give it another ref, or change the write-up with `replife note edit`");
	}
	im->known++;
	return RC_OK;
}

/* Without a ref: the nth time in the file is known where the store has it n
 * times. */
static bool met_before(struct import *im, const struct observation *o, const char *author)
{
	struct contents *t = im->state;
	const char *f[] = { o->text, area_words[o->area].code, author };
	const char *content = content_of(im->row, f, 3);
	int64_t *met = tally_at(t->met, content);

	++*met;
	return *met <= *tally_at(t->stored, content);
}

static enum rc note_row(struct import *im, const char *const *cell, struct err *err)
{
	struct observation o = { .area = AREA_OTHER }, have = { 0 };
	struct person *author;
	int area = AREA_OTHER;
	int64_t id = 0;
	bool known = false;
	const char *note_ref = NULL;
	enum rc rc = cell_text(im, "text", true, cell[N_TEXT], &o.text, err);

	if (!rc)
		rc = cell_text(im, "ref", false, cell[N_REF], &o.ref, err);
	if (!rc)
		rc = cell_text(im, "note_ref", false, cell[N_NOTE], &note_ref, err);
	if (!rc)
		rc = cell_word(im, "area", area_words, cell[N_AREA], &area, err);
	if (!rc)
		rc = cell_person(im, "author", cell[N_AUTHOR], &author, err);
	if (!rc)
		rc = cell_bool(im, "may_quote", cell[N_QUOTE], &o.may_quote, err);
	o.area = (enum area)area;
	if (!rc && !*o.text)
		rc = import_bad(im, "text", err, "it is empty");
	if (!rc && o.ref)
		rc = observation_by_ref(im->c->st, o.ref, &id, err);
	if (rc)
		return rc;
	if (id)
		return known_remark(im, id, &o, err);
	rc = own_row(im, &ent_observation, o.ref, &have, &known, err);
	if (rc)
		return rc;
	if ((known && !have.ref && same_remark(&have, &o)) ||
	    (!o.ref && met_before(im, &o, cell[N_AUTHOR]))) {
		im->known++;
		return RC_OK;
	}
	rc = note_for(im, note_ref, cell[N_SESSION], cell[N_DATE], author, &o.note_id, err);
	if (rc)
		return rc;
	im->added++;
	return ent_insert(im->c->st, &ent_observation, &o, err) ? import_refuse(im, "text", err) : RC_OK;
}

static enum rc notes_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_note_rows(c->st, c->program.id);
	struct reply *r = c->reply;

	while (stmt_row(s)) {
		struct value *row = reply_row(r);
		const char *ref = col_text(s, 0, c->arena), *slot = col_text(s, 4, c->arena),
			*note = col_text(s, 7, c->arena);

		put_text(r, row, "ref", ref ? ref : ref_of(c, 'O', col_int(s, 8)));
		put_text(r, row, "text", col_text(s, 1, c->arena));
		put_text(r, row, "area", col_text(s, 2, c->arena));
		put_text(r, row, "author", col_text(s, 3, c->arena));
		if (slot || !col_is_null(s, 10))
			put_text(r, row, "session_ref", slot ? slot : ref_of(c, 'S', col_int(s, 10)));
		put_instant(r, row, "date", col_int(s, 5));
		put_bool(r, row, "may_quote", col_int(s, 6) != 0);
		put_text(r, row, "note_ref", note ? note : ref_of(c, 'N', col_int(s, 9)));
	}
	return stmt_done(s, err);
}

static const struct column notes_columns[] = {
	TEXT_COL("ref"), TEXT_COL("text"), TEXT_COL("area"), TEXT_COL("author"),
	TEXT_COL("session_ref"), { "date", "date", V_INSTANT, SHOW_ALL, 0, false },
	{ "may_quote", "may_quote", V_BOOL, SHOW_ALL, 0, false }, TEXT_COL("note_ref"), END_COL };

const struct transfer transfer_notes = {
	.what = "notes", .n_cols = 8, .begin = notes_begin, .forget = forget, .row = note_row, .export = notes_export,
	.cols = { { "ref", false }, { "text", true }, { "area", false }, { "author", false },
		  { "session_ref", false }, { "date", false }, { "may_quote", false },
		  { "note_ref", false } },
	.columns = notes_columns,
};

/* ---- leads ---- */

enum { L_REF, L_NOTE, L_SOURCE, L_ALERTED, L_FOLLOWED, L_OUTCOME };

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Leads without a ref are told apart like remarks. */
static enum rc leads_begin(struct import *im, struct err *err)
{
	return count_stored(im, transfer_lead_rows(im->c->st, im->c->program.id), 5, err);
}

static bool same_lead(const struct lead *a, const struct lead *b)
{
	return same_text(a->source, b->source) && a->alerted == b->alerted &&
	       a->followed == b->followed && same_text(a->outcome, b->outcome);
}

static enum rc known_lead(struct import *im, int64_t id, const struct lead *l, struct err *err)
{
	struct lead have;
	enum rc rc = ent_get(im->c->st, &ent_lead, id, im->row, &have, err);

	if (rc)
		return rc;
	if (!same_lead(&have, l))
		return import_bad(im, "ref", err, "'%s' is there already, and differs", l->ref);
	im->known++;
	return RC_OK;
}

static enum rc lead_row(struct import *im, const char *const *cell, struct err *err)
{
	struct contents *t = im->state;
	struct lead l = { 0 }, have = { 0 };
	int alerted = ALERTED_UNSEEN, followed = FOLLOWED_UNSEEN;
	int64_t id = 0;
	bool known;
	const char *note_ref = NULL;
	enum rc rc = cell_text(im, "source", false, cell[L_SOURCE], &l.source, err);

	if (!rc)
		rc = cell_text(im, "ref", false, cell[L_REF], &l.ref, err);
	if (!rc)
		rc = cell_text(im, "note_ref", false, cell[L_NOTE], &note_ref, err);
	if (!rc)
		rc = cell_word(im, "alerted", alerted_words, cell[L_ALERTED], &alerted, err);
	if (!rc)
		rc = cell_word(im, "followed", followed_words, cell[L_FOLLOWED], &followed, err);
	if (!rc)
		rc = cell_text(im, "outcome", true, cell[L_OUTCOME], &l.outcome, err);
	l.alerted = (enum alerted)alerted;
	l.followed = (enum followed)followed;
	if (!rc && l.ref)
		rc = lead_by_ref(im->c->st, l.ref, &id, err);
	if (rc)
		return rc;
	if (id)
		return known_lead(im, id, &l, err);
	rc = own_row(im, &ent_lead, l.ref, &have, &known, err);
	known = known && !have.ref && same_lead(&have, &l);
	if (!rc && known)
		im->known++;
	if (rc || known)
		return rc;
	if (!l.ref) {
		const char *f[] = { note_ref, l.source, alerted_words[alerted].code,
				    followed_words[followed].code, l.outcome };
		const char *content = content_of(im->row, f, 5);

		if (++*tally_at(t->met, content) <= *tally_at(t->stored, content)) {
			im->known++;
			return RC_OK;
		}
	}
	rc = note_for(im, note_ref, NULL, NULL, NULL, &l.note_id, err);
	if (rc)
		return rc;
	im->added++;
	return lead_put(im->c, &l, err) ? import_refuse(im, "source", err) : RC_OK;
}

static enum rc leads_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_lead_rows(c->st, c->program.id);
	struct reply *r = c->reply;

	while (stmt_row(s)) {
		struct value *row = reply_row(r);
		const char *ref = col_text(s, 0, c->arena), *note = col_text(s, 1, c->arena);

		put_text(r, row, "ref", ref ? ref : ref_of(c, 'L', col_int(s, 6)));
		put_text(r, row, "note_ref", note ? note : ref_of(c, 'N', col_int(s, 7)));
		put_text(r, row, "source", col_text(s, 2, c->arena));
		put_text(r, row, "alerted", col_text(s, 3, c->arena));
		put_text(r, row, "followed", col_text(s, 4, c->arena));
		put_text(r, row, "outcome", col_text(s, 5, c->arena));
	}
	return stmt_done(s, err);
}

static const struct column leads_columns[] = {
	TEXT_COL("ref"), TEXT_COL("note_ref"), TEXT_COL("source"), TEXT_COL("alerted"),
	TEXT_COL("followed"), TEXT_COL("outcome"), END_COL };

const struct transfer transfer_leads = {
	.what = "leads", .n_cols = 6, .begin = leads_begin, .forget = forget, .row = lead_row, .export = leads_export,
	.cols = { { "ref", false }, { "note_ref", false }, { "source", true }, { "alerted", false },
		  { "followed", false }, { "outcome", false } },
	.columns = leads_columns,
};
