/*
 * The app: who sits here, the views, and the way to an operation. It knows
 * no terminal: a driver (loop.c, lines.c) hands it events and shows its canvas.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "replife/core.h"
#include "replife/front.h"
#include "replife/reply.h"
#include "replife/zone.h"
#include "view.h"

#define VIEWS_MAX 12
#define MAINS_MAX 9

/* A draft that the store could not take yet (aside.h). */
#define ASIDE_MAX 8
struct editing;

struct aside {
	struct arena in;
	const char *what, *text;	/* what NULL: none */
	int64_t at_s;
};

/* Whose times are shown (key z). */
enum clock_shown { CLOCK_MINE, CLOCK_UTC, CLOCK_REP, CLOCKS };

struct app {
	struct arena *arena;
	const struct front *front;
	struct session *session;	/* the front end's, or the demo's */
	struct canvas canvas;
	struct view *views[VIEWS_MAX];	/* the last has the keys */
	size_t n_views;
	unsigned n_opened;		/* views, ever */
	struct view *mains[MAINS_MAX];	/* views[0] is one of them */
	size_t n_mains, main_at;
	int came_from;			/* the screen that led to this one; -1: none */
	struct arena said_in;		/* of `said` */
	const char *said;		/* until the next key; NULL: the view's hint */
	bool said_bad;
	int64_t undo;			/* what `u` would take back, of what was just said */
	/* What was selected when something was done last: undo selects it again. */
	struct {
		int64_t undo;		/* its ticket */
		const struct view_type *type;
		char ref[24];
	} chosen;
	/* The form that was handed in last: undo gives back what was typed. */
	struct handed {
		struct arena in;	/* of the texts */
		int64_t undo;		/* its ticket; 0: none */
		int undone;		/* so many steps back, it is the last to be redone */
		const char *what, *text;
	} handed;
	struct queued {			/* my bookings ahead, as they were last (queued.h) */
		struct arena in;
		struct booked *all;
		size_t n;
		bool own;		/* something was done from here since */
	} queued;
	bool asked;			/* whether to leave without what was typed */
	bool quit, plain;		/* plain: lines mode, a list of everything */
	struct aside aside[ASIDE_MAX];
	/* Who, from whoami and progress. */
	const char *login, *name, *period;	/* period: in period_in; NULL: none runs */
	int64_t goal, held, to_write;	/* in that period */
	struct arena period_in;
	bool stale;			/* the period is to be read again */
	bool again;			/* a view could not be read: the store is in use */
	bool in_use;			/* so it was in this round: nobody waits again */
	unsigned roles;			/* ROLE_BITs */
	bool who_stale;			/* who it is may have changed: who_check() */
	bool gone;			/* they are nobody here any more */
	int64_t away_s;			/* the server does not answer since then; 0: it does */
	char away_why[64];		/* as it was shown */
	enum clock_shown clock;
	const struct zone *zone;	/* of the times that are shown */
	int64_t now_s;
	int click_row, click_col;	/* of the click that is handled */
	int pressed;			/* the key that is handled */
	/* The driver's: hand the terminal to an editor on this file. NULL: it
	 * has none to hand out. */
	enum rc (*edit_file)(struct app *app, const struct editing *e, struct err *err);
	/* The driver's: take clicks, or leave them to the terminal. NULL: it knows
	 * of no mouse. */
	void (*switch_mouse)(struct app *app, bool on);
	bool mouse;
};

/* ---- operations ---- */

/*
 * Call an op. A write that went well says what it did, and all views are read
 * again. Its texts lie in `a`.
 */
enum rc app_call(struct app *app, struct arena *a, const char *op, const struct arg *args,
		 size_t n, struct reply *reply, struct err *err)
	__attribute__((warn_unused_result));
/* The same with --dry-run or --limit, as `rq` says besides. */
enum rc app_request(struct app *app, struct arena *a, struct request *rq, struct reply *reply,
		    struct err *err) __attribute__((warn_unused_result));
/* For a key: call, and say what came of it, or why not. True: it was done. */
bool app_do(struct app *app, const char *op, const struct arg *args, size_t n);
/* What was selected when the op of this ticket was done is selected again. */
void app_choose_again(struct app *app, int64_t undone);
#define ARGS(...) (const struct arg[]){ __VA_ARGS__ }, \
	sizeof (const struct arg[]){ __VA_ARGS__ } / sizeof (struct arg)

/* ---- views ---- */

/* A new view above all others; the caller fills what its type added. NULL: too
 * many. */
struct view *app_open(struct app *app, const struct view_type *type);
void app_close(struct app *app);		/* the uppermost */
void app_close_all(struct app *app);		/* the screens too */
struct view *app_main(struct app *app, const struct view_type *type);	/* a new screen */
struct view *app_top(const struct app *app);
struct view *app_beneath(const struct app *app, const struct view *v);
size_t app_lowest(const struct app *app);	/* the lowest that is in sight: boxes stand on it */
void app_go(struct app *app, size_t main);	/* a screen by its place */
/* From another screen, which Esc and q go back to. False: it is not here. */
bool app_go_to(struct app *app, const struct view_type *type);
void app_reload(struct app *app);		/* all views are read again */
/* Read a view if it is stale. */
void app_fresh(struct app *app, struct view *v);
void app_fresh_period(struct app *app);
/* It could not be read, or not all of it: soon again. */
void app_read_again(struct app *app, struct view *v);

/* ---- words ---- */

void app_say(struct app *app, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void app_say_err(struct app *app, const struct err *err);

/* ---- events, and the picture ---- */

/* Who sits here, and their screens. */
enum rc app_begin(struct app *app, struct arena *a, const struct front *f, struct err *err)
	__attribute__((warn_unused_result));
void app_end(struct app *app);
/* The same from the start, in this session. Every view is gone after it; where
 * the session cannot be used, nothing has changed. */
enum rc app_switch(struct app *app, struct session *to, struct err *err)
	__attribute__((warn_unused_result));
/* What the row of a key of `v`, or of every screen, does, if it still may. */
void app_run_key(struct app *app, struct view *v, const struct key *k);
void app_event(struct app *app, const struct event *e);
void app_key(struct app *app, int code);
void app_draw(struct app *app);			/* into app->canvas */
/* What a closed editor has left for a form is there now: true. */
bool app_edited(struct app *app);
bool app_keep(struct app *app);			/* drafts, of every view; true: some */
void app_back(struct app *app, struct view *v);	/* a key's: the view goes, what is typed is kept */
/* Something else is asked for: what was said has been read, and whoever was asked whether
 * to leave is asked again, but where this `leaves`. */
void app_heard(struct app *app, bool leaves);
/* To the end; where what was typed would end with the app, only when asked twice. */
void app_leave(struct app *app);
extern const struct key app_keys[];		/* those that work everywhere */


#endif
