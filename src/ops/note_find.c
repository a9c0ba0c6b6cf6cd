/* What of write-ups is frozen, when they were said, and who reads their remarks. */
#include "notes.h"
#include "replife/lookup_store.h"

bool observation_seen(struct call *c, const struct observation_view *v)
{
	struct object o;

	object_of_remark(v, &o);
	return may_see(c, &o);
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
