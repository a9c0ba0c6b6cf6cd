/* The rows of the demo's files. Its history is written as it was, past all
 * rules of time, and checked by the store's own constraints. */
#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "notes.h"

#define DAY_S 86400

/* The nth working day from the first of the period, or, where the period
 * runs, from today: -1 is the one before. */
static int64_t working_day(int64_t from, int64_t n)
{
	int64_t step = n < 0 ? -1 : 1, day = from;

	while (n) {
		day += step;
		if (day_weekday(day) < 5)
			n -= step;
	}
	return day;
}

static int64_t demo_day(struct demo *d, size_t period, int64_t n)
{
	const struct zone *z = d->c->zone;

	if (period == DEMO_PERIODS - 1)
		return working_day(day_of(z, d->c->now_s), n);
	return working_day(day_of(z, d->period[period].begin_s + DAY_S / 2) - 1, n);
}

/* "p1" */
static enum rc cell_period(struct import *im, const char *cell, size_t *out, struct err *err)
{
	if (!cell || cell[0] != 'p' || cell[1] < '1' || cell[1] > '0' + DEMO_PERIODS || cell[2])
		return import_bad(im, "period", err, "there is no such period");
	*out = (size_t)(cell[1] - '1');
	return RC_OK;
}

/* A name that another file gave. */
static enum rc cell_known(struct import *im, const char *kind, const char *cell, int64_t *id,
			  struct err *err)
{
	*id = *demo_id(im->state, kind, cell);
	return *id ? RC_OK : import_bad(im, kind, err, "'%s' is not known", cell);
}

static const char *keep(struct import *im, const char *cell)
{
	return cell ? arena_strdup(im->c->arena, cell) : NULL;
}

/* ---- sessions ---- */

enum { S_REF, S_REP, S_PERIOD, S_DAY, S_TIME, S_LEN, S_SEATS, S_KIND, S_PLACE, S_MESSAGE, S_STATE };

static enum rc slot_times(struct import *im, const char *const *cell, const struct zone *z,
			  struct slot *s, struct err *err)
{
	int64_t n = 0, len = 0;
	size_t period = 0;
	struct wall w = { 0 };
	enum rc rc = cell_period(im, cell[S_PERIOD], &period, err);

	if (!rc)
		rc = cell_int(im, "day", -200, 200, cell[S_DAY], &n, err);
	if (!rc)
		rc = cell_int(im, "len_min", 5, 1440, cell[S_LEN], &len, err);
	if (rc)
		return rc;
	date_of_day(demo_day(im->state, period, n), &w.year, &w.month, &w.day);
	w.hour = atoi(cell[S_TIME]);
	w.min = atoi(cell[S_TIME] + 3);
	s->wall = arena_printf(im->row, "%04d-%02d-%02dT%02d:%02d", w.year, w.month, w.day, w.hour,
			       w.min);
	zone_to_utc(z, &w, &s->begin_s, NULL);
	s->end_s = s->begin_s + len * 60;
	return RC_OK;
}

static enum rc slot_row(struct import *im, const char *const *cell, struct err *err)
{
	struct slot s = { .program_id = im->c->program.id, .seats = 1, .kind = cell[S_KIND],
			  .place = cell[S_PLACE], .message = cell[S_MESSAGE] };
	struct person *rep;
	const struct zone *z;
	int state = SLOT_OPEN;
	enum rc rc = cell_person(im, "rep", cell[S_REP], &rep, err);

	if (!rc)
		rc = cell_zone(im, "rep", rep->zone, &z, err);
	if (!rc)
		rc = slot_times(im, cell, z, &s, err);
	if (!rc)
		rc = cell_int(im, "seats", 1, 99, cell[S_SEATS], &s.seats, err);
	if (!rc)
		rc = cell_word(im, "state", slot_state_words, cell[S_STATE], &state, err);
	if (rc)
		return rc;
	s.rep_id = rep->id;
	s.zone = rep->zone;
	s.state = (enum slot_state)state;
	if (ent_insert(im->c->st, &ent_slot, &s, err))
		return import_refuse(im, "ref", err);
	*demo_id(im->state, "slot", cell[S_REF]) = s.id;
	return RC_OK;
}

const struct transfer demo_slots = {
	.what = "slots", .n_cols = 11, .row = slot_row,
	.cols = { { "ref", true }, { "rep", true }, { "period", true }, { "day", true },
		  { "time", true }, { "len_min", true }, { "seats", true }, { "kind", false },
		  { "place", false }, { "message", false }, { "state", true } },
};

/* ---- bookings ---- */

static enum rc booking_row(struct import *im, const char *const *cell, struct err *err)
{
	struct demo *d = im->state;
	struct booking b = { .reason = cell[4], .excused = cell[5] };
	struct person *who;
	struct slot s;
	int state = 0;
	enum rc rc = cell_known(im, "slot", cell[1], &b.slot_id, err);

	if (!rc)
		rc = cell_person(im, "marketer", cell[2], &who, err);
	if (!rc)
		rc = cell_word(im, "state", booking_state_words, cell[3], &state, err);
	if (!rc)
		rc = ent_get(im->c->st, &ent_slot, b.slot_id, im->row, &s, err);
	if (rc)
		return rc;
	b.marketer_id = who->id;
	b.state = (enum booking_state)state;
	/* Those who asked first stand first in the file. */
	b.queued_s = s.begin_s - 30 * DAY_S + im->line;
	if (b.queued_s > im->c->now_s)
		b.queued_s = im->c->now_s - 10000 + im->line;
	if (ent_insert(im->c->st, &ent_booking, &b, err))
		return import_refuse(im, "ref", err);
	*demo_id(d, "booking", cell[0]) = b.id;
	return RC_OK;
}

const struct transfer demo_bookings = {
	.what = "bookings", .n_cols = 6, .row = booking_row,
	.cols = { { "ref", true }, { "slot", true }, { "marketer", true }, { "state", true },
		  { "reason", false }, { "excused", false } },
};

/* ---- what was seen ---- */

enum { N_NOTE, N_REF, N_BOOKING, N_AREA, N_TEXT, N_WORDS, N_QUOTE, N_WORTH };

static enum happened happened_of(enum booking_state s)
{
	for (int h = HAPPENED_YES; h < HAPPENED_UNSAID; h++)
		if (booking_outcome((enum happened)h) == s)
			return (enum happened)h;
	return HAPPENED_YES;
}

/* Written up the day after, at the latest by now. */
static enum rc note_begin(struct import *im, const char *const *cell, int64_t *id, struct err *err)
{
	struct note n = { .program_id = im->c->program.id, .side = SIDE_MARKETER,
			  .state = NOTE_SUBMITTED };
	struct booking b = { 0 };
	struct slot s = { 0 };
	enum rc rc = cell_known(im, "booking", cell[N_BOOKING], &n.booking_id, err);

	if (!rc)
		rc = ent_get(im->c->st, &ent_booking, n.booking_id, im->row, &b, err);
	if (!rc)
		rc = ent_get(im->c->st, &ent_slot, b.slot_id, im->row, &s, err);
	if (!rc)
		rc = cell_int(im, "worth", 1, 5, cell[N_WORTH], &n.worth, err);
	if (rc)
		return rc;
	n.author_id = b.marketer_id;
	n.happened = happened_of(b.state);
	n.kind = s.kind;
	n.said_s = s.begin_s;
	n.submitted_s = s.end_s + 20 * 3600;
	if (n.submitted_s > im->c->now_s)
		n.submitted_s = im->c->now_s;
	rc = ent_insert(im->c->st, &ent_note, &n, err);
	*id = n.id;
	return rc;
}

static enum rc note_row(struct import *im, const char *const *cell, struct err *err)
{
	struct observation o = { .text = cell[N_TEXT] };
	int64_t *note = demo_id(im->state, "note", cell[N_NOTE]);
	int area = AREA_OTHER, words = WORDS_OWN;
	enum rc rc = *note ? RC_OK : note_begin(im, cell, note, err);

	if (!rc)
		rc = cell_word(im, "area", area_words, cell[N_AREA], &area, err);
	if (!rc)
		rc = cell_word(im, "words_of", words_of_words, cell[N_WORDS], &words, err);
	if (!rc)
		rc = cell_bool(im, "may_quote", cell[N_QUOTE], &o.may_quote, err);
	if (rc)
		return rc;
	o.note_id = *note;
	o.area = (enum area)area;
	o.words_of = (enum words_of)words;
	o.cleared = o.words_of == WORDS_REP && o.may_quote;
	if (ent_insert(im->c->st, &ent_observation, &o, err))
		return import_refuse(im, "text", err);
	*demo_id(im->state, "observation", cell[N_REF]) = o.id;
	return RC_OK;
}

const struct transfer demo_notes = {
	.what = "notes", .n_cols = 8, .row = note_row,
	.cols = { { "note_ref", true }, { "ref", true }, { "booking", true }, { "area", true },
		  { "text", true }, { "words_of", false }, { "may_quote", true }, { "worth", false } },
};

static enum rc lead_row(struct import *im, const char *const *cell, struct err *err)
{
	struct lead l = { .source = cell[2], .outcome = cell[5] };
	int alerted = ALERTED_UNSEEN, followed = FOLLOWED_UNSEEN;
	enum rc rc = cell_known(im, "note", cell[1], &l.note_id, err);

	if (!rc)
		rc = cell_word(im, "alerted", alerted_words, cell[3], &alerted, err);
	if (!rc)
		rc = cell_word(im, "followed", followed_words, cell[4], &followed, err);
	if (rc)
		return rc;
	l.alerted = (enum alerted)alerted;
	l.followed = (enum followed)followed;
	return lead_put(im->c, &l, err) ? import_refuse(im, "source", err) : RC_OK;
}

const struct transfer demo_leads = {
	.what = "leads", .n_cols = 6, .row = lead_row,
	.cols = { { "ref", true }, { "note_ref", true }, { "source", true }, { "alerted", false },
		  { "followed", false }, { "outcome", false } },
};

/* ---- themes, and what Marketing does about them ---- */

static enum rc theme_row(struct import *im, const char *const *cell, struct err *err)
{
	struct theme t = { .program_id = im->c->program.id, .name = cell[1], .definition = cell[3],
			   .terms = cell[4], .state = THEME_ACTIVE };
	int area = AREA_OTHER;
	enum rc rc = cell_word(im, "area", area_words, cell[2], &area, err);

	if (rc)
		return rc;
	t.area = (enum area)area;
	if (ent_insert(im->c->st, &ent_theme, &t, err))
		return import_refuse(im, "name", err);
	*demo_id(im->state, "theme", cell[0]) = t.id;
	return RC_OK;
}

const struct transfer demo_themes = {
	.what = "themes", .n_cols = 5, .row = theme_row,
	.cols = { { "ref", true }, { "name", true }, { "area", true }, { "definition", true },
		  { "terms", true } },
};

static enum rc coding_row(struct import *im, const char *const *cell, struct err *err)
{
	struct demo *d = im->state;
	struct coding k = { .by = BY_PERSON, .person_id = d->coder->id, .state = d->coding };
	enum rc rc = cell_known(im, "observation", cell[0], &k.observation_id, err);

	if (!rc)
		rc = cell_known(im, "theme", cell[1], &k.theme_id, err);
	if (rc)
		return rc;
	return ent_insert(im->c->st, &ent_coding, &k, err) ? import_refuse(im, "theme", err) : RC_OK;
}

const struct transfer demo_codings = {
	.what = "codings", .n_cols = 2, .row = coding_row,
	.cols = { { "observation", true }, { "theme", true } },
};

enum { A_REF, A_TITLE, A_AREA, A_OWNER, A_DUE, A_STATE, A_OUTCOME, A_THEMES, A_PERIOD, A_REASON };

/* As it stood when the period `d->now` was closed: what was done later was
 * agreed then. */
static void action_then(struct import *im, const char *const *cell, struct action *a)
{
	struct demo *d = im->state;
	int64_t done_s = a->due_day * DAY_S + DAY_S / 2;
	int64_t at_s = d->now < DEMO_PERIODS - 1 ? d->period[d->now].closed_s : im->c->now_s;

	if (action_is_open(a->state))
		return;
	if (done_s > at_s) {
		a->state = ACTION_AGREED;
		return;
	}
	a->outcome = keep(im, cell[A_OUTCOME]);
	a->reason = keep(im, cell[A_REASON]);
	if (a->state != ACTION_DECLINED)
		a->done_s = done_s;
}

static enum rc action_themes_of(struct import *im, int64_t action, const char *themes, struct err *err)
{
	enum rc rc = RC_OK;

	while (!rc && themes && *themes) {
		size_t n = strcspn(themes, ";");
		struct action_theme l = { .action_id = action };

		rc = cell_known(im, "theme", arena_dup(im->row, themes, n), &l.theme_id, err);
		if (!rc)
			rc = ent_insert(im->c->st, &ent_action_theme, &l, err);
		themes += n + (themes[n] == ';');
	}
	return rc;
}

static enum rc action_row(struct import *im, const char *const *cell, struct err *err)
{
	struct demo *d = im->state;
	struct action a = { .program_id = im->c->program.id, .title = cell[A_TITLE] };
	int64_t *id = demo_id(d, "action", cell[A_REF]), due = 0;
	struct person *owner;
	int area = 0, state = 0;
	size_t period = 0;
	enum rc rc = cell_period(im, cell[A_PERIOD], &period, err);

	if (rc || period > d->now)
		return rc;
	rc = cell_word(im, "area", area_words, cell[A_AREA], &area, err);
	if (!rc)
		rc = cell_word(im, "state", action_state_words, cell[A_STATE], &state, err);
	if (!rc)
		rc = cell_person(im, "owner", cell[A_OWNER], &owner, err);
	if (!rc)
		rc = cell_int(im, "due_offset_days", -500, 500, cell[A_DUE], &due, err);
	if (!rc && *id)
		rc = ent_get(im->c->st, &ent_action, *id, im->row, &a, err);
	if (rc)
		return rc;
	a.area = (enum area)area;
	a.state = (enum action_state)state;
	a.owner_id = owner->id;
	a.due_day = day_of(im->c->zone, im->c->now_s) + due;
	action_then(im, cell, &a);
	if (*id)
		return ent_update(im->c->st, &ent_action, &a, err);
	rc = ent_insert(im->c->st, &ent_action, &a, err);
	*id = a.id;
	return rc ? rc : action_themes_of(im, a.id, cell[A_THEMES], err);
}

const struct transfer demo_actions = {
	.what = "actions", .n_cols = 10, .row = action_row,
	.cols = { { "ref", true }, { "title", true }, { "area", true }, { "owner", true },
		  { "due_offset_days", true }, { "state", true }, { "outcome", false },
		  { "themes", true }, { "period", true }, { "reason", false } },
};
