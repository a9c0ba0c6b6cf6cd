/* Sessions of any kind, and what a server does with those on its store. */
#include <unistd.h>

#include "replife/parts_store.h"
#include "session_i.h"

enum rc session_call(struct session *s, struct arena *a, const struct request *rq,
		     struct reply *reply, struct err *err)
{
	return s->kind->call(s, a, rq, reply, err);
}

void session_hold(struct session *s)
{
	if (s->kind->hold)
		s->kind->hold(s);
}

void session_release(struct session *s)
{
	if (s->kind->release)
		s->kind->release(s);
}

bool session_changed(struct session *s)
{
	return s->kind->changed(s);
}

const struct err *session_away(const struct session *s)
{
	return s->kind->away ? s->kind->away(s) : NULL;
}

void session_close(struct session *s)
{
	if (s)
		s->kind->close(s);
}

void session_abandon(struct session *s)
{
	if (s)
		s->kind->abandon(s);
}

const char *session_zone(const struct session *s)
{
	return s->zone;
}

const char *session_path(const struct session *s)
{
	return s->path;
}

/* ---- a server's ---- */

static enum rc open_as(struct arena *a, const char *db, enum store_open as, int64_t now_s,
		       struct session **out, struct err *err)
{
	enum rc rc = session_open(a, db, now_s, out, err);
	struct local *s = (struct local *)*out;

	if (rc)
		return rc;
	s->as = as;
	return store_open(a, s->base.path, as, NULL, NULL, &s->st, err);
}

enum rc session_own(struct arena *a, const char *db, int64_t now_s, struct session **out,
		    struct err *err)
{
	return open_as(a, db, STORE_OWN, now_s, out, err);
}

enum rc session_beside(struct arena *a, const char *db, int64_t now_s, struct session **out,
		       struct err *err)
{
	return open_as(a, db, STORE_BESIDE, now_s, out, err);
}

static struct store *store_of(struct session *s)
{
	return ((struct local *)s)->st;
}

enum rc session_copy(struct session *s, struct arena *a, const char *path, int64_t now_s,
		     struct session **out, struct err *err)
{
	enum rc rc = store_copy(store_of(s), path, err);

	*out = NULL;
	return rc ? rc : open_as(a, path, STORE_SCRATCH, now_s, out, err);
}

void session_copy_close(struct session *s)
{
	static const char *const ends[] = { "", "-lock", "-journal", "-wal", "-shm" };
	struct arena a = { 0 };

	if (!s)
		return;
	session_close(s);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		unlink(arena_printf(&a, "%s%s", s->path, ends[i]));
	arena_free(&a);
}

enum rc session_group(struct session *s, struct err *err)
{
	return group_begin(store_of(s), err);
}

enum rc session_group_end(struct session *s, struct err *err)
{
	return group_end(store_of(s), err);
}

void session_take_turns(struct session *s, const struct session_turns *turns)
{
	((struct local *)s)->turns = turns;
}

bool session_unsettled(struct session *s)
{
	return parts_left(store_of(s));
}

enum rc session_settle(struct session *base, struct err *err)
{
	struct local *s = (struct local *)base;
	jmp_buf here, *outer = s->arena->recover;
	volatile enum rc rc;

	if (setjmp(here)) {
		s->arena->recover = outer;
		txn_rollback(s->st);
		return err_set(err, RC_FAILED, "there is not enough memory");
	}
	s->arena->recover = &here;
	rc = parts_settle(s->st, SETTLE_PART, err);
	s->arena->recover = outer;
	return rc;
}

const char *session_taken_back(struct session *s)
{
	return parts_taken_back(store_of(s), ((struct local *)s)->arena);
}

bool session_rescue(struct session *s)
{
	return store_rescue(store_of(s));
}

bool session_tidy(struct session *s, enum tidy when)
{
	return store_tidy(store_of(s), when);
}

static enum rc drop_old(struct local *s, int64_t before_s, struct err *err)
{
	enum rc rc = group_begin(s->st, err);
	struct err ignored = { 0 };

	if (rc)
		return rc;
	rc = txn_write(s->st, err);
	if (!rc)
		rc = answers_drop(s->st, &s->walk, before_s, err);
	if (!rc)
		rc = txn_commit(s->st, err);
	if (rc)
		txn_rollback(s->st);
	return group_end(s->st, rc ? &ignored : err) ? RC_FAILED : rc;
}

/* From one stretch of them to the next; all of them once an hour. What fails is tried
 * again with the next. */
void session_prune(struct session *base)
{
	struct local *s = (struct local *)base;
	int64_t now_s = s->fixed_now_s ? s->fixed_now_s : clock_now_s(&clock_system);
	int64_t before_s = now_s - ANSWER_DAYS * 86400;
	struct err ignored = { 0 };
	bool any = false;

	if (now_s < s->walk_s)
		return;
	if (answers_look(s->st, &s->walk, before_s, &any, &ignored) || (any && drop_old(s, before_s, &ignored)))
		return;
	s->walk.from = s->walk.to;
	s->walk.begun = !s->walk.ends;
	if (s->walk.ends)
		s->walk_s = now_s + 3600;
}

void session_interrupt(struct session *s)
{
	store_interrupt(store_of(s));
}

bool session_unbound(const struct session *s)
{
	return ((const struct local *)s)->unbound;
}

void session_on_access(struct session *s, void (*note)(void *ctx, const struct access *x), void *ctx)
{
	((struct local *)s)->note = note;
	((struct local *)s)->note_ctx = ctx;
}
