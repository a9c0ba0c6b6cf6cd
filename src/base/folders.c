#include "replife/folders.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *data_path(struct arena *a, const char *name)
{
	const char *home = getenv("XDG_DATA_HOME");

	if (home && *home == '/')
		return arena_printf(a, "%s/replife/%s", home, name);
	home = getenv("HOME");
	return home && *home == '/' ? arena_printf(a, "%s/.local/share/replife/%s", home, name) : NULL;
}

enum rc make_folders(const char *path, struct err *err)
{
	char dir[4096];
	size_t n = strlen(path);

	if (n >= sizeof dir)
		return err_set(err, RC_CANNOT_CREATE, "%s: the path is too long", path);
	memcpy(dir, path, n + 1);
	for (char *p = dir + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		if (mkdir(dir, 0700) && errno != EEXIST) {
			err_set(err, RC_CANNOT_CREATE, "cannot make the folder %s: %s", dir,
				strerror(errno));
			return err_todo(err, "Name another place with --db PATH");
		}
		*p = '/';
	}
	return RC_OK;
}
