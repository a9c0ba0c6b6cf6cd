/* Periods and themes as people name them. */
#include <string.h>

#include "notes.h"
#include "replife/lookup_store.h"
#include "rows.h"
#include "session_i.h"

enum rc period_at(struct call *c, int64_t program_id, int64_t at_s, struct period *out,
		  struct err *err)
{
	return period_holding(c->st, c->arena, program_id, at_s, out, err);
}

static enum rc no_period(struct call *c, struct err *err)
{
	err_set(err, RC_NOT_FOUND, "there is no period yet");
	return err_todo(err, "Lifecycle opens one: %s", say_open_period(c));
}

/* The period that holds now, else the latest that has begun. */
static enum rc period_now(struct call *c, struct period *out, struct err *err)
{
	enum rc rc = period_before(c->st, c->arena, c->program.id, c->now_s + 1, out, err);

	return rc || out->id ? rc : no_period(c, err);
}

enum rc period_wanted(struct call *c, const char *param, struct period *out, struct err *err)
{
	if (arg_has(c, param))
		return ent_get(c->st, &ent_period, arg_int(c, param, 0), c->arena, out, err);
	return period_now(c, out, err);
}

enum rc period_typed(struct call *c, const char *text, int64_t *id, struct err *err)
{
	struct period p = { 0 };
	enum rc rc;

	if (!strcmp(text, "this") || !strcmp(text, "last")) {
		rc = period_now(c, &p, err);
		if (!rc && *text == 'l')
			rc = period_before(c->st, c->arena, c->program.id, p.begin_s, &p, err);
		if (!rc && !p.id)
			return no_period(c, err);
		*id = p.id;
		return rc;
	}
	rc = period_named(c->st, c->arena, c->program.id, text, &p, err);
	*id = p.id;
	if (rc || p.id)
		return rc;
	*id = *text == 'P' || *text == 'p' ? ref_parse('P', text) : 0;
	if (*id)
		return see(c, ON_PERIOD, *id, err);
	err_set(err, RC_NOT_FOUND, "there is no period '%.100s'", text);
	return err_todo(err, "See replife period list");
}

enum rc theme_typed(struct call *c, const char *text, int64_t *id, struct err *err)
{
	struct theme t;
	enum rc rc = theme_named(c->st, c->arena, c->program.id, text, &t, err);

	*id = t.id;
	if (rc || t.id)
		return rc;
	*id = ref_parse('T', text);
	if (*id)
		return see(c, ON_THEME, *id, err);
	err_set(err, RC_NOT_FOUND, "there is no theme '%.100s'", text);
	return err_todo(err, "See replife theme list");
}
