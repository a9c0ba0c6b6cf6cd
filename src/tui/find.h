/* The screen Find: its state, between its keys (find.c) and its picture
 * (find_draw.c). */
#ifndef TUI_FIND_H
#define TUI_FIND_H

#include "app.h"
#include "list.h"

#define DAYS 7
#define BANDS 12			/* of two hours */

struct band {
	int64_t sessions, free, full;
	int mine, queued;	/* what I have a seat in; what I wait for */
};

struct find {
	struct view v;
	bool began;			/* the first day was looked for */
	bool first_free;		/* and so will be its first free session */
	bool all_days;			/* key v: a list of what is ahead, without the grid */
	int64_t day;			/* selected, in the zone that is shown */
	const char *rep, *rep_name, *team, *segment;	/* the filter; NULL: any */
	struct arena filter_in;		/* of its texts */
	struct list list;
	char slot[24];			/* selected: "S-214"; "": none */
	int64_t want;			/* rows of the list that are read */
	struct arena day_in;		/* of `sessions`: read alone when only the day changes */
	/* Read in v->data, but for the sessions. */
	struct band bands[DAYS][BANDS];
	int first_band, last_band, n_days;
	int64_t monday, week_free;
	const char *off[DAYS];		/* a holiday's name */
	struct reply sessions;		/* of the day, or ahead */
	struct reply mine;		/* what I have booked ahead */
	int64_t next_s;
	const char *next, *next_said;	/* the next free one beyond the week, or NULL */
};

/* find_load.c. Within a week only a day's sessions are read. */
enum rc find_load(struct app *app, struct view *v, struct err *err)
	__attribute__((warn_unused_result));
int find_rows(const struct app *app);	/* sessions to be read, to begin with */
void find_read_day(struct app *app, struct find *f);
void find_moved(struct find *f);	/* another session is selected */
extern const struct key find_keys[];
/* find_session.c; the rows used */
int find_draw_list(struct app *app, struct find *f, struct canvas *c, struct box a, struct arena *m);
int find_draw_selected(struct app *app, struct find *f, struct canvas *c, struct box a,
		       struct arena *m);
void find_draw(struct app *app, struct view *v, struct canvas *c, struct box a);
const char *find_hint(struct app *app, struct view *v);
bool find_is_empty(const struct find *f);	/* nothing to select in the week */
/* Row of `mine` that is this session, or beside it; -1: none. */
int find_mine(const struct find *f, size_t row);
int find_clash(const struct find *f, size_t row);
const char *find_filter_said(const struct find *f, struct arena *a);	/* "" : none */

/* filter.c, goto.c */
void open_filter(struct app *app, struct view *v);
void open_goto(struct app *app, struct view *v);

#endif
