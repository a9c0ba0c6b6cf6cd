/*
 * Preloaded: the nth call of one kind fails. FAULT is "alloc:N", "own:N" or
 * "io:N"; the count starts when the program does. "own" leaves out what SQLite
 * allocates: calls from FAULT_SKIP, "BEGIN-END" pairs of addresses in the
 * program's file. FAULT_REPORT names a file to which a byte is written once the
 * nth call was reached.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long left_alloc = -1, left_io = -1;
static bool ready;

static struct { uintptr_t begin, end; } skip[8];
static size_t n_skip;
static bool own;

/* The program comes first. */
static int first_base(struct dl_phdr_info *info, size_t size, void *to)
{
	(void)size;
	*(uintptr_t *)to = info->dlpi_addr;
	return 1;
}

static void read_skip(const char *s)
{
	uintptr_t base = 0;
	char *end;

	dl_iterate_phdr(first_base, &base);
	while (s && *s && n_skip < sizeof skip / sizeof *skip) {
		skip[n_skip].begin = base + strtoul(s, &end, 16);
		skip[n_skip].end = base + strtoul(end + 1, &end, 16);
		s = end + (*end == ' ');
		n_skip++;
	}
}

static bool skipped(void *caller)
{
	for (size_t i = 0; i < n_skip; i++)
		if ((uintptr_t)caller >= skip[i].begin && (uintptr_t)caller < skip[i].end)
			return true;
	return false;
}

__attribute__((constructor)) static void set_up(void)
{
	const char *s = getenv("FAULT");

	if (s && !strncmp(s, "alloc:", 6))
		left_alloc = atol(s + 6);
	if (s && !strncmp(s, "own:", 4)) {
		left_alloc = atol(s + 4);
		own = true;
		read_skip(getenv("FAULT_SKIP"));
	}
	if (s && !strncmp(s, "io:", 3))
		left_io = atol(s + 3);
	ready = true;
}

static void reached(void)
{
	static ssize_t (*real)(int, const void *, size_t);
	const char *path = getenv("FAULT_REPORT");
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;

	if (!real)
		real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
	if (fd >= 0 && real(fd, "x", 1) == 1)
		close(fd);
}

static bool fails(long *left)
{
	if (!ready || *left <= 0 || --*left)
		return false;
	*left = -1;
	reached();
	return true;
}

static bool alloc_fails(void *caller)
{
	return !(own && skipped(caller)) && fails(&left_alloc);
}

#define REAL(type, name, ...)                                                  \
	static type (*real)(__VA_ARGS__);                                      \
	if (!real)                                                             \
		real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

void *malloc(size_t n)
{
	if (alloc_fails(__builtin_return_address(0))) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
	if (alloc_fails(__builtin_return_address(0))) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_calloc(n, size);
}

void *realloc(void *p, size_t n)
{
	if (alloc_fails(__builtin_return_address(0))) {
		errno = ENOMEM;
		return NULL;
	}
	return __libc_realloc(p, n);
}

ssize_t write(int fd, const void *p, size_t n)
{
	REAL(ssize_t, "write", int, const void *, size_t);

	if (fd > 2 && fails(&left_io)) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, p, n);
}

ssize_t pwrite64(int fd, const void *p, size_t n, off64_t at)
{
	REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);

	if (fails(&left_io)) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, p, n, at);
}

ssize_t pwrite(int fd, const void *p, size_t n, off_t at)
{
	return pwrite64(fd, p, n, at);
}

ssize_t pread64(int fd, void *p, size_t n, off64_t at)
{
	REAL(ssize_t, "pread64", int, void *, size_t, off64_t);

	if (fails(&left_io)) {
		errno = EIO;
		return -1;
	}
	return real(fd, p, n, at);
}

int fsync(int fd)
{
	REAL(int, "fsync", int);

	if (fails(&left_io)) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}

int fdatasync(int fd)
{
	REAL(int, "fdatasync", int);

	if (fails(&left_io)) {
		errno = EIO;
		return -1;
	}
	return real(fd);
}

int ftruncate64(int fd, off64_t n)
{
	REAL(int, "ftruncate64", int, off64_t);

	if (fails(&left_io)) {
		errno = EIO;
		return -1;
	}
	return real(fd, n);
}

int ftruncate(int fd, off_t n)
{
	return ftruncate64(fd, n);
}

int open64(const char *path, int flags, ...)
{
	va_list ap;
	int mode;
	REAL(int, "open64", const char *, int, ...);

	va_start(ap, flags);
	mode = va_arg(ap, int);
	va_end(ap);
	if (fails(&left_io)) {
		errno = EMFILE;
		return -1;
	}
	return real(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
	va_list ap;
	int mode;

	va_start(ap, flags);
	mode = va_arg(ap, int);
	va_end(ap);
	return open64(path, flags, mode);
}
