/* A faulty machine: preloaded into a build, it lets one call go wrong. Calls are counted
 * over all processes of the build, in the file that SHIM_COUNTER names (8 bytes, shared).
 *
 *     SHIM_CALLS   which calls count: "write" (all that change files), "read", "malloc"
 *     SHIM_AT      the number of the call that goes wrong, from 1; 0 counts only
 *     SHIM_FAULT   "kill" (the whole process group), "short" (half of what was to be
 *                  written), "hang" (this process stops), or the number of an errno
 *     SHIM_CLOCK   seconds by which the clock is off
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static _Atomic uint64_t *counter;
static uint64_t at;
static const char *calls = "", *fault = "";
static long clock_off;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void
begin(void)
{
	const char *path = getenv("SHIM_COUNTER"), *number = getenv("SHIM_AT");
	if (getenv("SHIM_CLOCK"))
		clock_off = atol(getenv("SHIM_CLOCK"));
	if (!path)
		return;
	int file = (int)REAL(open)(path, O_RDWR);
	if (file < 0)
		return;
	void *shared = mmap(NULL, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	REAL(close)(file);
	at = number ? strtoull(number, NULL, 10) : 0;
	fault = getenv("SHIM_FAULT") ? getenv("SHIM_FAULT") : "";
	calls = getenv("SHIM_CALLS") ? getenv("SHIM_CALLS") : "write";
	counter = shared;
}

/* Whether this is the call that goes wrong; with errno set. */
static bool
goes_wrong(const char *kind)
{
	if (!counter || strcmp(kind, calls) != 0)
		return false;
	if (atomic_fetch_add(counter, 1) + 1 != at)
		return false;
	if (strcmp(fault, "kill") == 0)
		kill(0, SIGKILL);
	if (strcmp(fault, "hang") == 0)
		raise(SIGSTOP);
	errno = atoi(fault);
	return true;
}

/* Pipes between processes are no files; nor is what goes to a terminal. */
static bool
is_file(int file)
{
	struct stat status;
	int before = errno;
	bool regular = counter && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
	errno = before;
	return regular;
}

static bool
is_short(void)
{
	return strcmp(fault, "short") == 0;
}

ssize_t
write(int file, const void *bytes, size_t len)
{
	static __typeof__(&write) real;
	real = real ? real : REAL(write);
	if (is_file(file) && goes_wrong("write")) {
		if (!is_short())
			return -1;
		len = len / 2 + 1;
	}
	return real(file, bytes, len);
}

static ssize_t
pwrite_any(int file, const void *bytes, size_t len, off_t offset)
{
	static __typeof__(&pwrite64) real;
	real = real ? real : REAL(pwrite64);
	if (goes_wrong("write")) {
		if (!is_short())
			return -1;
		len = len / 2 + 1;
	}
	return real(file, bytes, len, offset);
}

ssize_t
pwrite64(int file, const void *bytes, size_t len, off64_t offset)
{
	return pwrite_any(file, bytes, len, offset);
}

ssize_t
pwrite(int file, const void *bytes, size_t len, off_t offset)
{
	return pwrite_any(file, bytes, len, offset);
}

ssize_t
read(int file, void *bytes, size_t len)
{
	static __typeof__(&read) real;
	real = real ? real : REAL(read);
	if (is_file(file) && goes_wrong("read")) {
		if (!is_short())
			return -1;
		len = len / 2 + 1;
	}
	return real(file, bytes, len);
}

#define CHANGES(type, name, parameters, arguments)                                       \
	type name parameters                                                             \
	{                                                                                \
		static __typeof__(&name) real;                                           \
		real = real ? real : REAL(name);                                         \
		if (goes_wrong("write") && !is_short())                                  \
			return -1;                                                       \
		return real arguments;                                                   \
	}

CHANGES(int, rename, (const char *from, const char *to), (from, to))
CHANGES(int, unlink, (const char *path), (path))
CHANGES(int, rmdir, (const char *path), (path))
CHANGES(int, mkdir, (const char *path, mode_t mode), (path, mode))
CHANGES(int, chmod, (const char *path, mode_t mode), (path, mode))
CHANGES(int, fchmod, (int file, mode_t mode), (file, mode))
CHANGES(int, ftruncate, (int file, off_t size), (file, size))
CHANGES(int, ftruncate64, (int file, off64_t size), (file, size))
CHANGES(int, fsync, (int file), (file))
CHANGES(int, fdatasync, (int file), (file))

static int
open_any(const char *name, const char *path, int flags, mode_t mode)
{
	int (*real)(const char *, int, ...) =
		(int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
	if (goes_wrong(flags & O_CREAT ? "write" : "read") && !is_short())
		return -1;
	return real(path, flags, mode);
}

#define OPENS(name)                                                                      \
	int name(const char *path, int flags, ...)                                       \
	{                                                                                \
		va_list rest;                                                            \
		va_start(rest, flags);                                                   \
		mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                \
		va_end(rest);                                                            \
		return open_any(#name, path, flags, mode);                               \
	}

OPENS(open)
OPENS(open64)

int
close(int file)
{
	static __typeof__(&close) real;
	real = real ? real : REAL(close);
	bool wrong = is_file(file) && goes_wrong("write") && !is_short();
	int cause = errno, status = real(file);
	errno = wrong ? cause : errno;
	return wrong ? -1 : status;
}

/* --- memory --- */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *
malloc(size_t size)
{
	return goes_wrong("malloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return goes_wrong("malloc") ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return goes_wrong("malloc") ? NULL : __libc_realloc(old, size);
}

/* --- the clock --- */

int
clock_gettime(clockid_t clock, struct timespec *now)
{
	static __typeof__(&clock_gettime) real;
	real = real ? real : REAL(clock_gettime);
	int status = real(clock, now);
	if (clock == CLOCK_REALTIME)
		now->tv_sec += clock_off;
	return status;
}
