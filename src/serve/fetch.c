#include "fetch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "replife/confine.h"

static enum rc cannot(const char *path, struct err *err)
{
	err_set(err, errno == ENOSPC || errno == EIO ? RC_IO : RC_CANNOT_CREATE, "cannot create %s: %s",
		path, strerror(errno));
	return err_todo(err, "Name a new file in a folder that you can write to");
}

static const char *made_path(const struct op *op, const struct request *rq)
{
	for (size_t i = 0; i < rq->n_args; i++) {
		const struct param *p = op_param(op, rq->args[i].name);

		if (p && p->type == P_FILE && p->flags & MADE)
			return rq->args[i].text;
	}
	return NULL;
}

enum rc fetch_begin(struct arena *a, const struct op *op, const struct request *rq, struct fetch *f,
		    struct err *err)
{
	struct stat sb;

	*f = (struct fetch){ .path = made_path(op, rq), .fd = -1 };
	if (!f->path || confine_check("copy the store", BY_AN_ACCOUNT, err))
		return err->rc;
	if (!lstat(f->path, &sb)) {
		errno = EEXIST;
		return cannot(f->path, err);
	}
	f->temp = arena_printf(a, "%s.new-%ld", f->path, (long)getpid());
	unlink(f->temp);
	f->fd = open(f->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	return f->fd < 0 ? cannot(f->path, err) : RC_OK;
}

void fetch_drop(struct fetch *f)
{
	if (f->fd < 0)
		return;
	close(f->fd);
	unlink(f->temp);
	f->fd = -1;
}

enum rc fetch_end(struct link *l, struct fetch *f, struct err *err)
{
	enum rc rc = RC_OK;

	if (f->fd < 0)
		return RC_OK;
	if (!link_receive_file(l, f->fd)) {
		rc = err_set(err, RC_BUSY, "the server hung up, or %s cannot be written, before it was whole",
			     f->path);
		err_todo(err, "Make room where it is to be, and try again");
		link_close(l);	/* what is left of it is no answer to the next call */
	} else if (fsync(f->fd) || link(f->temp, f->path)) {
		rc = cannot(f->path, err);
	}
	fetch_drop(f);
	return rc;
}
