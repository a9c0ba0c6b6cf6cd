/* The app on a terminal: its events, its picture, and the looks around that
 * come with time. */
#include <setjmp.h>
#include <stdlib.h>
#include <time.h>

#include "aside.h"
#include "replife/clock.h"
#include "replife/editor.h"
#include "screens.h"
#include "terminal.h"
#include "who.h"
#include "window.h"

#define LOOK_MS 400		/* has another process changed something? */
#define REREAD_S 60		/* "in 5 min" grows old */

static int64_t ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static void fit(struct app *app)
{
	int rows, cols;

	term_size(&rows, &cols);
	if (!canvas_resize(&app->canvas, rows, cols))
		app->quit = true;
}

static void paint(struct app *app)
{
	fit(app);
	who_check(app);
	app_draw(app);
	term_paint(&app->canvas);
}

/* ^Z and ^L are the terminal's, on every screen. */
static void handle(struct app *app, const struct event *e)
{
	if (e->type == EV_STOP || (e->type == EV_KEY && e->key == K_CTRL('z'))) {
		app_keep(app);
		term_stop();
	} else if (e->type == EV_KEY && e->key == K_CTRL('l')) {
		term_retake();
	} else {
		app_event(app, e);
	}
}

/* Nobody types: keep drafts, look around. True: there is something to show. */
static bool idle(struct app *app, int64_t *looked_ms, int64_t *read_s)
{
	int64_t now_s = app->front->now_s ? app->front->now_s : clock_now_s(&clock_system);
	bool changed = app_keep(app), old = now_s - *read_s >= REREAD_S;
	enum look look = LOOK_SAME;

	if (ms() - *looked_ms >= LOOK_MS) {
		*looked_ms = ms();
		app->now_s = now_s;
		look = app_look(app);
		aside_retry(app, 1);
		changed |= app_edited(app);
	}
	if (look != LOOK_READ && !old && (!app->again || session_away(app->session)))
		return changed || look == LOOK_SHOW;
	app->now_s = *read_s = now_s;
	app->again = false;
	app_reload(app);	/* while the server is away: as it was, by now's clock */
	return true;
}

static enum rc edit_file(struct app *app, const struct editing *e, struct err *err)
{
	enum rc rc;

	app_keep(app);
	term_release();
	rc = editor_run(app->arena, e, err);
	term_retake();
	/* Where the terminal went away beneath it, what it saved counts. */
	return term_ending() ? RC_OK : rc;
}

static void switch_mouse(struct app *app, bool on)
{
	(void)app;
	term_mouse(on);
}

/* Once: after the first picture, before the first key. */
static void take_aside(struct app *app, bool *taken)
{
	if (!*taken)
		aside_take(app);
	*taken = true;
}

static void run(struct app *app)
{
	int64_t looked_ms = ms(), read_s = app->now_s;
	unsigned fences = 0;
	bool any, taken = false;
	struct event e;

	/* From here on: what is read below is at least as new. */
	app_look(app);
	app->who_stale = false;
	paint(app);
	while (!app->quit) {
		term_next(&e, 0);
		if (e.type == EV_NONE) {
			if (idle(app, &looked_ms, &read_s))
				paint(app);
			while (fences) {
				window_fence();
				fences--;
			}
			take_aside(app, &taken);
			term_next(&e, LOOK_MS);
			if (e.type == EV_NONE)
				continue;
		}
		/* What came together is shown together. */
		any = false;
		do {
			fences += e.type == EV_FENCE;
			any |= e.type != EV_FENCE;
			if (any)
				take_aside(app, &taken);
			handle(app, &e);
			if (app->quit || !term_pending())
				break;
			term_next(&e, 0);
		} while (e.type != EV_NONE);
		if (any && !app->quit)
			paint(app);
	}
	app_keep(app);
}

enum rc tui_run(struct arena *a, const struct front *f, struct err *err)
{
	struct term_options o = { .color = f->color, .mouse = f->mouse, .utf8 = !f->ascii,
				  .fence = getenv("REPLIFE_FENCE") != NULL };
	struct app *app = arena_new(a, struct app);
	jmp_buf here, *outer = a->recover;
	enum rc rc;

	/* Without memory the program ends, but not with the terminal as it is. */
	if (setjmp(here)) {
		term_close();
		a->recover = outer;
		arena_oom(a);
	}
	a->recover = &here;
	rc = app_begin(app, a, f, err);
	if (!rc)
		rc = term_open(&o, err);
	app->edit_file = edit_file;
	app->switch_mouse = switch_mouse;
	app->mouse = f->mouse;
	if (!rc)
		run(app);
	app_end(app);
	term_close();
	a->recover = outer;
	return rc;
}
