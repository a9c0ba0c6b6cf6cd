/* How themes look in a reply. */
#include "rows.h"

#include "notes.h"

/* The keys that scripts know come first, in CONTRACT.md's order. */
#define THEME_COLUMNS                                                         \
	{ "id", "Theme", V_REF, SHOW_ALL, 'T', false },                      \
	{ "uuid", NULL, V_UUID, SHOW_DATA, 0, false },                       \
	{ "name", NULL, V_TEXT, SHOW_DATA, 0, false },                       \
	{ "name_said", "Name", V_TEXT, SHOW_PEOPLE, 0, true },               \
	{ "area", "Area", V_TEXT, SHOW_ALL, 0, false },                      \
	{ "state", NULL, V_TEXT, SHOW_DATA, 0, false },                      \
	{ "state_said", "State", V_TEXT, SHOW_PEOPLE | SHOW_SPARE, 0, false },            \
	{ "parent", "Part of", V_REF, SHOW_DATA | SHOW_RECORD, 'T', false }, \
	{ "terms", "Theme words", V_LIST, SHOW_DATA | SHOW_RECORD, 0, false }, \
	{ "observations", "Remarks", V_INT, SHOW_ALL, 0, false },            \
	{ "sessions", "Sessions", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },               \
	{ "reps", "Reps", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },                       \
	{ "marketers", "Visitors", V_INT, SHOW_ALL | SHOW_SPARE, 0, false },              \
	{ "definition", "What it means", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true }, \
	{ "merged_into", "Merged into", V_REF, SHOW_DATA | SHOW_RECORD, 'T', false }, \
	{ "reason", "We won't, because", V_TEXT, SHOW_DATA | SHOW_RECORD, 0, true }
#define END { NULL, NULL, V_NULL, 0, 0, false }

const struct column theme_columns[] = { THEME_COLUMNS, END };
const struct column theme_show_columns[] = {
	THEME_COLUMNS,
	{ "parts", NULL, V_LIST, SHOW_DATA, 0, false },
	{ "parts_said", "Its parts", V_TEXT, SHOW_RECORD, 0, true },
	{ "said", NULL, V_JSON, SHOW_DATA, 0, false },
	{ "said_lines", "What was said", V_TEXT, SHOW_RECORD, 0, true },
	END
};

const struct column code_columns[] = {
	{ "looked", "Remarks looked at", V_INT, SHOW_ALL, 0, false },
	{ "coded", "Put in a theme", V_INT, SHOW_ALL, 0, false },
	{ "places", "Places in themes", V_INT, SHOW_ALL, 0, false },
	{ "dropped", "Taken out", V_INT, SHOW_ALL, 0, false },
	{ "uncoded", "Fit no theme", V_INT, SHOW_ALL, 0, false },
	END
};

struct value *put_theme(struct call *c, const struct theme *t, const struct theme_counts *n)
{
	struct reply *r = c->reply;
	struct value *row = reply_row(r);
	const char *const *terms;
	size_t n_terms = t->terms ? codebook_split(c->arena, t->terms, &terms) : 0;

	put_ref(r, row, "id", t->id);
	put_uuid(r, row, "uuid", &t->uuid);
	put_text(r, row, "name", t->name);
	put_text(r, row, "name_said", t->name);
	put_text(r, row, "area", area_words[t->area].code);
	put_text(r, row, "state", theme_state_words[t->state].code);
	put_text(r, row, "state_said", theme_state_words[t->state].plain);
	put_ref(r, row, "parent", t->parent_id);
	put_list(r, row, "terms", n_terms ? terms : NULL, n_terms);
	put_int(r, row, "observations", n->observations);
	put_int(r, row, "sessions", n->sessions);
	put_int(r, row, "reps", n->reps);
	put_int(r, row, "marketers", n->marketers);
	put_text(r, row, "definition", t->definition);
	put_ref(r, row, "merged_into", t->merged_into);
	put_text(r, row, "reason", t->reason);
	return row;
}
