/* What an earlier period heard, under the themes of this report.
 *
 * A closed report has the themes of its day. Since then two may have become one,
 * and a part of one a theme of its own. Beside this report, what a theme counted
 * then is counted under the one that it lives on in; the closed report itself
 * stays as it is. A report that is closed has the themes of its own day: what was
 * merged after it is apart in it, and stays so. */
#include <stdlib.h>
#include <string.h>

#include "report_beside.h"

const struct json *theme_listed(const struct json *list, const char *id)
{
	const struct json *t = json_first(list);

	while (t && strcmp(json_str(t, "id", ""), id))
		t = t->next;
	return t;
}

/* ---- which theme it is now ---- */

static const struct theme *theme_by_id(const struct beside *b, int64_t id)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->all[i].id == id)
			return &b->all[i];
	return NULL;
}

/* The key of what it was merged into in the end; its own where it was not. */
static int64_t end_of(const struct beside *b, int64_t id)
{
	const struct theme *t = theme_by_id(b, id);

	for (size_t i = 0; i < b->n && t && t->merged_into; i++) {
		id = t->merged_into;
		t = theme_by_id(b, id);
	}
	return id;
}

static int64_t key_of(const char *ref)
{
	return *ref ? strtoll(ref + 2, NULL, 10) : 0;	/* "T-4" */
}

static bool answers(const struct json *actions, const char *id)
{
	for (const struct json *x = json_first(actions); x; x = x->next)
		for (const struct json *k = json_first(json_get(x, "themes")); k; k = k->next)
			if (k->type == J_STR && !strcmp(k->u.s.p, id))
				return true;
	return false;
}

/* What a report names was a theme of its own when the report was made: a merge
 * takes the remarks and the actions along. */
static bool has_theme(const struct json *model, const char *id)
{
	return theme_listed(json_get(model, "themes"), id) || answers(json_get(model, "actions"), id) ||
	       answers(json_get(model, "done_before"), id);
}

/* How many themes of this report are one by now, the one with the key `end`. */
static size_t same_now(const struct beside *b, int64_t end, const char **first)
{
	size_t n = 0;

	for (const struct json *t = json_first(json_get(b->model, "themes")); t; t = t->next)
		if (end_of(b, key_of(json_str(t, "id", ""))) == end && !n++)
			*first = json_str(t, "id", "");
	return n;
}

static const char *lives_in(const struct beside *b, const char *id)
{
	int64_t end = end_of(b, key_of(id));
	const char *one = NULL;

	if (has_theme(b->model, id))
		return id;
	return same_now(b, end, &one) == 1 ? one : ref_of(b->c, 'T', end);
}

/* ---- what it counted then ---- */

static struct json *add_then(const struct beside *b, struct json *list, const char *id, const char *name,
			     const struct json *counts)
{
	const struct theme *t = theme_by_id(b, key_of(id));
	struct json *o = json_add(b->a, list, NULL, J_OBJECT);

	json_add_str(b->a, o, "id", id);
	json_add_str(b->a, o, "name", name ? name : t ? t->name : "");
	json_add_int(b->a, o, "observations", json_int(counts, "observations", 0));
	json_add_int(b->a, o, "sessions", json_int(counts, "sessions", 0));
	return o;
}

/* Two of then are one: a session that spoke of both counts once, which their own
 * counts cannot tell. Their remarks are all where the last merge put them; what
 * was handed in after the report was closed is not of it. */
static enum rc count_again(struct beside *b, const struct period *p, struct json *one, struct err *err)
{
	int64_t end = end_of(b, key_of(json_str(one, "id", "")));
	struct theme_counts n;
	const char *first;
	enum rc rc;

	if (same_now(b, end, &first) > 1) {
		json_add_bool(b->a, one, "unknown", true);
		return RC_OK;
	}
	rc = theme_count_until(b->c->st, end, p->id, p->closed_s ? p->closed_s : INT64_MAX, &n, err);
	json_at(one, "observations")->u.i = n.observations;
	json_at(one, "sessions")->u.i = n.sessions;
	return rc;
}

/* A period that is open counts by the themes of now, which some of a closed
 * report's are not any more. */
static void add_unknown(struct beside *b, struct json *list)
{
	for (const struct json *t = json_first(json_get(b->model, "themes")); t; t = t->next) {
		const char *id = json_str(t, "id", ""), *first;
		struct json *had = list->u.kids.first;

		if (same_now(b, end_of(b, key_of(id)), &first) < 2)
			continue;
		while (had && strcmp(json_str(had, "id", ""), id))
			had = had->next;
		json_add_bool(b->a, had ? had : add_then(b, list, id, NULL, NULL), "unknown", true);
	}
}

/* Those that were not heard then, but under another name. */
static void add_within(struct beside *b, struct json *list)
{
	for (size_t i = 0; i < b->n_moved; i++) {
		const char *id = ref_of(b->c, 'T', b->moved[i].theme_id);
		const char *from = lives_in(b, ref_of(b->c, 'T', b->moved[i].from_id));
		const struct json *then = theme_listed(list, from);
		struct json *o;

		if (!then || theme_listed(list, id) || !theme_listed(json_get(b->model, "themes"), id))
			continue;
		o = json_add(b->a, add_then(b, list, id, NULL, NULL), "within", J_OBJECT);
		json_add_str(b->a, o, "id", from);
		json_add_str(b->a, o, "name", json_str(then, "name", ""));
		json_add_int(b->a, o, "remarks", b->moved[i].remarks);
	}
}

enum rc themes_then(struct beside *b, const struct period *p, const struct json *other, struct json **out,
		    struct err *err)
{
	struct json *list = json_new(b->a, J_ARRAY), *had;
	enum rc rc = RC_OK;

	for (const struct json *t = json_first(json_get(other, "themes")); !rc && t; t = t->next) {
		const char *was = json_str(t, "id", ""), *id = lives_in(b, was);

		had = list->u.kids.first;
		while (had && strcmp(json_str(had, "id", ""), id))
			had = had->next;
		if (had)
			rc = count_again(b, p, had, err);
		else
			add_then(b, list, id, strcmp(was, id) ? NULL : json_str(t, "name", ""), t);
	}
	if (!p->closed_s)
		add_unknown(b, list);
	add_within(b, list);
	*out = list;
	return rc;
}
