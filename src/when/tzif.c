/* Reading TZif files (RFC 8536), and the table of those that were read. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "replife/utf8.h"
#include "tzif.h"

#define FILE_MAX (64 * 1024)
#define HEADER 44

struct counts {
	uint32_t isut, isstd, leap, times, types, chars;
};

static uint32_t be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int64_t be64(const unsigned char *p)
{
	return (int64_t)((uint64_t)be32(p) << 32 | be32(p + 4));
}

static struct counts counts_at(const unsigned char *h)
{
	return (struct counts){ be32(h + 20), be32(h + 24), be32(h + 28), be32(h + 32),
				be32(h + 36), be32(h + 40) };
}

static size_t body_size(const struct counts *c, size_t time_size)
{
	return c->times * time_size + c->times + c->types * 6u + c->chars +
	       c->leap * (time_size + 4) + c->isstd + c->isut;
}

/* Only names that cannot lead out of the zone folder. */
static bool name_ok(const char *name)
{
	static const char ok[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				 "0123456789_+-/";
	size_t n = strlen(name);

	return n > 0 && n < 64 && strspn(name, ok) == n && name[0] != '/' &&
	       name[n - 1] != '/' && name[0] != '-' && !strstr(name, "//");
}

/* The 64-bit block and the footer. One allocation holds everything, since a
 * zone lives as long as the process. */
static struct zone *build(const char *name, const unsigned char *p, size_t n)
{
	struct counts c = counts_at(p);
	const unsigned char *types, *chars, *foot, *end = p + n;
	struct zone *z;
	char line[128];
	size_t len;

	p += HEADER + body_size(&c, 4);
	if (p + HEADER > end || memcmp(p, "TZif", 4))
		return NULL;
	c = counts_at(p);
	p += HEADER;
	if (c.times > 5000 || !c.types || c.types > 255 || c.chars > 4096 ||
	    p + body_size(&c, 8) >= end)
		return NULL;
	z = calloc(1, sizeof *z + c.times * 9 + c.types * sizeof *z->types + 16);
	if (!z)
		return NULL;
	memcpy(z->name, name, strlen(name) + 1);
	z->n_times = c.times;
	z->n_types = c.types;
	z->times = (int64_t *)(z + 1);
	z->types = (struct local_type *)(z->times + c.times);
	z->to = (unsigned char *)(z->types + c.types);
	for (size_t i = 0; i < c.times; i++) {
		z->times[i] = be64(p + i * 8);
		z->to[i] = p[c.times * 8 + i] < c.types ? p[c.times * 8 + i] : 0;
	}
	types = p + c.times * 9;
	chars = types + c.types * 6;
	for (size_t i = 0; i < c.types; i++) {
		const unsigned char *t = types + i * 6;

		z->types[i].offset_s = (int32_t)be32(t);
		z->types[i].dst = t[4];
		if (t[5] < c.chars)
			strncpy(z->types[i].abbrev, (const char *)chars + t[5], 11);
	}
	foot = p + body_size(&c, 8) + 1;
	len = (size_t)(end - foot);
	if (len && len < sizeof line && foot[len - 1] == '\n') {
		memcpy(line, foot, len - 1);
		line[len - 1] = '\0';
		z->has_footer = *line && tzif_footer(z, line);
	}
	return z;
}

static struct zone *read_zone(const char *name)
{
	unsigned char buf[FILE_MAX];
	char path[128] = "/usr/share/zoneinfo/";
	ssize_t n;
	int fd;

	if (!name_ok(name))
		return NULL;
	memcpy(path + 20, name, strlen(name) + 1);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	n = read(fd, buf, sizeof buf);
	close(fd);
	if (n < HEADER || (size_t)n == sizeof buf || memcmp(buf, "TZif", 4) || buf[4] < '2')
		return NULL;
	return build(name, buf, (size_t)n);
}

/* ---- the table ---- */

/* A cache for the process: zones are few, never change, and are never freed. A
 * server's threads share it. */
static const struct zone **loaded;
static size_t n_loaded, cap_loaded;
static pthread_mutex_t loaded_lock = PTHREAD_MUTEX_INITIALIZER;

static const struct zone *remember(struct zone *z)
{
	if (n_loaded == cap_loaded) {
		size_t cap = cap_loaded ? cap_loaded * 2 : 8;
		const struct zone **more = realloc(loaded, cap * sizeof *more);

		if (!more) {
			free(z);
			return NULL;
		}
		loaded = more;
		cap_loaded = cap;
	}
	loaded[n_loaded++] = z;
	return z;
}

/* "berlin" or "Europe/Berln" for Europe/Berlin; only on the failing path. */
static bool suggest(const char *name, char out[64])
{
	char buf[FILE_MAX], *save = NULL;
	const char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
	unsigned best = 3;
	ssize_t n;
	int fd = open("/usr/share/zoneinfo/tzdata.zi", O_RDONLY | O_CLOEXEC);

	if (fd >= 0)
		close(fd);
	fd = open("/usr/share/zoneinfo/zone1970.tab", O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, buf, sizeof buf - 1);
	if (fd >= 0)
		close(fd);
	if (n <= 0)
		return false;
	buf[n] = '\0';
	for (char *line = strtok_r(buf, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *tz = strchr(line, '\t');
		const char *city;
		unsigned d;

		tz = tz && *line != '#' ? strchr(tz + 1, '\t') : NULL;
		if (!tz++ || strcspn(tz, "\t") >= 64)
			continue;
		tz[strcspn(tz, "\t")] = '\0';
		city = strrchr(tz, '/') ? strrchr(tz, '/') + 1 : tz;
		d = strcasecmp(city, base) ? word_distance(city, base, 2) : 0;
		if (d < best) {
			best = d;
			memcpy(out, tz, strlen(tz) + 1);
		}
	}
	return best < 3;
}

/* NULL: errno says why, 0: it is none. */
static const struct zone *find(const char *name)
{
	const struct zone *found = NULL;
	struct zone *z;

	pthread_mutex_lock(&loaded_lock);
	for (size_t i = 0; !found && i < n_loaded; i++)
		if (!strcmp(loaded[i]->name, name))
			found = loaded[i];
	errno = 0;
	z = found ? NULL : read_zone(name);
	if (z)
		found = remember(z);
	pthread_mutex_unlock(&loaded_lock);
	return found;
}

enum rc zone_load(const char *name, const struct zone **out, struct err *err)
{
	char near[64];

	*out = find(name);
	if (*out)
		return RC_OK;
	if (errno && errno != ENOENT && errno != ENOTDIR && errno != EISDIR) {
		err_set(err, RC_IO, "the data of the time zone %s cannot be read: %s", name,
			strerror(errno));
		return err_todo(err, "Nothing was changed; try again, then look at /usr/share/zoneinfo");
	}
	err_set(err, RC_USAGE, "there is no time zone '%.60s'", name);
	if (suggest(name, near))
		return err_todo(err, "Did you mean %s?", near);
	return err_todo(err, "Use a name such as Europe/Berlin or America/New_York");
}
