/* Mine's picture: the list, and all of what is selected. */
#include <string.h>

#include "mine.h"
#include "replife/utf8.h"
#include "say.h"

#define WIDE 120
#define KIND_CELLS 16		/* "follow-up block" */
#define LITTLE 12		/* too few cells for most names */

/* A row's columns, in cells; and the words of the last. */
struct columns {
	int when, who, more;
	const char *text;
};

static int cells_of(const char *s, size_t n)
{
	return (int)utf8_width(s, n);
}

/* When it is comes first, whole; then what is to be done about it; the name has
 * what is left, and is its first word where that is little. */
static struct columns columns(const struct mine *m, const struct mine_item *it, struct box a)
{
	bool narrow = a.cols < 70, action = it->kind == PROMISE || it->kind == CHANGE;
	const char *more = narrow && it->brief ? it->brief : it->more;
	int least = a.cols < 50 ? 0 : 17, first = cells_of(it->who, strcspn(it->who, " "));
	int cells = cells_of(more, strlen(more));
	struct columns w = { .text = more };

	w.when = action ? 12 : m->when_cells > least ? m->when_cells : least;
	w.more = action ? (narrow ? 10 : 16) : narrow ? 16 : 30;
	if (!action && a.cols < 50 && cells < w.more)
		w.more = cells;
	w.who = a.cols - (2 + w.when + 1) - w.more - 1;
	if (!action && w.who < first) {
		w.more -= first - w.who;
		w.who = first;
	}
	if (w.more < LITTLE - 2) {	/* hardly a screen: no name */
		w.who = 0;
		w.more = a.cols - w.when - 4;
	}
	return w;
}

static void draw_item(struct mine *m, struct canvas *c, struct box a, int i)
{
	const struct mine_item *it = &m->items[i];
	bool on = i == m->list.at, action = it->kind == PROMISE || it->kind == CHANGE;
	struct columns w = columns(m, it, a);
	int col = 2 + w.when + 1, used;

	if (it->kind == HEAD) {
		put(c, a, 0, 0, 0, STYLE_HEAD, it->ref);
		return;
	}
	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, w.when, STYLE_PLAIN, it->when);
	if (action) {
		put(c, a, 0, col, w.who, STYLE_PLAIN, it->who);
	} else if (w.who < LITTLE) {
		if (w.who > 2)
			put_bytes(c, a, 0, col, w.who, STYLE_PLAIN, it->who, strcspn(it->who, " "));
	} else {
		used = w.who > 38 ? w.who - KIND_CELLS - 1 : w.who > 30 ? w.who - 14 : w.who;
		put(c, a, 0, col, used, STYLE_PLAIN, it->who);
		if (w.who > 30)
			put(c, a, 0, col + used + 1, w.who - used - 1, STYLE_DIM, it->what);
	}
	put(c, a, 0, a.cols - w.more, w.more, it->warn ? STYLE_WARN : STYLE_PLAIN, w.text);
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

static int draw_detail(const struct mine *m, struct canvas *c, struct box a, struct arena *ar)
{
	const struct mine_item *it = m->list.at >= 0 ? &m->items[m->list.at] : NULL;
	int row = 0;

	if (!it)
		return 0;
	put(c, a, row++, 0, 0, STYLE_STRONG,
	    arena_printf(ar, "%s  %s%s%s%s", it->ref, it->when, *it->other ? " (" : "", it->other,
			 *it->other ? ")" : ""));
	row += put_wrapped_text(c, a, row, 2, STYLE_PLAIN,
		it->kind == COMING ? arena_printf(ar, "%s, %s", it->who, it->more) : it->who);
	if (*it->place)
		row += put_wrapped_text(c, a, row, 1, STYLE_PLAIN, it->place);
	if (*it->message)
		row += put_wrapped_text(c, a, row, 3, STYLE_PLAIN,
					arena_printf(ar, "\xE2\x80\x9C%s\xE2\x80\x9D", it->message));
	return row;
}

static void draw_empty(struct app *app, struct mine *m, struct canvas *c, struct box a)
{
	bool books = app->roles & ROLE_BIT(ROLE_MARKETER);

	(void)m;
	put(c, a, 1, 0, 0, STYLE_STRONG, "Nothing here yet.");
	if (books) {
		put(c, a, 3, 0, 0, STYLE_KEY, "Enter");
		put(c, a, 3, 7, 0, STYLE_PLAIN, "Find a session to sit in on");
	} else {
		put_wrapped_text(c, a, 3, 2, STYLE_PLAIN,
				 "What you book, promise or write up will stand here.");
	}
	cursor_at(c, a, 3, 0);
}

static int draw_goal(const struct app *app, struct canvas *c, struct box a, int row)
{
	int col;

	if (!app->goal || row >= a.rows)
		return row;
	col = putf(c, a, row, 0, STYLE_PLAIN, "%s: %lld of %lld sessions done, %lld to write up.  ",
		   app->period, (long long)app->held, (long long)app->goal, (long long)app->to_write);
	for (int64_t i = 0; i < app->goal && i < 10 && !c->plain; i++)
		put(c, a, row, col + (int)i, 1, STYLE_GOOD,
		    i < app->held - app->to_write ? "\xE2\x96\x88" : i < app->held ? "\xE2\x96\x92" : "\xE2\x96\x91");
	return row + 1;
}

void mine_draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct mine *m = (struct mine *)v;
	struct arena ar = { .parent = app->arena };
	bool side = a.cols >= WIDE && !app->plain;
	int detail = side || app->plain ? 0 : a.rows >= 14 ? 4 : 0;
	struct box left = box_part(a, 0, 0, a.rows - 2 - (detail ? detail + 1 : 0), side ? a.cols - 36 : a.cols);
	int rows;

	if (!m->n) {
		draw_empty(app, m, c, box_part(a, 0, 2, a.rows, a.cols - 2));
		arena_free(&ar);
		return;
	}
	if (app->plain)
		left.rows = m->n;
	list_fit(&m->list, left.rows);
	rows = m->n - m->list.top < left.rows ? m->n - m->list.top : left.rows;
	for (int i = 0; i < rows; i++)
		draw_item(m, c, box_part(left, i, 0, 1, left.cols), m->list.top + i);
	if (side) {
		rule_down(c, a, a.cols - 35);
		draw_detail(m, c, box_part(a, 0, a.cols - 33, a.rows, 33), &ar);
	} else if (detail) {
		rule_across(c, box_part(a, a.rows - detail - 2, 0, 1, a.cols), 0);
		draw_detail(m, c, box_part(a, a.rows - detail - 1, 0, detail, a.cols), &ar);
	}
	draw_goal(app, c, a, a.rows - 1);
	arena_free(&ar);
}

