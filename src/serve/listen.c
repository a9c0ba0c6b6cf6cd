/* The listening socket: systemd's, or our own; and what systemd wants to hear. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "server.h"

#define FIRST_FD 3	/* SD_LISTEN_FDS_START */
#define BACKLOG 4096

/* sd_listen_fds(3): the socket was opened before us, and stays when we go. */
static bool inherit(struct server *s)
{
	const char *pid = getenv("LISTEN_PID"), *n = getenv("LISTEN_FDS");
	bool ours = pid && n && atol(pid) == (long)getpid() && atol(n) >= 1;

	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	if (!ours)
		return false;
	s->listener = FIRST_FD;
	s->inherited = true;
	fcntl(FIRST_FD, F_SETFD, FD_CLOEXEC);
	fcntl(FIRST_FD, F_SETFL, fcntl(FIRST_FD, F_GETFL) | O_NONBLOCK);
	return true;
}

static enum rc cannot_listen(const char *path, struct err *err)
{
	err_set(err, RC_CANNOT_CREATE, "cannot listen at %s: %s", path, strerror(errno));
	return err_todo(err, "Name another place with --socket PATH, or make its folder");
}

static bool somebody_listens(const struct sockaddr_un *at)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool yes = fd >= 0 && (!connect(fd, (const struct sockaddr *)at, sizeof *at) || errno == EAGAIN);

	if (fd >= 0)
		close(fd);
	return yes;
}

/* A socket that a server left behind when it was killed is taken away; the store's
 * lock, which is ours by now, says that none of this store runs. */
static enum rc make_way(const struct sockaddr_un *at, struct err *err)
{
	struct stat sb;

	if (lstat(at->sun_path, &sb))
		return errno == ENOENT ? RC_OK : cannot_listen(at->sun_path, err);
	if (!S_ISSOCK(sb.st_mode)) {
		errno = EEXIST;
		return cannot_listen(at->sun_path, err);
	}
	if (somebody_listens(at)) {
		err_set(err, RC_BUSY, "another server listens at %s", at->sun_path);
		return err_todo(err, "Stop it, or name another place with --socket PATH");
	}
	unlink(at->sun_path);
	return RC_OK;
}

enum rc listen_open(struct server *s, struct err *err)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	const char *path = s->o->socket;
	mode_t mask;
	int fd, bad;
	enum rc rc;

	if (inherit(s))
		return RC_OK;
	if (strlen(path) >= sizeof at.sun_path) {
		errno = ENAMETOOLONG;
		return cannot_listen(path, err);
	}
	memcpy(at.sun_path, path, strlen(path) + 1);
	rc = make_way(&at, err);
	if (rc)
		return rc;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return cannot_listen(path, err);
	/* Everybody may knock; who they are, the system says. */
	mask = umask(0);
	bad = bind(fd, (const struct sockaddr *)&at, sizeof at);
	umask(mask);
	if (bad || listen(fd, BACKLOG)) {
		rc = cannot_listen(path, err);
		close(fd);
		return rc;
	}
	s->listener = fd;
	return RC_OK;
}

void listen_watch(struct server *s)
{
	struct epoll_event e = { .events = s->deaf ? 0 : EPOLLIN, .data.ptr = &s->listener };

	if (s->listener >= 0)
		epoll_ctl(s->epoll, EPOLL_CTL_MOD, s->listener, &e);
}

void listen_close(struct server *s)
{
	if (s->listener < 0)
		return;
	close(s->listener);
	s->listener = -1;
	if (!s->inherited)
		unlink(s->o->socket);
}

/* sd_notify(3) */
void listen_say(const char *state)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	const char *path = getenv("NOTIFY_SOCKET");
	size_t n = path ? strlen(path) : 0;
	int fd;

	if (!n || n >= sizeof to.sun_path)
		return;
	memcpy(to.sun_path, path, n);
	if (*path == '@')
		to.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	(void)!sendto(fd, state, strlen(state), MSG_NOSIGNAL, (const struct sockaddr *)&to,
		      (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n));
	close(fd);
}
