/*
 * A long write in parts, on a server: where others wait it stops between two rows,
 * commits what it has, lets them in, and goes on. It is all or nothing still: should
 * it be refused, what it had written is taken back the same way, part by part.
 */
#include "replife/parts_store.h"
#include "session_i.h"

static void head_of(const struct call *c, struct audit_head *h, enum part part)
{
	*h = (struct audit_head){
		.at_s = c->now_s, .actor_id = c->actor.id,
		.acting_for_id = c->me.id == c->actor.id ? 0 : c->me.id,
		.op = part_name(c->arena, c->op->name, part, c->first_part),
	};
}

static enum rc end_part(struct call *c, struct err *err)
{
	struct audit_head head;
	int64_t seq;
	enum rc rc;

	if (!audit_pending(c->st))
		return txn_commit(c->st, err);
	rc = audit_number(c->st, &seq, err);
	if (!rc && !c->first_part) {
		c->first_part = seq;
		parts_begin(c->st);
	}
	head_of(c, &head, PART);
	if (!rc)
		rc = audit_write(c->st, &head, &seq, err);
	return rc ? rc : txn_commit(c->st, err);
}

/* Anything may have changed meanwhile, the right to go on, too. */
static enum rc begin_part(struct call *c, struct err *err)
{
	enum rc rc = txn_write(c->st, err);

	return rc ? rc : find_caller(c, err);
}

static bool is_gone(const struct session_turns *t)
{
	return t && t->gone && t->gone(t->ctx);
}

static enum rc cut_off(struct err *err)
{
	return err_set(err, RC_INTERRUPTED, "whoever asked for it has hung up, or the server stops");
}

/* Memory that runs out for the others is not this call's. */
static void let_in(struct call *c, const struct session_turns *t)
{
	jmp_buf *ours = c->session->arena->recover;

	c->session->arena->recover = NULL;
	t->pause(t->ctx);
	c->session->arena->recover = ours;
}

enum rc call_pause(struct call *c, bool *others, struct err *err)
{
	const struct session_turns *t = c->session->turns;
	enum rc rc;

	*others = false;
	if (is_gone(t))
		return cut_off(err);
	if (!t || !t->due || c->rq->dry_run || !t->due(t->ctx))
		return RC_OK;
	rc = end_part(c, err);
	if (rc)
		return rc;
	let_in(c, t);
	*others = true;
	return is_gone(t) ? cut_off(err) : begin_part(c, err);
}

/* The entry of the whole: the last part's. */
enum rc parts_name(struct call *c, struct audit_head *head, struct err *err)
{
	int64_t seq;

	if (!c->first_part)
		return RC_OK;
	head->op = part_name(c->arena, c->op->name, PART_LAST, c->first_part);
	return audit_number(c->st, &seq, err);
}

static enum rc take_back_one(struct call *c, int64_t part, bool is_last, int64_t *stayed, struct err *err)
{
	struct audit_head head;
	int64_t seq;
	enum rc rc = txn_write(c->st, err);

	head_of(c, &head, is_last ? PART_BACK : PART);
	head.undoes = part;
	if (!rc)
		rc = audit_reverse_most(c->st, c->arena, part, stayed, err);
	if (!rc)
		rc = audit_number(c->st, &seq, err);
	if (!rc)
		rc = audit_write(c->st, &head, &seq, err);
	if (!rc)
		rc = txn_commit(c->st, err);
	if (rc)
		txn_rollback(c->st);
	return rc;
}

static enum rc list_parts(struct call *c, int64_t **seq, size_t *n, struct err *err)
{
	enum rc rc = txn_read(c->st, err);

	if (!rc)
		rc = parts_of(c->st, c->arena, c->op->name, PART, c->first_part, seq, n, err);
	txn_rollback(c->st);
	return rc;
}

/* `err` says why, and goes on saying it. */
enum rc parts_take_back(struct call *c, struct err *err)
{
	const struct session_turns *t = c->session->turns;
	struct err trouble = { 0 };
	int64_t *seq, stayed = 0;
	size_t n = 0;
	enum rc rc;

	if (!c->first_part || is_gone(t))
		return err->rc;	/* nothing, or it is left to whoever opens the store next */
	rc = list_parts(c, &seq, &n, &trouble);
	for (size_t i = 0; !rc && i < n; i++) {
		rc = take_back_one(c, seq[i], i + 1 == n, &stayed, &trouble);
		if (!rc && i + 1 < n && t && t->due(t->ctx))
			let_in(c, t);
		if (is_gone(t))
			return err->rc;
	}
	if (rc)
		return err_todo(err, "Part of it is there still (%.100s): it is taken back as soon as that works",
				trouble.what);
	parts_end(c->st);
	return stayed ? err_todo(err, "%lld of its rows were in use by then, and stay: see `replife log`",
				 (long long)stayed) : err->rc;
}

void parts_tell(struct local *s, struct call *c)
{
	const char *line = s->as || s->told_back || !s->st ? NULL : parts_taken_back(s->st, c->arena);

	s->told_back = s->st != NULL;
	if (line)
		reply_warn(c->reply, "%s", line);
}

enum rc not_while_imported(struct call *c, struct err *err)
{
	bool yes;
	enum rc rc = parts_under_way(c->st, c->arena, &yes, err);

	if (rc || !yes)
		return rc;
	err_set(err, RC_BUSY, "an import is under way");
	return err_todo(err, "Nothing was changed; try again when it is done");
}
