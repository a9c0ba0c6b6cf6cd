#include "replife/editor.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "replife/out.h"

enum rc editor_run(struct arena *a, const char *path, struct err *err)
{
	const char *editor = getenv("VISUAL"), *line;
	sigset_t ends;
	struct sigaction ignore = { .sa_handler = SIG_IGN }, old_int, old_quit;
	int status = 0;
	pid_t pid;

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
		sigemptyset(&ends);
		sigaddset(&ends, SIGHUP);
		sigaddset(&ends, SIGTERM);
		sigprocmask(SIG_UNBLOCK, &ends, NULL);
		execl("/bin/sh", "sh", "-c", line, editor, path, (char *)NULL);
		_exit(127);
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

enum rc editor_file(struct arena *a, const char *text, const char **path, struct err *err)
{
	const char *dir = getenv("TMPDIR");
	char *name = arena_printf(a, "%s/replife-note-XXXXXX", dir && *dir == '/' ? dir : "/tmp");
	int fd = mkstemp(name);
	struct out o;
	enum rc rc;

	if (fd < 0) {
		err_set(err, RC_CANNOT_CREATE, "%s cannot be written: %s", name, strerror(errno));
		return err_todo(err, "Name another folder in TMPDIR");
	}
	out_to_fd(&o, a, fd);
	out_str(&o, text);
	rc = out_flush(&o, err);
	close(fd);
	if (rc)
		unlink(name);
	else
		*path = name;
	return rc;
}
