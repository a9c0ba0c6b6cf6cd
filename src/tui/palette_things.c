/* What the palette has besides commands: sessions, reps, and days, by words
 * like "ana tue". */
#include <string.h>

#include "palette.h"
#include "replife/typed.h"
#include "replife/utf8.h"
#include "say.h"

#define WORDS_MAX 12
#define DAY_WORDS 3		/* "24 nov 2026" */
#define SESSIONS_MAX 5
#define REPS_MAX 5
#define AHEAD_DAYS 60
#define LOOK_AT 60		/* sessions, of which the free ones come first */

struct typed_word {
	const char *p;
	size_t n;
	bool is_day;			/* or a part of one: "24 nov" */
};

struct typed_words {
	struct typed_word w[WORDS_MAX];
	size_t n;
	bool has_day;
	int64_t day;
};

/* ---- words ---- */

static bool is_day(const struct app *app, struct typed_words *w, size_t from, size_t n)
{
	const char *begin = w->w[from].p, *end = w->w[from + n - 1].p + w->w[from + n - 1].n;
	struct arena a = { .parent = app->arena };
	struct err ignored = { 0 };
	bool is = !typed_day(arena_dup(&a, begin, (size_t)(end - begin)), app->zone, app->now_s, &w->day,
			     &ignored);

	arena_free(&a);
	for (size_t i = from; is && i < from + n; i++)
		w->w[i].is_day = true;
	return is;
}

/* The most words beside each other that are a day. */
static void find_day(const struct app *app, struct typed_words *w)
{
	for (size_t n = w->n < DAY_WORDS ? w->n : DAY_WORDS; n && !w->has_day; n--)
		for (size_t i = 0; i + n <= w->n && !w->has_day; i++)
			w->has_day = is_day(app, w, i, n);
}

static void take_words(const struct app *app, struct typed_words *w, const char *text)
{
	*w = (struct typed_words){ .n = 0 };
	while (w->n < WORDS_MAX && *(text += strspn(text, " "))) {
		size_t n = strcspn(text, " ");

		w->w[w->n++] = (struct typed_word){ text, n, false };
		text += n;
	}
	find_day(app, w);
}

/*
 * Is a thing of this name meant, whose row `says` what it does? Each word is a
 * day's, or of the one or the other; `named`: one must be of the name.
 */
static bool means(const struct typed_words *w, const char *says, const char *name, bool named)
{
	for (size_t i = 0; i < w->n; i++) {
		bool of_name = search_begins(w->w[i].p, w->w[i].n, name);

		named &= !of_name;
		if (!of_name && !w->w[i].is_day && !search_begins(w->w[i].p, w->w[i].n, says))
			return false;
	}
	return !named;
}

/* "ana ana ruiz": a rep's login and name, folded. */
static const char *name_of(struct arena *a, const struct reply *r, size_t row)
{
	const char *name = arena_printf(a, "%s %s", row_text(r, row, "rep"), row_text(r, row, "rep_name"));
	size_t n;

	return utf8_fold(a, name, strlen(name), &n);
}

/* How many reps are named; *last: one of them. */
static size_t count_named(struct palette *p, const struct typed_words *w, const char *says, size_t *last)
{
	size_t n = 0;

	for (size_t i = 0; i < p->reps.n_rows; i++)
		if (means(w, says, name_of(&p->found, &p->reps, i), true)) {
			*last = i;
			n++;
		}
	return n;
}

/* ---- sessions ---- */

static void book(struct app *app, struct view *of, const struct palette_row *r)
{
	(void)of;
	open_booking(app, r->what);
}

static bool is_mine(const struct palette *p, int64_t slot)
{
	for (size_t i = 0; i < p->mine.n_rows; i++)
		if (row_int(&p->mine, i, "slot") == slot)
			return true;
	return false;
}

static void add_session(struct app *app, struct palette *p, const struct reply *r, size_t row)
{
	struct arena *a = &p->found;
	bool full = row_int(r, row, "free") <= 0;
	struct palette_row add = { .run = book, .what = row_ref(a, r, row, "id") };

	add.text = arena_printf(a, "%s %s, %s", full ? "Queue for" : "Book",
				tell_at(app, a, row_int(r, row, "start")), row_text(r, row, "rep_name"));
	add.twin = arena_printf(a, "replife book %s%s", add.what, full ? " --wait" : "");
	palette_add(p, add);
}

/* Ahead, of the rep; where it is not one that is named, of the day. */
static enum rc read_sessions(struct app *app, struct palette *p, const struct typed_words *w,
			     const char *rep, struct reply *r, struct err *err)
{
	struct arena *a = &p->found;
	int64_t today = day_of(app->zone, app->now_s), to = today + AHEAD_DAYS;
	struct arg args[3];
	struct request rq = { .op = "find", .args = args, .limit = LOOK_AT };

	if (w->has_day && (!rep || w->day > to)) {
		args[rq.n_args++] = (struct arg){ "when", iso_day(a, w->day), NULL };
	} else {
		args[rq.n_args++] = (struct arg){ "from", iso_day(a, today), NULL };
		args[rq.n_args++] = (struct arg){ "to", iso_day(a, to), NULL };
	}
	if (rep)
		args[rq.n_args++] = (struct arg){ "rep", rep, NULL };
	return app_request(app, a, &rq, r, err);
}

/* On the day that is meant, or another that its words fit: any "thu". */
static bool is_on(struct app *app, struct palette *p, const struct typed_words *w, int64_t start_s)
{
	int64_t day = day_of(app->zone, start_s);
	const char *said = tell_day(app, &p->found, day);
	size_t n;

	if (!w->has_day || day == w->day)
		return true;
	said = utf8_fold(&p->found, said, strlen(said), &n);
	for (size_t i = 0; i < w->n; i++)
		if (w->w[i].is_day && !search_begins(w->w[i].p, w->w[i].n, said))
			return false;
	return true;
}

/* Free ones first, in order of time. */
static void add_sessions(struct app *app, struct palette *p, const struct typed_words *w)
{
	static const char *const says[] = { "book", "queue for" };
	static const char either[] = "book queue for";
	size_t one, n = count_named(p, w, either, &one), added = 0;
	struct reply r = { 0 };
	struct err err = { 0 };

	if (session_away(app->session) || !palette_may(app, op_find("book")) || (!n && (!w->has_day || !means(w, either, "", false))))
		return;
	if (read_sessions(app, p, w, n == 1 ? row_text(&p->reps, one, "rep") : NULL, &r, &err))
		return;		/* it finds less, and what is chosen says what is wrong */
	for (int full = 0; full < 2; full++)
		for (size_t i = 0; i < r.n_rows && added < SESSIONS_MAX; i++)
			if ((row_int(&r, i, "free") <= 0) == full && !is_mine(p, row_int(&r, i, "id")) &&
			    is_on(app, p, w, row_int(&r, i, "start")) &&
			    means(w, says[full], name_of(&p->found, &r, i), n > 0)) {
				add_session(app, p, &r, i);
				added++;
			}
}

/* ---- reps ---- */

static void find_of(struct app *app, struct view *of, const struct palette_row *r)
{
	(void)of;
	open_find_of(app, r->what, r->name);
}

static void hours_of(struct app *app, struct view *of, const struct palette_row *r)
{
	(void)of;
	open_hours_of(app, r->what, r->name);
}

static void write_to(struct app *app, struct view *of, const struct palette_row *r)
{
	(void)of;
	open_letter(app, r->what, r->letter);
}

static const struct about_rep {
	const char *text, *says, *twin;
	const struct view_type *screen;		/* for those who have it */
	void (*run)(struct app *app, struct view *of, const struct palette_row *r);
} about_rep[] = {
	{ "Sessions of %s", "sessions of find show all", "find --rep %s", &find_view, find_of },
	{ "Hours of %s", "hours of", "hours list --rep %s", &roster_view, hours_of },
	{ "Write to %s", "write to message", "person show %s", &roster_view, write_to },
};

static const char *with(struct arena *a, const char *text, const char *word)
{
	const char *at = strstr(text, "%s");

	return arena_printf(a, "%.*s%s", (int)(at - text), text, word);
}

static void add_reps(struct app *app, struct palette *p, const struct typed_words *w, const struct about_rep *t)
{
	struct arena *a = &p->found;
	int added = 0;

	for (size_t i = 0; palette_has(app, t->screen) && i < p->reps.n_rows && added < REPS_MAX; i++) {
		/* The reply goes when the palette is closed: what runs then is copied. */
		struct palette_row r = { .run = t->run, .what = arena_strdup(a, row_text(&p->reps, i, "rep")),
					 .name = arena_strdup(a, row_text(&p->reps, i, "rep_name")),
					 .letter = letter_for(row_text(&p->reps, i, "state"),
							      row_int(&p->reps, i, "upcoming") > 0) };

		if (!means(w, t->says, name_of(a, &p->reps, i), true))
			continue;
		r.text = with(a, t->text, r.name);
		r.twin = arena_printf(a, "replife %s", with(a, t->twin, r.what));
		palette_add(p, r);
		added++;
	}
}

/* ---- a day ---- */

static void go_to(struct app *app, struct view *of, const struct palette_row *r)
{
	(void)of;
	open_find_at(app, r->day);
}

/* Beside a rep's name, too: that day may be what is meant. */
static void add_day(struct app *app, struct palette *p, const struct typed_words *w)
{
	static const char says[] = "go to find show";
	struct arena *a = &p->found;
	struct palette_row r = { .run = go_to, .day = w->day };
	size_t ignored;

	if (!w->has_day || !palette_has(app, &find_view) ||
	    (!means(w, says, "", false) && !count_named(p, w, says, &ignored)))
		return;
	r.text = arena_printf(a, "Go to %s", tell_day(app, a, w->day));
	r.twin = arena_printf(a, "replife find %s", iso_day(a, w->day));
	palette_add(p, r);
}

/* ---- all of it ---- */

enum rc palette_read(struct app *app, struct palette *p, struct err *err)
{
	enum rc rc = RC_OK;

	p->reps = p->mine = (struct reply){ 0 };
	if (palette_has(app, &find_view))
		rc = app_call(app, &p->v.data, "roster list", NULL, 0, &p->reps, err);
	if (!rc && palette_may(app, op_find("book")))
		rc = app_call(app, &p->v.data, "mine", NULL, 0, &p->mine, err);
	return rc;
}

void palette_things(struct app *app, struct palette *p, const char *words)
{
	struct typed_words w;

	take_words(app, &w, words);
	/* A day alone is one to go to. */
	if (means(&w, "", "", false))
		add_day(app, p, &w);
	add_sessions(app, p, &w);
	add_reps(app, p, &w, &about_rep[0]);
	if (!means(&w, "", "", false))
		add_day(app, p, &w);
	for (size_t i = 1; i < sizeof about_rep / sizeof *about_rep; i++)
		add_reps(app, p, &w, &about_rep[i]);
}
