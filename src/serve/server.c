/* The server: the loop around it all. */
#include "replife/serve.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "replife/accounts.h"
#include "replife/clock.h"
#include "replife/db.h"
#include "server.h"

#define TICK_MS 1000
#define EVENTS 256
#define OTHER_FILES 64		/* besides connections */

int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

void server_facts(const struct server *s, struct serving *out)
{
	*out = (struct serving){ s->inherited ? NULL : s->o->socket, s->since_s, s->n_conns, 0, s->busy };
	for (const struct account *a = s->accounts; a; a = a->next)
		out->accounts += a->conns > 0;
}

void server_say(struct server *s, const char *fmt, ...)
{
	char line[700];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof line, fmt, ap);
	va_end(ap);
	if (s->o->say)
		s->o->say(s->o->ctx, line);
}

/* ---- setting up ---- */

static enum rc no_resources(const char *what, struct err *err)
{
	return err_set(err, RC_FAILED, "the system gives no %s: %s", what, strerror(errno));
}

static enum rc watch(struct server *s, int fd, struct err *err)
{
	struct epoll_event e = { .events = EPOLLIN, .data.ptr = NULL };
	int *which = fd == s->listener ? &s->listener : fd == s->signals ? &s->signals : &s->wake;

	e.data.ptr = which;
	return epoll_ctl(s->epoll, EPOLL_CTL_ADD, fd, &e) ? no_resources("events", err) : RC_OK;
}

/* As many connections as there may be files. */
static void raise_limit(struct server *s)
{
	struct rlimit r = { 1024, 1024 };

	getrlimit(RLIMIT_NOFILE, &r);
	r.rlim_cur = r.rlim_max;
	setrlimit(RLIMIT_NOFILE, &r);
	getrlimit(RLIMIT_NOFILE, &r);
	s->max_conns = r.rlim_cur > OTHER_FILES * 2 ? (size_t)r.rlim_cur - OTHER_FILES : OTHER_FILES;
}

static enum rc open_signals(struct server *s, struct err *err)
{
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);	/* a write beyond what may be written fails, as on a full disk */
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	/* Before any thread, so that all have them blocked. */
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	s->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return s->signals < 0 ? no_resources("signals", err) : RC_OK;
}

/* Limits that a test need not go to in full. */
static int64_t limit_of(const char *env, int64_t usual)
{
	const char *n = getenv(env);
	int64_t v = n ? strtoll(n, NULL, 10) : 0;

	return v > 0 && v < usual ? v : usual;
}

static enum rc set_up(struct server *s, struct err *err)
{
	enum rc rc;

	s->silence_ms = (int)limit_of("REPLIFE_TEST_SILENCE_MS", SILENCE_MS);
	s->rows_max = limit_of("REPLIFE_TEST_ROWS_MAX", ROWS_MAX);
	pthread_mutex_init(&s->notes_lock, NULL);
	raise_limit(s);
	store_threads();
	rc = open_signals(s, err);
	if (!rc)
		rc = session_own(s->arena, s->o->db, s->o->now_s, &s->writer, err);
	if (!rc) {
		session_on_access(s->writer, writes_note, s);
		jobs_sweep(session_path(s->writer));
	}
	if (!rc)
		rc = listen_open(s, err);
	if (rc)
		return rc;
	s->epoll = epoll_create1(EPOLL_CLOEXEC);
	s->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (s->epoll < 0 || s->wake < 0)
		return no_resources("events", err);
	rc = watch(s, s->listener, err);
	if (!rc)
		rc = watch(s, s->signals, err);
	if (!rc)
		rc = watch(s, s->wake, err);
	return rc ? rc : lanes_start(s, err);
}

/* ---- the loop ---- */

static void begin_drain(struct server *s)
{
	if (s->draining)
		return;
	s->draining = true;
	s->drain_ms = now_ms() + limit_of("REPLIFE_TEST_DRAIN_MS", DRAIN_MS);
	listen_say("STOPPING=1");
	epoll_ctl(s->epoll, EPOLL_CTL_DEL, s->listener, NULL);
	listen_close(s);
	/* Who has asked for nothing is let go; who is in the middle of a call that has
	 * not all come asks again elsewhere. */
	for (struct conn *c = s->conns, *next; c; c = next) {
		next = c->next;
		if (!c->running && conn_drained(c))
			conn_close(s, c);
	}
}

static void find_kiosk(struct server *s)
{
	s->kiosk_uid = -1;
	if (s->o->kiosk && !account_uid(s->o->kiosk, &s->kiosk_uid)) {
		s->kiosk_uid = -1;
		server_say(s, "there is no account %s: no kiosk is served", s->o->kiosk);
	}
}

static void reload(struct server *s)
{
	struct err err = { 0 };

	listen_say("RELOADING=1");
	peers_forget(s);
	if (s->o->reload && s->o->reload(s->o, s->o->ctx, &err))
		server_say(s, "the settings stay as they were: %s", err.what);
	find_kiosk(s);
	listen_say("READY=1");
}

static void take_signals(struct server *s)
{
	struct signalfd_siginfo si;

	while (read(s->signals, &si, sizeof si) == sizeof si) {
		if (si.ssi_signo == SIGHUP)
			reload(s);
		else
			begin_drain(s);
	}
}

static void take_done(struct server *s)
{
	uint64_t n;
	struct job *j;

	(void)!read(s->wake, &n, sizeof n);
	while ((j = lanes_done(s)) != NULL)
		conn_returned(s, j);
}

static void take_event(struct server *s, const struct epoll_event *e)
{
	if (e->data.ptr == &s->listener)
		conn_accept(s);
	else if (e->data.ptr == &s->signals)
		take_signals(s);
	else if (e->data.ptr == &s->wake)
		take_done(s);
	else
		conn_event(s, e->data.ptr, e->events);
}

/* Until something happens; not at all where writes or news wait. */
static int patience(struct server *s)
{
	if (writes_wait(s)) {
		int64_t left = s->retry_ms - now_ms();

		return left > 0 ? (int)left : 0;
	}
	return s->changed ? 20 : TICK_MS;
}

static bool is_over(const struct server *s)
{
	return s->draining && ((!s->busy && !s->conns) || now_ms() > s->drain_ms);
}

static void loop(struct server *s)
{
	struct epoll_event events[EVENTS];

	while (!is_over(s)) {
		int n = epoll_wait(s->epoll, events, EVENTS, patience(s));

		for (int i = 0; i < n; i++)
			take_event(s, &events[i]);
		writes_run(s);
		conns_news(s);
		if (now_ms() - s->ticked_ms >= TICK_MS) {
			s->ticked_ms = now_ms();
			writes_tick(s);
			conns_tick(s);
		}
		conns_bury(s);
	}
}

static void take_down(struct server *s)
{
	lanes_stop(s);
	writes_end(s);
	listen_close(s);
	while (s->conns)
		conn_close(s, s->conns);
	conns_bury(s);
	session_close(s->writer);
	for (struct account *a = s->accounts, *next; a; a = next) {
		next = a->next;
		free(a);
	}
	free(s->notes);
	close(s->signals);
	close(s->epoll);
	close(s->wake);
}

enum rc serve_run(struct arena *a, struct serve_options *o, struct err *err)
{
	struct server *s = arena_new(a, struct server);
	const char *taken_back;
	enum rc rc;

	s->o = o;
	s->arena = a;
	s->since_s = clock_now_s(&clock_system);
	s->listener = s->epoll = s->signals = s->wake = -1;
	rc = set_up(s, err);
	if (!rc) {
		find_kiosk(s);
		server_say(s, "serving %s at %s", o->db, s->inherited ? "systemd's socket" : o->socket);
		taken_back = session_taken_back(s->writer);
		if (taken_back)
			server_say(s, "%s", taken_back);
		listen_say("READY=1");
		loop(s);
		server_say(s, "stopped");
	}
	take_down(s);
	return rc;
}
