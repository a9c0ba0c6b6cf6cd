/* The system's accounts. */
#include "replife/accounts.h"

#include <fcntl.h>
#include <pwd.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool account_is_nobody(int64_t uid)
{
	return uid == 65534 || uid == 65535 || uid == (int64_t)(uint32_t)-1;
}

/* The first line that fits: by name, or, NULL, by number. */
static bool look_in(FILE *f, const char *name, int64_t uid, struct passwd *pw, char *buf, size_t size)
{
	struct passwd *got;

	while (!fgetpwent_r(f, pw, buf, size, &got))
		if (name ? !strcmp(pw->pw_name, name) : (int64_t)pw->pw_uid == uid)
			return true;
	return false;
}

/* `getent passwd KEY` on a pipe; its first line, as in /etc/passwd. */
static FILE *ask_getent(const char *key, pid_t *pid)
{
	char *const argv[] = { (char[]){ "getent" }, (char[]){ "passwd" }, (char *)(uintptr_t)key, NULL };
	char *const envp[] = { (char[]){ "PATH=/usr/bin:/bin" }, NULL };
	posix_spawn_file_actions_t act;
	int fd[2], bad;

	if (pipe2(fd, O_CLOEXEC))
		return NULL;
	posix_spawn_file_actions_init(&act);
	posix_spawn_file_actions_adddup2(&act, fd[1], STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&act, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&act, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	bad = posix_spawn(pid, "/usr/bin/getent", &act, NULL, argv, envp);
	posix_spawn_file_actions_destroy(&act);
	close(fd[1]);
	if (bad) {
		close(fd[0]);
		return NULL;
	}
	return fdopen(fd[0], "r");
}

static bool in_passwd(const char *name, int64_t uid, struct passwd *pw, char *buf, size_t size)
{
	FILE *f = fopen("/etc/passwd", "re");
	bool found = f && look_in(f, name, uid, pw, buf, size);

	if (f)
		fclose(f);
	return found;
}

static bool look_up(const char *name, int64_t uid, struct passwd *pw, char *buf, size_t size)
{
	char number[24];
	pid_t pid = 0;
	bool found;
	FILE *f;

	if (in_passwd(name, uid, pw, buf, size))
		return true;
	snprintf(number, sizeof number, "%lld", (long long)uid);
	f = ask_getent(name ? name : number, &pid);
	if (!f)
		return false;
	found = look_in(f, name, uid, pw, buf, size);
	fclose(f);
	waitpid(pid, NULL, 0);
	return found;
}

static bool take(const char *s, char *to, size_t size)
{
	if (strlen(s) >= size)
		return false;
	memcpy(to, s, strlen(s) + 1);
	return true;
}

bool account_login(int64_t uid, char *login, size_t size)
{
	struct passwd pw;
	char buf[4096];

	return !account_is_nobody(uid) && look_up(NULL, uid, &pw, buf, sizeof buf) &&
	       take(pw.pw_name, login, size);
}

bool account_in_passwd(int64_t uid, char *login, size_t size)
{
	struct passwd pw;
	char buf[4096];

	return !account_is_nobody(uid) && in_passwd(NULL, uid, &pw, buf, sizeof buf) &&
	       take(pw.pw_name, login, size);
}

bool account_own(char *login, char *full, size_t size)
{
	struct passwd pw;
	char buf[4096];

	return in_passwd(NULL, getuid(), &pw, buf, sizeof buf) && take(pw.pw_name, login, size) &&
	       take(pw.pw_gecos, full, size);
}

bool account_uid(const char *login, int64_t *uid)
{
	struct passwd pw;
	char buf[4096];

	if (!look_up(login, -1, &pw, buf, sizeof buf))
		return false;
	*uid = pw.pw_uid;
	return !account_is_nobody(*uid);
}
