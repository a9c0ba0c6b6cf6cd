/* The keys of every form. */
#include "draft.h"
#include "form_editor.h"

static void next_field(struct app *app, struct view *v)
{
	static const struct event tab = { .type = EV_KEY, .key = K_TAB };

	view_input(app, v, &tab);
}

static const struct form *form_of(const struct view *v)
{
	return (const struct form *)(const void *)((const char *)v + v->type->form);
}

static bool has_several(const struct app *app, const struct view *v)
{
	const struct form *f = form_of(v);
	int n = 0;

	(void)app;
	for (int i = 0; i < f->n; i++)
		n += !f->fields[i].hidden && f->fields[i].kind != FIELD_HEAD;
	return n > 1;
}

static bool on_text(const struct app *app, const struct view *v)
{
	const struct form *f = form_of(v);

	(void)app;
	return f->fields[f->at].kind == FIELD_TEXT;
}

static bool has_draft(const struct app *app, const struct view *v)
{
	(void)app;
	return form_of(v)->draft;
}

const struct key form_keys[] = {
	{ K_TAB, "Next", "The next field; S-Tab goes back", next_field, KEY_IN_TEXT, has_several, NULL },
	{ K_F4, "Editor", "Write this answer in your editor", form_edit, KEY_IN_TEXT, on_text, NULL },
	{ K_F6, NULL, "Start over: all fields as they were; F6 again takes that back", form_start_over,
	  KEY_QUIET | KEY_IN_TEXT, has_draft, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};
