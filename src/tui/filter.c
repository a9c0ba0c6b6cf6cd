/* Find's questions: whose sessions, and which day. */
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "find.h"
#include "replife/typed.h"
#include "replife/utf8.h"
#include "say.h"
#include "screens.h"
#include "search.h"

#define LABEL 10
#define CHOICES_MAX 60
#define SOME 5

/* ---- the filter ---- */

enum { REP, TEAM, SEGMENT, FIELDS };

struct filter {
	struct view v;
	struct find *find;
	struct form form;
	struct field fields[FIELDS];
};

static void draw_filter(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct filter *f = (struct filter *)v;
	int room = body.cols < 64 ? body.cols - 4 : 60;
	struct box a = dialog_frame(c, body, form_rows(&f->form, room, LABEL) + 2, room, "Show only");

	(void)app;
	form_draw(&f->form, c, box_part(a, 0, 0, a.rows - 2, a.cols), LABEL);
	put_buttons(c, a, a.rows - 1, "Show", "As it was");
}

/* The teams, or segments, of who hosts: "any" and each once. */
static struct choice *groups(struct arena *a, const struct reply *r, const char *key)
{
	struct choice *all = arena_array(a, struct choice, r->n_rows + 2);
	size_t n = 0;

	all[n++] = (struct choice){ NULL, "any" };
	for (size_t i = 0; i < r->n_rows && n < CHOICES_MAX; i++) {
		const char *name = row_text(r, i, key);
		size_t k = 1;

		while (k < n && strcmp(all[k].value, name))
			k++;
		if (k == n && *name)
			all[n++] = (struct choice){ name, name };
	}
	return all;
}

struct only {
	const char *rep, *rep_name, *team, *segment;
};

/* The texts lie in `in`, which is Find's from here on. */
static void show_only(struct find *find, struct only o, struct arena in)
{
	find->rep = o.rep;
	find->rep_name = o.rep_name;
	find->team = o.team;
	find->segment = o.segment;
	arena_free(&find->filter_in);
	find->filter_in = in;
	find->v.stale = true;
}

/* "Owen Davies (owen), Dana Whitfield (dana) and 3 more" of these rows */
static const char *tell_some(struct arena *a, const struct reply *r, const size_t *rows, size_t n)
{
	const char *said = "";

	for (size_t i = 0; i < n && i < SOME; i++)
		said = arena_printf(a, "%s%s%s (%s)", said, i ? ", " : "", row_text(r, rows[i], "rep_name"),
				    row_text(r, rows[i], "rep"));
	return n > SOME ? arena_printf(a, "%s and %zu more", said, n - SOME) : said;
}

/* A login or a whole name is a person's; else the only one of the roster whose
 * name, or a word of it, begins so. */
static bool find_rep(struct app *app, struct arena *a, struct only *o)
{
	struct reply r = { 0 };
	struct err err = { 0 }, ignored = { 0 };
	const char *words;
	size_t *rows, n = 0, len;

	if (!app_call(app, a, "person show", ARGS({ "login", o->rep, NULL }), &r, &err)) {
		o->rep_name = row_text(&r, 0, "name");
		o->rep = row_text(&r, 0, "login");
		return true;
	}
	if (err.rc == RC_NOT_FOUND && !app_call(app, a, "roster list", NULL, 0, &r, &ignored)) {
		words = utf8_fold(a, o->rep, strlen(o->rep), &len);
		rows = arena_array(a, size_t, r.n_rows + 1);
		for (size_t i = 0; i < r.n_rows; i++)
			if (search_matches(words, a, arena_printf(a, "%s %s", row_text(&r, i, "rep"),
								   row_text(&r, i, "rep_name"))))
				rows[n++] = i;
		if (n == 1) {
			o->rep_name = row_text(&r, rows[0], "rep_name");
			o->rep = row_text(&r, rows[0], "rep");
			return true;
		}
		if (n) {
			app_say(app, "Which one? %s", tell_some(a, &r, rows, n));
			app->said_bad = true;
			return false;
		}
	}
	app_say_err(app, &err);
	return false;
}

/* Do such sessions exist? Then the filter is set; a slip keeps the form. */
static void set_filter(struct app *app, struct view *v)
{
	struct filter *f = (struct filter *)v;
	struct arena fresh = { .parent = app->arena };
	struct only o = {
		.rep = arena_strdup(&fresh, field_value(&f->fields[REP])),
		.team = arena_strdup(&fresh, field_value(&f->fields[TEAM])),
		.segment = arena_strdup(&fresh, field_value(&f->fields[SEGMENT])),
	};

	if (o.rep && !find_rep(app, &fresh, &o)) {
		arena_free(&fresh);
		return;
	}
	show_only(f->find, o, fresh);
	app_close(app);
}

/* Find, read: what is set after that stays. */
static struct find *open_find(struct app *app)
{
	if (!app_go_to(app, &find_view))
		return NULL;
	app_fresh(app, app_top(app));
	return (struct find *)app_top(app);
}

void open_find_of(struct app *app, const char *rep, const char *name)
{
	struct find *find = open_find(app);
	struct arena in = { .parent = app->arena };
	struct only o = { .rep = arena_strdup(&in, rep), .rep_name = arena_strdup(&in, name) };

	if (!find) {
		arena_free(&in);
		return;
	}
	show_only(find, o, in);
	find->began = false;		/* it goes to the first that is free */
}

static const struct key filter_keys[] = {
	{ K_ENTER, "Show", "Show these sessions only", set_filter, 0, NULL, "find --rep LOGIN" },
	{ K_ESC, "As it was", "Back, the filter stays as it was", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type filter_type = {
	.name = "Filter", .keys = filter_keys, .size = sizeof (struct filter), .dialog = true,
	.draw = draw_filter, .form = offsetof(struct filter, form),
};

void open_filter(struct app *app, struct view *v)
{
	static const struct field fields[FIELDS] = {
		[REP] = { .label = "Rep", .kind = FIELD_LINE, .max = 200, .empty = "any",
			  .hint = "A login or a name; empty: any rep." },
		[TEAM] = { .label = "Team", .kind = FIELD_CHOICE,
			   .hint = "The rep's team: arrows or a digit choose." },
		[SEGMENT] = { .label = "Segment", .kind = FIELD_CHOICE,
			      .hint = "The customers that the rep works for." },
	};
	struct find *find = (struct find *)v;
	struct filter *f = (struct filter *)app_open(app, &filter_type);
	struct reply r = { 0 };
	struct err err = { 0 };

	if (!f)
		return;
	if (app_call(app, &f->v.own, "roster list", NULL, 0, &r, &err))
		app_say_err(app, &err);
	f->find = find;
	memcpy(f->fields, fields, sizeof fields);
	f->fields[TEAM].choices = groups(&f->v.own, &r, "team");
	f->fields[SEGMENT].choices = groups(&f->v.own, &r, "segment");
	form_init(&f->form, &f->v.own, f->fields, FIELDS);
	field_set(&f->fields[REP], find->rep);
	field_set(&f->fields[TEAM], find->team);
	field_set(&f->fields[SEGMENT], find->segment);
}

/* ---- a day ---- */

struct go {
	struct view v;
	struct find *find;
	struct form form;
	struct field fields[1];
};

static void draw_go(struct app *app, struct view *v, struct canvas *c, struct box body)
{
	struct go *g = (struct go *)v;
	int room = body.cols < 48 ? body.cols - 4 : 44, rows = form_rows(&g->form, room, 5);
	struct box a = dialog_frame(c, body, rows + 2, room, "Go to a day");

	(void)app;
	form_draw(&g->form, c, box_part(a, 0, 0, rows, a.cols), 5);
	put_buttons(c, a, a.rows - 1, "Go", "Stay");
}

static void go_to(struct find *find, int64_t day)
{
	find->day = day;
	find->slot[0] = '\0';
	list_first(&find->list);
	find->v.stale = true;
}

void open_find_at(struct app *app, int64_t day)
{
	struct find *find = open_find(app);

	if (find)
		go_to(find, day);
}

static void go(struct app *app, struct view *v)
{
	struct go *g = (struct go *)v;
	struct find *find = g->find;
	struct err err = { 0 };
	int64_t begin_s, end_s;

	if (!field_value(&g->fields[0])) {
		app_say(app, "Type a day: 24 nov, tomorrow, tue, +7d, next week");
		return;
	}
	/* All that `find` takes; of several days, the first. */
	if (typed_span(field_value(&g->fields[0]), app->zone, app->now_s, &begin_s, &end_s, &err)) {
		app_say_err(app, &err);
		return;
	}
	app_close(app);
	go_to(find, day_of(app->zone, begin_s));
}

static const struct key go_keys[] = {
	{ K_ENTER, "Go", "Go to this day", go, 0, NULL, "find WHEN" },
	{ K_ESC, "Stay", "Back to where you were", app_back, KEY_KEEP | KEY_IN_TEXT, NULL, NULL },
	{ 0, NULL, NULL, NULL, 0, NULL, NULL }
};

static const struct view_type go_type = {
	.name = "Go to a day", .keys = go_keys, .size = sizeof (struct go), .dialog = true,
	.draw = draw_go, .form = offsetof(struct go, form),
};

void open_goto(struct app *app, struct view *v)
{
	struct find *find = (struct find *)v;
	struct go *g = (struct go *)app_open(app, &go_type);

	if (!g)
		return;
	g->find = find;
	g->fields[0] = (struct field){ .label = "Day", .kind = FIELD_LINE, .max = 100,
				       .hint = "24 nov, tomorrow, fri, +7d, next week" };
	form_init(&g->form, &g->v.own, g->fields, 1);
}
