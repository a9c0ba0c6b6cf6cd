#include "form_editor.h"

#include <string.h>
#include <unistd.h>

#include "app.h"
#include "draft.h"
#include "form.h"
#include "replife/confine.h"
#include "replife/editor.h"
#include "replife/json.h"
#include "said.h"

/* ---- where it is ---- */

static const char *record_of(struct arena *a, const struct form *f)
{
	return arena_printf(a, "editor of %s", f->name);
}

/* Without it a kill loses what the editor saves; that is said, no more. */
static void note(struct app *app, struct arena *a, const struct form *f, const struct field *d, const char *path)
{
	struct json *o = json_new(a, J_OBJECT);
	struct err err = { 0 };

	json_add_str(a, o, "field", field_name(d));
	json_add_str(a, o, "path", path);
	if (f->name && draft_hold(app, record_of(a, f), json_text(a, o), NULL, &err))
		app_say_err(app, &err);
}

static void forget(struct app *app, struct arena *a, const struct form *f)
{
	struct err err = { 0 };

	if (f->name && draft_hold(app, record_of(a, f), NULL, NULL, &err))
		app_say_err(app, &err);
}

/* The draft has the answer: nothing else need have it. */
static bool is_kept(struct app *app, struct form *f)
{
	draft_keep(app, f);
	return !f->unkept && !(f->draft && f->changed);
}

/* As an editor leaves a text: with a newline at its end, or without. */
static bool same(const char *a, const char *b)
{
	size_t n = strlen(a), k = strlen(b);

	while (n && a[n - 1] == '\n')
		n--;
	while (k && b[k - 1] == '\n')
		k--;
	return n == k && !memcmp(a, b, n);
}

/* It is the answer. False: no draft has it, so the file is what does. */
static bool take_text(struct app *app, struct arena *a, struct form *f, struct field *d, struct editing *e, const char *text)
{
	bool other = !same(text, d->edit.text), kept;

	if (other) {
		edit_set(&d->edit, text);
		form_touch(f);
	}
	kept = is_kept(app, f) || (f->unkept && !other);
	if (!kept && !f->unkept) {	/* it is tried again, and after a kill found there */
		editor_release(e);
		return false;
	}
	if (kept) {
		editor_drop(e);
	} else {
		app_say_also(app, arena_printf(a, "What you wrote in your editor stays in %s, too", e->path));
		editor_leave(e);
	}
	forget(app, a, f);
	return kept;
}

static void say_open(struct app *app, const struct field *d)
{
	app_say(app, "Your editor has this open still (%s): it comes here once it is closed. F4 takes what is saved now.", d->label);
}

/* ---- the key ---- */

/* What was written there is never thrown away with an editor that failed. */
static void take_back(struct app *app, struct arena *a, struct form *f, struct editing *e, enum rc rc, struct err *err)
{
	struct field *d = form_at(f);
	const char *text = editor_read(a, e, d->edit.max);
	bool there = !access(e->path, F_OK), other = text && !same(text, d->edit.text);

	if (!rc && text && !other && f->name && editor_goes_on(e)) {
		f->editing = true;	/* it has given the terminal back, and works in a window */
		say_open(app, d);
		return;
	}
	if (!rc && text) {
		take_text(app, a, f, d, e, text);
		return;
	}
	if (!there)
		app_say(app, "The editor left no file: the answer is as it was");
	else if (!text)
		app_say(app, "That is no text, too long, or not UTF-8: it is left in %s", e->path);
	else if (other)
		err_todo(err, "What you wrote is in %s", e->path);
	if (there && text)
		app_say_err(app, err);
	if (there && (other || !text))
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
	if (f->name && form_edited(app, f, f->editing))
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

/* ---- what an app that is gone left, and an editor that goes on ---- */

/* Not in the place of what was typed since; and an empty file is what is left of a
 * save that was cut short. */
static void take_found(struct app *app, struct arena *a, struct form *f, struct field *d, struct editing *e)
{
	const char *text = editor_read(a, e, d->edit.max), *given = editor_given(a, e, d->edit.max);
	bool typed = *d->edit.text && !(given && same(d->edit.text, given));
	bool nothing = text && (!*text || same(text, d->edit.text) || (given && same(text, given)));

	if (text && !nothing && !typed) {
		if (take_text(app, a, f, d, e, text))
			app_say(app, "What you wrote in your editor is here. F6 starts over.");
		return;
	}
	if (nothing || access(e->path, F_OK)) {
		editor_drop(e);
	} else {
		app_say(app, text ? "In %s is what you wrote in your editor: this answer was typed after it"
				  : "In %s is what you wrote in your editor: it is no text, or too long", e->path);
		editor_leave(e);
	}
	forget(app, a, f);
}

/* A copy: the file is still its editor's. */
static void take_now(struct app *app, struct arena *a, struct form *f, struct field *d, struct editing *e)
{
	const char *text = editor_read(a, e, d->edit.max);

	if (text && !same(text, d->edit.text)) {
		edit_set(&d->edit, text);
		form_touch(f);
		draft_keep(app, f);
	}
	app_say_also(app, arena_printf(a, "Taken as it is saved. The editor goes on in %s: that does not come here any more", e->path));
	editor_leave(e);
	forget(app, a, f);
}

void form_edit_end(struct app *app, struct form *f)
{
	struct arena a = { .parent = app->arena };

	if (f->editing)
		forget(app, &a, f);
	f->editing = false;
	arena_free(&a);
}

static struct field *field_of(struct form *f, const char *key)
{
	for (int i = 0; i < f->n; i++)
		if (f->fields[i].kind == FIELD_TEXT && !strcmp(field_name(&f->fields[i]), key))
			return &f->fields[i];
	return NULL;
}

bool form_edited(struct app *app, struct form *f, bool now)
{
	struct arena a = { .parent = app->arena };
	enum editor_found found = EDITOR_NONE;
	struct json *o = NULL;
	struct err ignored = { 0 };
	struct field *d = NULL;
	struct editing e;
	const char *text, *path = "";
	bool was = f->editing;

	/* A draft may say anything, and no path of this computer is for them. */
	if (is_confined())
		return false;
	if (draft_read(app, &a, record_of(&a, f), &text, &ignored)) {
		arena_free(&a);
		return was && !now;	/* the store is in use: it is asked again */
	}
	f->editing = false;
	if (!text) {
		arena_free(&a);
		return false;
	}
	if (!json_parse(&a, text, strlen(text), &o, &ignored))
		d = field_of(f, json_str(o, "field", ""));
	if (d) {
		path = json_str(o, "path", "");
		found = editor_find(path, &e);
	}
	if (found == EDITOR_OPEN && now) {
		take_now(app, &a, f, d, &e);
	} else if (found == EDITOR_OPEN) {
		f->editing = true;
		if (!was)
			say_open(app, d);
	} else if (found == EDITOR_DONE) {
		take_found(app, &a, f, d, &e);
	} else {
		if (*path && !access(path, F_OK))
			app_say(app, "In %s may be what you wrote in your editor", path);
		forget(app, &a, f);
	}
	arena_free(&a);
	return found == EDITOR_OPEN;
}
