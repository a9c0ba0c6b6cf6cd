/* Breakdowns of people as others than the team see them: small groups joined
 * (disclose.h decides which), of a report that is built now as of one that was
 * closed. Who is behind a number is counted from the model's own by_person. */
#include <string.h>

#include "replife/disclose.h"
#include "report_fit.h"

#define LUMP "small teams"	/* how programs before joined teams under three */

/* The groups of one breakdown. */
struct list {
	const char **name;
	struct disclose_group *g;
	size_t n, cap, blocks;
	bool shown;
};

struct groups {
	struct arena *a;
	const struct json *model;
	struct json *left;
	struct list marketing, sales, segments, kinds;
	struct disclose_doer *doers;	/* reps with sessions on offer */
	size_t n_people, n_doers;
	bool people_known, kinds_known;
	bool *joined;			/* kinds, where rows are shown by kind */
};

/* `n`: there is none of that name. */
static size_t find(const struct list *l, const char *name)
{
	size_t i = 0;

	while (i < l->n && strcmp(l->name[i], name))
		i++;
	return i;
}

static size_t index_of(struct arena *a, struct list *l, const char *name)
{
	size_t i = find(l, name);

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

/* A team as the model's rows call it. */
static const char *team_of(const struct groups *f, const char *side, const char *team)
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
	const char *team = team_of(f, "sales", json_str(p, "team", NULL));
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
			count_in(f, &f->marketing, team_of(f, "marketing", json_str(p, "team", NULL)),
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

static void decide(struct groups *f)
{
	settle(&f->marketing, disclose_join(f->a, f->marketing.g, f->marketing.n));
	settle(&f->sales, disclose_join(f->a, f->sales.g, f->sales.n));
	for (size_t i = 0; i < f->n_doers; i++)
		f->doers[i].row = f->sales.g[f->doers[i].row].block;
	f->joined = arena_array(f->a, bool, f->kinds.n + 1);
	if (!f->kinds_known)
		return;
	disclose_kinds(f->a, f->doers, f->n_doers, f->sales.blocks, f->kinds.n, f->joined);
	settle(&f->segments, disclose_beside(f->a, f->segments.g, f->segments.n, f->doers, f->n_doers,
					     f->sales.blocks, f->kinds.n, f->joined));
}

static size_t block_size(const struct list *l, size_t block)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		n += l->g[i].block == block;
	return n;
}

static const char *block_name(const struct groups *f, const struct list *l, size_t block, const char *what)
{
	size_t n = block_size(l, block), i = 0;

	while (i < l->n && l->g[i].block != block)
		i++;
	return n == 1 ? l->name[i] : arena_printf(f->a, "%zu %s together", n, what);
}

/* The k-th block to be listed: what is joined comes last. */
static size_t block_at(const struct list *l, size_t k)
{
	size_t last = l->blocks;

	for (size_t b = 0; b < l->blocks; b++)
		if (block_size(l, b) > 1)
			last = b;
	return last == l->blocks || k < last ? k : k + 1 < l->blocks ? k + 1 : last;
}

/* ---- into the model ---- */

/* Sums whole numbers, takes words from the first. */
static void add_up(struct arena *a, struct json *to, const struct json *row)
{
	for (const struct json *k = json_first(row); k; k = k->next) {
		struct json *sum = json_at(to, k->key);

		if (k->type == J_INT && sum)
			sum->u.i += k->u.i;
		else if (!sum)
			json_add(a, to, k->key, k->type)->u = k->u;
	}
}

static void rename_to(struct json *o, const char *key, const char *name)
{
	struct json *s = json_at(o, key);

	if (!s)
		return;
	s->u.s.p = name;
	s->u.s.n = strlen(name);
}

/* A group that nobody is known to be in is in no block. */
static bool is_in(const struct list *l, const char *group, size_t block)
{
	size_t i = find(l, group);

	return i < l->n && l->g[i].block == block;
}

/* Of a list of rows, those whose `of` is `is`, by the blocks of `l`. */
static void put_blocks(struct groups *f, struct json *to, const struct json *rows, const char *of,
		       const char *is, const char *name, const struct list *l, const char *what)
{
	for (size_t k = 0; l->shown && k < l->blocks; k++) {
		size_t block = block_at(l, k);
		struct json *sum = json_new(f->a, J_OBJECT);

		for (const struct json *row = json_first(rows); row; row = row->next) {
			const char *group = json_str(row, name, "");

			if (strcmp(json_str(row, of, ""), is))
				continue;
			if (l == &f->sales)
				group = team_of(f, "sales", group);
			if (is_in(l, group, block))
				add_up(f->a, sum, row);
		}
		if (!json_first(sum))
			continue;
		rename_to(sum, name, block_name(f, l, block, what));
		if (block_size(l, block) > 1)
			json_add_int(f->a, sum, "joined", (int64_t)block_size(l, block));
		json_add(f->a, to, NULL, J_OBJECT)->u = sum->u;
	}
}

static struct json *teams(struct groups *f, const struct json *was)
{
	struct json *list = json_new(f->a, J_ARRAY);

	put_blocks(f, list, was, "side", "marketing", "team", &f->marketing, "teams");
	put_blocks(f, list, was, "side", "sales", "team", &f->sales, "teams");
	return list;
}

static struct json *coverage(struct groups *f, const struct json *was)
{
	struct json *list = json_new(f->a, J_ARRAY);

	put_blocks(f, list, was, "group", "team", "name", &f->sales, "teams");
	put_blocks(f, list, was, "group", "segment", "name", &f->segments, "segments");
	for (const struct json *g = json_first(was); g; g = g->next)
		if (!strcmp(json_str(g, "group", ""), "kind"))
			add_up(f->a, json_add(f->a, list, NULL, J_OBJECT), g);
	return list;
}

/* Of a block's sessions (NOBLOCK: of all), those of one kind (`kinds.n`: of those that are joined). */
#define NOBLOCK SIZE_MAX

static void put_cell(struct groups *f, struct json *list, const struct json *was, size_t block, size_t kind)
{
	struct json *sum = json_new(f->a, J_OBJECT);

	for (const struct json *row = json_first(was); row; row = row->next) {
		size_t k = find(&f->kinds, json_str(row, "kind", ""));

		if (k < f->kinds.n && (kind < f->kinds.n ? k == kind : f->joined[k]) &&
		    (block == NOBLOCK || is_in(&f->sales, team_of(f, "sales", json_str(row, "team", "")), block)))
			add_up(f->a, sum, row);
	}
	if (!json_first(sum))
		return;
	rename_to(sum, "team", block == NOBLOCK ? "All teams" : block_name(f, &f->sales, block, "teams"));
	if (kind == f->kinds.n)
		rename_to(sum, "kind", "other kinds");
	json_add(f->a, list, NULL, J_OBJECT)->u = sum->u;
}

/* Whether rows stand by kind. */
static bool is_map(const struct groups *f)
{
	for (size_t k = 0; k < f->kinds.n; k++)
		if (!f->joined[k])
			return f->kinds_known && f->sales.shown;
	return false;
}

static struct json *map(struct groups *f, const struct json *was)
{
	struct json *list = json_new(f->a, J_ARRAY);
	bool by_team = is_map(f);
	size_t kinds = f->kinds.n;

	for (size_t b = 0; b < (by_team ? f->sales.blocks : 1); b++) {
		size_t block = by_team ? block_at(&f->sales, b) : NOBLOCK;

		for (size_t k = 0; k < kinds; k++)
			if (!by_team || !f->joined[k])
				put_cell(f, list, was, block, k);
		if (by_team)
			put_cell(f, list, was, block, kinds);
	}
	return list;
}

/* ---- what is said of it ---- */

static void say_list(struct groups *f, const struct list *l, const char *code, const char *one, const char *many,
		     const char *why)
{
	size_t joined = 0;

	for (size_t b = 0; b < l->blocks; b++)
		joined += block_size(l, b) > 1 ? block_size(l, b) : 0;
	if (l->n && !l->shown)
		left_add(f->a, f->left, code, (int64_t)l->n, l->n == 1 ? one : many,
			 arena_printf(f->a, "not shown apart, since %s", why));
	else if (joined)
		left_add(f->a, f->left, code, (int64_t)joined, many, arena_printf(f->a, "shown together, since %s", why));
}

#define FEW_BEHIND "fewer than five people are behind one or more of them"
#define UNKNOWN "this closed report does not say how many people are behind it"

/* Whether segments had to be joined further than their own sizes ask for. */
static const char *segments_why(struct groups *f)
{
	struct disclose_group *g = arena_array(f->a, struct disclose_group, f->segments.n + 1);

	if (!f->kinds_known)
		return UNKNOWN;
	for (size_t i = 0; i < f->segments.n; i++)
		g[i] = f->segments.g[i];
	return disclose_join(f->a, g, f->segments.n) == f->segments.blocks ? FEW_BEHIND
		: "beside the teams, what fewer than five people did could be had by subtraction";
}

static void say_map(struct groups *f)
{
	size_t joined = 0;

	for (size_t k = 0; k < f->kinds.n; k++)
		joined += f->joined[k];
	if (!f->sales.shown || !f->kinds.n)
		return;
	if (!is_map(f))
		left_add(f->a, f->left, "kinds_by_team", (int64_t)f->kinds.n, f->kinds.n == 1 ? "kind of call by team"
			 : "kinds of calls by team", arena_printf(f->a, "not shown apart, since %s",
			 f->kinds_known ? "fewer than five reps of a team had one on offer" : UNKNOWN));
	else if (joined)
		left_add(f->a, f->left, "kinds_by_team", (int64_t)joined, joined == 1 ? "kind of call by team"
			 : "kinds of calls by team",
			 "shown together as other kinds, since fewer than five reps of a team had one on offer");
}

static void say(struct groups *f, unsigned parts)
{
	const char *why = f->people_known ? FEW_BEHIND : UNKNOWN;

	if (parts & PART_PARTICIPATION && f->n_people)
		left_add(f->a, f->left, "by_person", (int64_t)f->n_people, f->n_people == 1 ? "person by name"
			 : "people by name", "not shown, since who took part is for the team alone");
	if (parts & PART_PARTICIPATION)
		say_list(f, &f->marketing, "teams_marketing", "team of Marketing", "teams of Marketing", why);
	say_list(f, &f->sales, "teams_sales", "team of Sales", "teams of Sales", why);
	if (parts & PART_COVERAGE) {
		say_list(f, &f->segments, "segments", "segment", "segments", segments_why(f));
		say_map(f);
	}
}

const struct json *report_groups(struct arena *a, const struct json *model, unsigned parts, struct json *left)
{
	struct groups f = { .a = a, .model = model, .left = left };
	struct json *out = json_new(a, J_OBJECT), *p;

	name_groups(&f);
	count_people(&f);
	if (f.people_known)
		decide(&f);
	else
		f.joined = arena_array(a, bool, f.kinds.n + 1);
	for (const struct json *k = json_first(model); k; k = k->next) {
		struct json *to = json_add(a, out, k->key, k->type);

		if (!strcmp(k->key, "coverage"))
			to->u = coverage(&f, k)->u;
		else if (!strcmp(k->key, "coverage_map"))
			to->u = map(&f, k)->u;
		else if (strcmp(k->key, "participation"))
			to->u = k->u;
		else
			for (const struct json *part = json_first(k); part; part = part->next) {
				p = json_add(a, to, part->key, part->type);
				p->u = strcmp(part->key, "teams") ? part->u : teams(&f, part)->u;
			}
	}
	say(&f, parts);
	return out;
}
