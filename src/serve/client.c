/* A session with a server: an op goes out as a call, its reply comes back. */
#include "replife/client.h"

#include <string.h>

#include "fetch.h"
#include "remote.h"
#include "replife/id.h"
#include "replife/table.h"

#define CONNECT_MS 1000		/* a queue of callers may be full for a moment */
#define AGAIN_MS 5000		/* a server that is started anew */
#define WATCHED_AGAIN_MS 1000	/* while somebody sits and waits */
#define SHORT_MS 120000		/* a booking may wait for an import; no longer than this */
#define LONG_MS 3600000
#define ROWS_PART (256u * 1024)

/* ---- one call ---- */

struct calling {
	struct remote *r;
	const struct op *op;
	const struct request *rq;
	struct reply *reply;
	struct arena *a;
	bool rows_sent;		/* a file's rows are read once */
	bool lost;		/* the connection went before an answer came */
	bool greeted;		/* a server that runs a call has greeted before */
	bool silent;		/* since the server was silent for too long */
	bool garbled;		/* or since what it said cannot be read */
};

static const struct table *table_in(const struct request *rq)
{
	for (size_t i = 0; i < rq->n_args; i++)
		if (rq->args[i].table)
			return rq->args[i].table;
	return NULL;
}

static bool send_part(struct link *l, const char *p, size_t n, bool more)
{
	unsigned char head[FRAME_HEAD];

	head_put(head, (struct head){ (uint32_t)n, FRAME_ROWS, more ? MORE : 0 });
	return link_send(l, head, sizeof head) && link_send(l, p, n);
}

/* A part at a time, so that a file may be larger than memory. */
static enum rc send_rows(struct calling *c, const struct table *t, struct err *err)
{
	struct arena part = { .parent = c->a };
	const char *const *cells;
	struct out o;
	unsigned line;
	bool more = true;
	enum rc rc = RC_OK;

	out_to_mem(&o, &part);
	while (!rc && more && !c->lost) {
		rc = t->next(t, &cells, &line, &more, err);
		if (!rc && more)
			pack_row(&o, t, cells, line);
		for (size_t at = 0; !rc && !c->lost && (o.len >= ROWS_PART || !more); at += ROWS_PART) {
			size_t n = o.len - at < ROWS_PART ? o.len - at : ROWS_PART;
			bool last = at + n == o.len;

			c->lost = !send_part(&c->r->link, out_text(&o) + at, n, more || !last);
			if (last) {
				o.len = 0;
				break;
			}
		}
	}
	arena_free(&part);
	return rc;
}

static enum rc send_table(struct calling *c, const struct table *t, struct err *err)
{
	c->rows_sent = true;
	if (!t->json)
		return send_rows(c, t, err);
	for (size_t at = 0; !c->lost && at <= t->json_len; at += FRAME_MAX) {
		size_t n = t->json_len - at < FRAME_MAX ? t->json_len - at : FRAME_MAX;

		c->lost = !send_part(&c->r->link, t->json + at, n, at + n < t->json_len);
		if (at + n == t->json_len)
			break;
	}
	return RC_OK;
}

static bool changes(const struct op *op, const struct request *rq)
{
	return op->effect == EFFECT_WRITE && !rq->dry_run;
}

static enum rc take_answer(struct calling *c, struct err *err)
{
	enum frame kind = FRAME_BEAT;
	const char *zone;
	char *p;
	size_t n;
	enum rc rc;

	c->lost = !link_receive(&c->r->link, c->a, &kind, &p, &n, err) && !err->rc;
	if (c->lost || err->rc)
		return err->rc;
	if (kind == FRAME_REFUSAL) {
		rc = unpack_err(c->a, p, n, c->op, err);
		if (rc == RC_UNKNOWN && c->rq->key && changes(c->op, c->rq))
			err_todo(err, "Repeat it with --key %s: then it is done once", c->rq->key);
		return rc;
	}
	rc = unpack_answer(c->a, p, n, c->op, &zone, c->reply, err);
	if (!rc && strlen(zone) < sizeof c->r->zone) {
		memcpy(c->r->zone, zone, strlen(zone) + 1);
		c->r->base.zone = c->r->zone;
	}
	return rc;
}

static enum rc exchange(struct calling *c, struct err *err)
{
	const struct table *t = table_in(c->rq);
	struct link *l = &c->r->link;
	struct out o;
	enum rc rc = RC_OK;

	l->patience_ms = c->op->flags & OP_LONG ? LONG_MS : SHORT_MS;
	out_to_mem(&o, c->a);
	message_begin(&o);
	pack_call(&o, c->rq);
	message_end(&o, FRAME_CALL);
	c->lost = !link_send(l, out_text(&o), o.len);
	if (!c->lost && t)
		rc = send_table(c, t, err);
	/* Where it hung up on us, it may have said why. */
	if (!rc && l->fd >= 0 && !l->silent) {
		bool whole = !c->lost && changes(c->op, c->rq) && !c->r->watch.on && interrupt_begin();

		rc = take_answer(c, err);
		interrupt_end(whole);
	}
	c->silent = l->silent;
	c->garbled = l->garbled;
	c->greeted |= l->welcome;
	/* Half of a call must not be taken for the beginning of the next. */
	if (c->lost || (rc && (t || !l->welcome)))
		link_close(l);
	return rc;
}

/* What only looks has changed nothing, whatever came of it. */
static enum rc nothing_lost(const struct op *op, const struct request *rq, struct err *err)
{
	if (err->rc != RC_UNKNOWN || !op || changes(op, rq))
		return err->rc;
	err->rc = RC_BUSY;
	return err_todo(err, "Nothing was changed; try again");
}

static enum rc is_lost(struct calling *c, struct err *err)
{
	const char *what = c->silent ? "has been silent for too long"
		: c->garbled ? "gave an answer that cannot be read" : "hung up before it answered";

	if (interrupt_came()) {
		err_set(err, RC_INTERRUPTED, "the server at %s may have done this before you interrupted it, or do it still", c->r->path);
		return c->rq->key ? err_todo(err, "Repeat it with --key %s: then it is done once", c->rq->key)
			: err_todo(err, "Look at what is there");
	}
	err_set(err, RC_BUSY, "the server at %s %s", c->r->path, what);
	err_todo(err, c->r->watch.on ? TRIED_AGAIN : "Nothing was changed; try again");
	watch_lost(c->r, err);
	if (!changes(c->op, c->rq) || !c->greeted)
		return err->rc;
	err_set(err, RC_UNKNOWN, "the server at %s %s, so it is not known whether this was done",
		c->r->path, what);
	if (!c->rq->key)
		return err_todo(err, "Look at what is there, then try again");
	return err_todo(err, "Repeat it with --key %s: then it is done once", c->rq->key);
}

/* With a key, asking again is safe: what was done is answered, not done twice. */
static enum rc ask(struct calling *c, struct err *err)
{
	struct remote *r = c->r;
	struct link *l = &r->link;
	bool watched = r->watch.on;
	enum rc rc = watch_reach(r, err);

	if (!rc && l->fd < 0) {
		rc = link_connect(l, r->path, r->trusted, watched ? 0 : CONNECT_MS, err);
		if (rc)
			watch_lost(r, err);
	}
	if (rc)
		return rc;
	rc = exchange(c, err);
	if (rc && !c->lost && !c->greeted)
		watch_lost(r, err);	/* turned away, or of another build */
	if (!c->lost)
		return rc;
	/* One who said nothing for so long, or nothing of sense, would do so again. */
	if (!c->silent && !c->garbled && !c->rows_sent &&
	    !link_connect(l, r->path, r->trusted, watched ? WATCHED_AGAIN_MS : AGAIN_MS, err))
		rc = exchange(c, err);
	return c->lost ? is_lost(c, err) : rc;
}

/* ---- what may have been done, or not ---- */

static const char *call_bytes(struct arena *a, const struct request *rq, size_t *len)
{
	struct request bare = *rq;
	struct out o;

	bare.key = NULL;
	out_to_mem(&o, a);
	pack_call(&o, &bare);
	*len = o.len;
	return out_text(&o);
}

/* Whoever asks for the same again means that one: it goes out with its key. */
static const char *key_for(struct calling *c)
{
	struct unsure *u = &c->r->unsure;
	char key[UUID_TEXT_SIZE];
	struct uuid id = uuid_new();
	const char *call;
	size_t len;

	if (u->call && !table_in(c->rq)) {
		call = call_bytes(c->a, c->rq, &len);
		if (len == u->len && !memcmp(call, u->call, len))
			return arena_strdup(c->a, u->key);
	}
	uuid_text(&id, key);
	return arena_strdup(c->a, key);
}

/* What a write came to, that had a key from here. */
static void note_outcome(struct calling *c, enum rc rc, struct err *err)
{
	struct unsure *u = &c->r->unsure;

	if (rc == RC_BUSY)
		return;		/* it never went out */
	arena_free(&u->in);
	*u = (struct unsure){ .in.parent = c->r->arena };
	if (rc != RC_UNKNOWN || table_in(c->rq))
		return;
	u->call = call_bytes(&u->in, c->rq, &u->len);
	u->key = arena_strdup(&u->in, c->rq->key);
	if (c->r->watch.on)
		err_todo(err, "Do the same again when it answers: then it is done once");
}

/* Ops that look after the store's file itself. */
static enum rc not_here(const struct op *op, struct err *err)
{
	err_set(err, RC_DENIED, "`%s` is for a store of your own; a server has this one", op->name);
	return err_todo(err, "Name the store with --db PATH, where no server runs on it");
}

static enum rc call_with_file(struct calling *c, struct err *err)
{
	struct fetch f;
	enum rc rc = fetch_begin(c->a, c->op, c->rq, &f, err);

	if (!rc)
		rc = ask(c, err);
	if (!rc && !c->rq->dry_run)
		rc = fetch_end(&c->r->link, &f, err);
	fetch_drop(&f);
	return rc;
}

static enum rc call_server(struct session *s, struct arena *a, const struct request *rq,
			   struct reply *reply, struct err *err)
{
	struct request with = *rq;
	struct calling c = { .r = (struct remote *)s, .op = op_find(rq->op), .rq = &with,
			     .reply = reply, .a = a };
	bool keyed;
	enum rc rc;

	if (!c.op)
		return err_set(err, RC_USAGE, "'%s' is no command", rq->op);
	reply_init(reply, a, c.op->result);
	with.who = c.r->who;
	if (c.op->flags & (OP_NO_STORE | OP_FRESH_STORE))
		return not_here(c.op, err);
	keyed = !with.key && changes(c.op, rq) && !(c.op->flags & OP_UNLOGGED);
	if (keyed)
		with.key = key_for(&c);
	rc = call_with_file(&c, err);
	if (keyed)
		note_outcome(&c, rc, err);
	return rc;
}

static enum rc remote_call(struct session *s, struct arena *a, const struct request *rq,
			   struct reply *reply, struct err *err)
{
	jmp_buf here, *outer = a->recover;
	volatile enum rc rc;

	*err = (struct err){ 0 };	/* of an earlier call, perhaps */
	if (setjmp(here)) {
		a->recover = outer;
		link_close(&((struct remote *)s)->link);
		*reply = (struct reply){ .arena = a };
		err_set(err, RC_UNKNOWN, "there is not enough memory for the answer");
		err_todo(err, "See with `replife log` whether it was done");
		return nothing_lost(op_find(rq->op), rq, err);
	}
	a->recover = &here;
	rc = call_server(s, a, rq, reply, err);
	a->recover = outer;
	return rc ? nothing_lost(op_find(rq->op), rq, err) : RC_OK;
}

static bool remote_changed(struct session *s)
{
	return watch_changed((struct remote *)s);
}

static const struct err *remote_away(const struct session *s)
{
	const struct watch *w = &((const struct remote *)s)->watch;

	return w->away.rc ? &w->away : NULL;
}

static void remote_close(struct session *s)
{
	link_close(&((struct remote *)s)->link);
}

static const struct session_kind remote_kind = {
	remote_call, NULL, NULL, remote_changed, remote_close, remote_close, remote_away,
};

static void close_at_end(void *s)
{
	remote_close(s);
	arena_free(&((struct remote *)s)->unsure.in);
}

enum rc client_open(struct arena *a, const char *socket, const char *trusted,
		    const char *who, struct session **out, struct err *err)
{
	struct remote *r = arena_new(a, struct remote);

	(void)err;
	r->base.kind = &remote_kind;
	r->arena = a;
	r->path = arena_strdup(a, socket);
	r->trusted = trusted ? trusted : "replife";
	r->who = who;
	r->link.fd = -1;
	r->unsure.in.parent = a;
	arena_defer(a, close_at_end, r);
	*out = &r->base;
	return RC_OK;
}
