/* A file that is there whole or not at all: written beside, then renamed. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "replife/confine.h"
#include "replife/out_file.h"

#define TRIES 100

/* Memory may run out while it is being written: then the arena takes it away. */
struct out_temp {
	const char *name;		/* NULL: there is none */
	int fd;
};

static void take_away(void *p)
{
	struct out_temp *t = p;

	if (!t->name)
		return;
	close(t->fd);
	unlink(t->name);
	t->name = NULL;
}

static enum rc cannot_create(const char *path, const char *why, struct err *err)
{
	err_set(err, RC_CANNOT_CREATE, "%s cannot be written: %s", path, why);
	return err_todo(err, "Name another file or folder");
}

/* A name beside the target that nobody has; rights as umask wants them, or
 * as those of the file that it replaces. */
static int open_temp(struct arena *a, struct out_file *f, const struct stat *old)
{
	const char *slash = strrchr(f->target, '/');
	size_t dir_n = slash ? (size_t)(slash - f->target) + 1 : 0;

	f->left = arena_new(a, struct out_temp);
	arena_defer(a, take_away, f->left);
	for (int i = 0; i < TRIES; i++) {
		f->temp = arena_printf(a, "%.*s.%s.%ld-%d", (int)dir_n, f->target,
				       f->target + dir_n, (long)getpid(), i);
		f->fd = open(f->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (f->fd >= 0)
			*f->left = (struct out_temp){ f->temp, f->fd };
		if (f->fd >= 0 && old)
			return fchmod(f->fd, old->st_mode & 07777);
		if (f->fd >= 0 || errno != EEXIST)
			break;
	}
	return f->fd < 0 ? -1 : 0;
}

enum rc out_file_open(struct arena *a, const char *path, struct out_file *f,
		      struct err *err)
{
	char real[PATH_MAX];
	struct stat st;
	bool there;

	*f = (struct out_file){ .path = path, .target = path, .fd = -1 };
	if (confine_check("write a file", BY_STANDARD_IO, err))
		return err->rc;
	if (!*path)
		return cannot_create("''", "it has no name", err);
	there = stat(path, &st) == 0;
	if (there && S_ISDIR(st.st_mode))
		return cannot_create(path, "it is a folder", err);
	if (there && !S_ISREG(st.st_mode)) {
		f->fd = open(path, O_WRONLY | O_CLOEXEC);	/* a device or pipe */
	} else {
		/* A link stays one: what it points to is replaced. */
		if (there && realpath(path, real))
			f->target = arena_strdup(a, real);
		if (open_temp(a, f, there ? &st : NULL)) {
			int e = errno;

			out_file_drop(f);
			return cannot_create(path, strerror(e), err);
		}
	}
	if (f->fd < 0)
		return cannot_create(path, strerror(errno), err);
	out_to_fd(&f->out, a, f->fd);
	return RC_OK;
}

void out_file_drop(struct out_file *f)
{
	if (f->fd >= 0 && f->temp)
		take_away(f->left);
	else if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}

enum rc out_file_close(struct out_file *f, struct err *err)
{
	enum rc rc = out_flush(&f->out, err);

	if (!rc && f->temp && fsync(f->fd)) {
		err_set(err, RC_IO, "%s could not be written: %s", f->path, strerror(errno));
		rc = err_todo(err, "Make room, or name another place");
	}
	if (!rc && f->temp && rename(f->temp, f->target))
		rc = cannot_create(f->path, strerror(errno), err);
	if (rc) {
		out_file_drop(f);
		return rc;
	}
	if (f->temp)
		f->left->name = NULL;
	close(f->fd);
	f->fd = -1;
	return RC_OK;
}
