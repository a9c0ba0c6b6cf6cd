/* A session with a server: an op goes out as a call, its reply comes back. */
#include "replife/client.h"

#include <string.h>

#include "fetch.h"
#include "replife/id.h"
#include "replife/session.h"
#include "replife/table.h"

#define CONNECT_MS 1000		/* a queue of callers may be full for a moment */
#define AGAIN_MS 5000		/* a server that is started anew */
#define SHORT_MS 120000		/* a booking may wait for an import; no longer than this */
#define LONG_MS 3600000
#define ROWS_PART (256u * 1024)

struct remote {
	struct session base;
	struct arena *arena;
	const char *path, *trusted, *who;
	struct link link;
	char zone[80];
	bool follows;		/* somebody looks at what others change */
};

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
	if (kind != FRAME_ANSWER) {
		c->lost = true;
		return RC_OK;
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
	if (!rc && l->fd >= 0 && !l->silent)
		rc = take_answer(c, err);
	c->silent = l->silent;
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
	const char *what = c->silent ? "has been silent for too long" : "hung up before it answered";

	if (!changes(c->op, c->rq) || !c->greeted) {
		err_set(err, RC_BUSY, "the server at %s %s", c->r->path, what);
		return err_todo(err, "Nothing was changed; try again");
	}
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
	enum rc rc = r->link.fd < 0 ? link_connect(&r->link, r->path, r->trusted, CONNECT_MS, err) : RC_OK;

	if (rc)
		return rc;
	rc = exchange(c, err);
	if (!c->lost)
		return rc;
	/* One who said nothing for so long would say nothing again. */
	if (!c->silent && !c->rows_sent && !link_connect(&r->link, r->path, r->trusted, AGAIN_MS, err))
		rc = exchange(c, err);
	return c->lost ? is_lost(c, err) : rc;
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
	char key[UUID_TEXT_SIZE];
	struct uuid u = uuid_new();

	if (!c.op)
		return err_set(err, RC_USAGE, "'%s' is no command", rq->op);
	reply_init(reply, a, c.op->result);
	with.who = c.r->who;
	if (c.op->flags & (OP_NO_STORE | OP_FRESH_STORE))
		return not_here(c.op, err);
	if (!with.key && c.op->effect == EFFECT_WRITE && !(c.op->flags & OP_UNLOGGED) && !rq->dry_run) {
		uuid_text(&u, key);
		with.key = arena_strdup(a, key);
	}
	return call_with_file(&c, err);
}

static enum rc remote_call(struct session *s, struct arena *a, const struct request *rq,
			   struct reply *reply, struct err *err)
{
	jmp_buf here, *outer = a->recover;
	volatile enum rc rc;

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

/* ---- what others change ---- */

static bool follow(struct remote *r)
{
	unsigned char frame[FRAME_HEAD];
	struct err ignored = { 0 };

	if (r->link.fd < 0 && link_connect(&r->link, r->path, r->trusted, 0, &ignored))
		return false;
	head_put(frame, (struct head){ 0, FRAME_FOLLOW, 0 });
	r->link.following = link_send(&r->link, frame, sizeof frame);
	return r->link.following;
}

/* While a connection was lost anything may have changed. */
static bool remote_changed(struct session *s)
{
	struct remote *r = (struct remote *)s;
	bool changed;

	if (r->link.fd >= 0 && !link_look(&r->link))
		link_close(&r->link);
	changed = r->link.news;
	if (!r->link.following) {
		if (!follow(r))
			return false;
		changed = r->follows;
	}
	r->follows = true;
	r->link.news = false;
	return changed;
}

static void remote_close(struct session *s)
{
	link_close(&((struct remote *)s)->link);
}

static const struct session_kind remote_kind = {
	remote_call, NULL, NULL, remote_changed, remote_close, remote_close,
};

static void close_at_end(void *s)
{
	remote_close(s);
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
	arena_defer(a, close_at_end, r);
	*out = &r->base;
	return RC_OK;
}
