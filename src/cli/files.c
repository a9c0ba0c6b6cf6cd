/* Reading whole files, and paths as the op may see them. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli_i.h"

static enum rc cannot_read(const char *path, struct err *err)
{
	int e = errno;

	if (e == ENOENT || e == ENOTDIR) {
		err_set(err, RC_NOT_FOUND, "there is no file %s", path);
		return err_todo(err, "Look at its name, or give - to read from stdin");
	}
	err_set(err, e == EIO ? RC_IO : RC_FAILED, "%s cannot be read: %s", path, strerror(e));
	return err_todo(err, "Look at its rights and place");
}

static enum rc read_fd(struct arena *a, int fd, const char *path, size_t max,
		       const char **text, size_t *n, struct err *err)
{
	size_t cap = 8192, len = 0;
	char *p = arena_alloc(a, cap);

	for (;;) {
		ssize_t k;

		if (len + 1 == cap) {
			p = arena_grow(a, p, cap, cap * 2);
			cap *= 2;
		}
		k = read(fd, p + len, cap - len - 1);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return cannot_read(path, err);
		if (!k)
			break;
		len += (size_t)k;
		if (len > max) {
			err_set(err, RC_BAD_DATA, "%s is too long: over %zu bytes", path, max);
			return err_todo(err, "Split it");
		}
	}
	p[len] = '\0';
	*text = p;
	*n = len;
	return RC_OK;
}

int file_open(const char *path, struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		cannot_read(path, err);
	return fd;
}

/* "-" is stdin. RC_NOT_FOUND: there is no such file. */
enum rc file_read(struct arena *a, const char *path, size_t max, const char **text,
		  size_t *n, struct err *err)
{
	bool is_stdin = !strcmp(path, "-");
	int fd = is_stdin ? STDIN_FILENO : file_open(path, err);
	enum rc rc;

	if (fd < 0)
		return err->rc;
	rc = read_fd(a, fd, is_stdin ? "stdin" : path, max, text, n, err);
	if (!is_stdin)
		close(fd);
	return rc;
}

/* The file need not exist, its directory should; else the path as it is,
 * below the working directory. */
const char *file_absolute(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dir = !slash ? "." : slash == path ? "/"
			: arena_dup(a, path, (size_t)(slash - path));
	char real[PATH_MAX];

	if (!*path || !realpath(dir, real))
		return path;
	return arena_printf(a, "%s/%s", strcmp(real, "/") ? real : "", name);
}
