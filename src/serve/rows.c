/* A call's rows: kept in a file without a name until all have come, then read; and tried
 * out on a copy of the store, where they are many. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "replife/json.h"
#include "replife/table.h"
#include "server.h"

static enum rc no_room(struct err *err)
{
	err_set(err, RC_IO, "the server cannot keep the rows until they are all there: %s", strerror(errno));
	return err_todo(err, "Nothing was changed; ask who looks after it to make room");
}

static enum rc open_spool(struct server *s, struct job *j, struct err *err)
{
	char folder[4096];
	const char *path = session_path(s->writer), *slash = strrchr(path, '/');

	if (j->account->spools >= SPOOLS_MAX) {
		err_set(err, RC_BUSY, "%d imports of yours are under way", j->account->spools);
		return err_todo(err, "Wait until one of them is done");
	}
	snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
	j->spool = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (j->spool < 0)
		return no_room(err);
	j->account->spools++;
	return RC_OK;
}

/* Bookings need some of the disk, too. Asked once a megabyte. */
static bool is_room(int fd)
{
	struct statvfs v;

	if (fstatvfs(fd, &v) || v.f_bavail > v.f_blocks / 20)
		return true;
	errno = ENOSPC;
	return false;
}

enum rc job_spool(struct server *s, struct job *j, const char *p, size_t n, struct err *err)
{
	enum rc rc = j->spool < 0 ? open_spool(s, j, err) : RC_OK;
	int64_t most;

	if (rc)
		return rc;
	most = j->table->json && s->rows_max > JSON_MAX ? JSON_MAX : s->rows_max;
	if (j->spooled + (int64_t)n > most) {
		err_set(err, RC_BAD_DATA, "%s is too long: over %lld MB", j->table->file, (long long)(most >> 20));
		return err_todo(err, "Split it");
	}
	if ((j->spooled ^ (j->spooled + (int64_t)n)) >> 20 && !is_room(j->spool))
		return no_room(err);
	j->spooled += (int64_t)n;
	while (n) {
		ssize_t k = write(j->spool, p, n);

		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			return no_room(err);
		p += k;
		n -= (size_t)k;
	}
	return RC_OK;
}

struct mapped {
	void *p;
	size_t n;
};

static void unmap(void *p)
{
	munmap(((struct mapped *)p)->p, ((struct mapped *)p)->n);
}

/* No less than it takes: commas in texts are taken for values. A string or a key is
 * kept with an end, in pieces of sixteen bytes. */
static enum rc check_values(const struct job *j, const char *p, size_t n, struct err *err)
{
	size_t values = 1, quotes = 0;

	for (size_t i = 0; i < n; i++) {
		values += p[i] == ',' || p[i] == '[' || p[i] == '{';
		quotes += p[i] == '"';
	}
	if (n + values * sizeof(struct json) + quotes * 8 <= JSON_MEMORY)
		return RC_OK;
	err_set(err, RC_BAD_DATA, "%s holds too much: over %u MiB in memory", j->table->file, JSON_MEMORY >> 20);
	return err_todo(err, "Split it; what `export json all` wrote is imported whole where no server runs");
}

enum rc job_map(struct job *j, struct err *err)
{
	struct mapped *m = arena_new(&j->arena, struct mapped);

	m->n = (size_t)j->spooled;
	if (!m->n) {
		rows_begin(&j->arena, j->table, "", 0);
		return RC_OK;
	}
	m->p = mmap(NULL, m->n, PROT_READ, MAP_PRIVATE, j->spool, 0);
	if (m->p == MAP_FAILED)
		return no_room(err);
	arena_defer(&j->arena, unmap, m);
	if (j->table->json && check_values(j, m->p, m->n, err))
		return err->rc;
	rows_begin(&j->arena, j->table, m->p, m->n);
	return RC_OK;
}

/* ---- a rehearsal ---- */

/* For a copy of the store and of its log, and what others write meanwhile. */
static bool is_room_for_copy(const char *store)
{
	char log[4096];
	struct stat a = { 0 }, b = { 0 };
	struct statvfs v;

	snprintf(log, sizeof log, "%s-wal", store);
	if (stat(store, &a) || statvfs(store, &v))
		return true;
	stat(log, &b);
	errno = ENOSPC;
	return v.f_bavail > v.f_blocks / 20 && (v.f_bavail - v.f_blocks / 20) * v.f_frsize > (uint64_t)(a.st_size + b.st_size) * 2;
}

static bool is_dropped(void *job)
{
	return atomic_load_explicit(&((struct job *)job)->dropped, memory_order_relaxed);
}

static enum rc rehearse(struct server *s, struct job *j, struct session *reader, struct session **copy,
			struct err *err)
{
	const char *path = arena_printf(&j->arena, "%s-copy", job_made_path(s, &j->arena));
	struct request rq = j->rq, ask = { .op = j->op->name, .program = j->rq.program, .caller = &j->caller, .ask = true };
	struct session_turns *turns = arena_new(&j->arena, struct session_turns);
	struct reply ignored;
	enum rc rc = session_call(reader, &j->arena, &ask, &ignored, err);	/* no copy for strangers */

	if (!rc && !is_room_for_copy(session_path(s->writer)))
		rc = no_room(err);
	if (!rc)
		rc = session_copy(reader, &j->arena, path, s->o->now_s, copy, err);
	if (rc)
		return rc;
	session_on_access(*copy, writes_note, s);
	*turns = (struct session_turns){ .gone = is_dropped, .ctx = j };
	session_take_turns(*copy, turns);
	rq.dry_run = true;
	rc = job_map(j, err);
	return rc ? rc : session_call(*copy, &j->arena, &rq, &j->reply, err);
}

static enum rc rehearse_safely(struct server *s, struct job *j, struct session *reader,
			       struct session **copy, struct err *err)
{
	OR_FAIL(j, err, rehearse(s, j, reader, copy, err));
	return err->rc;
}

void job_rehearse(struct server *s, struct job *j, struct session *reader)
{
	struct arena_mark before = arena_mark(&j->arena);
	struct session *copy = NULL;

	j->err = (struct err){ 0 };
	j->rc = rehearse_safely(s, j, reader, &copy, &j->err);
	j->unbound = j->rc && copy && session_unbound(copy);
	session_copy_close(copy);
	if (j->unbound || (!j->rc && !j->rq.dry_run))	/* all of it comes again */
		arena_release(&j->arena, before);
}
