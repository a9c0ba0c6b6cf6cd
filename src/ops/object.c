/* What an op acts on: looked up, with who stands how to it. */
#include "notes.h"
#include "replife/log_store.h"
#include "seats.h"

static int bit_of(enum relation r)
{
	int i = 0;

	while (!(r & 1u << i))
		i++;
	return i;
}

static void stands(struct object *o, enum relation how, int64_t person_id)
{
	o->who[bit_of(how)] = person_id;
}

void object_of_remark(const struct observation_view *v, struct object *o)
{
	bool reps = v->o.words_of == WORDS_REP;

	*o = (struct object){ .on = ON_REMARK, .id = v->o.id, .program_id = v->note.program_id };
	stands(o, REL_AUTHOR, v->note.author_id);
	stands(o, REL_REP, reps ? v->rep_id : 0);
	o->open = v->o.may_quote && !v->o.held_back && (!reps || v->o.cleared) &&
		  v->note.state == NOTE_SUBMITTED;
}

static enum rc session(struct call *c, struct object *o, struct err *err)
{
	struct slot s;
	enum rc rc = ent_get(c->st, &ent_slot, o->id, c->arena, &s, err);

	if (rc)
		return rc;
	o->program_id = s.program_id;
	o->open = s.state != SLOT_DRAFT;
	stands(o, REL_REP, s.rep_id);
	return RC_OK;
}

static enum rc booking(struct call *c, struct object *o, struct err *err)
{
	struct booking b;
	struct slot s;
	enum rc rc = ent_get(c->st, &ent_booking, o->id, c->arena, &b, err);

	if (!rc)
		rc = ent_get(c->st, &ent_slot, b.slot_id, c->arena, &s, err);
	if (rc)
		return rc;
	o->program_id = s.program_id;
	stands(o, REL_MARKETER, b.marketer_id);
	stands(o, REL_REP, s.rep_id);
	return RC_OK;
}

static enum rc note(struct call *c, struct object *o, struct err *err)
{
	struct note_view v;
	enum rc rc = note_view_get(c->st, c->arena, o->id, &v, err);

	if (rc)
		return rc;
	o->program_id = v.note.program_id;
	stands(o, REL_AUTHOR, v.note.author_id);
	stands(o, REL_REP, v.rep_id);
	return RC_OK;
}

static enum rc remark(struct call *c, struct object *o, struct err *err)
{
	struct observation_view v;
	enum rc rc = observation_view_get(c->st, c->arena, o->id, &v, err);

	if (!rc)
		object_of_remark(&v, o);
	return rc;
}

static enum rc lead(struct call *c, struct object *o, struct err *err)
{
	struct lead l;
	struct note n;
	enum rc rc = ent_get(c->st, &ent_lead, o->id, c->arena, &l, err);

	if (!rc)
		rc = ent_get(c->st, &ent_note, l.note_id, c->arena, &n, err);
	if (rc)
		return rc;
	o->program_id = n.program_id;
	stands(o, REL_AUTHOR, n.author_id);
	return RC_OK;
}

static enum rc theme(struct call *c, struct object *o, struct err *err)
{
	struct theme t;
	enum rc rc = ent_get(c->st, &ent_theme, o->id, c->arena, &t, err);

	o->program_id = rc ? 0 : t.program_id;
	return rc;
}

static enum rc action(struct call *c, struct object *o, struct err *err)
{
	struct action a;
	enum rc rc = ent_get(c->st, &ent_action, o->id, c->arena, &a, err);

	if (rc)
		return rc;
	o->program_id = a.program_id;
	stands(o, REL_OWNER, a.owner_id);
	return RC_OK;
}

static enum rc period(struct call *c, struct object *o, struct err *err)
{
	struct period p;
	enum rc rc = ent_get(c->st, &ent_period, o->id, c->arena, &p, err);

	o->program_id = rc ? 0 : p.program_id;
	return rc;
}

static enum rc hours(struct call *c, struct object *o, struct err *err)
{
	struct rule r;
	enum rc rc = ent_get(c->st, &ent_rule, o->id, c->arena, &r, err);

	if (rc)
		return rc;
	o->program_id = r.program_id;
	stands(o, REL_REP, r.rep_id);
	return RC_OK;
}

static enum rc day(struct call *c, struct object *o, struct err *err)
{
	struct dayoff d;
	enum rc rc = ent_get(c->st, &ent_dayoff, o->id, c->arena, &d, err);

	if (rc)
		return rc;
	o->program_id = d.program_id;
	stands(o, REL_REP, d.rep_id);
	return RC_OK;
}

static enum rc person(struct call *c, struct object *o, struct err *err)
{
	(void)c;
	(void)err;
	stands(o, REL_SELF, o->id);
	return RC_OK;
}

static enum rc program(struct call *c, struct object *o, struct err *err)
{
	(void)c;
	(void)err;
	o->program_id = o->id;
	return RC_OK;
}

static enum rc entry(struct call *c, struct object *o, struct err *err)
{
	struct log_entry e;
	enum rc rc = log_get(c->st, c->arena, o->id, &e, err);

	if (rc)
		return rc;
	stands(o, REL_AUTHOR, e.person_id);
	return e.seq ? RC_OK : RC_NOT_FOUND;
}

static enum rc everything(struct call *c, struct object *o, struct err *err)
{
	(void)c;
	(void)o;
	(void)err;
	return RC_OK;
}

static enum rc (*const finders[N_OBJECT_KINDS])(struct call *, struct object *, struct err *) = {
	[ON_SESSION] = session, [ON_BOOKING] = booking, [ON_NOTE] = note, [ON_REMARK] = remark,
	[ON_LEAD] = lead, [ON_THEME] = theme, [ON_ACTION] = action, [ON_PERIOD] = period,
	[ON_HOURS] = hours, [ON_DAY] = day, [ON_PERSON] = person, [ON_PROGRAM] = program,
	[ON_ENTRY] = entry, [ON_ALL] = everything,
};

enum rc object_find(struct call *c, enum object_kind on, int64_t id, struct object *o,
		    struct err *err)
{
	enum rc rc;

	*o = (struct object){ .on = on, .id = id };
	rc = finders[on](c, o, err);
	return rc == RC_NOT_FOUND ? not_there(c, o, err) : rc;
}
