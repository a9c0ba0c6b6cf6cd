/* Looking up write-ups, remarks and themes as the caller may see them. */
#include "notes.h"
#include "replife/lookup_store.h"

static enum rc unseen(struct call *c, char letter, int64_t id, const char *noun,
		      const char *todo, struct err *err)
{
	err_set(err, RC_NOT_FOUND, "there is no %s %s", noun, ref_of(c, letter, id));
	return err_todo(err, "%s", todo);
}

enum rc note_wanted(struct call *c, int64_t id, struct note_view *out, struct err *err)
{
	static const char todo[] = "List yours: replife note list";
	enum rc rc = note_view_get(c->st, c->arena, id, out, err);

	if (rc == RC_NOT_FOUND)
		return err_todo(err, "%s", todo);
	if (rc)
		return rc;
	if (!is_lifecycle(c) && out->note.author_id != c->me.id && out->rep_id != c->me.id)
		return unseen(c, 'N', id, ent_note.noun, todo, err);
	return check_program(c, out->note.program_id, &ent_note, id, err);
}

bool observation_seen(const struct call *c, const struct observation_view *v)
{
	const struct observation *o = &v->o;
	bool reps_own = o->words_of == WORDS_REP && v->rep_id == c->me.id;

	if (is_lifecycle(c) || v->note.author_id == c->me.id || reps_own)
		return true;
	return o->may_quote && !o->held_back && (o->words_of != WORDS_REP || o->cleared) &&
	       v->note.state == NOTE_SUBMITTED;
}

enum rc observation_wanted(struct call *c, int64_t id, struct observation_view *out,
			   struct err *err)
{
	static const char todo[] = "See the remarks of a write-up: replife note show NOTE";
	enum rc rc = observation_view_get(c->st, c->arena, id, out, err);

	if (rc == RC_NOT_FOUND)
		return err_todo(err, "%s", todo);
	if (rc)
		return rc;
	if (!observation_seen(c, out))
		return unseen(c, 'O', id, ent_observation.noun, todo, err);
	return check_program(c, out->note.program_id, &ent_observation, id, err);
}

enum rc theme_wanted(struct call *c, int64_t id, struct theme *out, struct err *err)
{
	enum rc rc = ent_get(c->st, &ent_theme, id, c->arena, out, err);

	if (rc == RC_NOT_FOUND)
		return err_todo(err, "See replife theme list");
	return rc ? rc : check_program(c, out->program_id, &ent_theme, id, err);
}

enum rc check_frozen(struct call *c, const struct note *n, struct err *err)
{
	const char *period;
	enum rc rc = note_frozen_in(c->st, c->arena, n, &period, err);

	if (rc || !period)
		return rc;
	err_conflict(err, REASON_PERIOD_CLOSED, "%s is in the closed report of %s",
		     ref_of(c, 'N', n->id), period);
	return err_todo(err, "Lifecycle can open the period again: replife period reopen %s "
			     "--reason TEXT", say_word(c, period));
}

enum rc note_time(struct call *c, struct note *n, const char **closed, struct err *err)
{
	struct period p;
	enum rc rc = period_at(c, c->program.id, n->said_s, &p, err);

	n->submitted_s = c->now_s;
	*closed = NULL;
	if (rc || !p.id)
		return rc;
	n->late = c->now_s > p.due_s || p.closed_s;
	if (!p.closed_s)
		return RC_OK;
	*closed = p.name;
	if (n->submitted_s <= p.closed_s)
		n->submitted_s = p.closed_s + 1;
	return RC_OK;
}

enum rc said_in(struct call *c, bool latest, struct period *out, struct err *err)
{
	enum rc rc;

	*out = (struct period){ .begin_s = INT64_MIN, .end_s = INT64_MAX };
	if (arg_has(c, "period"))
		return period_wanted(c, "period", out, err);
	rc = latest ? period_before(c->st, c->arena, c->program.id, c->now_s + 1, out, err) : RC_OK;
	if (!rc && !out->id)
		*out = (struct period){ .begin_s = INT64_MIN, .end_s = INT64_MAX };
	return rc;
}
