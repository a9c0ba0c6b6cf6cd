/* doctor, where a server answers. */
#include <string.h>
#include <sys/stat.h>

#include "doctor.h"
#include "replife/accounts.h"
#include "replife/care.h"
#include "replife/clock.h"

#define NAMED 10	/* of those who have not called yet */
#define ASKING_S 10	/* for accounts, one after the other */

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

/* Login and number must both match, so whose account was made anew is turned away, and
 * whose number is another login's now has gone without anybody saying so. */
static void check_account(struct call *c, const char *login, int64_t uid, bool asks)
{
	char other[256];
	int64_t now = uid;
	const char *found = NULL, *what = "Account", *number = "NUMBER";
	bool lent = account_in_passwd(uid, other, sizeof other) && strcmp(other, login);

	if (asks && account_uid(login, &now) && now != uid) {
		number = arena_printf(c->arena, "%lld", (long long)now);
		found = arena_printf(c->arena, "%s is known here by uid %lld%s%s, and that account has uid %s now: "
				     "it is turned away", login, (long long)uid, lent ? ", which is " : "",
				     lent ? arena_printf(c->arena, "%s's now", other) : "", number);
	} else if (lent) {
		found = arena_printf(c->arena, "uid %lld was %s's, and is %s's now", (long long)uid, login, other);
	}
	if (found)
		doctor_put(c, what, WARN, found, arena_printf(c->arena, "if %s has gone: replife person leave %s; if "
			   "the account has a new number: replife person edit %s --uid %s", login, login, login, number));
}

/* Root's number is 0, as is that of who has not called yet: it is kept nowhere. */
static bool is_root(const char *login)
{
	char root[256];

	return account_in_passwd(0, root, sizeof root) && !strcmp(root, login);
}

/* By ssh, with a key of the kiosk's, one can call without an account. */
static const char *say_login(struct call *c, const char *login, bool asks)
{
	int64_t uid;

	return asks && !account_uid(login, &uid) ? arena_printf(c->arena, "%s (no account here)", login) : login;
}

static void put_people(struct call *c, size_t n, size_t missing, const char *names, size_t unasked)
{
	doctor_put(c, "People", OK, !missing ? arena_printf(c->arena, "all %zu have called", n)
		   : arena_printf(c->arena, "%zu of %zu have called; not yet: %s%s", n - missing, n,
				  names, missing > NAMED ? ", …" : ""), NULL);
	if (unasked)
		doctor_put(c, "Account", WARN, arena_printf(c->arena, "this computer is slow to say which account has "
			   "which number: %zu were not asked about", unasked),
			   "see how long it takes: time getent passwd LOGIN");
}

/* A directory service that is away would let each of them wait. */
enum rc doctor_accounts(struct call *c, struct err *err)
{
	int64_t until_s = clock_now_s(&clock_system) + ASKING_S;
	struct stmt *s = care_accounts(c->st);
	const char *names = "";
	size_t n = 0, missing = 0, unasked = 0;
	enum rc rc;

	for (; stmt_row(s); n++) {
		const char *login = col_text(s, 0, c->arena);
		bool asks = clock_now_s(&clock_system) <= until_s;

		if (col_int(s, 1)) {
			check_account(c, login, col_int(s, 1), asks);
			unasked += !asks;
		} else if (!is_root(login) && missing++ < NAMED) {
			names = arena_printf(c->arena, "%s%s%s", names, *names ? ", " : "",
					     say_login(c, login, asks));
		}
	}
	rc = stmt_done(s, err);
	if (!rc)
		put_people(c, n, missing, names, unasked);
	return rc;
}
