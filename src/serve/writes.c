/* Writes: what has come together shares a commit. */
#include <stdlib.h>
#include <string.h>

#include "server.h"

void writes_put(struct server *s, struct job *j)
{
	jobs_add(&s->writes, j);
}

bool writes_drop(struct server *s, struct job *j)
{
	return jobs_remove(&s->writes, j);
}

/* ---- the access log ---- */

void writes_note(void *server, const struct access *x)
{
	struct server *s = server;

	pthread_mutex_lock(&s->notes_lock);
	if (s->n_notes == s->cap_notes && s->cap_notes < 4096) {
		size_t cap = s->cap_notes ? s->cap_notes * 2 : 64;
		struct access *more = realloc(s->notes, cap * sizeof *more);

		if (more) {
			s->notes = more;
			s->cap_notes = cap;
		}
	}
	if (s->n_notes < s->cap_notes)
		s->notes[s->n_notes++] = *x;
	pthread_mutex_unlock(&s->notes_lock);
}

static bool any_notes(struct server *s)
{
	bool any;

	pthread_mutex_lock(&s->notes_lock);
	any = s->n_notes > 0;
	pthread_mutex_unlock(&s->notes_lock);
	return any;
}

static void write_notes(struct server *s)
{
	struct access now[64];
	size_t n;

	pthread_mutex_lock(&s->notes_lock);
	n = s->n_notes < 64 ? s->n_notes : 64;
	if (n)
		memcpy(now, s->notes, n * sizeof *now);
	s->n_notes -= n;
	if (s->n_notes)
		memmove(s->notes, s->notes + n, s->n_notes * sizeof *now);
	pthread_mutex_unlock(&s->notes_lock);
	for (size_t i = 0; i < n; i++)
		session_access(s->writer, &now[i]);
}

/* More than a group takes may have come together while the session was lent. */
void writes_end(struct server *s)
{
	struct err ignored = { 0 };

	while (any_notes(s) && !session_group(s->writer, &ignored)) {
		write_notes(s);
		if (session_group_end(s->writer, &ignored))
			return;
	}
}

/* ---- a group ---- */

static size_t take_group(struct server *s, struct job **group)
{
	size_t n = 0;

	while (n < GROUP_MAX && s->writes.first && s->writes.first->lane != LANE_WRITE_LONG)
		group[n++] = jobs_take(&s->writes);
	return n;
}

static void run_one(struct server *s, struct job *j)
{
	if (j->unbound)
		job_bind(j, s->writer);
	else
		job_run(j, s->writer);
	if (j->op->effect == EFFECT_WRITE && !j->rc)
		job_pack(j, s->writer);
}

/* A read that waited only for its account to be known goes where reads go. */
static void end_one(struct server *s, struct job *j, enum rc rc, const struct err *err)
{
	if (rc && !j->rc)
		job_fail(j, err);
	else if (j->rc)
		job_pack(j, NULL);
	else if (j->op->effect != EFFECT_WRITE) {
		lanes_put(s, j);
		return;
	} else if (!j->rq.dry_run && !(j->op->flags & OP_UNLOGGED))
		s->changed = true;
	conn_answer(s, j);
}

static void run_group(struct server *s)
{
	struct job *group[GROUP_MAX];
	size_t n = take_group(s, group);
	struct err err = { 0 };
	enum rc rc = session_group(s->writer, &err);

	for (size_t i = 0; !rc && i < n; i++)
		run_one(s, group[i]);
	if (!rc) {
		write_notes(s);
		rc = session_group_end(s->writer, &err);
	}
	for (size_t i = 0; i < n; i++)
		end_one(s, group[i], rc, &err);
}

void writes_run(struct server *s)
{
	if (s->lent)
		return;
	if (s->writes.first && s->writes.first->lane == LANE_WRITE_LONG) {
		s->lent = jobs_take(&s->writes);
		lanes_put(s, s->lent);
		return;
	}
	if (s->writes.first || any_notes(s))
		run_group(s);
	session_tidy(s->writer, !s->writes.first);
}
