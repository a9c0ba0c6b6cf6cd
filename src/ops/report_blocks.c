/* Who is in which group, and which groups are put together. Who is behind a
 * number is counted from the model's own by_person. */
#include "report_blocks.h"

#include <string.h>

#define LUMP "small teams"	/* how programs before joined teams under three */

size_t group_find(const struct list *l, const char *name)
{
	size_t i = 0;

	while (i < l->n && strcmp(l->name[i], name))
		i++;
	return i;
}

static size_t index_of(struct arena *a, struct list *l, const char *name)
{
	size_t i = group_find(l, name);

	if (i < l->n)
		return i;
	if (l->n == l->cap) {
		size_t cap = l->cap * 2 + 16;

		l->name = arena_grow(a, l->name, l->cap * sizeof *l->name, cap * sizeof *l->name);
		l->g = arena_grow(a, l->g, l->cap * sizeof *l->g, cap * sizeof *l->g);
		l->cap = cap;
	}
	l->name[l->n] = name;
	l->g[l->n] = (struct disclose_group){ 0 };
	return l->n++;
}

/* ---- who is in which group ---- */

const char *group_of_team(const struct groups *f, const char *side, const char *team)
{
	const struct json *t = json_first(json_get(json_get(f->model, "participation"), "teams"));

	team = coverage_name(team);
	while (t && (strcmp(json_str(t, "side", ""), side) || strcmp(json_str(t, "team", ""), team)))
		t = t->next;
	return t ? team : LUMP;
}

static void count_in(struct groups *f, struct list *l, const char *name, bool does)
{
	size_t i = index_of(f->a, l, name);

	l->g[i].members++;
	l->g[i].doers += does;
}

static void count_rep(struct groups *f, const struct json *p)
{
	const char *team = group_of_team(f, "sales", json_str(p, "team", NULL));
	const char *segment = coverage_name(json_str(p, "segment", NULL));
	const struct json *kinds = json_get(p, "kinds");
	bool does = json_int(p, "offered", 0) > 0, *mine;

	f->kinds_known &= !does || kinds;
	count_in(f, &f->sales, team, does);
	count_in(f, &f->segments, segment, does);
	if (!does)
		return;
	mine = arena_array(f->a, bool, f->kinds.n + 1);
	for (const struct json *k = json_first(kinds); k; k = k->next)
		for (size_t i = 0; i < f->kinds.n; i++)
			mine[i] |= k->type == J_STR && !strcmp(f->kinds.name[i], k->u.s.p);
	f->doers[f->n_doers++] = (struct disclose_doer){ index_of(f->a, &f->sales, team),
							 index_of(f->a, &f->segments, segment), mine };
}

/* In the order of the model's rows. */
static void name_groups(struct groups *f)
{
	const struct json *row = json_first(json_get(json_get(f->model, "participation"), "teams"));

	for (; row; row = row->next)
		index_of(f->a, strcmp(json_str(row, "side", ""), "sales") ? &f->marketing : &f->sales,
			 json_str(row, "team", ""));
	for (row = json_first(json_get(f->model, "coverage")); row; row = row->next)
		if (!strcmp(json_str(row, "group", ""), "kind"))
			index_of(f->a, &f->kinds, json_str(row, "name", ""));
		else if (!strcmp(json_str(row, "group", ""), "segment"))
			index_of(f->a, &f->segments, json_str(row, "name", ""));
}

static void count_people(struct groups *f)
{
	const struct json *all = json_get(json_get(f->model, "participation"), "by_person");

	f->people_known = all != NULL;
	f->kinds_known = all != NULL;
	f->n_people = json_count(json_get(f->model, "participation"), "by_person");
	f->doers = arena_array(f->a, struct disclose_doer, f->n_people + 1);
	for (const struct json *p = json_first(all); p; p = p->next) {
		if (json_bool(p, "marketer", false))
			count_in(f, &f->marketing, group_of_team(f, "marketing", json_str(p, "team", NULL)),
				 json_int(p, "booked", 0) + json_int(p, "attended", 0) +
				 json_int(p, "missed", 0) + json_int(p, "cancelled", 0) > 0);
		if (json_bool(p, "rep", false))
			count_rep(f, p);
	}
}

/* ---- what is joined ---- */

static void settle(struct list *l, size_t blocks)
{
	l->blocks = blocks;
	l->shown = blocks > 1 || (blocks == 1 && l->n == 1 && disclose_may(l->g[0].members, l->g[0].doers));
}

/* Who is in another group than in an earlier closed report of this period: the
 * same group then and now would differ by that person. */
static bool has_moved(const struct groups *f, const char *side, const char *group)
{
	const struct json *now = json_get(json_get(f->model, "participation"), "by_person");

	for (const struct json *e = json_first(f->earlier); e; e = e->next)
		for (const struct json *then = json_first(json_get(e, "by_person")); then; then = then->next) {
			const struct json *p = json_first(now);

			while (p && strcmp(json_str(p, "login", ""), json_str(then, "login", "")))
				p = p->next;
			if (p && json_bool(then, side, false) && json_bool(p, side, false) && json_get(then, group) &&
			    strcmp(json_str(p, group, ""), json_str(then, group, "")))
				return true;
		}
	return false;
}

/* All in one block, which is not shown. */
static void hide_moved(struct list *l, bool moved)
{
	l->moved = moved;
	if (!moved)
		return;
	for (size_t i = 0; i < l->n; i++)
		l->g[i].block = 0;
	l->blocks = 1;
	l->shown = false;
}

static void decide(struct groups *f)
{
	settle(&f->marketing, disclose_join(f->a, f->marketing.g, f->marketing.n));
	settle(&f->sales, disclose_join(f->a, f->sales.g, f->sales.n));
	hide_moved(&f->marketing, has_moved(f, "marketer", "team"));
	hide_moved(&f->sales, has_moved(f, "rep", "team"));
	for (size_t i = 0; i < f->n_doers; i++)
		f->doers[i].row = f->sales.g[f->doers[i].row].block;
	f->joined = arena_array(f->a, bool, f->kinds.n + 1);
	if (!f->kinds_known)
		return;
	disclose_kinds(f->a, f->doers, f->n_doers, f->sales.blocks, f->kinds.n, f->joined);
	settle(&f->segments, disclose_beside(f->a, f->segments.g, f->segments.n, f->doers, f->n_doers,
					     f->sales.blocks, f->kinds.n, f->joined));
	hide_moved(&f->segments, has_moved(f, "rep", "segment"));
}

size_t block_size(const struct list *l, size_t block)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += l->g[i].block == block;
	return n;
}

const char *block_name(const struct groups *f, const struct list *l, size_t block, const char *what)
{
	size_t n = block_size(l, block), i = 0;

	while (i < l->n && l->g[i].block != block)
		i++;
	return n == 1 ? l->name[i] : arena_printf(f->a, "%zu %s together", n, what);
}

size_t block_at(const struct list *l, size_t k)
{
	size_t last = l->blocks;

	for (size_t b = 0; b < l->blocks; b++)
		if (block_size(l, b) > 1)
			last = b;
	return last == l->blocks || k < last ? k : k + 1 < l->blocks ? k + 1 : last;
}

bool blocks_map(const struct groups *f)
{
	for (size_t k = 0; k < f->kinds.n; k++)
		if (!f->joined[k])
			return f->kinds_known && f->sales.shown;
	return false;
}

void blocks_decide(struct groups *f)
{
	name_groups(f);
	count_people(f);
	if (f->people_known)
		decide(f);
	else
		f->joined = arena_array(f->a, bool, f->kinds.n + 1);
}
