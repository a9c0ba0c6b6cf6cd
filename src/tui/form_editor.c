#include "form_editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app.h"
#include "draft.h"
#include "form.h"
#include "replife/editor.h"
#include "replife/utf8.h"

/* Somebody's own file, and no other's that a link leads to; -1: it is none. */
static int open_own(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;

	if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_uid != geteuid())) {
		close(fd);
		return -1;
	}
	return fd;
}

/* At most the field's size; NULL: it cannot be read, or is not UTF-8. */
static char *read_back(struct arena *a, const char *path, size_t max)
{
	char *text = arena_alloc(a, max + 2);
	int fd = open_own(path);
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

void form_edit(struct app *app, struct view *v)
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
		d->editing = arena_printf(&a, "%ld %s", (long)getpid(), path);
		f->changed = true;
		rc = app->edit_file(app, path, &err);
		d->editing = NULL;
		f->changed = true;
		text = read_back(&a, path, d->edit.max);
		take_back(app, f, path, text, rc, &err);
	} else {
		app_say_err(app, &err);
	}
	arena_free(&a);
}

/* Does the app that wrote this mark run? *path: where its editor's text is. */
static bool runs(const char *mark, const char **path)
{
	char *end;
	long pid = strtol(mark, &end, 10);

	*path = end + strspn(end, " ");
	return pid > 0 && (!kill((pid_t)pid, 0) || errno != ESRCH);
}

void form_edited(struct app *app, struct form *f, struct field *d, const char *mark)
{
	struct arena a = { .parent = app->arena };
	const char *path, *text;

	if (runs(mark, &path)) {
		d->editing = arena_strdup(f->a, mark);
		arena_free(&a);
		return;
	}
	text = read_back(&a, path, d->edit.max);
	f->changed = true;	/* the mark goes */
	if (text)
		edit_set(&d->edit, text);
	draft_keep(app, f);
	if (text && f->changed)
		app_say(app, "What you wrote in your editor is here, and in %s", path);
	else if (text && !unlink(path))
		app_say(app, "What you wrote in your editor is here again; it was in %s", path);
	else if (!access(path, F_OK))
		app_say(app, "What you wrote in your editor is no text, or too long: it is left in %s", path);
	arena_free(&a);
}
