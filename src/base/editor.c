#include "replife/confine.h"
#include "replife/editor.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "replife/out.h"
#include "replife/utf8.h"

#define NAME "replife-note-"
#define UNIQUE "XXXXXX"		/* as mkstemp(3) has it */
#define GIVEN ".before"

/* ---- the program ---- */

static void start(const char *line, const char *editor, const struct editing *e)
{
	sigset_t ends;

	sigemptyset(&ends);
	sigaddset(&ends, SIGHUP);
	sigaddset(&ends, SIGTERM);
	sigprocmask(SIG_UNBLOCK, &ends, NULL);
	if (e->held >= 0)
		fcntl(e->held, F_SETFD, 0);	/* the lock is the editor's, too */
	execl("/bin/sh", "sh", "-c", line, editor, e->path, (char *)NULL);
	_exit(127);
}

enum rc editor_run(struct arena *a, const struct editing *e, struct err *err)
{
	const char *editor = getenv("VISUAL"), *line;
	struct sigaction ignore = { .sa_handler = SIG_IGN }, old_int, old_quit;
	int status = 0;
	pid_t pid;

	if (confine_check("start an editor", "Type it where you are", err))
		return err->rc;
	if (!editor || !*editor)
		editor = getenv("EDITOR");
	if (!editor || !*editor)
		editor = "vi";
	/* The variable may hold options; the path is never evaluated. */
	line = arena_printf(a, "%s \"$1\"", editor);
	/* Its ^C and ^\ are not ours, as with system(3). */
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGINT, &ignore, &old_int);
	sigaction(SIGQUIT, &ignore, &old_quit);
	pid = fork();
	if (!pid) {
		sigaction(SIGINT, &old_int, NULL);
		sigaction(SIGQUIT, &old_quit, NULL);
		start(line, editor, e);
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &old_int, NULL);
	sigaction(SIGQUIT, &old_quit, NULL);
	if (pid > 0 && WIFEXITED(status) && !WEXITSTATUS(status))
		return RC_OK;
	err_set(err, RC_FAILED, "the editor '%s' did not end well", editor);
	return err_todo(err, "Name another one in VISUAL or EDITOR");
}

/* ---- the files ---- */

static bool given_name(const char *path, char name[PATH_MAX])
{
	return snprintf(name, PATH_MAX, "%s" GIVEN, path) < PATH_MAX;
}

static bool lock(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_OFD_SETLK, &whole) == 0;
}

static enum rc write_all(struct arena *a, int fd, const char *text, struct err *err)
{
	struct out o;

	out_to_fd(&o, a, fd);
	out_str(&o, text);
	return out_flush(&o, err);
}

enum rc editor_file(struct arena *a, const char *text, struct editing *e, struct err *err)
{
	const char *dir = getenv("TMPDIR");
	char *name = arena_printf(a, "%s/" NAME UNIQUE, dir && *dir == '/' ? dir : "/tmp"), given[PATH_MAX];
	int fd;
	enum rc rc;

	*e = (struct editing){ name, -1 };
	if (confine_check("start an editor", "Type it where you are", err))
		return err->rc;
	fd = mkstemp(name);
	if (fd >= 0 && given_name(name, given))
		e->held = open(given, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0 || e->held < 0) {
		err_set(err, RC_CANNOT_CREATE, "%s cannot be written: %s", name, strerror(errno));
		if (fd >= 0) {
			close(fd);
			editor_drop(e);
		}
		return err_todo(err, "Name another folder in TMPDIR");
	}
	lock(e->held);		/* where none can be had, it is asked for in vain later */
	rc = write_all(a, fd, text, err);
	if (!rc)
		rc = write_all(a, e->held, text, err);
	close(fd);
	if (rc)
		editor_drop(e);
	return rc;
}

/* Somebody's own file, and no other's that a link leads to; -1: it is none. */
static int open_own(const char *path, int how)
{
	int fd = open(path, how | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;

	if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_uid != geteuid())) {
		close(fd);
		return -1;
	}
	return fd;
}

static char *read_own(struct arena *a, const char *path, size_t max)
{
	char *text = arena_alloc(a, max + 2);
	int fd = open_own(path, O_RDONLY);
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

char *editor_read(struct arena *a, const struct editing *e, size_t max)
{
	return read_own(a, e->path, max);
}

char *editor_given(struct arena *a, const struct editing *e, size_t max)
{
	char name[PATH_MAX];

	return given_name(e->path, name) ? read_own(a, name, max) : NULL;
}

void editor_release(struct editing *e)
{
	if (e->held >= 0)
		close(e->held);
	e->held = -1;
}

bool editor_goes_on(struct editing *e)
{
	char given[PATH_MAX];

	if (e->held < 0 || !given_name(e->path, given))
		return false;
	editor_release(e);
	e->held = open_own(given, O_RDWR);
	if (e->held < 0 || lock(e->held))
		return false;		/* ours again */
	editor_release(e);
	return true;
}

void editor_leave(struct editing *e)
{
	char name[PATH_MAX];

	if (given_name(e->path, name))
		unlink(name);
	editor_release(e);
}

void editor_drop(struct editing *e)
{
	unlink(e->path);
	editor_leave(e);
}

/* ---- what another program left ---- */

/* Of all files only those that editor_file() names are read, or thrown away. */
static bool is_ours(const char *path)
{
	const char *name = strrchr(path, '/');

	if (*path != '/' || strncmp(name + 1, NAME, strlen(NAME)) != 0)
		return false;
	name += 1 + strlen(NAME);
	for (size_t i = 0; i < strlen(UNIQUE); i++)
		if (!isalnum((unsigned char)name[i]))
			return false;
	return !name[strlen(UNIQUE)];
}

enum editor_found editor_find(const char *path, struct editing *e)
{
	char given[PATH_MAX];

	*e = (struct editing){ path, -1 };
	if (is_ours(path) && given_name(path, given))
		e->held = open_own(given, O_RDWR);
	if (e->held < 0)
		return EDITOR_NONE;
	if (lock(e->held))
		return EDITOR_DONE;
	editor_release(e);
	return EDITOR_OPEN;
}
