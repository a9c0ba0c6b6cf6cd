/* What a new store begins with: its owner, and the program Rep Life. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "replife/accounts.h"
#include "replife/utf8.h"
#include "session_i.h"

#define SEED_PROGRAM "Rep Life"

/* A login as ours: letters, digits, '.', '-', '_'. */
static const char *clean_login(struct arena *a, const char *name)
{
	char *out = arena_alloc(a, strlen(name) + 1);
	size_t n = 0;

	for (; *name && n < 64; name++)
		if (isalnum((unsigned char)*name) || (n && strchr(".-_", *name)))
			out[n++] = (char)tolower((unsigned char)*name);
	return n ? out : NULL;
}

/* Where the account comes from a name service, the environment names it: a store
 * of one's own may say whatever its owner likes. */
static void own_account(struct arena *a, const char **login, const char **full)
{
	char name[256], text[256];

	*login = *full = NULL;
	if (account_own(name, text, sizeof name)) {
		*login = arena_strdup(a, name);
		*full = arena_strdup(a, text);
	}
	if (!*login)
		*login = getenv("LOGNAME");
	if (!*login)
		*login = getenv("USER");
}

static enum rc seed_owner(struct store *st, struct arena *a, struct person *p, struct err *err)
{
	struct err ignored = { 0 };
	const char *name = NULL, *login, *full;

	own_account(a, &login, &full);
	if (login)
		p->login = clean_login(a, login);
	if (!p->login)
		p->login = arena_printf(a, "user%ld", (long)getuid());
	if (full && text_clean(a, TEXT_NAME, "name", full, strcspn(full, ","), &name, &ignored))
		name = NULL;
	p->name = name ? name : p->login;
	p->status = PERSON_ACTIVE;
	p->owner = true;
	p->uid = (int64_t)getuid();
	return ent_insert(st, &ent_person, p, err);
}

static enum rc seed_rows(struct store *st, struct arena *a, int64_t *owner, struct err *err)
{
	struct person p = { 0 };
	struct program g = {
		.name = SEED_PROGRAM, .kind = PROGRAM_SHADOW, .length_min = 30, .seats = 1,
		.notice_min = 60, .cancel_min = 24 * 60, .active_limit = 4, .goal = 2,
		.offer_min = 4 * 60,
	};
	enum rc rc = seed_owner(st, a, &p, err);

	*owner = p.id;
	g.zone = zone_system_name(a);
	if (!rc)
		rc = ent_insert(st, &ent_program, &g, err);
	for (int role = ROLE_MARKETER; !rc && role <= ROLE_LIFECYCLE; role++) {
		struct grant grant = { .person_id = p.id, .role = (enum role)role };

		rc = ent_insert(st, &ent_grant, &grant, err);
	}
	return rc;
}

enum rc seed_store(struct store *st, struct arena *a, int64_t now_s, struct err *err)
{
	struct audit_head head = { .at_s = now_s, .op = "init" };
	int64_t ticket;
	enum rc rc = txn_write(st, err);

	if (rc)
		return rc;
	rc = seed_rows(st, a, &head.actor_id, err);
	if (!rc)
		rc = audit_write(st, &head, &ticket, err);
	if (!rc)
		return txn_commit(st, err);
	txn_rollback(st);
	return rc;
}
