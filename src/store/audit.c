/*
 * The audit: one header an op, its changes beneath, chained by SHA-256.
 *
 * A change's digest is over its salt and payload; a header's hash is over the
 * hash before it, its own fields and the digests of its changes. Payload and
 * salt lie beside the digest, so that what somebody wrote can be erased and
 * the chain still holds.
 */
#include <string.h>
#include <sys/random.h>

#include "store_i.h"

#define CHUNK (64 * 1024)	/* a change row's payload, about */

static const char
sql_seq[] = "SELECT ifnull(max(seq), 0) + 1 FROM audit",
sql_head[] = "SELECT hash FROM audit WHERE seq = :seq",
sql_change[] = "INSERT INTO change (seq, n, tbl, row_id, rows, payload, salt, digest)"
	" VALUES (:seq, :n, :tbl, :row, :rows, :payload, :salt, :digest)",
sql_audit[] = "INSERT INTO audit (seq, at_s, actor_id, acting_for_id, op, undoes, undoable, hash)"
	" VALUES (:seq, :at, :actor, :for, :op, :undoes, :undoable, :hash)",
sql_walk[] = "SELECT seq, at_s, actor_id, acting_for_id, op, undoes, undoable, hash"
	" FROM audit ORDER BY seq",
sql_changes[] = "SELECT n, tbl, row_id, rows, payload, salt, digest FROM change"
	" WHERE seq = :seq ORDER BY n";

enum rc pending_start(struct store *st, struct err *err)
{
	(void)err;
	pending_clear(st);
	return RC_OK;
}

void pending_clear(struct store *st)
{
	struct out payload = st->pending.payload;	/* its room is kept */

	memset(&st->pending, 0, sizeof st->pending);
	if (!payload.arena)
		out_to_mem(&payload, &st->arena);
	payload.len = 0;
	st->pending.payload = payload;
	arena_free(&st->scratch);
	st->scratch = (struct arena){ .parent = st->owner };
}

static void hash_int(SHA2_CTX *c, int64_t v)
{
	uint8_t b[8];

	for (int i = 0; i < 8; i++)
		b[i] = (uint8_t)((uint64_t)v >> (8 * i));
	SHA256Update(c, b, sizeof b);
}

static void hash_text(SHA2_CTX *c, const char *s, size_t n)
{
	hash_int(c, (int64_t)n);
	SHA256Update(c, (const uint8_t *)s, n);
}

static void hash_change(SHA2_CTX *c, int64_t n, const char *tbl, int64_t row,
			int64_t rows, const uint8_t digest[32])
{
	hash_int(c, n);
	hash_text(c, tbl, strlen(tbl));
	hash_int(c, row);
	hash_int(c, rows);
	SHA256Update(c, digest, 32);
}

static void digest_of(const uint8_t salt[16], const char *p, size_t n, uint8_t out[32])
{
	SHA2_CTX c;

	SHA256Init(&c);
	SHA256Update(&c, salt, 16);
	SHA256Update(&c, (const uint8_t *)p, n);
	SHA256Final(out, &c);
}

/* Begin an entry: its number, and the hash of the one before. */
static enum rc entry_start(struct store *st, struct err *err)
{
	struct pending *p = &st->pending;
	uint8_t prev[32] = { 0 };
	struct stmt *s;
	enum rc rc = stmt_int(stmt(st, sql_seq), 1, &p->seq, err);

	if (rc)
		return rc;
	s = bind_int(stmt(st, sql_head), ":seq", p->seq - 1);
	if (stmt_row(s) && sqlite3_column_bytes(s->h, 0) == 32)
		memcpy(prev, sqlite3_column_blob(s->h, 0), 32);
	rc = stmt_done(s, err);
	SHA256Init(&p->chain);
	SHA256Update(&p->chain, prev, 32);
	p->any = true;
	return rc;
}

struct sealed {
	uint8_t salt[16], digest[32];
};

/* What the chain says of the chunk at hand. */
static enum rc chunk_seal(struct pending *p, struct sealed *x, struct err *err)
{
	if (getrandom(x->salt, sizeof x->salt, 0) != sizeof x->salt)
		return err_set(err, RC_FAILED, "the system gives no random numbers");
	digest_of(x->salt, p->payload.p, p->payload.len, x->digest);
	hash_change(&p->chain, p->n, p->e->table, p->first_id, p->rows, x->digest);
	return RC_OK;
}

static enum rc chunk_write(struct store *st, const struct sealed *x, struct err *err)
{
	struct pending *p = &st->pending;
	struct stmt *s = stmt(st, sql_change);
	enum rc rc;

	bind_int(s, ":seq", p->seq);
	bind_int(s, ":n", p->n);
	bind_text(s, ":tbl", p->e->table);
	bind_int(s, ":row", p->first_id);
	bind_int(s, ":rows", p->rows);
	if (s->h)
		sqlite3_bind_text(s->h, sqlite3_bind_parameter_index(s->h, ":payload"),
				  p->payload.p, (int)p->payload.len, SQLITE_STATIC);
	bind_blob(s, ":salt", x->salt, sizeof x->salt);
	bind_blob(s, ":digest", x->digest, sizeof x->digest);
	rc = stmt_run(s, err);
	p->n++;
	p->e = NULL;
	p->payload.len = 0;
	return rc;
}

static enum rc chunk_end(struct store *st, struct err *err)
{
	struct sealed x;
	enum rc rc = chunk_seal(&st->pending, &x, err);

	return rc ? rc : chunk_write(st, &x, err);
}

enum rc pending_row(struct store *st, const struct entity *e, int64_t id, struct err *err)
{
	struct pending *p = &st->pending;
	enum rc rc = RC_OK;

	if (!st->in_write)
		return err_set(err, RC_FAILED, "a change outside of a write");
	if (!p->any)
		rc = entry_start(st, err);
	if (!rc && p->e && (p->e != e || p->payload.len > CHUNK))
		rc = chunk_end(st, err);
	if (rc)
		return rc;
	if (!p->e) {
		p->e = e;
		p->first_id = id;
		p->rows = 0;
	}
	p->rows++;
	return RC_OK;
}

bool audit_pending(const struct store *st)
{
	return st->pending.any;
}

enum rc audit_number(struct store *st, int64_t *seq, struct err *err)
{
	enum rc rc = st->pending.any ? RC_OK : entry_start(st, err);

	*seq = st->pending.seq;
	return rc;
}

static void hash_header(SHA2_CTX *c, int64_t seq, const struct audit_head *h)
{
	hash_int(c, seq);
	hash_int(c, h->at_s);
	hash_int(c, h->actor_id);
	hash_int(c, h->acting_for_id);
	hash_text(c, h->op, strlen(h->op));
	hash_int(c, h->undoes);
	hash_int(c, h->undoable);
}

enum rc audit_write(struct store *st, const struct audit_head *h, int64_t *ticket,
		    struct err *err)
{
	struct pending *p = &st->pending;
	struct sealed last;
	uint8_t hash[32];
	struct stmt *s;
	enum rc rc;

	*ticket = 0;
	if (!p->any)
		return RC_OK;
	rc = p->e ? chunk_seal(p, &last, err) : RC_OK;
	if (rc)
		return rc;
	/* The header first: its last change, mostly the only one, then has what it
	 * refers to. */
	hash_header(&p->chain, p->seq, h);
	SHA256Final(hash, &p->chain);
	s = stmt(st, sql_audit);
	bind_int(s, ":seq", p->seq);
	bind_int(s, ":at", h->at_s);
	bind_int(s, ":actor", h->actor_id);
	bind_opt(s, ":for", h->acting_for_id);
	bind_text(s, ":op", h->op);
	bind_opt(s, ":undoes", h->undoes);
	bind_int(s, ":undoable", h->undoable);
	if (s->h)
		sqlite3_bind_blob(s->h, sqlite3_bind_parameter_index(s->h, ":hash"), hash, 32, SQLITE_STATIC);
	rc = stmt_run(s, err);
	if (!rc && p->e)
		rc = chunk_write(st, &last, err);
	if (!rc)
		*ticket = p->seq;
	return rc;
}

/* ---- verifying ---- */

static enum rc verify_changes(struct store *st, int64_t seq, SHA2_CTX *chain, struct err *err)
{
	struct stmt *s = bind_int(stmt(st, sql_changes), ":seq", seq);
	int64_t n = 0;

	while (stmt_row(s)) {
		uint8_t digest[32];
		const char *tbl = (const char *)sqlite3_column_text(s->h, 1);

		if (!tbl || sqlite3_column_bytes(s->h, 6) != sizeof digest)
			break;
		if (sqlite3_column_type(s->h, 4) != SQLITE_NULL) {
			if (sqlite3_column_bytes(s->h, 5) != 16)
				break;
			digest_of(sqlite3_column_blob(s->h, 5), sqlite3_column_blob(s->h, 4),
				  (size_t)sqlite3_column_bytes(s->h, 4), digest);
			if (memcmp(digest, sqlite3_column_blob(s->h, 6), 32))
				break;
		}
		if (col_int(s, 0) != n++)
			break;
		hash_change(chain, col_int(s, 0), tbl, col_int(s, 2), col_int(s, 3),
			    sqlite3_column_blob(s->h, 6));
	}
	if (s->rc == SQLITE_ROW) {
		sqlite3_reset(s->h);
		s->rc = SQLITE_OK;
		return err_set(err, RC_BAD_DATA, "entry %lld of the log was changed", (long long)seq);
	}
	return stmt_done(s, err);
}

enum rc audit_verify(struct store *st, int64_t *n, struct err *err)
{
	struct stmt *s = stmt(st, sql_walk);
	uint8_t prev[32] = { 0 }, hash[32];
	struct err why = { 0 };

	*n = 0;
	while (stmt_row(s)) {
		SHA2_CTX chain;
		struct audit_head h = {
			.at_s = col_int(s, 1), .actor_id = col_int(s, 2),
			.acting_for_id = col_int(s, 3),
			.op = (const char *)sqlite3_column_text(s->h, 4),
			.undoes = col_int(s, 5), .undoable = col_int(s, 6) != 0,
		};

		SHA256Init(&chain);
		SHA256Update(&chain, prev, 32);
		if (col_int(s, 0) != *n + 1)
			err_set(&why, RC_BAD_DATA, "entry %lld of the log is missing", (long long)*n + 1);
		else
			verify_changes(st, col_int(s, 0), &chain, &why);
		if (h.op && sqlite3_column_bytes(s->h, 7) == sizeof hash)
			hash_header(&chain, col_int(s, 0), &h);
		else if (!why.rc)
			err_set(&why, RC_BAD_DATA, "entry %lld of the log was changed", (long long)*n + 1);
		SHA256Final(hash, &chain);
		if (!why.rc && memcmp(hash, sqlite3_column_blob(s->h, 7), 32))
			err_set(&why, RC_BAD_DATA, "entry %lld of the log was changed", (long long)*n + 1);
		if (why.rc) {
			sqlite3_reset(s->h);
			s->rc = SQLITE_OK;
			*err = why;
			return why.rc;
		}
		memcpy(prev, hash, 32);
		++*n;
	}
	return stmt_done(s, err);
}
