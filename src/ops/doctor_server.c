/* doctor, where a server answers. */
#include <string.h>
#include <sys/stat.h>

#include "doctor.h"
#include "replife/accounts.h"
#include "replife/care.h"

#define NAMED 10	/* of those who have not called yet */

static void check_socket(struct call *c, const char *path)
{
	struct stat sb;

	if (stat(path, &sb))
		doctor_put(c, "Socket", WARN, arena_printf(c->arena, "%s is gone: nobody new can call", path),
			   "start the server again");
	else if ((sb.st_mode & 0666) != 0666)
		doctor_put(c, "Socket", WARN, arena_printf(c->arena, "%s, mode %04o", path,
							   (unsigned)sb.st_mode & 07777),
			   arena_printf(c->arena, "not everybody may call: chmod 666 '%s'", path));
	else
		doctor_put(c, "Socket", OK, path, NULL);
}

void doctor_server(struct call *c)
{
	const struct serving *s = c->rq->serving;

	if (!s)
		return;
	doctor_put(c, "Server", OK,
		   arena_printf(c->arena, "since %s; %zu connection%s of %zu account%s, %zu call%s under way",
				say_when(c, s->since_s, 0), s->conns, s->conns == 1 ? "" : "s", s->accounts,
				s->accounts == 1 ? "" : "s", s->waiting, s->waiting == 1 ? "" : "s"), NULL);
	if (s->socket)
		check_socket(c, s->socket);
}

/* A number that is another login's now would let nobody in, since both must
 * match; but the person it was has gone without anybody saying so. */
static void check_account(struct call *c, const char *login, int64_t uid)
{
	char now[256];
	const char *what = "Account";

	if (!account_in_passwd(uid, now, sizeof now) || !strcmp(now, login))
		return;
	doctor_put(c, what, WARN, arena_printf(c->arena, "uid %lld was %s's, and is %s's now",
					       (long long)uid, login, now),
		   arena_printf(c->arena, "if %s has gone: replife person leave %s; if the account has a new "
				"number: replife person edit %s --uid NUMBER", login, login, login));
}

enum rc doctor_accounts(struct call *c, struct err *err)
{
	struct stmt *s = care_accounts(c->st);
	const char *names = "";
	size_t n = 0, missing = 0;
	enum rc rc;

	for (; stmt_row(s); n++) {
		const char *login = col_text(s, 0, c->arena);

		if (col_int(s, 1)) {
			check_account(c, login, col_int(s, 1));
			continue;
		}
		if (missing++ < NAMED)
			names = arena_printf(c->arena, "%s%s%s", names, *names ? ", " : "", login);
	}
	rc = stmt_done(s, err);
	if (!rc)
		doctor_put(c, "People", OK, !missing ? arena_printf(c->arena, "all %zu have called", n)
			   : arena_printf(c->arena, "%zu of %zu have called; not yet: %s%s", n - missing, n,
					  names, missing > NAMED ? ", …" : ""), NULL);
	return rc;
}
