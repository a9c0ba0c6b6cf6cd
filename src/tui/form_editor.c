#include "form_editor.h"

#include <string.h>
#include <unistd.h>

#include "app.h"
#include "draft.h"
#include "form.h"
#include "replife/editor.h"
#include "replife/json.h"

/* ---- where it is ---- */

static const char *record_of(struct arena *a, const struct form *f)
{
	return arena_printf(a, "editor of %s", f->draft);
}

/* Without it a kill loses what the editor saves; that is said, no more. */
static void note(struct app *app, struct arena *a, const struct form *f, const struct field *d, const char *path)
{
	struct json *o = json_new(a, J_OBJECT);
	struct err err = { 0 };

	json_add_str(a, o, "field", field_name(d));
	json_add_str(a, o, "path", path);
	if (f->draft && draft_hold(app, record_of(a, f), json_text(a, o), &err))
		app_say_err(app, &err);
}

static void forget(struct app *app, struct arena *a, const struct form *f)
{
	struct err err = { 0 };

	if (f->draft && draft_hold(app, record_of(a, f), NULL, &err))
		app_say_err(app, &err);
}

/* The draft has the answer: nothing else need have it. */
static bool is_kept(struct app *app, struct form *f)
{
	draft_keep(app, f);
	return !f->draft || !f->changed;
}

static void take_text(struct app *app, struct arena *a, struct form *f, struct field *d, struct editing *e, const char *text)
{
	if (strcmp(text, d->edit.text) != 0) {
		edit_set(&d->edit, text);
		f->changed = true;
	}
	if (!is_kept(app, f)) {
		editor_release(e);
		return;
	}
	editor_drop(e);
	forget(app, a, f);
}

/* ---- the key ---- */

/* What was written there is never thrown away with an editor that failed. */
static void take_back(struct app *app, struct arena *a, struct form *f, struct editing *e, enum rc rc, struct err *err)
{
	struct field *d = form_at(f);
	const char *text = editor_read(a, e, d->edit.max);
	bool there = !access(e->path, F_OK);

	if (!rc && text) {
		take_text(app, a, f, d, e, text);
		return;
	}
	if (!there) {
		app_say(app, "The editor left no file: the answer is as it was");
	} else if (!text) {
		app_say(app, "That is no text, too long, or not UTF-8: it is left in %s", e->path);
	} else {
		if (strcmp(text, d->edit.text) != 0)
			err_todo(err, "What you wrote is in %s", e->path);
		else
			there = false;
		app_say_err(app, err);
	}
	if (there)
		editor_leave(e);
	else
		editor_drop(e);
	forget(app, a, f);
}

void form_edit(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct form *f = view_form(v);
	struct field *d = form_at(f);
	struct err err = { 0 };
	struct editing e;
	enum rc rc;

	if (d->kind != FIELD_TEXT || !app->edit_file) {
		app_say(app, "The editor opens on the larger fields");
		return;
	}
	if (f->draft && form_edited(app, f))
		return;
	if (editor_file(&a, d->edit.text, &e, &err)) {
		app_say_err(app, &err);
	} else {
		note(app, &a, f, d, e.path);
		rc = app->edit_file(app, &e, &err);
		take_back(app, &a, f, &e, rc, &err);
	}
	arena_free(&a);
}

/* ---- what an app that is gone left ---- */

/* Not in the place of what was typed since; and an empty file is what is left of a
 * save that was cut short. */
static void take_found(struct app *app, struct arena *a, struct form *f, struct field *d, struct editing *e)
{
	const char *text = editor_read(a, e, d->edit.max), *given = editor_given(a, e, d->edit.max);
	bool same = given && !strcmp(d->edit.text, given);

	if (text && *text && (same || !*d->edit.text) && !(given && !strcmp(text, given))) {
		take_text(app, a, f, d, e, text);
		app_say(app, "What you wrote in your editor is here again. F6 starts over.");
		return;
	}
	if (access(e->path, F_OK) || (text && (!*text || !strcmp(text, d->edit.text) || (given && !strcmp(text, given))))) {
		editor_drop(e);
	} else {
		app_say(app, text ? "This answer was typed after what you wrote in your editor: that is in %s"
				  : "What you wrote in your editor is no text, or too long: it is left in %s", e->path);
		editor_leave(e);
	}
	forget(app, a, f);
}

static struct field *field_of(struct form *f, const char *key)
{
	for (int i = 0; i < f->n; i++)
		if (f->fields[i].kind == FIELD_TEXT && !strcmp(field_name(&f->fields[i]), key))
			return &f->fields[i];
	return NULL;
}

bool form_edited(struct app *app, struct form *f)
{
	struct arena a = { .parent = app->arena };
	enum editor_found found = EDITOR_NONE;
	struct json *o = NULL;
	struct err ignored = { 0 };
	struct field *d = NULL;
	struct editing e;
	const char *text;

	if (draft_read(app, &a, record_of(&a, f), &text, &ignored) || !text) {
		arena_free(&a);
		return false;
	}
	if (!json_parse(&a, text, strlen(text), &o, &ignored))
		d = field_of(f, json_str(o, "field", ""));
	if (d)
		found = editor_find(json_str(o, "path", ""), &e);
	if (found == EDITOR_OPEN)
		app_say(app, "Your editor has this open still (%s): save there and close it, and it comes here", d->label);
	else if (found == EDITOR_DONE)
		take_found(app, &a, f, d, &e);
	else
		forget(app, &a, f);
	arena_free(&a);
	return found == EDITOR_OPEN;
}
