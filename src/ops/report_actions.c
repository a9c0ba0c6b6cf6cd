/* The report's model: what Marketing does about what was heard. */
#include <string.h>

#include "report_build.h"
#include "replife/action_store.h"
#include "replife/lookup_store.h"
#include "replife/person_store.h"

/* ---- themes and actions name each other ---- */

/* Put the action's ref into the theme, so that each side names the other. */
static void link_theme(struct build *b, const char *theme, const char *action)
{
	struct json *t = json_at(b->model, "themes")->u.kids.first;

	for (; t; t = t->next)
		if (!strcmp(json_str(t, "id", ""), theme)) {
			struct json *s = json_add(b->a, json_at(t, "actions"), NULL, J_STR);

			s->u.s.p = action;
			s->u.s.n = strlen(action);
		}
}

/* Into each of its themes. */
static enum rc link_themes(struct build *b, const struct action *x, struct err *err)
{
	struct action_theme *links;
	size_t n = 0;
	enum rc rc = action_themes(b->c->st, b->a, x->id, &links, &n, err);

	for (size_t i = 0; !rc && i < n; i++)
		link_theme(b, ref_of(b->c, 'T', links[i].theme_id), ref_of(b->c, 'A', x->id));
	return rc;
}

static enum rc add_action_themes(struct build *b, struct json *o, const struct action *x,
				 struct err *err)
{
	struct json *list = json_add(b->a, o, "themes", J_ARRAY), *names;
	struct action_theme *links;
	size_t n = 0;
	enum rc rc = action_themes(b->c->st, b->a, x->id, &links, &n, err);

	for (size_t i = 0; !rc && i < n; i++) {
		const char *ref = ref_of(b->c, 'T', links[i].theme_id);
		struct json *s = json_add(b->a, list, NULL, J_STR);

		s->u.s.p = ref;
		s->u.s.n = strlen(ref);
	}
	/* Of a theme that nobody speaks of any more, too. */
	names = json_add(b->a, o, "answers", J_ARRAY);
	for (size_t i = 0; !rc && i < n; i++) {
		struct theme t;

		rc = ent_get(b->c->st, &ent_theme, links[i].theme_id, b->a, &t, err);
		if (!rc)
			json_add_str(b->a, names, NULL, t.name);
	}
	return rc;
}

/* ---- whether it helped ---- */

/* When each session was that was written up. */
struct heard_at {
	int64_t *at_s;
	size_t n;
};

static enum rc read_heard(struct build *b, struct heard_at *h, struct err *err)
{
	struct stmt *s = report_heard(b->c->st, b->c->program.id, b->when);
	size_t cap = 0;

	while (stmt_row(s)) {
		if (h->n == cap) {
			h->at_s = arena_grow(b->a, h->at_s, cap * sizeof *h->at_s,
					     (cap * 2 + 64) * sizeof *h->at_s);
			cap = cap * 2 + 64;
		}
		h->at_s[h->n++] = col_int(s, 0);
	}
	return stmt_done(s, err);
}

/* In how many sessions before and after it was done its themes were spoken of,
 * each beside how many there were. */
static enum rc add_since(struct build *b, struct json *to, const struct action *x,
			 const struct heard_at *h, struct err *err)
{
	struct spoken n;
	struct json *o;
	int64_t after = 0;
	enum rc rc = report_spoken(b->c->st, x->id, b->p->id, x->done_s, &n, err);

	if (rc)
		return rc;
	for (size_t i = 0; i < h->n; i++)
		after += h->at_s[i] > x->done_s;
	o = json_add(b->a, to, "since", J_OBJECT);
	json_add_int(b->a, o, "sessions", n.sessions);
	json_add_int(b->a, o, "of", after);
	json_add_int(b->a, o, "observations", n.remarks);
	json_add_int(b->a, o, "sessions_until", n.sessions_until);
	json_add_int(b->a, o, "of_until", (int64_t)h->n - after);
	return RC_OK;
}

/* ---- into the model ---- */

/* The owner's name, and the role that stands for it outside the team: that of
 * most rights, so that nobody is known by having two. */
static enum rc add_owner(struct build *b, struct json *o, const struct action_view *v, struct err *err)
{
	unsigned roles;
	enum rc rc;

	if (!v->owner_name)
		return RC_OK;
	json_add_str(b->a, o, "owner", v->owner_name);
	rc = roles_of(b->c->st, v->action.owner_id, b->c->program.id, &roles, err);
	if (rc)
		return rc;
	if (roles & ROLE_BIT(ROLE_LIFECYCLE))
		json_add_str(b->a, o, "owner_role", role_words[ROLE_LIFECYCLE].code);
	else if (roles & ROLE_BIT(ROLE_MARKETER))
		json_add_str(b->a, o, "owner_role", role_words[ROLE_MARKETER].code);
	else if (roles & ROLE_BIT(ROLE_REP))
		json_add_str(b->a, o, "owner_role", role_words[ROLE_REP].code);
	return RC_OK;
}

static bool was_done(const struct action *x)
{
	return x->state == ACTION_DONE || x->state == ACTION_VERIFIED || x->state == ACTION_INEFFECTIVE;
}

static enum rc add_action(struct build *b, struct json *list, const struct action_view *v,
			  const struct heard_at *h, struct err *err)
{
	const struct action *x = &v->action;
	struct json *o = json_add(b->a, list, NULL, J_OBJECT);
	bool changed = was_done(x);
	enum rc rc;

	json_add_str(b->a, o, "id", ref_of(b->c, 'A', x->id));
	json_add_str(b->a, o, "title", x->title);
	json_add_str(b->a, o, "area", area_words[x->area].code);
	rc = add_owner(b, o, v, err);
	if (rc)
		return rc;
	if (x->due_day)
		json_add_str(b->a, o, "due", report_day(b->a, x->due_day));
	json_add_str(b->a, o, "state", action_state_words[x->state].code);
	if (x->done_s)
		report_instant(b, o, "done", x->done_s);
	if (x->outcome)
		json_add_str(b->a, o, "outcome", x->outcome);
	if (x->reason)
		json_add_str(b->a, o, "reason", x->reason);
	json_add_bool(b->a, o, "changed", changed && x->done_s >= b->when.begin_s);
	if (changed) {
		rc = add_since(b, o, x, h, err);
		if (rc)
			return rc;
	}
	return add_action_themes(b, o, x, err);
}

/* Which of the lists an action is in; none: it was done long ago. */
enum place { NOWHERE, NOW, BEFORE };

static enum place place_of(const struct build *b, const struct action *x, int64_t before_s)
{
	if (action_is_open(x->state) || x->state == ACTION_DECLINED || x->done_s >= b->when.begin_s)
		return NOW;
	return was_done(x) && x->done_s >= before_s ? BEFORE : NOWHERE;
}

struct actions {
	struct action_view *v;
	size_t n, cap;
};

static enum rc read_actions(struct build *b, struct actions *all, int64_t before_s, struct err *err)
{
	struct action_query q = { .program_id = b->c->program.id, .all = true };
	struct stmt *s = actions_query(b->c->st, &q);
	struct action_view v;

	while (actions_next(s, b->a, &v)) {
		if (place_of(b, &v.action, before_s) == NOWHERE)
			continue;
		if (all->n == all->cap) {
			all->v = arena_grow(b->a, all->v, all->cap * sizeof v, (all->cap * 2 + 16) * sizeof v);
			all->cap = all->cap * 2 + 16;
		}
		all->v[all->n++] = v;
	}
	return stmt_done(s, err);
}

enum rc report_answers(struct build *b, struct err *err)
{
	struct actions all = { 0 };
	enum rc rc = read_actions(b, &all, b->when.begin_s, err);

	for (size_t i = 0; !rc && i < all.n; i++)
		rc = link_themes(b, &all.v[i].action, err);
	return rc;
}

/* Those that are open, those that were done in this period or since, and
 * those that were declined; then those that were done in the period before,
 * of which these sessions tell whether they helped. */
enum rc report_actions(struct build *b, struct err *err)
{
	struct json *now = json_add(b->a, b->model, "actions", J_ARRAY), *then;
	struct actions all = { 0 };
	struct heard_at h = { 0 };
	struct period before;
	int64_t before_s;
	enum rc rc = period_before(b->c->st, b->a, b->c->program.id, b->when.begin_s, &before, err);

	if (rc)
		return rc;
	before_s = before.id ? before.begin_s : b->when.begin_s;
	then = json_add(b->a, b->model, "done_before", J_ARRAY);
	rc = read_actions(b, &all, before_s, err);
	if (!rc)
		rc = read_heard(b, &h, err);
	for (size_t i = 0; !rc && i < all.n; i++) {
		bool is_now = place_of(b, &all.v[i].action, before_s) == NOW;

		rc = add_action(b, is_now ? now : then, &all.v[i], &h, err);
		if (!rc && is_now)
			rc = link_themes(b, &all.v[i].action, err);
	}
	return rc;
}
