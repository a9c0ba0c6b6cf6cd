/* The screen Hours: its state, between its keys (hours.c) and its picture
 * (hours_draw.c). */
#ifndef TUI_HOURS_H
#define TUI_HOURS_H

#include "app.h"
#include "hosting.h"
#include "list.h"

#define WEEKS 4

enum hours_kind { HOURS_HEAD, HOURS_RULE, HOURS_DAY, HOURS_DECIDE, HOURS_STANDS, HOURS_ADD };

struct hours_row {
	enum hours_kind kind;
	const char *ref;		/* "R-1", "H-2", "S-12"; HEAD: the words */
	const char *text, *more;
	int64_t start_s;		/* of a session */
	int visitors;
};

/* What was said of a booked session that falls away. */
struct decision {
	char slot[24];
	char said;			/* '=', 'x', 'm'; 0: nothing yet */
	char to[64];			/* 'm': the new time */
};

/* A day of the preview. */
struct hours_day {
	int kept, added, removed, decide;
};

struct hours {
	struct view v;
	const char *rep, *rep_name;	/* whose; rep NULL: nobody is chosen yet */
	struct hosting hosting;		/* theirs; mine where nobody is chosen */
	struct arena rep_in;
	struct list list;
	char ref[24];
	struct hours_row *rows;
	int n, cap;
	int64_t monday;
	struct hours_day days[WEEKS][7];
	bool weekend;
	int added, kept, removed, undecided;
	int by_hand;			/* sessions that no hours made */
	const char *zone, *until;
	struct reply plan;		/* what publishing would change, and keeps */
	const char **warnings;
	size_t n_warnings;
	struct reply visitors;		/* of what falls away, or stands on a day off */
	struct decision *decisions;	/* in v.own */
	size_t n_decisions;
	bool recalled;			/* what was decided before is read */
	bool changed;			/* since it was kept */
};

/* hours_load.c */
enum rc hours_load(struct app *app, struct view *v, struct err *err)
	__attribute__((warn_unused_result));
void hours_moved(struct hours *h);	/* another row is selected */
void hours_draw(struct app *app, struct view *v, struct canvas *c, struct box a);
/* hours_decide.c */
const struct decision *hours_decision(const struct hours *h, const char *slot);
void hours_forget(struct hours *h);	/* they are published */
void hours_decide(struct hours *h, const char *slot, char said, const char *to);

bool hours_keep(struct app *app, struct view *v);
void hours_recall(struct app *app, struct hours *h);

/* hours_new.c: another weekly time, an extra day, a day off. */
void open_hours_new(struct app *app, struct hours *h);
/* Whose hours, for who runs the program; when instead, for a decision. */
void open_hours_rep(struct app *app, struct hours *h);
void open_hours_move(struct app *app, struct hours *h, const char *slot);

#endif
