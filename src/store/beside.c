/* What lies beside a store: the writers' lock, and what the killed left. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "replife/care.h"
#include "store_i.h"

#define MANY 64			/* looked for no further */

enum care_lock care_lock(struct arena *a, const char *path)
{
	struct flock want = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int fd = open(arena_printf(a, "%s-lock", path), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	enum care_lock found = CARE_LOCK_FREE;

	if (fd < 0)
		return errno == ENOENT ? CARE_LOCK_NONE : CARE_LOCK_SHUT;
	if (fcntl(fd, F_OFD_GETLK, &want) == 0 && want.l_type != F_UNLCK)
		found = lock_is_owned(fd) ? CARE_LOCK_SERVER : CARE_LOCK_HELD;
	close(fd);
	return found;
}

/* After the process: "-12" and "-12-copy" of a server's, and what SQLite puts beside. */
static bool is_end(const char *end, bool counted)
{
	static const char *const ends[] = { "", "-journal", "-lock", "-wal", "-shm" };

	if (counted) {
		size_t digits = *end == '-' ? strspn(end + 1, "0123456789") : 0;

		if (!digits)
			return false;
		end += 1 + digits;
		end += strncmp(end, "-copy", 5) ? 0 : 5;
	}
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (!strcmp(end, ends[i]))
			return true;
	return false;
}

/* "replife.db.restore-1234" of a process that is gone. */
static bool is_left(const char *name, const char *store)
{
	static const struct {
		const char *kind;
		bool counted;
	} kinds[] = { { ".new-", false }, { ".restore-", false }, { ".check-", false }, { ".replay-", false },
		      { ".made-", true } };
	size_t n = strlen(store);
	char *end;
	long pid;

	if (strncmp(name, store, n))
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t k = strlen(kinds[i].kind);

		if (strncmp(name + n, kinds[i].kind, k))
			continue;
		pid = strtol(name + n + k, &end, 10);
		return pid > 0 && is_end(end, kinds[i].counted) && kill((pid_t)pid, 0) && errno == ESRCH;
	}
	return false;
}

size_t care_left_behind(struct arena *a, const char *path, const char ***out)
{
	const char *slash = strrchr(path, '/'), *store = slash ? slash + 1 : path;
	const char *folder = slash ? arena_dup(a, path, (size_t)(slash - path) + 1) : "./";
	const char **names = arena_array(a, const char *, MANY);
	DIR *dir = opendir(folder);
	struct dirent *d;
	size_t n = 0;

	while (dir && n < MANY && (d = readdir(dir)))
		if (is_left(d->d_name, store))
			names[n++] = arena_printf(a, "%s%s", slash ? folder : "", d->d_name);
	if (dir)
		closedir(dir);
	*out = names;
	return n;
}
