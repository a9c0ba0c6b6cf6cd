/* Mine: what waits for my write-up, what is coming up, what I promised, what I
 * did, and what changed because of it. */
#include <stdio.h>
#include <string.h>

#include "mine.h"
#include "palette.h"
#include "say.h"
#include "screens.h"

#define DONE_ROWS 30

/* ---- reading ---- */

static struct mine_item *add(struct mine *m, struct arena *a, enum mine_kind kind, const char *ref)
{
	if (m->n == m->cap) {
		m->items = arena_grow(a, m->items, (size_t)m->cap * sizeof *m->items,
				      (size_t)(m->cap + 32) * sizeof *m->items);
		m->cap += 32;
	}
	m->items[m->n] = (struct mine_item){ .kind = kind, .ref = ref, .slot = "", .note = "", .when = "", .who = "",
					.what = "", .more = "", .place = "", .message = "", .other = "" };
	return &m->items[m->n++];
}

static void add_head(struct mine *m, struct arena *a, const char *text, size_t n)
{
	add(m, a, HEAD, n ? arena_printf(a, "%s (%zu)", text, n) : text);
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

static const char *state_said(struct app *app, struct arena *a, const struct reply *r, size_t i)
{
	int64_t start = row_int(r, i, "start");

	if (!strcmp(row_text(r, i, "state"), "confirmed"))
		return tell_distance(app, a, start);
	return arena_printf(a, "%s, %s", row_text(r, i, "state_said"), tell_distance(app, a, start));
}

static bool has_draft(const struct reply *drafts, const char *what)
{
	for (size_t i = 0; i < drafts->n_rows; i++)
		if (!strcmp(row_text(drafts, i, "what"), what))
			return true;
	return false;
}

static void add_booking(struct app *app, struct mine *m, struct arena *a, enum mine_kind kind,
			const struct reply *r, size_t i)
{
	struct mine_item *it = add(m, a, kind, row_ref(a, r, i, "id"));
	int64_t start = row_int(r, i, "start");

	it->when = tell_at(app, a, start);
	if ((int)strlen(it->when) > m->when_cells)
		m->when_cells = (int)strlen(it->when);
	it->who = row_text(r, i, "rep_name");
	it->what = row_text(r, i, "kind");
	it->slot = row_ref(a, r, i, "slot");
	it->note = row_ref(a, r, i, "note");
	it->place = row_text(r, i, "place");
	it->message = row_text(r, i, "message");
	it->other = or_empty(tell_other(app, a, start, row_text(r, i, "zone")));
	it->offered = !strcmp(row_text(r, i, "state"), "offered");
	if (kind == TO_WRITE)
		it->more = arena_printf(a, "%s%s", tell_distance(app, a, start),
			has_draft(&m->drafts, arena_printf(a, "note %s", it->ref)) ? ", a draft" : "  ~3 min");
	else if (kind == COMING)
		it->more = state_said(app, a, r, i);
	else if (kind == CALLED_OFF)
		it->more = row_text(r, i, "reason");
	else
		it->more = *it->note ? "written up" : row_null(r, i, "days_left")
			? row_text(r, i, "state_said") : "not written up";
	if (kind == TO_WRITE)
		it->brief = strstr(it->more, "a draft") ? "a draft" : tell_distance(app, a, start);
	else if (kind == COMING && strcmp(row_text(r, i, "state"), "confirmed"))
		it->brief = row_text(r, i, "state_said");
	if (kind == CALLED_OFF) {
		it->brief = "called off";
		it->message = it->more;
	}
	it->warn = kind == TO_WRITE || kind == CALLED_OFF || it->offered;
}

/* A role that was taken away leaves the sessions, but nothing to do about them. */
static bool may_write(const struct app *app)
{
	return palette_may(app, op_find("note add"));
}

static enum rc load_bookings(struct app *app, struct mine *m, enum mine_kind kind, const char *flag,
			     const char *head, struct err *err)
{
	struct arena *a = &m->v.data;
	struct arg args[1] = { { flag, NULL, NULL } };
	struct request rq = { .op = "mine", .args = args, .n_args = flag ? 1 : 0,
			      .limit = kind == DONE ? DONE_ROWS : 0 };
	struct reply r = { 0 };
	size_t n = 0;
	enum rc rc = app_request(app, a, &rq, &r, err);

	if (rc || !r.n_rows)
		return rc;
	/* What is still to be written up stands above, and not here again. */
	for (size_t i = 0; i < r.n_rows; i++)
		n += kind != DONE || !may_write(app) || row_null(&r, i, "days_left");
	if (n)
		add_head(m, a, head, r.next ? 0 : n);
	for (size_t i = 0; i < r.n_rows; i++)
		if (kind != DONE || !may_write(app) || row_null(&r, i, "days_left"))
			add_booking(app, m, a, kind, &r, i);
	return RC_OK;
}

static enum rc load_actions(struct app *app, struct mine *m, enum mine_kind kind, const char *flag,
			    const char *head, struct err *err)
{
	struct arena *a = &m->v.data;
	struct reply r = { 0 };
	enum rc rc = app_call(app, a, "action list", ARGS({ flag, NULL, NULL }), &r, err);

	if (rc || !r.n_rows)
		return rc;
	add_head(m, a, head, r.n_rows);
	for (size_t i = 0; i < r.n_rows; i++) {
		struct mine_item *it = add(m, a, kind, row_ref(a, &r, i, "id"));

		it->who = row_text(&r, i, "title");
		it->when = kind == CHANGE ? row_text(&r, i, "area")
					  : row_null(&r, i, "due") ? "no date"
					  : tell_day(app, a, row_int(&r, i, "due"));
		it->more = row_text(&r, i, "state_said");
		it->message = kind == CHANGE ? row_text(&r, i, "outcome") : "";
		it->warn = kind == PROMISE && row_int(&r, i, "overdue");
	}
	return RC_OK;
}

static const char *ref_of_row(const void *ctx, int i)
{
	return ((const struct mine *)ctx)->items[i].ref;
}

static bool is_head(const void *ctx, int i)
{
	return ((const struct mine *)ctx)->items[i].kind == HEAD;
}

static void selection_moved(struct mine *m)
{
	snprintf(m->ref, sizeof m->ref, "%s", m->list.at >= 0 ? m->items[m->list.at].ref : "");
}

static void select_again(struct mine *m)
{
	m->list.skip = is_head;
	m->list.ctx = m;
	list_set_at(&m->list, m->n, ref_of_row, m->ref);
	selection_moved(m);
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct mine *m = (struct mine *)v;
	enum rc rc;

	m->items = NULL;
	m->n = m->cap = m->when_cells = 0;
	rc = app_call(app, &v->data, "draft list", NULL, 0, &m->drafts, err);
	if (!rc && may_write(app))
		rc = load_bookings(app, m, TO_WRITE, "todo", "To write up", err);
	if (!rc)
		rc = load_bookings(app, m, CALLED_OFF, "called-off", "Called off", err);
	if (!rc)
		rc = load_bookings(app, m, COMING, NULL, "Coming up", err);
	if (!rc)
		rc = load_actions(app, m, PROMISE, "mine", "I promised", err);
	if (!rc)
		rc = load_bookings(app, m, DONE, "past", "Done", err);
	if (!rc)
		rc = load_actions(app, m, CHANGE, "because-of-me", "Changed because of you", err);
	if (rc)
		return rc;
	select_again(m);
	return RC_OK;
}

void open_mine_at(struct app *app, const char *booking)
{
	struct mine *m;

	if (!app_go_to(app, &mine_view))
		return;
	m = (struct mine *)app_top(app);
	snprintf(m->ref, sizeof m->ref, "%s", booking);
	m->v.stale = true;
}

/* ---- keys ---- */

static const struct mine_item *item_at(const struct view *v)
{
	const struct mine *m = (const struct mine *)v;

	return m->list.at >= 0 ? &m->items[m->list.at] : NULL;
}

static const char *ref_at(const struct view *v)
{
	return ((const struct mine *)v)->ref;
}

static void write_up(struct app *app, struct view *v)
{
	const struct mine_item *it = item_at(v);
	struct arena a = { .parent = app->arena };

	if (!it)
		return;
	open_writeup(app, it->ref, arena_printf(&a, "%s, %s%s%s", it->when, it->who,
						*it->what ? ", " : "", it->what), false);
	arena_free(&a);
}

static void show(struct app *app, const char *op, const char *param, const char *ref)
{
	open_result(app, op_find(op), ARGS({ param, ref, NULL }));
}

static void act(struct app *app, struct view *v)
{
	const struct mine_item *it = item_at(v);

	if (!it)
		app_go_to(app, &find_view);
	else if (it->kind == TO_WRITE)
		write_up(app, v);
	else if (it->kind == COMING || it->kind == CALLED_OFF)
		show(app, "slot show", "slot", it->slot);
	else if (it->kind == DONE && *it->note)
		show(app, "note show", "note", it->note);
	else if (it->kind == DONE)
		show(app, "slot show", "slot", it->slot);
	else
		show(app, "action show", "action", it->ref);
}

static void give_up(struct app *app, struct view *v)
{
	app_do(app, "cancel", ARGS({ "booking", ref_at(v), NULL }));
}

static void accept(struct app *app, struct view *v)
{
	app_do(app, "offer accept", ARGS({ "booking", ref_at(v), NULL }));
}

static void action_done(struct app *app, struct view *v)
{
	open_op(app, op_find("action done"), ref_at(v));
}

/* An answer that is left empty stays as it was handed in. */
static void change(struct app *app, struct view *v)
{
	const struct mine_item *it = item_at(v);

	if (it)
		open_op(app, op_find("note edit"), it->note);
}

static bool is_kind(const struct view *v, enum mine_kind kind)
{
	return item_at(v) && item_at(v)->kind == kind;
}

static bool is_todo(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, TO_WRITE);
}

static bool is_written(const struct app *app, const struct view *v)
{
	const struct mine_item *it = item_at(v);

	(void)app;
	return it && it->kind == DONE && *it->note;
}

static bool is_coming(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, COMING);
}

static bool is_offered(const struct app *app, const struct view *v)
{
	(void)app;
	return item_at(v) && item_at(v)->offered;
}

static bool is_promise(const struct app *app, const struct view *v)
{
	(void)app;
	return is_kind(v, PROMISE);
}

static bool is_any(const struct app *app, const struct view *v)
{
	(void)app;
	return item_at(v);
}

static bool is_none(const struct app *app, const struct view *v)
{
	return !item_at(v) && app->roles & ROLE_BIT(ROLE_MARKETER);
}

static void moved(struct app *app, struct view *v)
{
	(void)app;
	selection_moved((struct mine *)v);
}

static const char *selected(const struct view *v)
{
	const struct mine *m = (const struct mine *)v;

	return *m->ref ? m->ref : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Open", "Show all of it, or write it up", act, 0, is_any, "mine" },
	{ K_ENTER, "Find a session", "Go to Find", act, 0, is_none, "find" },
	{ 'd', "Write up", "Write down what you saw", write_up, 0, is_todo, "note add %" },
	{ 'd', "Done", "It is done: say what came of it", action_done, 0, is_promise, "action done %" },
	{ 'e', "Change", "Change what you handed in, until its period closes", change, 0, is_written, "note edit NOTE" },
	{ 'a', "Accept", "Take the seat that is offered", accept, 0, is_offered, "offer accept %" },
	{ 'x', "Cancel seat", "Give the seat back; u takes that back", give_up, 0, is_coming, "cancel %" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type mine_view = {
	.name = "Mine", .keys = keys, .size = sizeof (struct mine), .load = load, .draw = mine_draw,
	.list = offsetof(struct mine, list), .ref = offsetof(struct mine, ref), .moved = moved, .selected = selected,
};
