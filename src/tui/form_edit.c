/* A field's text in somebody's own editor. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app.h"
#include "form.h"
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
	while (n < max + 1 && (k = read(fd, text + n, max + 1 - n)) > 0)
		n += (size_t)k;
	close(fd);
	while (n && text[n - 1] == '\n')
		n--;
	text[n] = '\0';
	return n <= max && utf8_valid(text, n, NULL) && !memchr(text, '\0', n) ? text : NULL;
}

void form_edit(struct form *f, struct app *app)
{
	struct arena a = { .parent = app->arena };
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
		if (!rc && text) {
			f->changed |= strcmp(text, d->edit.text) != 0;
			edit_set(&d->edit, text);
		}
		if (!rc && !text)
			app_say(app, "That is too long, or not UTF-8: it is left in %s", path);
		else
			unlink(path);
	}
	if (rc)
		app_say_err(app, &err);
	arena_free(&a);
}
