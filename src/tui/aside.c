#include "aside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft.h"
#include "replife/folders.h"
#include "replife/json.h"
#include "replife/out.h"
#include "say.h"

#define LEFT_MAX (4 * 1024 * 1024)	/* bytes of a file that is taken */
#define TAKE_WAIT_MS 300

/* The file that holds what lies aside, locked as long as this process lives: so
 * the next one knows whose it is. */
static int file = -1;
static unsigned number;			/* in its name; 0: not chosen */
static bool unwritten;			/* it does not have what lies aside, or not all of it */

/* ---- the file ---- */

/* "STORE-typed-LOGIN-": a number follows. Where a server has the store, a place of
 * one's own; NULL: there is none, and what lies aside lives as long as the app. */
static const char *prefix(struct app *app, struct arena *a)
{
	const char *path = session_path(app->session);

	if (!path)
		path = app->front->typed;
	return path ? arena_printf(a, "%s-typed-%s-", path, app->login) : NULL;
}

static const char *program_of(const struct app *app)
{
	return app->front->defaults.program ? app->front->defaults.program : "";
}

static bool lock(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_OFD_SETLK, &whole) == 0;
}

static void let_go(const char *path)
{
	if (file < 0)
		return;
	unlink(path);
	close(file);
	file = -1;
}

/* Whole, or as it was: a new file takes the place of the one before. */
static enum rc write_file(const char *path, const char *text, struct arena *a, struct err *err)
{
	const char *tmp = arena_printf(a, "%s.new", path);
	int fd = open(tmp, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	struct out o;
	enum rc rc;

	if (fd < 0)
		return err_set(err, RC_CANNOT_CREATE, "%s cannot be written: %s", tmp, strerror(errno));
	lock(fd);
	out_to_fd(&o, a, fd);
	out_str(&o, text);
	rc = out_flush(&o, err);
	if (!rc && rename(tmp, path))
		rc = err_set(err, RC_IO, "%s cannot be written: %s", path, strerror(errno));
	if (rc) {
		unlink(tmp);
		close(fd);
		return rc;
	}
	if (file >= 0)
		close(file);
	file = fd;
	return RC_OK;
}

static const char *path_of(struct app *app, struct arena *a)
{
	while (!number)
		if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
			number = (unsigned)getpid();
	return arena_printf(a, "%s%08x", prefix(app, a), number);
}

/* All that lies there, or no file. */
static enum rc write_all(struct app *app, struct err *err)
{
	struct arena a = { .parent = app->arena };
	struct json *top = json_new(&a, J_OBJECT), *all;
	const char *path = prefix(app, &a) ? path_of(app, &a) : NULL;
	enum rc rc = RC_OK;
	bool any = false;

	unwritten = !path;
	if (!path) {
		arena_free(&a);
		return RC_OK;
	}
	json_add_str(&a, top, "program", program_of(app));
	all = json_add(&a, top, "drafts", J_ARRAY);
	for (int i = 0; i < ASIDE_MAX; i++) {
		struct json *one;

		if (!app->aside[i].what)
			continue;
		one = json_add(&a, all, NULL, J_OBJECT);
		json_add_str(&a, one, "what", app->aside[i].what);
		json_add_int(&a, one, "at", app->aside[i].at_s);
		if (app->aside[i].text)
			json_add_str(&a, one, "text", app->aside[i].text);
		any = true;
	}
	if (any && !session_path(app->session))
		rc = make_folders(path, err);
	if (any && !rc)
		rc = write_file(path, json_text(&a, top), &a, err);
	else if (!any)
		let_go(path);
	unwritten = rc != RC_OK;
	arena_free(&a);
	return rc;
}

/* ---- what lies there ---- */

static struct aside *place(struct app *app, const char *what)
{
	for (int i = 0; i < ASIDE_MAX; i++)
		if (app->aside[i].what && !strcmp(app->aside[i].what, what))
			return &app->aside[i];
	return NULL;
}

static struct aside *empty_place(struct app *app)
{
	for (int i = 0; i < ASIDE_MAX; i++)
		if (!app->aside[i].what)
			return &app->aside[i];
	return NULL;
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
	struct err ignored = { 0 };

	if (!s)
		s = empty_place(app);
	if (!s)
		return err_set(err, RC_IO, "there is no room beside the store for more drafts");
	/* Copied first: they may be its own. */
	what = arena_strdup(&in, what);
	text = arena_strdup(&in, text);
	forget(s);
	*s = (struct aside){ in, what, text, app->now_s };
	if (session_path(app->session))
		return write_all(app, err);
	/* Here it is kept as long as the app; the file is for what comes after. */
	(void)!write_all(app, &ignored);
	return RC_OK;
}

bool aside_find(struct app *app, const char *what, const char **text)
{
	const struct aside *s = place(app, what);

	if (s)
		*text = s->text;
	return s;
}

bool aside_ends(const struct app *app)
{
	bool any = false;

	for (int i = 0; i < ASIDE_MAX; i++)
		any |= app->aside[i].what && app->aside[i].text;
	return any && unwritten;
}

void aside_drop(struct app *app, const char *what)
{
	struct aside *s = place(app, what);
	struct err ignored = { 0 };

	if (!s)
		return;
	forget(s);
	(void)!write_all(app, &ignored);
}

void aside_retry(struct app *app, int wait_ms)
{
	struct err err = { 0 };
	bool any = false;

	for (int i = 0; i < ASIDE_MAX && !app->gone && !session_away(app->session); i++) {
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

void aside_leave(struct app *app)
{
	aside_retry(app, TAKE_WAIT_MS);
	for (int i = 0; i < ASIDE_MAX; i++)
		forget(&app->aside[i]);
	if (file >= 0)
		close(file);
	file = -1;
	number = 0;
}

/* ---- what was left ---- */

static char *read_file(struct arena *a, int fd, const char *path)
{
	struct stat st, named;
	char *text;
	size_t n = 0;
	ssize_t k;

	/* Locked meanwhile by nobody, and still the one of that name? */
	if (!lock(fd) || fstat(fd, &st) || stat(path, &named) || st.st_ino != named.st_ino ||
	    !S_ISREG(st.st_mode) || st.st_size > LEFT_MAX)
		return NULL;
	text = arena_alloc(a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size && (k = read(fd, text + n, (size_t)st.st_size - n)) > 0)
		n += (size_t)k;
	text[n] = '\0';
	return text;
}

/* What the store has is older, or not there. False: the store is in use. */
static bool take_one(struct app *app, struct arena *a, const struct json *one)
{
	const char *what = json_str(one, "what", ""), *text = json_str(one, "text", NULL);
	struct arg arg = { "what", what, NULL };
	struct request rq = { .op = "draft show", .args = &arg, .n_args = 1, .wait_ms = TAKE_WAIT_MS };
	struct reply r = { 0 };
	struct err err = { 0 };
	enum rc rc = app_request(app, a, &rq, &r, &err);

	if (rc && rc != RC_NOT_FOUND)
		return false;
	if (!rc && r.n_rows && row_int(&r, 0, "at") > json_int(one, "at", 0))
		return true;
	err = (struct err){ 0 };
	return !draft_write(app, what, text, TAKE_WAIT_MS, &err);
}

static void take_file(struct app *app, struct arena *a, const char *path)
{
	int fd = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
	const char *text = fd >= 0 ? read_file(a, fd, path) : NULL;
	struct json *top;
	struct err err = { 0 };
	bool good = text && !json_parse(a, text, strlen(text), &top, &err) &&
		    !strcmp(json_str(top, "program", ""), program_of(app));

	for (const struct json *j = good ? json_first(json_get(top, "drafts")) : NULL; good && j; j = j->next)
		good = take_one(app, a, j);
	if (good)
		unlink(path);
	if (fd >= 0)
		close(fd);
}

void aside_take(struct app *app)
{
	struct arena a = { .parent = app->arena };
	const char *own = prefix(app, &a), *whole = own ? own : "";
	const char *slash = strrchr(whole, '/'), *name = slash ? slash + 1 : whole;
	const char *dir = slash ? arena_dup(&a, whole, (size_t)(slash - whole) + 1) : ".";
	DIR *d = *whole ? opendir(dir) : NULL;
	struct dirent *e;

	while (d && (e = readdir(d))) {
		const char *rest = e->d_name + strlen(name);

		/* Eight digits: another login may begin with this one. */
		if (!strncmp(e->d_name, name, strlen(name)) && strlen(rest) == 8 &&
		    strspn(rest, "0123456789abcdef") == 8)
			take_file(app, &a, slash ? arena_printf(&a, "%s%s", dir, e->d_name) : e->d_name);
	}
	if (d)
		closedir(d);
	arena_free(&a);
}
