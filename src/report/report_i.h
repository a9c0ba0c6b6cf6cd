/* The reports as documents and as rows. Private to the report layer. */
#ifndef REPORT_I_H
#define REPORT_I_H

#include "doc.h"
#include "replife/json.h"
#include "replife/report.h"

/* One report to be shown. */
struct render {
	struct doc doc;
	const struct json *model;
	const char *audience;
};

void themes_doc(struct render *r);	/* for leadership and the team */
/* Its parts, each under its own heading, and silent where there is nothing. */
void brief_doc(struct render *r);	/* in one minute */
void heard_doc(struct render *r);	/* the ranking, and a section a theme */
void actions_doc(struct render *r);	/* by area and owner */
void did_doc(struct render *r);		/* you said, we did */
void leads_doc(struct render *r);
void trend_doc(struct render *r);
void took_part_doc(struct render *r);	/* funnel, map, who was not sat in with */
void method_doc(struct render *r);
void counts_doc(struct render *r);	/* the appendix */
void left_out_doc(struct render *r);	/* what is not shown, and why */
void left_out_brief(struct render *r);	/* in a paragraph, but of groups of people */
void sales_doc(struct render *r);	/* one page for reps */
void participation_doc(struct render *r);
void coverage_doc(struct render *r);

/* Title, period, when it was frozen; and the figures that all stand on. */
void head_doc(struct render *r, const char *title);
const char *theme_said(struct render *r, const struct json *theme);	/* "Late, part of Alerts" */
const char *heard_in(struct render *r, const struct json *theme);	/* "11 of 39 sessions" */
/* What a theme was in the period that this one is set beside, by its `before` or
 * what is gone; heard_then(): "4 of 38 sessions". */
struct then {
	bool sessions;		/* or remarks */
	int64_t n, of;
};
struct then then_of(const struct render *r, const struct json *before);
const char *heard_then(struct render *r, const struct json *before);
const char *due_said(struct render *r, const struct json *action);	/* ", until Fri 4 Dec", " on …" */
const char *state_said(const struct json *action);			/* "agreed" */
const struct json *action_by(const struct json *model, const char *id);	/* or NULL */
const char *listed_ref(const struct json *member);		/* of a list of refs; "" where it is none */
const char *share_said(struct render *r, int64_t n, int64_t of);	/* "11 of 39" */
const char *some(struct render *r, int64_t n, const char *what);	/* "1 session", "2 sessions" */
const char *some_of(struct render *r, int64_t n, int64_t of, const char *what);	/* "1 of 2 sessions" */
const char *in_marks(struct render *r, const char *text);		/* "text" */
const char *area_said(const char *area);	/* "The information we give to Sales" */
const char *day_said(struct render *r, const char *iso);		/* "Fri 4 Dec" */
/* Who an action is with, whose words a quote are: a name for the team, a role
 * for others, or NULL. */
const char *owner_said(struct render *r, const struct json *action);
const char *voice_said(struct render *r, const struct json *quote);
/* Why that is not shown apart (a code of the list of what was left out), or NULL. */
const char *hidden_why(const struct render *r, const char *code);
const char *since_said(struct render *r, const struct json *action);	/* of a done one, or NULL */
/* How often what an action answers was spoken of before it was done: in this period
 * where there were sessions enough, else in the last closed report; of == 0: not
 * known. */
struct before {
	int64_t sessions, of;
};
struct before before_done(struct render *r, const struct json *action);
/* What was done in this period, then in the one before; NULL begins, and ends. */
const struct json *next_done(const struct render *r, const struct json *action);
/* The names of the themes that an action answers. */
const char *themes_of_action(struct render *r, const struct json *action);
/* Whether what a done action answers is heard less often since. */
enum heard_since { HEARD_UNKNOWN, HEARD_LESS, HEARD_STILL };
enum heard_since heard_since(struct render *r, const struct json *action);
const struct json *theme_by(const struct json *model, const char *id);	/* or NULL */
bool action_is(const struct json *action, const char *state);
bool action_open(const struct json *action);
bool is_late(const struct render *r, const struct json *action);
int64_t base_of(const struct render *r, const char *key);
const char *ahead_said(struct render *r);	/* "; 57 more are still ahead", or "" */

/* The model, and beside it what only a document says: `in_one_minute` (sentences,
 * numbers, asks), `you_said_we_did` (before and since), and `how_to_read`. */
struct json *with_words(struct render *r);

/* A report's main table in CSV: the keys of its columns by blanks ("before.sessions"
 * looks one deeper), and a list of objects. */
struct rows {
	const char *keys;
	const struct json *list;
};
/* The main table; what was left out; the bases; then all else that the model
 * says, a value a row: its part, the item and the detail that it is of, what is
 * measured, the value. New columns come last. */
void data_csv(struct out *o, const struct json *model, struct rows main);

/* The parts of participation and coverage that the whole report shows too. */
void sums_doc(struct render *r);
void groups_doc(struct render *r, enum block_kind kind);
void teams_doc(struct render *r, enum block_kind kind);

#define FEW 5		/* a base below it says too little */
#define S(n) ((n) == 1 ? "" : "s")
#define IS(n) ((n) == 1 ? "is" : "are")
#define WAS(n) ((n) == 1 ? "was" : "were")

#endif
