/* Writes: what has come together shares a commit. */
#include <stdlib.h>
#include <string.h>

#include "server.h"

#define PATIENCE_MS 10000	/* where another program has the store */
#define RETRY_MS 50
#define SETTLE_MS 1000		/* a take-back that failed is tried again */

void writes_put(struct server *s, struct job *j)
{
	if (j->lane == LANE_WRITE_LONG && !j->rehearse) {
		jobs_add(j->in_parts ? &s->imports : &s->longs, j);
		return;
	}
	jobs_add(&s->writes, j);
	atomic_fetch_add(&s->waiting, 1);
}

bool writes_drop(struct server *s, struct job *j)
{
	bool there = jobs_remove(&s->writes, j);

	atomic_fetch_sub(&s->waiting, there);
	return there || jobs_remove(&s->longs, j) || jobs_remove(&s->imports, j);
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

static void run_one(struct server *s, struct job *j)
{
	int64_t begun = now_us();

	if (j->unbound)
		job_bind(j, s->writer);
	else
		job_run(j, s->writer);
	if (j->op->effect == EFFECT_WRITE && !j->rehearse && !j->rc)
		job_pack(j, s->writer);
	fair_took(&s->fair, j, now_us() - begun);
}

/* Where the group cannot be begun, all of it fails. */
static size_t run_some(struct server *s, struct job **group, enum rc begun)
{
	int64_t until = now_us() + GROUP_US;
	size_t n = 0;

	do {
		group[n] = fair_take(&s->fair, &s->writes);
		if (!group[n])
			break;
		atomic_fetch_sub(&s->waiting, 1);
		if (!begun)
			run_one(s, group[n]);
		n++;
	} while (n < GROUP_MAX && now_us() < until);
	return n;
}

/* A read that waited only for its account to be known goes where reads go. */
static void end_one(struct server *s, struct job *j, enum rc rc, const struct err *err)
{
	if (rc && !j->rc)
		job_fail(j, err);
	else if (j->rc)
		job_pack(j, NULL);
	else if (j->op->effect != EFFECT_WRITE || j->rehearse) {
		lanes_put(s, j);
		return;
	} else if (!j->rq.dry_run && !(j->op->flags & OP_UNLOGGED))
		s->changed = true;
	conn_answer(s, j);
}

/* Whoever runs the server hears when writes begin to fail, and when they go on. */
static void tell(struct server *s, enum rc rc, const struct err *err)
{
	if (rc == s->trouble)
		return;
	s->trouble = rc;
	server_say(s, rc ? "no write succeeds: %s" : "writes succeed again%s", rc ? err->what : "");
}

/* Another program has the file. Each call waits as long as it would at a store of
 * one's own, and the loop goes on meanwhile. */
static void wait_more(struct server *s, struct err *err)
{
	int64_t now = now_ms();
	struct jobs waiting = s->writes;
	struct job *j;

	s->retry_ms = now + RETRY_MS;
	s->writes = (struct jobs){ 0 };
	err_set(err, RC_BUSY, "the store stayed in use by another program for %d seconds", PATIENCE_MS / 1000);
	err_todo(err, "Nothing was changed; try again");
	while ((j = jobs_take(&waiting))) {
		if (!j->refused_ms)
			j->refused_ms = now;
		if (now - j->refused_ms < PATIENCE_MS) {
			jobs_add(&s->writes, j);
			continue;
		}
		tell(s, RC_BUSY, err);
		atomic_fetch_sub(&s->waiting, 1);
		job_fail(j, err);
		conn_answer(s, j);
	}
}

static void run_group(struct server *s)
{
	struct job *group[GROUP_MAX];
	struct err err = { 0 };
	enum rc rc = session_group(s->writer, &err);
	size_t n;

	if (rc == RC_BUSY && !session_rescue(s->writer)) {
		wait_more(s, &err);
		return;
	}
	n = run_some(s, group, rc);
	if (!rc) {
		write_notes(s);
		rc = session_group_end(s->writer, &err);
	}
	tell(s, rc, &err);
	for (size_t i = 0; i < n; i++)
		end_one(s, group[i], rc, &err);
}

static void lend(struct server *s, struct job *j)
{
	s->lent = j;
	if (j->in_parts)
		s->parted = j;
	lanes_put(s, j);
}

/* The store is not lent; parts of an import are in it that is none any more. */
static bool is_unsettled(const struct server *s)
{
	return !s->parted && session_unsettled(s->writer);
}

/* A part of it is taken back: as any long write's, on a thread, and others come between. */
static void lend_settle(struct server *s)
{
	s->between = false;
	s->settle = (struct job){ .account = &s->nobody, .lane = LANE_WRITE_LONG };
	lend(s, &s->settle);
}

void writes_settled(struct server *s)
{
	const char *line = s->settle.rc ? NULL : session_taken_back(s->writer);
	struct err *err = &s->settle.err;
	struct job *j;

	if (line && !session_unsettled(s->writer))
		server_say(s, "%s", line);
	if (!s->settle.rc)
		return;
	s->settle_ms = now_ms() + SETTLE_MS;
	while ((j = jobs_take(&s->imports))) {
		job_fail(j, err);
		conn_answer(s, j);
	}
}

/* An import in parts, or the end of one that failed, and the other long writes by turns;
 * never two imports. */
static void lend_next(struct server *s)
{
	bool ready = now_ms() >= s->retry_ms, unsettled = is_unsettled(s);
	bool by_turns = s->parted || (unsettled && now_ms() >= s->settle_ms);

	if (s->longs.first && ready && !(by_turns && s->between)) {
		s->between = true;
		lend(s, jobs_take(&s->longs));
	} else if (s->parted) {
		s->between = false;
		s->lent = s->parted;
		lanes_resume(s);
	} else if (by_turns) {
		if (ready)
			lend_settle(s);
	} else if (s->imports.first && ready && !unsettled) {
		lend(s, jobs_take(&s->imports));
	}
}

bool writes_wait(struct server *s)
{
	if (s->lent)
		return false;
	return s->writes.first || s->longs.first || s->parted || (s->imports.first && !is_unsettled(s));
}

void writes_run(struct server *s)
{
	bool any = s->writes.first || any_notes(s);

	if (s->lent && s->lent == s->parted && lanes_paused(s)) {
		s->lent = NULL;
		s->changed = true;
	}
	if (s->lent)
		return;
	if (any && now_ms() >= s->retry_ms) {
		run_group(s);
		s->wrote = true;
	}
	/* Who waits has one thing before them, not two. */
	if ((any || s->parted) && session_tidy(s->writer, s->parted ? TIDY_BETWEEN : TIDY_LATEST) && s->parted)
		return;
	lend_next(s);
}

void writes_tick(struct server *s)
{
	struct err err = { 0 };

	if (s->lent || s->parted)
		return;
	/* A second without any: nobody waits for it now. */
	session_tidy(s->writer, s->wrote ? TIDY_LATEST : TIDY_IDLE);
	s->wrote = false;
	if (!session_rescue(s->writer)) {
		session_prune(s->writer);
		return;
	}
	err_set(&err, RC_BUSY, "another file was put in the place of %s, or it was taken away",
		session_path(s->writer));
	tell(s, RC_BUSY, &err);
}
