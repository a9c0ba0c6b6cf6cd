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

enum rc put_with_roles(struct call *c, const struct person *p, struct err *err)
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

static const struct param leave_params[] = {
	{ .name = "login", .type = P_PERSON, .flags = REQUIRED | POSITIONAL, .help = "who leaves" },
	{ .name = NULL } };

static enum rc run_leave(struct call *c, struct err *err)
{
	struct person p;
	const char *ahead = NULL;
	enum rc rc = ent_get(c->st, &ent_person, arg_int(c, "login", 0), c->arena, &p, err);

	if (!rc)
		rc = say_ahead(c, p.id, 0, 0, &ahead, err);
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
