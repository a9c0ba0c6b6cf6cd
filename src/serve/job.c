/* One call: read, run, packed. */
#include <dirent.h>
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "replife/accounts.h"
#include "replife/table.h"
#include "server.h"

#define TRIM (8 << 20)

void jobs_add(struct jobs *q, struct job *j)
{
	j->next = NULL;
	if (q->last)
		q->last->next = j;
	else
		q->first = j;
	q->last = j;
}

bool jobs_remove(struct jobs *q, struct job *j)
{
	struct job **at = &q->first, *before = NULL;

	while (*at && *at != j) {
		before = *at;
		at = &before->next;
	}
	if (!*at)
		return false;
	*at = j->next;
	if (q->last == j)
		q->last = before;
	return true;
}

struct job *jobs_take(struct jobs *q)
{
	struct job *j = q->first;

	if (j)
		jobs_remove(q, j);
	return j;
}

struct job *job_new(struct account *account)
{
	struct job *j = calloc(1, sizeof *j);

	if (!j)
		return NULL;
	j->account = account;
	account->jobs++;
	j->caller = (struct caller){ account->uid, account->login, false };
	j->spool = -1;
	return j;
}

void job_free(struct job *j)
{
	bool trim;

	if (!j)
		return;
	/* Its tree was many times as large; the system gets that back. */
	trim = j->spooled > TRIM && j->table->json;
	j->account->jobs--;
	j->account->held -= j->len;
	if (j->spool >= 0) {
		close(j->spool);
		j->account->spools--;
	}
	if (j->made)
		unlink(j->made);
	free(j->made);
	free(j->answer.p);
	arena_free(&j->arena);
	free(j->text);
	free(j);
	if (trim)
		malloc_trim(0);
}

/* ---- reading ---- */

static enum rc not_served(const struct op *op, struct err *err)
{
	err_set(err, RC_DENIED, "`%s` is not for a server's store", op->name);
	return err_todo(err, "Who looks after it does that at its file, while no server runs");
}

static enum lane lane_of(const struct op *op)
{
	if (op->effect == EFFECT_WRITE)
		return op->flags & OP_LONG ? LANE_WRITE_LONG : LANE_WRITE;
	return op->flags & OP_LONG ? LANE_READ_LONG : LANE_READ;
}

char *job_made_path(struct server *s, struct arena *a)
{
	return arena_printf(a, "%s.made-%ld-%u", session_path(s->writer), (long)getpid(), ++s->n_made);
}

/* No file of the server's own is named from outside; one that an op makes, it
 * makes under a name of ours. */
static enum rc check_files(struct server *s, struct job *j, struct err *err)
{
	for (size_t i = 0; i < j->rq.n_args; i++) {
		const struct param *p = op_param(j->op, j->rq.args[i].name);

		if (!p || p->type != P_FILE)
			continue;
		if (!(p->flags & MADE) || j->made)
			return not_served(j->op, err);
		j->made = strdup(job_made_path(s, &j->arena));
		if (!j->made)
			arena_oom(&j->arena);
		j->rq.made = j->made;
	}
	return RC_OK;
}

/* Rows are kept on disk until they are all there: for what takes any alone. */
static enum rc check_rows(const struct job *j, struct err *err)
{
	for (size_t i = 0; i < j->rq.n_args; i++) {
		const struct param *p = op_param(j->op, j->rq.args[i].name);

		if (j->rq.args[i].table && (!p || p->type != P_TABLE))
			return err_set(err, RC_BAD_DATA, "%s of `%s` is no file's rows", j->rq.args[i].name, j->op->name);
	}
	return RC_OK;
}

/* A kiosk's account speaks for those whose keys it has; nobody else does. */
static enum rc check_who(struct server *s, struct job *j, struct err *err)
{
	if (!j->rq.who)
		return RC_OK;
	if (s->kiosk_uid < 0 || j->account->uid != s->kiosk_uid) {
		err_set(err, RC_DENIED, "this account does not speak for others");
		return err_todo(err, "The server's setting `kiosk` names the one that does");
	}
	j->caller = (struct caller){ j->account->uid, j->rq.who, true };
	return RC_OK;
}

void jobs_sweep(const char *store)
{
	const char *slash = strrchr(store, '/'), *name = slash ? slash + 1 : store;
	char folder[4096];
	struct dirent *e;
	size_t n = strlen(name);
	DIR *d;

	snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - store) + 1 : 1, slash ? store : ".");
	d = opendir(folder);
	while (d && (e = readdir(d)))
		if (!strncmp(e->d_name, name, n) && !strncmp(e->d_name + n, ".made-", 6))
			unlinkat(dirfd(d), e->d_name, 0);
	if (d)
		closedir(d);
}

static enum rc read_call(struct server *s, struct job *j, struct err *err)
{
	enum rc rc = unpack_call(&j->arena, j->text, j->len, &j->rq, &j->table, err);

	if (rc)
		return rc;
	if (j->rq.n_args > ARGS_MAX) {
		err_set(err, RC_USAGE, "a call takes no more than %d values", ARGS_MAX);
		return err_todo(err, "Ask for it in parts");
	}
	j->op = op_find(j->rq.op);
	if (!j->op)
		return err_set(err, RC_USAGE, "'%.100s' is no command", j->rq.op);
	if (j->op->flags & (OP_NO_STORE | OP_FRESH_STORE))
		return not_served(j->op, err);
	j->rq.caller = &j->caller;
	j->rq.vectors = s->o->vectors;
	server_facts(s, &j->serving);
	j->rq.serving = &j->serving;
	j->lane = lane_of(j->op);
	if (check_who(s, j, err) || check_rows(j, err))
		return err->rc;
	return check_files(s, j, err);
}

enum rc job_read(struct server *s, struct job *j, struct err *err)
{
	j->whole = true;
	OR_FAIL(j, err, read_call(s, j, err));
	return err->rc;
}

/* ---- running ---- */

static enum rc bind_caller(struct job *j, struct session *session, struct err *err)
{
	struct request rq = { .op = "person bind", .caller = &j->caller };
	struct reply ignored;

	return session_call(session, &j->arena, &rq, &ignored, err);
}

static enum rc run(struct job *j, struct session *session, struct err *err)
{
	enum rc rc = j->table ? job_map(j, err) : RC_OK;

	return rc ? rc : session_call(session, &j->arena, &j->rq, &j->reply, err);
}

static enum rc run_safely(struct job *j, struct session *session, struct err *err)
{
	OR_FAIL(j, err, run(j, session, err));
	return err->rc;
}

static enum rc bind_safely(struct job *j, struct session *session, struct err *err)
{
	OR_FAIL(j, err, bind_caller(j, session, err));
	return err->rc;
}

/* May take as long as a directory service does, so it is a thread's. */
void job_find_login(struct job *j)
{
	if (!account_login(j->account->uid, j->login, sizeof j->login))
		*j->login = '\0';
}

void job_bind(struct job *j, struct session *session)
{
	j->err = (struct err){ 0 };
	j->rc = bind_safely(j, session, &j->err);
	j->unbound = false;
}

void job_run(struct job *j, struct session *session)
{
	j->err = (struct err){ 0 };
	j->rc = run_safely(j, session, &j->err);
	j->unbound = j->rc && session_unbound(session);
	if (!j->unbound || j->op->effect != EFFECT_WRITE)
		return;
	job_bind(j, session);
	if (!j->rc)
		j->rc = run_safely(j, session, &j->err);
}

static void answer_begin(struct job *j)
{
	free(j->answer.p);
	out_to_heap(&j->answer, &j->arena);
	message_begin(&j->answer);
}

static enum rc pack(struct job *j, const char *zone, struct err *err)
{
	(void)err;
	answer_begin(j);
	pack_answer(&j->answer, zone, j->op, &j->reply);
	message_end(&j->answer, FRAME_ANSWER);
	return RC_OK;
}

static enum rc pack_refusal(struct job *j, const struct err *why, struct err *err)
{
	(void)err;
	answer_begin(j);
	pack_err(&j->answer, why);
	message_end(&j->answer, FRAME_REFUSAL);
	return RC_OK;
}

static enum rc pack_safely(struct job *j, const char *zone, struct err *err)
{
	OR_FAIL(j, err, j->rc ? pack_refusal(j, &j->err, err) : pack(j, zone, err));
	return err->rc;
}

void job_pack(struct job *j, struct session *session)
{
	struct err err = { 0 };

	if (pack_safely(j, session ? session_zone(session) : NULL, &err))
		j->answer.len = 0;	/* hung up on: it is not known what came of it */
}

void job_spend(struct job *j, struct arena *out)
{
	if (j->table)
		return;
	*out = j->arena;
	j->arena = (struct arena){ 0 };
}

void job_fail(struct job *j, const struct err *err)
{
	j->err = *err;
	j->rc = err->rc;
	job_pack(j, NULL);
}
