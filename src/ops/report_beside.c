/* The report beside earlier periods: what is heard more, or less, or not any
 * more; and period by period. */
#include <string.h>

#include "report_beside.h"
#include "replife/lookup_store.h"

#define TREND 3		/* periods before this one */
#define FEW 5		/* a base below it says too little */

enum rc beside_load(struct call *c, const struct period *p, struct json *model, struct beside **out,
		    struct err *err)
{
	struct beside *b = *out = arena_new(c->arena, struct beside);
	enum rc rc;

	*b = (struct beside){ .c = c, .a = c->arena, .model = model };
	rc = themes_of(c->st, c->arena, c->program.id, &b->all, &b->n, err);
	return rc ? rc : remarks_moved(c->st, c->arena, c->program.id, p->id,
				       p->closed_s ? p->closed_s : INT64_MAX, &b->moved, &b->n_moved, err);
}

/* ---- beside one ---- */

/* Of what a theme is counted, and of how many, now and then. */
struct share {
	const char *unit;	/* "sessions", "remarks" */
	int64_t n, of, then, then_of;
};

/* Of sessions; of remarks where then or now there were no sessions, or where
 * the theme was only in remarks that belong to none. `theme`, `before`: what it
 * counted now and then, or NULL. */
static struct share share_of(const struct json *model, const struct json *other, const struct json *theme,
			     const struct json *before)
{
	const struct json *now = json_get(model, "base"), *then = json_get(other, "base");
	const struct json *known = json_int(before, "observations", 0) ? before : theme;
	bool sessions = json_int(now, "written_up", 0) && json_int(then, "written_up", 0) &&
			(json_int(known, "sessions", 0) || !json_int(known, "observations", 0));
	const char *n = sessions ? "sessions" : "observations", *of = sessions ? "written_up" : "remarks";

	return (struct share){ sessions ? "sessions" : "remarks", json_int(theme, n, 0), json_int(now, of, 0),
			       json_int(before, n, 0), json_int(then, of, 0) };
}

/* What may be said of it. Under FEW in either base nothing may; and one session
 * more or fewer than as many as then is no change, nor does it make anything new
 * or gone. */
static const char *change_of(const struct share *s)
{
	int64_t more = s->n * s->then_of - s->then * s->of, least = 2 * s->then_of;

	if (s->of < FEW || s->then_of < FEW)
		return "few";
	if (more >= least)
		return s->then ? "up" : "new";
	return more > -least ? "same" : "down";
}

static void add_share(struct beside *b, struct json *to, const struct json *then, const struct share *s)
{
	json_add_int(b->a, to, "observations", json_int(then, "observations", 0));
	json_add_int(b->a, to, "sessions", json_int(then, "sessions", 0));
	json_add_str(b->a, to, "unit", s->unit);
}

/* What was heard then and is not now. */
static void add_gone(struct beside *b, struct json *to, const struct json *other, const struct json *then)
{
	struct json *list = json_add(b->a, to, "gone", J_ARRAY);
	const struct json *t = json_first(then);

	for (; t; t = t->next) {
		struct share s = share_of(b->model, other, NULL, t);
		struct json *o;

		if (theme_listed(json_get(b->model, "themes"), json_str(t, "id", "")) ||
		    json_bool(t, "unknown", false) || strcmp(change_of(&s), "down"))
			continue;
		o = json_add(b->a, list, NULL, J_OBJECT);
		json_add_str(b->a, o, "id", json_str(t, "id", ""));
		json_add_str(b->a, o, "name", json_str(t, "name", ""));
		add_share(b, o, t, &s);
	}
}

/* What was counted within another theme then is not new, and what it was then
 * nobody has counted. */
static void add_before(struct beside *b, struct json *theme, const struct json *other, const struct json *then)
{
	const struct json *within = json_get(then, "within");
	struct share s = share_of(b->model, other, theme, then);
	const char *how = change_of(&s);
	struct json *o;

	if (json_bool(then, "unknown", false))
		return;
	o = json_add(b->a, theme, "before", J_OBJECT);
	add_share(b, o, then, &s);
	json_add_str(b->a, o, "change", within && strcmp(how, "few") ? "split" : how);
	if (within)
		json_add(b->a, o, "within", J_OBJECT)->u = within->u;
}

enum rc beside_period(struct beside *b, const struct period *before, unsigned parts, struct err *err)
{
	struct json *o, *other, *then, *list = json_at(b->model, "themes");
	enum rc rc = report_of(b->c, before, parts, &other, err);

	if (!rc)
		rc = themes_then(b, before, other, &then, err);
	if (rc)
		return rc;
	o = json_add(b->a, b->model, "compare", J_OBJECT);
	json_add_str(b->a, o, "period", json_str(json_get(other, "period"), "name", ""));
	for (const struct json *k = json_first(json_get(other, "base")); k; k = k->next)
		json_add_int(b->a, o, k->key, k->u.i);
	if (!list)
		return RC_OK;
	add_gone(b, o, other, then);
	for (struct json *t = list->u.kids.first; t; t = t->next)
		add_before(b, t, other, theme_listed(then, json_str(t, "id", "")));
	return RC_OK;
}

/* ---- period by period ---- */

static enum rc add_trend(struct beside *b, struct json *list, const struct period *p, const struct json *other,
			 struct err *err)
{
	struct json *o = json_add(b->a, list, NULL, J_OBJECT), *themes, *then;
	enum rc rc = themes_then(b, p, other, &then, err);

	if (rc)
		return rc;
	json_add_str(b->a, o, "period", json_str(json_get(other, "period"), "name", ""));
	json_add_int(b->a, o, "held", json_int(json_get(other, "base"), "held", 0));
	json_add_int(b->a, o, "written_up", json_int(json_get(other, "base"), "written_up", 0));
	themes = json_add(b->a, o, "themes", J_ARRAY);
	for (const struct json *t = json_first(then); t; t = t->next) {
		struct json *k = json_add(b->a, themes, NULL, J_OBJECT);

		json_add_str(b->a, k, "id", json_str(t, "id", ""));
		json_add_int(b->a, k, "observations", json_int(t, "observations", 0));
		json_add_int(b->a, k, "sessions", json_int(t, "sessions", 0));
		if (json_bool(t, "unknown", false))
			json_add_bool(b->a, k, "unknown", true);
		if (json_get(t, "within"))
			json_add_str(b->a, k, "within", json_str(json_get(t, "within"), "id", ""));
	}
	return RC_OK;
}

/* The oldest first. One that cannot be read is left out: this report stands
 * without it. */
enum rc beside_trend(struct beside *b, const struct period *p, struct err *err)
{
	struct json *then[TREND] = { NULL }, *list;
	struct period before[TREND];
	int64_t begin_s = p->begin_s;
	size_t n = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < TREND; i++) {
		struct err unread = { 0 };
		struct snapshot s = { 0 };

		rc = period_before(b->c->st, b->a, b->c->program.id, begin_s, &before[n], err);
		if (!rc && before[n].id && before[n].closed_s)
			rc = snapshot_latest(b->c->st, b->a, before[n].id, &s, err);
		if (rc)
			return rc;
		if (!before[n].id)
			break;
		begin_s = before[n].begin_s;
		if (!before[n].closed_s || !s.id)
			continue;
		if (report_thaw(b->c, &before[n], &s, &then[n], &unread))
			reply_warn(b->c->reply, "Left out of the trend: %s", unread.what);
		else
			n++;
	}
	list = n ? json_add(b->a, b->model, "trend", J_ARRAY) : NULL;
	for (; !rc && n; n--)
		rc = add_trend(b, list, &before[n - 1], then[n - 1], err);
	return rc;
}
