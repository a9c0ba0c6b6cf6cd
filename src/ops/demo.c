/* Fill a new store with the demo organisation of data/demo: two closed
 * half-years and a running one, placed around today. */
#include <string.h>

#include "demo.h"
#include "freeze.h"
#include "notes.h"

#define DAY_S 86400
#define MONTHS 6
#define STARTED_MONTHS_AGO 3	/* the running period */
#define DUE_DAYS 14
#define FIRST_CODER "maya"
#define SECOND_CODER "henrik"

int64_t *demo_id(struct demo *d, const char *kind, const char *name)
{
	const char *key[] = { kind, name };

	return tally_at(d->ids, content_of(d->c->arena, key, 2));
}

enum rc demo_read(struct demo *d, const struct transfer *what, const char *file, struct err *err)
{
	struct import im = { .c = d->c, .what = what, .state = d, .people = d->people };
	const char *name = arena_printf(d->c->arena, "demo/%s.csv", file);
	enum rc rc = d->c->rq->shipped(d->c->arena, name, &im.table, err);

	if (!rc)
		rc = import_rows(&im, err);
	if (rc)
		return rc;
	d->people = im.people;
	return RC_OK;
}

/* Six whole months; the running one began on the first three months ago. */
static enum rc add_period(struct demo *d, size_t i, struct err *err)
{
	struct period *p = &d->period[i];
	int back = (int)(DEMO_PERIODS - 1 - i) * MONTHS + STARTED_MONTHS_AGO, year, month, x;
	const struct zone *z;
	struct wall w = { .day = 1 };
	enum rc rc = zone_load(d->c->program.zone, &z, err);

	if (rc)
		return rc;
	date_of_day(day_of(z, d->c->now_s), &year, &month, &x);
	w.year = (year * 12 + month - 1 - back) / 12;
	w.month = (year * 12 + month - 1 - back) % 12 + 1;
	p->program_id = d->c->program.id;
	p->name = arena_printf(d->c->arena, "%d-H%d", w.year, w.month <= MONTHS ? 1 : 2);
	p->begin_s = day_begin_s(z, day_of_date(w.year, w.month, 1));
	w.year += (w.month + MONTHS - 1) / 12;
	w.month = (w.month + MONTHS - 1) % 12 + 1;
	p->end_s = day_begin_s(z, day_of_date(w.year, w.month, 1));
	p->due_s = p->end_s + DUE_DAYS * DAY_S;
	return ent_insert(d->c->st, &ent_period, p, err);
}

/* Closed some days after its write-ups were due, with the report of then. */
static enum rc close_period(struct demo *d, size_t i, struct err *err)
{
	struct period *p = &d->period[i];
	enum rc rc;

	p->closed_s = p->due_s + 4 * DAY_S + 10 * 3600;
	d->now = i;
	rc = demo_read(d, &demo_actions, "actions", err);
	return rc ? rc : period_freeze(d->c, p, p->closed_s, NULL, err);
}

static enum rc load_people(struct demo *d, struct err *err)
{
	enum rc rc = demo_read(d, &transfer_people, "people", err);

	if (!rc)
		rc = demo_read(d, &transfer_roster, "roster", err);
	for (size_t i = 0; !rc && i < DEMO_PERIODS; i++)
		rc = add_period(d, i, err);
	return rc;
}

static enum rc load_sessions(struct demo *d, struct err *err)
{
	enum rc rc = demo_read(d, &demo_slots, "slots", err);

	if (!rc)
		rc = demo_read(d, &demo_bookings, "bookings", err);
	if (!rc)
		rc = demo_read(d, &demo_notes, "notes", err);
	if (!rc)
		rc = demo_read(d, &demo_leads, "leads", err);
	return rc;
}

/* Somebody read the same remarks before the one whose words stand. */
static enum rc load_second(struct demo *d, struct err *err)
{
	struct person second, *first = d->coder;
	enum rc rc = person_by_login(d->c, SECOND_CODER, &second, err);

	d->coder = &second;
	d->coding = CODING_SAID_IN;
	if (!rc)
		rc = demo_read(d, &demo_codings, "second", err);
	d->coder = first;
	return rc;
}

static enum rc load_themes(struct demo *d, struct err *err)
{
	struct code_run run = { .from_s = INT64_MIN, .to_s = INT64_MAX };
	enum rc rc = demo_read(d, &demo_themes, "themes", err);

	if (!rc)
		rc = code_observations(d->c, &run, err);
	d->coding = CODING_ACTIVE;
	if (!rc)
		rc = demo_read(d, &demo_codings, "codings", err);
	if (!rc)
		rc = load_second(d, err);
	for (size_t i = 0; !rc && i < DEMO_PERIODS - 1; i++)
		rc = close_period(d, i, err);
	d->now = DEMO_PERIODS - 1;
	return rc ? rc : demo_read(d, &demo_actions, "actions", err);
}

enum rc demo_load(struct call *c, struct err *err)
{
	struct person coder = { 0 };
	struct demo d = { .c = c, .ids = tally_new(c->arena), .coder = &coder };
	enum rc rc = load_people(&d, err);

	if (!rc)
		rc = person_by_login(c, FIRST_CODER, &coder, err);
	if (!rc)
		rc = load_sessions(&d, err);
	return rc ? rc : load_themes(&d, err);
}
