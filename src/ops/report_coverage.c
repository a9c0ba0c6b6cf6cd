/* The report's model: what was covered. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replife/name_map.h"
#include "report.h"

/* Sums of sessions by a team, a segment, a kind of call; and of the calls of a
 * kind with a team, the map. */
struct sums {
	const char *name, *kind;		/* kind: of the map alone */
	int64_t sessions, seats, taken, held, written_up;
};

struct breakdown {
	struct name_map names;
	struct sums *sums;		/* by number */
	size_t cap;
};

struct coverage {
	struct arena *a;
	struct breakdown teams, segments, kinds, map;
};

struct coverage *coverage_new(struct arena *a)
{
	struct coverage *v = arena_new(a, struct coverage);

	v->a = v->teams.names.arena = v->segments.names.arena = v->kinds.names.arena = v->map.names.arena = a;
	return v;
}

const char *coverage_name(const char *name)
{
	return name ? name : "none given";
}

/* Those of the name with this key. */
static struct sums *sums_at(struct breakdown *b, const char *key, size_t len)
{
	size_t i = name_map_at(&b->names, key, len);

	if (b->names.n > b->cap) {
		size_t cap = b->cap ? b->cap * 2 : 32;

		b->sums = arena_grow(b->names.arena, b->sums, b->cap * sizeof *b->sums, cap * sizeof *b->sums);
		b->cap = cap;
	}
	return &b->sums[i];
}

static struct sums *sums_of(struct breakdown *b, const char *name)
{
	struct sums *s;

	name = coverage_name(name);
	s = sums_at(b, name, strlen(name));
	s->name = b->names.name[s - b->sums];
	return s;
}

/* Of a team and a kind, of which no two have one key. */
static struct sums *cell_of(struct coverage *v, const struct sums *team, const struct sums *kind)
{
	char key[48];
	int n = snprintf(key, sizeof key, "%td %td", team - v->teams.sums, kind - v->kinds.sums);
	struct sums *s = sums_at(&v->map, key, (size_t)n);

	s->name = team->name;
	s->kind = kind->name;
	return s;
}

static void count(struct sums *g, const struct session_fact *f)
{
	g->sessions++;
	g->seats += f->seats;
	g->taken += f->taken;
	g->held += f->held;
	g->written_up += f->written_up;
}

void coverage_session(struct coverage *v, const struct person_fact *rep, const struct session_fact *f)
{
	struct sums *team = sums_of(&v->teams, rep->team), *kind = sums_of(&v->kinds, f->kind);

	count(team, f);
	count(sums_of(&v->segments, rep->segment), f);
	count(kind, f);
	count(cell_of(v, team, kind), f);
}

void coverage_rep(struct coverage *v, const struct person_fact *rep)
{
	sums_of(&v->teams, rep->team);
	sums_of(&v->segments, rep->segment);
}

static int by_name(const void *x, const void *y)
{
	const struct sums *a = x, *b = y;
	int name = strcmp(a->name, b->name);

	return name || !a->kind ? name : strcmp(a->kind, b->kind);
}

static void sort(struct breakdown *b)
{
	if (b->names.n)
		qsort(b->sums, b->names.n, sizeof *b->sums, by_name);
}

/* Sorted, a number is a name's no more: nothing is counted after it. */
static void add_breakdown(struct coverage *v, struct json *list, const char *what, struct breakdown *b)
{
	sort(b);
	for (size_t i = 0; i < b->names.n; i++) {
		const struct sums *g = &b->sums[i];
		struct json *o = json_add(v->a, list, NULL, J_OBJECT);

		json_add_str(v->a, o, "group", what);
		json_add_str(v->a, o, "name", g->name);
		json_add_int(v->a, o, "sessions", g->sessions);
		json_add_int(v->a, o, "seats", g->seats);
		json_add_int(v->a, o, "taken", g->taken);
		json_add_int(v->a, o, "held", g->held);
		json_add_int(v->a, o, "written_up", g->written_up);
	}
}

static void add_map(struct coverage *v, struct json *list)
{
	sort(&v->map);
	for (size_t i = 0; i < v->map.names.n; i++) {
		const struct sums *g = &v->map.sums[i];
		struct json *o = json_add(v->a, list, NULL, J_OBJECT);

		json_add_str(v->a, o, "team", g->name);
		json_add_str(v->a, o, "kind", g->kind);
		json_add_int(v->a, o, "sessions", g->sessions);
		json_add_int(v->a, o, "held", g->held);
	}
}

void coverage_add(struct coverage *v, struct json *model)
{
	struct json *list = json_add(v->a, model, "coverage", J_ARRAY);

	add_breakdown(v, list, "team", &v->teams);
	add_breakdown(v, list, "segment", &v->segments);
	add_breakdown(v, list, "kind", &v->kinds);
	add_map(v, json_add(v->a, model, "coverage_map", J_ARRAY));
}
