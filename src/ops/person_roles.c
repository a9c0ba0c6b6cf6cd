/* person grant, revoke: who may do what; and what lies ahead of who may not any more. */
#include "replife/person_store.h"
#include "rows.h"
#include "seats.h"

enum rc say_ahead(struct call *c, int64_t person_id, char letter, int64_t program_id, const char **said, struct err *err)
{
	enum { SHOWN = 6 };
	struct stmt *s = person_ahead(c->st, person_id, c->now_s);
	const char *refs = NULL;
	int n = 0, more = 0;

	while (stmt_row(s)) {
		char is = *col_text(s, 0, c->arena);
		int64_t id = col_int(s, 1);

		if ((letter && is != letter) || (program_id && col_int(s, 3) != program_id))
			continue;
		if (n == SHOWN || !may_see_row(c, object_of_letter(is), id)) {
			more++;
			continue;
		}
		refs = arena_printf(c->arena, "%s%s%s", n++ ? refs : "", refs ? ", " : "", ref_of(c, is, id));
	}
	*said = !more ? refs : n ? arena_printf(c->arena, "%s and %d more", refs, more)
		: arena_printf(c->arena, "%d of another program", more);
	return stmt_done(s, err);
}

enum rc give_role(struct call *c, int64_t person_id, enum role role, bool *given,
			 struct err *err)
{
	struct grant g = { .person_id = person_id, .program_id = c->program.id, .role = role };
	struct grant have;
	enum rc rc = grant_find(c->st, c->arena, person_id, c->program.id, role, &have, err);

	if (!rc && !have.id)
		rc = grant_find(c->st, c->arena, person_id, 0, role, &have, err);
	*given = !rc && !have.id;
	return *given ? ent_insert(c->st, &ent_grant, &g, err) : rc;
}

static const struct param grant_params[] = {
	{ .name = "login", .type = P_PERSON, .flags = REQUIRED | POSITIONAL, .help = "to or from whom" },
	{ .name = "role", .type = P_WORD, .flags = REQUIRED | POSITIONAL, .words = role_words,
	  .help = "marketer, rep or lifecycle", .meta = "ROLE" },
	{ .name = NULL } };

static enum rc run_grant(struct call *c, struct err *err)
{
	struct person p;
	enum role role = (enum role)arg_int(c, "role", 0);
	bool given = false;
	enum rc rc = ent_get(c->st, &ent_person, arg_int(c, "login", 0), c->arena, &p, err);

	if (!rc)
		rc = give_role(c, p.id, role, &given, err);
	if (rc)
		return rc;
	reply_message(c->reply, given ? "%s is now a %s" : "%s was already a %s", p.name,
		      role == ROLE_LIFECYCLE ? "lifecycle person" : role_words[role].plain);
	return put_with_roles(c, &p, err);
}

const struct op op_person_grant = {
	.name = "person grant", .summary = "Give somebody a role",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE,
	ACTS({ .param = "login", .on = ON_PERSON, .by = REL_SELF, .flags = ACTS_BARS,
	       .says = "nobody gives a role to themselves", .todo = "Ask somebody else of lifecycle" }),
	.params = grant_params,
	.result = person_columns, .example = "person grant priya lifecycle", .run = run_grant,
};

/* A role that holds in all programs is not for one program's lifecycle to take. */
static const struct acts every_program = { .on = ON_ALL, .says = "that role holds in every program",
					   .todo = "Ask the store's owner" };

/* Who hosts no more is on no roster: their sessions cannot be booked any longer. */
static enum rc leave_rosters(struct call *c, const struct person *p, int64_t program_id, struct err *err)
{
	struct membership *m;
	size_t n, left = 0;
	enum rc rc = memberships_of(c->st, c->arena, p->id, &m, &n, err);

	for (size_t i = 0; !rc && i < n; i++) {
		if ((program_id && m[i].program_id != program_id) || !member_may(m[i].state, MEMBER_LEFT))
			continue;
		m[i].state = MEMBER_LEFT;
		m[i].paused_until_day = 0;
		rc = ent_update(c->st, &ent_membership, &m[i], err);
		left++;
	}
	if (!rc && left)
		reply_warn(c->reply, "%s has left the roster with it", p->name);
	return rc;
}

static enum rc run_revoke(struct call *c, struct err *err)
{
	struct person p;
	struct grant g;
	enum role role = (enum role)arg_int(c, "role", 0);
	const char *ahead = NULL;
	enum rc rc = ent_get(c->st, &ent_person, arg_int(c, "login", 0), c->arena, &p, err);

	if (!rc)
		rc = grant_find(c->st, c->arena, p.id, c->program.id, role, &g, err);
	if (!rc && !g.id) {
		rc = grant_find(c->st, c->arena, p.id, 0, role, &g, err);
		if (!rc && g.id)
			rc = may(c, c->op, &(struct object){ .on = ON_ALL, .by = &every_program }, err);
	}
	if (rc)
		return rc;
	if (!g.id) {
		err_set(err, RC_NOT_FOUND, "%s has no role '%s'", p.login, role_words[role].code);
		return err_todo(err, "See replife person show %s", p.login);
	}
	rc = ent_delete(c->st, &ent_grant, g.id, err);
	if (rc == RC_CONFLICT)
		return err_todo(err, "Give the role to somebody else first: replife person grant LOGIN lifecycle");
	if (rc)
		return rc;
	reply_message(c->reply, "%s is no longer a %s", p.name, role_words[role].plain);
	if (role == ROLE_REP)
		rc = leave_rosters(c, &p, g.program_id, err);
	if (!rc && role != ROLE_LIFECYCLE)
		rc = say_ahead(c, p.id, role == ROLE_REP ? 'S' : 'B', g.program_id, &ahead, err);
	if (rc)
		return rc;
	if (ahead)
		reply_warn(c->reply, "what lies ahead of them stays: %s; end what shall not be: replife %s", ahead,
			   role == ROLE_REP ? "slot cancel S-N" : "cancel B-N");
	return put_with_roles(c, &p, err);
}

const struct op op_person_revoke = {
	.name = "person revoke", .summary = "Take a role from somebody",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = grant_params,
	.result = person_columns, .example = "person revoke tom rep", .run = run_revoke,
};
