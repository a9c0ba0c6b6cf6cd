#include "aside.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft.h"
#include "replife/json.h"
#include "replife/out.h"

#define LEFT_MAX (4 * 1024 * 1024)	/* bytes of a file that is taken */

/* ---- the file ---- */

/* "STORE-typed-LOGIN-": the process's number follows. */
static const char *prefix(struct app *app, struct arena *a)
{
	return arena_printf(a, "%s-typed-%s-", session_path(app->session), app->login);
}

static enum rc write_file(const char *path, const char *text, struct arena *a, struct err *err)
{
	const char *tmp = arena_printf(a, "%s.new", path);
	int fd = open(tmp, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	struct out o;
	enum rc rc;

	if (fd < 0)
		return err_set(err, RC_CANNOT_CREATE, "%s cannot be written: %s", tmp, strerror(errno));
	out_to_fd(&o, a, fd);
	out_str(&o, text);
	rc = out_flush(&o, err);
	if (close(fd) && !rc)
		rc = err_set(err, RC_IO, "%s cannot be written: %s", tmp, strerror(errno));
	if (!rc && rename(tmp, path))
		rc = err_set(err, RC_IO, "%s cannot be written: %s", path, strerror(errno));
	if (rc)
		unlink(tmp);
	return rc;
}

/* All that lies there, or no file. */
static enum rc write_all(struct app *app, struct err *err)
{
	struct arena a = { .parent = app->arena };
	struct json *all = json_new(&a, J_OBJECT);
	const char *path = arena_printf(&a, "%s%ld", prefix(app, &a), (long)getpid());
	enum rc rc = RC_OK;
	bool any = false;

	for (int i = 0; i < ASIDE_MAX; i++)
		if (app->aside[i].what) {
			json_add_str(&a, all, app->aside[i].what, app->aside[i].text ? app->aside[i].text : "");
			any = true;
		}
	if (any)
		rc = write_file(path, json_text(&a, all), &a, err);
	else
		unlink(path);
	arena_free(&a);
	return rc;
}

/* ---- what lies there ---- */

static struct aside *place(struct app *app, const char *what)
{
	struct aside *empty = NULL;

	for (int i = 0; i < ASIDE_MAX; i++) {
		struct aside *s = &app->aside[i];

		if (s->what && !strcmp(s->what, what))
			return s;
		if (!s->what && !empty)
			empty = s;
	}
	return empty;
}

static void forget(struct aside *s)
{
	arena_free(&s->in);
	*s = (struct aside){ 0 };
}

enum rc aside_put(struct app *app, const char *what, const char *text, struct err *err)
{
	struct aside *s = place(app, what);
	struct arena in = { .parent = app->arena };

	if (!s || !session_path(app->session))
		return err_set(err, RC_IO, "there is no room beside the store for more drafts");
	/* Copied first: they may be its own. */
	what = arena_strdup(&in, what);
	text = arena_strdup(&in, text);
	forget(s);
	*s = (struct aside){ in, what, text };
	return write_all(app, err);
}

void aside_drop(struct app *app, const char *what)
{
	struct aside *s = place(app, what);
	struct err ignored = { 0 };

	if (!s || !s->what)
		return;
	forget(s);
	(void)!write_all(app, &ignored);
}

void aside_retry(struct app *app, int wait_ms)
{
	struct err err = { 0 };
	bool any = false;

	for (int i = 0; i < ASIDE_MAX; i++) {
		struct aside *s = &app->aside[i];

		if (!s->what)
			continue;
		if (draft_write(app, s->what, s->text, wait_ms, &err))
			break;
		forget(s);
		any = true;
	}
	if (any)
		(void)!write_all(app, &err);
}

/* ---- what was left ---- */

static char *read_file(struct arena *a, const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;
	char *text = NULL;
	size_t n = 0;
	ssize_t k;

	if (fd < 0)
		return NULL;
	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size <= LEFT_MAX) {
		text = arena_alloc(a, (size_t)st.st_size + 1);
		while (n < (size_t)st.st_size && (k = read(fd, text + n, (size_t)st.st_size - n)) > 0)
			n += (size_t)k;
		text[n] = '\0';
	}
	close(fd);
	return text;
}

static void take_file(struct app *app, struct arena *a, const char *path)
{
	const char *text = read_file(a, path);
	struct json *all;
	struct err err = { 0 };

	if (!text || json_parse(a, text, strlen(text), &all, &err))
		return;
	for (const struct json *j = json_first(all); j; j = j->next)
		if (j->type == J_STR && draft_write(app, j->key, *j->u.s.p ? j->u.s.p : NULL, 0, &err))
			return;
	unlink(path);
}

void aside_take(struct app *app)
{
	struct arena a = { .parent = app->arena };
	const char *whole = session_path(app->session) ? prefix(app, &a) : "";
	const char *slash = strrchr(whole, '/'), *name = slash ? slash + 1 : whole;
	const char *dir = slash ? arena_dup(&a, whole, (size_t)(slash - whole) + 1) : ".";
	DIR *d = *whole ? opendir(dir) : NULL;
	struct dirent *e;

	while (d && (e = readdir(d))) {
		const char *number = e->d_name + strlen(name);
		char *end;
		long pid;

		if (strncmp(e->d_name, name, strlen(name)) || !isdigit((unsigned char)*number))
			continue;
		pid = strtol(number, &end, 10);
		/* Of one that still runs, it is that one's. */
		if (!*end && pid > 0 && kill((pid_t)pid, 0) && errno == ESRCH)
			take_file(app, &a, slash ? arena_printf(&a, "%s%s", dir, e->d_name) : e->d_name);
	}
	if (d)
		closedir(d);
	arena_free(&a);
}
