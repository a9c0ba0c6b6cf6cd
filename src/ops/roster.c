/* The roster: who hosts. */
#include "replife/person_store.h"
#include "rows.h"

static const struct param one_params[] = {
	{ .name = "rep", .type = P_PERSON, .flags = POSITIONAL, .help = "the rep; yourself if left out" },
	{ .name = NULL } };

/* The rep that is meant, and their place on the roster (id 0: none yet). */
static enum rc whom(struct call *c, struct person *p, struct membership *m, struct err *err)
{
	int64_t id = arg_int(c, "rep", c->me.id);
	enum rc rc = ent_get(c->st, &ent_person, id, c->arena, p, err);

	if (!rc)
		rc = membership_of(c->st, c->arena, id, c->program.id, m, err);
	return rc;
}

static enum rc answer(struct call *c, const struct person *p, const struct membership *m,
		      struct err *err)
{
	struct member_said said = { .login = p->login, .name = p->name, .team = p->team,
				    .segment = p->segment };
	struct person by;
	enum rc rc = RC_OK;

	if (m->recruited_by) {
		rc = ent_get(c->st, &ent_person, m->recruited_by, c->arena, &by, err);
		said.recruiter = by.login;
	}
	if (!rc)
		rc = rep_counts(c->st, p->id, c->program.id, c->now_s, &said.upcoming, &said.held, err);
	if (!rc)
		put_member(c, m, &said);
	return rc;
}

static enum rc refuse_state(const struct person *p, enum member_state from, const char *todo,
			    struct err *err)
{
	err_conflict(err, REASON_STATE, "%s is %s on the roster", p->name, member_state_words[from].plain);
	return err_todo(err, "%s", todo);
}

static enum rc change(struct call *c, int from, enum member_state to, const char *todo, const char *said,
		      int64_t until_day, struct err *err)
{
	struct person p;
	struct membership m;
	enum rc rc = whom(c, &p, &m, err);

	if (rc)
		return rc;
	if (!m.id) {
		err_set(err, RC_NOT_FOUND, "%s is not on the roster", p.name);
		return err_todo(err, "Invite them: replife roster invite %s", p.login);
	}
	if (!member_may(m.state, to) || (from >= 0 && m.state != (enum member_state)from))
		return refuse_state(&p, m.state, todo, err);
	m.state = to;
	m.paused_until_day = until_day;
	rc = ent_update(c->st, &ent_membership, &m, err);
	if (rc)
		return rc;
	reply_message(c->reply, "%s%s", p.name, said);
	return answer(c, &p, &m, err);
}

/* ---- invite ---- */

static const struct param invite_params[] = {
	{ .name = "rep", .type = P_PERSON, .flags = REQUIRED | POSITIONAL, .help = "whom to invite" },
	{ .name = "weekly-cap", .type = P_INT, .min = 0, .max = 100,
	  .help = "sessions a week that they want to host at most; 0: no cap" },
	{ .name = NULL } };

static enum rc run_invite(struct call *c, struct err *err)
{
	struct person p;
	struct membership m;
	unsigned roles = 0;
	enum rc rc = whom(c, &p, &m, err);

	if (!rc && m.id && !member_may(m.state, MEMBER_INVITED))
		return refuse_state(&p, m.state, m.state == MEMBER_INVITED
				    ? "They say yes with `replife roster accept`"
				    : "See `replife roster list`", err);
	if (!rc && p.status == PERSON_LEFT) {
		err_conflict(err, REASON_NOT_ACTIVE, "%s has left", p.name);
		return err_todo(err, "Bring them back: replife person edit %s --status active", p.login);
	}
	if (!rc)
		rc = roles_of(c->st, p.id, c->program.id, &roles, err);
	if (!rc && !(roles & ROLE_BIT(ROLE_REP))) {
		struct grant g = { .person_id = p.id, .program_id = c->program.id, .role = ROLE_REP };

		rc = ent_insert(c->st, &ent_grant, &g, err);
	}
	if (rc)
		return rc;
	m.person_id = p.id;
	m.program_id = c->program.id;
	m.state = MEMBER_INVITED;
	m.recruited_by = c->me.id;
	m.weekly_cap = arg_int(c, "weekly-cap", m.weekly_cap);
	m.paused_until_day = 0;
	rc = m.id ? ent_update(c->st, &ent_membership, &m, err)
		  : ent_insert(c->st, &ent_membership, &m, err);
	if (rc)
		return rc;
	reply_message(c->reply, "Invited %s; they say yes with `replife roster accept`", p.name);
	return answer(c, &p, &m, err);
}

const struct op op_roster_invite = {
	.name = "roster invite", .summary = "Ask a rep to host",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = invite_params,
	.result = member_columns, .example = "roster invite felix", .run = run_invite,
};

/* ---- their answers ---- */

static enum rc run_accept(struct call *c, struct err *err)
{
	return change(c, MEMBER_INVITED, MEMBER_ACTIVE, "See `replife roster list`",
		      " is on the roster. Next: publish hours, `replife hours add \"every tue 10-12 30min\"`",
		      0, err);
}

const struct op op_roster_accept = {
	.name = "roster accept", .summary = "Say yes to hosting",
	.effect = EFFECT_WRITE, .who = WHO_REP,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "that place on the roster" }),
	.params = one_params,
	.result = member_columns, .example = "roster accept felix", .run = run_accept,
};

static enum rc run_decline(struct call *c, struct err *err)
{
	return change(c, MEMBER_INVITED, MEMBER_DECLINED, "Who hosts already leaves with `replife roster leave`",
		      " said no, for now", 0, err);
}

const struct op op_roster_decline = {
	.name = "roster decline", .summary = "Say no to hosting",
	.effect = EFFECT_WRITE, .who = WHO_REP,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "that place on the roster" }),
	.params = one_params,
	.result = member_columns, .example = "roster decline felix", .run = run_decline,
};

static const struct param pause_params[] = {
	{ .name = "rep", .type = P_PERSON, .flags = POSITIONAL, .help = "the rep; yourself if left out" },
	{ .name = "until", .type = P_DAY, .help = "the last day of the pause" },
	{ .name = NULL } };

static enum rc run_pause(struct call *c, struct err *err)
{
	int64_t until = arg_int(c, "until", 0);

	if (until && until < day_of(c->zone, c->now_s)) {
		err_set(err, RC_USAGE, "that day is past");
		return err_todo(err, "Name a day ahead, or none");
	}
	return change(c, -1, MEMBER_PAUSED, "Only who hosts can pause: replife roster list",
		      " pauses; seats that are booked stay booked", until, err);
}

const struct op op_roster_pause = {
	.name = "roster pause", .summary = "Stop taking new visitors for a while",
	.effect = EFFECT_WRITE, .who = WHO_REP,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "that place on the roster" }),
	.params = pause_params,
	.result = member_columns, .example = "roster pause priya --until \"18 dec\"", .run = run_pause,
};

static enum rc run_resume(struct call *c, struct err *err)
{
	return change(c, MEMBER_PAUSED, MEMBER_ACTIVE, "Only who pauses can resume: replife roster list",
		      " hosts again", 0, err);
}

const struct op op_roster_resume = {
	.name = "roster resume", .summary = "Take visitors again",
	.effect = EFFECT_WRITE, .who = WHO_REP,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "that place on the roster" }),
	.params = one_params,
	.result = member_columns, .example = "roster resume dana", .run = run_resume,
};

static enum rc run_leave(struct call *c, struct err *err)
{
	struct person p;
	struct membership m;
	int64_t upcoming = 0, held = 0;
	enum rc rc = whom(c, &p, &m, err);

	if (!rc)
		rc = rep_counts(c->st, p.id, c->program.id, c->now_s, &upcoming, &held, err);
	if (rc)
		return rc;
	if (m.id && upcoming)
		reply_warn(c->reply, "%lld open session%s of %s can no longer be booked; "
			   "cancel with `replife slot cancel`", (long long)upcoming,
			   upcoming == 1 ? "" : "s", p.name);
	return change(c, -1, MEMBER_LEFT, "Only who hosts can leave: replife roster list",
		      " has left the roster. Thank them", 0, err);
}

const struct op op_roster_leave = {
	.name = "roster leave", .summary = "Leave the roster",
	.effect = EFFECT_WRITE, .who = WHO_REP,
	ACTS({ .param = "rep", .on = ON_PERSON, .by = REL_SELF, .what = "that place on the roster" }),
	.params = one_params,
	.result = member_columns, .example = "roster leave priya", .run = run_leave,
};

/* ---- list ---- */

static enum rc run_list(struct call *c, struct err *err)
{
	struct stmt *s = roster_list(c->st, c->program.id, c->rq->after, c->now_s,
				     c->rq->limit ? c->rq->limit + 1 : 0);

	c->reply->empty = "Nobody is on the roster. Ask a rep: replife roster invite LOGIN";
	while (stmt_row(s)) {
		struct membership m;
		struct member_said said;
		int at = ent_read(s, &ent_membership, 0, c->arena, &m);

		if (c->rq->limit && c->reply->n_rows == (size_t)c->rq->limit) {
			c->reply->next = reply_cell(c->reply, c->reply->n_rows - 1, "rep")->u.s.p;
			break;
		}
		said.login = col_text(s, at, c->arena);
		said.name = col_text(s, at + 1, c->arena);
		said.team = col_text(s, at + 2, c->arena);
		said.segment = col_text(s, at + 3, c->arena);
		said.recruiter = col_text(s, at + 4, c->arena);
		said.upcoming = col_int(s, at + 5);
		said.held = col_int(s, at + 6);
		put_member(c, &m, &said);
	}
	return stmt_done(s, err);
}

const struct op op_roster_list = {
	.name = "roster list", .summary = "Who hosts, and how much",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = member_columns,
	.example = "roster list", .run = run_list,
};
