/* Breakdowns of people as others than the team see them: small groups joined
 * (disclose.h decides which), of a report that is built now as of one that was
 * closed. */
#include "report_blocks.h"

#include <stdint.h>
#include <string.h>

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

#define NOBLOCK SIZE_MAX

/* The block of a row by its group; one that nobody is known to be in has none. */
static size_t block_of(const struct list *l, const char *group)
{
	size_t at = group_find(l, group);

	return at == NO_NAME || !l->blocks ? NOBLOCK : l->g[at].block;
}

static struct json *sum_at(struct arena *a, struct json **sums, size_t i)
{
	if (!sums[i])
		sums[i] = json_new(a, J_OBJECT);
	return sums[i];
}

/* Of a list of rows, those whose `of` is `is`, by the blocks of `l`. */
static void put_blocks(struct groups *f, struct json *to, const struct json *rows, const char *of,
		       const char *is, const char *name, const struct list *l, const char *what)
{
	struct json **sums = arena_array(f->a, struct json *, l->blocks + 1);

	if (!l->shown)
		return;
	for (const struct json *row = json_first(rows); row; row = row->next) {
		const char *group = json_str(row, name, "");
		size_t block = block_of(l, l == &f->sales ? group_of_team(l, group) : group);

		if (block != NOBLOCK && !strcmp(json_str(row, of, ""), is))
			add_up(f->a, sum_at(f->a, sums, block), row);
	}
	for (size_t k = 0; k < l->blocks; k++) {
		size_t block = block_at(l, k);
		struct json *sum = sums[block];

		if (!sum)
			continue;
		rename_to(sum, name, block_name(f, l, block, what));
		if (l->size[block] > 1)
			json_add_int(f->a, sum, "joined", (int64_t)l->size[block]);
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

/* The sums of a map's rows: of each block, or of all in one row, its kinds and
 * then those that are joined. */
static struct json **map_sums(struct groups *f, const struct json *was, size_t rows, bool by_team)
{
	size_t kinds = f->kinds.names.n;
	struct json **sums = arena_array(f->a, struct json *, rows * (kinds + 1) + 1);

	for (const struct json *row = json_first(was); row; row = row->next) {
		size_t kind = group_find(&f->kinds, json_str(row, "kind", "")), block = 0;

		if (by_team)
			block = block_of(&f->sales, group_of_team(&f->sales, json_str(row, "team", "")));
		if (kind == NO_NAME || block == NOBLOCK)
			continue;
		if (by_team && f->joined[kind])
			kind = kinds;
		add_up(f->a, sum_at(f->a, sums, block * (kinds + 1) + kind), row);
	}
	return sums;
}

static struct json *map(struct groups *f, const struct json *was)
{
	struct json *list = json_new(f->a, J_ARRAY);
	bool by_team = blocks_map(f);
	size_t kinds = f->kinds.names.n, rows = by_team ? f->sales.blocks : 1;
	struct json **sums = map_sums(f, was, rows, by_team);

	for (size_t b = 0; b < rows; b++) {
		size_t block = by_team ? block_at(&f->sales, b) : 0;

		for (size_t k = 0; k <= kinds; k++) {
			struct json *sum = sums[block * (kinds + 1) + k];

			if (!sum)
				continue;
			rename_to(sum, "team", by_team ? block_name(f, &f->sales, block, "teams") : "All teams");
			if (k == kinds)
				rename_to(sum, "kind", "other kinds");
			json_add(f->a, list, NULL, J_OBJECT)->u = sum->u;
		}
	}
	return list;
}

/* ---- what is said of it ---- */

#define FEW_BEHIND "fewer than five people are behind one or more of them"
#define MOVED "somebody has, or may have, changed groups since an earlier closed report of this period, " \
	"and what they did could be had by subtraction"
#define UNKNOWN "this closed report does not say how many people are behind it"

static void say_list(struct groups *f, const struct list *l, const char *code, const char *one, const char *many,
		     const char *why)
{
	size_t joined = 0;

	for (size_t b = 0; b < l->blocks; b++)
		joined += l->size[b] > 1 ? l->size[b] : 0;
	why = l->moved ? MOVED : why;
	if (l->names.n && !l->shown)
		left_add(f->a, f->left, code, (int64_t)l->names.n, l->names.n == 1 ? one : many,
			 arena_printf(f->a, "not shown apart, since %s", why));
	else if (joined)
		left_add(f->a, f->left, code, (int64_t)joined, many, arena_printf(f->a, "shown together, since %s", why));
}

/* Whether segments had to be joined further than their own sizes ask for. */
static const char *segments_why(struct groups *f)
{
	struct disclose_group *g = arena_array(f->a, struct disclose_group, f->segments.names.n + 1);

	if (!f->kinds_known)
		return UNKNOWN;
	for (size_t i = 0; i < f->segments.names.n; i++)
		g[i] = f->segments.g[i];
	return disclose_join(f->a, g, f->segments.names.n) == f->segments.blocks ? FEW_BEHIND
		: "beside the teams, what fewer than five people did could be had by subtraction";
}

static void say_map(struct groups *f)
{
	size_t joined = 0, kinds = f->kinds.names.n;

	for (size_t k = 0; k < kinds; k++)
		joined += f->joined[k];
	if (!f->sales.shown || !kinds)
		return;
	if (!blocks_map(f))
		left_add(f->a, f->left, "kinds_by_team", (int64_t)kinds, kinds == 1 ? "kind of call by team"
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

const struct json *report_groups(struct arena *a, const struct json *model, const struct json *earlier,
				 unsigned parts, struct json *left)
{
	struct groups f = { .a = a, .model = model, .earlier = earlier, .left = left };
	struct json *out = json_new(a, J_OBJECT), *p;

	blocks_decide(&f);
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
