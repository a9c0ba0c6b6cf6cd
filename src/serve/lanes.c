/* The threads: each with a session of its own, or the writing one that is lent. */
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "server.h"

static const enum lane lane_of_worker[WORKERS] = {
	LANE_WRITE_LONG, LANE_WRITE_LONG, LANE_READ, LANE_READ, LANE_READ_LONG, LANE_READ_LONG,
};

/* The next that may run: of the slow ones an account has one at a time while
 * others wait, and there is one rehearsal at a time. NULL: none may. */
static struct job *next_of(struct lanes *l, enum lane lane)
{
	struct jobs *q = &l->queue[lane];
	struct job *j = q->first, *second = NULL;

	for (; j && lane == LANE_READ_LONG; j = j->next) {
		if (j->rehearse && l->rehearsing)
			continue;
		if (!j->account->longs)
			break;
		second = second ? second : j;
	}
	j = j ? j : second;
	if (lane == LANE_READ)
		return fair_take(&l->reads, q);
	if (j) {
		jobs_remove(q, j);
		j->account->longs += lane == LANE_READ_LONG;
		l->rehearsing |= j->rehearse;
	}
	return j;
}

static void wake_loop(struct server *s)
{
	static const uint64_t one = 1;

	(void)!write(s->wake, &one, sizeof one);
}

/* ---- turns ---- */

/* A part is written so long where others wait, in microseconds, and where none do. */
#define TURN_LEAST 1000
#define TURN_MOST 50000

static bool turn_is_due(void *arg)
{
	struct server *s = arg;
	int64_t took;

	if (!s->parted || s->lent != s->parted)
		return false;
	took = now_us() - s->lanes.turn_us;
	return took >= TURN_MOST || (took >= TURN_LEAST && atomic_load_explicit(&s->waiting, memory_order_relaxed));
}

static void pause_turn(void *arg)
{
	struct server *s = arg;
	struct lanes *l = &s->lanes;

	pthread_mutex_lock(&l->lock);
	l->paused = !l->stop;
	wake_loop(s);
	while (l->paused)
		pthread_cond_wait(&l->resume, &l->lock);
	pthread_mutex_unlock(&l->lock);
	l->turn_us = now_us();
}

/* Only the time that a stop may take is left, and that is over. */
static bool is_stopped(void *arg)
{
	struct server *s = arg;

	return s->parted && atomic_load_explicit(&s->lanes.stop, memory_order_relaxed);
}

bool lanes_paused(struct server *s)
{
	bool paused;

	pthread_mutex_lock(&s->lanes.lock);
	paused = s->lanes.paused;
	pthread_mutex_unlock(&s->lanes.lock);
	return paused;
}

void lanes_resume(struct server *s)
{
	pthread_mutex_lock(&s->lanes.lock);
	s->lanes.paused = false;
	pthread_cond_signal(&s->lanes.resume);
	pthread_mutex_unlock(&s->lanes.lock);
}

/* ---- the work ---- */

static void run_job(struct server *s, struct worker *w, struct session *session, struct arena *spent)
{
	struct job *j = w->job;

	if (j->nameless) {
		job_find_login(j);
		return;
	}
	if (j == &s->settle) {
		j->err = (struct err){ 0 };
		j->rc = session_settle(session, &j->err);
		return;
	}
	if (j->in_parts && !j->rehearse)
		s->lanes.turn_us = now_us();
	if (j->rehearse)
		job_rehearse(s, j, session);
	else
		job_run(j, session);
	if (j->unbound || j->asks || (j->rehearse && !j->rc && !j->rq.dry_run))
		return;
	job_pack(j, session);
	job_spend(j, spent);
}

static void *work(void *arg)
{
	struct worker *w = arg;
	struct server *s = w->server;
	struct lanes *l = &s->lanes;
	struct session *session = w->lane == LANE_WRITE_LONG ? s->writer : w->session;
	struct arena spent = { 0 };
	int64_t begun;

	pthread_mutex_lock(&l->lock);
	for (;;) {
		while (!l->stop && !(w->job = next_of(l, w->lane)))
			pthread_cond_wait(&l->todo[w->lane], &l->lock);
		if (!w->job)
			break;
		pthread_mutex_unlock(&l->lock);
		begun = now_us();
		run_job(s, w, session, &spent);
		pthread_mutex_lock(&l->lock);
		if (w->lane == LANE_READ)
			fair_took(&l->reads, w->job, now_us() - begun);
		w->job->account->longs -= w->lane == LANE_READ_LONG;
		if (w->job->rehearse) {
			l->rehearsing = false;
			pthread_cond_broadcast(&l->todo[w->lane]);
		}
		jobs_add(&l->done, w->job);
		w->job = NULL;
		wake_loop(s);
		if (spent.head) {
			pthread_mutex_unlock(&l->lock);
			arena_free(&spent);
			pthread_mutex_lock(&l->lock);
		}
	}
	pthread_mutex_unlock(&l->lock);
	return NULL;
}

static enum rc start_worker(struct server *s, struct worker *w, enum lane lane, struct err *err)
{
	enum rc rc = RC_OK;

	w->server = s;
	w->lane = lane;
	w->arena = (struct arena){ .parent = s->arena };
	if (lane != LANE_WRITE_LONG)
		rc = session_beside(&w->arena, session_path(s->writer), s->o->now_s, &w->session, err);
	if (rc)
		return rc;
	if (w->session)
		session_on_access(w->session, writes_note, s);
	w->started = !pthread_create(&w->thread, NULL, work, w);
	return w->started ? RC_OK : err_set(err, RC_FAILED, "the system gives no threads");
}

enum rc lanes_start(struct server *s, struct err *err)
{
	struct lanes *l = &s->lanes;
	enum rc rc = RC_OK;

	l->reads.of = SHARED_READS;
	pthread_mutex_init(&l->lock, NULL);
	pthread_cond_init(&l->resume, NULL);
	for (int i = 0; i < LANES; i++)
		pthread_cond_init(&l->todo[i], NULL);
	l->turns = (struct session_turns){ .due = turn_is_due, .pause = pause_turn, .gone = is_stopped, .ctx = s };
	session_take_turns(s->writer, &l->turns);
	for (int i = 0; !rc && i < WORKERS; i++)
		rc = start_worker(s, &l->workers[i], lane_of_worker[i], err);
	return rc;
}

void lanes_put(struct server *s, struct job *j)
{
	struct lanes *l = &s->lanes;

	enum lane lane = j->nameless ? LANE_READ : j->rehearse ? LANE_READ_LONG : j->lane;

	pthread_mutex_lock(&l->lock);
	jobs_add(&l->queue[lane], j);
	pthread_cond_signal(&l->todo[lane]);
	pthread_mutex_unlock(&l->lock);
}

struct job *lanes_done(struct server *s)
{
	struct job *j;

	pthread_mutex_lock(&s->lanes.lock);
	j = jobs_take(&s->lanes.done);
	pthread_mutex_unlock(&s->lanes.lock);
	return j;
}

bool lanes_drop(struct server *s, struct job *j)
{
	struct lanes *l = &s->lanes;
	bool queued = false;

	atomic_store(&j->dropped, true);
	pthread_mutex_lock(&l->lock);
	for (int i = 0; i < LANES; i++)
		queued |= jobs_remove(&l->queue[i], j);
	for (int i = 0; i < WORKERS; i++)
		if (l->workers[i].job == j && l->workers[i].session)
			session_interrupt(l->workers[i].session);
	pthread_mutex_unlock(&l->lock);
	return queued;
}

static void end_worker(struct worker *w)
{
	if (w->started)
		pthread_join(w->thread, NULL);
	w->started = false;
	session_close(w->session);
	w->session = NULL;
	arena_free(&w->arena);
}

/* An import that waits for its turn has no claim to the writing session before all
 * others are gone, and leaves it at what it has: whoever opens the store takes that back. */
void lanes_stop(struct server *s)
{
	struct lanes *l = &s->lanes;
	bool waits[WORKERS] = { false };

	pthread_mutex_lock(&l->lock);
	l->stop = true;
	for (int i = 0; i < LANES; i++)
		pthread_cond_broadcast(&l->todo[i]);
	for (int i = 0; i < WORKERS; i++) {
		waits[i] = l->workers[i].job && l->workers[i].job == s->parted;
		if (l->workers[i].job)
			atomic_store(&l->workers[i].job->dropped, true);
		if (l->workers[i].job && l->workers[i].session)
			session_interrupt(l->workers[i].session);
	}
	pthread_mutex_unlock(&l->lock);
	for (int i = 0; i < WORKERS; i++)
		if (!waits[i])
			end_worker(&l->workers[i]);
	lanes_resume(s);
	for (int i = 0; i < WORKERS; i++)
		end_worker(&l->workers[i]);
}
