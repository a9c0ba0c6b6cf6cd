/* The keys of every form; a field's text in somebody's own editor. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app.h"
#include "draft.h"
#include "replife/editor.h"
#include "replife/utf8.h"

/* At most the field's size; NULL: it cannot be read, or is not UTF-8. */
static char *read_back(struct arena *a, const char *path, size_t max)
{
	char *text = arena_alloc(a, max + 2);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t n = 0;
	ssize_t k;

	if (fd < 0)
		return NULL;
	while (n < max + 1 && (k = read(fd, text + n, max + 1 - n)) != 0) {
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0) {
			close(fd);
			return NULL;
		}
		n += (size_t)k;
	}
	close(fd);
	while (n && text[n - 1] == '\n')
		n--;
	text[n] = '\0';
	return n <= max && utf8_valid(text, n, NULL) && !memchr(text, '\0', n) ? text : NULL;
}

/* What was written there is never thrown away with an editor that failed. */
static void take_back(struct app *app, struct form *f, const char *path, const char *text, enum rc rc,
		      struct err *err)
{
	struct field *d = form_at(f);
	bool other = text && strcmp(text, d->edit.text) != 0;

	if (!rc && text) {
		f->changed |= other;
		edit_set(&d->edit, text);
		unlink(path);
	} else if (access(path, F_OK)) {
		app_say(app, "The editor left no file: the answer is as it was");
	} else if (!text) {
		app_say(app, "That is no text, too long, or not UTF-8: it is left in %s", path);
	} else if (other) {
		err_todo(err, "What you wrote is in %s", path);
		app_say_err(app, err);
	} else {
		app_say_err(app, err);
		unlink(path);
	}
}

static void edit(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct form *f = view_form(v);
	struct field *d = form_at(f);
	struct err err = { 0 };
	const char *path;
	char *text;
	enum rc rc;

	if (d->kind != FIELD_TEXT || !app->edit_file) {
		app_say(app, "The editor opens on the larger fields");
		return;
	}
	rc = editor_file(&a, d->edit.text, &path, &err);
	if (!rc) {
		rc = app->edit_file(app, path, &err);
		text = read_back(&a, path, d->edit.max);
		take_back(app, f, path, text, rc, &err);
	} else {
		app_say_err(app, &err);
	}
	arena_free(&a);
}

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
	{ K_F4, "Editor", "Write this answer in your editor", edit, KEY_IN_TEXT, on_text, NULL },
	{ K_F6, NULL, "Start over: all fields as they were; F6 again takes that back", form_start_over,
	  KEY_QUIET | KEY_IN_TEXT, has_draft, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};
