/* Roster: who hosts, how much, and where somebody is missing. */
#include "roster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "list.h"
#include "say.h"
#include "screens.h"

struct roster {
	struct view v;
	struct list list;
	char rep[210];
	struct rep_lines lines;
	int64_t most;			/* taken in a week, for the sparks */
	const char *gap, *ask;		/* where nobody is free, and whom to ask; may be "" */
};

/* ---- reading ---- */

static int rank(const struct rep_line *r)
{
	static const char *const order[] = { "active", "invited", "paused", "declined", "left" };
	int i = 0;

	while (i < 5 && strcmp(order[i], r->state))
		i++;
	return i;
}

/* Who has least to offer first: there is something to do. */
static int by_need(const void *a, const void *b)
{
	const struct rep_line *x = a, *y = b;

	if (rank(x) != rank(y))
		return rank(x) - rank(y);
	if (x->ahead != y->ahead)
		return x->ahead < y->ahead ? -1 : 1;
	return strcmp(x->name, y->name);
}

/* A team that offers no free seat next week, and who of it could. */
static void find_gap(struct roster *w, struct arena *a)
{
	const struct rep_lines *l = &w->lines;

	w->gap = w->ask = "";
	for (int i = 0; i < l->n; i++) {
		const char *team = l->reps[i].team, *who = "";
		int64_t free = 0;

		if (!*team)
			continue;
		for (int k = 0; k < l->n; k++)
			if (!strcmp(l->reps[k].team, team)) {
				free += free_next(&l->reps[k]);
				if (rank(&l->reps[k]) < 3 && (!l->reps[k].ahead || rank(&l->reps[k])))
					who = arena_printf(a, "%s%s%s", who, *who ? " or " : "", l->reps[k].name);
			}
		if (!free) {
			w->gap = arena_printf(a, "%s has no free seat next week.", team);
			if (*who)
				w->ask = arena_printf(a, "Ask %s.", who);
			return;
		}
	}
}

static enum rc load(struct app *app, struct view *v, struct err *err)
{
	struct roster *w = (struct roster *)v;
	enum rc rc = read_reps(app, &v->data, &w->lines, err);

	if (rc)
		return rc;
	if (w->lines.n)
		qsort(w->lines.reps, (size_t)w->lines.n, sizeof *w->lines.reps, by_need);
	w->most = 1;
	for (int i = 0; i < w->lines.n; i++)
		for (int k = 0; k < WEEKS; k++)
			if (w->lines.reps[i].taken[k] > w->most)
				w->most = w->lines.reps[i].taken[k];
	find_gap(w, &v->data);
	list_set(&w->list, w->lines.n);
	for (int i = 0; i < w->lines.n; i++)
		if (!strcmp(w->lines.reps[i].login, w->rep))
			list_select(&w->list, i);
	return RC_OK;
}

static const struct rep_line *rep_at(const struct view *v)
{
	const struct roster *w = (const struct roster *)v;

	return w->list.at >= 0 ? &w->lines.reps[w->list.at] : NULL;
}

static void selection_moved(struct roster *w)
{
	const struct rep_line *r = rep_at(&w->v);

	snprintf(w->rep, sizeof w->rep, "%s", r ? r->login : "");
}

/* ---- the picture ---- */

static const char *need(const struct rep_line *r, struct arena *m)
{
	if (!strcmp(r->state, "invited"))
		return "remind?";
	if (!strcmp(r->state, "paused"))
		return *r->until ? arena_printf(m, "until %s", r->until) : "";
	if (strcmp(r->state, "active"))
		return "";
	return r->ahead ? "" : "no hours";
}

static void draw_rep(struct roster *w, struct canvas *c, struct box a, int i, struct arena *m)
{
	const struct rep_line *r = &w->lines.reps[i];
	bool on = i == w->list.at, wide = a.cols >= 90;
	int name = wide ? 24 : a.cols >= 66 ? 19 : a.cols >= 60 ? 16 : a.cols - 18, col = 2 + name + 1, four = THIS_WEEK;

	put(c, a, 0, 0, 1, STYLE_STRONG, on ? ">" : " ");
	put(c, a, 0, 2, name, STYLE_PLAIN, r->name);
	if (a.cols >= 60) {
		put(c, a, 0, col, 6, STYLE_PLAIN, r->team);
		col += 7;
	}
	if (wide) {
		put(c, a, 0, col, 10, STYLE_DIM, r->segment);
		col += 11;
	}
	put(c, a, 0, col, 8, strcmp(r->state, "active") ? STYLE_WARN : STYLE_PLAIN, r->state);
	col += 9;
	put_right(c, a, 0, col, 5, r->ahead ? STYLE_PLAIN : STYLE_DIM,
		  r->ahead ? arena_printf(m, "%lld", (long long)r->ahead) : "\xC2\xB7");
	col += 6;
	if (a.cols >= 60) {
		put_right(c, a, 0, col, 7, STYLE_PLAIN,
			  arena_printf(m, "%lld/%lld", (long long)sum_of(r->taken, 0, four),
				       (long long)sum_of(r->seats, 0, four)));
		put_right(c, a, 0, col + 8, 4, STYLE_PLAIN,
			  arena_printf(m, "%lld", (long long)sum_of(r->held, 0, four)));
		col += 14;
		spark(c, a, 0, col, r->taken, four, w->most);
		put(c, a, 0, col + 6, 0, STYLE_WARN, need(r, m));
	}
	if (on) {
		restyle(c, a, STYLE_SELECTED);
		cursor_at(c, a, 0, 0);
	}
	hot(c, a, HOT_ITEM, i);
}

static void draw_heads(struct canvas *c, struct box a)
{
	bool wide = a.cols >= 90;
	int name = wide ? 24 : a.cols >= 66 ? 19 : a.cols >= 60 ? 16 : a.cols - 18, col = 2 + name + 1;

	put(c, a, 0, 2, 0, STYLE_DIM, "Rep");
	if (a.cols >= 60) {
		put(c, a, 0, col, 0, STYLE_DIM, "Team");
		col += 7;
	}
	if (wide) {
		put(c, a, 0, col, 0, STYLE_DIM, "Segment");
		col += 11;
	}
	put(c, a, 0, col, 0, STYLE_DIM, "State");
	put_right(c, a, 0, col + 9, 5, STYLE_DIM, "Ahead");
	if (a.cols >= 60) {
		put_right(c, a, 0, col + 15, 7, STYLE_DIM, "Taken");
		put_right(c, a, 0, col + 23, 4, STYLE_DIM, "Held");
		put(c, a, 0, col + 29, 0, STYLE_DIM, "4 wk");
	}
}

static void draw_title(struct roster *w, struct canvas *c, struct box a)
{
	int n[5] = { 0 };

	for (int i = 0; i < w->lines.n; i++)
		n[rank(&w->lines.reps[i]) % 5]++;
	put(c, a, 0, 0, 0, STYLE_STRONG, "Roster");
	putf(c, a, 0, 9, STYLE_PLAIN, a.cols >= 60 ? "%d rep%s: %d active, %d invited, %d paused" : "%d rep%s: %d active",
	     w->lines.n, w->lines.n == 1 ? "" : "s", n[0], n[1], n[2]);
}

static void draw(struct app *app, struct view *v, struct canvas *c, struct box a)
{
	struct roster *w = (struct roster *)v;
	struct arena m = { .parent = app->arena };
	bool gap = *w->gap && a.rows > 8;
	int rows = app->plain ? w->lines.n : a.rows - 2 - (gap ? 3 : 0), row;

	draw_title(w, c, a);
	if (!w->lines.n) {
		put_wrapped_text(c, box_part(a, 2, 2, 4, a.cols - 4), 0, 3, STYLE_PLAIN,
				 "Nobody hosts yet. p adds a person (with the role of a rep), n asks them to "
				 "host, a notes that they said yes; then they, or you, say their hours and "
				 "publish them.");
		cursor_at(c, a, 2, 2);
	} else {
		draw_heads(c, box_part(a, 1, 0, 1, a.cols));
	}
	list_fit(&w->list, rows);
	for (int i = 0, at = w->list.top; i < rows && at < w->lines.n; i++, at++)
		draw_rep(w, c, box_part(a, 2 + i, 0, 1, a.cols), at, &m);
	if (gap) {
		row = 3 + (w->lines.n < rows ? w->lines.n : rows);
		put(c, a, row++, 0, 0, STYLE_WARN, arena_printf(&m, "Gap: %s", w->gap));
		put(c, a, row, 5, 0, STYLE_PLAIN, w->ask);
	}
	arena_free(&m);
}

/* ---- keys ---- */

static void invite_it(struct app *app, struct view *v, const char *login)
{
	struct roster *w = (struct roster *)v;

	if (app_do(app, "roster invite", ARGS({ "rep", login, NULL })))
		snprintf(w->rep, sizeof w->rep, "%s", login);
}

static const struct rep_line *line_of(const struct roster *w, const char *login)
{
	for (int i = 0; i < w->lines.n; i++)
		if (!strcmp(w->lines.reps[i].login, login))
			return &w->lines.reps[i];
	return NULL;
}

/* Somebody to ask. */
struct guest {
	const char *login, *label;
	bool self, rep, asked;		/* asked: and said no, or left */
	int64_t id;
};

/* Who was added last stands first; who has the role before who has not, and who
 * was never asked before who was. Nobody asks themselves first. */
static int guest_order(const void *a, const void *b)
{
	const struct guest *x = a, *y = b;

	if (x->self != y->self)
		return x->self ? 1 : -1;
	if (x->rep != y->rep)
		return x->rep ? -1 : 1;
	if (x->asked != y->asked)
		return x->asked ? 1 : -1;
	return (x->id < y->id) - (x->id > y->id);
}

/* Those people who do not host, after those that there are. */
static enum rc add_people(struct app *app, struct arena *a, const struct roster *w, const char *role,
			  struct guest **all, int *n, struct err *err)
{
	struct arg arg = { "role", role, NULL };
	struct request rq = { .op = "person list", .args = &arg, .n_args = role != NULL, .limit = 2000 };
	struct reply r = { 0 };
	enum rc rc = app_request(app, a, &rq, &r, err);
	int had = *n;

	if (rc)
		return rc;
	*all = arena_grow(a, *all, (size_t)had * sizeof **all, ((size_t)had + r.n_rows + 1) * sizeof **all);
	for (size_t i = 0; i < r.n_rows; i++) {
		const char *login = row_text(&r, i, "login"), *team = row_text(&r, i, "team");
		const struct rep_line *line = line_of(w, login);
		int k = 0;

		while (k < had && strcmp((*all)[k].login, login))
			k++;
		if (k < had || (line && rank(line) < 3))
			continue;
		(*all)[(*n)++] = (struct guest){ login, arena_printf(a, "%s  (%s)%s%s%s",
				row_text(&r, i, "name"), login, *team ? ", " : "", team, role ? ", rep" : ""),
			.self = !strcmp(login, app->login), .rep = role, .asked = line, .id = row_int(&r, i, "id") };
	}
	return RC_OK;
}

/* Asking gives the role of a rep to who has it not. */
static void invite(struct app *app, struct view *v)
{
	struct arena a = { .parent = app->arena };
	struct err err = { 0 };
	struct guest *all = NULL;
	struct choice *said;
	int n = 0;
	enum rc rc = add_people(app, &a, (struct roster *)v, "rep", &all, &n, &err);

	if (!rc)
		rc = add_people(app, &a, (struct roster *)v, NULL, &all, &n, &err);
	said = arena_array(&a, struct choice, (size_t)n + 1);
	if (n)
		qsort(all, (size_t)n, sizeof *all, guest_order);
	for (int i = 0; i < n; i++)
		said[i] = (struct choice){ all[i].login, all[i].label };
	if (rc)
		app_say_err(app, &err);
	else if (n)
		open_pick(app, "Ask whom to host?", said, n, invite_it);
	else
		app_say(app, "Everybody is on the roster already: p adds a person");
	arena_free(&a);
}

static void add_person(struct app *app, struct view *v)
{
	(void)v;
	open_op_with(app, op_find("person add"), NULL, ARGS({ "role", "rep", NULL }));
}

static void show_hours(struct app *app, struct view *v)
{
	const struct rep_line *r = rep_at(v);

	if (r)
		open_hours_of(app, r->login, r->name);
}

static void write_to(struct app *app, struct view *v)
{
	const struct rep_line *r = rep_at(v);

	if (r)
		open_letter(app, r->login, letter_for(r->state, r->ahead > 0));
}

static void pause_it(struct app *app, struct view *v)
{
	const struct rep_line *r = rep_at(v);

	if (r)
		app_do(app, !strcmp(r->state, "paused") ? "roster resume" : "roster pause",
		       ARGS({ "rep", r->login, NULL }));
}

static void accept(struct app *app, struct view *v)
{
	const struct rep_line *r = rep_at(v);

	if (r)
		app_do(app, "roster accept", ARGS({ "rep", r->login, NULL }));
}

static bool has_rep(const struct app *app, const struct view *v)
{
	(void)app;
	return rep_at(v);
}

static bool is_invited(const struct app *app, const struct view *v)
{
	(void)app;
	return rep_at(v) && !strcmp(rep_at(v)->state, "invited");
}

static bool may_pause(const struct app *app, const struct view *v)
{
	(void)app;
	return rep_at(v) && !strcmp(rep_at(v)->state, "active");
}

static bool may_resume(const struct app *app, const struct view *v)
{
	(void)app;
	return rep_at(v) && !strcmp(rep_at(v)->state, "paused");
}

static void moved(struct app *app, struct view *v)
{
	(void)app;
	selection_moved((struct roster *)v);
}

static const char *selected(const struct view *v)
{
	const struct rep_line *r = rep_at(v);

	return r ? r->login : NULL;
}

static const struct key keys[] = {
	{ K_ENTER, "Hours", "This rep's hours", show_hours, 0, has_rep, "hours list --rep %" },
	{ 'n', "Invite", "Ask a rep to host", invite, 0, NULL, "roster invite LOGIN" },
	{ 'p', "Add person", "Somebody who is not in the list of people yet", add_person, 0, NULL, "person add LOGIN --name NAME --role rep" },
	{ 'w', "Write to", "A message to this rep, drafted, to copy", write_to, 0, has_rep, "person show %" },
	{ 'a', "Said yes", "The rep said yes: note it", accept, 0, is_invited, "roster accept %" },
	{ 'x', "Pause", "No sessions of this rep for a while; u takes it back", pause_it, 0, may_pause, "roster pause %" },
	{ 'x', "Resume", "The rep hosts again", pause_it, 0, may_resume, "roster resume %" },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

const struct view_type roster_view = {
	.name = "Roster", .keys = keys, .size = sizeof (struct roster), .load = load, .draw = draw,
	.list = offsetof(struct roster, list), .moved = moved, .selected = selected,
};
