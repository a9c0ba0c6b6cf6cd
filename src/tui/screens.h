/* The views that there are, one a file. */
#ifndef TUI_SCREENS_H
#define TUI_SCREENS_H

#include "app.h"
#include "form.h"

extern const struct view_type find_view, mine_view, visitors_view, hours_view,
	roster_view, attend_view, themes_view, actions_view, period_view;

/* Help for the view beneath (help.c), and everything by its words (palette.c). */
void open_help(struct app *app, struct view *v);
void open_palette(struct app *app, struct view *v);
/* writeup.c: what was heard in a booking, "B-12"; `title` says when and with
 * whom. `host`: the rep's own, shorter form. */
void open_writeup(struct app *app, const char *booking, const char *title, bool host);

/* opform.c: any operation; one without questions is done at once. `selected`
 * (may be NULL) goes to the parameter that takes such a thing. */
void open_op(struct app *app, const struct op *op, const char *selected);
/* The same with what is given, or proposed: texts are copied. */
void open_op_with(struct app *app, const struct op *op, const char *selected, const struct arg *args,
		  size_t n);
/* result.c: what a READ answers, to look at. */
void open_result(struct app *app, const struct op *op, const struct arg *args, size_t n);
/* A text to read, in the same way; both are copied. */
void open_page(struct app *app, const char *title, const char *text);

/* filter.c: Find, with one rep's sessions only, or at a day. */
void open_find_of(struct app *app, const char *rep, const char *name);
void open_find_at(struct app *app, int64_t day);

/* not_today.c: a rep's session "S-12", with so many visitors; when it is for
 * them (tell_visitors()), which is copied. */
void open_not_today(struct app *app, const char *slot, int64_t start_s, int visitors, const char *other);

/* Mine, at this booking ("B-12"). */
void open_mine_at(struct app *app, const char *booking);

/* Hours, of this rep. */
void open_hours_of(struct app *app, const char *rep, const char *name);

/* pick.c: one of many; what was picked goes to the view that it was opened
 * from. The choices are copied. */
void open_pick(struct app *app, const char *title, const struct choice *all, int n,
	       void (*picked)(struct app *app, struct view *of, const char *value));

/* letter.c: a message to somebody, to copy. */
enum letter_kind { LETTER_INVITED, LETTER_PAUSED, LETTER_HOURS, LETTER_MORE, LETTER_WRITE_UP };
/* The one that a rep's state on the roster asks for. */
enum letter_kind letter_for(const char *state, bool has_hours);
void open_letter(struct app *app, const char *login, enum letter_kind kind);

/* export.c: a report as a file, of this period; NULL: of the one to work on. */
void open_export(struct app *app, struct view *v, const char *period);

/* themes.c: Themes at this period: its remarks in no theme, or its themes. */
void themes_go(struct app *app, const char *period, bool themes);

/* missing.c: what is not written up; `outcome`: what nobody said the end of. */
void open_missing(struct app *app, const char *period, bool outcome);
/* groups.c: what no theme holds, grouped; of this period, or "": of all time. */
void open_groups(struct app *app, const char *period);
/* close.c: a period, by its name. */
void open_close(struct app *app, const char *period);

/* first.c: at the start, what somebody new should know. */
void first_run(struct app *app);

/* confirm.c: a seat in a session, "S-214" */
void open_booking(struct app *app, const char *slot);

#endif
