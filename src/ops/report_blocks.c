/* Who is in which group, and which groups are put together. Who is behind a
 * number is counted from the model's own by_person. */
#include "report_blocks.h"

#include <string.h>

#define LUMP "small teams"	/* how programs before joined teams under three */

size_t group_find(const struct list *l, const char *name)
{
	return name_map_find(&l->names, name, strlen(name));
}

static size_t index_of(struct list *l, const char *name)
{
	size_t i = name_map_at(&l->names, name, strlen(name));

	if (l->names.n > l->cap) {
		size_t cap = l->cap * 2 + 16;

		l->g = arena_grow(l->names.arena, l->g, l->cap * sizeof *l->g, cap * sizeof *l->g);
		l->cap = cap;
	}
	return i;
}

/* ---- who is in which group ---- */

const char *group_of_team(const struct list *side, const char *team)
{
	team = coverage_name(team);
	return group_find(side, team) == NO_NAME ? LUMP : team;
}

static void count_in(struct list *l, const char *name, bool does)
{
	size_t i = index_of(l, name);

	l->g[i].members++;
	l->g[i].doers += does;
}

static void count_rep(struct groups *f, const struct json *p)
{
	const char *team = group_of_team(&f->sales, json_str(p, "team", NULL));
	const char *segment = coverage_name(json_str(p, "segment", NULL));
	const struct json *kinds = json_get(p, "kinds");
	bool does = json_int(p, "offered", 0) > 0, *mine;

	f->kinds_known &= !does || kinds;
	count_in(&f->sales, team, does);
	count_in(&f->segments, segment, does);
	if (!does)
		return;
	mine = arena_array(f->a, bool, f->kinds.names.n + 1);
	for (const struct json *k = json_first(kinds); k; k = k->next) {
		size_t i = k->type == J_STR ? group_find(&f->kinds, k->u.s.p) : NO_NAME;

		if (i != NO_NAME)
			mine[i] = true;
	}
	f->doers[f->n_doers++] = (struct disclose_doer){ index_of(&f->sales, team),
							 index_of(&f->segments, segment), mine };
}

/* In the order of the model's rows. */
static void name_groups(struct groups *f)
{
	const struct json *row = json_first(json_get(json_get(f->model, "participation"), "teams"));

	for (; row; row = row->next)
		index_of(strcmp(json_str(row, "side", ""), "sales") ? &f->marketing : &f->sales,
			 json_str(row, "team", ""));
	for (row = json_first(json_get(f->model, "coverage")); row; row = row->next)
		if (!strcmp(json_str(row, "group", ""), "kind"))
			index_of(&f->kinds, json_str(row, "name", ""));
		else if (!strcmp(json_str(row, "group", ""), "segment"))
			index_of(&f->segments, json_str(row, "name", ""));
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
			count_in(&f->marketing, group_of_team(&f->marketing, json_str(p, "team", NULL)),
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
	l->shown = blocks > 1 || (blocks == 1 && l->names.n == 1 && disclose_may(l->g[0].members, l->g[0].doers));
}

/* Everybody of an earlier closed report beside who they are now. */
struct moves {
	const struct json **now;	/* by number of the login */
	struct name_map logins;
	bool team_marketing, team_sales, segment;
};

static bool differs(const struct json *then, const struct json *now, const char *side, const char *group)
{
	return json_bool(then, side, false) && json_bool(now, side, false) && json_get(then, group) &&
	       strcmp(json_str(now, group, ""), json_str(then, group, ""));
}

/* Who is in another group than in an earlier closed report of this period: the
 * same group then and now would differ by that person. */
static void find_moves(const struct groups *f, struct moves *m)
{
	const struct json *p = json_first(json_get(json_get(f->model, "participation"), "by_person"));

	m->logins.arena = f->a;
	m->now = arena_array(f->a, const struct json *, f->n_people + 1);
	for (; p; p = p->next) {
		const char *login = json_str(p, "login", "");

		m->now[name_map_at(&m->logins, login, strlen(login))] = p;
	}
	for (const struct json *e = json_first(f->earlier); e; e = e->next) {
		/* One that does not say who took part: nobody knows who has moved. */
		if (!json_get(e, "by_person"))
			m->team_marketing = m->team_sales = m->segment = true;
		for (p = json_first(json_get(e, "by_person")); p; p = p->next) {
			const char *login = json_str(p, "login", "");
			size_t at = name_map_find(&m->logins, login, strlen(login));

			if (at == NO_NAME)
				continue;
			m->team_marketing |= differs(p, m->now[at], "marketer", "team");
			m->team_sales |= differs(p, m->now[at], "rep", "team");
			m->segment |= differs(p, m->now[at], "rep", "segment");
		}
	}
}

/* All in one block, which is not shown. */
static void hide_moved(struct list *l, bool moved)
{
	l->moved = moved;
	if (!moved)
		return;
	for (size_t i = 0; i < l->names.n; i++)
		l->g[i].block = 0;
	l->blocks = 1;
	l->shown = false;
}

static void decide(struct groups *f)
{
	struct moves m = { 0 };

	find_moves(f, &m);
	settle(&f->marketing, disclose_join(f->a, f->marketing.g, f->marketing.names.n));
	settle(&f->sales, disclose_join(f->a, f->sales.g, f->sales.names.n));
	hide_moved(&f->marketing, m.team_marketing);
	hide_moved(&f->sales, m.team_sales);
	for (size_t i = 0; i < f->n_doers; i++)
		f->doers[i].row = f->sales.g[f->doers[i].row].block;
	if (!f->kinds_known)
		return;
	disclose_kinds(f->a, f->doers, f->n_doers, f->sales.blocks, f->kinds.names.n, f->joined);
	settle(&f->segments, disclose_beside(f->a, f->segments.g, f->segments.names.n, f->doers, f->n_doers,
					     f->sales.blocks, f->kinds.names.n, f->joined));
	hide_moved(&f->segments, m.segment);
}

static void name_blocks(struct list *l)
{
	l->size = arena_array(l->names.arena, size_t, l->blocks + 1);
	l->first = arena_array(l->names.arena, const char *, l->blocks + 1);
	for (size_t i = 0; i < l->names.n && l->blocks; i++)
		if (!l->size[l->g[i].block]++)
			l->first[l->g[i].block] = l->names.name[i];
}

const char *block_name(const struct groups *f, const struct list *l, size_t block, const char *what)
{
	return l->size[block] == 1 ? l->first[block] : arena_printf(f->a, "%zu %s together", l->size[block], what);
}

size_t block_at(const struct list *l, size_t k)
{
	size_t joined = 0;

	while (joined < l->blocks && l->size[joined] == 1)
		joined++;
	return joined == l->blocks || k < joined ? k : k + 1 < l->blocks ? k + 1 : joined;
}

bool blocks_map(const struct groups *f)
{
	for (size_t k = 0; k < f->kinds.names.n; k++)
		if (!f->joined[k])
			return f->kinds_known && f->sales.shown;
	return false;
}

void blocks_decide(struct groups *f)
{
	f->marketing.names.arena = f->sales.names.arena = f->segments.names.arena = f->kinds.names.arena = f->a;
	name_groups(f);
	count_people(f);
	f->joined = arena_array(f->a, bool, f->kinds.names.n + 1);
	if (f->people_known)
		decide(f);
	name_blocks(&f->marketing);
	name_blocks(&f->sales);
	name_blocks(&f->segments);
}
