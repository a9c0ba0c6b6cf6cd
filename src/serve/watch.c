/*
 * What an open app sees of its server: what others change, and whether it is still
 * there. One that is gone is tried again, ever more seldom; one that says nothing is
 * asked. Nothing here waits, but a moment for a greeting when somebody wants something.
 */
#include <poll.h>

#include "remote.h"

#define FIRST_PAUSE_MS 500
#define PAUSE_MAX_MS 3000
#define ASK_MS 4000		/* nothing was heard for so long: is it there? */
#define REPLY_MS 3000		/* so long that may take */
#define GREETING_MS 200

static void is_away(struct remote *r, const struct err *why)
{
	struct watch *w = &r->watch;
	int64_t now = link_ms();

	if (!w->away.rc) {
		w->away_ms = now;
		w->pause_ms = FIRST_PAUSE_MS;
	}
	w->away = *why;
	w->try_ms = now + w->pause_ms;
	w->pause_ms = w->pause_ms * 2 < PAUSE_MAX_MS ? w->pause_ms * 2 : PAUSE_MAX_MS;
}

static void says_nothing(struct remote *r)
{
	struct err err = { 0 };

	if (r->watch.away.rc)
		return;
	err_set(&err, RC_BUSY, "the server at %s says nothing", r->path);
	err_todo(&err, TRIED_AGAIN);
	is_away(r, &err);
}

void watch_lost(struct remote *r, const struct err *why)
{
	if (r->watch.on)
		is_away(r, why);
}

static bool send_empty(struct link *l, enum frame kind)
{
	unsigned char head[FRAME_HEAD];

	head_put(head, (struct head){ 0, kind, 0 });
	return link_send(l, head, sizeof head);
}

/* The greeting comes when it comes. */
static void begin(struct remote *r)
{
	struct err err = { 0 };

	r->watch.asked_ms = 0;
	if (link_connect(&r->link, r->path, r->trusted, 0, &err))
		is_away(r, &err);
}

/* What has come; a connection that is gone is closed. */
static void take(struct remote *r)
{
	struct err err = { 0 };

	if (r->link.fd < 0 || link_look(&r->link, &err))
		return;
	link_close(&r->link);
	r->watch.asked_ms = 0;
	r->watch.news = true;	/* until it is back anything may change */
	if (err.rc)
		is_away(r, &err);
	else if (!r->watch.away.rc)
		begin(r);	/* it may have been started anew already */
	else
		is_away(r, &r->watch.away);
}

/* It has greeted: is it told of changes, and is it there still? */
static void follow(struct remote *r)
{
	struct watch *w = &r->watch;
	struct link *l = &r->link;
	int64_t now = link_ms();

	if (w->away.rc && l->heard_ms >= w->away_ms) {
		w->away = (struct err){ 0 };
		w->news = true;
	}
	if (!l->following) {
		w->news = w->on;	/* what was read before may be old */
		l->following = send_empty(l, FRAME_FOLLOW);
	}
	if (w->asked_ms && l->heard_ms >= w->asked_ms)
		w->asked_ms = 0;
	if (w->asked_ms && now - w->asked_ms > REPLY_MS)
		says_nothing(r);
	else if (!w->asked_ms && now - l->heard_ms > ASK_MS && send_empty(l, FRAME_BEAT))
		w->asked_ms = now;
}

static void look(struct remote *r)
{
	struct watch *w = &r->watch;

	take(r);
	if (r->link.fd < 0 && link_ms() >= w->try_ms)
		begin(r);
	if (r->link.fd < 0)
		return;
	if (r->link.welcome)
		follow(r);
	else if (link_ms() - r->link.begun_ms > REPLY_MS)
		says_nothing(r);
}

bool watch_changed(struct remote *r)
{
	struct watch *w = &r->watch;
	bool changed;

	look(r);
	changed = !w->away.rc && (w->news || r->link.news);
	w->on = r->link.watched = true;
	if (changed)
		w->news = r->link.news = false;
	return changed;
}

enum rc watch_reach(struct remote *r, struct err *err)
{
	struct watch *w = &r->watch;

	if (!w->on || !w->away.rc)
		return RC_OK;
	if (r->link.fd < 0) {
		struct pollfd p = { .events = POLLIN };
		int pause_ms = w->pause_ms;

		begin(r);
		w->pause_ms = pause_ms;		/* that was somebody's key */
		p.fd = r->link.fd;
		if (p.fd >= 0)
			poll(&p, 1, GREETING_MS);
	}
	look(r);
	if (w->away.rc)
		*err = w->away;
	return w->away.rc;
}
