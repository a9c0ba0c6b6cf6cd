/*
 * The server's parts.
 *
 * One thread, the loop, has all connections. It also writes: what has come
 * together is done in one group, a savepoint each, and answered when the commit
 * they share is on disk; while that lasts, the next come together. What reads runs
 * on threads with a connection each, in two lanes, so that a report holds up no
 * look at the week. A write that takes long, an import, runs on a thread of its
 * own with the writing session lent to it. Where its rows are many it is rehearsed on
 * a copy first, then gives the session back between two rows whenever others wait;
 * else they queue until it is done, and the loop goes on.
 */
#ifndef SERVE_SERVER_H
#define SERVE_SERVER_H

#include <pthread.h>
#include <stdatomic.h>

#include "replife/serve.h"
#include "replife/session.h"
#include "wire.h"

#define LOGIN_MAX 65
#define GROUP_MAX 64		/* writes that share a commit, */
#define GROUP_US 20000		/* and begin before so much time has gone */
#define ARGS_MAX 4096		/* of one call */
#define HELD_MAX (64u << 20)	/* bytes of calls and answers in memory, an account */
/* JSON is read into memory as a whole, where it takes several times as much. */
#define JSON_MAX ((int64_t)64 << 20)
#define JSON_MEMORY (416u << 20)
#define IN_PARTS (64 << 10)	/* bytes of rows from which others are let in between */
#define SPOOLS_MAX 2		/* calls with rows at a time, an account */
#define DRAIN_MS 20000		/* what was begun has so long to end */

struct server;
struct conn;

/* What accounts have their share of: the loop's time for writes, the threads' for quick
 * reads. */
enum shared { SHARED_WRITES, SHARED_READS, SHARED };

/* An account that has connections. */
struct account {
	struct account *next;
	int64_t uid;
	char login[LOGIN_MAX];
	int conns, jobs, spools;
	size_t held;			/* see HELD_MAX */
	int longs;			/* slow reads under way; under the lanes' lock */
	int64_t end_us[SHARED];		/* see fair.c; of reads under the lanes' lock, too */
	bool old;			/* names may have changed: nobody new comes to it */
};

enum lane { LANE_WRITE, LANE_WRITE_LONG, LANE_READ, LANE_READ_LONG, LANES };

/* One call on its way. The loop's, but while `lane`'s thread runs it. */
struct job {
	struct job *next;
	struct conn *conn;		/* NULL: hung up; nobody wants the answer */
	struct account *account;
	struct caller caller;
	struct serving serving;		/* as it was when the call came */
	struct arena arena;
	char *text;			/* of the call; malloc'd */
	size_t len, cap;
	struct request rq;
	bool whole;			/* all of the text has come */
	const struct op *op;
	struct table *table;		/* its rows come in the spool; NULL */
	int spool;			/* fd; -1 */
	int64_t spooled;
	int64_t refused_ms;		/* the store was another program's; since then */
	enum lane lane;
	bool unbound;			/* a read that `person bind` must go before */
	bool in_parts;			/* of many rows: others are let in between */
	atomic_bool dropped;		/* whoever asked has hung up */
	bool rehearse;			/* on a copy first, beside the others' writes */
	bool nameless;			/* the account's login must be found first */
	bool asks;			/* only whether the call whose rows come may be made */
	char login[LOGIN_MAX];		/* as it was found */
	char *made;			/* a file that the op makes, to be sent and removed */
	enum rc rc;
	struct err err;
	struct reply reply;
	struct out answer;		/* frames; malloc'd */
};

struct jobs {
	struct job *first, *last;
};
void jobs_add(struct jobs *q, struct job *j);
struct job *jobs_take(struct jobs *q);			/* or NULL */
bool jobs_remove(struct jobs *q, struct job *j);	/* false: it is not there */

/* ---- fair.c ---- */
struct fair {
	enum shared of;
	int64_t start_us;		/* of the call that was begun last, in shared time */
};
struct job *fair_take(struct fair *f, struct jobs *q);	/* or NULL */
void fair_took(struct fair *f, struct job *j, int64_t us);

/* ---- job.c, rows.c ---- */
struct job *job_new(struct account *account);
void job_free(struct job *j);
void jobs_sweep(const char *store);	/* what ops made when a server was killed */
/* A name beside the store for a file that goes with its job; what a server that is killed
 * leaves of them, care_left_behind() knows. */
char *job_made_path(struct server *s, struct arena *a);
/* The call is whole. RC_BAD_DATA, RC_DENIED: it is none that a server takes. */
enum rc job_read(struct server *s, struct job *j, struct err *err) __attribute__((warn_unused_result));
/* One more part of its rows. RC_IO, RC_BAD_DATA: too much. */
enum rc job_spool(struct server *s, struct job *j, const char *p, size_t n, struct err *err)
	__attribute__((warn_unused_result));
/* They have all come: the table begins. */
enum rc job_map(struct job *j, struct err *err) __attribute__((warn_unused_result));
void job_run(struct job *j, struct session *session);
/* What would come of it, in a copy of the store. */
void job_rehearse(struct server *s, struct job *j, struct session *reader);
void job_bind(struct job *j, struct session *session);
void job_find_login(struct job *j);
/* Into frames; `j->err` where rc says so. */
void job_pack(struct job *j, struct session *session);
void job_fail(struct job *j, const struct err *err);
/* It is packed: what it took besides is the caller's to free, and a list's is much to
 * give back while its answer waits. */
void job_spend(struct job *j, struct arena *out);

/* Memory may run out on the way: then it is this call that fails, not the server. */
#define OR_FAIL(j, err, what) do { \
	jmp_buf here; \
	if (setjmp(here)) { \
		(j)->arena.recover = NULL; \
		return err_set(err, RC_FAILED, "the server has not enough memory"); \
	} \
	(j)->arena.recover = &here; \
	(err)->rc = (what); \
	(j)->arena.recover = NULL; \
} while (0)

/* ---- lanes.c: the threads ---- */
struct worker {
	pthread_t thread;
	struct server *server;
	struct session *session;
	struct arena arena;
	enum lane lane;
	struct job *job;		/* under the lock; NULL: it waits */
	bool started;
};
#define WORKERS 6			/* two that write, two and two that read */

struct lanes {
	pthread_mutex_t lock;
	pthread_cond_t todo[LANES];
	struct jobs queue[LANES], done;
	struct worker workers[WORKERS];
	atomic_bool stop;
	pthread_cond_t resume;
	struct fair reads;		/* who has the next of the quick ones */
	bool rehearsing;		/* an import is tried out */
	bool paused;			/* a long write waits between two parts */
	int64_t turn_us;		/* since then it writes: its own thread's */
	struct session_turns turns;
};
enum rc lanes_start(struct server *s, struct err *err) __attribute__((warn_unused_result));
void lanes_put(struct server *s, struct job *j);
/* What is done; the loop is woken when there is some. NULL: nothing more. */
struct job *lanes_done(struct server *s);
/* Nobody waits for it any more: taken out of its queue (true: the loop frees it),
 * or ended if it reads. */
bool lanes_drop(struct server *s, struct job *j);
/* Others may write: the session is lent, but a long write waits until it is resumed. */
bool lanes_paused(struct server *s);
void lanes_resume(struct server *s);
void lanes_stop(struct server *s);

/* ---- writes.c: the loop's own work ---- */
void writes_put(struct server *s, struct job *j);
bool writes_drop(struct server *s, struct job *j);
bool writes_wait(struct server *s);		/* and could be done at once */
void writes_run(struct server *s);		/* one group, if there is something to do */
void writes_tick(struct server *s);		/* once a second: is the store still there? */
void writes_settled(struct server *s);		/* s->settle is back */
/* From any thread: for the access log, with the next group. */
void writes_note(void *server, const struct access *x);
void writes_end(struct server *s);		/* what is noted still, written: the threads are gone */

/* ---- accounts of who is connected: peers.c ---- */
/* Whose the connection is. RC_DENIED: nobody's that is known, RC_BUSY: too many.
 * The account's login may still be to be found: it is empty then. */
enum rc peer_of(struct server *s, int fd, struct account **out, struct err *err)
	__attribute__((warn_unused_result));
void peers_forget(struct server *s);	/* logins are looked up anew */

/* ---- conn.c: one connection; and all of them ---- */
struct conn {
	struct conn *next, *prev;
	struct account *account;
	int fd;
	bool welcome, following, owed;	/* owed: NEWS, when there is room */
	bool closing, gone;		/* closing: once all is sent; gone: buried soon */
	bool want_out;			/* epoll says when there is room */
	unsigned char head[FRAME_HEAD];
	unsigned head_len;
	struct head frame;
	uint32_t left;			/* of the frame's content */
	int64_t since_ms;		/* the other side is waited for since then; 0: it is not */
	int64_t beat_ms;
	char hello[128];
	size_t hello_len;
	struct job *job;
	struct job *ask;		/* whether `job` may be, while its rows come; NULL */
	bool running;			/* the job is out of our hands */
	char *out;			/* not sent yet */
	size_t out_len, out_at, held;
	int file;			/* to be sent after it, as DATA; -1 */
};
void conn_accept(struct server *s);
void conn_event(struct server *s, struct conn *c, unsigned events);	/* feed.c */
void conn_answer(struct server *s, struct job *j);	/* and the job goes */
void conn_submit(struct server *s, struct job *j);	/* all of it is there */
/* Who may not is told before all the rows have come. */
void conn_ask(struct server *s, struct conn *c);
void conn_unask(struct server *s, struct conn *c);
void conn_returned(struct server *s, struct job *j);	/* from a thread */
void conn_beat(struct server *s, struct conn *c);	/* it was asked whether it is there */
void conns_news(struct server *s);
void conns_tick(struct server *s);			/* once a second: deadlines, beats */
void conn_close(struct server *s, struct conn *c);
void conns_bury(struct server *s);			/* those that were closed */

/* ---- send.c ---- */
void conn_send(struct server *s, struct conn *c, const void *p, size_t n);
/* The same of what is malloc'd: what cannot go at once is the connection's then, uncopied. */
void conn_give(struct server *s, struct conn *c, struct out *o);
void conn_flush(struct server *s, struct conn *c);
void conn_refuse(struct server *s, struct conn *c, const struct err *err);	/* and hang up */
void conn_held(struct conn *c, size_t n);	/* so much of its account's memory is its */
void held_too_much(struct err *err);
bool conn_drained(const struct conn *c);

/* ---- listen.c ---- */
/* A socket from systemd, or a new one. RC_BUSY: somebody listens there. */
enum rc listen_open(struct server *s, struct err *err) __attribute__((warn_unused_result));
void listen_close(struct server *s);
void listen_watch(struct server *s);	/* as s->deaf says */
void listen_say(const char *state);	/* to systemd, where it waits for it */

/* ---- server.c ---- */
struct server {
	struct serve_options *o;
	struct arena *arena;
	struct session *writer;
	struct job *lent;		/* has it, on a thread of long writes */
	struct job *parted;		/* an import in parts: under way, lent to or waiting for its turn */
	struct job settle;		/* nobody's call: what such a one has left is taken back */
	struct account nobody;
	int64_t settle_ms;		/* not before then: it failed */
	bool between;			/* another long write had the last turn */
	struct lanes lanes;
	struct jobs writes, longs, imports;
	struct fair fair;
	atomic_int waiting;		/* so many writes are queued */
	int64_t retry_ms;		/* not before then: another program has the store */
	enum rc trouble;		/* what became of the latest; RC_OK: they succeed */
	struct access *notes;		/* under notes_lock */
	size_t n_notes, cap_notes;
	pthread_mutex_t notes_lock;
	struct account *accounts;
	struct conn *conns, *buried;
	size_t n_conns, max_conns;
	size_t busy;			/* jobs that are not answered yet */
	int64_t told_ms, ticked_ms;
	struct { int64_t mtime_ns, size; } passwd;	/* as logins were looked up */
	int epoll, listener, signals, wake;
	bool inherited;			/* the listener is systemd's */
	atomic_uint n_made;		/* files beside the store so far */
	bool draining, changed;
	bool wrote;			/* since the last tick */
	bool deaf;			/* nobody is let in for a moment */
	int64_t drain_ms;		/* until then */
	int silence_ms;			/* SILENCE_MS and ROWS_MAX, or less in a test */
	int64_t rows_max;
	int64_t since_s;
	int64_t kiosk_uid;		/* -1: there is none */
};
int64_t now_ms(void);
int64_t now_us(void);
void server_facts(const struct server *s, struct serving *out);
void server_say(struct server *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
