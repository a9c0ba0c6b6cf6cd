/* How write-ups, remarks and leads look in a reply. */
#include "rows.h"

#include "notes.h"
#include "replife/json.h"

/* The keys that scripts know come first, in CONTRACT.md's order. */
#define NOTE_COLUMNS                                                          \
	{ "id", "Write-up", V_REF, SHOW_ALL, 'N', false },                   \
	{ "when", "When", V_INSTANT, SHOW_PEOPLE, 0, false },                \
	{ "rep_name", "Rep", V_TEXT, SHOW_PEOPLE, 0, true },                 \
	{ "author_name", "By", V_TEXT, SHOW_PEOPLE | SHOW_SPARE, 0, true },               \
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },                       \
	{ "slot", "Session", V_REF, SHOW_DATA | SHOW_RECORD, 'S', false },   \
	{ "author", NULL, V_TEXT, SHOW_DATA, 0, false },                     \
	{ "side", NULL, V_TEXT, SHOW_DATA, 0, false },                       \
	{ "state", NULL, V_TEXT, SHOW_DATA, 0, false },                      \
	{ "state_said", "State", V_TEXT, SHOW_PEOPLE | SHOW_SPARE, 0, false },            \
	{ "late", NULL, V_BOOL, SHOW_DATA, 0, false },                       \
	{ "submitted", "Handed in", V_INSTANT, SHOW_DATA | SHOW_RECORD, 0, false }, \
	{ "observations", NULL, V_LIST, SHOW_DATA, 0, false },               \
	{ "remarks", "Remarks", V_INT, SHOW_LIST, 0, false },                \
	{ "happened", NULL, V_TEXT, SHOW_DATA, 0, false },                   \
	{ "happened_said", "Happened", V_TEXT, SHOW_RECORD, 0, false },      \
	{ "booking", "Booking", V_REF, SHOW_DATA | SHOW_RECORD, 'B', false }, \
	{ "kind", "Kind", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },        \
	{ "worth", "Worth the time", V_INT, SHOW_DATA | SHOW_RECORD, 0, false }, \
	{ "period", "Period", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, false }
#define END { NULL, NULL, V_NULL, 0, 0, false }

const struct column note_columns[] = { NOTE_COLUMNS, END };
const struct column note_show_columns[] = {
	NOTE_COLUMNS,
	{ "said", NULL, V_JSON, SHOW_DATA, 0, false },
	{ "leads", NULL, V_JSON, SHOW_DATA, 0, false },
	{ "said_lines", "What was said", V_TEXT, SHOW_RECORD, 0, true },
	{ "lead_lines", "Leads", V_TEXT, SHOW_RECORD, 0, true },
	{ "information", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "alerts", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "campaigns", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "other", NULL, V_LIST, SHOW_DATA, 0, false },
	END
};

const struct column observation_columns[] = {
	{ "id", "Remark", V_REF, SHOW_ALL, 'O', false },
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },
	{ "note", "Write-up", V_REF, SHOW_ALL, 'N', false },
	{ "area", "Area", V_TEXT, SHOW_ALL, 0, false },
	{ "text", "Text", V_TEXT, SHOW_ALL, 0, true },
	{ "may_quote", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "themes", "Themes", V_LIST, SHOW_ALL, 0, false },
	{ "words_of", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "words_said", "Whose words", V_TEXT, SHOW_RECORD, 0, false },
	{ "starred", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "held_back", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "cleared", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "quote_said", "As a quote", V_TEXT, SHOW_RECORD, 0, true },
	{ "set_aside", "Set aside", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	END
};

/* In a list of remarks it also says where it was heard. */
const struct column remark_columns[] = {
	{ "id", "Remark", V_REF, SHOW_ALL, 'O', false },
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },
	{ "note", "Write-up", V_REF, SHOW_ALL | SHOW_SPARE, 'N', false },
	{ "area", "Area", V_TEXT, SHOW_ALL, 0, false },
	{ "text", "Text", V_TEXT, SHOW_ALL, 0, true },
	{ "may_quote", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "themes", "Themes", V_LIST, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "words_of", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "words_said", "Whose words", V_TEXT, SHOW_RECORD, 0, false },
	{ "starred", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "held_back", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "cleared", NULL, V_BOOL, SHOW_DATA, 0, false },
	{ "quote_said", "As a quote", V_TEXT, SHOW_RECORD, 0, true },
	{ "set_aside", "Set aside", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true },
	{ "said", "When", V_INSTANT, SHOW_ALL | SHOW_SPARE, 0, false },
	{ "rep_name", "Rep", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "author_name", "By", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "kind", "Kind", V_TEXT, SHOW_DATA, 0, false },
	END
};

const struct column lead_columns[] = {
	{ "id", "Lead", V_REF, SHOW_ALL, 'L', false },
	{ "when", "When", V_INSTANT, SHOW_PEOPLE, 0, false },
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },
	{ "note", "Write-up", V_REF, SHOW_ALL | SHOW_SPARE, 'N', false },
	{ "source", "Source", V_TEXT, SHOW_ALL, 0, true },
	{ "alerted", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "alerted_said", "Alerted", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "followed", NULL, V_TEXT, SHOW_DATA, 0, false },
	{ "followed_said", "Followed up", V_TEXT, SHOW_PEOPLE, 0, false },
	{ "outcome", "What came of it", V_TEXT, SHOW_ALL | SHOW_SPARE, 0, true },
	{ "rep_name", "Rep", V_TEXT, SHOW_PEOPLE | SHOW_SPARE, 0, true },
	{ "start", NULL, V_INSTANT, SHOW_DATA, 0, false },
	END
};

/* A rep whose words are in a note sees those, and not what else was said. */
static bool sees_all(const struct call *c, const struct note *n)
{
	return is_lifecycle(c) || n->author_id == c->me.id;
}

static void put_fields(struct call *c, struct value *row, const struct note_view *v)
{
	struct reply *r = c->reply;
	const struct note *n = &v->note;

	put_ref(r, row, "id", n->id);
	put_instant(r, row, "when", n->said_s);
	put_text(r, row, "rep_name", v->rep_name);
	put_text(r, row, "author_name", v->author_name);
	put_uuid(r, row, "uuid", &n->uuid);
	put_ref(r, row, "slot", v->slot_id);
	put_text(r, row, "author", v->author);
	put_text(r, row, "side", note_side_words[n->side].code);
	put_text(r, row, "state", note_state_words[n->state].code);
	put_text(r, row, "state_said", arena_printf(c->arena, "%s%s",
		 note_state_words[n->state].plain, n->late ? ", late" : ""));
	put_bool(r, row, "late", n->late);
	if (n->submitted_s)
		put_instant(r, row, "submitted", n->submitted_s);
	put_text(r, row, "happened", happened_words[n->happened].code);
	put_text(r, row, "happened_said", happened_words[n->happened].plain);
	put_ref(r, row, "booking", n->booking_id);
	put_text(r, row, "kind", n->kind ? n->kind : v->slot_kind);
	if (n->worth && sees_all(c, n))
		put_int(r, row, "worth", n->worth);
	put_text(r, row, "period", v->period);
}

/* Those that the caller may read; refs into `refs`. */
static enum rc readable(struct call *c, const struct note_view *v, struct observation **out,
			size_t *n, struct err *err)
{
	struct observation_view seen = { .note = v->note, .rep_id = v->rep_id };
	struct observation *all;
	size_t n_all, k = 0;
	enum rc rc = observations_of(c->st, c->arena, v->note.id, &all, &n_all, err);

	for (size_t i = 0; !rc && i < n_all; i++) {
		seen.o = all[i];
		if (observation_seen(c, &seen))
			all[k++] = all[i];
	}
	*out = all;
	*n = k;
	return rc;
}

static void put_refs(struct call *c, struct value *row, const struct observation *o, size_t n)
{
	const char **refs = arena_array(c->arena, const char *, n + 1);

	for (size_t i = 0; i < n; i++)
		refs[i] = ref_of(c, 'O', o[i].id);
	put_list(c->reply, row, "observations", refs, n);
	put_int(c->reply, row, "remarks", (int64_t)n);
}

enum rc put_note(struct call *c, const struct note_view *v, struct err *err)
{
	struct observation *o;
	size_t n;
	enum rc rc = readable(c, v, &o, &n, err);
	struct value *row;

	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_fields(c, row, v);
	put_refs(c, row, o, n);
	return RC_OK;
}

enum rc put_note_now(struct call *c, int64_t id, struct note_view *out, struct err *err)
{
	enum rc rc = note_view_get(c->st, c->arena, id, out, err);

	return rc ? rc : put_note(c, out, err);
}

/* ---- remarks ---- */

enum rc remark_themes(struct call *c, int64_t id, struct remark_themes *out, struct err *err)
{
	struct stmt *s = observation_themes(c->st, id);
	size_t cap = 0;

	*out = (struct remark_themes){ 0 };
	while (stmt_row(s)) {
		if (out->n == cap) {
			out->refs = arena_grow(c->arena, out->refs, cap * sizeof *out->refs,
					       (cap + 8) * sizeof *out->refs);
			cap += 8;
		}
		out->refs[out->n++] = ref_of(c, 'T', col_int(s, 0));
		out->names = arena_printf(c->arena, "%s%s%s", out->names ? out->names : "",
					  out->names ? "; " : "", col_text(s, 1, c->arena));
	}
	return stmt_done(s, err);
}

const char *say_quotable(const struct observation *o)
{
	if (!o->may_quote)
		return "may not be used";
	if (o->held_back)
		return "held back";
	if (o->words_of == WORDS_REP && !o->cleared)
		return o->starred ? "starred; the rep has not cleared it yet"
				  : "the rep has not cleared it yet";
	return o->starred ? "starred" : "may be used";
}

enum rc put_observation(struct call *c, const struct observation *o, struct err *err)
{
	struct reply *r = c->reply;
	struct remark_themes t;
	enum rc rc = remark_themes(c, o->id, &t, err);
	struct value *row;

	if (rc)
		return rc;
	row = reply_row(r);
	put_ref(r, row, "id", o->id);
	put_uuid(r, row, "uuid", &o->uuid);
	put_ref(r, row, "note", o->note_id);
	put_text(r, row, "area", area_words[o->area].code);
	put_text(r, row, "text", o->text);
	put_bool(r, row, "may_quote", o->may_quote);
	put_list(r, row, "themes", t.refs, t.n);
	put_text(r, row, "words_of", words_of_words[o->words_of].code);
	put_text(r, row, "words_said", words_of_words[o->words_of].plain);
	put_bool(r, row, "starred", o->starred);
	put_bool(r, row, "held_back", o->held_back);
	put_bool(r, row, "cleared", o->cleared);
	put_text(r, row, "quote_said", say_quotable(o));
	put_text(r, row, "set_aside", o->set_aside);
	return RC_OK;
}

enum rc put_heard(struct call *c, const struct observation *o, struct err *err)
{
	struct reply *r = c->reply;
	struct note_view v;
	enum rc rc = note_view_get(c->st, c->arena, o->note_id, &v, err);
	struct value *row;

	if (!rc)
		rc = put_observation(c, o, err);
	if (rc)
		return rc;
	row = &r->cells[(r->n_rows - 1) * r->n_cols];
	put_instant(r, row, "said", v.note.said_s);
	put_text(r, row, "rep_name", v.rep_name);
	put_text(r, row, "author_name", v.author_name);
	put_text(r, row, "kind", v.note.kind ? v.note.kind : v.slot_kind);
	return RC_OK;
}

void json_remark(struct jw *w, struct call *c, const struct observation *o,
		 const struct remark_themes *t)
{
	jw_key(w, "id");
	jw_str(w, ref_of(c, 'O', o->id));
	jw_key(w, "note");
	jw_str(w, ref_of(c, 'N', o->note_id));
	jw_key(w, "area");
	jw_str(w, area_words[o->area].code);
	jw_key(w, "text");
	jw_str(w, o->text);
	jw_key(w, "may_quote");
	jw_bool(w, o->may_quote);
	jw_key(w, "words_of");
	jw_str(w, words_of_words[o->words_of].code);
	if (!t)
		return;
	jw_key(w, "themes");
	jw_array(w);
	for (size_t i = 0; i < t->n; i++)
		jw_str(w, t->refs[i]);
	jw_end_array(w);
}

static void line_of(struct out *o, struct call *c, const struct observation *ob,
		    const struct remark_themes *t)
{
	out_printf(o, "%s%s (%s%s%s)  %s%s%s%s", o->len ? "\n" : "", ref_of(c, 'O', ob->id),
		   area_words[ob->area].plain, ob->words_of ? ", words of the " : "",
		   ob->words_of ? words_of_words[ob->words_of].plain : "", ob->text,
		   t->n ? "  [" : "", t->names ? t->names : "", t->n ? "]" : "");
}

static enum rc put_said(struct call *c, struct value *row, const struct observation *ob,
			size_t n, struct err *err)
{
	struct out json, lines;
	struct remark_themes t;
	struct jw w;
	enum rc rc = RC_OK;

	out_to_mem(&json, c->arena);
	out_to_mem(&lines, c->arena);
	jw_init(&w, &json);
	jw_array(&w);
	for (size_t i = 0; !rc && i < n; i++) {
		rc = remark_themes(c, ob[i].id, &t, err);
		if (rc)
			break;
		jw_object(&w);
		json_remark(&w, c, &ob[i], &t);
		jw_end_object(&w);
		line_of(&lines, c, &ob[i], &t);
	}
	jw_end_array(&w);
	put_json(c->reply, row, "said", out_text(&json));
	put_text(c->reply, row, "said_lines", n ? out_text(&lines) : NULL);
	return rc;
}

/* The answers by their questions, as `note edit` takes them. */
static void put_answers(struct call *c, struct value *row, const struct observation *ob, size_t n)
{
	for (int area = 0; area_words[area].code; area++) {
		const char **texts = arena_array(c->arena, const char *, n + 1);
		size_t k = 0;

		for (size_t i = 0; i < n; i++)
			if ((int)ob[i].area == area && ob[i].words_of == WORDS_OWN)
				texts[k++] = ob[i].text;
		put_list(c->reply, row, area_words[area].code, texts, k);
	}
}

static enum rc put_leads(struct call *c, struct value *row, int64_t note_id, struct err *err)
{
	struct out json, lines;
	struct lead *l;
	struct jw w;
	size_t n;
	enum rc rc = leads_of(c->st, c->arena, note_id, &l, &n, err);

	if (rc)
		return rc;
	out_to_mem(&json, c->arena);
	out_to_mem(&lines, c->arena);
	jw_init(&w, &json);
	jw_array(&w);
	for (size_t i = 0; i < n; i++) {
		jw_object(&w);
		jw_key(&w, "id");
		jw_str(&w, ref_of(c, 'L', l[i].id));
		jw_key(&w, "source");
		jw_str(&w, l[i].source);
		jw_key(&w, "alerted");
		jw_str(&w, alerted_words[l[i].alerted].code);
		jw_key(&w, "followed");
		jw_str(&w, followed_words[l[i].followed].code);
		jw_key(&w, "outcome");
		jw_str(&w, l[i].outcome);
		jw_end_object(&w);
		out_printf(&lines, "%s%s: alerted in time: %s; followed up: %s%s%s",
			   lines.len ? "\n" : "", l[i].source, alerted_words[l[i].alerted].plain,
			   followed_words[l[i].followed].plain, l[i].outcome ? "; " : "",
			   l[i].outcome ? l[i].outcome : "");
	}
	jw_end_array(&w);
	put_json(c->reply, row, "leads", out_text(&json));
	put_text(c->reply, row, "lead_lines", n ? out_text(&lines) : NULL);
	return RC_OK;
}

enum rc put_note_whole(struct call *c, const struct note_view *v, struct err *err)
{
	struct observation *o;
	struct value *row;
	size_t n;
	enum rc rc = readable(c, v, &o, &n, err);

	if (rc)
		return rc;
	row = reply_row(c->reply);
	put_fields(c, row, v);
	put_refs(c, row, o, n);
	put_answers(c, row, o, n);
	rc = put_said(c, row, o, n, err);
	if (rc || !sees_all(c, &v->note))
		return rc;
	return put_leads(c, row, v->note.id, err);
}

void put_lead(struct call *c, const struct lead_view *v)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const struct lead *l = &v->lead;

	put_ref(r, row, "id", l->id);
	put_instant(r, row, "when", v->said_s);
	put_uuid(r, row, "uuid", &l->uuid);
	put_ref(r, row, "note", l->note_id);
	put_text(r, row, "source", l->source);
	put_text(r, row, "alerted", alerted_words[l->alerted].code);
	put_text(r, row, "alerted_said", alerted_words[l->alerted].plain);
	put_text(r, row, "followed", followed_words[l->followed].code);
	put_text(r, row, "followed_said", followed_words[l->followed].plain);
	put_text(r, row, "outcome", l->outcome);
	put_text(r, row, "rep_name", v->rep_name);
	put_instant(r, row, "start", v->said_s);
}
