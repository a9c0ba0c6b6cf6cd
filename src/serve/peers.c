/* Who is connected. */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "replife/accounts.h"
#include "server.h"

/* The names of accounts may have changed: a number may be somebody else's now. */
static void look_again(struct server *s)
{
	struct stat sb;
	int64_t mtime_ns;

	if (stat("/etc/passwd", &sb))
		return;
	mtime_ns = (int64_t)sb.st_mtim.tv_sec * 1000000000 + sb.st_mtim.tv_nsec;
	if (s->passwd.mtime_ns == mtime_ns && s->passwd.size == (int64_t)sb.st_size)
		return;
	s->passwd.mtime_ns = mtime_ns;
	s->passwd.size = (int64_t)sb.st_size;
	peers_forget(s);
}

/* Those that are in use stay as they are for whoever is connected: an account
 * anew is for who comes next. */
void peers_forget(struct server *s)
{
	for (struct account *a = s->accounts; a; a = a->next)
		a->old = true;
}

static void drop_unused(struct server *s)
{
	struct account **at = &s->accounts;

	while (*at) {
		struct account *a = *at;

		if (a->old && !a->conns && !a->jobs) {
			*at = a->next;
			free(a);
		} else {
			at = &a->next;
		}
	}
}

static struct account *account_of(struct server *s, int64_t uid)
{
	struct account *a = s->accounts;

	look_again(s);
	while (a && (a->uid != uid || a->old))
		a = a->next;
	if (a)
		return a;
	drop_unused(s);
	a = calloc(1, sizeof *a);
	if (!a)
		return NULL;
	a->uid = uid;
	if (!account_in_passwd(uid, a->login, sizeof a->login))
		*a->login = '\0';	/* a directory service may know it */
	a->next = s->accounts;
	s->accounts = a;
	return a;
}

enum rc peer_of(struct server *s, int fd, struct account **out, struct err *err)
{
	struct ucred peer = { .uid = (uid_t)-1 };
	socklen_t n = sizeof peer;

	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) || account_is_nobody(peer.uid)) {
		err_set(err, RC_DENIED, "the system does not say who you are (uid %lld)", (long long)peer.uid);
		return err_todo(err, "Call from an account of this computer, outside of a container");
	}
	*out = account_of(s, peer.uid);
	if (!*out)
		return err_set(err, RC_FAILED, "the server has not enough memory");
	if ((*out)->conns < s->o->per_account && s->n_conns < s->max_conns)
		return RC_OK;
	err_set(err, RC_BUSY, (*out)->conns < s->o->per_account
		? "the server has all the connections that it can have"
		: "you have all the connections that one account may have (%d)", s->o->per_account);
	return err_todo(err, "Close some, and try again");
}
