/* What views that are forms, or lists, have in common. */
#include "app.h"
#include "draft.h"
#include "list.h"
#include "search.h"

bool view_is_unread(const struct view *v)
{
	return v->type->load && !v->loaded && !v->type->partial;
}

struct form *view_form(struct view *v)
{
	return v->type->form ? (struct form *)(void *)((char *)v + v->type->form) : NULL;
}

static struct search *search_of(struct view *v)
{
	return v->type->search ? (struct search *)(void *)((char *)v + v->type->search) : NULL;
}

struct list *view_list(struct view *v)
{
	if (v->type->search)
		return &search_of(v)->list;
	if (v->type->list_of)
		return v->type->list_of(v);
	return v->type->list ? (struct list *)(void *)((char *)v + v->type->list) : NULL;
}

const char *view_selected(const struct view *v)
{
	return v->type->selected && !view_is_unread(v) ? v->type->selected(v) : NULL;
}

bool view_typing(const struct view *v)
{
	return v->type->form || v->type->letters;
}

static void moved(struct app *app, struct view *v)
{
	if (v->type->moved)
		v->type->moved(app, v);
}

static bool searched(struct app *app, struct view *v, const struct event *e)
{
	bool changed;

	if (!v->type->search || !search_input(search_of(v), e, &changed))
		return false;
	if (changed)
		v->type->found(app, v);
	return true;
}

bool view_input(struct app *app, struct view *v, const struct event *e)
{
	struct form *f = view_form(v);
	struct list *l = view_list(v);

	if (view_is_unread(v))
		return false;
	if (v->type->input && v->type->input(app, v, e))
		return true;
	if (searched(app, v, e))
		return true;
	if (f)
		return form_input(f, e);
	/* Where letters are typed, they move nothing. */
	if (!l || e->type != EV_KEY || (v->type->letters && e->key > ' ' && e->key < K_UP) ||
	    !list_key(l, e->key))
		return false;
	moved(app, v);
	return true;
}

void view_choose_row(struct app *app, struct view *v, int row, bool again)
{
	list_select(view_list(v), row);
	moved(app, v);
	if (again)
		app_key(app, K_ENTER);
}

void view_choose(struct app *app, struct view *v, int item, bool again)
{
	struct form *f = view_form(v);

	if (view_is_unread(v))
		return;
	if (v->type->choose)
		v->type->choose(app, v, item, again);
	else if (f)
		form_choose(f, item);
	else if (view_list(v))
		view_choose_row(app, v, item, again);
}

const char *view_hint(struct app *app, struct view *v)
{
	struct form *f = view_form(v);

	if (view_is_unread(v))
		return NULL;
	if (v->type->hint)
		return v->type->hint(app, v);
	return f ? form_hint(f) : NULL;
}

bool view_keep(struct app *app, struct view *v)
{
	struct form *f = view_form(v);
	bool any = f && draft_keep(app, f);

	return (v->type->keep && v->type->keep(app, v)) || any;
}

const struct key *view_key(const struct app *app, const struct view *v, int code)
{
	const struct key *k = key_find(app, v, v->type->keys, code);

	if (!k && v->type->form)
		k = key_find(app, v, form_keys, code);
	if (k)
		return k;
	k = key_find(app, v, app_keys, code);
	/* Where somebody types, what works everywhere does not, but help and back. */
	return k && view_typing(v) && !(k->flags & KEY_IN_TEXT) ? NULL : k;
}
