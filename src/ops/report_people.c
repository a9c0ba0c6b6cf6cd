/* The report's model: who took part. */
#include <stdlib.h>
#include <string.h>

#include "replife/name_map.h"
#include "report.h"

/* The kinds of sessions that a rep had on offer, each once. */
struct kind_seen {
	const char *kind;
	struct kind_seen *next;
};

struct someone {
	struct person_fact p;
	int64_t booked, attended, missed, cancelled, written_up, missing, excused;
	int64_t offered, seats, taken, held, hosted_written;
	struct kind_seen *kinds;
};

struct part {
	struct call *c;
	struct arena *a;
	int64_t as_of_s;
	struct someone *people;		/* by key */
	size_t n_people, cap_people;
	struct coverage *coverage;
	struct someone all;		/* all of them */
	int64_t ahead, seats_ahead, taken_ahead;	/* sessions that have not begun */
};

/* At their place among the others. */
static struct someone *put_person(struct part *t, size_t at, const struct person_fact *p)
{
	if (t->n_people == t->cap_people) {
		size_t cap = t->cap_people ? t->cap_people * 2 : 64;

		t->people = arena_grow(t->a, t->people, t->cap_people * sizeof *t->people,
				       cap * sizeof *t->people);
		t->cap_people = cap;
	}
	memmove(t->people + at + 1, t->people + at, (t->n_people++ - at) * sizeof *t->people);
	t->people[at] = (struct someone){ .p = *p };
	return &t->people[at];
}

/* The place of the first whose id is no less. */
static size_t place_of(const struct part *t, int64_t id)
{
	size_t at = 0, end = t->n_people;

	while (at < end) {
		size_t mid = at + (end - at) / 2;

		if (t->people[mid].p.id < id)
			at = mid + 1;
		else
			end = mid;
	}
	return at;
}

/* Somebody who has left since, or the owner, comes in at their place. */
static enum rc person_of(struct part *t, int64_t id, struct someone **out, struct err *err)
{
	size_t at = place_of(t, id);
	struct person_fact p;
	enum rc rc;

	if (at < t->n_people && t->people[at].p.id == id) {
		*out = &t->people[at];
		return RC_OK;
	}
	rc = report_person(t->c->st, t->a, id, &p, err);
	if (rc)
		return rc;
	if (p.id == id) {
		*out = put_person(t, at, &p);
		return RC_OK;
	}
	err_set(err, RC_NOT_FOUND, "there is no person %lld", (long long)id);
	err_todo(err, "See what the store lacks: replife doctor");
	return RC_NOT_FOUND;
}

static enum rc read_people(struct part *t, struct err *err)
{
	struct stmt *s = report_people(t->c->st, t->c->program.id);
	struct person_fact p;

	while (report_person_next(s, t->a, &p))
		if (p.marketer || p.rep)
			put_person(t, t->n_people, &p);
	return stmt_done(s, err);
}

static enum rc read_seats(struct part *t, struct span when, struct err *err)
{
	struct stmt *s = report_seats(t->c->st, t->c->program.id, when);
	struct seat_fact f;
	enum rc rc = RC_OK;

	while (!rc && report_seat_next(s, &f)) {
		struct someone *p;

		rc = person_of(t, f.marketer_id, &p, err);
		if (rc)
			break;
		p->p.marketer = true;
		if (booking_holds_seat(f.state))
			p->booked += f.seats;
		if (booking_was_held(f.state)) {
			p->attended += f.seats;
			p->written_up += f.written_up;
			p->excused += f.excused;
			p->missing += f.seats - f.written_up - f.excused;
		}
		p->missed += f.state == BOOKING_NO_SHOW ? f.seats : 0;
		p->cancelled += f.state == BOOKING_CANCELLED ? f.seats : 0;
	}
	return rc ? rc : stmt_done(s, err);
}

static void see_kind(struct part *t, struct someone *p, const char *kind)
{
	struct kind_seen *k = p->kinds;

	while (k && strcmp(k->kind, kind))
		k = k->next;
	if (k)
		return;
	k = arena_new(t->a, struct kind_seen);
	*k = (struct kind_seen){ arena_strdup(t->a, kind), p->kinds };
	p->kinds = k;
}

/* Nobody can have sat in on what has not begun: it is no base of what was held.
 * What is known to be held has begun, whatever the clock says. */
static bool is_ahead(struct part *t, const struct session_fact *f)
{
	if (f->begin_s <= t->as_of_s || f->held)
		return false;
	t->ahead++;
	t->seats_ahead += f->seats;
	t->taken_ahead += f->taken;
	return true;
}

static void count_session(struct part *t, struct someone *p, const struct session_fact *f)
{
	p->offered++;
	p->seats += f->seats;
	p->taken += f->taken;
	p->held += f->held;
	p->hosted_written += f->written_up;
	see_kind(t, p, coverage_name(f->kind));
	coverage_session(t->coverage, &p->p, f);
}

static enum rc read_sessions(struct part *t, struct span when, struct err *err)
{
	struct arena *rows = arena_child(t->a);
	struct arena_mark m = arena_mark(rows);
	struct stmt *s = report_sessions(t->c->st, t->c->program.id, when);
	struct session_fact f;
	enum rc rc = RC_OK;

	while (!rc && report_session_next(s, rows, &f)) {
		struct someone *p;

		rc = person_of(t, f.rep_id, &p, err);
		if (rc)
			break;
		p->p.rep = true;
		if (!is_ahead(t, &f))
			count_session(t, p, &f);
		arena_release(rows, m);
	}
	return rc ? rc : stmt_done(s, err);
}

static void add_up(struct part *t)
{
	struct someone *all = &t->all;

	for (size_t i = 0; i < t->n_people; i++) {
		const struct someone *p = &t->people[i];

		all->booked += p->booked;
		all->attended += p->attended;
		all->missed += p->missed;
		all->cancelled += p->cancelled;
		all->written_up += p->written_up;
		all->missing += p->missing;
		all->excused += p->excused;
		all->offered += p->offered;
		all->seats += p->seats;
		all->taken += p->taken;
		all->held += p->held;
		all->hosted_written += p->hosted_written;
	}
}

/* ---- into the model ---- */

static void add_seats(struct part *t, struct json *to)
{
	struct json *o = json_add(t->a, to, "seats", J_OBJECT);
	const struct someone *all = &t->all;

	json_add_int(t->a, o, "sessions", all->offered);
	json_add_int(t->a, o, "offered", all->seats);
	json_add_int(t->a, o, "taken", all->taken);
	json_add_int(t->a, o, "attended", all->attended);
	json_add_int(t->a, o, "missed", all->missed);
	json_add_int(t->a, o, "cancelled", all->cancelled);
	json_add_int(t->a, o, "written_up", all->written_up);
	json_add_int(t->a, o, "missing", all->missing);
	json_add_int(t->a, o, "excused", all->excused);
	json_add_int(t->a, o, "ahead", t->ahead);
	json_add_int(t->a, o, "seats_ahead", t->seats_ahead);
	json_add_int(t->a, o, "taken_ahead", t->taken_ahead);
}

static void add_sides(struct part *t, struct json *to)
{
	int64_t goal = t->c->program.goal, marketers = 0, sat = 0, met = 0, reps = 0, hosted = 0;
	struct json *o;

	for (size_t i = 0; i < t->n_people; i++) {
		const struct someone *p = &t->people[i];

		marketers += p->p.marketer;
		sat += p->attended > 0;
		met += goal && p->attended >= goal;
		reps += p->p.rep;
		hosted += p->held > 0;
	}
	o = json_add(t->a, to, "marketers", J_OBJECT);
	json_add_int(t->a, o, "people", marketers);
	json_add_int(t->a, o, "sat_in", sat);
	json_add_int(t->a, o, "goal", goal);
	json_add_int(t->a, o, "met_goal", met);
	o = json_add(t->a, to, "reps", J_OBJECT);
	json_add_int(t->a, o, "people", reps);
	json_add_int(t->a, o, "hosted", hosted);
}

/* People of a team on one side. */
struct team {
	const char *side, *name;
	int64_t people, took_part, sessions, written_up;
};

struct teams {
	struct name_map names;
	struct team *all;		/* by number; room for all people */
};

static struct team *team_of(struct teams *s, const char *side, const char *name)
{
	size_t i;

	name = coverage_name(name);
	i = name_map_at(&s->names, name, strlen(name));
	s->all[i].side = side;
	s->all[i].name = s->names.name[i];
	return &s->all[i];
}

static int by_team(const void *x, const void *y)
{
	const struct team *a = x, *b = y;

	return strcmp(a->name, b->name);
}

static void add_side(struct part *t, struct json *list, struct teams *s)
{
	qsort(s->all, s->names.n, sizeof *s->all, by_team);
	for (size_t i = 0; i < s->names.n; i++) {
		const struct team *m = &s->all[i];
		struct json *o = json_add(t->a, list, NULL, J_OBJECT);

		json_add_str(t->a, o, "side", m->side);
		json_add_str(t->a, o, "team", m->name);
		json_add_int(t->a, o, "people", m->people);
		json_add_int(t->a, o, "took_part", m->took_part);
		json_add_int(t->a, o, "sessions", m->sessions);
		json_add_int(t->a, o, "written_up", m->written_up);
	}
}

static void add_teams(struct part *t, struct json *to)
{
	struct teams marketing = { { .arena = t->a }, arena_array(t->a, struct team, t->n_people + 1) };
	struct teams sales = { { .arena = t->a }, arena_array(t->a, struct team, t->n_people + 1) };
	struct json *list = json_add(t->a, to, "teams", J_ARRAY);

	for (size_t i = 0; i < t->n_people; i++) {
		const struct someone *p = &t->people[i];
		struct team *m;

		if (p->p.marketer) {
			m = team_of(&marketing, "marketing", p->p.team);
			m->people++;
			m->took_part += p->attended > 0;
			m->sessions += p->attended;
			m->written_up += p->written_up;
		}
		if (p->p.rep) {
			m = team_of(&sales, "sales", p->p.team);
			m->people++;
			m->took_part += p->held > 0;
			m->sessions += p->held;
			m->written_up += p->hosted_written;
		}
	}
	add_side(t, list, &marketing);
	add_side(t, list, &sales);
}

static int by_name(const void *x, const void *y)
{
	const struct someone *a = x, *b = y;
	int side = (int)b->p.marketer - (int)a->p.marketer, name = strcmp(a->p.name, b->p.name);

	return side ? side : name ? name : (a->p.id > b->p.id) - (a->p.id < b->p.id);
}

static void add_people(struct part *t, struct json *to)
{
	struct json *list = json_add(t->a, to, "by_person", J_ARRAY);

	if (t->n_people)
		qsort(t->people, t->n_people, sizeof *t->people, by_name);
	for (size_t i = 0; i < t->n_people; i++) {
		const struct someone *p = &t->people[i];
		struct json *o = json_add(t->a, list, NULL, J_OBJECT), *kinds;

		json_add_str(t->a, o, "login", p->p.login);
		json_add_str(t->a, o, "name", p->p.name);
		json_add_str(t->a, o, "team", p->p.team);
		json_add_str(t->a, o, "segment", p->p.segment);
		json_add_bool(t->a, o, "marketer", p->p.marketer);
		json_add_bool(t->a, o, "rep", p->p.rep);
		json_add_int(t->a, o, "booked", p->booked);
		json_add_int(t->a, o, "attended", p->attended);
		json_add_int(t->a, o, "missed", p->missed);
		json_add_int(t->a, o, "cancelled", p->cancelled);
		json_add_int(t->a, o, "written_up", p->written_up);
		json_add_int(t->a, o, "missing", p->missing);
		json_add_int(t->a, o, "excused", p->excused);
		json_add_int(t->a, o, "offered", p->offered);
		json_add_int(t->a, o, "seats", p->seats);
		json_add_int(t->a, o, "taken", p->taken);
		json_add_int(t->a, o, "held", p->held);
		kinds = json_add(t->a, o, "kinds", J_ARRAY);
		for (const struct kind_seen *k = p->kinds; k; k = k->next) {
			struct json *s = json_add(t->a, kinds, NULL, J_STR);

			s->u.s.p = k->kind;
			s->u.s.n = strlen(k->kind);
		}
	}
}

enum rc report_participation(struct call *c, const struct period *p, unsigned parts,
			     int64_t as_of_s, struct json *model, struct err *err)
{
	struct part t = { .c = c, .a = c->arena, .as_of_s = as_of_s,
			  .coverage = coverage_new(c->arena) };
	struct span when = { p->begin_s, p->end_s };
	struct json *o, *base = json_at(model, "base");
	enum rc rc = read_people(&t, err);

	if (!rc)
		rc = read_seats(&t, when, err);
	if (!rc)
		rc = read_sessions(&t, when, err);
	if (rc)
		return rc;
	add_up(&t);
	json_add_int(c->arena, base, "held", t.all.held);
	json_add_int(c->arena, base, "offered", t.all.offered);
	json_add_int(c->arena, base, "ahead", t.ahead);
	json_add_int(c->arena, base, "missing", t.all.missing);
	json_add_int(c->arena, base, "excused", t.all.excused);
	if (parts & PART_PARTICIPATION) {
		o = json_add(c->arena, model, "participation", J_OBJECT);
		add_seats(&t, o);
		add_sides(&t, o);
		add_teams(&t, o);
	}
	if (parts & PART_COVERAGE) {
		/* Teams and segments of reps whom nobody could visit count too. */
		for (size_t i = 0; i < t.n_people; i++)
			if (t.people[i].p.rep)
				coverage_rep(t.coverage, &t.people[i].p);
		coverage_add(t.coverage, model);
	}
	if (parts & PART_PARTICIPATION)
		add_people(&t, json_at(model, "participation"));
	return RC_OK;
}
