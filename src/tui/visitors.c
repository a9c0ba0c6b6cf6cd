/* My visitors: who comes when, and one key for "not today". */
#include <stdio.h>
#include <string.h>

#include "hosting.h"
#include "list.h"
#include "say.h"
#include "screens.h"

#define DETAIL_ROWS 4
#define DETAIL_FROM 14
#define REMEMBERED_S (8 * 7 * 24 * 3600)

enum kind { HEAD, SESSION, VISITOR, SAID };

struct row {
	enum kind kind;
	const char *ref;		/* "S-12" of a session, "B-12" of SAID; HEAD: the words */
	const char *when, *what, *place, *who, *hope, *more;
	const char *other;		/* when it is for who comes, where that differs; or "" */
	int64_t start_s, end_s;
	int visitors;			/* of a session */
};

struct visitors {
	struct view v;
	struct list list;
	char ref[24];
	struct row *rows;
	int n, cap;
	struct hosting hosting;		/* mine */
};

/* ---- reading ---- */

static struct row *add(struct visitors *w, enum kind kind, const char *ref)
{
	struct arena *a = &w->v.data;

	if (w->n == w->cap) {
		w->rows = arena_grow(a, w->rows, (size_t)w->cap * sizeof *w->rows,
				     (size_t)(w->cap + 64) * sizeof *w->rows);
		w->cap += 64;
	}
	w->rows[w->n] = (struct row){ .kind = kind, .ref = ref, .when = "", .what = "", .place = "",
				      .who = "", .hope = "", .more = "", .other = "" };
	return &w->rows[w->n++];
}

static struct row *add_session(struct app *app, struct visitors *w, const struct reply *r, size_t i)
{
	struct arena *a = &w->v.data;
	struct row *row = add(w, SESSION, row_ref(a, r, i, "slot"));

	row->start_s = row_int(r, i, "start");
	row->end_s = row_int(r, i, "end");
	row->when = arena_printf(a, "%s\xE2\x80\x93%s", tell_at(app, a, row->start_s),
				 tell_clock(app, a, row->end_s));
	row->what = row_text(r, i, "kind");
	row->place = row_text(r, i, "place");
	row->more = tell_distance(app, a, row->start_s);
	row->other = tell_visitors(app, a, r, row->ref);
	return row;
}

static enum rc load_coming(struct app *app, struct visitors *w, struct err *err)
{
	struct reply r = { 0 };
	enum rc rc = app_call(app, &w->v.data, "visitors", NULL, 0, &r, err);
	int session = -1;

	for (size_t i = 0; !rc && i < r.n_rows; i++) {
		const char *other;
		struct row *row;

		if (!i)
			add(w, HEAD, "Coming to you");
		if (session < 0 || strcmp(w->rows[session].ref, row_ref(&w->v.data, &r, i, "slot"))) {
			add_session(app, w, &r, i);
			session = w->n - 1;
		}
		row = add(w, VISITOR, row_ref(&w->v.data, &r, i, "id"));
		row->who = row_text(&r, i, "marketer_name");
		row->what = row_text(&r, i, "marketer_team");
		row->hope = row_text(&r, i, "hope");
		other = tell_other(app, &w->v.data, row_int(&r, i, "start"), row_text(&r, i, "marketer_zone"));
		row->other = other ? other : "";
		if (strcmp(row_text(&r, i, "state"), "confirmed"))
			row->more = row_text(&r, i, "state_said");
		w->rows[session].visitors++;
	}
	return rc;
}

static enum rc load_said(struct app *app, struct visitors *w, struct err *err)
{
	struct arena *a = &w->v.data;
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "visitors", ARGS({ "todo", NULL, NULL }), &r, err);

	for (size_t i = 0; !rc && i < r.n_rows; i++) {
		struct row *row;

		/* Who remembers more? The latest come first. */
		if (row_int(&r, i, "start") < app->now_s - REMEMBERED_S)
			break;
		if (!i)
			add(w, HEAD, "How was it? Three questions to you");
		row = add(w, SAID, row_ref(a, &r, i, "id"));
		row->when = tell_at(app, a, row_int(&r, i, "start"));
		row->who = row_text(&r, i, "marketer_name");
		row->what = row_text(&r, i, "kind");
		row->more = tell_distance(app, a, row_int(&r, i, "start"));
	}
	return rc;
}

static const char *ref_of_row(const void *ctx, int i)
{
	return ((const struct visitors *)ctx)->rows[i].ref;
}

static bool skips(const void *ctx, int i)
{
	enum kind kind = ((const struct visitors *)ctx)->rows[i].kind;

	return kind == HEAD || kind == VISITOR;
}

static void selection_moved(struct visitors *w)
{
	snprintf(w->ref, sizeof w->ref, "%s", w->list.at >= 0 ? w->rows[w->list.at].ref : "");
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct visitors *w = (struct visitors *)v;
	enum rc rc;

	w->rows = NULL;
	w->n = w->cap = 0;
	rc = load_coming(app, w, err);
	if (!rc)
		rc = load_said(app, w, err);
	if (!rc)
		rc = hosting_load(app, &v->data, app->login, NULL, &w->hosting, err);
	if (rc)
		return rc;
	w->list.skip = skips;
	w->list.ctx = w;
	list_set_at(&w->list, w->n, ref_of_row, w->ref);
	selection_moved(w);
	return RC_OK;
}

/* ---- the picture ---- */

static void draw_visitor(const struct row *r, struct canvas *c, struct box a)
{
	int col = 6;

	col += put(c, a, 0, col, a.cols > 60 ? 24 : a.cols - col - 12, STYLE_PLAIN, r->who) + 1;
	if (a.cols > 60) {
		put(c, a, 0, 31, 18, STYLE_DIM, r->what);
		col = 50;
	}
	if (*r->other)
		col += put(c, a, 0, col, 0, STYLE_STRONG, r->other) + 2;
	if (*r->more && col < a.cols)
		col += put(c, a, 0, col, 0, STYLE_WARN, r->more) + 2;
	if (*r->hope && col < a.cols - 10)
		put(c, a, 0, col, 0, STYLE_PLAIN, r->hope);
}

static void draw_row(struct visitors *w, struct canvas *c, struct box a, int i)
{
	const struct row *r = &w->rows[i];
	bool on = i == w->list.at;
	int col;

	if (r->kind == HEAD) {
		put(c, a, 0, 0, 0, STYLE_HEAD, r->ref);
		return;
	}
	if (r->kind == VISITOR) {
		draw_visitor(r, c, a);
		return;
	}
	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	col = 2 + put(c, a, 0, 2, 0, STYLE_STRONG, r->when) + 2;
	if (r->kind == SAID)
		col += put(c, a, 0, col, 22, STYLE_PLAIN, r->who) + 2;
	if (a.cols > 60)
		col += put(c, a, 0, col, 16, STYLE_DIM, r->what) + 2;
	if (*r->place && a.cols - 15 > col)
		put(c, a, 0, col, a.cols - 15 - col, STYLE_PLAIN, r->place);
	put_right(c, a, 0, a.cols - 13, 13, STYLE_PLAIN, r->more);
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

/* All of the selected session, and what its visitors hope to hear. */
static void draw_detail(struct visitors *w, struct canvas *c, struct box a, struct arena *m)
{
	const struct row *r = w->list.at >= 0 ? &w->rows[w->list.at] : NULL;
	int row = 0;

	if (!r || r->kind != SESSION)
		return;
	row += put_wrapped_text(c, a, row, 2, STYLE_STRONG,
		arena_printf(m, "%s%s%s%s%s", r->when, *r->what ? ", " : "", r->what, *r->place ? ", " : "",
			     r->place));
	for (int i = w->list.at + 1; i < w->n && w->rows[i].kind == VISITOR && row < a.rows; i++)
		if (*w->rows[i].hope)
			row += put_wrapped_text(c, a, row, 3, STYLE_PLAIN,
				arena_printf(m, "%s: \xE2\x80\x9C%s\xE2\x80\x9D", w->rows[i].who,
					     w->rows[i].hope));
}

static void draw_empty(const struct visitors *w, struct canvas *c, struct box a)
{
	bool invited = hosting_invited(&w->hosting);

	put_wrapped_text(c, box_part(a, 1, 2, 2, a.cols - 4), 0, 2, STYLE_STRONG,
		invited ? "You are asked to host: a marketer sits in on a call of yours now and then."
		: w->hosting.missing ? w->hosting.missing : "Nobody has booked a session of yours yet.");
	put_wrapped_text(c, box_part(a, 4, 2, 4, a.cols - 4), 0, 4, STYLE_PLAIN,
		invited ? "a says yes, x says no. Then say in Hours when somebody may sit with you; what they "
			  "hear changes what Marketing gives you."
		: w->hosting.todo ? w->hosting.todo
		: "Say in Hours when somebody may sit with you, and publish it; who books then stands here.");
	cursor_at(c, a, 4, 2);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct visitors *w = (struct visitors *)v;
	struct arena m = { .parent = app->arena };
	int detail = !app->plain && a.rows >= DETAIL_FROM ? DETAIL_ROWS : 0;
	int rows = app->plain ? w->n : a.rows - (detail ? detail + 1 : 0);

	if (!w->n) {
		draw_empty(w, c, a);
		return;
	}
	if (detail) {
		rule_across(c, box_part(a, rows, 0, 1, a.cols), 0);
		draw_detail(w, c, box_part(a, rows + 1, 2, detail, a.cols - 2), &m);
		arena_free(&m);
	}
	list_fit(&w->list, rows);
	for (int i = 0, row = w->list.top; i < rows && row < w->n; i++, row++)
		draw_row(w, c, box_part(a, i, 0, 1, a.cols), row);
}

/* ---- keys ---- */

static const struct row *row_at(const struct view *v)
{
	const struct visitors *w = (const struct visitors *)v;

	return w->list.at >= 0 ? &w->rows[w->list.at] : NULL;
}

static bool is_session(const struct app *app, const struct view *v)
{
	(void)app;
	return row_at(v) && row_at(v)->kind == SESSION;
}

static bool is_said(const struct app *app, const struct view *v)
{
	(void)app;
	return row_at(v) && row_at(v)->kind == SAID;
}

static bool has_hours(const struct app *app, const struct view *v)
{
	(void)app;
	return !row_at(v) && !((const struct visitors *)v)->hosting.missing;
}

static void say_how(struct app *app, struct view *v)
{
	const struct row *r = row_at(v);
	struct arena a = { .parent = app->arena };

	if (r)
		open_writeup(app, r->ref, arena_printf(&a, "%s, %s", r->when, r->who), true);
	arena_free(&a);
}

static void not_today(struct app *app, struct view *v)
{
	const struct row *r = row_at(v);

	if (r)
		open_not_today(app, r->ref, r->start_s, r->visitors, r->other);
}

static void show(struct app *app, struct view *v)
{
	const struct row *r = row_at(v);

	if (r && r->kind == SESSION)
		open_result(app, op_find("slot show"), ARGS({ "slot", r->ref, NULL }));
	else if (r)
		say_how(app, v);
}

static void did_not_come(struct app *app, struct view *v)
{
	const struct row *r = row_at(v);

	if (r)
		app_do(app, "session no-show", ARGS({ "booking", r->ref, NULL }));
}

static bool is_invited(const struct app *app, const struct view *v)
{
	(void)app;
	return hosting_invited(&((const struct visitors *)v)->hosting);
}

static bool is_paused(const struct app *app, const struct view *v)
{
	(void)app;
	return hosting_paused(&((const struct visitors *)v)->hosting);
}

static void say_yes(struct app *app, struct view *v)
{
	hosting_yes(app, &((struct visitors *)v)->hosting, app->login);
}

static void say_no(struct app *app, struct view *v)
{
	(void)v;
	app_do(app, "roster decline", NULL, 0);
}

static void to_hours(struct app *app, struct view *v)
{
	(void)v;
	app_go_to(app, &hours_view);
}

static void moved(struct app *app, struct view *v)
{
	(void)app;
	selection_moved((struct visitors *)v);
}

static const char *selected(const struct view *v)
{
	const struct visitors *w = (const struct visitors *)v;

	return *w->ref ? w->ref : NULL;
}

static const struct key keys[] = {
	{ 'a', "Say yes", "Host: say yes to being asked", say_yes, 0, is_invited, "roster accept" },
	{ 'x', "Say no", "Rather not host", say_no, 0, is_invited, "roster decline" },
	{ 'a', "Host again", "Take visitors again", say_yes, 0, is_paused, "roster resume" },
	{ K_ENTER, "Open", "Show all of the session", show, 0, is_session, "slot show %" },
	{ K_ENTER, "Say how it was", "Your own three questions", show, 0, is_said, "note add %" },
	{ K_ENTER, "Hours", "Go to Hours", to_hours, 0, has_hours, "hours list" },
	{ 'x', "Can't then", "Offer another time, or call it off", not_today, 0, is_session, "slot move % WHEN" },
	{ 'x', "Did not come", "The visitor did not come", did_not_come, 0, is_said, "session no-show %" },
	{ 'd', "Say how it was", "Your own three questions", say_how, KEY_HIDDEN, is_said, "note add %" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type visitors_view = {
	.name = "Visitors", .keys = keys, .size = sizeof (struct visitors), .load = load, .draw = draw,
	.list = offsetof(struct visitors, list), .ref = offsetof(struct visitors, ref), .moved = moved, .selected = selected,
};
