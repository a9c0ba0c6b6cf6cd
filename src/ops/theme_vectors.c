/* Word vectors, where there are some: which file, and what is in it. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "notes.h"
#include "replife/folders.h"
#include "session_i.h"

#define WITHOUT "none"			/* as a setting: there are to be none */
#define DO_WITHOUT "do without: replife config set vectors " WITHOUT " (or REPLIFE_VECTORS=" WITHOUT ")"

/* ../share/replife/vectors of where the program lies: PREFIX/share beside PREFIX/bin. */
static const char *beside_program(struct arena *a)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);

	for (int up = 0; n > 0 && up < 2; up++)
		while (n > 0 && path[--n] != '/')
			;
	return n < 0 || (size_t)n == sizeof path ? NULL : arena_printf(a, "%.*s/share/replife/vectors", (int)n, path);
}

/* NULL: there is none. *named: somebody said that it is there. */
static const char *find(struct call *c, bool *named)
{
	const char *path = c->rq->vectors;

	*named = path != NULL;
	if (path)
		return strcmp(path, WITHOUT) != 0 ? path : NULL;
	path = data_path(c->arena, "vectors");
	if (path && !access(path, F_OK))
		return path;
	path = beside_program(c->arena);
	return path && !access(path, F_OK) ? path : NULL;
}

static enum rc cannot_read(const char *path, bool named, struct err *err)
{
	int e = errno;

	if (e == ENOENT || e == ENOTDIR)
		err_set(err, RC_NOT_FOUND, "there is no file %s of word vectors", path);
	else
		err_set(err, e == EIO ? RC_IO : RC_FAILED, "%s cannot be read: %s", path, strerror(e));
	if (named)
		return err_todo(err, "Look at what REPLIFE_VECTORS or the setting vectors names, or " DO_WITHOUT);
	return err_todo(err, "Look at its rights, or " DO_WITHOUT);
}

/* All of it, rather than mapped: nobody can cut it off while it is used. RC_BAD_DATA:
 * no file, or longer than any is. */
static enum rc read_all(struct arena *a, int fd, char **p, size_t *n, struct err *err)
{
	struct stat st;

	*n = 0;
	if (fstat(fd, &st))
		return RC_FAILED;
	if (!S_ISREG(st.st_mode) || st.st_size > (off_t)VECTORS_BYTES)
		return err_set(err, RC_BAD_DATA, "it holds no word vectors");
	*p = arena_alloc(a, (size_t)st.st_size + 1);
	while (*n < (size_t)st.st_size) {
		ssize_t k = read(fd, *p + *n, (size_t)st.st_size - *n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return RC_FAILED;
		if (!k)
			break;
		*n += (size_t)k;
	}
	return RC_OK;
}

enum rc vectors_here(struct call *c, struct vectors *room, const struct vectors **out, const char **where,
		     struct err *err)
{
	bool named;
	const char *path = find(c, &named);
	char *p = NULL;
	size_t n;
	enum rc rc;
	int fd;

	*out = NULL;
	*where = path;
	if (!path)
		return RC_OK;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return cannot_read(path, named, err);
	rc = read_all(c->arena, fd, &p, &n, err);
	if (rc == RC_FAILED)
		rc = cannot_read(path, named, err);
	close(fd);
	if (!rc)
		rc = vectors_read(p, n, room, err);
	if (rc == RC_BAD_DATA) {
		err_prefix(err, "%s: ", path);
		return err_todo(err, "Make it again: make vectors; or " DO_WITHOUT);
	}
	if (!rc)
		*out = room;
	return rc;
}
