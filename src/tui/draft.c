#include "draft.h"

#include <stdarg.h>
#include <string.h>

#include "aside.h"
#include "form_editor.h"
#include "replife/hash.h"
#include "replife/json.h"
#include "say.h"

#define READ_WAIT_MS 2000	/* another's commit is over by then */
#define NO_WAIT_MS 1	/* it is tried again whenever nobody types */

/* The answers, those of hidden fields too: what hides them may change back. */
static const char *encode(struct form *f, struct arena *a)
{
	struct json *o = json_new(a, J_OBJECT);

	for (int i = 0; i < f->n; i++) {
		struct field d = f->fields[i];
		const char *text;

		d.hidden = false;
		text = field_value(&d);
		if (text)
			json_add_str(a, o, field_name(&d), text);
	}
	return json_text(a, o);
}

static void decode(struct form *f, struct arena *a, const char *text)
{
	struct json *o;
	struct err ignored = { 0 };

	if (json_parse(a, text, strlen(text), &o, &ignored))
		return;
	for (int i = 0; i < f->n; i++) {
		struct field *d = &f->fields[i];
		const char *value = json_str(o, field_name(d), NULL);

		if (d->kind != FIELD_HEAD && !(d->always && !value))
			field_set(d, value);
	}
}

/* Where it lies aside, that is newer. *text NULL: there is none. */
static enum rc read_draft(struct app *app, struct arena *a, const char *what, int wait_ms,
			  const char **text, int64_t *at_s, struct err *err)
{
	struct arg arg = { "what", what, NULL };
	struct request rq = { .op = "draft show", .args = &arg, .n_args = 1, .wait_ms = wait_ms };
	struct reply r = { 0 };
	enum rc rc;

	*text = NULL;
	*at_s = app->now_s;
	if (aside_find(app, what, text))
		return RC_OK;
	rc = app_request(app, a, &rq, &r, err);
	if (rc)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if (r.n_rows) {
		*text = row_text(&r, 0, "text");
		*at_s = row_int(&r, 0, "at");
	}
	return RC_OK;
}

static void take_draft(struct app *app, struct form *f, struct arena *a, const char *text, int64_t at_s)
{
	decode(f, a, text);
	f->saved_s = at_s;
	f->stored = hash_of(text);
	f->aside = aside_find(app, f->draft, &text);
	app_say(app, "What you had typed is here again (%s). F6 starts over.", tell_at(app, a, at_s));
}

/* Of a form that was opened before its draft could be read: it can be now, perhaps. What
 * was typed meanwhile stays, and takes the place of no earlier one. True: it was read. */
static bool read_late(struct app *app, struct form *f)
{
	struct arena a = { .parent = app->arena };
	struct err ignored = { 0 };
	const char *text, *what = f->unread;
	int64_t at_s;

	if (!session_away(app->session) && !read_draft(app, &a, what, NO_WAIT_MS, &text, &at_s, &ignored)) {
		f->unread = NULL;
		f->unkept = text && f->changed;
		if (f->unkept)
			app_say(app, "You had typed something here before (%s), and what you type now is not kept "
				"as a draft: hand it in, or leave it and open this again", tell_at(app, &a, at_s));
		else
			f->draft = f->name = what;
		if (text && f->draft)
			take_draft(app, f, &a, text, at_s);
	}
	arena_free(&a);
	return !f->unread;
}

void form_begin(struct app *app, struct form *f, const char *name, ...)
{
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	const char *text, *what;
	int64_t at_s;
	va_list ap;

	va_start(ap, name);
	what = arena_vprintf(f->a, name, ap);
	va_end(ap);
	f->proposed = arena_strdup(f->a, encode(f, &a));
	if (read_draft(app, &a, what, READ_WAIT_MS, &text, &at_s, &err)) {
		/* Not written over, either: what is typed now is not kept. Without a server
		 * its notice says so. */
		if (app->plain || !session_away(app->session)) {
			app_say(app, "What you typed before cannot be read now (%s): Esc, and open this again", err.what);
			app->said_bad = true;
		}
		f->unkept = true;
		f->unread = what;
	} else {
		f->draft = f->name = what;
	}
	if (f->draft && text)
		take_draft(app, f, &a, text, at_s);
	arena_free(&a);
	if (f->draft)
		form_edited(app, f, false);
}

enum rc draft_read(struct app *app, struct arena *a, const char *what, const char **text,
		   struct err *err)
{
	int64_t at_s;

	return read_draft(app, a, what, READ_WAIT_MS, text, &at_s, err);
}

enum rc draft_write(struct app *app, const char *what, const char *text, int wait_ms,
		    struct err *err)
{
	struct arena a = { .parent = app->arena };
	struct arg args[2] = { { "what", what, NULL }, { "text", text, NULL } };
	struct request rq = { .op = text ? "draft save" : "draft drop", .args = args,
			      .n_args = text ? 2 : 1, .wait_ms = wait_ms };
	struct reply r = { 0 };
	enum rc rc = app_request(app, &a, &rq, &r, err);

	arena_free(&a);
	return rc;
}

enum rc draft_hold(struct app *app, const char *what, const char *text, bool *aside,
		   struct err *err)
{
	enum rc rc = draft_write(app, what, text, NO_WAIT_MS, err);

	if (aside)
		*aside = rc != RC_OK;
	if (rc && aside_put(app, what, text, err))
		return err_prefix(err, "what you typed cannot be kept: ");
	if (rc)
		return RC_OK;
	aside_drop(app, what);
	return RC_OK;
}

/* Another app of the same person has the same form open, and kept what was typed there:
 * *at_s, when. That stays. */
static bool is_others(struct app *app, struct arena *a, const struct form *f, int64_t *at_s)
{
	struct err ignored = { 0 };
	const char *text;

	return !f->aside && !read_draft(app, a, f->draft, NO_WAIT_MS, &text, at_s, &ignored) && text &&
	       hash_of(text) != f->stored;
}

/* The form goes on without, and that is said. */
static bool give_up(struct app *app, struct form *f)
{
	struct arena a = { .parent = app->arena };
	int64_t at_s;

	if (is_others(app, &a, f, &at_s)) {
		f->draft = NULL;
		f->saved_s = 0;
		f->unkept = true;
		app_say(app, "This draft was changed elsewhere (%s), and what you type here is not kept as one: "
			"hand it in, or leave it and open this again", tell_at(app, &a, at_s));
		app->said_bad = true;
	}
	arena_free(&a);
	return !f->draft;
}

bool draft_keep(struct app *app, struct form *f)
{
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	const char *text;
	enum rc rc;

	if (f->unread && read_late(app, f) && (f->unkept || f->saved_s))
		return true;
	if (!f->changed || !f->draft)
		return false;
	if (give_up(app, f))
		return true;
	text = encode(f, &a);
	if (!strcmp(text, f->proposed))
		text = NULL;
	rc = draft_hold(app, f->draft, text, &f->aside, &err);
	if (rc) {
		app_say_err(app, &err);
	} else {
		f->saved_s = text ? app->now_s : 0;
		f->stored = text ? hash_of(text) : 0;
	}
	f->changed = rc != RC_OK;
	arena_free(&a);
	return true;
}

static void drop(struct app *app, struct form *f)
{
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	int64_t at_s;

	if (f->saved_s && !is_others(app, &a, f, &at_s) && draft_hold(app, f->draft, NULL, NULL, &err))
		app_say_err(app, &err);	/* it would come again */
	f->saved_s = 0;
	f->changed = false;
	arena_free(&a);
}

void form_done(struct app *app, struct view *v, int64_t ticket)
{
	struct form *f = view_form(v);
	struct handed *h = &app->handed;

	if (ticket) {
		arena_free(&h->in);
		*h = (struct handed){ .in.parent = app->arena };
	}
	if (f->draft && ticket) {
		h->undo = ticket;
		h->what = arena_strdup(&h->in, f->draft);
		h->text = encode(f, &h->in);
		if (!strcmp(h->text, f->proposed))
			h->text = NULL;		/* nothing was typed */
	}
	form_edit_end(app, f);
	if (f->draft)
		drop(app, f);
	f->draft = NULL;
	app_close(app);
}

bool draft_undone(struct app *app, int64_t ticket)
{
	struct handed *h = &app->handed;
	struct err err = { 0 };
	bool ours = ticket && ticket == h->undo && !h->undone;

	h->undone += ours || h->undone;
	if (ours && h->text && draft_hold(app, h->what, h->text, NULL, &err))
		app_say_err(app, &err);
	return ours && h->text;
}

void draft_redone(struct app *app)
{
	struct handed *h = &app->handed;
	struct err err = { 0 };

	if (h->undone && !--h->undone && h->text && draft_hold(app, h->what, NULL, NULL, &err))
		app_say_err(app, &err);
}

void form_start_over(struct app *app, struct view *v)
{
	struct form *f = view_form(v);
	struct arena a = { .parent = app->arena };
	const char *now = encode(f, &a);
	/* At once again, it is back. */
	bool back = f->wiped && !strcmp(now, f->proposed);

	decode(f, &a, back ? f->wiped : f->proposed);
	f->wiped = back ? NULL : arena_strdup(f->a, now);
	form_touch(f);
	form_first(f);
	app_say(app, back ? "What you had typed is back" : "The form is as it was. F6 again brings back what you typed.");
	arena_free(&a);
}
