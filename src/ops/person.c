/* People and their roles. */
#include <string.h>

#include "replife/out.h"

#include "replife/person_store.h"
#include "rows.h"

static const char *roles_text(struct call *c, unsigned roles)
{
	struct out o;

	out_to_mem(&o, c->arena);
	for (int r = ROLE_MARKETER; r <= ROLE_LIFECYCLE; r++)
		if (roles & ROLE_BIT(r))
			out_printf(&o, "%s%s", o.len ? " " : "", role_words[r].code);
	return out_text(&o);
}

static enum rc put_with_roles(struct call *c, const struct person *p, struct err *err)
{
	unsigned roles;
	enum rc rc = roles_of(c->st, p->id, c->program.id, &roles, err);

	if (!rc)
		put_person(c, p, roles_text(c, roles));
	return rc;
}

/* ---- add ---- */

static const struct param add_params[] = {
	{ .name = "login", .type = P_LOGIN, .flags = REQUIRED | POSITIONAL,
	  .help = "how the person is called on the computer" },
	{ .name = "name", .type = P_NAME, .flags = REQUIRED, .help = "the full name" },
	{ .name = "email", .type = P_NAME, .help = "where mail goes", .meta = "MAIL" },
	{ .name = "role", .type = P_WORD, .flags = REPEATED, .words = role_words,
	  .help = "marketer, rep or lifecycle; may be given again", .meta = "ROLE" },
	{ .name = "team", .type = P_NAME, .help = "the team" },
	{ .name = "segment", .type = P_NAME, .help = "the market that a rep sells to" },
	{ .name = "zone", .type = P_ZONE, .help = "the time zone, as Europe/Berlin" },
	{ .name = NULL } };

static enum rc check_email(const char *email, struct err *err)
{
	const char *at = email ? strchr(email, '@') : NULL;

	if (!email || !*email || (at && at != email && at[1] && !strpbrk(email, " ,;<>\"")))
		return RC_OK;
	err_set(err, RC_USAGE, "'%.100s' is no mail address", email);
	return err_todo(err, "Write it as name@example.com");
}

static enum rc give_role(struct call *c, int64_t person_id, enum role role, bool *given,
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

static enum rc run_add(struct call *c, struct err *err)
{
	struct person p = {
		.login = arg_text(c, "login"), .name = arg_text(c, "name"),
		.email = arg_text(c, "email"), .team = arg_text(c, "team"),
		.segment = arg_text(c, "segment"), .zone = arg_text(c, "zone"),
	};
	struct person have;
	const struct bound *b;
	bool given;
	enum rc rc = person_find(c->st, c->arena, p.login, &have, err);

	if (rc)
		return rc;
	if (have.id) {
		err_conflict(err, REASON_DUPLICATE, "'%s' is there already: %s", have.login, have.name);
		return err_todo(err, have.status == PERSON_LEFT
				? "Bring them back with `replife person edit %s --status active`"
				: "Change them with `replife person edit %s`", have.login);
	}
	rc = check_email(p.email, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_person, &p, err);
	for (size_t i = 0; !rc && (b = arg_nth(c, "role", i)); i++)
		rc = give_role(c, p.id, (enum role)b->i, &given, err);
	if (rc)
		return rc;
	reply_message(c->reply, "Added %s (%s)", p.name, p.login);
	return put_with_roles(c, &p, err);
}

const struct op op_person_add = {
	.name = "person add", .summary = "Add a person, with the roles they have",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = add_params,
	.result = person_columns,
	.example = "person add kim --name \"Kim Sato\" --role marketer --team Events",
	.run = run_add,
};

/* ---- list and show ---- */

static const struct param list_params[] = {
	{ .name = "role", .type = P_WORD, .words = role_words, .help = "only those who have it",
	  .meta = "ROLE" },
	{ .name = "team", .type = P_NAME, .help = "only this team" },
	{ .name = "segment", .type = P_NAME, .help = "only this segment" },
	{ .name = "all", .type = P_FLAG, .help = "those who left, too" },
	{ .name = NULL } };

static enum rc run_list(struct call *c, struct err *err)
{
	struct person_filter f = {
		.program_id = c->program.id, .team = arg_text(c, "team"),
		.segment = arg_text(c, "segment"),
		.role = arg_has(c, "role") ? role_words[arg_int(c, "role", 0)].code : NULL,
		.after_login = c->rq->after, .all = arg_has(c, "all"),
		.limit = c->rq->limit ? c->rq->limit + 1 : 0,
	};
	struct stmt *s = person_list(c->st, &f);
	struct person p;

	c->reply->empty = "Nobody. Add somebody: replife person add LOGIN --name NAME --role ROLE";
	while (stmt_row(s)) {
		int at = ent_read(s, &ent_person, 0, c->arena, &p);

		if (c->rq->limit && c->reply->n_rows == (size_t)c->rq->limit) {
			c->reply->next = reply_cell(c->reply, c->reply->n_rows - 1, "login")->u.s.p;
			break;
		}
		put_person(c, &p, col_text(s, at, c->arena));
	}
	return stmt_done(s, err);
}

const struct op op_person_list = {
	.name = "person list", .summary = "Who is here, and with which roles",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .params = list_params,
	.result = person_columns, .example = "person list --role rep", .run = run_list,
};

static const struct param show_params[] = {
	{ .name = "login", .type = P_PERSON, .flags = REQUIRED | POSITIONAL, .help = "whom to show" },
	{ .name = NULL } };

static enum rc run_show(struct call *c, struct err *err)
{
	struct person p;
	enum rc rc = ent_get(c->st, &ent_person, arg_int(c, "login", 0), c->arena, &p, err);

	c->reply->record = true;
	return rc ? rc : put_with_roles(c, &p, err);
}

const struct op op_person_show = {
	.name = "person show", .summary = "One person", .effect = EFFECT_READ,
	.who = WHO_ANYBODY, .params = show_params, .result = person_columns,
	.example = "person show priya", .run = run_show,
};

static enum rc run_whoami(struct call *c, struct err *err)
{
	c->reply->record = true;
	if (c->owner)
		reply_message(c->reply, "You own this store and may do everything%s",
			      may_act_for_others(c) ? "; --as LOGIN acts with somebody's rights" : "");
	else if (c->me.id == c->actor.id)
		reply_message(c->reply, "You are %s", c->me.name);
	else
		reply_message(c->reply, "%s, acting for %s", c->actor.name, c->me.name);
	return put_with_roles(c, &c->me, err);
}

const struct op op_whoami = {
	.name = "whoami", .summary = "Who you are here, and what you may do",
	.effect = EFFECT_READ, .who = WHO_ANYBODY, .result = person_columns,
	.example = "whoami", .run = run_whoami,
};

/* ---- edit, leave ---- */

static const struct param edit_params[] = {
	{ .name = "login", .type = P_PERSON, .flags = REQUIRED | POSITIONAL, .help = "whom to change" },
	{ .name = "name", .type = P_NAME, .help = "the full name" },
	{ .name = "email", .type = P_NAME, .flags = CLEARS, .help = "where mail goes", .meta = "MAIL" },
	{ .name = "team", .type = P_NAME, .flags = CLEARS, .help = "the team" },
	{ .name = "segment", .type = P_NAME, .flags = CLEARS, .help = "the market" },
	{ .name = "zone", .type = P_ZONE, .help = "the time zone" },
	{ .name = "status", .type = P_WORD, .words = person_status_words,
	  .help = "active brings back who left" },
	{ .name = "uid", .type = P_INT, .max = 4294967293, .meta = "UID",
	  .help = "the account that calls a server as this person; 0: whoever comes next under the login" },
	{ .name = NULL } };

static void set_text(struct call *c, const char *param, const char **field)
{
	const char *v = arg_text(c, param);

	if (v)
		*field = *v ? v : NULL;
}

#define LIFECYCLES(field)                                                     \
	{ .param = field, .on = ON_PROGRAM, .says = "a team, status or account is lifecycle's to change", \
	  .todo = "Ask them: replife person list --role lifecycle" }

static const struct acts edit_acts[] = {
	{ .param = "login", .on = ON_PERSON, .by = REL_SELF, .what = "that entry" },
	LIFECYCLES("team"), LIFECYCLES("status"), LIFECYCLES("uid"), { .param = NULL }
};

static enum rc run_edit(struct call *c, struct err *err)
{
	struct person p;
	enum rc rc = ent_get(c->st, &ent_person, arg_int(c, "login", 0), c->arena, &p, err);

	if (!rc && arg_int(c, "status", p.status) == PERSON_LEFT && p.status != PERSON_LEFT) {
		err_set(err, RC_USAGE, "leaving is a step of its own");
		rc = err_todo(err, "Say it so: replife person leave %s", p.login);
	}
	if (rc)
		return rc;
	set_text(c, "name", &p.name);
	set_text(c, "email", &p.email);
	set_text(c, "team", &p.team);
	set_text(c, "segment", &p.segment);
	set_text(c, "zone", &p.zone);
	p.status = (enum person_status)arg_int(c, "status", p.status);
	p.uid = arg_int(c, "uid", p.uid);
	rc = check_email(p.email, err);
	if (!rc && (arg_has(c, "uid") || arg_has(c, "status")))
		rc = check_uid_free(c, &p, err);
	if (!rc)
		rc = ent_update(c->st, &ent_person, &p, err);
	if (rc)
		return rc;
	reply_message(c->reply, audit_pending(c->st) ? "Changed %s" : "Nothing to change at %s", p.login);
	return put_with_roles(c, &p, err);
}

const struct op op_person_edit = {
	.name = "person edit", .summary = "Change a person's entry",
	.effect = EFFECT_WRITE, .who = WHO_ANYBODY,
	.acts = edit_acts, .params = edit_params,
	.result = person_columns, .example = "person edit priya --team West", .run = run_edit,
};

/* What of `letter` ('B' seats, 'S' own sessions with visitors, 0 both) lies ahead of
 * them, how it ends, in words; NULL: nothing. */
static enum rc say_ahead(struct call *c, int64_t person_id, char letter, const char **said, struct err *err)
{
	enum { SHOWN = 6 };
	struct stmt *s = person_ahead(c->st, person_id, c->now_s);
	const char *refs = NULL;
	int n = 0;

	while (stmt_row(s)) {
		char is = *col_text(s, 0, c->arena);

		if (letter && is != letter)
			continue;
		if (n++ < SHOWN)
			refs = arena_printf(c->arena, "%s%s%s", refs ? refs : "", refs ? ", " : "", ref_of(c, is, col_int(s, 1)));
	}
	*said = n > SHOWN ? arena_printf(c->arena, "%s and %d more", refs, n - SHOWN) : refs;
	return stmt_done(s, err);
}

static const struct param leave_params[] = {
	{ .name = "login", .type = P_PERSON, .flags = REQUIRED | POSITIONAL, .help = "who leaves" },
	{ .name = NULL } };

static enum rc run_leave(struct call *c, struct err *err)
{
	struct person p;
	const char *ahead = NULL;
	enum rc rc = ent_get(c->st, &ent_person, arg_int(c, "login", 0), c->arena, &p, err);

	if (!rc)
		rc = say_ahead(c, p.id, 0, &ahead, err);
	if (rc)
		return rc;
	if (p.owner) {
		err_conflict(err, REASON_STATE, "%s owns this store", p.login);
		return err_todo(err, "A store keeps its owner");
	}
	if (p.status == PERSON_LEFT) {
		err_conflict(err, REASON_STATE, "%s has left already", p.login);
		return err_todo(err, "Nothing is left to do");
	}
	if (ahead) {
		err_conflict(err, REASON_STATE, "%s still has seats or sessions ahead: %s", p.login, ahead);
		return err_todo(err, "End them first: replife cancel B-N gives a seat back, replife slot cancel S-N calls a session off");
	}
	p.status = PERSON_LEFT;
	rc = ent_update(c->st, &ent_person, &p, err);
	if (rc)
		return rc;
	reply_message(c->reply, "%s has left; what they wrote stays", p.name);
	return put_with_roles(c, &p, err);
}

const struct op op_person_leave = {
	.name = "person leave", .summary = "Somebody leaves; what they wrote stays",
	.effect = EFFECT_WRITE, .who = WHO_LIFECYCLE, .params = leave_params,
	.result = person_columns, .example = "person leave felix", .run = run_leave,
};

/* ---- roles ---- */

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

static enum rc run_revoke(struct call *c, struct err *err)
{
	struct person p;
	struct grant g;
	enum role role = (enum role)arg_int(c, "role", 0);
	const char *ahead;
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
	if (role == ROLE_LIFECYCLE)
		return put_with_roles(c, &p, err);
	rc = say_ahead(c, p.id, role == ROLE_REP ? 'S' : 'B', &ahead, err);
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
