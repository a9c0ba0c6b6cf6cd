/* People and the roster as files. */
#include <string.h>

#include "replife/person_store.h"
#include "replife/transfer_store.h"
#include "transfer.h"

#define TEXT_COL(k) { k, k, V_TEXT, SHOW_ALL, 0, false }
#define END_COL { NULL, NULL, V_NULL, 0, 0, false }

/* ---- people ---- */

enum { P_LOGIN_, P_NAME_, P_EMAIL, P_ROLES, P_TEAM, P_SEGMENT, P_ZONE_ };

static enum rc grant_roles(struct import *im, int64_t person_id, const char *roles, bool *changed,
			   struct err *err)
{
	struct call *c = im->c;
	char *save = NULL, *copy = arena_strdup(im->row, roles ? roles : "");
	enum rc rc = RC_OK;

	for (char *w = strtok_r(copy, " ", &save); !rc && w; w = strtok_r(NULL, " ", &save)) {
		struct grant g = { .person_id = person_id, .program_id = c->program.id }, have = { 0 };
		int role = 0;

		rc = cell_word(im, "roles", role_words, w, &role, err);
		g.role = (enum role)role;
		if (!rc)
			rc = grant_find(c->st, im->row, person_id, c->program.id, g.role, &have, err);
		if (!rc && !have.id)
			rc = grant_find(c->st, im->row, person_id, 0, g.role, &have, err);
		if (!rc && !have.id) {
			rc = ent_insert(c->st, &ent_grant, &g, err);
			*changed = true;
		}
	}
	return rc;
}

/* Known by login: what the file says must be what is known. */
static enum rc same_person(struct import *im, const struct person *have, const struct person *p,
			   struct err *err)
{
	const char *a[] = { p->name, p->email, p->team, p->segment, p->zone };
	const char *b[] = { have->name, have->email, have->team, have->segment, have->zone };
	static const char *const cols[] = { "name", "email", "team", "segment", "zone" };

	for (size_t i = 0; i < 5; i++)
		if (a[i] && (!b[i] || strcmp(a[i], b[i]))) {
			import_bad(im, cols[i], err, "%s is there already with '%s'", p->login,
				   b[i] ? b[i] : "nothing");
			return err_todo(err, "Change them with `replife person edit %s`, or mend the file",
					p->login);
		}
	return RC_OK;
}

static enum rc people_row(struct import *im, const char *const *cell, struct err *err)
{
	struct person p = { .login = cell[P_LOGIN_] }, have;
	const struct zone *z = NULL;
	bool changed = false;
	enum rc rc = RC_OK;

	if (!login_is_valid(p.login)) {
		import_bad(im, "login", err, "'%.100s' cannot be a login", p.login);
		return err_todo(err, "Use up to 64 small letters, digits, '.', '-' or '_'");
	}
	if (cell[P_EMAIL] && !strchr(cell[P_EMAIL], '@'))
		return import_bad(im, "email", err, "'%.100s' is no mail address", cell[P_EMAIL]);
	rc = cell_text(im, "name", false, cell[P_NAME_], &p.name, err);
	if (!rc)
		rc = cell_text(im, "email", false, cell[P_EMAIL], &p.email, err);
	if (!rc)
		rc = cell_text(im, "team", false, cell[P_TEAM], &p.team, err);
	if (!rc)
		rc = cell_text(im, "segment", false, cell[P_SEGMENT], &p.segment, err);
	if (!rc)
		rc = cell_zone(im, "zone", cell[P_ZONE_], &z, err);
	if (!rc)
		rc = person_find(im->c->st, im->row, p.login, &have, err);
	if (rc)
		return rc;
	p.zone = z ? zone_name(z) : NULL;
	if (have.id) {
		rc = same_person(im, &have, &p, err);
		p.id = have.id;
	} else {
		rc = ent_insert(im->c->st, &ent_person, &p, err) ? import_refuse(im, "login", err) : RC_OK;
	}
	if (!rc)
		rc = grant_roles(im, p.id, cell[P_ROLES], &changed, err);
	if (have.id && !changed)
		im->known++;
	else
		im->added++;
	return rc;
}

static enum rc people_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_people_rows(c->st, c->program.id);

	while (stmt_row(s)) {
		struct value *row = reply_row(c->reply);

		for (int i = 0; i < 7; i++)
			put_text(c->reply, row, c->reply->cols[i].key, col_text(s, i, c->arena));
	}
	return stmt_done(s, err);
}

static const struct column people_columns[] = {
	TEXT_COL("login"), TEXT_COL("name"), TEXT_COL("email"), TEXT_COL("roles"),
	TEXT_COL("team"), TEXT_COL("segment"), TEXT_COL("zone"), END_COL };

const struct transfer transfer_people = {
	.what = "people", .n_cols = 7, .row = people_row, .export = people_export,
	.cols = { { "login", true }, { "name", true }, { "email", false }, { "roles", false },
		  { "team", false }, { "segment", false }, { "zone", false } },
	.columns = people_columns,
};

/* ---- roster ---- */

enum { R_REP, R_STATE, R_BY, R_CAP };

static enum rc roster_row(struct import *im, const char *const *cell, struct err *err)
{
	struct call *c = im->c;
	struct person *rep, *by;
	struct membership m = { .state = MEMBER_ACTIVE, .program_id = c->program.id }, have;
	int state = MEMBER_ACTIVE;
	bool changed = false;
	enum rc rc = cell_person(im, "rep", cell[R_REP], &rep, err);

	if (!rc)
		rc = cell_person(im, "recruited_by", cell[R_BY], &by, err);
	if (!rc)
		rc = cell_word(im, "state", member_state_words, cell[R_STATE], &state, err);
	if (!rc)
		rc = cell_int(im, "weekly_cap", 0, 100, cell[R_CAP], &m.weekly_cap, err);
	if (!rc)
		rc = membership_of(c->st, im->row, rep->id, c->program.id, &have, err);
	if (rc)
		return rc;
	m.person_id = rep->id;
	m.state = (enum member_state)state;
	m.recruited_by = by ? by->id : 0;
	if (have.id) {
		if ((cell[R_STATE] && have.state != m.state) ||
		    (by && have.recruited_by != m.recruited_by) ||
		    (cell[R_CAP] && have.weekly_cap != m.weekly_cap)) {
			import_bad(im, "rep", err, "%s is on the roster already, and differs", rep->login);
			return err_todo(err, "Change it with `replife roster`, or mend the file");
		}
		im->known++;
		return RC_OK;
	}
	rc = grant_roles(im, rep->id, "rep", &changed, err);
	if (!rc)
		rc = ent_insert(c->st, &ent_membership, &m, err);
	im->added++;
	return rc ? import_refuse(im, "rep", err) : RC_OK;
}

static enum rc roster_export(struct call *c, struct err *err)
{
	struct stmt *s = transfer_roster_rows(c->st, c->program.id);

	while (stmt_row(s)) {
		struct value *row = reply_row(c->reply);

		put_text(c->reply, row, "rep", col_text(s, 0, c->arena));
		put_text(c->reply, row, "state", col_text(s, 1, c->arena));
		put_text(c->reply, row, "recruited_by", col_text(s, 2, c->arena));
		put_int(c->reply, row, "weekly_cap", col_int(s, 3));
	}
	return stmt_done(s, err);
}

static const struct column roster_columns[] = {
	TEXT_COL("rep"), TEXT_COL("state"), TEXT_COL("recruited_by"),
	{ "weekly_cap", "weekly_cap", V_INT, SHOW_ALL, 0, false }, END_COL };

const struct transfer transfer_roster = {
	.what = "roster", .n_cols = 4, .row = roster_row, .export = roster_export,
	.cols = { { "rep", true }, { "state", false }, { "recruited_by", false },
		  { "weekly_cap", false } },
	.columns = roster_columns,
};
