/*
 * A session: who calls, on which store, and the frame around each op: one
 * transaction, one audit header, one answer to an idempotency key.
 */
#include "session_i.h"

#include "replife/parts_store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "replife/date.h"
#include "replife/folders.h"
#include "replife/reply.h"

#define CLOCK_FIRST_S 1577836800	/* 2020 */

static struct local *local_of(struct session *s)
{
	return (struct local *)s;
}

static void local_close(struct session *base)
{
	struct local *s = local_of(base);

	store_close(s->st);
	s->st = NULL;
	s->reading = s->told_back = false;
}

static void local_abandon(struct session *base)
{
	struct local *s = local_of(base);

	if (s->st)
		store_abandon(s->st);
	s->st = NULL;
	s->reading = false;
}

static bool local_changed(struct session *base)
{
	struct local *s = local_of(base);

	if (!s->st)
		return false;
	/* What was put in its place is read from the next call on. */
	if (!s->reading && store_moved(s->st) && !access(base->path, F_OK)) {
		local_close(base);
		return true;
	}
	return store_changed(s->st);
}

static int64_t now_of(const struct local *s)
{
	return s->fixed_now_s ? s->fixed_now_s : clock_now_s(&clock_system);
}

/* ---- the store, on first use ---- */

static enum rc seed(struct store *st, void *ctx, struct err *err)
{
	struct local *s = ctx;

	return seed_store(st, s->arena, now_of(s), err);
}

static enum rc attach(struct local *s, const struct op *op, struct err *err)
{
	bool may_make = !s->own_path || op->flags & OP_FRESH_STORE;
	enum store_open how = op->effect == EFFECT_WRITE ? STORE_WRITE : STORE_READ;

	if (s->st)
		return RC_OK;
	if (may_make && access(s->base.path, F_OK))
		how = STORE_CREATE;
	return store_open(s->arena, s->base.path, how, seed, s, &s->st, err);
}

static enum rc find_zone(struct local *s, struct call *c, struct err *err)
{
	const char *name = c->rq->zone;
	enum rc rc;

	if (!name)
		name = c->me.zone;
	if (!name)
		name = zone_system_name(s->arena);
	if (s->zone_loaded && !strcmp(s->base.zone, name)) {
		c->zone = s->zone_loaded;
		return RC_OK;
	}
	rc = zone_load(name, &c->zone, err);
	if (rc)
		return rc;
	s->base.zone = zone_name(c->zone);
	s->zone_loaded = c->zone;
	return RC_OK;
}

static enum rc find_program(struct call *c, struct err *err)
{
	const char *name = c->rq->program;
	enum rc rc = program_by_name(c->st, c->arena, name, &c->program, err);

	if (rc || c->program.id)
		return rc;
	err_set(err, RC_NOT_FOUND, "there is no program '%s'", name ? name : "Rep Life");
	return err_todo(err, "See `replife program list`");
}

static enum rc find_roles(struct call *c, struct err *err)
{
	c->roles = ~0u;
	return c->owner ? RC_OK : roles_of(c->st, c->me.id, c->program.id, &c->roles, err);
}

/* Who calls, and may they? */
enum rc find_caller(struct call *c, struct err *err)
{
	enum rc rc = find_actor(c, err);

	if (!rc)
		rc = find_program(c, err);
	if (!rc)
		rc = find_roles(c, err);
	if (!rc)
		rc = find_zone(c->session, c, err);
	return rc ? rc : may(c, c->op, NULL, err);
}

static enum rc prepare(struct call *c, struct err *err)
{
	enum rc rc = find_caller(c, err);

	return rc ? rc : bind_args(c, err);
}

/* ---- the frame ---- */

/* With --dry-run what would be new has no id yet. */
static void blank_new_ids(struct call *c)
{
	struct reply *r = c->reply;

	for (size_t i = 0; i < r->n_rows; i++) {
		bool is_new = false;

		for (size_t k = r->n_cols; k-- > 0;) {
			struct value *v = &r->cells[i * r->n_cols + k];

			if (v->type == V_REF && !ent_ref_exists(c->st, r->cols[k].letter, v->u.i))
				v->type = V_NULL;
			if (v->type == V_UUID && !ent_uuid_exists(c->st, &v->u.uuid)) {
				v->type = V_NULL;
				is_new = true;
			}
			if (v->type == V_INT && is_new && !strcmp(r->cols[k].key, "id"))
				v->type = V_NULL;
		}
	}
	r->undo = 0;
	r->dry_run = true;
}

/* What is not logged comes to the same when it is done twice. */
static bool has_key(const struct call *c)
{
	return c->rq->key && !c->rq->dry_run && !(c->op->flags & OP_UNLOGGED);
}

static enum rc finish_write(struct call *c, struct err *err)
{
	struct audit_head head = {
		.at_s = c->now_s, .actor_id = c->actor.id,
		.acting_for_id = c->me.id == c->actor.id ? 0 : c->me.id,
		.op = c->op->name, .undoes = c->ticket,
		.undoable = !(c->op->flags & OP_NO_UNDO),
	};
	bool logged = !(c->op->flags & OP_UNLOGGED);
	int64_t ticket = 0;
	enum rc rc = logged ? parts_name(c, &head, err) : RC_OK;

	if (!rc && logged)
		rc = audit_write(c->st, &head, &ticket, err);
	if (rc)
		return rc;
	if (logged && !(c->op->flags & OP_NO_UNDO))
		c->reply->undo = ticket;
	if (has_key(c))
		rc = answer_keep(c, err);
	if (!rc && !c->rq->dry_run)
		return txn_commit(c->st, err);
	txn_rollback(c->st);
	if (!rc)
		blank_new_ids(c);
	return rc;
}

/* Nothing was written: an error here changes no answer. */
static void end_read(struct local *s, enum rc rc)
{
	struct err ignored = { 0 };

	if (s->reading && (rc || txn_commit(s->st, &ignored)))
		txn_rollback(s->st);
	s->reading = false;
}

static enum rc carry_out(struct call *c, struct err *err)
{
	enum rc rc = may_named(c, err);

	return rc ? rc : c->op->run(c, err);
}

static enum rc run_write(struct call *c, struct err *err)
{
	bool answered = false;
	enum rc rc = txn_write(c->st, err);

	if (rc)
		return rc;
	rc = prepare(c, err);
	if (!rc && has_key(c)) {
		answer_watch(c);
		rc = answer_find(c, &answered, err);
	}
	if (!rc && !answered)
		rc = carry_out(c, err);
	if (!rc && !answered)
		rc = finish_write(c, err);
	if (!rc && !answered) {
		if (c->first_part)
			parts_end(c->st);
		return RC_OK;
	}
	txn_rollback(c->st);
	return rc ? parts_take_back(c, err) : RC_OK;
}

static enum rc run_read(struct call *c, struct err *err)
{
	struct local *s = c->session;
	enum rc rc = s->reading ? RC_OK : txn_read(c->st, err);

	if (rc)
		return rc;
	s->reading = true;
	rc = prepare(c, err);
	if (!rc)
		rc = carry_out(c, err);
	if (rc || !s->hold)
		end_read(s, rc);
	return rc;
}

/* What cannot run inside a transaction, a backup say: who calls is found in
 * a read of its own before. */
static enum rc run_own(struct call *c, struct err *err)
{
	enum rc rc = txn_read(c->st, err);

	if (rc)
		return rc;
	rc = prepare(c, err);
	if (!rc)
		rc = may_named(c, err);
	txn_rollback(c->st);
	return rc ? rc : c->op->run(c, err);
}

static enum rc run_ask(struct call *c, struct err *err)
{
	enum rc rc = txn_read(c->st, err);

	if (!rc)
		rc = find_caller(c, err);
	txn_rollback(c->st);
	return rc;
}

static void local_hold(struct session *s)
{
	local_of(s)->hold = true;
}

static void local_release(struct session *s)
{
	local_of(s)->hold = false;
	end_read(local_of(s), RC_OK);
}

/* A computer that has lost its clock wakes up in 1970. */
static enum rc check_clock(const struct call *c, struct err *err)
{
	char at[RFC3339_SIZE];

	if (c->now_s >= CLOCK_FIRST_S)
		return RC_OK;
	err_set(err, RC_BUSY, "the clock says %s, which cannot be", rfc3339(c->now_s, at));
	return err_todo(err, "Nothing was changed; set the computer's clock, then try again");
}

static enum rc call_op(struct local *s, struct call *c, struct err *err)
{
	enum rc rc;

	if (c->op->flags & OP_NO_STORE) {
		rc = bind_args(c, err);
		return rc ? rc : c->op->run(c, err);
	}
	rc = c->op->effect == EFFECT_WRITE ? check_clock(c, err) : RC_OK;
	if (!rc)
		rc = attach(s, c->op, err);
	if (rc)
		return rc;
	c->st = s->st;
	c->begun_at = arena_mark(c->arena);
	c->begun = true;
	store_patience(c->st, c->rq->wait_ms ? c->rq->wait_ms : -1);
	if (c->op->effect != EFFECT_WRITE && !(c->op->flags & OP_OWN_TXN) && !c->rq->ask)
		return run_read(c, err);
	end_read(s, RC_OK);
	if (c->rq->ask)
		return run_ask(c, err);
	return c->op->flags & OP_OWN_TXN ? run_own(c, err) : run_write(c, err);
}

/* A refusal changes nothing but the access log, and neither does reading what
 * names people. */
static void log_access(struct local *s, struct call *c, const char *outcome)
{
	struct access x = { c->now_s, c->me.id, c->op->name, outcome, "" };

	end_read(s, RC_OK);
	if (s->note)
		s->note(s->note_ctx, &x);
	else
		session_access(&s->base, &x);
}

static enum rc note_access(struct local *s, const struct access *x, struct err *err)
{
	struct arena a = { .parent = s->arena };
	struct person who = { .id = x->person_id };
	enum rc rc = RC_OK;

	if (!who.id && *x->login)
		rc = person_find(s->st, &a, x->login, &who, err);
	arena_free(&a);
	return rc ? rc : access_note(s->st, x->at_s, who.id, x->op, x->outcome, err);
}

void session_access(struct session *base, const struct access *x)
{
	struct local *s = local_of(base);
	struct err ignored = { 0 };

	if (!s->st || txn_write(s->st, &ignored))
		return;
	if (note_access(s, x, &ignored) || txn_commit(s->st, &ignored))
		txn_rollback(s->st);
}

static enum rc local_call(struct session *base, struct arena *a, const struct request *rq,
			  struct reply *reply, struct err *err)
{
	struct local *s = local_of(base);
	jmp_buf here, *outer = a->recover, *outer_own = s->arena->recover;
	struct call *volatile call = NULL;
	volatile enum rc rc;

	if (setjmp(here)) {
		a->recover = outer;
		s->arena->recover = outer_own;
		txn_rollback(s->st);
		s->reading = false;
		if (call && call->begun)	/* with the files that it has half written */
			arena_release(a, call->begun_at);
		*reply = (struct reply){ .arena = a };
		err_set(err, RC_FAILED, "there is not enough memory");
		/* Its parts, if it has any, the server takes back one by one. */
		return err_todo(err, "%s; try with less at once", call && call->first_part
				? "What was written is taken back" : "Nothing was changed");
	}
	a->recover = &here;
	s->arena->recover = &here;
	call = arena_new(a, struct call);
	call->session = s;
	call->arena = a;
	call->op = op_find(rq->op);
	call->rq = rq;
	call->reply = reply;
	call->now_s = now_of(s);
	if (!call->op) {
		rc = err_set(err, RC_USAGE, "'%s' is no command", rq->op);
	} else {
		reply_init(reply, a, call->op->result);
		rc = call_op(s, call, err);
		if (!rc)
			parts_tell(s, call);
		/* Who is not bound yet was refused nothing: they are bound, and asked again. */
		if (rc == RC_DENIED && !s->unbound)
			log_access(s, call, "denied");
		else if (!rc && call->named)
			log_access(s, call, "read");
	}
	a->recover = outer;
	s->arena->recover = outer_own;
	return rc;
}

/* ---- making one ---- */

static const struct session_kind local_kind = {
	local_call, local_hold, local_release, local_changed, local_close, local_abandon, NULL,
};

enum rc session_open(struct arena *a, const char *db, int64_t now_s,
		     struct session **out, struct err *err)
{
	struct local *s = arena_new(a, struct local);

	s->base.kind = &local_kind;
	s->arena = a;
	s->own_path = db != NULL;
	s->fixed_now_s = now_s;
	s->base.path = db ? arena_strdup(a, db) : data_path(a, "replife.db");
	if (!s->base.path) {
		err_set(err, RC_USAGE, "there is no home folder to keep the store in");
		return err_todo(err, "Set HOME, or name a file with --db PATH");
	}
	*out = &s->base;
	return RC_OK;
}
