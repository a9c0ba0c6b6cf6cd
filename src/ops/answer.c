/*
 * Idempotency: one key of one person has one effect and one answer. A success
 * is kept with the write; a refusal is not, so that it may be tried again.
 */
#include <sha2.h>
#include <stdio.h>
#include <string.h>

#include "replife/answer_store.h"
#include "session_i.h"

static void hash_one(SHA2_CTX *h, const char *s)
{
	SHA256Update(h, (const uint8_t *)(s ? s : ""), s ? strlen(s) + 1 : 1);
}

/* ---- a file's rows, hashed as they pass ---- */

struct hashed {
	struct table table;		/* what the op reads from */
	const struct table *inner;
	SHA2_CTX sum;
};

static enum rc next_hashed(const struct table *t, const char *const **cells, unsigned *line,
			   bool *more, struct err *err)
{
	struct hashed *h = t->ctx;
	enum rc rc = h->inner->next(h->inner, cells, line, more, err);

	for (size_t i = 0; !rc && *more && i < t->n_cols; i++)
		hash_one(&h->sum, (*cells)[i]);
	return rc;
}

void answer_watch(struct call *c)
{
	for (size_t i = 0; i < c->n_bound; i++) {
		const struct table *t = c->bound[i].table;
		struct hashed *h;

		if (!t)
			continue;
		h = arena_new(c->arena, struct hashed);
		h->table = *t;
		h->inner = t;
		SHA256Init(&h->sum);
		for (size_t k = 0; k < t->n_cols; k++)
			hash_one(&h->sum, t->cols[k]);
		if (t->json)
			SHA256Update(&h->sum, (const uint8_t *)t->json, t->json_len);
		h->table.next = next_hashed;
		h->table.ctx = h;
		c->bound[i].table = &h->table;
	}
}

static enum rc read_to_end(const struct table *t, struct err *err)
{
	const char *const *cells;
	bool more = !t->json;
	unsigned line;
	enum rc rc = RC_OK;

	while (!rc && more)
		rc = t->next(t, &cells, &line, &more, err);
	return rc;
}

/* What makes two calls the same call; the rows of files have been read. */
static void args_hash(struct call *c, uint8_t out[32])
{
	SHA2_CTX h, rows;
	uint8_t sum[32];

	SHA256Init(&h);
	hash_one(&h, c->op->name);
	hash_one(&h, c->program.name);
	hash_one(&h, c->rq->zone);
	for (size_t i = 0; i < c->rq->n_args; i++) {
		hash_one(&h, c->rq->args[i].name);
		hash_one(&h, c->rq->args[i].text);
	}
	for (size_t i = 0; i < c->n_bound; i++)
		if (c->bound[i].table) {
			rows = ((struct hashed *)c->bound[i].table->ctx)->sum;
			SHA256Final(sum, &rows);
			SHA256Update(&h, sum, sizeof sum);
		}
	SHA256Final(out, &h);
}

/* However it is written, it is one key. */
static const char *key_of(struct call *c)
{
	char *text = arena_alloc(c->arena, UUID_TEXT_SIZE);
	struct uuid key;

	if (!uuid_from_text(c->rq->key, &key))
		return c->rq->key;
	uuid_text(&key, text);
	return text;
}

enum rc answer_find(struct call *c, bool *answered, struct err *err)
{
	struct uuid key;
	struct answer got;
	uint8_t hash[32];
	enum rc rc;

	*answered = false;
	if (!uuid_from_text(c->rq->key, &key)) {
		err_set(err, RC_USAGE, "--key cannot be '%.100s'", c->rq->key);
		return err_todo(err, "Give a UUID, as `uuidgen` prints it");
	}
	rc = answer_get(c->st, c->arena, c->me.id, key_of(c), &got, err);
	if (rc || !got.reply)
		return rc;
	for (size_t i = 0; !rc && i < c->n_bound; i++)
		if (c->bound[i].table)
			rc = read_to_end(c->bound[i].table, err);
	if (rc)
		return rc;
	args_hash(c, hash);
	if (strcmp(got.op, c->op->name) || memcmp(got.args_hash, hash, 32)) {
		err_conflict(err, REASON_KEY_REUSED, "the key %s was used for another call, `%s`",
			     c->rq->key, got.op);
		return err_todo(err, "Take a new key for a new call");
	}
	*answered = true;
	return reply_decode(c->arena, got.reply, c->op->result, c->reply, err);
}

/* A stretch of those that are kept, behind this key. */
static enum rc drop_behind(struct call *c, const char *key, struct err *err)
{
	struct answer_walk w = { .from.person_id = c->me.id, .begun = true };
	int64_t before_s = c->now_s - ANSWER_DAYS * 86400;
	bool any;
	enum rc rc;

	snprintf(w.from.key, sizeof w.from.key, "%s", key);
	rc = answers_look(c->st, &w, before_s, &any, err);
	return rc || !any ? rc : answers_drop(c->st, &w, before_s, err);
}

/* A server has time to look at all of them now and then. Without one, who keeps one more
 * looks at some: the first, which are the oldest where keys tell the time, and those next
 * to it, which are any where they do not. So there are never many more than are needed. */
static enum rc drop_old(struct call *c, const char *key, struct err *err)
{
	enum rc rc;

	if (c->session->as)
		return RC_OK;
	rc = drop_behind(c, "", err);
	return rc ? rc : drop_behind(c, key, err);
}

enum rc answer_keep(struct call *c, struct err *err)
{
	struct answer put = { .op = c->op->name, .reply = reply_encode(c->arena, c->reply) };
	const char *key = key_of(c);
	enum rc rc = drop_old(c, key, err);

	args_hash(c, put.args_hash);
	return rc ? rc : answer_put(c->st, c->me.id, key, c->now_s, &put, err);
}
