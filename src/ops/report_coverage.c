/* The report's model: what was covered. */
#include <stdlib.h>
#include <string.h>

#include "report.h"

/* Sums of sessions by a team, a segment, a kind of call; and of the calls of a
 * kind with a team ("map"). */
struct group {
	const char *what, *name, *kind;		/* kind: "" but in the map */
	int64_t sessions, seats, taken, held, written_up;
};

struct coverage {
	struct arena *a;
	struct group *groups;
	size_t n, cap;
};

struct coverage *coverage_new(struct arena *a)
{
	struct coverage *v = arena_new(a, struct coverage);

	v->a = a;
	return v;
}

const char *coverage_name(const char *name)
{
	return name ? name : "none given";
}

static struct group *group_of(struct coverage *v, const char *what, const char *name, const char *kind)
{
	name = coverage_name(name);
	for (size_t i = 0; i < v->n; i++)
		if (!strcmp(v->groups[i].what, what) && !strcmp(v->groups[i].name, name) &&
		    !strcmp(v->groups[i].kind, kind))
			return &v->groups[i];
	if (v->n == v->cap) {
		size_t cap = v->cap ? v->cap * 2 : 32;

		v->groups = arena_grow(v->a, v->groups, v->cap * sizeof *v->groups,
				       cap * sizeof *v->groups);
		v->cap = cap;
	}
	v->groups[v->n] = (struct group){ .what = what, .name = arena_strdup(v->a, name),
					  .kind = arena_strdup(v->a, kind) };
	return &v->groups[v->n++];
}

static void count(struct group *g, const struct session_fact *f)
{
	g->sessions++;
	g->seats += f->seats;
	g->taken += f->taken;
	g->held += f->held;
	g->written_up += f->written_up;
}

void coverage_session(struct coverage *v, const struct person_fact *rep, const struct session_fact *f)
{
	count(group_of(v, "team", rep->team, ""), f);
	count(group_of(v, "segment", rep->segment, ""), f);
	count(group_of(v, "kind", f->kind, ""), f);
	count(group_of(v, "map", rep->team, coverage_name(f->kind)), f);
}

void coverage_rep(struct coverage *v, const struct person_fact *rep)
{
	group_of(v, "team", rep->team, "");
	group_of(v, "segment", rep->segment, "");
}

static int by_group(const void *x, const void *y)
{
	static const char *const order = "team segment kind map";
	const struct group *a = x, *b = y;
	int name;

	if (strcmp(a->what, b->what))
		return strstr(order, a->what) < strstr(order, b->what) ? -1 : 1;
	name = strcmp(a->name, b->name);
	return name ? name : strcmp(a->kind, b->kind);
}

static void add_sums(struct coverage *v, struct json *list, const struct group *g)
{
	struct json *o = json_add(v->a, list, NULL, J_OBJECT);

	json_add_str(v->a, o, "group", g->what);
	json_add_str(v->a, o, "name", g->name);
	json_add_int(v->a, o, "sessions", g->sessions);
	json_add_int(v->a, o, "seats", g->seats);
	json_add_int(v->a, o, "taken", g->taken);
	json_add_int(v->a, o, "held", g->held);
	json_add_int(v->a, o, "written_up", g->written_up);
}

void coverage_add(struct coverage *v, struct json *model)
{
	struct json *list = json_add(v->a, model, "coverage", J_ARRAY);
	struct json *map = json_add(v->a, model, "coverage_map", J_ARRAY);

	if (v->n)
		qsort(v->groups, v->n, sizeof *v->groups, by_group);
	for (size_t i = 0; i < v->n; i++) {
		const struct group *g = &v->groups[i];
		struct json *o;

		if (strcmp(g->what, "map")) {
			add_sums(v, list, g);
			continue;
		}
		o = json_add(v->a, map, NULL, J_OBJECT);
		json_add_str(v->a, o, "team", g->name);
		json_add_str(v->a, o, "kind", g->kind);
		json_add_int(v->a, o, "sessions", g->sessions);
		json_add_int(v->a, o, "held", g->held);
	}
}
